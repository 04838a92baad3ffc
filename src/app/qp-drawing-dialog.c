/* qp-drawing-dialog.c: a drawing on paper: chosen, looked at, printed or written
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-drawing-dialog.h"

#include "app/qp-compat.h"
#include "app/qp-file-work.h"
#include "base/qp-number.h"

#define A3 1

struct _QpDrawingDialog
{
  AdwWindow parent_instance;
  GtkWidget *export;
  GtkWidget *print;
  GtkStack *stack;
  QpPaperPreview *preview;
  AdwStatusPage *problem;
  GtkWidget *pager;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *page_label;
  AdwComboRow *drawing;
  GtkWidget *grid_row;
  GtkSwitch *grid;
  AdwComboRow *paper;
  AdwComboRow *orientation;
  GtkWidget *scale_group;
  AdwComboRow *scale;
  GtkWidget *tiled_row;
  GtkSwitch *tiled;
  GtkProgressBar *progress;

  QpFileWork *work; /* belongs to the window */
  QpNode *plan;     /* nullable; of its project, as the screen is */
  QpNode *screen;   /* nullable */
  QpElevationView view;
  GArray *types; /* QpDrawingType of each row of the list of drawings */
  guint page;
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (QpDrawingDialog, qp_drawing_dialog, ADW_TYPE_WINDOW)

static const double ratios[] = { 0, 50, 100, 200, 250, 500, 1000, 2000 };

static QpDrawingType
type_of (QpDrawingDialog *self)
{
  return g_array_index (self->types, QpDrawingType, adw_combo_row_get_selected (self->drawing));
}

/* what is chosen */
static QpPaperChoice *
choice_of (QpDrawingDialog *self)
{
  const QpDrawingType type = type_of (self);
  const QpNode *node = type == QP_DRAWING_PLAN ? self->plan : type == QP_DRAWING_SCREEN ? self->screen : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const double ratio = type == QP_DRAWING_CITY ? 0 : ratios[adw_combo_row_get_selected (self->scale)];
  const QpPaperChoice choice = { qp_file_work_root (self->work),
                                 qp_file_work_catalogue (self->work),
                                 type,
                                 node == NULL ? QP_ID_NONE : node->id,
                                 self->view,
                                 type == QP_DRAWING_PLAN && gtk_switch_get_active (self->grid),
                                 { adw_combo_row_get_selected (self->paper), adw_combo_row_get_selected (self->orientation) == 1, ratio,
                                   ratio > 0 && gtk_switch_get_active (self->tiled) },
                                 today };

  return qp_paper_choice_copy (&choice);
}

/* -- looking at it -- */

static void
show_page (QpDrawingDialog *self)
{
  g_autoptr (QpPaperChoice) choice = choice_of (self);

  qp_paper_preview_show (self->preview, choice, self->page);
}

static void
on_changed (QpDrawingDialog *self)
{
  if (!self->ready)
    return;
  const QpDrawingType type = type_of (self);
  self->page = 0;
  gtk_widget_set_visible (self->grid_row, type == QP_DRAWING_PLAN);
  gtk_widget_set_visible (self->scale_group, type != QP_DRAWING_CITY);
  gtk_widget_set_sensitive (self->tiled_row, adw_combo_row_get_selected (self->scale) > 0);
  show_page (self);
}

static char *
page_words (QpDrawingDialog *self, guint pages)
{
  const double ratio = qp_paper_preview_ratio (self->preview);
  g_autofree char *page = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, pages);
  g_autofree char *number = qp_number_display (ratio, 0);

  return ratio > 0 ? g_strdup_printf ("%s · 1 : %s", page, number) : g_steal_pointer (&page);
}

static void
on_drawn (QpDrawingDialog *self)
{
  const char *error = qp_paper_preview_error (self->preview);
  const guint pages = qp_paper_preview_pages (self->preview);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pager), error == NULL);
  gtk_widget_set_sensitive (self->export, error == NULL);
  gtk_widget_set_sensitive (self->print, error == NULL);
  if (error != NULL)
    {
      adw_status_page_set_description (self->problem, error);
      return;
    }
  self->page = MIN (self->page, pages - 1);
  g_autofree char *words = page_words (self, pages);
  gtk_label_set_label (self->page_label, words);
  gtk_widget_set_sensitive (self->previous, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < pages);
}

static void
on_previous (QpDrawingDialog *self)
{
  if (self->page > 0)
    self->page--;
  show_page (self);
}

static void
on_next (QpDrawingDialog *self)
{
  if (self->page + 1 < qp_paper_preview_pages (self->preview))
    self->page++;
  show_page (self);
}

