/* qp-compare-page.h: the project and its alternatives side by side
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-figures-page.h"

G_BEGIN_DECLS

#define QP_TYPE_COMPARE_PAGE (qp_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (QpComparePage, qp_compare_page, QP, COMPARE_PAGE, QpFiguresPage)

gboolean qp_compare_page_is_busy (QpComparePage *self);
guint qp_compare_page_n_variants (QpComparePage *self);
char *qp_compare_page_to_tsv (QpComparePage *self);
gboolean qp_compare_page_apply (QpComparePage *self, guint alternative);
gboolean qp_compare_page_delete (QpComparePage *self, guint alternative);

G_END_DECLS
