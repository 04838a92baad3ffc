/* qp-paint-map.c: values over a plan as colours, hatching and lines with numbers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pixel a cell, made once and stretched at each painting. Colours go from one end of a scale to the other in lightness, so
 * that they are told apart by everybody and in a copy; hatching and lines with numbers do without them.
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-map.h"

#include "base/qp-number.h"
#include "render/qp-map-hatch.h"
#include "render/qp-path.h"

#include <math.h>

#define LEAST_CONTOUR_PX 110.0

struct _QpMapPicture
{
  int count; /* atomic */
  QpSightGrid grid;
  cairo_surface_t *colours;
  cairo_surface_t *masks[QP_MAP_STEPS]; /* cells of each step that is hatched */
  QpMapHatch hatches[QP_MAP_STEPS];
};

/* ColorBrewer’s YlGnBu (Brewer, Harrower, Penn State; Apache 2.0) without its palest end, for light paper from pale to dark */
static const guint32 ramp[] = { 0xd9efb8, 0xa5dab7, 0x6fc6bd, 0x41aec3, 0x2889b8, 0x265ca1, 0x203a86, 0x122060 };

/* the same hues for dark paper, from quiet to bright: its dark end would not be seen there */
static const guint32 ramp_dark[] = { 0x3b5fb8, 0x2f7fc4, 0x2f9bc8, 0x44b5c6, 0x6fc9be, 0x9fdab8, 0xcaebb8, 0xf0f9d0 };
G_STATIC_ASSERT (G_N_ELEMENTS (ramp_dark) == G_N_ELEMENTS (ramp));

/**
 * qp_map_scale_even:
 * @self: a scale whose steps are set
 * @least: least value
 * @most: greatest value, above @least
 * @about_steps: about how many steps are wanted
 *
 * Cuts a range into steps of 1, 2 or 5 × a power of ten, and sets the decimals that their bounds need.
 */
void
qp_map_scale_even (QpMapScale *self, double least, double most, guint about_steps)
{
  const double range = most > least ? most - least : 1, rough = range / MAX (about_steps, 1);
  const double power = pow (10, floor (log10 (rough))), lead = rough / power;
  double step = power * (lead <= 1.5 ? 1 : lead <= 3 ? 2 : lead <= 7 ? 5 : 10);

  for (;; step *= 2)
    {
      const double from = floor (least / step + 1e-9) * step;
      const double n = ceil ((most - from) / step - 1e-9);
      if (n > QP_MAP_STEPS)
        continue;
      self->n = (guint) fmax (n, 1);
      for (guint i = 0; i <= self->n; i++)
        self->bounds[i] = from + i * step;
      break;
    }
  self->decimals = step >= 1 ? 0 : (guint) ceil (-log10 (step) - 1e-9);
}

/**
 * qp_map_scale_step:
 * @self: a scale
 * @value: a value
 *
 * Returns: the step that holds it; −1 when there is none
 */
int
qp_map_scale_step (const QpMapScale *self, double value)
{
  guint step = 0;

  if (isnan (value) || self->n == 0)
    return -1;
  if (self->named)
    return (int) CLAMP (value, 0, self->n - 1.0);
  while (step + 1 < self->n && value >= self->bounds[step + 1])
    step++;
  return (int) step;
}

static QpColour
ramp_at (const guint32 *colours, double share)
{
  const double at = CLAMP (share, 0, 1) * (G_N_ELEMENTS (ramp) - 1);
  const guint i = MIN ((guint) at, G_N_ELEMENTS (ramp) - 2);

  return qp_colour_mix (qp_colour (colours[i], 1), qp_colour (colours[i + 1], 1), at - i);
}

/**
 * qp_map_scale_colour:
 * @self: a scale
 * @step: a step
 * @theme: colours of what
 *
 * Returns: its colour. On light paper the strong end is dark, on dark paper bright; in print all is grey.
 */
