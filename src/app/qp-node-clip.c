/* qp-node-clip.c: sites, plans and other nodes of the tree on the clipboard
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-node-clip.h"

static QpNode *
read_project (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (QpFindings) findings = qp_findings_new ();
  return qp_store_read (bytes, QP_KIND_PROJECT, findings, error);
}

/* Parents that only hold what was copied, so that the text is a project. */
static QpNode *
wrap (QpNode *node, QpKind kind)
{
  QpNode *parent = qp_node_new (kind, qp_id_new ());
  g_autoptr (QpNodeList) list = qp_node_list_new (&node, 1);
  qp_node_init_children (parent, list);
  return parent;
}

/**
 * qp_node_clip_to_text:
 * @document: the document that they are in
 * @nodes: (element-type QpNode): what is copied: sites, plans, contents, costs and the like
 *
 * Returns: (transfer full) (nullable): a small project file with them; %NULL when there is nothing to copy
 */
char *
qp_node_clip_to_text (QpDocument *document, GPtrArray *nodes)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  for (guint i = 0; i < nodes->len; i++)
    {
      QpNode *node = nodes->pdata[i];
      if (qp_kind_may_contain (QP_KIND_PROJECT, node->kind))
        g_ptr_array_add (children, qp_node_ref (node));
      else if (qp_kind_may_contain (QP_KIND_SITE, node->kind))
        g_ptr_array_add (children, wrap (node, QP_KIND_SITE));
    }
  if (children->len == 0)
    return NULL;
  g_autoptr (QpNode) project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) children->pdata, children->len);
  qp_node_init_children (project, list);
  g_autoptr (GBytes) bytes = qp_store_write (project);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  return g_strndup (text, size);
}

static gboolean
is_wrapper (const QpNode *node)
{
  return qp_node_name (node) == NULL;
}

static void
collect (QpNode *node, GPtrArray *found)
{
  QpNodeIter iter;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    {
      if (child->kind == QP_KIND_SITE && is_wrapper (child))
        collect (child, found);
      else if (child->kind != QP_KIND_PLAN || !is_wrapper (child))
        g_ptr_array_add (found, qp_node_copy_as_new (child));
    }
}

static GPtrArray *
nodes_in (const char *text, GError **error)
{
  g_autoptr (QpNode) project = read_project (text, error);
  if (project == NULL)
    return NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  collect (project, found);
  return found;
}

/**
 * qp_node_clip_holds_places:
 * @text: what is on the clipboard
 *
 * Returns: whether it holds whole sites, plans or the like, and not objects of a plan
 */
gboolean
qp_node_clip_holds_places (const char *text)
{
  g_autoptr (GPtrArray) found = nodes_in (text, NULL);
  return found != NULL && found->len > 0;
}

/* The nearest node, from what is selected upwards, that may hold such a child. */
static QpNode *
parent_for (QpProjectSession *session, QpKind kind)
{
  QpDocument *document = qp_project_session_document (session);
  QpNode *node = qp_project_session_selected_node (session);
  if (node->kind == QP_KIND_PROJECT && qp_project_session_plan (session) != NULL)
    node = qp_project_session_plan (session);
  while (node != NULL && !qp_kind_may_contain (node->kind, kind))
    node = qp_document_parent (document, node->id);
  return node;
}

/**
 * qp_node_clip_paste:
 * @session: the session
 * @text: what is on the clipboard
 * @error: return location for an error
 *
 * Puts copies of what is on the clipboard where they belong, and selects them.
 *
 * Returns: whether that was possible
 */
gboolean
qp_node_clip_paste (QpProjectSession *session, const char *text, GError **error)
{
  g_autoptr (GPtrArray) found = nodes_in (text, error);
  if (found == NULL)
    return FALSE;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  for (guint i = 0; i < found->len; i++)
    {
      QpNode *node = found->pdata[i];
      QpNode *parent = parent_for (session, node->kind);
      if (parent == NULL)
        continue;
      g_array_append_val (ids, node->id);
      g_ptr_array_add (edits, qp_edit_insert (parent->id, -1, node));
    }
  if (edits->len == 0)
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_INVALID, _ ("There is no place for this here"));
      return FALSE;
    }
  if (!qp_project_session_run (session, _ ("Paste"), NULL, edits, error))
    return FALSE;
  qp_selection_set (qp_project_session_selection (session), (const QpId *) ids->data, ids->len);
  return TRUE;
}
