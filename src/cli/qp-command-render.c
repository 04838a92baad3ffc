/* qp-command-render.c: draws a plan, the front of a screen, or the city
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-error.h"
#include "cli/qp-cli-sight.h"
#include "cli/qp-cli.h"
#include "cli/qp-json.h"
#include "cli/qp-render-paper.h"
#include "cli/qp-render-view.h"
#include "exchange/qp-drawing.h"

#include <math.h>
#include <string.h>

#define LEAST_WIDTH 16
#define LAYERS_MEMORY ((gsize) 512 << 20)

typedef struct
{
  char *plan;
  char *screen;
  gboolean city;
  char *output;
  char *format;
  char *scale;
  char *paper;
  gboolean landscape;
  gboolean tile;
  int width;
  gboolean dark;
  gboolean grid;
  gboolean back;
  char *layers;
  char *sight;
  gboolean json;
  QpRenderViewOptions view;
} RenderOptions;

static void
render_options_clear (RenderOptions *self)
{
  g_free (self->plan);
  g_free (self->screen);
  g_free (self->output);
  g_free (self->format);
  g_free (self->scale);
  g_free (self->paper);
  g_free (self->layers);
  g_free (self->sight);
  g_free (self->view.from);
  g_free (self->view.look);
  g_free (self->view.across);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RenderOptions, render_options_clear)

/* what can be said without having read the project */
static gboolean
check_options (const QpCommand *self, const RenderOptions *options, QpDrawingFormat *format, QpDrawingPaper *paper, guint *layers)
{
  const int subjects = (options->plan != NULL) + (options->screen != NULL) + (options->city != FALSE);
  g_autoptr (GError) error = NULL;

  if (subjects != 1)
    qp_cli_wrong (self, _("Say what to draw: one of --plan ID, --screen ID and --city."));
  else if (options->output == NULL)
    qp_cli_wrong (self, _("Say where to: -o FILE, ending in .png, .svg or .pdf."));
  else if (strcmp (options->output, "-") == 0 && options->format == NULL)
    qp_cli_wrong (self, _("Standard output has no ending that tells the format: add --format png, svg or pdf."));
  else if (strcmp (options->output, "-") == 0 && options->json)
    qp_cli_wrong (self, _("Drawing and --json report can’t both go to standard output: use -o FILE."));
  else if (options->city && options->scale != NULL)
    qp_cli_wrong (self, _("The city is drawn to fit; it takes no --scale."));
  else if (options->screen == NULL && (options->back || options->layers != NULL))
    qp_cli_wrong (self, _("--back and --layers are for --screen."));
  else if (!qp_render_view_is_wanted (&options->view)
           && (options->view.look != NULL || options->view.across != NULL || options->view.night))
    qp_cli_wrong (self, _("--look, --across and --night are for a view: add --view-from X,Y."));
  else if (qp_render_view_is_wanted (&options->view) && (options->plan == NULL || options->scale != NULL || options->grid))
    qp_cli_wrong (self, _("A view is from a place on a plan: it needs --plan, and takes neither --scale nor --grid."));
  else if (options->paper == NULL && (options->landscape || options->tile))
    qp_cli_wrong (self, _("--landscape and --tile are for pages of paper: add --paper A4, A3, A2, A1 or A0."));
  else if (options->paper != NULL && (qp_render_view_is_wanted (&options->view) || options->width != 0 || options->dark))
    qp_cli_wrong (self, _("A page of paper is white and has its size: --paper takes neither --view-from nor --width nor --dark."));
  else if (options->plan == NULL && options->sight != NULL)
    qp_cli_wrong (self, _("--sight is for --plan."));
  else if (options->width != 0 && options->width < LEAST_WIDTH)
    qp_cli_wrong (self, _("--width is %d; it must be at least %d."), options->width, LEAST_WIDTH);
  else
    {
      g_autofree char *named = g_strdup_printf ("x.%s", options->format != NULL ? options->format : "");
      if (qp_drawing_format_from_path (options->format != NULL ? named : options->output, format, &error)
          && (options->scale == NULL || qp_drawing_parse_ratio (options->scale, &paper->ratio, &error))
          && (options->paper == NULL || qp_paper_size_parse (options->paper, &paper->size, &error))
          && (options->layers == NULL || qp_elevation_layers_parse (options->layers, layers, &error)))
        return TRUE;
      qp_cli_wrong (self, "%s", error->message);
    }
  return FALSE;
}

static gboolean
find_subject (const RenderOptions *options, QpNode *project, QpDrawingType *type, const QpNode **subject)
{
  *type = QP_DRAWING_CITY;
  if (options->city)
    return TRUE;
  const QpNode *node = options->plan != NULL ? qp_cli_find_node (project, QP_KIND_PLAN, options->plan)
                                             : qp_cli_find_node (project, QP_KIND_SCREEN, options->screen);
  if (node == NULL)
    return FALSE;
  *type = node->kind == QP_KIND_PLAN ? QP_DRAWING_PLAN : QP_DRAWING_SCREEN;
  *subject = node;
  return TRUE;
}

