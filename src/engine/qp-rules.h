/* qp-rules.h: what rules ask of a screen, and whether it meets them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"
#include "engine/qp-light.h"

G_BEGIN_DECLS

/**
 * QpRuleOutcome:
 * @QP_RULE_MEETS: the screen meets the rule
 * @QP_RULE_FAILS: it does not
 * @QP_RULE_NOT_KNOWN: something is missing that has to be known, in the project or in the text of the rule
 * @QP_RULE_ASIDE: the rule does not hold for this screen
 * @QP_RULE_TOLD: nothing that can be judged; for information
 */
typedef enum
{
  QP_RULE_MEETS,
  QP_RULE_FAILS,
  QP_RULE_NOT_KNOWN,
  QP_RULE_ASIDE,
  QP_RULE_TOLD,
  QP_N_RULE_OUTCOMES,
} QpRuleOutcome;

const char *qp_rule_outcome_label (QpRuleOutcome outcome);
const char *qp_rule_name (const QpRule *rule);
gboolean qp_rule_binds (const QpRule *rule);
gboolean qp_rule_warns (const QpRule *rule);
const char *qp_rules_title (const QpRules *set);
const char *qp_rules_note (const QpRules *set);

/**
 * QpRuleVerdict:
 * @set: (transfer none): the rules that the rule is one of
 * @rule: (transfer none): the rule
 * @outcome: how the screen stands to it
 * @measured: (nullable): what the screen has, with unit; %NULL when not known
 * @required: what the rule asks, with unit
 * @remark: (nullable): by how much it fails and what would meet it, what is missing, or why it does not hold here
 * @sure: whether the text of the rule was seen in full; if not, the threshold has to be checked
 * @holds: whether the rule is known to hold for this screen: its place, environment and conditions
 *
 * How one screen stands to one rule.
 */
typedef struct
{
  const QpRules *set;
  const QpRule *rule;
  QpRuleOutcome outcome;
  char *measured;
  char *required;
  char *remark;
  gboolean sure;
  gboolean holds;
} QpRuleVerdict;

void qp_rule_verdict_free (QpRuleVerdict *self);

/**
 * QpRulesLight:
 * @plan: (nullable): the plan, held, so that its address is given to no other one meanwhile
 * @site: (nullable): its site, held
 * @light: (nullable): the light at its windows; %NULL when it has none
 *
 * What the screens of a plan have in common, for those who judge one after the other. All zero to begin with.
 */
typedef struct
{
  QpNode *plan;
  QpNode *site;
  QpLight *light;
} QpRulesLight;

void qp_rules_light_add (QpRulesLight *self, QpEngineContext *context);
void qp_rules_light_clear (QpRulesLight *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpRulesLight, qp_rules_light_clear)

gboolean qp_rules_site_counts (const QpSite *site);

/**
 * QpRuleNeighbour:
 * @node: (nullable) (transfer none): what is nearest; %NULL: there is none
 * @distance_m: how far it is on the ground, metres; infinite without any
 *
 * What stands nearest, as rules measure it (qp-rule-places.c).
 */
typedef struct
{
  const QpNode *node;
  double distance_m;
} QpRuleNeighbour;

void qp_rules_find_neighbour (QpRuleNeighbour *self, const QpScreen *screen, const QpEngineContext *context);
void qp_rules_find_site (QpRuleNeighbour *self, const QpEngineContext *context);
void qp_rules_find_facing (QpRuleNeighbour *self, const QpReceptor *receptor, const QpPlan *plan, const QpCatalogue *catalogue);

GPtrArray *qp_rules_judge (GPtrArray *sets, const QpScreen *screen, const QpEngineContext *context);
void qp_rules_check (const QpNode *set, QpFindings *findings);

G_END_DECLS
