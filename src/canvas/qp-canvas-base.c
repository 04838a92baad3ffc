/* qp-canvas-base.c: the plan at rest: pictures from tiles, or painted directly when there is little
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "canvas/qp-canvas-base.h"

#include "canvas/qp-canvas-lines.h"
#include "canvas/qp-canvas-map.h"
#include "canvas/qp-canvas-viewing.h"
#include "canvas/qp-tiles.h"
#include "render/qp-paint-plan.h"

/* Painting so many objects anew in each frame leaves room for everything else in it; for more, and for
 * backgrounds, which may hold any number of lines, a thread paints tiles. */
#define DIRECT_MAX 800
#define LAYERS_BYTES ((gsize) 256 << 20)
#define LABELS_AHEAD_PX 200.0 /* while panning, labels are laid out for so much more than the view */
#define LABELS_QUICK_US 4000  /* labels that take longer are left out while the zoom changes */
#define REST_MS 90            /* a view that was left alone for so long is at rest */
#define BAND_PX 128.0         /* so much of a view stays in a processor's cache while it is put together */
#define ABOVE_MAP (QP_PAINT_SCREENS | QP_PAINT_MARKS) /* where objects are not in tiles */
#define UNDER_PARTS (QP_PAINT_PAPER | QP_PAINT_GRID | QP_PAINT_BACKGROUNDS | QP_PAINT_GHOSTS)

struct _QpCanvasBase
{
  GtkWidget parent_instance;

  QpStage *stage;
  QpCanvasLines *lines;
  QpPlanLayers *layers;
  QpTiles *tiles; /* NULL until needed */
  QpCanvasMap *map;
  QpPlanStyle style;
  QpLabels *labels; /* NULL when they have to be laid out again */
  QpViewport labels_viewport;
  gint64 labels_cost_us; /* of the last time */
  QpViewport last_viewport;
  guint rest_id;    /* timeout, while the view changes */
  gboolean zooming; /* and not only where it is */
  gboolean complete;
};

G_DEFINE_FINAL_TYPE (QpCanvasBase, qp_canvas_base, GTK_TYPE_WIDGET)

static void
drop_labels (QpCanvasBase *self)
{
  g_clear_pointer (&self->labels, qp_labels_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* -- backgrounds: how large they are is known once they are loaded -- */

static QpBox
corners_box (const double corners[8])
{
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < 4; i++)
    box = qp_box_with (box, qp_vec (corners[2 * i], corners[2 * i + 1]));
  return box;
}

static void
learn_bounds (QpCanvasBase *self, const QpBackground *background)
{
  g_autoptr (QpPlanLayer) layer = qp_plan_layers_peek (self->layers, background);
  const QpItem *item = qp_scene_find (qp_stage_get_scene (self->stage), background->node.id);
  double corners[8];

  if (layer == NULL || item == NULL)
    return;
  qp_plan_layer_corners (layer, background, corners);
  const QpBox box = corners_box (corners);
  cairo_matrix_t matrix;
  qp_plan_layer_matrix (layer, background, &matrix);
  qp_stage_set_background_scale (self->stage, background->node.id, hypot (matrix.xx, matrix.yx),
                                 qp_vec (qp_plan_layer_width (layer), qp_plan_layer_height (layer)));
  if (box.x0 != item->bounds.x0 || box.y0 != item->bounds.y0 || box.x1 != item->bounds.x1 || box.y1 != item->bounds.y1)
    qp_stage_set_background_bounds (self->stage, background->node.id, box);
  qp_canvas_lines_tell (self->lines, self->stage, layer, background);
}

static gboolean
has_background (QpCanvasBase *self)
{
  const QpNode *plan = qp_scene_get_plan (qp_stage_get_scene (self->stage));
  QpNodeIter iter;
  QpNode *node;

  if (plan == NULL)
    return FALSE;
  qp_node_iter_init (&iter, plan->children);
  while ((node = qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND)) != NULL)
    if (((const QpBackground *) node)->visible != FALSE)
      return TRUE;
  return FALSE;
}

static void
learn_all_bounds (QpCanvasBase *self)
{
  const QpNode *plan = qp_scene_get_plan (qp_stage_get_scene (self->stage));
  QpNodeIter iter;
  QpNode *node;

  if (plan == NULL)
    return;
  qp_node_iter_init (&iter, plan->children);
  while ((node = qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND)) != NULL)
    learn_bounds (self, (const QpBackground *) node);
}

static void
on_lines_ready (gpointer data)
{
  learn_all_bounds (data);
}

/* -- tiles -- */

