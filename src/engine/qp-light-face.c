/* qp-light-face.c: a screen as a shining face, and the light that it throws on a place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-light-face.h"

#include "engine/qp-light-polygon.h"
#include "model/qp-kinds.h"

#include <math.h>

/* walls closer to a face than this stand behind it or carry it, as in qp-sight */
#define BEFORE_FACE_M 0.005
/* a triangle is halved so often at most */
#define MOST_HALVINGS 7

/* --- fall-off --- */

/* exponent of cosᵏ θ that is ½ at half of the rated full angle; 0 when no angle is known */
static double
exponent_of (double full_angle_deg, gboolean *known)
{
  const double half = cos (full_angle_deg * (G_PI / 360));

  *known = !isnan (full_angle_deg);
  return *known && half > 1e-6 && half < 1 ? log (0.5) / log (half) : 0;
}

/**
 * qp_emission_init:
 * @self: (out caller-allocates): place for the fall-off
 * @cabinet: (nullable): a cabinet
 *
 * Takes the half-luminance angles of a data sheet; where none is published the face shines evenly, which is never too
 * little off the axis.
 */
void
qp_emission_init (QpEmission *self, const QpCabinet *cabinet)
{
  self->across = exponent_of (cabinet == NULL ? NAN : cabinet->viewing_angle_h_deg, &self->across_known);
  self->up = exponent_of (cabinet == NULL ? NAN : cabinet->viewing_angle_v_deg, &self->up_known);
}

/**
 * qp_emission_at:
 * @self: a fall-off
 * @across: direction from the face, along it
 * @up: up the face
 * @out: out of the face
 *
 * The exponent between across and up goes with the square of the sine of the turn about the axis, so that equal angles give
 * the same fall-off all round. See the formula `relative_luminance_hv`.
 *
 * Returns: luminance in that direction relative to straight ahead, 0 … 1
 */
double
qp_emission_at (const QpEmission *self, double across, double up, double out)
{
  const double side2 = across * across + up * up, length = sqrt (side2 + out * out);

  if (out <= 0)
    return 0;
  if (side2 == 0)
    return 1;
  return pow (out / length, (self->across * across * across + self->up * up * up) / side2);
}

/* --- the face --- */

static QpVec3
unit_between (QpVec3 from, QpVec3 to)
{
  return qp_vec3_unit (qp_vec3_sub (to, from));
}

static void
add_piece (QpLightFace *self, const QpShape *shape, QpLightPiece piece)
{
  const double depth = isnan (shape->depth) ? 0 : shape->depth;

  for (guint i = 0; i < 4; i++)
    {
      self->box = qp_box_with (self->box, qp_vec3_plan (piece.corners[i]));
      self->low = fmin (self->low, piece.corners[i].z);
      self->high = fmax (self->high, piece.corners[i].z);
      self->middle = qp_vec3_add (self->middle, piece.corners[i]);
    }
  g_array_append_val (self->pieces, piece);
  if (!shape->double_sided)
    return;
  for (guint i = 0; i < 4; i++)
    piece.corners[i] = qp_vec3_sub (piece.corners[i], qp_vec3_scale (piece.normal, depth));
  piece.normal = qp_vec3_scale (piece.normal, -1);
  piece.right = qp_vec3_scale (piece.right, -1);
  g_array_append_val (self->pieces, piece);
}

/* columns from … to − 1 of rows top … bottom − 1 of a facet */
static void
add_block (QpLightFace *self, const QpShape *shape, const QpFacet *facet, guint from, guint to, guint top, guint bottom)
{
  QpLightPiece piece = { .normal = qp_shape_normal (shape, facet) };

  piece.corners[0] = qp_shape_point (shape, facet, from, top);
  piece.corners[1] = qp_shape_point (shape, facet, to, top);
  piece.corners[2] = qp_shape_point (shape, facet, to, bottom);
  piece.corners[3] = qp_shape_point (shape, facet, from, bottom);
  piece.right = unit_between (piece.corners[0], piece.corners[1]);
  piece.up = unit_between (piece.corners[3], piece.corners[0]);
  add_piece (self, shape, piece);
}

static gboolean
rows_are_alike (const QpCells *cells, const QpFacet *facet, guint a, guint b)
{
  for (guint column = facet->first; column < facet->first + facet->columns; column++)
    if (qp_cells_has (cells, column, a) != qp_cells_has (cells, column, b))
      return FALSE;
  return TRUE;
}

static void
add_rows (QpLightFace *self, const QpShape *shape, const QpFacet *facet, guint top, guint bottom)
{
  const guint end = facet->first + facet->columns;

  for (guint from = facet->first, to; from < end; from = to)
    {
      const gboolean there = qp_cells_has (&shape->cells, from, top);
      for (to = from + 1; to < end && qp_cells_has (&shape->cells, to, top) == there;)
        to++;
      if (there)
        add_block (self, shape, facet, from, to, top, bottom);
    }
}

