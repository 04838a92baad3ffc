/* qp-people-job.c: finding who sees which screen of a plan in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-people-job.h"

#include "app/qp-context-job.h"

struct _QpPeopleJob
{
  QpContextJob base;
};

static gpointer
work (QpContextJob *job)
{
  QpPeopleOptions options;

  qp_people_options_init (&options, job->context.project);
  return qp_people_new ((const QpNode *) job->context.plan, &job->context, &options, qp_context_job_go_on, job);
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
  if (qp_document_ancestor (qp_project_session_document (session), screen->id, QP_KIND_PLAN) == NULL)
    return NULL;
  QpPeopleJob *self = g_new0 (QpPeopleJob, 1);
  qp_context_job_start (&self->base, session, screen, work, (GDestroyNotify) qp_people_free, (QpContextDone) done, data);
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
  qp_context_job_cancel ((QpContextJob *) self);
}
