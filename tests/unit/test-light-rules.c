/* test-light-rules.c: rules about light at windows take what the windows get, and their tables are those of the registry
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "light-help.h"

#include "catalogue/qp-rule-sets.h"
#include "engine/qp-rules.h"

static const QpRuleVerdict *
verdict_of (const GPtrArray *verdicts, const char *key)
{
  for (guint i = 0; i < verdicts->len; i++)
    if (g_strcmp0 (((const QpRuleVerdict *) verdicts->pdata[i])->rule->key, key) == 0)
      return verdicts->pdata[i];
  g_assert_not_reached ();
}

static GPtrArray *
judged (LightPlan *plan, GPtrArray *sets, const char *zone)
{
  g_autoptr (QpLight) light = light_of (plan, zone, NULL);
  const QpEngineContext context = { .site = (const QpSite *) plan->site, .plan = (const QpPlan *) plan->plan };

  return qp_rules_judge (sets, plan->nodes->pdata[0], &context);
}

/* what rules measure is what the windows get: 26.088 lx meet no limit; 10 lx by row E16 just do */
static void
test_rules (void)
{
  g_auto (LightPlan) plan = light_plan (0, FALSE);
  g_autoptr (GPtrArray) sets = qp_rule_sets_load_builtin (NULL, NULL);

  light_add_screen (&plan, 0, 0, 180, 5.5, 16, 9, 300);
  light_add_window (&plan, (double[]){ 0, -40 }, 1, 10, 10, 0);
  light_set (plan.nodes->pdata[0], "on_time", "08:00");
  light_set (plan.nodes->pdata[0], "off_time", "22:00");
  {
    g_autoptr (GPtrArray) verdicts = judged (&plan, sets, "E3");
    g_assert_cmpint (verdict_of (verdicts, "WINDOW-E3-pre")->outcome, ==, QP_RULE_FAILS);
    g_assert_true (g_str_has_prefix (verdict_of (verdicts, "WINDOW-E3-pre")->measured, "26.0"));
    g_assert_cmpint (verdict_of (verdicts, "WINDOW-E3-post")->outcome, ==, QP_RULE_MEETS);
    g_assert_cmpint (verdict_of (verdicts, "WINDOW-E4-pre")->outcome, ==, QP_RULE_ASIDE);
    g_assert_false (verdict_of (verdicts, "WINDOW-E3-post")->sure);
  }
  light_set (plan.nodes->pdata[0], "luminance_night_cdm2", "114.99");
  {
    g_autoptr (GPtrArray) verdicts = judged (&plan, sets, "E3");
    g_assert_cmpint (verdict_of (verdicts, "WINDOW-E3-pre")->outcome, ==, QP_RULE_MEETS);
  }
  /* on all night: 10 lx are too much after curfew */
  light_set (plan.nodes->pdata[0], "off_time", "06:00");
  {
    g_autoptr (GPtrArray) verdicts = judged (&plan, sets, "E3");
    g_assert_cmpint (verdict_of (verdicts, "WINDOW-E3-post")->outcome, ==, QP_RULE_FAILS);
  }
  /* no windows on the plan: not known */
  g_ptr_array_remove_index (plan.nodes, 1);
  g_autoptr (GPtrArray) verdicts = judged (&plan, sets, "E3");
  g_assert_cmpint (verdict_of (verdicts, "WINDOW-E3-pre")->outcome, ==, QP_RULE_NOT_KNOWN);
}

/* the tables stand in the registry and in the sets of rules, with the same numbers */
static void
test_tables_agree (void)
{
  g_autoptr (GPtrArray) sets = qp_rule_sets_load_builtin (NULL, NULL);
  static const struct
  {
    const char *suffix;
    double area;
  } areas[] = { { "a", 0.4 }, { "b", 1.5 }, { "c", 5 }, { "d", 50 } };
  guint n = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      QpNodeIter iter;
      qp_node_iter_init (&iter, ((const QpNode *) sets->pdata[i])->children);
      for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_RULE)) != NULL;)
        {
          const QpRule *rule = (const QpRule *) node;
          for (guint zone = 1; zone <= 4; zone++)
            {
              g_autofree char *name = g_strdup_printf ("E%u", zone), *pre = g_strdup_printf ("WINDOW-E%u-pre", zone);
              g_autofree char *post = g_strdup_printf ("WINDOW-E%u-post", zone);
              for (guint k = 0; k < G_N_ELEMENTS (areas); k++)
                {
                  g_autofree char *key = g_strdup_printf ("NIGHT-E%u-%s", zone, areas[k].suffix);
                  const QpArgument in[] = { { NAN, name }, { areas[k].area, NULL } };
                  if (g_strcmp0 (rule->key, key) != 0 || g_strcmp0 (rule->quantity, "luminance_night_cdm2") != 0)
                    continue;
                  g_assert_cmpfloat (g_ascii_strtod (rule->threshold, NULL), ==, qp_formula_evaluate (qp_formula_find ("cn_sign_luminance_limit"), in));
                  n++;
                }
              if (g_strcmp0 (rule->key, pre) == 0 || g_strcmp0 (rule->key, post) == 0)
                {
                  g_assert_cmpfloat (g_ascii_strtod (rule->threshold, NULL), ==, qp_light_window_limit (name, g_strcmp0 (rule->key, post) == 0));
                  n++;
                }
            }
        }
    }
  g_assert_cmpuint (n, ==, 15 + 8); /* zone E1 allows no sign over 10 m² */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/light-rules/verdicts", test_rules);
  g_test_add_func ("/light-rules/tables-agree", test_tables_agree);
  return g_test_run ();
}
