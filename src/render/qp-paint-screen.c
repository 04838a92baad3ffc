/* qp-paint-screen.c: the elevation of a screen: cabinets, sizes, height above ground, a person for scale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-screen.h"

#include "render/qp-paint-furniture.h"
#include "render/qp-text.h"

#include <math.h>
#include <stdlib.h>

#define PERSON_M 1.7
#define LEAST_CELL_PX 5.0 /* smaller cabinets are drawn in groups of ten, or not at all */
#define LEAST_PIXEL_PX 4.0
#define MAX_LINES 600

typedef struct
{
  cairo_t *cr;
  const QpPlanStyle *style;
  const QpElevation *elevation;
  QpText *text;
  double scale;
  QpBox face; /* pixels */
  double ground;
  double x0;
} Pass;

static void
paint_ground (const Pass *pass)
{
  const double u = pass->style->unit;
  const double from = pass->x0 - 26 * u,
               to = pass->x0 + (qp_elevation_person_x (pass->elevation) + 1.0) * pass->scale + 10 * u;

  cairo_move_to (pass->cr, from, pass->ground);
  cairo_line_to (pass->cr, to, pass->ground);
  cairo_set_line_width (pass->cr, 1.6 * u);
  qp_set_colour (pass->cr, pass->style->ink_soft);
  cairo_stroke (pass->cr);
  for (double x = from + 4 * u; x < to; x += 9 * u)
    {
      cairo_move_to (pass->cr, x, pass->ground + 1 * u);
      cairo_line_to (pass->cr, x - 4 * u, pass->ground + 6 * u);
    }
  cairo_set_line_width (pass->cr, 0.8 * u);
  qp_set_colour_alpha (pass->cr, pass->style->ink_soft, 0.5);
  cairo_stroke (pass->cr);
}

static void
paint_person (const Pass *pass)
{
  const double tall = PERSON_M * pass->scale, u = pass->style->unit;
  const double x = pass->x0 + qp_elevation_person_x (pass->elevation) * pass->scale;

  if (tall < 3)
    return;
  cairo_save (pass->cr);
  cairo_translate (pass->cr, x, pass->ground);
  cairo_scale (pass->cr, tall, tall);
  qp_set_colour (pass->cr, pass->style->ink_soft);
  cairo_arc (pass->cr, 0, -0.925, 0.075, 0, 2 * G_PI);
  cairo_fill (pass->cr);
  qp_path_rounded (pass->cr, -0.13, -0.83, 0.26, 0.42, 0.09);
  cairo_fill (pass->cr);
  qp_path_rounded (pass->cr, -0.10, -0.5, 0.09, 0.5, 0.035);
  qp_path_rounded (pass->cr, 0.01, -0.5, 0.09, 0.5, 0.035);
  cairo_fill (pass->cr);
  cairo_restore (pass->cr);
  if (tall >= 14)
    qp_text_draw (pass->text, pass->cr, _ ("1.7 m"), QP_TEXT_SMALL, x + 0.2 * tall + 3 * u, pass->ground - tall / 2,
                  QP_ALIGN_START, QP_ALIGN_MIDDLE, pass->style->ink_soft);
}

/* columns or rows between two lines, so that lines stay LEAST_CELL_PX apart; 0 = draw none */
static gint64
line_step (double cell_px, gint64 n)
{
  for (gint64 step = 1; step < n; step *= 10)
    if (cell_px * (double) step >= LEAST_CELL_PX && n / step <= MAX_LINES)
      return step;
  return 0;
}

static void
path_seams (const Pass *pass, gint64 step_across, gint64 step_down)
{
  const QpElevation *self = pass->elevation;
  const double cell_w = self->cell_width_m * pass->scale, cell_h = self->cell_height_m * pass->scale;

  for (gint64 i = step_across; step_across > 0 && i < self->columns; i += step_across)
    {
      cairo_move_to (pass->cr, pass->face.x0 + (double) i * cell_w, pass->face.y0);
      cairo_line_to (pass->cr, pass->face.x0 + (double) i * cell_w, pass->face.y1);
    }
  for (gint64 i = step_down; step_down > 0 && i < self->rows; i += step_down)
    {
      cairo_move_to (pass->cr, pass->face.x0, pass->face.y0 + (double) i * cell_h);
      cairo_line_to (pass->cr, pass->face.x1, pass->face.y0 + (double) i * cell_h);
    }
}

static void
path_missing (const Pass *pass)
{
  const QpElevation *self = pass->elevation;
  const double cell_w = self->cell_width_m * pass->scale, cell_h = self->cell_height_m * pass->scale;
  g_auto (GStrv) cells = g_strsplit_set (self->missing != NULL ? self->missing : "", " ;", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      char *end;
      const gint64 column = g_ascii_strtoll (cells[i], &end, 10);
      const gint64 row = *end == ',' ? g_ascii_strtoll (end + 1, NULL, 10) : 0;
      if (column >= 1 && column <= self->columns && row >= 1 && row <= self->rows)
        cairo_rectangle (pass->cr, pass->face.x0 + (double) (column - 1) * cell_w,
                         pass->face.y0 + (double) (row - 1) * cell_h, cell_w, cell_h);
    }
}

