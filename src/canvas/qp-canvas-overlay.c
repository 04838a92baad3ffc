/* qp-canvas-overlay.c: what moves over the plan: selection, handles, guides, and what is being dragged
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "canvas/qp-canvas-overlay.h"

#include "canvas/qp-canvas-viewing.h"
#include "render/qp-paint-decorations.h"
#include "render/qp-paint-depth.h"
#include "render/qp-paint-plan.h"

#define AROUND_PX 280.0 /* texts and handles reach beyond the places that they belong to */
#define DRAGGED_PARTS (QP_PAINT_AREAS | QP_PAINT_SCREENS | QP_PAINT_MARKS)

struct _QpCanvasOverlay
{
  GtkWidget parent_instance;

  QpStage *stage;
  QpPlanStyle style;
  QpScene *dragged; /* just the objects that are being dragged */

  QpNode *depth_of; /* screen whose picture with depth is kept; NULL when the one selected has none */
  QpDepthView depth;
};

G_DEFINE_FINAL_TYPE (QpCanvasOverlay, qp_canvas_overlay, GTK_TYPE_WIDGET)

/* -- dragged objects: the plan with nothing but them -- */

static QpNode *
plan_of_dragged (QpCanvasOverlay *self)
{
  QpScene *scene = qp_stage_get_scene (self->stage);
  g_autoptr (GPtrArray) items = qp_scene_hidden_items (scene);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (nodes, ((const QpItem *) g_ptr_array_index (items, i))->node);
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) nodes->pdata, nodes->len);
  return qp_node_with_children (qp_scene_get_plan (scene), list);
}

static gboolean
update_dragged (QpCanvasOverlay *self)
{
  QpScene *scene = qp_stage_get_scene (self->stage);
  guint n_ids;

  qp_stage_dragged (self->stage, &n_ids);
  if (n_ids == 0)
    {
      qp_scene_update (self->dragged, NULL, NULL, NULL);
      return FALSE;
    }
  g_autoptr (QpNode) plan = plan_of_dragged (self);
  qp_scene_update (self->dragged, plan, qp_scene_get_catalogue (scene), NULL);
  return TRUE;
}

static void
paint_dragged (QpCanvasOverlay *self, cairo_t *cr, const QpViewport *viewport, const QpViewing *viewing)
{
  QpSelection *selection = qp_stage_get_selection (self->stage);
  g_autoptr (QpLabels) labels = qp_plan_labels_new (viewport, self->dragged, &self->style,
                                                    qp_selection_get_primary (selection), viewing, NULL);

  qp_paint_plan (cr, viewport, self->dragged, NULL, &self->style, DRAGGED_PARTS);
  qp_labels_paint (labels, cr, 0, 0);
}

/* -- the picture with depth of the selected screen, worked out when it changes -- */

static void
forget_depth (QpCanvasOverlay *self)
{
  if (self->depth_of != NULL)
    qp_depth_view_clear (&self->depth);
  g_clear_pointer (&self->depth_of, qp_node_unref);
}

static gboolean
update_depth (QpCanvasOverlay *self)
{
  QpSelection *selection = qp_stage_get_selection (self->stage);
  const QpItem *item = qp_scene_find (qp_stage_get_scene (self->stage), qp_selection_get_primary (selection));
  const gboolean single = item != NULL && item->node->kind == QP_KIND_SCREEN && qp_selection_length (selection) == 1;

  if (single && item->node == self->depth_of)
    return TRUE;
  forget_depth (self);
  if (!single || ((const QpScreen *) item->node)->eye_x_m == QP_UNSET)
    return FALSE;
  const gboolean placed
      = qp_depth_view_init (&self->depth, (const QpScreen *) item->node, qp_stage_get_catalogue (self->stage));
  if (placed)
    self->depth_of = qp_node_ref (item->node);
  else
    qp_depth_view_clear (&self->depth);
  return placed;
}

/* -- the widget -- */

static void
include (QpBox *box, const QpViewport *viewport, QpBox place)
{
  if (!qp_box_is_empty (place))
    *box = qp_box_union (*box, qp_viewport_box_to_px (viewport, place));
}

