/* qp-shape-path.c: the path of a face on the plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-shape-private.h"

#include <math.h>

#define MOST_FACES 64

/* a path that is being laid from left to right, first along x from the origin */
typedef struct
{
  QpShape *shape;
  QpVec at;
  double heading; /* radians, anticlockwise from x */
  guint column;
  guint face;
  double anchor; /* the column, counted with fractions, at which the shape is held */
} Pen;

static void
lay (Pen *pen, double turn_deg, guint columns)
{
  if (columns == 0)
    return;
  pen->heading += turn_deg * G_PI / 180;
  const QpVec run = qp_vec_scale (qp_vec (cos (pen->heading), sin (pen->heading)), columns * pen->shape->cell_w);
  const QpFacet facet = { pen->face, pen->column, columns, pen->at, qp_vec_add (pen->at, run), turn_deg };
  g_array_append_val (pen->shape->facets, facet);
  pen->at = facet.b;
  pen->column += columns;
}

/* the polygon through the joints of a circle: chord w = 2 r sin (δ/2) */
static double
radius_of_joint (double cell_w, double joint_deg)
{
  return joint_deg == 0 ? NAN : cell_w / (2 * sin (joint_deg * G_PI / 360));
}

static double
joint_of_radius (double cell_w, double radius)
{
  const double sine = cell_w / (2 * radius);

  return fabs (sine) >= 1 ? copysign (180, sine) : asin (sine) * 360 / G_PI;
}

static double
arc_joint (const QpShape *self, const QpScreen *screen)
{
  const double most = 360.0 / self->cells.columns;
  double joint = 0;

  if (screen->arc_radius_m != QP_UNSET && screen->arc_radius_m != 0)
    joint = joint_of_radius (self->cell_w, qp_m_from_um (screen->arc_radius_m));
  else if (!isnan (screen->arc_angle_deg))
    joint = screen->arc_angle_deg / self->cells.columns;
  return CLAMP (joint, -most, most);
}

static void
lay_joints (Pen *pen, double first_turn_deg, double turn_deg, guint columns)
{
  for (guint i = 0; i < columns; i++)
    lay (pen, i == 0 ? first_turn_deg : turn_deg, 1);
}

static void
lay_arc (Pen *pen, double joint_deg)
{
  QpShape *self = pen->shape;

  self->joint_deg = joint_deg;
  self->radius = radius_of_joint (self->cell_w, joint_deg);
  self->closed = fabs (joint_deg) * self->cells.columns > 360 - 1e-9 && self->cells.columns > 2;
  pen->anchor = self->cells.columns / 2.0;
  if (joint_deg == 0)
    lay (pen, 0, self->cells.columns);
  else
    lay_joints (pen, 0, joint_deg, self->cells.columns);
}

/* how many columns each face has: as given, the rest of the grid on the last one; equal shares when nothing is given */
static guint
share_columns (const QpScreen *screen, guint columns, guint least, guint shares[MOST_FACES])
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0, left = columns;

  qp_shape_parse_list (screen->face_columns, 1, columns, given);
  if (given->len == 0)
    for (guint i = 0; i < least; i++)
      g_array_append_val (given, ((double){ columns / least + (i < columns % least) }));
  for (guint i = 0; i < given->len && n < MOST_FACES && left > 0; i++)
    {
      shares[n] = MIN (left, (guint) g_array_index (given, double, i));
      left -= shares[n++];
    }
  if (n > 0)
    shares[n - 1] += left;
  return n;
}

/* the turn at corner `i`: 180° − the angle behind the faces; the last angle given counts for those that follow */
static double
corner_turn (const GArray *angles, guint i)
{
  return 180 - (angles->len == 0 ? 90 : g_array_index (angles, double, MIN (i, angles->len - 1)));
}

static void
lay_corner (Pen *pen, double turn_deg, guint round, guint columns)
{
  const double joint = turn_deg / (round + 1);

  for (guint i = 0; i < round; i++)
    lay (pen, joint, 1);
  pen->face++;
  lay (pen, joint, columns);
  if (round > 0 && fabs (joint) > fabs (pen->shape->joint_deg))
    {
      pen->shape->joint_deg = joint;
      pen->shape->radius = radius_of_joint (pen->shape->cell_w, joint);
    }
}

/* how many columns each rounding takes, so that every face keeps at least one; with given faces, the last one gives them */
static guint
fit_rounding (const QpScreen *screen, guint round, guint n, guint shares[MOST_FACES])
{
  const guint corners = n - 1;

  if (corners == 0 || round == 0)
    return 0;
  if (screen->face_columns != NULL)
    {
      round = MIN (round, (shares[n - 1] - 1) / corners);
      shares[n - 1] -= corners * round;
      return round;
    }
  guint spare = 0;
  for (guint i = 0; i < n; i++)
    spare += shares[i] - 1;
  round = MIN (round, spare / corners);
  for (guint left = corners * round, i = 0; left > 0; i = (i + 1) % n)
    if (shares[i] > 1)
      {
        shares[i]--;
        left--;
      }
  return round;
}

