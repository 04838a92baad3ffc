/* qp-clip.c: objects of a plan as a text that other windows and programs can read
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-commands.h"

#include "interact/qp-follow.h"
#include "store/qp-store.h"

#include <string.h>

static QpNode *
wrapped (QpKind kind, QpNode *const *children, guint n_children)
{
  g_autoptr (QpNodeList) list = qp_node_list_new (children, n_children);
  QpNode *node = qp_node_new (kind, qp_id_new ());

  qp_node_init_children (node, list);
  return node;
}

/**
 * qp_clip_to_text:
 * @nodes: (array length=n_nodes): objects of a plan
 * @n_nodes: how many
 *
 * Returns: (transfer full): a small project file that holds just them
 */
char *
qp_clip_to_text (const QpNode *const *nodes, guint n_nodes)
{
  g_autoptr (QpNode) plan = wrapped (QP_KIND_PLAN, (QpNode *const *) nodes, n_nodes);
  g_autoptr (QpNode) site = wrapped (QP_KIND_SITE, &plan, 1);
  g_autoptr (QpNode) project = wrapped (QP_KIND_PROJECT, &site, 1);
  g_autoptr (GBytes) bytes = qp_store_write (project);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

static void
collect (QpNode *node, GPtrArray *found, GPtrArray *originals)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    if (node->kind != QP_KIND_PLAN)
      collect (child, found, originals);
    else
      {
        g_ptr_array_add (found, qp_node_copy_as_new (child));
        g_ptr_array_add (originals, child);
      }
}

/**
 * qp_clip_from_text:
 * @text: what was on the clipboard
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type QpNode) (nullable): the objects of all plans in it, with new ids; %NULL
 *   when the text is no project or has none
 */
GPtrArray *
qp_clip_from_text (const char *text, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) project = qp_store_read (bytes, QP_KIND_PROJECT, findings, error);

  if (project == NULL)
    return NULL;
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();
  collect (project, found, originals);
  qp_nodes_rebind (found, originals);
  if (found->len == 0)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_NOT_FOUND, _("There is nothing on the clipboard that belongs on a plan."));
      return NULL;
    }
  return g_steal_pointer (&found);
}
