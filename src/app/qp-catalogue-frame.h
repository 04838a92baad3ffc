/* qp-catalogue-frame.h: the parts of the catalogue browser side by side, or one below the other where it is narrow
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_CATALOGUE_FRAME (qp_catalogue_frame_get_type ())
G_DECLARE_FINAL_TYPE (QpCatalogueFrame, qp_catalogue_frame, QP, CATALOGUE_FRAME, GtkWidget)

GtkWidget *qp_catalogue_frame_new (GtkWidget *filters, GtkColumnView *table, GtkWidget *details, GtkWidget *about,
                                   GtkWidget *use);
GtkWidget *qp_catalogue_frame_button (QpCatalogueFrame *self);
void qp_catalogue_frame_follow_width (QpCatalogueFrame *self, int width, int height);

G_END_DECLS
