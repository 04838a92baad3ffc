/* test-rules.c: every built-in rule is met by one screen, broken by another, and open where nothing is known
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "catalogue/qp-rule-sets.h"
#include "engine/qp-rules.h"
#include "store/qp-store.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void
set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_nonnull (field);
  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
}

/* a screen that says everything by facts, in a site of some city */
typedef struct
{
  QpNode *screen;
  QpNode *site;
  GPtrArray *facts;
} Scene;

static void
scene_init (Scene *self)
{
  self->screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  self->site = qp_node_new (QP_KIND_SITE, qp_id_new ());
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
}

static void
scene_clear (Scene *self)
{
  qp_node_unref (self->screen);
  qp_node_unref (self->site);
  g_ptr_array_unref (self->facts);
}

static void
say (Scene *self, const char *quantity, const char *value)
{
  QpNode *fact = qp_node_new (QP_KIND_FACT, qp_id_new ());

  set (fact, "quantity", quantity);
  set (fact, "value", value);
  g_ptr_array_add (self->facts, fact);
}

static QpRuleOutcome
outcome_of (Scene *self, const QpNode *rule_set, const QpRule *rule)
{
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) self->facts->pdata, self->facts->len);
  g_autoptr (GPtrArray) sets = g_ptr_array_new ();
  const QpEngineContext context = { .site = (const QpSite *) self->site };
  QpRuleOutcome outcome = QP_N_RULE_OUTCOMES;

  qp_node_init_children (self->screen, list);
  g_ptr_array_add (sets, (gpointer) rule_set);
  g_autoptr (GPtrArray) verdicts = qp_rules_judge (sets, (const QpScreen *) self->screen, &context);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const QpRuleVerdict *verdict = g_ptr_array_index (verdicts, i);
      if (verdict->rule != rule)
        continue;
      outcome = verdict->outcome;
      g_assert_nonnull (verdict->required);
      if (outcome == QP_RULE_NOT_KNOWN || outcome == QP_RULE_ASIDE)
        g_assert_nonnull (verdict->remark);
      if (outcome == QP_RULE_MEETS || outcome == QP_RULE_FAILS)
        g_assert_nonnull (verdict->measured);
    }
  return outcome;
}

/* makes the rule hold here: its city, its environment, its conditions */
static void
make_it_hold (Scene *self, const QpRule *rule)
{
  g_auto (GStrv) parts = g_strsplit (rule->when == NULL ? "" : rule->when, ";", -1);

  if (rule->place != NULL)
    {
      g_auto (GStrv) names = g_strsplit (rule->place, "|", -1);
      set (self->site, "city", names[0]);
    }
  if (rule->environment != QP_UNSET)
    set (self->screen, "environment", qp_values_environment[rule->environment].key);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      const gsize name = strcspn (part, "=!<>"), sign = strspn (part + name, "=!<>");
      g_autofree char *quantity = g_strndup (part, name);
      const char *value = part + name + sign;
      if (*part == '\0')
        continue;
      if (strcmp (quantity, "surface_form") == 0)
        set (self->screen, "shape", value);
      else if (part[name] == '!')
        say (self, quantity, "park");
      else if (part[name] == '=')
        say (self, quantity, value);
      else if (strchr (part, '<') != NULL && strstr (rule->when, ">") == NULL)
        say (self, quantity, "0.1"); /* below every limit */
      else if (part[name] == '>')
        {
          char text[G_ASCII_DTOSTR_BUF_SIZE];
          say (self, quantity, g_ascii_formatd (text, sizeof text, "%.3f", g_ascii_strtod (value, NULL) + (part[name + 1] == '=' ? 0 : 0.25)));
        }
    }
}

