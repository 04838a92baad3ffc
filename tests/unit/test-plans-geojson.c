/* test-plans-geojson.c: footprints: where they land on the plan, what of them is taken over, what is refused
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans-help.h"

#include "base/qp-error.h"
#include "plans/qp-geodesy.h"

#include <string.h>

#define FEATURE(geometry, properties) "{\"type\":\"Feature\",\"geometry\":" geometry ",\"properties\":" properties "}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
/* about 103 × 111 m near Guangzhou */
#define SQUARE "[[113.26,23.13],[113.261,23.13],[113.261,23.131],[113.26,23.131],[113.26,23.13]]"
#define POLYGON "{\"type\":\"Polygon\",\"coordinates\":[" SQUARE "]}"

/* the radii of the ellipsoid, and those of curvature nearby */
static void
test_tangent (void)
{
  QpTangent plane;

  qp_tangent_init (&plane, qp_vec (0, 0));
  const QpVec east = qp_tangent_place (&plane, qp_vec (90, 0)), north = qp_tangent_place (&plane, qp_vec (0, 90));
  g_assert_cmpfloat_with_epsilon (east.x, 6378137.0, 1e-3);
  g_assert_cmpfloat_with_epsilon (north.y, 6356752.3142, 1e-3);
  g_assert_cmpfloat_with_epsilon (north.x, 0, 1e-6);
  /* one thousandth of a degree: radii of curvature in the prime vertical and in the meridian */
  const double s = sin (23.13 * G_PI / 180), e2 = 0.00669437999014, step = 0.001 * G_PI / 180;
  const double n = 6378137.0 / sqrt (1 - e2 * s * s), m = n * (1 - e2) / (1 - e2 * s * s);
  qp_tangent_init (&plane, qp_vec (113.26, 23.13));
  const QpVec near = qp_tangent_place (&plane, qp_vec (113.261, 23.131));
  g_assert_cmpfloat_with_epsilon (near.x, n * cos (23.131 * G_PI / 180) * step, 1e-3);
  g_assert_cmpfloat_with_epsilon (near.y, m * step, 1e-3);
}

static void
test_gcj02 (void)
{
  /* the pairs that implementations of the formula are commonly tested with; elsewhere nothing moves */
  static const double pairs[][4] = { { 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597 },
                                     { 113.912316, 22.543847, 113.9171764808363, 22.540796131694766 },
                                     { 116.377817, 39.911954, 116.38404722455657, 39.91334545536069 } };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const QpVec shifted = qp_gcj02_from_wgs84 (qp_vec (pairs[i][0], pairs[i][1]));
      g_assert_cmpfloat_with_epsilon (shifted.x, pairs[i][2], 1e-12);
      g_assert_cmpfloat_with_epsilon (shifted.y, pairs[i][3], 1e-12);
      const QpVec back = qp_wgs84_from_gcj02 (shifted);
      g_assert_cmpfloat_with_epsilon (back.x, pairs[i][0], 1e-11);
      g_assert_cmpfloat_with_epsilon (back.y, pairs[i][1], 1e-11);
    }
  const QpVec paris = qp_gcj02_from_wgs84 (qp_vec (2.35, 48.85));
  g_assert_cmpfloat (paris.x, ==, 2.35);
}

static void
test_size_and_place (void)
{
  g_autoptr (QpPlanSource) source = open_text (COLLECTION (FEATURE (POLYGON, "{\"name\":\"Hall\"}")), "a.geojson");
  QpPlanLayer *layer = qp_plan_source_layer (source);
  QpScaleBasis basis;
  double latitude, longitude;
  guint n_counts;

  g_assert_cmpint (qp_plan_source_format (source), ==, QP_BACKGROUND_GEOJSON);
  g_assert_cmpfloat_with_epsilon (qp_plan_layer_width (layer), 102.43, 0.01);
  g_assert_cmpfloat_with_epsilon (qp_plan_layer_height (layer), 110.75, 0.01);
  g_assert_cmpfloat (qp_plan_source_metres_per_unit (source, &basis, NULL), ==, 1);
  g_assert_cmpint (basis, ==, QP_SCALE_DRAWN);
  g_assert_true (qp_plan_source_position (source, &latitude, &longitude));
  g_assert_cmpfloat_with_epsilon (latitude, 23.1305, 1e-9);
  g_assert_cmpfloat_with_epsilon (longitude, 113.2605, 1e-9);
  const QpPlanCount *counts = qp_plan_source_counts (source, &n_counts);
  g_assert_cmpuint (n_counts, ==, 1);
  g_assert_cmpstr (counts[0].what, ==, "Polygon");
  g_assert_cmpuint (counts[0].read, ==, 1);
}

