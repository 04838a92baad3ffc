/* qp-export-job.c: writing pixel maps and test patterns in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-export-job.h"
#include "base/qp-thread.h"
#include "exchange/qp-pixel-map.h"

#define PERMILLE 1000

struct _QpExportJob
{
  gatomicrefcount ref_count;
  QpNode *screen;
  QpCatalogue *catalogue;
  QpExportOptions options;
  char *path;
  int permille; /* atomic: told by the thread that works, asked by the window */
};

/**
 * qp_export_job_new:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @options: what is written
 * @path: the file
 *
 * Returns: (transfer full): a job to be run
 */
QpExportJob *
qp_export_job_new (QpNode *screen, QpCatalogue *catalogue, const QpExportOptions *options, const char *path)
{
  QpExportJob *self = g_new0 (QpExportJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->screen = qp_node_ref (screen);
  self->catalogue = catalogue != NULL ? qp_catalogue_ref (catalogue) : NULL;
  self->options = *options;
  self->path = g_strdup (path);
  return self;
}

/**
 * qp_export_job_ref:
 * @self: a job
 *
 * Returns: (transfer full): @self
 */
QpExportJob *
qp_export_job_ref (QpExportJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_export_job_unref:
 * @self: (transfer full): a job
 */
void
qp_export_job_unref (QpExportJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  qp_node_unref (self->screen);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  g_free (self->path);
  g_free (self);
}

/**
 * qp_export_job_progress:
 * @self: a job
 *
 * Returns: how far it is, from 0 to 1
 */
double
qp_export_job_progress (const QpExportJob *self)
{
  return g_atomic_int_get (&self->permille) / (double) PERMILLE;
}

static void
on_progress (double fraction, gpointer data)
{
  QpExportJob *self = data;

  g_atomic_int_set (&self->permille, (int) (fraction * PERMILLE));
}

static gboolean
write_picture (QpExportJob *self, const QpRaster *raster, const QpPlanWatch *watch, GError **error)
{
  const QpExportOptions *options = &self->options;
  const QpPixelMapOptions map_options = { .transparent = options->transparent };
  g_autoptr (QpPattern) pattern
      = options->is_pattern ? qp_pattern_new (raster, options->pattern, options->transparent) : NULL;
  g_autoptr (QpPixelMap) map = options->is_pattern ? NULL : qp_pixel_map_new (raster, &map_options);
  const QpRasterPicture picture = pattern != NULL ? qp_pattern_picture (pattern, qp_raster_whole (raster))
                                                  : qp_pixel_map_picture (map, qp_raster_whole (raster));

  return qp_raster_parts_save (raster, &picture, &options->split, self->path, watch, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QpExportJob *self = data;
  const QpPlanWatch watch = { cancellable, on_progress, self };
  g_auto (QpRaster) raster = { NULL };
  GError *error = NULL;

  qp_thread_stand_back ();
  if (qp_raster_init (&raster, (const QpScreen *) self->screen, self->catalogue, &error)
      && write_picture (self, &raster, &watch, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * qp_export_job_run_async:
 * @self: a job
 * @cancellable: (nullable): stops it; the file that was there stays
 * @callback: called when it is done; ends with qp_export_job_run_finish()
 * @user_data: for @callback
 */
void
qp_export_job_run_async (QpExportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, qp_export_job_ref (self), (GDestroyNotify) qp_export_job_unref);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * qp_export_job_run_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether all files were written
 */
gboolean
qp_export_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
