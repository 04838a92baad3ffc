/* qp-reader.c: XML text to nodes, by the tables
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "store/qp-store.h"

#include "store/qp-reader-private.h"
#include "store/qp-scan.h"

#include <string.h>

#define EXCERPT_CHARACTERS 60

gboolean
qp_reader_is_newer (const QpReader *self)
{
  return self->minor > QP_FORMAT_MINOR;
}

void
qp_reader_count_tag (QpReader *self)
{
  self->tag++;
  self->too_deep = self->too_deep || xmlTextReaderDepth (self->xml) >= QP_STORE_MAX_DEPTH;
}

const xmlChar *
qp_reader_intern (QpReader *self, const char *text)
{
  return xmlTextReaderConstString (self->xml, (const xmlChar *) text);
}

/* the beginning of a text from a file, fit to stand in a sentence */
char *
qp_reader_excerpt (const char *text)
{
  const gboolean is_long = g_utf8_strlen (text, -1) > EXCERPT_CHARACTERS;
  g_autofree char *start = g_utf8_substring (text, 0, is_long ? EXCERPT_CHARACTERS : -1);

  g_strdelimit (start, "\n\r\t", ' ');
  return g_strconcat (start, is_long ? "…" : "", NULL);
}

QpForeign *
qp_reader_foreign (QpReaderFrame *frame)
{
  if (frame->foreign == NULL)
    frame->foreign = qp_foreign_new ();
  return frame->foreign;
}

static void
frame_clear (gpointer data)
{
  QpReaderFrame *frame = data;

  g_clear_pointer (&frame->node, qp_node_unref);
  g_clear_pointer (&frame->children, g_ptr_array_unref);
  g_clear_pointer (&frame->foreign, qp_foreign_unref);
  if (frame->words != NULL)
    g_string_free (frame->words, TRUE);
  qp_base64_clear (&frame->data);
}

static gboolean
in_own_namespace (QpReader *self)
{
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->xml);
  return g_strcmp0 (uri, qp_store_namespace (self->root_kind)) == 0;
}

static QpKind
kind_of_element (QpReader *self)
{
  const xmlChar *name = xmlTextReaderConstLocalName (self->xml);

  for (guint i = 0; i < QP_N_KINDS; i++)
    if (self->elements[i] == name)
      return i;
  return QP_KIND_NONE;
}

static void
end_element (QpReader *self)
{
  QpReaderFrame *frame = qp_reader_top (self);
  QpReaderFrame *parent = self->frames->len < 2 ? NULL : frame - 1;

  qp_reader_finish_data (self, frame);
  qp_reader_finish_text (frame);
  if (frame->foreign != NULL)
    qp_node_init_foreign (frame->node, frame->foreign);
  if (frame->children != NULL)
    {
      g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) frame->children->pdata, frame->children->len);
      qp_node_init_children (frame->node, list);
    }
  if (parent == NULL)
    self->root = g_steal_pointer (&frame->node);
  else
    {
      if (parent->children == NULL)
        parent->children = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
      g_ptr_array_add (parent->children, g_steal_pointer (&frame->node));
      parent->last_tag = self->tag;
    }
  g_array_set_size (self->frames, self->frames->len - 1);
}

static void
start_node (QpReader *self, QpKind kind)
{
  const gboolean empty = xmlTextReaderIsEmptyElement (self->xml) == 1;
  const QpReaderFrame frame = { .node = qp_node_new (kind, QP_ID_NONE), .tag = self->tag, .last_tag = self->tag };

  g_array_append_val (self->frames, frame);
  qp_reader_read_attributes (self, qp_reader_top (self));
  if (empty)
    end_element (self);
}

static void
start_child (QpReader *self, QpReaderFrame *parent)
{
  const gboolean ours = in_own_namespace (self);
  const QpKind kind = ours ? kind_of_element (self) : QP_KIND_NONE;

  if (kind != QP_KIND_NONE && qp_kind_may_contain (parent->node->kind, kind))
    {
      start_node (self, kind);
      return;
    }
  if (ours && xmlTextReaderConstLocalName (self->xml) == self->chunk_name
      && qp_store_data_field (parent->node->kind) != NULL)
    qp_reader_read_chunk (self, parent);
  else
    qp_reader_keep_element (self, parent, kind);
  parent->last_tag = self->tag;
}

