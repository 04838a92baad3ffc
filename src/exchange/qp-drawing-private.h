/* qp-drawing-private.h: inside exchange: a drawing with what was looked up for it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-drawing.h"
#include "render/qp-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const QpDrawing *drawing;
  QpDrawingFormat format;
  QpPlanStyle style;
  double units_per_m;
  double width;
  double height;
  double ratio; /* 0 = none stated */
  const QpNode *node;
  const QpSite *site;
  QpScene *scene;
  QpPlanLayers *layers;
  QpElevation elevation;
  GArray *sites;
} QpDrawingJob;

gboolean qp_drawing_job_load (QpDrawingJob *job, GError **error);
void qp_drawing_job_clear (QpDrawingJob *job);
void qp_drawing_paint_city (cairo_t *cr, const QpDrawingJob *job, double width, double height);
cairo_status_t qp_drawing_collect (void *closure, const unsigned char *data, unsigned int length);
void qp_drawing_describe_pdf (cairo_surface_t *surface, const QpDrawingJob *job);

G_END_DECLS
