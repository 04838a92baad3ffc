/* qp-stage-levels.c: the other levels of a site beneath the plan that is shown
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-stage-private.h"

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  const QpPlan *first = *(QpPlan *const *) a;
  const QpPlan *second = *(QpPlan *const *) b;

  return first->level_height_m < second->level_height_m ? -1 : first->level_height_m > second->level_height_m;
}

/* the other plans of the site, the lowest first; g_ptr_array_sort() keeps those of one height in the site's order */
static GPtrArray *
other_levels (QpStage *self)
{
  GPtrArray *found = g_ptr_array_new ();
  const QpNode *site = self->document == NULL || qp_id_is_none (self->plan)
                           ? NULL
                           : qp_document_parent (self->document, self->plan);
  QpNodeIter iter;

  if (!self->ghost_levels || site == NULL)
    return found;
  qp_node_iter_init (&iter, site->children);
  for (QpNode *plan; (plan = qp_node_iter_next_of (&iter, QP_KIND_PLAN)) != NULL;)
    if (!qp_id_equal (plan->id, self->plan))
      g_ptr_array_add (found, plan);
  g_ptr_array_sort (found, compare_levels);
  return found;
}

/* FALSE when they are as before */
gboolean
qp_stage_update_levels (QpStage *self)
{
  g_autoptr (GPtrArray) levels = other_levels (self);

  return qp_scene_set_ghosts (self->scene, (QpNode *const *) levels->pdata, levels->len);
}

/**
 * qp_stage_set_ghost_levels:
 * @self: a stage
 * @shown: whether the other plans of the site are shown beneath this one, in low contrast; they can be snapped to
 */
void
qp_stage_set_ghost_levels (QpStage *self, gboolean shown)
{
  if (shown == self->ghost_levels)
    return;
  self->ghost_levels = shown;
  qp_stage_update_scene (self);
}

/**
 * qp_stage_get_ghost_levels:
 * @self: a stage
 *
 * Returns: whether the other plans of the site are shown beneath this one
 */
gboolean
qp_stage_get_ghost_levels (QpStage *self)
{
  return self->ghost_levels;
}
