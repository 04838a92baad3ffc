/* qp-wiring-list.c: ports, circuits and parts of a screen as CSV and JSON
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-wiring-file.h"

#include "base/qp-csv.h"
#include "engine/qp-wiring-parts.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* -- CSV: one table, as spreadsheets open it; what does not apply or is not known is empty -- */

#define COLUMNS \
  "type,label,device,port,phase,side,cabinets,px,load_px,share_percent,power_w,current_a,chain_m,feed_m,return_m,model," \
  "count,each_m,all_m,cells\r\n"

static void
add_number (GString *out, double number, const char *format)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (out, ',');
  if (!isnan (number))
    g_string_append (out, g_ascii_formatd (text, sizeof text, format, number));
}

static char *
cells_text (const GArray *cells, guint first, guint n)
{
  return qp_data_route_format (&g_array_index (cells, QpRunCell, first), &n, 1);
}

static void
add_run (GString *out, const QpDataRuns *data, guint i)
{
  const QpDataRun *run = qp_data_run (data, i);
  const gboolean grouped = data->devices->len > 0;
  g_autofree char *label = qp_data_run_label (data, i);
  g_autofree char *cells = cells_text (data->cells, run->first, run->n);

  g_string_append (out, "port");
  qp_csv_append (out, label);
  add_number (out, grouped ? run->device + 1 : NAN, "%.0f");
  add_number (out, grouped ? run->port + 1 : i + 1, "%.0f");
  qp_csv_append (out, NULL);
  add_number (out, run->side + 1, "%.0f");
  add_number (out, run->n, "%.0f");
  add_number (out, run->px, "%.0f");
  add_number (out, run->load_px, "%.0f");
  add_number (out, 100 * run->load_px / data->limits.port_px, "%.1f");
  g_string_append (out, ",,");
  add_number (out, run->chain_m, "%.2f");
  add_number (out, run->feed_m, "%.2f");
  add_number (out, data->limits.redundant ? run->return_m : NAN, "%.2f");
  g_string_append (out, ",,,,");
  qp_csv_append (out, cells);
  g_string_append (out, "\r\n");
}

static void
add_circuit (GString *out, const QpPowerRuns *power, guint i)
{
  const QpCircuit *circuit = qp_circuit (power, i);
  g_autofree char *label = g_strdup_printf ("%u", i + 1);
  g_autofree char *phase = g_strdup_printf ("L%u", circuit->phase + 1);
  g_autofree char *cells = cells_text (power->cells, circuit->first, circuit->n);

  g_string_append (out, "circuit");
  qp_csv_append (out, label);
  g_string_append (out, ",,");
  qp_csv_append (out, phase);
  add_number (out, circuit->side + 1, "%.0f");
  add_number (out, circuit->n, "%.0f");
  g_string_append (out, ",,");
  add_number (out, 100 * circuit->power_w / power->usable_w, "%.1f");
  add_number (out, circuit->power_w, "%.1f");
  add_number (out, circuit->current_a, "%.2f");
  add_number (out, circuit->chain_m, "%.2f");
  add_number (out, circuit->feed_m, "%.2f");
  g_string_append (out, ",,,,,");
  qp_csv_append (out, cells);
  g_string_append (out, "\r\n");
}

static void
add_part (GString *out, const QpWiringPart *part)
{
  g_string_append (out, "part");
  qp_csv_append (out, part->what);
  g_string_append (out, ",,,,,,,,,,,,,");
  qp_csv_append (out, part->model);
  add_number (out, part->count, "%.0f");
  add_number (out, part->each_m, "%.1f");
  add_number (out, part->all_m, "%.1f");
  g_string_append (out, ",\r\n");
}

/**
 * qp_wiring_to_csv:
 * @self: a cabling
 *
 * Returns: (transfer full): a row for each port, circuit and part; cabinets as "column,row", spans with a dash, in the
 *   order of the cables
 */
