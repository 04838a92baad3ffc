/* test-power-runs.c: circuits and phases of a screen, each number with its arithmetic
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-power-runs.h"

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

/* a cabinet of 0.5 × 0.5 m that takes so many watts */
static QpCatalogue *
new_catalogue (const char *watts)
{
  QpNode *root = qp_node_new (QP_KIND_CATALOGUE, qp_id_new ());
  QpNode *cabinet = qp_node_new (QP_KIND_CABINET, qp_id_new ());

  set (set (set (cabinet, "key", "c"), "width_mm", "500"), "height_mm", "500");
  if (watts != NULL)
    set (cabinet, "max_power_w", watts);
  g_autoptr (QpNodeList) list = qp_node_list_with_insert (root->children, 0, cabinet);
  qp_node_init_children (root, list);
  QpCatalogue *catalogue = qp_catalogue_new (&root, 1);
  qp_node_unref (cabinet);
  qp_node_unref (root);
  return catalogue;
}

static QpNode *
new_screen (const char *columns, const char *rows)
{
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  return set (set (set (screen, "cabinet", "c"), "columns", columns), "rows", rows);
}

static void
run (QpPowerRuns *runs, const QpNode *screen, const char *watts)
{
  g_autoptr (QpCatalogue) catalogue = new_catalogue (watts);
  const QpEngineContext context = { .catalogue = catalogue };

  qp_power_runs_init (runs, (const QpScreen *) screen, &context);
}

/* showtech: breakers of 20, 30, 50 A at 208 V carry 3328, 4992, 8320 W at 80 %; cabinets of 600 W: 5, 8, 13 */
static void
test_breakers (void)
{
  static const struct
  {
    const char *breaker;
    double usable_w;
    guint most, circuits;
  } cases[] = { { "20", 3328, 5, 13 }, { "30", 4992, 8, 8 }, { "50", 8320, 13, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QpNode) screen = set (set (new_screen ("8", "8"), "supply_voltage_v", "208"), "breaker_a", cases[i].breaker);
      g_auto (QpPowerRuns) runs = { 0 };
      set (set (set (screen, "breaker_load_percent", "80"), "power_factor", "1"), "supply_phases", "1");
      run (&runs, screen, "600");
      g_assert_cmpfloat_with_epsilon (runs.usable_w, cases[i].usable_w, 1e-9);
      g_assert_cmpuint (runs.most, ==, cases[i].most);
      /* 64 ÷ 5 = 12.8; 64 ÷ 8 = 8; 64 ÷ 13 = 4.9 */
      g_assert_cmpuint (runs.circuits->len, ==, cases[i].circuits);
      g_assert_cmpuint (runs.supply.assumed, ==, 0);
      /* 64 × 600 W ÷ 208 V = 184.6 A on the one phase */
      g_assert_cmpfloat_with_epsilon (runs.phase_a[0], 38400.0 / 208, 1e-9);
      g_assert_true (isnan (runs.phase_a[1]) && isnan (runs.neutral_a) && isnan (runs.greatest));
    }
}

/* the power factor makes a circuit carry less: 20 A × 220 V × 0.8 × 0.8 = 2816 W, 4 cabinets of 600 W; else 3520 W, 5 */
static void
test_power_factor (void)
{
  g_autoptr (QpNode) screen = set (set (new_screen ("1", "6"), "power_factor", "0.8"), "breaker_a", "20");
  g_auto (QpPowerRuns) runs = { 0 };

  run (&runs, screen, "600");
  g_assert_cmpfloat_with_epsilon (runs.usable_w, 2816, 1e-9);
  g_assert_cmpuint (runs.most, ==, 4);
  /* 3 × 600 W ÷ (220 V × 0.8) */
  g_assert_cmpfloat_with_epsilon (qp_circuit (&runs, 0)->current_a, 1800 / 176.0, 1e-9);
}

