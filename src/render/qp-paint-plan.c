/* qp-paint-plan.c: a plan: paper, grid, backgrounds, obstacles, audiences, windows, screens and labels
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-plan.h"

#include "render/qp-paint-private.h"
#include "render/qp-path.h"

/* what an object may reach beyond its outline: faces, ticks and marks */
#define OVERHANG_PX 16.0
#define GHOST_ALPHA 0.28 /* of other levels */

static void
plan_matrix (const QpViewport *viewport, cairo_matrix_t *matrix)
{
  cairo_matrix_init (matrix, viewport->scale, 0, 0, -viewport->scale,
                     viewport->width / 2 - viewport->center.x * viewport->scale,
                     viewport->height / 2 + viewport->center.y * viewport->scale);
}

static QpPlanLook
look_of (const QpPlanStyle *style)
{
  return style->theme == QP_THEME_DARK    ? QP_PLAN_LOOK_NIGHT
         : style->theme == QP_THEME_PRINT ? QP_PLAN_LOOK_PAPER
                                          : QP_PLAN_LOOK_PLAIN;
}

/* a background that can't be shown says why, where it lies */
static void
paint_refusal (cairo_t *cr, const QpViewport *viewport, const QpBackground *background, const char *reason,
               const QpPlanStyle *style)
{
  const QpVec corner
      = qp_viewport_to_px (viewport, qp_vec (background->x_m == QP_UNSET ? 0 : qp_m_from_um (background->x_m),
                                             background->y_m == QP_UNSET ? 0 : qp_m_from_um (background->y_m)));
  const double dashes[] = { 4 * style->unit, 4 * style->unit };
  const double width = 320 * style->unit;

  if (!qp_path_is_near (viewport, corner))
    return;
  g_autoptr (QpText) text = qp_text_new (style);
  g_autofree char *name = qp_node_display_name (&background->node);
  const double top = corner.y - 6 * qp_text_line (text, QP_TEXT_PLAIN);
  cairo_save (cr);
  qp_path_rounded (cr, corner.x, top, width, corner.y - top, 6 * style->unit);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, style->unit);
  qp_set_colour (cr, style->ink_faint);
  cairo_stroke (cr);
  const QpBox title = qp_text_draw (text, cr, name, QP_TEXT_STRONG, corner.x + 12 * style->unit, top + 8 * style->unit,
                                    QP_ALIGN_START, QP_ALIGN_START, style->ink_soft);
  qp_text_draw_narrow (text, cr, reason, QP_TEXT_SMALL, title.x0, title.y1, width - 24 * style->unit, QP_ALIGN_START,
                       style->ink_faint);
  cairo_restore (cr);
}

static void
paint_background (cairo_t *cr, const QpViewport *viewport, QpScene *scene, QpPlanLayers *layers,
                  const QpBackground *background, const QpPlanStyle *style, gboolean is_own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpPlanLayer) layer = qp_plan_layers_get (layers, background, &error);
  cairo_matrix_t matrix;

  if (layer == NULL)
    {
      if (is_own)
        paint_refusal (cr, viewport, background, error->message, style);
      return;
    }
  cairo_save (cr);
  plan_matrix (viewport, &matrix);
  cairo_transform (cr, &matrix);
  QpBackground shown = *background; /* a view of it, not a node */
  if (qp_id_equal (qp_scene_uncropped (scene), background->node.id))
    shown.crop = NULL;
  qp_plan_layer_paint (layer, &shown, cr, look_of (style));
  cairo_restore (cr);
}

/* those of another level keep to themselves why they can't be shown */
static void
paint_backgrounds (cairo_t *cr, const QpViewport *viewport, QpScene *scene, QpPlanLayers *layers,
                   const QpPlanStyle *style, gboolean are_own)
{
  const QpNode *plan = qp_scene_get_plan (scene);
  QpNodeIter iter;
  QpNode *node;

  if (plan == NULL)
    return;
  /* from the plan and not from the index: a background's extent is not known before it is loaded */
  qp_node_iter_init (&iter, plan->children);
  while ((node = qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND)) != NULL)
    {
      const QpItem *item = qp_scene_find (scene, node->id);
      const QpBackground *background = (const QpBackground *) node;
      if (background->visible != FALSE && (item == NULL || (!item->hidden && !item->unseen)))
        paint_background (cr, viewport, scene, layers, background, style, are_own);
    }
}

static QpBox
clip_in_plan (cairo_t *cr, const QpViewport *viewport, double overhang_px)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  const QpBox px = { fmax (x0, 0) - overhang_px, fmax (y0, 0) - overhang_px, fmin (x1, viewport->width) + overhang_px,
                     fmin (y1, viewport->height) + overhang_px };
  return qp_box_around (qp_viewport_to_plan (viewport, qp_vec (px.x0, px.y0)),
                        qp_viewport_to_plan (viewport, qp_vec (px.x1, px.y1)));
}

