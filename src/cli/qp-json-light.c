/* qp-json-light.c: light at windows as JSON
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cli/qp-json-light.h"

#include "model/qp-kinds.h"

#include <math.h>

/* minutes after midnight as "23:00"; owned */
char *
qp_light_clock (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

/* no bound is null, as what is not known; beside it stands how much light there is */
static void
write_bound (QpJson *json, const char *key, double value)
{
  qp_json_number (json, key, isinf (value) ? NAN : value);
}

static const char *
verdict_key (QpVerdict verdict)
{
  static const char *const keys[] = {
    [QP_VERDICT_NONE] = "does_not_apply", [QP_VERDICT_MEETS] = "meets", [QP_VERDICT_FAILS] = "fails",
    [QP_VERDICT_UNKNOWN] = "not_known",   [QP_VERDICT_NOTE] = "told",
  };

  return keys[verdict];
}

static void
write_emission (QpJson *json, const QpEmission *emission)
{
  qp_json_string (json, "emission",
                  emission->across_known && emission->up_known ? "viewing_angles"
                  : emission->across_known || emission->up_known ? "one_viewing_angle"
                                                                 : "lambertian");
  qp_json_number (json, "fall_off_across", emission->across);
  qp_json_number (json, "fall_off_up", emission->up);
}

static void
write_source (QpJson *json, const QpLightSource *source)
{
  qp_json_begin_object (json, NULL);
  qp_json_id (json, "id", source->screen->node.id);
  qp_json_string (json, "name", source->screen->name);
  qp_json_boolean (json, "placed", source->known);
  qp_json_number (json, "luminance_night_cdm2", source->luminance);
  qp_json_boolean (json, "after_curfew", source->after_curfew);
  write_emission (json, &source->face.emission);
  qp_json_number (json, "sign_limit_cdm2", source->sign_limit);
  write_bound (json, "highest_alone_cdm2", source->alone);
  write_bound (json, "highest_beside_others_cdm2", source->beside);
  qp_json_end_object (json);
}

static void
write_sum (QpJson *json, const char *key, const QpLight *light, const QpLightSum *sum)
{
  qp_json_begin_object (json, key);
  qp_json_number (json, "lx", sum->lx);
  qp_json_number (json, "known_lx", sum->known_lx);
  qp_json_number (json, "limit_lx", sum->limit);
  qp_json_string (json, "verdict", verdict_key (sum->verdict));
  qp_json_number (json, "x_m", sum->at.x);
  qp_json_number (json, "y_m", sum->at.y);
  qp_json_number (json, "height_m", sum->at.z);
  qp_json_number (json, "facing_deg", qp_heading_of (qp_vec3_plan (sum->normal)));
  qp_json_begin_array (json, "screens");
  for (guint i = 0; i < light->n_sources && sum->factors != NULL; i++)
    {
      if (sum->factors[i] == 0)
        continue;
      qp_json_begin_object (json, NULL);
      qp_json_id (json, "id", light->sources[i].screen->node.id);
      qp_json_number (json, "lx", qp_light_lx (light, sum, i));
      qp_json_number (json, "lx_per_cdm2", sum->factors[i]);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  qp_json_end_object (json);
}

static void
write_receptor (QpJson *json, const QpLight *light, const QpLightReceptor *receptor)
{
  const gint64 kind = receptor->receptor->kind;

  qp_json_begin_object (json, NULL);
  qp_json_id (json, "id", receptor->receptor->node.id);
  qp_json_string (json, "name", receptor->receptor->name);
  qp_json_string (json, "kind", kind == QP_UNSET ? NULL : qp_values_receptor_kind[kind].key);
  qp_json_boolean (json, "placed", receptor->placed);
  if (receptor->placed)
    {
      qp_json_boolean (json, "facing_assumed", receptor->facing_assumed);
      qp_json_integer (json, "places", receptor->points);
      qp_json_number (json, "step_m", receptor->step);
      write_sum (json, "before_curfew", light, &receptor->before);
      write_sum (json, "after_curfew", light, &receptor->after);
      write_bound (json, "highest_luminance_cdm2", receptor->highest);
    }
  qp_json_end_object (json);
}

/**
 * qp_json_light:
 * @self: a JSON text
 * @key: (nullable): key
 * @light: light of a plan
 *
 * Writes what every screen of a plan gives and every window gets.
 */
void
qp_json_light (QpJson *self, const char *key, const QpLight *light)
{
  g_autofree char *curfew = qp_light_clock (light->curfew);

  qp_json_begin_object (self, key);
  qp_json_id (self, "id", light->plan->node.id);
  qp_json_string (self, "name", light->plan->name);
  qp_json_string (self, "zone", light->zone);
  qp_json_string (self, "curfew", curfew);
  qp_json_boolean (self, "curfew_assumed", light->curfew_assumed);
  qp_json_integer (self, "obstacles_without_top", light->unknown_tops);
  write_bound (self, "highest_luminance_cdm2", light->highest);
  qp_json_begin_array (self, "screens");
  for (guint i = 0; i < light->n_sources; i++)
    write_source (self, &light->sources[i]);
  qp_json_end_array (self);
  qp_json_begin_array (self, "receptors");
  for (guint i = 0; i < light->n_receptors; i++)
    write_receptor (self, light, &light->receptors[i]);
  qp_json_end_array (self);
  qp_json_end_object (self);
}