/* 220 V × 20 A × 0.8 = 3520 W: 5 cabinets of 600 W. 2 × 5 cabinets are 2 circuits of 5: L1 and L2 carry 3000 ÷ 220 =
 * 13.636 A, L3 nothing; neutral √(a² + a² − a²) = a; mean ⅔ a */
static void
test_two_of_three (void)
{
  g_autoptr (QpNode) screen = new_screen ("2", "5");
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_auto (QpPowerRuns) runs = { 0 };
  const double a = 3000.0 / 220;

  run (&runs, screen, "600");
  g_assert_cmpuint (runs.circuits->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (runs.phase_a[0], a, 1e-9);
  g_assert_cmpfloat_with_epsilon (runs.phase_a[1], a, 1e-9);
  g_assert_cmpfloat (runs.phase_a[2], ==, 0);
  g_assert_cmpfloat_with_epsilon (runs.neutral_a, a, 1e-9);
  g_assert_cmpfloat_with_epsilon (runs.greatest, 1.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (runs.least, 0, 1e-9);
  qp_power_runs_check (&runs, "s", findings);
  g_assert_cmpuint (qp_findings_length (findings), ==, 1);
  g_assert_cmpstr (qp_findings_get (findings, 0)->code, ==, "phases-unbalanced");
}

/* 6 columns of 5 are 6 circuits, two on each phase: 27.27 A, neutral 0, feed breaker 27.27 ÷ 0.8 = 34.09 A */
static void
test_balanced (void)
{
  g_autoptr (QpNode) screen = new_screen ("6", "5");
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_auto (QpPowerRuns) runs = { 0 };

  run (&runs, screen, "600");
  g_assert_cmpuint (runs.circuits->len, ==, 6);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (runs.phase_a[i], 6000.0 / 220, 1e-9);
  g_assert_cmpfloat_with_epsilon (runs.neutral_a, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (runs.feed_breaker_a, 6000.0 / 220 / 0.8, 1e-9);
  qp_power_runs_check (&runs, "s", findings);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
}

/* a row of 17 at most 5 each: 4 circuits; even shares 4, 4, 4, 5 (not 5, 5, 5, 2). Heaviest first: 5 to L1, 4 to L2, 4 to
 * L3, 4 to L2: currents 5, 8, 4 cabinets of 600 ÷ 220 A; neutral √(25 + 64 + 16 − 40 − 32 − 20) = √13 cabinets */
static void
test_even_and_greedy (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("17", "1"), "power_order", "rows");
  g_auto (QpPowerRuns) runs = { 0 };
  const double a = 600.0 / 220;

  run (&runs, screen, "600");
  g_assert_cmpuint (runs.circuits->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (qp_circuit (&runs, i)->n, ==, i == 3 ? 5 : 4);
  g_assert_cmpfloat_with_epsilon (runs.phase_a[0], 5 * a, 1e-9);
  g_assert_cmpfloat_with_epsilon (runs.phase_a[1], 8 * a, 1e-9);
  g_assert_cmpfloat_with_epsilon (runs.phase_a[2], 4 * a, 1e-9);
  g_assert_cmpfloat_with_epsilon (runs.neutral_a, sqrt (13) * a, 1e-9);
  g_assert_cmpfloat_with_epsilon (runs.greatest, 8 * 3 / 17.0, 1e-9);
  g_autofree char *label = qp_circuit_label (&runs, 3);
  g_assert_cmpstr (label, ==, "4 L1");
}

/* 3 × 4 cabinets, 5 on a circuit at most: 12 ÷ 5 → 3 circuits, and columns of 4 cost no more */
static void
test_whole_columns (void)
{
  g_autoptr (QpNode) screen = new_screen ("3", "4");
  g_auto (QpPowerRuns) runs = { 0 };

  run (&runs, screen, "600");
  g_assert_cmpuint (runs.circuits->len, ==, 3);
  for (guint i = 0; i < 12; i++)
    {
      const QpRunCell *cell = &g_array_index (runs.cells, QpRunCell, i);
      g_assert_cmpuint (cell->column, ==, i / 4);
    }
  /* from the bottom left */
  g_assert_cmpuint (g_array_index (runs.cells, QpRunCell, 0).row, ==, 3);
}

/* one column of 4 from the bottom left: 3 hops of 0.5 m; 30 m + 0.25 + 0.25 m to the first; 20 % more */
static void
test_cables (void)
{
  g_autoptr (QpNode) screen = set (set (new_screen ("1", "4"), "power_feed_m", "30"), "cable_spare_percent", "20");
  g_auto (QpPowerRuns) runs = { 0 };

  run (&runs, screen, "600");
  g_assert_cmpfloat_with_epsilon (qp_circuit (&runs, 0)->chain_m, 1.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_circuit (&runs, 0)->feed_m, 36.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_power_runs_cable_m (&runs), 38.4, 1e-9);
}

static void
test_too_small (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("2", "1"), "breaker_a", "2");
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_auto (QpPowerRuns) runs = { 0 };

  /* 2 A × 220 V × 0.8 = 352 W */
  run (&runs, screen, "600");
  g_assert_cmpuint (runs.most, ==, 0);
  g_assert_cmpuint (runs.circuits->len, ==, 2);
  g_assert_true (qp_circuit (&runs, 0)->over);
  qp_power_runs_check (&runs, "s", findings);
  g_assert_cmpstr (qp_findings_get (findings, 0)->code, ==, "breaker-too-small");
}

static void
test_assumptions (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("2", "1"), "supply_voltage_v", "230");
  QpSupply supply;

  qp_supply_init (&supply, (const QpScreen *) screen);
  g_assert_cmpuint (supply.assumed, ==, QP_SUPPLY_PHASES | QP_SUPPLY_BREAKER | QP_SUPPLY_LOAD | QP_SUPPLY_FACTOR);
  g_autofree char *words = qp_supply_describe (&supply);
  g_assert_cmpstr (words, ==,
                   "230\u2009V, 3 phases (assumed), 20\u2009A (assumed), 80\u2009% (assumed), power factor 1 (assumed)");
}

static void
test_unknown (void)
{
  g_autoptr (QpNode) screen = new_screen ("2", "1");
  g_autoptr (QpNode) bare = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_auto (QpPowerRuns) runs = { 0 }, none = { 0 };

  run (&runs, screen, NULL);
  g_assert_cmpint (runs.state, ==, QP_POWER_NO_POWER);
  g_assert_true (isnan (runs.power_w) && isnan (runs.phase_a[0]) && isnan (qp_power_runs_cable_m (&runs)));
  run (&none, bare, "600");
  g_assert_cmpint (none.state, ==, QP_POWER_NO_SIZE);
}

static void
test_estimate (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("17", "1"), "power_order", "rows");
  g_autoptr (QpCatalogue) catalogue = new_catalogue ("600");
  const QpEngineContext context = { .catalogue = catalogue };
  QpEstimate estimate;

  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  g_assert_cmpfloat (qp_estimate_get (&estimate, "circuits"), ==, 4);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "phase_2_a"), 8 * 600.0 / 220, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "neutral_a"), sqrt (13) * 600 / 220, 1e-9);
  g_assert_true (isnan (qp_estimate_get (&estimate, "power_cable_m")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/power-runs/breakers", test_breakers);
  g_test_add_func ("/power-runs/power-factor", test_power_factor);
  g_test_add_func ("/power-runs/two-of-three", test_two_of_three);
  g_test_add_func ("/power-runs/balanced", test_balanced);
  g_test_add_func ("/power-runs/even-and-greedy", test_even_and_greedy);
  g_test_add_func ("/power-runs/whole-columns", test_whole_columns);
  g_test_add_func ("/power-runs/cables", test_cables);
  g_test_add_func ("/power-runs/too-small", test_too_small);
  g_test_add_func ("/power-runs/assumptions", test_assumptions);
  g_test_add_func ("/power-runs/unknown", test_unknown);
  g_test_add_func ("/power-runs/estimate", test_estimate);
  return g_test_run ();
}
