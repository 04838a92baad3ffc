/* bench-generate.c: writes a project of as many screens as wanted
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-project.h"
#include "store/qp-store.h"

#include <stdlib.h>

int
main (int argc, char **argv)
{
  int per_plan = 0;
  const GOptionEntry entries[] = {
    { "per-plan", 0, 0, G_OPTION_ARG_INT, &per_plan, "Screens on one plan; all on one without it", "K" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("N FILE");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3 || atoi (argv[1]) < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "usage: bench-generate [--per-plan K] N FILE");
      return 2;
    }

  g_autoptr (QpNode) project = bench_project_new ((guint) atoi (argv[1]), (guint) MAX (per_plan, 0));
  g_autoptr (GBytes) bytes = qp_store_write (project);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents (argv[2], data, (gssize) size, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  return 0;
}
