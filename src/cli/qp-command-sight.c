/* qp-command-sight.c: who sees the screens of a plan, and how well
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-number.h"
#include "cli/qp-cli-sight.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"
#include "exchange/qp-drawing.h"
#include "model/qp-kinds.h"

#include <math.h>
#include <string.h>

#define LEAST_CELL_M 0.05
#define MOST_CELLS 1000000

typedef struct
{
  char *plan;
  char *screen;
  char *measure;
  char *output;
  char *cell;
  char *character;
  char *at;
  gboolean whole;
  gboolean hatched;
  gboolean dark;
  gboolean grey;
  gboolean json;
} SightOptions;

static void
sight_options_clear (SightOptions *self)
{
  g_free (self->plan);
  g_free (self->screen);
  g_free (self->measure);
  g_free (self->output);
  g_free (self->cell);
  g_free (self->character);
  g_free (self->at);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SightOptions, sight_options_clear)

/**
 * qp_cli_sight_measure:
 * @command: the command, to tell wrong use
 * @key: (nullable): key of a measure
 *
 * Returns: (nullable): the measure, that of grades without a key; %NULL when there is none, which is told
 */
const QpSightMeasure *
qp_cli_sight_measure (const QpCommand *command, const char *key)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  const QpSightMeasure *measure = key == NULL ? qp_sight_measure_at (0) : qp_sight_measure_find (key);

  if (measure != NULL)
    return measure;
  for (guint i = 0; i < qp_sight_measure_count (); i++)
    g_string_append_printf (keys, "%s%s", i == 0 ? "" : ", ", qp_sight_measure_at (i)->key);
  qp_cli_wrong (command, _("“%s” can’t be mapped. There are: %s."), key, keys->str);
  return NULL;
}

/**
 * qp_cli_zone_of:
 * @project: a project
 * @plan: id of a plan
 *
 * Returns: (nullable): environmental zone of its site, as "E3"
 */
const char *
qp_cli_zone_of (const QpNode *project, QpId plan)
{
  QpNodeIter sites, plans;

  qp_node_iter_init (&sites, project->children);
  for (const QpNode *site; (site = qp_node_iter_next_of (&sites, QP_KIND_SITE)) != NULL;)
    {
      qp_node_iter_init (&plans, site->children);
      for (const QpNode *node; (node = qp_node_iter_next_of (&plans, QP_KIND_PLAN)) != NULL;)
        if (qp_id_equal (node->id, plan))
          return ((const QpSite *) site)->zone == QP_UNSET ? NULL : qp_values_zone[((const QpSite *) site)->zone].key;
    }
  return NULL;
}

static gboolean
read_metres (const QpCommand *self, const char *option, const char *text, double least, double most, double *metres)
{
  if (text == NULL)
    return TRUE;
  if (qp_real_parse (text, metres) == QP_PARSE_OK && *metres >= least && *metres <= most)
    return TRUE;
  g_autofree char *from = qp_number_display_shortest (least), *to = qp_number_display_shortest (most);
  qp_cli_wrong (self, _("%s takes metres from %s to %s, not “%s”."), option, from, to, text);
  return FALSE;
}

static gboolean
is_csv (const char *path)
{
  return g_str_has_suffix (path, ".csv");
}

static gboolean
check_options (const QpCommand *self, const SightOptions *options, QpDrawingFormat *format)
{
  g_autoptr (GError) error = NULL;

  if (options->plan == NULL)
    qp_cli_wrong (self, _("Say which plan: --plan ID."));
  else if (options->at != NULL && (options->output != NULL || options->measure != NULL || options->whole))
    qp_cli_wrong (self, _("--at tells of one place: it goes without --measure, --whole and a map."));
  else if (options->output == NULL || is_csv (options->output))
    return TRUE;
  else if (qp_drawing_format_from_path (options->output, format, &error))
    return TRUE;
  else
    qp_cli_wrong (self, _("The map is written as .png, .svg, .pdf or .csv, not as “%s”."), options->output);
  return FALSE;
}

/* --- what was found --- */

