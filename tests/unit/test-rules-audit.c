/* test-rules-audit.c: each row of the table of rules that was collected is shipped as it was found, or left out for a reason
 *
 * tests/data/programme_rules.csv is what was collected, tests/data/rules_left_out.csv what is not shipped and why.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../oracles/csv-table.h"
#include "catalogue/qp-rule-sets.h"
#include "engine/qp-rules.h"

#include <string.h>

static GHashTable *
shipped_rules (GPtrArray *sets)
{
  GHashTable *rules = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sets->len; i++)
    {
      QpNodeIter iter;
      qp_node_iter_init (&iter, ((const QpNode *) g_ptr_array_index (sets, i))->children);
      for (QpNode *rule; (rule = qp_node_iter_next_of (&iter, QP_KIND_RULE)) != NULL;)
        g_assert_true (g_hash_table_insert (rules, ((QpRule *) rule)->key, rule)); /* no key twice */
    }
  return rules;
}

static GHashTable *
left_out (const CsvTable *table)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < csv_table_n_rows (table); i++)
    {
      g_assert_cmpuint (strlen (csv_table_get (table, i, "reason")), >, 10);
      g_hash_table_insert (ids, (gpointer) csv_table_get (table, i, "id"), NULL);
    }
  return ids;
}

static gboolean
is_among (const char *word, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static void
check_scope (const CsvTable *table, guint row, const QpRule *rule)
{
  const char *environment = csv_table_get (table, row, "scope_environment");
  const char *project = csv_table_get (table, row, "scope_project");
  const gboolean any = strcmp (environment, "any") == 0;

  /* acceptance grades of IP codes and luminance name their environment in the quantity */
  if (!any)
    g_assert_cmpstr (rule->environment == QP_UNSET ? NULL : qp_values_environment[rule->environment].key, ==, environment);
  const gboolean is_new = strcmp (project, "new") == 0 || strstr (csv_table_get (table, row, "quantity"), "new_building") != NULL;
  g_assert_cmpstr (rule->project_kind == QP_UNSET ? NULL : qp_values_project_kind[rule->project_kind].key, ==,
                   is_new ? "new_build" : NULL);
  g_assert_cmpint (g_str_has_prefix (rule->key, "LOC-") || strcmp (rule->key, "DB11-AVS3") == 0, ==, rule->place != NULL);
}

static void
check_demand (const CsvTable *table, guint row, const QpRule *rule)
{
  static const struct
  {
    const char *sign;
    const char *demands;
  } ways[] = { { ">=", "at_least told" },  { "<=", "at_most told" },       { ">", "above" },
               { "<", "told" },            { "=", "equals at_least forbidden told" }, { "in", "one_of none_of told" },
               { "within", "within" },     { "required", "required" },     { "forbidden", "forbidden none_of" },
               { "avoid", "forbidden" },   { "covers", "covers" },         { "supports", "one_of" },
               { "prefer", "at_least" },   { "grade", "at_most at_least" } };
  const char *sign = csv_table_get (table, row, "operator");
  const char *threshold = csv_table_get (table, row, "threshold");
  const char *demand = qp_values_demand[rule->demand].key;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strcmp (ways[i].sign, sign) == 0)
      g_assert_true (is_among (demand, ways[i].demands));
  if (*threshold == '\0' || g_ascii_isdigit (*threshold))
    {
      const char *wanted = *threshold == '\0' || strcmp (sign, "required") == 0 ? NULL : threshold;
      if (rule->demand != QP_DEMAND_TOLD)
        g_assert_cmpstr (rule->threshold, ==, strstr (threshold, " or ") != NULL ? "07:00-23:00" : wanted);
    }
}

static void
check_source (const CsvTable *table, guint row, const QpRule *rule)
{
  static const struct
  {
    const char *words;
    QpRuleStatus status;
  } ways[] = { { "NUMBER INFERRED", QP_RULE_PARTLY }, { "number inferred", QP_RULE_PARTLY }, { "OCR-DAMAGED", QP_RULE_DAMAGED },
               { "PARTLY SEEN", QP_RULE_PARTLY },     { "NOT ", QP_RULE_NOT_FOUND },         { "NUMBERS NOT SEEN", QP_RULE_NOT_FOUND },
               { "TABLE IS AN IMAGE", QP_RULE_NOT_FOUND }, { "(press)", QP_RULE_PRESS },     { "(mirror)", QP_RULE_REPRINT },
               { "(trade", QP_RULE_REPRINT },         { "(transcription)", QP_RULE_REPRINT }, { "(contents", QP_RULE_REPRINT },
               { "secondary", QP_RULE_SECONDARY },    { "confirmed", QP_RULE_CONFIRMED } };
  const char *status = csv_table_get (table, row, "status"), *date = csv_table_get (table, row, "source_date");
  const char *url = csv_table_get (table, row, "source_url");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (strstr (status, ways[i].words) != NULL)
      {
        g_assert_cmpint (rule->status, ==, ways[i].status);
        break;
      }
  g_assert_cmpstr (rule->source, ==, csv_table_get (table, row, "source_document"));
  g_assert_cmpstr (rule->url, ==, g_str_has_prefix (url, "http") ? url : NULL);
  if (strlen (date) >= 4 && g_ascii_isdigit (*date))
    g_assert_cmpstr (rule->source_date, ==, date);
  else if (rule->status != QP_RULE_NOT_FOUND)
    g_assert_nonnull (strstr (rule->note, "not dated"));
}

static void
test_rows (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsvTable) table = csv_table_read (TEST_DATA_DIR "/programme_rules.csv");
  g_autoptr (CsvTable) out_table = csv_table_read (TEST_DATA_DIR "/rules_left_out.csv");
  g_autoptr (GPtrArray) sets = qp_rule_sets_load_builtin (NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GHashTable) rules = shipped_rules (sets);
  g_autoptr (GHashTable) out = left_out (out_table);

  for (guint row = 0; row < csv_table_n_rows (table); row++)
    {
      const char *id = csv_table_get (table, row, "id");
      const QpRule *rule = g_hash_table_lookup (rules, id);
      g_test_message ("%s", id);
      g_assert_cmpint (rule != NULL, !=, g_hash_table_contains (out, id)); /* one of both */
      g_hash_table_remove (out, id);
      if (rule == NULL)
        continue;
      check_scope (table, row, rule);
      check_demand (table, row, rule);
      check_source (table, row, rule);
      g_hash_table_remove (rules, id);
    }
  g_assert_cmpuint (g_hash_table_size (out), ==, 0); /* nothing is left out that was never there */
  /* what remains are parts of rows, named after them, and the tables of night luminance and of light at windows */
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, rules);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const gsize n = strlen (key);
      g_test_message ("%s", (const char *) key);
      g_assert_true (g_str_has_prefix (key, "NIGHT-") || g_str_has_prefix (key, "WINDOW-") || (((const char *) key)[n - 2] == '-' && g_ascii_islower (((const char *) key)[n - 1])));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules-audit/rows", test_rows);
  return g_test_run ();
}
