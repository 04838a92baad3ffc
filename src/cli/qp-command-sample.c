/* qp-command-sample.c: writes the sample project that is built in
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "store/qp-data.h"

static QpExit
run_sample (const QpCommand *self, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to write; without it, standard output"),
      N_ ("FILE") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of its texts, en or zh_CN; without it, yours"),
      N_ ("LANG") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 0, 0))
    return QP_EXIT_FAILED;
  g_autoptr (GBytes) bytes = qp_data_sample (language, &error);
  if (bytes == NULL)
    {
      qp_cli_message ("%s", error->message);
      return QP_EXIT_FAILED;
    }
  return qp_cli_write (output, bytes) ? QP_EXIT_FINE : QP_EXIT_FAILED;
}

const QpCommand qp_command_sample = {
  .name = "sample",
  .arguments = "",
  .summary = N_ ("Write the built-in sample project of Guangdong"),
  .run = run_sample,
};
