/* qp-compat.c: the few calls that newer GTK and libadwaita do differently
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compat.h"
#include "app/qp-plan-job.h"

/* GtkFileChooserNative and AdwAboutWindow are deprecated in later releases; all other files stay free of them. */

static GtkFileFilter *
filter_new (const char *name, const char *suffix)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, name);
  if (suffix != NULL)
    gtk_file_filter_add_suffix (filter, suffix);
  else
    gtk_file_filter_add_pattern (filter, "*");
  return filter;
}

static void
add_filters (GtkFileChooserNative *dialog)
{
  g_autoptr (GtkFileFilter) ours = filter_new (_("Qianping projects"), "qianping");
  g_autoptr (GtkFileFilter) all = filter_new (_("All files"), NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), ours);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
}

static void
add_plan_filters (GtkFileChooserNative *dialog)
{
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new ();
  gtk_file_filter_set_name (plans, _("Plans: drawings, pictures and footprints"));
  for (const char *const *suffix = qp_plan_suffixes (); *suffix != NULL; suffix++)
    gtk_file_filter_add_suffix (plans, *suffix);
  g_autoptr (GtkFileFilter) all = filter_new (_("All files"), NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), plans);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
}

static void
on_response (GtkNativeDialog *dialog, int response, GTask *task)
{
  GFile *file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  gtk_native_dialog_hide (dialog);
  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (task);
}

static void
run_file_dialog (GtkFileChooserNative *dialog, GTask *task)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * qp_file_dialog_open:
 * @parent: window that the dialog belongs to
 * @callback: called when a choice was made; ends with qp_file_dialog_finish()
 * @user_data: for @callback
 *
 * Lets the user choose a project to open.
 */
void
qp_file_dialog_open (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open Project"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _("_Open"), _("_Cancel"));
  add_filters (dialog);
  run_file_dialog (dialog, task);
}

/**
 * qp_file_dialog_import:
 * @parent: window that the dialog belongs to
 * @callback: called when a choice was made; ends with qp_file_dialog_finish()
 * @user_data: for @callback
 *
 * Lets the user choose a plan to import.
 */
void
qp_file_dialog_import (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Import a Plan"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _("_Import"), _("_Cancel"));
  add_plan_filters (dialog);
  run_file_dialog (dialog, task);
}

/* @table: whether files may be tables, too */
static void
open_xml (GtkWindow *parent, const char *title, const char *files, gboolean table, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), _("_Cancel"));
  g_autoptr (GtkFileFilter) wanted = filter_new (files, "xml");
  if (table)
    gtk_file_filter_add_suffix (wanted, "csv");
  g_autoptr (GtkFileFilter) all = filter_new (_("All files"), NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), wanted);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  run_file_dialog (dialog, task);
}

/**
 * qp_file_dialog_catalogue:
 * @parent: window that the dialog belongs to
 * @callback: called when a choice was made; ends with qp_file_dialog_finish()
 * @user_data: for @callback
 *
 * Lets the user choose a catalogue of their own.
 */
void
qp_file_dialog_catalogue (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  open_xml (parent, _("Add a Catalogue"), _("Catalogues"), TRUE, callback, user_data);
}

/**
 * qp_file_dialog_prices:
 * @parent: window that the dialog belongs to
 * @callback: called when a choice was made; ends with qp_file_dialog_finish()
 * @user_data: for @callback
 *
 * Lets the user choose a price book of their own, a table or a catalogue.
 */
void
qp_file_dialog_prices (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  open_xml (parent, _("Add Prices"), _("Price books"), TRUE, callback, user_data);
}

/**
 * qp_file_dialog_rules:
 * @parent: window that the dialog belongs to
 * @callback: called when a choice was made; ends with qp_file_dialog_finish()
 * @user_data: for @callback
 *
 * Lets the user choose rules of their own.
 */
void
qp_file_dialog_rules (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  open_xml (parent, _("Add Rules"), _("Rules"), FALSE, callback, user_data);
}

/**
 * qp_file_dialog_save:
 * @parent: window that the dialog belongs to
 * @name: suggested file name
 * @folder: (nullable): suggested folder
 * @callback: called when a choice was made; ends with qp_file_dialog_finish()
 * @user_data: for @callback
 *
 * Lets the user choose where a project is saved.
 */
