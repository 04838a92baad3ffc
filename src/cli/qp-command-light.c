/* qp-command-light.c: the light of screens at windows, against what is allowed there, and over a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli-sight.h"
#include "cli/qp-json-light.h"
#include "cli/qp-table.h"
#include "engine/qp-rules.h"

#include <math.h>
#include <string.h>

#define MOST_CELLS 4000000
#define USUAL_HEIGHT 1.5

typedef struct
{
  char *plan;
  char *screen;
  char *output;
  double cell;
  double height;
  gboolean level;
  gboolean json;
} LightOptions;

static void
light_options_clear (LightOptions *self)
{
  g_free (self->plan);
  g_free (self->screen);
  g_free (self->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LightOptions, light_options_clear)

/* --- as tables --- */

static const char *
verdict_word (QpVerdict verdict)
{
  return qp_rule_outcome_label (verdict == QP_VERDICT_MEETS   ? QP_RULE_MEETS
                                : verdict == QP_VERDICT_FAILS ? QP_RULE_FAILS
                                : verdict == QP_VERDICT_NONE  ? QP_RULE_ASIDE
                                                              : QP_RULE_NOT_KNOWN);
}

static void
print_receptors (const QpLight *light)
{
  g_autoptr (QpTable) table = qp_table_new (8, "lrrlrrlr");

  qp_table_add (table, _ ("Windows"), _ ("Before curfew"), _ ("Limit"), "", _ ("After curfew"), _ ("Limit"), "", _ ("All screens at most"), NULL);
  for (guint i = 0; i < light->n_receptors; i++)
    {
      const QpLightReceptor *it = &light->receptors[i];
      g_autofree char *name = qp_node_display_name (&it->receptor->node);
      g_autofree char *before = qp_light_number (it->before.lx, 3, "lx"), *before_limit = it->judged ? qp_light_number (it->before.limit, 0, "lx") : g_strdup ("–");
      g_autofree char *after = qp_light_number (it->after.lx, 3, "lx"), *after_limit = it->judged ? qp_light_number (it->after.limit, 0, "lx") : g_strdup ("–");
      g_autofree char *highest = it->judged ? qp_light_highest (it->highest) : g_strdup ("–");
      qp_table_add (table, name, before, before_limit, verdict_word (it->before.verdict), after, after_limit,
                    verdict_word (it->after.verdict), highest, NULL);
    }
  qp_table_print (table, 2);
}

static void
print_sources (const QpLight *light)
{
  g_autoptr (QpTable) table = qp_table_new (6, "lrrrrl");

  qp_table_add (table, _ ("Screens"), _ ("By night"), _ ("Limit by area"), _ ("Alone at most"), _ ("Beside others"), _ ("After curfew"), NULL);
  for (guint i = 0; i < light->n_sources; i++)
    {
      const QpLightSource *it = &light->sources[i];
      g_autofree char *name = qp_node_display_name (&it->screen->node), *now = qp_light_number (it->luminance, 0, "cd/m²");
      g_autofree char *limit = qp_light_number (it->sign_limit, 0, "cd/m²"), *alone = qp_light_highest (it->alone);
      g_autofree char *beside = qp_light_highest (it->beside);
      qp_table_add (table, name, now, limit, alone, beside, it->after_curfew ? _ ("on") : _ ("off"), NULL);
    }
  qp_table_print (table, 2);
}

static void
print_light (const QpLight *light)
{
  g_autofree char *name = qp_node_display_name (&light->plan->node), *curfew = qp_light_clock (light->curfew);

  g_print (_ ("%s: zone %s, curfew %s%s\n"), name, light->zone != NULL ? light->zone : _ ("not known"), curfew,
           light->curfew_assumed ? _ (" (assumed)") : "");
  if (light->n_sources > 0)
    print_sources (light);
  if (light->n_receptors > 0)
    print_receptors (light);
  else
    g_print ("  %s\n", _ ("No windows of neighbours on this plan."));
  g_print ("\n");
}

/* --- as a map --- */

static gboolean
is_table (const char *path)
{
  return strcmp (path, "-") == 0 || g_str_has_suffix (path, ".csv");
}

