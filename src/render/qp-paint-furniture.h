/* qp-paint-furniture.h: scale bar, north arrow, badges and legend of a drawing
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"
#include "model/qp-kinds.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

/**
 * QpScaleTrust:
 * @QP_TRUST_NONE: nothing to say: an empty plan in true metres
 * @QP_TRUST_NOT_TO_SCALE: a background without a scale
 * @QP_TRUST_GUESSED: somebody guessed it
 * @QP_TRUST_DRAWN: as the drawing states it
 * @QP_TRUST_CALIBRATED: checked on a known length
 * @QP_TRUST_SCHEMATIC: drawn as a scheme, not surveyed
 *
 * How far lengths on a plan can be trusted: the worst of its visible backgrounds.
 */
typedef enum
{
  QP_TRUST_NONE,
  QP_TRUST_NOT_TO_SCALE,
  QP_TRUST_GUESSED,
  QP_TRUST_DRAWN,
  QP_TRUST_CALIBRATED,
  QP_TRUST_SCHEMATIC,
} QpScaleTrust;

QpScaleTrust qp_plan_trust (const QpNode *plan);
const char *qp_trust_word (QpScaleTrust trust);
char *qp_trust_sentence (const QpNode *plan);

double qp_nice_length (double max_metres);
char *qp_length_text (double metres);

QpBox qp_paint_scale_bar (cairo_t *cr, double x, double y, double max_width, double px_per_m, double ratio,
                          const QpPlanStyle *style);
void qp_paint_north (cairo_t *cr, double x, double y, double radius, double north_deg, const QpPlanStyle *style);
QpBox qp_paint_badge (cairo_t *cr, double x, double y, const char *text, QpColour dot, const QpPlanStyle *style);
QpBox qp_paint_trust_badge (cairo_t *cr, double x, double y, const QpNode *plan, const QpPlanStyle *style);
QpBox qp_paint_legend (cairo_t *cr, double x, double y, const QpNode *plan, const QpPlanStyle *style);
void qp_paint_empty (cairo_t *cr, double width, double height, const char *title, const char *advice,
                     const QpPlanStyle *style);

G_END_DECLS