static void
on_tiles_arrived (gpointer data)
{
  QpCanvasBase *self = data;

  learn_all_bounds (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* a background is where its opening was told of before, or anywhere */
static void
on_layer_arrived (gpointer data)
{
  QpCanvasBase *self = data;
  const QpBox everywhere = { -INFINITY, -INFINITY, INFINITY, INFINITY };
  g_autoptr (GArray) dirty = g_array_new (FALSE, FALSE, sizeof (QpBox));

  g_array_append_val (dirty, everywhere);
  if (self->tiles != NULL)
    qp_tiles_set_scene (self->tiles, qp_stage_get_scene (self->stage), dirty);
  learn_all_bounds (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static QpTiles *
need_tiles (QpCanvasBase *self)
{
  if (self->tiles == NULL)
    {
      g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (QpBox));
      self->tiles = qp_tiles_new (self->layers, on_tiles_arrived, self);
      qp_tiles_set_style (self->tiles, &self->style);
      qp_tiles_set_scene (self->tiles, qp_stage_get_scene (self->stage), nothing);
    }
  return self->tiles;
}

static void
paint_tile (cairo_surface_t *surface, QpBox px, gboolean exact, gpointer data)
{
  cairo_t *cr = data;
  double factor;

  cairo_surface_get_device_scale (surface, &factor, &factor);
  const double side = QP_TILE_PX / factor;
  cairo_save (cr);
  cairo_translate (cr, px.x0, px.y0);
  cairo_scale (cr, (px.x1 - px.x0) / side, (px.y1 - px.y0) / side);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), exact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, side, side);
  cairo_fill (cr);
  cairo_restore (cr);
}

static const cairo_user_data_key_t texture_key;

/* a GPU wants textures, and keeps them as long as they are the same object */
static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  GdkTexture *texture = cairo_surface_get_user_data (surface, &texture_key);

  if (texture != NULL)
    return texture;
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const gsize size = stride * (gsize) height;
  guint32 *pixels = g_memdup2 (cairo_image_surface_get_data (surface), size);
  for (gsize i = 0; i < size / sizeof *pixels; i++)
    pixels[i] |= 0xff000000u; /* the fourth byte of RGB24 means nothing to cairo */
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, size);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
  cairo_surface_set_user_data (surface, &texture_key, texture, g_object_unref);
  return texture;
}

static void
append_tile (cairo_surface_t *surface, QpBox px, gboolean exact, gpointer snapshot)
{
  gtk_snapshot_append_texture (snapshot, texture_of (surface),
                               &GRAPHENE_RECT_INIT ((float) px.x0, (float) px.y0, (float) (px.x1 - px.x0),
                                                    (float) (px.y1 - px.y0)));
}

/* GTK's cairo renderer downloads textures in each frame, so it is given cairo's own pictures */
static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native == NULL ? NULL : gtk_native_get_renderer (native);

  return renderer == NULL || g_str_equal (G_OBJECT_TYPE_NAME (renderer), "GskCairoRenderer");
}

/* -- labels -- */

static QpVec
labels_offset (QpCanvasBase *self, const QpViewport *viewport)
{
  return qp_vec_sub (qp_viewport_to_px (viewport, qp_vec (0, 0)),
                     qp_viewport_to_px (&self->labels_viewport, qp_vec (0, 0)));
}

/* at rest labels keep within the view; while it moves, the same ones are shown as long as they reach */
static gboolean
labels_serve (QpCanvasBase *self, const QpViewport *viewport)
{
  if (self->labels == NULL || viewport->scale != self->labels_viewport.scale)
    return FALSE;
  if (self->rest_id == 0)
    return qp_viewport_equal (viewport, &self->labels_viewport);
  const QpVec offset = labels_offset (self, viewport);
  return offset.x <= 0 && offset.y <= 0 && offset.x + self->labels_viewport.width >= viewport->width
         && offset.y + self->labels_viewport.height >= viewport->height;
}

/* What lies over the canvas, tools and buttons: its younger siblings. A page over all of it covers nothing. */
static GArray *
covered (QpCanvasBase *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (QpBox));
  GtkWidget *canvas = gtk_widget_get_parent (GTK_WIDGET (self));
  const double width = gtk_widget_get_width (canvas), height = gtk_widget_get_height (canvas);
  graphene_rect_t place;

  for (GtkWidget *over = gtk_widget_get_next_sibling (canvas); over != NULL; over = gtk_widget_get_next_sibling (over))
    if (gtk_widget_get_visible (over) && gtk_widget_compute_bounds (over, canvas, &place)
        && (place.size.width < width || place.size.height < height))
      {
        const QpBox box = { place.origin.x, place.origin.y, place.origin.x + place.size.width,
                            place.origin.y + place.size.height };
        g_array_append_val (boxes, box);
      }
  return boxes;
}