static gboolean
draw (const RenderOptions *options, const QpDrawing *drawing, QpDrawingFormat format, const QpDrawingPaper *paper)
{
  g_autoptr (GError) error = NULL;

  if (options->paper != NULL)
    return qp_render_paper (drawing, paper, format, options->output);
  g_autoptr (GBytes) bytes = qp_drawing_to_bytes (drawing, format, &error);

  if (bytes != NULL)
    return qp_cli_write (options->output, bytes);
  qp_cli_message ("%s", error->message);
  return FALSE;
}

/* -- what was drawn -- */

static void
write_objects (QpJson *json, const QpNode *plan)
{
  guint counts[QP_N_KINDS] = { 0 };
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    counts[child->kind]++;
  qp_json_begin_object (json, "objects");
  for (QpKind kind = 0; kind < QP_N_KINDS; kind++)
    if (kind != QP_KIND_BACKGROUND && kind != QP_KIND_FACT && qp_kind_may_contain (QP_KIND_PLAN, kind))
      qp_json_integer (json, qp_kind_info (kind)->element, counts[kind]);
  qp_json_end_object (json);
}

/* whether a background was painted; one that can't be shown has a reason */
static gboolean
was_painted (const QpBackground *background, QpPlanLayers *layers, char **reason)
{
  g_autoptr (GError) error = NULL;

  if (background->visible == FALSE)
    return FALSE;
  g_autoptr (QpPlanLayer) layer = qp_plan_layers_get (layers, background, &error);
  if (layer == NULL)
    *reason = g_strdup (error->message);
  return layer != NULL;
}

/* returns how many can't be shown; tells them when there is no JSON */
static guint
report_backgrounds (QpJson *json, const QpNode *plan, QpPlanLayers *layers)
{
  guint n_refused = 0;
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND)) != NULL;)
    {
      g_autofree char *name = qp_node_display_name (node);
      g_autofree char *reason = NULL;
      const gboolean painted = was_painted ((const QpBackground *) node, layers, &reason);

      n_refused += reason != NULL;
      if (json == NULL && reason != NULL)
        qp_cli_message ("%s: %s", name, reason);
      if (json == NULL)
        continue;
      qp_json_begin_object (json, NULL);
      qp_json_id (json, "id", node->id);
      qp_json_string (json, "name", name);
      qp_json_boolean (json, "painted", painted);
      qp_json_string (json, "reason", reason);
      qp_json_end_object (json);
    }
  return n_refused;
}

static void
write_size (QpJson *json, const RenderOptions *options, const QpDrawingMade *made)
{
  qp_json_string (json, "file", options->output);
  qp_json_number (json, "width", made->width);
  qp_json_number (json, "height", made->height);
  qp_json_number (json, "scale_ratio", made->ratio > 0 ? made->ratio : NAN);
  qp_json_integer (json, "pages", made->pages);
  if (options->paper == NULL)
    return;
  qp_json_string (json, "paper", options->paper);
  qp_json_integer (json, "tile_columns", made->columns);
  qp_json_integer (json, "tile_rows", made->rows);
}

static QpExit
report (const RenderOptions *options, const QpDrawing *drawing, const QpNode *subject)
{
  g_autoptr (QpJson) json = options->json ? qp_json_new () : NULL;
  const gboolean is_plan = drawing->type == QP_DRAWING_PLAN;
  guint n_refused = 0;

  if (json != NULL)
    {
      qp_json_begin_object (json, NULL);
      write_size (json, options, drawing->made);
      qp_json_begin_array (json, "backgrounds");
    }
  if (is_plan)
    n_refused = report_backgrounds (json, subject, drawing->layers);
  if (json != NULL)
    {
      qp_json_end_array (json);
      if (is_plan)
        write_objects (json, subject);
      qp_json_end_object (json);
      qp_json_print (json);
    }
  return n_refused > 0 ? QP_EXIT_NO : QP_EXIT_FINE;
}

