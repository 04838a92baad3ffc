/* qp-import-project.c: where an imported plan goes: a new project, a new site, or a plan that there is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-import.h"

static QpNode *
with_name (QpNode *node, const char *name)
{
  const QpKindInfo *info = qp_kind_info (node->kind);
  g_autoptr (QpNode) before = node;
  g_auto (QpValue) value = qp_value_text (name);

  return qp_node_with (before, &info->fields[info->name_field], &value);
}

static QpNode *
with_child (QpNode *node, QpNode *child)
{
  g_autoptr (QpNode) before = node;
  const guint n = qp_node_list_length (node->children);
  g_autoptr (QpNodeList) children = qp_node_list_with_insert (node->children, n, child);

  return qp_node_with_children (before, children);
}

static QpNode *
new_plan (const char *name, GPtrArray *nodes)
{
  QpNode *plan = with_name (qp_node_new (QP_KIND_PLAN, qp_id_new ()), name);

  for (guint i = 0; i < nodes->len; i++)
    plan = with_child (plan, g_ptr_array_index (nodes, i));
  return plan;
}

static QpNode *
with_position (QpNode *site, const QpPlanSource *source)
{
  double latitude, longitude;

  if (!qp_plan_source_position (source, &latitude, &longitude))
    return site;
  g_autoptr (QpNode) before = site;
  const QpValue values[] = { qp_value_real (latitude), qp_value_real (longitude) };
  g_autoptr (QpNode) half = qp_node_with (before, QP_FIELD (QP_KIND_SITE, QpSite, latitude_deg), &values[0]);
  return qp_node_with (half, QP_FIELD (QP_KIND_SITE, QpSite, longitude_deg), &values[1]);
}

static QpNode *
new_site (const char *name, const QpPlanSource *source, QpNode *plan)
{
  QpNode *site = with_position (with_name (qp_node_new (QP_KIND_SITE, qp_id_new ()), name), source);

  return with_child (site, plan);
}

/* puts all of them into the plan where it stands */
static QpNode *
with_nodes_in (QpNode *node, QpId plan, GPtrArray *nodes)
{
  QpNode *changed = qp_node_ref (node);

  if (qp_id_equal (node->id, plan))
    {
      for (guint i = 0; i < nodes->len; i++)
        changed = with_child (changed, g_ptr_array_index (nodes, i));
      return changed;
    }
  for (guint i = 0; i < qp_node_list_length (node->children); i++)
    {
      QpNode *child = qp_node_list_get (node->children, i);
      if (child->kind != QP_KIND_SITE && child->kind != QP_KIND_PLAN)
        continue;
      g_autoptr (QpNode) other = with_nodes_in (child, plan, nodes);
      if (other == child)
        continue;
      g_autoptr (QpNode) before = changed;
      g_autoptr (QpNodeList) children = qp_node_list_with (before->children, i, other);
      changed = qp_node_with_children (before, children);
    }
  return changed;
}

/**
 * qp_import_into:
 * @project: (nullable): the project that takes it; %NULL for a new one
 * @plan: a plan of @project, or %QP_ID_NONE for a new plan in a new site
 * @source: the opened file, which may know where on earth it is
 * @name: what new nodes are called
 * @nodes: (element-type QpNode): background and obstacles
 *
 * Returns: (transfer full): the project with them in it
 */
QpNode *
qp_import_into (QpNode *project, QpId plan, const QpPlanSource *source, const char *name, GPtrArray *nodes)
{
  if (!qp_id_is_none (plan))
    return with_nodes_in (project, plan, nodes);
  g_autoptr (QpNode) level = new_plan (name, nodes);
  g_autoptr (QpNode) site = new_site (name, source, level);
  return with_child (project != NULL ? qp_node_ref (project)
                                     : with_name (qp_node_new (QP_KIND_PROJECT, qp_id_new ()), name),
                     site);
}

