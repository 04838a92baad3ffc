/* qp-json.c: writes one JSON text, value by value
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/qp-json.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct _QpJson
{
  GString *text;
  guint depth;
  gboolean first; /* nothing written yet at this depth */
};

/**
 * qp_json_new:
 *
 * Returns: (transfer full): an empty text
 */
QpJson *
qp_json_new (void)
{
  QpJson *self = g_new0 (QpJson, 1);

  self->text = g_string_new (NULL);
  self->first = TRUE;
  return self;
}

/**
 * qp_json_free:
 * @self: (transfer full): a text
 */
void
qp_json_free (QpJson *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const guchar c = (guchar) *p;

      if (c == '"' || c == '\\')
        g_string_append_c (out, '\\');
      if (c >= 0x20)
        g_string_append_c (out, *p);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_c (out, '"');
}

static void
begin_line (QpJson *self)
{
  if (self->depth == 0)
    return;
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
begin_value (QpJson *self, const char *key)
{
  if (!self->first)
    g_string_append_c (self->text, ',');
  self->first = FALSE;
  begin_line (self);
  if (key == NULL)
    return;
  append_quoted (self->text, key);
  g_string_append (self->text, ": ");
}

static void
begin_nested (QpJson *self, const char *key, char bracket)
{
  begin_value (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->first = TRUE;
}

static void
end_nested (QpJson *self, char bracket)
{
  const gboolean empty = self->first;

  g_return_if_fail (self->depth > 0);
  self->depth--;
  self->first = FALSE;
  if (!empty)
    {
      if (self->depth == 0)
        g_string_append_c (self->text, '\n');
      begin_line (self);
    }
  g_string_append_c (self->text, bracket);
}

/**
 * qp_json_begin_object:
 * @self: the text
 * @key: (nullable): key of the object
 *
 * Begins an object; qp_json_end_object() ends it.
 */
void
qp_json_begin_object (QpJson *self, const char *key)
{
  begin_nested (self, key, '{');
}

/**
 * qp_json_end_object:
 * @self: the text
 */
void
qp_json_end_object (QpJson *self)
{
  end_nested (self, '}');
}

/**
 * qp_json_begin_array:
 * @self: the text
 * @key: (nullable): key of the array
 *
 * Begins an array; qp_json_end_array() ends it.
 */
void
qp_json_begin_array (QpJson *self, const char *key)
{
  begin_nested (self, key, '[');
}

/**
 * qp_json_end_array:
 * @self: the text
 */
void
qp_json_end_array (QpJson *self)
{
  end_nested (self, ']');
}

/**
 * qp_json_raw:
 * @self: the text
 * @key: (nullable): key of the value
 * @json: a complete JSON value
 */
void
qp_json_raw (QpJson *self, const char *key, const char *json)
{
  begin_value (self, key);
  g_string_append (self->text, json);
}

/**
 * qp_json_null:
 * @self: the text
 * @key: (nullable): key of what is not known
 */
void
qp_json_null (QpJson *self, const char *key)
{
  qp_json_raw (self, key, "null");
}

/**
 * qp_json_string:
 * @self: the text
 * @key: (nullable): key of the value
 * @value: (nullable): UTF-8, or %NULL for not known
 */
void
qp_json_string (QpJson *self, const char *key, const char *value)
{
  if (value == NULL)
    {
      qp_json_null (self, key);
      return;
    }
  /* names of files may hold any bytes */
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  begin_value (self, key);
  append_quoted (self->text, valid);
}

/**
 * qp_json_number:
 * @self: the text
 * @key: (nullable): key of the value
 * @value: a number; NaN and infinities are not known
 *
 * Fifteen digits are written: binary fractions such as 0.1 keep the look of decimals.
 */
void
qp_json_number (QpJson *self, const char *key, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    {
      qp_json_null (self, key);
      return;
    }
  qp_json_raw (self, key, g_ascii_formatd (text, sizeof text, "%.15g", value == 0 ? 0 : value));
}

/**
 * qp_json_integer:
 * @self: the text
 * @key: (nullable): key of the value
 * @value: a whole number, or %QP_UNSET for not known
 */
void
qp_json_integer (QpJson *self, const char *key, gint64 value)
{
  char text[32];

  if (value == QP_UNSET)
    {
      qp_json_null (self, key);
      return;
    }
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  qp_json_raw (self, key, text);
}

/**
 * qp_json_boolean:
 * @self: the text
 * @key: (nullable): key of the value
 * @value: true or false
 */
void
qp_json_boolean (QpJson *self, const char *key, gboolean value)
{
  qp_json_raw (self, key, value ? "true" : "false");
}

/**
 * qp_json_print:
 * @self: a text whose objects and arrays have all ended
 *
 * Writes the text and a newline to standard output.
 */
void
qp_json_print (QpJson *self)
{
  g_return_if_fail (self->depth == 0);
  fwrite (self->text->str, 1, self->text->len, stdout);
  putchar ('\n');
}
