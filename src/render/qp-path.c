/* qp-path.c: plan outlines as cairo paths, safe at any zoom
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-path.h"

/* points nearer than this to the one before add nothing that could be seen */
#define LEAST_STEP 0.35

/**
 * qp_path_is_near:
 * @viewport: a view
 * @px: a place in pixels
 *
 * Returns: whether cairo can be given this place
 */
gboolean
qp_path_is_near (const QpViewport *viewport, QpVec px)
{
  return fabs (px.x) < QP_PATH_FAR && fabs (px.y) < QP_PATH_FAR;
}

static gboolean
all_near (const QpViewport *viewport, const QpPoints *outline)
{
  for (guint i = 0; i < outline->n; i++)
    if (!qp_path_is_near (viewport, qp_viewport_to_px (viewport, qp_vec_from_point (outline->at[i]))))
      return FALSE;
  return TRUE;
}

static gboolean
runs_clockwise (const QpPoints *outline)
{
  double twice_area = 0;
  const QpPoint origin = outline->at[0];

  for (guint i = 0; i < outline->n; i++)
    {
      const QpPoint p = outline->at[i], q = outline->at[(i + 1) % outline->n];
      twice_area += (double) (p.x - origin.x) * (double) (q.y - origin.y)
                    - (double) (q.x - origin.x) * (double) (p.y - origin.y);
    }
  return twice_area < 0;
}

typedef enum
{
  LEFT,
  RIGHT,
  TOP,
  BOTTOM,
} Side;

static double
inside_by (Side side, QpVec p)
{
  switch (side)
    {
    case LEFT:
      return p.x + QP_PATH_FAR;
    case RIGHT:
      return QP_PATH_FAR - p.x;
    case TOP:
      return p.y + QP_PATH_FAR;
    default:
      return QP_PATH_FAR - p.y;
    }
}

/* one step of Sutherland and Hodgman, Reentrant polygon clipping, CACM 17 (1974) */
static GArray *
cut_at (GArray *points, Side side)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (QpVec), points->len + 4);

  for (guint i = 0; i < points->len; i++)
    {
      const QpVec p = g_array_index (points, QpVec, i), q = g_array_index (points, QpVec, (i + 1) % points->len);
      const double dp = inside_by (side, p), dq = inside_by (side, q);
      if (dp >= 0)
        g_array_append_val (kept, p);
      if ((dp >= 0) != (dq >= 0))
        {
          const QpVec cut = qp_vec_add (p, qp_vec_scale (qp_vec_sub (q, p), dp / (dp - dq)));
          g_array_append_val (kept, cut);
        }
    }
  g_array_unref (points);
  return kept;
}

static void
emit (cairo_t *cr, const QpVec *points, guint n)
{
  QpVec last = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      if (i == 0)
        cairo_move_to (cr, points[i].x, points[i].y);
      else if (fabs (points[i].x - last.x) + fabs (points[i].y - last.y) < LEAST_STEP)
        continue;
      else
        cairo_line_to (cr, points[i].x, points[i].y);
      last = points[i];
    }
}

/**
 * qp_path_area:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @outline: corners of an area
 *
 * Adds a closed outline to be filled. All run the same way round, so that overlapping areas of one path unite
 * rather than cancel out.
 */
void
qp_path_area (cairo_t *cr, const QpViewport *viewport, const QpPoints *outline)
{
  if (outline->n < 2)
    return;
  const gboolean reverse = runs_clockwise (outline);
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (QpVec), outline->n);
  for (guint i = 0; i < outline->n; i++)
    {
      const QpPoint at = outline->at[reverse ? outline->n - 1 - i : i];
      const QpVec px = qp_viewport_to_px (viewport, qp_vec_from_point (at));
      g_array_append_val (points, px);
    }
  if (!all_near (viewport, outline))
    for (Side side = LEFT; side <= BOTTOM; side++)
      points = cut_at (points, side);
  if (points->len > 2)
    {
      emit (cr, (const QpVec *) points->data, points->len);
      cairo_close_path (cr);
    }
  g_array_unref (points);
}

/* Liang and Barsky, A new concept and method for line clipping, ACM TOG 3 (1984) */
static gboolean
cut_segment (QpVec *a, QpVec *b)
{
  double from = 0, to = 1;
  const QpVec start = *a, d = qp_vec_sub (*b, *a);

  for (Side side = LEFT; side <= BOTTOM; side++)
    {
      const double inside = inside_by (side, start), change = inside_by (side, qp_vec_add (start, d)) - inside;
      if (change == 0 && inside < 0)
        return FALSE;
      if (change > 0)
        from = fmax (from, -inside / change);
      else if (change < 0)
        to = fmin (to, -inside / change);
    }
  if (from > to)
    return FALSE;
  *a = qp_vec_add (start, qp_vec_scale (d, from));
  *b = qp_vec_add (start, qp_vec_scale (d, to));
  return TRUE;
}

/**
 * qp_path_segment:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @a_px: one end, pixels
 * @b_px: other end
 *
 * Adds what can be seen of a segment.
 */
void
qp_path_segment (cairo_t *cr, const QpViewport *viewport, QpVec a_px, QpVec b_px)
{
  if (!cut_segment (&a_px, &b_px))
    return;
  cairo_move_to (cr, a_px.x, a_px.y);
  cairo_line_to (cr, b_px.x, b_px.y);
}

/**
 * qp_path_line:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @outline: points of a line
 * @closed: whether the last is joined to the first
 *
 * Adds a line to be stroked.
 */
void
qp_path_line (cairo_t *cr, const QpViewport *viewport, const QpPoints *outline, gboolean closed)
{
  if (outline->n < 2)
    return;
  if (all_near (viewport, outline))
    {
      g_autofree QpVec *points = g_new (QpVec, outline->n);
      for (guint i = 0; i < outline->n; i++)
        points[i] = qp_viewport_to_px (viewport, qp_vec_from_point (outline->at[i]));
      emit (cr, points, outline->n);
      if (closed)
        cairo_close_path (cr);
      return;
    }
  for (guint i = 0; i + (closed ? 0 : 1) < outline->n; i++)
    qp_path_segment (cr, viewport, qp_viewport_to_px (viewport, qp_vec_from_point (outline->at[i])),
                     qp_viewport_to_px (viewport, qp_vec_from_point (outline->at[(i + 1) % outline->n])));
}
