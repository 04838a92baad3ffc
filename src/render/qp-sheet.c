/* qp-sheet.c: a plan on a sheet: title, drawing, legend, scale bar, north and how far its lengths can be trusted
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-sheet.h"

#include "render/qp-paint-furniture.h"

#include <math.h>

#define LEAST_EXTENT_M 10.0        /* where nothing says how large the place is */
#define LEAST_DRAWN_EXTENT_M 0.5 /* of a background, which fills its sheet */
#define AROUND 0.03 /* of the drawing, kept free around it */

/**
 * qp_plan_extent:
 * @scene: a plan's objects
 * @layers: (nullable): cache of backgrounds, which are loaded to know their size
 *
 * Returns: the box around everything on the plan and its visible backgrounds, metres; ten metres where there is
 *   little and no background
 */
QpBox
qp_plan_extent (QpScene *scene, QpPlanLayers *layers)
{
  const QpNode *plan = qp_scene_get_plan (scene);
  QpBox box = qp_scene_bounds (scene);
  double least = LEAST_EXTENT_M;
  QpNodeIter iter;
  QpNode *node;

  qp_node_iter_init (&iter, plan->children);
  while (layers != NULL && (node = qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND)) != NULL)
    {
      double corners[8];
      g_autoptr (QpPlanLayer) layer = ((const QpBackground *) node)->visible != FALSE
                                          ? qp_plan_layers_get (layers, (const QpBackground *) node, NULL)
                                          : NULL;
      if (layer == NULL)
        continue;
      least = LEAST_DRAWN_EXTENT_M;
      qp_plan_layer_corners (layer, (const QpBackground *) node, corners);
      for (guint i = 0; i < 4; i++)
        box = qp_box_with (box, qp_vec (corners[2 * i], corners[2 * i + 1]));
    }
  if (qp_box_is_empty (box))
    box = qp_box_around (qp_vec (0, 0), qp_vec (0, 0));
  const double more_x = fmax (0, least - (box.x1 - box.x0)) / 2;
  const double more_y = fmax (0, least - (box.y1 - box.y0)) / 2;
  return (QpBox){ box.x0 - more_x, box.y0 - more_y, box.x1 + more_x, box.y1 + more_y };
}

/**
 * qp_standard_ratio:
 * @least: N of 1 : N that just fits
 *
 * Returns: the next greater N that drawings are made at: 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5 or 8 times a power of
 * ten
 */
double
qp_standard_ratio (double least)
{
  static const double leads[] = { 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8 };

  for (double power = 1; power < 1e9; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
      if (leads[i] * power >= least && leads[i] * power == floor (leads[i] * power))
        return leads[i] * power;
  return least;
}

typedef struct
{
  double margin;
  double head;
  double foot;
} Frame;

/* from the upper edge of the foot to that of the badge */
#define BADGE_TOP(style) (2.2 * (style)->text_px + 4 * (style)->unit)

static guint
legend_rows (const QpNode *plan)
{
  static const QpKind kinds[] = { QP_KIND_SCREEN, QP_KIND_AUDIENCE, QP_KIND_OBSTACLE, QP_KIND_RECEPTOR };
  guint rows = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      QpNodeIter iter;
      qp_node_iter_init (&iter, plan->children);
      rows += qp_node_iter_next_of (&iter, kinds[i]) != NULL;
    }
  return rows;
}

static Frame
frame_of (const QpSheet *self, const QpPlanStyle *style)
{
  const double legend = legend_rows (qp_scene_get_plan (self->scene)) * 1.75 * style->text_px + 14 * style->unit;
  const double badge = BADGE_TOP (style) + 1.6 * style->text_px + 26 * style->unit; /* it stands beneath the scale bar */
  const double foot = fmax (legend, badge);

  if (self->within)
    return (Frame){ 0, 0, foot };
  return (Frame){ 24 * style->unit, 4.6 * style->text_px + 10 * style->unit, foot };
}

/* metres with what is kept free around them, in pixels of that many a metre */
static void
drawing_size (QpBox extent, double px_per_m, double *width, double *height)
{
  *width = (extent.x1 - extent.x0) * px_per_m * (1 + 2 * AROUND);
  *height = (extent.y1 - extent.y0) * px_per_m * (1 + 2 * AROUND);
}

/* takes the place of a map's legend from the room of a drawing */
static QpVec
take_legend (const QpSheet *self, QpBox extent, const QpPlanStyle *style, QpBox *room)
{
  if (self->map == NULL)
    return qp_vec (0, 0);
  return qp_map_legend_beside (&self->map->scale, style, self->map_note, extent.x1 - extent.x0, extent.y1 - extent.y0, room);
}

/* pixels per metre at which the drawing fills its room */
static double
fitting_scale (QpBox extent, QpBox room)
{
  double width, height;

  drawing_size (extent, 1, &width, &height);
  return fmin ((room.x1 - room.x0) / width, (room.y1 - room.y0) / height);
}

/* where the drawing is, with the legend of its map */
static QpBox
field_of (const Frame *frame, double width, double height)
{
  const double left = frame->margin, top = frame->margin + frame->head;

  return (QpBox){ left, top, left + MAX (width - 2 * left, 10), top + MAX (height - top - frame->margin - frame->foot, 10) };
}

/**
 * qp_sheet_fitting_ratio:
 * @self: a sheet
 * @width: width in units of the context
 * @height: height in units of the context
 * @style: sizes
 *
 * Returns: N of the largest usual scale 1 : N at which the plan fits
 */
