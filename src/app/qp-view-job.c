/* qp-view-job.c: what somebody sees from a place, worked out in a thread
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-view-job.h"

#include <math.h>

#define MOST_LOOKS 30 /* more figures nobody reads */

static void
wanted_free (gpointer data)
{
  QpViewWanted *self = data;

  qp_node_unref (self->plan);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  g_clear_pointer (&self->scene, qp_view_scene_unref);
  g_free (self);
}

/**
 * qp_view_result_free:
 * @self: a result
 */
void
qp_view_result_free (QpViewResult *self)
{
  g_array_unref (self->looks);
  qp_view_picture_free (self->picture);
  qp_view_scene_unref (self->scene);
  g_free (self);
}

/* -- figures -- */

static void
look_clear (gpointer data)
{
  qp_look_screen_clear (&((QpViewLook *) data)->screen);
}

typedef struct
{
  const QpScreen *screen;
  double away;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const double one = ((const Near *) a)->away, two = ((const Near *) b)->away;

  return (one > two) - (one < two);
}

/* the nearest ones, by their middles on the plan */
static GArray *
nearest_screens (const QpNode *plan, QpVec3 eye)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (Near));
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      const QpScreen *screen = (const QpScreen *) node;
      const Near one = { screen, hypot (qp_m_from_um (screen->x_m) - eye.x, qp_m_from_um (screen->y_m) - eye.y) };
      g_array_append_val (near, one);
    }
  g_array_sort (near, compare_near);
  return near;
}

static double
size_of (const QpViewLook *self)
{
  const double size = self->look.width_deg * self->look.height_deg;

  return self->look.grade < QP_LOOK_SEEN || isnan (size) ? self->look.grade - 10.0 : size;
}

static int
compare_looks (gconstpointer a, gconstpointer b)
{
  const double one = size_of (a), two = size_of (b);

  return (one < two) - (one > two);
}

static void
look_at_screens (const QpViewWanted *wanted, QpViewResult *result)
{
  g_autoptr (GArray) walls = qp_sight_walls (wanted->plan, NULL);
  g_autoptr (GArray) near = nearest_screens (wanted->plan, wanted->gaze.eye);

  result->looks = g_array_new (FALSE, TRUE, sizeof (QpViewLook));
  g_array_set_clear_func (result->looks, look_clear);
  result->others = near->len > MOST_LOOKS ? near->len - MOST_LOOKS : 0;
  for (guint i = 0; i < MIN (near->len, MOST_LOOKS); i++)
    {
      QpViewLook one;
      const gboolean known = qp_look_screen_init (&one.screen, g_array_index (near, Near, i).screen, wanted->catalogue,
                                                  NULL, QP_LOOK_PARTS);
      if (known)
        qp_look (&one.screen, walls, wanted->gaze.eye, &one.look, NULL);
      if (known)
        g_array_append_val (result->looks, one);
      else
        qp_look_screen_clear (&one.screen);
    }
  g_array_sort (result->looks, compare_looks);
}

/* it does not stand back as other threads do: somebody drags the eye and waits for it */
static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const QpViewWanted *wanted = data;
  QpViewResult *result = g_new0 (QpViewResult, 1);

  result->eye = wanted->gaze.eye;
  result->scene
      = wanted->scene != NULL ? qp_view_scene_ref (wanted->scene) : qp_view_scene_new (wanted->plan, wanted->catalogue);
  result->picture
      = qp_view_picture_new (result->scene, &wanted->gaze, wanted->width, wanted->height, &wanted->options, NULL, NULL);
  g_autofree char *caption = wanted->caption ? qp_view_caption (result->picture, result->scene) : NULL;
  cairo_t *cr = cairo_create (result->picture->surface);
  qp_paint_view_marks (cr, result->picture, result->scene, &wanted->style, caption);
  cairo_destroy (cr);
  look_at_screens (wanted, result);
  g_task_return_pointer (task, result, (GDestroyNotify) qp_view_result_free);
}

/**
 * qp_view_job_run:
 * @source: who asks
 * @wanted: what is to be worked out; a scene of another plan is not used
 * @callback: called when it is there
 * @data: for @callback
 *
 * Paints the view and works out the figures of each screen, in a thread.
 */
void
qp_view_job_run (GObject *source, const QpViewWanted *wanted, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, data);
  QpViewWanted *copy = g_memdup2 (wanted, sizeof *wanted);

  qp_node_ref (copy->plan);
  copy->catalogue = copy->catalogue != NULL ? qp_catalogue_ref (copy->catalogue) : NULL;
  copy->scene = copy->scene != NULL && copy->scene->plan == copy->plan ? qp_view_scene_ref (copy->scene) : NULL;
  g_task_set_task_data (task, copy, wanted_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * qp_view_job_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): the picture and the figures
 */
QpViewResult *
qp_view_job_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
