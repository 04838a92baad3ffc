/* main.c: finds the command and runs it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "cli/qp-table.h"

#include <errno.h>
#include <string.h>

static const QpCommand *const commands[] = {
  &qp_command_check, &qp_command_cost,
  &qp_command_show,
  &qp_command_estimate,
  &qp_command_calc,
  &qp_command_fit,
  &qp_command_advise,
  &qp_command_sight,
  &qp_command_people,
  &qp_command_content,
  &qp_command_light,
  &qp_command_import,
  &qp_command_render,
  &qp_command_export,
  &qp_command_catalogue,
  &qp_command_report,
  &qp_command_rules,
  &qp_command_sample,
  NULL,
};

/* UTF-8 in every locale: results are read by programs, and a name in Chinese is more use than question marks */
static void
print_to_stdout (const char *text)
{
  fputs (text, stdout);
}

static void
print_to_stderr (const char *text)
{
  fputs (text, stderr);
}

static QpExit
print_help (void)
{
  g_autoptr (QpTable) table = qp_table_new (2, "ll");

  g_print (_("Usage:\n  qianping-cli COMMAND [OPTION…] …\n\n"));
  g_print (_("Plan a city’s ultra-high-definition LED screens: check, calculate and draw projects.\n\nCommands:\n"));
  for (const QpCommand *const *command = commands; *command != NULL; command++)
    qp_table_add (table, (*command)->name, _((*command)->summary), NULL);
  qp_table_print (table, 2);
  g_print (_("\n“qianping-cli COMMAND --help” tells more of a command. “-” stands for standard input or output.\n"
             "Exit status: 0 fine; 1 findings, or the answer is no; 2 could not be read, or was used wrongly.\n"));
  return QP_EXIT_FINE;
}

static const QpCommand *
find_command (const char *name)
{
  for (const QpCommand *const *command = commands; *command != NULL; command++)
    if (strcmp ((*command)->name, name) == 0)
      return *command;
  return NULL;
}

static QpExit
tell_unknown_command (const char *name)
{
  const char *names[G_N_ELEMENTS (commands)] = { NULL };

  for (guint i = 0; commands[i] != NULL; i++)
    names[i] = commands[i]->name;
  g_autofree char *hint = qp_cli_did_you_mean (name, names);
  qp_cli_message (_("There is no command “%s”.%s"), name, hint);
  g_printerr (_("Try “qianping-cli --help”.\n"));
  return QP_EXIT_FAILED;
}

/* the options that are read are freed out of the list, so the command gets its own */
static QpExit
run_command (const char *name, char **argv)
{
  const QpCommand *command = find_command (name);
  g_auto (GStrv) own = g_strdupv (argv);

  return command != NULL ? command->run (command, own) : tell_unknown_command (name);
}

static QpExit
run (char **argv)
{
  const char *first = argv[1];

  if (first == NULL)
    {
      qp_cli_message (_("Which command? “qianping-cli --help” lists them."));
      return QP_EXIT_FAILED;
    }
  if (strcmp (first, "--version") == 0)
    {
      g_print ("qianping-cli %s\n", QP_VERSION);
      return QP_EXIT_FINE;
    }
  if (strcmp (first, "help") == 0 && argv[2] != NULL)
    return run_command (argv[2], (char *[]){ argv[2], (char *) "--help", NULL });
  if (strcmp (first, "--help") == 0 || strcmp (first, "-h") == 0 || strcmp (first, "help") == 0)
    return print_help ();
  return run_command (first, argv + 1);
}

int
main (int argc, char **argv)
{
  /* files only: no service of the desktop is started, which keeps the program quick and small */
  g_setenv ("GIO_USE_VFS", "local", FALSE);
  g_set_print_handler (print_to_stdout);
  g_set_printerr_handler (print_to_stderr);
  qp_cli_speak_as_asked (argv);
  qp_set_up_language ();
  g_set_prgname ("qianping-cli");

  const QpExit result = run (argv);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      qp_cli_message (_("Standard output can’t be written: %s"), g_strerror (errno));
      return QP_EXIT_FAILED;
    }
  return result;
}