char *
qp_wiring_to_csv (const QpWiring *self)
{
  g_autoptr (GPtrArray) parts = qp_wiring_parts (&self->data, &self->power, self->screen, self->context->catalogue);
  GString *out = g_string_new (COLUMNS);

  for (guint i = 0; i < self->data.runs->len; i++)
    add_run (out, &self->data, i);
  for (guint i = 0; i < self->power.circuits->len; i++)
    add_circuit (out, &self->power, i);
  for (guint i = 0; i < parts->len; i++)
    add_part (out, parts->pdata[i]);
  return g_string_free (out, FALSE);
}

/* -- JSON: what is not known is null -- */

static void
set_number (JsonBuilder *json, const char *key, double number)
{
  json_builder_set_member_name (json, key);
  if (isnan (number))
    json_builder_add_null_value (json);
  else if (number == floor (number) && fabs (number) < 1e15)
    json_builder_add_int_value (json, (gint64) number);
  else
    json_builder_add_double_value (json, round (number * 1e4) / 1e4);
}

static void
set_text (JsonBuilder *json, const char *key, const char *text)
{
  json_builder_set_member_name (json, key);
  if (text == NULL)
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, text);
}

static void
open_object (JsonBuilder *json, const char *key)
{
  if (key != NULL)
    json_builder_set_member_name (json, key);
  json_builder_begin_object (json);
}

static void
open_array (JsonBuilder *json, const char *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
}

