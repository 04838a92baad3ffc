/* qp-loader.c: reading a project in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-loader.h"
#include "store/qp-data.h"

/**
 * qp_loaded_free:
 * @self: (transfer full): what came of reading a project
 *
 * Frees it and what was not taken out of it.
 */
void
qp_loaded_free (QpLoaded *self)
{
  g_clear_pointer (&self->root, qp_node_unref);
  g_clear_pointer (&self->findings, qp_findings_free);
  g_clear_object (&self->file);
  qp_file_state_clear (&self->state);
  g_free (self);
}

static void
load_sample (QpLoaded *loaded, GError **error)
{
  g_autoptr (GBytes) bytes = qp_data_sample (NULL, error);
  if (bytes != NULL)
    loaded->root = qp_store_read (bytes, QP_KIND_PROJECT, loaded->findings, error);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (QpLoaded) loaded = g_new0 (QpLoaded, 1);
  GError *error = NULL;
  loaded->findings = qp_findings_new ();
  loaded->file = data != NULL ? g_object_ref (data) : NULL;
  if (loaded->file != NULL)
    loaded->root = qp_store_load (loaded->file, loaded->findings, &loaded->state, &error);
  else
    load_sample (loaded, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) qp_loaded_free);
}

static void
start (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  if (file != NULL)
    g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * qp_load_file_async:
 * @file: a project file
 * @cancellable: to give up waiting
 * @callback: called when it is read; ends with qp_load_finish()
 * @user_data: for @callback
 *
 * Reads a project.
 */
void
qp_load_file_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  start (file, cancellable, callback, user_data);
}

/**
 * qp_load_sample_async:
 * @cancellable: to give up waiting
 * @callback: called when it is read; ends with qp_load_finish()
 * @user_data: for @callback
 *
 * Reads the sample project that is built in, in the user's language.
 */
void
qp_load_sample_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  start (NULL, cancellable, callback, user_data);
}

/**
 * qp_load_finish:
 * @result: what the callback was given
 * @error: return location for an error of %QP_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): what came of it
 */
QpLoaded *
qp_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