/* web Mercator of the same square, and a square on the other side of the world's seam */
static void
test_systems (void)
{
  g_autoptr (QpPlanSource) mercator = open_text (
      "{\"type\":\"Polygon\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},"
      "\"coordinates\":[[[12608045.53,2647747.53],[12608156.85,2647747.53],[12608156.85,2647868.58],[12608045.53,"
      "2647868.58]]]}",
      "a.geojson");
  g_assert_cmpfloat_with_epsilon (qp_plan_layer_width (qp_plan_source_layer (mercator)), 102.43, 0.02);
  g_assert_cmpfloat_with_epsilon (qp_plan_layer_height (qp_plan_source_layer (mercator)), 110.75, 0.02);

  g_autoptr (QpPlanSource) seam
      = open_text ("{\"type\":\"LineString\",\"coordinates\":[[179.9995,-17],[-179.9995,-17]]}", "fiji.geojson");
  double latitude, longitude;
  g_assert_cmpfloat_with_epsilon (qp_plan_layer_width (qp_plan_source_layer (seam)), 106.5, 0.1);
  g_assert_true (qp_plan_source_position (seam, &latitude, &longitude));
  g_assert_cmpfloat_with_epsilon (fabs (longitude), 180, 1e-9);
  g_assert_cmpstr (qp_findings_get (qp_plan_source_findings (seam), 0)->code, ==, "geojson-180");

  refuse_text (
      "{\"type\":\"Point\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4547\"}},\"coordinates\":[1,2]}",
      "a.geojson", QP_ERROR_READ, "EPSG:4547");
  refuse_text ("{\"type\":\"Point\",\"coordinates\":[434000.5,2558000.25]}", "a.geojson", QP_ERROR_READ, "metres");
  refuse_text ("{\"type\":\"LineString\",\"coordinates\":[[0,0],[100,20]]}", "a.geojson", QP_ERROR_LIMIT, "km");
}

static void
test_geometries (void)
{
  g_autoptr (QpPlanSource) source = open_text (
      COLLECTION (FEATURE (
          "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":"
          "\"Point\",\"coordinates\":[113.26,23.13]},"
          "{\"type\":\"MultiPoint\",\"coordinates\":[[113.2601,23.13],[113."
          "2602,23.13]]},"
          "{\"type\":\"MultiLineString\",\"coordinates\":[[[113.26,23.13],["
          "113.261,23.131]]]}]}",
          "null") "," FEATURE ("{\"type\":\"MultiPolygon\",\"coordinates\":["
                               "[" SQUARE ",[[113.2602,23.1302],[113.2604,23."
                               "1302],[113.2604,23.1304]]]]}",
                               "{\"layer\":\"Roads; old\",\"height\":\"12,5 "
                               "m\"}") "," FEATURE ("{\"type\":\"Polygon\","
                                                    "\"coordinates\":[[[113."
                                                    "26,23.13],[400,23.13],["
                                                    "113.26,23.131]]]}",
                                                    "{}") "," FEATURE ("null",
                                                                       "{\"bui"
                                                                       "lding:"
                                                                       "levels"
                                                                       "\":7}") "," FEATURE ("{\"type\":\"Circle\","
                                                                                             "\"coordinates\":[1,2]}",
                                                                                             "{}")),
      "all.json");
  QpPlanDrawing *drawing = qp_plan_source_drawing (source);
  guint n_shapes, n_counts, read = 0, skipped = 0;
  const QpPlanCount *counts = qp_plan_source_counts (source, &n_counts);

  qp_plan_drawing_shapes (drawing, &n_shapes);
  g_assert_cmpuint (n_shapes, ==, 6); /* three dots, a line, a ring and the hole in it */
  for (guint i = 0; i < n_counts; i++)
    {
      read += counts[i].read;
      skipped += counts[i].skipped;
    }
  g_assert_cmpuint (read, ==, 4);
  g_assert_cmpuint (skipped, ==, 2);
  g_assert_cmpuint (qp_plan_drawing_n_layers (drawing), ==, 4);
  g_assert_cmpstr (qp_plan_drawing_layer (drawing, 2)->name, ==, "Roads, old");
  g_assert_cmpuint (qp_findings_count (qp_plan_source_findings (source), QP_SEVERITY_WARNING), ==, 1);
  g_assert_cmpuint (qp_findings_length (qp_plan_source_findings (source)), ==, 3);
}

