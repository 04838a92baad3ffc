/* qp-reader-foreign.c: what has no place in the model is kept as text; embedded files are decoded
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "store/qp-reader-private.h"

#include <string.h>

static const char *
element_of (const QpReaderFrame *frame)
{
  return qp_kind_info (frame->node->kind)->element;
}

static char *outer_xml (QpReader *self);

typedef void (*ContentFunc) (const char *content, gboolean is_element, gpointer data);

/* from a start tag to its end tag, counting tags as a scan does; calls @on_content for texts and elements between */
static void
read_to_end (QpReader *self, ContentFunc on_content, gpointer data)
{
  const int depth = xmlTextReaderDepth (self->xml);

  if (xmlTextReaderIsEmptyElement (self->xml) == 1)
    return;
  while (self->problem.words == NULL && xmlTextReaderRead (self->xml) == 1)
    switch (xmlTextReaderNodeType (self->xml))
      {
      case XML_READER_TYPE_ELEMENT:
        qp_reader_count_tag (self);
        if (on_content != NULL)
          {
            g_autofree char *xml = outer_xml (self);
            on_content (xml == NULL ? "" : xml, TRUE, data);
            read_to_end (self, NULL, NULL);
          }
        break;
      case XML_READER_TYPE_END_ELEMENT:
        self->tag++;
        if (xmlTextReaderDepth (self->xml) == depth)
          return;
        break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
        if (on_content != NULL)
          on_content ((const char *) xmlTextReaderConstValue (self->xml), FALSE, data);
        break;
      default:
        break;
      }
}

/* behind the attribute that starts at @p, as libxml2 writes it; NULL if there is none */
static const char *
skip_attribute (const char *p)
{
  const char *value = strchr (p, '=');
  const char *close = value == NULL || value[1] == '\0' ? NULL : strchr (value + 2, value[1]);
  return close == NULL ? NULL : close + 1;
}

/* The copy that libxml2 makes declares each namespace it needs, before all attributes; the one that the writer's
 * root declares anyway is left out, so that writing and reading again gives the same text. */
static char *
without_own_namespace (QpReader *self, const char *xml)
{
  g_autofree char *own = g_strdup_printf (" xmlns=\"%s\"", qp_store_namespace (self->root_kind));
  const char *p = xml + strcspn (xml, " \t\r\n/>");

  while (p != NULL && g_str_has_prefix (p, " xmlns") && !g_str_has_prefix (p, own))
    p = skip_attribute (p);
  if (p == NULL || !g_str_has_prefix (p, own))
    return g_strdup (xml);
  g_autofree char *start = g_strndup (xml, (gsize) (p - xml));
  return g_strconcat (start, p + strlen (own), NULL);
}

/* the element at hand with all that is in it; NULL when it is malformed, which the next read says */
static char *
outer_xml (QpReader *self)
{
  xmlChar *xml = xmlTextReaderReadOuterXml (self->xml);
  char *kept = xml == NULL ? NULL : without_own_namespace (self, (const char *) xml);

  xmlFree (xml);
  return kept;
}

static void
report_element (QpReader *self, const QpPlace *place, const char *parent, QpKind known_as, gboolean ours)
{
  if (known_as != QP_KIND_NONE)
    qp_reader_findings_add (self->findings, place, QP_SEVERITY_ERROR, "misplaced-element",
                            _ ("a <%s> stands in a <%s>, where it has no place. It is not shown; it stays in the file."),
                            place->element, parent);
  else if (!ours)
    qp_reader_findings_add (self->findings, place, QP_SEVERITY_NOTE, "foreign-element",
                            _ ("<%s> in a <%s> belongs to another program. It is not used; it stays in the file."),
                            place->element, parent);
  else if (qp_reader_is_newer (self))
    qp_reader_findings_add (self->findings, place, QP_SEVERITY_NOTE, "newer-element",
                            _ ("<%s> in a <%s> was written by a newer version of Qianping. It is not used; it stays in "
                               "the file."),
                            place->element, parent);
  else
    qp_reader_findings_add (self->findings, place, QP_SEVERITY_WARNING, "unknown-element",
                            _ ("<%s> in a <%s> is not known; is it misspelt? It is not used; it stays in the file."),
                            place->element, parent);
}

/**
 * qp_reader_keep_element:
 * @self: the reader, at a start tag
 * @frame: the element that it stands in
 * @known_as: the kind if it is one, in the wrong place; or %QP_KIND_NONE
 *
 * Keeps the element and all that is in it as text, and goes to its end.
 */
void
qp_reader_keep_element (QpReader *self, QpReaderFrame *frame, QpKind known_as)
{
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->xml);
  const gboolean ours = g_strcmp0 (uri, qp_store_namespace (self->root_kind)) == 0;
  const QpPlace place = { self->tag, (const char *) xmlTextReaderConstName (self->xml), NULL, FALSE };

  report_element (self, &place, element_of (frame), known_as, ours);
  g_autofree char *xml = outer_xml (self);
  if (xml == NULL)
    return;
  qp_foreign_add_element (qp_reader_foreign (frame), xml);
  read_to_end (self, NULL, NULL);
}

/* as content of an element; a carriage return would become a line feed when it is read again */
static char *
escape_content (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) parts = g_strsplit (escaped, "\r", -1);
  return g_strjoinv ("&#13;", parts);
}

/* words with one space between them */
static void
append_words (GString *out, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        if (out->len > 0)
          g_string_append_c (out, ' ');
        g_string_append (out, words[i]);
      }
}

