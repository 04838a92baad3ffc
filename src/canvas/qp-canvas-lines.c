/* qp-canvas-lines.c: the lines of backgrounds are got ready to be snapped to
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "canvas/qp-canvas-lines.h"

#include "plans/qp-plan-segments.h"

#include <gio/gio.h>

struct _QpCanvasLines
{
  GHashTable *entries; /* QpId, owned → Entry, owned */
  GCancellable *cancellable;
  void (*ready) (gpointer);
  gpointer data;
};

typedef struct
{
  QpPlanLayer *layer;
  char *hidden_layers;
  QpSegments *segments; /* NULL while they are built */
} Entry;

/* what a thread works on */
typedef struct
{
  QpCanvasLines *lines; /* used in the main thread alone, and only when not cancelled */
  QpId id;
  QpPlanLayer *layer;
  QpNode *background;
  char *hidden_layers;
} Job;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  qp_plan_layer_unref (self->layer);
  qp_segments_unref (self->segments);
  g_free (self->hidden_layers);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *self = data;

  qp_plan_layer_unref (self->layer);
  qp_node_unref (self->background);
  g_free (self->hidden_layers);
  g_free (self);
}

/**
 * qp_canvas_lines_new:
 * @ready: called in the main thread when lines have become ready, so that they can be told again
 * @data: for @ready
 *
 * Returns: (transfer full): no lines yet
 */
QpCanvasLines *
qp_canvas_lines_new (void (*ready) (gpointer), gpointer data)
{
  QpCanvasLines *self = g_new0 (QpCanvasLines, 1);

  self->entries = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, g_free, entry_free);
  self->cancellable = g_cancellable_new ();
  self->ready = ready;
  self->data = data;
  return self;
}

/**
 * qp_canvas_lines_free:
 * @self: (nullable): lines
 */
void
qp_canvas_lines_free (QpCanvasLines *self)
{
  if (self == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->entries);
  g_free (self);
}

static void
build (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (QpPlanLayer) layer = qp_plan_layer_to_trace (job->layer, (const QpBackground *) job->background);

  g_task_return_pointer (task, layer == NULL ? NULL : qp_plan_layer_segments (layer, job->hidden_layers),
                         (GDestroyNotify) qp_segments_unref);
}

static gboolean
is_about (const Entry *entry, const QpPlanLayer *layer, const char *hidden_layers)
{
  return entry != NULL && entry->layer == layer && g_strcmp0 (entry->hidden_layers, hidden_layers) == 0;
}

static void
on_built (GObject *source, GAsyncResult *result, gpointer data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (QpSegments) segments = g_task_propagate_pointer (G_TASK (result), NULL);

  if (segments == NULL)
    return; /* the lines are gone */
  Entry *entry = g_hash_table_lookup (job->lines->entries, &job->id);
  if (!is_about (entry, job->layer, job->hidden_layers))
    return;
  g_clear_pointer (&entry->segments, qp_segments_unref);
  entry->segments = g_steal_pointer (&segments);
  job->lines->ready (job->lines->data);
}

static void
begin (QpCanvasLines *self, QpPlanLayer *layer, const QpBackground *background)
{
  const QpId id = background->node.id;
  const char *hidden_layers = background->hidden_layers;
  Entry *entry = g_new0 (Entry, 1);
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_built, NULL);

  *entry = (Entry){ qp_plan_layer_ref (layer), g_strdup (hidden_layers), NULL };
  *job = (Job){ self, id, qp_plan_layer_ref (layer), qp_node_ref ((QpNode *) &background->node), g_strdup (hidden_layers) };
  g_hash_table_replace (self->entries, g_memdup2 (&id, sizeof id), entry);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, build);
}

/**
 * qp_canvas_lines_tell:
 * @self: lines
 * @stage: is told
 * @layer: the decoded background
 * @background: the node that places it
 *
 * Tells the stage where the lines of a background lie, or has them got ready first.
 */
void
qp_canvas_lines_tell (QpCanvasLines *self, QpStage *stage, QpPlanLayer *layer, const QpBackground *background)
{
  const QpId id = background->node.id;
  const Entry *entry = g_hash_table_lookup (self->entries, &id);
  cairo_matrix_t matrix;

  if (!qp_plan_layer_has_segments (layer))
    return;
  if (!is_about (entry, layer, background->hidden_layers))
    begin (self, layer, background);
  else if (entry->segments != NULL)
    {
      qp_plan_layer_matrix (layer, background, &matrix);
      const QpMatrix to_plan = { matrix.xx, matrix.yx, matrix.xy, matrix.yy, matrix.x0, matrix.y0 };
      qp_stage_set_background_segments (stage, id, entry->segments, &to_plan);
    }
}
