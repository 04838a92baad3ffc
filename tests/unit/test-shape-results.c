/* test-shape-results.c: results, joint check and findings of shapes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-cards-shape.h"
#include "engine/qp-facts.h"
#include "engine/qp-shape.h"

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

/* cabinets of 1 × 0.5 m with 100 × 50 pixels */
static QpNode *
new_screen (const char *shape, const char *columns, const char *rows)
{
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  set (set (screen, "cabinet_width_mm", "1000"), "cabinet_height_mm", "500");
  set (set (screen, "cabinet_px_w", "100"), "cabinet_px_h", "50");
  return set (set (set (screen, "shape", shape), "columns", columns), "rows", rows);
}

static void
add (QpNode *parent, QpNode *child)
{
  g_autoptr (QpNodeList) list = qp_node_list_with_insert (parent->children, qp_node_list_length (parent->children), child);

  qp_node_init_children (parent, list);
  qp_node_unref (child);
}

static QpNode *
new_zone (const char *use, const char *area)
{
  QpNode *zone = qp_node_new (QP_KIND_ZONE, qp_id_new ());

  return set (set (zone, "use", use), "area_m2", area);
}

/* a cabinet of 1 × 0.5 m whose joints bend as the maker says */
static QpCatalogue *
new_catalogue (const char *least, const char *greatest)
{
  QpNode *root = qp_node_new (QP_KIND_CATALOGUE, qp_id_new ());
  QpNode *cabinet = qp_node_new (QP_KIND_CABINET, qp_id_new ());

  set (set (set (cabinet, "key", "bends"), "manufacturer", "Maker"), "model", "Bends");
  set (set (set (cabinet, "width_mm", "1000"), "height_mm", "500"), "transparency_percent", "70");
  set (set (cabinet, "px_w", "100"), "px_h", "50");
  if (least != NULL)
    set (set (cabinet, "curve_min_deg", least), "curve_max_deg", greatest);
  add (root, cabinet);
  QpCatalogue *catalogue = qp_catalogue_new (&root, 1);
  qp_node_unref (root);
  return catalogue;
}

static double
value_of (const QpNode *screen, const QpCatalogue *catalogue, const char *key)
{
  const QpEngineContext context = { .catalogue = catalogue };
  QpEstimate estimate;

  g_assert_cmpint (qp_quantity_index (key), >=, 0);
  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  return qp_estimate_get (&estimate, key);
}

static QpCard *
card_of (const QpNode *screen, const QpCatalogue *catalogue)
{
  const QpEngineContext context = { .catalogue = catalogue };
  QpEstimate estimate;

  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  return qp_card_for_shape ((const QpScreen *) screen, &estimate, &context);
}

static gboolean
finds (const QpNode *screen, const QpCatalogue *catalogue, const char *code, QpSeverity severity)
{
  const QpEngineContext context = { .catalogue = catalogue };
  g_autoptr (QpFindings) findings = qp_findings_new ();

  qp_estimate_check ((const QpScreen *) screen, &context, findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    if (strcmp (qp_findings_get (findings, i)->code, code) == 0)
      return qp_findings_get (findings, i)->severity == severity;
  return FALSE;
}

/* six chords of 1 m round half a circle, against the formulas of the circle */
static void
test_arc (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("arc", "6", "4"), "arc_angle_deg", "180");
  const double r = 1 / (2 * sin (G_PI / 12));

  g_assert_cmpfloat_with_epsilon (value_of (screen, NULL, "radius_m"), r, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (screen, NULL, "chord_m"), 2 * r, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (screen, NULL, "sagitta_m"), r, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (screen, NULL, "bend_deg"), 180, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (screen, NULL, "joint_deg"), 30, 1e-9);
  g_assert_cmpfloat (value_of (screen, NULL, "width_m"), ==, 6);
  g_assert_cmpfloat (value_of (screen, NULL, "area_m2"), ==, 12);
  g_assert_cmpfloat (value_of (screen, NULL, "px_w"), ==, 600);
}

/* a flat screen has no radius: nothing is "not known" about it */
static void
test_flat_has_no_bend (void)
{
  g_autoptr (QpNode) screen = new_screen ("flat", "6", "4");
  const double radius = value_of (screen, NULL, "radius_m");

  g_assert_true (isnan (radius));
  g_assert_false (qp_quantity_applies ((guint) qp_quantity_index ("radius_m"), radius));
  g_assert_true (qp_quantity_applies ((guint) qp_quantity_index ("width_m"), NAN));
  g_assert_null (card_of (screen, NULL));
}