void
qp_file_dialog_save (GtkWindow *parent, const char *name, GFile *folder, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save Project"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _("_Save"), _("_Cancel"));
  add_filters (dialog);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  run_file_dialog (dialog, task);
}

/**
 * qp_file_dialog_folder:
 * @parent: window that the dialog belongs to
 * @title: what is put into it
 * @callback: called when a choice was made; ends with qp_file_dialog_finish()
 * @user_data: for @callback
 *
 * Lets the user choose a folder.
 */
void
qp_file_dialog_folder (GtkWindow *parent, const char *title, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  run_file_dialog (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Export"),
                                                _("_Cancel")),
                   task);
}

/**
 * qp_file_dialog_export:
 * @parent: window that the dialog belongs to
 * @title: what is exported
 * @name: suggested file name; its ending is that of the files that are shown
 * @folder: (nullable): suggested folder
 * @callback: called when a choice was made; ends with qp_file_dialog_finish()
 * @user_data: for @callback
 *
 * Lets the user choose where something is exported to.
 */
void
qp_file_dialog_export (GtkWindow *parent, const char *title, const char *name, GFile *folder,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  const char *dot = strrchr (name, '.');
  if (dot != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("Files of this type (%s)"), dot);
      g_autoptr (GtkFileFilter) filter = filter_new (words, dot + 1);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  run_file_dialog (dialog, task);
}

/**
 * qp_file_dialog_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file chosen; %NULL without an error when nothing was chosen
 */
GFile *
qp_file_dialog_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GtkWindow *parent;
  QpAnswer answer;
  gpointer user_data;
  char *response;
} Question;

static void
question_clear (gpointer data)
{
  Question *question = data;
  g_object_unref (question->parent);
  g_free (question->response);
}

static void
question_unref (gpointer data)
{
  g_rc_box_release_full (data, question_clear);
}

static void
question_closed (gpointer data, GClosure *closure)
{
  question_unref (data);
}

static gboolean
on_dialog_gone (gpointer data)
{
  Question *question = data;
  if (gtk_widget_get_visible (GTK_WIDGET (question->parent))) /* otherwise it was closed meanwhile */
    question->answer (question->response, question->user_data);
  return G_SOURCE_REMOVE;
}

/* The answer may close the parent, which the dialog needs until it is gone itself. */
static void
on_answer (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (question->answer == NULL)
    return;
  g_free (question->response);
  question->response = g_strdup (response);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_dialog_gone, g_rc_box_acquire (question), question_unref);
}

/**
 * qp_ask:
 * @parent: window that the question belongs to
 * @heading: the question
 * @body: what depends on it
 * @answers: the answers; the first is what Escape and closing mean
 * @preferred: (nullable): id of the answer that Enter means
 * @answer: (nullable): called with the id of the answer when the dialog has gone, if @parent is still there
 * @user_data: for @answer
 *
 * Asks the user something before going on.
 */
void
qp_ask (GtkWindow *parent, const char *heading, const char *body, const QpAsk *answers, const char *preferred,
        QpAnswer answer, gpointer user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  for (const QpAsk *one = answers; one->id != NULL; one++)
    {
      adw_message_dialog_add_response (dialog, one->id, one->label);
      adw_message_dialog_set_response_appearance (dialog, one->id, one->appearance);
    }
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  if (preferred != NULL)
    adw_message_dialog_set_default_response (dialog, preferred);
  Question *question = g_rc_box_new0 (Question);
  *question = (Question){ g_object_ref (parent), answer, user_data, NULL };
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answer), question, question_closed, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * qp_tell:
 * @parent: window that the message belongs to
 * @heading: what happened
 * @body: why, and what to do
 *
 * Tells the user something that must not be overlooked.
 */
void
qp_tell (GtkWindow *parent, const char *heading, const char *body)
{
  const QpAsk answers[] = { { "close", _("_Close"), ADW_RESPONSE_DEFAULT }, { NULL } };
  qp_ask (parent, heading, body, answers, "close", NULL, NULL);
}

/**
 * qp_show_about:
 * @parent: (nullable): window that it belongs to
 *
 * Shows who made the program and under which licence.
 */
void
qp_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", _("Qianping"), "application-icon", QP_APP_ID, "version",
                         QP_VERSION, "developer-name", _("The Qianping authors"), "copyright",
                         "© 2026 The Qianping authors", "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _("Plan a city’s ultra-high-definition screens"), "translator-credits",
                         _("translator-credits"), NULL);
}
