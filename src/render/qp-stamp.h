/* qp-stamp.h: thousands of short texts of one size, drawn at once
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-style.h"

G_BEGIN_DECLS

/**
 * QpStamp:
 *
 * Gathers short texts of letters that every font has, such as numbers, and draws them in one go: laying out each by
 * Pango would take longer than a frame.
 */
typedef struct _QpStamp QpStamp;

QpStamp *qp_stamp_new (const QpPlanStyle *style, double size_px, gboolean strong);
void qp_stamp_free (QpStamp *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpStamp, qp_stamp_free)
double qp_stamp_width (QpStamp *self, const char *text);
double qp_stamp_line (const QpStamp *self);
void qp_stamp_add (QpStamp *self, const char *text, double middle, double y);
void qp_stamp_draw (QpStamp *self, cairo_t *cr, QpColour colour);

G_END_DECLS
