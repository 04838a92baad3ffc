/* qp-advisor-job.c: making an advice on a pitch in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-advisor-job.h"

#include "base/qp-thread.h"

struct _QpAdvisorJob
{
  QpNode *root; /* keeps alive what the context borrows */
  QpNode *screen;
  QpCatalogue *catalogue;
  QpEngineContext context;
  QpAdvisorOptions options;
  int stop; /* atomic */
  QpAdvisorDone done;
  gpointer data;
};

static void
job_free (gpointer data)
{
  QpAdvisorJob *self = data;

  qp_node_unref (self->root);
  qp_node_unref (self->screen);
  qp_catalogue_unref (self->catalogue);
  g_free (self);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QpAdvisorJob *self = data;

  qp_thread_stand_back ();
  g_task_return_pointer (task,
                         qp_advice_new ((const QpScreen *) self->screen, (const QpNode *) self->context.plan, &self->context,
                                        &self->options),
                         (GDestroyNotify) qp_advice_free);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  QpAdvisorJob *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (QpAdvice) advice = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_atomic_int_get (&self->stop) == 0)
    self->done (g_steal_pointer (&advice), self->data);
}

/**
 * qp_advisor_job_start:
 * @session: the session
 * @screen: a screen of its document as it is now
 * @options: what is asked
 * @done: called with the advice
 * @data: for @done
 *
 * Returns: (transfer none): the job; good until @done was called or it was cancelled
 */
QpAdvisorJob *
qp_advisor_job_start (QpProjectSession *session, QpNode *screen, const QpAdvisorOptions *options, QpAdvisorDone done,
                      gpointer data)
{
  QpAdvisorJob *self = g_new0 (QpAdvisorJob, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_done, NULL);

  qp_estimate_cache_context (qp_project_session_estimates (session), screen->id, &self->context);
  self->root = qp_node_ref (qp_project_session_root (session));
  self->screen = qp_node_ref (screen);
  self->catalogue = qp_catalogue_ref ((QpCatalogue *) self->context.catalogue);
  self->options = *options;
  self->options.stop = &self->stop;
  self->done = done;
  self->data = data;
  g_task_set_task_data (task, self, job_free);
  g_task_run_in_thread (task, work);
  return self;
}

/**
 * qp_advisor_job_cancel:
 * @self: (nullable): a job
 *
 * Ends it soon; its function is not called.
 */
void
qp_advisor_job_cancel (QpAdvisorJob *self)
{
  if (self != NULL)
    g_atomic_int_set (&self->stop, 1);
}
