/* test-data-hand.c: data routes drawn by hand, against the screen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-data-draft.h"

#include <math.h>
#include <string.h>

static QpNode *
set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_nonnull (field);
  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
  return node;
}

/* cabinets of 480 × 270 = 129 600 px: five on a port of an MX40 Pro */
static QpNode *
new_screen (const char *columns, const char *rows)
{
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  set (set (screen, "cabinet_width_mm", "600"), "cabinet_height_mm", "337.5");
  set (set (screen, "cabinet_px_w", "480"), "cabinet_px_h", "270");
  return set (set (set (screen, "columns", columns), "rows", rows), "controller", "novastar-mx40-pro");
}

static void
run (QpDataRuns *runs, const QpNode *screen)
{
  g_autoptr (QpCatalogue) catalogue = qp_catalogue_load_builtin (NULL, NULL);
  const QpEngineContext context = { .catalogue = catalogue };

  qp_data_runs_init (runs, (const QpScreen *) screen, &context);
}

static void
assert_cell (const QpDataRuns *runs, guint i, guint column, guint row)
{
  const QpRunCell *cell = &g_array_index (runs->cells, QpRunCell, i);

  g_assert_cmpuint (cell->column, ==, column);
  g_assert_cmpuint (cell->row, ==, row);
}

static void
test_route_text (void)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (QpRunCell));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert_cmpuint (qp_data_route_parse ("1,1-3 2,3-1; 3,1;; 4-3,2  x 0,1 2-3,1-2", cells, ends), ==, 3);
  g_assert_cmpuint (cells->len, ==, 9);
  g_assert_cmpuint (ends->len, ==, 3);
  g_autofree char *text
      = qp_data_route_format (&g_array_index (cells, QpRunCell, 0), &g_array_index (ends, guint, 0), ends->len);
  g_assert_cmpstr (text, ==, "1,1-3 2,3-1; 3,1; 4-3,2");
  g_assert_null (qp_data_route_format (NULL, NULL, 0));
}

static guint
count_findings (const QpNode *screen, const QpDataRuns *runs, const char *code)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  guint n = 0;

  qp_data_runs_check (runs, (const QpScreen *) screen, NULL, "s", findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    n += strcmp (qp_findings_get (findings, i)->code, code) == 0;
  return n;
}

static void
test_hand (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("3", "2"), "data_route", "1-3,1; 3-1,2");
  g_auto (QpDataRuns) runs = { 0 };

  run (&runs, screen);
  g_assert_true (runs.hand);
  g_assert_cmpfloat (runs.ports, ==, 2);
  g_assert_cmpuint (runs.unrouted + runs.repeated + runs.strange + runs.far + runs.folds, ==, 0);
  assert_cell (&runs, 3, 2, 1);
}

static void
test_hand_wrong (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("3", "3"), "missing_cells", "3,3");
  g_auto (QpDataRuns) runs = { 0 };

  /* six in a run of five; 1,1 twice; 3,3 and 9,9 are none; 3,2 is left out; 2,3 → 3,1 is far */
  set (screen, "data_route", "1,1-3 2,3 3,1 2,1 1,1 3,3 9,9; 2,2");
  run (&runs, screen);
  g_assert_cmpuint (runs.repeated, ==, 1);
  g_assert_cmpuint (runs.strange, ==, 2);
  g_assert_cmpuint (runs.unrouted, ==, 1);
  g_assert_cmpuint (runs.far, ==, 1);
  g_assert_true (qp_data_run (&runs, 0)->over);
  g_assert_true (isnan (runs.ports));
  static const char *const codes[]
      = { "route-twice", "route-strange", "route-incomplete", "route-far", "port-overloaded" };
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpuint (count_findings (screen, &runs, codes[i]), ==, 1);
}

/* a run that turns the corner is counted as one that crosses the fold */
static void
test_fold (void)
{
  g_autoptr (QpNode) screen = set (set (new_screen ("4", "1"), "shape", "corner"), "face_columns", "2 2");
  g_auto (QpDataRuns) runs = { 0 };

  set (screen, "data_route", "1-4,1");
  run (&runs, screen);
  g_assert_cmpuint (runs.folds, ==, 1);
  g_assert_cmpuint (runs.far, ==, 0);
  g_assert_cmpuint (count_findings (screen, &runs, "route-fold"), ==, 1);
}

/* down a column past a gap, across to its neighbour; a cabinet of an earlier run is taken over */
static void
test_draft (void)
{
  g_auto (QpDataDraft) draft = { NULL };
  g_auto (QpCells) cells = { 0 };
  g_autofree char *rest = NULL;

  qp_data_draft_init (&draft);
  qp_cells_init (&cells, 3, 4);
  qp_cells_remove (&cells, "1,3");
  g_assert_false (qp_data_draft_step_back (&draft));
  g_assert_cmpuint (qp_data_draft_add (&draft, &cells, (QpRunCell){ 0, 2 }), ==, 0);
  g_assert_cmpuint (qp_data_draft_add (&draft, &cells, (QpRunCell){ 0, 0 }), ==, 1);
  g_assert_cmpuint (qp_data_draft_add (&draft, &cells, (QpRunCell){ 0, 3 }), ==, 2);
  g_assert_cmpuint (qp_data_draft_add (&draft, &cells, (QpRunCell){ 2, 3 }), ==, 2);
  g_assert_cmpuint (qp_data_draft_add (&draft, &cells, (QpRunCell){ 2, 3 }), ==, 0);
  g_assert_true (qp_data_draft_step_back (&draft));
  g_assert_cmpuint (qp_data_draft_add (&draft, &cells, (QpRunCell){ 2, 0 }), ==, 1);
  g_autofree char *route = qp_data_draft_store (&draft, "2,4; 3,1-4; 2,1-2");
  g_assert_cmpstr (route, ==, "3,2-4; 2,1-2; 1,1-2 1-2,4 3,1");
  g_assert_cmpuint (draft.cells->len, ==, 0);
  g_assert_true (qp_data_draft_reopen (&draft, route, &rest));
  g_assert_cmpstr (rest, ==, "3,2-4; 2,1-2");
  g_assert_cmpuint (draft.cells->len, ==, 5);
  g_autofree char *nothing = NULL;
  g_assert_false (qp_data_draft_reopen (&draft, NULL, &nothing));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-hand/text", test_route_text);
  g_test_add_func ("/data-hand/sound", test_hand);
  g_test_add_func ("/data-hand/wrong", test_hand_wrong);
  g_test_add_func ("/data-hand/fold", test_fold);
  g_test_add_func ("/data-hand/draft", test_draft);
  return g_test_run ();
}
