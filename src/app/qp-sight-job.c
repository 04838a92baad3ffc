/* qp-sight-job.c: a map of what is seen, made in threads, coarsely first
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two passes: a few thousand cells and a few parts of each screen, which takes some hundredths of a second, then all. Two
 * threads take one screen after the other; results are kept in the store, so that a screen that did not change is not
 * computed again.
 */
#include "config.h"

#include "app/qp-sight-job.h"

#include "base/qp-thread.h"
#include "render/qp-sight-scale.h"

#include <gio/gio.h>

#define COARSE_CELLS 6000
#define COARSE_PARTS 8
#define VIEWSHED_CELLS 40000
#define MANY_SCREENS 10 /* with more than these cells are larger, so that the time stays about the same */

struct _QpSightJob
{
  int count; /* atomic */
  int stop;  /* atomic */
  QpSightStore *store;
  QpSightOrder order;
  QpSightArrived arrived;
  gpointer data;
  GMutex lock;       /* of what follows */
  QpValueGrid *sum;  /* of the pass that is under way */
  QpValueGrid *late; /* light after the curfew; NULL of other measures */
  guint next_screen;
  guint finished;    /* screens of both passes */
};

/* one pass */
typedef struct
{
  QpSightJob *job;
  QpSightScene *scene;
  guint parts;
} Pass;

/* what a pass made, on its way to the main thread */
typedef struct
{
  QpSightJob *job;
  QpMapOverlay *overlay;
  gboolean last;
  gsize cells;
} Arrival;

static gboolean
is_stopped (QpSightJob *self)
{
  return g_atomic_int_get (&self->stop) != 0;
}

static gboolean
go_on (double done, gpointer data)
{
  return !is_stopped (data);
}

/**
 * qp_sight_job_ref:
 * @self: a job
 *
 * Returns: (transfer full): @self
 */
QpSightJob *
qp_sight_job_ref (QpSightJob *self)
{
  g_atomic_int_inc (&self->count);
  return self;
}

/**
 * qp_sight_job_unref:
 * @self: (transfer full): a job
 */
void
qp_sight_job_unref (QpSightJob *self)
{
  if (!g_atomic_int_dec_and_test (&self->count))
    return;
  qp_node_unref (self->order.plan);
  g_ptr_array_unref (self->order.screens);
  g_clear_pointer (&self->order.viewshed_of, qp_node_unref);
  g_clear_pointer (&self->order.catalogue, qp_catalogue_unref);
  g_clear_pointer (&self->sum, qp_value_grid_free);
  g_clear_pointer (&self->late, qp_value_grid_free);
  qp_sight_store_unref (self->store);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* --- the work --- */

static void
add_to (QpSightJob *self, QpValueGrid **sum, QpValueGrid *values)
{
  if (*sum == NULL)
    *sum = values;
  else
    {
      qp_sight_values_add (self->order.measure, *sum, values);
      qp_value_grid_free (values);
    }
}

static void
add_values (QpSightJob *self, QpValueGrid *values, QpValueGrid *late)
{
  g_mutex_lock (&self->lock);
  add_to (self, &self->sum, values);
  if (late != NULL)
    add_to (self, &self->late, late);
  self->finished++;
  g_mutex_unlock (&self->lock);
}

static QpNode *
take_screen (QpSightJob *self)
{
  g_mutex_lock (&self->lock);
  const guint index = self->next_screen++;
  g_mutex_unlock (&self->lock);
  return index < self->order.screens->len && !is_stopped (self) ? g_ptr_array_index (self->order.screens, index) : NULL;
}

static gpointer
take_screens (gpointer data)
{
  const Pass *pass = data;
  QpSightJob *self = pass->job;

  for (QpNode *screen; (screen = take_screen (self)) != NULL;)
    {
      g_autoptr (QpSightResult) result = qp_sight_store_result (self->store, pass->scene, screen, self->order.catalogue,
                                                                &self->order.options, pass->parts, go_on, self);
      if (result == NULL)
        continue;
      if (self->order.measure->detail != QP_SIGHT_LIGHT)
        add_values (self, qp_sight_values_new (self->order.measure, result), NULL);
      else if (qp_sight_result_add_light (result, self->order.catalogue, go_on, self))
        add_values (self, qp_sight_values_new (self->order.measure, result), qp_sight_values_new (&qp_sight_late, result));
    }
  return NULL;
}

static gpointer
help (gpointer data)
{
  qp_thread_stand_back ();
  return take_screens (data);
}

static void
add_viewshed (QpSightJob *self, QpMapOverlay *overlay, guint cells)
{
  const QpSightSpan span = { self->order.span.cell_m, TRUE, cells };

  if (self->order.viewshed_of == NULL)
    return;
  g_autoptr (QpSightScene) scene = qp_sight_store_scene (self->store, self->order.plan, &span);
  g_autoptr (QpSightResult) result
      = qp_sight_store_result (self->store, scene, self->order.viewshed_of, self->order.catalogue, &self->order.options,
                               QP_LOOK_PARTS / 2, go_on, self);
  if (result == NULL)
    return;
  const double one = 1;
  g_autoptr (QpValueGrid) reading = qp_sight_values_new (&qp_sight_reading, result);
  g_autoptr (QpValueGrid) noticing = qp_sight_values_new (&qp_sight_noticing, result);
  qp_map_overlay_add_viewshed (overlay, qp_contours_new (reading, &one, 1), qp_contours_new (noticing, &one, 1));
}

static gboolean
arrive (gpointer data)
{
  Arrival *arrival = data;

  if (!is_stopped (arrival->job))
    arrival->job->arrived (arrival->overlay, arrival->last, arrival->cells, arrival->job->data);
  return G_SOURCE_REMOVE;
}

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  qp_map_overlay_unref (arrival->overlay);
  qp_sight_job_unref (arrival->job);
  g_free (arrival);
}

