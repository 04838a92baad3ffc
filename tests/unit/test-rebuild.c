/* test-rebuild.c: a screen made of other cabinets keeps its faces
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact-fixture.h"

#include "interact/qp-rebuild.h"

static QpNode *
corner (const char *faces, gint64 columns, gint64 round)
{
  g_autoptr (QpNode) node = fix_screen ("S", 0, 0, 180, columns);
  g_auto (QpValue) list = qp_value_text (faces);
  g_auto (QpValue) missing = qp_value_text ("1,1");
  const QpValue shape = qp_value_integer (QP_SCREEN_ROUNDED_CORNER), rounded = qp_value_integer (round);
  g_autoptr (QpNode) shaped = qp_node_with (node, QP_SCREEN_FIELD (shape), &shape);
  g_autoptr (QpNode) parted = qp_node_with (shaped, QP_SCREEN_FIELD (face_columns), &list);
  g_autoptr (QpNode) cut = qp_node_with (parted, QP_SCREEN_FIELD (missing_cells), &missing);

  return qp_node_with (cut, QP_SCREEN_FIELD (corner_columns), &rounded);
}

static void
expect (const QpNode *node, const char *faces, gint64 round, gint64 columns, gint64 rows)
{
  const QpScreen *screen = (const QpScreen *) node;

  g_assert_cmpstr (screen->face_columns, ==, faces);
  g_assert_cmpint (screen->corner_columns, ==, round);
  g_assert_cmpint (screen->columns, ==, columns);
  g_assert_cmpint (screen->rows, ==, rows);
  g_assert_null (screen->missing_cells);
}

/* 10 + 2 + 20 columns; twice as many; three quarters; a rounding of one column stays one */
static void
test_faces (void)
{
  g_autoptr (QpNode) screen = corner ("10 20", 32, 2);
  g_autoptr (QpNode) twice = qp_screen_rebuilt (screen, "other", 64, 8);
  g_autoptr (QpNode) fewer = qp_screen_rebuilt (screen, NULL, 24, 3);
  g_autoptr (QpNode) tiny = qp_screen_rebuilt (screen, NULL, 4, 1);

  expect (twice, "20 40", 4, 64, 8);
  g_assert_cmpstr (((QpScreen *) twice)->cabinet, ==, "other");
  expect (fewer, "7 15", 2, 24, 3);
  g_assert_cmpstr (((QpScreen *) fewer)->cabinet, ==, ((QpScreen *) screen)->cabinet);
  expect (tiny, "1 2", 1, 4, 1);
}

/* no list, no columns, or as many as before: nothing is to be shared out */
static void
test_plain (void)
{
  g_autoptr (QpNode) flat = fix_screen ("S", 0, 0, 180, 12);
  g_autoptr (QpNode) wider = qp_screen_rebuilt (flat, NULL, 20, 7);
  g_autoptr (QpNode) screen = corner ("10 20", 32, 2);
  g_autoptr (QpNode) same = qp_screen_rebuilt (screen, "other", 32, 9);
  g_autoptr (QpNode) unknown = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_autoptr (QpNode) known = qp_screen_rebuilt (unknown, NULL, 5, 4);

  expect (wider, NULL, QP_UNSET, 20, 7);
  expect (same, "10 20", 2, 32, 9);
  expect (known, NULL, QP_UNSET, 5, 4);
}

static void
test_edits (void)
{
  g_autoptr (QpNode) screen = corner ("10 20", 32, 2);
  g_autoptr (QpNode) whole = qp_screen_rebuilt (screen, NULL, 32, ((QpScreen *) screen)->rows);
  g_autoptr (QpNode) other = qp_screen_rebuilt (screen, "other", 64, 99);
  g_autoptr (GPtrArray) one = qp_edits_new ();
  g_autoptr (GPtrArray) none = qp_edits_new ();
  g_autoptr (GPtrArray) all = qp_edits_new ();

  qp_edits_add_rebuilding (one, screen, whole);
  g_assert_cmpuint (one->len, ==, 1); /* the missing cell */
  qp_edits_add_rebuilding (none, whole, whole);
  g_assert_cmpuint (none->len, ==, 0);
  qp_edits_add_rebuilding (all, screen, other);
  g_assert_cmpuint (all->len, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rebuild/faces", test_faces);
  g_test_add_func ("/rebuild/plain", test_plain);
  g_test_add_func ("/rebuild/edits", test_edits);
  return g_test_run ();
}
