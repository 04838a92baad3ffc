/* qp-price-csv.c: price books as tables: the head names the fields, each row is a price
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "catalogue/qp-price-csv.h"

#include "base/qp-csv.h"
#include "base/qp-error.h"
#include "model/qp-kinds.h"

#include <string.h>

/* one table while it is read */
typedef struct
{
  GArray *fields; /* const QpField * by column; NULL: not a field */
  GPtrArray *nodes;
  QpFindings *findings; /* nullable */
  GHashTable *lines;    /* key → line */
} Table;

/* spreadsheets in China save tables in their own encoding */
static char *
text_of (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_utf8_validate (data, (gssize) length, NULL))
    return g_strndup (data, length);
  char *converted = g_convert (data, (gssize) length, "UTF-8", "GB18030", NULL, NULL, NULL);
  if (converted == NULL)
    g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("The table is neither UTF-8 nor GB 18030. Save it as “CSV UTF-8”."));
  return converted;
}

/**
 * qp_price_csv_looks_like:
 * @bytes: a file
 *
 * Returns: whether it is a table and not XML
 */
gboolean
qp_price_csv_looks_like (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize at = length >= 3 && memcmp (data, QP_CSV_BOM, 3) == 0 ? 3 : 0;

  while (at < length && g_ascii_isspace (data[at]))
    at++;
  return at < length && data[at] != '<' && memchr (data, '\0', MIN (length, 1000)) == NULL
         && g_strstr_len (data + at, (gssize) MIN (length - at, 2000), "item") != NULL;
}

static void
complain (const Table *self, int line, const char *field, const char *code, const char *message)
{
  if (self->findings != NULL)
    qp_findings_add (self->findings, QP_SEVERITY_ERROR, code, line, NULL, field, "%s", message);
}

static void
read_head (Table *self, const GPtrArray *head)
{
  for (guint i = 0; i < head->len; i++)
    {
      g_autofree char *name = g_ascii_strdown (g_strstrip (head->pdata[i]), -1);
      const QpField *field = qp_kind_field (QP_KIND_PRICE, name);
      g_autofree char *message = g_strdup_printf (_ ("There is no column “%s” in a price book; it is left out."), name);
      if (field == NULL && *name != '\0' && self->findings != NULL)
        qp_findings_add (self->findings, QP_SEVERITY_WARNING, "csv-column", 1, NULL, name, "%s", message);
      g_array_append_val (self->fields, field);
    }
}

static gboolean
has_column (const Table *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, const QpField *, i) == qp_kind_field (QP_KIND_PRICE, name))
      return TRUE;
  return FALSE;
}

/* the same table gives the same ids */
static QpId
id_of (const char *key)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  QpId id = { 0, 0 };

  g_checksum_update (sum, (const guchar *) key, -1);
  g_checksum_get_digest (sum, digest, &length);
  for (guint i = 0; i < 8; i++)
    {
      id.hi = id.hi << 8 | digest[i];
      id.lo = id.lo << 8 | digest[8 + i];
    }
  return id;
}

