/* qp-field-text.c: values of fields as people type and read them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-field-text.h"
#include "base/qp-number.h"

#include <stdio.h>

/* Other units in which a number may be typed, and how many of the field's unit one of them is. */
static const struct
{
  QpUnit unit;
  const char *suffix;
  double factor;
} other_units[] = {
  { QP_UNIT_M, "km", 1000 },     { QP_UNIT_M, "cm", 0.01 },       { QP_UNIT_M, "mm", 0.001 },
  { QP_UNIT_M, "ft", 0.3048 },   { QP_UNIT_M, "′", 0.3048 },      { QP_UNIT_M, "'", 0.3048 },
  { QP_UNIT_M, "in", 0.0254 },   { QP_UNIT_M, "″", 0.0254 },      { QP_UNIT_M, "\"", 0.0254 },
  { QP_UNIT_M, "米", 1 },        { QP_UNIT_M, "毫米", 0.001 },    { QP_UNIT_M, "厘米", 0.01 },
  { QP_UNIT_MM, "m", 1000 },     { QP_UNIT_MM, "cm", 10 },        { QP_UNIT_MM, "in", 25.4 },
  { QP_UNIT_MM, "毫米", 1 },     { QP_UNIT_W, "kW", 1000 },       { QP_UNIT_W, "MW", 1e6 },
  { QP_UNIT_KW, "W", 0.001 },    { QP_UNIT_S, "min", 60 },        { QP_UNIT_S, "h", 3600 },
  { QP_UNIT_S, "秒", 1 },        { QP_UNIT_S, "分", 60 },         { QP_UNIT_S, "小时", 3600 },
  { QP_UNIT_H, "min", 1 / 60.0 }, { QP_UNIT_H, "小时", 1 },       { QP_UNIT_DEG, "deg", 1 },
  { QP_UNIT_DEG, "度", 1 },      { QP_UNIT_CDM2, "cd/m2", 1 },    { QP_UNIT_CDM2, "nit", 1 },
  { QP_UNIT_CDM2, "nits", 1 },   { QP_UNIT_MBIT_PER_S, "Gbit/s", 1000 }, { QP_UNIT_MBIT_PER_S, "Mbps", 1 },
  { QP_UNIT_MBIT_PER_S, "Gbps", 1000 }, { QP_UNIT_HZ, "fps", 1 }, { QP_UNIT_MONEY, "万", 1e4 },
  { QP_UNIT_MONEY, "亿", 1e8 },  { QP_UNIT_MONEY_PER_M2, "万", 1e4 }, { QP_UNIT_YEAR, "years", 1 },
  { QP_UNIT_YEAR, "年", 1 },     { QP_UNIT_DAY, "days", 1 },      { QP_UNIT_DAY, "天", 1 },
};

/**
 * qp_field_is_number:
 * @field: a field
 *
 * Returns: whether its value is typed as a number
 */
gboolean
qp_field_is_number (const QpField *field)
{
  return field->type == QP_FIELD_INT || field->type == QP_FIELD_LENGTH || field->type == QP_FIELD_MONEY
         || field->type == QP_FIELD_REAL;
}

/**
 * qp_field_is_typed:
 * @field: a field
 *
 * Returns: whether its value is typed at all, and not chosen or drawn
 */
gboolean
qp_field_is_typed (const QpField *field)
{
  return qp_field_is_number (field) || field->type == QP_FIELD_STRING || field->type == QP_FIELD_DATE
         || field->type == QP_FIELD_TIME;
}

/**
 * qp_field_may_be_unset:
 * @field: a field
 *
 * Returns: whether "not known" is a value it may have; a field with a default always has one
 */
gboolean
qp_field_may_be_unset (const QpField *field)
{
  return field->initial == NULL;
}

/**
 * qp_field_step:
 * @field: a field that is a number
 *
 * Returns: by how much an arrow key changes it, in its unit; Shift makes ten times as much
 */
double
qp_field_step (const QpField *field)
{
  switch (field->unit)
    {
    case QP_UNIT_M:
      return 0.1;
    case QP_UNIT_LX:
    case QP_UNIT_CDM2:
      return 10;
    case QP_UNIT_MONEY_PER_KWH:
    case QP_UNIT_KG_PER_KWH:
      return 0.01;
    case QP_UNIT_MONEY_PER_M2:
      return 100;
    default:
      return 1;
    }
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x2009 || c == 0x202f || c == 0xa0;
}

