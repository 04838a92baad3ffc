/* qp-window-file-actions.c: opening, saving and closing a project
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compat.h"
#include "app/qp-loader.h"
#include "app/qp-window-private.h"

/* Opening */

static void
stop_loading (QpWindow *self)
{
  g_clear_object (&self->loading);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "project");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-loading", FALSE);
}

static void
start_loading (QpWindow *self, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("Opening “%s”…"), name);
  self->loading = g_cancellable_new ();
  gtk_label_set_label (self->loading_label, text);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-loading", TRUE);
  qp_banner_hide (self->banner);
}

static void
tell_findings (QpWindow *self)
{
  const QpFindings *findings = qp_project_session_findings (self->session);
  const guint n = findings != NULL ? qp_findings_count (findings, QP_SEVERITY_WARNING) : 0;
  if (n == 0)
    return;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u thing in this file was not as expected. Nothing was lost without being told.",
                "%u things in this file were not as expected. Nothing was lost without being told.", n),
      n);
  qp_banner_show (self->banner, qp_findings_count (findings, QP_SEVERITY_ERROR) > 0, text, _ ("Show"),
                  "win.show-findings");
}

static QpProjectSession *
session_for (QpLoaded *loaded, QpCatalogue *catalogue)
{
  QpProjectSession *session = qp_project_session_new (loaded->root, catalogue);
  qp_project_session_take_findings (session, g_steal_pointer (&loaded->findings));
  *qp_project_session_file_state (session) = loaded->state;
  loaded->state = (QpFileState){ 0 };
  qp_document_mark_saved (qp_project_session_document (session), loaded->root);
  if (loaded->file != NULL)
    qp_project_session_set_file (session, loaded->file);
  return session;
}

/* What is said once a project is in the window. */
static void
welcome (QpWindow *self)
{
  GFile *file = qp_project_session_file (self->session);
  if (file != NULL)
    qp_recent_add (file);
  else
    qp_window_show_toast (self, _ ("This is a copy of the sample: change what you like"), NULL, NULL);
  tell_findings (self);
}

static void
tell_not_opened (QpWindow *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    qp_tell (GTK_WINDOW (self), _ ("The Project Could Not Be Opened"), error->message);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QpLoaded) loaded = qp_load_finish (result, &error);
  if (self->session == NULL) /* the window is gone */
    return;
  stop_loading (self);
  if (loaded == NULL)
    {
      tell_not_opened (self, error);
      return;
    }
  g_autoptr (QpProjectSession) session = session_for (loaded, self->catalogue);
  qp_window_set_session (self, session);
  welcome (self);
}

/**
 * qp_window_open_file:
 * @self: a window whose project may be replaced
 * @file: a project file
 *
 * Reads @file in a thread, and then shows it.
 */
void
qp_window_open_file (QpWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  start_loading (self, shown);
  qp_load_file_async (file, self->loading, on_loaded, g_object_ref (self));
}

/**
 * qp_window_open_sample:
 * @self: a window whose project may be replaced
 *
 * Opens a copy of the built-in sample, without a file.
 */
void
qp_window_open_sample (QpWindow *self)
{
  start_loading (self, _ ("Sample"));
  qp_load_sample_async (self->loading, on_loaded, g_object_ref (self));
}

/* A file that is read at once gets its window at once, and not an empty one before; a large one gets a window that
 * says so. */
#define PATIENCE_MS 150

typedef struct
{
  GtkApplication *application;
  QpCatalogue *catalogue;
  GFile *file;
  guint timeout;
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_application_release (G_APPLICATION (self->application));
  g_object_unref (self->application);
  qp_catalogue_unref (self->catalogue);
  g_object_unref (self->file);
  g_free (self);
}

static gboolean
on_out_of_patience (gpointer data)
{
  Opening *self = data;
  self->timeout = 0;
  QpWindow *window = qp_window_new (self->application, self->catalogue);
  qp_window_open_file (window, self->file);
  gtk_window_present (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QpLoaded) loaded = qp_load_finish (result, &error);
  if (self->timeout != 0) /* otherwise a window is reading it by itself */
    {
      g_autoptr (QpProjectSession) session = loaded != NULL ? session_for (loaded, self->catalogue)
                                                            : qp_project_session_new_empty (self->catalogue);
      QpWindow *window = qp_window_new_for (self->application, self->catalogue, session);
      gtk_window_present (GTK_WINDOW (window));
      if (loaded != NULL)
        welcome (window);
      else
        tell_not_opened (window, error);
    }
  opening_free (self);
}

