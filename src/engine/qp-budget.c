/* qp-budget.c: what a project costs: all lines, their sums, and who pays
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-budget-private.h"

#include <math.h>
#include <string.h>

static double
tax_of (const QpBudgetWork *work, const QpBudgetRow *row)
{
  if (row->line != NULL && !isnan (row->line->tax_percent))
    return row->line->tax_percent;
  return row->group <= QP_COST_CONTINGENCY ? work->project->tax_percent : NAN;
}

static QpBudgetGap
gap_of (const QpBudgetRow *row)
{
  if (qp_amount_is_known (&row->amount))
    return QP_GAP_NONE;
  if (row->gap == QP_GAP_CURRENCY)
    return QP_GAP_CURRENCY;
  if (!qp_amount_is_known (&row->price))
    return QP_GAP_PRICE;
  if (row->quantity == QP_NO_AMOUNT)
    return row->per == QP_PRICE_PER_PERCENT ? QP_GAP_BASE : QP_GAP_QUANTITY;
  return QP_GAP_SIZE;
}

/* inside the engine: tax, source of funds and marks of a line whose amount is known or not */
void
qp_budget_row_finish (QpBudgetWork *work, QpBudgetRow *row)
{
  row->gap = gap_of (row);
  row->old = row->gap == QP_GAP_NONE && qp_price_is_old (row->date, work->today, work->project->price_age_months);
  row->tax_percent = tax_of (work, row);
  row->tax = QP_AMOUNT_NONE;
  if (row->gap == QP_GAP_NONE && !isnan (row->tax_percent))
    row->tax = (QpAmount){ qp_amount_percent (row->amount.low, row->tax_percent), qp_amount_percent (row->amount.likely, row->tax_percent),
                           qp_amount_percent (row->amount.high, row->tax_percent) };
  if (row->line != NULL && !qp_id_is_none (row->line->funding))
    row->funding = g_hash_table_lookup (work->funding, &row->line->funding);
}

/* --- walking --- */

static gboolean
is_built (const QpScreen *screen)
{
  return screen->status != QP_STATUS_RETIRED;
}

static void
add_plan (QpBudgetWork *work, const QpNode *plan, const QpSite *site)
{
  const QpEngineContext *outer = work->context;
  QpEngineContext context = *outer;
  QpNodeIter iter;

  context.site = site;
  context.plan = (const QpPlan *) plan;
  work->context = &context;
  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *screen; (screen = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    if (is_built ((const QpScreen *) screen))
      qp_budget_add_owner (work, screen, site);
  work->context = outer;
}

static void
add_site (QpBudgetWork *work, const QpNode *site)
{
  g_autoptr (GPtrArray) lines = qp_budget_lines_of (site);
  QpNodeIter iter;

  work->site_lines = lines;
  qp_node_iter_init (&iter, site->children);
  for (const QpNode *plan; (plan = qp_node_iter_next_of (&iter, QP_KIND_PLAN)) != NULL;)
    add_plan (work, plan, (const QpSite *) site);
  qp_budget_add_owner (work, site, (const QpSite *) site);
  work->site_lines = NULL;
}

static void
add_project (QpBudgetWork *work)
{
  const QpNode *project = &work->project->node;
  g_autoptr (GPtrArray) lines = qp_budget_lines_of (project);
  QpNodeIter iter;

  work->project_lines = lines;
  qp_node_iter_init (&iter, project->children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_FUNDING)) != NULL;)
    g_hash_table_insert (work->funding, &node->id, node);
  qp_node_iter_init (&iter, project->children);
  for (const QpNode *site; (site = qp_node_iter_next_of (&iter, QP_KIND_SITE)) != NULL;)
    add_site (work, site);
  qp_budget_add_contents (work, project);
  qp_budget_add_owner (work, project, NULL);
}

