/* qp-budget-xlsx.c: the budget of a project as a spreadsheet, with formulas and the values that they have
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-budget-file.h"

#include "exchange/qp-xlsx.h"

#include <math.h>
#include <string.h>

#ifdef HAVE_XLSXWRITER
#include <xlsxwriter.h>

enum
{
  NUMBER,
  NAME,
  OWNER,
  SPECIFICATION,
  UNIT,
  QUANTITY,
  PRICE_LOW,
  PRICE,
  PRICE_HIGH,
  AMOUNT,
  TAX_PERCENT,
  TAX,
  WITH_TAX,
  FUNDING,
  ORIGIN,
  NOTE,
  N_COLUMNS
};

typedef struct
{
  QpXlsx file;
  lxw_worksheet *sheet;
  lxw_format *title;
  lxw_format *head;
  lxw_format *text;
  lxw_format *group;
  lxw_format *money;
  lxw_format *sum;
  lxw_format *quantity;
  lxw_format *gap;
  lxw_row_t row;
} Sheet;

static void
make_formats (Sheet *self)
{
  self->title = qp_xlsx_format (&self->file, NULL, TRUE, FALSE);
  format_set_font_size (self->title, 14);
  self->head = qp_xlsx_format (&self->file, NULL, TRUE, TRUE);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  self->text = qp_xlsx_format (&self->file, NULL, FALSE, TRUE);
  self->group = qp_xlsx_format (&self->file, NULL, TRUE, FALSE);
  self->money = qp_xlsx_format (&self->file, "#,##0.00", FALSE, FALSE);
  self->sum = qp_xlsx_format (&self->file, "#,##0.00", TRUE, FALSE);
  format_set_top (self->sum, LXW_BORDER_THIN);
  self->quantity = qp_xlsx_format (&self->file, "#,##0.######", FALSE, FALSE);
  self->gap = qp_xlsx_gap_format (&self->file);
}

static void
put_text (const Sheet *self, lxw_col_t column, const char *text, lxw_format *format)
{
  if (text != NULL)
    worksheet_write_string (self->sheet, self->row, column, text, format);
}

static double
units (gint64 amount)
{
  return (double) amount / 100;
}

/* a gap is a word, which sums leave out and nobody takes for nothing */
static void
put_money (const Sheet *self, lxw_col_t column, gint64 amount, lxw_format *format)
{
  if (amount == QP_NO_AMOUNT)
    put_text (self, column, _ ("not known"), self->gap);
  else
    worksheet_write_number (self->sheet, self->row, column, units (amount), format);
}

static void
put_formula (const Sheet *self, lxw_col_t column, gint64 value, lxw_format *format, const char *pattern, ...) G_GNUC_PRINTF (5, 6);
static void
put_formula (const Sheet *self, lxw_col_t column, gint64 value, lxw_format *format, const char *pattern, ...)
{
  va_list arguments;

  va_start (arguments, pattern);
  g_autofree char *formula = g_strdup_vprintf (pattern, arguments);
  va_end (arguments);
  worksheet_write_formula_num (self->sheet, self->row, column, formula, format, units (value));
}

static void
put_head (Sheet *self)
{
  const char *const heads[N_COLUMNS]
      = { _ ("No."), _ ("Item"), _ ("For"), _ ("Specification"), _ ("Unit"), C_ ("budget", "Quantity"), _ ("Unit price, low"), _ ("Unit price, likely"),
          _ ("Unit price, high"), C_ ("budget", "Amount"), _ ("Tax, %"), _ ("Tax"), _ ("With tax"), _ ("Source of funds"), _ ("Source of the price"), _ ("Note") };
  static const double widths[N_COLUMNS] = { 7, 26, 30, 26, 8, 13, 13, 13, 13, 16, 7, 15, 16, 16, 40, 30 };

  for (lxw_col_t i = 0; i < N_COLUMNS; i++)
    {
      put_text (self, i, heads[i], self->head);
      worksheet_set_column (self->sheet, i, i, widths[i], NULL);
    }
  self->row++;
}