/* thousands may be parted by commas or spaces in a table for people */
static char *
plain_number (const char *cell)
{
  GString *out = g_string_new (NULL);

  for (const char *c = cell; *c != '\0'; c++)
    if (*c != ',' && *c != ' ')
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

static gboolean
is_number (const QpField *field)
{
  return field->type == QP_FIELD_MONEY || field->type == QP_FIELD_LENGTH;
}

static gboolean
set_cell (const Table *self, QpNode *node, const QpField *field, const char *cell, int line)
{
  g_autofree char *plain = is_number (field) ? plain_number (cell) : g_strdup (cell);
  g_auto (QpValue) value = { 0 };

  if (qp_field_parse (field, plain, &value) <= QP_FIELD_ROUNDED)
    {
      qp_node_init_value (node, field, &value);
      return TRUE;
    }
  g_autofree char *expected = qp_field_expected (field);
  g_autofree char *message = g_strdup_printf (_ ("“%s” is no value for “%s”; expected %s. The row is left out."), cell,
                                              qp_field_label (field), expected);
  complain (self, line, field->name, "csv-value", message);
  return FALSE;
}

static void
give_key (QpNode *node, int line)
{
  const QpPrice *price = (const QpPrice *) node;

  if (price->key == NULL)
    {
      g_autofree char *key = g_strdup_printf ("%s-%s-%d", price->item != NULL ? price->item : "price",
                                              price->date != NULL ? price->date : "undated", line);
      g_auto (QpValue) value = qp_value_text (key);
      qp_node_init_value (node, qp_kind_field (QP_KIND_PRICE, "key"), &value);
    }
  node->id = id_of (price->key);
}

static void
read_row (Table *self, const GPtrArray *row, int line)
{
  g_autoptr (QpNode) node = qp_node_new (QP_KIND_PRICE, QP_ID_NONE);

  for (guint i = 0; i < row->len; i++)
    {
      char *cell = g_strstrip (row->pdata[i]);
      const QpField *field = i < self->fields->len ? g_array_index (self->fields, const QpField *, i) : NULL;
      if (*cell == '\0')
        continue;
      if (i >= self->fields->len)
        {
          complain (self, line, NULL, "csv-cells", _ ("The row has more cells than the head; it is left out."));
          return;
        }
      if (field != NULL && !set_cell (self, node, field, cell, line))
        return;
    }
  give_key (node, line);
  g_hash_table_replace (self->lines, g_strdup (((QpPrice *) node)->key), GINT_TO_POINTER (line));
  g_ptr_array_add (self->nodes, g_steal_pointer (&node));
}

static gboolean
read_table (Table *self, const char *text, GError **error)
{
  static const char *const needed[] = { "item", "per", "source", "date" };
  QpCsvReader reader;
  int line;

  qp_csv_reader_init (&reader, text, strlen (text));
  g_autoptr (GPtrArray) head = qp_csv_reader_next (&reader, &line);
  if (head != NULL)
    read_head (self, head);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!has_column (self, needed[i]))
      {
        g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("The table has no column “%s”. A price book needs item, per, source, date and a price: "
                                                          "low, likely or high."),
                     needed[i]);
        return FALSE;
      }
  for (GPtrArray *row; (row = qp_csv_reader_next (&reader, &line)) != NULL; g_ptr_array_unref (row))
    read_row (self, row, line);
  return TRUE;
}

static void
table_init (Table *self, QpFindings *findings)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (const QpField *));
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->findings = findings;
}

static void
table_clear (Table *self)
{
  g_array_unref (self->fields);
  g_ptr_array_unref (self->nodes);
  g_hash_table_unref (self->lines);
}

/**
 * qp_price_csv_read:
 * @bytes: a table: UTF-8 or GB 18030, commas or semicolons; the first row names the fields of a price as the file format does
 * @findings: (nullable): where problems are added, each with its line
 * @error: return location for a #GError, or %NULL
 *
 * Reads a price book. A row with a value that can't be read is told and left out; whether a record can be true is checked as
 * with every catalogue.
 *
 * Returns: (transfer full): a catalogue with the prices, or %NULL with @error set
 */
QpNode *
qp_price_csv_read (GBytes *bytes, QpFindings *findings, GError **error)
{
  g_autofree char *text = text_of (bytes, error);
  QpNode *root = NULL;
  Table table;

  if (text == NULL)
    return NULL;
  table_init (&table, findings);
  if (read_table (&table, text, error))
    {
      g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) table.nodes->pdata, table.nodes->len);
      root = qp_node_new (QP_KIND_CATALOGUE, id_of (text));
      qp_node_init_children (root, list);
    }
  table_clear (&table);
  return root;
}

/**
 * qp_price_csv_lines:
 * @bytes: a table
 *
 * Returns: (transfer full) (element-type utf8 int): in which line the price of each key stands
 */
GHashTable *
qp_price_csv_lines (GBytes *bytes)
{
  g_autofree char *text = text_of (bytes, NULL);
  Table table;

  table_init (&table, NULL);
  if (text != NULL)
    read_table (&table, text, NULL);
  GHashTable *lines = g_hash_table_ref (table.lines);
  table_clear (&table);
  return lines;
}
