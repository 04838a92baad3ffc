/* qp-export-dialog.c: what of a screen's raster is written, and how far it is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compat.h"
#include "app/qp-export-dialog.h"
#include "app/qp-window.h"
#include "base/qp-number.h"

#define LOOK_MS 100 /* how often the bar follows the thread */

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
  QpNode *screen;
  QpCatalogue *catalogue;
  GFile *folder;
  gboolean is_pattern;
  QpWork *job; /* while it is written */
  GCancellable *cancellable;
  guint look;
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

static gboolean
on_look (gpointer data)
{
  QpExportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, qp_work_progress (self->job));
  return G_SOURCE_CONTINUE;
}

static void
stop (QpExportDialog *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->job, qp_work_unref);
  g_clear_object (&self->cancellable);
  gtk_stack_set_visible_child_name (self->stack, "options");
  gtk_widget_set_sensitive (self->export, TRUE);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QpExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean fine = qp_work_run_finish (result, &error);

  if (self->job == NULL) /* the dialog is gone */
    return;
  stop (self);
  if (fine)
    {
      GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell", "s",
                                    self->is_pattern ? _ ("The test pattern is written")
                                                     : _ ("The pixel map is written"));
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    qp_tell (GTK_WINDOW (self), _ ("The Picture Could Not Be Written"), error->message);
}

static QpExportOptions
options_of (QpExportDialog *self)
{
  return (QpExportOptions){ .is_pattern = self->is_pattern,
                            .pattern = (QpPatternType) adw_combo_row_get_selected (self->pattern),
                            .transparent = gtk_switch_get_active (self->transparent),
                            .split = splits[adw_combo_row_get_selected (self->files)].split };
}

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
  const QpExportOptions options = options_of (self);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      qp_tell (GTK_WINDOW (self), _ ("The Picture Could Not Be Written"),
               _ ("Choose a folder of this computer: pictures can’t be written to this place."));
      return;
    }
  self->job = qp_export_job_new (self->screen, self->catalogue, &options, path);
  self->cancellable = g_cancellable_new ();
  self->look = g_timeout_add (LOOK_MS, on_look, self);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_widget_set_sensitive (self->export, FALSE);
  qp_work_run_async (self->job, self->cancellable, on_written, g_object_ref (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QpExportDialog *self = QP_EXPORT_DIALOG (source);
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);

  if (file != NULL)
    qp_export_dialog_write (self, file);
}

static void
on_export (QpExportDialog *self)
{
  g_autofree char *screen = qp_node_display_name (self->screen);
  const QpExportOptions options = options_of (self);
  g_autofree char *name = self->is_pattern ? g_strdup_printf ("%s %s.png", screen, qp_pattern_key (options.pattern))
                                           : g_strdup_printf (_ ("%s pixel map.png"), screen);

  g_strdelimit (name, "/\\:", '-');
  qp_file_dialog_export (GTK_WINDOW (self), self->is_pattern ? _ ("Export a Test Pattern") : _ ("Export the Pixel Map"),
                         name, self->folder, on_chosen, NULL);
}

static void
on_cancel (QpExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
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

  if (!qp_raster_init (&raster, (const QpScreen *) self->screen, self->catalogue, &error))
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

static gboolean
qp_export_dialog_close_request (GtkWindow *window)
{
  QpExportDialog *self = QP_EXPORT_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (qp_export_dialog_parent_class)->close_request (window);
}

static void
qp_export_dialog_dispose (GObject *object)
{
  QpExportDialog *self = QP_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->job, qp_work_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->screen, qp_node_unref);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  G_OBJECT_CLASS (qp_export_dialog_parent_class)->dispose (object);
}

static void
qp_export_dialog_class_init (QpExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qp_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = qp_export_dialog_close_request;
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
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
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
  GFile *file = qp_project_session_file (session);

  if (screen == NULL)
    return NULL;
  QpExportDialog *self = g_object_new (QP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->screen = qp_node_ref (screen);
  self->catalogue = qp_catalogue_ref (qp_estimate_cache_catalogue (qp_project_session_estimates (session)));
  self->folder = file != NULL ? g_file_get_parent (file) : NULL;
  self->is_pattern = is_pattern;
  gtk_window_set_title (GTK_WINDOW (self), is_pattern ? _ ("Export a Test Pattern") : _ ("Export the Pixel Map"));
  gtk_widget_set_visible (GTK_WIDGET (self->pattern), is_pattern);
  show_size (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
