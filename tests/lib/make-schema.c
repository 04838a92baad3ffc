/* make-schema.c: prints the schemas and the tables of the file-format page, to be committed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "lib/qp-schema.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  const char *what = argc == 2 ? argv[1] : "";
  g_autofree char *text = NULL;

  if (g_str_equal (what, "project"))
    text = qp_schema_relax_ng (QP_KIND_PROJECT);
  else if (g_str_equal (what, "catalogue"))
    text = qp_schema_relax_ng (QP_KIND_CATALOGUE);
  else if (g_str_equal (what, "rules"))
    text = qp_schema_relax_ng (QP_KIND_RULES);
  else if (g_str_equal (what, "fields"))
    text = qp_schema_field_tables ();
  else
    {
      g_printerr ("usage: make-schema project|catalogue|rules|fields\n");
      return 2;
    }
  fputs (text, stdout);
  return 0;
}
