/* qp-sight-survey.h: what is seen on a plan, all at once, as a map to be drawn or a list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-sight-measure.h"
#include "render/qp-map-overlay.h"

G_BEGIN_DECLS

/**
 * QpSightSurvey:
 * @measure: what is mapped
 * @scene: from where
 * @results: (element-type QpSightResult): what is seen of each screen
 * @values: the measure, of all screens together; NaN where nobody is
 * @late: (nullable): of light, that after the curfew
 *
 * What is seen on a plan. Begin with qp_sight_survey_init().
 */
typedef struct
{
  const QpSightMeasure *measure;
  QpSightScene *scene;
  GPtrArray *results;
  QpValueGrid *values;
  QpValueGrid *late;
} QpSightSurvey;

void qp_sight_survey_init (QpSightSurvey *self, const QpNode *plan, const QpNode *only, const QpCatalogue *catalogue,
                           const QpSightMeasure *measure, const QpSightSpan *span, const QpLookOptions *options);
void qp_sight_survey_clear (QpSightSurvey *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpSightSurvey, qp_sight_survey_clear)

QpMapOverlay *qp_sight_survey_overlay (const QpSightSurvey *self, const char *zone, QpTheme theme, gboolean hatched);
char *qp_sight_survey_note (const QpSightSurvey *self, const char *zone);
char *qp_sight_light_note (GPtrArray *screens, const char *zone);
GBytes *qp_sight_survey_to_csv (const QpSightSurvey *self);

G_END_DECLS
