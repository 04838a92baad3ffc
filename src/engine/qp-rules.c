/* qp-rules.c: what rules ask of a screen, and whether it meets them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-rules.h"

#include "engine/qp-rule-conditions.h"
#include "engine/qp-rule-demands.h"

#include <math.h>
#include <string.h>

/**
 * qp_rule_outcome_label:
 * @outcome: an outcome
 *
 * Returns: (transfer none): its translated name
 */
const char *
qp_rule_outcome_label (QpRuleOutcome outcome)
{
  static const char *const labels[QP_N_RULE_OUTCOMES] = {
    [QP_RULE_MEETS] = N_ ("meets"),
    [QP_RULE_FAILS] = N_ ("fails"),
    [QP_RULE_NOT_KNOWN] = N_ ("not known"),
    [QP_RULE_ASIDE] = N_ ("does not apply"),
    [QP_RULE_TOLD] = N_ ("for information"),
  };

  return _ (labels[outcome]);
}

/* inside the engine: rules carry their names in English and in the language of their place */
const char *
qp_in_rule_language (const char *name, const char *local_name)
{
  /* TRANSLATORS: the language in which names of rules are shown: "zh" for Chinese, "en" for all others */
  const gboolean chinese = strcmp (C_ ("language of rules", "en"), "zh") == 0;

  if (name == NULL || (chinese && local_name != NULL))
    return local_name != NULL ? local_name : "";
  return name;
}

/**
 * qp_rule_name:
 * @rule: a rule
 *
 * Returns: (transfer none): its name, the local one where the program speaks Chinese
 */
const char *
qp_rule_name (const QpRule *rule)
{
  return qp_in_rule_language (rule->name, rule->local_name);
}

/**
 * qp_rules_title:
 * @set: a set of rules
 *
 * Returns: (transfer none): its title, the local one where the program speaks Chinese
 */
const char *
qp_rules_title (const QpRules *set)
{
  return qp_in_rule_language (set->title, set->local_title);
}

/**
 * qp_rules_note:
 * @set: a set of rules
 *
 * Returns: (transfer none): what is to be known about it, in Chinese where the program speaks Chinese and it says so; "" for nothing
 */
const char *
qp_rules_note (const QpRules *set)
{
  return qp_in_rule_language (set->note, set->local_note);
}

/**
 * qp_rule_binds:
 * @rule: a rule
 *
 * Returns: whether a screen has to meet it: no advice, no demand of one signal, no test at acceptance, no trial and nothing
 *   that expired
 */
gboolean
qp_rule_binds (const QpRule *rule)
{
  static const char *const binding[] = { "mandatory", "design_code", "standard", "plan", "permit", NULL };

  return rule->binding != QP_UNSET && g_strv_contains (binding, qp_values_binding[rule->binding].key);
}

/* whether its text was seen in full */
static gboolean
is_sure (const QpRule *rule)
{
  return rule->status == QP_RULE_CONFIRMED || rule->status == QP_RULE_REPRINT;
}

/**
 * qp_rule_warns:
 * @rule: a rule
 *
 * A design code or a standard that fails, and a threshold that nobody saw at its source, are told among the verdicts; marked
 * from afar they would stand beside nearly every screen.
 *
 * Returns: whether a screen that fails it is marked: a demand of the law, a city plan or a permit, whose text was seen in full
 */
gboolean
qp_rule_warns (const QpRule *rule)
{
  static const char *const laws[] = { "mandatory", "plan", "permit", NULL };

  return is_sure (rule) && rule->binding != QP_UNSET && g_strv_contains (laws, qp_values_binding[rule->binding].key);
}

/**
 * qp_rule_verdict_free:
 * @self: a verdict
 */
void
qp_rule_verdict_free (QpRuleVerdict *self)
{
  g_free (self->measured);
  g_free (self->required);
  g_free (self->remark);
  g_free (self);
}

/* --- whether a rule holds for a screen --- */

static gboolean
says (const char *text, const char *word)
{
  g_autofree char *low = text == NULL ? NULL : g_utf8_casefold (text, -1);
  g_autofree char *wanted = g_utf8_casefold (word, -1);

  return low != NULL && strstr (low, wanted) != NULL;
}

