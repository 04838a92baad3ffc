/* qp-toasts.h: what a window tells in passing, one thing after the other
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_TOASTS (qp_toasts_get_type ())
G_DECLARE_FINAL_TYPE (QpToasts, qp_toasts, QP, TOASTS, GtkWidget)

void qp_toasts_add (QpToasts *self, AdwToast *toast);
gboolean qp_toasts_dismiss (QpToasts *self);

G_END_DECLS