static char *
area_name (const QpSightArea *area)
{
  return area->audience == NULL ? g_strdup (_("rest of the plan")) : qp_node_display_name (&area->audience->node);
}

static double
square_metres (const QpSightArea *area)
{
  return area->n_covered * area->grid.cell * area->grid.cell;
}

static void
write_count (QpJson *json, const QpSightCount *count)
{
  qp_json_integer (json, "cells", count->cells);
  qp_json_number (json, "share_seen", count->share);
  qp_json_begin_object (json, "grades");
  for (QpLookGrade grade = 0; grade < QP_LOOK_GRADES; grade++)
    qp_json_number (json, qp_look_grade_key (grade), count->cells > 0 ? (double) count->grades[grade] / count->cells : NAN);
  qp_json_end_object (json);
}

static void
write_screens (QpJson *json, const QpSightSurvey *survey, guint area)
{
  qp_json_begin_array (json, "screens");
  for (guint i = 0; i < survey->results->len; i++)
    {
      const QpSightResult *result = g_ptr_array_index (survey->results, i);
      g_autofree char *name = qp_node_display_name (result->node);
      QpSightCount count;
      qp_sight_count (&count, &result, 1, area);
      qp_json_begin_object (json, NULL);
      qp_json_id (json, "id", result->node->id);
      qp_json_string (json, "name", name);
      write_count (json, &count);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
}

static void
write_area (QpJson *json, const QpSightSurvey *survey, guint index)
{
  const QpSightArea *area = &g_array_index (survey->scene->areas, QpSightArea, index);
  g_autofree char *name = area_name (area);
  QpSightCount count;

  qp_sight_count (&count, (const QpSightResult *const *) survey->results->pdata, survey->results->len, index);
  qp_json_begin_object (json, NULL);
  if (area->audience == NULL)
    qp_json_null (json, "id");
  else
    qp_json_id (json, "id", area->audience->node.id);
  qp_json_string (json, "name", name);
  qp_json_number (json, "area_m2", square_metres (area));
  qp_json_number (json, "eye_m", area->grid.eye);
  write_count (json, &count);
  write_screens (json, survey, index);
  qp_json_end_object (json);
}

static void
write_options (QpJson *json, const QpSightSurvey *survey)
{
  for (guint i = 0; i < survey->results->len; i++)
    {
      const QpLookScreen *look = &((const QpSightResult *) g_ptr_array_index (survey->results, i))->look;
      qp_json_begin_object (json, NULL);
      qp_json_id (json, "id", look->screen->node.id);
      qp_json_number (json, "character_m", look->char_height_m);
      qp_json_number (json, "readable_m", look->readable_m);
      qp_json_number (json, "pixels_vanish_m", look->pixel_free_m);
      qp_json_end_object (json);
    }
}

static void
print_json (const QpSightSurvey *survey, const SightOptions *options)
{
  g_autoptr (QpJson) json = qp_json_new ();

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "file", options->output);
  qp_json_string (json, "measure", survey->measure->key);
  qp_json_number (json, "cell_m", survey->scene->grid.cell);
  qp_json_integer (json, "cells", (gint64) qp_sight_scene_cells (survey->scene));
  qp_json_integer (json, "obstacles_of_unknown_height", survey->scene->unknown_tops);
  qp_json_begin_array (json, "areas");
  for (guint i = 0; survey->results->len > 0 && i < survey->scene->areas->len; i++)
    write_area (json, survey, i);
  qp_json_end_array (json);
  qp_json_begin_array (json, "screens");
  write_options (json, survey);
  qp_json_end_array (json);
  qp_json_end_object (json);
  qp_json_print (json);
}

static char *
percent (double share)
{
  g_autofree char *number = qp_number_display (share * 100, 0);

  return isnan (share) ? g_strdup (_("not known")) : g_strconcat (number, " %", NULL);
}

