/* qp-paint-zones.c: zones of a screen in elevation, and the folds between its faces
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-number.h"
#include "render/qp-elevation-pass.h"

#include <math.h>

#define STATED_TOLERANCE 0.01

static QpColour
zone_colour (guint index)
{
  static const guint32 colours[] = { 0xf6d32d, 0x33d17a, 0xff7800, 0xdc8add, 0x2ec7c4, 0xf66151 };

  return qp_colour (colours[index % G_N_ELEMENTS (colours)], 1);
}

static char *
area_text (const QpElevationZone *zone)
{
  g_autofree char *area = qp_number_display (zone->area_m2, 1);

  if (isnan (zone->stated_m2) || fabs (zone->stated_m2 - zone->area_m2) <= STATED_TOLERANCE * zone->stated_m2)
    return g_strdup_printf (_ ("%s m²"), area);
  g_autofree char *stated = qp_number_display (zone->stated_m2, 1);
  return g_strdup_printf (_ ("%s m², stated %s m²"), area, stated);
}

/* as much as fits: name and area, or the name alone, cut short if need be */
static PangoLayout *
tag_layout (const QpElevationPass *pass, const QpElevationZone *zone, double room)
{
  const QpTextFlags flags = QP_TEXT_SMALL | QP_TEXT_STRONG;
  g_autofree char *area = area_text (zone);
  g_autofree char *words = g_strdup_printf ("%s  ·  %s", zone->name, area);

  return qp_text_layout_narrow (pass->text, qp_text_width (pass->text, words, flags) <= room ? words : zone->name,
                                flags, room, 1);
}

/* the name on a tag in the upper left corner, where there is room */
static void
paint_tag (const QpElevationPass *pass, const QpElevationZone *zone, QpBox box, QpColour colour)
{
  const double u = pass->style->unit, line = qp_text_line (pass->text, QP_TEXT_SMALL | QP_TEXT_STRONG);
  const QpBox seen = { fmax (box.x0, pass->seen.x0), fmax (box.y0, pass->seen.y0), box.x1, box.y1 };
  const double room = fmin (seen.x1, pass->seen.x1) - seen.x0 - 8 * u;
  double width, height;

  if (room < 24 * u || seen.y1 - seen.y0 < line + 4 * u)
    return;
  g_autoptr (PangoLayout) layout = tag_layout (pass, zone, room);
  qp_layout_size (layout, &width, &height);
  const QpBox tag = { seen.x0, seen.y0, seen.x0 + width + 8 * u, seen.y0 + line + 3 * u };
  for (guint i = 0; i < pass->taken->len; i++)
    if (qp_box_touches (g_array_index (pass->taken, QpBox, i), tag))
      return;
  cairo_rectangle (pass->cr, tag.x0, tag.y0, tag.x1 - tag.x0, tag.y1 - tag.y0);
  qp_set_colour (pass->cr, colour);
  cairo_fill (pass->cr);
  qp_set_colour (pass->cr, qp_colour (0x1e1e1e, 1));
  cairo_move_to (pass->cr, tag.x0 + 4 * u, tag.y0 + 1.5 * u);
  pango_cairo_show_layout (pass->cr, layout);
  cairo_new_path (pass->cr);
  g_array_append_val (pass->taken, tag);
}

/* inside the painter: zones as tinted rectangles; their tags are remembered as taken */
void
qp_paint_zones (const QpElevationPass *pass)
{
  const GArray *zones = pass->elevation->zones;
  const double u = pass->style->unit;

  for (guint i = 0; i < zones->len; i++)
    {
      const QpElevationZone *zone = &g_array_index (zones, QpElevationZone, i);
      const QpBox box = qp_elevation_pass_box (pass, zone->box);
      if (!qp_box_touches (box, pass->seen))
        continue;
      const QpColour colour = zone_colour (i);
      cairo_rectangle (pass->cr, box.x0 + u, box.y0 + u, box.x1 - box.x0 - 2 * u, box.y1 - box.y0 - 2 * u);
      qp_set_colour_alpha (pass->cr, colour, 0.20);
      cairo_fill_preserve (pass->cr);
      cairo_set_line_width (pass->cr, 2 * u);
      qp_set_colour (pass->cr, colour);
      cairo_stroke (pass->cr);
    }
  for (guint i = 0; i < zones->len; i++)
    {
      const QpElevationZone *zone = &g_array_index (zones, QpElevationZone, i);
      const QpBox box = qp_elevation_pass_box (pass, zone->box);
      if (qp_box_touches (box, pass->seen))
        paint_tag (pass, zone, box, zone_colour (i));
    }
}

/* -- folds -- */

static double
column_x (const QpElevationPass *pass, guint column)
{
  const double x = qp_elevation_mirror (pass->elevation, pass->view->back, column * pass->elevation->shape.cell_w);

  return qp_viewport_to_px (pass->viewport, qp_vec (x, 0)).x;
}

/* a rounded corner is darker towards its middle, as if the light came from the front */
static void
shade_rounding (const QpElevationPass *pass, const QpElevationSection *section)
{
  const double a = column_x (pass, section->column), b = column_x (pass, section->column + section->columns);
  cairo_pattern_t *shade = cairo_pattern_create_linear (a, 0, b, 0);

  cairo_pattern_add_color_stop_rgba (shade, 0, 0, 0, 0, 0);
  cairo_pattern_add_color_stop_rgba (shade, 0.5, 0, 0, 0, 0.22);
  cairo_pattern_add_color_stop_rgba (shade, 1, 0, 0, 0, 0);
  cairo_rectangle (pass->cr, fmin (a, b), pass->frame.y0, fabs (b - a), pass->frame.y1 - pass->frame.y0);
  cairo_set_source (pass->cr, shade);
  cairo_fill (pass->cr);
  cairo_pattern_destroy (shade);
}

static void
paint_fold (const QpElevationPass *pass, guint column)
{
  const double u = pass->style->unit, dashes[] = { 7 * u, 4 * u }, x = column_x (pass, column);

  cairo_move_to (pass->cr, x, pass->frame.y0 - 6 * u);
  cairo_line_to (pass->cr, x, pass->frame.y1 + 6 * u);
  cairo_set_line_width (pass->cr, 3.4 * u);
  qp_set_colour (pass->cr, qp_colour (0x1e1e1e, 0.75));
  cairo_stroke_preserve (pass->cr);
  cairo_set_dash (pass->cr, dashes, 2, 0);
  cairo_set_line_width (pass->cr, 1.6 * u);
  qp_set_colour (pass->cr, qp_colour (0xffffff, 0.95));
  cairo_stroke (pass->cr);
  cairo_set_dash (pass->cr, NULL, 0, 0);
}

/* inside the painter: lines where faces meet, and the shading of rounded corners */
void
qp_paint_folds (const QpElevationPass *pass)
{
  const GArray *sections = pass->elevation->sections;

  for (guint i = 0; i < sections->len; i++)
    {
      const QpElevationSection *section = &g_array_index (sections, QpElevationSection, i);
      if (section->round)
        shade_rounding (pass, section);
      if (i > 0)
        paint_fold (pass, section->column);
    }
}
