/* qp-advisor-job.c: making an advice on a pitch in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-advisor-job.h"

#include "app/qp-context-job.h"

struct _QpAdvisorJob
{
  QpContextJob base;
  QpAdvisorOptions options;
};

static gpointer
work (QpContextJob *job)
{
  const QpAdvisorJob *self = (QpAdvisorJob *) job;

  return qp_advice_new ((const QpScreen *) job->node, (const QpNode *) job->context.plan, &job->context, &self->options);
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

  self->options = *options;
  self->options.stop = &self->base.stop;
  qp_context_job_start (&self->base, session, screen, work, (GDestroyNotify) qp_advice_free, (QpContextDone) done, data);
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
  qp_context_job_cancel ((QpContextJob *) self);
}
