/* qp-paint-people.h: how well the people of a plan see its screens, by part of the day
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-people.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

double qp_people_chart_height (const QpPeople *people, double width, const QpPlanStyle *style);
void qp_paint_people_chart (cairo_t *cr, double x, double y, double width, const QpPeople *people, const QpNode *chosen,
                            const QpPlanStyle *style);
char *qp_people_screen_summary (const QpPeopleScreen *screen);

G_END_DECLS
