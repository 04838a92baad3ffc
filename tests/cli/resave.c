/* resave.c: reads a project and writes it again, for comparing bytes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/qp-store.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    return 2;
  g_autoptr (GFile) from = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr (GFile) to = g_file_new_for_commandline_arg (argv[2]);
  QpFileState state = { NULL };
  g_autoptr (QpNode) project = qp_store_load (from, NULL, &state, &error);

  qp_file_state_clear (&state);
  if (project != NULL && qp_store_save (to, project, &state, TRUE, &error))
    {
      qp_file_state_clear (&state);
      return 0;
    }
  g_printerr ("%s\n", error->message);
  return 2;
}
