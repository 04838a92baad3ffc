/* qp-elevation-words.c: what an elevation says in words: its shape, its cabinets, what is chosen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-number.h"
#include "render/qp-elevation-private.h"

#include <math.h>

static void
add (GString *out, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? "  ·  " : "", text);
}

static char *
metres (double value)
{
  g_autofree char *number = qp_number_display (value, 2);
  return g_strdup_printf (_ ("%s m"), number);
}

/* -- the shape -- */

static void
add_bend (GString *out, const QpShape *shape)
{
  g_autofree char *radius = metres (fabs (shape->radius));
  g_autofree char *joint = qp_number_display (fabs (shape->joint_deg), 2);
  g_autofree char *bend = g_strdup_printf (shape->joint_deg > 0 ? _ ("outward, radius %s, %s° at each joint")
                                                                : _ ("inward, radius %s, %s° at each joint"),
                                           radius, joint);
  add (out, bend);
}

static void
add_chord (GString *out, const QpShape *shape)
{
  if (shape->closed)
    {
      g_autofree char *across = metres (fabs (qp_shape_sagitta (shape)));
      g_autofree char *text = g_strdup_printf (_ ("closed, %s across; the left edge joins the right one"), across);
      add (out, text);
      return;
    }
  g_autofree char *chord = metres (qp_shape_chord (shape));
  g_autofree char *sagitta = metres (fabs (qp_shape_sagitta (shape)));
  g_autofree char *text = g_strdup_printf (_ ("chord %s, sagitta %s"), chord, sagitta);
  add (out, text);
}

static void
add_view (GString *out, const QpShape *shape)
{
  g_autofree char *height = isnan (shape->bottom) ? NULL : metres (shape->bottom);
  g_autofree char *above = height != NULL ? g_strdup_printf (_ ("%s above ground"), height)
                                          : g_strdup (_ ("height above ground not known"));

  if (shape->kind == QP_SCREEN_FLOOR)
    add (out, _ ("seen from above; its lower edge is on the side that it faces"));
  else
    add (out, _ ("seen from below; its upper edge is on the side that it faces"));
  add (out, above);
}

static void
add_tilt (GString *out, const QpShape *shape)
{
  g_autofree char *degrees = qp_number_display (fabs (shape->tilt) * 180 / G_PI, 1);
  g_autofree char *text = g_strdup_printf (shape->tilt > 0 ? _ ("tilted %s° down") : _ ("tilted %s° up"), degrees);

  add (out, text);
}

/* inside the elevation: what the unrolled drawing can't show; NULL for a plain flat screen */
char *
qp_elevation_note (const QpElevation *self, const QpScreen *screen)
{
  const QpShape *shape = &self->shape;
  GString *out = g_string_new (NULL);

  if (shape->kind != QP_SCREEN_FLAT)
    add (out, _ (qp_values_shape[shape->kind].label));
  if (shape->joint_deg != 0)
    add_bend (out, shape);
  if (shape->joint_deg != 0 && qp_shape_n_faces (shape) == 1)
    add_chord (out, shape);
  else if (shape->closed)
    add (out, _ ("closed; the left edge joins the right one"));
  if (shape->facets->len > 1)
    add (out, _ ("drawn unrolled"));
  if (shape->lying)
    add_view (out, shape);
  else if (shape->tilt != 0)
    add_tilt (out, shape);
  if (shape->kind == QP_SCREEN_CAP)
    add (out, _ ("each row goes round as one circle, from the top down"));
  if (shape->double_sided)
    add (out, _ ("both sides show a picture"));
  if (out->len > 0 && g_ascii_islower (out->str[0]))
    out->str[0] = g_ascii_toupper (out->str[0]);
  return g_string_free (out, out->len == 0);
}

/* inside the elevation: what is said of the view from behind */
char *
qp_elevation_back_note (const QpElevation *self, const QpCabinet *cabinet)
{
  const gint64 service = cabinet != NULL ? cabinet->service : QP_UNSET;

  if (self->shape.double_sided)
    return g_strdup (_ ("Second side, seen by its own viewers"));
  if (service == QP_UNSET)
    return g_strdup (_ ("Seen from behind; service side not known"));
  return g_strdup_printf (_ ("Seen from behind; service: %s"), _ (qp_values_service[service].label));
}

/**
 * qp_elevation_subtitle:
 * @self: an elevation
 *
 * Returns: (transfer full): cabinets, pitch, raster and area in one line
 */
char *
qp_elevation_subtitle (const QpElevation *self)
{
  const QpShape *shape = &self->shape;
  GString *out = g_string_new (NULL);

  if (!self->known)
    {
      add (out, _ ("size not known"));
      return g_string_free (out, FALSE);
    }
  g_autofree char *grid = g_strdup_printf (_ ("%u × %u cabinets"), shape->cells.columns, shape->cells.rows);
  add (out, grid);
  if (!qp_cells_is_full (&shape->cells))
    {
      g_autofree char *n = qp_number_display ((double) shape->cells.n, 0);
      g_autofree char *there = g_strdup_printf (_ ("%s of them there"), n);
      add (out, there);
    }
  if (self->cabinet != NULL)
    add (out, self->cabinet);
  if (shape->cell_px_w > 0 && shape->cell_px_h > 0)
    {
      g_autofree char *raster = qp_number_display_pair ((double) shape->cells.columns * shape->cell_px_w,
                                                        (double) shape->cells.rows * shape->cell_px_h);
      g_autofree char *across = qp_number_display (shape->cell_w * 1000 / shape->cell_px_w, 2);
      g_autofree char *down = qp_number_display (shape->cell_h * 1000 / shape->cell_px_h, 2);
      g_autofree char *text = g_str_equal (across, down)
                                  ? g_strdup_printf (_ ("%s px, pitch %s mm"), raster, across)
                                  : g_strdup_printf (_ ("%s px, pitch %s × %s mm"), raster, across, down);
      add (out, text);
    }
  g_autofree char *number = qp_number_display (qp_shape_area (shape), 1);
  g_autofree char *area = g_strdup_printf (_ ("%s m²"), number);
  add (out, area);
  return g_string_free (out, FALSE);
}

