/* qp-schema.c: the schemas and the tables of the file-format page, printed from the tables of the kinds
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "lib/qp-schema.h"

#include "store/qp-store-private.h"

#include <math.h>
#include <string.h>

#define ID_PATTERN "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
#define COORDINATE "[\\-+]?[0-9]+(\\.[0-9]{1,6})?"

static gboolean
is_below (QpKind kind, QpKind root_kind)
{
  if (kind == root_kind)
    return TRUE;
  for (guint parent = 0; parent < QP_N_KINDS; parent++)
    if (qp_kind_may_contain (parent, kind) && is_below (parent, root_kind))
      return TRUE;
  return FALSE;
}

static void
append_pattern (GString *out, const char *pattern)
{
  g_string_append_printf (out, "          <data type=\"string\"><param name=\"pattern\">%s</param></data>\n", pattern);
}

static void
append_bound (GString *out, const char *name, double bound)
{
  if (isnan (bound))
    return;
  g_string_append_printf (out, "            <param name=\"%s\">", name);
  qp_real_append (out, bound);
  g_string_append (out, "</param>\n");
}

static void
append_number (GString *out, const QpField *field, const char *type, const char *pattern)
{
  g_string_append_printf (out, "          <data type=\"%s\">\n", type);
  g_string_append_printf (out, "            <param name=\"pattern\">%s</param>\n", pattern);
  append_bound (out, "minInclusive", field->min);
  append_bound (out, "maxInclusive", field->max);
  g_string_append (out, "          </data>\n");
}

static void
append_scaled (GString *out, const QpField *field)
{
  g_autofree char *pattern = g_strdup_printf ("[\\-+]?[0-9]+(\\.[0-9]{1,%u})?", qp_unit_decimals (field->unit));
  append_number (out, field, "decimal", pattern);
}

static void
append_choices (GString *out, const QpEnumValue *values)
{
  for (guint i = 0; values[i].key != NULL; i++)
    g_string_append_printf (out, "          <value>%s</value>\n", values[i].key);
}

static void
append_type (GString *out, const QpField *field)
{
  switch (field->type)
    {
    case QP_FIELD_DATE:
      append_pattern (out, "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
      break;
    case QP_FIELD_INT:
      append_number (out, field, "integer", "[\\-+]?[0-9]+");
      break;
    case QP_FIELD_LENGTH:
    case QP_FIELD_MONEY:
      append_scaled (out, field);
      break;
    case QP_FIELD_REAL:
      append_number (out, field, "double", "[\\-+]?[0-9]*\\.?[0-9]+([eE][\\-+]?[0-9]+)?");
      break;
    case QP_FIELD_TIME:
      append_pattern (out, "[0-4][0-9]:[0-5][0-9]");
      break;
    case QP_FIELD_BOOL:
      g_string_append (out, "          <value>no</value>\n          <value>yes</value>\n");
      break;
    case QP_FIELD_ENUM:
      append_choices (out, field->values);
      break;
    case QP_FIELD_REF:
      g_string_append (out, "          <ref name=\"id\"/>\n");
      break;
    case QP_FIELD_POINTS:
      g_string_append (out, "          <list><oneOrMore><data type=\"string\"><param name=\"pattern\">" COORDINATE
                            "," COORDINATE "</param></data></oneOrMore></list>\n");
      break;
    case QP_FIELD_STRING:
    case QP_FIELD_DATA:
    default:
      g_string_append (out, "          <text/>\n");
      break;
    }
}

static void
append_attribute (GString *out, const QpField *field)
{
  const gboolean may_be_empty = field->initial != NULL && field->type != QP_FIELD_STRING;
  const gboolean several = may_be_empty || field->type == QP_FIELD_ENUM || field->type == QP_FIELD_BOOL;

  g_string_append_printf (out, "        <optional><attribute name=\"%s\">\n", field->name);
  if (several)
    g_string_append (out, "          <choice>\n");
  append_type (out, field);
  if (may_be_empty)
    g_string_append (out, "          <value/>\n");
  if (several)
    g_string_append (out, "          </choice>\n");
  g_string_append (out, "        </attribute></optional>\n");
}

static void
append_content (GString *out, QpKind kind)
{
  gboolean any = FALSE;

  if (qp_store_data_field (kind) != NULL)
    g_string_append (out, "      <zeroOrMore>\n        <element name=\"" QP_STORE_CHUNK_ELEMENT
                          "\">\n          <data type=\"base64Binary\"/>\n        </element>\n      </zeroOrMore>\n");
  for (guint child = 0; child < QP_N_KINDS; child++)
    if (qp_kind_may_contain (kind, child))
      {
        if (!any)
          g_string_append (out, "      <zeroOrMore>\n        <choice>\n");
        any = TRUE;
        g_string_append_printf (out, "          <ref name=\"%s\"/>\n", qp_kind_info (child)->element);
      }
  if (any)
    g_string_append (out, "        </choice>\n      </zeroOrMore>\n");
}

static void
append_kind (GString *out, QpKind kind, gboolean is_root)
{
  const QpKindInfo *info = qp_kind_info (kind);

  g_string_append_printf (out, "\n  <define name=\"%s\">\n    <element name=\"%s\">\n", info->element, info->element);
  if (is_root)
    g_string_append_printf (out, "      <attribute name=\"format\"><value>%d.%d</value></attribute>\n", QP_FORMAT_MAJOR,
                            QP_FORMAT_MINOR);
  g_string_append (out, "      <attribute name=\"id\"><ref name=\"id\"/></attribute>\n");
  /* same meaning as a plain list, but libxml2 tries every subset of a plain list of optional attributes */
  g_string_append (out, "      <interleave>\n");
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type != QP_FIELD_DATA)
      append_attribute (out, &info->fields[i]);
  g_string_append (out, "      </interleave>\n");
  append_content (out, kind);
  g_string_append (out, "    </element>\n  </define>\n");
}

