/* shape-fixture.h: one screen of any shape, and its handles
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact-events.h"

#include "engine/qp-shape.h"

#define W 0.96 /* of a cabinet */

static inline QpNode *
shaped (const char *shape, gint64 columns, const char *field, const char *text)
{
  QpNode *node = fix_screen ("S", 0, 0, 180, columns);
  const char *const pairs[] = { "shape", shape, field, text };

  for (guint i = 0; i < 4 && pairs[i] != NULL; i += 2)
    {
      const QpField *row = qp_kind_field (QP_KIND_SCREEN, pairs[i]);
      g_auto (QpValue) value = { 0 };
      g_assert_cmpint (qp_field_parse (row, pairs[i + 1], &value), ==, QP_FIELD_FINE);
      qp_node_init_value (node, row, &value);
    }
  return node;
}

/* one screen, selected */
static inline void
one (Fix *fix, QpNode *node)
{
  fix_up (fix, &node, 1);
  select_nodes (fix, 1, 0);
}

static inline const QpItem *
item_of (Fix *fix)
{
  return qp_scene_find (qp_stage_get_scene (fix->stage), fix_node (fix, 0)->id);
}

static inline QpVec
handle_of (Fix *fix, QpPart part, guint index)
{
  g_autoptr (GArray) handles = qp_item_handles (item_of (fix), 0.1);

  for (guint i = 0; i < handles->len; i++)
    {
      const QpHandle *handle = &g_array_index (handles, QpHandle, i);
      if (handle->part == part && handle->index == index)
        return handle->place;
    }
  g_assert_not_reached ();
}

static inline void
drag_handle (Fix *fix, QpPart part, guint index, double x, double y, QpModifiers modifiers)
{
  const QpVec from = handle_of (fix, part, index);

  drag (fix, from.x, from.y, x, y, modifiers);
}

static inline void
shape_of (Fix *fix, QpShape *shape)
{
  g_assert_true (qp_shape_init (shape, fix_screen_at (fix, 0), NULL));
}

static inline void
assert_near (QpVec place, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (place.x, x, 1e-5);
  g_assert_cmpfloat_with_epsilon (place.y, y, 1e-5);
}

/* one step back, and it is what it was */
static inline void
assert_undone (Fix *fix, const char *label)
{
  g_assert_cmpuint (qp_document_n_undo (fix->document), ==, 1);
  g_assert_cmpstr (qp_document_undo_label (fix->document), ==, label);
  qp_document_undo (fix->document);
  g_assert_false (qp_document_is_modified (fix->document));
}
