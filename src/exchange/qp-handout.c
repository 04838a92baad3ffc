/* qp-handout.c: a document that is handed over as tables: quantities, application, siting pack, acceptance, …
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout.h"

#include "base/qp-number.h"

#include <math.h>

#define CHUNK 65536

static void
table_free (gpointer data)
{
  QpHandoutTable *self = data;

  g_free (self->title);
  g_free (self->note);
  g_array_unref (self->cells);
  g_free (self);
}

static void
append_part (GString *out, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append (out, part);
}

/**
 * qp_handout_new:
 * @title: what it is, translated
 * @project: the project, for the line under the title
 * @today: (nullable): the day
 *
 * Returns: (transfer full): a document without tables
 */
QpHandout *
qp_handout_new (const char *title, const QpNode *project, const char *today)
{
  const QpProject *root = (const QpProject *) project;
  QpHandout *self = g_new0 (QpHandout, 1);
  GString *subtitle = g_string_new (NULL);
  g_autofree char *revision = root->revision == NULL ? NULL : g_strdup_printf (_ ("Revision %s"), root->revision);

  append_part (subtitle, root->title);
  append_part (subtitle, root->organisation);
  append_part (subtitle, revision);
  append_part (subtitle, today);
  self->title = g_strdup (title);
  self->subtitle = g_string_free (subtitle, FALSE);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->texts = g_string_chunk_new (CHUNK);
  return self;
}

/**
 * qp_handout_free:
 * @self: (transfer full): a document
 */
void
qp_handout_free (QpHandout *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->tables);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * qp_handout_add_note:
 * @self: a document
 * @note: a sentence, translated
 */
void
qp_handout_add_note (QpHandout *self, const char *note)
{
  g_ptr_array_add (self->notes, g_strdup (note));
}

/**
 * qp_handout_add_table:
 * @self: a document
 * @key: name of the table in CSV, static
 * @title: its heading, translated
 * @columns: its columns, static
 * @n_columns: how many
 *
 * Returns: (transfer none): a table without rows
 */
QpHandoutTable *
qp_handout_add_table (QpHandout *self, const char *key, const char *title, const QpHandoutColumn *columns, guint n_columns)
{
  QpHandoutTable *table = g_new0 (QpHandoutTable, 1);

  table->key = key;
  table->title = g_strdup (title);
  table->columns = columns;
  table->n_columns = n_columns;
  table->cells = g_array_new (FALSE, FALSE, sizeof (QpHandoutCell));
  table->texts = self->texts;
  g_ptr_array_add (self->tables, table);
  return table;
}

/**
 * qp_handout_put:
 * @self: a table
 * @text: (nullable): words of the next cell; %NULL leaves it empty
 */
void
qp_handout_put (QpHandoutTable *self, const char *text)
{
  const char *kept = text == NULL || *text == '\0' ? NULL : g_string_chunk_insert_const (self->texts, text);
  const QpHandoutCell cell = { kept, NAN, 0, FALSE };

  g_array_append_val (self->cells, cell);
}

/**
 * qp_handout_put_number:
 * @self: a table
 * @number: number of the next cell; NaN = not known
 * @decimals: decimals shown
 */
void
qp_handout_put_number (QpHandoutTable *self, double number, guint decimals)
{
  const QpHandoutCell cell = { NULL, number, (guint8) decimals, isnan (number) };

  g_array_append_val (self->cells, cell);
}

/**
 * qp_handout_end_row:
 * @self: a table
 *
 * Ends the row; cells that were not put stay empty.
 */
void
qp_handout_end_row (QpHandoutTable *self)
{
  while (self->cells->len % self->n_columns != 0)
    qp_handout_put (self, NULL);
}

/**
 * qp_handout_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has
 */
guint
qp_handout_n_rows (const QpHandoutTable *self)
{
  return self->cells->len / self->n_columns;
}

/**
 * qp_handout_cell:
 * @self: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): the cell
 */
const QpHandoutCell *
qp_handout_cell (const QpHandoutTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, QpHandoutCell, row * self->n_columns + column);
}

/**
 * qp_handout_cell_text:
 * @self: a cell
 *
 * Returns: (transfer full): how people read it: words, a number with thin spaces, "not known", or an empty text
 */
char *
qp_handout_cell_text (const QpHandoutCell *self)
{
  if (self->unknown)
    return g_strdup (_ ("not known"));
  if (!isnan (self->number))
    return qp_number_display (self->number, self->decimals);
  return g_strdup (self->text == NULL ? "" : self->text);
}
