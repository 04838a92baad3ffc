/* test-estimate.c: results of a screen, totals, explanations, cards, fit, and the check of published facts
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-estimate.h"
#include "engine/qp-facts.h"

#include <math.h>
#include <string.h>

static void
set_text (QpNode *node, const char *field, const char *text)
{
  const QpField *row = qp_kind_field (node->kind, field);
  g_auto (QpValue) value = { 0 };

  g_assert_nonnull (row);
  g_assert_cmpint (qp_field_parse (row, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, row, &value);
}

/* 640 × 640 mm, 256 × 256 px: P2.5 */
static QpNode *
new_screen (const char *columns, const char *rows)
{
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  set_text (screen, "name", "Test");
  set_text (screen, "columns", columns);
  set_text (screen, "rows", rows);
  set_text (screen, "cabinet_width_mm", "640");
  set_text (screen, "cabinet_height_mm", "640");
  set_text (screen, "cabinet_px_w", "256");
  set_text (screen, "cabinet_px_h", "256");
  return screen;
}

static void
add_child (QpNode *parent, QpNode *child)
{
  g_autoptr (QpNodeList) list = qp_node_list_with_insert (parent->children, qp_node_list_length (parent->children), child);

  qp_node_init_children (parent, list);
  qp_node_unref (child);
}

static void
add_fact (QpNode *parent, const char *quantity, const char *value)
{
  QpNode *fact = qp_node_new (QP_KIND_FACT, qp_id_new ());

  set_text (fact, "basis", "published");
  set_text (fact, "quantity", quantity);
  set_text (fact, "value", value);
  add_child (parent, fact);
}

static void
estimate (QpEstimate *self, const QpNode *screen, const QpNode *project)
{
  const QpEngineContext context = { (const QpProject *) project, NULL, NULL };
  qp_estimate_screen (self, (const QpScreen *) screen, &context);
}

static void
assert_value (const QpEstimate *self, const char *key, double expected, double tolerance)
{
  g_assert_cmpint (qp_quantity_index (key), >=, 0);
  g_assert_cmpfloat (fabs (qp_estimate_get (self, key) - expected), <=, tolerance);
}

static void
test_shougang (void)
{
  g_autoptr (QpNode) screen = new_screen ("30", "17");
  QpEstimate results;

  estimate (&results, screen, NULL);
  assert_value (&results, "width_m", 19.2, 1e-9);
  assert_value (&results, "height_m", 10.88, 1e-9);
  assert_value (&results, "area_m2", 208.896, 1e-9);
  assert_value (&results, "cabinets", 510, 0);
  assert_value (&results, "px_w", 7680, 0);
  assert_value (&results, "px_h", 4352, 0);
  assert_value (&results, "pitch_mm", 2.5, 1e-12);
  assert_value (&results, "uhd_class", 3, 0);
  assert_value (&results, "nearest_gb50464_m", 3.45, 1e-9);
  assert_value (&results, "farthest_gb50464_m", 13.8, 1e-9);
  assert_value (&results, "pixels_vanish_m", 8.594, 1e-3);
}

/* the table of peers.md: P4, 10 × 5.625 m */
static void
test_named_distances (void)
{
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  QpEstimate results;

  set_text (screen, "columns", "20");
  set_text (screen, "rows", "15");
  set_text (screen, "cabinet_width_mm", "500");
  set_text (screen, "cabinet_height_mm", "375");
  set_text (screen, "cabinet_px_w", "125");
  set_text (screen, "cabinet_px_h", "94");
  estimate (&results, screen, NULL);
  assert_value (&results, "nearest_fuse_m", 4, 1e-9);
  assert_value (&results, "nearest_gb50464_m", 5.52, 1e-9);
  assert_value (&results, "pixels_vanish_m", 13.75, 0.01);
  assert_value (&results, "farthest_gb50464_m", 22.08, 1e-9);
  assert_value (&results, "farthest_element_m", 39.375, 1e-9);
  assert_value (&results, "farthest_height_m", 168.75, 1e-9);
  assert_value (&results, "noticed_m", 438.2, 0.1);
}

static void
test_unknown_stays_unknown (void)
{
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  static const char *const of_any_screen[] = { "cabinets", "spare_cabinets", "players", "network_links", NULL };
  QpEstimate results;

  estimate (&results, screen, NULL);
  for (guint i = 0; i < qp_quantity_count (); i++)
    if (qp_quantity_formula (i) != NULL && !g_strv_contains (of_any_screen, qp_quantity_at (i)->key))
      g_assert_true (isnan (results.values[i]));
  g_autofree char *text = qp_quantity_format ((guint) qp_quantity_index ("area_m2"), NAN);
  g_assert_cmpstr (text, ==, "not known");
}

