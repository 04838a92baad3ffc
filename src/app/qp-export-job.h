/* qp-export-job.h: writing pixel maps and test patterns in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-work.h"
#include "catalogue/qp-catalogue.h"
#include "exchange/qp-pattern.h"
#include "exchange/qp-raster-parts.h"

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

QpWork *qp_export_job_new (QpNode *screen, QpCatalogue *catalogue, const QpExportOptions *options, const char *path);

G_END_DECLS
