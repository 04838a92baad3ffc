/* qp-report-annex.c: of the report, what was assumed and where all of it comes from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

#include "engine/qp-facts.h"

#include <string.h>

/* --- assumptions --- */

static void
add_fact (QpPageTable *table, QpKind kind, const QpFact *fact)
{
  g_autofree char *what = qp_fact_label (fact, kind);
  g_autofree char *value = fact->unit == NULL ? g_strdup (qp_report_text (fact->value))
                                              : g_strdup_printf ("%s\u2009%s", qp_report_text (fact->value), fact->unit);

  qp_page_table_add (table, what, value, _ (qp_values_fact_basis[fact->basis].label), qp_report_text (fact->source),
                     fact->date != NULL ? fact->date : "", NULL);
}

/* the facts of each node under its name */
static void
add_facts (QpPageTable *table, const QpNode *node, GCancellable *cancellable)
{
  gboolean named = FALSE;
  QpNodeIter iter;

  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next_of (&iter, QP_KIND_FACT)) != NULL;)
    {
      g_autofree char *name = named ? NULL : qp_node_display_name (node);
      if (!named)
        qp_page_table_group (table, name);
      named = TRUE;
      add_fact (table, node->kind, (const QpFact *) child);
    }
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL && !g_cancellable_is_cancelled (cancellable);)
    add_facts (table, child, cancellable);
}

/* what is published, measured or assumed in the project, and what the program takes for granted */
void
qp_report_assumptions (QpReportData *self, QpPages *pages)
{
  static const char *const ours[] = {
    N_ ("Night is from 18:00 to 06:00, as at an equinox: the luminance by night counts then."),
    N_ ("A face whose viewing angles are not published shines evenly (Lambert), which is never too little off its axis."),
    N_ ("A site without a curfew of its own has one at 23:00."),
    N_ ("An obstacle without a known height hides whatever is behind it."),
    N_ ("Eyes are 1.6 m above the ground where an audience states no height."),
    N_ ("Prices are drawn between low, likely and high: those of one item together, different items independently."),
  };
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("lllll", _ ("What"), _ ("Value"), _ ("Basis"), _ ("Source"), _ ("Date"), NULL);
  QpPeopleOptions options;

  qp_pages_turn (pages, TRUE);
  qp_pages_heading (pages, 1, _ ("Assumptions"));
  qp_pages_paragraph (pages, _ ("What the program takes for granted where a project says nothing:"));
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    qp_pages_item (pages, _ (ours[i]));
  qp_people_options_init (&options, self->project);
  g_autoptr (GPtrArray) people = qp_people_assumptions (&options);
  for (guint i = 0; i < people->len; i++)
    qp_pages_item (pages, people->pdata[i]);
  add_facts (table, &self->project->node, self->cancellable);
  if (qp_page_table_length (table) > 0)
    qp_pages_table (pages, _ ("Facts and assumptions of the project"), table);
  qp_pages_turn (pages, FALSE);
}

/* --- sources --- */

/* each source once, with its date and address */
static void
add_source (GHashTable *seen, QpPageTable *table, const char *what, const char *source, const char *date, const char *url)
{
  if (source == NULL || !g_hash_table_add (seen, g_strdup (source)))
    return;
  qp_page_table_add (table, what, source, qp_report_text (date), url != NULL ? url : "", NULL);
}

static void
rule_sources (QpReportData *self, GHashTable *seen, QpPageTable *table)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const QpNode *set = self->rules->pdata[i];
      QpNodeIter iter;
      qp_node_iter_init (&iter, set->children);
      for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_RULE)) != NULL;)
        {
          const QpRule *rule = (const QpRule *) node;
          add_source (seen, table, qp_rules_title ((const QpRules *) set), rule->source, rule->source_date, rule->url);
        }
    }
}

static void
price_sources (QpReportData *self, GHashTable *seen, QpPageTable *table)
{
  for (guint i = 0; i < self->budget->rows->len; i++)
    {
      const QpBudgetRow *row = qp_budget_row (self->budget, i);
      add_source (seen, table, _ ("Prices"), row->source, row->date, NULL);
    }
}

static void
formula_sources (GHashTable *seen, QpPageTable *table)
{
  for (guint i = 0; i < qp_quantity_count (); i++)
    {
      const QpFormula *formula = qp_quantity_formula (i);
      if (formula != NULL && formula->source != NULL && g_hash_table_add (seen, g_strdup (_ (formula->source))))
        qp_page_table_add (table, _ ("Formulas"), _ (formula->source), "", "", NULL);
    }
}

/* where rules, prices and formulas come from */
void
qp_report_sources (QpReportData *self, QpPages *pages)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (QpPageTable) table = qp_page_table_new ("llll", _ ("Of"), _ ("Source"), _ ("Date"), _ ("Address"), NULL);

  qp_pages_heading (pages, 1, _ ("Sources"));
  rule_sources (self, seen, table);
  price_sources (self, seen, table);
  formula_sources (seen, table);
  qp_pages_table (pages, NULL, table);
}
