/* qp-light-job.c: finding the light on a plan in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-light-job.h"

#include "app/qp-context-job.h"

#include <math.h>

struct _QpLightJob
{
  QpContextJob base;
};

/**
 * qp_light_found_free:
 * @self: (nullable): what was found
 */
void
qp_light_found_free (QpLightFound *self)
{
  if (self == NULL)
    return;
  qp_light_free (self->light);
  qp_node_unref (self->root);
  qp_catalogue_unref (self->catalogue);
  g_free (self);
}

/* what was found points into the project and the catalogue */
static gpointer
work (QpContextJob *job)
{
  QpLightFound *found = g_new0 (QpLightFound, 1);

  found->root = qp_node_ref (job->root);
  found->catalogue = qp_catalogue_ref (job->catalogue);
  found->light = qp_light_new (&job->context, &job->stop);
  return found;
}

/**
 * qp_light_job_start:
 * @session: the session
 * @node: a plan or something on it, as it is now
 * @done: called with the light on the plan
 * @data: for @done
 *
 * Returns: (transfer none): the job; good until @done was called or it was cancelled
 */
QpLightJob *
qp_light_job_start (QpProjectSession *session, QpNode *node, QpLightDone done, gpointer data)
{
  QpLightJob *self = g_new0 (QpLightJob, 1);

  qp_context_job_start (&self->base, session, node, work, (GDestroyNotify) qp_light_found_free, (QpContextDone) done, data);
  return self;
}

/**
 * qp_light_job_cancel:
 * @self: (nullable): a job
 *
 * Ends it soon; its function is not called.
 */
void
qp_light_job_cancel (QpLightJob *self)
{
  qp_context_job_cancel ((QpContextJob *) self);
}

/**
 * qp_light_found_is_current:
 * @self: (nullable): what was found
 * @session: the session
 * @node: something on a plan
 *
 * Returns: whether it is the light on the plan of @node as it is now
 */
gboolean
qp_light_found_is_current (const QpLightFound *self, QpProjectSession *session, QpNode *node)
{
  QpEngineContext context;

  if (self == NULL || self->light == NULL)
    return FALSE;
  qp_estimate_cache_context (qp_project_session_estimates (session), node->id, &context);
  return self->light->plan == context.plan && self->light->site == context.site && self->catalogue == context.catalogue;
}

/**
 * qp_light_set_night:
 * @session: the session
 * @light: light on a plan
 * @factors: (array): by screen, which of them are meant: those where it is above 0
 * @luminance: luminance by night, cd/m²
 *
 * Sets the luminance by night of screens, in one step that can be undone: whole cd/m², rounded down, and no more than by day.
 *
 * Returns: whether something was changed
 */
gboolean
qp_light_set_night (QpProjectSession *session, const QpLight *light, const double *factors, double luminance)
{
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  if (isnan (luminance) || isinf (luminance))
    return FALSE;
  for (guint i = 0; i < light->n_sources; i++)
    {
      QpNode *screen = qp_document_find (qp_project_session_document (session), light->sources[i].screen->node.id);
      if (!(factors[i] > 0) || screen == NULL)
        continue;
      const double day = ((const QpScreen *) screen)->luminance_day_cdm2, most = floor (luminance * (1 + 1e-12));
      const QpValue value = qp_value_real (isnan (day) ? fmin (most, 20000) : fmin (most, day));
      g_ptr_array_add (edits, qp_edit_set (screen->id, QP_SCREEN_FIELD (luminance_night_cdm2), &value));
    }
  return edits->len > 0 && qp_project_session_run (session, _ ("Luminance that the windows allow"), NULL, edits, NULL);
}
