/* qp-sight-survey.c: what is seen on a plan, all at once, as a map to be drawn or a list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-sight-survey.h"

#include "base/qp-number.h"
#include "render/qp-sight-scale.h"

#include <math.h>
#include <string.h>

static void
add_screen (QpSightSurvey *self, QpNode *screen, const QpCatalogue *catalogue, const QpLookOptions *options)
{
  QpSightResult *result = qp_sight_result_new (self->scene, screen, catalogue, options, QP_LOOK_PARTS, NULL, NULL);
  QpValueGrid *values = qp_sight_values_new (self->measure, result);

  g_ptr_array_add (self->results, result);
  if (self->values == NULL)
    {
      self->values = values;
      return;
    }
  qp_sight_values_add (self->measure, self->values, values);
  qp_value_grid_free (values);
}

/**
 * qp_sight_survey_init:
 * @self: (out caller-allocates): place for it
 * @plan: a plan
 * @only: (nullable): the screen that counts; all of the plan when %NULL
 * @catalogue: (nullable): where cabinets are looked up
 * @measure: what is mapped
 * @span: from where, and how finely
 * @options: what the grades hang on
 *
 * Looks at the screens of a plan from everywhere. End with qp_sight_survey_clear().
 */
void
qp_sight_survey_init (QpSightSurvey *self, const QpNode *plan, const QpNode *only, const QpCatalogue *catalogue,
                      const QpSightMeasure *measure, const QpSightSpan *span, const QpLookOptions *options)
{
  QpNodeIter iter;

  *self = (QpSightSurvey){ .measure = measure, .scene = qp_sight_scene_new (plan, span) };
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_sight_result_unref);
  qp_node_iter_init (&iter, plan->children);
  for (QpNode *screen; (screen = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    if (only == NULL || only == screen)
      add_screen (self, screen, catalogue, options);
  if (self->values == NULL)
    self->values = qp_value_grid_new (&self->scene->grid);
}

/**
 * qp_sight_survey_clear:
 * @self: a survey
 */
void
qp_sight_survey_clear (QpSightSurvey *self)
{
  g_clear_pointer (&self->values, qp_value_grid_free);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->scene, qp_sight_scene_unref);
}

/**
 * qp_sight_survey_overlay:
 * @self: a survey
 * @theme: colours of what
 * @hatched: whether steps are hatched
 *
 * Returns: (transfer full): the map
 */
QpMapOverlay *
qp_sight_survey_overlay (const QpSightSurvey *self, QpTheme theme, gboolean hatched)
{
  QpMapScale scale;

  qp_sight_scale (&scale, self->measure, self->values);
  return qp_map_overlay_new (self->values, &scale, theme, hatched);
}

/**
 * qp_sight_survey_note:
 * @self: a survey
 *
 * Returns: (transfer full): of what the map is, for its legend
 */
char *
qp_sight_survey_note (const QpSightSurvey *self)
{
  const guint n = self->results->len;

  if (n == 1)
    return qp_node_display_name (((const QpSightResult *) g_ptr_array_index (self->results, 0))->node);
  return g_strdup_printf (self->measure->together == QP_SIGHT_SUM ? ngettext ("%u screen", "all %u screens", n)
                                                                  : ngettext ("%u screen", "best of %u screens", n),
                          n);
}

/* --- as a list --- */

static void
append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.3f", value));
}

static void
append_name (GString *out, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (out, "\"%s\"", doubled);
}

/* a cell of several audiences is written for the one whose value it has */
static void
append_area (GString *out, const QpSightSurvey *self, const QpSightArea *area)
{
  g_autofree char *name = area->audience == NULL ? g_strdup (_ ("rest of the plan")) : qp_node_display_name (&area->audience->node);

  for (guint row = 0; row < area->grid.rows; row++)
    for (guint column = 0; column < area->grid.columns; column++)
      {
        const QpVec at = qp_sight_grid_middle (&area->grid, column, row);
        const double value = (double) self->values->at[qp_sight_grid_cell (&self->values->grid, area->column + column, area->row + row)];
        if (!area->covered[qp_sight_grid_cell (&area->grid, column, row)])
          continue;
        append_number (out, at.x);
        g_string_append_c (out, ',');
        append_number (out, at.y);
        g_string_append_c (out, ',');
        append_number (out, area->grid.eye);
        g_string_append_c (out, ',');
        append_name (out, name);
        g_string_append_c (out, ',');
        if (self->measure->names != NULL && !isnan (value))
          g_string_append (out, strcmp (self->measure->key, "grade") == 0 ? qp_look_grade_key ((QpLookGrade) value) : value > 0 ? "yes" : "no");
        else if (!isnan (value))
          append_number (out, value);
        g_string_append_c (out, '\n');
      }
}

/**
 * qp_sight_survey_to_csv:
 * @self: a survey
 *
 * Returns: (transfer full): a line for each cell: where it is, the height of the eyes, whose ground it is, and the measure, empty
 *   where it has no value; numbers with a point, lengths in metres
 */
GBytes *
qp_sight_survey_to_csv (const QpSightSurvey *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "x_m,y_m,eye_m,area,%s\n", self->measure->key);
  for (guint i = 0; i < self->scene->areas->len; i++)
    append_area (out, self, &g_array_index (self->scene->areas, QpSightArea, i));
  return g_string_free_to_bytes (out);
}
