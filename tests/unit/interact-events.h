/* interact-events.h: events for a stage, and what is looked at afterwards
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact-fixture.h"

/* -- events -- */

static inline void
press (Fix *fix, double x, double y, QpModifiers modifiers)
{
  qp_stage_move (fix->stage, fix_px (x, y), modifiers);
  qp_stage_press (fix->stage, fix_px (x, y), QP_BUTTON_PRIMARY, 1, modifiers);
}

static inline void
move (Fix *fix, double x, double y, QpModifiers modifiers)
{
  qp_stage_move (fix->stage, fix_px (x, y), modifiers);
}

static inline void
release (Fix *fix, double x, double y, QpModifiers modifiers)
{
  qp_stage_release (fix->stage, fix_px (x, y), QP_BUTTON_PRIMARY, modifiers);
}

static inline void
click (Fix *fix, double x, double y, QpModifiers modifiers)
{
  press (fix, x, y, modifiers);
  release (fix, x, y, modifiers);
}

static inline void
drag (Fix *fix, double x0, double y0, double x1, double y1, QpModifiers modifiers)
{
  press (fix, x0, y0, modifiers);
  for (guint i = 1; i <= 8; i++)
    move (fix, x0 + (x1 - x0) * i / 8, y0 + (y1 - y0) * i / 8, modifiers);
  release (fix, x1, y1, modifiers);
}

static inline gboolean
key (Fix *fix, QpKey which, QpModifiers modifiers)
{
  return qp_stage_key (fix->stage, &(QpKeyEvent){ which, 0, modifiers });
}

static inline void
type (Fix *fix, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      const QpKeyEvent event = { *at == '\t'   ? QP_KEY_TAB
                                 : *at == '\n' ? QP_KEY_ENTER
                                 : *at == '\b' ? QP_KEY_BACKSPACE
                                               : QP_KEY_TEXT,
                                 (gunichar) *at, QP_MOD_NONE };
      qp_stage_key (fix->stage, &event);
    }
}

/* -- what is checked -- */

static inline void
assert_screen (const QpScreen *screen, double x, double y, gint64 columns, double facing)
{
  g_assert_cmpint (screen->x_m, ==, qp_um_from_m (x));
  g_assert_cmpint (screen->y_m, ==, qp_um_from_m (y));
  g_assert_cmpint (screen->columns, ==, columns);
  g_assert_cmpfloat_with_epsilon (screen->facing_deg, facing, 1e-9);
}

static inline void
assert_selected (Fix *fix, guint n, ...)
{
  va_list args;

  g_assert_cmpuint (qp_selection_length (fix->selection), ==, n);
  va_start (args, n);
  for (guint i = 0; i < n; i++)
    g_assert_true (qp_selection_has (fix->selection, fix_node (fix, va_arg (args, guint))->id));
  va_end (args);
}

static inline const QpDecoration *
decoration (GPtrArray *decorations, QpDecorationType of, guint skip)
{
  for (guint i = 0; i < decorations->len; i++)
    {
      const QpDecoration *one = g_ptr_array_index (decorations, i);
      if (one->type == of && skip-- == 0)
        return one;
    }
  return NULL;
}

/* two screens of 9.6 m facing down at (0, 0) and (20, 0), and a square of 60 m around all */
static inline void
three (Fix *fix)
{
  QpNode *nodes[] = { fix_screen ("A", 0, 0, 180, 10), fix_screen ("B", 20, 0, 180, 10), fix_square ("Square", -30, -29, 60) };

  fix_up (fix, nodes, 3);
}

static inline void
select_nodes (Fix *fix, guint n, ...)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  va_list args;

  va_start (args, n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (ids, fix_node (fix, va_arg (args, guint))->id);
  va_end (args);
  qp_selection_set (fix->selection, (const QpId *) (gpointer) ids->data, ids->len);
}

static inline QpBox
box_of (Fix *fix, guint index)
{
  return qp_scene_find (qp_stage_get_scene (fix->stage), fix_node (fix, index)->id)->bounds;
}

static inline void
assert_box (Fix *fix, guint index, double x0, double y0, double x1, double y1)
{
  const QpBox box = box_of (fix, index);

  g_assert_cmpfloat_with_epsilon (box.x0, x0, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.y0, y0, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.x1, x1, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.y1, y1, 1e-6);
}