static void
put_tax (const Sheet *self, const QpBudgetRow *row, unsigned at)
{
  gint64 whole = row->amount.likely;

  if (!qp_amount_is_known (&row->tax))
    {
      if (row->group <= QP_COST_CONTINGENCY)
        put_text (self, TAX, _ ("not known"), self->gap);
      put_formula (self, WITH_TAX, whole, self->money, "=J%u", at);
      return;
    }
  whole = qp_amount_plus (whole, row->tax.likely);
  worksheet_write_number (self->sheet, self->row, TAX_PERCENT, row->tax_percent, self->quantity);
  put_formula (self, TAX, row->tax.likely, self->money, "=ROUND(J%u*K%u/100,2)", at, at);
  put_formula (self, WITH_TAX, whole, self->money, "=J%u+L%u", at, at);
}

static void
put_amount (const Sheet *self, const QpBudgetRow *row)
{
  const gboolean share = row->per == QP_PRICE_PER_PERCENT;
  const unsigned at = self->row + 1;

  if (row->quantity == QP_NO_AMOUNT)
    put_text (self, QUANTITY, _ ("not known"), self->gap);
  else
    worksheet_write_number (self->sheet, self->row, QUANTITY, (double) row->quantity / (share ? 100 : QP_QUANTITY_UNIT),
                            share ? self->money : self->quantity);
  put_money (self, PRICE_LOW, row->price.low, self->money);
  put_money (self, PRICE, row->price.likely, self->money);
  put_money (self, PRICE_HIGH, row->price.high, self->money);
  if (row->gap == QP_GAP_NONE)
    {
      put_formula (self, AMOUNT, row->amount.likely, self->money, share ? "=ROUND(F%u*H%u/100,2)" : "=ROUND(F%u*H%u,2)", at, at);
      put_tax (self, row, at);
      return;
    }
  put_text (self, AMOUNT, _ ("not known"), self->gap);
  put_text (self, WITH_TAX, _ ("not known"), self->gap);
}

static void
put_row (Sheet *self, const QpBudgetRow *row)
{
  g_autofree char *number = qp_budget_row_number (row), *unit = qp_budget_row_unit (row), *owner = qp_node_display_name (row->owner);
  g_autofree char *origin = qp_budget_row_origin (row), *gap = qp_budget_row_gap (row);

  put_text (self, NUMBER, number, self->text);
  put_text (self, NAME, qp_budget_row_name (row), self->text);
  put_text (self, OWNER, owner, self->text);
  put_text (self, SPECIFICATION, row->specification, self->text);
  put_text (self, UNIT, unit, self->text);
  put_amount (self, row);
  put_text (self, FUNDING, row->funding == NULL ? NULL : row->funding->name, self->text);
  put_text (self, ORIGIN, origin, self->text);
  put_text (self, NOTE, gap != NULL ? gap : row->line == NULL ? NULL : row->line->note, gap != NULL ? self->gap : self->text);
  self->row++;
}

/* where the sums of a group are; 0: it has no lines */
typedef struct
{
  unsigned rows[QP_N_COST_GROUPS];
} Places;

/* adds up @cells, as "J5:J9" or "J12,J20", if any of @amounts is known: else it is no 0, and still becomes a sum when prices are typed */
static void
put_sum (const Sheet *self, lxw_col_t column, gint64 value, gboolean known, lxw_format *format, const char *amounts, const char *cells)
{
  g_autofree char *formula = g_strdup_printf ("=IF(COUNT(%s)=0,\"%s\",SUM(%s))", amounts, _ ("not known"), cells);

  if (*cells == '\0')
    worksheet_write_number (self->sheet, self->row, column, 0, format);
  else if (known)
    worksheet_write_formula_num (self->sheet, self->row, column, formula, format, units (value));
  else
    worksheet_write_formula_str (self->sheet, self->row, column, formula, format, _ ("not known"));
}

