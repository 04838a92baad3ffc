/* qp-item-path.c: where the face of a screen stands on its plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-scene-private.h"

#include "engine/qp-estimate.h"
#include "engine/qp-shape.h"

#define CAP_SIDES 48 /* of the circle that a sphere is from above */

/**
 * qp_screen_place:
 * @screen: a screen
 *
 * Returns: the middle of its face, for a corner its edge, for one that is closed its axis; metres
 */
QpVec
qp_screen_place (const QpScreen *screen)
{
  return qp_vec (screen->x_m == QP_UNSET ? 0 : qp_m_from_um (screen->x_m),
                 screen->y_m == QP_UNSET ? 0 : qp_m_from_um (screen->y_m));
}

/* shapes that are seen from above as one straight line; there are thousands of them */
static gboolean
is_straight (const QpScreen *screen)
{
  switch (screen->shape)
    {
    case QP_SCREEN_ARC:
    case QP_SCREEN_RIBBON:
      return screen->arc_radius_m == QP_UNSET && isnan (screen->arc_angle_deg);
    case QP_SCREEN_CAP:
      return screen->cap_diameter_m == QP_UNSET;
    case QP_SCREEN_CORNER:
    case QP_SCREEN_ROUNDED_CORNER:
    case QP_SCREEN_FACES:
    case QP_SCREEN_COLUMN:
    case QP_SCREEN_FLOOR:
    case QP_SCREEN_CEILING:
      return FALSE;
    default:
      return TRUE;
    }
}

/* with room for gaps behind the places, so that all is freed at once */
static QpItemPath *
path_new (guint n)
{
  QpItemPath *path = g_malloc0 (sizeof (QpItemPath) + n * (sizeof (QpVec) + 1));

  path->n = n;
  return path;
}

/* the greatest circle that is built: the equator, or the foot of less than half a sphere; clockwise, so that it looks out */
static QpItemPath *
cap_path (const QpScreen *screen)
{
  const double d = qp_m_from_um (screen->cap_diameter_m);
  const double h = screen->cap_height_m == QP_UNSET ? d : qp_m_from_um (screen->cap_height_m);
  const double r = h < d / 2 ? sqrt (h * (d - h)) : d / 2;
  const QpVec middle = qp_screen_place (screen);
  QpItemPath *path = path_new (CAP_SIDES + 1);

  path->closed = path->smooth = TRUE;
  for (guint i = 0; i <= CAP_SIDES; i++)
    {
      const double angle = 2 * G_PI * (i % CAP_SIDES) / CAP_SIDES;
      path->at[i] = qp_vec_add (middle, qp_vec (r * cos (angle), r * sin (angle)));
    }
  return path;
}

static QpItemPath *
lying_path (const QpShape *shape)
{
  QpItemPath *path = path_new (5);
  QpVec3 corners[4];

  qp_shape_facet_quad (shape, qp_shape_facet (shape, 0), corners);
  path->closed = path->lying = TRUE;
  for (guint i = 0; i < 5; i++)
    path->at[i] = qp_vec3_plan (corners[i % 4]);
  return path;
}

/* facets of a face: its flat part, then the joints of the rounding at its right; @starts says at which place each begins */
static void
find_corners (QpItemPath *path, const QpShape *shape, const guint *starts)
{
  guint last = 0;

  for (guint i = 1; i < shape->facets->len; i++)
    {
      if (qp_shape_facet (shape, i)->face == qp_shape_facet (shape, last)->face)
        continue;
      if (path->n_corners < QP_PATH_CORNERS)
        {
          path->corners[path->n_corners][0] = starts[last + 1];
          path->corners[path->n_corners++][1] = starts[i];
        }
      last = i;
    }
}

static gboolean
is_empty_column (const QpCells *cells, guint column)
{
  for (guint row = 0; row < cells->rows; row++)
    if (qp_cells_has (cells, column, row))
      return FALSE;
  return TRUE;
}

/* a byte for each column, whether it has no cabinet; none when all have one, or none has */
static guint8 *
empty_columns (const QpCells *cells)
{
  if (cells->bits == NULL)
    return NULL;

  g_autofree guint8 *empty = g_malloc (cells->columns);
  guint n = 0;
  for (guint i = 0; i < cells->columns; i++)
    n += empty[i] = is_empty_column (cells, i);
  return n == 0 || n == cells->columns ? NULL : g_steal_pointer (&empty);
}

/* how many columns from this one on are alike: with cabinets, or without */
static guint
run_of (const QpFacet *facet, const guint8 *empty, guint column)
{
  guint n = 1;

  if (empty == NULL)
    return facet->columns;
  while (column + n < facet->columns && empty[facet->first + column + n] == empty[facet->first + column])
    n++;
  return n;
}

/* facets are parted where their cabinets end; @starts takes the place at which each begins */
static guint
count_pieces (const QpShape *shape, const guint8 *empty, guint *starts)
{
  guint pieces = 0;

  for (guint i = 0; i < shape->facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (shape, i);
      starts[i] = pieces;
      for (guint column = 0; column < facet->columns; column += run_of (facet, empty, column))
        pieces++;
    }
  starts[shape->facets->len] = pieces;
  return pieces;
}

