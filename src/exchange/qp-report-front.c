/* qp-report-front.c: of the report, its cover, its summary and what it is based on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-figures.h"

#include "base/qp-amount.h"
#include "base/qp-number.h"

#include <math.h>

/* --- cover --- */

static void
add_known (QpPageTable *table, const char *label, const char *value)
{
  qp_page_table_add (table, label, qp_report_text (value), NULL);
}

/* whose project it is, and what the report contains */
void
qp_report_cover (QpReportData *self, QpPages *pages)
{
  const QpProject *project = self->project;
  g_autoptr (QpPageTable) table = qp_page_table_new ("Ll", NULL);
  g_autofree char *title = qp_node_display_name (&project->node);

  qp_pages_bare (pages);
  qp_pages_space (pages, 120);
  qp_pages_title (pages, title);
  qp_pages_subtitle (pages, _ ("Planning report for ultra-high-definition screens"));
  qp_pages_space (pages, 40);
  add_known (table, _ ("City or region"), project->city);
  add_known (table, _ ("Author"), project->author);
  add_known (table, _ ("Organisation"), project->organisation);
  add_known (table, _ ("Revision"), project->revision);
  add_known (table, _ ("Date"), self->report->date);
  add_known (table, _ ("Standards profile"), _ (qp_values_standards[project->standards].label));
  qp_pages_table (pages, NULL, table);
  if (project->note != NULL)
    qp_pages_paragraph (pages, project->note);
  qp_pages_break (pages);
  qp_pages_contents (pages, _ ("Contents"));
  qp_pages_break (pages);
}

/* --- summary --- */

static void
add_total (QpReportData *self, QpPageTable *table, const char *key)
{
  const int index = qp_quantity_index (key);

  if (index < 0)
    return;
  const QpQuantity *quantity = qp_quantity_at ((guint) index);
  const guint known = self->totals.known[index];
  const char *unit = quantity->unit == NULL ? "" : qp_formula_unit_symbol (quantity->unit);
  g_autofree char *value = known == 0 ? g_strdup (_ ("not known")) : qp_quantity_format ((guint) index, self->totals.sums[index]);
  g_autofree char *with_unit
      = known == 0 ? g_strdup (value) : g_strdup_printf ("%s%s\u2009%s", known < self->totals.screens ? "≥ " : "", value, unit);
  g_autofree char *of = known == self->totals.screens
                            ? g_strdup ("")
                            : g_strdup_printf (_ ("known of %u of %u screens"), known, self->totals.screens);
  qp_page_table_add (table, _ (quantity->label), with_unit, of, NULL);
}

static void
add_money (QpPageTable *table, const char *label, gint64 amount, const char *currency, const char *remark)
{
  g_autofree char *number = qp_amount_display (amount);
  g_autofree char *value = g_strdup_printf ("%s %s", number, currency);

  qp_page_table_add (table, label, value, remark, NULL);
}

static void
key_table (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "area_m2", "pixels", "cabinets", "power_max_w", "power_average_w", "energy_kwh_per_year", "weight_kg" };
  g_autoptr (QpPageTable) table = qp_page_table_new ("lrl", _ ("What"), _ ("Value"), _ ("Remark"), NULL);
  g_autofree char *screens = qp_report_count (self->totals.screens), *sites = qp_report_count (self->sites->len);
  g_autofree char *at_8k = qp_report_count (self->totals.at_8k), *at_4k = qp_report_count (self->totals.at_4k);
  const QpAmount all = qp_budget_with_tax (&self->budget->first);
  const gboolean partial = qp_budget_is_partial (self->budget);
  const char *currency = self->project->currency != NULL ? self->project->currency : _ ("Currency not known");

  qp_page_table_add (table, _ ("Sites"), sites, "", NULL);
  qp_page_table_add (table, _ ("Screens"), screens, "", NULL);
  qp_page_table_add (table, _ ("At 8K"), at_8k, "", NULL);
  qp_page_table_add (table, _ ("At 4K or more"), at_4k, "", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_total (self, table, keys[i]);
  if (self->budget->first.missing < self->budget->first.n)
    add_money (table, _ ("First cost with tax, likely"), all.likely, currency,
               partial ? _ ("partial: some lines have no price, so that more is to be paid") : "");
  else
    qp_page_table_add (table, _ ("First cost with tax, likely"), _ ("not known"), _ ("no line has a price"), NULL);
  qp_pages_table (pages, _ ("The project in figures"), table);
}