static void
add_facet (QpLightFace *self, const QpShape *shape, const QpFacet *facet)
{
  const guint rows = shape->cells.rows;

  if (qp_cells_is_full (&shape->cells))
    {
      add_block (self, shape, facet, facet->first, facet->first + facet->columns, 0, rows);
      return;
    }
  for (guint top = 0, bottom; top < rows; top = bottom)
    {
      for (bottom = top + 1; bottom < rows && rows_are_alike (&shape->cells, facet, top, bottom);)
        bottom++;
      add_rows (self, shape, facet, top, bottom);
    }
}

/**
 * qp_light_face_init:
 * @self: (out caller-allocates): place for the face
 * @screen: a screen
 * @catalogue: (nullable): equipment
 *
 * Returns: whether it is known where the screen shines: its size and the height of its bottom edge
 */
gboolean
qp_light_face_init (QpLightFace *self, const QpScreen *screen, const QpCatalogue *catalogue)
{
  g_auto (QpShape) shape = { 0 };
  const QpCabinet *cabinet
      = catalogue == NULL || screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);

  *self = (QpLightFace){ .box = QP_BOX_EMPTY, .low = INFINITY, .high = -INFINITY };
  self->pieces = g_array_new (FALSE, FALSE, sizeof (QpLightPiece));
  qp_emission_init (&self->emission, cabinet);
  if (!qp_shape_init (&shape, screen, catalogue) || isnan (shape.bottom))
    return FALSE;
  for (guint i = 0; i < shape.facets->len; i++)
    add_facet (self, &shape, qp_shape_facet (&shape, i));
  if (self->pieces->len > 0)
    self->middle = qp_vec3_scale (self->middle, (shape.double_sided ? 0.5 : 0.25) / self->pieces->len);
  return self->pieces->len > 0;
}

/**
 * qp_light_face_clear:
 * @self: a face
 */
void
qp_light_face_clear (QpLightFace *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
}

/* --- light of one piece --- */

/* the part of a wall that can hide a piece from the origin: before the piece by a little, on its shining side */
static gboolean
wall_polygon (const QpSightWall *wall, QpVec3 at, const QpLightPiece *piece, double distance, QpPolygon3 *seen)
{
  double low = at.z, high = at.z;

  for (guint i = 0; i < 4; i++)
    {
      low = fmin (low, piece->corners[i].z);
      high = fmax (high, piece->corners[i].z);
    }
  if (wall->base >= high || wall->top <= low)
    return FALSE;
  const double base = fmax (wall->base, low - 1) - at.z, top = fmin (wall->top, high + 1) - at.z;
  const QpVec a = qp_vec_sub (wall->a, qp_vec3_plan (at)), b = qp_vec_sub (wall->b, qp_vec3_plan (at));
  const QpPolygon3 whole
      = { 4, { qp_vec3_of (a, base), qp_vec3_of (b, base), qp_vec3_of (b, top), qp_vec3_of (a, top) } };
  QpPolygon3 before;

  /* along −normal the origin is at 0 and the piece at `distance` */
  qp_polygon3_cut (&whole, piece->normal, BEFORE_FACE_M - distance, &before);
  qp_polygon3_cut (&before, qp_vec3_scale (piece->normal, -1), fmin (1e-6, distance / 2), seen);
  return seen->n > 0;
}

static QpBox
box_of (const QpLightPiece *piece, QpVec3 at)
{
  QpBox box = qp_box_around (qp_vec3_plan (at), qp_vec3_plan (piece->corners[0]));

  for (guint i = 1; i < 4; i++)
    box = qp_box_with (box, qp_vec3_plan (piece->corners[i]));
  return box;
}

static void
hide (GArray *parts, const GArray *walls, QpVec3 at, const QpLightPiece *piece, double distance)
{
  const QpBox box = box_of (piece, at);
  QpPolygon3 polygon;

  for (guint i = 0; i < walls->len && parts->len > 0; i++)
    {
      const QpSightWall *wall = &g_array_index (walls, QpSightWall, i);
      if (fmax (wall->a.x, wall->b.x) < box.x0 || fmin (wall->a.x, wall->b.x) > box.x1
          || fmax (wall->a.y, wall->b.y) < box.y0 || fmin (wall->a.y, wall->b.y) > box.y1)
        continue;
      if (wall_polygon (wall, at, piece, distance, &polygon))
        qp_polygons_subtract (parts, &polygon, wall->through);
    }
}

/* --- fall-off, integrated --- */

typedef struct
{
  const QpLightFace *face;
  const QpLightPiece *piece;
  QpVec3 normal;
  double tolerance; /* lx per cd/m², of a triangle */
} Beam;

static double
emission_towards_origin (const Beam *self, QpVec3 from)
{
  return qp_emission_at (&self->face->emission, -qp_vec3_dot (from, self->piece->right), -qp_vec3_dot (from, self->piece->up),
                         -qp_vec3_dot (from, self->piece->normal));
}

