/* qp-cost-model.c: lines of a budget as the rows of a table: which are shown, and in which order
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-cost-model.h"

#include "engine/qp-quantities.h"

#include <string.h>

/* --- rows --- */

struct _QpCostRow
{
  GObject parent_instance;
  guint index;
  QpCostGroup group;
};

G_DEFINE_FINAL_TYPE (QpCostRow, qp_cost_row, G_TYPE_OBJECT)

static void
qp_cost_row_class_init (QpCostRowClass *klass)
{
}

static void
qp_cost_row_init (QpCostRow *self)
{
}

/**
 * qp_cost_row_index:
 * @self: a row
 *
 * Returns: which line of the budget it is, or %QP_COST_SUM
 */
guint
qp_cost_row_index (QpCostRow *self)
{
  return self->index;
}

/**
 * qp_cost_row_group:
 * @self: a row
 *
 * Returns: its group
 */
QpCostGroup
qp_cost_row_group (QpCostRow *self)
{
  return self->group;
}

/* --- the model --- */

typedef struct
{
  guint index;
  QpCostGroup group;
} Place;

struct _QpCostModel
{
  GObject parent_instance;
  const QpBudget *budget; /* borrowed until the next fill */
  GArray *places;
};

static GType
model_get_item_type (GListModel *list)
{
  return QP_TYPE_COST_ROW;
}

static guint
model_get_n_items (GListModel *list)
{
  return QP_COST_MODEL (list)->places->len;
}

/* made when a row is looked at: a city has hundreds of thousands of lines */
static gpointer
model_get_item (GListModel *list, guint position)
{
  QpCostModel *self = QP_COST_MODEL (list);

  if (position >= self->places->len)
    return NULL;
  const Place *place = &g_array_index (self->places, Place, position);
  QpCostRow *row = g_object_new (QP_TYPE_COST_ROW, NULL);
  row->index = place->index;
  row->group = place->group;
  return row;
}

static void
model_init_list (GListModelInterface *iface)
{
  iface->get_item_type = model_get_item_type;
  iface->get_n_items = model_get_n_items;
  iface->get_item = model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QpCostModel, qp_cost_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init_list))

static void
qp_cost_model_finalize (GObject *object)
{
  g_array_unref (QP_COST_MODEL (object)->places);
  G_OBJECT_CLASS (qp_cost_model_parent_class)->finalize (object);
}

static void
qp_cost_model_class_init (QpCostModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qp_cost_model_finalize;
}

static void
qp_cost_model_init (QpCostModel *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

/**
 * qp_cost_model_new:
 *
 * Returns: (transfer full): a model without rows
 */
QpCostModel *
qp_cost_model_new (void)
{
  return g_object_new (QP_TYPE_COST_MODEL, NULL);
}

/* --- which, and in which order --- */

static gboolean
is_shown (const QpBudgetRow *row, const QpCostFilter *filter)
{
  return (filter->group < 0 || row->group == (QpCostGroup) filter->group)
         && (filter->owner == NULL || row->owner == filter->owner || (row->site != NULL && &row->site->node == filter->owner))
         && (!filter->missing || row->gap != QP_GAP_NONE || row->old);
}

typedef struct
{
  const QpBudget *budget;
  const QpCostFilter *filter;
} Sorting;

/* what is not known stands last */
static int
by_number (gint64 a, gint64 b)
{
  if ((a == QP_NO_AMOUNT) != (b == QP_NO_AMOUNT))
    return a == QP_NO_AMOUNT ? 1 : -1;
  return a < b ? -1 : a > b;
}

static int
by_column (const QpBudgetRow *a, const QpBudgetRow *b, QpCostColumn column)
{
  g_autofree char *name_a = NULL, *name_b = NULL;

  switch (column)
    {
    case QP_COST_NAME:
      return g_utf8_collate (qp_budget_row_name (a), qp_budget_row_name (b));
    case QP_COST_OWNER:
      name_a = qp_node_display_name (a->owner);
      name_b = qp_node_display_name (b->owner);
      return g_utf8_collate (name_a, name_b);
    case QP_COST_QUANTITY:
      return by_number (a->quantity, b->quantity);
    case QP_COST_PRICE:
      return by_number (a->price.likely, b->price.likely);
    case QP_COST_TAX:
      return by_number (a->tax.likely, b->tax.likely);
    case QP_COST_ORIGIN:
      return g_strcmp0 (a->date, b->date);
    default:
      return by_number (a->amount.likely, b->amount.likely);
    }
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  const guint x = ((const Place *) a)->index, y = ((const Place *) b)->index;
  const int order = by_column (qp_budget_row (sorting->budget, x), qp_budget_row (sorting->budget, y), sorting->filter->order);

  if (order != 0)
    return sorting->filter->descending ? -order : order;
  return x < y ? -1 : x > y;
}

static void
add_place (GArray *places, guint index, QpCostGroup group)
{
  const Place place = { index, group };

  g_array_append_val (places, place);
}

/* the sum of a group stands before its lines */
static GArray *
find_places (const QpBudget *budget, const QpCostFilter *filter)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  int last = -1;

  for (guint i = 0; i < budget->rows->len; i++)
    {
      const QpBudgetRow *row = qp_budget_row (budget, i);
      if (!is_shown (row, filter))
        continue;
      if (filter->order < 0 && filter->owner == NULL && !filter->missing && (int) row->group != last)
        add_place (places, QP_COST_SUM, row->group);
      last = (int) row->group;
      add_place (places, i, row->group);
    }
  Sorting sorting = { budget, filter };
  if (filter->order >= 0)
    g_array_sort_with_data (places, compare, &sorting);
  return places;
}

