/* qp-report-budget.c: of the report, the tables of the budget: sums by group, line by line, who pays
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-money.h"

#include "base/qp-number.h"

#include <math.h>
#include <string.h>

#define LONG_SOURCE 40 /* bytes */

/* --- amounts that may say less than what is to be paid --- */

/* what keeps a sum from being whole */
typedef struct
{
  guint missing; /* lines without an amount */
  guint untaxed; /* lines with an amount whose tax is not known */
  guint shares;  /* shares of sums in which something is missing */
} Loose;

static gboolean
is_once (guint group)
{
  return group <= QP_COST_CONTINGENCY;
}

/* what comes every few years is no part of the cost of a year */
static gboolean
is_counted (const QpBudgetRow *row)
{
  return is_once (row->group) || row->every <= 1;
}

static gboolean
is_untaxed (const QpBudgetRow *row)
{
  return is_once (row->group) && row->gap == QP_GAP_NONE && !qp_amount_is_known (&row->tax);
}

/* of the groups from one to another */
static Loose
loose_of (const QpBudget *budget, guint from, guint to)
{
  Loose loose = { 0 };

  for (guint i = 0; i < budget->rows->len; i++)
    {
      const QpBudgetRow *row = &g_array_index (budget->rows, QpBudgetRow, i); /* any order will do */
      if (row->group < from || row->group > to || !is_counted (row))
        continue;
      loose.missing += row->gap != QP_GAP_NONE;
      loose.untaxed += is_untaxed (row);
      loose.shares += row->gap == QP_GAP_NONE && row->partial;
    }
  return loose;
}

/* "≥ 1 200.00" where something is missing in it */
static char *
amount_text (gint64 amount, gboolean at_least)
{
  g_autofree char *text = qp_amount_display (amount);

  return at_least && amount != QP_NO_AMOUNT ? g_strconcat ("≥\u2009", text, NULL) : g_steal_pointer (&text);
}

static void
add_count (GString *out, const char *words, guint n)
{
  if (n > 0)
    {
      g_string_append (out, out->len > 0 ? "; " : "");
      g_string_append_printf (out, words, n);
    }
}

static char *
loose_text (const Loose *loose)
{
  GString *out = g_string_new (NULL);

  add_count (out, ngettext ("%u line is missing", "%u lines are missing", loose->missing), loose->missing);
  add_count (out, ngettext ("tax of %u line is not known", "tax of %u lines is not known", loose->untaxed), loose->untaxed);
  if (loose->missing == 0)
    add_count (out, ngettext ("%u line is a share of a partial sum", "%u lines are shares of partial sums", loose->shares), loose->shares);
  return g_string_free (out, FALSE);
}

/* --- sums by group --- */

typedef enum
{
  BEFORE_TAX,
  TAX,
  WITH_TAX,
} Part;

static QpAmount
part_of (const QpBudgetSum *sum, Part part)
{
  return part == TAX ? sum->tax : part == WITH_TAX ? qp_budget_with_tax (sum) : sum->amount;
}

static gboolean
is_at_least (const Loose *loose, Part part)
{
  return loose->missing > 0 || loose->shares > 0 || (part != BEFORE_TAX && loose->untaxed > 0);
}

/* a sum of which nothing is known is not known; tax is not nothing where no line says how much it is */
static gboolean
is_known (const QpBudgetSum *sum, Part part, const Loose *loose)
{
  return sum->n > sum->missing && (part != TAX || sum->n - sum->missing > loose->untaxed);
}

static char *
value_text (const QpBudgetSum *sum, Part part, gint64 amount, const Loose *loose)
{
  return amount_text (is_known (sum, part, loose) ? amount : QP_NO_AMOUNT, is_at_least (loose, part));
}

static char *
part_text (const QpBudgetSum *sum, Part part, const Loose *loose)
{
  return value_text (sum, part, part_of (sum, part).likely, loose);
}