static void
add_row (QpTable *table, const QpSightArea *area, const QpSightCount *count)
{
  g_autofree char *name = area_name (area), *size = qp_number_display (square_metres (area), 0), *share = percent (count->share);
  g_autofree char *metres = g_strconcat (size, " m²", NULL);
  char *grades[QP_LOOK_GRADES];

  for (QpLookGrade grade = 0; grade < QP_LOOK_GRADES; grade++)
    grades[grade] = percent (count->cells > 0 ? (double) count->grades[grade] / count->cells : NAN);
  qp_table_add (table, name, metres, share, grades[0], grades[1], grades[2], grades[3], grades[4], grades[5], NULL);
  for (QpLookGrade grade = 0; grade < QP_LOOK_GRADES; grade++)
    g_free (grades[grade]);
}

static void
print_text (const QpSightSurvey *survey)
{
  g_autoptr (QpTable) table = qp_table_new (9, "lrrrrrrrr");
  QpSightCount count;

  qp_table_add (table, _("Area"), _("Ground"), _("Share seen"), qp_look_grade_name (QP_LOOK_BEHIND), qp_look_grade_name (QP_LOOK_BLOCKED),
                qp_look_grade_name (QP_LOOK_SEEN), qp_look_grade_name (QP_LOOK_NOTICED), qp_look_grade_name (QP_LOOK_READABLE),
                qp_look_grade_name (QP_LOOK_PIXEL_FREE), NULL);
  for (guint i = 0; i < survey->scene->areas->len; i++)
    {
      qp_sight_count (&count, (const QpSightResult *const *) survey->results->pdata, survey->results->len, i);
      add_row (table, &g_array_index (survey->scene->areas, QpSightArea, i), &count);
    }
  qp_table_print (table, 0);
  if (survey->scene->unknown_tops > 0)
    g_print (ngettext ("%u obstacle has no known height and hides whatever is behind it.\n",
                       "%u obstacles have no known height and hide whatever is behind them.\n", survey->scene->unknown_tops),
             survey->scene->unknown_tops);
}

/* --- files --- */

/**
 * qp_cli_write_map:
 * @survey: what is seen of a plan
 * @map: where to and how
 *
 * Draws the plan with the map over it. What went wrong is told.
 *
 * Returns: whether it was written
 */
gboolean
qp_cli_write_map (const QpSightSurvey *survey, const QpCliMap *map)
{
  const char *zone = qp_cli_zone_of (map->project, map->plan);
  g_autoptr (QpMapOverlay) overlay = qp_sight_survey_overlay (survey, zone, map->theme, map->hatched);
  g_autofree char *note = qp_sight_survey_note (survey, zone);
  g_autoptr (GError) error = NULL;
  QpDrawing drawing;

  qp_drawing_init (&drawing, map->project, map->catalogue, QP_DRAWING_PLAN, map->plan);
  drawing.theme = map->theme;
  drawing.map = overlay;
  drawing.map_note = note;
  g_autoptr (GBytes) bytes = qp_drawing_to_bytes (&drawing, map->format, &error);
  if (bytes != NULL)
    return qp_cli_write (map->path, bytes);
  qp_cli_message ("%s", error->message);
  return FALSE;
}

static gboolean
write_output (const QpSightSurvey *survey, const SightOptions *options, QpDrawingFormat format, QpNode *project, QpCatalogue *catalogue,
              QpId plan)
{
  if (options->output == NULL)
    return TRUE;
  if (!is_csv (options->output))
    return qp_cli_write_map (survey, &(QpCliMap){ project, catalogue, plan, options->output, format,
                                                  options->dark   ? QP_THEME_DARK
                                                  : options->grey ? QP_THEME_PRINT
                                                                  : QP_THEME_LIGHT,
                                                  options->hatched });
  g_autoptr (GBytes) bytes = qp_sight_survey_to_csv (survey);
  return qp_cli_write (options->output, bytes);
}

static QpExit
report (const QpSightSurvey *survey, const SightOptions *options)
{
  if (options->json)
    print_json (survey, options);
  if (survey->results->len == 0)
    qp_cli_message (_("There is no screen on this plan."));
  else if (qp_sight_scene_cells (survey->scene) == 0)
    qp_cli_message (_("There is no audience on this plan: draw one, or use --whole."));
  else
    {
      if (!options->json)
        print_text (survey);
      return QP_EXIT_FINE;
    }
  return QP_EXIT_NO;
}