static void
set_cells (JsonBuilder *json, const GArray *cells, guint first, guint n)
{
  open_array (json, "cells");
  for (guint i = first; i < first + n; i++)
    {
      json_builder_begin_array (json);
      json_builder_add_int_value (json, g_array_index (cells, QpRunCell, i).column + 1);
      json_builder_add_int_value (json, g_array_index (cells, QpRunCell, i).row + 1);
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
}

static void
set_run (JsonBuilder *json, const QpDataRuns *data, guint i)
{
  const QpDataRun *run = qp_data_run (data, i);
  const gboolean grouped = data->devices->len > 0;
  g_autofree char *label = qp_data_run_label (data, i);

  open_object (json, NULL);
  set_text (json, "label", label);
  set_number (json, "device", grouped ? run->device + 1 : NAN);
  set_number (json, "port", grouped ? run->port + 1 : i + 1);
  set_number (json, "side", run->side + 1);
  set_number (json, "px", run->px);
  set_number (json, "load_px", run->load_px);
  set_number (json, "share_percent", 100 * run->load_px / data->limits.port_px);
  set_number (json, "chain_m", run->chain_m);
  set_number (json, "feed_m", run->feed_m);
  set_number (json, "return_m", data->limits.redundant ? run->return_m : NAN);
  set_cells (json, data->cells, run->first, run->n);
  json_builder_end_object (json);
}

static void
set_data (JsonBuilder *json, const QpDataRuns *data)
{
  g_autofree char *basis = qp_data_limits_describe (&data->limits);

  open_object (json, "data");
  set_text (json, "controller", data->limits.controller != NULL ? data->limits.controller->key : NULL);
  set_text (json, "receiving_card", data->limits.card);
  set_number (json, "bits", (double) data->limits.bits);
  set_number (json, "rate_hz", data->limits.rate_hz);
  set_number (json, "port_px", data->limits.port_px);
  set_text (json, "port_px_basis", basis);
  set_text (json, "route", data->hand ? "hand" : "automatic");
  set_number (json, "pixels", data->px);
  set_number (json, "ports_bound", data->bound);
  set_number (json, "ports_routed", data->ports);
  set_number (json, "controllers", data->devices->len > 0 ? data->devices->len : NAN);
  set_number (json, "cable_m", qp_data_runs_cable_m (data));
  open_array (json, "devices");
  for (guint i = 0; i < data->devices->len; i++)
    {
      const QpDataDevice *device = qp_data_device (data, i);
      open_object (json, NULL);
      set_number (json, "ports", device->n);
      set_number (json, "load_px", device->load_px);
      set_number (json, "width_px", device->width_px);
      set_number (json, "height_px", device->height_px);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  open_array (json, "runs");
  for (guint i = 0; i < data->runs->len; i++)
    set_run (json, data, i);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
set_circuit (JsonBuilder *json, const QpPowerRuns *power, guint i)
{
  const QpCircuit *circuit = qp_circuit (power, i);

  open_object (json, NULL);
  set_number (json, "circuit", i + 1);
  set_number (json, "phase", circuit->phase + 1);
  set_number (json, "side", circuit->side + 1);
  set_number (json, "power_w", circuit->power_w);
  set_number (json, "current_a", circuit->current_a);
  set_number (json, "chain_m", circuit->chain_m);
  set_number (json, "feed_m", circuit->feed_m);
  set_cells (json, power->cells, circuit->first, circuit->n);
  json_builder_end_object (json);
}

static void
set_power (JsonBuilder *json, const QpPowerRuns *power)
{
  g_autofree char *supply = qp_supply_describe (&power->supply);

  open_object (json, "power");
  set_text (json, "supply", supply);
  set_number (json, "voltage_v", power->supply.voltage_v);
  set_number (json, "phases", power->supply.phases);
  set_number (json, "breaker_a", power->supply.breaker_a);
  set_number (json, "usable_w", power->usable_w);
  set_number (json, "power_w", power->power_w);
  open_array (json, "phase_a");
  for (guint i = 0; i < power->supply.phases && !isnan (power->phase_a[i]); i++)
    json_builder_add_double_value (json, round (power->phase_a[i] * 1e4) / 1e4);
  json_builder_end_array (json);
  set_number (json, "neutral_a", power->neutral_a);
  set_number (json, "greatest_phase", power->greatest);
  set_number (json, "least_phase", power->least);
  set_number (json, "feed_breaker_a", power->feed_breaker_a);
  set_number (json, "cable_m", qp_power_runs_cable_m (power));
  open_array (json, "circuits");
  for (guint i = 0; i < power->circuits->len; i++)
    set_circuit (json, power, i);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
set_parts (JsonBuilder *json, const QpWiring *self)
{
  g_autoptr (GPtrArray) parts = qp_wiring_parts (&self->data, &self->power, self->screen, self->context->catalogue);

  open_array (json, "parts");
  for (guint i = 0; i < parts->len; i++)
    {
      const QpWiringPart *part = parts->pdata[i];
      open_object (json, NULL);
      set_text (json, "what", part->what);
      set_text (json, "model", part->model);
      set_number (json, "count", part->count);
      set_number (json, "each_m", part->each_m);
      set_number (json, "all_m", part->all_m);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
set_findings (JsonBuilder *json, const QpWiring *self)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autofree char *name = qp_node_display_name (&self->screen->node);

  qp_data_runs_check (&self->data, self->screen, self->context->catalogue, name, findings);
  qp_power_runs_check (&self->power, name, findings);
  open_array (json, "findings");
  for (guint i = 0; i < qp_findings_length (findings); i++)
    {
      const QpFinding *finding = qp_findings_get (findings, i);
      open_object (json, NULL);
      set_text (json, "code", finding->code);
      set_text (json, "severity", qp_severity_key (finding->severity));
      set_text (json, "message", finding->message);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/**
 * qp_wiring_to_json:
 * @self: a cabling
 *
 * Returns: (transfer full): data, power, parts and findings as one JSON object
 */
char *
qp_wiring_to_json (const QpWiring *self)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  char id[QP_ID_TEXT_SIZE];

  json_builder_begin_object (json);
  set_text (json, "screen", qp_id_to_text (self->screen->node.id, id));
  set_text (json, "name", self->screen->name);
  set_data (json, &self->data);
  set_power (json, &self->power);
  set_parts (json, self);
  set_findings (json, self);
  json_builder_end_object (json);
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