static void
lay_faces (Pen *pen, const QpScreen *screen, guint least, guint wanted)
{
  g_autoptr (GArray) angles = g_array_new (FALSE, FALSE, sizeof (double));
  guint shares[MOST_FACES], first[MOST_FACES] = { 0 }, end[MOST_FACES] = { 0 };
  double turned = 0;

  qp_shape_parse_list (screen->corner_angles_deg, 1, 359, angles);
  const guint n = share_columns (screen, pen->shape->cells.columns, least, shares);
  const guint round = fit_rounding (screen, wanted, n, shares);
  for (guint i = 0; i < n; i++)
    {
      const double turn = i == 0 ? 0 : corner_turn (angles, i - 1);
      turned += turn;
      first[i] = pen->column + (i == 0 ? 0 : round);
      if (i == 0)
        lay (pen, 0, shares[0]);
      else
        lay_corner (pen, turn, round, shares[i]);
      end[i] = pen->column;
    }
  pen->anchor = (first[n / 2] + end[(n - 1) / 2]) / 2.0;
  pen->shape->closed = n > 2 && fabs (fabs (turned + corner_turn (angles, n - 1)) - 360) < 1e-6
                       && qp_vec_length (pen->at) < 1e-6 * qp_shape_developed_width (pen->shape);
}

/* --- where the path is put --- */

/* the turn of the whole path from its first facet to this one, radians */
static double
facet_heading (const QpFacet *facet)
{
  const QpVec along = qp_vec_sub (facet->b, facet->a);

  return atan2 (along.y, along.x);
}

static QpVec
path_centre (const QpShape *self)
{
  QpVec sum = qp_vec (0, 0);

  for (guint i = 0; i < self->facets->len; i++)
    sum = qp_vec_add (sum, qp_shape_facet (self, i)->a);
  return qp_vec_scale (sum, 1.0 / self->facets->len);
}

/* the place at a column, and where the path looks there: between two facets the mean of both */
static void
find_anchor (const QpShape *self, double column, QpVec *at, double *heading)
{
  const guint i = qp_shape_facet_of_column (self, (guint) MAX (ceil (column) - 1, 0));
  const QpFacet *facet = qp_shape_facet (self, i);
  const double t = (column - facet->first) / facet->columns;

  *at = qp_vec_add (facet->a, qp_vec_scale (qp_vec_sub (facet->b, facet->a), t));
  *heading = facet_heading (facet);
  if (t >= 1 && i + 1 < self->facets->len)
    *heading += qp_shape_facet (self, i + 1)->turn_deg * G_PI / 360;
}

static QpVec
put (QpVec place, QpVec from, double angle, QpVec to)
{
  const QpVec d = qp_vec_sub (place, from);

  return qp_vec (to.x + d.x * cos (angle) - d.y * sin (angle), to.y + d.x * sin (angle) + d.y * cos (angle));
}

static void
place_path (QpShape *self, const QpScreen *screen, double anchor)
{
  const QpVec to = qp_vec (screen->x_m == QP_UNSET ? 0 : qp_m_from_um (screen->x_m),
                           screen->y_m == QP_UNSET ? 0 : qp_m_from_um (screen->y_m));
  /* a face along x looks to heading 180, down on the plan; headings run clockwise */
  const double facing = (180 - (isnan (screen->facing_deg) ? 180 : screen->facing_deg)) * G_PI / 180;
  QpVec from;
  double heading;

  find_anchor (self, anchor, &from, &heading);
  if (self->closed)
    {
      from = path_centre (self);
      heading = facet_heading (qp_shape_facet (self, 0));
    }
  for (guint i = 0; i < self->facets->len; i++)
    {
      QpFacet *facet = qp_shape_facet (self, i);
      facet->a = put (facet->a, from, facing - heading, to);
      facet->b = put (facet->b, from, facing - heading, to);
    }
}

/* a column is round, outward unless radius or angle say that it is seen from within */
static double
column_turn (const QpScreen *screen)
{
  const gboolean inward = screen->arc_angle_deg < 0 || (screen->arc_radius_m != QP_UNSET && screen->arc_radius_m < 0);

  return inward ? -360 : 360;
}

/* inside the engine: lays the facets of a screen whose cabinet is known */
void
qp_shape_lay_path (QpShape *self, const QpScreen *screen)
{
  const guint round = screen->corner_columns == QP_UNSET ? 1 : (guint) screen->corner_columns;
  Pen pen = { .shape = self };

  switch (self->kind)
    {
    case QP_SCREEN_ARC:
    case QP_SCREEN_RIBBON:
      lay_arc (&pen, arc_joint (self, screen));
      break;
    case QP_SCREEN_COLUMN:
      lay_arc (&pen, column_turn (screen) / MAX (self->cells.columns, 3));
      break;
    case QP_SCREEN_CORNER:
      lay_faces (&pen, screen, MIN (2, self->cells.columns), 0);
      break;
    case QP_SCREEN_ROUNDED_CORNER:
      lay_faces (&pen, screen, MIN (2, self->cells.columns), round);
      break;
    case QP_SCREEN_FACES:
      lay_faces (&pen, screen, MIN (3, self->cells.columns), 0);
      break;
    default:
      lay_arc (&pen, 0);
      break;
    }
  place_path (self, screen, pen.anchor);
}
