/* qp-export-job.c: writing pixel maps and test patterns in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-export-job.h"
#include "exchange/qp-pixel-map.h"

typedef struct
{
  QpNode *screen;
  QpCatalogue *catalogue;
  QpExportOptions options;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  qp_node_unref (self->screen);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  g_free (self->path);
  g_free (self);
}

static gboolean
write_picture (const Job *self, const QpRaster *raster, const QpPlanWatch *watch, GError **error)
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

static gboolean
run (gpointer data, const QpPlanWatch *watch, GError **error)
{
  const Job *self = data;
  g_auto (QpRaster) raster = { NULL };

  return qp_raster_init (&raster, (const QpScreen *) self->screen, self->catalogue, error) && write_picture (self, &raster, watch, error);
}

/**
 * qp_export_job_new:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @options: what is written
 * @path: the file; when the work is stopped, the file that was there stays
 *
 * Returns: (transfer full): work to be run
 */
QpWork *
qp_export_job_new (QpNode *screen, QpCatalogue *catalogue, const QpExportOptions *options, const char *path)
{
  Job *self = g_new0 (Job, 1);

  self->screen = qp_node_ref (screen);
  self->catalogue = catalogue != NULL ? qp_catalogue_ref (catalogue) : NULL;
  self->options = *options;
  self->path = g_strdup (path);
  return qp_work_new (run, self, job_free);
}
