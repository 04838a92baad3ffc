/* interact-fixture.h: a small project on which tools are tried
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-stage.h"

#define CABINET_MM 960 /* of all screens here: 0.96 × 0.96 m, by hand */

static inline QpNode *
fix_set (QpNode *node, const char *name, QpValue value)
{
  qp_node_init_value (node, qp_kind_field (node->kind, name), &value);
  return node;
}

static inline QpNode *
fix_name (QpNode *node, const char *name)
{
  g_auto (QpValue) text = qp_value_text (name);

  qp_node_init_value (node, qp_kind_field (node->kind, "name"), &text);
  return node;
}

static inline QpNode *
fix_screen (const char *name, double x, double y, double facing, gint64 columns)
{
  QpNode *node = fix_name (qp_node_new (QP_KIND_SCREEN, qp_id_new ()), name);

  fix_set (node, "x_m", qp_value_integer (qp_um_from_m (x)));
  fix_set (node, "y_m", qp_value_integer (qp_um_from_m (y)));
  fix_set (node, "facing_deg", qp_value_real (facing));
  fix_set (node, "columns", qp_value_integer (columns));
  fix_set (node, "rows", qp_value_integer (5));
  fix_set (node, "cabinet_width_mm", qp_value_integer (CABINET_MM * 1000));
  return fix_set (node, "cabinet_height_mm", qp_value_integer (CABINET_MM * 1000));
}

static inline QpNode *
fix_square (const char *name, double x, double y, double side)
{
  QpNode *node = fix_name (qp_node_new (QP_KIND_OBSTACLE, qp_id_new ()), name);
  const gint64 x0 = qp_um_from_m (x), y0 = qp_um_from_m (y), d = qp_um_from_m (side);
  const QpPoint corners[] = { { x0, y0 }, { x0 + d, y0 }, { x0 + d, y0 + d }, { x0, y0 + d } };
  g_autoptr (QpPoints) points = qp_points_new (corners, 4);

  qp_node_init_value (node, qp_kind_field (QP_KIND_OBSTACLE, "outline"),
                      &(QpValue){ .storage = QP_STORAGE_POINTS, .points = points });
  return node;
}

/* takes the nodes */
static inline QpNode *
fix_plan (QpNode **nodes, guint n)
{
  QpNode *plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  g_autoptr (QpNodeList) list = qp_node_list_new (nodes, n);

  qp_node_init_children (plan, list);
  for (guint i = 0; i < n; i++)
    qp_node_unref (nodes[i]);
  return plan;
}

static inline QpNode *
fix_project (QpNode *plan)
{
  QpNode *project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  g_autoptr (QpNode) site = qp_node_new (QP_KIND_SITE, qp_id_new ());
  g_autoptr (QpNodeList) plans = qp_node_list_new (&plan, 1);
  qp_node_init_children (site, plans);
  g_autoptr (QpNodeList) sites = qp_node_list_new (&site, 1);

  qp_node_init_children (project, sites);
  qp_node_unref (plan);
  return project;
}

/**
 * A stage of 800 × 600 px at 10 px per metre with the origin in the middle, so that x px = 400 + 10·x m and
 * y px = 300 − 10·y m, and 1 m of grid.
 */
typedef struct
{
  QpDocument *document;
  QpStage *stage;
  QpSelection *selection;
  QpId plan;
} Fix;

static inline void
fix_up (Fix *self, QpNode **nodes, guint n)
{
  QpNode *plan = fix_plan (nodes, n);
  const QpId id = plan->id;
  g_autoptr (QpNode) project = fix_project (plan);
  g_autoptr (QpNode) model = fix_screen ("Model", 0, 0, 180, 1);
  QpViewport viewport = { { 0, 0 }, 10, 800, 600, 1 };

  self->plan = id;
  self->document = qp_document_new (project);
  qp_document_mark_saved (self->document, project);
  self->stage = qp_stage_new ();
  self->selection = qp_stage_get_selection (self->stage);
  qp_stage_resize (self->stage, 800, 600, 1);
  qp_stage_set_document (self->stage, self->document);
  qp_stage_set_plan (self->stage, id);
  qp_stage_set_viewport (self->stage, &viewport);
  qp_stage_set_template (self->stage, model);
}

static inline void
fix_down (Fix *self)
{
  g_clear_object (&self->stage);
  g_clear_object (&self->document);
}

static inline QpVec
fix_px (double x, double y)
{
  return qp_vec (400 + 10 * x, 300 - 10 * y);
}

static inline QpNode *
fix_plan_node (Fix *self)
{
  return qp_document_find (self->document, self->plan);
}

static inline QpNode *
fix_node (Fix *self, guint index)
{
  return qp_node_list_get (fix_plan_node (self)->children, index);
}

static inline guint
fix_length (Fix *self)
{
  return qp_node_list_length (fix_plan_node (self)->children);
}

static inline const QpScreen *
fix_screen_at (Fix *self, guint index)
{
  QpNode *node = fix_node (self, index);

  g_assert_cmpint (node->kind, ==, QP_KIND_SCREEN);
  return (const QpScreen *) node;
}
