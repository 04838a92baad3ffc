/* qp-report-rules.c: of the report, how screens stand to rules, and which demands collide
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

#include "base/qp-number.h"

static QpPageMark
mark_of (QpRuleOutcome outcome)
{
  switch (outcome)
    {
    case QP_RULE_MEETS: return QP_PAGE_MARK_GOOD;
    case QP_RULE_FAILS: return QP_PAGE_MARK_BAD;
    case QP_RULE_NOT_KNOWN: return QP_PAGE_MARK_OPEN;
    case QP_RULE_TOLD: return QP_PAGE_MARK_NOTE;
    default: return QP_PAGE_MARK_NONE;
    }
}

/* so many screens that fail a rule are named where there are too many for parts of their own */
#define MOST_FAILING 1000

/* a row a screen: how many rules it meets, fails, …; where there are many, only of those that fail one */
static void
count_table (QpReportData *self, QpPages *pages)
{
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("llrrrr", _ ("Screen"), _ ("Site"), qp_rule_outcome_label (QP_RULE_MEETS), qp_rule_outcome_label (QP_RULE_FAILS),
                           qp_rule_outcome_label (QP_RULE_NOT_KNOWN), qp_rule_outcome_label (QP_RULE_ASIDE), NULL);

  for (guint i = 0; i < self->screens->len; i++)
    {
      const QpReportScreen *one = qp_report_screen (self, i);
      if (!self->detailed && (one->counts[QP_RULE_FAILS] == 0 || qp_page_table_length (table) >= MOST_FAILING))
        continue;
      g_autofree char *meets = qp_report_count (one->counts[QP_RULE_MEETS]), *fails = qp_report_count (one->counts[QP_RULE_FAILS]);
      g_autofree char *unknown = qp_report_count (one->counts[QP_RULE_NOT_KNOWN]), *aside = qp_report_count (one->counts[QP_RULE_ASIDE]);
      qp_page_table_add (table, one->name, one->place, meets, fails, unknown, aside, NULL);
      if (one->counts[QP_RULE_FAILS] > 0)
        qp_page_table_mark (table, 3, QP_PAGE_MARK_BAD);
    }
  qp_pages_table (pages, _ ("Rules by screen"), table);
}

/**
 * qp_report_add_verdict:
 * @table: a table
 * @verdict: how a screen stands to a rule
 * @evidence: whether what would meet it, or is missing, and the source stand in two columns more
 *
 * Adds rule, value, demand and verdict.
 */
void
qp_report_add_verdict (QpPageTable *table, const QpRuleVerdict *verdict, gboolean evidence)
{
  const QpRule *rule = verdict->rule;
  g_autofree char *source = rule->source_date == NULL ? g_strdup (rule->source) : g_strdup_printf ("%s, %s", rule->source, rule->source_date);
  g_autofree char *required = verdict->sure ? g_strdup (verdict->required) : g_strconcat (verdict->required, " (?)", NULL);
  g_autofree char *name = g_strdup_printf ("%s\u2002%s", rule->key, qp_rule_name (rule));
  const char *cells[] = { name, qp_report_text (verdict->measured), required, qp_rule_outcome_label (verdict->outcome),
                          verdict->remark != NULL ? verdict->remark : "", source != NULL ? source : "" };

  qp_page_table_add_texts (table, cells, evidence ? G_N_ELEMENTS (cells) : 4);
  qp_page_table_mark (table, 3, mark_of (verdict->outcome));
}

static void
screen_table (QpReportData *self, QpPages *pages, const QpReportScreen *one)
{
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("llllll", _ ("Rule"), _ ("Measured"), _ ("Required"), _ ("Verdict"), _ ("Remark"), _ ("Source"), NULL);

  for (guint k = 0; k < self->rules->len; k++)
    {
      const QpRules *set = self->rules->pdata[k];
      gboolean told = FALSE;
      for (guint i = 0; i < one->verdicts->len; i++)
        {
          const QpRuleVerdict *verdict = one->verdicts->pdata[i];
          if (verdict->set != set || verdict->outcome == QP_RULE_ASIDE || verdict->outcome == QP_RULE_TOLD)
            continue;
          if (!told)
            qp_page_table_group (table, qp_rules_title (set));
          told = TRUE;
          qp_report_add_verdict (table, verdict, TRUE);
        }
    }
  qp_pages_heading (pages, 2, one->name);
  qp_pages_table (pages, NULL, table);
  g_autofree char *aside = qp_report_count (one->counts[QP_RULE_ASIDE]), *told_only = qp_report_count (one->counts[QP_RULE_TOLD]);
  g_autofree char *note
      = g_strdup_printf (_ ("Left out: %s rules that do not apply here, and %s that are for information only."), aside, told_only);
  qp_pages_note (pages, note);
}

