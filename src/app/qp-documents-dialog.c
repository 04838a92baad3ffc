/* qp-documents-dialog.c: the documents that are handed over as tables
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-documents-dialog.h"

#include "app/qp-file-work.h"
#include "exchange/qp-handout-file.h"
#include "exchange/qp-xlsx.h"

struct _QpDocumentsDialog
{
  AdwWindow parent_instance;
  AdwComboRow *language;
  AdwComboRow *format;
  GtkWidget *bom_row;
  GtkSwitch *bom;
  AdwPreferencesGroup *documents;
  GtkRevealer *going;
  GtkProgressBar *progress;
  GArray *formats;  /* QpHandoutFormat of each row of the list */
  guint document;   /* that a file is chosen for */
  QpFileWork *work; /* belongs to the window */
};

G_DEFINE_FINAL_TYPE (QpDocumentsDialog, qp_documents_dialog, ADW_TYPE_WINDOW)

static gboolean
always (void)
{
  return TRUE;
}

static const struct
{
  const char *label;
  const char *ending;
  QpHandoutFormat format;
  gboolean (*is_supported) (void);
} all_formats[] = {
  { N_ ("Pages (.pdf)"), "pdf", QP_HANDOUT_PDF, always },
  { N_ ("Spreadsheet (.xlsx)"), "xlsx", QP_HANDOUT_XLSX, qp_xlsx_is_supported },
  { N_ ("Table (.csv)"), "csv", QP_HANDOUT_CSV, always },
};

static QpHandoutFormat
format_of (QpDocumentsDialog *self)
{
  return g_array_index (self->formats, QpHandoutFormat, adw_combo_row_get_selected (self->format));
}

static const char *
ending_of (QpHandoutFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_formats); i++)
    if (all_formats[i].format == format)
      return all_formats[i].ending;
  return "csv";
}

/* -- in the thread -- */

typedef struct
{
  guint document;
  gboolean bom;
} Choices;

static gboolean
write_document (const QpFileJob *job, const QpPlanWatch *watch, GError **error)
{
  const Choices *choices = job->options;
  const QpHandoutSource source = { job->root, job->catalogue, job->book->sets, job->today, watch };
  QpHandoutFormat format;

  if (!qp_handout_format_from_path (job->path, &format, error))
    return FALSE;
  g_autoptr (QpHandout) handout = qp_handout_at (choices->document)->make (&source);
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  g_autoptr (GBytes) bytes = qp_handout_to_bytes (handout, format, choices->bom, watch, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  return g_file_set_contents (job->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

/* -- in the window -- */

static gpointer
choices_of (gpointer dialog)
{
  QpDocumentsDialog *self = dialog;
  const Choices choices = { self->document, gtk_switch_get_active (self->bom) };

  return g_memdup2 (&choices, sizeof choices);
}

static void
set_going (gpointer dialog, gboolean going)
{
  QpDocumentsDialog *self = dialog;

  gtk_revealer_set_reveal_child (self->going, going);
  gtk_widget_set_sensitive (GTK_WIDGET (self->documents), !going);
  gtk_widget_set_sensitive (GTK_WIDGET (self->format), !going);
}

static const QpFileWorkInfo document_file = {
  .failed = N_ ("The Document Could Not Be Written"),
  .elsewhere = N_ ("Choose a folder of this computer: documents can’t be written to this place."),
  .options = choices_of,
  .options_free = g_free,
  .write = write_document,
  .going = set_going,
};

/**
 * qp_documents_dialog_write:
 * @self: a dialog
 * @document: index of the document in the list
 * @file: the file; its ending chooses the format
 *
 * Makes the document and writes it, shows how far it is, and closes the dialog at the end.
 */
void
qp_documents_dialog_write (QpDocumentsDialog *self, guint document, GFile *file)
{
  self->document = document;
  qp_file_work_write (self->work, file);
}

static void
export_document (QpDocumentsDialog *self, guint document)
{
  const char *title = _ (qp_handout_at (document)->title);
  g_autofree char *name = g_strdup_printf ("%s.%s", title, ending_of (format_of (self)));

  self->document = document;
  qp_file_work_choose (self->work, title, name);
}

static void
on_activated (AdwActionRow *row, gpointer data)
{
  export_document (QP_DOCUMENTS_DIALOG (gtk_widget_get_root (GTK_WIDGET (row))), GPOINTER_TO_UINT (data));
}

static void
on_format (QpDocumentsDialog *self)
{
  gtk_widget_set_visible (self->bom_row, self->formats->len > 0 && format_of (self) == QP_HANDOUT_CSV);
}

static void
add_rows (QpDocumentsDialog *self)
{
  for (guint i = 0; i < qp_handout_count (); i++)
    {
      GtkWidget *row = adw_action_row_new (), *icon = gtk_image_new_from_icon_name ("go-next-symbolic");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (qp_handout_at (i)->title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (qp_handout_at (i)->about));
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (on_activated), GUINT_TO_POINTER (i));
      adw_preferences_group_add (self->documents, row);
    }
}

static void
fill_formats (QpDocumentsDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all_formats); i++)
    if (all_formats[i].is_supported ())
      {
        gtk_string_list_append (list, _ (all_formats[i].label));
        g_array_append_val (self->formats, all_formats[i].format);
      }
  adw_combo_row_set_model (self->format, G_LIST_MODEL (list));
  on_format (self);
}

static void
qp_documents_dialog_finalize (GObject *object)
{
  g_array_unref (QP_DOCUMENTS_DIALOG (object)->formats);
  G_OBJECT_CLASS (qp_documents_dialog_parent_class)->finalize (object);
}

static void
qp_documents_dialog_class_init (QpDocumentsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qp_documents_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-documents-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, language);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, format);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, bom_row);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, bom);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, documents);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, going);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_format);
  qp_file_work_install (widget_class);
}

static void
qp_documents_dialog_init (QpDocumentsDialog *self)
{
  self->formats = g_array_new (FALSE, FALSE, sizeof (QpHandoutFormat));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_formats (self);
  add_rows (self);
}

/**
 * qp_documents_dialog_show:
 * @parent: window that it belongs to
 * @session: the project
 *
 * Asks which document is wanted.
 *
 * Returns: (transfer none): the dialog
 */
QpDocumentsDialog *
qp_documents_dialog_show (GtkWindow *parent, QpProjectSession *session)
{
  QpDocumentsDialog *self = g_object_new (QP_TYPE_DOCUMENTS_DIALOG, "transient-for", parent, NULL);

  self->work = qp_file_work_new (GTK_WINDOW (self), &document_file, session, self->progress, self->language);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