static void
test_missing_cells (void)
{
  g_autoptr (QpNode) screen = new_screen ("4", "3");
  QpEstimate results;

  set_text (screen, "missing_cells", "1,1 3,2");
  estimate (&results, screen, NULL);
  assert_value (&results, "cabinets", 10, 0);
  assert_value (&results, "area_m2", 10 * 0.4096, 1e-9);
  assert_value (&results, "px_w", 1024, 0);
}

static void
test_money_and_energy (void)
{
  g_autoptr (QpNode) project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  g_autoptr (QpNode) screen = new_screen ("10", "10");
  QpEstimate results;

  set_text (project, "tariff_per_kwh", "0.75");
  set_text (screen, "price_low", "10000");
  set_text (screen, "price", "12000");
  set_text (screen, "on_time", "07:00");
  set_text (screen, "off_time", "23:00");
  estimate (&results, screen, project);
  assert_value (&results, "capex_low", 409600, 1e-6);
  assert_value (&results, "capex", 491520, 1e-6);
  g_assert_true (isnan (qp_estimate_get (&results, "capex_high")));
  assert_value (&results, "hours_per_day", 16, 0);
  g_assert_true (isnan (qp_estimate_get (&results, "energy_kwh_per_year")));
}

static void
test_content (void)
{
  g_autoptr (QpNode) project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  g_autoptr (QpNode) screen = new_screen ("30", "17");
  QpNode *content = qp_node_new (QP_KIND_CONTENT, qp_id_new ());
  const QpValue id = qp_value_id (content->id);
  QpEstimate results;

  set_text (content, "width_px", "7680");
  set_text (content, "height_px", "4320");
  set_text (content, "frame_rate_hz", "50");
  set_text (content, "bit_depth", "10");
  set_text (content, "chroma", "422");
  set_text (content, "bit_rate_mbps", "100");
  add_child (project, content);
  qp_node_init_value (screen, QP_SCREEN_FIELD (content), &id);
  estimate (&results, screen, project);
  assert_value (&results, "raw_rate_gbps", 33.1776, 1e-9);
  assert_value (&results, "storage_gb_per_hour", 45, 1e-9);
  g_assert_cmpfloat (qp_estimate_get (&results, "ports"), >, 0);
}

static void
test_totals (void)
{
  g_autoptr (QpNode) project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  QpNode *site = qp_node_new (QP_KIND_SITE, qp_id_new ());
  QpNode *plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  const QpEngineContext context = { (const QpProject *) project, NULL, NULL };
  const guint area = (guint) qp_quantity_index ("area_m2");
  QpTotals totals;

  add_child (plan, new_screen ("30", "17"));
  add_child (plan, new_screen ("30", "16"));
  add_child (plan, qp_node_new (QP_KIND_SCREEN, qp_id_new ()));
  add_child (site, plan);
  add_child (project, site);
  qp_totals_init (&totals);
  qp_totals_add_tree (&totals, project, &context);
  g_assert_cmpuint (totals.screens, ==, 3);
  g_assert_cmpuint (totals.at_8k, ==, 1);
  g_assert_cmpuint (totals.at_4k, ==, 2);
  g_assert_cmpuint (totals.known[area], ==, 2);
  g_assert_cmpfloat_with_epsilon (totals.sums[area], (510 + 480) * 0.4096, 1e-9);
}

/* taking a screen out again leaves what was there before */
static void
test_totals_remove (void)
{
  g_autoptr (QpNode) first = new_screen ("30", "17"), second = new_screen ("30", "16");
  const guint area = (guint) qp_quantity_index ("area_m2");
  QpEstimate a, b;
  QpTotals totals;

  estimate (&a, first, NULL);
  estimate (&b, second, NULL);
  qp_totals_init (&totals);
  qp_totals_add (&totals, &a);
  qp_totals_add (&totals, &b);
  qp_totals_remove (&totals, &a);
  g_assert_cmpuint (totals.screens, ==, 1);
  g_assert_cmpuint (totals.at_8k, ==, 0);
  g_assert_cmpuint (totals.at_4k, ==, 1);
  g_assert_cmpuint (totals.known[area], ==, 1);
  g_assert_cmpfloat_with_epsilon (totals.sums[area], 480 * 0.4096, 1e-9);
}

/* a bound known of fewer screens than the likely value is none */
static void
test_totals_bounds (void)
{
  const guint low = (guint) qp_quantity_index ("capex_low"), likely = (guint) qp_quantity_index ("capex");
  QpEstimate both, one;
  QpTotals totals;

  for (guint i = 0; i < QP_MAX_QUANTITIES; i++)
    both.values[i] = one.values[i] = NAN;
  both.values[low] = 8;
  both.values[likely] = 9;
  one.values[likely] = 100;
  qp_totals_init (&totals);
  g_assert_true (isnan (qp_totals_get (&totals, likely)));
  qp_totals_add (&totals, &both);
  g_assert_cmpfloat (qp_totals_get (&totals, low), ==, 8);
  qp_totals_add (&totals, &one);
  g_assert_cmpfloat (qp_totals_get (&totals, likely), ==, 109);
  g_assert_true (isnan (qp_totals_get (&totals, low)));
}