/* Lambert's formula, weighted by the mean of the fall-off at the middles of the edges: exact for an even face */
static double
triangle_lx (const Beam *self, QpVec3 a, QpVec3 b, QpVec3 c)
{
  const QpPolygon3 triangle = { 3, { a, b, c } };
  const double mean = emission_towards_origin (self, qp_vec3_mix (a, b, 0.5))
                      + emission_towards_origin (self, qp_vec3_mix (b, c, 0.5))
                      + emission_towards_origin (self, qp_vec3_mix (c, a, 0.5));

  return qp_polygon3_lx (&triangle, self->normal) * mean / 3;
}

static double
refined_lx (const Beam *self, QpVec3 a, QpVec3 b, QpVec3 c, double coarse, guint halvings)
{
  const QpVec3 ab = qp_vec3_mix (a, b, 0.5), bc = qp_vec3_mix (b, c, 0.5), ca = qp_vec3_mix (c, a, 0.5);
  const double parts[4] = { triangle_lx (self, a, ab, ca), triangle_lx (self, ab, b, bc), triangle_lx (self, ca, bc, c),
                            triangle_lx (self, ab, bc, ca) };
  const double fine = parts[0] + parts[1] + parts[2] + parts[3];

  if (halvings >= MOST_HALVINGS || fabs (fine - coarse) <= self->tolerance)
    return fine;
  return refined_lx (self, a, ab, ca, parts[0], halvings + 1) + refined_lx (self, ab, b, bc, parts[1], halvings + 1)
         + refined_lx (self, ca, bc, c, parts[2], halvings + 1) + refined_lx (self, ab, bc, ca, parts[3], halvings + 1);
}

static double
polygon_lx (const Beam *self, const QpPolygon3 *polygon)
{
  double sum = 0;

  if (self->face->emission.across == 0 && self->face->emission.up == 0)
    return qp_polygon3_lx (polygon, self->normal);
  for (guint i = 1; i + 1 < polygon->n; i++)
    sum += refined_lx (self, polygon->at[0], polygon->at[i], polygon->at[i + 1],
                       triangle_lx (self, polygon->at[0], polygon->at[i], polygon->at[i + 1]), 0);
  return sum;
}

static double
parts_lx (const QpLightFace *self, const QpLightPiece *piece, const GArray *parts, QpVec3 normal, double whole,
          QpLightPrecision precision)
{
  const Beam beam = { self, piece, normal, whole * (precision == QP_LIGHT_MAP ? 1e-3 : 1e-7) };
  double sum = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const QpLitPart *part = &g_array_index (parts, QpLitPart, i);
      sum += part->passing * polygon_lx (&beam, &part->polygon);
    }
  return sum;
}

/* the part of a piece before the receiver, seen from it as the origin; empty when it looks away from it */
static double
piece_polygon (const QpLightPiece *piece, QpVec3 at, QpVec3 normal, QpPolygon3 *before)
{
  QpPolygon3 whole = { .n = 4 };

  for (guint i = 0; i < 4; i++)
    whole.at[i] = qp_vec3_sub (piece->corners[i], at);
  const double distance = -qp_vec3_dot (whole.at[0], piece->normal);
  before->n = 0;
  if (distance > 1e-9)
    qp_polygon3_cut (&whole, normal, 0, before);
  return distance;
}

/**
 * qp_light_factor:
 * @self: a face
 * @walls: (nullable) (element-type QpSightWall): what stands in between
 * @at: a place in space
 * @normal: unit vector, where the surface there looks
 * @precision: how exact
 *
 * Lambert's polygon formula for each plane piece of the face, cut at the edges of what hides it, so that the blocked part
 * is left out exactly; the fall-off to the side is integrated over what is left.
 *
 * Returns: illuminance there for each cd/m² of the face, straight ahead: lx
 */
double
qp_light_factor (const QpLightFace *self, const GArray *walls, QpVec3 at, QpVec3 normal, QpLightPrecision precision)
{
  g_autoptr (GArray) parts = NULL;
  double sum = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const QpLightPiece *piece = &g_array_index (self->pieces, QpLightPiece, i);
      QpLitPart part = { .passing = 1 };
      const double distance = piece_polygon (piece, at, normal, &part.polygon);
      const double whole = part.polygon.n == 0 ? 0 : qp_polygon3_lx (&part.polygon, normal);
      if (whole == 0 || precision == QP_LIGHT_BOUND)
        {
          sum += whole;
          continue;
        }
      if (parts == NULL)
        parts = g_array_new (FALSE, FALSE, sizeof (QpLitPart));
      g_array_set_size (parts, 0);
      g_array_append_val (parts, part);
      if (walls != NULL)
        hide (parts, walls, at, piece, distance);
      sum += parts_lx (self, piece, parts, normal, whole, precision);
    }
  return sum;
}