/* drawings of another level: their ink alone, so that their paper veils nothing of this one */
static void
paint_ghost_backgrounds (cairo_t *cr, const QpViewport *viewport, QpScene *ghost, QpPlanLayers *layers,
                         const QpPlanStyle *style)
{
  cairo_push_group (cr);
  paint_backgrounds (cr, viewport, ghost, layers, style, FALSE);
  cairo_pop_group_to_source (cr);
  cairo_save (cr);
  cairo_set_operator (cr, style->theme == QP_THEME_DARK ? CAIRO_OPERATOR_SCREEN : CAIRO_OPERATOR_MULTIPLY);
  cairo_paint_with_alpha (cr, GHOST_ALPHA);
  cairo_restore (cr);
}

static gboolean
has_backgrounds (QpScene *scene)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, qp_scene_get_plan (scene)->children);
  return qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND) != NULL;
}

/* another level through the same painters, then all of it at once in low contrast */
static void
paint_ghosts (cairo_t *cr, const QpViewport *viewport, QpScene *scene, QpPlanLayers *layers, QpBox box,
              const QpPlanStyle *style)
{
  const GPtrArray *ghosts = qp_scene_ghosts (scene);

  for (guint i = 0; i < ghosts->len; i++)
    {
      QpScene *ghost = g_ptr_array_index (ghosts, i);
      g_autoptr (GPtrArray) items = qp_scene_query (ghost, box);
      if (layers != NULL && has_backgrounds (ghost))
        paint_ghost_backgrounds (cr, viewport, ghost, layers, style);
      if (items->len == 0)
        continue;
      cairo_push_group (cr);
      qp_paint_areas (cr, viewport, items, style);
      qp_paint_screens (cr, viewport, items, style);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, GHOST_ALPHA);
    }
}

/**
 * qp_paint_plan:
 * @cr: context in pixels of the view; what its clip keeps out costs next to nothing
 * @viewport: the view; for a tile, a viewport of the tile's size around its middle
 * @scene: the plan's objects
 * @layers: (nullable): cache of backgrounds; without it none are painted
 * @style: colours
 * @parts: what is painted
 *
 * Paints a plan without its texts. What is painted at a place does not depend on the view's edges, so tiles fit
 * together when their corners lie on whole pixels of one picture.
 */
void
qp_paint_plan (cairo_t *cr, const QpViewport *viewport, QpScene *scene, QpPlanLayers *layers, const QpPlanStyle *style,
               QpPaintParts parts)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  if (parts & QP_PAINT_PAPER)
    {
      qp_set_colour (cr, style->paper);
      cairo_paint (cr);
    }
  if (parts & QP_PAINT_GRID)
    qp_paint_grid (cr, viewport, style);
  if (parts & QP_PAINT_BACKGROUNDS && layers != NULL)
    paint_backgrounds (cr, viewport, scene, layers, style, TRUE);
  if (parts & QP_PAINT_GHOSTS)
    paint_ghosts (cr, viewport, scene, layers, clip_in_plan (cr, viewport, OVERHANG_PX * style->unit), style);
  if (parts & (QP_PAINT_AREAS | QP_PAINT_MASSES | QP_PAINT_SCREENS | QP_PAINT_MARKS))
    {
      const QpBox box = clip_in_plan (cr, viewport, OVERHANG_PX * style->unit);
      g_autoptr (GPtrArray) items = qp_scene_query (scene, box);
      if (parts & QP_PAINT_AREAS)
        qp_paint_areas (cr, viewport, items, style);
      if (parts & QP_PAINT_MASSES)
        qp_paint_obstacles (cr, viewport, items, style);
      if (parts & QP_PAINT_SCREENS)
        qp_paint_screens (cr, viewport, items, style);
      if (parts & QP_PAINT_MARKS)
        qp_paint_marks (cr, viewport, items, style);
    }
  cairo_restore (cr);
}

/**
 * qp_paint_plan_whole:
 * @cr: context in pixels of the view
 * @viewport: the view
 * @scene: the plan's objects
 * @layers: (nullable): cache of backgrounds
 * @style: colours
 * @primary: screen whose label comes first, or %QP_ID_NONE
 * @viewing: (nullable): from where one screen is looked at
 * @map: (nullable): a map of values that lies over the plan, beneath its screens
 * @with_grid: whether the grid is painted
 *
 * Paints a plan with its texts in one go: for paper and for pictures.
 */
void
qp_paint_plan_whole (cairo_t *cr, const QpViewport *viewport, QpScene *scene, QpPlanLayers *layers,
                     const QpPlanStyle *style, QpId primary, const QpViewing *viewing, const QpMapOverlay *map,
                     gboolean with_grid)
{
  qp_paint_plan (cr, viewport, scene, layers, style,
                 QP_PAINT_TILES & ~(QpPaintParts) (QP_PAINT_SCREENS | (with_grid ? 0 : QP_PAINT_GRID)));
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  if (map != NULL)
    {
      qp_paint_map_overlay (cr, viewport, map, style);
      qp_paint_plan (cr, viewport, scene, NULL, style, QP_PAINT_MASSES);
    }
  if (viewing != NULL)
    qp_paint_viewing (cr, viewport, viewing, style);
  qp_paint_plan (cr, viewport, scene, NULL, style, QP_PAINT_SCREENS);
  g_autoptr (QpLabels) labels = qp_plan_labels_new (viewport, scene, style, primary, viewing, NULL);
  qp_labels_paint (labels, cr, 0, 0);
  cairo_restore (cr);
}
