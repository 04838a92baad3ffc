/* qp-layer-choice.h: one layer of a drawing in a list, with what was chosen for it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-drawing.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * QpLayerChoice:
 *
 * A layer. Properties `shown` and `wall` tell what was chosen.
 */
#define QP_TYPE_LAYER_CHOICE (qp_layer_choice_get_type ())
G_DECLARE_FINAL_TYPE (QpLayerChoice, qp_layer_choice, QP, LAYER_CHOICE, GObject)

QpLayerChoice *qp_layer_choice_new (const QpDrawingLayer *layer, gboolean shown);
const char *qp_layer_choice_name (QpLayerChoice *self);
guint32 qp_layer_choice_colour (QpLayerChoice *self);
guint qp_layer_choice_n_shapes (QpLayerChoice *self);
gboolean qp_layer_choice_matches (QpLayerChoice *self, const char *needle);
gboolean qp_layer_choice_is_shown (QpLayerChoice *self);
gboolean qp_layer_choice_is_wall (QpLayerChoice *self);

G_END_DECLS