static void
put_sums (const Sheet *self, const QpBudgetSum *sum, const char *amount, const char *tax, const char *whole)
{
  const gboolean known = qp_budget_sum_is_known (sum);

  put_sum (self, AMOUNT, sum->amount.likely, known, self->sum, amount, amount);
  put_sum (self, TAX, sum->tax.likely, known, self->sum, amount, tax);
  put_sum (self, WITH_TAX, qp_budget_with_tax (sum).likely, known, self->sum, amount, whole);
}

static void
put_missing (const Sheet *self, const QpBudgetSum *sum)
{
  if (sum->missing == 0)
    return;
  g_autofree char *words = g_strdup_printf (ngettext ("partial: %u line has no amount", "partial: %u lines have no amount", sum->missing), sum->missing);
  put_text (self, NOTE, words, self->gap);
}

static void
put_group (Sheet *self, const QpBudget *budget, guint group, guint *next, Places *places)
{
  if (budget->groups[group].n == 0)
    return;
  put_text (self, NUMBER, _ (qp_values_cost_group[group].label), self->group);
  self->row++;
  const unsigned from = self->row + 1;
  for (; *next < budget->rows->len && qp_budget_row (budget, *next)->group == group; ++*next)
    put_row (self, qp_budget_row (budget, *next));
  const unsigned until = self->row;
  g_autofree char *amount = g_strdup_printf ("J%u:J%u", from, until), *tax = g_strdup_printf ("L%u:L%u", from, until);
  g_autofree char *whole = g_strdup_printf ("M%u:M%u", from, until);
  put_text (self, NAME, _ ("Sum of the group"), self->group);
  put_sums (self, &budget->groups[group], amount, tax, whole);
  put_missing (self, &budget->groups[group]);
  places->rows[group] = self->row + 1;
  self->row += 2;
}

/* "J12,J20" of the groups of a total */
static char *
sum_of (const Places *places, char column, guint first, guint last)
{
  GString *out = g_string_new (NULL);

  for (guint group = first; group <= last; group++)
    if (places->rows[group] != 0)
      g_string_append_printf (out, "%s%c%u", out->len > 0 ? "," : "", column, places->rows[group]);
  return g_string_free (out, FALSE);
}

static unsigned
put_total (Sheet *self, const char *label, const QpBudgetSum *sum, const Places *places, guint first, guint last)
{
  g_autofree char *amount = sum_of (places, 'J', first, last), *tax = sum_of (places, 'L', first, last);
  g_autofree char *whole = sum_of (places, 'M', first, last);

  put_text (self, NAME, label, self->group);
  put_sums (self, sum, amount, tax, whole);
  put_missing (self, sum);
  return ++self->row;
}

static void
put_funding (Sheet *self, const QpBudget *budget, unsigned total)
{
  const unsigned from = self->row + 2;
  gint64 sum = 0;

  if (budget->shares->len == 0)
    return;
  put_text (self, NAME, _ ("Sources of funds"), self->group);
  self->row++;
  for (guint i = 0; i < budget->shares->len; i++)
    {
      const QpBudgetShare *share = qp_budget_share (budget, i);
      put_text (self, NAME, share->funding == NULL ? _ ("not funded yet") : share->funding->name, self->text);
      put_text (self, NOTE, share->funding == NULL ? NULL : share->funding->conditions, self->text);
      put_money (self, WITH_TAX, share->amount, self->money);
      sum = qp_amount_plus (sum, share->amount);
      self->row++;
    }
  put_text (self, NAME, _ ("All sources"), self->group);
  put_formula (self, WITH_TAX, sum, self->sum, "=SUM(M%u:M%u)", from, self->row);
  self->row++;
  put_text (self, NAME, _ ("Sources less first cost"), self->text);
  if (qp_budget_sum_is_known (&budget->first))
    put_formula (self, WITH_TAX, sum - qp_budget_with_tax (&budget->first).likely, self->money, "=ROUND(M%u-M%u,2)", self->row, total);
  else
    put_text (self, WITH_TAX, _ ("not known"), self->gap);
  self->row++;
}

