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
#include "store/qp-xml-text.h"

#include <string.h>

#define COLUMNS 120
#define INDENT 2
#define ATTRIBUTE_INDENT 4
#define MOST_THREADS 4
#define LEAST_SHARE 1000 /* nodes that are worth the start of a thread */

/* what is needed again and again of a field that is an attribute, and of a kind */
typedef struct
{
  const QpField *field;
  char *start; /* ` name="` */
  gsize start_length;
  gsize offset; /* of the value in the node */
  gsize size;
} FieldText;

typedef struct
{
  QpNode *usual; /* a node with the defaults */
  FieldText *fields;
  guint n_fields;
  const QpField *data;
} KindText;

typedef struct
{
  GString *out;
  GArray *starts; /* gsize: where each attribute of the tag starts in out */
  guint threads;  /* that may share the work */
} Writer;

static KindText kinds[QP_N_KINDS];

static void
append_indent (GString *out, guint n)
{
  static const char spaces[] = "                                                                ";

  for (; n >= sizeof spaces; n -= sizeof spaces - 1)
    qp_xml_put (out, spaces, sizeof spaces - 1);
  qp_xml_put (out, spaces, n);
}

static void
writer_init (Writer *self, guint threads)
{
  self->out = g_string_sized_new (65536);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->threads = threads;
}

static GString *
writer_finish (Writer *self)
{
  g_array_unref (self->starts);
  return self->out;
}

static void
start_attribute (Writer *self, const char *start, gsize length)
{
  const gsize at = self->out->len;

  g_array_append_val (self->starts, at);
  qp_xml_put (self->out, start, length);
}

static void
start_named (Writer *self, const char *name)
{
  start_attribute (self, " ", 1);
  qp_xml_put (self->out, name, strlen (name));
  qp_xml_put (self->out, "=\"", 2);
}

static void
end_attribute (Writer *self)
{
  qp_xml_put (self->out, "\"", 1);
}

static void
append_attribute (Writer *self, const char *name, const char *value)
{
  start_named (self, name);
  qp_xml_append_escaped (self->out, value);
  end_attribute (self);
}

