/* qp-cli.c: arguments and messages, the same for every command
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"

#include "base/qp-number.h"

#include <math.h>
#include <string.h>

#define PROGRAM "qianping-cli"

static void
print_message (const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  g_printerr ("%s: %s\n", PROGRAM, text);
}

/**
 * qp_cli_message:
 * @format: translated sentence
 * @...: its arguments
 *
 * Tells something on standard error.
 */
void
qp_cli_message (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  print_message (format, args);
  va_end (args);
}

/**
 * qp_cli_wrong:
 * @command: the command
 * @format: translated sentence: what is wrong with the arguments
 * @...: its arguments
 *
 * Tells on standard error that the command was used wrongly, and where to read how to use it.
 *
 * Returns: %QP_EXIT_FAILED
 */
QpExit
qp_cli_wrong (const QpCommand *command, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  print_message (format, args);
  va_end (args);
  g_printerr (_("Try “%s %s --help”.\n"), PROGRAM, command->name);
  return QP_EXIT_FAILED;
}

/* how many letters must be changed, added or dropped to make one word of the other */
static guint
distance (const char *a, const char *b)
{
  const gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];
      row[0] = (guint) i + 1;
      for (gsize j = 1; j <= n; j++)
        {
          const guint above = row[j];
          const guint best = MIN (above, row[j - 1]) + 1;
          row[j] = MIN (best, diagonal + (a[i] != b[j - 1]));
          diagonal = above;
        }
    }
  return row[n];
}

/**
 * qp_cli_nearest:
 * @word: a word that is not known
 * @choices: the words that are, %NULL-terminated
 *
 * Returns: (nullable): the choice that was probably meant
 */
const char *
qp_cli_nearest (const char *word, const char *const *choices)
{
  const char *nearest = NULL;
  guint least = (guint) MAX (1, strlen (word) / 3) + 1;

  for (; *choices != NULL; choices++)
    {
      const gboolean begins = strlen (word) >= 3 && g_str_has_prefix (*choices, word);
      const guint d = begins ? 1 : distance (word, *choices);
      if (d < least)
        {
          least = d;
          nearest = *choices;
        }
    }
  return nearest;
}

/**
 * qp_cli_did_you_mean:
 * @word: a word that is not known
 * @choices: the words that are, %NULL-terminated
 *
 * Returns: (transfer full): a sentence with a blank before it, or an empty text
 */
char *
qp_cli_did_you_mean (const char *word, const char *const *choices)
{
  const char *nearest = qp_cli_nearest (word, choices);

  return nearest != NULL ? g_strdup_printf (_(" Did you mean “%s”?"), nearest) : g_strdup ("");
}

/* the option that GOption could not place: it names it only within a sentence */
static char *
find_unknown_option (char **argv, const GOptionEntry *entries, const char *const *names)
{
  for (char **arg = argv; *arg != NULL && strcmp (*arg, "--") != 0; arg++)
    {
      g_autofree char *name = g_strndup (*arg, strcspn (*arg, "="));
      if (g_str_has_prefix (name, "--") && !g_strv_contains (names, name))
        return g_steal_pointer (&name);
    }
  return NULL;
}

static void
tell_bad_option (const QpCommand *command, const GOptionEntry *entries, char **argv, const GError *error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      g_autofree char *name = g_strconcat ("--", entry->long_name, NULL);
      g_strv_builder_add (builder, name);
    }
  g_strv_builder_add (builder, "--help");

  g_auto (GStrv) names = g_strv_builder_end (builder);
  g_autofree char *unknown = NULL;
  if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    unknown = find_unknown_option (argv, entries, (const char *const *) names);
  if (unknown == NULL)
    {
      qp_cli_wrong (command, "%s", error->message);
      return;
    }
  g_autofree char *hint = qp_cli_did_you_mean (unknown, (const char *const *) names);
  qp_cli_wrong (command, _("“%s” has no option “%s”.%s"), command->name, unknown, hint);
}

/**
 * qp_cli_parse:
 * @command: the command
 * @entries: its options
 * @argv: (inout): its arguments; afterwards without the options
 *
 * Reads the options. `--help` prints the help of the command and ends the program.
 *
 * Returns: whether the options are right; if not, it has been told
 */
gboolean
qp_cli_parse (const QpCommand *command, const GOptionEntry *entries, char ***argv)
{
  /* gettext() answers an empty text with the head of its catalogue */
  const char *arguments = *command->arguments != '\0' ? _(command->arguments) : NULL;
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autofree char *program = g_strdup_printf ("%s %s", PROGRAM, command->name);
  g_auto (GStrv) given = g_strdupv (*argv);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program); /* shown in the usage line */
  g_option_context_set_summary (context, _(command->summary));
  if (command->details != NULL)
    g_option_context_set_description (context, _(command->details));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, argv, &error))
    return TRUE;
  tell_bad_option (command, entries, given, error);
  return FALSE;
}

/**
 * qp_cli_count:
 * @command: the command
 * @argv: its arguments without options, the name of the command first
 * @least: fewest arguments wanted
 * @most: most arguments wanted
 *
 * Returns: whether the number of arguments is right; if not, it has been told
 */
gboolean
qp_cli_count (const QpCommand *command, char **argv, guint least, guint most)
{
  const guint n = g_strv_length (argv) - 1;

  if (n < least)
    qp_cli_wrong (command, _("“%s” needs: %s"), command->name, _(command->arguments));
  else if (n > most)
    qp_cli_wrong (command, _("“%s” is one argument too many for “%s”."), argv[most + 1], command->name);
  return n >= least && n <= most;
}

/**
 * qp_cli_numbers:
 * @text: numbers parted by commas, as of a place
 * @numbers: (out caller-allocates): place for @most of them; those that are not written stay as they are
 * @least: fewest
 * @most: most
 *
 * Returns: how many there are, or −1 when they are too many, too few, no numbers or beyond a million
 */
int
qp_cli_numbers (const char *text, double *numbers, guint least, guint most)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  const guint n = g_strv_length (words);

  if (n < least || n > most)
    return -1;
  for (guint i = 0; i < n; i++)
    if (qp_real_parse (g_strstrip (words[i]), &numbers[i]) == QP_PARSE_BAD || !(fabs (numbers[i]) <= 1e6))
      return -1;
  return (int) n;
}