/**
 * qp_window_open_new:
 * @application: the application
 * @catalogue: the catalogue that comes with the program
 * @file: a project file
 *
 * Reads @file in a thread and shows it in a window of its own.
 */
void
qp_window_open_new (GtkApplication *application, QpCatalogue *catalogue, GFile *file)
{
  Opening *self = g_new0 (Opening, 1);
  self->application = g_object_ref (application);
  self->catalogue = qp_catalogue_ref (catalogue);
  self->file = g_object_ref (file);
  self->timeout = g_timeout_add (PATIENCE_MS, on_out_of_patience, self);
  g_application_hold (G_APPLICATION (application));
  qp_load_file_async (file, NULL, on_opened, self);
}

static QpWindow *
window_for_another (QpWindow *self)
{
  if (qp_window_may_be_replaced (self))
    return self;
  QpWindow *other = qp_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->catalogue);
  gtk_window_present (GTK_WINDOW (other));
  return other;
}

static void
on_open_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QpWindow *self = QP_WINDOW (source);
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);
  if (file != NULL)
    qp_window_open_file (window_for_another (self), file);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_file_dialog_open (GTK_WINDOW (widget), on_open_chosen, NULL);
}

/**
 * qp_window_open_project:
 * @self: a window
 * @file: a project file
 *
 * Opens @file here when there is nothing here yet, otherwise in a window of its own.
 */
void
qp_window_open_project (QpWindow *self, GFile *file)
{
  qp_window_open_file (window_for_another (self), file);
}

static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  qp_window_open_project (QP_WINDOW (widget), file);
}

static void
open_sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_window_open_sample (window_for_another (QP_WINDOW (widget)));
}

static void
cancel_loading_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
}

static void
show_findings_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  if (qp_project_session_findings (self->session) != NULL)
    qp_findings_dialog_show (self, qp_project_session_findings (self->session));
}

/* Saving: the root is a value, so a thread writes it while the user goes on */