/* buildings stand where they are drawn, as high as the file says, and a courtyard is none */
static void
test_buildings (void)
{
  g_autoptr (QpPlanSource) source = open_text (
      COLLECTION (FEATURE (
          "{\"type\":\"Polygon\",\"coordinates\":[" SQUARE
          ",[[113.2602,23.1302],[113.2604,23.1302],[113.2604,23.1304]]]}",
          "{\"name\":\"塔楼\",\"height\":12.5,\"min_height\":3}") "," FEATURE ("{\"type\":\"Polygon\",\"coordinates\":["
                                                                               "[[113.2605,23.1305],[113.2606,23.1305],"
                                                                               "[113.2606,23.1306]]]}",
                                                                               "{}")),
      "city.geojson");
  QpPlanImport import;

  qp_plan_import_init (&import, source);
  g_assert_cmpint (import.wall_kind, ==, QP_OBSTACLE_BUILDING);
  import.wall_layers = "Polygon";
  import.wall_top_m = 20;
  import.at = qp_vec (100, 50);
  g_autoptr (GPtrArray) nodes = qp_plan_source_nodes (source, &import);
  g_assert_cmpuint (nodes->len, ==, 3);
  const QpBackground *background = g_ptr_array_index (nodes, 0);
  const QpObstacle *tower = g_ptr_array_index (nodes, 1), *other = g_ptr_array_index (nodes, 2);
  g_assert_cmpstr (background->name, ==, "city");
  g_assert_cmpint (background->x_m, ==, 100000000);
  g_assert_cmpint (background->scale_basis, ==, QP_SCALE_DRAWN);
  g_assert_cmpstr (tower->name, ==, "塔楼");
  g_assert_cmpint (tower->top_height_m, ==, 12500000);
  g_assert_cmpint (tower->base_height_m, ==, 3000000);
  g_assert_cmpint (tower->closed, ==, TRUE);
  g_assert_cmpuint (tower->outline->n, ==, 4);
  /* the middle of the tangent plane lies in the square; its lower left corner is where the background is */
  g_assert_cmpint (ABS (tower->outline->at[0].x - 100000000), <, 1000);
  g_assert_cmpint (ABS (tower->outline->at[0].y - 50000000), <, 1000);
  g_assert_cmpint (other->top_height_m, ==, 20000000);
  g_assert_cmpstr (other->name, ==, "Building 2");
}

