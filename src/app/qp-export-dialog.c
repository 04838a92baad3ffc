/* qp-export-dialog.c: what of a screen's raster is written, and how far it is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-export-dialog.h"

#include "app/qp-file-work.h"
#include "base/qp-number.h"
#include "exchange/qp-pattern.h"
#include "exchange/qp-pixel-map.h"
#include "exchange/qp-raster-parts.h"

struct _QpExportDialog
{
  AdwWindow parent_instance;
  GtkWidget *export;
  GtkStack *stack;
  AdwComboRow *pattern;
  AdwComboRow *files;
  AdwActionRow *transparent_row;
  GtkSwitch *transparent;
  AdwActionRow *size;
  GtkProgressBar *progress;
  QpFileWork *work; /* belongs to the window */
  QpNode *screen;   /* of its project */
  gboolean is_pattern;
};

G_DEFINE_FINAL_TYPE (QpExportDialog, qp_export_dialog, ADW_TYPE_WINDOW)

/* what the list of files offers, in its order; the first is one file */
static const struct
{
  const char *label;
  QpRasterSplit split;
} splits[] = {
  { N_ ("One file"), { FALSE, 0, 0 } },
  { N_ ("A file for each face"), { TRUE, 0, 0 } },
  { N_ ("Tiles of 3840 × 2160 px"), { FALSE, 3840, 2160 } },
  { N_ ("Tiles of 1920 × 1080 px"), { FALSE, 1920, 1080 } },
};

/* -- writing -- */

typedef struct
{
  const QpScreen *screen;
  gboolean is_pattern; /* and not the pixel map */
  QpPatternType pattern;
  gboolean transparent; /* where cabinets are missing */
  QpRasterSplit split;
} Choices;

static gpointer
choices_of (gpointer dialog)
{
  QpExportDialog *self = dialog;
  const Choices choices = { .screen = (const QpScreen *) self->screen,
                            .is_pattern = self->is_pattern,
                            .pattern = (QpPatternType) adw_combo_row_get_selected (self->pattern),
                            .transparent = gtk_switch_get_active (self->transparent),
                            .split = splits[adw_combo_row_get_selected (self->files)].split };

  return g_memdup2 (&choices, sizeof choices);
}

static gboolean
write_raster (const QpFileJob *job, const QpPlanWatch *watch, GError **error)
{
  const Choices *choices = job->options;
  const QpPixelMapOptions map_options = { .transparent = choices->transparent };
  g_auto (QpRaster) raster = { NULL };

  if (!qp_raster_init (&raster, choices->screen, job->catalogue, error))
    return FALSE;
  g_autoptr (QpPattern) pattern
      = choices->is_pattern ? qp_pattern_new (&raster, choices->pattern, choices->transparent) : NULL;
  g_autoptr (QpPixelMap) map = choices->is_pattern ? NULL : qp_pixel_map_new (&raster, &map_options);
  const QpRasterPicture picture = pattern != NULL ? qp_pattern_picture (pattern, qp_raster_whole (&raster))
                                                  : qp_pixel_map_picture (map, qp_raster_whole (&raster));

  return qp_raster_parts_save (&raster, &picture, &choices->split, job->path, watch, error);
}

static void
set_going (gpointer dialog, gboolean going)
{
  QpExportDialog *self = dialog;

  gtk_stack_set_visible_child_name (self->stack, going ? "progress" : "options");
  gtk_widget_set_sensitive (self->export, !going);
}

#define PICTURE_FILE(told)                                                                                             \
  {                                                                                                                    \
    .failed = N_ ("The Picture Could Not Be Written"),                                                                 \
    .elsewhere = N_ ("Choose a folder of this computer: pictures can’t be written to this place."), .written = told,   \
    .options = choices_of, .options_free = g_free, .write = write_raster, .going = set_going,                          \
  }
static const QpFileWorkInfo map_file = PICTURE_FILE (N_ ("The pixel map is written"));
static const QpFileWorkInfo pattern_file = PICTURE_FILE (N_ ("The test pattern is written"));