static gboolean
check_root_name (QpReader *self, GError **error)
{
  const char *element = qp_kind_info (self->root_kind)->element;
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->xml);
  const char *name = (const char *) xmlTextReaderConstLocalName (self->xml);
  QpScan scan;
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);

  if (in_own_namespace (self) && kind_of_element (self) == self->root_kind)
    return TRUE;
  qp_scan_init (&scan, text, length);
  qp_scan_next (&scan);
  if (strcmp (name, element) == 0 && uri == NULL)
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_OURS,
                 _ ("Line %d: the file begins with a <%s> without a namespace; expected xmlns=\"%s\"."),
                 qp_scan_line (&scan), name, qp_store_namespace (self->root_kind));
  else if (strcmp (name, element) == 0)
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_OURS,
                 _ ("Line %d: the file begins with a <%s> of the namespace “%s”; expected the namespace “%s”."),
                 qp_scan_line (&scan), name, uri, qp_store_namespace (self->root_kind));
  else
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_OURS,
                 _ ("Line %d: the file begins with a <%s>; expected a <%s>. It is no file of this kind."),
                 qp_scan_line (&scan), name, element);
  return FALSE;
}

/* "major.minor" of plain digits */
static gboolean
parse_format (const char *text, guint *major, guint *minor)
{
  guint64 numbers[2];
  g_auto (GStrv) parts = g_strsplit (text, ".", -1);

  if (g_strv_length (parts) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 0, 9999, &numbers[i], NULL))
      return FALSE;
  *major = (guint) numbers[0];
  *minor = (guint) numbers[1];
  return *major > 0;
}

static void
report_format (QpReader *self, const char *format)
{
  const QpPlace place = { self->tag, qp_kind_info (self->root_kind)->element, QP_STORE_FORMAT_ATTRIBUTE, FALSE };
  g_autofree char *shown = format == NULL ? NULL : qp_reader_excerpt (format);

  if (format == NULL)
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_WARNING, "missing-format",
                            _ ("<%s> has no format version; expected format=\"%d.%d\". It was read as that version."),
                            place.element, QP_FORMAT_MAJOR, QP_FORMAT_MINOR);
  else
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_ERROR, "bad-format",
                            _ ("<%s> has format=\"%s\"; expected a version such as %d.%d. It was read as that version."),
                            place.element, shown, QP_FORMAT_MAJOR, QP_FORMAT_MINOR);
}

/* a newer minor number stays with the root, and goes back into the file */
static void
keep_newer_format (QpReader *self, const char *format)
{
  const QpPlace place = { self->tag, qp_kind_info (self->root_kind)->element, QP_STORE_FORMAT_ATTRIBUTE, FALSE };
  qp_reader_findings_add (self->findings, &place, QP_SEVERITY_NOTE, "newer-format",
                          _ ("the file was written by a newer version of Qianping (format %s; this version writes "
                             "%d.%d). What is not known here stays in the file."),
                          format, QP_FORMAT_MAJOR, QP_FORMAT_MINOR);
}

static gboolean
read_format (QpReader *self, const char *format, GError **error)
{
  guint major;

  if (format == NULL || !parse_format (format, &major, &self->minor))
    {
      self->minor = QP_FORMAT_MINOR;
      report_format (self, format);
      return TRUE;
    }
  if (major <= QP_FORMAT_MAJOR)
    {
      if (qp_reader_is_newer (self))
        keep_newer_format (self, format);
      return TRUE;
    }
  QpScan scan;
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);
  qp_scan_init (&scan, text, length);
  qp_scan_next (&scan);
  g_set_error (error, QP_ERROR, QP_ERROR_TOO_NEW,
               _ ("Line %d: the file is of format %s; this version of Qianping reads formats up to %d.x. A newer "
                  "version of Qianping is needed; the file was not changed."),
               qp_scan_attribute_line (&scan, QP_STORE_FORMAT_ATTRIBUTE), format, QP_FORMAT_MAJOR);
  return FALSE;
}

