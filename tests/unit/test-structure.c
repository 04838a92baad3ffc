/* test-structure.c: weight, wind and columns of a screen against figures worked out by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-structure.h"

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

/* one cabinet of the catalogue: 1 × 0.5 m, 15 kg, 70 % open, at most 10 hang under each other */
static QpCatalogue *
new_catalogue (void)
{
  QpNode *root = qp_node_new (QP_KIND_CATALOGUE, qp_id_new ());
  QpNode *cabinet = set (set (qp_node_new (QP_KIND_CABINET, qp_id_new ()), "key", "test"), "weight_kg", "15");

  set (set (set (set (cabinet, "width_mm", "1000"), "height_mm", "500"), "px_w", "100"), "px_h", "50");
  set (set (cabinet, "transparency_percent", "70"), "max_hang", "10");
  g_autoptr (QpNodeList) list = qp_node_list_with_insert (root->children, 0, cabinet);
  qp_node_init_children (root, list);
  QpCatalogue *catalogue = qp_catalogue_new (&root, 1);
  qp_node_unref (cabinet);
  qp_node_unref (root);
  return catalogue;
}

typedef struct
{
  QpNode *site;
  QpNode *screen;
  QpCatalogue *catalogue;
  QpEngineContext context;
  QpEstimate estimate;
} Fixture;

/* 16 × 9 m, 6 m above the ground */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->site = qp_node_new (QP_KIND_SITE, qp_id_new ());
  self->screen = set (set (qp_node_new (QP_KIND_SCREEN, qp_id_new ()), "cabinet", "test"), "bottom_height_m", "6");
  set (set (self->screen, "columns", "16"), "rows", "18");
  self->catalogue = new_catalogue ();
  self->context = (QpEngineContext){ NULL, (const QpSite *) self->site, self->catalogue };
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  qp_node_unref (self->site);
  qp_node_unref (self->screen);
  qp_catalogue_unref (self->catalogue);
}

static double
value (Fixture *self, const char *key)
{
  g_assert_cmpint (qp_quantity_index (key), >=, 0);
  qp_estimate_screen (&self->estimate, (const QpScreen *) self->screen, &self->context);
  return qp_estimate_get (&self->estimate, key);
}

#define CHECK(key, expected, tolerance) \
  g_assert_cmpfloat (fabs (value (self, key) - (expected)), <=, tolerance)

/* 16 × 18 cabinets of 15 kg are 4320 kg on 144 m²; steel of 30 to 60 kg/m² adds 4320 to 8640 kg */
static void
test_weight (Fixture *self, gconstpointer data)
{
  CHECK ("weight_kg", 4320, 1e-9);
  CHECK ("weight_total_low_kg", 8640, 1e-9);
  CHECK ("weight_total_high_kg", 12960, 1e-9);
  g_assert_true (isnan (value (self, "load_per_point_high_kg")));
  set (self->screen, "hang_points", "8");
  CHECK ("load_per_point_low_kg", 1080, 1e-9);
  CHECK ("load_per_point_high_kg", 1620, 1e-9);
  set (self->screen, "steel_kg_per_m2", "40"); /* 144 × 40 = 5760 */
  CHECK ("weight_total_low_kg", 10080, 1e-9);
  CHECK ("weight_total_high_kg", 10080, 1e-9);
}

/* Middle at 6 + 4.5 = 10.5 m, terrain B:
 *   μz = 1.05^0.30 = 1.014745, βgz = 1 + 5 × 0.14 × 1.05^−0.15 = 1.694896
 *   w = 1.694896 × 1.3 × 1.014745 × 0.50 = 1.117926 kN/m²; on 144 m² 160.981 kN; × 4.5 m 724.4, × 10.5 m 1690.3 kN·m */
