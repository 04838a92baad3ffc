/* qp-report-sheet.c: tables that several sections of the report have: overviews, pairs of values, calculation sheets
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-sheet.h"

#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

/* columns of a table of pairs; an empty one parts them */
#define FIRST_VALUE 1
#define SECOND_VALUE 4

/**
 * qp_report_mark:
 * @verdict: how a result stands to what is asked
 *
 * Returns: the sign before it
 */
QpPageMark
qp_report_mark (QpVerdict verdict)
{
  static const QpPageMark marks[] = {
    [QP_VERDICT_NONE] = QP_PAGE_MARK_NONE,    [QP_VERDICT_MEETS] = QP_PAGE_MARK_GOOD, [QP_VERDICT_FAILS] = QP_PAGE_MARK_BAD,
    [QP_VERDICT_UNKNOWN] = QP_PAGE_MARK_OPEN, [QP_VERDICT_NOTE] = QP_PAGE_MARK_NOTE,
  };

  return marks[verdict];
}

/* --- two names with their values in a row --- */

/**
 * qp_report_pairs_init:
 * @self: (out caller-allocates): place for the table
 * @numbers: whether values are numbers, which stand at the right; words are strong and stand at the left
 *
 * Begins a table; qp_report_pairs_put() ends it.
 */
void
qp_report_pairs_init (QpReportPairs *self, gboolean numbers)
{
  *self = (QpReportPairs){
    .table = qp_page_table_new (numbers ? "lrllr" : "lLllL", _ ("What"), _ ("Value"), "", _ ("What"), _ ("Value"), NULL)
  };
}

/* a pair that has no neighbour stands alone */
static void
flush_pair (QpReportPairs *self)
{
  if (self->label != NULL)
    {
      qp_page_table_add (self->table, self->label, self->value, "", "", "", NULL);
      qp_page_table_mark (self->table, FIRST_VALUE, self->mark);
    }
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->value, g_free);
}

/**
 * qp_report_pairs_heading:
 * @self: a table
 * @heading: heading of the pairs to come; left out when none comes
 */
void
qp_report_pairs_heading (QpReportPairs *self, const char *heading)
{
  flush_pair (self);
  g_free (self->heading);
  self->heading = g_strdup (heading);
}

/**
 * qp_report_pairs_add:
 * @self: a table
 * @label: what it is
 * @value: its value
 * @mark: its sign
 */
void
qp_report_pairs_add (QpReportPairs *self, const char *label, const char *value, QpPageMark mark)
{
  if (self->heading != NULL)
    qp_page_table_group (self->table, self->heading);
  g_clear_pointer (&self->heading, g_free);
  if (self->label == NULL)
    {
      self->label = g_strdup (label);
      self->value = g_strdup (value);
      self->mark = mark;
      return;
    }
  qp_page_table_add (self->table, self->label, self->value, "", label, value, NULL);
  qp_page_table_mark (self->table, FIRST_VALUE, self->mark);
  qp_page_table_mark (self->table, SECOND_VALUE, mark);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->value, g_free);
}

/**
 * qp_report_pairs_put:
 * @self: a table; it is cleared
 * @pages: (nullable): the document; %NULL to drop the table
 * @caption: what the table shows
 *
 * Puts it on the page, if there is anything in it.
 */
void
qp_report_pairs_put (QpReportPairs *self, QpPages *pages, const char *caption)
{
  flush_pair (self);
  if (pages != NULL)
    qp_pages_table (pages, caption, self->table);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->table, qp_page_table_free);
}

/* --- calculation sheets --- */

/**
 * qp_report_sheet_init:
 * @self: (out caller-allocates): place for the sheet
 *
 * Begins a sheet; qp_report_sheet_put() ends it.
 */
void
qp_report_sheet_init (QpReportSheet *self)
{
  qp_report_pairs_init (&self->pairs, TRUE);
  self->sources = g_ptr_array_new ();
  self->results = 0;
}

