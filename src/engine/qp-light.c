/* qp-light.c: the light of a plan's screens at the windows of its neighbours, against what is allowed there
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-light.h"

#include "engine/qp-light-points.h"
#include "model/qp-kinds.h"

#include <math.h>

/* --- limits and curves, by the registry --- */

/**
 * qp_light_window_limit:
 * @zone: (nullable): environmental zone, as "E3"
 * @after: whether after curfew
 *
 * Returns: illuminance that is allowed at a window, lx; NaN when not known
 */
double
qp_light_window_limit (const char *zone, gboolean after)
{
  const QpFormula *formula = qp_formula_find (after ? "window_ev_limit_post_curfew" : "window_ev_limit_pre_curfew");

  return zone == NULL ? NAN : qp_formula_evaluate (formula, (QpArgument[]){ { NAN, zone } });
}

/**
 * qp_light_dimmed:
 * @night_cdm2: luminance by night
 * @day_cdm2: luminance by day
 * @night_lx: ambient illuminance by night
 * @day_lx: ambient illuminance by day
 * @ambient_lx: ambient illuminance
 *
 * Returns: luminance on the dimming curve, cd/m²; NaN when it can't be computed
 */
double
qp_light_dimmed (double night_cdm2, double day_cdm2, double night_lx, double day_lx, double ambient_lx)
{
  const QpArgument in[] = { { night_cdm2, NULL }, { day_cdm2, NULL }, { night_lx, NULL }, { day_lx, NULL }, { ambient_lx, NULL } };

  return qp_formula_evaluate (qp_formula_find ("dimmed_luminance_cdm2"), in);
}

static double
sign_limit (const QpScreen *screen, const QpEngineContext *context)
{
  QpEstimate estimate;

  qp_estimate_screen (&estimate, screen, context);
  return qp_estimate_get (&estimate, "night_limit_cdm2");
}

/* --- screens --- */

/**
 * qp_light_shines_after:
 * @screen: a screen
 * @curfew: minutes after midnight
 *
 * Hours past midnight are beyond 24:00; who goes off before the morning is on in the evening.
 *
 * Returns: whether it shines after the curfew, or its hours are not known
 */
gboolean
qp_light_shines_after (const QpScreen *screen, int curfew)
{
  if (screen->off_time == QP_UNSET)
    return TRUE;
  const gint64 on = screen->on_time == QP_UNSET ? 0 : screen->on_time;
  const gint64 off = screen->off_time <= on ? screen->off_time + 24 * 60 : screen->off_time;
  return off > (curfew < 12 * 60 ? curfew + 24 * 60 : curfew);
}

/**
 * qp_light_is_retired:
 * @screen: a screen
 *
 * Returns: whether it shines no more
 */
gboolean
qp_light_is_retired (const QpScreen *screen)
{
  return screen->status != QP_UNSET && g_str_equal (qp_values_status[screen->status].key, "retired");
}

static void
add_sources (QpLight *self, const QpEngineContext *context)
{
  GArray *sources = g_array_new (FALSE, TRUE, sizeof (QpLightSource));
  QpNodeIter iter;

  qp_node_iter_init (&iter, context->plan->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      const QpScreen *screen = (const QpScreen *) node;
      QpLightSource source = { .screen = screen, .luminance = screen->luminance_night_cdm2, .alone = NAN, .beside = NAN };
      if (qp_light_is_retired (screen))
        continue;
      source.known = qp_light_face_init (&source.face, screen, context->catalogue);
      source.after_curfew = qp_light_shines_after (screen, self->curfew);
      source.sign_limit = sign_limit (screen, context);
      g_array_append_val (sources, source);
    }
  self->n_sources = sources->len;
  self->sources = (QpLightSource *) g_array_free (sources, FALSE);
}

/* --- one receptor --- */

static gboolean
is_window (const QpReceptor *receptor)
{
  return receptor->kind != QP_RECEPTOR_ROAD_USER && receptor->kind != QP_RECEPTOR_OBSERVATORY;
}

