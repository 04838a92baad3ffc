/* qp-paint-screen.c: the elevation of a screen: cabinets, sizes, height above ground, a person for scale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-screen.h"

#include "base/qp-error.h"
#include "render/qp-elevation-pass.h"
#include "render/qp-paint-furniture.h"

#include <math.h>
#include <string.h>

static const struct
{
  const char *name;
  guint layer;
} layers[] = {
  { "cabinets", QP_SHOW_CABINETS },
  { "zones", QP_SHOW_ZONES },
  { "dimensions", QP_SHOW_DIMENSIONS },
  { "pixels", QP_SHOW_PIXELS },
};

/**
 * qp_elevation_layers_parse:
 * @text: names parted by commas, such as `cabinets,zones`; `none` for the bare face
 * @layers: (out): the layers named
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when one of them is no layer
 */
gboolean
qp_elevation_layers_parse (const char *text, guint *out, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  *out = 0;
  for (guint i = 0; words[i] != NULL && strcmp (text, "none") != 0; i++)
    {
      guint layer = 0;
      for (guint k = 0; k < G_N_ELEMENTS (layers); k++)
        if (strcmp (g_strstrip (words[i]), layers[k].name) == 0)
          layer = layers[k].layer;
      if (layer == 0)
        {
          g_set_error (error, QP_ERROR, QP_ERROR_INVALID,
                       _ ("“%s” is no layer of a screen: cabinets, zones, dimensions, pixels, or none."), words[i]);
          return FALSE;
        }
      *out |= layer;
    }
  return TRUE;
}

/* -- surroundings -- */

static void
paint_ground (const QpElevationPass *pass)
{
  const double u = pass->style->unit, y = qp_viewport_to_px (pass->viewport, qp_vec (0, 0)).y;
  const double end = qp_elevation_person_x (pass->elevation, pass->view->back) + 1.0;
  const double from = fmax (pass->frame.x0 - 26 * u, pass->seen.x0);
  const double to = fmin (qp_viewport_to_px (pass->viewport, qp_vec (end, 0)).x + 10 * u, pass->seen.x1);

  if (y < pass->seen.y0 - 10 * u || y > pass->seen.y1 + 10 * u || to <= from)
    return;
  cairo_move_to (pass->cr, from, y);
  cairo_line_to (pass->cr, to, y);
  cairo_set_line_width (pass->cr, 1.6 * u);
  qp_set_colour (pass->cr, pass->style->ink_soft);
  cairo_stroke (pass->cr);
  for (double x = from + 4 * u; x < to; x += 9 * u)
    {
      cairo_move_to (pass->cr, x, y + 1 * u);
      cairo_line_to (pass->cr, x - 4 * u, y + 6 * u);
    }
  cairo_set_line_width (pass->cr, 0.8 * u);
  qp_set_colour_alpha (pass->cr, pass->style->ink_soft, 0.5);
  cairo_stroke (pass->cr);
}

static void
paint_person (const QpElevationPass *pass)
{
  const double tall = QP_ELEVATION_PERSON_M * pass->viewport->scale, u = pass->style->unit;
  const double feet = qp_elevation_has_ground (pass->elevation) ? 0 : pass->elevation->frame.y0;
  const QpVec at
      = qp_viewport_to_px (pass->viewport, qp_vec (qp_elevation_person_x (pass->elevation, pass->view->back), feet));

  if (tall < 3)
    return;
  cairo_save (pass->cr);
  cairo_translate (pass->cr, at.x, at.y);
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
    qp_text_draw (pass->text, pass->cr, _ ("1.7 m"), QP_TEXT_SMALL, at.x + 0.2 * tall + 3 * u, at.y - tall / 2,
                  QP_ALIGN_START, QP_ALIGN_MIDDLE, pass->style->ink_soft);
}

/* what has to be painted: the view, or less when only a part of it is drawn anew */
static QpBox
seen_box (cairo_t *cr, const QpViewport *viewport)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  return (QpBox){ fmax (x0, 0), fmax (y0, 0), fmin (x1, viewport->width), fmin (y1, viewport->height) };
}

/**
 * qp_paint_elevation_in:
 * @cr: a context in pixels
 * @viewport: which part of the drawing is seen: metres as of qp_elevation_bounds()
 * @elevation: an elevation with a size
 * @view: how it is looked at
 * @style: colours
 *
 * Paints the elevation to scale, without paper and title. Only what is in view costs time.
 */
void
qp_paint_elevation_in (cairo_t *cr, const QpViewport *viewport, const QpElevation *elevation,
                       const QpElevationView *view, const QpPlanStyle *style)
{
  g_return_if_fail (qp_elevation_has_size (elevation));
  g_autoptr (QpText) text = qp_text_new (style);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (QpBox));
  QpElevationPass pass = { .cr = cr, .style = style, .elevation = elevation, .view = view, .viewport = viewport };

  pass.text = text;
  pass.taken = taken;
  pass.seen = seen_box (cr, viewport);
  pass.frame = qp_elevation_pass_box (&pass, elevation->frame);
  cairo_save (cr);
  if (qp_elevation_has_ground (elevation))
    paint_ground (&pass);
  qp_paint_faces (&pass);
  qp_paint_folds (&pass);
  if (qp_elevation_pass_shows (&pass, QP_SHOW_ZONES))
    qp_paint_zones (&pass);
  if (qp_elevation_pass_shows (&pass, QP_SHOW_PATHS))
    qp_paint_cell_paths (&pass);
  if (qp_elevation_pass_shows (&pass, QP_SHOW_CABINETS | QP_SHOW_PIXELS))
    qp_paint_cabinet_numbers (&pass);
  paint_person (&pass);
  qp_paint_spans (&pass);
  if (view->has_chosen)
    qp_paint_chosen_cells (&pass);
  cairo_restore (cr);
}

