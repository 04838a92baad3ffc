/* qp-sight-job.h: a map of what is seen, made in threads, coarsely first
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-sight-store.h"
#include "engine/qp-sight-measure.h"
#include "render/qp-map-overlay.h"

G_BEGIN_DECLS

/**
 * QpSightOrder:
 * @plan: the plan; held by the job
 * @screens: (element-type QpNode): the screens that count; held by the job
 * @viewshed_of: (nullable): the screen whose readable and noticed ground is outlined; held by the job
 * @catalogue: (nullable): the catalogue of the project; held by the job
 * @measure: what is mapped
 * @zone: (nullable): environmental zone of its site, as "E3", for limits of light
 * @span: from where
 * @options: what the grades hang on
 * @theme: colours of what
 * @hatched: whether steps are hatched
 *
 * What is asked for.
 */
typedef struct
{
  QpNode *plan;
  GPtrArray *screens;
  QpNode *viewshed_of;
  QpCatalogue *catalogue;
  const QpSightMeasure *measure;
  const char *zone;
  QpSightSpan span;
  QpLookOptions options;
  QpTheme theme;
  gboolean hatched;
} QpSightOrder;

/**
 * QpSightJob:
 *
 * A map that is being made.
 */
typedef struct _QpSightJob QpSightJob;

/**
 * QpSightArrived:
 * @overlay: (transfer none): the map so far
 * @last: whether it is as fine as was asked for
 * @cells: from how many cells is looked
 * @data: what was given to qp_sight_job_start()
 *
 * Called in the main thread: soon with a coarse map, then with a fine one; not after the job was cancelled.
 */
typedef void (*QpSightArrived) (QpMapOverlay *overlay, gboolean last, gsize cells, gpointer data);

QpSightJob *qp_sight_job_start (QpSightStore *store, const QpSightOrder *order, QpSightArrived arrived, gpointer data);
QpSightJob *qp_sight_job_ref (QpSightJob *self);
void qp_sight_job_unref (QpSightJob *self);
void qp_sight_job_cancel (QpSightJob *self);
double qp_sight_job_done (QpSightJob *self);

G_END_DECLS
