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

static QpItemPath *
path_new (guint n)
{
  QpItemPath *path = g_malloc0 (sizeof (QpItemPath) + n * sizeof (QpVec));

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

/* facets of a face: its flat part, then the joints of the rounding at its right */
static void
find_corners (QpItemPath *path, const QpShape *shape)
{
  guint last = 0;

  for (guint i = 1; i < shape->facets->len; i++)
    {
      if (qp_shape_facet (shape, i)->face == qp_shape_facet (shape, last)->face)
        continue;
      if (path->n_corners < QP_PATH_CORNERS)
        {
          path->corners[path->n_corners][0] = last + 1;
          path->corners[path->n_corners++][1] = i;
        }
      last = i;
    }
}

static QpItemPath *
facet_path (const QpShape *shape)
{
  QpItemPath *path = path_new (shape->facets->len + 1);

  path->closed = shape->closed;
  path->smooth = !isnan (shape->radius) && qp_shape_n_faces (shape) == 1;
  for (guint i = 0; i < shape->facets->len; i++)
    {
      const QpFacet *facet = qp_shape_facet (shape, i);
      path->at[i] = facet->a;
      path->at[i + 1] = facet->b;
      path->concave = path->concave || facet->turn_deg < 0;
    }
  if (path->closed)
    path->at[path->n - 1] = path->at[0];
  find_corners (path, shape);
  return path;
}

/**
 * qp_screen_path:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Returns: (transfer full) (nullable): its face on the plan, to be freed with g_free(); %NULL for one that is straight
 *   there, or whose cabinet is not known
 */
QpItemPath *
qp_screen_path (const QpScreen *screen, const QpCatalogue *catalogue)
{
  if (is_straight (screen))
    return NULL;
  if (screen->shape == QP_SCREEN_CAP)
    return cap_path (screen);
  g_auto (QpShape) shape = { 0 };
  if (!qp_shape_init (&shape, screen, catalogue) || (shape.facets->len < 2 && !shape.lying))
    return NULL;
  return shape.lying ? lying_path (&shape) : facet_path (&shape);
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
