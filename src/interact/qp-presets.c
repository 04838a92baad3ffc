/* qp-presets.c: usual obstacles, so that one click says what a new one is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-presets.h"

/* Clear glass as an assumption that is written into the object; a tree as it is in leaf, when it hides most. */
static const QpPreset presets[] = {
  { "wall", QP_OBSTACLE_WALL, 0, N_("Wall"), N_("Wall 1"), NULL },
  { "glass", QP_OBSTACLE_GLASS, 80, N_("Glass"), N_("Glass 1"),
    /* xgettext:no-c-format */
    N_("Assumed: 80 % of the light passes through.") },
  { "tree", QP_OBSTACLE_TREE, 0, N_("Tree"), N_("Tree 1"), N_("Assumed: in leaf, nothing is seen through it.") },
  { "building", QP_OBSTACLE_BUILDING, 0, N_("Building"), N_("Building 1"), NULL },
  { "other", QP_OBSTACLE_OTHER, 0, N_("Other obstacle"), N_("Obstacle 1"), NULL },
};

/**
 * qp_presets:
 * @n_presets: (out): how many
 *
 * Returns: (transfer none) (array length=n_presets): all presets
 */
const QpPreset *
qp_presets (guint *n_presets)
{
  *n_presets = G_N_ELEMENTS (presets);
  return presets;
}

/**
 * qp_preset_of_kind:
 * @kind: kind of an obstacle, or %QP_UNSET
 *
 * Returns: (transfer none): its preset; the one of other obstacles when the kind is not known
 */
const QpPreset *
qp_preset_of_kind (gint64 kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if ((gint64) presets[i].kind == kind)
      return &presets[i];
  return &presets[G_N_ELEMENTS (presets) - 1];
}

static void
init_field (QpNode *node, const QpField *field, QpValue value)
{
  qp_node_init_value (node, field, &value);
}

/**
 * qp_preset_model:
 * @preset: a preset
 *
 * Returns: (transfer full): an obstacle that new ones are copied from
 */
QpNode *
qp_preset_model (const QpPreset *preset)
{
  QpNode *model = qp_node_new (QP_KIND_OBSTACLE, qp_id_new ());
  g_auto (QpValue) note = qp_value_text (preset->note == NULL ? NULL : _(preset->note));

  init_field (model, QP_FIELD (QP_KIND_OBSTACLE, QpObstacle, kind), qp_value_integer (preset->kind));
  init_field (model, QP_FIELD (QP_KIND_OBSTACLE, QpObstacle, transparency_percent),
              qp_value_real (preset->transparency_percent));
  qp_node_init_value (model, QP_FIELD (QP_KIND_OBSTACLE, QpObstacle, note), &note);
  return model;
}
