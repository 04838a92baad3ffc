/* qp-depth-frame.c: what content before a face may do without being cut by the edge of the screen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-depth.h"

#include <math.h>

#define GRID 24      /* steps across and up in which a box is looked for */
#define HALVINGS 16  /* of a step, where the edge of the box is */
#define DEPTHS 14    /* halvings of the depth that keeps half of the face */
#define ENOUGH 0.5   /* of width and height: our measure of content that has room */

/* a rectangle of a face in shares of its width and height */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} Part;

/**
 * qp_depth_face_width:
 * @self: a picture with depth
 * @face: index of a face
 *
 * Returns: its width along the face, metres
 */
double
qp_depth_face_width (const QpDepth *self, guint face)
{
  const QpDepthFace *of = qp_depth_face (self, face);
  double width = 0;

  for (guint i = 0; i < of->n_facets; i++)
    width += qp_depth_facet (self, of->first + i)->width;
  return width;
}

/* the facet that is `*across` metres along a face; leaves the rest of the way on it */
static guint
facet_along (const QpDepth *self, guint face, double *across)
{
  const QpDepthFace *of = qp_depth_face (self, face);
  guint i = of->first;

  for (; i + 1 < of->first + of->n_facets && *across > qp_depth_facet (self, i)->width; i++)
    *across -= qp_depth_facet (self, i)->width;
  return i;
}

/**
 * qp_depth_face_point:
 * @self: a picture with depth
 * @face: index of a face
 * @across: along the face from its left edge, metres
 * @up: from its lower edge, metres
 * @out: before the face, metres; negative behind it
 *
 * Returns: this place in space, metres
 */
QpVec3
qp_depth_face_point (const QpDepth *self, guint face, double across, double up, double out)
{
  const QpDepthFacet *facet = qp_depth_facet (self, facet_along (self, face, &across));

  return qp_vec3_add (qp_depth_facet_point (facet, across, up), qp_vec3_scale (facet->normal, out));
}

typedef struct
{
  const QpDepth *depth;
  guint face;
  double width;
  double height;
  double out;
} Sheet; /* the face, brought forward */

static gboolean
is_free (const Sheet *sheet, double x, double y)
{
  double across = x * sheet->width;

  if (qp_depth_facet (sheet->depth, facet_along (sheet->depth, sheet->face, &across))->away)
    return FALSE;
  return qp_depth_is_inside (sheet->depth, qp_depth_face_point (sheet->depth, sheet->face, x * sheet->width,
                                                               y * sheet->height, sheet->out));
}

static gboolean
upright_is_free (const Sheet *sheet, double x, double y0, double y1)
{
  return is_free (sheet, x, y0) && is_free (sheet, x, (y0 + y1) / 2) && is_free (sheet, x, y1);
}

static gboolean
level_is_free (const Sheet *sheet, double y, double x0, double x1)
{
  return is_free (sheet, x0, y) && is_free (sheet, (x0 + x1) / 2, y) && is_free (sheet, x1, y);
}

/* moves one side outwards by up to a step of the grid, as far as it is free */
static double
widen (const Sheet *sheet, double from, double step, double a, double b, gboolean upright)
{
  double free_ = from, blocked = CLAMP (from + step, 0, 1);

  for (guint i = 0; i <= HALVINGS && free_ != blocked; i++)
    {
      const double middle = i == 0 ? blocked : (free_ + blocked) / 2;
      if (upright ? upright_is_free (sheet, middle, a, b) : level_is_free (sheet, middle, a, b))
        free_ = middle;
      else
        blocked = middle;
    }
  return free_;
}

static double
part_area (Part part)
{
  return (part.x1 - part.x0) * (part.y1 - part.y0);
}

