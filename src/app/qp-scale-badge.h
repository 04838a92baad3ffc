/* qp-scale-badge.h: how far the lengths of a plan can be trusted, and the way to make it better
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-node.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpScaleBadge:
 *
 * A button that says it, loudly when the plan is not to scale, and starts to calibrate.
 */
#define QP_TYPE_SCALE_BADGE (qp_scale_badge_get_type ())
G_DECLARE_FINAL_TYPE (QpScaleBadge, qp_scale_badge, QP, SCALE_BADGE, GtkWidget)

void qp_scale_badge_show (QpScaleBadge *self, const QpNode *plan);

G_END_DECLS
