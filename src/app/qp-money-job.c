/* qp-money-job.c: calculating what a project costs in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-money-job.h"

#include "app/qp-context-job.h"
#include "engine/qp-viewers.h"

struct _QpMoneyJob
{
  QpContextJob base;
  QpMoneyParts parts;
  guint64 seed;
};

/**
 * qp_money_free:
 * @self: (nullable): what was calculated
 */
void
qp_money_free (QpMoney *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  qp_risk_clear (&self->risk);
  qp_years_clear (&self->years);
  qp_budget_free (self->budget);
  g_free (self->today);
  qp_catalogue_unref (self->catalogue);
  qp_node_unref (self->root);
  g_free (self);
}

/**
 * qp_money_currency:
 * @self: what was calculated
 *
 * Returns: (transfer none): the currency of the project, "" when it has none
 */
const char *
qp_money_currency (const QpMoney *self)
{
  const char *currency = ((const QpProject *) self->root)->currency;

  return currency != NULL ? currency : "";
}

/**
 * qp_money_is_current:
 * @self: (nullable): what was calculated
 * @session: the session
 *
 * Returns: whether project and prices are still the same
 */
gboolean
qp_money_is_current (const QpMoney *self, QpProjectSession *session)
{
  QpEngineContext context;

  if (self == NULL)
    return FALSE;
  qp_estimate_cache_context (qp_project_session_estimates (session), self->root->id, &context);
  return self->root == qp_project_session_root (session) && self->catalogue == context.catalogue;
}

/**
 * qp_money_today:
 *
 * Returns: (transfer full): the day, such as "2026-11-28"
 */
char *
qp_money_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* all borrows from the project and the catalogue */
static gpointer
work (QpContextJob *job)
{
  const QpMoneyJob *self = (const QpMoneyJob *) job;
  QpMoney *money = g_new0 (QpMoney, 1);
  const QpEngineContext context = { .project = (const QpProject *) job->root, .catalogue = job->catalogue };

  money->parts = self->parts;
  money->root = qp_node_ref (job->root);
  money->catalogue = qp_catalogue_ref (job->catalogue);
  money->today = qp_money_today ();
  if (self->parts == QP_MONEY_VARIANTS)
    {
      money->variants = qp_variants_new (job->root, job->catalogue, money->today);
      return money;
    }
  money->budget = qp_budget_new (job->root, &context, money->today);
  if (self->parts == QP_MONEY_YEARS && g_atomic_int_get (&job->stop) == 0)
    {
      qp_years_init (&money->years, money->budget, job->root, QP_CASE_LIKELY);
      if (qp_viewers_screens (job->root) <= QP_VIEWERS_MOST)
        qp_years_use_viewers (&money->years, qp_viewers_per_year (job->root, &context, qp_context_job_go_on, job));
      qp_risk_init (&money->risk, money->budget, &money->years, job->root, self->seed);
    }
  return money;
}

/**
 * qp_money_job_start:
 * @session: the session
 * @parts: what is calculated
 * @seed: what the draws of prices begin with
 * @done: called with it
 * @data: for @done
 *
 * Returns: (transfer none): the job; good until @done was called or it was cancelled
 */
QpMoneyJob *
qp_money_job_start (QpProjectSession *session, QpMoneyParts parts, guint64 seed, QpMoneyDone done, gpointer data)
{
  QpMoneyJob *self = g_new0 (QpMoneyJob, 1);

  self->parts = parts;
  self->seed = seed;
  qp_context_job_start (&self->base, session, qp_project_session_root (session), work, (GDestroyNotify) qp_money_free,
                        (QpContextDone) done, data);
  return self;
}

/**
 * qp_money_job_cancel:
 * @self: (nullable): a job
 *
 * Ends it soon; its function is not called.
 */
void
qp_money_job_cancel (QpMoneyJob *self)
{
  qp_context_job_cancel ((QpContextJob *) self);
}