static gboolean
is_nothing (const QpValue *value)
{
  return qp_value_is_unset (value) || (value->storage == QP_STORAGE_POINTS && value->points->n == 0);
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

static void
know_kind (QpKind kind)
{
  const QpKindInfo *info = qp_kind_info (kind);
  KindText *self = &kinds[kind];

  self->usual = qp_node_new (kind, QP_ID_NONE);
  self->fields = g_new (FieldText, info->n_fields);
  self->data = qp_store_data_field (kind);
  for (const QpField *field = info->fields; field < info->fields + info->n_fields; field++)
    if (field->type != QP_FIELD_DATA)
      {
        char *start = g_strdup_printf (" %s=\"", field->name);
        self->fields[self->n_fields++]
            = (FieldText){ field, start, strlen (start), field->offset,
                           size_of_storage (qp_field_type_storage (field->type)) };
      }
}

/* once, and for all threads */
static void
know_kinds (void)
{
  static gsize known;

  if (!g_once_init_enter (&known))
    return;
  for (guint i = 0; i < QP_N_KINDS; i++)
    know_kind (i);
  g_once_init_leave (&known, 1);
}

/* Most fields of most nodes were never touched: their bits are those of the default, which is quick to see. */
static inline gboolean
is_untouched (const QpNode *node, const QpNode *usual, const FieldText *text)
{
  const guint8 *bits = (const guint8 *) node + text->offset;
  const guint8 *usual_bits = (const guint8 *) usual + text->offset;

  if (G_LIKELY (text->size == sizeof (guint64))) /* the compiler makes one comparison of it */
    return memcmp (bits, usual_bits, sizeof (guint64)) == 0;
  return memcmp (bits, usual_bits, text->size) == 0;
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
append_changed_field (Writer *self, const QpNode *node, const FieldText *text)
{
  const QpField *field = text->field;
  const QpValue value = qp_node_get (node, field);
  const QpValue usual = qp_node_get (kinds[node->kind].usual, field);
  const char *kept = node->foreign == NULL ? NULL : foreign_attribute (node->foreign, field->name);
  const gboolean nothing = is_nothing (&value);

  if (kept == NULL && (qp_value_equal (&value, &usual) || (nothing && field->initial == NULL)))
    return;
  start_attribute (self, text->start, text->start_length);
  if (nothing)
    qp_xml_append_escaped (self->out, kept == NULL ? "" : kept);
  else if (value.storage == QP_STORAGE_TEXT)
    qp_xml_append_escaped (self->out, value.text);
  else
    qp_field_append (field, &value, self->out);
  end_attribute (self);
}

static void
append_fields (Writer *self, const QpNode *node)
{
  const KindText *kind = &kinds[node->kind];

  for (const FieldText *text = kind->fields; text < kind->fields + kind->n_fields; text++)
    if (node->foreign != NULL || !is_untouched (node, kind->usual, text))
      append_changed_field (self, node, text);
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

/* Puts each attribute on a line of its own, in place of the space before it: from the last one, so that they can move
 * within the text. */
static void
break_lines (Writer *self, guint indent)
{
  const gsize more = indent + ATTRIBUTE_INDENT;
  GString *out = self->out;
  gsize end = out->len;

  g_string_set_size (out, end + self->starts->len * more);
  for (guint i = self->starts->len; i-- > 0;)
    {
      const gsize from = g_array_index (self->starts, gsize, i);
      char *to = out->str + from + i * more;
      memmove (to + 1 + more, out->str + from + 1, end - from - 1);
      memset (to + 1, ' ', more);
      *to = '\n';
      end = from;
    }
}

static gboolean
is_long (const char *line, gsize length)
{
  gsize characters = 0;

  for (gsize i = 0; i < length; i++)
    characters += ((guchar) line[i] & 0xc0) != 0x80;
  return characters > COLUMNS;
}

static gboolean
has_content (const QpNode *node)
{
  const QpField *data = kinds[node->kind].data;

  if (qp_node_list_length (node->children) > 0 || (node->foreign != NULL && qp_foreign_n_elements (node->foreign) > 0))
    return TRUE;
  const GBytes *bytes = data == NULL ? NULL : qp_node_get (node, data).bytes;
  return bytes != NULL && g_bytes_get_size ((GBytes *) bytes) > 0;
}

static void
append_id (Writer *self, QpId id)
{
  char text[QP_ID_TEXT_SIZE];

  start_named (self, "id");
  qp_xml_put (self->out, qp_id_to_text (id, text), QP_ID_TEXT_SIZE - 1);
  end_attribute (self);
}

static void
append_tag (Writer *self, const QpNode *node, guint depth, gboolean empty)
{
  const char *element = qp_kind_info (node->kind)->element;
  const gsize line = self->out->len;

  append_indent (self->out, depth * INDENT);
  qp_xml_put (self->out, "<", 1);
  qp_xml_put (self->out, element, strlen (element));
  g_array_set_size (self->starts, 0);
  if (depth == 0)
    append_root_attributes (self, node);
  append_id (self, node->id);
  append_fields (self, node);
  if (node->foreign != NULL)
    append_foreign_attributes (self, node);
  g_string_append (self->out, empty ? "/>" : ">");
  if (is_long (self->out->str + line, self->out->len - line))
    break_lines (self, depth * INDENT);
  qp_xml_put (self->out, "\n", 1);
}

static void
append_chunk (GString *out, const guchar *bytes, gsize length, guint depth)
{
  append_indent (out, depth * INDENT);
  g_string_append (out, "<" QP_STORE_CHUNK_ELEMENT ">\n");
  for (gsize at = 0; at < length; at += QP_STORE_BYTES_PER_LINE)
    {
      g_autofree char *line = g_base64_encode (bytes + at, MIN (QP_STORE_BYTES_PER_LINE, length - at));
      qp_xml_put (out, line, strlen (line));
      qp_xml_put (out, "\n", 1);
    }
  append_indent (out, depth * INDENT);
  g_string_append (out, "</" QP_STORE_CHUNK_ELEMENT ">\n");
}

static void
append_data (Writer *self, const QpNode *node, guint depth)
{
  const gsize most = QP_STORE_BYTES_PER_LINE * QP_STORE_LINES_PER_CHUNK;
  const QpField *field = kinds[node->kind].data;
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
  const QpField *data = kinds[node->kind].data;
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

static void append_node (Writer *self, const QpNode *node, guint depth);

static void
append_nodes (Writer *self, QpNodeIter *iter, guint n, guint depth)
{
  for (guint i = 0; i < n; i++)
    append_node (self, qp_node_iter_next (iter), depth);
}

/* Nodes don't change, so a share of a long list can be written by another thread. */
typedef struct
{
  QpNodeIter iter;
  guint n;
  guint depth;
  GThread *thread; /* NULL = this one */
} Share;

static gpointer
write_share (gpointer data)
{
  Share *share = data;
  Writer writer;

  writer_init (&writer, 1);
  append_nodes (&writer, &share->iter, share->n, share->depth);
  return writer_finish (&writer);
}

static void
append_share (Writer *self, Share *share)
{
  if (share->thread == NULL)
    {
      append_nodes (self, &share->iter, share->n, share->depth);
      return;
    }
  GString *text = g_thread_join (share->thread);
  qp_xml_put (self->out, text->str, text->len);
  g_string_free (text, TRUE);
}

/* The first share is written here, while threads write the others. */
static void
append_children (Writer *self, const QpNodeList *children, guint depth)
{
  const guint n = qp_node_list_length (children);
  const guint n_shares = CLAMP (n / LEAST_SHARE, 1, self->threads);
  Share shares[MOST_THREADS];
  QpNodeIter iter;

  qp_node_iter_init (&iter, children);
  for (guint i = 0, first = 0; i < n_shares; i++)
    {
      const guint end = n * (i + 1) / n_shares;
      shares[i] = (Share){ iter, end - first, depth, NULL };
      if (i > 0)
        shares[i].thread = g_thread_try_new ("qp-writer", write_share, &shares[i], NULL);
      for (; first < end && i + 1 < n_shares; first++)
        qp_node_iter_next (&iter);
    }
  for (guint i = 0; i < n_shares; i++)
    append_share (self, &shares[i]);
}

static void
append_node (Writer *self, const QpNode *node, guint depth)
{
  const gboolean empty = !has_content (node);

  append_tag (self, node, depth, empty);
  if (empty)
    return;

  append_data (self, node, depth + 1);
  append_children (self, node->children, depth + 1);
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
  Writer writer;

  g_return_val_if_fail (qp_store_is_root (root->kind), NULL);

  know_kinds ();
  writer_init (&writer, MIN (g_get_num_processors (), MOST_THREADS));
  g_string_append (writer.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  append_node (&writer, root, 0);
  return g_string_free_to_bytes (writer_finish (&writer));
}