/* "J12,J20" of the groups that a group of the review table holds */
static char *
review_cells (const Places *places, const QpReviewGroup *group, unsigned total)
{
  GString *out = g_string_new (NULL);

  if (group->groups == 0)
    g_string_append_printf (out, "L%u", total);
  for (guint i = 0; i < QP_N_COST_GROUPS; i++)
    if ((group->groups >> i & 1) != 0 && places->rows[i] != 0)
      g_string_append_printf (out, "%sJ%u", out->len > 0 ? "," : "", places->rows[i]);
  return g_string_free (out, FALSE);
}

/* letters of a review meeting, with the groups of this table that are in them */
static void
put_review (Sheet *self, const QpBudget *budget, const Places *places, unsigned total)
{
  self->row++;
  put_text (self, NAME, _ ("The same in the groups of an estimate for review"), self->group);
  self->row++;
  for (guint i = 0; i < qp_review_group_count (); i++)
    {
      const QpReviewGroup *group = qp_review_group_at (i);
      const char letter[] = { group->letter, '\0' };
      g_autofree char *cells = review_cells (places, group, total), *holds = qp_review_group_holds (group);
      QpBudgetSum sum;
      qp_budget_review_sum (budget, i, &sum);
      put_text (self, NUMBER, letter, self->text);
      put_text (self, NAME, _ (group->name), self->text);
      put_text (self, SPECIFICATION, holds, self->text);
      put_sum (self, AMOUNT, sum.amount.likely, qp_budget_sum_is_known (&sum), self->money, cells, cells);
      put_missing (self, &sum);
      self->row++;
    }
}

static void
put_title (Sheet *self, const QpNode *root, const char *what, const char *today)
{
  const QpProject *project = (const QpProject *) root;
  g_autofree char *title = g_strdup_printf ("%s: %s", project->title != NULL ? project->title : _ ("Project"), what);
  g_autofree char *line = g_strdup_printf (_ ("All sums in %s, prices as of %s. What has no price is not in the sums."),
                                           project->currency != NULL ? project->currency : "?", today != NULL ? today : "?");

  put_text (self, 0, title, self->title);
  self->row++;
  put_text (self, 0, line, self->group);
  self->row += 2;
}

/* group N is no cost, and what comes every few years is no cost of each year: each has its own sum above */
static void
put_budget (Sheet *self, const QpBudget *budget, const QpNode *root, const char *today)
{
  Places places = { { 0 } };
  guint next = 0;

  self->sheet = workbook_add_worksheet (self->file.book, _ ("Budget"));
  self->row = 0;
  put_title (self, root, _ ("budget"), today);
  const lxw_row_t head = self->row;
  put_head (self);
  worksheet_freeze_panes (self->sheet, self->row, 2);
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, 9);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, head, head);
  for (guint group = 0; group < QP_N_COST_GROUPS; group++)
    put_group (self, budget, group, &next, &places);
  const unsigned total = put_total (self, _ ("First cost, groups A to L"), &budget->first, &places, 0, QP_COST_CONTINGENCY);
  if (qp_budget_per_m2 (budget) != QP_NO_AMOUNT)
    {
      put_text (self, NAME, _ ("Per m² of screen, before tax"), self->text);
      worksheet_write_number (self->sheet, self->row, QUANTITY, (double) budget->area / QP_QUANTITY_UNIT, self->quantity);
      put_formula (self, AMOUNT, qp_budget_per_m2 (budget), self->money, "=ROUND(J%u/F%u,2)", total, self->row + 1);
      self->row++;
    }
  self->row++;
  put_funding (self, budget, total);
  put_review (self, budget, &places, total);
}

/* --- years --- */

static void
put_year (Sheet *self, const QpYears *years, guint t)
{
  const QpYear *year = qp_year (years, t);
  const gint64 values[] = { year->first, year->energy, year->running, year->renewal, year->income, year->residual };
  const unsigned at = self->row + 1;

  worksheet_write_number (self->sheet, self->row, 0, t, self->quantity);
  if (years->first_year > 0)
    worksheet_write_number (self->sheet, self->row, 1, years->first_year + (int) t, self->text);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    put_money (self, (lxw_col_t) (2 + i), values[i], self->money);
  put_formula (self, 8, year->net, self->money, "=G%u+H%u-C%u-D%u-E%u-F%u", at, at, at, at, at, at);
  g_autofree char *discounted = g_strdup_printf ("=I%u/(1+$C$4)^A%u", at, at);
  if (!isnan (years->rate))
    worksheet_write_formula_num (self->sheet, self->row, 9, discounted, self->money, year->discounted);
  if (!isnan (year->co2_t))
    worksheet_write_number (self->sheet, self->row, 10, year->co2_t, self->money);
  self->row++;
}