QpColour
qp_map_scale_colour (const QpMapScale *self, guint step, QpTheme theme)
{
  const guint quiet = MIN (self->quiet, self->n), rest = self->n - quiet;
  const double place = rest < 2 ? 1 : (step - (double) quiet) / (rest - 1);
  const double strength = self->reversed ? 1 - place : place;

  if (step < quiet)
    return theme == QP_THEME_DARK ? qp_colour (0x8d8d94, 0.28) : qp_colour (0x8b8a8f, 0.22);
  if (theme == QP_THEME_PRINT)
    return qp_colour_mix (qp_colour (0xf0f0f0, 1), qp_colour (0x7a7a7a, 1), strength);
  return theme == QP_THEME_DARK ? ramp_at (ramp_dark, strength) : ramp_at (ramp, strength);
}

/**
 * qp_map_scale_text:
 * @self: a scale
 * @step: a step
 *
 * Returns: (transfer full): its name, or the numbers it is between: "< 5 m", "5 – 10 m", "≥ 20 m"; "none" for a quiet one
 */
char *
qp_map_scale_text (const QpMapScale *self, guint step)
{
  if (self->named)
    return g_strdup (self->names[step]);
  if (step < self->quiet)
    return g_strdup (_ ("none"));
  g_autofree char *from = qp_number_display (self->bounds[step], self->decimals);
  g_autofree char *to = qp_number_display (self->bounds[step + 1], self->decimals);
  if (isinf (self->bounds[step]))
    return g_strdup_printf ("< %s%s", to, self->unit);
  return isinf (self->bounds[step + 1]) ? g_strdup_printf ("≥ %s%s", from, self->unit)
                                        : g_strdup_printf ("%s – %s%s", from, to, self->unit);
}

/* --- the picture --- */

static guint32
argb_of (QpColour colour)
{
  const guint a = (guint) lround (colour.alpha * 255), r = (guint) lround (colour.red * colour.alpha * 255);
  const guint g = (guint) lround (colour.green * colour.alpha * 255), b = (guint) lround (colour.blue * colour.alpha * 255);

  return a << 24 | r << 16 | g << 8 | b;
}

static cairo_surface_t *
mask_of (QpMapPicture *self, guint step)
{
  if (self->masks[step] == NULL)
    self->masks[step] = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) self->grid.columns, (int) self->grid.rows);
  return self->masks[step];
}

static void
fill_row (QpMapPicture *self, const QpValueGrid *values, const QpMapScale *scale, const guint32 *colours, guint row)
{
  const gsize from_top = self->grid.rows - 1 - row;
  guint32 *out = (guint32 *) (gpointer) (cairo_image_surface_get_data (self->colours)
                                         + from_top * (gsize) cairo_image_surface_get_stride (self->colours));

  for (guint column = 0; column < self->grid.columns; column++)
    {
      const int step = qp_map_scale_step (scale, (double) values->at[qp_sight_grid_cell (&self->grid, column, row)]);
      if (step < 0)
        continue;
      out[column] = colours[step];
      if (self->hatches[step].lines == 0)
        continue;
      cairo_surface_t *mask = mask_of (self, (guint) step);
      cairo_image_surface_get_data (mask)[from_top * (gsize) cairo_image_surface_get_stride (mask) + column] = 255;
    }
}

/**
 * qp_map_picture_new:
 * @values: values
 * @scale: how they become colours
 * @theme: colours of what
 * @hatched: whether steps are hatched, to be told apart without colours; the second and later quiet ones always are
 *
 * Returns: (transfer full): the picture
 */
