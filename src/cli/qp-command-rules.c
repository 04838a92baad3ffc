/* qp-command-rules.c: which rules the screens of a project meet
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "catalogue/qp-rule-sets.h"
#include "cli/qp-cli.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"
#include "engine/qp-conflicts.h"
#include "engine/qp-rules.h"

#include <string.h>

typedef struct
{
  GPtrArray *sets;
  GPtrArray *conflicts;
  QpJson *json; /* NULL: print text */
  const QpNode *only;
  gboolean all;
  QpRulesLight light;
  guint failed;
} Rules;

static const char *
outcome_key (QpRuleOutcome outcome)
{
  static const char *const keys[QP_N_RULE_OUTCOMES] = {
    [QP_RULE_MEETS] = "meets",          [QP_RULE_FAILS] = "fails", [QP_RULE_NOT_KNOWN] = "not_known",
    [QP_RULE_ASIDE] = "does_not_apply", [QP_RULE_TOLD] = "told",
  };

  return keys[outcome];
}

static void
write_verdict (QpJson *json, const QpRuleVerdict *verdict)
{
  const QpRule *rule = verdict->rule;

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "set", verdict->set->key);
  qp_json_string (json, "rule", rule->key);
  qp_json_string (json, "name", qp_rule_name (rule));
  qp_json_string (json, "quantity", rule->quantity);
  qp_json_string (json, "verdict", outcome_key (verdict->outcome));
  qp_json_string (json, "measured", verdict->measured);
  qp_json_string (json, "required", verdict->required);
  qp_json_string (json, "remark", verdict->remark);
  qp_json_boolean (json, "threshold_confirmed", verdict->sure);
  qp_json_string (json, "binding", rule->binding != QP_UNSET ? qp_values_binding[rule->binding].key : NULL);
  qp_json_string (json, "source", rule->source);
  qp_json_string (json, "source_date", rule->source_date);
  qp_json_end_object (json);
}

static const char *const state_keys[QP_N_CONFLICT_STATES] = {
  [QP_CONFLICT_OPEN] = "open",
  [QP_CONFLICT_NOT_KNOWN] = "not_known",
  [QP_CONFLICT_SOLVED] = "solved",
};

static void
write_conflicts (QpJson *json, const GPtrArray *cases)
{
  qp_json_begin_array (json, "conflicts");
  for (guint i = 0; i < cases->len; i++)
    {
      const QpConflictCase *it = g_ptr_array_index (cases, i);
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "conflict", it->conflict->key);
      qp_json_string (json, "name", qp_conflict_name (it->conflict));
      qp_json_string (json, "state", state_keys[it->state]);
      qp_json_string (json, "first", it->first);
      qp_json_string (json, "second", it->second);
      qp_json_string (json, "way_out", it->way_out);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
}

static void
print_conflicts (const GPtrArray *cases)
{
  if (cases->len > 0)
    g_print ("  %s\n", _ ("Demands that collide"));
  for (guint i = 0; i < cases->len; i++)
    {
      const QpConflictCase *it = g_ptr_array_index (cases, i);
      g_print ("    %s %s: %s\n", it->conflict->key, qp_conflict_name (it->conflict), qp_conflict_state_label (it->state));
      g_print ("      %s\n      %s\n      → %s\n", it->first, it->second, it->way_out);
    }
}

static void
count_outcomes (const GPtrArray *verdicts, guint counts[QP_N_RULE_OUTCOMES])
{
  memset (counts, 0, sizeof (guint) * QP_N_RULE_OUTCOMES);
  for (guint i = 0; i < verdicts->len; i++)
    counts[((const QpRuleVerdict *) g_ptr_array_index (verdicts, i))->outcome]++;
}

static void
write_screen (const Rules *self, const QpScreen *screen, const GPtrArray *verdicts, const GPtrArray *cases)
{
  guint counts[QP_N_RULE_OUTCOMES];

  count_outcomes (verdicts, counts);
  qp_json_begin_object (self->json, NULL);
  qp_json_id (self->json, "id", screen->node.id);
  qp_json_string (self->json, "name", screen->name);
  for (QpRuleOutcome outcome = 0; outcome < QP_N_RULE_OUTCOMES; outcome++)
    qp_json_integer (self->json, outcome_key (outcome), counts[outcome]);
  qp_json_begin_array (self->json, "verdicts");
  for (guint i = 0; i < verdicts->len; i++)
    write_verdict (self->json, g_ptr_array_index (verdicts, i));
  qp_json_end_array (self->json);
  write_conflicts (self->json, cases);
  qp_json_end_object (self->json);
}

static gboolean
is_shown (const Rules *self, const QpRuleVerdict *verdict)
{
  return self->all || (verdict->outcome != QP_RULE_ASIDE && verdict->outcome != QP_RULE_TOLD);
}

static void
print_set (const Rules *self, const QpRules *set, const GPtrArray *verdicts)
{
  g_autoptr (QpTable) table = qp_table_new (6, "llllll");
  gboolean any = FALSE;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const QpRuleVerdict *verdict = g_ptr_array_index (verdicts, i);
      if (verdict->set != set || !is_shown (self, verdict))
        continue;
      any = TRUE;
      g_autofree char *required = verdict->sure ? g_strdup (verdict->required) : g_strconcat (verdict->required, " (?)", NULL);
      qp_table_add (table, qp_rule_outcome_label (verdict->outcome), verdict->rule->key, qp_rule_name (verdict->rule),
                    verdict->measured != NULL ? verdict->measured : _ ("not known"), required,
                    verdict->remark != NULL ? verdict->remark : "", NULL);
    }
  if (!any)
    return;
  g_print ("  %s\n", qp_rules_title (set));
  qp_table_print (table, 4);
}