/**
 * qp_elevation_notes:
 * @self: an elevation
 * @back: whether it is seen from behind
 *
 * Returns: (transfer full) (nullable): what the drawing can't show, in one line; %NULL when there is nothing to say
 */
char *
qp_elevation_notes (const QpElevation *self, gboolean back)
{
  GString *out = g_string_new (NULL);

  add (out, back ? self->back_note : NULL);
  add (out, self->note);
  return g_string_free (out, out->len == 0);
}

/* -- what is chosen -- */

static void
add_pixels (GString *out, const QpShape *shape, QpCellRange range)
{
  const guint w = shape->cell_px_w, h = shape->cell_px_h;

  if (w == 0 || h == 0)
    {
      add (out, _ ("pixels not known"));
      return;
    }
  g_autofree char *text
      = g_strdup_printf (_ ("pixels %u–%u across, %u–%u down"), range.column * w,
                         (range.column + range.columns) * w - 1, range.row * h, (range.row + range.rows) * h - 1);
  add (out, text);
}

static void
add_place (GString *out, const QpElevation *self, QpBox box)
{
  g_autofree char *left = qp_number_display (box.x0, 2);
  g_autofree char *right = qp_number_display (box.x1, 2);
  g_autofree char *low = qp_number_display (box.y0, 2);
  g_autofree char *high = qp_number_display (box.y1, 2);
  g_autofree char *across = g_strdup_printf (_ ("%s–%s m from the left"), left, right);

  add (out, across);
  if (self->shape.lying)
    return;
  g_autofree char *up = isnan (self->shape.bottom) ? g_strdup_printf (_ ("%s–%s m above the bottom edge"), low, high)
                                                   : g_strdup_printf (_ ("%s–%s m above ground"), low, high);
  add (out, up);
}

static char *
range_name (QpCellRange range)
{
  if (range.columns == 1 && range.rows == 1)
    return g_strdup_printf (_ ("C%u R%u"), range.column + 1, range.row + 1);
  return g_strdup_printf (_ ("C%u–C%u R%u–R%u"), range.column + 1, range.column + range.columns, range.row + 1,
                          range.row + range.rows);
}

/**
 * qp_elevation_count:
 * @self: an elevation with a size
 * @range: cabinets
 *
 * Returns: how many of them are there
 */
guint64
qp_elevation_count (const QpElevation *self, QpCellRange range)
{
  guint64 n = 0;

  if (qp_cells_is_full (&self->shape.cells))
    return (guint64) range.columns * range.rows;
  for (guint row = range.row; row < range.row + range.rows; row++)
    for (guint column = range.column; column < range.column + range.columns; column++)
      n += qp_cells_has (&self->shape.cells, column, row);
  return n;
}

/**
 * qp_elevation_describe:
 * @self: an elevation with a size
 * @range: cabinets
 *
 * Returns: (transfer full): numbers, pixels and place of one or more cabinets
 */
char *
qp_elevation_describe (const QpElevation *self, QpCellRange range)
{
  g_autofree char *name = range_name (range);
  GString *out = g_string_new (name);
  const guint64 n = qp_elevation_count (self, range);

  if (range.columns > 1 || range.rows > 1)
    {
      g_autofree char *number = qp_number_display ((double) n, 0);
      g_autofree char *text = g_strdup_printf (ngettext ("%s cabinet", "%s cabinets", (gulong) n), number);
      add (out, text);
    }
  else if (n == 0)
    add (out, qp_elevation_may_have (self, range.column, range.row) ? _ ("missing") : _ ("outside of the shape"));
  add_pixels (out, &self->shape, range);
  add_place (out, self, qp_elevation_range (self, range));
  return g_string_free (out, FALSE);
}

/**
 * qp_elevation_toggle:
 * @self: an elevation with a size
 * @range: cabinets
 * @taken_out: (out): whether cabinets are taken out, and not put back
 *
 * Takes cabinets out of the grid, or puts them back when none of them is there.
 *
 * Returns: (transfer full) (nullable): the new value of missing_cells; %NULL when none is missing
 */
char *
qp_elevation_toggle (const QpElevation *self, QpCellRange range, gboolean *taken_out)
{
  g_autofree char *now = qp_cells_missing (&self->lacking);
  g_auto (QpCells) lacking = { 0 };

  qp_cells_init (&lacking, self->lacking.columns, self->lacking.rows);
  qp_cells_remove (&lacking, now);
  *taken_out = qp_elevation_count (self, range) > 0;
  for (guint row = range.row; row < range.row + range.rows; row++)
    for (guint column = range.column; column < range.column + range.columns; column++)
      if (qp_elevation_may_have (self, column, row))
        qp_cells_set (&lacking, column, row, !*taken_out);
  return qp_cells_missing (&lacking);
}