/* a building that fills the courtyard of another is there, the courtyard is not */
static void
test_courtyard (void)
{
  g_autoptr (QpPlanSource) source = open_text (
      COLLECTION (
          FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[" SQUARE
                   ",[[113.2602,23.1302],[113.2604,23.1302],[113.2604,23.1304]]]}",
                   "{}") "," FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[[[113.2602,23.1302],[113.2604,23.1302],"
                                      "[113.2604,23.1304]]]}",
                                      "{\"height\":7}")),
      "a.geojson");
  QpPlanImport import;

  qp_plan_import_init (&import, source);
  import.wall_layers = "Polygon";
  g_autoptr (GPtrArray) nodes = qp_plan_source_nodes (source, &import);
  g_assert_cmpuint (nodes->len, ==, 3);
  g_assert_cmpint (((const QpObstacle *) g_ptr_array_index (nodes, 2))->top_height_m, ==, 7000000);
}

/* a shifted file differs from a plain one in size by a few hundred millionths, and in place by half a kilometre */
static void
test_shifted (void)
{
  g_autoptr (QpPlanSource) source = open_text (COLLECTION (FEATURE (POLYGON, "{}")), "a.geojson");
  QpPlanImport import;

  qp_plan_import_init (&import, source);
  import.gcj02 = TRUE;
  import.wall_layers = "Polygon";
  g_autoptr (GPtrArray) nodes = qp_plan_source_nodes (source, &import);
  const QpBackground *background = g_ptr_array_index (nodes, 0);
  const QpObstacle *building = g_ptr_array_index (nodes, 1);
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_load_background (background, NULL);

  g_assert_cmpint (background->gcj02, ==, TRUE);
  g_assert_cmpfloat (fabs (qp_plan_layer_width (layer) - qp_plan_layer_width (qp_plan_source_layer (source))), >,
                     0.001);
  g_assert_cmpfloat_with_epsilon (building->outline->at[2].x / 1e6, qp_plan_layer_width (layer), 0.01);
}

static void
test_refused (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"type\":\"Polygon\",\"coordinates\":");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  refuse_text (deep->str, "bomb.geojson", QP_ERROR_LIMIT, "100001 deep");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, ']');
  g_string_append_c (deep, '}');
  refuse_text (deep->str, "bomb.geojson", QP_ERROR_LIMIT, "100001 deep");
  refuse_text ("{\"a\": 1}", "a.json", QP_ERROR_READ, "type");
  refuse_text ("[1,2]", "a.json", QP_ERROR_READ, "type");
  refuse_text ("\"Point\"{\"a\": {\"b\": 1}}", "a.json", QP_ERROR_READ, "type");
  refuse_text ("{\"type\": \"Point\"}\n{\"type\": \"Point\"}\n", "a.json", QP_ERROR_READ, "one after another");
  refuse_text ("{\"type\":\"Topology\"}", "a.json", QP_ERROR_READ, "TopoJSON");
  refuse_text ("{\"type\":\"FeatureCollection\",\"features\":[", "a.geojson", QP_ERROR_READ, "GeoJSON");
  refuse_text ("{\"type\":\"FeatureCollection\",\"features\":[]}", "a.geojson", QP_ERROR_READ, "places");
  /* brackets in texts are none */
  g_autoptr (QpPlanSource) fine = open_text (
      COLLECTION (
          FEATURE (POLYGON, "{\"name\":\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"[[\"}")),
      NULL);
  g_assert_nonnull (fine);
}

static void
test_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"LineString\",\"coordinates\":[[1,2]");

  for (guint i = 0; i < QP_PLAN_MAX_GEOJSON_VALUES / 5; i++)
    g_string_append (text, ",[1,2]");
  g_string_append (text, "]}");
  refuse_text (text->str, "large.geojson", QP_ERROR_LIMIT, "million values");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plans-geojson/tangent", test_tangent);
  g_test_add_func ("/plans-geojson/gcj02", test_gcj02);
  g_test_add_func ("/plans-geojson/size-and-place", test_size_and_place);
  g_test_add_func ("/plans-geojson/systems", test_systems);
  g_test_add_func ("/plans-geojson/geometries", test_geometries);
  g_test_add_func ("/plans-geojson/buildings", test_buildings);
  g_test_add_func ("/plans-geojson/courtyard", test_courtyard);
  g_test_add_func ("/plans-geojson/shifted", test_shifted);
  g_test_add_func ("/plans-geojson/refused", test_refused);
  g_test_add_func ("/plans-geojson/many-values", test_many_values);
  return g_test_run ();
}
