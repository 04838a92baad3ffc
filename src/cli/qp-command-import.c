/* qp-command-import.c: a plan file that somebody sent becomes a plan of a project
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-error.h"
#include "base/qp-number.h"
#include "cli/qp-cli.h"
#include "cli/qp-import.h"
#include "plans/qp-plan-content.h"
#include "store/qp-store.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *output;
  char *into;
  char *plan;
  char *name;
  char *scale;
  char *walls;
  char *hide;
  char *show;
  char *wall_kind;
  char *wall_height;
  char *at;
  int page;
  gboolean gcj02;
  gboolean json;
} ImportOptions;

static void
import_options_clear (ImportOptions *self)
{
  char **texts[] = { &self->output, &self->into,      &self->plan,        &self->name, &self->scale, &self->walls,
                     &self->hide,   &self->show, &self->wall_kind, &self->wall_height, &self->at };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

/* what the options say once they are understood */
typedef struct
{
  QpPlanImport import;
  char *walls; /* as a background keeps names of layers */
  char *hidden;
} Wishes;

static void
wishes_clear (Wishes *self)
{
  g_free (self->walls);
  g_free (self->hidden);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

/* -- understanding the options -- */

static gboolean
read_place (const QpCommand *self, const char *text, QpVec *place)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  if (g_strv_length (parts) == 2 && qp_real_parse (parts[0], &place->x) == QP_PARSE_OK
      && qp_real_parse (parts[1], &place->y) == QP_PARSE_OK)
    return TRUE;
  qp_cli_wrong (self, _("--at is “%s”; expected two numbers in metres such as 12.5,8."), text);
  return FALSE;
}

static gboolean
read_height (const QpCommand *self, const char *text, double *height)
{
  const QpField *field = QP_FIELD (QP_KIND_OBSTACLE, QpObstacle, top_height_m);

  if (qp_real_parse (text, height) == QP_PARSE_OK && *height > 0 && *height <= field->max)
    return TRUE;
  qp_cli_wrong (self, _("--wall-height is “%s”; expected metres above the ground, more than 0."), text);
  return FALSE;
}

static gboolean
read_wall_kind (const QpCommand *self, const char *text, QpObstacleKind *kind)
{
  const char *words[16] = { NULL };

  for (guint i = 0; qp_values_obstacle_kind[i].key != NULL && i + 1 < G_N_ELEMENTS (words); i++)
    {
      words[i] = qp_values_obstacle_kind[i].key;
      if (strcmp (words[i], text) == 0)
        {
          *kind = (QpObstacleKind) i;
          return TRUE;
        }
    }
  g_autofree char *known = g_strjoinv (", ", (char **) words);
  qp_cli_wrong (self, _("--wall-kind is “%s”; expected one of: %s."), text, known);
  return FALSE;
}