double
qp_sheet_fitting_ratio (const QpSheet *self, double width, double height, const QpPlanStyle *style)
{
  const Frame frame = frame_of (self, style);
  const QpBox extent = qp_plan_extent (self->scene, self->layers);
  QpBox room = field_of (&frame, width, height);

  take_legend (self, extent, style, &room);
  return qp_standard_ratio (self->units_per_m / fitting_scale (extent, room));
}

/**
 * qp_sheet_size:
 * @self: a sheet with a scale
 * @style: sizes
 * @width: (out): width that it needs
 * @height: (out): height that it needs
 */
void
qp_sheet_size (const QpSheet *self, const QpPlanStyle *style, double *width, double *height)
{
  const Frame frame = frame_of (self, style);

  drawing_size (qp_plan_extent (self->scene, self->layers), self->units_per_m / self->ratio, width, height);
  if (self->map != NULL)
    qp_map_legend_room (&self->map->scale, style, self->map_note, FALSE, width, height);
  *width = MAX (*width + 2 * frame.margin, 480 * style->unit);
  *height += 2 * frame.margin + frame.head + frame.foot;
}

static char *
sheet_title (const QpSheet *self)
{
  g_autofree char *plan = qp_node_display_name (qp_scene_get_plan (self->scene));

  if (self->site == NULL || self->site->name == NULL)
    return g_steal_pointer (&plan);
  return g_strdup_printf ("%s · %s", self->site->name, plan);
}

static void
append_part (GString *out, const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, "  ·  ");
  g_string_append (out, part);
}

static void
paint_head (cairo_t *cr, double width, const QpSheet *sheet, const Frame *frame, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *title = sheet_title (sheet);
  const double room = width - 2 * frame->margin;

  if (sheet->site != NULL)
    append_part (line, sheet->site->local_name);
  if (sheet->project != NULL)
    {
      append_part (line, sheet->project->title);
      append_part (line, sheet->project->organisation);
      append_part (line, sheet->project->revision);
    }
  const QpBox box = qp_text_draw_narrow (text, cr, title, QP_TEXT_LARGE | QP_TEXT_STRONG, frame->margin, frame->margin,
                                         room, QP_ALIGN_START, style->ink);
  if (line->len > 0)
    qp_text_draw_narrow (text, cr, line->str, QP_TEXT_PLAIN, frame->margin, box.y1 + 2 * style->unit, room,
                         QP_ALIGN_START, style->ink_soft);
}

static void
paint_foot (cairo_t *cr, double width, double height, double px_per_m, const QpSheet *sheet, const Frame *frame,
            const QpPlanStyle *style)
{
  const QpNode *node = qp_scene_get_plan (sheet->scene);
  const QpPlan *plan = (const QpPlan *) node;
  const double u = style->unit, top = height - frame->margin - frame->foot + 12 * u;
  const double bar_room = MIN (150 * u, width / 5), north = 11 * u;
  const double badge_y = top + BADGE_TOP (style);

  qp_paint_legend (cr, frame->margin, top, node, style);
  qp_paint_north (cr, width - frame->margin - north, top + north + 1.5 * style->text_px, north, plan->north_deg, style);
  const double right = width - frame->margin - 2 * north - 26 * u - bar_room - 9 * style->text_px;
  const double x = MAX (right, width / 2);
  qp_paint_scale_bar (cr, x, top + 1.6 * style->text_px, bar_room, px_per_m, sheet->ratio, style);
  qp_paint_trust_badge (cr, x, badge_y, node, style);
}

static void
paint_drawing (cairo_t *cr, const QpSheet *sheet, QpBox extent, QpBox room, double px_per_m, const QpPlanStyle *style)
{
  QpViewport viewport;

  qp_viewport_init (&viewport, room.x1 - room.x0, room.y1 - room.y0, 1);
  viewport.center = qp_box_middle (extent);
  viewport.scale = px_per_m;
  cairo_save (cr);
  cairo_translate (cr, room.x0, room.y0);
  qp_paint_plan_whole (cr, &viewport, sheet->scene, sheet->layers, style, QP_ID_NONE, NULL, sheet->map, sheet->with_grid);
  cairo_rectangle (cr, 0, 0, viewport.width, viewport.height);
  cairo_set_line_width (cr, 0.8 * style->unit);
  qp_set_colour (cr, style->ink_faint);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * qp_paint_sheet:
 * @cr: a context
 * @width: width of the sheet
 * @height: height of the sheet
 * @sheet: what is on it
 * @style: colours
 *
 * Paints the sheet. The legend of a map is beside or beneath the drawing, never on it.
 */
void
qp_paint_sheet (cairo_t *cr, double width, double height, const QpSheet *sheet, const QpPlanStyle *style)
{
  const Frame frame = frame_of (sheet, style);
  const QpBox extent = qp_plan_extent (sheet->scene, sheet->layers);
  QpBox room = field_of (&frame, width, height);

  const QpVec legend = take_legend (sheet, extent, style, &room);
  const double px_per_m = sheet->ratio > 0 ? sheet->units_per_m / sheet->ratio : fitting_scale (extent, room);
  qp_set_colour (cr, style->paper);
  cairo_paint (cr);
  paint_drawing (cr, sheet, extent, room, px_per_m, style);
  if (sheet->map != NULL)
    qp_paint_map_legend (cr, legend.x, legend.y, &sheet->map->scale, sheet->map->hatched, sheet->map_note, style);
  if (!sheet->within)
    paint_head (cr, width, sheet, &frame, style);
  paint_foot (cr, width, height, px_per_m, sheet, &frame, style);
}
