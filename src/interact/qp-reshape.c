/* qp-reshape.c: what a screen becomes when a handle of its shape is somewhere else
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-reshape.h"

#include "engine/qp-shape.h"
#include "model/qp-edit.h"

#include <math.h>

#define MOST_COLUMNS 20000
#define LEAST_ANGLE 20.0 /* of a corner; a sharper one is no screen */
#define MOST_BEND 240.0  /* degrees: further on, an arc of the same length gets no deeper */
#define STRAIGHT_M 0.02  /* an arc that is less deep is drawn straight */
#define RADIUS_STEP_M 0.1

/* a screen in the making, and where it hangs */
typedef struct
{
  QpNode *node;
  const QpCatalogue *catalogue;
  QpShape shape; /* at the beginning */
} Work;

static const QpScreen *
screen_of (const Work *self)
{
  return (const QpScreen *) self->node;
}

static void
take (Work *self, const char *name, const QpValue *value)
{
  g_autoptr (QpNode) before = self->node;

  self->node = qp_node_with (before, qp_kind_field (QP_KIND_SCREEN, name), value);
}

static void
take_integer (Work *self, const char *name, gint64 integer)
{
  const QpValue value = qp_value_integer (integer);

  take (self, name, &value);
}

static void
take_real (Work *self, const char *name, double real)
{
  const QpValue value = qp_value_real (real);

  take (self, name, &value);
}

static void
take_place (Work *self, QpVec place)
{
  take_integer (self, "x_m", qp_um_from_m (place.x));
  take_integer (self, "y_m", qp_um_from_m (place.y));
}

static void
take_numbers (Work *self, const char *name, const double *numbers, guint n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (text, sizeof text, "%.10g", numbers[i]);
      g_string_append_printf (list, "%s%s", i == 0 ? "" : " ", text);
    }
  g_auto (QpValue) value = qp_value_text (list->str);
  take (self, name, &value);
}

static double
heading_of (const QpFacet *facet)
{
  return qp_heading_of (qp_vec_sub (facet->b, facet->a));
}

static QpVec
direction_of (const QpFacet *facet)
{
  const QpVec along = qp_vec_sub (facet->b, facet->a);

  return qp_vec_scale (along, 1 / qp_vec_length (along));
}

static double
facing_of (const Work *self)
{
  const double facing = screen_of (self)->facing_deg;

  return isnan (facing) ? 180 : facing;
}

/* --- what stays where it is --- */

static const QpFacet *
pinned_facet (const QpShape *shape, gboolean last)
{
  return qp_shape_facet (shape, last ? shape->facets->len - 1 : 0);
}

/* turns and moves the changed screen so that its first facet, or its last one, begins and runs as before */
static void
pin (Work *self, gboolean last)
{
  const QpFacet *before = pinned_facet (&self->shape, last);
  g_auto (QpShape) turned = { 0 };
  g_auto (QpShape) moved = { 0 };

  if (!qp_shape_init (&turned, screen_of (self), self->catalogue))
    return;
  const double turn = heading_of (before) - heading_of (pinned_facet (&turned, last));
  if (fabs (remainder (turn, 360)) > 1e-9)
    take_real (self, "facing_deg", qp_heading_wrap (round ((facing_of (self) + turn) * 1e6) / 1e6));
  qp_shape_init (&moved, screen_of (self), self->catalogue);
  const QpFacet *after = pinned_facet (&moved, last);
  const QpVec by = last ? qp_vec_sub (before->b, after->b) : qp_vec_sub (before->a, after->a);
  take_place (self, qp_vec_add (qp_screen_place (screen_of (self)), by));
}

/* --- columns of faces --- */

/* the flat facet of each face, in order */
static guint
face_facets (const QpShape *shape, const QpFacet *facets[], guint room)
{
  guint n = 0;

  for (guint i = 0; i < shape->facets->len && n < room; i++)
    if (qp_shape_facet (shape, i)->face == n)
      facets[n++] = qp_shape_facet (shape, i);
  return n;
}

static void
take_shares (Work *self, const double *shares, guint n)
{
  double all = self->shape.cells.columns, before = 0;
  const QpFacet *facets[QP_PATH_CORNERS + 1];

  face_facets (&self->shape, facets, G_N_ELEMENTS (facets));
  for (guint i = 0; i < n; i++)
    {
      before += facets[i]->columns;
      all += shares[i];
    }
  take_integer (self, "columns", (gint64) CLAMP (all - before, 1, MOST_COLUMNS));
  take_numbers (self, "face_columns", shares, n);
}

static double
columns_along (const Work *self, QpVec from, QpVec way, QpVec at)
{
  return round (qp_vec_dot (qp_vec_sub (at, from), way) / self->shape.cell_w);
}

