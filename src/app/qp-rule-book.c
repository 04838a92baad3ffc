/* qp-rule-book.c: the rules and conflicts that the program judges by, those of the user among them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-rule-book.h"

#include "catalogue/qp-rule-sets.h"

static void
list_rules (QpRuleBook *self)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      QpNodeIter iter;
      qp_node_iter_init (&iter, ((const QpNode *) g_ptr_array_index (self->sets, i))->children);
      for (QpNode *rule; (rule = qp_node_iter_next_of (&iter, QP_KIND_RULE)) != NULL;)
        {
          g_ptr_array_add (self->rules, rule);
          g_array_append_val (self->set_of, i);
        }
    }
}

/**
 * qp_rule_book_load:
 * @findings: (nullable): what is wrong with the user's own files
 *
 * Returns: (transfer full): the built-in rules with those of the user's data folder
 */
QpRuleBook *
qp_rule_book_load (QpFindings *findings)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = qp_rule_sets_user_folder ();
  QpRuleBook *self = g_new0 (QpRuleBook, 1);

  g_atomic_ref_count_init (&self->refs);
  self->sets = qp_rule_sets_load_builtin (NULL, &error);
  self->conflicts = error == NULL ? qp_conflict_list_load (&error) : NULL;
  if (error != NULL) /* they are part of the program */
    g_error ("built-in rules: %s", error->message);
  qp_rule_sets_add_folder (self->sets, folder, findings);
  self->rules = g_ptr_array_new ();
  self->set_of = g_array_new (FALSE, FALSE, sizeof (guint));
  list_rules (self);
  return self;
}

/* read when they are first asked for: a start without a look at rules does not need them */
static QpRuleBook *shared;

/**
 * qp_rule_book_default:
 *
 * Returns: (transfer full): the rules that all windows judge by
 */
QpRuleBook *
qp_rule_book_default (void)
{
  if (shared == NULL)
    shared = qp_rule_book_load (NULL);
  return qp_rule_book_ref (shared);
}

/**
 * qp_rule_book_reload:
 *
 * Reads the user's own rules anew; those who hold the old ones ask again.
 */
void
qp_rule_book_reload (void)
{
  g_clear_pointer (&shared, qp_rule_book_unref);
}

/**
 * qp_rule_book_ref:
 * @self: rules
 *
 * Returns: (transfer full): @self
 */
QpRuleBook *
qp_rule_book_ref (QpRuleBook *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * qp_rule_book_unref:
 * @self: (transfer full): rules
 */
void
qp_rule_book_unref (QpRuleBook *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->sets);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->rules);
  g_array_unref (self->set_of);
  g_free (self);
}

/**
 * qp_rule_book_rule:
 * @self: rules
 * @index: number of a rule
 *
 * Returns: (transfer none): the rule
 */
const QpRule *
qp_rule_book_rule (const QpRuleBook *self, guint index)
{
  return g_ptr_array_index (self->rules, index);
}

/**
 * qp_rule_book_set:
 * @self: rules
 * @index: number of a rule
 *
 * Returns: (transfer none): the set that it is one of
 */
const QpRules *
qp_rule_book_set (const QpRuleBook *self, guint index)
{
  return g_ptr_array_index (self->sets, g_array_index (self->set_of, guint, index));
}