static QpBox
box_of (const QpLight *light)
{
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < light->n_sources; i++)
    if (light->sources[i].known)
      box = qp_box_union (box, qp_box_grown (light->sources[i].face.box, 60));
  for (guint i = 0; i < light->n_receptors; i++)
    for (guint k = 0; light->receptors[i].receptor->outline != NULL && k < light->receptors[i].receptor->outline->n; k++)
      box = qp_box_with (box, qp_vec_from_point (light->receptors[i].receptor->outline->at[k]));
  return box;
}

static gboolean
write_csv (const LightOptions *options, const QpLight *light, const QpScreen *only)
{
  const QpBox box = box_of (light);
  g_autoptr (GString) out = g_string_new ("x_m,y_m,height_m,lx\n");
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE], z[G_ASCII_DTOSTR_BUF_SIZE], lx[G_ASCII_DTOSTR_BUF_SIZE];

  if (qp_box_is_empty (box))
    {
      qp_cli_message (_ ("No screen of this plan has a known place, so that there is no light to draw."));
      return FALSE;
    }
  const QpSightGrid grid = qp_sight_grid (box, options->cell, options->height, MOST_CELLS);
  g_autofree float *lux = qp_light_map (light, &grid, options->level ? QP_LIGHT_LEVEL : QP_LIGHT_FACING, only, FALSE, NULL, NULL);
  for (guint row = 0; row < grid.rows; row++)
    for (guint column = 0; column < grid.columns; column++)
      {
        const QpVec at = qp_sight_grid_middle (&grid, column, row);
        g_string_append_printf (out, "%s,%s,%s,%s\n", g_ascii_formatd (x, sizeof x, "%.3f", at.x), g_ascii_formatd (y, sizeof y, "%.3f", at.y),
                                g_ascii_formatd (z, sizeof z, "%.3f", grid.eye),
                                g_ascii_formatd (lx, sizeof lx, "%.4f", lux[(gsize) row * grid.columns + column]));
      }
  g_autoptr (GBytes) bytes = g_bytes_new (out->str, out->len);
  return qp_cli_write (options->output, bytes);
}

/* the lines of its limits are those of the zone; the map of the window and of the command sight */
static gboolean
write_picture (const LightOptions *options, const QpEngineContext *context, const QpScreen *only, QpDrawingFormat format)
{
  g_auto (QpSightSurvey) survey = { 0 };
  QpSightSpan span = QP_SIGHT_SPAN_INIT;

  span.cell_m = options->cell;
  span.whole = TRUE;
  span.most_cells = MOST_CELLS;
  qp_sight_survey_init (&survey, &context->plan->node, only == NULL ? NULL : &only->node, context->catalogue, qp_sight_measure_find ("lux"),
                        &span, &QP_LOOK_OPTIONS_INIT);
  if (survey.results->len > 0)
    return qp_cli_write_map (&survey, &(QpCliMap){ (QpNode *) context->project, (QpCatalogue *) context->catalogue, context->plan->node.id,
                                                   options->output, format, QP_THEME_LIGHT, FALSE });
  qp_cli_message (_ ("No screen of this plan has a known place, so that there is no light to draw."));
  return FALSE;
}

/* --- the command --- */

typedef struct
{
  const LightOptions *options;
  const QpNode *wanted; /* plan; NULL: all */
  const QpScreen *only;
  QpJson *json;
  QpDrawingFormat format; /* of a map that is a picture */
  gboolean fails;
  gboolean failed;
} Light;

static void
visit_plan (const QpEngineContext *context, gpointer data)
{
  Light *self = data;

  if (self->wanted != NULL && self->wanted != &context->plan->node)
    return;
  g_autoptr (QpLight) light = qp_light_new (context, NULL);
  for (guint i = 0; i < light->n_receptors; i++)
    self->fails |= light->receptors[i].before.verdict == QP_VERDICT_FAILS || light->receptors[i].after.verdict == QP_VERDICT_FAILS;
  if (self->options->output != NULL)
    self->failed |= is_table (self->options->output) ? !write_csv (self->options, light, self->only)
                                                     : !write_picture (self->options, context, self->only, self->format);
  if (self->json != NULL)
    qp_json_light (self->json, NULL, light);
  else if (g_strcmp0 (self->options->output, "-") != 0)
    print_light (light);
}

