/* qp-writer.c: nodes to XML text, by the tables; the same nodes always give the same bytes
 *
 * The canonical form: UTF-8, attributes in the order of the table, id first; a field that is not known is left
 * out, and so is one that has the default of its table; one that is not known although it has a default is
 * written as "". Two spaces a level; a tag of more than 120 columns has one attribute a line.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/qp-store.h"

#include "store/qp-store-private.h"

#include <string.h>

#define COLUMNS 120
#define INDENT 2
#define ATTRIBUTE_INDENT 4
#define REPLACEMENT "\xef\xbf\xbd"

/* what is needed of a kind again and again */
typedef struct
{
  QpNode *usual;         /* a node with the defaults */
  GString **attributes;  /* ` name="` of each field */
} KindText;

typedef struct
{
  GString *out;
  GString *scratch;
  GArray *starts; /* gsize: where each attribute of the tag starts in out */
  KindText kinds[QP_N_KINDS];
} Writer;

/* g_string_append_len() as far as it can be inlined: a project has a million such pieces */
static inline void
put (GString *out, const char *text, gsize length)
{
  if (G_UNLIKELY (out->allocated_len - out->len <= length))
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

static void
append_indent (GString *out, guint n)
{
  static const char spaces[] = "                                                                ";

  for (; n >= sizeof spaces; n -= sizeof spaces - 1)
    put (out, spaces, sizeof spaces - 1);
  put (out, spaces, n);
}

/* what a byte becomes in an attribute; NULL = itself */
static const char *
escape_of (guchar c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return c < 0x20 ? REPLACEMENT : NULL;
    }
}

static gboolean
is_noncharacter (const char *p)
{
  return (guchar) p[0] == 0xef && (guchar) p[1] == 0xbf && ((guchar) p[2] & 0xfe) == 0xbe;
}

/* XML can't hold control characters, U+FFFE and U+FFFF in any way: U+FFFD stands for them. */
static void
append_valid (GString *out, const char *text)
{
  const char *done = text;
  const char *p = text;

  for (; *p != '\0'; p++)
    {
      const gboolean noncharacter = is_noncharacter (p);
      const char *escape = noncharacter ? REPLACEMENT : escape_of ((guchar) *p);
      if (escape == NULL)
        continue;
      put (out, done, (gsize) (p - done));
      put (out, escape, strlen (escape));
      p += noncharacter ? 2 : 0;
      done = p + 1;
    }
  put (out, done, (gsize) (p - done));
}

static void
append_escaped (GString *out, const char *text)
{
  if (g_utf8_validate (text, -1, NULL))
    append_valid (out, text);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      append_valid (out, valid);
    }
}

static void
start_attribute (Writer *self, const char *start, gsize length)
{
  const gsize at = self->out->len;

  g_array_append_val (self->starts, at);
  put (self->out, start, length);
}

static void
start_field (Writer *self, const QpNode *node, guint index)
{
  const GString *start = self->kinds[node->kind].attributes[index];
  start_attribute (self, start->str, start->len);
}

static void
start_named (Writer *self, const char *name)
{
  start_attribute (self, " ", 1);
  put (self->out, name, strlen (name));
  put (self->out, "=\"", 2);
}

static void
end_attribute (Writer *self)
{
  put (self->out, "\"", 1);
}

static void
append_attribute (Writer *self, const char *name, const char *value)
{
  start_named (self, name);
  append_escaped (self->out, value);
  end_attribute (self);
}

static gboolean
is_nothing (const QpValue *value)
{
  return qp_value_is_unset (value) || (value->storage == QP_STORAGE_POINTS && value->points->n == 0);
}

static void
know_kind (Writer *self, QpKind kind)
{
  const QpKindInfo *info = qp_kind_info (kind);
  KindText *text = &self->kinds[kind];

  if (text->usual != NULL)
    return;
  text->usual = qp_node_new (kind, QP_ID_NONE);
  text->attributes = g_new (GString *, info->n_fields);
  for (guint i = 0; i < info->n_fields; i++)
    {
      text->attributes[i] = g_string_new (NULL);
      g_string_printf (text->attributes[i], " %s=\"", info->fields[i].name);
    }
}

static void
forget_kind (Writer *self, QpKind kind)
{
  if (self->kinds[kind].usual == NULL)
    return;
  for (guint i = 0; i < qp_kind_info (kind)->n_fields; i++)
    g_string_free (self->kinds[kind].attributes[i], TRUE);
  g_free (self->kinds[kind].attributes);
  qp_node_unref (self->kinds[kind].usual);
}

