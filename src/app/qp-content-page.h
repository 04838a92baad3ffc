/* qp-content-page.h: what a screen plays over a day, and what has to be produced and bought for it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-figures-page.h"
#include "engine/qp-content.h"

G_BEGIN_DECLS

#define QP_TYPE_CONTENT_PAGE (qp_content_page_get_type ())
G_DECLARE_FINAL_TYPE (QpContentPage, qp_content_page, QP, CONTENT_PAGE, QpFiguresPage)

gboolean qp_content_page_is_busy (QpContentPage *self);
const QpContentDay *qp_content_page_day (QpContentPage *self);

G_END_DECLS
