/* qp-formulas-depth.c: pictures with depth that are right from one place: naked-eye 3D
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#include "base/qp-number.h"
#include "engine/qp-space.h"

#define KOOIMA "R. Kooima, Generalized Perspective Projection, csc.lsu.edu/~kooima/articles/genperspective"
#define OVER " ÷ ((u × v)·(eye − ll)); u along lr − ll, v along ul − ll"
#define GEOMETRY N_("geometry")
#define CORNERS N_("A place is written as x,y,z. The eye is before the face, on the side that its corners run round anticlockwise.")
#define TASTE N_("How much error passes is taste and no standard: 1° is often taken as good, 3° as acceptable.")

/* clang-format off */
#define PLACE(name_, label_) { name_, "word", QP_ANY, QP_ANY, NULL, label_ }
#define FACE \
  PLACE ("ll", N_("Lower left corner")), PLACE ("lr", N_("Lower right corner")), PLACE ("ul", N_("Upper left corner")), \
  PLACE ("eye", N_("Eye point")), { "near", "m", 1e-6, 1e6, "0.1", N_("Distance of the near plane") }
#define DISTANCE { "D", "m", 0.01, 100000, NULL, N_("Distance of the viewer from the face") }
#define DEPTH { "z", "m", -100000, 100000, NULL, N_("Depth of the point behind the face, negative before it") }
/* clang-format on */

static gboolean
parse_place (const char *text, QpVec3 *place)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  return g_strv_length (parts) == 3 && qp_real_parse (g_strstrip (parts[0]), &place->x) == QP_PARSE_OK
         && qp_real_parse (g_strstrip (parts[1]), &place->y) == QP_PARSE_OK
         && qp_real_parse (g_strstrip (parts[2]), &place->z) == QP_PARSE_OK;
}

/* how far a corner is from the foot of the eye along one side of the face, at the near plane; negative: left or below */
static double
frustum_side (const QpArgument *in, gboolean upright, gboolean far)
{
  QpVec3 ll, lr, ul, eye;

  if (!parse_place (in[0].word, &ll) || !parse_place (in[1].word, &lr) || !parse_place (in[2].word, &ul)
      || !parse_place (in[3].word, &eye))
    return NAN;
  const QpVec3 right = qp_vec3_unit (qp_vec3_sub (lr, ll)), up = qp_vec3_unit (qp_vec3_sub (ul, ll));
  const double distance = qp_vec3_dot (qp_vec3_cross (right, up), qp_vec3_sub (eye, ll));
  const QpVec3 corner = !far ? ll : upright ? ul : lr;
  return distance > 0 ? in[4].number * qp_vec3_dot (upright ? up : right, qp_vec3_sub (corner, eye)) / distance : NAN;
}

static double
compute_frustum_l (const QpArgument *in)
{
  return frustum_side (in, FALSE, FALSE);
}

static double
compute_frustum_r (const QpArgument *in)
{
  return frustum_side (in, FALSE, TRUE);
}

static double
compute_frustum_b (const QpArgument *in)
{
  return frustum_side (in, TRUE, FALSE);
}

static double
compute_frustum_t (const QpArgument *in)
{
  return frustum_side (in, TRUE, TRUE);
}

static const QpFormula formula_frustum_l = {
  .name = "frustum_l",
  .topic = "naked3d",
  .unit = "1",
  .label = N_("Left side of the frustum at the near plane"),
  .expression = "near × u·(ll − eye)" OVER,
  .source = KOOIMA,
  .validity = CORNERS,
  .inputs = { FACE },
  .evaluate = compute_frustum_l,
};

static const QpFormula formula_frustum_r = {
  .name = "frustum_r",
  .topic = "naked3d",
  .unit = "1",
  .label = N_("Right side of the frustum at the near plane"),
  .expression = "near × u·(lr − eye)" OVER,
  .source = KOOIMA,
  .validity = CORNERS,
  .inputs = { FACE },
  .evaluate = compute_frustum_r,
};

static const QpFormula formula_frustum_b = {
  .name = "frustum_b",
  .topic = "naked3d",
  .unit = "1",
  .label = N_("Lower side of the frustum at the near plane"),
  .expression = "near × v·(ll − eye)" OVER,
  .source = KOOIMA,
  .validity = CORNERS,
  .inputs = { FACE },
  .evaluate = compute_frustum_b,
};

static const QpFormula formula_frustum_t = {
  .name = "frustum_t",
  .topic = "naked3d",
  .unit = "1",
  .label = N_("Upper side of the frustum at the near plane"),
  .expression = "near × v·(ul − eye)" OVER,
  .source = KOOIMA,
  .validity = CORNERS,
  .inputs = { FACE },
  .evaluate = compute_frustum_t,
};

static double
compute_parallax_shift (const QpArgument *in)
{
  const double distance = in[0].number, depth = in[1].number, sideways = in[2].number;

  return distance + depth > 0 ? sideways * depth / (distance + depth) : NAN;
}

static const QpFormula formula_parallax_shift = {
  .name = "parallax_shift_m",
  .topic = "naked3d",
  .unit = "m",
  .label = N_("How far the picture is off for a viewer who moves sideways"),
  .expression = "delta × z ÷ (D + z)",
  .source = GEOMETRY,
  .validity = N_("A flat face; the viewer moves along it from the design eye point."),
  .inputs = { DISTANCE, DEPTH, { "delta", "m", -100000, 100000, NULL, N_("Sideways move of the viewer") } },
  .evaluate = compute_parallax_shift,
};

static double
compute_sweet_spot (const QpArgument *in)
{
  const double distance = in[0].number, depth = in[1].number, error = qp_radians (in[2].number);

  return distance + depth > 0 && depth != 0 ? distance * (distance + depth) / fabs (depth) * tan (error) : NAN;
}

static const QpFormula formula_sweet_spot = {
  .name = "sweet_spot_half_width_m",
  .topic = "naked3d",
  .unit = "m",
  .label = N_("Half width of the sweet spot"),
  .expression = "D × (D + z) ÷ |z| × tan(err_deg)",
  .source = GEOMETRY,
  .validity = TASTE,
  .inputs = { DISTANCE, DEPTH, { "err_deg", "deg", 0.001, 89, "1", N_("Error of direction that passes") } },
  .evaluate = compute_sweet_spot,
};

const QpFormula *const qp_formulas_depth[] = {
  &formula_frustum_l,      &formula_frustum_r,  &formula_frustum_b, &formula_frustum_t,
  &formula_parallax_shift, &formula_sweet_spot, NULL,
};
