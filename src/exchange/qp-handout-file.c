/* qp-handout-file.c: documents made of tables as CSV, XLSX and PDF
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-file.h"

#include "base/qp-csv.h"
#include "base/qp-error.h"
#include "base/qp-number.h"

#include <math.h>
#include <string.h>

/**
 * qp_handout_format_from_path:
 * @path: name of a file
 * @format: (out): the format its ending asks for
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when the ending is none of .csv, .xlsx and .pdf
 */
gboolean
qp_handout_format_from_path (const char *path, QpHandoutFormat *format, GError **error)
{
  static const char *const endings[] = { [QP_HANDOUT_CSV] = ".csv", [QP_HANDOUT_XLSX] = ".xlsx", [QP_HANDOUT_PDF] = ".pdf" };
  const char *ending = strrchr (path, '.');

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (ending, endings[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("Documents are written as .csv, .xlsx or .pdf, not as “%s”."), path);
  return FALSE;
}

/* -- CSV -- */

/* all columns of all tables, each once, in their order */
static GPtrArray *
all_columns (const QpHandout *self)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint t = 0; t < self->tables->len; t++)
    {
      const QpHandoutTable *table = self->tables->pdata[t];
      for (guint i = 0; i < table->n_columns; i++)
        if (!g_ptr_array_find_with_equal_func (keys, table->columns[i].key, g_str_equal, NULL))
          g_ptr_array_add (keys, (gpointer) table->columns[i].key);
    }
  return keys;
}

static int
column_of (const QpHandoutTable *table, const char *key)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (strcmp (table->columns[i].key, key) == 0)
      return (int) i;
  return -1;
}

static void
append_cell (GString *out, const QpHandoutCell *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (cell->number))
    qp_csv_append (out, cell->text);
  else
    {
      g_autofree char *pattern = g_strdup_printf ("%%.%uf", cell->decimals);
      qp_csv_append (out, g_ascii_formatd (number, sizeof number, pattern, cell->number));
    }
}

static void
append_table (GString *out, const QpHandoutTable *table, const GPtrArray *keys, gboolean named)
{
  g_autofree int *places = g_new (int, keys->len);

  for (guint i = 0; i < keys->len; i++)
    places[i] = column_of (table, keys->pdata[i]);
  for (guint row = 0; row < qp_handout_n_rows (table); row++)
    {
      if (named)
        qp_csv_append (out, table->key);
      for (guint i = 0; i < keys->len; i++)
        if (places[i] < 0)
          qp_csv_append (out, NULL);
        else
          append_cell (out, qp_handout_cell (table, row, (guint) places[i]));
      qp_csv_end_row (out);
    }
}

/**
 * qp_handout_to_csv:
 * @self: a document
 * @with_bom: whether a byte order mark stands first, without which some spreadsheets take Chinese for something else
 *
 * Writes RFC 4180. Names of columns are the same in every language, numbers plain decimals, and what is not known is
 * empty. Several tables follow each other under the columns of all of them; the first column names the table then.
 *
 * Returns: (transfer full): the table
 */
GBytes *
qp_handout_to_csv (const QpHandout *self, gboolean with_bom)
{
  GString *out = g_string_new (with_bom ? QP_CSV_BOM : NULL);
  g_autoptr (GPtrArray) keys = all_columns (self);
  const gboolean named = self->tables->len > 1;

  if (named)
    qp_csv_append (out, "table");
  for (guint i = 0; i < keys->len; i++)
    qp_csv_append (out, keys->pdata[i]);
  qp_csv_end_row (out);
  for (guint t = 0; t < self->tables->len; t++)
    append_table (out, self->tables->pdata[t], keys, named);
  return g_string_free_to_bytes (out);
}

/**
 * qp_handout_to_bytes:
 * @self: a document
 * @format: how it is written
 * @with_bom: whether CSV begins with a byte order mark
 * @watch: (nullable): may stop the pages of a PDF, and is told how far they are
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set
 */
GBytes *
qp_handout_to_bytes (const QpHandout *self, QpHandoutFormat format, gboolean with_bom, const QpPlanWatch *watch, GError **error)
{
  switch (format)
    {
    case QP_HANDOUT_XLSX:
      return qp_handout_to_xlsx (self, error);
    case QP_HANDOUT_PDF:
      return qp_handout_to_pdf (self, watch, error);
    default:
      return qp_handout_to_csv (self, with_bom);
    }
}
