/* qp-paint-cabinets.c: the face of a screen in elevation: cabinets, seams, pixels; only what is in view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "render/qp-cell-tint.h"
#include "render/qp-elevation-pass.h"

#include <math.h>

#define LEAST_CELL_PX 5.0 /* smaller cabinets have seams in groups of ten, or none */
#define LEAST_PIXEL_PX 4.0
#define LEAST_STEP_PX 0.75 /* of several cells within this, one is looked at */
#define MAX_LINES 2400
#define MAX_TINTS (4 * 1024 * 1024)

double
qp_elevation_pass_cell_w (const QpElevationPass *pass)
{
  return pass->elevation->shape.cell_w * pass->viewport->scale;
}

double
qp_elevation_pass_cell_h (const QpElevationPass *pass)
{
  return pass->elevation->shape.cell_h * pass->viewport->scale;
}

gboolean
qp_elevation_pass_shows (const QpElevationPass *pass, guint layer)
{
  return (pass->view->layers & layer) != 0;
}

QpBox
qp_elevation_pass_box (const QpElevationPass *pass, QpBox metres)
{
  return qp_viewport_box_to_px (pass->viewport, qp_elevation_mirror_box (pass->elevation, pass->view->back, metres));
}

QpBox
qp_elevation_pass_cells (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange range)
{
  const QpShape *shape = &pass->elevation->shape;
  const double left = part->left + ((double) range.column - part->cells.column) * shape->cell_w;
  const double top = part->top - ((double) range.row - part->cells.row) * shape->cell_h;

  return qp_elevation_pass_box (
      pass, (QpBox){ left, top - range.rows * shape->cell_h, left + range.columns * shape->cell_w, top });
}

/* from, and how many, of n cells along a side that begins at 0 and of which from … to is seen */
static gboolean
seen_cells (double from, double to, double size, guint n, guint *first, guint *count)
{
  const double a = CLAMP (floor (from / size), 0, (double) n), b = CLAMP (ceil (to / size), 0, (double) n);

  *first = (guint) a;
  *count = b > a ? (guint) (b - a) : 0;
  return *count > 0;
}

gboolean
qp_elevation_pass_visible (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange *range)
{
  const QpShape *shape = &pass->elevation->shape;
  const QpBox seen = qp_elevation_mirror_box (
      pass->elevation, pass->view->back,
      qp_box_around (qp_viewport_to_plan (pass->viewport, qp_vec (pass->seen.x0, pass->seen.y0)),
                     qp_viewport_to_plan (pass->viewport, qp_vec (pass->seen.x1, pass->seen.y1))));

  if (!seen_cells (seen.x0 - part->left, seen.x1 - part->left, shape->cell_w, part->cells.columns, &range->column,
                   &range->columns)
      || !seen_cells (part->top - seen.y1, part->top - seen.y0, shape->cell_h, part->cells.rows, &range->row,
                      &range->rows))
    return FALSE;
  range->column += part->cells.column;
  range->row += part->cells.row;
  return TRUE;
}

/* -- the outline -- */

static gboolean
is_whole (const QpElevation *self, const QpElevationPart *part)
{
  return qp_cells_is_full (&self->shape.cells) && (part->zone >= 0 || self->parts->len == 1);
}

static guint
step_for (double cell_px)
{
  return cell_px >= LEAST_STEP_PX ? 1 : (guint) MIN (LEAST_STEP_PX / cell_px, 65536.0);
}

