/* qp-figures.h: what the charts and the viewing cone show, read from the estimates
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-advisor.h"
#include "engine/qp-estimate.h"
#include "render/qp-paint-figures.h"
#include "render/qp-paint-viewing.h"

G_BEGIN_DECLS

/**
 * QpFigure:
 * @chart: the chart; borrows from the figure
 *
 * A chart with the texts that it borrows.
 */
typedef struct
{
  QpBarChart chart;
  GArray *bars;
  GPtrArray *texts;
} QpFigure;

QpFigure *qp_figure_new (const char *title, const char *unit, guint decimals);
QpBar *qp_figure_add (QpFigure *self, const char *label, const char *detail, double value);
void qp_figure_free (QpFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpFigure, qp_figure_free)

QpFigure *qp_figure_of_distances (const QpEstimate *estimate, const QpAdvisorView *audience);
QpFigure *qp_figure_of_screens (const char *key, const QpScreen *const *screens, const QpEstimate *estimates, guint n,
                                QpId strong, const char *currency);

void qp_viewing_init_from_estimate (QpViewing *self, const QpItem *item, const QpEstimate *estimate,
                                    const QpCatalogue *catalogue);

G_END_DECLS
