/* qp-view-style.h: the colours of drawings beside the canvas
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

double qp_text_factor (GtkWidget *widget);
void qp_view_style_init (QpPlanStyle *style, GtkWidget *widget);
void qp_view_redraw_on_dark (GtkWidget *widget);

G_END_DECLS