static void
drag_end_of_face (Work *self, gboolean right, QpVec at)
{
  const QpFacet *facets[QP_PATH_CORNERS + 1];
  double shares[QP_PATH_CORNERS + 1];
  const guint n = face_facets (&self->shape, facets, G_N_ELEMENTS (facets)), i = right ? n - 1 : 0;
  const QpVec way = direction_of (facets[i]);
  const double length = right ? columns_along (self, facets[i]->a, way, at)
                              : columns_along (self, facets[i]->b, qp_vec_scale (way, -1), at);

  for (guint k = 0; k < n; k++)
    shares[k] = facets[k]->columns;
  shares[i] = CLAMP (length, 1, MOST_COLUMNS);
  take_shares (self, shares, n);
  pin (self, !right);
}

static void
drag_corner (Work *self, guint index, QpVec at)
{
  const QpFacet *facets[QP_PATH_CORNERS + 1];
  double shares[QP_PATH_CORNERS + 1];
  const guint n = face_facets (&self->shape, facets, G_N_ELEMENTS (facets));

  if (index + 1 >= n)
    return;
  for (guint k = 0; k < n; k++)
    shares[k] = facets[k]->columns;
  const double both = shares[index] + shares[index + 1];
  shares[index] = CLAMP (columns_along (self, facets[index]->a, direction_of (facets[index]), at), 1, both - 1);
  shares[index + 1] = both - shares[index];
  take_shares (self, shares, n);
  pin (self, FALSE);
}

/* --- angles --- */

static void
drag_angle (Work *self, guint index, QpVec at, gboolean freely)
{
  const QpFacet *facets[QP_PATH_CORNERS + 1];
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (double));
  double angles[QP_PATH_CORNERS];
  const guint n = face_facets (&self->shape, facets, G_N_ELEMENTS (facets));

  if (index + 1 >= n || qp_vec_distance (at, facets[index]->b) < self->shape.cell_w / 2)
    return;
  qp_shape_parse_list (screen_of (self)->corner_angles_deg, 1, 359, given);
  for (guint i = 0; i + 1 < n; i++)
    angles[i] = given->len == 0 ? 90 : g_array_index (given, double, MIN (i, given->len - 1));
  /* headings run clockwise: a face that turns away from its viewers turns against them */
  const double turn = remainder (heading_of (facets[index]) - qp_heading_of (qp_vec_sub (at, facets[index]->b)), 360);
  const double step = freely ? 0.1 : 1;
  angles[index] = CLAMP (round ((180 - turn) / step) * step, LEAST_ANGLE, 360 - LEAST_ANGLE);
  take_numbers (self, "corner_angles_deg", angles, n - 1);
  pin (self, FALSE);
}

/* --- arcs --- */

/* how deep `n` cabinets are that bend by `joint` degrees at each joint: from the line between the ends */
static double
depth_of_bend (const Work *self, double joint)
{
  const double half = joint * self->shape.cells.columns * G_PI / 360, w = self->shape.cell_w;

  return fabs (joint) < 1e-9 ? 0 : w / (2 * sin (joint * G_PI / 360)) * (1 - cos (half));
}

static double
joint_of_depth (const Work *self, double depth)
{
  double low = 0, high = MOST_BEND / self->shape.cells.columns;

  for (guint i = 0; i < 60; i++)
    {
      const double middle = (low + high) / 2;
      if (depth_of_bend (self, middle) < fabs (depth))
        low = middle;
      else
        high = middle;
    }
  return copysign (low, depth);
}

static double
radius_of (const Work *self, double joint)
{
  return self->shape.cell_w / (2 * sin (joint * G_PI / 360));
}

static gboolean
is_bent_by_angle (const Work *self)
{
  return screen_of (self)->arc_radius_m == QP_UNSET && !isnan (screen_of (self)->arc_angle_deg);
}

/* of radius and angle the one that was given stays the one that is given */
static void
take_bend (Work *self, double joint, gboolean straight, gboolean freely)
{
  const gboolean by_angle = is_bent_by_angle (self);
  const double angle = joint * self->shape.cells.columns, step = freely ? 0.1 : 1;
  const double radius = straight ? NAN : round (radius_of (self, joint) / RADIUS_STEP_M) * RADIUS_STEP_M;

  take_integer (self, "arc_radius_m", by_angle || straight ? QP_UNSET : qp_um_from_m (freely ? radius_of (self, joint) : radius));
  take_real (self, "arc_angle_deg", !by_angle || straight ? NAN : round (angle / step) * step);
}