static void
test_wind_gb (Fixture *self, gconstpointer data)
{
  g_assert_true (isnan (value (self, "wind_force_gb_kn")));
  set (set (self->site, "terrain", "B"), "city", "广州市");
  CHECK ("basic_wind_kpa", 0.5, 1e-12);
  CHECK ("mu_z_gb", 1.014745, 1e-6);
  CHECK ("gust_factor_gb", 1.694896, 1e-6);
  CHECK ("wind_pressure_gb_kpa", 1.117926, 2e-6);
  CHECK ("wind_force_gb_kn", 160.981, 1e-3);
  CHECK ("wind_moment_edge_gb_knm", 724.42, 0.01);
  CHECK ("wind_moment_ground_gb_knm", 1690.30, 0.01);

  /* the site's own figure goes before the table, and less than 0.30 is not applied */
  set (self->site, "basic_wind_kpa", "0.25");
  CHECK ("basic_wind_kpa", 0.25, 1e-12);
  CHECK ("applied_wind_kpa", 0.30, 1e-12);
  CHECK ("wind_force_gb_kn", 160.981 * 0.30 / 0.50, 1e-3);
}

/* Top at 15 m = 49.2126 ft, exposure C: Kz = 2.01 × (49.2126 ÷ 900)^(2 ÷ 9.5) = 1.090126
 *   50 m/s = 111.847 mph: q = 0.00256 × 1.090126 × 0.85 × 111.847² = 29.674 psf = 1.42082 kN/m²
 *   solid: 1.42082 × 0.85 × 1.8 × 144 = 313.04 kN; 70 % open: × (1 − 0.7^1.5) = 0.414338 → 129.70 kN */
static void
test_wind_asce (Fixture *self, gconstpointer data)
{
  set (set (self->site, "exposure", "C"), "wind_speed_m_per_s", "50");
  CHECK ("kz_asce", 1.090126, 1e-5);
  CHECK ("velocity_pressure_asce_kpa", 1.42082, 1e-4);
  CHECK ("opening_factor_asce", 0.414338, 1e-6);
  CHECK ("wind_force_asce_kn", 313.04 * 0.414338, 0.02);
  CHECK ("wind_moment_edge_asce_knm", 313.04 * 0.414338 * 4.5, 0.1);
}

/* half a circle of 16 columns: its chord is what the wind meets, 2 ÷ π of the developed width, nearly */
static void
test_projected (Fixture *self, gconstpointer data)
{
  set (set (self->screen, "shape", "arc"), "arc_angle_deg", "180");
  CHECK ("wind_width_m", 2 * 16 / G_PI, 0.1);
  set (self->screen, "shape", "corner"); /* two faces of 8 m at a right angle: √2 × 8 m */
  CHECK ("wind_width_m", 8 * sqrt (2), 1e-6);
  set (self->screen, "shape", "floor");
  g_assert_true (isnan (value (self, "wind_width_m")));
  g_assert_true (isnan (value (self, "wind_area_m2")));
}

/* cells that are left out weigh nothing and meet no wind */
static void
test_left_out (Fixture *self, gconstpointer data)
{
  set (self->screen, "missing_cells", "1,1 2,1 1,2 2,2");
  CHECK ("wind_area_m2", 144 - 4 * 0.5, 1e-9);
  set (self->screen, "double_sided", "yes"); /* twice the cabinets, but the wind meets one side */
  CHECK ("wind_area_m2", 144 - 4 * 0.5, 1e-9);
  set (self->screen, "double_sided", "no");
  CHECK ("weight_kg", 4320 - 4 * 15, 1e-9);
}

