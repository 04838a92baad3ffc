/* qp-import-report.c: what an import read and what it left out, for people and for programs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-number.h"
#include "cli/qp-cli.h"
#include "cli/qp-import.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"

static void
write_layers (QpJson *json, const QpPlanDrawing *drawing, const char *hidden)
{
  qp_json_begin_array (json, "layers");
  for (guint i = 0; drawing != NULL && i < qp_plan_drawing_n_layers (drawing); i++)
    {
      const QpDrawingLayer *layer = qp_plan_drawing_layer (drawing, i);
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "name", layer->name);
      qp_json_integer (json, "shapes", layer->n_shapes);
      qp_json_boolean (json, "shown", !qp_hidden_layers_has (hidden, layer->name));
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
}

static void
write_counts (QpJson *json, const QpPlanSource *source)
{
  guint n;
  const QpPlanCount *counts = qp_plan_source_counts (source, &n);

  qp_json_begin_array (json, "objects");
  for (guint i = 0; i < n; i++)
    {
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "type", counts[i].what);
      qp_json_string (json, "layer", counts[i].layer);
      qp_json_integer (json, "read", counts[i].read);
      qp_json_integer (json, "skipped", counts[i].skipped);
      qp_json_integer (json, "read_in_blocks", counts[i].read_in_blocks);
      qp_json_integer (json, "skipped_in_blocks", counts[i].skipped_in_blocks);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
}

static void
write_findings (QpJson *json, const QpFindings *findings)
{
  qp_json_begin_array (json, "findings");
  for (guint i = 0; i < qp_findings_length (findings); i++)
    qp_json_finding (json, qp_findings_get (findings, i));
  qp_json_end_array (json);
}

/**
 * qp_import_write_json:
 * @self: what was done
 *
 * Prints the report as one JSON object. The size in metres is null as long as the scale is not known.
 */
void
qp_import_write_json (const QpImported *self)
{
  const QpPlanSource *source = self->source;
  const QpBackground *background = self->background;
  g_autoptr (QpJson) json = qp_json_new ();
  const QpPlanLayer *layer = qp_plan_source_layer (source);
  const double width = qp_plan_layer_width (layer), height = qp_plan_layer_height (layer);

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "file", self->path);
  qp_json_string (json, "format", qp_values_background_format[background->format].key);
  qp_json_integer (json, "pages", qp_plan_source_n_pages (source));
  qp_json_integer (json, "page", background->page);
  qp_json_id (json, "background", background->node.id);
  qp_json_number (json, "width_units", width);
  qp_json_number (json, "height_units", height);
  qp_json_number (json, "width_m", width * background->metres_per_unit);
  qp_json_number (json, "height_m", height * background->metres_per_unit);
  qp_json_number (json, "metres_per_unit", background->metres_per_unit);
  qp_json_string (json, "scale_basis", qp_values_scale_basis[background->scale_basis].key);
  qp_json_integer (json, "obstacles", self->n_obstacles);
  write_layers (json, qp_plan_source_drawing (source), background->hidden_layers);
  write_counts (json, source);
  write_findings (json, self->findings);
  qp_json_end_object (json);
  qp_json_print (json);
}

/* -- the same for people -- */

static void
print_objects (const QpPlanSource *source)
{
  g_autoptr (QpTable) table = qp_table_new (4, "llrr");
  guint n;
  const QpPlanCount *counts = qp_plan_source_counts (source, &n);

  if (n == 0)
    return;
  qp_table_add (table, _("Object"), _("Layer"), _("Read"), _("Skipped"), NULL);
  for (guint i = 0; i < n; i++)
    {
      if (counts[i].read + counts[i].skipped == 0)
        continue; /* only in blocks */
      g_autofree char *read = g_strdup_printf ("%u", counts[i].read);
      g_autofree char *skipped = g_strdup_printf ("%u", counts[i].skipped);
      qp_table_add (table, counts[i].what, counts[i].layer != NULL ? counts[i].layer : "", read, skipped, NULL);
    }
  qp_table_print (table, 2);
}

static void
print_scale (const QpImported *self)
{
  const QpPlanSource *source = self->source;
  const QpBackground *background = self->background;
  const QpPlanLayer *layer = qp_plan_source_layer (source);
  const char *why = NULL;
  QpScaleBasis basis;

  qp_plan_source_metres_per_unit (source, &basis, &why);
  if (!(background->metres_per_unit > 0))
    {
      g_print (_("Not to scale: set the scale in the window, or say --scale.\n"));
      return;
    }
  g_autofree char *width = qp_number_display (qp_plan_layer_width (layer) * background->metres_per_unit, 2);
  g_autofree char *height = qp_number_display (qp_plan_layer_height (layer) * background->metres_per_unit, 2);
  if (self->scale_is_stated)
    {
      g_autofree char *unit = qp_number_display_significant (background->metres_per_unit, 4);
      /* Translators: size in metres, then the metres of a drawing unit */
      g_print (_("%s × %s m (scale: as given, one unit of the drawing is %s m)\n"), width, height, unit);
      return;
    }
  /* Translators: size in metres, then how the scale is known, such as "Guessed" */
  g_print (_("%s × %s m (scale: %s)\n"), width, height, _(qp_values_scale_basis[background->scale_basis].label));
  if (background->scale_basis == QP_SCALE_GUESSED && why != NULL)
    g_print ("%s\n", why);
}

/**
 * qp_import_print:
 * @self: what was done
 *
 * Prints the report in plain words.
 */
void
qp_import_print (const QpImported *self)
{
  const guint n = self->n_obstacles;

  g_print ("%s: %s\n", self->path, _(qp_values_background_format[self->background->format].label));
  print_scale (self);
  if (n > 0)
    g_print (ngettext ("%u obstacle made of its lines\n", "%u obstacles made of its lines\n", n), n);
  print_objects (self->source);
  for (guint i = 0; i < qp_findings_length (self->findings); i++)
    qp_cli_print_finding (stdout, self->path, qp_findings_get (self->findings, i));
}
