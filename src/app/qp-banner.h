/* qp-banner.h: a line across the window that tells something and offers what to do
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* AdwBanner came with libadwaita 1.3 */
#define QP_TYPE_BANNER (qp_banner_get_type ())
G_DECLARE_FINAL_TYPE (QpBanner, qp_banner, QP, BANNER, GtkWidget)

void qp_banner_show (QpBanner *self, gboolean error, const char *text, const char *button, const char *action);
void qp_banner_hide (QpBanner *self);
gboolean qp_banner_is_shown (QpBanner *self);

G_END_DECLS
