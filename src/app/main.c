/* main.c: starts the program with a window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-application.h"

int
main (int argc, char **argv)
{
  qp_set_up_language ();
  gtk_disable_setlocale (); /* it would undo what was set up */
  g_autoptr (QpApplication) application = qp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
