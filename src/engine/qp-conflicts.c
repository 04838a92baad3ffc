/* qp-conflicts.c: which colliding demands meet on a screen, and the way out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-conflicts.h"

#include "base/qp-number.h"
#include "engine/qp-rule-conditions.h"

#include <math.h>
#include <string.h>

/**
 * qp_conflict_state_label:
 * @state: a state
 *
 * Returns: (transfer none): its translated name
 */
const char *
qp_conflict_state_label (QpConflictState state)
{
  static const char *const labels[QP_N_CONFLICT_STATES] = {
    [QP_CONFLICT_OPEN] = N_ ("open"),
    [QP_CONFLICT_NOT_KNOWN] = N_ ("not known"),
    [QP_CONFLICT_SOLVED] = N_ ("solved"),
  };

  return _ (labels[state]);
}

/**
 * qp_conflict_name:
 * @conflict: a conflict
 *
 * Returns: (transfer none): its name, the local one where the program speaks Chinese
 */
const char *
qp_conflict_name (const QpConflict *conflict)
{
  return qp_in_rule_language (conflict->name, conflict->local_name);
}

/**
 * qp_conflict_case_free:
 * @self: (transfer full): a conflict that a screen is in
 */
void
qp_conflict_case_free (QpConflictCase *self)
{
  g_free (self->first);
  g_free (self->second);
  g_free (self->way_out);
  g_free (self);
}

static gboolean
is_listed (const char *key, const char *patterns)
{
  g_auto (GStrv) list = g_strsplit (patterns, "|", -1);

  for (guint i = 0; key != NULL && list[i] != NULL; i++)
    if (g_str_has_suffix (list[i], "*") ? strncmp (key, list[i], strlen (list[i]) - 1) == 0 : strcmp (key, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "5 000 cd/m²", "17", "2 fields": what the screen has of a quantity */
static char *
measure_text (const QpRuleCase *screen, const char *quantity)
{
  const int result = qp_quantity_index (quantity);
  g_auto (QpMeasure) measure = { NAN, NAN, NULL };

  qp_rule_measure (screen, quantity, &measure);
  if (measure.word != NULL)
    return qp_rule_words_label (measure.word);
  if (isnan (measure.number))
    return g_strdup (_ ("not known"));
  return result >= 0 ? qp_quantity_format ((guint) result, measure.number) : qp_number_display_shortest (measure.number);
}

/* the strictest of its rules that holds for the screen and has a threshold; else any that holds */
static const QpRuleVerdict *
speaker_of (const QpConflictSide *side, const GPtrArray *verdicts)
{
  const QpRuleVerdict *found = NULL;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const QpRuleVerdict *it = g_ptr_array_index (verdicts, i);
      if (!it->holds || !is_listed (it->rule->key, side->rules))
        continue;
      const gboolean fails = it->outcome == QP_RULE_FAILS && found != NULL && found->outcome != QP_RULE_FAILS;
      if (found == NULL || fails)
        found = it;
    }
  return found;
}

/* "Sound, LOC-SY-02: none of loudspeaker; here: both"; NULL when the side does not speak of the screen */
static char *
side_text (const QpConflictSide *side, const GPtrArray *verdicts, const QpRuleCase *screen, gboolean *open, gboolean *unknown)
{
  const char *words = qp_in_rule_language (side->words, side->local_words);

  if (side->rules == NULL)
    {
      g_auto (QpMeasure) measure = { NAN, NAN, NULL };
      qp_rule_measure (screen, side->quantity, &measure);
      g_autofree char *value = measure_text (screen, side->quantity);
      return qp_measure_is_known (&measure) ? g_strdup_printf ("%s: %s", words, value) : NULL;
    }
  const QpRuleVerdict *it = speaker_of (side, verdicts);
  if (it == NULL)
    return NULL;
  *open = *open || it->outcome == QP_RULE_FAILS;
  *unknown = *unknown || it->outcome == QP_RULE_NOT_KNOWN;
  return g_strdup_printf ("%s (%s): %s%s; %s: %s", words, it->rule->key, it->required, it->sure ? "" : " (?)", _ ("here"),
                          it->measured != NULL ? it->measured : _ ("not known"));
}

/* "{width_m}" in words becomes what the screen has */
static char *
fill_in (const char *words, const QpRuleCase *screen)
{
  GString *out = g_string_new (NULL);

  for (const char *at = words; *at != '\0';)
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      if (end == NULL)
        {
          g_string_append_c (out, *at++);
          continue;
        }
      g_autofree char *quantity = g_strndup (at + 1, (gsize) (end - at - 1));
      g_autofree char *value = measure_text (screen, quantity);
      g_string_append (out, value);
      at = end + 1;
    }
  return g_string_free (out, FALSE);
}

static QpConflictState
state_of (const QpConflict *conflict, const QpRuleCase *screen, gboolean open, gboolean unknown)
{
  g_autofree char *remark = NULL;

  if (conflict->solved != NULL)
    return qp_conditions_judge (conflict->solved, screen, &remark) == QP_WHEN_HOLDS ? QP_CONFLICT_SOLVED : QP_CONFLICT_OPEN;
  return open ? QP_CONFLICT_OPEN : unknown ? QP_CONFLICT_NOT_KNOWN : QP_CONFLICT_SOLVED;
}

static QpConflictCase *
find_case (const QpConflict *conflict, const GPtrArray *verdicts, const QpRuleCase *screen)
{
  gboolean open = FALSE, unknown = FALSE;
  g_autofree char *remark = NULL;
  g_autofree char *first = side_text (&conflict->sides[0], verdicts, screen, &open, &unknown);
  g_autofree char *second = first == NULL ? NULL : side_text (&conflict->sides[1], verdicts, screen, &open, &unknown);

  if (second == NULL || qp_conditions_judge (conflict->when, screen, &remark) != QP_WHEN_HOLDS)
    return NULL;
  QpConflictCase *self = g_new0 (QpConflictCase, 1);
  self->conflict = conflict;
  self->state = state_of (conflict, screen, open, unknown);
  self->first = g_steal_pointer (&first);
  self->second = g_steal_pointer (&second);
  self->way_out = fill_in (qp_in_rule_language (conflict->way_out, conflict->local_way_out), screen);
  return self;
}

/**
 * qp_conflicts_find:
 * @conflicts: (element-type QpConflict): conflicts, which must outlive the cases
 * @verdicts: (element-type QpRuleVerdict): how @screen stands to every rule, see qp_rules_judge()
 * @screen: a screen
 * @context: its surroundings
 *
 * Returns: (transfer full) (element-type QpConflictCase): the conflicts that @screen is in, in their order
 */
GPtrArray *
qp_conflicts_find (GPtrArray *conflicts, GPtrArray *verdicts, const QpScreen *screen, const QpEngineContext *context)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_conflict_case_free);
  g_auto (QpRuleCase) one = { 0 };

  qp_rule_case_init (&one, screen, context);
  for (guint i = 0; i < conflicts->len; i++)
    {
      QpConflictCase *found = find_case (g_ptr_array_index (conflicts, i), verdicts, &one);
      if (found != NULL)
        g_ptr_array_add (cases, found);
    }
  return cases;
}
