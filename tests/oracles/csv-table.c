/* csv-table.c: a table of facts in the memory of a test
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "csv-table.h"

#include <string.h>

struct _CsvTable
{
  GPtrArray *rows; /* char **; the first names the columns */
};

/* one field, the quotes taken off; *p is left on the comma or the end */
static char *
read_field (const char **p)
{
  GString *out = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (; **p != '\0' && (quoted || **p != ','); (*p)++)
    {
      if (**p != '"')
        g_string_append_c (out, **p);
      else if (quoted && (*p)[1] == '"')
        g_string_append_c (out, *(*p)++);
      else
        quoted = !quoted;
    }
  return g_string_free (out, FALSE);
}

static char **
read_line (const char *line)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (const char *p = line;; p++)
    {
      g_ptr_array_add (fields, read_field (&p));
      if (*p == '\0')
        break;
    }
  g_ptr_array_add (fields, NULL);
  return (char **) g_ptr_array_steal (fields, NULL);
}

/**
 * csv_table_read:
 * @path: a file of lines with fields parted by commas; a field has no line break
 *
 * Ends the test when the file can't be read or a line has more or fewer fields than the first.
 *
 * Returns: (transfer full): the table
 */
CsvTable *
csv_table_read (const char *path)
{
  CsvTable *self = g_new0 (CsvTable, 1);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (self->rows, read_line (lines[i]));
  g_assert_cmpuint (self->rows->len, >, 1);
  for (guint i = 1; i < self->rows->len; i++)
    g_assert_cmpuint (g_strv_length (self->rows->pdata[i]), ==, g_strv_length (self->rows->pdata[0]));
  return self;
}

/**
 * csv_table_free:
 * @self: (transfer full): a table
 */
void
csv_table_free (CsvTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * csv_table_n_rows:
 * @self: a table
 *
 * Returns: how many rows there are, without the names of the columns
 */
guint
csv_table_n_rows (const CsvTable *self)
{
  return self->rows->len - 1;
}

/**
 * csv_table_get:
 * @self: a table
 * @row: below csv_table_n_rows()
 * @column: name of a column that exists
 *
 * Returns: (transfer none): the field
 */
const char *
csv_table_get (const CsvTable *self, guint row, const char *column)
{
  char **names = g_ptr_array_index (self->rows, 0);
  char **fields = g_ptr_array_index (self->rows, row + 1);

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], column) == 0)
      return fields[i];
  g_error ("The table has no column %s", column);
}

/**
 * csv_table_get_number:
 * @self: a table
 * @row: below csv_table_n_rows()
 * @column: name of a column that exists
 *
 * Returns: the field as a number; ends the test when it is none
 */
double
csv_table_get_number (const CsvTable *self, guint row, const char *column)
{
  const char *text = csv_table_get (self, row, column);
  char *end;
  const double number = g_ascii_strtod (text, &end);

  g_assert_true (*text != '\0' && *end == '\0');
  return number;
}
