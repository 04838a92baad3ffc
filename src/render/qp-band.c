/* qp-band.c: strips along the face of a screen that is no straight line on the plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-paint-private.h"

#include "render/qp-path.h"

#include <math.h>

#define LEAST_STEP_PX 1.5 /* nearer places are left out: they would only make mitres wild */
#define MOST_MITRE 3.0

/* the places of a face in pixels, each with the way to the front there, as long as the mitre asks */
typedef struct
{
  guint n;
  gboolean closed;
  QpVec *at;
  QpVec *front;
} Line;

static void
line_clear (Line *self)
{
  g_free (self->at);
  g_free (self->front);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* y is down: whoever has a at the left hand looks at the front */
static QpVec
front_of (QpVec a, QpVec b)
{
  const QpVec along = qp_vec_sub (b, a);
  const double length = qp_vec_length (along);

  return length > 0 ? qp_vec (-along.y / length, along.x / length) : qp_vec (0, 0);
}

static QpVec
mitre (QpVec first, QpVec second)
{
  const QpVec sum = qp_vec_add (first, second);
  const double length = qp_vec_length (sum);

  if (length < 1e-9)
    return first;
  return qp_vec_scale (sum, fmin (2 / (length * length), MOST_MITRE / length));
}

static void
line_init (Line *self, const QpViewport *viewport, const QpVec *places, guint n_places, gboolean closed)
{
  *self = (Line){ 0, closed, g_new (QpVec, n_places), g_new (QpVec, n_places) };
  for (guint i = 0; i < n_places; i++)
    {
      const QpVec px = qp_viewport_to_px (viewport, places[i]);
      const gboolean last = i + 1 == n_places;
      if (self->n > 1 && last && qp_vec_distance (px, self->at[self->n - 1]) < LEAST_STEP_PX)
        self->n--;
      if (self->n == 0 || last || qp_vec_distance (px, self->at[self->n - 1]) >= LEAST_STEP_PX)
        self->at[self->n++] = px;
    }
  const guint n = self->n;
  for (guint i = 0; n > 1 && i < n; i++)
    {
      const QpVec before = i > 0 ? front_of (self->at[i - 1], self->at[i]) : front_of (self->at[n - 2], self->at[n - 1]);
      const QpVec after = i + 1 < n ? front_of (self->at[i], self->at[i + 1]) : front_of (self->at[0], self->at[1]);
      self->front[i] = self->closed || (i > 0 && i + 1 < n) ? mitre (before, after) : i == 0 ? after : before;
    }
}

static void
trace (cairo_t *cr, const Line *line, double away, gboolean back)
{
  for (guint i = 0; i < line->n; i++)
    {
      const guint k = back ? line->n - 1 - i : i;
      const QpVec at = qp_vec_add (line->at[k], qp_vec_scale (line->front[k], away));
      cairo_line_to (cr, CLAMP (at.x, -QP_PATH_FAR, QP_PATH_FAR), CLAMP (at.y, -QP_PATH_FAR, QP_PATH_FAR));
    }
}

static void
band (cairo_t *cr, const QpViewport *viewport, const QpVec *places, guint n, gboolean closed, double from_px, double to_px)
{
  g_auto (Line) line = { 0 };

  line_init (&line, viewport, places, n, closed);
  if (line.n < 2)
    return;
  cairo_new_sub_path (cr);
  trace (cr, &line, from_px, FALSE);
  if (line.closed)
    {
      cairo_close_path (cr);
      cairo_new_sub_path (cr);
    }
  trace (cr, &line, to_px, TRUE);
  cairo_close_path (cr);
}

/**
 * qp_path_band:
 * @cr: a context in pixels
 * @viewport: a view
 * @path: the face of a screen
 * @from_px: distance in front of the face where the band begins, pixels; negative is behind
 * @to_px: where it ends
 *
 * Adds a band along the face to the path; one round a closed face has a hole. Where whole columns have no cabinet, there is
 * none.
 */
void
qp_path_band (cairo_t *cr, const QpViewport *viewport, const QpItemPath *path, double from_px, double to_px)
{
  if (path->gaps == NULL)
    {
      band (cr, viewport, path->at, path->n, path->closed, from_px, to_px);
      return;
    }
  for (guint i = 0, n = 1; i + 1 < path->n; i += n)
    {
      for (n = 1; i + n + 1 < path->n && path->gaps[i + n] == path->gaps[i];)
        n++;
      if (!path->gaps[i])
        band (cr, viewport, path->at + i, n + 1, FALSE, from_px, to_px);
    }
}

/**
 * qp_path_face:
 * @cr: a context in pixels
 * @viewport: a view
 * @path: the face of a screen
 * @away_px: distance in front of the face, pixels; negative is behind
 *
 * Adds the line of a face to the path.
 */
void
qp_path_face (cairo_t *cr, const QpViewport *viewport, const QpItemPath *path, double away_px)
{
  g_auto (Line) line = { 0 };

  line_init (&line, viewport, path->at, path->n, path->closed);
  if (line.n < 2)
    return;
  cairo_new_sub_path (cr);
  trace (cr, &line, away_px, FALSE);
  if (line.closed)
    cairo_close_path (cr);
}

/**
 * qp_item_length_px:
 * @item: an item that is a screen
 * @viewport: a view
 *
 * Returns: length of its face as it is seen on the plan, in pixels; of one that lies, its width
 */
double
qp_item_length_px (const QpItem *item, const QpViewport *viewport)
{
  double length = 0;

  if (item->path == NULL || item->path->lying)
    return qp_vec_distance (item->a, item->b) * viewport->scale;
  for (guint i = 0; i + 1 < item->path->n; i++)
    length += qp_vec_distance (item->path->at[i], item->path->at[i + 1]);
  return length * viewport->scale;
}