static void
lay_out_labels (QpCanvasBase *self, const QpViewport *viewport)
{
  QpSelection *selection = qp_stage_get_selection (self->stage);
  QpViewing viewing;
  guint n_dragged;

  qp_stage_dragged (self->stage, &n_dragged);
  const gboolean with_viewing = n_dragged == 0 && qp_canvas_viewing (self->stage, &viewing);
  const gint64 start = g_get_monotonic_time ();
  g_clear_pointer (&self->labels, qp_labels_free);
  self->labels_viewport = *viewport;
  if (self->rest_id != 0)
    qp_viewport_resize (&self->labels_viewport, viewport->width + 2 * LABELS_AHEAD_PX,
                        viewport->height + 2 * LABELS_AHEAD_PX, viewport->factor);
  g_autoptr (GArray) boxes = self->rest_id == 0 ? covered (self) : NULL; /* what moves passes below */
  self->labels = qp_plan_labels_new (&self->labels_viewport, qp_stage_get_scene (self->stage), &self->style,
                                     qp_selection_get_primary (selection), with_viewing ? &viewing : NULL, boxes);
  self->labels_cost_us = g_get_monotonic_time () - start;
}

static gboolean
on_rest (gpointer data)
{
  QpCanvasBase *self = data;

  self->rest_id = 0;
  self->zooming = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
watch_view (QpCanvasBase *self, const QpViewport *viewport)
{
  const QpViewport before = self->last_viewport;

  if (qp_viewport_equal (viewport, &before))
    return;
  self->last_viewport = *viewport;
  if (before.scale == 0)
    return; /* the first frame */
  self->zooming = self->zooming || viewport->scale != before.scale;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rest, self);
}

static void
paint_labels (QpCanvasBase *self, cairo_t *cr, const QpViewport *viewport)
{
  const gboolean serve = labels_serve (self, viewport);

  if (!serve && self->zooming && self->labels_cost_us > LABELS_QUICK_US)
    return;
  if (!serve)
    lay_out_labels (self, viewport);
  const QpVec offset = labels_offset (self, viewport);
  qp_labels_paint (self->labels, cr, offset.x, offset.y);
}

/* -- the widget -- */

/* what is kept in tiles */
static QpPaintParts
tiled_parts (QpCanvasBase *self, const QpViewport *viewport)
{
  QpScene *scene = qp_stage_get_scene (self->stage);

  if (qp_scene_count (scene, qp_viewport_visible (viewport), DIRECT_MAX + 1) > DIRECT_MAX)
    return QP_PAINT_TILES;
  return has_background (self) || qp_scene_ghosts (scene)->len > 0 ? UNDER_PARTS : (QpPaintParts) 0;
}

/* GTK's cairo renderer puts each of its cairo nodes together in a picture of its own, made anew in each frame. Those
 * of bands are small: they stay in the cache, and malloc has room for them without asking for fresh pages. */
static void
append_in_bands (GtkSnapshot *snapshot, cairo_surface_t *picture, const QpViewport *viewport)
{
  for (double y = 0; y < viewport->height; y += BAND_PX)
    {
      const graphene_rect_t band = GRAPHENE_RECT_INIT (0, (float) y, (float) viewport->width,
                                                       (float) fmin (BAND_PX, viewport->height - y));
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &band);
      cairo_set_source_surface (cr, picture, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
}

/* the map lies over the tiles, with the screens that are in them: a few of them are painted once more */
static gboolean
has_few_screens (QpScene *scene, const QpViewport *viewport)
{
  return qp_scene_count_screens (scene, qp_viewport_visible (viewport), DIRECT_MAX + 1) <= DIRECT_MAX;
}

/* what is painted over textures, or the whole view when there are none */
static void
paint_rest (QpCanvasBase *self, cairo_t *cr, const QpViewport *viewport, QpPaintParts tiled)
{
  QpScene *scene = qp_stage_get_scene (self->stage);

  if (qp_scene_get_plan (scene) == NULL)
    return;
  const QpPaintParts untiled = QP_PAINT_TILES & ~(QpPaintParts) (tiled | QP_PAINT_PAPER);
  if (tiled != QP_PAINT_TILES)
    qp_paint_plan (cr, viewport, scene, NULL, &self->style, untiled & ~(QpPaintParts) ABOVE_MAP);
  const gboolean mapped = qp_canvas_map_paint (self->map, cr, viewport, self->zooming);
  if (mapped && tiled != QP_PAINT_TILES)
    qp_paint_plan (cr, viewport, scene, NULL, &self->style, QP_PAINT_MASSES);
  if (tiled != QP_PAINT_TILES || (mapped && has_few_screens (scene, viewport)))
    qp_paint_plan (cr, viewport, scene, NULL, &self->style, ABOVE_MAP);
  paint_labels (self, cr, viewport);
}

static void
snapshot_by_textures (QpCanvasBase *self, GtkSnapshot *snapshot, const QpViewport *viewport, QpPaintParts tiled)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height);
  const QpColour paper = self->style.paper;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ (float) paper.red, (float) paper.green, (float) paper.blue, 1 },
                             &bounds);
  self->complete = qp_tiles_show (need_tiles (self), viewport, tiled, !self->zooming, append_tile, snapshot);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  paint_rest (self, cr, viewport, tiled);
  cairo_destroy (cr);
}

