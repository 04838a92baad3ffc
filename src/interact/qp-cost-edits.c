/* qp-cost-edits.c: typing over the computed lines of a budget, and keeping variants of a project
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-cost-edits.h"

#include "engine/qp-alternative.h"
#include "model/qp-diff.h"

#include <string.h>

#define COST_FIELD(member) QP_FIELD (QP_KIND_COST, QpCost, member)

/* --- lines --- */

/**
 * qp_cost_own_line:
 * @row: a line of a budget
 *
 * Returns: (transfer none) (nullable): the cost line that stands for it at its owner; %NULL when it is computed, or its line stands
 *   farther up, at the site or the project
 */
const QpCost *
qp_cost_own_line (const QpBudgetRow *row)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, row->owner->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_COST)) != NULL;)
    if ((const QpCost *) node == row->line)
      return row->line;
  return NULL;
}

static gboolean
is_tariff (const QpBudgetRow *row)
{
  return row->item != NULL && row->line == NULL && strcmp (row->item->key, "energy") == 0;
}

/**
 * qp_cost_can_type:
 * @row: a line of a budget
 * @field: a field of a cost line
 *
 * Returns: whether something can be typed there: energy follows the tariff of the project, and a share has no quantity of its own
 */
gboolean
qp_cost_can_type (const QpBudgetRow *row, const char *field)
{
  if (is_tariff (row))
    return FALSE;
  return row->per != QP_PRICE_PER_PERCENT || strcmp (field, "quantity") != 0;
}

static void
set_text (QpNode *node, const QpField *field, const char *text)
{
  g_auto (QpValue) value = qp_value_text (text);

  qp_node_init_value (node, field, &value);
}

static void
set_group (QpNode *node, QpCostGroup group)
{
  const QpValue value = qp_value_integer (group);

  qp_node_init_value (node, COST_FIELD (group), &value);
}

/* what the line farther up says holds here, too */
static void
copy_fields (QpNode *node, const QpNode *from)
{
  const QpKindInfo *info = qp_kind_info (from->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpValue value = qp_node_get (from, &info->fields[i]);
      if (!qp_value_is_unset (&value))
        qp_node_init_value (node, &info->fields[i], &value);
    }
}

static QpNode *
new_line (const QpBudgetRow *row)
{
  QpNode *node = qp_node_new (QP_KIND_COST, qp_id_new ());

  if (row->line != NULL)
    copy_fields (node, &row->line->node);
  else
    {
      set_text (node, COST_FIELD (item), row->item->key);
      set_group (node, row->group);
    }
  return node;
}

static gboolean
is_price (const char *field)
{
  return g_str_has_prefix (field, "price") && strcmp (field, "price_source") != 0 && strcmp (field, "price_date") != 0;
}

static gboolean
has_price (const QpCost *line)
{
  return line != NULL && (line->price_low != QP_UNSET || line->price != QP_UNSET || line->price_high != QP_UNSET);
}

static void
add_set (GPtrArray *edits, QpId id, const QpField *field, const char *text)
{
  g_auto (QpValue) value = qp_value_text (text);

  g_ptr_array_add (edits, qp_edit_set (id, field, &value));
}

/* a typed price is dated, and stays per what the price before was */
static void
add_first_price (GPtrArray *edits, const QpBudgetRow *row, QpId id, const char *today)
{
  if (today != NULL)
    add_set (edits, id, COST_FIELD (price_date), today);
  if (row->item != NULL && row->per != row->item->per)
    add_set (edits, id, COST_FIELD (unit), row->per == QP_PRICE_PER_PERCENT ? "%" : qp_values_price_per[row->per].label);
}

/**
 * qp_cost_edits_type:
 * @row: a line of a budget
 * @field: a field of a cost line: "quantity", "price_low", "price", "price_high", "price_date", "price_source"
 * @text: what was typed; "" for nothing any more
 * @today: (nullable): date that a typed price gets
 *
 * Returns: (transfer full) (nullable): what makes it so: the line at the owner is changed, or a line that stands for the computed item
 *   is made; %NULL when the text is no value for the field, or nothing can be typed there
 */
