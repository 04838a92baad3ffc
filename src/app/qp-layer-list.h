/* qp-layer-list.h: the layers of a drawing: which are shown, and which become walls
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-drawing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpLayerList:
 *
 * Emits `changed` when the user changed what is shown or what becomes walls.
 */
#define QP_TYPE_LAYER_LIST (qp_layer_list_get_type ())
G_DECLARE_FINAL_TYPE (QpLayerList, qp_layer_list, QP, LAYER_LIST, GtkWidget)

GtkWidget *qp_layer_list_new (void);
void qp_layer_list_fill (QpLayerList *self, const QpDrawingLayer *layers, guint n_layers, const char *hidden);
void qp_layer_list_offer_walls (QpLayerList *self, gboolean offer);
guint qp_layer_list_length (QpLayerList *self);
void qp_layer_list_set_shown (QpLayerList *self, const char *layer, gboolean shown);
void qp_layer_list_set_wall (QpLayerList *self, const char *layer, gboolean wall);
char *qp_layer_list_hidden (QpLayerList *self);
char *qp_layer_list_walls (QpLayerList *self);

G_END_DECLS
