/* qp-probe-card.h: what is seen from where somebody stands: picture and figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-view-area.h"
#include "interact/qp-stage.h"

G_BEGIN_DECLS

#define QP_TYPE_PROBE_CARD (qp_probe_card_get_type ())
G_DECLARE_FINAL_TYPE (QpProbeCard, qp_probe_card, QP, PROBE_CARD, GtkWidget)

GtkWidget *qp_probe_card_new (QpStage *stage);
QpViewArea *qp_probe_card_area (QpProbeCard *self);
guint qp_probe_card_n_rows (QpProbeCard *self);
void qp_probe_card_set_beside (QpProbeCard *self, gboolean beside);
void qp_probe_card_set_night (QpProbeCard *self, gboolean night);

G_END_DECLS
