/* qp-verdict-work.h: screens judged by the rules in a thread
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-rule-book.h"
#include "engine/qp-rules.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of each screen only numbers are kept: with words ten thousand screens would fill the memory. */
typedef struct
{
  QpId id;
  QpNode *screen; /* as it was judged; held, so that its address can't be given to another one meanwhile */
  guint generation;
  guint n_binding;
  guint n_warning;
  guint n_open;
  guint n_rules;
  guint8 outcomes[];
} QpVerdictEntry;

void qp_verdict_entry_free (gpointer entry);

typedef struct
{
  QpNode *screen;
  const QpSite *site;
  const QpPlan *plan;
} QpVerdictItem;

typedef struct
{
  QpNode *root;
  QpCatalogue *catalogue;
  QpRuleBook *book;
  GArray *items; /* QpVerdictItem, plan by plan; what they point to is held by @root */
  guint generation;
  gboolean more;
} QpVerdictWork;

void qp_verdict_work_free (gpointer work);
void qp_verdict_work_run (GTask *task, gpointer source, gpointer work, GCancellable *cancellable);

G_END_DECLS
