/* qp-formulas-shape.c: bent faces, and areas of outlines that are not rectangles
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

/* clang-format off */
#define GEOMETRY N_("geometry: a regular polygon inscribed in the circle through its joints")
#define CABINET_WIDTH_MM { "cabinet_width_mm", "mm", 1, 10000, NULL, N_("Cabinet width") }
#define RADIUS_M { "radius_m", "m", 0.01, 100000, NULL, N_("Radius through the joints") }
#define ANGLE_DEG { "angle_deg", "deg", 0, 360, NULL, N_("Angle of the whole arc") }
/* clang-format on */

static double
compute_arc_joint_deg (const QpArgument *in)
{
  const double width_m = in[0].number / QP_MM_PER_M, radius_m = in[1].number;

  return 2 * qp_degrees (asin (width_m / (2 * radius_m)));
}

static const QpFormula formula_arc_joint_deg = {
  .name = "arc_joint_deg",
  .topic = "shape",
  .unit = "deg",
  .label = N_ ("Angle at a joint of cabinets"),
  .expression = "2 × asin(cabinet_width_mm ÷ 1000 ÷ (2 × radius_m))",
  .source = GEOMETRY,
  .validity = N_ ("Flat cabinets that bend at their joints; no cabinet is wider than the circle."),
  .inputs = { CABINET_WIDTH_MM, RADIUS_M },
  .evaluate = compute_arc_joint_deg,
};

static double
compute_arc_radius_m (const QpArgument *in)
{
  const double width_m = in[0].number / QP_MM_PER_M, joint_deg = in[1].number;

  return width_m / (2 * sin (qp_radians (joint_deg) / 2));
}

static const QpFormula formula_arc_radius_m = {
  .name = "arc_radius_m",
  .topic = "shape",
  .unit = "m",
  .label = N_ ("Radius through the joints"),
  .expression = "cabinet_width_mm ÷ 1000 ÷ (2 × sin(joint_deg ÷ 2))",
  .source = GEOMETRY,
  .validity = N_ ("Flat cabinets that bend at their joints; without an angle there is no radius."),
  .inputs = { CABINET_WIDTH_MM, { "joint_deg", "deg", 0, 180, NULL, N_ ("Angle at a joint") } },
  .evaluate = compute_arc_radius_m,
};

static double
compute_arc_chord_m (const QpArgument *in)
{
  const double radius_m = in[0].number, angle_deg = in[1].number;

  return 2 * radius_m * sin (qp_radians (angle_deg) / 2);
}

static const QpFormula formula_arc_chord_m = {
  .name = "arc_chord_m",
  .topic = "shape",
  .unit = "m",
  .label = N_ ("Chord of an arc"),
  .expression = "2 × radius_m × sin(angle_deg ÷ 2)",
  .source = N_ ("geometry: chord of a circle"),
  .inputs = { RADIUS_M, ANGLE_DEG },
  .evaluate = compute_arc_chord_m,
};

static double
compute_arc_sagitta_m (const QpArgument *in)
{
  const double radius_m = in[0].number, angle_deg = in[1].number;

  return radius_m * (1 - cos (qp_radians (angle_deg) / 2));
}

static const QpFormula formula_arc_sagitta_m = {
  .name = "arc_sagitta_m",
  .topic = "shape",
  .unit = "m",
  .label = N_ ("Sagitta of an arc"),
  .expression = "radius_m × (1 − cos(angle_deg ÷ 2))",
  .source = N_ ("geometry: sagitta of a circle"),
  .validity = N_ ("Of an even number of cabinets; with an odd number the flat one in the middle reaches a little less far."),
  .inputs = { RADIUS_M, ANGLE_DEG },
  .evaluate = compute_arc_sagitta_m,
};

static double
compute_spherical_cap_area_m2 (const QpArgument *in)
{
  const double diameter_m = in[0].number, height_m = in[1].number;

  return height_m <= diameter_m ? G_PI * diameter_m * height_m : NAN;
}

