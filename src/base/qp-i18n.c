/* qp-i18n.c: the language of the texts, set up once when a program starts
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include <locale.h>
#include <string.h>

/* gettext looks at LANGUAGE only where the locale is not plain "C", as it is on machines that have none set up; a wish for
 * a language is honoured there too, with C.UTF-8, which differs in nothing else */
static void
honour_language (void)
{
  const char *messages = setlocale (LC_MESSAGES, NULL);
  const char *language = g_getenv ("LANGUAGE");

  if (language == NULL || *language == '\0' || messages == NULL)
    return;
  if (strcmp (messages, "C") == 0 || strcmp (messages, "POSIX") == 0)
    setlocale (LC_ALL, "C.UTF-8");
}

/**
 * qp_set_up_language:
 *
 * Takes the user's locale and finds the translations. To be called first in main(). QIANPING_LOCALEDIR names the folder
 * of the translations where the program runs from its build folder.
 */
void
qp_set_up_language (void)
{
  const char *folder = g_getenv ("QIANPING_LOCALEDIR");

  setlocale (LC_ALL, "");
  honour_language ();
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : QP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