/* Numbers are typed in many ways: thin spaces between thousands, a true minus, a decimal comma. */
static char *
plain_number (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      if (c == 0x2212)
        g_string_append_c (out, '-');
      else if (!is_space (c))
        g_string_append_unichar (out, c);
    }
  char *comma = strchr (out->str, ',');
  if (comma != NULL && strchr (comma + 1, ',') == NULL && strchr (out->str, '.') == NULL
      && strspn (comma + 1, "0123456789") != 3)
    *comma = '.';
  return g_string_free (out, FALSE);
}

static gboolean
unit_factor (const QpField *field, const char *suffix, double *factor)
{
  *factor = 1;
  if (*suffix == '\0' || g_ascii_strcasecmp (suffix, qp_unit_symbol (field->unit)) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (other_units); i++)
    if (other_units[i].unit == field->unit && g_ascii_strcasecmp (suffix, other_units[i].suffix) == 0)
      {
        *factor = other_units[i].factor;
        return TRUE;
      }
  return FALSE;
}

static QpFieldProblem
parse_number (const QpField *field, const char *text, QpValue *value)
{
  g_autofree char *plain = plain_number (text);
  const gsize digits = strspn (plain, "+-0123456789.");
  double factor = 1;
  if (digits == 0 || !unit_factor (field, plain + digits, &factor))
    return QP_FIELD_NOT_A_VALUE;
  plain[digits] = '\0';
  const char *number = *plain == '+' ? plain + 1 : plain;
  if (factor == 1)
    return qp_field_parse (field, number, value);
  double real = 0;
  if (qp_real_parse (number, &real) != QP_PARSE_OK)
    return QP_FIELD_NOT_A_VALUE;
  QpValue converted = qp_field_from_number (field, real * factor);
  const QpFieldProblem problem = qp_field_check (field, &converted);
  if (problem == QP_FIELD_FINE)
    *value = converted;
  return problem;
}

/* "0730", "7:30" and "7" all mean 07:30 or 07:00. */
static char *
plain_time (const char *text)
{
  int hours = 0, minutes = 0;
  if (sscanf (text, "%2d:%2d", &hours, &minutes) < 1 || strspn (text, "0123456789:") != strlen (text))
    return g_strdup (text);
  if (strchr (text, ':') == NULL && strlen (text) >= 3)
    {
      const int both = (int) g_ascii_strtoll (text, NULL, 10);
      hours = both / 100;
      minutes = both % 100;
    }
  return g_strdup_printf ("%02d:%02d", hours, minutes);
}

/**
 * qp_field_text_parse:
 * @field: a field
 * @text: what was typed; a unit may follow a number
 * @value: (out): the value, owned; unset when @text is empty
 *
 * Returns: whether @text is a value of the field, and within its range
 */
QpFieldProblem
qp_field_text_parse (const QpField *field, const char *text, QpValue *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  *value = qp_value_unset (qp_field_type_storage (field->type));
  if (*stripped == '\0')
    return qp_field_may_be_unset (field) ? QP_FIELD_FINE : QP_FIELD_NOT_A_VALUE;
  if (field->type == QP_FIELD_STRING)
    return qp_field_parse (field, text, value);
  if (qp_field_is_number (field))
    return parse_number (field, stripped, value);
  g_autofree char *plain = field->type == QP_FIELD_TIME ? plain_time (stripped) : g_strdup (stripped);
  return qp_field_parse (field, plain, value);
}

/**
 * qp_field_text_show:
 * @field: a field
 * @value: its value
 *
 * Returns: (transfer full): the text for an entry, without the unit; "" when not known
 */
char *
qp_field_text_show (const QpField *field, const QpValue *value)
{
  if (field->type == QP_FIELD_POINTS)
    {
      const guint n = value->points != NULL ? value->points->n : 0;
      return g_strdup_printf (ngettext ("%u point", "%u points", n), n);
    }
  if (field->type == QP_FIELD_DATA)
    return value->bytes != NULL ? g_format_size (g_bytes_get_size (value->bytes)) : g_strdup (_ ("none"));
  return qp_field_to_text (field, value);
}

/**
 * qp_field_text_unit:
 * @field: a field
 * @project: the project, for its currency
 *
 * Returns: (transfer full): the unit as shown behind the number, "" when there is none
 */
char *
qp_field_text_unit (const QpField *field, const QpProject *project)
{
  const char *symbol = qp_unit_symbol (field->unit);
  if (field->unit != QP_UNIT_MONEY && field->unit != QP_UNIT_MONEY_PER_M2 && field->unit != QP_UNIT_MONEY_PER_KWH
      && field->unit != QP_UNIT_MONEY_PER_MIN)
    return g_strdup (symbol);
  return g_strconcat (project->currency != NULL ? project->currency : "", symbol, NULL);
}