/**
 * qp_schema_relax_ng:
 * @root_kind: %QP_KIND_PROJECT or %QP_KIND_CATALOGUE
 *
 * Returns: (transfer full): the RELAX NG schema of such files, as in data/schema
 */
char *
qp_schema_relax_ng (QpKind root_kind)
{
  const char *element = qp_kind_info (root_kind)->element;
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_string_append_printf (out,
                          "<!-- The format of a Qianping %s, version %d.%d. Made from the tables of src/model/qp-kinds.h by\n"
                          "     tests/lib/make-schema; a test holds it against them. Attributes stand in interleaves, which means the\n"
                          "     same as a plain list: libxml2 tries every subset of a plain list of optional ones.\n\n"
                          "     Copyright 2026 The Qianping authors\n"
                          "     SPDX-License-Identifier: GPL-3.0-or-later -->\n",
                          element, QP_FORMAT_MAJOR, QP_FORMAT_MINOR);
  g_string_append_printf (out,
                          "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
                          "    datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\"\n"
                          "    ns=\"%s\">\n"
                          "  <start>\n    <ref name=\"%s\"/>\n  </start>\n\n"
                          "  <define name=\"id\">\n"
                          "    <data type=\"string\"><param name=\"pattern\">%s</param></data>\n"
                          "  </define>\n",
                          qp_store_namespace (root_kind), element, ID_PATTERN);
  for (guint kind = 0; kind < QP_N_KINDS; kind++)
    if (is_below (kind, root_kind))
      append_kind (out, kind, kind == root_kind);
  g_string_append (out, "</grammar>\n");
  return g_string_free (out, FALSE);
}

static const char *
type_words (const QpField *field)
{
  static const char *const words[] = {
    [QP_FIELD_STRING] = "text",        [QP_FIELD_DATE] = "date",       [QP_FIELD_INT] = "whole number",
    [QP_FIELD_LENGTH] = "length",      [QP_FIELD_MONEY] = "money",     [QP_FIELD_TIME] = "time",
    [QP_FIELD_BOOL] = "`no` or `yes`", [QP_FIELD_ENUM] = "one of",     [QP_FIELD_REAL] = "number",
    [QP_FIELD_REF] = "id",             [QP_FIELD_POINTS] = "points",   [QP_FIELD_DATA] = "`chunk` elements",
  };
  return words[field->type];
}

static void
append_type_cell (GString *out, const QpField *field)
{
  g_string_append (out, type_words (field));
  for (guint i = 0; field->values != NULL && field->values[i].key != NULL; i++)
    g_string_append_printf (out, "%s `%s`", i == 0 ? "" : ",", field->values[i].key);
  if (field->type == QP_FIELD_REF)
    g_string_append_printf (out, " of a `%s`", field->name);
}

static void
append_number_cell (GString *out, double number)
{
  g_string_append (out, " | ");
  if (!isnan (number))
    qp_real_append (out, number);
}

static void
append_field_row (GString *out, const QpField *field)
{
  g_string_append_printf (out, "| `%s` | ", field->name);
  append_type_cell (out, field);
  g_string_append_printf (out, " | %s", qp_unit_symbol (field->unit));
  append_number_cell (out, field->min);
  append_number_cell (out, field->max);
  g_string_append_printf (out, " | %s | %d.%u | %s |\n", field->initial == NULL ? "" : field->initial, QP_FORMAT_MAJOR,
                          field->since, field->label);
}

static void
append_kinds_that (GString *out, const char *words, QpKind kind, gboolean parents)
{
  guint n = 0;

  for (guint other = 0; other < QP_N_KINDS; other++)
    if (parents ? qp_kind_may_contain (other, kind) : qp_kind_may_contain (kind, other))
      g_string_append_printf (out, "%s `%s`", n++ == 0 ? words : ",", qp_kind_info (other)->element);
  if (n > 0)
    g_string_append (out, ".\n");
}

static void
append_kind_tables (GString *out, QpKind kind)
{
  const QpKindInfo *info = qp_kind_info (kind);

  g_string_append_printf (out, "\n## `%s`: %s\n\n", info->element, info->label);
  append_kinds_that (out, "Stands in", kind, TRUE);
  append_kinds_that (out, "Holds", kind, FALSE);
  g_string_append (out, "\n| attribute | type | unit | least | greatest | default | since | meaning |\n"
                        "| --- | --- | --- | --- | --- | --- | --- | --- |\n");
  for (guint i = 0; i < info->n_fields; i++)
    append_field_row (out, &info->fields[i]);
}

/**
 * qp_schema_field_tables:
 *
 * Returns: (transfer full): doc/file-format-fields.md
 */
char *
qp_schema_field_tables (void)
{
  GString *out = g_string_new ("# Elements and attributes\n\n"
                               "Made from the tables of `src/model/qp-kinds.h` by `tests/lib/make-schema`; a test holds this "
                               "page against them.\nHow the types are written: `file-format.md`. Every element has an `id` as "
                               "well.\n");

  for (guint kind = 0; kind < QP_N_KINDS; kind++)
    append_kind_tables (out, kind);
  return g_string_free (out, FALSE);
}