static gsize
size_of_storage (QpStorage storage)
{
  switch (storage)
    {
    case QP_STORAGE_ID:
      return sizeof (QpId);
    case QP_STORAGE_REAL:
      return sizeof (double);
    case QP_STORAGE_INTEGER:
      return sizeof (gint64);
    case QP_STORAGE_TEXT:
    case QP_STORAGE_POINTS:
    case QP_STORAGE_BYTES:
    default:
      return sizeof (gpointer);
    }
}

/* Most fields of most nodes were never touched: their bits are those of the default, which is quick to see. */
static gboolean
is_untouched (const QpNode *node, const QpNode *usual, const QpField *field)
{
  const gsize size = size_of_storage (qp_field_type_storage (field->type));
  return memcmp ((const guint8 *) node + field->offset, (const guint8 *) usual + field->offset, size) == 0;
}

static const char *
foreign_attribute (const QpForeign *foreign, const char *name)
{
  const char *value;

  for (guint i = 0; i < qp_foreign_n_attributes (foreign); i++)
    if (strcmp (qp_foreign_attribute (foreign, i, &value), name) == 0)
      return value;
  return NULL;
}

/* A text that was no value of the field is written back as long as the field has none. */
static void
append_changed_field (Writer *self, const QpNode *node, guint index)
{
  const QpField *field = &qp_kind_info (node->kind)->fields[index];
  const QpValue value = qp_node_get (node, field);
  const QpValue usual = qp_node_get (self->kinds[node->kind].usual, field);
  const char *kept = node->foreign == NULL ? NULL : foreign_attribute (node->foreign, field->name);
  const gboolean nothing = is_nothing (&value);

  if (kept == NULL && (qp_value_equal (&value, &usual) || (nothing && field->initial == NULL)))
    return;
  start_field (self, node, index);
  if (nothing)
    append_escaped (self->out, kept == NULL ? "" : kept);
  else if (value.storage == QP_STORAGE_TEXT)
    append_escaped (self->out, value.text);
  else
    qp_field_append (field, &value, self->out);
  end_attribute (self);
}

static void
append_fields (Writer *self, const QpNode *node)
{
  const QpKindInfo *info = qp_kind_info (node->kind);
  const QpNode *usual = self->kinds[node->kind].usual;

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type != QP_FIELD_DATA && (node->foreign != NULL || !is_untouched (node, usual, &info->fields[i])))
      append_changed_field (self, node, i);
}

static void
append_foreign_attributes (Writer *self, const QpNode *node)
{
  const gboolean is_root = qp_kind_info (node->kind)->parents == 0;
  const char *value;

  for (guint i = 0; i < qp_foreign_n_attributes (node->foreign); i++)
    {
      const char *name = qp_foreign_attribute (node->foreign, i, &value);
      const QpField *field = qp_kind_field (node->kind, name);
      const gboolean is_field = field != NULL && field->type != QP_FIELD_DATA;
      if (!is_field && !(is_root && strcmp (name, QP_STORE_FORMAT_ATTRIBUTE) == 0))
        append_attribute (self, name, value);
    }
}

static void
append_root_attributes (Writer *self, const QpNode *node)
{
  const char *newer = node->foreign == NULL ? NULL : foreign_attribute (node->foreign, QP_STORE_FORMAT_ATTRIBUTE);
  char format[24];

  g_snprintf (format, sizeof format, "%d.%d", QP_FORMAT_MAJOR, QP_FORMAT_MINOR);
  append_attribute (self, "xmlns", qp_store_namespace (node->kind));
  append_attribute (self, QP_STORE_FORMAT_ATTRIBUTE, newer != NULL ? newer : format);
}

static void
break_lines (Writer *self, guint indent)
{
  const gsize first = g_array_index (self->starts, gsize, 0);

  g_string_truncate (self->scratch, 0);
  put (self->scratch, self->out->str + first, self->out->len - first);
  g_string_truncate (self->out, first);
  for (guint i = 0; i < self->starts->len; i++)
    {
      const gsize from = g_array_index (self->starts, gsize, i) - first + 1;
      const gsize to = i + 1 < self->starts->len ? g_array_index (self->starts, gsize, i + 1) - first : self->scratch->len;
      put (self->out, "\n", 1);
      append_indent (self->out, indent + ATTRIBUTE_INDENT);
      put (self->out, self->scratch->str + from, to - from);
    }
}

/* counts characters, no further than needed */
static gboolean
is_long (const char *line)
{
  guint n = 0;

  for (const char *p = line; *p != '\n' && n <= COLUMNS; p++)
    n += ((guchar) *p & 0xc0) != 0x80;
  return n > COLUMNS;
}

static gboolean
has_content (const QpNode *node)
{
  const QpField *data = qp_store_data_field (node->kind);

  if (qp_node_list_length (node->children) > 0 || (node->foreign != NULL && qp_foreign_n_elements (node->foreign) > 0))
    return TRUE;
  const GBytes *bytes = data == NULL ? NULL : qp_node_get (node, data).bytes;
  return bytes != NULL && g_bytes_get_size ((GBytes *) bytes) > 0;
}