/**
 * qp_export_dialog_write:
 * @self: a dialog
 * @file: the file
 *
 * Writes what is chosen in the dialog, shows how far it is, and closes the dialog at the end.
 */
void
qp_export_dialog_write (QpExportDialog *self, GFile *file)
{
  qp_file_work_write (self->work, file);
}

static void
on_export (QpExportDialog *self)
{
  g_autofree char *screen = qp_node_display_name (self->screen);
  const QpPatternType pattern = (QpPatternType) adw_combo_row_get_selected (self->pattern);
  g_autofree char *name = self->is_pattern ? g_strdup_printf ("%s %s.png", screen, qp_pattern_key (pattern))
                                           : g_strdup_printf (_ ("%s pixel map.png"), screen);

  qp_file_work_choose (self->work, self->is_pattern ? _ ("Export a Test Pattern") : _ ("Export the Pixel Map"), name);
}

/* -- what it offers -- */

static void
fill_lists (QpExportDialog *self)
{
  g_autoptr (GtkStringList) patterns = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) files = gtk_string_list_new (NULL);

  for (guint i = 0; i < QP_N_PATTERNS; i++)
    gtk_string_list_append (patterns, qp_pattern_label (i));
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    gtk_string_list_append (files, _ (splits[i].label));
  adw_combo_row_set_model (self->pattern, G_LIST_MODEL (patterns));
  adw_combo_row_set_model (self->files, G_LIST_MODEL (files));
}

/* what the screen is, or why nothing can be written of it */
static void
show_size (QpExportDialog *self)
{
  g_auto (QpRaster) raster = { NULL };
  g_autoptr (GError) error = NULL;

  if (!qp_raster_init (&raster, (const QpScreen *) self->screen, qp_file_work_catalogue (self->work), &error))
    {
      adw_action_row_set_subtitle (self->size, error->message);
      gtk_widget_set_sensitive (self->export, FALSE);
      return;
    }
  g_autofree char *pair = qp_number_display_pair (raster.width, raster.height);
  g_autofree char *text = g_strdup_printf (_ ("%s px, one for each LED pixel"), pair);
  adw_action_row_set_subtitle (self->size, text);
  gtk_widget_set_visible (GTK_WIDGET (self->transparent_row), !qp_cells_is_full (&raster.shape.cells));
}

static void
qp_export_dialog_class_init (QpExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QpExportDialog, export);
  gtk_widget_class_bind_template_child (widget_class, QpExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QpExportDialog, pattern);
  gtk_widget_class_bind_template_child (widget_class, QpExportDialog, files);
  gtk_widget_class_bind_template_child (widget_class, QpExportDialog, transparent_row);
  gtk_widget_class_bind_template_child (widget_class, QpExportDialog, transparent);
  gtk_widget_class_bind_template_child (widget_class, QpExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, QpExportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  qp_file_work_install (widget_class);
}

static void
qp_export_dialog_init (QpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_lists (self);
}

/**
 * qp_export_dialog_show:
 * @parent: window that it belongs to
 * @session: the project; its screen is that of the Screen view
 * @is_pattern: whether a test pattern is wanted, and not the pixel map
 *
 * Asks what is to be written of the screen.
 *
 * Returns: (transfer none) (nullable): the dialog; %NULL when there is no screen
 */
QpExportDialog *
qp_export_dialog_show (GtkWindow *parent, QpProjectSession *session, gboolean is_pattern)
{
  QpNode *screen = qp_project_session_screen (session);

  if (screen == NULL)
    return NULL;
  QpExportDialog *self = g_object_new (QP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->work
      = qp_file_work_new (GTK_WINDOW (self), is_pattern ? &pattern_file : &map_file, session, self->progress, NULL);
  self->screen = screen;
  self->is_pattern = is_pattern;
  gtk_window_set_title (GTK_WINDOW (self), is_pattern ? _ ("Export a Test Pattern") : _ ("Export the Pixel Map"));
  gtk_widget_set_visible (GTK_WIDGET (self->pattern), is_pattern);
  show_size (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