/* -- a sheet -- */

static double
paint_title (cairo_t *cr, double x, double y, double width, const QpElevation *elevation, const QpElevationView *view,
             const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  g_autofree char *line = qp_elevation_subtitle (elevation);
  g_autofree char *notes = qp_elevation_notes (elevation, view->back);
  QpBox box = qp_text_draw_narrow (text, cr, elevation->name, QP_TEXT_LARGE | QP_TEXT_STRONG, x, y, width,
                                   QP_ALIGN_START, style->ink);

  box = qp_text_draw_narrow (text, cr, line, QP_TEXT_PLAIN, x, box.y1 + 2 * style->unit, width, QP_ALIGN_START,
                             style->ink_soft);
  if (notes != NULL)
    box = qp_text_draw_narrow (text, cr, notes, QP_TEXT_SMALL, x, box.y1 + 2 * style->unit, width, QP_ALIGN_START,
                               style->ink_faint);
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
margins_around (const QpElevation *self, const QpElevationView *view, const QpPlanStyle *style)
{
  const double u = style->unit, text = style->text_px;
  const double over = qp_elevation_room_above (self, view, style) + text;

  if ((view->layers & QP_SHOW_DIMENSIONS) == 0)
    return (Margins){ 24 * u, 3.5 * text + 24 * u, over + 8 * u, 2.6 * text + 30 * u };
  return (Margins){ 6.2 * text + 24 * u, 3.5 * text + 24 * u, over + 8 * u, 2.6 * text + 38 * u };
}

static double
title_height (const QpElevation *self, const QpElevationView *view, const QpPlanStyle *style)
{
  if (view->bare)
    return 0;
  return 19 * style->unit + (self->note != NULL || view->back ? 5.2 : 3.8) * style->text_px;
}

/**
 * qp_elevation_size:
 * @self: an elevation
 * @view: how it is looked at
 * @px_per_m: pixels per metre
 * @style: sizes
 * @width: (out): width that qp_paint_elevation() needs at this scale
 * @height: (out): height that it needs
 */
void
qp_elevation_size (const QpElevation *self, const QpElevationView *view, double px_per_m, const QpPlanStyle *style,
                   double *width, double *height)
{
  if (!qp_elevation_has_size (self))
    {
      *width = 420 * style->unit;
      *height = 300 * style->unit;
      return;
    }
  const Margins margins = margins_around (self, view, style);
  const QpBox bounds = qp_elevation_bounds (self, view->back);
  *width = MAX ((bounds.x1 - bounds.x0) * px_per_m + margins.left + margins.right, 420 * style->unit);
  *height = (bounds.y1 - bounds.y0) * px_per_m + margins.over + margins.under + title_height (self, view, style)
            + 8 * style->unit;
}

/* as large as the view allows, or at the scale that the viewport has */
static void
place (QpViewport *viewport, const QpElevation *self, const QpElevationView *view, double top, gboolean fit,
       const QpPlanStyle *style)
{
  const Margins margins = margins_around (self, view, style);
  const QpBox bounds = qp_elevation_bounds (self, view->back);
  const double room_w = MAX (viewport->width - margins.left - margins.right, 20);
  const double room_h = MAX (viewport->height - top - margins.over - margins.under, 20);

  if (fit)
    viewport->scale = CLAMP (MIN (room_w / (bounds.x1 - bounds.x0), room_h / (bounds.y1 - bounds.y0)),
                             QP_VIEWPORT_MIN_SCALE, QP_VIEWPORT_MAX_SCALE);
  const QpVec middle = qp_vec (margins.left + room_w / 2, top + margins.over + room_h / 2);
  viewport->center = qp_box_middle (bounds);
  viewport->center.x += (viewport->width / 2 - middle.x) / viewport->scale;
  viewport->center.y -= (viewport->height / 2 - middle.y) / viewport->scale;
}

/**
 * qp_elevation_fit:
 * @viewport: a view
 * @self: an elevation with a size
 * @view: how it is looked at
 * @top: pixels that are kept free at the top
 * @style: sizes
 *
 * Shows all of the elevation with its figures.
 */
void
qp_elevation_fit (QpViewport *viewport, const QpElevation *self, const QpElevationView *view, double top,
                  const QpPlanStyle *style)
{
  place (viewport, self, view, top, TRUE, style);
}

/**
 * qp_paint_elevation:
 * @cr: a context in pixels
 * @width: width of the sheet
 * @height: height of the sheet
 * @px_per_m: pixels per metre; 0 = as large as the sheet allows
 * @elevation: an elevation
 * @view: how it is looked at
 * @style: colours
 *
 * Paints the elevation with its title, unless it is bare, or what is missing for it.
 */
void
qp_paint_elevation (cairo_t *cr, double width, double height, double px_per_m, const QpElevation *elevation,
                    const QpElevationView *view, const QpPlanStyle *style)
{
  const double u = style->unit, margin = 24 * u;
  QpViewport viewport;

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
  const double top = view->bare ? 0 : paint_title (cr, margin, margin * 0.8, width - 2 * margin, elevation, view, style);
  qp_viewport_init (&viewport, width, height, 1);
  if (px_per_m > 0)
    viewport.scale = px_per_m;
  place (&viewport, elevation, view, top, !(px_per_m > 0), style);
  qp_paint_elevation_in (cr, &viewport, elevation, view, style);
  if (view->bare)
    return;
  qp_paint_scale_bar (cr, margin, height - 14 * u, MIN (140 * u, width / 3), viewport.scale, view->ratio, style);
}
