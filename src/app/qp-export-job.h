/* qp-export-job.h: writing pixel maps and test patterns in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-pattern.h"
#include "exchange/qp-raster-parts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpExportOptions:
 * @is_pattern: whether a test pattern is written, and not the pixel map
 * @pattern: which
 * @transparent: whether missing cabinets are transparent
 * @split: how it is split into files
 *
 * What is written.
 */
typedef struct
{
  gboolean is_pattern;
  QpPatternType pattern;
  gboolean transparent;
  QpRasterSplit split;
} QpExportOptions;

/**
 * QpExportJob:
 *
 * A picture of a screen that is being written. Reference-counted, safe to use from any thread. Is run once.
 */
typedef struct _QpExportJob QpExportJob;

QpExportJob *qp_export_job_new (QpNode *screen, QpCatalogue *catalogue, const QpExportOptions *options,
                                const char *path);
QpExportJob *qp_export_job_ref (QpExportJob *self);
void qp_export_job_unref (QpExportJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpExportJob, qp_export_job_unref)

double qp_export_job_progress (const QpExportJob *self);
void qp_export_job_run_async (QpExportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean qp_export_job_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