/* the largest rectangle of free places that ends at row `row`, from how far down each column is free */
static void
try_row (const int down[GRID + 1], int row, Part *best)
{
  for (int first = 0; first <= GRID; first++)
    {
      int least = down[first];
      for (int last = first; last <= GRID && least > 0; last++)
        {
          least = MIN (least, down[last]);
          const Part part = { first / (double) GRID, (row - least + 1) / (double) GRID, last / (double) GRID,
                              row / (double) GRID };
          if (least > 0 && part_area (part) > part_area (*best))
            *best = part;
        }
    }
}

/* the largest rectangle of the face that stays inside the outline when it is brought forward */
static Part
find_part (const Sheet *sheet)
{
  const double step = 1.0 / GRID;
  int down[GRID + 1] = { 0 };
  Part best = { 0 };

  for (int row = 0; row <= GRID; row++)
    {
      for (int column = 0; column <= GRID; column++)
        down[column] = is_free (sheet, column * step, row * step) ? down[column] + 1 : 0;
      try_row (down, row, &best);
    }
  if (!(part_area (best) > 0))
    return best;
  best.x0 = widen (sheet, best.x0, -step, best.y0, best.y1, TRUE);
  best.x1 = widen (sheet, best.x1, step, best.y0, best.y1, TRUE);
  best.y0 = widen (sheet, best.y0, -step, best.x0, best.x1, FALSE);
  best.y1 = widen (sheet, best.y1, step, best.x0, best.x1, FALSE);
  return best;
}

/* of the facets that the eye sees; infinite when it sees none */
static double
least_distance (const QpDepth *self, guint face)
{
  const QpDepthFace *of = qp_depth_face (self, face);
  double least = INFINITY;

  for (guint i = of->first; i < of->first + of->n_facets; i++)
    if (!qp_depth_facet (self, i)->away)
      least = fmin (least, qp_depth_facet (self, i)->distance);
  return least;
}

static gboolean
has_room (Sheet sheet, double out)
{
  sheet.out = out;
  const Part part = find_part (&sheet);
  return part.x1 - part.x0 >= ENOUGH && part.y1 - part.y0 >= ENOUGH;
}

static double
find_most (const Sheet *sheet)
{
  double fits = 0, fails = least_distance (sheet->depth, sheet->face);

  for (guint i = 0; i < DEPTHS; i++)
    {
      const double middle = (fits + fails) / 2;
      if (has_room (*sheet, middle))
        fits = middle;
      else
        fails = middle;
    }
  return fits;
}

/**
 * qp_depth_frame:
 * @self: a picture with depth
 * @face: index of a face
 * @frame: (out caller-allocates): what content keeps inside the outline
 *
 * Content that seems to float before a screen must be seen on the screen as a whole: where the edge of the screen cuts it,
 * the eye is told that it is no thing in space ("frame violation"). The nearer it comes, the less room it has.
 *
 * Returns: whether the eye sees any of the face; if not, nothing can be before it
 */
gboolean
qp_depth_frame (const QpDepth *self, guint face, QpDepthFrame *frame)
{
  const QpDepthFace *of = qp_depth_face (self, face);
  const QpDepthFacet *facet = qp_depth_facet (self, of->first);
  const Sheet sheet = { self, face, qp_depth_face_width (self, face), facet->height, self->front > 0 ? self->front : 0 };

  *frame = (QpDepthFrame){ .wanted = sheet.out, .back_width = NAN, .back_height = NAN };
  if (self->state != QP_DEPTH_FINE || isinf (least_distance (self, face)))
    return FALSE;
  const Part part = find_part (&sheet);
  frame->width = (part.x1 - part.x0) * sheet.width;
  frame->height = (part.y1 - part.y0) * sheet.height;
  frame->left = part.x0 * sheet.width;
  frame->bottom = part.y0 * sheet.height;
  frame->most = find_most (&sheet);
  if (!of->bent && self->behind > 0)
    {
      frame->back_width = sheet.width * (facet->distance + self->behind) / facet->distance;
      frame->back_height = sheet.height * (facet->distance + self->behind) / facet->distance;
    }
  return TRUE;
}
