/* qp-paint-spans.c: the rows of figures around an elevation: cabinets, corners, faces, the whole
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-number.h"
#include "render/qp-elevation-pass.h"
#include "render/qp-stamp.h"

#include <math.h>

static char *
metres_text (double metres)
{
  g_autofree char *number = qp_number_display (metres, 2);
  return g_strdup_printf (_ ("%s m"), number);
}

static double
row_height (const QpPlanStyle *style)
{
  return 1.35 * style->text_px + 5 * style->unit;
}

/* -- rows above the face, from the face upwards -- */

typedef enum
{
  ROW_COLUMNS, /* numbers of the columns */
  ROW_CORNERS, /* angles at the folds */
  ROW_FACES,   /* width of each face */
  ROW_WHOLE,   /* width of all */
  N_ROWS,
} Row;

static gboolean
has_row (const QpElevation *self, const QpElevationView *view, Row row)
{
  const gboolean dimensions = (view->layers & QP_SHOW_DIMENSIONS) != 0;

  switch (row)
    {
    case ROW_COLUMNS:
      return (view->layers & QP_SHOW_CABINETS) != 0;
    case ROW_CORNERS:
      return self->sections->len > 1;
    case ROW_FACES:
      return dimensions && self->sections->len > 1;
    default:
      return dimensions;
    }
}

/* the lower edge of a row, above the face */
static double
row_base (const QpElevation *self, const QpElevationView *view, const QpPlanStyle *style, Row row)
{
  double base = 8 * style->unit;

  for (Row i = 0; i < row; i++)
    base += has_row (self, view, i) ? row_height (style) : 0;
  return base;
}

/* inside the painter: how far the figures above the face reach */
double
qp_elevation_room_above (const QpElevation *self, const QpElevationView *view, const QpPlanStyle *style)
{
  return row_base (self, view, style, N_ROWS) + 4 * style->unit;
}

/* -- spans -- */

static void
paint_span (const QpElevationPass *pass, QpVec a, QpVec b, const char *words, gboolean upright)
{
  const double u = pass->style->unit;
  const QpVec tick = upright ? qp_vec (4 * u, 0) : qp_vec (0, 4 * u);
  const QpVec middle = qp_vec_middle (a, b);

  cairo_move_to (pass->cr, a.x, a.y);
  cairo_line_to (pass->cr, b.x, b.y);
  for (guint i = 0; i < 2; i++)
    {
      const QpVec end = i == 0 ? a : b;
      cairo_move_to (pass->cr, end.x - tick.x, end.y - tick.y);
      cairo_line_to (pass->cr, end.x + tick.x, end.y + tick.y);
    }
  cairo_set_line_width (pass->cr, u);
  qp_set_colour (pass->cr, pass->style->ink_soft);
  cairo_stroke (pass->cr);
  if (upright)
    qp_text_draw (pass->text, pass->cr, words, QP_TEXT_STRONG, middle.x - 8 * u, middle.y, QP_ALIGN_END,
                  QP_ALIGN_MIDDLE, pass->style->ink);
  else
    qp_text_draw (pass->text, pass->cr, words, QP_TEXT_STRONG, middle.x, middle.y - 3 * u, QP_ALIGN_MIDDLE,
                  QP_ALIGN_END, pass->style->ink);
}

static double
column_x (const QpElevationPass *pass, guint column)
{
  const double x = qp_elevation_mirror (pass->elevation, pass->view->back, column * pass->elevation->shape.cell_w);

  return qp_viewport_to_px (pass->viewport, qp_vec (x, 0)).x;
}

