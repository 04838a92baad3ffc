/* qp-screen-model.c: what new screens are made of: the cabinet of the last one, or a usual one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-screen-model.h"

#define USUAL_PITCH_MM 6.0 /* of most façade screens of the programme */

/* The cabinet and how it is used; names, places, prices and facts belong to one screen alone. */
static const char *const taken_over[] = { "environment",       "mount",        "bottom_height_m", "cabinet",
                                          "cabinet_width_mm",  "cabinet_height_mm", "cabinet_px_w",    "cabinet_px_h",
                                          "columns",           "rows",         "controller",      "player" };

static gboolean
has_cabinet (const QpNode *node)
{
  const QpScreen *screen = (const QpScreen *) node;

  return node != NULL && node->kind == QP_KIND_SCREEN
         && (screen->cabinet != NULL || (screen->cabinet_width_mm > 0 && screen->cabinet_height_mm > 0));
}

static gboolean
is_complete (const QpCabinet *cabinet)
{
  return cabinet->environment == QP_ENVIRONMENT_OUTDOOR && cabinet->px_w > 0 && cabinet->px_h > 0
         && !isnan (cabinet->weight_kg) && !isnan (cabinet->max_power_w);
}

/* of the outdoor cabinets about which all is known, the one whose pitch is most usual */
static const QpCabinet *
usual_cabinet (const QpCatalogue *catalogue)
{
  g_autoptr (GPtrArray) cabinets = qp_catalogue_nodes (catalogue, QP_KIND_CABINET);
  const QpCabinet *best = NULL;
  double least = INFINITY;

  for (guint i = 0; i < cabinets->len; i++)
    {
      const QpCabinet *cabinet = g_ptr_array_index (cabinets, i);
      const double away = fabs (qp_cabinet_pitch_h_mm (cabinet) - USUAL_PITCH_MM);
      if (!is_complete (cabinet) || !(away < least))
        continue;
      best = cabinet;
      least = away;
    }
  return best;
}

static void
init_text (QpNode *node, const char *field, const char *text)
{
  g_auto (QpValue) value = qp_value_text (text);

  qp_node_init_value (node, qp_kind_field (QP_KIND_SCREEN, field), &value);
}

/**
 * qp_screen_model_new:
 * @like: (nullable): a screen; its cabinet and mounting are taken over, where it has a cabinet
 * @catalogue: (nullable): where a usual cabinet is looked for otherwise
 *
 * Returns: (transfer full): a screen that new ones are copied from
 */
QpNode *
qp_screen_model_new (const QpNode *like, const QpCatalogue *catalogue)
{
  QpNode *model = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  const QpCabinet *usual = has_cabinet (like) || catalogue == NULL ? NULL : usual_cabinet (catalogue);

  if (has_cabinet (like))
    for (guint i = 0; i < G_N_ELEMENTS (taken_over); i++)
      {
        const QpField *field = qp_kind_field (QP_KIND_SCREEN, taken_over[i]);
        const QpValue value = qp_node_get (like, field);
        qp_node_init_value (model, field, &value);
      }
  else if (usual != NULL)
    {
      const QpValue outdoor = qp_value_integer (usual->environment);
      init_text (model, "cabinet", usual->key);
      qp_node_init_value (model, QP_SCREEN_FIELD (environment), &outdoor);
    }
  return model;
}
