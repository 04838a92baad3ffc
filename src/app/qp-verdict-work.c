/* qp-verdict-work.c: screens judged by the rules in a thread
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-verdict-work.h"

#include "engine/qp-conflicts.h"

/**
 * qp_verdict_entry_free:
 * @entry: a #QpVerdictEntry
 */
void
qp_verdict_entry_free (gpointer entry)
{
  QpVerdictEntry *self = entry;

  qp_node_unref (self->screen);
  g_free (self);
}

/**
 * qp_verdict_work_free:
 * @work: a #QpVerdictWork
 */
void
qp_verdict_work_free (gpointer work)
{
  QpVerdictWork *self = work;

  g_array_unref (self->items);
  qp_node_unref (self->root);
  qp_catalogue_unref (self->catalogue);
  qp_rule_book_unref (self->book);
  g_free (self);
}

static QpVerdictEntry *
judge_one (const QpVerdictWork *work, const QpVerdictItem *item, QpRulesLight *light)
{
  QpEngineContext context = { .project = (const QpProject *) work->root, .site = item->site, .plan = item->plan, .catalogue = work->catalogue };
  const QpScreen *screen = (const QpScreen *) item->screen;
  qp_rules_light_add (light, &context);
  g_autoptr (GPtrArray) verdicts = qp_rules_judge (work->book->sets, screen, &context);
  g_autoptr (GPtrArray) cases = qp_conflicts_find (work->book->conflicts, verdicts, screen, &context);
  QpVerdictEntry *entry = g_malloc0 (sizeof (QpVerdictEntry) + verdicts->len);

  entry->id = item->screen->id;
  entry->screen = qp_node_ref (item->screen);
  entry->generation = work->generation;
  entry->n_rules = verdicts->len;
  for (guint i = 0; i < verdicts->len; i++)
    {
      const QpRuleVerdict *verdict = g_ptr_array_index (verdicts, i);
      entry->outcomes[i] = (guint8) verdict->outcome;
      entry->n_binding += verdict->outcome == QP_RULE_FAILS && qp_rule_binds (verdict->rule);
      entry->n_warning += verdict->outcome == QP_RULE_FAILS && qp_rule_warns (verdict->rule);
    }
  for (guint i = 0; i < cases->len; i++)
    entry->n_open += ((const QpConflictCase *) g_ptr_array_index (cases, i))->state == QP_CONFLICT_OPEN;
  return entry;
}

/**
 * qp_verdict_work_run:
 * @task: task that is given the entries
 * @source: of no use
 * @work: a #QpVerdictWork
 * @cancellable: (nullable): ends it early
 *
 * Judges the screens one after the other, for g_task_run_in_thread().
 */
void
qp_verdict_work_run (GTask *task, gpointer source, gpointer work, GCancellable *cancellable)
{
  const QpVerdictWork *self = work;
  GPtrArray *entries = g_ptr_array_new_with_free_func (qp_verdict_entry_free);
  g_auto (QpRulesLight) light = { NULL };

  for (guint i = 0; i < self->items->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (entries, judge_one (self, &g_array_index (self->items, QpVerdictItem, i), &light));
  g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
}
