/* qp-figures-overview.h: distances, cost and other cabinets for the screen selected last
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-figures-page.h"

G_BEGIN_DECLS

#define QP_TYPE_FIGURES_OVERVIEW (qp_figures_overview_get_type ())
G_DECLARE_FINAL_TYPE (QpFiguresOverview, qp_figures_overview, QP, FIGURES_OVERVIEW, QpFiguresPage)

G_END_DECLS
