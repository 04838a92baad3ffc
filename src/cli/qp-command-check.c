/* qp-command-check.c: reads projects and lists what is wrong with them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "cli/qp-json.h"

typedef struct
{
  const char *path;
  QpFindings *findings;
  GError *error; /* why it can't be read */
} Checked;

static void
check_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  qp_estimate_check (screen, context, data);
}

static void
check_results (const QpNode *project, QpFindings *findings)
{
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (project);
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };

  if (catalogue != NULL)
    qp_cli_each_screen (project, &context, check_screen, findings);
}

static void
check_file (Checked *self)
{
  g_autoptr (QpNode) project = qp_cli_read (self->path, self->findings, &self->error);

  if (project != NULL)
    check_results (project, self->findings);
}

static void
print_text (const Checked *self, gboolean quiet)
{
  for (guint i = 0; i < qp_findings_length (self->findings); i++)
    {
      const QpFinding *finding = qp_findings_get (self->findings, i);
      if (!quiet || finding->severity >= QP_SEVERITY_WARNING)
        qp_cli_print_finding (stdout, self->path, finding);
    }
  if (self->error != NULL)
    qp_cli_tell_unreadable (self->path, self->error);
}

static void
write_file (QpJson *json, const Checked *self)
{
  const guint errors = qp_findings_count (self->findings, QP_SEVERITY_ERROR);

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "file", self->path);
  qp_json_boolean (json, "readable", self->error == NULL);
  qp_json_string (json, "error", self->error != NULL ? self->error->message : NULL);
  qp_json_integer (json, "errors", errors);
  qp_json_integer (json, "warnings", qp_findings_count (self->findings, QP_SEVERITY_WARNING) - errors);
  qp_json_begin_array (json, "findings");
  for (guint i = 0; i < qp_findings_length (self->findings); i++)
    qp_json_finding (json, qp_findings_get (self->findings, i));
  qp_json_end_array (json);
  qp_json_end_object (json);
}

static QpExit
judge (const Checked *self)
{
  if (self->error != NULL)
    return QP_EXIT_FAILED;
  return qp_findings_count (self->findings, QP_SEVERITY_WARNING) > 0 ? QP_EXIT_NO : QP_EXIT_FINE;
}

static void
report (const Checked *self, QpJson *json, gboolean quiet)
{
  if (json != NULL)
    write_file (json, self);
  else
    print_text (self, quiet);
}

static QpExit
run_check (const QpCommand *self, char **argv)
{
  gboolean as_json = FALSE, quiet = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Leave out notes"), NULL },
    { NULL },
  };
  QpExit worst = QP_EXIT_FINE;

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, G_MAXUINT))
    return QP_EXIT_FAILED;

  g_autoptr (QpJson) json = as_json ? qp_json_new () : NULL;
  if (json != NULL)
    {
      qp_json_begin_object (json, NULL);
      qp_json_begin_array (json, "files");
    }
  for (char **path = argv + 1; *path != NULL; path++)
    {
      g_autoptr (QpFindings) findings = qp_findings_new ();
      Checked checked = { .path = *path, .findings = findings };

      check_file (&checked);
      report (&checked, json, quiet);
      worst = MAX (worst, judge (&checked));
      g_clear_error (&checked.error);
    }
  if (json != NULL)
    {
      qp_json_end_array (json);
      qp_json_end_object (json);
      qp_json_print (json);
    }
  return worst;
}

const QpCommand qp_command_check = {
  .name = "check",
  .arguments = N_ ("FILE…"),
  .summary = N_ ("Read projects and list what is wrong with them"),
  .details = N_ ("Each finding is one line: file, line, severity, message.\n"
                 "Exit status: 0 nothing to mend; 1 warnings or errors; 2 a file can’t be read."),
  .run = run_check,
};