static void
test_explain (void)
{
  g_autoptr (QpNode) screen = new_screen ("30", "17");
  const QpEngineContext context = { NULL, NULL, NULL };
  g_autoptr (QpExplanation) width = qp_estimate_explain ((guint) qp_quantity_index ("width_m"), (QpScreen *) screen, &context);
  g_autoptr (QpExplanation) weight = qp_estimate_explain ((guint) qp_quantity_index ("weight_kg"), (QpScreen *) screen, &context);

  g_assert_cmpuint (width->inputs->len, ==, 2);
  const QpExplainedInput *input = g_ptr_array_index (width->inputs, 0);
  g_assert_cmpstr (input->value, ==, "30");
  g_assert_cmpstr (input->key, ==, "columns");
  g_assert_null (width->missing);
  g_assert_nonnull (weight->missing);
  g_assert_nonnull (strstr (weight->missing, "Weight of a cabinet"));
}

/* every quantity can be explained, whatever is known */
static void
test_explain_all (void)
{
  g_autoptr (QpNode) full = new_screen ("30", "17");
  g_autoptr (QpNode) empty = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  const QpEngineContext context = { NULL, NULL, NULL };

  for (guint i = 0; i < 2 * qp_quantity_count (); i++)
    {
      const QpNode *screen = i % 2 == 0 ? full : empty;
      g_autoptr (QpExplanation) explanation = qp_estimate_explain (i / 2, (const QpScreen *) screen, &context);
      g_assert_cmpuint (strlen (explanation->label), >, 0);
      g_assert_cmpuint (strlen (explanation->expression), >, 0);
      g_assert_cmpuint (strlen (explanation->source), >, 0);
      g_assert_cmpint (explanation->missing != NULL, ==, strcmp (explanation->value, "not known") == 0);
    }
}

static void
test_cards (void)
{
  g_autoptr (QpNode) screen = new_screen ("30", "17");
  const QpEngineContext context = { NULL, NULL, NULL };
  QpEstimate results;

  add_fact (screen, "area_m2", "208.9");
  estimate (&results, screen, NULL);
  g_autoptr (GPtrArray) cards = qp_cards_for_screen ((QpScreen *) screen, &results, &context);
  const QpCard *raster = g_ptr_array_index (cards, 0), *area = g_ptr_array_index (cards, 1), *power = g_ptr_array_index (cards, 3);
  g_assert_cmpstr (raster->value, ==, "7680\u2009×\u20094352");
  g_assert_cmpint (raster->verdict, ==, QP_VERDICT_MEETS);
  g_assert_cmpstr (area->chip, ==, "matches source");
  g_assert_cmpstr (power->value, ==, "not known");
  g_assert_cmpint (power->verdict, ==, QP_VERDICT_UNKNOWN);
}

static void
test_fit_raster (void)
{
  const QpCell cell = { 640000, 640000, 256, 256 };
  QpGrid below, above;

  qp_fit_raster (&cell, 7680, 4320, &below, &above);
  g_assert_cmpint (below.columns, ==, 30);
  g_assert_cmpint (below.rows, ==, 16);
  g_assert_cmpint (below.px_h, ==, 4096);
  g_assert_cmpstr (below.uhd_class, ==, "4K");
  g_assert_cmpint (above.columns, ==, 30);
  g_assert_cmpint (above.rows, ==, 17);
  g_assert_cmpint (above.px_h, ==, 4352);
  g_assert_cmpstr (above.uhd_class, ==, "8K");
  g_assert_cmpfloat_with_epsilon (above.width_m, 19.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (above.height_m, 10.88, 1e-9);
  g_assert_cmpfloat_with_epsilon (above.area_m2, 208.896, 1e-9);
}

/* below never exceeds, above always reaches, and they are at most one cabinet apart */
static void
test_fit_property (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      const QpCell cell = { g_test_rand_int_range (100, 2000) * 1000, g_test_rand_int_range (100, 2000) * 1000,
                            g_test_rand_int_range (16, 640), g_test_rand_int_range (16, 640) };
      const double width = g_test_rand_double_range (2, 200), height = g_test_rand_double_range (2, 100);
      QpGrid below, above;
      qp_fit_size (&cell, width, height, &below, &above);
      g_assert_cmpfloat (below.width_m, <=, width + 1e-6);
      g_assert_cmpfloat (above.width_m, >=, width - 1e-6);
      g_assert_cmpfloat (above.height_m, >=, height - 1e-6);
      g_assert_cmpint (above.columns - below.columns, <=, 1);
      g_assert_cmpint (above.rows - below.rows, <=, 1);
    }
}

