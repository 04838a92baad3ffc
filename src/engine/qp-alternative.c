/* qp-alternative.c: variants of a project, kept in it as lists of changes, and side by side
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-alternative.h"

#include "model/qp-diff.h"

#include <math.h>
#include <string.h>

/* --- from the list of changes to a project --- */

/* the changes of an alternative by the object that they are of; what finds its object is taken out of `open` */
typedef struct
{
  GHashTable *by_id; /* QpId → GPtrArray of QpChanged */
  GHashTable *open;
  QpFindings *findings; /* nullable */
  const char *name;
} Changes;

static void
complain (const Changes *self, const char *code, const QpChanged *change, const char *format) G_GNUC_PRINTF (4, 0);
static void
complain (const Changes *self, const char *code, const QpChanged *change, const char *format)
{
  if (self->findings != NULL)
    qp_findings_add (self->findings, QP_SEVERITY_WARNING, code, 0, self->name, change->field, format, self->name != NULL ? self->name : "",
                     change->field != NULL ? change->field : "", change->value != NULL ? change->value : "");
}

static QpNode *
change_field (const Changes *self, QpNode *node, const QpChanged *change)
{
  const QpField *field = change->field == NULL ? NULL : qp_kind_field (node->kind, change->field);
  g_auto (QpValue) value = { 0 };

  if (field == NULL)
    complain (self, "alternative-field", change, _ ("Alternative “%s”: the object has no field “%s”."));
  else if (change->value == NULL)
    value = qp_value_unset (qp_field_type_storage (field->type));
  else if (qp_field_parse (field, change->value, &value) > QP_FIELD_ROUNDED)
    {
      complain (self, "alternative-value", change, _ ("Alternative “%1$s”: “%3$s” is no value for “%2$s”."));
      field = NULL;
    }
  return field == NULL ? qp_node_ref (node) : qp_node_with (node, field, &value);
}

/* shares all that does not change */
static QpNode *
apply (Changes *self, QpNode *node)
{
  GPtrArray *changes = g_hash_table_lookup (self->by_id, &node->id);
  QpNode *result = qp_node_ref (node);
  guint index = 0;
  QpNodeIter iter;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      g_autoptr (QpNode) before = result;
      result = change_field (self, before, g_ptr_array_index (changes, i));
    }
  g_hash_table_remove (self->open, &node->id);
  g_autoptr (QpNodeList) children = qp_node_list_ref (node->children);
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL; index++)
    {
      g_autoptr (QpNode) changed = child->kind == QP_KIND_ALTERNATIVE ? qp_node_ref (child) : apply (self, child);
      if (changed == child)
        continue;
      QpNodeList *list = qp_node_list_with (children, index, changed);
      qp_node_list_unref (children);
      children = list;
    }
  if (children != node->children)
    {
      g_autoptr (QpNode) before = result;
      result = qp_node_with_children (before, children);
    }
  return result;
}

static void
gather (Changes *self, const QpNode *alternative)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, alternative->children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_CHANGED)) != NULL;)
    {
      QpChanged *change = (QpChanged *) node;
      GPtrArray *list = g_hash_table_lookup (self->by_id, &change->of);
      if (list == NULL)
        g_hash_table_insert (self->by_id, &change->of, list = g_ptr_array_new ());
      g_ptr_array_add (list, change);
      g_hash_table_insert (self->open, &change->of, change);
    }
}

/**
 * qp_alternative_apply:
 * @root: a project
 * @alternative: an alternative of it
 * @findings: (nullable): where changes that can't be made are told: no such object, no such field, no value for it
 *
 * Returns: (transfer full): the project with the changes; it shares all that is the same, and keeps the ids
 */
QpNode *
qp_alternative_apply (const QpNode *root, const QpNode *alternative, QpFindings *findings)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) open = g_hash_table_new (qp_id_hash, qp_id_equal_p);
  Changes changes = { by_id, open, findings, ((const QpAlternative *) alternative)->name };
  GHashTableIter iter;
  gpointer change;

  gather (&changes, alternative);
  QpNode *result = apply (&changes, (QpNode *) root);
  g_hash_table_iter_init (&iter, open);
  while (g_hash_table_iter_next (&iter, NULL, &change))
    complain (&changes, "alternative-object", change, _ ("Alternative “%s”: the object whose “%s” it changes is not there any more."));
  return result;
}