static QpExit
look (const QpCommand *self, const SightOptions *options, const char *file, const QpSightMeasure *measure, QpDrawingFormat format)
{
  QpSightSpan span = QP_SIGHT_SPAN_INIT;
  QpLookOptions how = QP_LOOK_OPTIONS_INIT;
  g_auto (QpSightSurvey) survey = { 0 };

  span.whole = options->whole;
  span.most_cells = MOST_CELLS;
  if (!read_metres (self, "--cell-m", options->cell, LEAST_CELL_M, 100, &span.cell_m)
      || !read_metres (self, "--character-m", options->character, 0.001, 100, &how.char_height_m))
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (file);
  const QpNode *plan = project == NULL ? NULL : qp_cli_find_node (project, QP_KIND_PLAN, options->plan);
  if (plan == NULL)
    return QP_EXIT_FAILED;
  const QpNode *only = options->screen == NULL ? NULL : qp_cli_find_node ((QpNode *) plan, QP_KIND_SCREEN, options->screen);
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (project);
  if (catalogue == NULL || (options->screen != NULL && only == NULL))
    return QP_EXIT_FAILED;
  if (options->at != NULL)
    return qp_cli_sight_at (&(QpSightAt){ self, options->at, plan, only, catalogue, &how, options->json });
  qp_sight_survey_init (&survey, plan, only, catalogue, measure, &span, &how);
  if (!write_output (&survey, options, format, project, catalogue, plan->id))
    return QP_EXIT_FAILED;
  return report (&survey, options);
}

static QpExit
run_sight (const QpCommand *self, char **argv)
{
  g_auto (SightOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "plan", 'p', 0, G_OPTION_ARG_STRING, &options.plan, N_ ("The plan, by id or name"), N_ ("ID") },
    { "screen", 's', 0, G_OPTION_ARG_STRING, &options.screen, N_ ("Only this screen, by id or name"), N_ ("ID") },
    { "measure", 'm', 0, G_OPTION_ARG_STRING, &options.measure, N_ ("What is mapped; grade without it"), N_ ("MEASURE") },
    { "cell-m", 0, 0, G_OPTION_ARG_STRING, &options.cell, N_ ("Size of a cell in metres; 0.5 without it"), N_ ("M") },
    { "character-m", 0, 0, G_OPTION_ARG_STRING, &options.character,
      N_ ("Height of the characters to be read in metres; 16 pixels without it"), N_ ("M") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("All figures of one place: metres on the plan, and height of the eye"),
      N_ ("X,Y[,H]") },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &options.whole, N_ ("From all over the plan, not only from its audiences"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Map to write: .png, .svg, .pdf, or .csv"), N_ ("FILE") },
    { "hatched", 0, 0, G_OPTION_ARG_NONE, &options.hatched, N_ ("Hatch the steps of the map"), NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_ ("Dark colours"), NULL },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_ ("For print without colours; goes well with --hatched"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  QpDrawingFormat format = QP_DRAWING_PNG;

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1) || !check_options (self, &options, &format))
    return QP_EXIT_FAILED;
  const QpSightMeasure *measure = qp_cli_sight_measure (self, options.measure);
  return measure == NULL ? QP_EXIT_FAILED : look (self, &options, argv[1], measure, format);
}

const QpCommand qp_command_sight = {
  .name = "sight",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Who sees the screens of a plan past its obstacles, and how well"),
  .details = N_ ("By area of the audience: how much of the best screen is seen, and the share of the ground by grade: pixel-free,\n"
                 "readable, noticed (1.5°, Geopath), seen, blocked, behind.\n"
                 "Example: qianping-cli sight city.qianping --plan \"Street level\" --measure distance -o map.png\n"
                 "Exit status: 0 fine; 1 nobody or no screen is on the plan; 2 it can’t be read."),
  .run = run_sight,
};
