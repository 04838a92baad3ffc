/* qp-rule-light.c: the light at windows that rules speak of
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-rule-measures.h"

#include <math.h>

static gboolean
has_windows (const QpPlan *plan)
{
  QpNodeIter iter;

  if (plan == NULL)
    return FALSE;
  qp_node_iter_init (&iter, plan->node.children);
  return qp_node_iter_next_of (&iter, QP_KIND_RECEPTOR) != NULL;
}

static const QpLight *
light_of (const QpRuleCase *self)
{
  QpRuleCase *found = (QpRuleCase *) self; /* a cache: cases are never const objects */

  if (self->context->light != NULL)
    return self->context->light;
  if (self->light == NULL && has_windows (self->context->plan))
    found->light = qp_light_new (self->context, NULL);
  return self->light;
}

/**
 * qp_rules_light_add:
 * @self: light on the plan of the screen before
 * @context: context of a screen
 *
 * Gives @context the light on its plan, which all screens of a plan have in common, found anew only when the plan or its site
 * is another one. The catalogue has to stay as it is from screen to screen.
 */
void
qp_rules_light_add (QpRulesLight *self, QpEngineContext *context)
{
  QpNode *plan = (QpNode *) context->plan, *site = (QpNode *) context->site;

  if (self->plan != plan || self->site != site)
    {
      qp_rules_light_clear (self);
      self->plan = plan != NULL ? qp_node_ref (plan) : NULL;
      self->site = site != NULL ? qp_node_ref (site) : NULL;
      self->light = has_windows (context->plan) ? qp_light_new (context, NULL) : NULL;
    }
  context->light = self->light;
}

/**
 * qp_rules_light_clear:
 * @self: light on a plan
 *
 * Forgets it.
 */
void
qp_rules_light_clear (QpRulesLight *self)
{
  g_clear_pointer (&self->light, qp_light_free);
  g_clear_pointer (&self->plan, qp_node_unref);
  g_clear_pointer (&self->site, qp_node_unref);
}

/* inside the engine: illuminance of all screens at the brightest of the windows that this screen shines on, lx; 0 when there
 * are windows and it shines on none, NaN when there are none or something is not known */
double
qp_rule_window_lx (const QpRuleCase *self, gboolean after_curfew)
{
  const QpLight *light = light_of (self);
  const QpLightSource *source = light == NULL ? NULL : qp_light_source (light, self->screen->node.id);
  double most = 0;
  guint windows = 0;

  if (source == NULL || !source->known)
    return NAN;
  for (guint i = 0; i < light->n_receptors; i++)
    {
      const QpLightReceptor *receptor = &light->receptors[i];
      const QpLightSum *sum = after_curfew ? &receptor->after : &receptor->before;
      if (!receptor->judged || !receptor->placed)
        continue;
      windows++;
      if (receptor->strongest[source - light->sources] == 0 || (after_curfew && !source->after_curfew))
        continue;
      if (isnan (sum->lx))
        return NAN;
      most = fmax (most, sum->lx);
    }
  return windows > 0 ? most : NAN;
}