static const QpFormula formula_spherical_cap_area_m2 = {
  .name = "spherical_cap_area_m2",
  .topic = "shape",
  .unit = "m2",
  .label = N_ ("Area of a spherical cap"),
  .expression = "π × diameter_m × cap_height_m",
  .source = N_ ("geometry: Archimedes, On the Sphere and Cylinder"),
  .validity = N_ ("The cap is no higher than the sphere; a smooth surface, not its cabinets."),
  .inputs = { { "diameter_m", "m", 0.01, 10000, NULL, N_ ("Diameter of the sphere") },
              { "cap_height_m", "m", 0, 10000, NULL, N_ ("Height of the cap") } },
  .evaluate = compute_spherical_cap_area_m2,
};

static double
compute_half_ellipse_area_m2 (const QpArgument *in)
{
  const double width_m = in[0].number, height_m = in[1].number;

  return G_PI * width_m * height_m / 4;
}

static const QpFormula formula_half_ellipse_area_m2 = {
  .name = "half_ellipse_area_m2",
  .topic = "shape",
  .unit = "m2",
  .label = N_ ("Area of half an ellipse"),
  .expression = "π × width_m × height_m ÷ 4",
  .source = N_ ("geometry: half of π × a × b with a = width ÷ 2 and b = height"),
  .validity = N_ ("Half an ellipse that stands on its whole width."),
  .inputs = { { "width_m", "m", 0.001, 100000, NULL, N_ ("Width") },
              { "height_m", "m", 0.001, 100000, NULL, N_ ("Height") } },
  .evaluate = compute_half_ellipse_area_m2,
};

static double
compute_open_area_m2 (const QpArgument *in)
{
  const double area_m2 = in[0].number, open_percent = in[1].number;

  return area_m2 * open_percent / 100;
}

static const QpFormula formula_open_area_m2 = {
  .name = "open_area_m2",
  .topic = "shape",
  .unit = "m2",
  .label = N_ ("Open area of a mesh"),
  .expression = "area_m2 × open_percent ÷ 100",
  .source = N_ ("definition"),
  .inputs = { { "area_m2", "m2", 0, 1e8, NULL, N_ ("Area of the face") },
              { "open_percent", "%", 0, 100, NULL, N_ ("Open area") } },
  .evaluate = compute_open_area_m2,
};

static double
compute_area_share_percent (const QpArgument *in)
{
  const double part_m2 = in[0].number, area_m2 = in[1].number;

  return 100 * part_m2 / area_m2;
}

static const QpFormula formula_area_share_percent = {
  .name = "area_share_percent",
  .topic = "shape",
  .unit = "%",
  .label = N_ ("Share of the area"),
  .expression = "100 × part_m2 ÷ area_m2",
  .source = N_ ("definition"),
  .inputs = { { "part_m2", "m2", 0, 1e8, NULL, N_ ("Area of the part") },
              { "area_m2", "m2", 0.0001, 1e8, NULL, N_ ("Area of all") } },
  .evaluate = compute_area_share_percent,
};

static double
compute_joint_excess_deg (const QpArgument *in)
{
  const double joint_deg = in[0].number, limit_deg = in[1].number;

  const double beyond = fabs (joint_deg) - limit_deg;

  return beyond < 0 ? 0 : beyond;
}

static const QpFormula formula_joint_excess_deg = {
  .name = "joint_excess_deg",
  .topic = "shape",
  .unit = "deg",
  .label = N_ ("Angle beyond the product’s limit"),
  .expression = "max(|joint_deg| − limit_deg, 0)",
  .source = N_ ("definition; the limit is the maker’s"),
  .inputs = { { "joint_deg", "deg", -180, 180, NULL, N_ ("Angle at a joint") },
              { "limit_deg", "deg", 0, 180, NULL, N_ ("Greatest angle at a joint by the maker") } },
  .evaluate = compute_joint_excess_deg,
};

const QpFormula *const qp_formulas_shape[] = {
  &formula_arc_joint_deg,         &formula_arc_radius_m,         &formula_arc_chord_m,
  &formula_arc_sagitta_m,         &formula_spherical_cap_area_m2, &formula_half_ellipse_area_m2,
  &formula_open_area_m2,          &formula_area_share_percent,   &formula_joint_excess_deg,
  NULL,
};