/* the sum of lines, and of how many; a row that is no total ends with what it is with tax. The last total tells what is missing. */
static void
add_sum (QpPageTable *table, const char *label, const QpBudgetSum *sum, Part part, const Loose *loose, gboolean total)
{
  const QpAmount amount = part_of (sum, part);
  g_autofree char *lines = qp_number_display (sum->n, 0), *likely = part_text (sum, part, loose);
  g_autofree char *missing = total && part != WITH_TAX ? g_strdup ("") : loose_text (loose);
  g_autofree char *low = value_text (sum, part, amount.low, loose), *high = value_text (sum, part, amount.high, loose);
  g_autofree char *with_tax = total ? g_strdup ("") : part_text (sum, WITH_TAX, loose);

  if (sum->n == 0)
    return;
  qp_page_table_add (table, label, lines, low, likely, high, with_tax, missing, NULL);
  if (total)
    qp_page_table_make_sum (table);
}

static void
add_per_m2 (QpPageTable *table, const QpBudget *budget, const Loose *loose)
{
  g_autofree char *per_m2 = amount_text (qp_budget_per_m2 (budget), is_at_least (loose, BEFORE_TAX));

  if (budget->screens > 0)
    qp_page_table_add (table, _ ("First cost per m² of screen, before tax"), "", "", per_m2, "", "",
                       budget->displays < budget->screens ? _ ("the display of a screen has no price") : "", NULL);
}

/**
 * qp_report_sums_table:
 * @budget: a budget
 * @currency: its currency
 *
 * Returns: (transfer full): the sums of the groups, of the first cost, of a year, and the first cost per m². "≥" stands before
 *   a sum in which something is missing.
 */
QpPageTable *
qp_report_sums_table (const QpBudget *budget, const char *currency)
{
  QpPageTable *table = qp_page_table_new ("lrrrrrl", currency, _ ("Lines"), _ ("low"), _ ("likely"), _ ("high"),
                                          C_ ("budget", "With tax"), _ ("Remark"), NULL);
  const Loose first = loose_of (budget, 0, QP_COST_CONTINGENCY), yearly = loose_of (budget, QP_COST_YEARLY, QP_COST_YEARLY);
  const Loose income = loose_of (budget, QP_COST_INCOME, QP_COST_INCOME);

  for (guint group = 0; is_once (group); group++)
    {
      const Loose loose = loose_of (budget, group, group);
      add_sum (table, _ (qp_values_cost_group[group].label), &budget->groups[group], BEFORE_TAX, &loose, FALSE);
    }
  add_sum (table, _ ("First cost before tax"), &budget->first, BEFORE_TAX, &first, TRUE);
  add_sum (table, _ ("Tax"), &budget->first, TAX, &first, TRUE);
  add_sum (table, _ ("First cost with tax"), &budget->first, WITH_TAX, &first, TRUE);
  add_per_m2 (table, budget, &first);
  add_sum (table, _ ("Cost of a year"), &budget->yearly, BEFORE_TAX, &yearly, FALSE);
  add_sum (table, _ ("Income of a year"), &budget->income, BEFORE_TAX, &income, FALSE);
  return table;
}

/* --- line by line --- */

static QpPageTable *
lines_new (void)
{
  return qp_page_table_new ("lllrlrrrrrrll", _ ("No."), _ ("Item"), _ ("Specification"), C_ ("budget", "Quantity"), _ ("Unit"), _ ("low"),
                            _ ("likely"), _ ("high"), C_ ("budget", "Amount"), C_ ("rate", "Tax"), C_ ("budget", "With tax"),
                            _ ("Source of funds"), _ ("Origin of the price"), NULL);
}

static char *
tax_text (const QpBudgetRow *row)
{
  if (isnan (row->tax_percent))
    return g_strdup (is_once (row->group) ? _ ("not known") : "");
  g_autofree char *percent = qp_number_display_shortest (row->tax_percent);
  return g_strdup_printf ("%s\u2009%%", percent);
}

/* what is paid every year without a word about tax is paid as it stands */
static char *
with_tax_text (const QpBudgetRow *row)
{
  QpAmount whole = row->amount;

  if (qp_amount_is_known (&row->tax))
    qp_amount_add (&whole, &row->tax);
  return amount_text (whole.likely, row->partial || is_untaxed (row));
}