static void
turn_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_has_suffix (name, "next"))
    on_next (QP_DRAWING_DIALOG (widget));
  else
    on_previous (QP_DRAWING_DIALOG (widget));
}

/* -- writing -- */

static gpointer
options_of (gpointer dialog)
{
  return choice_of (dialog);
}

static void
options_free (gpointer options)
{
  qp_paper_choice_free (options);
}

static gboolean
write_pages (const QpFileJob *job, const QpPlanWatch *watch, GError **error)
{
  QpDrawingFormat format;

  if (!qp_drawing_format_from_path (job->path, &format, error))
    return FALSE;
  g_autoptr (QpDrawingPages) pages = qp_paper_choice_pages (job->options, error);
  return pages != NULL && qp_drawing_pages_write (pages, format, job->path, watch, error);
}

static void
set_going (gpointer dialog, gboolean going)
{
  QpDrawingDialog *self = dialog;

  gtk_stack_set_visible_child_name (self->stack, going ? "progress" : "options");
  gtk_widget_set_sensitive (self->export, !going);
  gtk_widget_set_sensitive (self->print, !going);
}

static const QpFileWorkInfo drawing_file = {
  .failed = N_ ("The Drawing Could Not Be Written"),
  .elsewhere = N_ ("Choose a folder of this computer: drawings can’t be written to this place."),
  .written = N_ ("The drawing is written"),
  .options = options_of,
  .options_free = options_free,
  .write = write_pages,
  .going = set_going,
};

/**
 * qp_drawing_dialog_write:
 * @self: a dialog
 * @file: the file; its ending chooses the format
 *
 * Writes what is chosen in the dialog, shows how far it is, and closes the dialog at the end.
 */
void
qp_drawing_dialog_write (QpDrawingDialog *self, GFile *file)
{
  qp_file_work_write (self->work, file);
}

static char *
name_of (QpDrawingDialog *self)
{
  const QpDrawingType type = type_of (self);

  if (type == QP_DRAWING_CITY)
    return g_strdup (_ ("Sites of the city"));
  return qp_node_display_name (type == QP_DRAWING_PLAN ? self->plan : self->screen);
}

static void
on_export (QpDrawingDialog *self)
{
  g_autofree char *drawing = name_of (self), *name = g_strconcat (drawing, ".pdf", NULL);

  qp_file_work_choose (self->work, _ ("Export the Drawing (.pdf, .svg or .png)"), name);
}

/* -- printing -- */

/* pages for the main thread, with the choice that they are of */
typedef struct
{
  QpPaperChoice *choice;
  QpDrawingPages *pages;
} Printed;

static void
printed_free (gpointer data)
{
  Printed *self = data;

  g_clear_pointer (&self->pages, qp_drawing_pages_free);
  qp_paper_choice_free (self->choice);
  g_free (self);
}

static void
paint_printed (guint page, cairo_t *cr, gpointer data)
{
  qp_drawing_pages_paint (((Printed *) data)->pages, page, cr);
}

static gboolean
fill_print_pages (QpDrawingDialog *self, const char *title, QpPrintPages *pages, GError **error)
{
  Printed *printed = g_new0 (Printed, 1);

  printed->choice = choice_of (self);
  printed->pages = qp_paper_choice_pages (printed->choice, error);
  if (printed->pages == NULL)
    {
      printed_free (printed);
      return FALSE;
    }
  const QpPaperLayout *layout = qp_drawing_pages_layout (printed->pages);
  *pages = (QpPrintPages){ .title = title,
                           .pages = qp_drawing_pages_count (printed->pages),
                           .width = layout->page_width,
                           .height = layout->page_height,
                           .paint = paint_printed,
                           .data = printed,
                           .data_free = printed_free };
  return TRUE;
}

/**
 * qp_drawing_dialog_print_operation:
 * @self: a dialog
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the button “Print” would run, without its dialog
 */
GtkPrintOperation *
qp_drawing_dialog_print_operation (QpDrawingDialog *self, GError **error)
{
  g_autofree char *title = name_of (self);
  QpPrintPages pages;

  return fill_print_pages (self, title, &pages, error) ? qp_print_operation_new (&pages) : NULL;
}

static void
on_print (QpDrawingDialog *self)
{
  g_autofree char *title = name_of (self);
  g_autoptr (GError) error = NULL;
  QpPrintPages pages;

  if (fill_print_pages (self, title, &pages, &error))
    qp_print (GTK_WINDOW (self), &pages);
  else
    qp_tell (GTK_WINDOW (self), _ ("The Pages Could Not Be Printed"), error->message);
}