static guint
n_with_code (const QpFindings *findings, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < qp_findings_length (findings); i++)
    n += strcmp (qp_findings_get (findings, i)->code, code) == 0;
  return n;
}

static void
test_check_short_side (void)
{
  g_autoptr (QpNode) screen = new_screen ("30", "16");
  const QpEngineContext context = { NULL, NULL, NULL };
  g_autoptr (QpFindings) findings = qp_findings_new ();

  qp_estimate_check ((QpScreen *) screen, &context, findings);
  g_assert_cmpuint (n_with_code (findings, "one-side-short"), ==, 1);
}

static void
test_check_cabinet (void)
{
  g_autoptr (QpNode) screen = new_screen ("30", "17");
  const QpEngineContext context = { NULL, NULL, NULL };
  g_autoptr (QpFindings) findings = qp_findings_new ();

  set_text (screen, "cabinet", "no-such-cabinet");
  qp_estimate_check ((QpScreen *) screen, &context, findings);
  g_assert_cmpuint (n_with_code (findings, "cabinet-unknown"), ==, 1);
}

/* Yanqing: sold as 4K, 2144 rows */
static void
test_facts_class (void)
{
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_autoptr (QpFindings) findings = qp_findings_new ();

  add_fact (screen, "px_w", "3840");
  add_fact (screen, "px_h", "2144");
  add_fact (screen, "uhd_class", "4K");
  qp_facts_check (screen, findings);
  g_assert_cmpuint (n_with_code (findings, "class-not-reached"), ==, 1);
}

static void
test_facts_contradict (void)
{
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_autoptr (QpFindings) findings = qp_findings_new ();

  add_fact (screen, "width_m", "60");
  add_fact (screen, "height_m", "15");
  add_fact (screen, "area_m2", "556.1");
  add_fact (screen, "area_m2", "560");
  qp_facts_check (screen, findings);
  g_assert_cmpuint (n_with_code (findings, "facts-contradict"), ==, 1);
}

/* the factor between two figures tells what slipped; a figure that is no result can contradict itself as well */
static void
test_facts_slip (void)
{
  const struct
  {
    const char *quantity, *first, *second, *hint;
  } cases[] = {
    { "area_m2", "154.7", "1664", "square feet" },   { "width_m", "20", "65.6", "feet written" },
    { "leds", "3000000", "30000000", "factor of ten" }, { "area_m2", "6503", "6.5", "thousand" },
    { "area_m2", "100", "400", "say which one holds." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
      g_autoptr (QpFindings) findings = qp_findings_new ();
      add_fact (screen, cases[i].quantity, cases[i].first);
      add_fact (screen, cases[i].quantity, cases[i].second);
      qp_facts_check (screen, findings);
      g_assert_cmpuint (n_with_code (findings, "facts-contradict"), ==, 1);
      g_assert_nonnull (strstr (qp_findings_get (findings, 0)->message, cases[i].hint));
    }
}

static void
test_facts_insufficient (void)
{
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_autoptr (QpFindings) findings = qp_findings_new ();

  add_fact (screen, "area_m2", "1200");
  qp_facts_check (screen, findings);
  g_assert_cmpuint (n_with_code (findings, "facts-insufficient"), ==, 1);
  g_assert_cmpuint (qp_findings_count (findings, QP_SEVERITY_WARNING), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/estimate/shougang", test_shougang);
  g_test_add_func ("/estimate/named-distances", test_named_distances);
  g_test_add_func ("/estimate/unknown-stays-unknown", test_unknown_stays_unknown);
  g_test_add_func ("/estimate/missing-cells", test_missing_cells);
  g_test_add_func ("/estimate/money-and-energy", test_money_and_energy);
  g_test_add_func ("/estimate/content", test_content);
  g_test_add_func ("/estimate/totals", test_totals);
  g_test_add_func ("/estimate/totals-remove", test_totals_remove);
  g_test_add_func ("/estimate/totals-bounds", test_totals_bounds);
  g_test_add_func ("/estimate/explain", test_explain);
  g_test_add_func ("/estimate/explain-all", test_explain_all);
  g_test_add_func ("/estimate/cards", test_cards);
  g_test_add_func ("/estimate/fit/raster", test_fit_raster);
  g_test_add_func ("/estimate/fit/property", test_fit_property);
  g_test_add_func ("/estimate/check/short-side", test_check_short_side);
  g_test_add_func ("/estimate/check/cabinet", test_check_cabinet);
  g_test_add_func ("/estimate/facts/class", test_facts_class);
  g_test_add_func ("/estimate/facts/contradict", test_facts_contradict);
  g_test_add_func ("/estimate/facts/slip", test_facts_slip);
  g_test_add_func ("/estimate/facts/insufficient", test_facts_insufficient);
  return g_test_run ();
}