/* --- from two projects to the list of changes --- */

static void
add_change (GPtrArray *list, const QpNode *after, const QpField *field)
{
  const QpValue value = qp_node_get (after, field);
  g_autoptr (QpNode) change = qp_node_new (QP_KIND_CHANGED, qp_id_new ());
  g_auto (QpValue) of = qp_value_id (after->id);
  g_auto (QpValue) name = qp_value_text (field->name);

  qp_node_init_value (change, qp_kind_field (QP_KIND_CHANGED, "of"), &of);
  qp_node_init_value (change, qp_kind_field (QP_KIND_CHANGED, "field"), &name);
  if (!qp_value_is_unset (&value))
    {
      g_autofree char *text = qp_field_to_text (field, &value);
      g_auto (QpValue) written = qp_value_text (text);
      qp_node_init_value (change, qp_kind_field (QP_KIND_CHANGED, "value"), &written);
    }
  g_ptr_array_add (list, g_steal_pointer (&change));
}

static void
add_changes (GPtrArray *list, const QpNode *before, const QpNode *after)
{
  const QpKindInfo *info = qp_kind_info (after->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpValue a = qp_node_get (before, &info->fields[i]), b = qp_node_get (after, &info->fields[i]);
      if (!qp_value_equal (&a, &b) && info->fields[i].type != QP_FIELD_DATA)
        add_change (list, after, &info->fields[i]);
    }
}

/**
 * qp_alternative_from:
 * @root: a project
 * @changed: the same project with other values in its fields
 * @name: name of the alternative
 * @n_left_out: (out): how many objects were added, removed or moved, which an alternative can't keep
 *
 * Returns: (transfer full): an alternative that makes @changed of @root
 */
QpNode *
qp_alternative_from (const QpNode *root, const QpNode *changed, const char *name, guint *n_left_out)
{
  g_autoptr (GArray) diff = qp_diff (root, changed);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  QpNode *result = qp_node_new (QP_KIND_ALTERNATIVE, qp_id_new ());
  g_auto (QpValue) title = qp_value_text (name);

  *n_left_out = 0;
  for (guint i = 0; i < diff->len; i++)
    {
      const QpChange *change = &g_array_index (diff, QpChange, i);
      if (change->type == QP_CHANGE_FIELDS)
        add_changes (changes, change->before, change->after);
      else if (change->type != QP_CHANGE_INSIDE)
        ++*n_left_out;
    }
  qp_node_init_value (result, qp_kind_field (QP_KIND_ALTERNATIVE, "name"), &title);
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) changes->pdata, changes->len);
  qp_node_init_children (result, list);
  return result;
}

/* --- side by side --- */

static void
variant_free (gpointer data)
{
  QpVariant *self = data;

  qp_years_clear (&self->years);
  qp_budget_free (self->budget);
  qp_catalogue_unref (self->catalogue);
  qp_node_unref (self->root);
  g_free (self);
}

static QpVariant *
variant_new (const QpNode *root, const QpNode *alternative, QpCatalogue *catalogue, const char *today)
{
  QpVariant *self = g_new0 (QpVariant, 1);

  self->alternative = alternative;
  self->root = alternative == NULL ? qp_node_ref ((QpNode *) root) : qp_alternative_apply (root, alternative, NULL);
  self->catalogue = qp_catalogue_with_project (catalogue, self->root);
  const QpEngineContext context = { .project = (const QpProject *) self->root, .catalogue = self->catalogue };
  qp_totals_init (&self->totals);
  qp_totals_add_tree (&self->totals, self->root, &context);
  self->budget = qp_budget_new (self->root, &context, today);
  qp_years_init (&self->years, self->budget, self->root, QP_CASE_LIKELY);
  return self;
}

/**
 * qp_variants_new:
 * @root: a project
 * @catalogue: the catalogue
 * @today: (nullable): the day of the budget
 *
 * Calculates the project as it stands and each of its alternatives.
 *
 * Returns: (transfer full) (element-type QpVariant): the variants; they borrow the alternatives from @root
 */
