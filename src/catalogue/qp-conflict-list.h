/* qp-conflict-list.h: demands that collide, by name, with a way out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpConflictSide:
 * @rules: (nullable): keys of rules, parted by `|`; `*` at the end stands for any ending
 * @quantity: (nullable): or a quantity that is known
 * @words: what it is
 * @local_words: (nullable): the same in Chinese
 *
 * One of the two demands.
 */
typedef struct
{
  char *rules;
  char *quantity;
  char *words;
  char *local_words;
} QpConflictSide;

/**
 * QpConflict:
 * @key: its key
 * @name: its name
 * @local_name: (nullable): the same in Chinese
 * @when: (nullable): what narrows it, as in rules
 * @solved: (nullable): how one sees that the way out was taken; %NULL when it is by the rules of both sides being met
 * @way_out: what to do, with quantities in braces
 * @local_way_out: (nullable): the same in Chinese
 * @sides: the two demands
 * @n_sides: how many were read; 2
 *
 * Two demands that collide.
 */
typedef struct
{
  char *key;
  char *name;
  char *local_name;
  char *when;
  char *solved;
  char *way_out;
  char *local_way_out;
  QpConflictSide sides[2];
  guint n_sides;
} QpConflict;

GPtrArray *qp_conflict_list_load (GError **error);
GPtrArray *qp_conflict_list_read (GBytes *bytes, GError **error);

G_END_DECLS
