/* qp-rule-book.h: the rules and conflicts that the program judges by, those of the user among them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-finding.h"
#include "catalogue/qp-conflict-list.h"
#include "model/qp-kinds.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QpRuleBook:
 * @sets: (element-type QpNode): the sets of rules
 * @conflicts: (element-type QpConflict): demands that collide
 * @rules: (element-type QpRule): all rules of all sets, in their order
 * @set_of: (element-type guint): for each of @rules, the number of its set
 *
 * Never changed; another one takes its place.
 */
typedef struct
{
  gatomicrefcount refs;
  GPtrArray *sets;
  GPtrArray *conflicts;
  GPtrArray *rules;
  GArray *set_of;
} QpRuleBook;

QpRuleBook *qp_rule_book_load (QpFindings *findings);
QpRuleBook *qp_rule_book_default (void);
void qp_rule_book_reload (void);
QpRuleBook *qp_rule_book_ref (QpRuleBook *self);
void qp_rule_book_unref (QpRuleBook *self);
const QpRule *qp_rule_book_rule (const QpRuleBook *self, guint index);
const QpRules *qp_rule_book_set (const QpRuleBook *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpRuleBook, qp_rule_book_unref)

G_END_DECLS
