/* qp-text.h: short texts measured and drawn by Pango, with tabular figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"
#include "render/qp-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * QpTextFlags:
 * @QP_TEXT_STRONG: semibold
 * @QP_TEXT_SMALL: 0.9 × the size
 * @QP_TEXT_LARGE: 1.5 × the size
 * @QP_TEXT_TITLE: 2.2 × the size
 */
typedef enum
{
  QP_TEXT_PLAIN = 0,
  QP_TEXT_STRONG = 1 << 0,
  QP_TEXT_SMALL = 1 << 1,
  QP_TEXT_LARGE = 1 << 2,
  QP_TEXT_TITLE = 1 << 3,
} QpTextFlags;

/**
 * QpAlign:
 *
 * Which part of a text lies at a place.
 */
typedef enum
{
  QP_ALIGN_START,
  QP_ALIGN_MIDDLE,
  QP_ALIGN_END,
} QpAlign;

/**
 * QpText:
 *
 * Makes the texts of one painting. Belongs to one thread.
 */
typedef struct _QpText QpText;

QpText *qp_text_new (const QpPlanStyle *style);
void qp_text_free (QpText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpText, qp_text_free)

PangoLayout *qp_text_layout (QpText *self, const char *text, QpTextFlags flags);
PangoLayout *qp_text_layout_narrow (QpText *self, const char *text, QpTextFlags flags, double max_width, int max_lines);
void qp_layout_size (PangoLayout *layout, double *width, double *height);
double qp_text_width (QpText *self, const char *text, QpTextFlags flags);
double qp_text_line (QpText *self, QpTextFlags flags);

QpBox qp_text_draw (QpText *self, cairo_t *cr, const char *text, QpTextFlags flags, double x, double y, QpAlign across,
                    QpAlign down, QpColour colour);
QpBox qp_text_draw_narrow (QpText *self, cairo_t *cr, const char *text, QpTextFlags flags, double x, double y,
                           double max_width, QpAlign across, QpColour colour);

G_END_DECLS
