/* qp-reader-fields.c: the attributes of an element become id and fields of its node
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

/* Attributes are walked in the node that the XML reader is at: three times quicker than moving it along them.
 * The text stays until the next call. */
static const char *
value_text (QpReader *self, const xmlAttr *attribute)
{
  const xmlNode *text = attribute->children;

  if (text != NULL && text->type == XML_TEXT_NODE && text->next == NULL && text->content != NULL)
    return (const char *) text->content;
  xmlFree (self->value);
  self->value = xmlNodeListGetString (attribute->doc, attribute->children, TRUE);
  return self->value == NULL ? "" : (const char *) self->value;
}

/* The text stays in the file until the field is given a value, so that nothing typed is lost. */
static void
keep_bad_value (QpReader *self, QpReaderFrame *frame, const QpField *field, const char *text, QpFieldProblem problem)
{
  const QpPlace place = { frame->tag, element_of (frame), field->name, FALSE };
  const QpValue unset = qp_value_unset (qp_field_type_storage (field->type));
  g_autofree char *shown = qp_reader_excerpt (text);
  g_autofree char *expected = qp_field_expected (field);

  qp_node_init_value (frame->node, field, &unset);
  qp_foreign_add_attribute (qp_reader_foreign (frame), field->name, text);
  if (qp_reader_is_newer (self))
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_WARNING, "newer-value",
                            _ ("<%s> has %s=\"%s\", which a newer version of Qianping wrote and this one does not know. "
                               "It counts as not known, and stays in the file until you enter a value."),
                            place.element, field->name, shown);
  else if (problem == QP_FIELD_OUT_OF_RANGE)
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_ERROR, "out-of-range",
                            _ ("<%s> has %s=\"%s\", which is out of range; expected %s. It counts as not known, and "
                               "stays in the file until you enter a value."),
                            place.element, field->name, shown, expected);
  else
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_ERROR, "bad-value",
                            _ ("<%s> has %s=\"%s\"; expected %s. It counts as not known, and stays in the file until "
                               "you enter a value."),
                            place.element, field->name, shown, expected);
}

static void
report_rounded (QpReader *self, QpReaderFrame *frame, const QpField *field, const char *text, const QpValue *value)
{
  const QpPlace place = { frame->tag, element_of (frame), field->name, FALSE };
  g_autofree char *shown = qp_reader_excerpt (text);
  g_autofree char *taken = qp_field_to_text (field, value);
  g_autofree char *shown_taken = qp_reader_excerpt (taken);

  qp_reader_findings_add (self->findings, &place, QP_SEVERITY_WARNING, "rounded",
                          _ ("<%s> has %s=\"%s\", with more decimals than are kept; %s was taken."), place.element,
                          field->name, shown, shown_taken);
}

static void
read_field (QpReader *self, QpReaderFrame *frame, const QpField *field, const xmlAttr *attribute)
{
  const char *text = value_text (self, attribute);
  g_auto (QpValue) value = qp_value_unset (QP_STORAGE_INTEGER);
  const QpFieldProblem problem = qp_field_parse (field, text, &value);

  if (problem > QP_FIELD_ROUNDED)
    {
      keep_bad_value (self, frame, field, text, problem);
      return;
    }
  if (problem == QP_FIELD_ROUNDED)
    report_rounded (self, frame, field, text, &value);
  qp_node_init_value (frame->node, field, &value);
  if (field->type == QP_FIELD_REF && !qp_value_is_unset (&value))
    {
      const QpReaderRef ref = { frame->tag, frame->node->kind, field, value.id };
      g_array_append_val (self->refs, ref);
    }
}

static const xmlChar **
interned_fields (QpReader *self, QpKind kind)
{
  const QpKindInfo *info = qp_kind_info (kind);

  if (self->fields[kind] == NULL)
    {
      self->fields[kind] = g_new (const xmlChar *, info->n_fields);
      for (guint i = 0; i < info->n_fields; i++)
        self->fields[kind][i] = info->fields[i].type == QP_FIELD_DATA ? NULL : qp_reader_intern (self, info->fields[i].name);
    }
  return self->fields[kind];
}

/* Attributes mostly come in the order of the table: the search goes on where the last one was found. */
static const QpField *
find_field (QpReader *self, QpKind kind, const xmlChar *name, guint *next)
{
  const QpKindInfo *info = qp_kind_info (kind);
  const xmlChar **names = interned_fields (self, kind);

  for (guint n = 0, i = *next; n < info->n_fields; n++, i++)
    {
      if (i >= info->n_fields)
        i = 0;
      if (names[i] == name)
        {
          *next = i + 1;
          return &info->fields[i];
        }
    }
  return NULL;
}

/* An attribute of another namespace carries its declaration along, so that the node may go anywhere. */
static void
keep_declaration (QpForeign *foreign, const char *prefix, const char *uri)
{
  g_autofree char *name = g_strconcat ("xmlns:", prefix, NULL);
  const char *value;

  for (guint i = 0; i < qp_foreign_n_attributes (foreign); i++)
    if (strcmp (qp_foreign_attribute (foreign, i, &value), name) == 0)
      return;
  qp_foreign_add_attribute (foreign, name, uri);
}