/* without a declared encoding libxml2 would write what is kept with a reference for each character */
static void
declare_utf8 (QpReader *self)
{
  xmlDoc *document = xmlTextReaderCurrentNode (self->xml)->doc;

  if (document->encoding == NULL)
    document->encoding = xmlStrdup ((const xmlChar *) "UTF-8");
}

static gboolean
start_root (QpReader *self, GError **error)
{
  if (!check_root_name (self, error))
    return FALSE;
  declare_utf8 (self);

  xmlChar *format = xmlTextReaderGetAttribute (self->xml, (const xmlChar *) QP_STORE_FORMAT_ATTRIBUTE);
  const gboolean readable = read_format (self, (const char *) format, error);
  if (readable)
    {
      g_autoptr (QpForeign) foreign = NULL;
      if (qp_reader_is_newer (self))
        {
          foreign = qp_foreign_new ();
          qp_foreign_add_attribute (foreign, QP_STORE_FORMAT_ATTRIBUTE, (const char *) format);
        }
      const QpReaderFrame frame = { .node = qp_node_new (self->root_kind, QP_ID_NONE),
                                    .foreign = g_steal_pointer (&foreign),
                                    .tag = self->tag,
                                    .last_tag = self->tag };
      const gboolean empty = xmlTextReaderIsEmptyElement (self->xml) == 1;
      g_array_append_val (self->frames, frame);
      qp_reader_read_attributes (self, qp_reader_top (self));
      if (empty)
        end_element (self);
    }
  xmlFree (format);
  return readable;
}

static gboolean
read_event (QpReader *self, GError **error)
{
  QpReaderFrame *top = qp_reader_top (self);

  switch (xmlTextReaderNodeType (self->xml))
    {
    case XML_READER_TYPE_ELEMENT:
      qp_reader_count_tag (self);
      if (top == NULL)
        return start_root (self, error);
      start_child (self, top);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      self->tag++;
      end_element (self);
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
      qp_reader_keep_text (self, top);
      break;
    case XML_READER_TYPE_COMMENT:
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
      if (top != NULL)
        qp_reader_keep_comment (self, top);
      break;
    default:
      break;
    }
  return TRUE;
}

static int
last_line (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  int line = 1;

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  for (const char *p = text; (p = memchr (p, '\n', length - (gsize) (p - text))) != NULL; p++)
    line++;
  return line;
}

/* libxml2 says this in several ways, and not always where it is */
static gboolean
check_utf8 (QpReader *self, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);
  const char *bad;
  int line = 1;

  if (g_utf8_validate (text, (gssize) length, &bad))
    return TRUE;
  for (const char *p = text; (p = memchr (p, '\n', (gsize) (bad - p))) != NULL; p++)
    line++;
  g_set_error (error, QP_ERROR, QP_ERROR_NOT_XML,
               _ ("Line %d: there are bytes that are not UTF-8 text. The file was not opened; if it is in another encoding, "
                  "save it as UTF-8."),
               line);
  return FALSE;
}

static gboolean
fail_malformed (QpReader *self, GError **error)
{
  const int line = self->problem.line;
  const QpReaderFrame *top = qp_reader_top (self);

  gboolean complete;

  if (!check_utf8 (self, error) || !qp_scan_limits (self->bytes, &complete, error))
    return FALSE;
  if (!complete && line >= last_line (self->bytes))
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_XML,
                 _ ("Line %d: the file ends in the middle of a <%s>. It is damaged, or was not copied completely."), line,
                 qp_kind_info (top == NULL ? self->root_kind : top->node->kind)->element);
  else
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_XML, _ ("Line %d: %s. The file is no well-formed XML and was not opened."),
                 MAX (line, 1), self->problem.words == NULL ? _ ("the text can’t be read") : self->problem.words);
  return FALSE;
}