static void
paint_faces_row (const QpElevationPass *pass)
{
  const double y = pass->frame.y0 - row_base (pass->elevation, pass->view, pass->style, ROW_FACES);

  for (guint i = 0; i < pass->elevation->sections->len; i++)
    {
      const QpElevationSection *section = &g_array_index (pass->elevation->sections, QpElevationSection, i);
      const double a = column_x (pass, section->column), b = column_x (pass, section->column + section->columns);
      g_autofree char *width = metres_text (section->columns * pass->elevation->shape.cell_w);
      const gboolean room = qp_text_width (pass->text, width, QP_TEXT_STRONG) + 6 * pass->style->unit < fabs (b - a);
      paint_span (pass, qp_vec (fmin (a, b), y), qp_vec (fmax (a, b), y), room ? width : "", FALSE);
    }
}

/* the angle behind the faces, at its fold or over its rounding; one that would touch the one before is left out */
static void
paint_corners_row (const QpElevationPass *pass)
{
  const double y = pass->frame.y0 - row_base (pass->elevation, pass->view, pass->style, ROW_CORNERS);
  QpBox last = QP_BOX_EMPTY;

  for (guint i = 0; i < pass->elevation->sections->len; i++)
    {
      const QpElevationSection *section = &g_array_index (pass->elevation->sections, QpElevationSection, i);
      if (isnan (section->corner_deg))
        continue;
      const guint end = section->round ? section->column + section->columns : section->column;
      const double x = (column_x (pass, section->column) + column_x (pass, end)) / 2;
      g_autofree char *degrees = qp_number_display_shortest (round (section->corner_deg * 10) / 10);
      g_autofree char *words = g_strdup_printf (section->round ? _ ("%s° rounded") : _ ("%s° corner"), degrees);
      const double half = qp_text_width (pass->text, words, QP_TEXT_SMALL) / 2 + 4 * pass->style->unit;
      const QpBox box = { x - half, y - 1, x + half, y };
      if (!qp_box_is_empty (last) && qp_box_touches (last, box))
        continue;
      qp_text_draw (pass->text, pass->cr, words, QP_TEXT_SMALL, x, y, QP_ALIGN_MIDDLE, QP_ALIGN_END,
                    pass->style->ink_soft);
      last = box;
    }
}

static void
paint_width_and_height (const QpElevationPass *pass)
{
  const double y = pass->frame.y0 - row_base (pass->elevation, pass->view, pass->style, ROW_WHOLE);
  const double left = pass->frame.x0 - 16 * pass->style->unit;
  const QpBox frame = pass->elevation->frame;
  g_autofree char *width = metres_text (frame.x1 - frame.x0);
  g_autofree char *height = metres_text (frame.y1 - frame.y0);

  paint_span (pass, qp_vec (pass->frame.x0, y), qp_vec (pass->frame.x1, y), width, FALSE);
  paint_span (pass, qp_vec (left, pass->frame.y0), qp_vec (left, pass->frame.y1), height, TRUE);
}

/* how high the lower edge is; beside the screen, or in words when it is too near to the ground for that */
static void
paint_rise (const QpElevationPass *pass)
{
  const double u = pass->style->unit, left = pass->frame.x0 - 16 * u, low = pass->elevation->frame.y0;
  const double ground = qp_viewport_to_px (pass->viewport, qp_vec (0, 0)).y;

  if (isnan (pass->elevation->shape.bottom))
    {
      qp_text_draw (pass->text, pass->cr, _ ("height above ground not known"), QP_TEXT_SMALL,
                    (pass->frame.x0 + pass->frame.x1) / 2, ground + 9 * u, QP_ALIGN_MIDDLE, QP_ALIGN_START,
                    pass->style->ink_faint);
      return;
    }
  g_autofree char *up = metres_text (low);
  if (fabs (low) * pass->viewport->scale >= 1.3 * pass->style->text_px)
    paint_span (pass, qp_vec (left, pass->frame.y1), qp_vec (left, ground), up, TRUE);
  else if (low != 0)
    qp_text_draw (pass->text, pass->cr, up, QP_TEXT_SMALL, left - 8 * u, fmax (ground, pass->frame.y1) + 6 * u,
                  QP_ALIGN_END, QP_ALIGN_START, pass->style->ink_soft);
}

