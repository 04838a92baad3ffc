/* qp-command-report.c: the planning report of a project as PDF
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "exchange/qp-report.h"

#include <string.h>

static QpExit
list_sections (void)
{
  for (guint i = 0; i < qp_report_section_count (); i++)
    g_print ("%-12s %s\n", qp_report_section_at (i)->key, _ (qp_report_section_at (i)->title));
  return QP_EXIT_FINE;
}

/* keys parted by commas */
static gboolean
parse_sections (const QpCommand *self, const char *text, guint64 *sections)
{
  g_auto (GStrv) keys = g_strsplit (text, ",", -1);

  for (char **key = keys; *key != NULL; key++)
    {
      const int index = qp_report_section_find (g_strstrip (*key));
      if (index < 0)
        {
          qp_cli_wrong (self, _ ("There is no section “%s”; --sections lists them."), *key);
          return FALSE;
        }
      *sections |= G_GUINT64_CONSTANT (1) << index;
    }
  return TRUE;
}

static gboolean
check_options (const QpCommand *self, const char *paper, const char *date, const char *without, QpReport *report)
{
  g_autoptr (GError) error = NULL;
  int year, month, day, end = 0;

  if (paper != NULL && !qp_paper_size_parse (paper, &report->paper, &error))
    qp_cli_wrong (self, "%s", error->message);
  else if (date != NULL && (sscanf (date, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || date[end] != '\0'
                            || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)))
    qp_cli_wrong (self, _ ("“%s” is no date; expected such as 2026-11-28."), date);
  else
    return without == NULL || parse_sections (self, without, &report->left_out);
  return FALSE;
}

static QpExit
write_report (QpReport *report, const char *path, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpNode) project = qp_cli_open (path);
  g_autoptr (QpCatalogue) catalogue = project != NULL ? qp_cli_catalogue (project) : NULL;

  if (catalogue == NULL)
    return QP_EXIT_FAILED;
  report->root = project;
  report->catalogue = catalogue;
  if (qp_report_write (report, output, NULL, &error))
    return QP_EXIT_FINE;
  qp_cli_message ("%s", error->message);
  return QP_EXIT_FAILED;
}

static QpExit
run_report (const QpCommand *self, char **argv)
{
  gboolean sections = FALSE;
  g_autofree char *output = NULL, *lang = NULL, *paper = NULL, *without = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to write: .pdf"), N_ ("FILE") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang, N_ ("Language of the report: en or zh_CN; that of the program unless given"), N_ ("LANG") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_ ("Paper: A4, A3, …; A4 unless given"), N_ ("PAPER") },
    { "without", 0, 0, G_OPTION_ARG_STRING, &without, N_ ("Sections to be left out"), N_ ("SECTION,…") },
    { "sections", 0, 0, G_OPTION_ARG_NONE, &sections, N_ ("List the sections"), NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("Day of the report; today unless given"), N_ ("YYYY-MM-DD") },
    { NULL },
  };
  QpReport report = { 0 };

  if (!qp_cli_parse (self, entries, &argv))
    return QP_EXIT_FAILED;
  if (!qp_cli_check_language (self, lang))
    return QP_EXIT_FAILED;
  if (sections)
    return list_sections ();
  if (!qp_cli_count (self, argv, 1, 1) || !check_options (self, paper, date, without, &report))
    return QP_EXIT_FAILED;
  if (output == NULL)
    return qp_cli_wrong (self, _ ("Say where to: -o FILE, ending in .pdf."));
  g_autofree char *today = date != NULL ? g_strdup (date) : qp_cli_today ();
  report.date = today;
  return write_report (&report, argv[1], output);
}

const QpCommand qp_command_report = {
  .name = "report",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Write the planning report of a project as PDF"),
  .details = N_ ("Example: qianping-cli report city.qianping -o report.pdf --lang zh_CN --without content,drawings"),
  .run = run_report,
};
