/* qp-documents-dialog.c: the documents that are handed over as tables
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-documents-dialog.h"

#include "app/qp-compat.h"
#include "app/qp-language-row.h"
#include "app/qp-rule-book.h"
#include "app/qp-work.h"
#include "exchange/qp-handout-file.h"
#include "exchange/qp-xlsx.h"

#define LOOK_MS 100 /* how often the bar follows the thread */

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
  GArray *formats; /* QpHandoutFormat of each row of the list */
  QpNode *root;
  QpCatalogue *catalogue;
  GFile *folder;  /* nullable */
  guint document; /* that a file is chosen for */
  QpWork *work;   /* while it is made */
  GFile *written;
  GCancellable *cancellable;
  guint look;
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
  const QpHandoutInfo *info;
  QpNode *root;
  QpCatalogue *catalogue;
  QpRuleBook *book;
  QpHandoutFormat format;
  gboolean bom;
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

static gboolean
write_document (gpointer data, const QpPlanWatch *watch, GError **error)
{
  const Job *self = data;
  const QpHandoutSource source = { self->root, self->catalogue, self->book->sets, self->today, watch };
  g_autoptr (QpHandout) handout = self->info->make (&source);

  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  g_autoptr (GBytes) bytes = qp_handout_to_bytes (handout, self->format, self->bom, watch, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  return g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

/* in the language that was chosen, while the window goes on in its own */
static gboolean
make_document (gpointer data, const QpPlanWatch *watch, GError **error)
{
  const Job *self = data;

  if (!qp_language_begin (self->language, error))
    return FALSE;
  const gboolean written = write_document (data, watch, error);
  qp_language_end ();
  return written;
}

/* -- in the window -- */

static gboolean
on_look (gpointer data)
{
  QpDocumentsDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, qp_work_progress (self->work));
  return G_SOURCE_CONTINUE;
}

static void
set_going (QpDocumentsDialog *self, gboolean going)
{
  gtk_revealer_set_reveal_child (self->going, going);
  gtk_widget_set_sensitive (GTK_WIDGET (self->documents), !going);
  gtk_widget_set_sensitive (GTK_WIDGET (self->format), !going);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "work.cancel", going);
}

static void
stop (QpDocumentsDialog *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->work, qp_work_unref);
  g_clear_object (&self->cancellable);
  set_going (self, FALSE);
}

static void
tell_written (QpDocumentsDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *uri = g_file_get_uri (self->written), *name = g_file_get_basename (self->written);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is written"), name);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell-file", "(ss)", text, uri);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QpDocumentsDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean fine = qp_work_run_finish (result, &error);

  if (self->work == NULL) /* the dialog is gone */
    return;
  stop (self);
  if (fine)
    {
      tell_written (self);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    qp_tell (GTK_WINDOW (self), _ ("The Document Could Not Be Written"), error->message);
}

static Job *
job_new (QpDocumentsDialog *self, guint document, QpHandoutFormat format, char *path)
{
  Job *job = g_new (Job, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  *job = (Job){ qp_handout_at (document),    qp_node_ref (self->root), qp_catalogue_ref (self->catalogue),
                qp_rule_book_default (),     format,                   gtk_switch_get_active (self->bom),
                g_date_time_format (now, "%Y-%m-%d"), path,                     qp_language_row_get (self->language) };
  return job;
}

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
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  QpHandoutFormat format;

  if (path == NULL)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", _ ("Choose a folder of this computer: documents can’t be written to this place."));
  if (error != NULL || !qp_handout_format_from_path (path, &format, &error))
    {
      qp_tell (GTK_WINDOW (self), _ ("The Document Could Not Be Written"), error->message);
      return;
    }
  g_set_object (&self->written, file);
  self->work = qp_work_new (make_document, job_new (self, document, format, g_steal_pointer (&path)), job_free);
  self->cancellable = g_cancellable_new ();
  self->look = g_timeout_add (LOOK_MS, on_look, self);
  gtk_progress_bar_set_fraction (self->progress, 0);
  set_going (self, TRUE);
  qp_work_run_async (self->work, self->cancellable, on_written, g_object_ref (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QpDocumentsDialog *self = QP_DOCUMENTS_DIALOG (source);
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);

  if (file != NULL)
    qp_documents_dialog_write (self, self->document, file);
}

static void
export_document (QpDocumentsDialog *self, guint document)
{
  const char *title = _ (qp_handout_at (document)->title);
  g_autofree char *name = g_strdup_printf ("%s.%s", title, ending_of (format_of (self)));

  self->document = document;
  g_strdelimit (name, "/\\:", '-');
  qp_file_dialog_export (GTK_WINDOW (self), title, name, self->folder, on_chosen, NULL);
}

static void
on_activated (AdwActionRow *row, gpointer data)
{
  export_document (QP_DOCUMENTS_DIALOG (gtk_widget_get_root (GTK_WIDGET (row))), GPOINTER_TO_UINT (data));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (QP_DOCUMENTS_DIALOG (widget)->cancellable);
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

static gboolean
qp_documents_dialog_close_request (GtkWindow *window)
{
  QpDocumentsDialog *self = QP_DOCUMENTS_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (qp_documents_dialog_parent_class)->close_request (window);
}

static void
qp_documents_dialog_dispose (GObject *object)
{
  QpDocumentsDialog *self = QP_DOCUMENTS_DIALOG (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->work, qp_work_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->folder);
  g_clear_object (&self->written);
  g_clear_pointer (&self->formats, g_array_unref);
  g_clear_pointer (&self->root, qp_node_unref);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  G_OBJECT_CLASS (qp_documents_dialog_parent_class)->dispose (object);
}

static void
qp_documents_dialog_class_init (QpDocumentsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qp_documents_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = qp_documents_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-documents-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, language);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, format);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, bom_row);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, bom);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, documents);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, going);
  gtk_widget_class_bind_template_child (widget_class, QpDocumentsDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_format);
  gtk_widget_class_install_action (widget_class, "work.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qp_documents_dialog_init (QpDocumentsDialog *self)
{
  self->formats = g_array_new (FALSE, FALSE, sizeof (QpHandoutFormat));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_formats (self);
  add_rows (self);
  set_going (self, FALSE);
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
  GFile *file = qp_project_session_file (session);

  self->root = qp_node_ref (qp_project_session_root (session));
  self->catalogue = qp_catalogue_ref (qp_estimate_cache_catalogue (qp_project_session_estimates (session)));
  self->folder = file != NULL ? g_file_get_parent (file) : NULL;
  qp_language_row_fill (self->language, (const QpProject *) self->root);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
