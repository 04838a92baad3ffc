/* qp-work.c: something long that is done in a thread while the window goes on, with progress and an end
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-work.h"

#include "base/qp-thread.h"

#define PERMILLE 1000

struct _QpWork
{
  gatomicrefcount ref_count;
  QpWorkFunc func;
  gpointer data;
  GDestroyNotify data_free;
  int permille; /* atomic: told by the thread that works, asked by the window */
};

/**
 * qp_work_new:
 * @func: what is done
 * @data: (transfer full): what it is done with
 * @data_free: (nullable): frees @data
 *
 * Returns: (transfer full): work to be run
 */
QpWork *
qp_work_new (QpWorkFunc func, gpointer data, GDestroyNotify data_free)
{
  QpWork *self = g_new0 (QpWork, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->func = func;
  self->data = data;
  self->data_free = data_free;
  return self;
}

/**
 * qp_work_ref:
 * @self: work
 *
 * Returns: (transfer full): @self
 */
QpWork *
qp_work_ref (QpWork *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_work_unref:
 * @self: (transfer full): work
 */
void
qp_work_unref (QpWork *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self);
}

/**
 * qp_work_data:
 * @self: work; while it runs its data belong to the thread
 *
 * Returns: (transfer none): what it was made with
 */
gpointer
qp_work_data (QpWork *self)
{
  return self->data;
}

/**
 * qp_work_progress:
 * @self: work
 *
 * Returns: how far it is, from 0 to 1
 */
double
qp_work_progress (const QpWork *self)
{
  return g_atomic_int_get (&self->permille) / (double) PERMILLE;
}

static void
on_progress (double fraction, gpointer data)
{
  QpWork *self = data;

  g_atomic_int_set (&self->permille, (int) (fraction * PERMILLE));
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QpWork *self = data;
  const QpPlanWatch watch = { cancellable, on_progress, self };
  GError *error = NULL;

  qp_thread_stand_back ();
  if (self->func (self->data, &watch, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * qp_work_run_async:
 * @self: work
 * @cancellable: (nullable): stops it
 * @callback: called when it is done; ends with qp_work_run_finish()
 * @user_data: for @callback
 */
void
qp_work_run_async (QpWork *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, qp_work_ref (self), (GDestroyNotify) qp_work_unref);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * qp_work_run_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
qp_work_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