static void
add_source (QpReportSheet *self, guint quantity)
{
  const QpFormula *formula = qp_quantity_formula (quantity);

  if (formula == NULL || g_str_has_prefix (formula->source, "definition") || g_str_has_prefix (formula->source, "geometry")
      || g_ptr_array_find_with_equal_func (self->sources, formula->source, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->sources, (gpointer) formula->source);
}

/**
 * qp_report_sheet_add:
 * @self: a sheet
 * @screen: a screen
 * @quantity: index of a result; left out when it is not known
 */
void
qp_report_sheet_add (QpReportSheet *self, const QpReportScreen *screen, guint quantity)
{
  const double value = screen->estimate.values[quantity];

  if (isnan (value))
    return;
  g_autofree char *text = qp_quantity_format_with_unit (quantity, value);
  qp_report_pairs_add (&self->pairs, _ (qp_quantity_at (quantity)->label), text, QP_PAGE_MARK_NONE);
  add_source (self, quantity);
  self->results += qp_quantity_formula (quantity) != NULL || qp_quantity_at (quantity)->total;
}

/**
 * qp_report_sheet_put:
 * @self: a sheet; it is cleared
 * @pages: the document
 *
 * Puts it on the page, and under it where its formulas are from; those that follow from what words mean need no source.
 * Inputs from which nothing could be calculated are no sheet.
 */
void
qp_report_sheet_put (QpReportSheet *self, QpPages *pages)
{
  g_autoptr (GString) names = g_string_new (NULL);

  qp_report_pairs_put (&self->pairs, self->results > 0 ? pages : NULL, _ ("Calculation sheet"));
  for (guint i = 0; i < self->sources->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", _ ((const char *) self->sources->pdata[i]));
  g_autofree char *note = g_strdup_printf (_ ("Formulas: %s."), names->str);
  if (names->len > 0)
    qp_pages_note (pages, note);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
}

/**
 * qp_report_group_sheet:
 * @pages: the document
 * @screen: a screen
 * @groups: groups of results
 * @n: how many
 *
 * The sheet of all results of some groups. What keeps others from being known is told under it.
 */
void
qp_report_group_sheet (QpPages *pages, const QpReportScreen *screen, const QpResultGroup *groups, guint n)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  QpReportSheet sheet;

  qp_report_sheet_init (&sheet);
  for (guint k = 0; k < n; k++)
    {
      g_autofree char *gap = qp_estimate_missing (&screen->estimate, groups[k], screen->screen, &screen->context);
      if (n > 1)
        qp_report_pairs_heading (&sheet.pairs, qp_result_group_label (groups[k]));
      for (guint i = 0; i < qp_quantity_count (); i++)
        if (qp_quantity_at (i)->group == groups[k])
          qp_report_sheet_add (&sheet, screen, i);
      if (gap != NULL)
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? "\n" : "", gap);
    }
  qp_report_sheet_put (&sheet, pages);
  if (missing->len > 0)
    qp_pages_note (pages, missing->str);
}

/* --- all screens in one table --- */

/**
 * qp_report_overview:
 * @pages: the document
 * @data: the report
 * @caption: what the table shows
 * @keys: quantities, one a column
 * @n: how many
 *
 * A row for each screen.
 */
void
qp_report_overview (QpPages *pages, QpReportData *data, const char *caption, const char *const *keys, guint n)
{
  char aligns[QP_PAGE_MAX_COLUMNS + 1] = "L"; /* the name is strong */
  int columns[QP_PAGE_MAX_COLUMNS];
  guint used = 0;

  for (guint i = 0; i < n; i++)
    if ((columns[used] = qp_quantity_index (keys[i])) >= 0)
      aligns[++used] = 'r';
  g_autoptr (QpPageTable) table = qp_page_table_new (aligns, _ ("Screen"), NULL);
  for (guint i = 0; i < used; i++)
    table->titles[i + 1] = g_strdup (_ (qp_quantity_at ((guint) columns[i])->label));
  for (guint i = 0; i < data->screens->len; i++)
    {
      const QpReportScreen *it = qp_report_screen (data, i);
      const char *texts[QP_PAGE_MAX_COLUMNS];
      g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (kept, g_strdup (it->name));
      for (guint k = 0; k < used; k++)
        g_ptr_array_add (kept, qp_quantity_format_with_unit ((guint) columns[k], it->estimate.values[columns[k]]));
      for (guint k = 0; k <= used; k++)
        texts[k] = g_ptr_array_index (kept, k);
      qp_page_table_add_texts (table, texts, used + 1);
    }
  qp_pages_table (pages, caption, table);
}