/* why there is no amount, in as few words as a narrow column has room for */
static char *
gap_text (const QpBudgetRow *row)
{
  switch (row->gap)
    {
    case QP_GAP_QUANTITY:
      return g_strdup (_ ("quantity not known"));
    case QP_GAP_PRICE:
      return g_strdup (_ ("no price"));
    case QP_GAP_CURRENCY:
      return g_strdup_printf (_ ("price in %s only, no dated rate"), row->record->currency);
    case QP_GAP_BASE:
      return g_strdup_printf (_ ("nothing known of the groups %s"), row->quantity_of);
    case QP_GAP_SIZE:
      return g_strdup (_ ("too large to be counted"));
    case QP_GAP_NONE:
    default:
      return NULL;
    }
}

static guint
number_of (GPtrArray *sources, const char *source)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (sources, source, g_str_equal, &index))
    {
      index = sources->len;
      g_ptr_array_add (sources, g_strdup (source));
    }
  return index + 1;
}

/* a long source stands beneath the table, and its number in the lines: many lines have the same */
static char *
origin_text (const QpBudgetRow *row, GPtrArray *sources)
{
  QpBudgetRow numbered = *row;

  if (row->source == NULL || strlen (row->source) <= LONG_SOURCE)
    return qp_budget_row_origin (row);
  g_autofree char *number = g_strdup_printf ("[%u]", number_of (sources, row->source));
  numbered.source = number;
  return qp_budget_row_origin (&numbered);
}

/* where the price is from, or why there is none; and when it is paid where that is not every year */
static char *
remark_text (const QpBudgetRow *row, GPtrArray *sources)
{
  g_autofree char *words = row->gap != QP_GAP_NONE ? gap_text (row) : origin_text (row, sources);

  if (is_counted (row))
    return g_steal_pointer (&words);
  return g_strdup_printf (ngettext ("every %u year, not in the sum; %s", "every %u years, not in the sum; %s", row->every), row->every, words);
}

static void
add_line (QpPageTable *table, const QpBudgetRow *row, GPtrArray *sources)
{
  g_autofree char *number = qp_budget_row_number (row), *owner = qp_node_display_name (row->owner), *counted = qp_budget_row_unit (row);
  const char *unit = row->per == QP_PRICE_PER_PERCENT ? "" : counted; /* of a sum of money; the price says how much of it */
  g_autofree char *quantity = qp_budget_row_quantity (row), *price = qp_budget_row_price (row, row->price.likely);
  g_autofree char *low = row->ranged ? qp_budget_row_price (row, row->price.low) : g_strdup ("");
  g_autofree char *high = row->ranged ? qp_budget_row_price (row, row->price.high) : g_strdup ("");
  g_autofree char *funding = row->funding == NULL ? g_strdup ("") : qp_node_display_name (&row->funding->node);
  g_autofree char *amount = amount_text (row->amount.likely, row->partial), *tax = tax_text (row), *with_tax = with_tax_text (row);
  g_autofree char *remark = remark_text (row, sources), *name = g_strdup_printf ("%s · %s", qp_budget_row_name (row), owner);
  const char *cells[QP_N_BUDGET_COLUMNS]
      = { [QP_BUDGET_NUMBER] = number, [QP_BUDGET_ITEM] = name,   [QP_BUDGET_SPECIFICATION] = row->specification, [QP_BUDGET_QUANTITY] = quantity,
          [QP_BUDGET_UNIT] = unit,     [QP_BUDGET_LOW] = low,     [QP_BUDGET_LIKELY] = price,                     [QP_BUDGET_HIGH] = high,
          [QP_BUDGET_AMOUNT] = amount, [QP_BUDGET_TAX] = tax,     [QP_BUDGET_WITH_TAX] = with_tax,                [QP_BUDGET_FUNDING] = funding,
          [QP_BUDGET_REMARK] = remark };

  qp_page_table_add_texts (table, cells, QP_N_BUDGET_COLUMNS);
  qp_page_table_mark (table, QP_BUDGET_REMARK, row->gap != QP_GAP_NONE ? QP_PAGE_MARK_OPEN : row->old ? QP_PAGE_MARK_NOTE : QP_PAGE_MARK_NONE);
}

