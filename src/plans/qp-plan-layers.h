/* qp-plan-layers.h: the cache of loaded plan backgrounds
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-layer.h"

G_BEGIN_DECLS

/**
 * QpPlanLayers:
 *
 * Loaded layers by the bytes they come from, so that moving or calibrating a background loads nothing again.
 * Reference-counted, safe to use from any thread.
 */
typedef struct _QpPlanLayers QpPlanLayers;

QpPlanLayers *qp_plan_layers_new (gsize max_memory);
QpPlanLayers *qp_plan_layers_ref (QpPlanLayers *self);
void qp_plan_layers_unref (QpPlanLayers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPlanLayers, qp_plan_layers_unref)

QpPlanLayer *qp_plan_layers_get (QpPlanLayers *self, const QpBackground *background, GError **error);
QpPlanLayer *qp_plan_layers_peek (QpPlanLayers *self, const QpBackground *background);
void qp_plan_layers_set_arrived (QpPlanLayers *self, void (*arrived) (gpointer), gpointer data);
gboolean qp_plan_layers_is_idle (QpPlanLayers *self);

G_END_DECLS
