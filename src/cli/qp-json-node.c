/* qp-json-node.c: nodes as JSON, by walking the field tables
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/qp-json.h"

/**
 * qp_json_id:
 * @self: the text
 * @key: (nullable): key of the value
 * @id: an id, or none
 */
void
qp_json_id (QpJson *self, const char *key, QpId id)
{
  char text[QP_ID_TEXT_SIZE];

  qp_json_string (self, key, qp_id_is_none (id) ? NULL : qp_id_to_text (id, text));
}

/* lengths are written as in the file: exact decimals of the field's unit */
static void
write_points (QpJson *self, const QpField *field, const QpPoints *points)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; i < points->n; i++)
    {
      g_string_append (text, i > 0 ? ", [" : "[");
      qp_decimal_append (text, points->at[i].x, 6);
      g_string_append (text, ", ");
      qp_decimal_append (text, points->at[i].y, 6);
      g_string_append_c (text, ']');
    }
  g_string_append_c (text, ']');
  qp_json_raw (self, field->name, text->str);
}

static void
write_bytes (QpJson *self, const QpField *field, GBytes *bytes)
{
  g_autofree char *key = g_strconcat (field->name, "_bytes", NULL);

  qp_json_integer (self, key, (gint64) g_bytes_get_size (bytes));
}

static void
write_value (QpJson *self, const QpField *field, const QpValue *value)
{
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case QP_FIELD_INT:
    case QP_FIELD_LENGTH:
    case QP_FIELD_MONEY:
    case QP_FIELD_REAL:
      text = qp_field_to_text (field, value);
      qp_json_raw (self, field->name, text);
      break;
    case QP_FIELD_BOOL:
      qp_json_boolean (self, field->name, value->integer != 0);
      break;
    case QP_FIELD_POINTS:
      write_points (self, field, value->points);
      break;
    case QP_FIELD_DATA:
      write_bytes (self, field, value->bytes);
      break;
    case QP_FIELD_STRING:
    case QP_FIELD_DATE:
    case QP_FIELD_TIME:
    case QP_FIELD_ENUM:
    case QP_FIELD_REF:
    default:
      text = qp_field_to_text (field, value);
      qp_json_string (self, field->name, text);
      break;
    }
}

/**
 * qp_json_fields:
 * @self: the text, inside an object
 * @node: a node
 *
 * Writes every field of the node's table; of embedded files only the size is told.
 */
void
qp_json_fields (QpJson *self, const QpNode *node)
{
  const QpKindInfo *info = qp_kind_info (node->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const QpField *field = &info->fields[i];
      const QpValue value = qp_node_get (node, field);

      if (qp_value_is_unset (&value))
        qp_json_null (self, field->name);
      else
        write_value (self, field, &value);
    }
}

/**
 * qp_json_tree:
 * @self: the text
 * @key: (nullable): key of the object
 * @node: a node
 *
 * Writes the node with its fields and all that is nested in it.
 */
void
qp_json_tree (QpJson *self, const char *key, const QpNode *node)
{
  QpNodeIter iter;

  qp_json_begin_object (self, key);
  qp_json_string (self, "kind", qp_kind_info (node->kind)->element);
  qp_json_id (self, "id", node->id);
  qp_json_begin_object (self, "fields");
  qp_json_fields (self, node);
  qp_json_end_object (self);
  qp_json_begin_array (self, "children");
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    qp_json_tree (self, NULL, child);
  qp_json_end_array (self);
  qp_json_end_object (self);
}

/**
 * qp_json_finding:
 * @self: a text
 * @finding: a finding
 *
 * Writes an object within an array.
 */
void
qp_json_finding (QpJson *self, const QpFinding *finding)
{
  qp_json_begin_object (self, NULL);
  qp_json_integer (self, "line", finding->line > 0 ? finding->line : QP_UNSET);
  qp_json_string (self, "severity", qp_severity_key (finding->severity));
  qp_json_string (self, "code", finding->code);
  qp_json_string (self, "element", finding->element);
  qp_json_string (self, "field", finding->field);
  qp_json_string (self, "message", finding->message);
  qp_json_end_object (self);
}
