/* qp-sight-survey.c: what is seen on a plan, all at once, as a map to be drawn or a list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-sight-survey.h"

#include "base/qp-number.h"
#include "engine/qp-light.h"
#include "render/qp-sight-scale.h"

#include <math.h>
#include <string.h>

static void
add_values (const QpSightMeasure *measure, QpValueGrid **sum, const QpSightResult *result)
{
  QpValueGrid *values = qp_sight_values_new (measure, result);

  if (*sum == NULL)
    {
      *sum = values;
      return;
    }
  qp_sight_values_add (measure, *sum, values);
  qp_value_grid_free (values);
}

static void
add_screen (QpSightSurvey *self, QpNode *screen, const QpCatalogue *catalogue, const QpLookOptions *options)
{
  QpSightResult *result = qp_sight_result_new (self->scene, screen, catalogue, options, QP_LOOK_PARTS, NULL, NULL);

  g_ptr_array_add (self->results, result);
  if (self->measure->detail == QP_SIGHT_LIGHT)
    {
      qp_sight_result_add_light (result, catalogue, NULL, NULL);
      add_values (&qp_sight_late, &self->late, result);
    }
  add_values (self->measure, &self->values, result);
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

  const QpSightSpan ground = { span->cell_m, span->whole || measure->detail == QP_SIGHT_LIGHT, span->most_cells };
  *self = (QpSightSurvey){ .measure = measure, .scene = qp_sight_scene_new (plan, &ground) };
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
  g_clear_pointer (&self->late, qp_value_grid_free);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->scene, qp_sight_scene_unref);
}

/**
 * qp_sight_survey_overlay:
 * @self: a survey
 * @zone: (nullable): environmental zone of the site, as "E3", for limits of light
 * @theme: colours of what
 * @hatched: whether steps are hatched
 *
 * Returns: (transfer full): the map
 */
QpMapOverlay *
qp_sight_survey_overlay (const QpSightSurvey *self, const char *zone, QpTheme theme, gboolean hatched)
{
  QpMapScale scale;

  qp_sight_scale (&scale, self->measure, self->values);
  QpMapOverlay *overlay = qp_map_overlay_new (self->values, &scale, theme, hatched);
  if (self->late != NULL)
    {
      qp_map_overlay_add_limit (overlay, self->values, zone, FALSE);
      qp_map_overlay_add_limit (overlay, self->late, zone, TRUE);
    }
  return overlay;
}

/**
 * qp_sight_light_note:
 * @screens: (element-type QpNode): the screens of a map of light
 * @zone: (nullable): environmental zone of the site, as "E3"
 *
 * Returns: (transfer full): what kind of light is mapped, and what is not known of it
 */
char *
qp_sight_light_note (GPtrArray *screens, const char *zone)
{
  g_autoptr (GString) note = g_string_new (_ ("on upright surfaces that face the screen, at eye height."));
  guint dark = 0;

  for (guint i = 0; i < screens->len; i++)
    {
      const QpScreen *screen = g_ptr_array_index (screens, i);
      dark += isnan (screen->luminance_night_cdm2) && !qp_light_is_retired (screen);
    }
  if (dark > 0)
    g_string_append_printf (note, ngettext (" The luminance of %u screen by night is not known: its light is missing.",
                                            " The luminance of %u screens by night is not known: their light is missing.", dark),
                            dark);
  if (zone == NULL)
    g_string_append (note, _ (" The zone of the site is not known: no limits."));
  return g_string_free (g_steal_pointer (&note), FALSE);
}

static char *
subject (const QpSightSurvey *self)
{
  const guint n = self->results->len;

  if (n == 1)
    return qp_node_display_name (((const QpSightResult *) g_ptr_array_index (self->results, 0))->node);
  return g_strdup_printf (self->measure->together == QP_SIGHT_SUM ? ngettext ("%u screen", "all %u screens", n)
                                                                  : ngettext ("%u screen", "best of %u screens", n),
                          n);
}

/**
 * qp_sight_survey_note:
 * @self: a survey
 * @zone: (nullable): environmental zone of the site, as "E3", for limits of light
 *
 * Returns: (transfer full): of what the map is, for its legend
 */
char *
qp_sight_survey_note (const QpSightSurvey *self, const char *zone)
{
  g_autofree char *of = subject (self);
  g_autoptr (GPtrArray) screens = g_ptr_array_new ();

  if (self->late == NULL)
    return g_steal_pointer (&of);
  for (guint i = 0; i < self->results->len; i++)
    g_ptr_array_add (screens, ((const QpSightResult *) g_ptr_array_index (self->results, i))->node);
  g_autofree char *light = qp_sight_light_note (screens, zone);
  return g_strdup_printf ("%s: %s", of, light);
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