static gboolean
holds_in_place (const QpRule *rule, const QpEngineContext *context)
{
  const QpSite *site = context->site;

  if (rule->place == NULL)
    return TRUE;
  g_auto (GStrv) names = g_strsplit (rule->place, "|", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if ((site != NULL && says (site->city, names[i])) || ((site == NULL || site->city == NULL) && context->project != NULL && says (context->project->city, names[i])))
      return TRUE;
  return FALSE;
}

static char *
why_not_here (const QpRule *rule, const QpRuleCase *screen)
{
  if (!holds_in_place (rule, screen->context))
    {
      g_auto (GStrv) names = g_strsplit (rule->place, "|", 2);
      return g_strdup_printf (_ ("Holds in %s."), names[0]);
    }
  if (rule->environment != QP_UNSET && screen->screen->environment != QP_UNSET
      && rule->environment != screen->screen->environment
      && !(rule->environment == QP_ENVIRONMENT_OUTDOOR && screen->screen->environment == QP_ENVIRONMENT_SEMI_OUTDOOR))
    return g_strdup_printf (_ ("Holds for: %s."), _ (qp_values_environment[rule->environment].label));
  if (rule->project_kind != QP_UNSET && screen->screen->project_kind != QP_UNSET
      && rule->project_kind != screen->screen->project_kind)
    return g_strdup_printf (_ ("Holds for: %s."), _ (qp_values_project_kind[rule->project_kind].label));
  return NULL;
}

/* --- verdicts --- */

static void
judge_demand (QpRuleVerdict *self, const QpRuleCase *screen)
{
  const QpRule *rule = self->rule;
  g_auto (QpMeasure) measure = { NAN, NAN, NULL };

  qp_rule_measure (screen, rule->quantity, &measure);
  if (qp_measure_is_known (&measure))
    self->measured = qp_demand_measured (rule, &measure);
  if (rule->demand == QP_DEMAND_TOLD || rule->demand == QP_UNSET)
    self->outcome = QP_RULE_TOLD;
  else if (rule->threshold == NULL && rule->demand != QP_DEMAND_REQUIRED && rule->demand != QP_DEMAND_FORBIDDEN)
    {
      self->outcome = QP_RULE_NOT_KNOWN;
      self->remark = g_strdup (_ ("The threshold is not known: the source lost it, or it was not found."));
    }
  else if (!qp_measure_is_known (&measure))
    {
      g_autofree char *missing = qp_rule_missing (rule->quantity);
      self->outcome = QP_RULE_NOT_KNOWN;
      self->remark = g_strdup_printf (_ ("Missing: %s."), missing);
    }
  else
    self->outcome = qp_demand_judge (rule, &measure, screen, &self->remark);
}

static QpRuleVerdict *
judge (const QpRules *set, const QpRule *rule, const QpRuleCase *screen)
{
  QpRuleVerdict *self = g_new0 (QpRuleVerdict, 1);

  self->set = set;
  self->rule = rule;
  self->sure = is_sure (rule);
  self->required = qp_demand_text (rule);
  self->remark = why_not_here (rule, screen);
  if (self->remark != NULL)
    {
      self->outcome = QP_RULE_ASIDE;
      return self;
    }
  switch (qp_conditions_judge (rule->when, screen, &self->remark))
    {
    case QP_WHEN_HOLDS:
      self->holds = TRUE;
      judge_demand (self, screen);
      break;
    case QP_WHEN_NOT:
      self->outcome = QP_RULE_ASIDE;
      break;
    case QP_WHEN_NOT_KNOWN:
      self->outcome = QP_RULE_NOT_KNOWN;
      break;
    }
  return self;
}

/**
 * qp_rules_judge:
 * @sets: (element-type QpNode): rule sets, which must outlive the verdicts
 * @screen: a screen
 * @context: its surroundings, with the plan where distances are asked for
 *
 * Returns: (transfer full) (element-type QpRuleVerdict): how the screen stands to every rule, in the order of the sets
 */
GPtrArray *
qp_rules_judge (GPtrArray *sets, const QpScreen *screen, const QpEngineContext *context)
{
  GPtrArray *verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_rule_verdict_free);
  g_auto (QpRuleCase) one = { 0 };

  qp_rule_case_init (&one, screen, context);
  for (guint i = 0; i < sets->len; i++)
    {
      const QpNode *set = g_ptr_array_index (sets, i);
      QpNodeIter iter;
      qp_node_iter_init (&iter, set->children);
      for (const QpNode *rule; (rule = qp_node_iter_next_of (&iter, QP_KIND_RULE)) != NULL;)
        g_ptr_array_add (verdicts, judge ((const QpRules *) set, (const QpRule *) rule, &one));
    }
  return verdicts;
}

static void
check_rule (const QpRule *rule, QpFindings *findings)
{
  const char *key = rule->key != NULL ? rule->key : "?";
  g_auto (GStrv) parts = g_strsplit (rule->when == NULL ? "" : rule->when, ";", -1);

  if (rule->quantity == NULL || rule->demand == QP_UNSET)
    qp_findings_add (findings, QP_SEVERITY_ERROR, "rule-incomplete", 0, "rule", "quantity",
                     _ ("Rule “%s” has no quantity or no demand, so that nothing can be judged by it."), key);
  if (rule->source == NULL)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "rule-source", 0, "rule", "source",
                     _ ("Rule “%s” does not say where it comes from."), key);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!qp_condition_is_fit (g_strstrip (parts[i])))
      qp_findings_add (findings, QP_SEVERITY_ERROR, "rule-condition", 0, "rule", "when",
                       _ ("Rule “%s” holds when “%s”, which is no condition such as “road_width_m<=40”; it is left out."), key, parts[i]);
  qp_demand_check (rule, findings);
}

/**
 * qp_rules_check:
 * @set: root of a rule file
 * @findings: gets what is wrong with its rules: `rule-incomplete`, `rule-source`, `rule-condition`, `rule-threshold`
 */
void
qp_rules_check (const QpNode *set, QpFindings *findings)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, set->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_RULE)) != NULL;)
    check_rule ((const QpRule *) node, findings);
}
