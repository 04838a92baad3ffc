/* qp-light-page.h: the light of the screen selected last: contrast, dimming, and the windows of its plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-figures-page.h"
#include "app/qp-light-job.h"

G_BEGIN_DECLS

#define QP_TYPE_LIGHT_PAGE (qp_light_page_get_type ())
G_DECLARE_FINAL_TYPE (QpLightPage, qp_light_page, QP, LIGHT_PAGE, QpFiguresPage)

gboolean qp_light_page_is_busy (QpLightPage *self);
guint qp_light_page_n_windows (QpLightPage *self);

G_END_DECLS