/* a value on this side of the threshold, as a fact would state it */
static char *
value_for (const QpRule *rule, gboolean good)
{
  const double number = rule->threshold == NULL ? NAN : g_ascii_strtod (rule->threshold, NULL);
  char *end;

  switch (rule->demand)
    {
    case QP_DEMAND_REQUIRED:
      return g_strdup (good ? "yes" : "no");
    case QP_DEMAND_FORBIDDEN:
      return g_strdup (good ? "no" : "yes");
    case QP_DEMAND_ONE_OF:
      return good ? g_strndup (rule->threshold, strcspn (rule->threshold, "|")) : g_strdup ("something_else");
    case QP_DEMAND_NONE_OF:
      return good ? g_strdup ("something_else") : g_strndup (rule->threshold, strcspn (rule->threshold, "|"));
    case QP_DEMAND_COVERS:
      return g_strdup (good ? "1000-20000" : "6000-7000");
    case QP_DEMAND_WITHIN:
      return g_strdup (good ? "12:00-20:00" : "05:00-25:00");
    default:
      break;
    }
  if (g_strcmp0 (rule->quantity, "ip_front") == 0)
    return g_strdup (good ? rule->threshold : "IP10");
  if (g_strcmp0 (rule->quantity, "raster_aspect") == 0)
    return g_strdup (good ? "7680x4320" : "7680x4352");
  const double first = g_ascii_strtod (rule->threshold, &end);
  if (end == rule->threshold)
    return g_strdup (good ? rule->threshold : "something_else");
  if (*end == 'x')
    return good ? g_strdup (rule->threshold) : g_strdup_printf ("%.0fx%.0f", first, g_ascii_strtod (end + 1, NULL) - 1);
  if (*end == ':' && g_strcmp0 (rule->quantity, "raster_px") != 0)
    return g_strdup (good ? rule->threshold : "4:3");
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const double step = rule->demand == QP_DEMAND_AT_LEAST   ? (good ? 0 : -0.01 * number)
                      : rule->demand == QP_DEMAND_AT_MOST  ? (good ? 0 : fmax (0.01 * number, 0.01))
                      : rule->demand == QP_DEMAND_ABOVE    ? (good ? 0.01 * number : 0)
                      : rule->demand == QP_DEMAND_BELOW    ? (good ? -0.01 * number : 0)
                                                           : (good ? 0 : 1);
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.6f", number + step));
}

static QpRuleOutcome
judge_with (const QpNode *rule_set, const QpRule *rule, const char *value)
{
  Scene scene;

  scene_init (&scene);
  make_it_hold (&scene, rule);
  if (value != NULL && strcmp (rule->quantity, "surface_form") == 0)
    set (scene.screen, "shape", strcmp (value, "flat") == 0 ? "flat" : "arc");
  else if (value != NULL)
    say (&scene, rule->quantity, value);
  const QpRuleOutcome outcome = outcome_of (&scene, rule_set, rule);
  scene_clear (&scene);
  return outcome;
}

static void
test_rule (const QpNode *rule_set, const QpRule *rule)
{
  const gboolean judged = rule->demand != QP_DEMAND_TOLD
                          && (rule->threshold != NULL || rule->demand == QP_DEMAND_REQUIRED || rule->demand == QP_DEMAND_FORBIDDEN);

  g_test_message ("%s", rule->key);
  if (rule->demand == QP_DEMAND_TOLD)
    {
      g_assert_cmpint (judge_with (rule_set, rule, NULL), ==, QP_RULE_TOLD);
      return;
    }
  if (!judged) /* its threshold was lost */
    {
      g_assert_cmpint (judge_with (rule_set, rule, "1"), ==, QP_RULE_NOT_KNOWN);
      return;
    }
  g_autofree char *good = value_for (rule, TRUE);
  g_autofree char *bad = value_for (rule, FALSE);
  g_assert_cmpint (judge_with (rule_set, rule, good), ==, QP_RULE_MEETS);
  g_assert_cmpint (judge_with (rule_set, rule, bad), ==, QP_RULE_FAILS);
  if (strcmp (rule->quantity, "surface_form") != 0)
    g_assert_cmpint (judge_with (rule_set, rule, NULL), ==, QP_RULE_NOT_KNOWN);
}