static void
send (QpSightJob *self, const QpSightScene *scene, gboolean last)
{
  Arrival *arrival = g_new (Arrival, 1);
  QpMapScale scale;

  if (self->sum == NULL) /* no screen at all */
    self->sum = qp_value_grid_new (&scene->grid);
  qp_sight_scale (&scale, self->order.measure, self->sum);
  *arrival = (Arrival){ qp_sight_job_ref (self), qp_map_overlay_new (self->sum, &scale, self->order.theme, self->order.hatched), last,
                        qp_sight_scene_cells (scene) };
  if (self->late != NULL)
    {
      qp_map_overlay_add_limit (arrival->overlay, self->sum, self->order.zone, FALSE);
      qp_map_overlay_add_limit (arrival->overlay, self->late, self->order.zone, TRUE);
    }
  add_viewshed (self, arrival->overlay, last ? VIEWSHED_CELLS : COARSE_CELLS);
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, arrive, arrival, arrival_free);
}

static void
run_pass (QpSightJob *self, const QpSightSpan *span, guint parts, gboolean last)
{
  g_autoptr (QpSightScene) scene = qp_sight_store_scene (self->store, self->order.plan, span);
  Pass pass = { self, scene, parts };

  self->next_screen = 0;
  g_clear_pointer (&self->sum, qp_value_grid_free);
  g_clear_pointer (&self->late, qp_value_grid_free);
  GThread *helper = self->order.screens->len > 1 ? g_thread_new ("sight", help, &pass) : NULL;
  take_screens (&pass);
  if (helper != NULL)
    g_thread_join (helper);
  if (!is_stopped (self))
    send (self, scene, last);
}

static gpointer
work (gpointer data)
{
  QpSightJob *self = data;
  QpSightSpan span = self->order.span;
  const guint screens = MAX (self->order.screens->len, 1);

  qp_thread_stand_back ();
  span.most_cells = COARSE_CELLS;
  run_pass (self, &span, COARSE_PARTS, FALSE);
  span.most_cells = screens <= MANY_SCREENS ? self->order.span.most_cells
                                            : MAX (self->order.span.most_cells * MANY_SCREENS / screens, COARSE_CELLS);
  if (!is_stopped (self))
    run_pass (self, &span, QP_LOOK_PARTS, TRUE);
  qp_sight_job_unref (self);
  return NULL;
}

/**
 * qp_sight_job_start:
 * @store: where results are kept
 * @order: what is asked for
 * @arrived: called with each map
 * @data: for @arrived
 *
 * Returns: (transfer full): the job
 */
QpSightJob *
qp_sight_job_start (QpSightStore *store, const QpSightOrder *order, QpSightArrived arrived, gpointer data)
{
  QpSightJob *self = g_new0 (QpSightJob, 1);

  self->count = 1;
  g_mutex_init (&self->lock);
  self->store = qp_sight_store_ref (store);
  self->order = *order;
  qp_node_ref (order->plan);
  g_ptr_array_ref (order->screens);
  if (order->viewshed_of != NULL)
    qp_node_ref (order->viewshed_of);
  if (order->catalogue != NULL)
    qp_catalogue_ref (order->catalogue);
  self->arrived = arrived;
  self->data = data;
  g_thread_unref (g_thread_new ("sight", work, qp_sight_job_ref (self)));
  return self;
}

/**
 * qp_sight_job_cancel:
 * @self: a job
 *
 * Ends it soon; its function is not called any more.
 */
void
qp_sight_job_cancel (QpSightJob *self)
{
  g_atomic_int_set (&self->stop, 1);
}

/**
 * qp_sight_job_done:
 * @self: a job
 *
 * Returns: how much of it is done, 0 … 1
 */
double
qp_sight_job_done (QpSightJob *self)
{
  g_mutex_lock (&self->lock);
  const guint finished = self->finished;
  g_mutex_unlock (&self->lock);
  return finished / (2.0 * MAX (self->order.screens->len, 1));
}
