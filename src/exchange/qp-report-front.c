/* qp-report-front.c: of the report, its cover, its summary and what it is based on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-figures.h"
#include "exchange/qp-report-sheet.h"

#include "base/qp-amount.h"

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
  add_known (table, _ ("Owner"), project->owner);
  add_known (table, _ ("Revision"), project->revision);
  add_known (table, _ ("Date"), self->report->date);
  add_known (table, _ ("Level of secrecy"), project->secrecy);
  add_known (table, _ ("Standards profile"), _ (qp_values_standards[project->standards].label));
  qp_pages_table (pages, NULL, table);
  if (project->note != NULL)
    qp_pages_paragraph (pages, project->note);
  qp_pages_break (pages);
  qp_pages_contents (pages, _ ("Contents"));
  qp_pages_break (pages);
}

/* --- summary --- */

/* takes the value */
static void
add_pair (QpReportPairs *pairs, const char *label, char *value)
{
  g_autofree char *text = value;

  qp_report_pairs_add (pairs, label, text, QP_PAGE_MARK_NONE);
}

static void
add_total (QpReportData *self, QpReportPairs *pairs, const char *key)
{
  const int index = qp_quantity_index (key);
  const guint known = self->totals.known[index], all = self->totals.screens;
  g_autofree char *value = qp_quantity_format_with_unit ((guint) index, known == 0 ? NAN : self->totals.sums[index]);

  add_pair (pairs, _ (qp_quantity_at ((guint) index)->label),
            known == 0 || known == all ? g_steal_pointer (&value) : g_strdup_printf (_ ("≥ %s, known of %u of %u"), value, known, all));
}

static char *
first_cost (const QpReportData *self)
{
  const QpBudgetSum *sum = &self->budget->first;
  g_autofree char *amount = qp_amount_display (qp_budget_with_tax (sum).likely);
  const char *currency = self->project->currency != NULL ? self->project->currency : "";

  if (sum->missing == sum->n)
    return g_strdup (_ ("not known"));
  return g_strdup_printf ("%s%s %s", qp_budget_is_partial (self->budget) ? "≥ " : "", amount, currency);
}

static void
key_table (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "area_m2", "pixels", "cabinets", "weight_kg", "power_max_w", "power_average_w", "energy_kwh_per_year" };
  QpReportPairs pairs;

  qp_report_pairs_init (&pairs, TRUE);
  add_pair (&pairs, _ ("Sites"), qp_report_count (self->sites->len));
  add_pair (&pairs, _ ("Screens"), qp_report_count (self->totals.screens));
  add_pair (&pairs, _ ("At 8K"), qp_report_count (self->totals.at_8k));
  add_pair (&pairs, _ ("At 4K or more"), qp_report_count (self->totals.at_4k));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_total (self, &pairs, keys[i]);
  add_pair (&pairs, _ ("First cost with tax, likely"), first_cost (self));
  qp_report_pairs_put (&pairs, pages, _ ("The project in figures"));
  if (qp_budget_is_partial (self->budget))
    qp_pages_note (pages, _ ("The first cost is partial: some lines have no price, so that more is to be paid."));
}

/* how many verdicts of each kind, in one row */
static void
verdict_table (QpReportData *self, QpPages *pages)
{
  static const QpPageMark marks[] = { QP_PAGE_MARK_GOOD, QP_PAGE_MARK_BAD, QP_PAGE_MARK_OPEN };
  g_autoptr (QpPageTable) table = qp_page_table_new ("lll", NULL);
  g_autofree char *cells[G_N_ELEMENTS (marks)] = { NULL };

  for (QpRuleOutcome outcome = QP_RULE_MEETS; outcome <= QP_RULE_NOT_KNOWN; outcome++)
    {
      guint n = 0;
      for (guint i = 0; i < self->screens->len; i++)
        n += qp_report_screen (self, i)->counts[outcome];
      g_autofree char *number = qp_report_count (n);
      cells[outcome] = g_strdup_printf ("%s: %s", qp_rule_outcome_label (outcome), number);
    }
  qp_page_table_add_texts (table, (const char *const *) cells, G_N_ELEMENTS (cells));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      qp_page_table_mark (table, i, marks[i]);
      g_clear_pointer (&cells[i], g_free);
    }
  qp_pages_table (pages, _ ("Rules, all screens"), table);
}

#define MOST_IN_SUMMARY 12 /* screens that it has a row for */

/* what each screen is, as far as there is room on one page */
static void
screen_rows (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "pitch_mm", "uhd_class", "power_max_w", "weight_kg" };
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("Lrrlrrr", _ ("Screen"), _ ("Size"), _ ("Pixel pitch"), _ ("UHD class"), _ ("Peak power"), _ ("Weight"),
                           qp_rule_outcome_label (QP_RULE_FAILS), NULL);

  if (self->screens->len > MOST_IN_SUMMARY)
    return;
  for (guint i = 0; i < self->screens->len; i++)
    {
      const QpReportScreen *one = qp_report_screen (self, i);
      const double width = qp_estimate_get (&one->estimate, "width_m"), height = qp_estimate_get (&one->estimate, "height_m");
      g_autofree char *size = isnan (width) || isnan (height) ? g_strdup (_ ("not known")) : g_strdup_printf ("%.2f × %.2f\u2009m", width, height);
      g_autofree char *fails = qp_report_count (one->counts[QP_RULE_FAILS]);
      char *cells[G_N_ELEMENTS (keys)];
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        cells[k] = qp_quantity_format_with_unit ((guint) qp_quantity_index (keys[k]), qp_estimate_get (&one->estimate, keys[k]));
      qp_page_table_add (table, one->name, size, cells[0], cells[1], cells[2], cells[3], fails, NULL);
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        g_free (cells[k]);
    }
  qp_pages_table (pages, _ ("The screens"), table);
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
  screen_rows (self, pages);
  verdict_table (self, pages);
  if (shown == NULL)
    return;
  QpReportPlan plan = { self, (QpNode *) shown->context.plan, FALSE, FALSE };
  QpReportView day = { self, shown, FALSE }, night = { self, shown, TRUE };
  g_autofree char *name = qp_node_display_name (&shown->context.plan->node);
  g_autofree char *caption = g_strdup_printf (_ ("%s · %s, plan"), shown->place, name);
  g_autofree char *by_day = g_strdup_printf (_ ("%s by day"), shown->name), *by_night = g_strdup_printf (_ ("%s by night"), shown->name);
  qp_pages_figure (pages, caption, 180, qp_report_paint_plan, &plan);
  qp_pages_figure_pair (pages, 125, by_day, qp_report_paint_view, &day, by_night, qp_report_paint_view, &night);
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