GPtrArray *
qp_cost_edits_type (const QpBudgetRow *row, const char *field, const char *text, const char *today)
{
  const QpField *target = qp_kind_field (QP_KIND_COST, field);
  const QpCost *line = qp_cost_own_line (row);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_auto (QpValue) value = { 0 };

  if (target == NULL || !qp_cost_can_type (row, field) || (line == NULL && row->item == NULL))
    return NULL;
  if (*text == '\0')
    value = qp_value_unset (qp_field_type_storage (target->type));
  else if (qp_field_parse (target, text, &value) > QP_FIELD_ROUNDED)
    return NULL;
  QpId id = line != NULL ? line->node.id : QP_ID_NONE;
  if (line == NULL)
    {
      QpNode *node = new_line (row);
      id = node->id;
      g_ptr_array_add (edits, qp_edit_insert (row->owner->id, -1, node));
      qp_node_unref (node);
    }
  if (is_price (field) && *text != '\0' && !has_price (row->line))
    add_first_price (edits, row, id, today);
  g_ptr_array_add (edits, qp_edit_set (id, target, &value));
  return g_steal_pointer (&edits);
}

/**
 * qp_cost_edits_reset:
 * @row: a line of a budget
 *
 * Returns: (transfer full) (nullable): what makes it computed again, or takes a line of one's own away; %NULL when nothing was typed
 *   at its owner
 */
GPtrArray *
qp_cost_edits_reset (const QpBudgetRow *row)
{
  const QpCost *line = qp_cost_own_line (row);
  GPtrArray *edits = line == NULL ? NULL : qp_edits_new ();

  if (edits != NULL)
    g_ptr_array_add (edits, qp_edit_remove (line->node.id));
  return edits;
}

/* --- alternatives --- */

/* fields of objects that both roots have, as they are in @after */
static void
add_fields (GPtrArray *edits, const QpNode *before, const QpNode *after)
{
  const QpKindInfo *info = qp_kind_info (after->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpValue a = qp_node_get (before, &info->fields[i]), b = qp_node_get (after, &info->fields[i]);
      if (!qp_value_equal (&a, &b) && info->fields[i].type != QP_FIELD_DATA)
        g_ptr_array_add (edits, qp_edit_set (after->id, &info->fields[i], &b));
    }
}

static void
add_difference (GPtrArray *edits, const QpNode *before, const QpNode *after)
{
  g_autoptr (GArray) diff = qp_diff (before, after);

  for (guint i = 0; i < diff->len; i++)
    {
      const QpChange *change = &g_array_index (diff, QpChange, i);
      if (change->type == QP_CHANGE_FIELDS)
        add_fields (edits, change->before, change->after);
    }
}

/**
 * qp_alternative_edits_keep:
 * @saved: the project as it was
 * @root: the project as it is
 * @name: name of the alternative
 * @n_left_out: (out): how many objects were added, removed or moved, which an alternative can't keep and which stay
 *
 * Returns: (transfer full): what keeps the differences as an alternative and sets the fields back; empty when none differ
 */
GPtrArray *
qp_alternative_edits_keep (const QpNode *saved, const QpNode *root, const char *name, guint *n_left_out)
{
  g_autoptr (QpNode) alternative = qp_alternative_from (saved, root, name, n_left_out);
  GPtrArray *edits = qp_edits_new ();

  if (qp_node_list_length (alternative->children) == 0)
    return edits;
  add_difference (edits, root, saved);
  g_ptr_array_add (edits, qp_edit_insert (root->id, -1, alternative));
  return edits;
}

/**
 * qp_alternative_edits_apply:
 * @root: a project
 * @alternative: an alternative of it
 *
 * Returns: (transfer full): what makes the project what the alternative is; the alternative stays
 */
GPtrArray *
qp_alternative_edits_apply (const QpNode *root, const QpNode *alternative)
{
  g_autoptr (QpNode) changed = qp_alternative_apply (root, alternative, NULL);
  GPtrArray *edits = qp_edits_new ();

  add_difference (edits, root, changed);
  return edits;
}
