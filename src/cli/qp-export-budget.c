/* qp-export-budget.c: the budget of a project as a table or a spreadsheet
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-export.h"
#include "cli/qp-json.h"
#include "exchange/qp-budget-file.h"

#include <math.h>

static void
report (const QpExportJob *job, const QpBudget *budget)
{
  g_autoptr (QpJson) json = qp_json_new ();
  const QpAmount whole = qp_budget_with_tax (&budget->first);

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "format", job->options->as);
  qp_json_string (json, "file", job->options->output);
  qp_json_integer (json, "lines", budget->rows->len);
  qp_json_integer (json, "missing", budget->first.missing);
  qp_json_boolean (json, "partial", qp_budget_is_partial (budget));
  qp_json_number (json, "first_cost_with_tax", budget->first.n > budget->first.missing ? (double) whole.likely / 100 : NAN);
  qp_json_end_object (json);
  qp_json_print (json);
}

static QpExit
finish (const QpExportJob *job, const QpBudget *budget, GBytes *bytes, const GError *error)
{
  if (bytes == NULL)
    qp_cli_message ("%s", error->message);
  if (bytes == NULL || !qp_cli_write (job->options->output, bytes))
    return QP_EXIT_FAILED;
  if (job->options->json)
    report (job, budget);
  return QP_EXIT_FINE;
}

/* a row of the table of formats */
QpExit
qp_export_csv (const QpExportJob *job)
{
  g_autofree char *today = qp_cli_today ();
  g_autoptr (QpBudget) budget = qp_budget_new (job->project, job->context, today);
  g_autoptr (GBytes) bytes = qp_budget_to_csv (budget, job->project, job->options->bom);

  return finish (job, budget, bytes, NULL);
}

/* a row of the table of formats */
QpExit
qp_export_budget (const QpExportJob *job)
{
  g_autofree char *today = qp_cli_today ();
  g_autoptr (QpBudget) budget = qp_budget_new (job->project, job->context, today);
  g_autoptr (GError) error = NULL;
  g_auto (QpYears) years = { 0 };

  qp_years_init (&years, budget, job->project, QP_CASE_LIKELY);
  g_autoptr (GBytes) bytes = qp_budget_to_xlsx (budget, &years, job->project, today, &error);
  return finish (job, budget, bytes, error);
}
