/* qp-report-dialog.c: the planning report: on which paper, which sections, and how far it is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-report-dialog.h"

#include "app/qp-file-work.h"
#include "exchange/qp-report.h"
#include "render/qp-paper.h"

#define N_PAPERS 2   /* A4 and A3 */
#define PREPARED 0.1 /* of the bar: what is found before the first page */

struct _QpReportDialog
{
  AdwWindow parent_instance;
  GtkWidget *export;
  GtkWidget *print;
  GtkStack *stack;
  AdwComboRow *language;
  AdwComboRow *paper;
  AdwPreferencesGroup *sections;
  GtkProgressBar *progress;
  GPtrArray *switches; /* GtkSwitch of each section, borrowed */
  QpFileWork *work;    /* belongs to the window */
  QpPrintFunc printer; /* while pages are made for it */
};

G_DEFINE_FINAL_TYPE (QpReportDialog, qp_report_dialog, ADW_TYPE_WINDOW)

/* -- in the thread -- */

typedef struct
{
  guint paper;
  guint64 left_out;
  GPtrArray *pages; /* once they were made for a printer; nullable */
} Choices;

static void
choices_free (gpointer data)
{
  Choices *self = data;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_free (self);
}

static void
on_page (guint page, guint total, gpointer data)
{
  const QpPlanWatch *watch = data;

  if (total > 0)
    watch->progress (PREPARED + (1 - PREPARED) * page / total, watch->data);
}

static void
init_report (QpReport *report, const QpFileJob *job, const QpPlanWatch *watch)
{
  const Choices *choices = job->options;

  qp_report_init (report, job->root, job->catalogue, job->today);
  report->rules = job->book->sets;
  report->paper = choices->paper;
  report->left_out = choices->left_out;
  report->told = on_page;
  report->told_data = (gpointer) watch;
}

static gboolean
write_report (const QpFileJob *job, const QpPlanWatch *watch, GError **error)
{
  QpReport report;

  init_report (&report, job, watch);
  return qp_report_write (&report, job->path, watch->cancellable, error);
}

static gboolean
make_pages (const QpFileJob *job, const QpPlanWatch *watch, GError **error)
{
  Choices *choices = job->options;
  QpReport report;

  init_report (&report, job, watch);
  choices->pages = qp_report_to_pages (&report, watch->cancellable, error);
  return choices->pages != NULL;
}

/* -- in the window -- */

static guint64
left_out_of (QpReportDialog *self)
{
  guint64 left_out = 0;

  for (guint i = 0; i < self->switches->len; i++)
    if (!gtk_switch_get_active (self->switches->pdata[i]))
      left_out |= G_GUINT64_CONSTANT (1) << i;
  return left_out;
}

static gpointer
choices_of (gpointer dialog)
{
  QpReportDialog *self = dialog;
  const Choices choices = { adw_combo_row_get_selected (self->paper), left_out_of (self), NULL };

  return g_memdup2 (&choices, sizeof choices);
}

static void
set_going (gpointer dialog, gboolean going)
{
  QpReportDialog *self = dialog;

  gtk_stack_set_visible_child_name (self->stack, going ? "progress" : "options");
  gtk_widget_set_sensitive (self->export, !going);
  gtk_widget_set_sensitive (self->print, !going);
}

static const QpFileWorkInfo report_file = {
  .failed = N_ ("The Report Could Not Be Written"),
  .elsewhere = N_ ("Choose a folder of this computer: the report can’t be written to this place."),
  .written = N_ ("The report is written"),
  .options = choices_of,
  .options_free = choices_free,
  .write = write_report,
  .going = set_going,
};

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
  qp_file_work_write (self->work, file);
}

static void
on_export (QpReportDialog *self)
{
  const char *title = ((const QpProject *) qp_file_work_root (self->work))->title;
  /* Translators: file name; %s is the title of the project; keep “.pdf” */
  g_autofree char *name = g_strdup_printf (_ ("%s report.pdf"), title == NULL ? _ ("Project") : title);

  qp_file_work_choose (self->work, _ ("Export the Planning Report"), name);
}

/* -- printing -- */

static void
paint_page (guint page, cairo_t *cr, gpointer recordings)
{
  cairo_set_source_surface (cr, ((GPtrArray *) recordings)->pdata[page], 0, 0);
  cairo_paint (cr);
}

static gboolean
is_landscape (guint page, gpointer recordings)
{
  cairo_rectangle_t extents;

  cairo_recording_surface_get_extents (((GPtrArray *) recordings)->pdata[page], &extents);
  return extents.width > extents.height;
}

static void
pages_free (gpointer recordings)
{
  g_ptr_array_unref (recordings);
}

static void
print_pages (gpointer dialog, gpointer options)
{
  QpReportDialog *self = dialog;
  Choices *choices = options;
  const QpProject *project = (const QpProject *) qp_file_work_root (self->work);
  QpPrintPages pages = { .title = project->title != NULL ? project->title : gtk_window_get_title (dialog),
                         .pages = choices->pages->len,
                         .paint = paint_page,
                         .is_landscape = is_landscape,
                         .data_free = pages_free };

  qp_pages_paper_size (choices->paper, FALSE, &pages.width, &pages.height);
  pages.data = g_steal_pointer (&choices->pages);
  self->printer (dialog, &pages);
}

static const QpFileWorkInfo printed_report = {
  .failed = N_ ("The Pages Could Not Be Printed"),
  .options = choices_of,
  .options_free = choices_free,
  .write = make_pages,
  .going = set_going,
  .done = print_pages,
};

/**
 * qp_report_dialog_print:
 * @self: a dialog
 * @print: prints the pages
 *
 * Makes the pages of the report as it is chosen in the dialog, shows how far they are, and prints them at the end.
 */
void
qp_report_dialog_print (QpReportDialog *self, QpPrintFunc print)
{
  self->printer = print;
  qp_file_work_make (self->work, &printed_report);
}

static void
on_print (QpReportDialog *self)
{
  qp_report_dialog_print (self, qp_print);
}

/* -- what it offers -- */

/* nothing is left to write or print when all sections are left out */
static void
on_switched (QpReportDialog *self)
{
  const guint64 all = (G_GUINT64_CONSTANT (1) << self->switches->len) - 1;

  gtk_widget_set_sensitive (self->export, left_out_of (self) != all);
  gtk_widget_set_sensitive (self->print, left_out_of (self) != all);
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

  G_OBJECT_CLASS (klass)->finalize = qp_report_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, export);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, print);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, language);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, sections);
  gtk_widget_class_bind_template_child (widget_class, QpReportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  qp_file_work_install (widget_class);
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

  self->work = qp_file_work_new (GTK_WINDOW (self), &report_file, session, self->progress, self->language);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
