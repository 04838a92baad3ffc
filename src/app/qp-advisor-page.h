/* qp-advisor-page.h: which pitch the audience of the screen selected last can see
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-figures-page.h"
#include "engine/qp-advisor.h"

G_BEGIN_DECLS

#define QP_TYPE_ADVISOR_PAGE (qp_advisor_page_get_type ())
G_DECLARE_FINAL_TYPE (QpAdvisorPage, qp_advisor_page, QP, ADVISOR_PAGE, QpFiguresPage)

const QpAdvice *qp_advisor_page_advice (QpAdvisorPage *self);
gboolean qp_advisor_page_is_busy (QpAdvisorPage *self);
void qp_advisor_page_choose (QpAdvisorPage *self, guint candidate);
gboolean qp_advisor_page_use (QpAdvisorPage *self);

G_END_DECLS