static void
lay_facet (QpItemPath *path, guint8 *gaps, guint at, const QpFacet *facet, const guint8 *empty)
{
  const QpVec whole = qp_vec_sub (facet->b, facet->a);

  for (guint column = 0; column < facet->columns; column += run_of (facet, empty, column))
    {
      path->at[at] = qp_vec_add (facet->a, qp_vec_scale (whole, (double) column / facet->columns));
      gaps[at++] = empty != NULL && empty[facet->first + column];
    }
  path->at[at] = facet->b;
  path->concave = path->concave || facet->turn_deg < 0;
}

static QpItemPath *
facet_path (const QpShape *shape, const guint8 *empty)
{
  g_autofree guint *starts = g_new (guint, shape->facets->len + 1);
  const guint n = count_pieces (shape, empty, starts) + 1;
  QpItemPath *path = path_new (n);
  guint8 *gaps = (guint8 *) &path->at[n];

  path->closed = shape->closed;
  path->straight = shape->facets->len == 1;
  path->smooth = !isnan (shape->radius) && qp_shape_n_faces (shape) == 1;
  path->gaps = empty != NULL ? gaps : NULL;
  for (guint i = 0; i < shape->facets->len; i++)
    lay_facet (path, gaps, starts[i], qp_shape_facet (shape, i), empty);
  if (path->closed)
    path->at[path->n - 1] = path->at[0];
  find_corners (path, shape, starts);
  return path;
}

/* whole columns without cabinets: those that are named, those between zones, those beside the foot of a bow */
static gboolean
may_have_gaps (const QpScreen *screen)
{
  return screen->missing_cells != NULL || screen->shape == QP_SCREEN_ZONES || screen->shape == QP_SCREEN_HALF_ELLIPSE;
}

/**
 * qp_screen_path:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Returns: (transfer full) (nullable): its face on the plan, to be freed with g_free(); %NULL for one that is straight
 *   there and has no gaps, or whose cabinet is not known
 */
QpItemPath *
qp_screen_path (const QpScreen *screen, const QpCatalogue *catalogue)
{
  const gboolean straight = is_straight (screen);

  if (straight && !may_have_gaps (screen))
    return NULL;
  if (!straight && screen->shape == QP_SCREEN_CAP)
    return cap_path (screen);
  g_auto (QpShape) shape = { 0 };
  if (!qp_shape_init (&shape, screen, catalogue))
    return NULL;
  if (shape.lying)
    return lying_path (&shape);
  g_autofree guint8 *empty = empty_columns (&shape.cells);
  return empty == NULL && shape.facets->len < 2 ? NULL : facet_path (&shape, empty);
}

/* the ends of a line; of what is closed the ends of its width */
static void
path_ends (const QpItemPath *path, QpVec middle, QpVec right, QpVec *a, QpVec *b)
{
  double least = INFINITY, greatest = -INFINITY;

  *a = path->at[0];
  *b = path->at[path->n - 1];
  if (!path->closed)
    return;
  for (guint i = 0; i < path->n; i++)
    {
      const double along = qp_vec_dot (qp_vec_sub (path->at[i], middle), right);
      least = fmin (least, along);
      greatest = fmax (greatest, along);
    }
  *a = qp_vec_add (middle, qp_vec_scale (right, least));
  *b = qp_vec_add (middle, qp_vec_scale (right, greatest));
}

static double
straight_width (const QpScreen *screen, const QpCatalogue *catalogue)
{
  QpCell cell;

  const gboolean known
      = qp_screen_cell (screen, catalogue, &cell) && cell.width_um != QP_UNSET && screen->columns != QP_UNSET;
  return known ? qp_m_from_um (cell.width_um) * screen->columns : 0;
}

/* inside: as qp_screen_ends(), for a path that is known */
void
qp_screen_ends_of_path (const QpScreen *screen, const QpCatalogue *catalogue, const QpItemPath *path, QpVec *a, QpVec *b,
                        double *depth)
{
  const QpVec middle = qp_screen_place (screen);
  const QpVec facing = qp_vec_from_heading (isnan (screen->facing_deg) ? 180 : screen->facing_deg);
  const QpVec right = qp_vec (-facing.y, facing.x);
  const QpCabinet *cabinet
      = catalogue == NULL || screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);
  const double half = path != NULL ? 0 : straight_width (screen, catalogue) / 2;

  *a = qp_vec_sub (middle, qp_vec_scale (right, half));
  *b = qp_vec_add (middle, qp_vec_scale (right, half));
  if (path != NULL)
    path_ends (path, middle, right, a, b);
  *depth = cabinet == NULL || cabinet->depth_mm == QP_UNSET ? NAN : qp_m_from_um (cabinet->depth_mm);
}

/**
 * qp_screen_ends:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @a: (out): left end of its face as a viewer in front of it sees it, metres
 * @b: (out): right end of its face; equal to @a when the cabinet's width is not known
 * @depth: (out): depth behind the face, metres; NaN when not known
 *
 * Where a screen stands on its plan. Of one that is closed in itself, the ends of its width.
 */
void
qp_screen_ends (const QpScreen *screen, const QpCatalogue *catalogue, QpVec *a, QpVec *b, double *depth)
{
  g_autofree QpItemPath *path = qp_screen_path (screen, catalogue);

  qp_screen_ends_of_path (screen, catalogue, path, a, b, depth);
}