/* the middle between the ends stays */
static void
drag_bend (Work *self, QpVec at, gboolean freely)
{
  const QpVec a = qp_shape_facet (&self->shape, 0)->a;
  const QpVec b = qp_shape_facet (&self->shape, self->shape.facets->len - 1)->b;
  const QpVec middle = qp_vec_middle (a, b), facing = qp_vec_from_heading (facing_of (self));
  const double depth = qp_vec_dot (qp_vec_sub (at, middle), facing);

  take_bend (self, joint_of_depth (self, depth), fabs (depth) < fmax (STRAIGHT_M, self->shape.cell_w / 20), freely);
  g_auto (QpShape) after = { 0 };
  if (!qp_shape_init (&after, screen_of (self), self->catalogue))
    return;
  const QpVec now = qp_vec_middle (qp_shape_facet (&after, 0)->a, qp_shape_facet (&after, after.facets->len - 1)->b);
  take_place (self, qp_vec_add (qp_screen_place (screen_of (self)), qp_vec_sub (middle, now)));
}

/* goes on along the arc from its other end, to the joint that is nearest */
static void
drag_end_of_arc (Work *self, gboolean right, QpVec at)
{
  const QpFacet *start = pinned_facet (&self->shape, !right);
  const double joint = self->shape.joint_deg, most = joint == 0 ? MOST_COLUMNS : fmin (MOST_COLUMNS, 350 / fabs (joint));
  QpVec place = right ? start->a : start->b, way = direction_of (start);
  double heading = qp_heading_of (right ? way : qp_vec_scale (way, -1)), least = INFINITY;
  gint64 best = 1;

  for (gint64 n = 1; n <= (gint64) most; n++)
    {
      place = qp_vec_add (place, qp_vec_scale (qp_vec_from_heading (heading), self->shape.cell_w));
      heading -= right ? joint : -joint;
      if (qp_vec_distance (place, at) >= least)
        continue;
      least = qp_vec_distance (place, at);
      best = n;
    }
  if (is_bent_by_angle (self))
    take_real (self, "arc_angle_deg", CLAMP (joint * (double) best, -360, 360));
  take_integer (self, "columns", best);
  pin (self, !right);
}

/* --- round ones and those that lie --- */

static void
drag_radius (Work *self, QpVec at)
{
  const double r = qp_vec_distance (at, qp_screen_place (screen_of (self)));

  if (screen_of (self)->shape != QP_SCREEN_CAP)
    {
      const double sine = fmin (self->shape.cell_w / (2 * fmax (r, 1e-6)), sin (G_PI / 3));
      take_integer (self, "columns", (gint64) CLAMP (round (G_PI / asin (sine)), 3, MOST_COLUMNS));
      return;
    }
  const double d = fmax (round (2 * r / RADIUS_STEP_M) * RADIUS_STEP_M, RADIUS_STEP_M);
  take_integer (self, "cap_diameter_m", qp_um_from_m (d));
  if (screen_of (self)->cap_height_m != QP_UNSET && screen_of (self)->cap_height_m > qp_um_from_m (d))
    take_integer (self, "cap_height_m", qp_um_from_m (d));
}

/* index 0 is the upper edge */
static void
drag_rows (Work *self, guint index, QpVec at)
{
  QpVec3 corners[4];

  qp_shape_facet_quad (&self->shape, qp_shape_facet (&self->shape, 0), corners);
  const QpVec upper = qp_vec_middle (qp_vec3_plan (corners[0]), qp_vec3_plan (corners[1]));
  const QpVec lower = qp_vec_middle (qp_vec3_plan (corners[2]), qp_vec3_plan (corners[3]));
  const QpVec fixed = index == 0 ? lower : upper, way = qp_vec_sub (index == 0 ? upper : lower, fixed);
  const QpVec unit = qp_vec_scale (way, 1 / qp_vec_length (way));
  const double rows
      = CLAMP (round (qp_vec_dot (qp_vec_sub (at, fixed), unit) / self->shape.cell_h), 1, MOST_COLUMNS);

  take_integer (self, "rows", (gint64) rows);
  take_place (self, qp_vec_add (fixed, qp_vec_scale (unit, rows * self->shape.cell_h / 2)));
}

/**
 * qp_screen_reshaped:
 * @screen: a screen as it was when its handle was taken hold of
 * @catalogue: (nullable): where its cabinet is looked up
 * @part: the handle
 * @index: which of them
 * @at: where it is now, metres
 * @freely: whether radius and angle take any value, and not only round ones
 *
 * Bends, turns and resizes by whole cabinets; what is not dragged stays where it is.
 *
 * Returns: (transfer full): the screen that comes of it
 */