static gboolean
check_options (const QpCommand *self, const LightOptions *options, QpDrawingFormat *format)
{
  if (options->output != NULL && options->plan == NULL)
    qp_cli_wrong (self, _("A map is of one plan: add --plan ID."));
  else if (options->output != NULL && strcmp (options->output, "-") == 0 && options->json)
    qp_cli_wrong (self, _("Map and --json can’t both go to standard output: use -o FILE."));
  else if (options->output != NULL && !is_table (options->output) && !qp_drawing_format_from_path (options->output, format, NULL))
    qp_cli_wrong (self, _("The map is written as .png, .svg, .pdf or .csv, not as “%s”."), options->output);
  else if (options->output != NULL && !is_table (options->output) && (options->level || options->height != USUAL_HEIGHT))
    qp_cli_wrong (self, _("A picture is of the light at the height of eyes; --level and --height-m go with .csv."));
  else if (!(options->cell > 0 && options->cell <= 100))
    qp_cli_wrong (self, _("--cell-m is %g; it must be above 0 and at most 100 metres."), options->cell);
  else if (!(options->height >= -200 && options->height <= 2000))
    qp_cli_wrong (self, _("--height-m is %g; it must be between −200 and 2000 metres."), options->height);
  else
    return TRUE;
  return FALSE;
}

static QpExit
run_light (const QpCommand *self, char **argv)
{
  g_auto (LightOptions) options = { .cell = 1, .height = USUAL_HEIGHT };
  const GOptionEntry entries[] = {
    { "plan", 'p', 0, G_OPTION_ARG_STRING, &options.plan, N_ ("Only this plan, by id or name"), N_ ("ID") },
    { "screen", 's', 0, G_OPTION_ARG_STRING, &options.screen, N_ ("Map of this screen alone, by id or name"), N_ ("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Map of illuminance to write: .png, .svg, .pdf or .csv"), N_ ("FILE") },
    { "cell-m", 0, 0, G_OPTION_ARG_DOUBLE, &options.cell, N_ ("Size of a cell of the map, metres; 1 unless given"), "M" },
    { "height-m", 0, 0, G_OPTION_ARG_DOUBLE, &options.height, N_ ("Height of the map, metres; 1.5 unless given"), "M" },
    { "level", 0, 0, G_OPTION_ARG_NONE, &options.level, N_ ("Map on level ground instead of upright, facing the screens"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };

  QpDrawingFormat format = QP_DRAWING_PNG;

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1) || !check_options (self, &options, &format))
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (argv[1]);
  if (project == NULL)
    return QP_EXIT_FAILED;
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (project);
  const QpNode *plan = options.plan != NULL ? qp_cli_find_node (project, QP_KIND_PLAN, options.plan) : NULL;
  const QpNode *screen = options.screen != NULL ? qp_cli_find_node (project, QP_KIND_SCREEN, options.screen) : NULL;
  if (catalogue == NULL || (options.plan != NULL && plan == NULL) || (options.screen != NULL && screen == NULL))
    return QP_EXIT_FAILED;
  g_autoptr (QpJson) json = options.json ? qp_json_new () : NULL;
  Light light = { .options = &options, .wanted = plan, .only = (const QpScreen *) screen, .json = json, .format = format };
  if (json != NULL)
    {
      qp_json_begin_object (json, NULL);
      qp_json_begin_array (json, "plans");
    }
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };
  qp_cli_each_plan (project, &context, visit_plan, &light);
  if (json != NULL)
    {
      qp_json_end_array (json);
      qp_json_end_object (json);
      qp_json_print (json);
    }
  return light.failed ? QP_EXIT_FAILED : light.fails ? QP_EXIT_NO : QP_EXIT_FINE;
}

const QpCommand qp_command_light = {
  .name = "light",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Calculate the light of screens at windows by night, against what is allowed there"),
  .details = N_ ("All screens of a plan together, past its obstacles, at the brightest place of each window; before and after curfew. "
                 "The map is of\nthe light on upright surfaces that face the screens, or on level ground.\n"
                 "Exit status: 0 no limit is exceeded; 1 one is; 2 a file can’t be read or written."),
  .run = run_light,
};
