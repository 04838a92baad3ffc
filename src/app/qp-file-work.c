/* qp-file-work.c: the file that a dialog is for: chosen, written in a thread, stopped, told at the end
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-file-work.h"

#include "app/qp-compat.h"
#include "app/qp-language-row.h"
#include "base/qp-thread.h"

#define LOOK_MS 100 /* how often the bar follows the thread */
#define PERMILLE 1000
#define KEY "qp-file-work"

struct _QpFileWork
{
  GtkWindow *dialog; /* whom this belongs to */
  const QpFileWorkInfo *info;
  GtkProgressBar *progress;
  AdwComboRow *language; /* nullable */
  QpNode *root;
  QpCatalogue *catalogue;
  GFile *folder; /* nullable */
  GFile *file;   /* that is or was written */
  GTask *task;   /* while it is; keeps the dialog */
  guint look;
};

/* -- in the thread -- */

typedef struct
{
  QpFileJob job;
  const QpFileWorkInfo *info;
  int permille; /* atomic: told by the thread, asked by the window */
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  qp_node_unref (self->job.root);
  qp_catalogue_unref (self->job.catalogue);
  qp_rule_book_unref (self->job.book);
  g_free (self->job.today);
  g_free (self->job.path);
  self->info->options_free (self->job.options);
  g_free (self);
}

static void
on_progress (double fraction, gpointer data)
{
  g_atomic_int_set (&((Run *) data)->permille, (int) (fraction * PERMILLE));
}

/* in the language that was chosen, while the window goes on in its own */
static gboolean
run (Run *self, const QpPlanWatch *watch, GError **error)
{
  if (self->job.language != NULL && !qp_language_begin (self->job.language, error))
    return FALSE;
  const gboolean written = self->info->write (&self->job, watch, error);
  qp_language_end ();
  return written;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const QpPlanWatch watch = { cancellable, on_progress, data };
  GError *error = NULL;

  qp_thread_stand_back ();
  if (run (data, &watch, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* -- in the window -- */

static gboolean
on_look (gpointer data)
{
  QpFileWork *self = data;
  Run *working = g_task_get_task_data (self->task);

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&working->permille) / (double) PERMILLE);
  return G_SOURCE_CONTINUE;
}

/* what was written in parts has no file of that name to be opened */
static void
tell_written (QpFileWork *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (self->dialog);
  g_autofree char *uri = g_file_get_uri (self->file), *name = g_file_get_basename (self->file);
  g_autofree char *text = self->info->written != NULL ? g_strdup (_ (self->info->written))
                                                      : g_strdup_printf (_ ("“%s” is written"), name);

  if (parent == NULL)
    return;
  if (g_file_query_exists (self->file, NULL))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell-file", "(ss)", text, uri);
  else
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell", "s", text);
}

static void
on_written (GObject *dialog, GAsyncResult *result, gpointer data)
{
  QpFileWork *self = data;
  const Run *ended = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gboolean fine = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_object (&self->task);
  if (!gtk_widget_get_visible (GTK_WIDGET (dialog))) /* it was closed */
    return;
  ended->info->going (dialog, FALSE);
  if (fine && ended->info->done != NULL)
    ended->info->done (dialog, ended->job.options);
  else if (fine)
    {
      tell_written (self);
      gtk_window_close (GTK_WINDOW (dialog));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    qp_tell (GTK_WINDOW (dialog), _ (ended->info->failed), error->message);
}

static Run *
run_new (QpFileWork *self, const QpFileWorkInfo *info, char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *language = self->language != NULL ? qp_language_row_get (self->language) : NULL;
  Run *new_run = g_new0 (Run, 1);

  new_run->info = info;
  new_run->job = (QpFileJob){ qp_node_ref (self->root),
                              qp_catalogue_ref (self->catalogue),
                              qp_rule_book_default (),
                              g_date_time_format (now, "%Y-%m-%d"),
                              language,
                              path,
                              info->options (self->dialog) };
  return new_run;
}

static void
start (QpFileWork *self, const QpFileWorkInfo *info, char *path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  self->task = g_task_new (self->dialog, cancellable, on_written, self);
  g_task_set_task_data (self->task, run_new (self, info, path), run_free);
  self->look = g_timeout_add (LOOK_MS, on_look, self);
  gtk_progress_bar_set_fraction (self->progress, 0);
  info->going (self->dialog, TRUE);
  g_task_run_in_thread (self->task, run_in_thread);
}

/**
 * qp_file_work_write:
 * @self: the file of a dialog
 * @file: the file
 *
 * Writes what is chosen in the dialog, shows how far it is, and closes the dialog at the end. What goes wrong is told.
 */
void
qp_file_work_write (QpFileWork *self, GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      qp_tell (self->dialog, _ (self->info->failed), _ (self->info->elsewhere));
      return;
    }
  g_set_object (&self->file, file);
  start (self, self->info, path);
}

/**
 * qp_file_work_make:
 * @self: the file of a dialog
 * @info: what is made instead of the file, with a function for the end; static
 *
 * Makes it as the file would be written: in a thread, with progress, until somebody stops it.
 */
void
qp_file_work_make (QpFileWork *self, const QpFileWorkInfo *info)
{
  start (self, info, NULL);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);

  if (file != NULL)
    qp_file_work_write (g_object_get_data (source, KEY), file);
}

