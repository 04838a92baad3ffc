/* qp-people-job.c: finding who sees which screen of a plan in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-people-job.h"

#include "base/qp-thread.h"

struct _QpPeopleJob
{
  QpNode *root; /* keeps alive what the context borrows */
  QpCatalogue *catalogue;
  QpEngineContext context;
  QpPeopleOptions options;
  int stop; /* atomic */
  QpPeopleDone done;
  gpointer data;
};

static void
job_free (gpointer data)
{
  QpPeopleJob *self = data;

  qp_node_unref (self->root);
  qp_catalogue_unref (self->catalogue);
  g_free (self);
}

static gboolean
go_on (double done, gpointer data)
{
  const QpPeopleJob *self = data;

  return g_atomic_int_get (&self->stop) == 0;
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QpPeopleJob *self = data;

  qp_thread_stand_back ();
  g_task_return_pointer (task, qp_people_new ((const QpNode *) self->context.plan, &self->context, &self->options, go_on, self),
                         (GDestroyNotify) qp_people_free);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  QpPeopleJob *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (QpPeople) people = g_task_propagate_pointer (G_TASK (result), NULL);

  if (people != NULL && g_atomic_int_get (&self->stop) == 0)
    self->done (g_steal_pointer (&people), self->data);
}

/**
 * qp_people_job_start:
 * @session: the session
 * @screen: a screen of its document as it is now, on a plan
 * @done: called with the people of its plan
 * @data: for @done
 *
 * Returns: (transfer none) (nullable): the job; good until @done was called or it was cancelled; %NULL when the screen is on no plan
 */
QpPeopleJob *
qp_people_job_start (QpProjectSession *session, QpNode *screen, QpPeopleDone done, gpointer data)
{
  QpEngineContext context;

  qp_estimate_cache_context (qp_project_session_estimates (session), screen->id, &context);
  if (context.plan == NULL)
    return NULL;
  QpPeopleJob *self = g_new0 (QpPeopleJob, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_done, NULL);
  self->context = context;
  self->root = qp_node_ref (qp_project_session_root (session));
  self->catalogue = qp_catalogue_ref ((QpCatalogue *) context.catalogue);
  qp_people_options_init (&self->options, context.project);
  self->done = done;
  self->data = data;
  g_task_set_task_data (task, self, job_free);
  g_task_run_in_thread (task, work);
  return self;
}

/**
 * qp_people_job_cancel:
 * @self: (nullable): a job
 *
 * Ends it soon; its function is not called.
 */
void
qp_people_job_cancel (QpPeopleJob *self)
{
  if (self != NULL)
    g_atomic_int_set (&self->stop, 1);
}
