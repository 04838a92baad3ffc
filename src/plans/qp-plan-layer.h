/* qp-plan-layer.h: one plan background as something that can be drawn
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"
#include "plans/qp-plan-limits.h"

#include <cairo.h>

G_BEGIN_DECLS

/** QP_PLAN_STAND_IN_M: longer side of a drawing whose scale nobody has told yet, so that it can be calibrated */
#define QP_PLAN_STAND_IN_M 100.0

/**
 * QpPlanLook:
 * @QP_PLAN_LOOK_PLAIN: as the drawing is
 * @QP_PLAN_LOOK_NIGHT: for dark paper: a line drawing is turned from dark on light to light on dark
 * @QP_PLAN_LOOK_PAPER: as the drawing is, and lines stay lines: no cached pixels, for PDF, SVG and print
 *
 * How a layer is drawn.
 */
typedef enum
{
  QP_PLAN_LOOK_PLAIN,
  QP_PLAN_LOOK_NIGHT,
  QP_PLAN_LOOK_PAPER,
} QpPlanLook;

/**
 * QpPlanLayer:
 *
 * A loaded background. Immutable to the outside, reference-counted, safe to use from any thread.
 */
typedef struct _QpPlanLayer QpPlanLayer;

QpPlanLayer *qp_plan_layer_load (GBytes *bytes, gint64 format, guint page, GError **error);
QpPlanLayer *qp_plan_layer_load_background (const QpBackground *background, GError **error);
QpPlanLayer *qp_plan_layer_to_trace (QpPlanLayer *self, const QpBackground *background);
QpPlanLayer *qp_plan_layer_ref (QpPlanLayer *self);
void qp_plan_layer_unref (QpPlanLayer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPlanLayer, qp_plan_layer_unref)

double qp_plan_layer_width (const QpPlanLayer *self);
double qp_plan_layer_height (const QpPlanLayer *self);
gboolean qp_plan_layer_is_reduced (const QpPlanLayer *self);
gsize qp_plan_layer_memory (const QpPlanLayer *self);

gboolean qp_plan_layer_matrix (const QpPlanLayer *self, const QpBackground *background, cairo_matrix_t *matrix);
void qp_plan_layer_corners (const QpPlanLayer *self, const QpBackground *background, double corners[8]);
void qp_plan_layer_paint (QpPlanLayer *self, const QpBackground *background, cairo_t *cr, QpPlanLook look);

G_END_DECLS
