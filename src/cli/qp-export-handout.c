/* qp-export-handout.c: the documents that are handed over as tables
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "catalogue/qp-rule-sets.h"
#include "cli/qp-export.h"
#include "cli/qp-json.h"
#include "exchange/qp-handout-file.h"

#include <string.h>

static void
report (const QpExportJob *job, const QpHandout *handout)
{
  g_autoptr (QpJson) json = qp_json_new ();

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "format", job->options->as);
  qp_json_string (json, "file", job->options->output);
  qp_json_string (json, "title", handout->title);
  qp_json_begin_array (json, "tables");
  for (guint i = 0; i < handout->tables->len; i++)
    {
      const QpHandoutTable *table = handout->tables->pdata[i];
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "table", table->key);
      qp_json_integer (json, "rows", qp_handout_n_rows (table));
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  qp_json_end_object (json);
  qp_json_print (json);
}

/* standard output has no ending; there it is the table for programs */
static gboolean
choose_format (const QpExportJob *job, QpHandoutFormat *format)
{
  g_autoptr (GError) error = NULL;

  *format = QP_HANDOUT_CSV;
  if (strcmp (job->options->output, "-") != 0 && !qp_handout_format_from_path (job->options->output, format, &error))
    qp_cli_wrong (job->command, "%s", error->message);
  else if (job->options->bom && *format != QP_HANDOUT_CSV)
    qp_cli_wrong (job->command, _ ("--bom is for .csv."));
  else
    return TRUE;
  return FALSE;
}

/* what is run for each row of the list of documents */
QpExit
qp_export_handout (const QpExportJob *job)
{
  const QpHandoutInfo *info = qp_handout_find (job->options->as);
  g_autofree char *today = qp_cli_today ();
  g_autoptr (GError) error = NULL;
  QpHandoutFormat format;

  if (!choose_format (job, &format) || !qp_cli_check_language (job->command, job->options->lang))
    return QP_EXIT_FAILED;
  g_autoptr (GPtrArray) rules = qp_rule_sets_load_builtin (NULL, &error);
  const QpHandoutSource source = { (QpNode *) job->project, (QpCatalogue *) job->context->catalogue, rules, today };
  g_autoptr (QpHandout) handout = rules == NULL ? NULL : info->make (&source);
  g_autoptr (GBytes) bytes = handout == NULL ? NULL : qp_handout_to_bytes (handout, format, job->options->bom, NULL, &error);
  if (bytes == NULL)
    qp_cli_message ("%s", error->message);
  if (bytes == NULL || !qp_cli_write (job->options->output, bytes))
    return QP_EXIT_FAILED;
  if (job->options->json)
    report (job, handout);
  return QP_EXIT_FINE;
}