/* what a screen weighs in the search for the brightest place: one whose luminance is not known as much as the others */
static double *
weights_of (const QpLight *self, gboolean after, gboolean alike)
{
  double *weights = g_new0 (double, MAX (1, self->n_sources));
  double most = 0;

  for (guint i = 0; i < self->n_sources; i++)
    if (!isnan (self->sources[i].luminance))
      most = fmax (most, self->sources[i].luminance);
  for (guint i = 0; i < self->n_sources; i++)
    {
      const QpLightSource *source = &self->sources[i];
      if (after && !source->after_curfew)
        continue;
      weights[i] = alike ? 1 : !isnan (source->luminance) ? source->luminance : most > 0 ? most : 1;
    }
  return weights;
}

static QpVerdict
judge (const QpLightSum *sum)
{
  if (isnan (sum->limit))
    return QP_VERDICT_UNKNOWN;
  if (sum->known_lx > sum->limit)
    return QP_VERDICT_FAILS;
  return isnan (sum->lx) ? QP_VERDICT_UNKNOWN : QP_VERDICT_MEETS;
}

static void
add_up (const QpLight *self, QpLightPoints *points, gboolean after, gboolean judged, QpLightSum *sum)
{
  g_autofree double *weights = weights_of (self, after, FALSE);
  double most;
  const guint best = qp_light_points_brightest (points, weights, &most);

  sum->at = g_array_index (points->points, QpLightPoint, best).at;
  sum->normal = g_array_index (points->points, QpLightPoint, best).normal;
  sum->factors = g_new0 (double, MAX (1, self->n_sources));
  for (guint i = 0; i < self->n_sources; i++)
    {
      const QpLightSource *source = &self->sources[i];
      if (after && !source->after_curfew)
        continue;
      sum->factors[i] = source->known ? qp_light_points_factor (points, best, i) : NAN;
      const double lx = qp_light_lx (self, sum, i);
      sum->lx += lx;
      sum->known_lx += isnan (lx) ? 0 : lx;
    }
  sum->limit = judged ? qp_light_window_limit (self->zone, after) : NAN;
  sum->verdict = judged ? judge (sum) : QP_VERDICT_NONE;
}

/* the luminance that a limit allows; no light, no bound */
static double
allowed (double limit, double factor)
{
  return factor > 0 ? limit / factor : INFINITY;
}

static double
highest_alike (const QpLight *self, QpLightPoints *points, const QpLightReceptor *receptor)
{
  g_autofree double *all = weights_of (self, FALSE, TRUE), *late = weights_of (self, TRUE, TRUE);
  double before, after;

  qp_light_points_brightest (points, all, &before);
  qp_light_points_brightest (points, late, &after);
  const double a = allowed (receptor->before.limit, before), b = allowed (receptor->after.limit, after);
  return isnan (a) || isnan (b) ? NAN : fmin (a, b);
}

static void
find_strongest (const QpLight *self, QpLightPoints *points, QpLightReceptor *receptor)
{
  g_autofree double *weights = g_new0 (double, MAX (1, self->n_sources));

  receptor->strongest = g_new0 (double, MAX (1, self->n_sources));
  for (guint i = 0; i < self->n_sources; i++)
    {
      weights[i] = 1;
      qp_light_points_brightest (points, weights, &receptor->strongest[i]);
      weights[i] = 0;
      if (!self->sources[i].known)
        receptor->strongest[i] = NAN;
    }
}

static void
add_receptor (QpLight *self, const QpReceptor *node, QpLightReceptor *receptor)
{
  QpLightPoints points;

  *receptor = (QpLightReceptor){ .receptor = node, .judged = is_window (node), .highest = NAN };
  receptor->placed = qp_light_points_init (&points, self, node);
  receptor->before.verdict = receptor->after.verdict = receptor->judged ? QP_VERDICT_UNKNOWN : QP_VERDICT_NONE;
  if (!receptor->placed)
    {
      receptor->before.lx = receptor->after.lx = receptor->before.limit = receptor->after.limit = NAN;
      return;
    }
  receptor->facing_assumed = points.facing_assumed;
  receptor->points = points.points->len;
  receptor->step = points.step;
  add_up (self, &points, FALSE, receptor->judged, &receptor->before);
  add_up (self, &points, TRUE, receptor->judged, &receptor->after);
  find_strongest (self, &points, receptor);
  if (receptor->judged)
    receptor->highest = highest_alike (self, &points, receptor);
  qp_light_points_clear (&points);
}

