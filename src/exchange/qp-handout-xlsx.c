/* qp-handout-xlsx.c: documents made of tables as a spreadsheet
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-file.h"
#include "exchange/qp-xlsx.h"

#include <math.h>
#include <string.h>

#ifdef HAVE_XLSXWRITER
#include <xlsxwriter.h>

#define MOST_DECIMALS 6
#define SHEET_NAME_LETTERS 31

typedef struct
{
  QpXlsx file;
  lxw_worksheet *sheet;
  lxw_format *title;
  lxw_format *plain;
  lxw_format *head;
  lxw_format *text;
  lxw_format *gap;
  lxw_format *numbers[MOST_DECIMALS + 1];
} Book;

static void
make_formats (Book *self)
{
  g_autoptr (GString) number = g_string_new ("#,##0");

  self->title = qp_xlsx_format (&self->file, NULL, TRUE, FALSE);
  format_set_font_size (self->title, 14);
  self->plain = qp_xlsx_format (&self->file, NULL, FALSE, FALSE);
  self->head = qp_xlsx_format (&self->file, NULL, TRUE, TRUE);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  self->text = qp_xlsx_format (&self->file, NULL, FALSE, TRUE);
  self->gap = qp_xlsx_gap_format (&self->file);
  for (guint i = 0; i <= MOST_DECIMALS; i++)
    {
      self->numbers[i] = qp_xlsx_format (&self->file, number->str, FALSE, FALSE);
      g_string_append (number, i == 0 ? ".0" : "0");
    }
}

/* the name of a sheet: no mark that formulas use, 31 letters at most, none twice */
static char *
sheet_name (const Book *self, const char *title)
{
  g_autofree char *plain = g_strdelimit (g_strdup (title), "[]:*?/\\'", ' ');
  char *name = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), SHEET_NAME_LETTERS));

  for (guint n = 2; workbook_get_worksheet_by_name (self->file.book, name) != NULL; n++)
    {
      g_free (name);
      g_autofree char *start = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), SHEET_NAME_LETTERS - 6));
      name = g_strdup_printf ("%s (%u)", start, n);
    }
  return name;
}

static void
put_cell (const Book *self, lxw_row_t row, lxw_col_t column, const QpHandoutCell *cell)
{
  if (cell->unknown)
    worksheet_write_string (self->sheet, row, column, _ ("not known"), self->gap);
  else if (!isnan (cell->number))
    worksheet_write_number (self->sheet, row, column, cell->number, self->numbers[MIN (cell->decimals, MOST_DECIMALS)]);
  else if (cell->text != NULL)
    worksheet_write_string (self->sheet, row, column, cell->text, self->text);
}

static lxw_row_t
put_head (const Book *self, const QpHandout *handout, const QpHandoutTable *table)
{
  lxw_row_t row = 0;

  worksheet_write_string (self->sheet, row++, 0, handout->title, self->title);
  worksheet_write_string (self->sheet, row++, 0, handout->subtitle, self->plain);
  for (guint i = 0; i < handout->notes->len; i++)
    worksheet_write_string (self->sheet, row++, 0, handout->notes->pdata[i], self->plain);
  if (table->note != NULL)
    worksheet_write_string (self->sheet, row++, 0, table->note, self->plain);
  row++;
  for (lxw_col_t i = 0; i < table->n_columns; i++)
    {
      worksheet_write_string (self->sheet, row, i, _ (table->columns[i].title), self->head);
      worksheet_set_column (self->sheet, i, i, table->columns[i].width + 2, NULL);
    }
  return row;
}

/* as it is printed: across, as wide as the page, heads on each page */
static void
set_up_printing (const Book *self, lxw_row_t head)
{
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, 9); /* A4 */
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, head, head);
  worksheet_set_footer (self->sheet, "&P / &N");
}

static void
put_table (Book *self, const QpHandout *handout, const QpHandoutTable *table)
{
  g_autofree char *name = sheet_name (self, table->title);
  const guint n_rows = qp_handout_n_rows (table);

  self->sheet = workbook_add_worksheet (self->file.book, name);
  const lxw_row_t head = put_head (self, handout, table);
  worksheet_freeze_panes (self->sheet, head + 1, 0);
  worksheet_autofilter (self->sheet, head, 0, head + MAX (n_rows, 1), (lxw_col_t) (table->n_columns - 1));
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < table->n_columns; i++)
      put_cell (self, head + 1 + row, (lxw_col_t) i, qp_handout_cell (table, row, i));
  set_up_printing (self, head);
}

GBytes *
qp_handout_to_xlsx (const QpHandout *self, GError **error)
{
  Book book = { 0 };

  if (!qp_xlsx_begin (&book.file, error))
    return NULL;
  make_formats (&book);
  for (guint i = 0; i < self->tables->len; i++)
    put_table (&book, self, self->tables->pdata[i]);
  return qp_xlsx_end (&book.file, error);
}

#else

GBytes *
qp_handout_to_xlsx (const QpHandout *self, GError **error)
{
  QpXlsx file;

  qp_xlsx_begin (&file, error);
  return NULL;
}

#endif

/**
 * qp_handout_to_xlsx:
 * @self: a document
 * @error: return location
 *
 * A sheet for each table: title, notes, heads that stay in sight and can filter; numbers are numbers.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set
 */
