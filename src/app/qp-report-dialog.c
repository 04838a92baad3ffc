/* qp-report-dialog.c: the planning report: on which paper, which sections, and how far it is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-report-dialog.h"

#include "app/qp-compat.h"
#include "app/qp-language-row.h"
#include "app/qp-rule-book.h"
#include "app/qp-work.h"
#include "exchange/qp-report.h"
#include "render/qp-paper.h"

#define LOOK_MS 100  /* how often the bar follows the thread */
#define N_PAPERS 2   /* A4 and A3 */
#define PREPARED 0.1 /* of the bar: what is found before the first page */

struct _QpReportDialog
{
  AdwWindow parent_instance;
  GtkWidget *export;
  GtkStack *stack;
  AdwComboRow *language;
  AdwComboRow *paper;
  AdwPreferencesGroup *sections;
  GtkProgressBar *progress;
  GPtrArray *switches; /* GtkSwitch of each section, borrowed */
  QpNode *root;
  QpCatalogue *catalogue;
  GFile *folder; /* nullable */
  QpWork *work;  /* while it is made */
  GFile *written;
  GCancellable *cancellable;
  guint look;
};

G_DEFINE_FINAL_TYPE (QpReportDialog, qp_report_dialog, ADW_TYPE_WINDOW)

/* -- in the thread -- */

typedef struct
{
  QpNode *root;
  QpCatalogue *catalogue;
  QpRuleBook *book;
  guint paper;
  guint64 left_out;
  char *today;
  char *path;
  const char *language;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  qp_node_unref (self->root);
  qp_catalogue_unref (self->catalogue);
  qp_rule_book_unref (self->book);
  g_free (self->today);
  g_free (self->path);
  g_free (self);
}

static void
on_page (guint page, guint total, gpointer data)
{
  const QpPlanWatch *watch = data;

  if (total > 0)
    watch->progress (PREPARED + (1 - PREPARED) * page / total, watch->data);
}

static gboolean
write_report (gpointer data, const QpPlanWatch *watch, GError **error)
{
  const Job *self = data;
  QpReport report;

  qp_report_init (&report, self->root, self->catalogue, self->today);
  report.rules = self->book->sets;
  report.paper = self->paper;
  report.left_out = self->left_out;
  report.told = on_page;
  report.told_data = (gpointer) watch;
  return qp_report_write (&report, self->path, watch->cancellable, error);
}

/* in the language that was chosen, while the window goes on in its own */
static gboolean
make_report (gpointer data, const QpPlanWatch *watch, GError **error)
{
  const Job *self = data;

  if (!qp_language_begin (self->language, error))
    return FALSE;
  const gboolean written = write_report (data, watch, error);
  qp_language_end ();
  return written;
}

/* -- in the window -- */

static gboolean
on_look (gpointer data)
{
  QpReportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, qp_work_progress (self->work));
  return G_SOURCE_CONTINUE;
}

static void
stop (QpReportDialog *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->work, qp_work_unref);
  g_clear_object (&self->cancellable);
  gtk_stack_set_visible_child_name (self->stack, "options");
  gtk_widget_set_sensitive (self->export, TRUE);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QpReportDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean fine = qp_work_run_finish (result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->work == NULL) /* the dialog is gone */
    return;
  stop (self);
  if (fine)
    {
      g_autofree char *uri = g_file_get_uri (self->written);
      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell-file", "(ss)", _ ("The report is written"), uri);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    qp_tell (GTK_WINDOW (self), _ ("The Report Could Not Be Written"), error->message);
}

static guint64
left_out_of (QpReportDialog *self)
{
  guint64 left_out = 0;

  for (guint i = 0; i < self->switches->len; i++)
    if (!gtk_switch_get_active (self->switches->pdata[i]))
      left_out |= G_GUINT64_CONSTANT (1) << i;
  return left_out;
}

/**
 * qp_report_dialog_write:
 * @self: a dialog
 * @file: the file
 *
 * Makes the report as it is chosen in the dialog, shows how far it is, and closes the dialog at the end.
 */