static void
paint_missing (const Pass *pass)
{
  const double dashes[] = { 3 * pass->style->unit, 2 * pass->style->unit };

  path_missing (pass);
  qp_set_colour (pass->cr, pass->style->paper);
  cairo_fill_preserve (pass->cr);
  cairo_set_dash (pass->cr, dashes, 2, 0);
  cairo_set_line_width (pass->cr, pass->style->unit);
  qp_set_colour (pass->cr, pass->style->ink_faint);
  cairo_stroke (pass->cr);
  cairo_set_dash (pass->cr, NULL, 0, 0);
}

/* the raster itself, once a pixel is large enough to be told from its neighbour; only what is in view */
static void
paint_pixels (const Pass *pass)
{
  const QpElevation *self = pass->elevation;
  double x0, y0, x1, y1;

  if (self->cell_px_w <= 0 || self->cell_px_h <= 0)
    return;
  const double w = self->cell_width_m * pass->scale / (double) self->cell_px_w;
  const double h = self->cell_height_m * pass->scale / (double) self->cell_px_h;
  cairo_clip_extents (pass->cr, &x0, &y0, &x1, &y1);
  const QpBox seen
      = { fmax (x0, pass->face.x0), fmax (y0, pass->face.y0), fmin (x1, pass->face.x1), fmin (y1, pass->face.y1) };
  if (fmin (w, h) < LEAST_PIXEL_PX || qp_box_is_empty (seen) || (seen.x1 - seen.x0) / w > MAX_LINES * 4)
    return;
  for (double i = ceil ((seen.x0 - pass->face.x0) / w); pass->face.x0 + i * w <= seen.x1; i++)
    {
      cairo_move_to (pass->cr, pass->face.x0 + i * w, seen.y0);
      cairo_line_to (pass->cr, pass->face.x0 + i * w, seen.y1);
    }
  for (double i = ceil ((seen.y0 - pass->face.y0) / h); pass->face.y0 + i * h <= seen.y1; i++)
    {
      cairo_move_to (pass->cr, seen.x0, pass->face.y0 + i * h);
      cairo_line_to (pass->cr, seen.x1, pass->face.y0 + i * h);
    }
  cairo_set_line_width (pass->cr, 0.5 * pass->style->unit);
  qp_set_colour (pass->cr, qp_colour (0x241f31, 0.35));
  cairo_stroke (pass->cr);
}

static void
paint_face (const Pass *pass)
{
  const QpElevation *self = pass->elevation;
  const double u = pass->style->unit, w = pass->face.x1 - pass->face.x0, h = pass->face.y1 - pass->face.y0;
  const double frame = CLAMP (0.05 * pass->scale, 1.5 * u, 4 * u);
  cairo_pattern_t *light = cairo_pattern_create_linear (pass->face.x0, pass->face.y0, pass->face.x1, pass->face.y1);
  const QpColour bright = qp_colour_mix (pass->style->face, qp_colour (0xffffff, 1), 0.18);

  cairo_rectangle (pass->cr, pass->face.x0 - frame, pass->face.y0 - frame, w + 2 * frame, h + 2 * frame);
  qp_set_colour (pass->cr, qp_colour (0x241f31, 1));
  cairo_fill (pass->cr);
  cairo_pattern_add_color_stop_rgb (light, 0, bright.red, bright.green, bright.blue);
  cairo_pattern_add_color_stop_rgb (light, 1, pass->style->face.red, pass->style->face.green, pass->style->face.blue);
  cairo_rectangle (pass->cr, pass->face.x0, pass->face.y0, w, h);
  cairo_set_source (pass->cr, light);
  cairo_fill (pass->cr);
  cairo_pattern_destroy (light);
  path_seams (pass, line_step (self->cell_width_m * pass->scale, self->columns),
              line_step (self->cell_height_m * pass->scale, self->rows));
  cairo_set_line_width (pass->cr, 0.8 * u);
  qp_set_colour (pass->cr, qp_colour (0xffffff, 0.38));
  cairo_stroke (pass->cr);
  paint_pixels (pass);
  if (self->missing != NULL)
    paint_missing (pass);
}