/* -- what it offers -- */

static void
add_drawing (QpDrawingDialog *self, GtkStringList *list, QpDrawingType type, const char *pattern, const QpNode *node)
{
  g_autofree char *name = node == NULL ? NULL : qp_node_display_name (node);
  g_autofree char *label = node == NULL ? g_strdup (pattern) : g_strdup_printf (pattern, name);

  gtk_string_list_append (list, label);
  g_array_append_val (self->types, type);
}

static void
fill_drawings (QpDrawingDialog *self, QpDrawingType wanted)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  if (self->plan != NULL)
    add_drawing (self, list, QP_DRAWING_PLAN, _ ("Plan: %s"), self->plan);
  if (self->screen != NULL)
    add_drawing (self, list, QP_DRAWING_SCREEN, _ ("Screen: %s"), self->screen);
  add_drawing (self, list, QP_DRAWING_CITY, _ ("Sites of the city"), NULL);
  adw_combo_row_set_model (self->drawing, G_LIST_MODEL (list));
  for (guint i = 0; i < self->types->len; i++)
    if (g_array_index (self->types, QpDrawingType, i) == wanted)
      adw_combo_row_set_selected (self->drawing, i);
}

static void
fill_lists (QpDrawingDialog *self)
{
  g_autoptr (GtkStringList) sizes = gtk_string_list_new (NULL), scales = gtk_string_list_new (NULL);

  for (guint i = 0; i < qp_paper_size_count (); i++)
    gtk_string_list_append (sizes, qp_paper_size_at (i)->name);
  gtk_string_list_append (scales, _ ("Fit on a page"));
  for (guint i = 1; i < G_N_ELEMENTS (ratios); i++)
    {
      g_autofree char *number = qp_number_display (ratios[i], 0), *words = g_strdup_printf ("1 : %s", number);
      gtk_string_list_append (scales, words);
    }
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (sizes));
  adw_combo_row_set_selected (self->paper, A3);
  adw_combo_row_set_selected (self->orientation, 1);
  adw_combo_row_set_model (self->scale, G_LIST_MODEL (scales));
}

static void
qp_drawing_dialog_dispose (GObject *object)
{
  QpDrawingDialog *self = QP_DRAWING_DIALOG (object);

  self->ready = FALSE;
  g_clear_pointer (&self->types, g_array_unref);
  G_OBJECT_CLASS (qp_drawing_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, export);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, print);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, pager);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, previous);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, next);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, drawing);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, grid_row);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, scale_group);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, tiled_row);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, tiled);
  gtk_widget_class_bind_template_child (widget_class, QpDrawingDialog, progress);
}

static void
qp_drawing_dialog_class_init (QpDrawingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qp_drawing_dialog_dispose;
  g_type_ensure (QP_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-drawing-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_drawn);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, turn_page_action);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, turn_page_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "page.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "page.previous", NULL);
  qp_file_work_install (widget_class);
}

static void
qp_drawing_dialog_init (QpDrawingDialog *self)
{
  self->types = g_array_new (FALSE, FALSE, sizeof (QpDrawingType));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_lists (self);
}

/**
 * qp_drawing_dialog_preview:
 * @self: a dialog
 *
 * Returns: (transfer none): its preview
 */
QpPaperPreview *
qp_drawing_dialog_preview (QpDrawingDialog *self)
{
  return self->preview;
}

/**
 * qp_drawing_dialog_show:
 * @parent: window that it belongs to
 * @session: the project, with the plan and the screen that are looked at
 * @type: which drawing is chosen at first
 * @view: (nullable): how the screen is looked at; paths are left out
 *
 * Asks what is to be printed or written.
 *
 * Returns: (transfer none): the dialog
 */
QpDrawingDialog *
qp_drawing_dialog_show (GtkWindow *parent, QpProjectSession *session, QpDrawingType type, const QpElevationView *view)
{
  QpDrawingDialog *self = g_object_new (QP_TYPE_DRAWING_DIALOG, "transient-for", parent, NULL);

  self->work = qp_file_work_new (GTK_WINDOW (self), &drawing_file, session, self->progress, NULL);
  self->plan = qp_project_session_plan (session);
  self->screen = qp_project_session_screen (session);
  self->view = QP_ELEVATION_VIEW_USUAL;
  if (view != NULL)
    {
      self->view.layers = view->layers & ~(guint) QP_SHOW_PATHS;
      self->view.back = view->back;
    }
  fill_drawings (self, type);
  self->ready = TRUE;
  on_changed (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
