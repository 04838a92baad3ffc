/* qp-paint-map-legend.c: hatching and legend of a map
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-map-hatch.h"

#include <math.h>

#define HATCH_TILE 24 /* pixels after which hatching repeats; divides by all its distances */
#define PAD 10.0
#define SWATCH 26.0
#define GAP 8.0
#define APART 10.0 /* between a legend and its drawing */
#define NOTE_EM 15.0 /* a note breaks at this width */

/* which hatching a step has */
QpMapHatch
qp_map_hatch (const QpMapScale *scale, guint step)
{
  static const QpMapHatch by_strength[] = { { 0 }, { 1 }, { 2 }, { 3 }, { 4 }, { 6 }, { 4, TRUE }, { 6, TRUE } };
  const guint quiet = MIN (scale->quiet, scale->n), rest = scale->n - quiet;

  if (step < quiet)
    return step == 0 ? (QpMapHatch){ 0 } : (QpMapHatch){ 3, FALSE, TRUE };
  const guint rank = scale->reversed ? scale->n - 1 - step : step - quiet;
  return by_strength[rest < 2 ? 2 : (guint) lround ((double) rank * (G_N_ELEMENTS (by_strength) - 1) / (rest - 1))];
}

static void
hatch_lines (cairo_t *cr, guint lines, gboolean falling)
{
  for (guint i = 0; i < 2 * lines; i++)
    {
      const double at = (i + 0.5) * HATCH_TILE / lines;
      cairo_move_to (cr, falling ? HATCH_TILE - at - 2 : at + 2, -2);
      cairo_line_to (cr, falling ? HATCH_TILE - at + HATCH_TILE + 2 : at - HATCH_TILE - 2, HATCH_TILE + 2);
      cairo_stroke (cr);
    }
}

/* a tile that repeats, in units of the context */
cairo_pattern_t *
qp_map_hatch_pattern (cairo_t *cr, QpMapHatch hatch, const QpPlanStyle *style)
{
  cairo_surface_t *tile = cairo_surface_create_similar (cairo_get_target (cr), CAIRO_CONTENT_COLOR_ALPHA, HATCH_TILE, HATCH_TILE);
  cairo_t *line = cairo_create (tile);
  cairo_matrix_t matrix;

  cairo_set_line_width (line, 0.9);
  qp_set_colour_alpha (line, style->ink, style->theme == QP_THEME_DARK ? 0.45 : 0.5);
  hatch_lines (line, hatch.lines, hatch.falling);
  if (hatch.crossed)
    hatch_lines (line, hatch.lines, !hatch.falling);
  cairo_destroy (line);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (tile);
  cairo_surface_destroy (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_matrix_init_scale (&matrix, 1 / style->unit, 1 / style->unit);
  cairo_pattern_set_matrix (pattern, &matrix);
  return pattern;
}

/* --- legend --- */

typedef struct
{
  QpText *text;
  const QpMapScale *scale;
  const QpPlanStyle *style;
  const char *note;
  PangoLayout *title;
  PangoLayout *notes; /* NULL without any */
  double row;
  double width;
  double height;
} Legend;

static double
layout_height (PangoLayout *layout, double *widest)
{
  double width, height;

  if (layout == NULL)
    return 0;
  qp_layout_size (layout, &width, &height);
  *widest = fmax (*widest, width);
  return height;
}

static void
legend_init (Legend *self, const QpMapScale *scale, const QpPlanStyle *style, const char *note)
{
  const double u = style->unit;
  const double most = NOTE_EM * style->text_px;
  double widest = 0;

  *self = (Legend){ .text = qp_text_new (style), .scale = scale, .style = style, .note = note };
  self->row = qp_text_line (self->text, QP_TEXT_PLAIN);
  self->title = qp_text_layout_narrow (self->text, scale->title, QP_TEXT_STRONG, most, 3);
  self->notes = note == NULL ? NULL : qp_text_layout_narrow (self->text, note, QP_TEXT_SMALL, most, 4);
  for (guint i = 0; i < scale->n; i++)
    {
      g_autofree char *words = qp_map_scale_text (scale, i);
      widest = fmax (widest, (SWATCH + GAP) * u + qp_text_width (self->text, words, QP_TEXT_PLAIN));
    }
  self->height = 2 * PAD * u + layout_height (self->title, &widest) + GAP / 2 * u + scale->n * self->row;
  if (self->notes != NULL)
    self->height += GAP / 2 * u + layout_height (self->notes, &widest);
  self->width = 2 * PAD * u + widest;
}

static void
legend_clear (Legend *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->text, qp_text_free);
}

/**
 * qp_map_legend_size:
 * @scale: a scale
 * @style: sizes
 * @note: (nullable): a few words beneath
 * @width: (out): width of its legend, pixels
 * @height: (out): height
 */
void
qp_map_legend_size (const QpMapScale *scale, const QpPlanStyle *style, const char *note, double *width, double *height)
{
  Legend legend;

  legend_init (&legend, scale, style, note);
  *width = legend.width;
  *height = legend.height;
  legend_clear (&legend);
}