/* 12 columns round a quarter circle: 7.5° a joint */
static void
test_joint (gconstpointer data)
{
  static const struct
  {
    const char *least, *greatest;
    QpVerdict verdict;
    const char *chip;
    QpSeverity severity;
  } cases[] = { { "-10", "10", QP_VERDICT_MEETS, "within the maker’s limit", QP_SEVERITY_ERROR },
                { "-5", "5", QP_VERDICT_FAILS, "exceeds the limit by 2.50\u2009°", QP_SEVERITY_WARNING },
                { "-5", "10", QP_VERDICT_UNKNOWN, "allowed one way only: ask the maker which", QP_SEVERITY_NOTE },
                { NULL, NULL, QP_VERDICT_UNKNOWN, "unchecked: the maker publishes no limit", QP_SEVERITY_NOTE } };
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (QpCatalogue) catalogue = new_catalogue (cases[i].least, cases[i].greatest);
  g_autoptr (QpNode) screen = set (set (new_screen ("arc", "12", "4"), "arc_angle_deg", "90"), "cabinet", "bends");
  QpCard *card = card_of (screen, catalogue);

  g_assert_cmpint (card->verdict, ==, cases[i].verdict);
  g_assert_cmpstr (card->chip, ==, cases[i].chip);
  g_assert_cmpint (finds (screen, catalogue, "joint-angle", cases[i].severity), ==, cases[i].severity != QP_SEVERITY_ERROR);
  qp_card_free (card);
}

/* Guanyinqiao 2015, Chongqing: four zones of which only the areas were published */
static void
test_guanyinqiao (void)
{
  g_autoptr (QpNode) screen = set (qp_node_new (QP_KIND_SCREEN, qp_id_new ()), "shape", "zones");
  guint n;

  add (screen, new_zone ("advertising", "2000"));
  add (screen, new_zone ("public service", "415"));
  add (screen, new_zone ("public service", "340"));
  add (screen, new_zone ("public service", "608"));
  g_autofree char *shares = qp_zone_shares ((const QpScreen *) screen, NULL, &n);
  g_assert_cmpfloat (value_of (screen, NULL, "area_m2"), ==, 3363);
  g_assert_true (isnan (value_of (screen, NULL, "cabinets")));
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (shares, ==, "advertising 59.5\u2009% · public service 40.5\u2009%");
}

/* cabinets of 1 × 0.5 m, counted on paper */
static void
test_edge (void)
{
  static const struct
  {
    const char *shape;
    const char *columns;
    const char *missing;
    double edge;
  } cases[] = {
    { "flat", "6", NULL, 16 },    { "flat", "6", "1-2,1", 16 }, /* a corner cut out is as long as the corner */
    { "flat", "6", "3,2", 19 },   { "arc", "6", NULL, 16 },     { "corner", "6", NULL, 16 },
    { "column", "12", NULL, 24 }, /* joined to itself: no sides */
    { "column", "12", "1-4,1", 25 },
    { "mesh", "6", NULL, 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QpNode) screen = new_screen (cases[i].shape, cases[i].columns, "4");
      if (cases[i].missing != NULL)
        set (screen, "missing_cells", cases[i].missing);
      g_assert_cmpfloat_with_epsilon (value_of (screen, NULL, "edge_m"), cases[i].edge, 1e-9);
    }
  g_autoptr (QpNode) cap = set (set (new_screen ("cap", "40", "8"), "cap_diameter_m", "10"), "cap_height_m", "5");
  /* the lowest ring has its middle 3.75 m from the pole: floor (10 π sin 0.75) cabinets of 1 m */
  g_assert_cmpfloat_with_epsilon (value_of (cap, NULL, "edge_m"), 21, 1e-9);
  g_autoptr (QpNode) bare = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_assert_true (isnan (value_of (bare, NULL, "edge_m")));
}

/* 142 mm of cabinet on either side of 0.6 m of steel, and a scaffold before each face */
static void
test_both_sides_are_built (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpCatalogue) catalogue = qp_catalogue_load_builtin (NULL, &error);
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  g_assert_no_error (error);
  set (set (set (set (screen, "cabinet", "samsung-xa060f"), "columns", "6"), "rows", "4"), "bottom_height_m", "4");
  g_assert_cmpfloat_with_epsilon (value_of (screen, catalogue, "cladding_m2"), 20.736 * 0.742, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (screen, catalogue, "access_m2"), 6.912 * 7.456, 1e-9);
  set (screen, "double_sided", "yes");
  g_assert_cmpfloat_with_epsilon (value_of (screen, catalogue, "cladding_m2"), 20.736 * 0.884, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (screen, catalogue, "access_m2"), 2 * 6.912 * 7.456, 1e-9);
}

/* a zone with cells counts by them: 2 × 2 cabinets of 0.5 m² beside 10 m² that were stated */
static void
test_mixed_zones (void)
{
  g_autoptr (QpNode) screen = new_screen ("zones", "4", "4");
  QpNode *zone = set (qp_node_new (QP_KIND_ZONE, qp_id_new ()), "column", "1");

  add (screen, set (set (set (zone, "row", "1"), "columns", "2"), "rows", "2"));
  g_assert_cmpfloat (value_of (screen, NULL, "area_m2"), ==, 2);
  g_assert_cmpfloat (value_of (screen, NULL, "missing"), ==, 12);
  g_assert_cmpfloat (value_of (screen, NULL, "edge_m"), ==, 6);
  add (screen, new_zone ("news", "10"));
  g_assert_cmpfloat (value_of (screen, NULL, "area_m2"), ==, 12);
  g_assert_true (isnan (value_of (screen, NULL, "edge_m"))); /* of the area that was stated nobody knows it */
  g_assert_cmpfloat (value_of (screen, NULL, "cabinets"), ==, 4);
}