QpMapPicture *
qp_map_picture_new (const QpValueGrid *values, const QpMapScale *scale, QpTheme theme, gboolean hatched)
{
  QpMapPicture *self = g_new0 (QpMapPicture, 1);
  guint32 colours[QP_MAP_STEPS];

  self->count = 1;
  self->grid = values->grid;
  self->colours = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) self->grid.columns, (int) self->grid.rows);
  for (guint i = 0; i < scale->n; i++)
    {
      colours[i] = argb_of (qp_map_scale_colour (scale, i, theme));
      if (hatched || i < scale->quiet)
        self->hatches[i] = qp_map_hatch (scale, i);
    }
  cairo_surface_flush (self->colours);
  for (guint row = 0; row < self->grid.rows; row++)
    fill_row (self, values, scale, colours, row);
  cairo_surface_mark_dirty (self->colours);
  for (guint i = 0; i < QP_MAP_STEPS; i++)
    if (self->masks[i] != NULL)
      cairo_surface_mark_dirty (self->masks[i]);
  return self;
}

/**
 * qp_map_picture_ref:
 * @self: a picture
 *
 * Returns: (transfer full): @self
 */
QpMapPicture *
qp_map_picture_ref (QpMapPicture *self)
{
  g_atomic_int_inc (&self->count);
  return self;
}

/**
 * qp_map_picture_unref:
 * @self: (transfer full): a picture
 */
void
qp_map_picture_unref (QpMapPicture *self)
{
  if (!g_atomic_int_dec_and_test (&self->count))
    return;
  for (guint i = 0; i < QP_MAP_STEPS; i++)
    g_clear_pointer (&self->masks[i], cairo_surface_destroy);
  cairo_surface_destroy (self->colours);
  g_free (self);
}

static cairo_pattern_t *
cells_pattern (cairo_surface_t *surface, const QpMapPicture *picture, const QpViewport *viewport)
{
  const QpSightGrid *grid = &picture->grid;
  const QpVec corner = qp_viewport_to_px (viewport, qp_vec (grid->x0, grid->y0 + grid->rows * grid->cell));
  const double scale = 1 / (grid->cell * viewport->scale);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (surface);
  cairo_matrix_t matrix;

  cairo_matrix_init (&matrix, scale, 0, 0, scale, -corner.x * scale, -corner.y * scale);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  return pattern;
}

static void
paint_hatching (cairo_t *cr, const QpViewport *viewport, const QpMapPicture *picture, const QpPlanStyle *style)
{
  for (guint i = 0; i < QP_MAP_STEPS; i++)
    {
      if (picture->masks[i] == NULL)
        continue;
      cairo_pattern_t *cells = cells_pattern (picture->masks[i], picture, viewport);
      cairo_pattern_t *lines = qp_map_hatch_pattern (cr, picture->hatches[i], style);
      cairo_set_source (cr, lines);
      cairo_mask (cr, cells);
      cairo_pattern_destroy (lines);
      cairo_pattern_destroy (cells);
    }
}

/**
 * qp_paint_map:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @picture: a picture
 * @style: colours
 *
 * Paints the picture over a plan, which shows through.
 */
void
qp_paint_map (cairo_t *cr, const QpViewport *viewport, const QpMapPicture *picture, const QpPlanStyle *style)
{
  const QpSightGrid *grid = &picture->grid;
  const QpBox all = { grid->x0, grid->y0, grid->x0 + grid->columns * grid->cell, grid->y0 + grid->rows * grid->cell };
  const QpBox px = qp_viewport_box_to_px (viewport, all), view = { 0, 0, viewport->width, viewport->height };

  if (!qp_box_touches (px, view) || grid->columns == 0 || grid->rows == 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, fmax (px.x0, view.x0), fmax (px.y0, view.y0), fmin (px.x1, view.x1) - fmax (px.x0, view.x0),
                   fmin (px.y1, view.y1) - fmax (px.y0, view.y0));
  cairo_clip (cr);
  cairo_pattern_t *colours = cells_pattern (picture->colours, picture, viewport);
  cairo_set_source (cr, colours);
  cairo_paint_with_alpha (cr, QP_MAP_ALPHA);
  cairo_pattern_destroy (colours);
  paint_hatching (cr, viewport, picture, style);
  cairo_restore (cr);
}

/* --- lines with numbers --- */

/* places of a line that are nearer to the last one than this add nothing that is seen */
#define LEAST_STEP_PX 1.0

