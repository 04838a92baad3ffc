/* qp-export-wiring.c: data ports, power circuits and parts as lists and drawings, for an installer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-export.h"
#include "cli/qp-json.h"
#include "exchange/qp-wiring-file.h"

#include <math.h>
#include <string.h>

/* inside standard output nothing says the format; the table can be read by everybody */
static gboolean
find_format (const char *path, QpWiringFormat *format)
{
  g_autoptr (GError) error = NULL;

  *format = QP_WIRING_CSV;
  if (strcmp (path, "-") == 0 || qp_wiring_format_from_path (path, format, &error))
    return TRUE;
  qp_cli_message ("%s", error->message);
  return FALSE;
}

static void
report (const QpExportJob *job, const QpWiring *wiring)
{
  g_autoptr (QpJson) json = qp_json_new ();

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "format", job->options->as);
  qp_json_id (json, "screen", job->screen->node.id);
  qp_json_string (json, "file", job->options->output);
  qp_json_number (json, "ports_bound", wiring->data.bound);
  qp_json_number (json, "ports_routed", wiring->data.ports);
  qp_json_number (json, "controllers", wiring->data.devices->len > 0 ? wiring->data.devices->len : NAN);
  qp_json_number (json, "circuits", wiring->power.state == QP_POWER_ROUTED ? wiring->power.circuits->len : NAN);
  qp_json_end_object (json);
  qp_json_print (json);
}

/* a row of the table of formats */
QpExit
qp_export_wiring (const QpExportJob *job)
{
  g_autoptr (GError) error = NULL;
  g_auto (QpWiring) wiring = { NULL };
  QpWiringFormat format;

  if (!find_format (job->options->output, &format))
    return QP_EXIT_FAILED;
  qp_wiring_init (&wiring, job->screen, job->context);
  if (wiring.data.state == QP_DATA_NO_PIXELS && wiring.power.state == QP_POWER_NO_SIZE)
    {
      qp_cli_message (_ ("The size of the cabinets is not known: choose a cabinet, or type its size and pixels."));
      return QP_EXIT_FAILED;
    }
  g_autoptr (GBytes) bytes = qp_wiring_to_bytes (&wiring, format, job->options->back, &error);
  if (bytes == NULL)
    {
      qp_cli_message ("%s", error->message);
      return QP_EXIT_FAILED;
    }
  if (!qp_cli_write (job->options->output, bytes))
    return QP_EXIT_FAILED;
  if (job->options->json)
    report (job, &wiring);
  return QP_EXIT_FINE;
}
