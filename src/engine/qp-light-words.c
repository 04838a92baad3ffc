/* qp-light-words.c: how the light at a window was computed, in words
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-light.h"

#include "base/qp-number.h"
#include "engine/qp-formula.h"

#include <math.h>

#define THIN "\u2009"

/**
 * qp_light_number:
 * @value: a luminance or an illuminance; NaN when not known, infinite when there is no bound
 * @decimals: decimals
 * @unit: symbol of its unit
 *
 * Returns: (transfer full): the number with its unit, for people
 */
char *
qp_light_number (double value, guint decimals, const char *unit)
{
  g_autofree char *number = qp_number_display (value, decimals);

  if (isnan (value))
    return g_strdup (_ ("not known"));
  return isinf (value) ? g_strdup (_ ("no bound")) : g_strconcat (number, THIN, unit, NULL);
}

/**
 * qp_light_highest:
 * @value: a luminance that just passes
 *
 * Returns: (transfer full): it in whole cd/m², rounded down so that it still passes
 */
char *
qp_light_highest (double value)
{
  return qp_light_number (floor (value * (1 + 1e-12)), 0, "cd/m²");
}

/**
 * qp_light_emission_words:
 * @emission: a fall-off
 *
 * Returns: (transfer full): what it is taken from, for people
 */
char *
qp_light_emission_words (const QpEmission *emission)
{
  if (emission->across_known && emission->up_known)
    return g_strdup (_ ("light falls off to half at the viewing angles of the data sheet"));
  if (emission->across_known || emission->up_known)
    return g_strdup (_ ("light falls off to half at the one viewing angle of the data sheet, and evenly the other way"));
  return g_strdup (_ ("no viewing angle published: as bright from every side (Lambert)"));
}

static void
explained_input_free (gpointer data)
{
  QpExplainedInput *input = data;

  g_free (input->label);
  g_free (input->value);
  g_free (input->origin);
  g_free (input->key);
  g_free (input);
}

static void
add_input (QpExplanation *self, char *label, char *value, char *origin)
{
  QpExplainedInput *input = g_new0 (QpExplainedInput, 1);

  input->label = label;
  input->value = value;
  input->origin = origin;
  g_ptr_array_add (self->inputs, input);
}

static QpExplanation *
explanation_new (const char *label, char *value, const QpFormula *formula)
{
  QpExplanation *self = g_new0 (QpExplanation, 1);

  self->label = g_strdup (label);
  self->value = value;
  self->expression = g_strdup (formula->expression);
  self->source = g_strdup (_ (formula->source));
  self->validity = formula->validity == NULL ? NULL : g_strdup (_ (formula->validity));
  self->inputs = g_ptr_array_new_with_free_func (explained_input_free);
  return self;
}

static char *
place_words (const QpLightReceptor *receptor, const QpLightSum *sum)
{
  g_autofree char *height = qp_number_display (sum->at.z, 1), *heading = qp_number_display (qp_heading_of (qp_vec3_plan (sum->normal)), 0);
  g_autofree char *step = qp_number_display (receptor->step, 0);

  return g_strdup_printf (receptor->facing_assumed ? _ ("%s\u2009m up, looking to %s°, where most light comes from; the brightest of %u places, %s\u2009m apart")
                                                   : _ ("%s\u2009m up, looking to %s°; the brightest of %u places, %s\u2009m apart"),
                          height, heading, receptor->points, step);
}

static void
add_source (QpExplanation *self, const QpLight *light, const QpLightSum *sum, guint index)
{
  const QpLightSource *source = &light->sources[index];
  g_autofree char *name = qp_node_display_name (&source->screen->node), *factor = qp_number_display_shortest (round (sum->factors[index] * 1e6) / 1e6);
  g_autofree char *luminance = qp_light_number (source->luminance, 0, "cd/m²"), *emission = qp_light_emission_words (&source->face.emission);

  if (!source->known)
    add_input (self, g_steal_pointer (&name), g_strdup (_ ("not known")), g_strdup (_ ("its size or the height of its bottom edge is missing")));
  else
    add_input (self, g_steal_pointer (&name), qp_light_number (qp_light_lx (light, sum, index), 3, "lx"),
               g_strdup_printf (_ ("%s × %s\u2009lx for 1\u2009cd/m²; %s"), luminance, factor, emission));
}

