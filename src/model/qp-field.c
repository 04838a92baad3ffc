/* qp-field.c: values of a field in and out of text, range checks, numbers for the engine
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "model/qp-field.h"

#include <math.h>
#include <string.h>

static const char *const group_labels[QP_N_GROUPS] = {
  [QP_GROUP_GENERAL] = N_ ("General"),     [QP_GROUP_PLACE] = N_ ("Place"),   [QP_GROUP_SHAPE] = N_ ("Shape"),
  [QP_GROUP_CABINET] = N_ ("Cabinets"),    [QP_GROUP_OPERATION] = N_ ("Operation"),
  [QP_GROUP_SIGNAL] = N_ ("Signal"),       [QP_GROUP_MONEY] = N_ ("Money"),   [QP_GROUP_PEOPLE] = N_ ("People"),
  [QP_GROUP_WIRING] = N_ ("Wiring"),       [QP_GROUP_STRUCTURE] = N_ ("Structure"),
  [QP_GROUP_DEPTH] = N_ ("Naked-eye 3D"),
  [QP_GROUP_SOURCE] = N_ ("Source"),       [QP_GROUP_DATA] = N_ ("Data"),
};

/**
 * qp_group_label:
 * @group: a group
 *
 * Returns: (transfer none): its translated heading
 */
const char *
qp_group_label (QpGroup group)
{
  return _ (group_labels[group]);
}

/**
 * qp_field_label:
 * @self: a field
 *
 * Returns: (transfer none): its translated label
 */
const char *
qp_field_label (const QpField *self)
{
  return _ (self->label);
}

static gboolean
is_scaled (const QpField *self)
{
  return self->type == QP_FIELD_LENGTH || self->type == QP_FIELD_MONEY;
}

/* stored integers in one of the field's unit */
static double
scale_of (const QpField *self)
{
  static const double scales[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  const guint decimals = is_scaled (self) ? qp_unit_decimals (self->unit) : 0;

  g_return_val_if_fail (decimals < G_N_ELEMENTS (scales), 1);
  return scales[decimals];
}

static QpFieldProblem
from_parse (QpParse parse)
{
  switch (parse)
    {
    case QP_PARSE_OK:
      return QP_FIELD_FINE;
    case QP_PARSE_ROUNDED:
      return QP_FIELD_ROUNDED;
    case QP_PARSE_RANGE:
      return QP_FIELD_OUT_OF_RANGE;
    case QP_PARSE_BAD:
    default:
      return QP_FIELD_NOT_A_VALUE;
    }
}

static QpFieldProblem
parse_enum (const QpField *self, const char *text, gint64 *integer)
{
  for (guint i = 0; self->values[i].key != NULL; i++)
    if (strcmp (self->values[i].key, text) == 0)
      {
        *integer = i;
        return QP_FIELD_FINE;
      }
  return QP_FIELD_NOT_A_VALUE;
}

static QpFieldProblem
parse_bool (const char *text, gint64 *integer)
{
  *integer = strcmp (text, "yes") == 0;
  return *integer || strcmp (text, "no") == 0 ? QP_FIELD_FINE : QP_FIELD_NOT_A_VALUE;
}

/* hours and minutes; hours beyond 24 mean the night that follows */
static QpFieldProblem
parse_time (const char *text, gint64 *integer)
{
  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1])
      || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]) || text[3] > '5')
    return QP_FIELD_NOT_A_VALUE;
  *integer = ((text[0] - '0') * 10 + (text[1] - '0')) * 60 + (text[3] - '0') * 10 + (text[4] - '0');
  return QP_FIELD_FINE;
}

/* year, year-month or year-month-day: sources are often dated no closer */
static gboolean
is_date (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";
  const gsize length = strlen (text);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != '-')
      return FALSE;
  const int month = length >= 7 ? atoi (text + 5) : 1;
  const int day = length == 10 ? atoi (text + 8) : 1;
  const int year = atoi (text);
  return year >= 1 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static QpFieldProblem
parse_points (const char *text, QpPoints **points)
{
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (QpPoint));
  QpFieldProblem result = QP_FIELD_FINE;
  char number[32];

  for (const char *p = text + strspn (text, " \t\n"); *p != '\0'; p += strspn (p, " \t\n"))
    {
      gint64 xy[2];
      for (guint i = 0; i < 2; i++)
        {
          const gsize length = strcspn (p, i == 0 ? "," : " \t\n");
          if (length >= sizeof number || (i == 0 && p[length] != ','))
            return QP_FIELD_NOT_A_VALUE;
          memcpy (number, p, length);
          number[length] = '\0';
          const QpFieldProblem problem = from_parse (qp_decimal_parse (number, 6, &xy[i]));
          if (problem > QP_FIELD_ROUNDED)
            return problem;
          result = MAX (result, problem);
          p += length + (i == 0);
        }
      const QpPoint point = { xy[0], xy[1] };
      g_array_append_val (at, point);
    }
  *points = qp_points_new ((const QpPoint *) at->data, at->len);
  return result;
}