static void
test_both_sides (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("flat", "6", "4"), "double_sided", "yes");

  set (screen, "missing_cells", "1-2,1");
  g_assert_cmpfloat (value_of (screen, NULL, "cabinets"), ==, 44);
  g_assert_cmpfloat (value_of (screen, NULL, "area_m2"), ==, 22);
  g_assert_cmpfloat (value_of (screen, NULL, "px_w"), ==, 600);
  g_assert_cmpfloat (value_of (screen, NULL, "pixels"), ==, 44 * 5000);
}

/* cabinets of half an ellipse against π·W·H/4; of a cap against π·D·h */
static void
test_area_by_formula (void)
{
  g_autoptr (QpNode) ellipse = new_screen ("half_ellipse", "80", "80");
  g_autoptr (QpNode) cap = set (set (new_screen ("cap", "320", "300"), "cap_diameter_m", "100"), "cap_height_m", "60");

  g_assert_cmpfloat_with_epsilon (value_of (ellipse, NULL, "half_ellipse_area_m2"), G_PI * 80 * 40 / 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (ellipse, NULL, "area_m2"), G_PI * 800, 0.01 * G_PI * 800);
  g_assert_cmpfloat_with_epsilon (value_of (cap, NULL, "cap_area_m2"), G_PI * 6000, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (cap, NULL, "area_m2"), G_PI * 6000, 0.02 * G_PI * 6000);
  QpCard *card = card_of (ellipse, NULL);
  g_assert_nonnull (strstr (card->chip, "cabinets"));
  qp_card_free (card);
}

static void
test_mesh (void)
{
  g_autoptr (QpCatalogue) catalogue = new_catalogue (NULL, NULL);
  g_autoptr (QpNode) screen = set (new_screen ("mesh", "10", "10"), "cabinet", "bends");

  g_assert_cmpfloat_with_epsilon (value_of (screen, catalogue, "open_area_m2"), 35, 1e-9);
  QpCard *card = card_of (screen, catalogue);
  g_assert_cmpstr (card->line, ==, "pitch 10.000\u2009mm across, 10.000\u2009mm down");
  qp_card_free (card);
}

static void
test_findings (void)
{
  g_autoptr (QpNode) fits = set (new_screen ("corner", "40", "4"), "face_columns", "22 18");
  g_autoptr (QpNode) falls_short = set (new_screen ("corner", "40", "4"), "face_columns", "22 17");
  g_autoptr (QpNode) rounded = set (new_screen ("rounded_corner", "40", "4"), "face_columns", "19 18");
  g_autoptr (QpNode) strange = set (new_screen ("flat", "4", "4"), "missing_cells", "1,1 5,1");

  set (rounded, "corner_columns", "3");
  g_assert_false (finds (fits, NULL, "faces-do-not-fit", QP_SEVERITY_WARNING));
  g_assert_true (finds (falls_short, NULL, "faces-do-not-fit", QP_SEVERITY_WARNING));
  g_assert_false (finds (rounded, NULL, "faces-do-not-fit", QP_SEVERITY_WARNING));
  g_assert_true (finds (strange, NULL, "missing-cells-strange", QP_SEVERITY_WARNING));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape-results/arc", test_arc);
  g_test_add_func ("/shape-results/flat-has-no-bend", test_flat_has_no_bend);
  g_test_add_data_func ("/shape-results/joint/within", GUINT_TO_POINTER (0), test_joint);
  g_test_add_data_func ("/shape-results/joint/beyond", GUINT_TO_POINTER (1), test_joint);
  g_test_add_data_func ("/shape-results/joint/one-way", GUINT_TO_POINTER (2), test_joint);
  g_test_add_data_func ("/shape-results/joint/unpublished", GUINT_TO_POINTER (3), test_joint);
  g_test_add_func ("/shape-results/guanyinqiao", test_guanyinqiao);
  g_test_add_func ("/shape-results/mixed-zones", test_mixed_zones);
  g_test_add_func ("/shape-results/edge", test_edge);
  g_test_add_func ("/shape-results/both-sides", test_both_sides);
  g_test_add_func ("/shape-results/both-sides-are-built", test_both_sides_are_built);
  g_test_add_func ("/shape-results/area-by-formula", test_area_by_formula);
  g_test_add_func ("/shape-results/mesh", test_mesh);
  g_test_add_func ("/shape-results/findings", test_findings);
  return g_test_run ();
}