/* --- the plan --- */

/* what the windows leave to one screen: alone, and beside the others as they are */
static void
bound_source (QpLight *self, guint index)
{
  QpLightSource *source = &self->sources[index];
  double alone = INFINITY, beside = INFINITY;

  for (guint i = 0; i < self->n_receptors; i++)
    {
      const QpLightReceptor *receptor = &self->receptors[i];
      if (!receptor->judged || !receptor->placed)
        continue;
      const double limit
          = source->after_curfew ? fmin (receptor->before.limit, receptor->after.limit) : receptor->before.limit;
      alone = isnan (limit) || isnan (receptor->strongest[index]) ? NAN : fmin (alone, allowed (limit, receptor->strongest[index]));
      for (guint after = 0; after <= (source->after_curfew ? 1 : 0) && receptor->strongest[index] > 0; after++)
        {
          const QpLightSum *sum = after ? &receptor->after : &receptor->before;
          const double others = sum->lx - qp_light_lx (self, sum, index);
          /* where the sum is greatest the others are as bright as it gets beside this one: on the safe side */
          beside = isnan (beside) || isnan (others) ? NAN : fmin (beside, fmax (0, sum->limit - fmax (0, others)) / receptor->strongest[index]);
        }
      if (isnan (alone))
        break;
    }
  source->alone = alone;
  source->beside = isnan (alone) ? NAN : beside;
}

static void
find_highest (QpLight *self)
{
  self->highest = INFINITY;
  for (guint i = 0; i < self->n_receptors; i++)
    if (self->receptors[i].judged && self->receptors[i].placed)
      self->highest = isnan (self->receptors[i].highest) || isnan (self->highest)
                          ? NAN
                          : fmin (self->highest, self->receptors[i].highest);
  for (guint i = 0; i < self->n_sources; i++)
    bound_source (self, i);
}

/**
 * qp_light_new:
 * @context: project, site, catalogue and plan; all of them must outlive the result
 * @stop: (nullable): becomes not 0 when the result is no longer wanted
 *
 * Adds up, for each receptor of the plan, the light of all its screens at their luminance by night, at the place along and up
 * the receptor where that is most.
 *
 * Returns: (transfer full) (nullable): the light; %NULL when it was stopped or there is no plan
 */
QpLight *
qp_light_new (const QpEngineContext *context, const int *stop)
{
  g_autoptr (QpLight) self = g_new0 (QpLight, 1);
  g_autoptr (GArray) receptors = g_array_new (FALSE, TRUE, sizeof (QpLightReceptor));
  QpNodeIter iter;

  if (context->plan == NULL)
    return NULL;
  self->plan = context->plan;
  self->site = context->site;
  self->zone = context->site == NULL || context->site->zone == QP_UNSET ? NULL : qp_values_zone[context->site->zone].key;
  self->curfew_assumed = context->site == NULL || context->site->curfew == QP_UNSET;
  self->curfew = self->curfew_assumed ? QP_LIGHT_USUAL_CURFEW : (int) context->site->curfew;
  self->walls = qp_sight_walls (&context->plan->node, &self->unknown_tops);
  add_sources (self, context);
  qp_node_iter_init (&iter, context->plan->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_RECEPTOR)) != NULL;)
    {
      QpLightReceptor receptor = { 0 };
      if (stop != NULL && g_atomic_int_get (stop) != 0)
        break;
      add_receptor (self, (const QpReceptor *) node, &receptor);
      g_array_append_val (receptors, receptor);
    }
  self->n_receptors = receptors->len;
  self->receptors = (QpLightReceptor *) g_array_free (g_steal_pointer (&receptors), FALSE);
  if (stop != NULL && g_atomic_int_get (stop) != 0)
    return NULL;
  find_highest (self);
  return g_steal_pointer (&self);
}