GPtrArray *
qp_variants_new (const QpNode *root, QpCatalogue *catalogue, const char *today)
{
  GPtrArray *variants = g_ptr_array_new_with_free_func (variant_free);
  QpNodeIter iter;

  g_ptr_array_add (variants, variant_new (root, NULL, catalogue, today));
  qp_node_iter_init (&iter, root->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_ALTERNATIVE)) != NULL;)
    g_ptr_array_add (variants, variant_new (root, node, catalogue, today));
  return variants;
}

static double
total_of (const QpVariant *self, const char *key)
{
  return qp_totals_get (&self->totals, (guint) qp_quantity_index (key));
}

/* a sum of which nothing is known is not known */
static double
known_units (const QpBudgetSum *sum, gint64 amount)
{
  return sum->n > sum->missing ? (double) amount / 100 : NAN;
}

/**
 * qp_variant_get:
 * @self: a variant
 * @figure: what it is compared by
 *
 * Returns: the figure; NaN when it is not known
 */
double
qp_variant_get (const QpVariant *self, QpVariantFigure figure)
{
  const QpBudget *budget = self->budget;

  switch (figure)
    {
    case QP_VARIANT_AREA:
      return total_of (self, "area_m2");
    case QP_VARIANT_PIXELS:
      return total_of (self, "pixels");
    case QP_VARIANT_POWER:
      return total_of (self, "power_max_w");
    case QP_VARIANT_ENERGY:
      return self->years.n == 0 ? total_of (self, "energy_kwh_per_year") : qp_year (&self->years, self->years.n)->kwh;
    case QP_VARIANT_CARBON:
      return self->years.co2_t;
    case QP_VARIANT_FIRST:
      return known_units (&budget->first, qp_budget_with_tax (&budget->first).likely);
    case QP_VARIANT_YEARLY:
      return known_units (&budget->yearly, budget->yearly.amount.likely);
    case QP_VARIANT_NPV:
      return self->years.npv;
    case QP_VARIANT_ANNUITY:
      return self->years.annuity;
    case QP_VARIANT_MISSING:
      return budget->first.missing + budget->yearly.missing;
    case QP_N_VARIANT_FIGURES:
    default:
      return NAN;
    }
}

static const struct
{
  const char *key;
  const char *label;
} figures[QP_N_VARIANT_FIGURES] = {
  [QP_VARIANT_AREA] = { "area_m2", N_ ("Area, m²") },
  [QP_VARIANT_PIXELS] = { "pixels", N_ ("Pixels") },
  [QP_VARIANT_POWER] = { "power_max_w", N_ ("Peak power, W") },
  [QP_VARIANT_ENERGY] = { "energy_kwh_per_year", N_ ("Energy a year, kWh") },
  [QP_VARIANT_CARBON] = { "co2_t", N_ ("Carbon dioxide of all years, t") },
  [QP_VARIANT_FIRST] = { "first_cost_with_tax", N_ ("First cost with tax") },
  [QP_VARIANT_YEARLY] = { "yearly", N_ ("Cost of a year") },
  [QP_VARIANT_NPV] = { "npv_cost", N_ ("Present value of all cost") },
  [QP_VARIANT_ANNUITY] = { "annuity", N_ ("Equal cost of each year") },
  [QP_VARIANT_MISSING] = { "missing", N_ ("Lines without an amount") },
};

/**
 * qp_variant_figure_key:
 * @figure: a figure
 *
 * Returns: (transfer none): its key in JSON
 */
const char *
qp_variant_figure_key (QpVariantFigure figure)
{
  return figures[figure].key;
}

/**
 * qp_variant_figure_label:
 * @figure: a figure
 *
 * Returns: (transfer none): its translated label
 */
const char *
qp_variant_figure_label (QpVariantFigure figure)
{
  return _ (figures[figure].label);
}

/**
 * qp_variant_name:
 * @self: a variant
 *
 * Returns: (transfer full): its name
 */
char *
qp_variant_name (const QpVariant *self)
{
  return self->alternative == NULL ? g_strdup (_ ("As it stands")) : qp_node_display_name (self->alternative);
}