/* how the raster meets the edges: the first and last pixel, as text on the face where there is room */
static void
paint_raster (const Pass *pass)
{
  const QpElevation *self = pass->elevation;
  const double w = pass->face.x1 - pass->face.x0, h = pass->face.y1 - pass->face.y0, u = pass->style->unit;

  if (self->cell_px_w <= 0 || self->cell_px_h <= 0)
    return;
  g_autofree char *raster = qp_number_display_pair ((double) (self->columns * self->cell_px_w),
                                                    (double) (self->rows * self->cell_px_h));
  double text_w, text_h;
  g_autoptr (PangoLayout) layout = qp_text_layout (pass->text, raster, QP_TEXT_LARGE | QP_TEXT_STRONG);
  qp_layout_size (layout, &text_w, &text_h);
  if (text_w + 24 * u > w || text_h + 16 * u > h)
    return;
  const double x = (pass->face.x0 + pass->face.x1 - text_w) / 2, y = (pass->face.y0 + pass->face.y1 - text_h) / 2;
  qp_path_rounded (pass->cr, x - 9 * u, y - 4 * u, text_w + 18 * u, text_h + 8 * u, 6 * u);
  qp_set_colour (pass->cr, qp_colour (0x241f31, 0.55));
  cairo_fill (pass->cr);
  qp_set_colour (pass->cr, qp_colour (0xffffff, 1));
  cairo_move_to (pass->cr, x, y);
  pango_cairo_show_layout (pass->cr, layout);
  cairo_new_path (pass->cr);
}

/* -- dimensions -- */

static void
paint_span (const Pass *pass, QpVec a, QpVec b, const char *words, gboolean upright)
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
    qp_text_draw (pass->text, pass->cr, words, QP_TEXT_STRONG, middle.x, middle.y - 4 * u, QP_ALIGN_MIDDLE,
                  QP_ALIGN_END, pass->style->ink);
}

static char *
metres_text (double metres)
{
  g_autofree char *number = qp_number_display (metres, 2);
  return g_strdup_printf (_ ("%s m"), number);
}

static void
paint_dimensions (const Pass *pass)
{
  const QpElevation *self = pass->elevation;
  const double u = pass->style->unit, above = pass->face.y0 - 14 * u, left = pass->face.x0 - 16 * u;
  g_autofree char *width = metres_text (qp_elevation_width (self));
  g_autofree char *height = metres_text (qp_elevation_height (self));

  paint_span (pass, qp_vec (pass->face.x0, above), qp_vec (pass->face.x1, above), width, FALSE);
  paint_span (pass, qp_vec (left, pass->face.y0), qp_vec (left, pass->face.y1), height, TRUE);
  if (!isfinite (self->bottom_m))
    {
      qp_text_draw (pass->text, pass->cr, _ ("height above ground not known"), QP_TEXT_SMALL,
                    (pass->face.x0 + pass->face.x1) / 2, pass->ground + 9 * u, QP_ALIGN_MIDDLE, QP_ALIGN_START,
                    pass->style->ink_faint);
      return;
    }
  g_autofree char *up = metres_text (self->bottom_m);
  if (fabs (self->bottom_m) * pass->scale >= 1.3 * pass->style->text_px)
    paint_span (pass, qp_vec (left, pass->face.y1), qp_vec (left, pass->ground), up, TRUE);
  else if (self->bottom_m != 0)
    qp_text_draw (pass->text, pass->cr, up, QP_TEXT_SMALL, left - 8 * u, pass->ground + 2 * u, QP_ALIGN_END,
                  QP_ALIGN_START, pass->style->ink_soft);
}

/**
 * qp_paint_elevation_at:
 * @cr: a context
 * @x: left edge of the face
 * @ground_y: the ground
 * @px_per_m: pixels per metre
 * @elevation: an elevation with a size
 * @style: colours
 *
 * Paints the elevation to scale, without title.
 */
void
qp_paint_elevation_at (cairo_t *cr, double x, double ground_y, double px_per_m, const QpElevation *elevation,
                       const QpPlanStyle *style)
{
  g_return_if_fail (qp_elevation_has_size (elevation));
  g_autoptr (QpText) text = qp_text_new (style);
  const double base = ground_y - qp_elevation_bottom (elevation) * px_per_m;
  const Pass pass = {
    .cr = cr,
    .style = style,
    .elevation = elevation,
    .text = text,
    .scale = px_per_m,
    .face
    = { x, base - qp_elevation_height (elevation) * px_per_m, x + qp_elevation_width (elevation) * px_per_m, base },
    .ground = ground_y,
    .x0 = x,
  };

  cairo_save (cr);
  paint_ground (&pass);
  paint_face (&pass);
  paint_raster (&pass);
  paint_person (&pass);
  paint_dimensions (&pass);
  cairo_restore (cr);
}