/**
 * qp_map_legend_room:
 * @scale: a scale
 * @style: sizes
 * @note: (nullable): a few words beneath
 * @beneath: whether the legend is beneath its drawing; else beside it
 * @width: (inout): width of the drawing; then of both
 * @height: (inout): height of the drawing; then of both
 */
void
qp_map_legend_room (const QpMapScale *scale, const QpPlanStyle *style, const char *note, gboolean beneath, double *width, double *height)
{
  const double apart = APART * style->unit;
  double wide, high;

  qp_map_legend_size (scale, style, note, &wide, &high);
  *width = beneath ? fmax (*width, wide) : *width + apart + wide;
  *height = beneath ? *height + apart + high : fmax (*height, high);
}

/**
 * qp_map_legend_beside:
 * @scale: a scale
 * @style: sizes
 * @note: (nullable): a few words beneath
 * @wide: width of the drawing, in whatever unit
 * @high: its height, in the same
 * @room: (inout): room for drawing and legend; then what is left for the drawing
 *
 * Finds a place for a legend that lies not on its drawing: at the right of it, or beneath where that leaves it larger.
 *
 * Returns: upper left corner of the legend
 */
QpVec
qp_map_legend_beside (const QpMapScale *scale, const QpPlanStyle *style, const char *note, double wide, double high, QpBox *room)
{
  const double apart = APART * style->unit, room_w = room->x1 - room->x0, room_h = room->y1 - room->y0;
  const QpBox all = *room;
  double width, height;

  qp_map_legend_size (scale, style, note, &width, &height);
  const double beside = fmin ((room_w - apart - width) / wide, room_h / high);
  const double beneath = fmin (room_w / wide, (room_h - apart - height) / high);
  if (beside >= beneath)
    {
      room->x1 = fmax (room->x0 + 1, all.x1 - apart - width);
      return qp_vec (all.x1 - width, all.y0);
    }
  room->y1 = fmax (room->y0 + 1, all.y1 - apart - height);
  return qp_vec (all.x1 - width, all.y1 - height);
}

static void
paint_swatch (cairo_t *cr, double x, double y, const Legend *legend, guint step, gboolean hatched)
{
  const QpPlanStyle *style = legend->style;
  const double u = style->unit;
  const QpMapHatch hatch = hatched || step < legend->scale->quiet ? qp_map_hatch (legend->scale, step) : (QpMapHatch){ 0 };

  cairo_rectangle (cr, x, y + 2 * u, SWATCH * u, legend->row - 4 * u);
  qp_set_colour (cr, style->paper);
  cairo_fill_preserve (cr);
  qp_set_colour_alpha (cr, qp_map_scale_colour (legend->scale, step, style->theme), QP_MAP_ALPHA);
  cairo_fill_preserve (cr);
  if (hatch.lines > 0)
    {
      cairo_pattern_t *lines = qp_map_hatch_pattern (cr, hatch, style);
      cairo_set_source (cr, lines);
      cairo_fill_preserve (cr);
      cairo_pattern_destroy (lines);
    }
  qp_set_colour (cr, style->card_edge);
  cairo_set_line_width (cr, u);
  cairo_stroke (cr);
}

static void
show (cairo_t *cr, PangoLayout *layout, double x, double y, QpColour colour)
{
  qp_set_colour (cr, colour);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/**
 * qp_paint_map_legend:
 * @cr: a context in pixels
 * @x: left edge
 * @y: upper edge
 * @scale: a scale
 * @hatched: whether the map is hatched
 * @note: (nullable): a few words beneath
 * @style: colours
 *
 * Paints a card with the title of the scale and each of its steps, the strongest at the top.
 *
 * Returns: the box that it fills
 */
QpBox
qp_paint_map_legend (cairo_t *cr, double x, double y, const QpMapScale *scale, gboolean hatched, const char *note,
                     const QpPlanStyle *style)
{
  const double u = style->unit;
  double widest, at = y + PAD * u;
  Legend legend;

  legend_init (&legend, scale, style, note);
  const QpBox box = { x, y, x + legend.width, y + legend.height };
  cairo_save (cr);
  qp_path_rounded (cr, x, y, legend.width, legend.height, 8 * u);
  qp_set_colour (cr, style->card);
  cairo_fill_preserve (cr);
  qp_set_colour (cr, style->card_edge);
  cairo_set_line_width (cr, u);
  cairo_stroke (cr);
  show (cr, legend.title, x + PAD * u, at, style->ink);
  at += layout_height (legend.title, &widest) + GAP / 2 * u;
  for (guint i = 0; i < scale->n; i++, at += legend.row)
    {
      const guint step = scale->reversed ? i : scale->n - 1 - i;
      g_autofree char *words = qp_map_scale_text (scale, step);
      paint_swatch (cr, x + PAD * u, at, &legend, step, hatched);
      qp_text_draw (legend.text, cr, words, QP_TEXT_PLAIN, x + (PAD + SWATCH + GAP) * u, at + legend.row / 2, QP_ALIGN_START,
                    QP_ALIGN_MIDDLE, style->ink);
    }
  if (legend.notes != NULL)
    show (cr, legend.notes, x + PAD * u, at + GAP / 2 * u, style->ink_soft);
  cairo_restore (cr);
  legend_clear (&legend);
  return box;
}