static QpFieldProblem
parse_data (const char *text, GBytes **bytes)
{
  gsize length;
  guchar *data;

  if (strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\n\r") != strlen (text))
    return QP_FIELD_NOT_A_VALUE;
  data = g_base64_decode (text, &length);
  *bytes = g_bytes_new_take (data, length);
  return QP_FIELD_FINE;
}

static QpFieldProblem
parse_integer (const QpField *self, const char *text, gint64 *integer)
{
  switch (self->type)
    {
    case QP_FIELD_ENUM:
      return parse_enum (self, text, integer);
    case QP_FIELD_BOOL:
      return parse_bool (text, integer);
    case QP_FIELD_TIME:
      return parse_time (text, integer);
    case QP_FIELD_LENGTH:
    case QP_FIELD_MONEY:
      return from_parse (qp_decimal_parse (text, qp_unit_decimals (self->unit), integer));
    case QP_FIELD_INT:
    default:
      {
        const QpFieldProblem problem = from_parse (qp_decimal_parse (text, 0, integer));
        return problem == QP_FIELD_ROUNDED ? QP_FIELD_NOT_A_VALUE : problem;
      }
    }
}

static QpFieldProblem
parse_by_storage (const QpField *self, const char *text, QpValue *value)
{
  switch (value->storage)
    {
    case QP_STORAGE_TEXT:
      if (self->type == QP_FIELD_DATE && !is_date (text))
        return QP_FIELD_NOT_A_VALUE;
      *value = qp_value_text (text);
      return QP_FIELD_FINE;
    case QP_STORAGE_REAL:
      return from_parse (qp_real_parse (text, &value->real));
    case QP_STORAGE_ID:
      return qp_id_parse (text, &value->id) ? QP_FIELD_FINE : QP_FIELD_NOT_A_VALUE;
    case QP_STORAGE_POINTS:
      return parse_points (text, &value->points);
    case QP_STORAGE_BYTES:
      return parse_data (text, &value->bytes);
    case QP_STORAGE_INTEGER:
    default:
      return parse_integer (self, text, &value->integer);
    }
}

/**
 * qp_field_parse:
 * @self: a field
 * @text: text as in the file; "" means "not known"
 * @value: (out): the value, owned; unset when the text is no value of the field or out of range
 *
 * Returns: whether the text is a value of the field, and within its range
 */
QpFieldProblem
qp_field_parse (const QpField *self, const char *text, QpValue *value)
{
  *value = qp_value_unset (qp_field_type_storage (self->type));
  if (*text == '\0')
    return QP_FIELD_FINE;

  QpFieldProblem problem = parse_by_storage (self, text, value);
  if (problem <= QP_FIELD_ROUNDED)
    problem = MAX (problem, qp_field_check (self, value));
  if (problem > QP_FIELD_ROUNDED)
    {
      qp_value_clear (value);
      *value = qp_value_unset (qp_field_type_storage (self->type));
    }
  return problem;
}

static void
append_points (const QpPoints *points, GString *out)
{
  for (guint i = 0; i < points->n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      qp_decimal_append (out, points->at[i].x, 6);
      g_string_append_c (out, ',');
      qp_decimal_append (out, points->at[i].y, 6);
    }
}

static void
append_data (GBytes *bytes, GString *out)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_base64_encode (data, length);
  g_string_append (out, text);
}

static void
append_two_digits (GString *out, gint64 number)
{
  g_string_append_c (out, (char) ('0' + number / 10));
  g_string_append_c (out, (char) ('0' + number % 10));
}

static void
append_integer (const QpField *self, gint64 integer, GString *out)
{
  switch (self->type)
    {
    case QP_FIELD_ENUM:
      g_string_append (out, self->values[integer].key);
      break;
    case QP_FIELD_BOOL:
      g_string_append (out, integer ? "yes" : "no");
      break;
    case QP_FIELD_TIME:
      append_two_digits (out, integer / 60);
      g_string_append_c (out, ':');
      append_two_digits (out, integer % 60);
      break;
    default:
      qp_decimal_append (out, integer, is_scaled (self) ? qp_unit_decimals (self->unit) : 0);
      break;
    }
}

/**
 * qp_field_append:
 * @self: a field
 * @value: its value; nothing is written when unset
 * @out: text to append to
 *
 * Writes the value as in the file; qp_field_parse() reads it back.
 */