/* runs of cabinets that are there, row by row */
static void
path_row (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange seen, guint row, guint tall, guint step)
{
  const guint end = seen.column + seen.columns;

  for (guint column = seen.column; column < end;)
    {
      guint last = column;
      const gboolean there = qp_elevation_part_has (pass->elevation, part, column, row);
      while (last < end && qp_elevation_part_has (pass->elevation, part, last, row) == there)
        last += step;
      last = MIN (last, end);
      const QpBox box = qp_elevation_pass_cells (pass, part, (QpCellRange){ column, row, last - column, tall });
      if (there)
        cairo_rectangle (pass->cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
      column = last;
    }
}

static void
path_part (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange seen)
{
  const guint across = step_for (qp_elevation_pass_cell_w (pass)), down = step_for (qp_elevation_pass_cell_h (pass));

  if (is_whole (pass->elevation, part))
    {
      const QpBox box = qp_elevation_pass_cells (pass, part, seen);
      cairo_rectangle (pass->cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
      return;
    }
  for (guint row = seen.row; row < seen.row + seen.rows; row += MIN (down, seen.row + seen.rows - row))
    path_row (pass, part, seen, row, MIN (down, seen.row + seen.rows - row), across);
}

/* -- colours -- */

static gboolean
shows_picture (const QpElevationPass *pass)
{
  return !pass->view->back || pass->elevation->shape.double_sided;
}

static void
fill_face (const QpElevationPass *pass)
{
  const QpColour plain = shows_picture (pass) ? pass->style->face : qp_colour (0xaeacb4, 1); /* bare metal */
  const QpColour bright = qp_colour_mix (plain, qp_colour (0xffffff, 1), 0.18);
  const double alpha = pass->elevation->shape.kind == QP_SCREEN_MESH ? 0.42 : 1;
  cairo_pattern_t *light = cairo_pattern_create_linear (pass->frame.x0, pass->frame.y0, pass->frame.x1, pass->frame.y1);

  cairo_pattern_add_color_stop_rgba (light, 0, bright.red, bright.green, bright.blue, alpha);
  cairo_pattern_add_color_stop_rgba (light, 1, plain.red, plain.green, plain.blue, alpha);
  cairo_set_source (pass->cr, light);
  cairo_fill (pass->cr);
  cairo_pattern_destroy (light);
}

/* strips of a mesh: upright bars with the wall to be seen between them */
static void
paint_mesh (const QpElevationPass *pass, QpBox box)
{
  const QpShape *shape = &pass->elevation->shape;
  const double pitch = shape->cell_px_w > 0 ? qp_elevation_pass_cell_w (pass) / shape->cell_px_w : 0;
  const double gap = MAX (pitch, 5 * pass->style->unit);

  if ((box.x1 - box.x0) / gap > MAX_LINES)
    return;
  for (double x = box.x0 + gap / 2; x < box.x1; x += gap)
    {
      cairo_move_to (pass->cr, x, box.y0);
      cairo_line_to (pass->cr, x, box.y1);
    }
  cairo_set_line_width (pass->cr, MAX (gap * 0.22, 0.8 * pass->style->unit));
  qp_set_colour_alpha (pass->cr, pass->style->face, 0.75);
  cairo_stroke (pass->cr);
}

/* a picture with a pixel for each cabinet is much faster than as many rectangles */
static void
paint_tints (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange seen)
{
  const QpShape *shape = &pass->elevation->shape;

  if ((guint64) seen.columns * seen.rows > MAX_TINTS || seen.columns > 32000 || seen.rows > 32000)
    return;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) seen.columns, (int) seen.rows);
  guint8 *data = cairo_image_surface_get_data (surface);
  for (guint row = 0; row < seen.rows; row++)
    {
      guint32 *at = (guint32 *) (data + (gsize) row * (gsize) cairo_image_surface_get_stride (surface));
      for (guint i = 0; i < seen.columns; i++)
        {
          const guint column = seen.column + (pass->view->back ? seen.columns - 1 - i : i);
          if (qp_elevation_part_has (pass->elevation, part, column, seen.row + row))
            at[i] = 0xff000000u | qp_cell_tint (shape, column, seen.row + row);
        }
    }
  cairo_surface_mark_dirty (surface);
  const QpBox box = qp_elevation_pass_cells (pass, part, seen);
  cairo_save (pass->cr);
  cairo_translate (pass->cr, box.x0, box.y0);
  cairo_scale (pass->cr, (box.x1 - box.x0) / seen.columns, (box.y1 - box.y0) / seen.rows);
  cairo_set_source_surface (pass->cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (pass->cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (pass->cr, 0, 0, seen.columns, seen.rows);
  cairo_fill (pass->cr);
  cairo_restore (pass->cr);
  cairo_surface_destroy (surface);
}

/* -- lines -- */

/* columns or rows between two lines, so that lines stay LEAST_CELL_PX apart; 0 = draw none */
static guint
line_step (double cell_px, guint n)
{
  for (guint step = 1; step < MAX (n, 2); step *= 10)
    if (cell_px * step >= LEAST_CELL_PX && n / step <= MAX_LINES)
      return step;
  return 0;
}

static void
path_seams (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange seen)
{
  const guint across = line_step (qp_elevation_pass_cell_w (pass), seen.columns);
  const guint down = line_step (qp_elevation_pass_cell_h (pass), seen.rows);
  const QpBox box = qp_elevation_pass_cells (pass, part, seen);

  for (guint i = 0; across > 0 && i <= seen.columns; i++)
    if ((seen.column + i) % across == 0 && seen.column + i > part->cells.column
        && seen.column + i < part->cells.column + part->cells.columns)
      {
        const QpBox at = qp_elevation_pass_cells (pass, part, (QpCellRange){ seen.column + i, seen.row, 1, 1 });
        const double x = pass->view->back ? at.x1 : at.x0;
        cairo_move_to (pass->cr, x, box.y0);
        cairo_line_to (pass->cr, x, box.y1);
      }
  for (guint i = 0; down > 0 && i <= seen.rows; i++)
    if ((seen.row + i) % down == 0 && seen.row + i > part->cells.row
        && seen.row + i < part->cells.row + part->cells.rows)
      {
        const QpBox at = qp_elevation_pass_cells (pass, part, (QpCellRange){ seen.column, seen.row + i, 1, 1 });
        cairo_move_to (pass->cr, box.x0, at.y0);
        cairo_line_to (pass->cr, box.x1, at.y0);
      }
}

/* the raster itself, once a pixel is large enough to be told from its neighbour */
static void
path_pixels (const QpElevationPass *pass, QpBox box)
{
  const QpShape *shape = &pass->elevation->shape;

  if (shape->cell_px_w == 0 || shape->cell_px_h == 0)
    return;
  const double w = qp_elevation_pass_cell_w (pass) / shape->cell_px_w,
               h = qp_elevation_pass_cell_h (pass) / shape->cell_px_h;
  if (fmin (w, h) < LEAST_PIXEL_PX)
    return;
  const double x0 = fmax (box.x0, pass->seen.x0), x1 = fmin (box.x1, pass->seen.x1);
  const double y0 = fmax (box.y0, pass->seen.y0), y1 = fmin (box.y1, pass->seen.y1);
  for (double i = ceil ((x0 - box.x0) / w); box.x0 + i * w <= x1; i++)
    {
      cairo_move_to (pass->cr, box.x0 + i * w, y0);
      cairo_line_to (pass->cr, box.x0 + i * w, y1);
    }
  for (double i = ceil ((y0 - box.y0) / h); box.y0 + i * h <= y1; i++)
    {
      cairo_move_to (pass->cr, x0, box.y0 + i * h);
      cairo_line_to (pass->cr, x1, box.y0 + i * h);
    }
}

/* the backs of cabinets: a lid in each, once there is room for it */
static void
path_lids (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange seen)
{
  const double w = qp_elevation_pass_cell_w (pass), h = qp_elevation_pass_cell_h (pass);

  if (fmin (w, h) < 14)
    return;
  for (guint row = seen.row; row < seen.row + seen.rows; row++)
    for (guint column = seen.column; column < seen.column + seen.columns; column++)
      if (qp_elevation_part_has (pass->elevation, part, column, row))
        {
          const QpBox box = qp_elevation_pass_cells (pass, part, (QpCellRange){ column, row, 1, 1 });
          cairo_rectangle (pass->cr, box.x0 + w * 0.08, box.y0 + h * 0.08, w * 0.84, h * 0.84);
        }
}

static void
paint_lines (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange seen)
{
  const double u = pass->style->unit;
  const gboolean picture = shows_picture (pass);

  cairo_save (pass->cr);
  if (!is_whole (pass->elevation, part))
    {
      path_part (pass, part, seen);
      cairo_set_antialias (pass->cr, CAIRO_ANTIALIAS_NONE); /* whole pixels are clipped ten times as fast */
      cairo_clip (pass->cr);
      cairo_set_antialias (pass->cr, CAIRO_ANTIALIAS_DEFAULT);
    }
  if (pass->elevation->shape.kind == QP_SCREEN_MESH && picture && !qp_elevation_pass_shows (pass, QP_SHOW_PIXELS))
    paint_mesh (pass, qp_elevation_pass_cells (pass, part, seen));
  if (qp_elevation_pass_shows (pass, QP_SHOW_CABINETS | QP_SHOW_PIXELS))
    path_seams (pass, part, seen);
  cairo_set_line_width (pass->cr, 0.8 * u);
  qp_set_colour (pass->cr, picture ? qp_colour (0xffffff, 0.4) : qp_colour (0x241f31, 0.35));
  cairo_stroke (pass->cr);
  if (!picture)
    {
      path_lids (pass, part, seen);
      cairo_set_line_width (pass->cr, 0.7 * u);
      qp_set_colour (pass->cr, qp_colour (0x241f31, 0.22));
      cairo_stroke (pass->cr);
    }
  path_pixels (pass, qp_elevation_pass_cells (pass, part, seen));
  cairo_set_antialias (pass->cr, pass->style->exact ? CAIRO_ANTIALIAS_DEFAULT : CAIRO_ANTIALIAS_NONE);
  cairo_set_line_width (pass->cr, pass->style->exact ? 0.3 * u : u);
  qp_set_colour (pass->cr, qp_colour (0x241f31, 0.35));
  cairo_stroke (pass->cr);
  cairo_restore (pass->cr);
}

/* cabinets that were taken out by hand leave a dashed hole */
static void
paint_holes (const QpElevationPass *pass, const QpElevationPart *part, QpCellRange seen)
{
  const QpElevation *self = pass->elevation;
  const double dashes[] = { 3 * pass->style->unit, 2 * pass->style->unit };

  if (qp_cells_is_full (&self->lacking) || fmin (qp_elevation_pass_cell_w (pass), qp_elevation_pass_cell_h (pass)) < 3)
    return;
  for (guint row = seen.row; row < seen.row + seen.rows; row++)
    for (guint column = seen.column; column < seen.column + seen.columns; column++)
      if (!qp_cells_has (&self->lacking, column, row) && qp_elevation_part_of (self, column, row) == part)
        {
          const QpBox box = qp_elevation_pass_cells (pass, part, (QpCellRange){ column, row, 1, 1 });
          cairo_rectangle (pass->cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
        }
  cairo_set_dash (pass->cr, dashes, 2, 0);
  cairo_set_line_width (pass->cr, pass->style->unit);
  qp_set_colour (pass->cr, pass->style->ink_faint);
  cairo_stroke (pass->cr);
  cairo_set_dash (pass->cr, NULL, 0, 0);
}

/* a dark line around what is there: strokes within are covered by the face */
static void
paint_edge (const QpElevationPass *pass)
{
  const double u = pass->style->unit, edge = CLAMP (0.05 * pass->viewport->scale, 1.5 * u, 4 * u);
  const gboolean mesh = pass->elevation->shape.kind == QP_SCREEN_MESH;

  cairo_set_line_width (pass->cr, mesh ? 1.2 * u : 2 * edge);
  cairo_set_line_join (pass->cr, CAIRO_LINE_JOIN_MITER);
  qp_set_colour (pass->cr, qp_colour (0x241f31, 1));
  cairo_stroke_preserve (pass->cr);
}

/* inside the painter: the cabinets themselves */
void
qp_paint_faces (const QpElevationPass *pass)
{
  for (int i = (int) pass->elevation->parts->len - 1; i >= 0; i--)
    {
      const QpElevationPart *part = &g_array_index (pass->elevation->parts, QpElevationPart, i);
      QpCellRange seen;
      if (!qp_elevation_pass_visible (pass, part, &seen))
        continue;
      cairo_new_path (pass->cr);
      path_part (pass, part, seen);
      paint_edge (pass);
      fill_face (pass);
      if (qp_elevation_pass_shows (pass, QP_SHOW_PIXELS))
        paint_tints (pass, part, seen);
      paint_lines (pass, part, seen);
      paint_holes (pass, part, seen);
    }
}