static void
keep_attribute (QpReader *self, QpReaderFrame *frame, const xmlAttr *attribute)
{
  const char *prefix = attribute->ns == NULL ? NULL : (const char *) attribute->ns->prefix;
  const char *uri = attribute->ns == NULL ? NULL : (const char *) attribute->ns->href;
  g_autofree char *name = prefix == NULL ? g_strdup ((const char *) attribute->name)
                                         : g_strconcat (prefix, ":", (const char *) attribute->name, NULL);
  const QpPlace place = { frame->tag, element_of (frame), name, FALSE };
  QpForeign *foreign = qp_reader_foreign (frame);

  if (prefix != NULL && uri != NULL && strcmp (prefix, "xml") != 0)
    keep_declaration (foreign, prefix, uri);
  qp_foreign_add_attribute (foreign, name, value_text (self, attribute));

  if (prefix != NULL)
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_NOTE, "foreign-attribute",
                            _ ("<%s> has an attribute of another program, “%s”. It is not used; it stays in the file."),
                            place.element, name);
  else if (qp_reader_is_newer (self))
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_NOTE, "newer-attribute",
                            _ ("<%s> has the attribute “%s”, which a newer version of Qianping wrote. It is not used; "
                               "it stays in the file."),
                            place.element, name);
  else
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_WARNING, "unknown-attribute",
                            _ ("<%s> has the attribute “%s”, which is not known; is it misspelt? It is not used; it "
                               "stays in the file."),
                            place.element, name);
}

static void
report_bad_id (QpReader *self, QpReaderFrame *frame, const char *text)
{
  const QpPlace place = { frame->tag, element_of (frame), "id", FALSE };
  g_autofree char *shown = qp_reader_excerpt (text);

  qp_reader_findings_add (self->findings, &place, QP_SEVERITY_ERROR, "bad-id",
                          _ ("<%s> has id=\"%s\"; expected a UUID such as f81d4fae-7dec-11d0-a765-00a0c91e6bf6. It was "
                             "given a new id; references to the old one find nothing."),
                          place.element, shown);
}

static void
report_duplicate_id (QpReader *self, QpReaderFrame *frame, const char *text)
{
  const QpPlace place = { frame->tag, element_of (frame), "id", FALSE };

  qp_reader_findings_add (self->findings, &place, QP_SEVERITY_ERROR, "duplicate-id",
                          _ ("<%s> has the id %s, which another element before it has too. It was given a new id; "
                             "references mean the first."),
                          place.element, text);
}

static void
read_id (QpReader *self, QpReaderFrame *frame, const xmlAttr *attribute)
{
  const char *text = value_text (self, attribute);
  QpId id;

  if (!qp_id_parse (text, &id))
    report_bad_id (self, frame, text);
  else if (g_hash_table_contains (self->ids, &id))
    report_duplicate_id (self, frame, text);
  else
    {
      frame->node->id = id;
      return;
    }
  frame->node->id = qp_id_new ();
}

static void
read_attribute (QpReader *self, QpReaderFrame *frame, const xmlAttr *attribute, guint *next)
{
  const gboolean plain = attribute->ns == NULL;
  const gboolean is_id = plain && attribute->name == self->id_name;
  const QpField *field = plain && !is_id ? find_field (self, frame->node->kind, attribute->name, next) : NULL;

  if (is_id)
    read_id (self, frame, attribute);
  else if (field != NULL)
    read_field (self, frame, field, attribute);
  else if (!(plain && attribute->name == self->format_name && frame->node->kind == self->root_kind))
    keep_attribute (self, frame, attribute);
}

/**
 * qp_reader_read_attributes:
 * @self: the reader, at a start tag
 * @frame: the element's frame, with its new node
 *
 * Reads id and fields into the node and enters its id among those known.
 */
void
qp_reader_read_attributes (QpReader *self, QpReaderFrame *frame)
{
  guint next = 0;

  for (const xmlAttr *a = xmlTextReaderCurrentNode (self->xml)->properties; a != NULL; a = a->next)
    read_attribute (self, frame, a, &next);

  if (qp_id_is_none (frame->node->id))
    {
      const QpPlace place = { frame->tag, element_of (frame), NULL, FALSE };
      frame->node->id = qp_id_new ();
      qp_reader_findings_add (self->findings, &place, QP_SEVERITY_WARNING, "missing-id",
                              _ ("<%s> has no id; expected a UUID. It was given a new one."), place.element);
    }
  g_hash_table_insert (self->ids, &frame->node->id, GINT_TO_POINTER (frame->node->kind));
}

static void
check_ref (QpReader *self, const QpReaderRef *ref)
{
  const QpPlace place = { ref->tag, qp_kind_info (ref->kind)->element, ref->field->name, FALSE };
  const QpKind wanted = qp_kind_from_element (ref->field->name);
  gpointer found;
  char id[QP_ID_TEXT_SIZE];

  if (!g_hash_table_lookup_extended (self->ids, &ref->id, NULL, &found))
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_ERROR, "missing-target",
                            _ ("<%s> refers by %s to the id %s, which no element of the file has. The reference stays, "
                               "and counts as not known."),
                            place.element, ref->field->name, qp_id_to_text (ref->id, id));
  else if (wanted != QP_KIND_NONE && GPOINTER_TO_INT (found) != (int) wanted)
    qp_reader_findings_add (self->findings, &place, QP_SEVERITY_ERROR, "wrong-target",
                            _ ("<%s> refers by %s to a <%s>; expected a <%s>. The reference stays, and counts as not "
                               "known."),
                            place.element, ref->field->name, qp_kind_info (GPOINTER_TO_INT (found))->element,
                            qp_kind_info (wanted)->element);
}

/**
 * qp_reader_check_refs:
 * @self: the reader, with all read
 *
 * Reports references that lead nowhere or to the wrong kind. A field of this type is named as the element that
 * it refers to.
 */
void
qp_reader_check_refs (QpReader *self)
{
  for (guint i = 0; i < self->refs->len; i++)
    check_ref (self, &g_array_index (self->refs, QpReaderRef, i));
}
