/* qp-paint-cabinet-numbers.c: the number and the pixels of each cabinet, as far as there is room for them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "render/qp-elevation-pass.h"
#include "render/qp-stamp.h"

#include <math.h>

/* how much is said of a cabinet */
typedef enum
{
  SAY_NOTHING,
  SAY_SHORT,  /* 12.3 */
  SAY_NUMBER, /* C12 R3 */
  SAY_PIXELS, /* and origin and size in pixels */
} Say;

static gboolean
fits (QpStamp *stamp, const QpElevationPass *pass, const char *longest, guint lines)
{
  const double u = pass->style->unit;

  return qp_stamp_width (stamp, longest) + 8 * u <= qp_elevation_pass_cell_w (pass)
         && qp_stamp_line (stamp) * lines + 4 * u <= qp_elevation_pass_cell_h (pass);
}

static Say
choose (QpStamp *stamp, const QpElevationPass *pass)
{
  const QpShape *shape = &pass->elevation->shape;
  char longest[64];

  if (qp_elevation_pass_shows (pass, QP_SHOW_PIXELS) && shape->cell_px_w > 0)
    {
      g_snprintf (longest, sizeof longest, "%u, %u00", shape->cells.columns * shape->cell_px_w,
                  shape->cells.rows * shape->cell_px_h);
      if (fits (stamp, pass, longest, 3))
        return SAY_PIXELS;
    }
  g_snprintf (longest, sizeof longest, "C%u R%u", shape->cells.columns, shape->cells.rows);
  if (fits (stamp, pass, longest, 1))
    return SAY_NUMBER;
  g_snprintf (longest, sizeof longest, "%u.%u", shape->cells.columns, shape->cells.rows);
  return fits (stamp, pass, longest, 1) ? SAY_SHORT : SAY_NOTHING;
}

static gboolean
is_taken (const QpElevationPass *pass, QpBox box)
{
  for (guint i = 0; i < pass->taken->len; i++)
    if (qp_box_touches (g_array_index (pass->taken, QpBox, i), box))
      return TRUE;
  return FALSE;
}

static void
add_cabinet (QpStamp *stamp, const QpElevationPass *pass, Say say, QpBox box, guint column, guint row)
{
  const QpShape *shape = &pass->elevation->shape;
  const double line = qp_stamp_line (stamp), middle = (box.x0 + box.x1) / 2;
  const double y = (box.y0 + box.y1) / 2 - line * (say == SAY_PIXELS ? 1.5 : 0.5);
  char text[64];

  g_snprintf (text, sizeof text, say == SAY_SHORT ? "%u.%u" : "C%u R%u", column + 1, row + 1);
  const double half = qp_stamp_width (stamp, text) / 2;
  if (is_taken (pass, (QpBox){ middle - half, y, middle + half, y + line }))
    return;
  qp_stamp_add (stamp, text, middle, y);
  if (say != SAY_PIXELS)
    return;
  g_snprintf (text, sizeof text, "%u, %u", column * shape->cell_px_w, row * shape->cell_px_h);
  qp_stamp_add (stamp, text, middle, y + line);
  g_snprintf (text, sizeof text, "%u × %u px", shape->cell_px_w, shape->cell_px_h);
  qp_stamp_add (stamp, text, middle, y + 2 * line);
}

static void
add_part (QpStamp *stamp, const QpElevationPass *pass, Say say, const QpElevationPart *part)
{
  QpCellRange seen;

  if (!qp_elevation_pass_visible (pass, part, &seen))
    return;
  for (guint row = seen.row; row < seen.row + seen.rows; row++)
    for (guint column = seen.column; column < seen.column + seen.columns; column++)
      if (qp_elevation_part_has (pass->elevation, part, column, row))
        add_cabinet (stamp, pass, say, qp_elevation_pass_cells (pass, part, (QpCellRange){ column, row, 1, 1 }), column,
                     row);
}

/* ink that can be read on what is beneath: tints, the back, or a face that is darker on paper than on a dark window */
static QpColour
ink (const QpElevationPass *pass)
{
  const QpColour face = pass->style->face;
  const gboolean back = pass->view->back && !pass->elevation->shape.double_sided;
  const double light = 0.2126 * face.red * face.red + 0.7152 * face.green * face.green + 0.0722 * face.blue * face.blue;

  if (qp_elevation_pass_shows (pass, QP_SHOW_PIXELS))
    return qp_colour (0xffffff, 1);
  if (back || light > 0.3 || pass->elevation->shape.kind == QP_SCREEN_MESH)
    return qp_colour (0x0d2038, 0.92);
  return qp_colour (0xffffff, 0.95);
}

/* inside the painter: numbers of the cabinets in view */
void
qp_paint_cabinet_numbers (const QpElevationPass *pass)
{
  g_autoptr (QpStamp) stamp = qp_stamp_new (pass->style, pass->style->text_px * 0.95, TRUE);
  const Say say = choose (stamp, pass);

  if (say == SAY_NOTHING)
    return;
  for (guint i = 0; i < pass->elevation->parts->len; i++)
    add_part (stamp, pass, say, &g_array_index (pass->elevation->parts, QpElevationPart, i));
  qp_stamp_draw (stamp, pass->cr, ink (pass));
}