typedef struct
{
  QpNode *root;
  GFile *file;
  QpFileState state;
  gboolean overwrite;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;
  qp_node_unref (save->root);
  g_object_unref (save->file);
  qp_file_state_clear (&save->state);
  g_free (save);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;
  if (qp_store_save (save->file, save->root, &save->state, save->overwrite, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void start_saving (QpWindow *self, GFile *file, gboolean overwrite);
static void ask_where_to_save (QpWindow *self);

static void
on_changed_answer (const char *answer, gpointer data)
{
  QpWindow *self = data;
  if (strcmp (answer, "overwrite") == 0)
    start_saving (self, qp_project_session_file (self->session), TRUE);
  else if (strcmp (answer, "save-as") == 0)
    ask_where_to_save (self);
  else
    self->close_when_saved = FALSE;
}

static void
ask_about_changed_file (QpWindow *self)
{
  const QpAsk answers[] = { { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
                            { "save-as", _ ("Save _As…"), ADW_RESPONSE_SUGGESTED },
                            { "overwrite", _ ("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
                            { NULL } };
  qp_ask (GTK_WINDOW (self), _ ("The File Has Changed on Disk"),
          _ ("Somebody else or another program wrote to it since it was opened here. Overwriting loses those changes."),
          answers, "save-as", on_changed_answer, self);
}

static void
on_failed_answer (const char *answer, gpointer data)
{
  QpWindow *self = data;
  if (strcmp (answer, "save-as") == 0)
    ask_where_to_save (self);
  else
    self->close_when_saved = FALSE;
}

static void
tell_save_failed (QpWindow *self, const GError *error)
{
  const QpAsk answers[] = { { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
                            { "save-as", _ ("Save _As…"), ADW_RESPONSE_SUGGESTED },
                            { NULL } };
  g_autofree char *body
      = g_strdup_printf (_ ("%s\n\nYour work is still here, and the file is as it was."), error->message);
  qp_ask (GTK_WINDOW (self), _ ("The Project Could Not Be Saved"), body, answers, "save-as", on_failed_answer, self);
}

static void
on_save_succeeded (QpWindow *self, Save *save, GFile *next)
{
  QpFileState *state = qp_project_session_file_state (self->session);
  qp_file_state_clear (state);
  *state = save->state;
  save->state = (QpFileState){ 0 };
  qp_document_mark_saved (qp_project_session_document (self->session), save->root);
  qp_project_session_set_file (self->session, save->file);
  qp_recent_add (save->file);
  if (next != NULL)
    start_saving (self, next, FALSE);
  else if (self->close_when_saved)
    gtk_window_close (GTK_WINDOW (self));
  else
    qp_window_show_toast (self, _ ("Saved"), NULL, NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  QpWindow *self = QP_WINDOW (source);
  g_autoptr (GError) error = NULL;
  const gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);
  g_autoptr (GFile) next = g_steal_pointer (&self->save_next);
  self->saving = FALSE;
  if (self->session == NULL)
    return;
  if (saved)
    on_save_succeeded (self, g_task_get_task_data (G_TASK (result)), next);
  else if (g_error_matches (error, QP_ERROR, QP_ERROR_CHANGED))
    ask_about_changed_file (self);
  else
    tell_save_failed (self, error);
}

static void
start_saving (QpWindow *self, GFile *file, gboolean overwrite)
{
  if (self->saving) /* there may be more to save by now */
    {
      g_set_object (&self->save_next, file);
      return;
    }
  Save *save = g_new0 (Save, 1);
  save->root = qp_node_ref (qp_project_session_root (self->session));
  save->file = g_object_ref (file);
  save->overwrite = overwrite;
  GFile *own = qp_project_session_file (self->session);
  if (own != NULL && g_file_equal (own, file))
    save->state.etag = g_strdup (qp_project_session_file_state (self->session)->etag);
  else
    save->overwrite = TRUE; /* the file dialog has asked already */
  self->saving = TRUE;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_saved, NULL);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
on_save_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QpWindow *self = QP_WINDOW (source);
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);
  if (file != NULL)
    start_saving (self, file, FALSE);
  else
    self->close_when_saved = FALSE;
}

static void
ask_where_to_save (QpWindow *self)
{
  GFile *file = qp_project_session_file (self->session);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *title = qp_project_session_title (self->session);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup_printf ("%s.qianping", title);
  g_strdelimit (name, "/", '-');
  qp_file_dialog_save (GTK_WINDOW (self), name, folder, on_save_chosen, NULL);
}

/**
 * qp_window_save:
 * @self: a window
 * @then_close: whether the window closes once the project is safe
 *
 * Saves the project; asks where when it has no file yet.
 */
void
qp_window_save (QpWindow *self, gboolean then_close)
{
  self->close_when_saved = then_close;
  if (qp_project_session_file (self->session) != NULL)
    start_saving (self, qp_project_session_file (self->session), FALSE);
  else
    ask_where_to_save (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_window_save (QP_WINDOW (widget), FALSE);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QP_WINDOW (widget)->close_when_saved = FALSE;
  ask_where_to_save (QP_WINDOW (widget));
}

/* Closing */

static void
on_close_answer (const char *answer, gpointer data)
{
  QpWindow *self = data;
  if (strcmp (answer, "save") == 0)
    qp_window_save (self, TRUE);
  else if (strcmp (answer, "discard") == 0)
    {
      qp_document_mark_saved (qp_project_session_document (self->session), qp_project_session_root (self->session));
      gtk_window_close (GTK_WINDOW (self));
    }
}

/**
 * qp_window_ask_before_close:
 * @self: a window
 *
 * Asks what is to become of unsaved changes; the answer closes the window.
 *
 * Returns: whether there is something to ask
 */
gboolean
qp_window_ask_before_close (QpWindow *self)
{
  if (self->saving)
    {
      self->close_when_saved = TRUE;
      return TRUE;
    }
  if (!qp_window_is_modified (self))
    return FALSE;
  const QpAsk answers[] = { { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
                            { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
                            { "save", _ ("_Save"), ADW_RESPONSE_SUGGESTED },
                            { NULL } };
  g_autofree char *title = qp_project_session_title (self->session);
  g_autofree char *body
      = g_strdup_printf (_ ("“%s” has changes that are not saved. Discarding loses them for good."), title);
  qp_ask (GTK_WINDOW (self), _ ("Save Changes?"), body, answers, "save", on_close_answer, self);
  return TRUE;
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
tell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_window_show_toast (QP_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL, NULL);
}

/**
 * qp_window_install_file_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_file_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (klass, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (klass, "win.cancel-loading", NULL, cancel_loading_action);
  gtk_widget_class_install_action (klass, "win.show-findings", NULL, show_findings_action);
  gtk_widget_class_install_action (klass, "win.save", NULL, save_action);
  gtk_widget_class_install_action (klass, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (klass, "win.close", NULL, close_action);
  gtk_widget_class_install_action (klass, "win.tell", "s", tell_action);
}