static void
test_column (Fixture *self, gconstpointer data)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  double limit;

  value (self, "column_cabinets");
  g_assert_cmpint (qp_structure_column ((const QpScreen *) self->screen, &self->estimate, &limit), ==, QP_COLUMN_UNCHECKED);
  set (self->screen, "mount", "hung");
  CHECK ("column_cabinets", 18, 0);
  g_assert_cmpint (qp_structure_column ((const QpScreen *) self->screen, &self->estimate, &limit), ==, QP_COLUMN_TOO_MANY);
  g_assert_cmpfloat (limit, ==, 10);
  qp_structure_check ((const QpScreen *) self->screen, &self->estimate, findings);
  g_assert_cmpuint (qp_findings_count (findings, QP_SEVERITY_WARNING), ==, 1);
  set (self->screen, "rows", "10");
  value (self, "column_cabinets");
  g_assert_cmpint (qp_structure_column ((const QpScreen *) self->screen, &self->estimate, &limit), ==, QP_COLUMN_FINE);
  set (self->screen, "mount", "ground"); /* no limit for stacking is published */
  g_assert_cmpint (qp_structure_column ((const QpScreen *) self->screen, &self->estimate, &limit), ==, QP_COLUMN_UNCHECKED);
}

static const QpStructureLine *
find_line (GPtrArray *lines, const char *key)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const QpStructureLine *line = g_ptr_array_index (lines, i);
      if (line->quantity == (guint) qp_quantity_index (key))
        return line;
    }
  g_assert_not_reached ();
}

static void
test_lines (Fixture *self, gconstpointer data)
{
  value (self, "weight_kg");
  g_autoptr (GPtrArray) lines
      = qp_structure_lines ((const QpScreen *) self->screen, &self->estimate, &self->context);
  g_assert_cmpstr (find_line (lines, "weight_total_high_kg")->value, ==, "8.6–13.0\u2009t");
  g_assert_nonnull (strstr (find_line (lines, "weight_total_high_kg")->detail, "recalled"));
  set (set (self->site, "city", "广州"), "note", "x");
  value (self, "weight_kg");
  g_autoptr (GPtrArray) windy
      = qp_structure_lines ((const QpScreen *) self->screen, &self->estimate, &self->context);
  g_assert_nonnull (strstr (find_line (windy, "applied_wind_kpa")->detail, "recalled and not verified"));
  g_assert_cmpstr (find_line (lines, "wind_force_gb_kn")->value, ==, "not known");
  g_assert_nonnull (strstr (find_line (lines, "wind_force_gb_kn")->detail, "Terrain"));
  g_assert_cmpstr (qp_structure_sentence (), ==, "Estimate, to be signed by a structural engineer.");
}

/* each city of the table by both of its names; which of them are recalled is told */
static void
test_cities (void)
{
  double w0;
  gboolean recalled;

  g_assert_true (qp_wind_city ("beijing", &w0, &recalled));
  g_assert_cmpfloat (w0, ==, 0.45);
  g_assert_false (recalled);
  g_assert_true (qp_wind_city ("深圳", &w0, &recalled));
  g_assert_cmpfloat (w0, ==, 0.75);
  g_assert_true (recalled);
  g_assert_false (qp_wind_city ("广州路", &w0, &recalled));
  g_assert_true (isnan (w0));
  g_assert_false (qp_wind_city (NULL, &w0, &recalled));
}

static void
test_origin (Fixture *self, gconstpointer data)
{
  set (self->site, "city", "Guangzhou");
  g_autoptr (QpExplanation) told = qp_estimate_explain ((guint) qp_quantity_index ("applied_wind_kpa"),
                                                        (const QpScreen *) self->screen, &self->context);
  const QpExplainedInput *input = g_ptr_array_index (told->inputs, 0);

  g_assert_nonnull (strstr (input->origin, "recalled"));
  g_assert_cmpstr (told->validity, ==, "Estimate, to be signed by a structural engineer.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/structure/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("weight", test_weight);
  ADD ("wind-gb", test_wind_gb);
  ADD ("wind-asce", test_wind_asce);
  ADD ("projected", test_projected);
  ADD ("left-out", test_left_out);
  ADD ("column", test_column);
  ADD ("lines", test_lines);
  ADD ("origin", test_origin);
  g_test_add_func ("/structure/cities", test_cities);
  return g_test_run ();
}