/* what can be said without having read the plan */
static gboolean
check_options (const QpCommand *self, const ImportOptions *options)
{
  if (options->output == NULL && options->into == NULL)
    qp_cli_wrong (self, _("Say where to: -o FILE for a new project, or --into FILE for one that there is."));
  else if (options->plan != NULL && options->into == NULL)
    qp_cli_wrong (self, _("--plan needs --into FILE: a new project has no plans yet."));
  else if (options->show != NULL && options->hide != NULL)
    qp_cli_wrong (self, _("Use one of --layers and --hide-layers."));
  else if (options->page < 0)
    qp_cli_wrong (self, _("--page is %d; pages count from 1."), options->page);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_wishes (const QpCommand *self, const ImportOptions *options, Wishes *wishes)
{
  return (options->at == NULL || read_place (self, options->at, &wishes->import.at))
         && (options->wall_height == NULL || read_height (self, options->wall_height, &wishes->import.wall_top_m))
         && (options->wall_kind == NULL || read_wall_kind (self, options->wall_kind, &wishes->import.wall_kind));
}

/* -- layers by name -- */

static const QpDrawingLayer *
find_layer (const QpPlanDrawing *drawing, const char *name)
{
  for (guint i = 0; i < qp_plan_drawing_n_layers (drawing); i++)
    if (g_ascii_strcasecmp (qp_plan_drawing_layer (drawing, i)->name, name) == 0)
      return qp_plan_drawing_layer (drawing, i);
  return NULL;
}

static void
tell_no_layer (const QpPlanDrawing *drawing, const char *name)
{
  g_autofree const char **names = g_new0 (const char *, qp_plan_drawing_n_layers (drawing) + 1);

  for (guint i = 0; i < qp_plan_drawing_n_layers (drawing); i++)
    names[i] = qp_plan_drawing_layer (drawing, i)->name;
  g_autofree char *all = g_strjoinv (", ", (char **) names);
  g_autofree char *hint = qp_cli_did_you_mean (name, names);
  qp_cli_message (_("The drawing has no layer “%s”.%s Its layers: %s."), name, hint, all);
}

/* "A,B" as typed → "A;B" as the drawing spells it; NULL when a layer is not there, which has been told */
static char *
layers_from_option (const QpPlanSource *source, const char *option)
{
  const QpPlanDrawing *drawing = qp_plan_source_drawing (source);
  g_auto (GStrv) wanted = g_strsplit (option, ",", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  if (drawing == NULL)
    {
      qp_cli_message (_("Only DXF drawings and GeoJSON footprints have layers; this file has none."));
      return NULL;
    }
  for (char **name = wanted; *name != NULL; name++)
    {
      const QpDrawingLayer *layer = find_layer (drawing, g_strstrip (*name));
      if (layer == NULL)
        {
          tell_no_layer (drawing, *name);
          return NULL;
        }
      g_string_append_printf (found, "%s%s", found->len > 0 ? ";" : "", layer->name);
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static char *
all_but (const QpPlanSource *source, const char *shown)
{
  const QpPlanDrawing *drawing = qp_plan_source_drawing (source);
  g_autoptr (GString) hidden = g_string_new (NULL);

  for (guint i = 0; i < qp_plan_drawing_n_layers (drawing); i++)
    {
      const char *name = qp_plan_drawing_layer (drawing, i)->name;
      if (!qp_hidden_layers_has (shown, name))
        g_string_append_printf (hidden, "%s%s", hidden->len > 0 ? ";" : "", name);
    }
  return g_string_free (g_steal_pointer (&hidden), FALSE);
}

static gboolean
resolve_layers (const ImportOptions *options, const QpPlanSource *source, Wishes *wishes)
{
  if (options->walls != NULL && (wishes->walls = layers_from_option (source, options->walls)) == NULL)
    return FALSE;
  if (options->hide != NULL && (wishes->hidden = layers_from_option (source, options->hide)) == NULL)
    return FALSE;
  if (options->show != NULL)
    {
      g_autofree char *shown = layers_from_option (source, options->show);
      if (shown == NULL)
        return FALSE;
      wishes->hidden = all_but (source, shown);
    }
  return TRUE;
}

static gboolean
resolve_scale (const QpCommand *self, const ImportOptions *options, const QpPlanSource *source, Wishes *wishes)
{
  g_autoptr (GError) error = NULL;

  if (options->scale == NULL
      || qp_import_scale_parse (options->scale, qp_plan_source_format (source), &wishes->import.metres_per_unit, &error))
    return TRUE;
  qp_cli_wrong (self, "%s", error->message);
  return FALSE;
}

/* -- doing it -- */

/* what is too large is not even read */
static GBytes *
read_plan (const char *path, GError **error)
{
  GStatBuf state;

  if (strcmp (path, "-") != 0 && g_stat (path, &state) == 0 && !qp_plan_check_size ((guint64) state.st_size, error))
    return NULL;
  return qp_cli_read_bytes (path, error);
}

static QpPlanSource *
open_source (const char *path, guint page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_plan (path, &error);
  g_autofree char *base = g_path_get_basename (path);
  QpPlanSource *source = bytes == NULL ? NULL : qp_plan_source_open (bytes, base, page, NULL, &error);

  if (source == NULL)
    qp_cli_message ("%s: %s", path, error->message);
  return source;
}

static char *
name_of (const ImportOptions *options, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');

  if (options->name != NULL)
    return g_strdup (options->name);
  if (strcmp (path, "-") == 0)
    return g_strdup (_("Imported plan"));
  if (dot != NULL && dot > base)
    *dot = '\0';
  return g_filename_display_name (base);
}

/* a project that stands there is not lost by a slip of the keys */
static gboolean
may_write (const ImportOptions *options, const char *target)
{
  if (options->output == NULL || strcmp (target, "-") == 0 || g_strcmp0 (options->output, options->into) == 0
      || !g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  qp_cli_message (_("“%s” is there already. To add the plan to it, use --into; else choose another name."), target);
  return FALSE;
}

static gboolean
save (const char *target, const QpNode *project)
{
  g_autoptr (GError) error = NULL;

  if (strcmp (target, "-") == 0)
    {
      g_autoptr (GBytes) bytes = qp_store_write (project);
      return qp_cli_write (target, bytes);
    }
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (target);
  if (qp_store_save (file, project, NULL, TRUE, &error))
    return TRUE;
  qp_cli_message ("%s", error->message);
  return FALSE;
}

static gboolean
find_target (const ImportOptions *options, QpNode **project, QpId *plan)
{
  *plan = QP_ID_NONE;
  if (options->into == NULL)
    return TRUE;
  *project = qp_cli_open (options->into);
  if (*project == NULL)
    return FALSE;
  const QpNode *found = options->plan != NULL ? qp_cli_find_node (*project, QP_KIND_PLAN, options->plan) : NULL;
  if (found != NULL)
    *plan = found->id;
  return options->plan == NULL || found != NULL;
}

/* Doubts about the unit that the drawing states, or guesses at it, are answered by who gives the scale. */
static QpFindings *
open_findings (const QpPlanSource *source, gboolean scale_is_stated)
{
  const QpFindings *all = qp_plan_source_findings (source);
  QpFindings *open = qp_findings_new ();

  for (guint i = 0; i < qp_findings_length (all); i++)
    {
      const QpFinding *finding = qp_findings_get (all, i);
      if (!scale_is_stated || !g_str_has_prefix (finding->code, "unit-"))
        qp_findings_add (open, finding->severity, finding->code, finding->line, finding->element, finding->field, "%s",
                         finding->message);
    }
  return open;
}

static QpExit
import (const ImportOptions *options, const char *path, const QpPlanSource *source, Wishes *wishes)
{
  const char *target = options->output != NULL ? options->output : options->into;
  const gboolean scale_is_stated = options->scale != NULL;
  g_autoptr (QpFindings) findings = open_findings (source, scale_is_stated);
  g_autofree char *name = name_of (options, path);
  g_autoptr (QpNode) project = NULL;
  QpId plan;

  if (!may_write (options, target) || !find_target (options, &project, &plan))
    return QP_EXIT_FAILED;
  wishes->import.name = name;
  wishes->import.gcj02 = options->gcj02;
  wishes->import.scale_is_stated = scale_is_stated;
  if (wishes->hidden != NULL)
    wishes->import.hidden_layers = wishes->hidden;
  wishes->import.wall_layers = wishes->walls;
  g_autoptr (GPtrArray) nodes = qp_plan_source_nodes (source, &wishes->import);
  g_autoptr (QpNode) changed = qp_import_into (project, plan, source, name, nodes);
  if (!save (target, changed))
    return QP_EXIT_FAILED;
  const QpImported imported = { path, source, g_ptr_array_index (nodes, 0), findings, nodes->len - 1, scale_is_stated };
  if (options->json)
    qp_import_write_json (&imported);
  else if (strcmp (target, "-") != 0)
    qp_import_print (&imported);
  return qp_findings_count (findings, QP_SEVERITY_WARNING) > 0 ? QP_EXIT_NO : QP_EXIT_FINE;
}

static QpExit
run_import (const QpCommand *self, char **argv)
{
  g_auto (ImportOptions) options = { NULL };
  g_auto (Wishes) wishes = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Project to write"), N_ ("FILE") },
    { "into", 'i', 0, G_OPTION_ARG_FILENAME, &options.into, N_ ("Project that the plan is added to"), N_ ("FILE") },
    { "plan", 'p', 0, G_OPTION_ARG_STRING, &options.plan, N_ ("Plan of it to lay the file under, by id or name"), N_ ("ID") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("Name of the plan; without it, that of the file"), N_ ("NAME") },
    { "page", 0, 0, G_OPTION_ARG_INT, &options.page, N_ ("Page of a PDF, from 1"), N_ ("N") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &options.scale, N_ ("Unit of the drawing (mm, m, ft …), metres of one unit, or 1:N"),
      N_ ("SCALE") },
    { "layer-walls", 0, 0, G_OPTION_ARG_STRING, &options.walls, N_ ("Layers whose lines become obstacles"), "A,B" },
    { "wall-kind", 0, 0, G_OPTION_ARG_STRING, &options.wall_kind, N_ ("wall, glass, tree, building or other"), N_ ("KIND") },
    { "wall-height", 0, 0, G_OPTION_ARG_STRING, &options.wall_height, N_ ("Height of these obstacles in metres"), "M" },
    { "layers", 0, 0, G_OPTION_ARG_STRING, &options.show, N_ ("Show these layers only"), "A,B" },
    { "hide-layers", 0, 0, G_OPTION_ARG_STRING, &options.hide, N_ ("Hide these layers"), "A,B" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("Where its lower left corner lies on the plan, in metres"), "X,Y" },
    { "gcj02", 0, 0, G_OPTION_ARG_NONE, &options.gcj02, N_ ("Coordinates of a GeoJSON file are shifted (GCJ-02)"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print the report as one JSON object"), NULL },
    { NULL },
  };

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1) || !check_options (self, &options))
    return QP_EXIT_FAILED;
  g_autoptr (QpPlanSource) source = open_source (argv[1], (guint) options.page);
  if (source == NULL)
    return QP_EXIT_FAILED;
  qp_plan_import_init (&wishes.import, source);
  if (!read_wishes (self, &options, &wishes) || !resolve_layers (&options, source, &wishes)
      || !resolve_scale (self, &options, source, &wishes))
    return QP_EXIT_FAILED;
  return import (&options, argv[1], source, &wishes);
}

const QpCommand qp_command_import = {
  .name = "import",
  .arguments = N_ ("PLAN-FILE"),
  .summary = N_ ("Take a venue’s plan into a project, and tell what was read"),
  .details = N_ ("Reads DXF, PDF, SVG, GeoJSON, PNG, JPEG, WebP and TIFF.\n"
                 "Example: qianping-cli import hall.dxf -o hall.qianping --layer-walls WALL,COLUMN --wall-height 3.2\n"
                 "Exit status: 0 all was read; 1 something was left out, which the report tells; 2 it can’t be read."),
  .run = run_import,
};
