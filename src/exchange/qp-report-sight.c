/* qp-report-sight.c: what is seen on a plan, found once for the tables and the map of the report
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/qp-report-sight.h"

#include "exchange/qp-sight-survey.h"

#include <math.h>

/* --- how values are spread --- */

static int
by_size (gconstpointer a, gconstpointer b)
{
  const double p = *(const double *) a, q = *(const double *) b;

  return p < q ? -1 : p > q;
}

static QpReportSpread
spread_of (GArray *values)
{
  if (values->len == 0)
    return (QpReportSpread){ NAN, NAN, NAN };
  g_array_sort (values, by_size);
  const double *at = (const double *) values->data;
  return (QpReportSpread){ at[0], at[(values->len - 1) / 2], at[values->len - 1] };
}

typedef struct
{
  GArray *distance;
  GArray *across;
  GArray *up;
} Values;

static void
add_value (GArray *values, double value)
{
  if (!isnan (value))
    g_array_append_val (values, value);
}

static void
look_from_area (Values *self, const QpSightResult *result, guint index)
{
  const QpSightArea *area = &g_array_index (result->scene->areas, QpSightArea, index);
  QpLook look;

  for (guint row = 0; row < area->grid.rows; row++)
    for (guint column = 0; column < area->grid.columns; column++)
      {
        if (!area->covered[qp_sight_grid_cell (&area->grid, column, row)])
          continue;
        qp_look_at_cell_roughly (&result->look, result->maps[index], column, row, &look);
        if (!(look.share > 0))
          continue;
        add_value (self->distance, look.nearest_m);
        add_value (self->across, fabs (look.off_axis_h_deg));
        add_value (self->up, fabs (look.off_axis_v_deg));
      }
}

static void
add_look (QpReportSight *self, const QpSightResult *result)
{
  g_autoptr (GArray) distance = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) up = g_array_new (FALSE, FALSE, sizeof (double));
  Values values = { distance, across, up };

  for (guint i = 0; i < result->scene->areas->len; i++)
    look_from_area (&values, result, i);
  const QpReportLook look = { result->node, spread_of (distance), spread_of (across), spread_of (up) };
  g_array_append_val (self->looks, look);
}

static void
add_grades (QpReportSight *self, const QpSightSurvey *survey, guint index)
{
  QpReportGrades grades = { .audience = g_array_index (survey->scene->areas, QpSightArea, index).audience };

  if (grades.audience == NULL)
    return;
  qp_sight_count (&grades.count, (const QpSightResult *const *) survey->results->pdata, survey->results->len, index);
  g_array_append_val (self->grades, grades);
}

/* --- */

/**
 * qp_report_sight_new:
 * @plan: a plan with screens
 * @catalogue: (nullable): where cabinets are looked up
 *
 * Returns: (transfer full): what its audiences see
 */
QpReportSight *
qp_report_sight_new (const QpNode *plan, const QpCatalogue *catalogue)
{
  QpReportSight *self = g_new0 (QpReportSight, 1);

  g_auto (QpSightSurvey) survey = { 0 };
  qp_sight_survey_init (&survey, plan, NULL, catalogue, qp_sight_measure_at (0), &QP_SIGHT_SPAN_INIT, &QP_LOOK_OPTIONS_INIT);
  self->map = qp_sight_survey_overlay (&survey, NULL, QP_THEME_LIGHT, TRUE);
  self->note = qp_sight_survey_note (&survey, NULL);
  self->grades = g_array_new (FALSE, FALSE, sizeof (QpReportGrades));
  self->looks = g_array_new (FALSE, FALSE, sizeof (QpReportLook));
  for (guint i = 0; survey.results->len > 0 && i < survey.scene->areas->len; i++)
    add_grades (self, &survey, i);
  for (guint i = 0; i < survey.results->len; i++)
    add_look (self, survey.results->pdata[i]);
  return self;
}

/**
 * qp_report_sight_free:
 * @self: (transfer full) (nullable): what is seen
 */
void
qp_report_sight_free (QpReportSight *self)
{
  if (self == NULL)
    return;
  qp_map_overlay_unref (self->map);
  g_array_unref (self->grades);
  g_array_unref (self->looks);
  g_free (self->note);
  g_free (self);
}
