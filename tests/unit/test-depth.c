/* test-depth.c: pictures with depth: frusta, sweet spot, audience, frame
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-audience.h"
#include "engine/qp-depth.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-9

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

/* cabinets of 1 × 0.5 m with 100 × 50 pixels, at the origin, looking down on the plan, 3 m up */
static QpNode *
new_screen (const char *shape, const char *columns, const char *rows)
{
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  set (set (set (screen, "x_m", "0"), "y_m", "0"), "bottom_height_m", "3");
  set (set (screen, "cabinet_width_mm", "1000"), "cabinet_height_mm", "500");
  set (set (screen, "cabinet_px_w", "100"), "cabinet_px_h", "50");
  return set (set (set (screen, "shape", shape), "columns", columns), "rows", rows);
}

static QpNode *
with_eye (QpNode *screen, const char *x, const char *y, const char *height)
{
  return set (set (set (screen, "eye_x_m", x), "eye_y_m", y), "eye_height_m", height);
}

static void
take (QpDepth *depth, QpNode *screen, QpDepthState expected)
{
  g_assert_cmpint (qp_depth_init (depth, (const QpScreen *) screen, NULL), ==, expected);
  qp_node_unref (screen);
}

/* the face of the oracle table: 16 × 9 m, the eye 4 m right of and level with its middle, 12 m away */
static void
test_frustum (void)
{
  g_auto (QpDepth) depth = { 0 };

  take (&depth, with_eye (new_screen ("flat", "16", "18"), "4", "-12", "7.5"), QP_DEPTH_FINE);
  const QpDepthFacet *facet = qp_depth_facet (&depth, 0);
  g_assert_cmpuint (depth.facets->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (facet->distance, 12, NEAR);
  g_assert_cmpfloat_with_epsilon (facet->left * 0.1, -0.1, NEAR);
  g_assert_cmpfloat_with_epsilon (facet->rightmost * 0.1, 0.0333333333, 1e-9);
  g_assert_cmpfloat_with_epsilon (facet->top * 0.1, 0.0375, NEAR);
  g_assert_cmpfloat_with_epsilon (facet->bottom * 0.1, -0.0375, NEAR);
  g_assert_cmpuint (facet->px_width, ==, 1600);
  g_assert_cmpuint (facet->px_height, ==, 900);
  /* 45° to the left, 18.43° to the right */
  g_assert_cmpfloat_with_epsilon (facet->across_deg, 45 + atan (4.0 / 12) * 180 / G_PI, 1e-6);
  g_assert_cmpfloat_with_epsilon (qp_depth_eye_distance (&depth), hypot (4, 12), NEAR);
}

/* the axes of Kooima's paper, computed again for a corner: two faces, one eye */
static void
test_corner (void)
{
  g_auto (QpDepth) depth = { 0 };

  take (&depth, with_eye (new_screen ("corner", "20", "10"), "3", "-25", "1.6"), QP_DEPTH_FINE);
  g_assert_cmpuint (depth.faces->len, ==, 2);
  g_assert_cmpuint (qp_depth_face (&depth, 1)->number, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const QpDepthFacet *facet = qp_depth_facet (&depth, i);
      const QpVec3 middle = qp_depth_facet_point (facet, facet->width / 2, facet->height / 2);
      double across, up;

      g_assert_false (facet->away);
      g_assert_cmpuint (facet->px_x, ==, i * 1000);
      /* what lies on a face is seen where it lies, whatever is done along its ray */
      g_assert_true (qp_depth_facet_project (facet, depth.eye, qp_vec3_mix (depth.eye, middle, 1.7), &across, &up));
      g_assert_cmpfloat_with_epsilon (across, facet->width / 2, 1e-9);
      g_assert_cmpfloat_with_epsilon (up, facet->height / 2, 1e-9);
    }
  /* both faces meet at the origin: the right edge of one is the left edge of the other */
  g_assert_cmpfloat_with_epsilon (qp_vec3_distance (qp_depth_facet (&depth, 0)->corners[2], qp_vec3 (0, 0, 3)), 0, NEAR);
  g_assert_cmpfloat_with_epsilon (qp_vec3_distance (qp_depth_facet (&depth, 1)->corners[3], qp_vec3 (0, 0, 3)), 0, NEAR);
}

static void
test_roundings (void)
{
  g_auto (QpDepth) rounded = { 0 }, arc = { 0 };

  take (&rounded,
        with_eye (set (new_screen ("rounded_corner", "20", "10"), "corner_columns", "4"), "0", "-30", "1.6"), QP_DEPTH_FINE);
  g_assert_cmpuint (rounded.faces->len, ==, 3);
  g_assert_true (qp_depth_face (&rounded, 1)->rounding);
  g_assert_cmpuint (qp_depth_face (&rounded, 1)->n_facets, ==, 4);
  g_assert_cmpfloat_with_epsilon (qp_depth_face_width (&rounded, 1), 4, NEAR);
  g_assert_false (qp_depth_face (&rounded, 2)->rounding);

  take (&arc, with_eye (set (new_screen ("arc", "20", "10"), "arc_radius_m", "15"), "0", "-30", "1.6"), QP_DEPTH_FINE);
  g_assert_cmpuint (arc.faces->len, ==, 1);
  g_assert_true (qp_depth_face (&arc, 0)->bent);
  g_assert_cmpuint (qp_depth_face (&arc, 0)->n_facets, ==, 20);
  const QpVec3 third = qp_depth_face_point (&arc, 0, 2.5, 1, 0);
  g_assert_cmpfloat_with_epsilon (
      qp_vec3_distance (third, qp_depth_facet_point (qp_depth_facet (&arc, 2), 0.5, 1)), 0, NEAR);
}

static void
test_states (void)
{
  g_auto (QpDepth) none = { 0 }, behind = { 0 }, low = { 0 }, half = { 0 };
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  take (&none, new_screen ("flat", "8", "4"), QP_DEPTH_NO_EYE);
  take (&behind, with_eye (new_screen ("flat", "8", "4"), "0", "10", "1.6"), QP_DEPTH_NO_FACE);
  take (&low, with_eye (screen, "0", "-10", "1.6"), QP_DEPTH_NO_SIZE);
  g_assert_cmpuint (low.facets->len, ==, 0);
  g_assert_cmpstr (qp_depth_state_text (QP_DEPTH_NO_EYE), !=, "");
  /* one face of a box looks at the eye, the one behind does not; a height not given is that of somebody who stands */
  screen = set (set (new_screen ("column", "12", "4"), "eye_x_m", "0"), "eye_y_m", "-30");
  take (&half, screen, QP_DEPTH_FINE);
  g_assert_true (half.eye_assumed);
  g_assert_cmpfloat (half.eye.z, ==, QP_AUDIENCE_EYE_M);
  guint away = 0;
  for (guint i = 0; i < half.facets->len; i++)
    away += qp_depth_facet (&half, i)->away;
  g_assert_cmpuint (away, >=, 6);
  g_assert_cmpuint (away, <, 12);
}

/* --- the sweet spot --- */

/* The face shrunk to a point on the axis: one cabinet of 10 mm, so that the closed form of the oracle table is met. Moved Δ
 * aside, atan(Δ/D) − atan(Δ/(D+z)) is the error, that is tan ε = Δ z ÷ (D (D+z) + Δ²). */
static void
take_point (QpDepth *depth, const char *front, const char *behind, const char *good)
{
  QpNode *screen = new_screen ("flat", "1", "1");

  set (set (screen, "cabinet_width_mm", "10"), "cabinet_height_mm", "10");
  with_eye (set (screen, "bottom_height_m", "1.595"), "0", "-40", "1.6");
  set (set (set (screen, "depth_front_m", front), "depth_behind_m", behind), "sweet_good_deg", good);
  take (depth, screen, QP_DEPTH_FINE);
}

static double
exact_half_width (double distance, double z, double deg)
{
  const double b = fabs (z) / tan (deg * G_PI / 180);

  return (b - sqrt (b * b - 4 * distance * (distance + z))) / 2;
}

static double
closed_form (const char *z, const char *deg)
{
  const char *const names[] = { "D", "z", "err_deg", NULL };
  const char *const values[] = { "40", z, deg, NULL };
  double result;

  g_assert_true (qp_formula_calculate (qp_formula_find ("sweet_spot_half_width_m"), names, values, &result, NULL));
  return result;
}

static void
test_sweet_spot (void)
{
  static const struct
  {
    const char *front;
    const char *behind;
    const char *z;
    const char *deg;
    double agrees; /* the closed form is for small angles */
  } cases[] = { { "0", "5", "5", "0.1", 0.001 },
                { "5", "0", "-5", "0.1", 0.001 },
                { "0", "5", "5", "1", 0.03 },
                { "5", "0", "-5", "1", 0.03 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (QpDepth) depth = { 0 };
      QpDepthZone good, limit;
      const double z = g_ascii_strtod (cases[i].z, NULL), deg = g_ascii_strtod (cases[i].deg, NULL);
      const double formula = closed_form (cases[i].z, cases[i].deg);

      take_point (&depth, cases[i].front, cases[i].behind, cases[i].deg);
      g_assert_true (qp_depth_zones (&depth, &good, &limit));
      g_assert_cmpfloat_with_epsilon (good.reach.left, exact_half_width (40, z, deg), 0.02);
      g_assert_cmpfloat_with_epsilon (good.reach.right, good.reach.left, 0.02);
      g_assert_cmpfloat (fabs (good.reach.left / formula - 1), <, cases[i].agrees);
      g_assert_cmpfloat (limit.reach.left, >, good.reach.left);
      /* one looks along the axis of a point: nearer and further nothing is off */
      g_assert_true (good.reach.open);
    }
}

static void
test_zone (void)
{
  g_auto (QpDepth) depth = { 0 };
  QpDepthZone good, limit;
  QpNode *screen = with_eye (new_screen ("corner", "20", "20"), "0", "-25", "1.6");

  take (&depth, set (set (screen, "depth_front_m", "2"), "depth_behind_m", "4"), QP_DEPTH_FINE);
  g_assert_true (qp_depth_zones (&depth, &good, &limit));
  g_assert_cmpfloat (qp_depth_error_deg (&depth, depth.eye), <, 1e-6);
  g_assert_cmpfloat (good.area, >, 0);
  g_assert_cmpfloat (limit.area, >, good.area);
  for (guint i = 0; i < QP_DEPTH_RAYS; i++)
    {
      const QpVec3 edge = qp_vec3_of (good.outline[i], 1.6);
      const double away = qp_vec_distance (good.outline[i], qp_vec (0, -25));
      g_assert_cmpfloat (away, <=, qp_vec_distance (limit.outline[i], qp_vec (0, -25)) + 1e-6);
      g_assert_true (qp_depth_passes (&depth, edge, 1.0001));
      g_assert_cmpfloat_with_epsilon (qp_depth_error_deg (&depth, edge), 1, 0.001);
      g_assert_false (qp_depth_passes (&depth, qp_vec3_mix (depth.eye, edge, 1.05), 1));
    }
  /* the side of one face only: there the other turns its back */
  g_assert_true (isinf (qp_depth_error_deg (&depth, qp_vec3 (30, 30, 1.6))));
}

/* without depth there is nothing that could be off, and no sweet spot to speak of */
static void
test_no_content (void)
{
  g_auto (QpDepth) depth = { 0 };
  QpDepthZone good, limit;

  take (&depth, with_eye (new_screen ("flat", "8", "4"), "0", "-20", "1.6"), QP_DEPTH_FINE);
  g_assert_false (qp_depth_zones (&depth, &good, &limit));
  g_assert_false (qp_depth_passes (&depth, depth.eye, 1));
}

/* --- people --- */

static QpNode *
audience (const char *kind, const char *outline, const char *people, const char *dwell)
{
  QpNode *node = set (set (qp_node_new (QP_KIND_AUDIENCE, qp_id_new ()), "kind", kind), "outline", outline);

  if (people != NULL)
    set (node, "people_evening_per_h", people);
  return dwell == NULL ? node : set (node, "dwell_s", dwell);
}

static QpNode *
plan_of (QpNode *const *nodes, guint n)
{
  g_autoptr (QpNode) plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  g_autoptr (QpNodeList) list = qp_node_list_new (nodes, n);
  QpNode *whole = qp_node_with_children (plan, list);

  for (guint i = 0; i < n; i++)
    qp_node_unref (nodes[i]);
  return whole;
}

/* a square around the eye that is all good, and one far aside; 300 people of 60 s against 100 of 180 s weigh alike */
static void
test_audience (void)
{
  g_auto (QpDepth) depth = { 0 };
  QpDepthAudience told;
  QpNode *screen = with_eye (new_screen ("flat", "16", "18"), "0", "-40", "1.6");

  take (&depth, set (screen, "depth_behind_m", "5"), QP_DEPTH_FINE);
  QpNode *const counted[] = { audience ("area", "-1,-41 1,-41 1,-39 -1,-39", "300", "60"),
                              audience ("area", "60,-11 90,-11 90,-10 60,-10", "100", "180") };
  g_autoptr (QpNode) plan = plan_of (counted, 2);
  qp_depth_audience (&depth, plan, &told);
  g_assert_cmpuint (told.audiences, ==, 2);
  g_assert_true (told.by_people);
  g_assert_cmpfloat_with_epsilon (told.good, 0.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (told.limit, 0.5, 1e-6);

  /* people not known of one: by ground, 4 m² against 30 m² and a path of 6 m */
  QpNode *const uncounted[] = { audience ("area", "-1,-41 1,-41 1,-39 -1,-39", "300", "60"),
                                audience ("area", "60,-11 90,-11 90,-10 60,-10", NULL, NULL),
                                audience ("path", "-60,-10 -66,-10", NULL, NULL) };
  g_autoptr (QpNode) other = plan_of (uncounted, 3);
  qp_depth_audience (&depth, other, &told);
  g_assert_false (told.by_people);
  g_assert_cmpfloat_with_epsilon (told.good, 4.0 / 40, 1e-6);

  qp_depth_audience (&depth, NULL, &told);
  g_assert_true (isnan (told.good));
}

static void
test_suggestion (void)
{
  QpNode *const people[] = { audience ("area", "3,-20 5,-20 5,-18 3,-18", NULL, NULL) };
  g_autoptr (QpNode) plan = plan_of (people, 1);
  g_autoptr (QpNode) screen = new_screen ("flat", "16", "18");
  QpVec3 eye;

  g_assert_true (qp_depth_suggest_eye ((const QpScreen *) screen, NULL, plan, &eye));
  g_assert_cmpfloat_with_epsilon (eye.x, 4, 0.1);
  g_assert_cmpfloat_with_epsilon (eye.y, -19, 0.1);
  g_assert_cmpfloat_with_epsilon (eye.z, 1.6, NEAR);
  g_assert_false (qp_depth_suggest_eye ((const QpScreen *) screen, NULL, NULL, &eye));
  g_assert_cmpfloat_with_epsilon (eye.x, 0, NEAR);
  g_assert_cmpfloat_with_epsilon (eye.y, -24, NEAR);
}

/* --- the frame --- */

/* level with the middle of a face of 16 × 9 m, 20 m away: 5 m before it a quarter is lost of both */
static void
test_frame (void)
{
  g_auto (QpDepth) depth = { 0 }, low = { 0 };
  QpDepthFrame frame;
  QpNode *screen = with_eye (new_screen ("flat", "16", "18"), "0", "-20", "7.5");

  take (&depth, set (set (screen, "depth_front_m", "5"), "depth_behind_m", "10"), QP_DEPTH_FINE);
  g_assert_true (qp_depth_frame (&depth, 0, &frame));
  g_assert_cmpfloat_with_epsilon (frame.width, 12, 1e-3);
  g_assert_cmpfloat_with_epsilon (frame.height, 6.75, 1e-3);
  g_assert_cmpfloat_with_epsilon (frame.left, 2, 1e-3);
  g_assert_cmpfloat_with_epsilon (frame.bottom, 1.125, 1e-3);
  g_assert_cmpfloat_with_epsilon (frame.most, 10, 0.01);
  g_assert_cmpfloat_with_epsilon (frame.back_width, 24, 1e-6);
  g_assert_cmpfloat_with_epsilon (frame.back_height, 13.5, 1e-6);
  /* from the ground what is before the face rises: it is the upper edge that cuts. 1.6 + (12 − 1.6)·15/20 = 9.4 */
  screen = with_eye (new_screen ("flat", "16", "18"), "0", "-20", "1.6");
  take (&low, set (screen, "depth_front_m", "5"), QP_DEPTH_FINE);
  g_assert_true (qp_depth_frame (&low, 0, &frame));
  g_assert_cmpfloat_with_epsilon (frame.bottom, 0, 1e-3);
  g_assert_cmpfloat_with_epsilon (frame.height, 9.4 - 3, 1e-3);
}

/* a hole in the middle of the face halves what is free */
static void
test_frame_hole (void)
{
  g_auto (QpDepth) depth = { 0 };
  QpDepthFrame frame;
  QpNode *screen = with_eye (new_screen ("flat", "12", "12"), "0", "-20", "6");

  take (&depth, set (screen, "missing_cells", "5,1-12 6,1-12"), QP_DEPTH_FINE);
  g_assert_true (qp_depth_frame (&depth, 0, &frame));
  g_assert_cmpfloat_with_epsilon (frame.left, 6, 0.01);
  g_assert_cmpfloat_with_epsilon (frame.width, 6, 0.01);
}

/* --- findings --- */

static const QpFinding *
find (const QpFindings *findings, const char *code)
{
  for (guint i = 0; i < qp_findings_length (findings); i++)
    if (strcmp (qp_findings_get (findings, i)->code, code) == 0)
      return qp_findings_get (findings, i);
  return NULL;
}

static QpFindings *
check (QpNode *screen)
{
  const QpEngineContext context = { 0 };
  QpFindings *findings = qp_findings_new ();

  qp_depth_check ((const QpScreen *) screen, &context, findings);
  qp_node_unref (screen);
  return findings;
}

static void
test_findings (void)
{
  QpNode *near_ = with_eye (new_screen ("flat", "16", "18"), "0", "-20", "7.5");
  QpNode *much = with_eye (new_screen ("flat", "16", "18"), "0", "-20", "7.5");
  g_autoptr (QpFindings) flat = check (new_screen ("flat", "16", "18"));
  g_autoptr (QpFindings) corner = check (new_screen ("corner", "32", "18"));
  g_autoptr (QpFindings) arc = check (set (new_screen ("arc", "20", "10"), "arc_radius_m", "15"));
  g_autoptr (QpFindings) room = check (set (near_, "depth_front_m", "5"));
  g_autoptr (QpFindings) cut = check (set (much, "depth_front_m", "12"));
  g_autoptr (QpFindings) behind = check (with_eye (new_screen ("flat", "16", "18"), "0", "20", "1.6"));

  g_assert_cmpuint (qp_findings_length (flat), ==, 0);
  /* each face of 16 × 9 m is flat and 16:9 */
  g_assert_nonnull (strstr (find (corner, "curved-not-flat")->message, "16.0 × 9.0 m with 1600 × 900 pixels"));
  g_assert_nonnull (strstr (find (corner, "curved-not-flat")->message, "22.6 × 12.7"));
  g_assert_nonnull (strstr (find (arc, "curved-not-flat")->message, "no flat part"));
  g_assert_null (find (room, "frame-violation"));
  g_assert_nonnull (strstr (find (room, "frame-room")->message, "12.0 × 6.8"));
  g_assert_nonnull (strstr (find (cut, "frame-violation")->message, "at most 10.0 m"));
  g_assert_nonnull (find (behind, "eye-point-useless"));
}

/* the rule in the table of results, and its card: only where there is an eye point */
static void
test_card (void)
{
  const QpEngineContext context = { 0 };
  g_autoptr (QpNode) plain = new_screen ("flat", "16", "18");
  g_autoptr (QpNode) screen = with_eye (new_screen ("flat", "16", "18"), "0", "-40", "7.5");
  QpEstimate estimate;

  qp_estimate_screen (&estimate, (const QpScreen *) plain, &context);
  g_assert_true (isnan (qp_estimate_get (&estimate, "sweet_behind_m")));
  g_autoptr (GPtrArray) without = qp_cards_for_screen ((const QpScreen *) plain, &estimate, &context);

  set (set (screen, "depth_behind_m", "5"), "depth_front_m", "5");
  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "eye_distance_m"), 40, NEAR);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "sweet_behind_m"), 6.2838233742, 1e-6);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "sweet_before_m"), 4.8874181799, 1e-6);
  g_autoptr (GPtrArray) cards = qp_cards_for_screen ((const QpScreen *) screen, &estimate, &context);
  g_assert_cmpuint (cards->len, ==, without->len + 1);
  for (guint i = 0; i < cards->len; i++)
    {
      const QpCard *card = g_ptr_array_index (cards, i);
      if (card->quantity == (guint) qp_quantity_index ("sweet_across_m"))
        {
          g_auto (QpDepth) depth = { 0 };
          QpDepthZone good, limit;
          qp_depth_init (&depth, (const QpScreen *) screen, NULL);
          g_assert_true (qp_depth_zones (&depth, &good, &limit));
          g_autofree char *expected = g_strdup_printf ("%.1f × %.1f", good.reach.left + good.reach.right,
                                                       good.reach.nearer + good.reach.further);
          g_assert_cmpstr (card->value, ==, expected);
          g_assert_cmpfloat (good.reach.left, <, 6.3);
          return;
        }
    }
  g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/depth/frustum", test_frustum);
  g_test_add_func ("/depth/corner", test_corner);
  g_test_add_func ("/depth/roundings", test_roundings);
  g_test_add_func ("/depth/states", test_states);
  g_test_add_func ("/depth/sweet-spot", test_sweet_spot);
  g_test_add_func ("/depth/zone", test_zone);
  g_test_add_func ("/depth/no-content", test_no_content);
  g_test_add_func ("/depth/audience", test_audience);
  g_test_add_func ("/depth/suggestion", test_suggestion);
  g_test_add_func ("/depth/frame", test_frame);
  g_test_add_func ("/depth/frame-hole", test_frame_hole);
  g_test_add_func ("/depth/findings", test_findings);
  g_test_add_func ("/depth/card", test_card);
  return g_test_run ();
}