QpNode *
qp_screen_reshaped (QpNode *screen, const QpCatalogue *catalogue, QpPart part, guint index, QpVec at, gboolean freely)
{
  Work self = { .node = qp_node_ref (screen), .catalogue = catalogue };

  if (qp_shape_init (&self.shape, (const QpScreen *) screen, catalogue))
    {
      const gboolean has_faces = qp_shape_n_faces (&self.shape) > 1;
      if ((part == QP_PART_LEFT || part == QP_PART_RIGHT) && has_faces)
        drag_end_of_face (&self, part == QP_PART_RIGHT, at);
      else if (part == QP_PART_LEFT || part == QP_PART_RIGHT)
        drag_end_of_arc (&self, part == QP_PART_RIGHT, at);
      else if (part == QP_PART_BEND)
        drag_bend (&self, at, freely);
      else if (part == QP_PART_CORNER)
        drag_corner (&self, index, at);
      else if (part == QP_PART_ANGLE)
        drag_angle (&self, index, at, freely);
      else if (part == QP_PART_RADIUS)
        drag_radius (&self, at);
      else if (part == QP_PART_ROWS)
        drag_rows (&self, index, at);
    }
  qp_shape_clear (&self.shape);
  return self.node;
}

/* --- another shape --- */

static gboolean
is_curved (QpScreenShape shape)
{
  return shape == QP_SCREEN_ARC || shape == QP_SCREEN_RIBBON;
}

/* a gentle arc: two degrees at a joint, no more than a quarter circle */
static void
start_arc (Work *self)
{
  if (screen_of (self)->arc_radius_m == QP_UNSET && isnan (screen_of (self)->arc_angle_deg))
    take_real (self, "arc_angle_deg", fmin (2.0 * self->shape.cells.columns, 90));
}

static void
start_faces (Work *self, guint n)
{
  double shares[3];
  const guint round = screen_of (self)->shape == QP_SCREEN_ROUNDED_CORNER ? 1 : 0;
  const gint64 columns = MAX (self->shape.cells.columns, n + round * (n - 1));

  if (screen_of (self)->face_columns != NULL)
    return;
  for (guint i = 0; i < n; i++)
    shares[i] = (double) ((columns - round * (n - 1)) / n + (i < (columns - round * (n - 1)) % n));
  take_integer (self, "columns", columns);
  take_numbers (self, "face_columns", shares, n);
  if (screen_of (self)->corner_angles_deg == NULL)
    take_numbers (self, "corner_angles_deg", (const double[]){ 90, 90 }, n - 1);
  if (round > 0 && screen_of (self)->corner_columns == QP_UNSET)
    take_integer (self, "corner_columns", round);
}

/* a sphere whose half holds the cabinets, if only it is told how large */
static void
start_cap (Work *self)
{
  const double width = qp_shape_developed_width (&self->shape);

  if (screen_of (self)->cap_diameter_m != QP_UNSET || !(width > 0))
    return;
  const double d = fmax (round (width / G_PI / RADIUS_STEP_M) * RADIUS_STEP_M, RADIUS_STEP_M);
  take_integer (self, "cap_diameter_m", qp_um_from_m (d));
  take_integer (self, "cap_height_m", qp_um_from_m (d / 2));
}

/**
 * qp_screen_converted:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @shape: the shape that it gets
 *
 * What the new shape needs and nobody has given yet gets a value to begin with; what the old one had is kept, in case it
 * comes back.
 *
 * Returns: (transfer full): the screen in its new shape
 */
QpNode *
qp_screen_converted (QpNode *screen, const QpCatalogue *catalogue, QpScreenShape shape)
{
  Work self = { .node = qp_node_ref (screen), .catalogue = catalogue };

  qp_shape_init (&self.shape, (const QpScreen *) screen, catalogue);
  take_integer (&self, "shape", shape);
  if (is_curved (shape))
    start_arc (&self);
  else if (shape == QP_SCREEN_CORNER || shape == QP_SCREEN_ROUNDED_CORNER)
    start_faces (&self, 2);
  else if (shape == QP_SCREEN_FACES)
    start_faces (&self, 3);
  else if (shape == QP_SCREEN_CAP)
    start_cap (&self);
  else if (shape == QP_SCREEN_COLUMN && self.shape.cells.columns < 3)
    take_integer (&self, "columns", 3);
  qp_shape_clear (&self.shape);
  return self.node;
}

/**
 * qp_edits_add_conversion:
 * @edits: (element-type QpEdit): takes what the new shape needs
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @shape: the shape that it gets; the edit that sets it is not among them
 */
void
qp_edits_add_conversion (GPtrArray *edits, QpNode *screen, const QpCatalogue *catalogue, QpScreenShape shape)
{
  const QpKindInfo *info = qp_kind_info (QP_KIND_SCREEN);
  g_autoptr (QpNode) after = qp_screen_converted (screen, catalogue, shape);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpField *field = &info->fields[i];
      const QpValue before = qp_node_get (screen, field), value = qp_node_get (after, field);
      if (field != QP_SCREEN_FIELD (shape) && !qp_value_equal (&before, &value))
        g_ptr_array_add (edits, qp_edit_set (screen->id, field, &value));
    }
}