static void
append_tag (Writer *self, const QpNode *node, guint depth)
{
  const QpKindInfo *info = qp_kind_info (node->kind);
  const gsize line = self->out->len;
  char id[QP_ID_TEXT_SIZE];

  know_kind (self, node->kind);
  append_indent (self->out, depth * INDENT);
  put (self->out, "<", 1);
  put (self->out, info->element, strlen (info->element));
  g_array_set_size (self->starts, 0);
  if (depth == 0)
    append_root_attributes (self, node);
  append_attribute (self, "id", qp_id_to_text (node->id, id));
  append_fields (self, node);
  if (node->foreign != NULL)
    append_foreign_attributes (self, node);
  g_string_append (self->out, has_content (node) ? ">\n" : "/>\n");
  if (is_long (self->out->str + line))
    break_lines (self, depth * INDENT);
}

static void
append_chunk (GString *out, const guchar *bytes, gsize length, guint depth)
{
  append_indent (out, depth * INDENT);
  g_string_append (out, "<" QP_STORE_CHUNK_ELEMENT ">\n");
  for (gsize at = 0; at < length; at += QP_STORE_BYTES_PER_LINE)
    {
      g_autofree char *line = g_base64_encode (bytes + at, MIN (QP_STORE_BYTES_PER_LINE, length - at));
      put (out, line, strlen (line));
      put (out, "\n", 1);
    }
  append_indent (out, depth * INDENT);
  g_string_append (out, "</" QP_STORE_CHUNK_ELEMENT ">\n");
}

static void
append_data (Writer *self, const QpNode *node, guint depth)
{
  const gsize most = QP_STORE_BYTES_PER_LINE * QP_STORE_LINES_PER_CHUNK;
  const QpField *field = qp_store_data_field (node->kind);
  GBytes *data = field == NULL ? NULL : qp_node_get (node, field).bytes;

  if (data == NULL)
    return;
  gsize length;
  const guchar *bytes = g_bytes_get_data (data, &length);
  for (gsize at = 0; at < length; at += most)
    append_chunk (self->out, bytes + at, MIN (most, length - at), depth);
}

/* what was kept, one a line; chunks of a damaged file only until there is a new one */
static void
append_foreign_elements (Writer *self, const QpNode *node, guint depth)
{
  const QpField *data = qp_store_data_field (node->kind);
  const gboolean has_data = data != NULL && qp_node_get (node, data).bytes != NULL;

  for (guint i = 0; i < qp_foreign_n_elements (node->foreign); i++)
    {
      const char *xml = qp_foreign_element (node->foreign, i);
      if (has_data && g_str_has_prefix (xml, "<" QP_STORE_CHUNK_ELEMENT ">"))
        continue;
      append_indent (self->out, depth * INDENT);
      g_string_append (self->out, xml);
      g_string_append_c (self->out, '\n');
    }
}

static void
append_node (Writer *self, const QpNode *node, guint depth)
{
  append_tag (self, node, depth);
  if (!has_content (node))
    return;

  QpNodeIter iter;
  qp_node_iter_init (&iter, node->children);
  append_data (self, node, depth + 1);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    append_node (self, child, depth + 1);
  if (node->foreign != NULL)
    append_foreign_elements (self, node, depth + 1);
  append_indent (self->out, depth * INDENT);
  g_string_append (self->out, "</");
  g_string_append (self->out, qp_kind_info (node->kind)->element);
  g_string_append (self->out, ">\n");
}

/**
 * qp_store_write:
 * @root: a project or a catalogue
 *
 * Writes the canonical text: the same nodes give the same bytes, and qp_store_read() gives equal nodes back.
 * Characters that XML can't hold (control characters but tab and line ends) become U+FFFD. A root that was
 * read from a file of a newer minor version keeps that version. Safe in any thread.
 *
 * Returns: (transfer full): the text
 */
GBytes *
qp_store_write (const QpNode *root)
{
  Writer writer = { .out = g_string_sized_new (65536),
                    .scratch = g_string_new (NULL),
                    .starts = g_array_new (FALSE, FALSE, sizeof (gsize)) };

  g_return_val_if_fail (root->kind == QP_KIND_PROJECT || root->kind == QP_KIND_CATALOGUE, NULL);

  g_string_append (writer.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  append_node (&writer, root, 0);
  g_string_free (writer.scratch, TRUE);
  g_array_unref (writer.starts);
  for (guint i = 0; i < QP_N_KINDS; i++)
    forget_kind (&writer, i);
  return g_string_free_to_bytes (writer.out);
}