/* amounts in the columns that they are sums of; NULL: none in this one */
static void
add_lines_sum (QpPageTable *table, const char *label, const char *amount, const char *with_tax, const char *remark)
{
  qp_page_table_sum (table, "", label, "", "", "", "", "", "", amount != NULL ? amount : "", "", with_tax != NULL ? with_tax : "", "",
                     remark != NULL ? remark : "", NULL);
}

static void
add_group (QpPageTable *table, const QpBudget *budget, guint group, guint *next, GPtrArray *sources)
{
  const QpBudgetSum *sum = is_once (group)             ? &budget->groups[group]
                           : group == QP_COST_YEARLY ? &budget->yearly
                                                     : &budget->income;
  const Loose loose = loose_of (budget, group, group);
  g_autofree char *amount = part_text (sum, BEFORE_TAX, &loose), *with_tax = part_text (sum, WITH_TAX, &loose);
  g_autofree char *missing = loose_text (&loose);

  if (budget->groups[group].n == 0)
    return;
  qp_page_table_group (table, _ (qp_values_cost_group[group].label));
  for (; *next < budget->rows->len && qp_budget_row (budget, *next)->group == group; (*next)++)
    add_line (table, qp_budget_row (budget, *next), sources);
  add_lines_sum (table, _ ("Subtotal"), amount, with_tax, missing);
}

static guint
lines_before (const QpBudget *budget, guint group)
{
  guint n = 0;

  for (guint i = 0; i < group; i++)
    n += budget->groups[i].n;
  return n;
}

/**
 * qp_report_first_cost_table:
 * @budget: a budget
 * @sources: (element-type utf8): long sources of prices so far; those of the lines are added, and lines have their number, from 1
 *
 * Returns: (transfer full): what is paid once, line by line with a sum under each group, and the totals: before tax, tax, with
 *   tax, and per m² of screen
 */
QpPageTable *
qp_report_first_cost_table (const QpBudget *budget, GPtrArray *sources)
{
  QpPageTable *table = lines_new ();
  const QpBudgetSum *first = &budget->first;
  const Loose loose = loose_of (budget, 0, QP_COST_CONTINGENCY);
  g_autofree char *amount = part_text (first, BEFORE_TAX, &loose), *tax = part_text (first, TAX, &loose);
  g_autofree char *with_tax = part_text (first, WITH_TAX, &loose), *missing = loose_text (&loose);
  g_autofree char *per_m2 = amount_text (qp_budget_per_m2 (budget), is_at_least (&loose, BEFORE_TAX));
  guint next = 0;

  for (guint group = 0; is_once (group); group++)
    add_group (table, budget, group, &next, sources);
  if (first->n == 0)
    return table;
  add_lines_sum (table, _ ("First cost before tax"), amount, NULL, missing);
  add_lines_sum (table, _ ("Tax"), tax, NULL, NULL);
  add_lines_sum (table, _ ("First cost with tax"), NULL, with_tax, NULL);
  if (budget->screens > 0)
    add_lines_sum (table, _ ("First cost per m² of screen, before tax"), per_m2, NULL, NULL);
  return table;
}

/**
 * qp_report_yearly_table:
 * @budget: a budget
 * @sources: (element-type utf8): long sources of prices so far; those of the lines are added, and lines have their number, from 1
 *
 * Returns: (transfer full): what is paid and what comes in every year, line by line with their sums; what comes every few
 *   years is listed and not in the sums
 */
QpPageTable *
qp_report_yearly_table (const QpBudget *budget, GPtrArray *sources)
{
  QpPageTable *table = lines_new ();
  guint next = lines_before (budget, QP_COST_YEARLY);

  add_group (table, budget, QP_COST_YEARLY, &next, sources);
  add_group (table, budget, QP_COST_INCOME, &next, sources);
  return table;
}