void
qp_report_dialog_write (QpReportDialog *self, GFile *file)
{
  char *path = g_file_get_path (file);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (path == NULL)
    {
      qp_tell (GTK_WINDOW (self), _ ("The Report Could Not Be Written"),
               _ ("Choose a folder of this computer: the report can’t be written to this place."));
      return;
    }
  Job *job = g_new (Job, 1);
  *job = (Job){ qp_node_ref (self->root), qp_catalogue_ref (self->catalogue),       qp_rule_book_default (), adw_combo_row_get_selected (self->paper),
                left_out_of (self),       g_date_time_format (now, "%Y-%m-%d"), path, qp_language_row_get (self->language) };
  g_set_object (&self->written, file);
  self->work = qp_work_new (make_report, job, job_free);
  self->cancellable = g_cancellable_new ();
  self->look = g_timeout_add (LOOK_MS, on_look, self);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_widget_set_sensitive (self->export, FALSE);
  qp_work_run_async (self->work, self->cancellable, on_written, g_object_ref (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QpReportDialog *self = QP_REPORT_DIALOG (source);
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);

  if (file != NULL)
    qp_report_dialog_write (self, file);
}

static void
on_export (QpReportDialog *self)
{
  const char *title = ((const QpProject *) self->root)->title;
  /* Translators: file name; %s is the title of the project; keep “.pdf” */
  g_autofree char *name = g_strdup_printf (_ ("%s report.pdf"), title == NULL ? _ ("Project") : title);

  g_strdelimit (name, "/\\:", '-');
  qp_file_dialog_export (GTK_WINDOW (self), _ ("Export the Planning Report"), name, self->folder, on_chosen, NULL);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpReportDialog *self = QP_REPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* -- what it offers -- */

/* nothing is left to write when all sections are left out */
static void
on_switched (QpReportDialog *self)
{
  const guint64 all = (G_GUINT64_CONSTANT (1) << self->switches->len) - 1;

  gtk_widget_set_sensitive (self->export, left_out_of (self) != all);
}

static void
add_sections (QpReportDialog *self)
{
  for (guint i = 0; i < qp_report_section_count (); i++)
    {
      GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();
      gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
      gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
      g_signal_connect_object (toggle, "notify::active", G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (qp_report_section_at (i)->title));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
      adw_preferences_group_add (self->sections, row);
      g_ptr_array_add (self->switches, toggle);
    }
}

static void
fill_papers (QpReportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_PAPERS; i++)
    gtk_string_list_append (list, qp_paper_size_at (i)->name);
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (list));
}

/**
 * qp_report_dialog_leave_out:
 * @self: a dialog
 * @section: index of a section
 * @left_out: whether it is left out
 *
 * As its switch does.
 */
void
qp_report_dialog_leave_out (QpReportDialog *self, guint section, gboolean left_out)
{
  gtk_switch_set_active (self->switches->pdata[section], !left_out);
}

static gboolean
qp_report_dialog_close_request (GtkWindow *window)
{
  QpReportDialog *self = QP_REPORT_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (qp_report_dialog_parent_class)->close_request (window);
}

static void
qp_report_dialog_dispose (GObject *object)
{
  QpReportDialog *self = QP_REPORT_DIALOG (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->work, qp_work_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->folder);
  g_clear_object (&self->written);
  g_clear_pointer (&self->root, qp_node_unref);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  G_OBJECT_CLASS (qp_report_dialog_parent_class)->dispose (object);
}

static void
qp_report_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (QP_REPORT_DIALOG (object)->switches);
  G_OBJECT_CLASS (qp_report_dialog_parent_class)->finalize (object);
}

static void
qp_report_dialog_class_init (QpReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qp_report_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_report_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = qp_report_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, export);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, language);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, sections);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_install_action (widget_class, "work.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "work.cancel", NULL);
}

static void
qp_report_dialog_init (QpReportDialog *self)
{
  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_papers (self);
  add_sections (self);
}

/**
 * qp_report_dialog_show:
 * @parent: window that it belongs to
 * @session: the project
 *
 * Asks what the report has.
 *
 * Returns: (transfer none): the dialog
 */
QpReportDialog *
qp_report_dialog_show (GtkWindow *parent, QpProjectSession *session)
{
  QpReportDialog *self = g_object_new (QP_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);
  GFile *file = qp_project_session_file (session);

  self->root = qp_node_ref (qp_project_session_root (session));
  self->catalogue = qp_catalogue_ref (qp_estimate_cache_catalogue (qp_project_session_estimates (session)));
  self->folder = file != NULL ? g_file_get_parent (file) : NULL;
  qp_language_row_fill (self->language, (const QpProject *) self->root);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