void
qp_field_append (const QpField *self, const QpValue *value, GString *out)
{
  char id[QP_ID_TEXT_SIZE];

  if (qp_value_is_unset (value))
    return;
  switch (value->storage)
    {
    case QP_STORAGE_TEXT:
      g_string_append (out, value->text);
      break;
    case QP_STORAGE_REAL:
      qp_real_append (out, value->real);
      break;
    case QP_STORAGE_ID:
      g_string_append (out, qp_id_to_text (value->id, id));
      break;
    case QP_STORAGE_POINTS:
      append_points (value->points, out);
      break;
    case QP_STORAGE_BYTES:
      append_data (value->bytes, out);
      break;
    case QP_STORAGE_INTEGER:
    default:
      append_integer (self, value->integer, out);
      break;
    }
}

/**
 * qp_field_to_text:
 * @self: a field
 * @value: its value
 *
 * Returns: (transfer full): the text as in the file, "" when unset
 */
char *
qp_field_to_text (const QpField *self, const QpValue *value)
{
  GString *out = g_string_new (NULL);
  qp_field_append (self, value, out);
  return g_string_free (out, FALSE);
}

/**
 * qp_field_number:
 * @self: a field
 * @value: its value
 *
 * Returns: the number in the field's unit, or NaN when it is not known or no number; choices give their index
 */
double
qp_field_number (const QpField *self, const QpValue *value)
{
  if (value->storage == QP_STORAGE_REAL)
    return value->real;
  if (value->storage != QP_STORAGE_INTEGER || value->integer == QP_UNSET)
    return NAN;
  return (double) value->integer / scale_of (self);
}

/**
 * qp_field_from_number:
 * @self: a field that holds a number
 * @number: number in the field's unit; NaN = not known
 *
 * Returns: the value nearest to @number that the field can hold
 */
QpValue
qp_field_from_number (const QpField *self, double number)
{
  if (qp_field_type_storage (self->type) == QP_STORAGE_REAL)
    return qp_value_real (number);
  if (isnan (number))
    return qp_value_unset (QP_STORAGE_INTEGER);
  return qp_value_integer ((gint64) llround (number * scale_of (self)));
}

/**
 * qp_field_check:
 * @self: a field
 * @value: a value for it
 *
 * Returns: %QP_FIELD_FINE, or %QP_FIELD_OUT_OF_RANGE when a number is beyond the field's bounds or a choice
 *   does not exist
 */
QpFieldProblem
qp_field_check (const QpField *self, const QpValue *value)
{
  if (self->type == QP_FIELD_ENUM && value->integer != QP_UNSET)
    {
      guint n = 0;
      while (self->values[n].key != NULL)
        n++;
      return value->integer >= 0 && value->integer < n ? QP_FIELD_FINE : QP_FIELD_OUT_OF_RANGE;
    }
  const double number = qp_field_number (self, value);
  const gboolean out = number < self->min || number > self->max || isinf (number);
  return out ? QP_FIELD_OUT_OF_RANGE : QP_FIELD_FINE;
}

static char *
expected_number (const QpField *self, const char *what)
{
  const char *symbol = qp_unit_symbol (self->unit);
  const char *space = *symbol == '\0' ? "" : " ";
  g_autofree char *min = isnan (self->min) ? NULL : qp_number_display_shortest (self->min);
  g_autofree char *max = isnan (self->max) ? NULL : qp_number_display_shortest (self->max);

  if (min == NULL || max == NULL)
    return g_strdup (what);
  return g_strdup_printf (_ ("%s from %s to %s%s%s"), what, min, max, space, symbol);
}

static char *
expected_choice (const QpField *self)
{
  GString *out = g_string_new (_ ("one of"));

  for (guint i = 0; self->values[i].key != NULL; i++)
    g_string_append_printf (out, "%s %s", i == 0 ? "" : ",", self->values[i].key);
  return g_string_free (out, FALSE);
}

/**
 * qp_field_expected:
 * @self: a field
 *
 * Says in words what the field takes, for messages: "a whole number from 1 to 20 000".
 *
 * Returns: (transfer full): the translated words
 */
char *
qp_field_expected (const QpField *self)
{
  switch (self->type)
    {
    case QP_FIELD_DATE:
      return g_strdup (_ ("a date such as 2026, 2026-03 or 2026-03-31"));
    case QP_FIELD_INT:
      return expected_number (self, _ ("a whole number"));
    case QP_FIELD_LENGTH:
    case QP_FIELD_MONEY:
    case QP_FIELD_REAL:
      return expected_number (self, _ ("a number"));
    case QP_FIELD_TIME:
      return g_strdup (_ ("a time such as 07:30"));
    case QP_FIELD_BOOL:
      return g_strdup (_ ("yes or no"));
    case QP_FIELD_ENUM:
      return expected_choice (self);
    case QP_FIELD_REF:
      return g_strdup (_ ("the id of another object"));
    case QP_FIELD_POINTS:
      return g_strdup (_ ("points in metres such as 0,0 12.5,0 12.5,8"));
    case QP_FIELD_DATA:
      return g_strdup (_ ("base64 text"));
    case QP_FIELD_STRING:
    default:
      return g_strdup (_ ("text"));
    }
}