static GPtrArray *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpFindings) findings = qp_findings_new ();
  GPtrArray *sets = qp_rule_sets_load_builtin (findings, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sets->len; i++)
    qp_rules_check (g_ptr_array_index (sets, i), findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    g_test_message ("%s", qp_findings_get (findings, i)->message);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  return sets;
}

static void
test_each (void)
{
  g_autoptr (GPtrArray) sets = load ();
  guint n = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      QpNode *rule_set = g_ptr_array_index (sets, i);
      QpNodeIter iter;
      qp_node_iter_init (&iter, rule_set->children);
      for (QpNode *rule; (rule = qp_node_iter_next_of (&iter, QP_KIND_RULE)) != NULL; n++)
        test_rule (rule_set, (const QpRule *) rule);
    }
  g_assert_cmpuint (n, >=, 147);
}

/* the files are as the program itself would write them */
static void
test_canonical (void)
{
  g_autoptr (GPtrArray) sets = load ();

  for (guint i = 0; i < sets->len; i++)
    {
      const QpRules *rules = g_ptr_array_index (sets, i);
      g_autofree char *path = g_strdup_printf ("%s/../../data/rules/%s.xml", TEST_DATA_DIR, rules->key);
      g_autoptr (GBytes) text = qp_store_write (&rules->node);
      g_autofree char *found = NULL;
      gsize size;
      g_assert_true (g_file_get_contents (path, &found, &size, NULL));
      if (g_getenv ("QP_WRITE_RULES") != NULL)
        g_file_set_contents (path, g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text), NULL);
      else
        g_assert_cmpmem (found, size, g_bytes_get_data (text, NULL), g_bytes_get_size (text));
    }
}

static const QpRuleVerdict *
find (const GPtrArray *verdicts, const char *key)
{
  for (guint i = 0; i < verdicts->len; i++)
    if (g_strcmp0 (((const QpRuleVerdict *) g_ptr_array_index (verdicts, i))->rule->key, key) == 0)
      return g_ptr_array_index (verdicts, i);
  g_assert_not_reached ();
}

/* Yanqing: sold as 4K, 3840 × 2144; a road of 50 m asks for 500 m; windows at 80 m are too near */
static void
test_on_a_plan (void)
{
  g_autoptr (GPtrArray) sets = load ();
  g_autoptr (QpNode) site = qp_node_new (QP_KIND_SITE, qp_id_new ());
  QpNode *plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  QpNode *nodes[3] = { qp_node_new (QP_KIND_SCREEN, qp_id_new ()), qp_node_new (QP_KIND_SCREEN, qp_id_new ()),
                       qp_node_new (QP_KIND_RECEPTOR, qp_id_new ()) };

  set (site, "city", "深圳市");
  set (site, "road_width_m", "50");
  for (guint i = 0; i < 2; i++)
    {
      set (nodes[i], "environment", "outdoor");
      set (nodes[i], "cabinet_width_mm", "640");
      set (nodes[i], "cabinet_height_mm", "640");
      set (nodes[i], "cabinet_px_w", "128");
      set (nodes[i], "cabinet_px_h", "128");
      set (nodes[i], "columns", "30");
      set (nodes[i], "rows", "17");
      set (nodes[i], "bottom_height_m", i == 0 ? "4" : "6");
      set (nodes[i], "x_m", i == 0 ? "0" : "300");
    }
  set (nodes[0], "cabinet_px_h", "126");
  const QpPoint window[] = { { -10000000, -80000000 }, { 10000000, -80000000 } };
  g_autoptr (QpPoints) points = qp_points_new (window, 2);
  qp_node_init_value (nodes[2], qp_kind_field (QP_KIND_RECEPTOR, "outline"), &(QpValue){ .storage = QP_STORAGE_POINTS, .points = points });
  g_autoptr (QpNodeList) list = qp_node_list_new (nodes, 3);
  qp_node_init_children (plan, list);
  const QpEngineContext context = { .site = (const QpSite *) site, .plan = (const QpPlan *) plan };
  g_autoptr (GPtrArray) verdicts = qp_rules_judge (sets, (const QpScreen *) nodes[0], &context);

  g_assert_cmpint (find (verdicts, "HCTS-001")->outcome, ==, QP_RULE_FAILS);
  g_assert_nonnull (strstr (find (verdicts, "HCTS-001")->remark, "18"));
  g_assert_cmpint (find (verdicts, "LOC-SZ-03")->outcome, ==, QP_RULE_FAILS);
  g_assert_cmpint (find (verdicts, "LOC-SZ-02")->outcome, ==, QP_RULE_ASIDE);
  g_assert_cmpint (find (verdicts, "LOC-SZ-07")->outcome, ==, QP_RULE_FAILS);
  g_assert_cmpint (find (verdicts, "LOC-SZ12-01")->outcome, ==, QP_RULE_FAILS);
  g_assert_nonnull (strstr (find (verdicts, "LOC-SZ12-01")->measured, "80"));
  g_assert_cmpint (find (verdicts, "LOC-GZ-01")->outcome, ==, QP_RULE_ASIDE);
  for (guint i = 0; i < 3; i++)
    qp_node_unref (nodes[i]);
  qp_node_unref (plan);
}