static gboolean
counts (const QpLight *light, const QpLightSum *sum, guint index, gboolean after)
{
  return !(after && !light->sources[index].after_curfew) && sum->factors[index] != 0;
}

/**
 * qp_light_explain_lx:
 * @self: light
 * @receptor: one of its receptors
 * @after: whether after curfew
 *
 * Returns: (transfer full): how the illuminance there was computed
 */
QpExplanation *
qp_light_explain_lx (const QpLight *self, const QpLightReceptor *receptor, gboolean after)
{
  const QpLightSum *sum = after ? &receptor->after : &receptor->before;
  QpExplanation *told = explanation_new (after ? _ ("Light after curfew") : _ ("Light before curfew"), qp_light_number (sum->lx, 3, "lx"),
                                         qp_formula_find ("illuminance_rect_exact_lx"));

  g_free (told->expression);
  told->expression = g_strdup ("Σ l_cdm2 × ½ |Σ Γᵢ (cᵢ · n)|");
  g_free (told->validity);
  told->validity = g_strdup (_ ("For each plane piece of each screen, over the edges of what is seen of it from the window: Γ is the angle that an "
                                "edge spans, c the normal of its plane with the window, n where the window looks. What obstacles hide is cut "
                                "out; light thrown back by walls and ground is not counted."));
  if (!receptor->placed)
    {
      told->missing = g_strdup (_ ("The windows have no place on the plan yet."));
      return told;
    }
  add_input (told, g_strdup (_ ("Place")), g_strdup (""), place_words (receptor, sum));
  for (guint i = 0; i < self->n_sources; i++)
    if (counts (self, sum, i, after))
      add_source (told, self, sum, i);
  if (told->inputs->len == 1)
    add_input (told, g_strdup (_ ("Screens")), qp_light_number (0, 0, "lx"), g_strdup (_ ("none shines there at that time")));
  if (isnan (sum->lx))
    told->missing = g_strdup (_ ("Not known, because the luminance by night or the place of a screen is missing."));
  return told;
}

static char *
limit_origin (const QpLight *self, gboolean after)
{
  const QpFormula *formula = qp_formula_find (after ? "window_ev_limit_post_curfew" : "window_ev_limit_pre_curfew");

  return g_strdup_printf ("%s: %s; %s", _ ("Environmental zone"), self->zone == NULL ? _ ("not known") : self->zone, formula->source);
}

/**
 * qp_light_explain_highest:
 * @self: light
 * @receptor: one of its receptors
 *
 * Returns: (transfer full): how the highest luminance that passes there was computed
 */
QpExplanation *
qp_light_explain_highest (const QpLight *self, const QpLightReceptor *receptor)
{
  QpExplanation *told = explanation_new (_ ("Highest luminance that passes, all screens alike"),
                                         qp_light_number (receptor->highest, 1, "cd/m²"),
                                         qp_formula_find ("luminance_for_lux_cdm2"));

  add_input (told, g_strdup (_ ("Limit before curfew")), qp_light_number (receptor->before.limit, 0, "lx"), limit_origin (self, FALSE));
  add_input (told, g_strdup (_ ("Limit after curfew")), qp_light_number (receptor->after.limit, 0, "lx"), limit_origin (self, TRUE));
  for (guint i = 0; i < self->n_sources && receptor->placed; i++)
    if (receptor->strongest[i] != 0)
      add_input (told, qp_node_display_name (&self->sources[i].screen->node), qp_light_number (receptor->strongest[i], 6, "lx"),
                 g_strdup (self->sources[i].after_curfew ? _ ("for 1\u2009cd/m², at its brightest place; also after curfew")
                                                         : _ ("for 1\u2009cd/m², at its brightest place; off after curfew")));
  if (self->zone == NULL)
    told->missing = g_strdup (_ ("Not known, because the environmental zone of the site is missing."));
  return told;
}