static void
verdict_table (QpReportData *self, QpPages *pages)
{
  static const QpPageMark marks[] = { QP_PAGE_MARK_GOOD, QP_PAGE_MARK_BAD, QP_PAGE_MARK_OPEN };
  g_autoptr (QpPageTable) table = qp_page_table_new ("lr", _ ("Verdict"), _ ("Rules, all screens"), NULL);

  for (QpRuleOutcome outcome = QP_RULE_MEETS; outcome <= QP_RULE_NOT_KNOWN; outcome++)
    {
      guint n = 0;
      for (guint i = 0; i < self->screens->len; i++)
        n += qp_report_screen (self, i)->counts[outcome];
      g_autofree char *number = qp_report_count (n);
      qp_page_table_add (table, qp_rule_outcome_label (outcome), number, NULL);
      qp_page_table_mark (table, 0, marks[outcome]);
    }
  qp_pages_table (pages, _ ("Conformity in figures"), table);
}

/* the first screen that has a plan and a size: its pictures stand for the project */
static const QpReportScreen *
first_to_show (QpReportData *self)
{
  for (guint i = 0; i < self->screens->len; i++)
    {
      const QpReportScreen *one = qp_report_screen (self, i);
      if (one->context.plan != NULL && one->screen->x_m != QP_UNSET && !isnan (qp_estimate_get (&one->estimate, "width_m")))
        return one;
    }
  return NULL;
}

/* one page that says it all */
void
qp_report_summary (QpReportData *self, QpPages *pages)
{
  const QpReportScreen *shown = first_to_show (self);

  qp_pages_heading (pages, 1, _ ("Summary"));
  key_table (self, pages);
  verdict_table (self, pages);
  if (shown == NULL)
    return;
  QpReportPlan plan = { self, (QpNode *) shown->context.plan, FALSE, FALSE };
  QpReportView day = { self, shown, FALSE }, night = { self, shown, TRUE };
  g_autofree char *name = qp_node_display_name (&shown->context.plan->node);
  g_autofree char *caption = g_strdup_printf (_ ("%s · %s, plan"), shown->place, name);
  g_autofree char *by_day = g_strdup_printf (_ ("%s by day"), shown->name), *by_night = g_strdup_printf (_ ("%s by night"), shown->name);
  qp_pages_figure (pages, caption, 215, qp_report_paint_plan, &plan);
  qp_pages_figure_pair (pages, 130, by_day, qp_report_paint_view, &day, by_night, qp_report_paint_view, &night);
}

/* --- basis --- */

/* the latest date of the sources of a set's rules */
static const char *
latest_date (const QpNode *set)
{
  const char *latest = NULL;
  QpNodeIter iter;

  qp_node_iter_init (&iter, set->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_RULE)) != NULL;)
    {
      const char *date = ((const QpRule *) node)->source_date;
      if (date != NULL && (latest == NULL || g_strcmp0 (date, latest) > 0))
        latest = date;
    }
  return latest;
}

static guint
count_rules (const QpNode *set)
{
  guint n = 0;
  QpNodeIter iter;

  qp_node_iter_init (&iter, set->children);
  while (qp_node_iter_next_of (&iter, QP_KIND_RULE) != NULL)
    n++;
  return n;
}

/* by which policies and standards it is judged */
void
qp_report_basis (QpReportData *self, QpPages *pages)
{
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("lllrl", _ ("Policy or standard"), _ ("Edition"), _ ("Date"), _ ("Rules"), _ ("Remark"), NULL);

  qp_pages_heading (pages, 1, _ ("Basis: policies and standards"));
  for (guint i = 0; i < self->rules->len; i++)
    {
      const QpRules *set = self->rules->pdata[i];
      const char *date = set->date != NULL ? set->date : latest_date (&set->node);
      g_autofree char *n = qp_report_count (count_rules (&set->node));
      qp_page_table_add (table, qp_rules_title (set), set->edition != NULL ? set->edition : "–", qp_report_text (date), n,
                         qp_rules_note (set), NULL);
    }
  qp_pages_table (pages, NULL, table);
  qp_pages_note (pages, _ ("Where a set states no date, it is the latest date of the sources that its rules were taken from."));
}