static gboolean
read_all (QpReader *self, GError **error)
{
  int more;

  while ((more = xmlTextReaderRead (self->xml)) == 1 && self->problem.words == NULL && !self->too_deep)
    if (!read_event (self, error))
      return FALSE;
  if (more < 0 || self->problem.words != NULL || self->too_deep || self->root == NULL)
    return fail_malformed (self, error);
  qp_reader_check_refs (self);
  return TRUE;
}

static void
intern_names (QpReader *self)
{
  for (guint i = 0; i < QP_N_KINDS; i++)
    self->elements[i] = qp_reader_intern (self, qp_kind_info (i)->element);
  self->id_name = qp_reader_intern (self, "id");
  self->format_name = qp_reader_intern (self, QP_STORE_FORMAT_ATTRIBUTE);
  self->chunk_name = qp_reader_intern (self, QP_STORE_CHUNK_ELEMENT);
}

static void
reader_open (QpReader *self, GBytes *bytes, QpKind root_kind)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  *self = (QpReader){ .bytes = bytes, .root_kind = root_kind };
  xmlInitParser ();
  /* no DTD, entities, XInclude or unlimited sizes: none of these flags is given */
  self->xml = xmlReaderForMemory (text, (int) length, NULL, NULL, XML_PARSE_NONET);
  g_assert (self->xml != NULL);
  qp_xml_problem_watch (&self->problem, self->xml);
  intern_names (self);
  self->findings = qp_reader_findings_new ();
  self->frames = g_array_new (FALSE, FALSE, sizeof (QpReaderFrame));
  g_array_set_clear_func (self->frames, frame_clear);
  self->ids = g_hash_table_new (qp_id_hash, qp_id_equal_p);
  self->refs = g_array_new (FALSE, FALSE, sizeof (QpReaderRef));
}

static void
reader_close (QpReader *self, QpFindings *findings)
{
  g_hash_table_unref (self->ids);
  g_array_unref (self->frames);
  g_array_unref (self->refs);
  for (guint i = 0; i < QP_N_KINDS; i++)
    g_free (self->fields[i]);
  qp_reader_findings_finish (self->findings, self->bytes, findings);
  xmlFree (self->value);
  xmlFreeTextReader (self->xml);
  qp_xml_problem_clear (&self->problem);
  g_clear_pointer (&self->root, qp_node_unref);
}

/**
 * qp_store_read:
 * @bytes: text of a file
 * @root_kind: %QP_KIND_PROJECT, %QP_KIND_CATALOGUE or %QP_KIND_RULES
 * @findings: (nullable): gets what is wrong but can be lived with, in the order of the text, with lines
 * @error: %QP_ERROR_NOT_XML, %QP_ERROR_NOT_OURS, %QP_ERROR_TOO_NEW or %QP_ERROR_LIMIT when the text is no such
 *   file; the message says the line
 *
 * Reads a project, a catalogue or rules. Values that can't be used count as not known; what has no place in the model
 * is kept in #QpForeign, so that writing the nodes again loses nothing. Safe in any thread, and with texts
 * from anywhere: no network, no other files, no entities, bounded sizes.
 *
 * Codes of findings: `bad-value`, `out-of-range`, `rounded`, `newer-value`, `unknown-attribute`,
 * `newer-attribute`, `foreign-attribute`, `unknown-element`, `newer-element`, `foreign-element`,
 * `misplaced-element`, `stray-text`, `bad-id`, `duplicate-id`, `missing-id`, `missing-target`, `wrong-target`,
 * `bad-data`, `missing-format`, `bad-format`, `newer-format`, `more-findings`.
 *
 * Returns: (transfer full): the root, or %NULL with @error set
 */
QpNode *
qp_store_read (GBytes *bytes, QpKind root_kind, QpFindings *findings, GError **error)
{
  QpReader reader;

  g_return_val_if_fail (qp_store_is_root (root_kind), NULL);

  if (!qp_scan_guard (bytes, error))
    return NULL;
  reader_open (&reader, bytes, root_kind);
  QpNode *root = read_all (&reader, error) ? g_steal_pointer (&reader.root) : NULL;
  reader_close (&reader, findings);
  return root;
}
