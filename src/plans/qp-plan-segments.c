/* qp-plan-segments.c: the lines of a drawing, to be snapped to
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-segments.h"

#include "plans/qp-plan-content.h"

/**
 * qp_plan_layer_has_segments:
 * @self: a layer
 *
 * Returns: whether single lines of it are known: those of DXF and GeoJSON, and those of SVG and PDF pages without
 * pictures
 */
gboolean
qp_plan_layer_has_segments (const QpPlanLayer *self)
{
  const QpPlanContent *content = qp_plan_layer_content (self);

  return content->drawing != NULL || content->traceable;
}

typedef struct
{
  GArray *segments;
  QpVec corner; /* lower left one of the drawing */
  double height;
} Collection;

/* from the drawing's frame, y up, into that of the layer, y down */
static QpVec
in_layer (const Collection *self, QpVec place)
{
  return qp_vec (place.x - self->corner.x, self->height - (place.y - self->corner.y));
}

static void
add_shape (Collection *self, const QpDrawingShape *shape, const QpVec *points)
{
  const gboolean closed = (shape->type == QP_SHAPE_OUTLINE || shape->type == QP_SHAPE_FILL) && shape->n > 2;

  for (guint i = 0; i + (closed || shape->n == 1 ? 0 : 1) < shape->n; i++)
    {
      const QpSegment segment = { in_layer (self, points[i]), in_layer (self, points[(i + 1) % shape->n]) };
      g_array_append_val (self->segments, segment);
    }
}

static gboolean *
hidden_of (const QpPlanDrawing *drawing, const char *hidden_layers)
{
  const guint n = qp_plan_drawing_n_layers (drawing);
  gboolean *hidden = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    hidden[i] = qp_hidden_layers_has (hidden_layers, qp_plan_drawing_layer (drawing, i)->name);
  return hidden;
}

/**
 * qp_plan_layer_segments:
 * @self: a layer
 * @hidden_layers: (nullable): names of the layers that are not shown
 *
 * Takes up to a few seconds for a great drawing: call it in a worker.
 *
 * Returns: (transfer full) (nullable): its lines in the frame of qp_plan_layer_matrix(), with an index; %NULL when it
 *   has none
 */
QpSegments *
qp_plan_layer_segments (QpPlanLayer *self, const char *hidden_layers)
{
  const QpPlanContent *content = qp_plan_layer_content (self);
  guint n_shapes;

  if (content->drawing == NULL)
    {
      GArray *traced = qp_plan_layer_trace (self);
      return traced != NULL ? qp_segments_new_take (traced) : NULL;
    }
  const QpBox bounds = qp_plan_drawing_bounds (content->drawing, NULL);
  Collection collection
      = { g_array_new (FALSE, FALSE, sizeof (QpSegment)), qp_vec (bounds.x0, bounds.y0), content->height };
  g_autofree gboolean *hidden = hidden_of (content->drawing, hidden_layers);
  const QpDrawingShape *shapes = qp_plan_drawing_shapes (content->drawing, &n_shapes);
  for (guint i = 0; i < n_shapes; i++)
    if (shapes[i].layer >= qp_plan_drawing_n_layers (content->drawing) || !hidden[shapes[i].layer])
      add_shape (&collection, &shapes[i], qp_plan_drawing_points (content->drawing, &shapes[i]));
  return qp_segments_new_take (collection.segments);
}