static void
put_result (Sheet *self, const char *label, const char *formula, double value)
{
  put_text (self, 1, label, self->group);
  if (isnan (value))
    put_text (self, 2, _ ("not known"), self->gap);
  else
    worksheet_write_formula_num (self->sheet, self->row, 2, formula, self->sum, value);
  self->row++;
}

static void
put_results (Sheet *self, const QpYears *years, unsigned from)
{
  const unsigned until = from + years->n;
  g_autofree char *npv = g_strdup_printf ("=-I%u-NPV($C$4,I%u:I%u)+G%u+NPV($C$4,G%u:G%u)", from, from + 1, until, from, from + 1, until);
  g_autofree char *annuity = g_strdup_printf ("=-PMT($C$4,%u,C%u)", years->n, self->row + 2);
  g_autofree char *net = g_strdup_printf ("=SUM(J%u:J%u)", from, until);

  self->row++;
  put_result (self, _ ("Present value of all cost"), npv, years->npv);
  put_result (self, _ ("Equal cost of each year"), annuity, years->annuity);
  put_result (self, _ ("Present value of income less cost"), net, years->npv_net);
}

static void
put_years (Sheet *self, const QpYears *years, const QpNode *root, const char *today)
{
  const char *const heads[] = { _ ("Year"), _ ("Calendar year"), _ ("First cost"), _ ("Energy"), _ ("Other cost"), _ ("Renewal"), _ ("Income"),
                                _ ("Residual value"), _ ("Net"), _ ("Discounted"), _ ("t CO₂") };

  self->sheet = workbook_add_worksheet (self->file.book, _ ("Years"));
  self->row = 0;
  put_title (self, root, _ ("over the years"), today);
  put_text (self, 1, _ ("Discount rate"), self->group);
  if (!isnan (years->rate))
    worksheet_write_number (self->sheet, self->row, 2, years->rate, qp_xlsx_format (&self->file, "0.00%", FALSE, FALSE));
  self->row += 2;
  for (lxw_col_t i = 0; i < G_N_ELEMENTS (heads); i++)
    put_text (self, i, heads[i], self->head);
  worksheet_set_column (self->sheet, 1, 1, 34, NULL);
  worksheet_set_column (self->sheet, 2, G_N_ELEMENTS (heads) - 1, 17, NULL);
  self->row++;
  const unsigned from = self->row + 1;
  for (guint t = 0; t <= years->n; t++)
    put_year (self, years, t);
  put_results (self, years, from);
}

GBytes *
qp_budget_to_xlsx (const QpBudget *self, const QpYears *years, const QpNode *root, const char *today, GError **error)
{
  Sheet sheet = { 0 };

  if (!qp_xlsx_begin (&sheet.file, error))
    return NULL;
  make_formats (&sheet);
  put_budget (&sheet, self, root, today);
  if (years->n > 0)
    put_years (&sheet, years, root, today);
  return qp_xlsx_end (&sheet.file, error);
}

#else

GBytes *
qp_budget_to_xlsx (const QpBudget *self, const QpYears *years, const QpNode *root, const char *today, GError **error)
{
  QpXlsx file;

  qp_xlsx_begin (&file, error);
  return NULL;
}

#endif

/**
 * qp_budget_to_xlsx:
 * @self: a budget
 * @years: its years
 * @root: its project
 * @today: (nullable): the day of the budget
 * @error: return location for a #GError, or %NULL
 *
 * Makes a spreadsheet of two sheets, the budget and the years. Amounts, taxes, sums, the figure per m² and present values are
 * formulas, and their values are stored with them, so that programs that do not calculate show them too.
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
