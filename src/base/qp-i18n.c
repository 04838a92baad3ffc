/* qp-i18n.c: the language of the texts, set up once when a program starts
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include <locale.h>

static gboolean
is_plain (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") || g_str_has_prefix (locale, "C.");
}

/* gettext looks at LANGUAGE only where the locale of messages is not plain, as it is on machines that have none set up
 * (newer C libraries count C.UTF-8 as plain too). A wish for a language is honoured there with any other locale. */
static void
honour_language (void)
{
  const char *language = g_getenv ("LANGUAGE");

  if (language == NULL || *language == '\0' || !is_plain (setlocale (LC_MESSAGES, NULL)))
    return;
  if (is_plain (setlocale (LC_CTYPE, NULL)))
    setlocale (LC_CTYPE, "C.UTF-8");
  g_auto (GStrv) wishes = g_strsplit (language, ":", 2);
  g_autofree char *first = g_strconcat (wishes[0], ".UTF-8", NULL);
  const char *candidates[] = { first, "en_US.UTF-8", "C.UTF-8" };
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (setlocale (LC_MESSAGES, candidates[i]) != NULL)
      break;
}

/**
 * qp_locale_folder:
 *
 * Returns: (transfer none): the folder of the translations; QIANPING_LOCALEDIR names it where the program runs from its build folder
 */
const char *
qp_locale_folder (void)
{
  const char *folder = g_getenv ("QIANPING_LOCALEDIR");

  return folder != NULL ? folder : QP_LOCALEDIR;
}

/**
 * qp_set_up_language:
 *
 * Takes the user's locale and finds the translations. To be called first in main().
 */
void
qp_set_up_language (void)
{
  setlocale (LC_ALL, "");
  honour_language ();
  bindtextdomain (GETTEXT_PACKAGE, qp_locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