/* the same measures tell what stands there: on the plan of which site, and before which windows */
static void
test_neighbours (void)
{
  g_autoptr (QpNode) plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  g_autoptr (QpNode) empty = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  QpNode *nodes[3], *windows = qp_node_new (QP_KIND_RECEPTOR, qp_id_new ());
  QpRuleNeighbour nearest;

  for (guint i = 0; i < 3; i++)
    {
      nodes[i] = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
      set (nodes[i], "cabinet_width_mm", "500");
      set (nodes[i], "cabinet_height_mm", "500");
      set (nodes[i], "columns", "16");
      set (nodes[i], "rows", "9");
      set (nodes[i], "x_m", i == 0 ? "0" : i == 1 ? "30" : "10");
      set (nodes[i], "y_m", i == 0 ? "0" : i == 1 ? "40" : "0");
      set (nodes[i], "facing_deg", i == 2 ? "180" : "0");
    }
  /* 20 m before the second, beside its edge; behind the third */
  set (windows, "outline", "20,60 34,60");
  g_autoptr (QpNodeList) list = qp_node_list_new (nodes, 3);
  qp_node_init_children (plan, list);
  const QpEngineContext context = { .plan = (const QpPlan *) plan };
  qp_rules_find_neighbour (&nearest, (const QpScreen *) nodes[0], &context);
  g_assert_true (nearest.node == nodes[1]);
  g_assert_cmpfloat_with_epsilon (nearest.distance_m, 50, 1e-9);
  qp_rules_find_neighbour (&nearest, (const QpScreen *) nodes[2], &context);
  g_assert_null (nearest.node);
  qp_rules_find_facing (&nearest, (const QpReceptor *) windows, context.plan, NULL);
  g_assert_true (nearest.node == nodes[1]);
  g_assert_cmpfloat_with_epsilon (nearest.distance_m, 20, 1e-9);
  qp_rules_find_facing (&nearest, (const QpReceptor *) windows, (const QpPlan *) empty, NULL);
  g_assert_null (nearest.node);
  qp_rules_find_site (&nearest, &context);
  g_assert_null (nearest.node);
  for (guint i = 0; i < 3; i++)
    qp_node_unref (nodes[i]);
  qp_node_unref (windows);
}

