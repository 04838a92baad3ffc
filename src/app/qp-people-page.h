/* qp-people-page.h: how many people see the screens of a plan, how well and for how long
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-figures-page.h"
#include "engine/qp-people.h"

G_BEGIN_DECLS

#define QP_TYPE_PEOPLE_PAGE (qp_people_page_get_type ())
G_DECLARE_FINAL_TYPE (QpPeoplePage, qp_people_page, QP, PEOPLE_PAGE, QpFiguresPage)

const QpPeople *qp_people_page_people (QpPeoplePage *self);
gboolean qp_people_page_is_busy (QpPeoplePage *self);

G_END_DECLS
