/* qp-command-export.c: gives out what others need of a screen: maps and patterns at native raster, …
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-export.h"
#include "exchange/qp-handout.h"

#include <string.h>

typedef enum
{
  TAKES_PATTERN = 1 << 0,
  TAKES_PARTS = 1 << 1, /* --tile, --faces, --transparent */
  TAKES_BACK = 1 << 2,
  TAKES_PROJECT = 1 << 3, /* the whole project, no --screen */
  TAKES_BOM = 1 << 4,
  TAKES_LANG = 1 << 5,
} Takes;

typedef struct
{
  const char *name;
  Takes takes;
  QpExit (*run) (const QpExportJob *job);
} Format;

/* a new format is one row, and a file qp-export-….c */
static const Format formats[] = {
  { "pixelmap", TAKES_PARTS, qp_export_pixel_map },
  { "pattern", TAKES_PATTERN | TAKES_PARTS, qp_export_pattern },
  { "frustum", 0, qp_export_frustum },
  { "template", TAKES_PARTS, qp_export_template },
  { "wiring", TAKES_BACK, qp_export_wiring },
  { "csv", TAKES_PROJECT | TAKES_BOM, qp_export_csv },
  { "budget", TAKES_PROJECT, qp_export_budget },
};

/* documents made of tables have a list of their own (exchange/qp-handout-list.c); all of them are written alike */
static const Format handout = { NULL, TAKES_PROJECT | TAKES_BOM | TAKES_LANG, qp_export_handout };

static void
export_options_clear (QpExportOptions *self)
{
  g_free (self->as);
  g_free (self->screen);
  g_free (self->output);
  g_free (self->pattern);
  g_free (self->tile);
  g_free (self->lang);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpExportOptions, export_options_clear)

static GStrv
format_names (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_strv_builder_add (names, formats[i].name);
  for (guint i = 0; i < qp_handout_count (); i++)
    g_strv_builder_add (names, qp_handout_at (i)->key);
  return g_strv_builder_end (names);
}

/* NULL when there is no such format, which has been told */
static const Format *
find_format (const QpCommand *self, const char *name)
{
  g_auto (GStrv) names = format_names ();
  g_autofree char *list = g_strjoinv (", ", names);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      return &formats[i];
  if (name == NULL)
    qp_cli_wrong (self, _ ("Say what to export: --as, one of %s."), list);
  else if (qp_handout_find (name) != NULL)
    return &handout;
  else
    {
      g_autofree char *hint = qp_cli_did_you_mean (name, (const char *const *) names);
      qp_cli_wrong (self, _ ("“%s” is none of %s.%s"), name, list, hint);
    }
  return NULL;
}

static gboolean
check_options (const QpCommand *self, const QpExportOptions *options, Takes takes)
{
  const gboolean parts = options->tile != NULL || options->faces;

  if (options->screen == NULL && (takes & TAKES_PROJECT) == 0)
    qp_cli_wrong (self, _ ("Say of which screen: --screen ID."));
  else if (options->screen != NULL && (takes & TAKES_PROJECT) != 0)
    qp_cli_wrong (self, _ ("--as %s is of the whole project and takes no --screen."), options->as);
  else if (options->bom && (takes & TAKES_BOM) == 0)
    qp_cli_wrong (self, _ ("--as %s takes no --bom."), options->as);
  else if (options->lang != NULL && (takes & TAKES_LANG) == 0)
    qp_cli_wrong (self, _ ("--as %s takes no --lang."), options->as);
  else if (options->output == NULL)
    qp_cli_wrong (self, _ ("Say where to: -o FILE."));
  else if (strcmp (options->output, "-") == 0 && options->json)
    qp_cli_wrong (self, _ ("File and --json report can’t both go to standard output: use -o FILE."));
  else if (options->pattern != NULL && (takes & TAKES_PATTERN) == 0)
    qp_cli_wrong (self, _ ("--as %s takes no --pattern."), options->as);
  else if ((parts || options->transparent) && (takes & TAKES_PARTS) == 0)
    qp_cli_wrong (self, _ ("--as %s takes no --tile, --faces and --transparent."), options->as);
  else if (options->back && (takes & TAKES_BACK) == 0)
    qp_cli_wrong (self, _ ("--as %s takes no --back."), options->as);
  else if (options->tile != NULL && options->faces)
    qp_cli_wrong (self, _ ("Choose one: --tile or --faces."));
  else if (strcmp (options->output, "-") == 0 && parts)
    qp_cli_wrong (self, _ ("Several files can’t go to standard output: use -o FILE."));
  else
    return TRUE;
  return FALSE;
}

typedef struct
{
  const QpNode *wanted;
  QpExportJob *job;
  QpExit (*run) (const QpExportJob *job);
  QpExit result;
} Visit;

static void
run_on_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  Visit *visit = data;

  if (&screen->node != visit->wanted)
    return;
  visit->job->screen = screen;
  visit->job->context = context;
  visit->result = visit->run (visit->job);
}

static QpExit
run_export (const QpCommand *self, char **argv)
{
  g_auto (QpExportOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "as", 'a', 0, G_OPTION_ARG_STRING, &options.as, N_ ("What to export: pixelmap, pattern, frustum, template, wiring, csv, budget, or a document such as quantities"), N_ ("FORMAT") },
    { "screen", 's', 0, G_OPTION_ARG_STRING, &options.screen, N_ ("Of this screen, by id or name"), N_ ("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("File to write"), N_ ("FILE") },
    { "pattern", 'p', 0, G_OPTION_ARG_STRING, &options.pattern, N_ ("Test pattern, such as grid or circles"),
      N_ ("NAME") },
    { "tile", 't', 0, G_OPTION_ARG_STRING, &options.tile, N_ ("Several files of at most this many pixels"),
      N_ ("WxH") },
    { "faces", 0, 0, G_OPTION_ARG_NONE, &options.faces, N_ ("A file for each face"), NULL },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &options.transparent, N_ ("Missing cabinets are transparent, not black"),
      NULL },
    { "back", 'b', 0, G_OPTION_ARG_NONE, &options.back, N_ ("Drawings show the screen from behind"), NULL },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &options.bom, N_ ("A byte order mark first, for spreadsheets that take UTF-8 for something else"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.lang, N_ ("Language of a document: en or zh_CN; that of the program unless given"), N_ ("LANG") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print what was written as one JSON object"), NULL },
    { NULL },
  };

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1))
    return QP_EXIT_FAILED;
  const Format *format = find_format (self, options.as);
  if (format == NULL || !check_options (self, &options, format->takes))
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (argv[1]);
  const gboolean whole = (format->takes & TAKES_PROJECT) != 0;
  const QpNode *screen = project != NULL && !whole ? qp_cli_find_node (project, QP_KIND_SCREEN, options.screen) : NULL;
  g_autoptr (QpCatalogue) catalogue = project != NULL && (screen != NULL || whole) ? qp_cli_catalogue (project) : NULL;
  if (catalogue == NULL)
    return QP_EXIT_FAILED;
  QpExportJob job = { .command = self, .options = &options, .project = project };
  Visit visit = { screen, &job, format->run, QP_EXIT_FAILED };
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };
  job.context = &context;
  if (whole)
    return format->run (&job);
  qp_cli_each_screen (project, &context, run_on_screen, &visit);
  return visit.result;
}

const QpCommand qp_command_export = {
  .name = "export",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Write maps, patterns and wiring of a screen, or the budget and further documents of a project"),
  .details
  = N_ ("Example: qianping-cli export city.qianping --as pattern --pattern crosshatch --screen Façade -o pattern.png"),
  .run = run_export,
};