static char *
subtitle (const QpElevation *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, _ ("%d × %d cabinets"), (int) self->columns, (int) self->rows);
  if (self->cabinet != NULL)
    g_string_append_printf (out, "  ·  %s", self->cabinet);
  else
    {
      g_autofree char *w = qp_number_display (self->cell_width_m * 1000, 0);
      g_autofree char *h = qp_number_display (self->cell_height_m * 1000, 0);
      g_string_append_printf (out, "  ·  %s × %s mm", w, h);
    }
  if (self->cell_px_w > 0)
    {
      g_autofree char *pitch = qp_number_display (self->cell_width_m * 1000 / (double) self->cell_px_w, 2);
      g_string_append_printf (out, _ ("  ·  pitch %s mm"), pitch);
    }
  g_autofree char *area = qp_number_display (qp_elevation_width (self) * qp_elevation_height (self), 1);
  g_string_append_printf (out, "  ·  %s m²", area);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static double
paint_title (cairo_t *cr, double x, double y, double width, const QpElevation *elevation, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  const char *name = elevation->name != NULL && elevation->name[0] != '\0' ? elevation->name : _ ("Screen");
  g_autofree char *line = subtitle (elevation);
  QpBox box
      = qp_text_draw_narrow (text, cr, name, QP_TEXT_LARGE | QP_TEXT_STRONG, x, y, width, QP_ALIGN_START, style->ink);

  box = qp_text_draw_narrow (text, cr, line, QP_TEXT_PLAIN, x, box.y1 + 2 * style->unit, width, QP_ALIGN_START,
                             style->ink_soft);
  if (elevation->shape_note != NULL)
    box = qp_text_draw_narrow (text, cr, elevation->shape_note, QP_TEXT_SMALL, x, box.y1 + 2 * style->unit, width,
                               QP_ALIGN_START, style->ink_faint);
  return box.y1;
}

typedef struct
{
  double left;
  double right;
  double over;
  double under;
} Margins;

static Margins
margins_around (const QpPlanStyle *style)
{
  const double u = style->unit, text = style->text_px;

  return (Margins){ 6.2 * text + 24 * u, 3.5 * text + 24 * u, 2.2 * text + 20 * u, 2.6 * text + 38 * u };
}

static double
title_height (const QpElevation *self, const QpPlanStyle *style)
{
  return 19 * style->unit + (self->shape_note != NULL ? 5.2 : 3.8) * style->text_px;
}

/**
 * qp_elevation_size:
 * @self: an elevation
 * @px_per_m: pixels per metre
 * @style: sizes
 * @width: (out): width that qp_paint_elevation() needs at this scale
 * @height: (out): height that it needs
 */
void
qp_elevation_size (const QpElevation *self, double px_per_m, const QpPlanStyle *style, double *width, double *height)
{
  const Margins margins = margins_around (style);
  const QpBox bounds = qp_elevation_has_size (self) ? qp_elevation_bounds (self) : (QpBox){ 0, 0, 0, 0 };

  *width = MAX ((bounds.x1 - bounds.x0) * px_per_m + margins.left + margins.right, 420 * style->unit);
  *height = (bounds.y1 - bounds.y0) * px_per_m + margins.over + margins.under + title_height (self, style)
            + 8 * style->unit;
}

/**
 * qp_paint_elevation:
 * @cr: a context in pixels
 * @width: width of the view
 * @height: height of the view
 * @px_per_m: pixels per metre; 0 = as large as the view allows
 * @elevation: an elevation
 * @style: colours
 *
 * Paints the elevation with its title, or what is missing for it.
 */
void
qp_paint_elevation (cairo_t *cr, double width, double height, double px_per_m, const QpElevation *elevation,
                    const QpPlanStyle *style)
{
  const double u = style->unit, margin = 24 * u;
  const Margins margins = margins_around (style);

  if (!qp_elevation_has_size (elevation))
    {
      qp_paint_empty (cr, width, height, _ ("The size of this screen is not known"),
                      _ ("Choose a cabinet, or type its size and pixels, and the number of columns and rows. "
                         "The elevation is then drawn to scale."),
                      style);
      return;
    }
  qp_set_colour (cr, style->paper);
  cairo_paint (cr);
  const double top = paint_title (cr, margin, margin * 0.8, width - 2 * margin, elevation, style);
  const QpBox bounds = qp_elevation_bounds (elevation);
  const double wide = bounds.x1 - bounds.x0, tall = bounds.y1 - bounds.y0;
  const double room_w = MAX (width - margins.left - margins.right, 20);
  const double room_h = MAX (height - top - margins.over - margins.under, 20);
  const double scale = px_per_m > 0 ? px_per_m : MIN (room_w / wide, room_h / tall);
  const double x = margins.left + (room_w - wide * scale) / 2;
  const double ground = top + margins.over + (room_h + tall * scale) / 2 + bounds.y0 * scale;

  qp_paint_elevation_at (cr, x, ground, scale, elevation, style);
  qp_paint_scale_bar (cr, margin, height - 14 * u, MIN (140 * u, width / 3), scale,
                      px_per_m > 0 ? 96 * u / 0.0254 / px_per_m : 0, style);
}