static void
snapshot_by_cairo (QpCanvasBase *self, GtkSnapshot *snapshot, const QpViewport *viewport, QpPaintParts tiled)
{
  const cairo_rectangle_t bounds = { 0, 0, viewport->width, viewport->height };
  cairo_surface_t *picture = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &bounds);
  cairo_t *cr = cairo_create (picture);

  qp_set_colour (cr, self->style.paper);
  cairo_paint (cr);
  if (tiled != 0)
    self->complete = qp_tiles_show (need_tiles (self), viewport, tiled, !self->zooming, paint_tile, cr);
  paint_rest (self, cr, viewport, tiled);
  cairo_destroy (cr);
  append_in_bands (snapshot, picture, viewport);
  cairo_surface_destroy (picture);
}

static void
qp_canvas_base_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QpCanvasBase *self = QP_CANVAS_BASE (widget);
  const QpViewport viewport = qp_viewport_on_pixels (qp_stage_get_viewport (self->stage));
  const gboolean has_plan = qp_scene_get_plan (qp_stage_get_scene (self->stage)) != NULL;
  const QpPaintParts tiled = has_plan ? tiled_parts (self, &viewport) : (QpPaintParts) 0;

  self->complete = TRUE;
  watch_view (self, &viewport);
  if (tiled != 0 && !is_drawn_by_cairo (widget))
    snapshot_by_textures (self, snapshot, &viewport, tiled);
  else
    snapshot_by_cairo (self, snapshot, &viewport, tiled);
}

static void
on_scene_changed (QpCanvasBase *self, GArray *dirty)
{
  if (dirty->len == 0)
    return;
  if (self->tiles != NULL)
    qp_tiles_set_scene (self->tiles, qp_stage_get_scene (self->stage), dirty);
  learn_all_bounds (self);
  drop_labels (self);
}

static void
qp_canvas_base_dispose (GObject *object)
{
  QpCanvasBase *self = QP_CANVAS_BASE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->tiles, qp_tiles_free);
  g_clear_pointer (&self->map, qp_canvas_map_free);
  g_clear_pointer (&self->labels, qp_labels_free);
  if (self->layers != NULL)
    qp_plan_layers_set_arrived (self->layers, NULL, NULL);
  g_clear_pointer (&self->lines, qp_canvas_lines_free);
  g_clear_pointer (&self->layers, qp_plan_layers_unref);
  g_clear_object (&self->stage);
  G_OBJECT_CLASS (qp_canvas_base_parent_class)->dispose (object);
}

static void
qp_canvas_base_class_init (QpCanvasBaseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_canvas_base_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = qp_canvas_base_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qp_canvas_base_init (QpCanvasBase *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->layers = qp_plan_layers_new (LAYERS_BYTES);
  self->map = qp_canvas_map_new ();
  self->lines = qp_canvas_lines_new (on_lines_ready, self);
  qp_plan_layers_set_arrived (self->layers, on_layer_arrived, self);
  qp_plan_style_init (&self->style, QP_THEME_LIGHT, QP_TEXT_PX);
}

/**
 * qp_canvas_base_new:
 * @stage: (transfer none): what is shown
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
qp_canvas_base_new (QpStage *stage)
{
  QpCanvasBase *self = g_object_new (QP_TYPE_CANVAS_BASE, NULL);

  self->stage = g_object_ref (stage);
  g_signal_connect_object (stage, "scene-changed", G_CALLBACK (on_scene_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "selection-changed", G_CALLBACK (drop_labels), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "viewport-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * qp_canvas_base_set_map:
 * @self: a base
 * @overlay: (nullable): a map that lies over the plan, beneath its screens
 */
void
qp_canvas_base_set_map (QpCanvasBase *self, QpMapOverlay *overlay)
{
  qp_canvas_map_set_overlay (self->map, overlay);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qp_canvas_base_set_style:
 * @self: a base
 * @style: colours and text size
 */
void
qp_canvas_base_set_style (QpCanvasBase *self, const QpPlanStyle *style)
{
  self->style = *style;
  qp_canvas_map_set_style (self->map, style);
  if (self->tiles != NULL)
    qp_tiles_set_style (self->tiles, style);
  drop_labels (self);
}

/**
 * qp_canvas_base_is_complete:
 * @self: a base
 *
 * Returns: whether the last frame had all its pictures; for tests and measurements
 */
gboolean
qp_canvas_base_is_complete (QpCanvasBase *self)
{
  return self->complete && self->rest_id == 0 && qp_plan_layers_is_idle (self->layers)
         && (self->tiles == NULL || qp_tiles_is_idle (self->tiles));
}