/* --- who pays --- */

static char *
percent_text (const QpFunding *funding)
{
  if (isnan (funding->percent))
    return g_strdup (_ ("only lines that name it"));
  g_autofree char *percent = qp_number_display_shortest (funding->percent);
  return g_strdup_printf ("%s\u2009%%", percent);
}

static char *
conditions_text (const QpBudgetShare *share)
{
  const char *conditions = share->funding->conditions != NULL ? share->funding->conditions : "";

  if (!share->capped)
    return g_strdup (conditions);
  return g_strdup_printf ("%s%s%s", _ ("its upper limit is reached"), *conditions != '\0' ? "; " : "", conditions);
}

/* "62.5 %" of the whole, which may be little or nothing */
static char *
part_of_whole (gint64 amount, gint64 whole)
{
  g_autofree char *percent = whole > 0 ? qp_number_display ((double) amount / (double) whole * 100, 1) : NULL;

  return percent == NULL ? g_strdup ("") : g_strdup_printf ("%s\u2009%%", percent);
}

static void
add_source (QpPageTable *table, const QpBudgetShare *share, gint64 whole)
{
  g_autofree char *name = qp_node_display_name (&share->funding->node), *percent = percent_text (share->funding);
  g_autofree char *cap = share->funding->cap == QP_UNSET ? g_strdup (_ ("none")) : qp_amount_display (share->funding->cap);
  g_autofree char *amount = qp_amount_display (share->amount), *conditions = conditions_text (share);
  g_autofree char *part = part_of_whole (share->amount, whole);

  qp_page_table_add (table, name, percent, cap, amount, part, conditions, NULL);
  if (share->capped)
    qp_page_table_mark (table, 5, QP_PAGE_MARK_NOTE);
}

static const char *
difference_words (gint64 difference, gboolean partial)
{
  if (partial && difference <= 0)
    return _ ("The total is partial: more is to be paid");
  return difference > 0   ? _ ("Nobody pays this yet")
         : difference < 0 ? _ ("More than is to be paid")
                          : _ ("All is paid for");
}

/**
 * qp_report_funding_table:
 * @budget: a budget
 *
 * Returns: (transfer full): the sources of funds, their sum, and how far it is from the first cost with tax; without rows where the
 *   project names none
 */
QpPageTable *
qp_report_funding_table (const QpBudget *budget)
{
  QpPageTable *table = qp_page_table_new ("lrrrrl", _ ("Source of funds"), _ ("Share of the rest"), _ ("Upper limit"), C_ ("budget", "Amount"),
                                          _ ("Of the whole"), _ ("Conditions"), NULL);
  const gint64 whole = qp_budget_with_tax (&budget->first).likely, funded = qp_budget_funded (budget), difference = whole - funded;
  const Loose loose = loose_of (budget, 0, QP_COST_CONTINGENCY);
  const gboolean partial = is_at_least (&loose, WITH_TAX);
  g_autofree char *sum = qp_amount_display (funded), *rest = amount_text (difference, partial);
  g_autofree char *total = part_text (&budget->first, WITH_TAX, &loose);
  g_autofree char *part = part_of_whole (funded, whole), *missing = loose_text (&loose);

  if (!qp_budget_is_funded (budget))
    return table;
  for (guint i = 0; i < budget->shares->len; i++)
    if (qp_budget_share (budget, i)->funding != NULL)
      add_source (table, qp_budget_share (budget, i), whole);
  qp_page_table_sum (table, _ ("Sum of the sources"), "", "", sum, part, "", NULL);
  qp_page_table_add (table, _ ("First cost with tax"), "", "", total, "", missing, NULL);
  qp_page_table_add (table, C_ ("funding", "Difference"), "", "", rest, "", difference_words (difference, partial), NULL);
  qp_page_table_mark (table, 5, partial && difference <= 0 ? QP_PAGE_MARK_OPEN : difference == 0 ? QP_PAGE_MARK_GOOD : QP_PAGE_MARK_BAD);
  return table;
}