/* what has to be painted again when something moves: mostly a small part of the view */
static QpBox
extent (QpCanvasOverlay *self, const QpViewport *viewport, const GPtrArray *decorations, const QpViewing *viewing)
{
  QpBox box = QP_BOX_EMPTY;

  include (&box, viewport, qp_scene_bounds (self->dragged));
  if (viewing != NULL)
    include (&box, viewport, qp_viewing_box (viewing));
  if (self->depth_of != NULL)
    include (&box, viewport, qp_depth_view_box (&self->depth));
  for (guint i = 0; i < decorations->len; i++)
    {
      const QpDecoration *decoration = g_ptr_array_index (decorations, i);
      box = qp_box_with (box, qp_viewport_to_px (viewport, decoration->a));
      box = qp_box_with (box, qp_viewport_to_px (viewport, decoration->b));
      if (decoration->item != NULL)
        include (&box, viewport, decoration->item->bounds);
    }
  box = qp_box_grown (box, AROUND_PX * fmax (self->style.text_px / QP_TEXT_PX, 1));
  return (QpBox){ fmax (box.x0, 0), fmax (box.y0, 0), fmin (box.x1, viewport->width), fmin (box.y1, viewport->height) };
}

static void
snapshot_focus (QpCanvasOverlay *self, GtkSnapshot *snapshot, const QpViewport *viewport)
{
  const QpColour accent = self->style.accent;
  const GdkRGBA rgba = { (float) accent.red, (float) accent.green, (float) accent.blue, 0.7f };
  const GskRoundedRect outline
      = GSK_ROUNDED_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height);

  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 }, (GdkRGBA[4]){ rgba, rgba, rgba, rgba });
}

static void
qp_canvas_overlay_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QpCanvasOverlay *self = QP_CANVAS_OVERLAY (widget);
  GtkWidget *canvas = gtk_widget_get_parent (widget);
  const QpViewport viewport = qp_viewport_on_pixels (qp_stage_get_viewport (self->stage));
  g_autoptr (GPtrArray) decorations = qp_stage_decorations (self->stage);
  QpViewing viewing;

  const gboolean dragged = update_dragged (self);
  const gboolean with_viewing = qp_canvas_viewing (self->stage, &viewing);
  const gboolean with_depth = update_depth (self);
  const QpBox box = extent (self, &viewport, decorations, with_viewing ? &viewing : NULL);
  if (!qp_box_is_empty (box))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT ((float) floor (box.x0), (float) floor (box.y0),
                                         (float) ceil (box.x1 - floor (box.x0)), (float) ceil (box.y1 - floor (box.y0))));
      if (with_viewing)
        qp_paint_viewing (cr, &viewport, &viewing, &self->style);
      if (dragged)
        paint_dragged (self, cr, &viewport, with_viewing ? &viewing : NULL);
      if (with_depth)
        qp_paint_depth (cr, &viewport, &self->depth, &self->style);
      qp_paint_decorations (cr, &viewport, decorations, &self->style);
      cairo_destroy (cr);
    }
  if (canvas != NULL && gtk_widget_has_visible_focus (canvas))
    snapshot_focus (self, snapshot, &viewport);
}

static void
qp_canvas_overlay_dispose (GObject *object)
{
  QpCanvasOverlay *self = QP_CANVAS_OVERLAY (object);

  forget_depth (self);
  g_clear_pointer (&self->dragged, qp_scene_free);
  g_clear_object (&self->stage);
  G_OBJECT_CLASS (qp_canvas_overlay_parent_class)->dispose (object);
}

static void
qp_canvas_overlay_class_init (QpCanvasOverlayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_canvas_overlay_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = qp_canvas_overlay_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qp_canvas_overlay_init (QpCanvasOverlay *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->dragged = qp_scene_new ();
  qp_plan_style_init (&self->style, QP_THEME_LIGHT, QP_TEXT_PX);
}

/**
 * qp_canvas_overlay_new:
 * @stage: (transfer none): what is shown
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
qp_canvas_overlay_new (QpStage *stage)
{
  QpCanvasOverlay *self = g_object_new (QP_TYPE_CANVAS_OVERLAY, NULL);

  self->stage = g_object_ref (stage);
  g_signal_connect_object (stage, "decorations-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "scene-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "viewport-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * qp_canvas_overlay_set_style:
 * @self: an overlay
 * @style: colours and text size
 */
void
qp_canvas_overlay_set_style (QpCanvasOverlay *self, const QpPlanStyle *style)
{
  self->style = *style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
