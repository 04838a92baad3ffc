/* qp-scene-ghosts.c: the other levels beneath a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-scene-private.h"

static QpScene *
ghost_at (QpScene *self, guint index)
{
  if (index == self->ghosts->len)
    g_ptr_array_add (self->ghosts, qp_scene_new ());
  return g_ptr_array_index (self->ghosts, index);
}

/**
 * qp_scene_set_ghosts:
 * @self: a scene
 * @plans: (array length=n_plans): other levels, the lowest first
 * @n_plans: how many
 *
 * Shows other plans beneath this one, in low contrast. They can be snapped to but not taken hold of. Costs what has
 * changed when they are other versions of those shown.
 *
 * Returns: whether anything has changed
 */
gboolean
qp_scene_set_ghosts (QpScene *self, QpNode *const *plans, guint n_plans)
{
  gboolean changed = n_plans != self->ghosts->len;

  for (guint i = 0; i < n_plans; i++)
    changed = qp_scene_update (ghost_at (self, i), plans[i], self->catalogue, NULL) || changed;
  g_ptr_array_set_size (self->ghosts, (int) n_plans);
  return changed;
}

/**
 * qp_scene_ghosts:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type QpScene): the other levels that are shown beneath, the lowest first
 */
GPtrArray *
qp_scene_ghosts (const QpScene *self)
{
  return self->ghosts;
}