/* -- numbers of columns and rows -- */

/* every so many cabinets have a number: 1, 2, 5, 10 … */
static guint
number_step (double cell_px, double room_px)
{
  static const guint steps[] = { 1, 2, 5 };

  for (guint decade = 1; decade < 1000000; decade *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (cell_px * steps[i] * decade >= room_px)
        return steps[i] * decade;
  return 0;
}

static gboolean
is_numbered (guint index, guint step)
{
  return step > 0 && (index + 1) % step == 0;
}

static void
add_columns (const QpElevationPass *pass, QpStamp *stamp)
{
  const QpElevation *self = pass->elevation;
  const double u = pass->style->unit, y = pass->frame.y0 - 6 * u - qp_stamp_line (stamp);
  char text[16];

  g_snprintf (text, sizeof text, "%u", self->shape.cells.columns);
  const guint step = number_step (qp_elevation_pass_cell_w (pass), qp_stamp_width (stamp, text) + 6 * u);
  const QpElevationPart *rest = &g_array_index (self->parts, QpElevationPart, self->parts->len - 1);
  QpCellRange seen;
  if (rest->zone >= 0 || !qp_elevation_pass_visible (pass, rest, &seen))
    return;
  for (guint column = seen.column; column < seen.column + seen.columns; column++)
    if (is_numbered (column, step))
      {
        const QpBox box = qp_elevation_pass_cells (pass, rest, (QpCellRange){ column, 0, 1, 1 });
        g_snprintf (text, sizeof text, "%u", column + 1);
        qp_stamp_add (stamp, text, (box.x0 + box.x1) / 2, y);
      }
}

static void
add_rows (const QpElevationPass *pass, QpStamp *stamp)
{
  const QpElevation *self = pass->elevation;
  const double u = pass->style->unit, line = qp_stamp_line (stamp);
  const guint step = number_step (qp_elevation_pass_cell_h (pass), line + 2 * u);
  const QpElevationPart *rest = &g_array_index (self->parts, QpElevationPart, self->parts->len - 1);
  QpCellRange seen;
  char text[16];

  if (rest->zone >= 0 || !qp_elevation_pass_visible (pass, rest, &seen))
    return;
  g_snprintf (text, sizeof text, "%u", self->shape.cells.rows);
  const double middle = pass->frame.x1 + 7 * u + qp_stamp_width (stamp, text) / 2;
  for (guint row = seen.row; row < seen.row + seen.rows; row++)
    if (is_numbered (row, step))
      {
        const QpBox box = qp_elevation_pass_cells (pass, rest, (QpCellRange){ 0, row, 1, 1 });
        g_snprintf (text, sizeof text, "%u", row + 1);
        qp_stamp_add (stamp, text, middle, (box.y0 + box.y1 - line) / 2);
      }
}

static gboolean
is_on_grid (const QpElevation *self)
{
  return self->parts->len == 1;
}

static void
paint_numbers (const QpElevationPass *pass)
{
  g_autoptr (QpStamp) stamp = qp_stamp_new (pass->style, pass->style->text_px * 0.85, FALSE);

  add_columns (pass, stamp);
  add_rows (pass, stamp);
  qp_stamp_draw (stamp, pass->cr, pass->style->ink_faint);
}

/* inside the painter: figures around the face */
void
qp_paint_spans (const QpElevationPass *pass)
{
  const gboolean dimensions = qp_elevation_pass_shows (pass, QP_SHOW_DIMENSIONS);

  if (qp_elevation_pass_shows (pass, QP_SHOW_CABINETS) && is_on_grid (pass->elevation))
    paint_numbers (pass);
  if (pass->elevation->sections->len > 1)
    paint_corners_row (pass);
  if (dimensions && pass->elevation->sections->len > 1)
    paint_faces_row (pass);
  if (!dimensions)
    return;
  paint_width_and_height (pass);
  if (qp_elevation_has_ground (pass->elevation))
    paint_rise (pass);
}