/**
 * qp_reader_keep_text:
 * @self: the reader, at a text
 * @frame: the element that it stands in
 *
 * Elements have no text of their own; its words are kept nevertheless.
 */
void
qp_reader_keep_text (QpReader *self, QpReaderFrame *frame)
{
  const QpPlace place = { frame->last_tag, element_of (frame), NULL, TRUE };
  const char *text = (const char *) xmlTextReaderConstValue (self->xml);

  if (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
    return;
  if (frame->words == NULL)
    frame->words = g_string_new (NULL);
  append_words (frame->words, text);

  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *shown = qp_reader_excerpt (stripped);
  qp_reader_findings_add (self->findings, &place, QP_SEVERITY_WARNING, "stray-text",
                          _ ("there is text in a <%s>, where none is expected: “%s”. It is not used; it stays in the file."),
                          place.element, shown);
}

/**
 * qp_reader_finish_text:
 * @frame: an element that ends
 *
 * Texts from several places come together in one: written one after the other, they would be one when read again.
 */
void
qp_reader_finish_text (QpReaderFrame *frame)
{
  if (frame->words == NULL)
    return;
  g_autofree char *escaped = escape_content (frame->words->str);
  qp_foreign_add_element (qp_reader_foreign (frame), escaped);
}

/**
 * qp_reader_keep_comment:
 * @self: the reader, at a comment or a processing instruction
 * @frame: the element that it stands in
 */
void
qp_reader_keep_comment (QpReader *self, QpReaderFrame *frame)
{
  const char *name = (const char *) xmlTextReaderConstName (self->xml);
  const char *value = (const char *) xmlTextReaderConstValue (self->xml);
  const gboolean comment = xmlTextReaderNodeType (self->xml) == XML_READER_TYPE_COMMENT;
  g_autofree char *kept = comment ? g_strdup_printf ("<!--%s-->", value == NULL ? "" : value)
                                  : g_strdup_printf ("<?%s %s?>", name, value == NULL ? "" : value);

  qp_foreign_add_element (qp_reader_foreign (frame), kept);
}

static void
keep_chunk (QpReaderFrame *frame, const char *content, gboolean is_element)
{
  g_autofree char *escaped = is_element ? g_strdup (content) : escape_content (content);
  g_autofree char *kept = g_strconcat ("<" QP_STORE_CHUNK_ELEMENT ">", escaped, "</" QP_STORE_CHUNK_ELEMENT ">", NULL);
  qp_foreign_add_element (qp_reader_foreign (frame), kept);
}

/* from here on the text of all chunks is kept as it is */
static void
give_up_data (QpReaderFrame *frame)
{
  g_autofree char *before = qp_base64_text_so_far (&frame->data);

  frame->data_is_bad = TRUE;
  qp_base64_clear (&frame->data);
  if (*before != '\0')
    keep_chunk (frame, before, FALSE);
}

static void
add_chunk_content (const char *content, gboolean is_element, gpointer data)
{
  QpReaderFrame *frame = data;

  if (frame->data.bytes == NULL && !frame->data_is_bad)
    qp_base64_init (&frame->data);
  if (!frame->data_is_bad && (is_element || !qp_base64_add (&frame->data, content)))
    give_up_data (frame);
  if (frame->data_is_bad)
    keep_chunk (frame, content, is_element);
}

static void
report_bad_data (QpReader *self, guint64 tag)
{
  const QpPlace place = { tag, QP_STORE_CHUNK_ELEMENT, NULL, FALSE };
  qp_reader_findings_add (self->findings, &place, QP_SEVERITY_ERROR, "bad-data",
                          _ ("the embedded file is damaged: this <%s> is not base64 text. The file is left out; its "
                             "text stays in the project."),
                          place.element);
}

/**
 * qp_reader_read_chunk:
 * @self: the reader, at the start tag of a chunk
 * @frame: the element that has an embedded file
 */
void
qp_reader_read_chunk (QpReader *self, QpReaderFrame *frame)
{
  const guint64 tag = self->tag;
  const gboolean was_bad = frame->data_is_bad;

  read_to_end (self, add_chunk_content, frame);
  if (frame->data_is_bad && !was_bad)
    report_bad_data (self, tag);
}

/**
 * qp_reader_finish_data:
 * @self: the reader, at the end of the element
 * @frame: its frame
 */
void
qp_reader_finish_data (QpReader *self, QpReaderFrame *frame)
{
  if (frame->data.bytes == NULL)
    return;
  g_autofree char *so_far = frame->data.n_pending == 0 ? NULL : qp_base64_text_so_far (&frame->data);
  GBytes *bytes = qp_base64_finish (&frame->data);

  if (bytes == NULL)
    {
      const QpPlace place = { frame->tag, element_of (frame), NULL, FALSE };
      keep_chunk (frame, so_far, FALSE);
      qp_reader_findings_add (self->findings, &place, QP_SEVERITY_ERROR, "bad-data",
                              _ ("the embedded file of this <%s> is cut off: its base64 text ends within a group of four "
                                 "characters. The file is left out; its text stays in the project."),
                              place.element);
      qp_base64_clear (&frame->data);
      return;
    }
  if (g_bytes_get_size (bytes) > 0)
    {
      const QpValue value = qp_value_bytes (bytes);
      qp_node_init_value (frame->node, qp_store_data_field (frame->node->kind), &value);
    }
  g_bytes_unref (bytes);
}
