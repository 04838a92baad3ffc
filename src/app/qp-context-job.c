/* qp-context-job.c: a calculation from a state of the document in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-context-job.h"

#include "base/qp-thread.h"

static void
job_free (gpointer data)
{
  QpContextJob *self = data;

  qp_node_unref (self->root);
  qp_node_unref (self->node);
  qp_catalogue_unref (self->catalogue);
  g_free (self);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QpContextJob *self = data;

  qp_thread_stand_back ();
  g_task_return_pointer (task, self->work (self), self->result_free);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  QpContextJob *self = g_task_get_task_data (G_TASK (result));
  gpointer made = g_task_propagate_pointer (G_TASK (result), NULL);

  if (made != NULL && g_atomic_int_get (&self->stop) == 0)
    self->done (made, self->data);
  else if (made != NULL)
    self->result_free (made);
}

/**
 * qp_context_job_start:
 * @self: (transfer full): a job, of zeros but for what is of its own kind; good until @done was called or it was cancelled
 * @session: the session
 * @node: a node of its document as it is now
 * @work_func: what is done in the thread
 * @result_free: frees the result
 * @done: called with it
 * @data: for @done
 *
 * Begins a calculation about @node.
 */
void
qp_context_job_start (QpContextJob *self, QpProjectSession *session, QpNode *node, QpContextWork work_func,
                      GDestroyNotify result_free, QpContextDone done, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_done, NULL);

  qp_estimate_cache_context (qp_project_session_estimates (session), node->id, &self->context);
  self->root = qp_node_ref (qp_project_session_root (session));
  self->node = qp_node_ref (node);
  self->catalogue = qp_catalogue_ref ((QpCatalogue *) self->context.catalogue);
  self->work = work_func;
  self->result_free = result_free;
  self->done = done;
  self->data = data;
  g_task_set_task_data (task, self, job_free);
  g_task_run_in_thread (task, work);
}

/**
 * qp_context_job_cancel:
 * @self: (nullable): a job
 *
 * Ends it soon; its function is not called.
 */
void
qp_context_job_cancel (QpContextJob *self)
{
  if (self != NULL)
    g_atomic_int_set (&self->stop, 1);
}

/**
 * qp_context_job_go_on:
 * @done: of no use
 * @job: a job
 *
 * Asked by calculations that can be given up.
 *
 * Returns: whether the result is still wanted
 */
gboolean
qp_context_job_go_on (double done, gpointer job)
{
  const QpContextJob *self = job;

  return g_atomic_int_get (&self->stop) == 0;
}