/* every rule that applies, with value, verdict and evidence */
void
qp_report_conformity (QpReportData *self, QpPages *pages)
{
  qp_pages_turn (pages, TRUE);
  qp_pages_heading (pages, 1, _ ("Conformity"));
  qp_pages_paragraph (pages, _ ("Each screen is held against the rules that came with the program and those that the city added. “(?)” stands "
                                "after a threshold whose source is damaged, a mirror, or was not found: check it before you rely on it."));
  count_table (self, pages);
  if (!self->detailed)
    qp_pages_note (pages, _ ("There are so many screens that rules are counted only, and of at most a thousand screens that fail one; the program and its command line tell each."));
  for (guint i = 0; self->detailed && i < self->screens->len; i++)
    screen_table (self, pages, qp_report_screen (self, i));
  qp_pages_turn (pages, FALSE);
}

/* --- what collides, and what is open --- */

static const QpPageMark state_marks[QP_N_CONFLICT_STATES] = {
  [QP_CONFLICT_OPEN] = QP_PAGE_MARK_BAD,
  [QP_CONFLICT_NOT_KNOWN] = QP_PAGE_MARK_OPEN,
  [QP_CONFLICT_SOLVED] = QP_PAGE_MARK_GOOD,
};

static void
add_conflicts (QpPageTable *table, const QpReportScreen *one)
{
  for (guint i = 0; i < one->cases->len; i++)
    {
      const QpConflictCase *it = one->cases->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s\u2002%s", it->conflict->key, qp_conflict_name (it->conflict));
      if (i == 0)
        qp_page_table_group (table, one->name);
      qp_page_table_add (table, name, it->first, it->second, qp_conflict_state_label (it->state), it->way_out, NULL);
      qp_page_table_mark (table, 3, state_marks[it->state]);
    }
}

static void
add_failures (QpPageTable *table, const QpReportScreen *one)
{
  for (guint i = 0; i < one->verdicts->len; i++)
    {
      const QpRuleVerdict *verdict = one->verdicts->pdata[i];
      if (verdict->outcome != QP_RULE_FAILS || !qp_rule_warns (verdict->rule))
        continue;
      g_autofree char *rule = g_strdup_printf ("%s %s", verdict->rule->key, qp_rule_name (verdict->rule));
      qp_page_table_add (table, one->name, rule, qp_report_text (verdict->measured), verdict->required,
                         verdict->remark != NULL ? verdict->remark : "", NULL);
    }
}

/* demands that exclude each other, and rules that a screen fails */
void
qp_report_conflicts (QpReportData *self, QpPages *pages)
{
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("lllll", _ ("Demands that collide"), _ ("One demand"), _ ("The other"), _ ("State"), _ ("Way out"), NULL);
  g_autoptr (QpPageTable) failures
      = qp_page_table_new ("lllll", _ ("Screen"), _ ("Rule"), _ ("Measured"), _ ("Required"), _ ("What would meet it"), NULL);

  qp_pages_turn (pages, TRUE);
  qp_pages_heading (pages, 1, _ ("Risks and conflicts"));
  for (guint i = 0; self->detailed && i < self->screens->len; i++)
    {
      add_conflicts (table, qp_report_screen (self, i));
      add_failures (failures, qp_report_screen (self, i));
    }
  if (!self->detailed)
    qp_pages_note (pages, _ ("There are so many screens that their conflicts are not listed here; the program and its command line tell each."));
  if (qp_page_table_length (failures) > 0)
    qp_pages_table (pages, _ ("Binding rules that are not met"), failures);
  if (qp_page_table_length (table) > 0)
    qp_pages_table (pages, _ ("Demands that collide, and a way out"), table);
  else if (self->detailed)
    qp_pages_paragraph (pages, _ ("No two demands collide on these screens."));
  qp_pages_turn (pages, FALSE);
}