/* a screen around a corner counts for both roads: another one that faces as its left or right face does is too near */
static void
test_spacing_at_a_corner (void)
{
  static const struct
  {
    const char *shape;
    const char *facing;
    QpRuleOutcome outcome;
  } rows[] = { { "corner", "80", QP_RULE_FAILS }, { "corner", "280", QP_RULE_FAILS }, { "corner", "180", QP_RULE_NOT_KNOWN },
               { "flat", "80", QP_RULE_NOT_KNOWN }, { "flat", "0", QP_RULE_FAILS } };
  g_autoptr (GPtrArray) sets = load ();

  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      g_autoptr (QpNode) site = qp_node_new (QP_KIND_SITE, qp_id_new ());
      g_autoptr (QpNode) plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
      QpNode *nodes[2] = { qp_node_new (QP_KIND_SCREEN, qp_id_new ()), qp_node_new (QP_KIND_SCREEN, qp_id_new ()) };
      set (site, "city", "深圳市");
      set (site, "road_width_m", "50");
      for (guint i = 0; i < 2; i++)
        {
          set (nodes[i], "environment", "outdoor");
          set (nodes[i], "cabinet_width_mm", "640");
          set (nodes[i], "cabinet_height_mm", "640");
          set (nodes[i], "columns", "30");
          set (nodes[i], "rows", "17");
          set (nodes[i], "x_m", i == 0 ? "0" : "300");
          set (nodes[i], "y_m", "0");
          set (nodes[i], "facing_deg", i == 0 ? "0" : rows[row].facing);
        }
      set (nodes[0], "shape", rows[row].shape);
      set (nodes[0], "face_columns", "15 15");
      g_autoptr (QpNodeList) list = qp_node_list_new (nodes, 2);
      qp_node_init_children (plan, list);
      const QpEngineContext context = { .site = (const QpSite *) site, .plan = (const QpPlan *) plan };
      g_autoptr (GPtrArray) verdicts = qp_rules_judge (sets, (const QpScreen *) nodes[0], &context);
      g_assert_cmpint (find (verdicts, "LOC-SZ-03")->outcome, ==, rows[row].outcome);
      qp_node_unref (nodes[0]);
      qp_node_unref (nodes[1]);
    }
}

/* a rule of a city's own that can't work is told */
static void
test_own_file (void)
{
  static const char text[] = "<rules xmlns=\"urn:qianping:rules\" format=\"1.2\" id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\">"
                             "<rule id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf7\" key=\"A\" quantity=\"hours\" demand=\"within\" threshold=\"all day\""
                             " when=\"road wide\"/><rule id=\"f81d4fae-7dec-11d0-a765-00a0c91e6bf8\" key=\"B\" source=\"x\"/></rules>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QpNode) rule_set = qp_rule_set_read (bytes, findings, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  qp_rules_check (rule_set, findings);
  g_assert_cmpuint (qp_findings_length (findings), ==, 4);
}

/* only what is demanded by law, a city plan or a permit is marked from afar, and only when its text was seen */
static void
test_warns (void)
{
  static const struct
  {
    const char *binding;
    const char *status;
    gboolean warns;
  } rows[] = {
    { "mandatory", "confirmed", TRUE },  { "plan", "reprint", TRUE },        { "permit", "confirmed", TRUE },
    { "mandatory", "press", FALSE },     { "mandatory", "not_found", FALSE }, { "design_code", "confirmed", FALSE },
    { "standard", "confirmed", FALSE },  { "recommended", "confirmed", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (QpNode) rule = qp_node_new (QP_KIND_RULE, qp_id_new ());
      set (rule, "binding", rows[i].binding);
      set (rule, "status", rows[i].status);
      g_assert_cmpint (qp_rule_warns ((const QpRule *) rule), ==, rows[i].warns);
    }
  g_autoptr (QpNode) bare = qp_node_new (QP_KIND_RULE, qp_id_new ());
  g_assert_false (qp_rule_warns ((const QpRule *) bare));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/each", test_each);
  g_test_add_func ("/rules/warns", test_warns);
  g_test_add_func ("/rules/canonical", test_canonical);
  g_test_add_func ("/rules/on-a-plan", test_on_a_plan);
  g_test_add_func ("/rules/neighbours", test_neighbours);
  g_test_add_func ("/rules/spacing-at-a-corner", test_spacing_at_a_corner);
  g_test_add_func ("/rules/own-file", test_own_file);
  return g_test_run ();
}