static gboolean
parse_options (const QpCommand *self, RenderOptions *options, char ***argv)
{
  const GOptionEntry entries[] = {
    { "plan", 'p', 0, G_OPTION_ARG_STRING, &options->plan, N_ ("Draw this plan, by id or name"), N_ ("ID") },
    { "screen", 's', 0, G_OPTION_ARG_STRING, &options->screen, N_ ("Draw the front of this screen, by id or name"),
      N_ ("ID") },
    { "city", 'c', 0, G_OPTION_ARG_NONE, &options->city, N_ ("Draw the sites of the city"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_ ("File to write: .png, .svg or .pdf"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("Format: png, svg or pdf, whatever the file is called"),
      N_ ("FORMAT") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &options->scale, N_ ("Scale on paper; without it, fit the sheet"), "1:N" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, N_ ("On a page of paper with a title block: A4, A3, A2, A1 or A0"), N_ ("SIZE") },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &options->landscape, N_ ("The paper lies across"), NULL },
    { "tile", 0, 0, G_OPTION_ARG_NONE, &options->tile, N_ ("Spread over pages that overlap by 10 mm, where one is not enough"), NULL },
    { "width", 'w', 0, G_OPTION_ARG_INT, &options->width, N_ ("Width in pixels (PNG) or points (SVG, PDF)"), N_ ("N") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options->dark, N_ ("Dark colours"), NULL },
    { "grid", 0, 0, G_OPTION_ARG_NONE, &options->grid, N_ ("With the grid of the plan"), NULL },
    { "back", 0, 0, G_OPTION_ARG_NONE, &options->back, N_ ("The screen from behind, mirrored"), NULL },
    { "layers", 0, 0, G_OPTION_ARG_STRING, &options->layers,
      N_ ("What to show of the screen: cabinets, zones, dimensions, pixels, or none"), N_ ("A,B") },
    { "view-from", 0, 0, G_OPTION_ARG_STRING, &options->view.from,
      N_ ("What somebody sees who stands at this place of the plan, metres; eyes 1.6 m high unless said"), "X,Y[,H]" },
    { "look", 0, 0, G_OPTION_ARG_STRING, &options->view.look,
      N_ ("Where they look, clockwise from up on the plan, and how far up; without it, to the screen that fills most of the view"),
      N_ ("DEG[,DEG]") },
    { "across", 0, 0, G_OPTION_ARG_STRING, &options->view.across, N_ ("Angle from left to right of the view"), N_ ("DEG") },
    { "night", 0, 0, G_OPTION_ARG_NONE, &options->view.night, N_ ("The view at night"), NULL },
    { "sight", 0, 0, G_OPTION_ARG_STRING, &options->sight, N_ ("With a map of what is seen; measures as of the command sight"),
      N_ ("MEASURE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Print what was drawn as one JSON object"), NULL },
    { NULL },
  };

  return qp_cli_parse (self, entries, argv) && qp_cli_count (self, *argv, 1, 1);
}

static QpExit
run_render (const QpCommand *self, char **argv)
{
  g_auto (RenderOptions) options = { NULL };
  QpDrawingFormat format;
  QpDrawingType type;
  QpDrawingPaper paper = { 0 };
  QpElevationView view = QP_ELEVATION_VIEW_USUAL;
  QpDrawingMade made;
  QpDrawing drawing;
  const QpNode *subject = NULL;

  if (!parse_options (self, &options, &argv) || !check_options (self, &options, &format, &paper, &view.layers))
    return QP_EXIT_FAILED;
  const QpSightMeasure *measure = options.sight == NULL ? NULL : qp_cli_sight_measure (self, options.sight);
  if (options.sight != NULL && measure == NULL)
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (argv[1]);
  if (project == NULL || !find_subject (&options, project, &type, &subject))
    return QP_EXIT_FAILED;
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (project);
  if (catalogue == NULL)
    return QP_EXIT_FAILED;

  if (qp_render_view_is_wanted (&options.view))
    {
      if (format != QP_DRAWING_PNG)
        return qp_cli_wrong (self, _ ("A view is a picture of pixels: write it as .png."));
      const QpRenderViewJob job = { self, &options.view, subject, catalogue, options.output, options.width, options.dark, options.json };
      return qp_render_view (&job);
    }
  qp_drawing_init (&drawing, project, catalogue, type, subject != NULL ? subject->id : QP_ID_NONE);
  drawing.ratio = paper.ratio;
  paper.landscape = options.landscape;
  paper.tiled = options.tile;
  drawing.width = options.width;
  drawing.with_grid = options.grid;
  view.back = options.back;
  drawing.elevation_view = view;
  g_auto (QpSightSurvey) survey = { 0 };
  if (measure != NULL)
    qp_sight_survey_init (&survey, subject, NULL, catalogue, measure, &QP_SIGHT_SPAN_INIT, &QP_LOOK_OPTIONS_INIT);
  drawing.theme = options.dark ? QP_THEME_DARK : measure != NULL ? QP_THEME_LIGHT : drawing.theme;
  const char *zone = measure == NULL ? NULL : qp_cli_zone_of (project, subject->id);
  g_autoptr (QpMapOverlay) map = measure == NULL ? NULL : qp_sight_survey_overlay (&survey, zone, drawing.theme, FALSE);
  g_autofree char *note = measure == NULL ? NULL : qp_sight_survey_note (&survey, zone);
  drawing.map = map;
  drawing.map_note = note;
  g_autoptr (QpPlanLayers) layers = qp_plan_layers_new (LAYERS_MEMORY);
  drawing.layers = layers;
  drawing.made = &made;
  if (!draw (&options, &drawing, format, &paper))
    return QP_EXIT_FAILED;
  return report (&options, &drawing, subject);
}

const QpCommand qp_command_render = {
  .name = "render",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Draw a plan, the front of a screen, the city, or what somebody sees"),
  .details = N_ ("Example: qianping-cli render city.qianping --plan \"Street level\" -o plan.pdf --paper A3 --scale 1:200 --tile"),
  .run = run_render,
};
