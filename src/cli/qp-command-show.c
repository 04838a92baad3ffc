/* qp-command-show.c: the tree of a project, with ids
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"

static void
add_rows (QpTable *table, const QpNode *node, guint depth)
{
  char id[QP_ID_TEXT_SIZE];
  g_autofree char *name = qp_node_display_name (node);
  g_autofree char *indented = g_strdup_printf ("%*s%s", (int) depth * 2, "", name);
  QpNodeIter iter;

  qp_table_add (table, indented, qp_kind_label (node->kind), qp_id_to_text (node->id, id), NULL);
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    add_rows (table, child, depth + 1);
}

static QpExit
run_show (const QpCommand *self, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object, with all fields"), NULL },
    { NULL },
  };

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1))
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (argv[1]);
  if (project == NULL)
    return QP_EXIT_FAILED;

  if (as_json)
    {
      g_autoptr (QpJson) json = qp_json_new ();
      qp_json_tree (json, NULL, project);
      qp_json_print (json);
    }
  else
    {
      g_autoptr (QpTable) table = qp_table_new (3, "lll");
      add_rows (table, project, 0);
      qp_table_print (table, 0);
    }
  return QP_EXIT_FINE;
}

const QpCommand qp_command_show = {
  .name = "show",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Show the tree of a project, with ids"),
  .run = run_show,
};