/**
 * qp_light_free:
 * @self: (nullable): light
 */
void
qp_light_free (QpLight *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_sources; i++)
    qp_light_face_clear (&self->sources[i].face);
  for (guint i = 0; i < self->n_receptors; i++)
    {
      g_free (self->receptors[i].before.factors);
      g_free (self->receptors[i].after.factors);
      g_free (self->receptors[i].strongest);
    }
  g_free (self->sources);
  g_free (self->receptors);
  g_clear_pointer (&self->walls, g_array_unref);
  g_free (self);
}

/**
 * qp_light_lx:
 * @self: light
 * @sum: a sum of one of its receptors
 * @source: index of a screen
 *
 * Returns: illuminance that this screen gives there, lx; 0 when it does not shine there, NaN when not known
 */
double
qp_light_lx (const QpLight *self, const QpLightSum *sum, guint source)
{
  return sum->factors == NULL ? NAN : sum->factors[source] == 0 ? 0 : sum->factors[source] * self->sources[source].luminance;
}

/**
 * qp_light_receptor:
 * @self: light
 * @id: id of a receptor
 *
 * Returns: (transfer none) (nullable): what falls on it
 */
const QpLightReceptor *
qp_light_receptor (const QpLight *self, QpId id)
{
  for (guint i = 0; i < self->n_receptors; i++)
    if (qp_id_equal (self->receptors[i].receptor->node.id, id))
      return &self->receptors[i];
  return NULL;
}

/**
 * qp_light_source:
 * @self: light
 * @id: id of a screen
 *
 * Returns: (transfer none) (nullable): how it shines; %NULL when it is retired
 */
const QpLightSource *
qp_light_source (const QpLight *self, QpId id)
{
  for (guint i = 0; i < self->n_sources; i++)
    if (qp_id_equal (self->sources[i].screen->node.id, id))
      return &self->sources[i];
  return NULL;
}

/**
 * qp_light_worst:
 * @self: light
 * @after: whether after curfew
 *
 * Returns: (transfer none) (nullable): the window with most light of all screens; one whose light is not known before others
 */
const QpLightReceptor *
qp_light_worst (const QpLight *self, gboolean after)
{
  const QpLightReceptor *worst = NULL;
  double most = -1;

  for (guint i = 0; i < self->n_receptors; i++)
    {
      const QpLightReceptor *receptor = &self->receptors[i];
      const double lx = after ? receptor->after.lx : receptor->before.lx;
      if (!receptor->judged)
        continue;
      if (isnan (lx))
        return receptor;
      if (lx > most)
        worst = receptor;
      most = fmax (most, lx);
    }
  return worst;
}

/**
 * qp_light_worst_of:
 * @self: light
 * @source: index of a screen
 * @after: whether after curfew
 * @lx: (out): light of this screen alone at that window; 0 when it shines on none, NaN when not known
 *
 * Returns: (transfer none) (nullable): the window with most light of one screen
 */
const QpLightReceptor *
qp_light_worst_of (const QpLight *self, guint source, gboolean after, double *lx)
{
  const QpLightReceptor *worst = NULL;
  double most = 0;

  for (guint i = 0; i < self->n_receptors; i++)
    {
      const QpLightReceptor *receptor = &self->receptors[i];
      if (!receptor->judged || !receptor->placed)
        continue;
      if (isnan (receptor->strongest[source]) || receptor->strongest[source] > most)
        worst = receptor;
      most = isnan (receptor->strongest[source]) ? NAN : fmax (most, receptor->strongest[source]);
    }
  *lx = after && !self->sources[source].after_curfew ? 0 : most == 0 ? 0 : most * self->sources[source].luminance;
  return worst;
}