/* by group; within it the order of the project stays. The lines stay where they are: a city has hundreds of thousands. */
static void
sort_rows (QpBudget *self)
{
  guint places[QP_N_COST_GROUPS + 1] = { 0 }, taken[QP_N_COST_GROUPS] = { 0 };
  QpBudgetRow *rows = (QpBudgetRow *) (gpointer) self->rows->data;

  for (guint i = 0; i < self->rows->len; i++)
    places[rows[i].group + 1]++;
  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    places[group + 1] += places[group];
  self->order = g_new (guint, MAX (self->rows->len, 1));
  for (guint i = 0; i < self->rows->len; i++)
    {
      self->order[places[rows[i].group] + taken[rows[i].group]] = i;
      rows[i].index = ++taken[rows[i].group];
    }
}

/* --- sums --- */

static void
count_row (QpBudgetSum *sum, const QpBudgetRow *row)
{
  sum->n++;
  sum->missing += row->gap != QP_GAP_NONE;
  qp_amount_add (&sum->amount, &row->amount);
  qp_amount_add (&sum->tax, &row->tax);
}

/* what comes every few years is no cost of every year */
static QpBudgetSum *
whole_of (QpBudget *self, const QpBudgetRow *row)
{
  if (row->group <= QP_COST_CONTINGENCY)
    return &self->first;
  return row->every > 1 ? NULL : row->group == QP_COST_YEARLY ? &self->yearly : &self->income;
}

static void
add_up (QpBudget *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const QpBudgetRow *row = &g_array_index (self->rows, QpBudgetRow, i); /* any order will do */
      QpBudgetSum *whole = whole_of (self, row);
      count_row (&self->groups[row->group], row);
      if (whole != NULL)
        count_row (whole, row);
      self->old += row->old;
      self->tax_missing += row->group <= QP_COST_CONTINGENCY && row->gap == QP_GAP_NONE && !qp_amount_is_known (&row->tax);
    }
}

/**
 * qp_budget_with_tax:
 * @sum: a sum
 *
 * Returns: amount and tax together, of what is known
 */
QpAmount
qp_budget_with_tax (const QpBudgetSum *sum)
{
  QpAmount whole = sum->amount;

  qp_amount_add (&whole, &sum->tax);
  return whole;
}

/**
 * qp_budget_sum_is_known:
 * @sum: a sum
 *
 * Returns: whether anything of it is known; a sum of lines without any amount is not known rather than 0
 */
gboolean
qp_budget_sum_is_known (const QpBudgetSum *sum)
{
  return sum->n == 0 || sum->n > sum->missing;
}

/**
 * qp_budget_per_m2:
 * @self: a budget
 *
 * Returns: likely first cost per m² of screen, before tax, minor units; %QP_NO_AMOUNT without screens, and as long as the display
 *   of one has no price
 */
gint64
qp_budget_per_m2 (const QpBudget *self)
{
  return self->displays < self->screens ? QP_NO_AMOUNT : qp_amount_ratio (self->first.amount.likely, self->area);
}

/**
 * qp_budget_is_partial:
 * @self: a budget
 *
 * Returns: whether something is missing in the first cost, so that its sums say less than what is to be paid
 */
gboolean
qp_budget_is_partial (const QpBudget *self)
{
  return self->first.missing > 0 || self->tax_missing > 0;
}

/**
 * qp_budget_sum_of:
 * @self: a budget
 * @owner: a screen, site or project
 * @sum: (out caller-allocates): first cost of the lines that it owns; of a site with those of its screens
 */
void
qp_budget_sum_of (const QpBudget *self, const QpNode *owner, QpBudgetSum *sum)
{
  memset (sum, 0, sizeof *sum);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const QpBudgetRow *row = qp_budget_row (self, i);
      if (row->group <= QP_COST_CONTINGENCY && (row->owner == owner || (row->site != NULL && &row->site->node == owner)))
        count_row (sum, row);
    }
}

/* --- who pays --- */

static gint64
with_tax (const QpBudgetRow *row)
{
  if (row->group > QP_COST_CONTINGENCY || row->gap != QP_GAP_NONE)
    return 0;
  return qp_amount_plus (row->amount.likely, qp_amount_is_known (&row->tax) ? row->tax.likely : 0);
}

static gint64
named_for (const QpBudget *self, const QpFunding *funding)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (qp_budget_row (self, i)->funding == funding)
      sum = qp_amount_plus (sum, with_tax (qp_budget_row (self, i)));
  return sum;
}