static gboolean
is_same (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (Place)) == 0);
}

/**
 * qp_cost_model_fill:
 * @self: a model
 * @budget: (transfer none): a budget; it lives until another one is given
 * @filter: what is shown
 *
 * Shows lines of a budget.
 */
void
qp_cost_model_fill (QpCostModel *self, const QpBudget *budget, const QpCostFilter *filter)
{
  g_autoptr (GArray) old = self->places;

  self->places = find_places (budget, filter);
  self->budget = budget;
  if (!is_same (old, self->places))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, self->places->len);
}

/**
 * qp_cost_model_find:
 * @self: a model
 * @index: a line of the budget
 *
 * Returns: where it stands, or %G_MAXUINT
 */
guint
qp_cost_model_find (QpCostModel *self, guint index)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).index == index)
      return i;
  return G_MAXUINT;
}

/* --- cells --- */

static char *
sum_text (const QpBudget *budget, QpCostGroup group, QpCostColumn column)
{
  const QpBudgetSum *sum = &budget->groups[group];
  const gboolean known = qp_budget_sum_is_known (sum);

  switch (column)
    {
    case QP_COST_NAME:
      return g_strdup (_ (qp_values_cost_group[group].label)); /* it begins with the letter of the group */
    case QP_COST_AMOUNT:
      return qp_amount_display (known ? sum->amount.likely : QP_NO_AMOUNT);
    case QP_COST_TAX:
      return group <= QP_COST_CONTINGENCY && known ? qp_amount_display (sum->tax.likely) : g_strdup ("");
    case QP_COST_REMARK:
      return sum->missing == 0 ? g_strdup ("")
                               : g_strdup_printf (ngettext ("partial: %u line has no amount", "partial: %u lines have no amount", sum->missing),
                                                  sum->missing);
    default:
      return g_strdup ("");
    }
}

/* "computed from Area, m²", or the groups that it is a share of */
static char *
computed_text (const QpBudgetRow *row)
{
  const int quantity = row->quantity_of == NULL ? -1 : qp_quantity_index (row->quantity_of);

  if (row->per == QP_PRICE_PER_PERCENT)
    return row->quantity_of == NULL ? g_strdup ("") : g_strdup_printf (_ ("share of the groups %s"), row->quantity_of);
  if (row->quantity_typed)
    return g_strdup (_ ("typed"));
  if (quantity < 0)
    return g_strdup (row->quantity_of == NULL ? "" : row->quantity_of);
  return g_strdup (_ (qp_quantity_at ((guint) quantity)->label));
}

static char *
remark_text (const QpBudgetRow *row)
{
  g_autofree char *gap = qp_budget_row_gap (row);

  if (gap != NULL)
    return g_steal_pointer (&gap);
  if (row->old)
    return g_strdup_printf (_ ("old price, of %s"), row->date);
  return g_strdup (row->partial ? _ ("of a sum in which something is missing") : "");
}

static char *
tax_text (const QpBudgetRow *row)
{
  return row->group > QP_COST_CONTINGENCY && !qp_amount_is_known (&row->tax) ? g_strdup ("") : qp_amount_display (row->tax.likely);
}

/* low and high as far as they are stated */
static char *
end_text (const QpBudgetRow *row, gint64 price)
{
  return row->ranged ? qp_budget_row_price (row, price) : g_strdup ("");
}

/**
 * qp_cost_model_text:
 * @self: a model
 * @row: one of its rows
 * @column: a column
 *
 * Returns: (transfer full): what stands there
 */
char *
qp_cost_model_text (QpCostModel *self, QpCostRow *row, QpCostColumn column)
{
  if (row->index == QP_COST_SUM)
    return sum_text (self->budget, row->group, column);
  if (row->index >= self->budget->rows->len)
    return g_strdup (""); /* a row of the budget before */
  const QpBudgetRow *line = qp_budget_row (self->budget, row->index);
  switch (column)
    {
    case QP_COST_NUMBER:
      return qp_budget_row_number (line);
    case QP_COST_NAME:
      return g_strdup (qp_budget_row_name (line));
    case QP_COST_OWNER:
      return qp_node_display_name (line->owner);
    case QP_COST_SPECIFICATION:
      return g_strdup (line->specification != NULL ? line->specification : "");
    case QP_COST_QUANTITY:
      return qp_budget_row_quantity (line);
    case QP_COST_UNIT:
      return qp_budget_row_unit (line);
    case QP_COST_PRICE_LOW:
      return end_text (line, line->price.low);
    case QP_COST_PRICE:
      return qp_budget_row_price (line, line->price.likely);
    case QP_COST_PRICE_HIGH:
      return end_text (line, line->price.high);
    case QP_COST_AMOUNT:
      return qp_amount_display (line->amount.likely);
    case QP_COST_TAX:
      return tax_text (line);
    case QP_COST_REMARK:
      return remark_text (line);
    case QP_COST_ORIGIN:
      return qp_budget_row_origin (line);
    case QP_COST_COMPUTED:
      return computed_text (line);
    default:
      return g_strdup (line->funding != NULL && line->funding->name != NULL ? line->funding->name : "");
    }
}