static void
print_screen (const Rules *self, const QpScreen *screen, const GPtrArray *verdicts, const GPtrArray *cases)
{
  guint counts[QP_N_RULE_OUTCOMES];
  g_autofree char *name = qp_node_display_name (&screen->node);

  count_outcomes (verdicts, counts);
  g_print (_ ("%s: meets %u, fails %u, not known %u, does not apply %u\n"), name, counts[QP_RULE_MEETS],
           counts[QP_RULE_FAILS], counts[QP_RULE_NOT_KNOWN], counts[QP_RULE_ASIDE]);
  for (guint i = 0; i < self->sets->len; i++)
    print_set (self, g_ptr_array_index (self->sets, i), verdicts);
  print_conflicts (cases);
  g_print ("\n");
}

static void
visit_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  Rules *self = data;

  if (self->only != NULL && self->only != &screen->node)
    return;
  QpEngineContext lit = *context;
  qp_rules_light_add (&self->light, &lit);
  g_autoptr (GPtrArray) verdicts = qp_rules_judge (self->sets, screen, &lit);
  g_autoptr (GPtrArray) cases = qp_conflicts_find (self->conflicts, verdicts, screen, &lit);
  for (guint i = 0; i < verdicts->len; i++)
    self->failed += ((const QpRuleVerdict *) g_ptr_array_index (verdicts, i))->outcome == QP_RULE_FAILS;
  if (self->json != NULL)
    write_screen (self, screen, verdicts, cases);
  else
    print_screen (self, screen, verdicts, cases);
}

/* a rule file of one's own, checked before anything is judged by it */
static gboolean
add_file (GPtrArray *sets, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GBytes) bytes = qp_cli_read_bytes (path, &error);
  QpNode *set = bytes == NULL ? NULL : qp_rule_set_read (bytes, findings, &error);

  if (set == NULL)
    {
      qp_cli_tell_unreadable (path, error);
      return FALSE;
    }
  qp_rules_check (set, findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    qp_cli_print_finding (stderr, path, qp_findings_get (findings, i));
  g_ptr_array_add (sets, set);
  return TRUE;
}

static gboolean
add_files (GPtrArray *sets, char **files)
{
  for (char **file = files; file != NULL && *file != NULL; file++)
    if (!add_file (sets, *file))
      return FALSE;
  return TRUE;
}

static gboolean
keep_set (GPtrArray *sets, const char *key)
{
  for (guint i = sets->len; i-- > 0;)
    if (g_strcmp0 (((const QpRules *) g_ptr_array_index (sets, i))->key, key) != 0)
      g_ptr_array_remove_index (sets, i);
  if (sets->len == 0)
    qp_cli_message (_ ("There is no set of rules with the key “%s”."), key);
  return sets->len > 0;
}

static QpExit
judge (Rules *self, const QpNode *project, const QpCatalogue *catalogue)
{
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };

  if (self->json != NULL)
    {
      qp_json_begin_object (self->json, NULL);
      qp_json_begin_array (self->json, "screens");
    }
  qp_cli_each_screen (project, &context, visit_screen, self);
  qp_rules_light_clear (&self->light);
  if (self->json != NULL)
    {
      qp_json_end_array (self->json);
      qp_json_end_object (self->json);
      qp_json_print (self->json);
    }
  return self->failed > 0 ? QP_EXIT_NO : QP_EXIT_FINE;
}

static QpExit
run_rules (const QpCommand *self, char **argv)
{
  gboolean as_json = FALSE, all = FALSE;
  g_autofree char *wanted = NULL, *key = NULL;
  g_auto (GStrv) files = NULL, older = NULL;
  const GOptionEntry entries[] = {
    { "screen", 's', 0, G_OPTION_ARG_STRING, &wanted, N_ ("Only this screen, by id or name"), N_ ("ID") },
    { "set", 0, 0, G_OPTION_ARG_STRING, &key, N_ ("Only the set of rules with this key"), N_ ("KEY") },
    { "with", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &files, N_ ("Rules of one’s own besides; may be given several times"), N_ ("FILE") },
    { "rules", 'r', G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME_ARRAY, &older, NULL, NULL }, /* its name up to version 0.3 */
    { "all", 'a', 0, G_OPTION_ARG_NONE, &all, N_ ("Also rules that do not apply or can’t be judged"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1))
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (argv[1]);
  g_autoptr (GPtrArray) sets = qp_rule_sets_load_builtin (NULL, &error);
  g_autoptr (GPtrArray) conflicts = qp_conflict_list_load (NULL);
  if (project == NULL || sets == NULL || conflicts == NULL)
    return QP_EXIT_FAILED;
  if (!add_files (sets, files) || !add_files (sets, older))
    return QP_EXIT_FAILED;
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (project);
  const QpNode *only = wanted != NULL ? qp_cli_find_node (project, QP_KIND_SCREEN, wanted) : NULL;
  if (catalogue == NULL || (wanted != NULL && only == NULL) || (key != NULL && !keep_set (sets, key)))
    return QP_EXIT_FAILED;
  g_autoptr (QpJson) json = as_json ? qp_json_new () : NULL;
  Rules rules = { .sets = sets, .conflicts = conflicts, .json = json, .only = only, .all = all };
  return judge (&rules, project, catalogue);
}

const QpCommand qp_command_rules = {
  .name = "rules",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Hold the screens of a project against standards and city rules"),
  .details = N_ ("Each verdict says what was measured, what is required, and what is missing or would do. A threshold whose source was\n"
                 "not seen in full is marked with (?).\n"
                 "Exit status: 0 no rule fails; 1 a rule fails; 2 a file can’t be read."),
  .run = run_rules,
};