static void
add_share (QpBudget *self, const QpFunding *funding, gint64 amount)
{
  QpBudgetShare share = { funding, amount, FALSE };

  if (funding->cap != QP_UNSET && share.amount > funding->cap)
    share = (QpBudgetShare){ funding, funding->cap, TRUE };
  g_array_append_val (self->shares, share);
}

/* lines that name a source are paid by it; of the rest each source takes its percent; a cap ends it; what is left is open */
static void
share_out (QpBudget *self, const QpNode *project)
{
  const gint64 total = qp_budget_with_tax (&self->first).likely;
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (gint64));
  gint64 rest = named_for (self, NULL), paid = 0;
  QpNodeIter iter;

  qp_node_iter_init (&iter, project->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_FUNDING)) != NULL;)
    {
      const double percent = ((const QpFunding *) node)->percent;
      const double weight = isnan (percent) ? 0 : percent / 100;
      g_array_append_val (weights, weight);
    }
  g_array_set_size (parts, weights->len);
  qp_amount_split (rest, (const double *) weights->data, weights->len, (gint64 *) parts->data);
  qp_node_iter_init (&iter, project->children);
  for (guint i = 0; i < weights->len; i++)
    {
      const QpFunding *funding = (const QpFunding *) qp_node_iter_next_of (&iter, QP_KIND_FUNDING);
      add_share (self, funding, qp_amount_plus (named_for (self, funding), g_array_index (parts, gint64, i)));
      paid = qp_amount_plus (paid, qp_budget_share (self, i)->amount);
    }
  if (total != paid)
    g_array_append_val (self->shares, ((QpBudgetShare){ NULL, qp_amount_plus (total, -paid), FALSE }));
}

/**
 * qp_budget_is_funded:
 * @self: a budget
 *
 * Returns: whether the project names any source of funds
 */
gboolean
qp_budget_is_funded (const QpBudget *self)
{
  return self->shares->len > 0 && qp_budget_share (self, 0)->funding != NULL; /* what nobody pays comes last */
}

/**
 * qp_budget_funded:
 * @self: a budget
 *
 * Returns: what all sources of funds pay together, tax included, minor units
 */
gint64
qp_budget_funded (const QpBudget *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->shares->len; i++)
    if (qp_budget_share (self, i)->funding != NULL)
      sum = qp_amount_plus (sum, qp_budget_share (self, i)->amount);
  return sum;
}

/**
 * qp_budget_new:
 * @root: a project
 * @context: its catalogue
 * @today: (nullable): the day of the budget, "2026-11-28", by which old prices are told
 *
 * Computes the budget of all screens that are not retired: quantities from the drawing, or as cost lines say; prices of cost
 * lines and screens, then of the price books. Content is counted once for each profile, as its screens share it. What is not known
 * stays so, and the sums count how much is missing.
 *
 * Returns: (transfer full): the budget; it borrows from @root and the catalogue
 */
QpBudget *
qp_budget_new (const QpNode *root, const QpEngineContext *context, const char *today)
{
  QpBudget *self = g_new0 (QpBudget, 1);
  QpBudgetWork work = { .budget = self, .project = (const QpProject *) root, .context = context, .today = today };

  self->rows = g_array_new (FALSE, FALSE, sizeof (QpBudgetRow));
  self->shares = g_array_new (FALSE, FALSE, sizeof (QpBudgetShare));
  self->texts = g_string_chunk_new (1024);
  work.funding = g_hash_table_new (qp_id_hash, qp_id_equal_p);
  work.apart = g_hash_table_new (NULL, NULL);
  qp_price_book_init (&work.book, work.project, context->catalogue);
  qp_day_load_init (&self->load, work.project);
  add_project (&work);
  sort_rows (self);
  add_up (self);
  share_out (self, root);
  qp_price_book_clear (&work.book);
  g_hash_table_unref (work.funding);
  g_hash_table_unref (work.apart);
  return self;
}

/**
 * qp_budget_free:
 * @self: (transfer full) (nullable): a budget
 */
void
qp_budget_free (QpBudget *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self->order);
  g_array_unref (self->shares);
  g_string_chunk_free (self->texts);
  g_free (self);
}
