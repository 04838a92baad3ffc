/* qp-paint-cell-paths.c: what runs over the cabinets of an elevation, and what is chosen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "render/qp-elevation-pass.h"

#include <math.h>
#include <string.h>

#define LEAST_LINE_PX 5.0 /* in smaller cabinets a path is its tints alone */

static QpBox
cell_box (const QpElevationPass *pass, QpCellRef cell)
{
  return qp_elevation_pass_box (pass, qp_elevation_cell (pass->elevation, cell.column, cell.row));
}

static void
tint_path (const QpElevationPass *pass, const QpElevationPath *path)
{
  for (guint i = 0; i < path->n_cells; i++)
    {
      const QpBox box = cell_box (pass, path->cells[i]);
      if (qp_box_touches (box, pass->seen))
        cairo_rectangle (pass->cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
    }
  qp_set_colour_alpha (pass->cr, path->colour, 0.82);
  cairo_fill (pass->cr);
}

static void
arrow (const QpElevationPass *pass, QpVec from, QpVec to)
{
  const double length = qp_vec_distance (from, to), size = fmin (7 * pass->style->unit, length / 2.5);
  const QpVec along = qp_vec_scale (qp_vec_sub (to, from), 1 / length), middle = qp_vec_middle (from, to);
  const QpVec across = qp_vec (-along.y * size * 0.6, along.x * size * 0.6);
  const QpVec back = qp_vec_sub (middle, qp_vec_scale (along, size));

  cairo_move_to (pass->cr, middle.x, middle.y);
  cairo_line_to (pass->cr, back.x + across.x, back.y + across.y);
  cairo_line_to (pass->cr, back.x - across.x, back.y - across.y);
  cairo_close_path (pass->cr);
}

/* the line on tints of the same colour */
static QpColour
line_colour (const QpElevationPath *path)
{
  return qp_colour_mix (path->colour, qp_colour (0, 1), 0.6);
}

/* a square where the path ends, so that its direction is seen without arrows too */
static void
end_mark (const QpElevationPass *pass, const QpElevationPath *path, QpVec at)
{
  const double half = 3.2 * pass->style->unit;

  cairo_rectangle (pass->cr, at.x - half, at.y - half, 2 * half, 2 * half);
  qp_set_colour (pass->cr, qp_colour (0xffffff, 0.95));
  cairo_fill_preserve (pass->cr);
  cairo_set_line_width (pass->cr, 1.4 * pass->style->unit);
  qp_set_colour (pass->cr, line_colour (path));
  cairo_stroke (pass->cr);
}

static void
line_path (const QpElevationPass *pass, const QpElevationPath *path)
{
  const double u = pass->style->unit, dashes[] = { 4 * u, 3 * u };
  QpVec last = { 0, 0 };

  for (guint i = 0; i < path->n_cells; i++)
    {
      const QpVec at = qp_box_middle (cell_box (pass, path->cells[i]));
      if (i == 0)
        cairo_move_to (pass->cr, at.x, at.y);
      else
        cairo_line_to (pass->cr, at.x, at.y);
    }
  cairo_set_line_join (pass->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (pass->cr, 3.6 * u);
  qp_set_colour (pass->cr, qp_colour (0xffffff, 0.8));
  cairo_stroke_preserve (pass->cr);
  cairo_set_dash (pass->cr, dashes, path->dashed ? 2 : 0, 0);
  cairo_set_line_width (pass->cr, 2 * u);
  qp_set_colour (pass->cr, line_colour (path));
  cairo_stroke (pass->cr);
  cairo_set_dash (pass->cr, NULL, 0, 0);
  for (guint i = 0; i < path->n_cells; i++)
    {
      const QpVec at = qp_box_middle (cell_box (pass, path->cells[i]));
      if (i > 0 && qp_vec_distance (last, at) > 8 * u && qp_box_has (qp_box_grown (pass->seen, 20), at))
        arrow (pass, last, at);
      last = at;
    }
  cairo_fill (pass->cr);
  if (path->n_cells > 1)
    end_mark (pass, path, last);
}

static double
label_half (const QpElevationPass *pass, const char *label)
{
  return qp_text_width (pass->text, label, QP_TEXT_SMALL | QP_TEXT_STRONG) / 2 + 4 * pass->style->unit;
}

/* as much of a label as does not hide the cabinets beside it: "12 L3", "12" or nothing */
static char *
fitting_label (const QpElevationPass *pass, const char *label)
{
  const double room = qp_elevation_pass_cell_w (pass);

  if (label_half (pass, label) <= room)
    return g_strdup (label);
  g_autofree char *number = g_strndup (label, strcspn (label, " "));
  return label_half (pass, number) <= room ? g_steal_pointer (&number) : NULL;
}

/* the label on a badge at the first cabinet; labels that would touch an earlier one are left out */
static void
label_path (const QpElevationPass *pass, const QpElevationPath *path)
{
  const double u = pass->style->unit, line = qp_text_line (pass->text, QP_TEXT_SMALL | QP_TEXT_STRONG);
  const QpVec at = qp_box_middle (cell_box (pass, path->cells[0]));
  g_autofree char *label = fitting_label (pass, path->label);
  const double half = label != NULL ? label_half (pass, label) : 0;
  const QpBox box = { at.x - half, at.y - line / 2 - u, at.x + half, at.y + line / 2 + u };

  if (label == NULL || !qp_box_touches (box, pass->seen))
    return;
  for (guint i = 0; i < pass->taken->len; i++)
    if (qp_box_touches (g_array_index (pass->taken, QpBox, i), box))
      return;
  qp_path_rounded (pass->cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, 4 * u);
  qp_set_colour (pass->cr, qp_colour_mix (path->colour, qp_colour (0, 1), 0.55));
  cairo_fill (pass->cr);
  qp_text_draw (pass->text, pass->cr, label, QP_TEXT_SMALL | QP_TEXT_STRONG, at.x, at.y, QP_ALIGN_MIDDLE,
                QP_ALIGN_MIDDLE, qp_colour (0xffffff, 1));
  g_array_append_val (pass->taken, box);
}

/* inside the painter: data ports, power circuits */
void
qp_paint_cell_paths (const QpElevationPass *pass)
{
  const gboolean lines = fmin (qp_elevation_pass_cell_w (pass), qp_elevation_pass_cell_h (pass)) >= LEAST_LINE_PX;

  for (guint i = 0; i < pass->view->n_paths; i++)
    tint_path (pass, &pass->view->paths[i]);
  for (guint i = 0; i < pass->view->n_paths && lines; i++)
    if (pass->view->paths[i].n_cells > 0)
      line_path (pass, &pass->view->paths[i]);
  for (guint i = 0; i < pass->view->n_paths; i++)
    if (pass->view->paths[i].n_cells > 0 && pass->view->paths[i].label != NULL)
      label_path (pass, &pass->view->paths[i]);
}

/* inside the painter: the cabinets that are chosen */
void
qp_paint_chosen_cells (const QpElevationPass *pass)
{
  const QpBox box = qp_elevation_pass_box (pass, qp_elevation_range (pass->elevation, pass->view->chosen));
  const double u = pass->style->unit;

  cairo_rectangle (pass->cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  qp_set_colour_alpha (pass->cr, pass->style->accent, 0.25);
  cairo_fill_preserve (pass->cr);
  cairo_set_line_width (pass->cr, 4.5 * u);
  qp_set_colour (pass->cr, qp_colour (0xffffff, 0.95));
  cairo_stroke_preserve (pass->cr);
  cairo_set_line_width (pass->cr, 2.2 * u);
  qp_set_colour (pass->cr, qp_colour (0x1a5fb4, 1));
  cairo_stroke (pass->cr);
}
