/* qp-years-page.h: cost and income of the project over the years
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-figures-page.h"
#include "engine/qp-risk.h"

G_BEGIN_DECLS

#define QP_TYPE_YEARS_PAGE (qp_years_page_get_type ())
G_DECLARE_FINAL_TYPE (QpYearsPage, qp_years_page, QP, YEARS_PAGE, QpFiguresPage)

gboolean qp_years_page_is_busy (QpYearsPage *self);
const QpRisk *qp_years_page_risk (QpYearsPage *self);
char *qp_years_page_to_tsv (QpYearsPage *self);

G_END_DECLS