/**
 * qp_path_contour:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @contour: a line
 *
 * Adds the line to the path.
 */
void
qp_path_contour (cairo_t *cr, const QpViewport *viewport, const QpContour *contour)
{
  QpVec last = qp_viewport_to_px (viewport, g_array_index (contour->at, QpVec, 0));

  if (qp_path_is_near (viewport, last))
    cairo_move_to (cr, last.x, last.y);
  for (guint i = 1; i < contour->at->len; i++)
    {
      const QpVec next = qp_viewport_to_px (viewport, g_array_index (contour->at, QpVec, i));
      if (i + 1 < contour->at->len && qp_vec_distance (last, next) < LEAST_STEP_PX)
        continue;
      if (qp_path_is_near (viewport, last) && qp_path_is_near (viewport, next))
        cairo_line_to (cr, next.x, next.y);
      else
        qp_path_segment (cr, viewport, last, next);
      last = next;
    }
}

/* one after the other: a stroke of many lines at once takes far longer, as each is held against all others */
static void
stroke_each (cairo_t *cr, const QpViewport *viewport, const GPtrArray *contours)
{
  for (guint i = 0; i < contours->len; i++)
    {
      qp_path_contour (cr, viewport, g_ptr_array_index (contours, i));
      cairo_stroke (cr);
    }
}

/**
 * qp_paint_contours:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @contours: (element-type QpContour): lines
 * @style: colours
 *
 * Paints the lines; qp_contours_add_labels() writes their numbers.
 */
void
qp_paint_contours (cairo_t *cr, const QpViewport *viewport, const GPtrArray *contours, const QpPlanStyle *style)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 3 * style->unit);
  qp_set_colour_alpha (cr, style->paper, 0.55);
  stroke_each (cr, viewport, contours);
  cairo_set_line_width (cr, 1.1 * style->unit);
  qp_set_colour_alpha (cr, style->ink, 0.8);
  stroke_each (cr, viewport, contours);
  cairo_restore (cr);
}

static double
length_px (const QpContour *contour, const QpViewport *viewport)
{
  double length = 0;

  for (guint i = 1; i < contour->at->len; i++)
    length += qp_vec_distance (g_array_index (contour->at, QpVec, i - 1), g_array_index (contour->at, QpVec, i));
  return length * viewport->scale;
}

/* at the middle of the line first, so that it is not at an edge of the map */
static void
add_label_places (QpLabel *label, const QpContour *contour, const QpViewport *viewport)
{
  static const double shares[] = { 0.5, 0.3, 0.7, 0.15, 0.85 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      const guint index = (guint) (shares[i] * (contour->at->len - 1));
      const QpVec px = qp_viewport_to_px (viewport, g_array_index (contour->at, QpVec, index));
      if (px.x > 0 && px.y > 0 && px.x < viewport->width && px.y < viewport->height)
        qp_label_add_place (label, px, QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
    }
}

/**
 * qp_contours_add_labels:
 * @contours: (element-type QpContour): lines
 * @scale: the scale of their values, for unit and decimals
 * @viewport: the view
 * @style: colours
 * @labels: where their numbers are added
 */
void
qp_contours_add_labels (const GPtrArray *contours, const QpMapScale *scale, const QpViewport *viewport, const QpPlanStyle *style,
                        QpLabels *labels)
{
  for (guint i = 0; i < contours->len; i++)
    {
      const QpContour *contour = g_ptr_array_index (contours, i);
      const double length = length_px (contour, viewport);
      if (length < LEAST_CONTOUR_PX * style->unit)
        continue;
      g_autofree char *number = qp_number_display (contour->level, scale->decimals);
      QpLabel *label = qp_labels_add (labels, g_strconcat (number, scale->unit, NULL), NULL, 20);
      label->order = -length;
      label->ink = style->ink;
      label->halo = TRUE;
      add_label_places (label, contour, viewport);
    }
}