/**
 * qp_file_work_choose:
 * @self: the file of a dialog
 * @title: title of the dialog that asks for the file
 * @name: name that is offered
 *
 * Asks where to, beside the project at first, and writes it.
 */
void
qp_file_work_choose (QpFileWork *self, const char *title, const char *name)
{
  g_autofree char *offered = g_strdup (name);

  g_strdelimit (offered, "/\\:", '-');
  qp_file_dialog_export (self->dialog, title, offered, self->folder, on_chosen, NULL);
}

/**
 * qp_file_work_root:
 * @self: the file of a dialog
 *
 * Returns: (transfer none): the project as it was when the dialog was opened
 */
QpNode *
qp_file_work_root (QpFileWork *self)
{
  return self->root;
}

/**
 * qp_file_work_catalogue:
 * @self: the file of a dialog
 *
 * Returns: (transfer none): where its cabinets are looked up
 */
QpCatalogue *
qp_file_work_catalogue (QpFileWork *self)
{
  return self->catalogue;
}

/* -- a dialog and its file -- */

static void
file_work_free (gpointer data)
{
  QpFileWork *self = data;

  g_clear_object (&self->folder);
  g_clear_object (&self->file);
  qp_node_unref (self->root);
  qp_catalogue_unref (self->catalogue);
  g_free (self);
}

static gboolean
on_close_request (GtkWindow *dialog, gpointer data)
{
  QpFileWork *self = data;

  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  return GDK_EVENT_PROPAGATE;
}

static void
cancel_action (GtkWidget *dialog, const char *name, GVariant *parameter)
{
  QpFileWork *self = g_object_get_data (G_OBJECT (dialog), KEY);

  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  else
    gtk_window_close (GTK_WINDOW (dialog));
}

/**
 * qp_file_work_install:
 * @klass: class of dialogs
 *
 * Gives them the action `work.cancel`, with Escape: stops what is written, else closes the dialog.
 */
void
qp_file_work_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "work.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "work.cancel", NULL);
}

/**
 * qp_file_work_new:
 * @dialog: a dialog of a class with qp_file_work_install()
 * @info: what its file is; static
 * @session: the project; as it is now, it is what is written
 * @progress: shows how far it is
 * @language: (nullable): where the language is chosen; filled
 *
 * Returns: (transfer none): the file of @dialog, good for as long as the dialog
 */
QpFileWork *
qp_file_work_new (GtkWindow *dialog, const QpFileWorkInfo *info, QpProjectSession *session, GtkProgressBar *progress,
                  AdwComboRow *language)
{
  QpFileWork *self = g_new0 (QpFileWork, 1);
  GFile *file = qp_project_session_file (session);

  self->dialog = dialog;
  self->info = info;
  self->progress = progress;
  self->language = language;
  self->root = qp_node_ref (qp_project_session_root (session));
  self->catalogue = qp_catalogue_ref (qp_estimate_cache_catalogue (qp_project_session_estimates (session)));
  self->folder = file != NULL ? g_file_get_parent (file) : NULL;
  if (language != NULL)
    qp_language_row_fill (language, (const QpProject *) self->root);
  g_object_set_data_full (G_OBJECT (dialog), KEY, self, file_work_free);
  g_signal_connect (dialog, "close-request", G_CALLBACK (on_close_request), self);
  return self;
}
