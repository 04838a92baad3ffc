/* qp-base64.c: embedded files out of chunks of base64 text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/qp-base64.h"

#include <string.h>

enum
{
  PADDING = 64,
  SPACE = 65,
  BAD = 66,
};

static guint8
value_of (guchar c)
{
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return (guint8) (c - 'a' + 26);
  if (c >= '0' && c <= '9')
    return (guint8) (c - '0' + 52);
  if (c == '+' || c == '/')
    return c == '+' ? 62 : 63;
  if (c == '=')
    return PADDING;
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' ? SPACE : BAD;
}

static const guint8 *
values (void)
{
  static guint8 table[256];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (table); i++)
        table[i] = value_of ((guchar) i);
      g_once_init_leave (&made, 1);
    }
  return table;
}

/**
 * qp_base64_init:
 * @self: (out): a decoder that has seen nothing
 */
void
qp_base64_init (QpBase64 *self)
{
  *self = (QpBase64){ .bytes = g_byte_array_new () };
}

/**
 * qp_base64_clear:
 * @self: a decoder, or all zero
 */
void
qp_base64_clear (QpBase64 *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
}

/* four characters are three bytes, or fewer with padding at the end of everything */
static gboolean
add_four (QpBase64 *self, const guint8 *table)
{
  guint8 v[4], out[3];

  for (guint i = 0; i < 4; i++)
    v[i] = table[(guchar) self->pending[i]];
  const guint n = v[2] == PADDING ? 1 : v[3] == PADDING ? 2 : 3;
  if (v[0] == PADDING || v[1] == PADDING || (n == 1 && v[3] != PADDING))
    return FALSE;
  out[0] = (guint8) (v[0] << 2 | v[1] >> 4);
  out[1] = (guint8) (v[1] << 4 | (v[2] & 63) >> 2);
  out[2] = (guint8) (v[2] << 6 | (v[3] & 63));
  g_byte_array_append (self->bytes, out, n);
  self->ended = n < 3;
  self->n_pending = 0;
  return TRUE;
}

static gboolean
add_text (QpBase64 *self, const char *text)
{
  const guint8 *table = values ();

  for (const char *p = text; *p != '\0'; p++)
    {
      const guint8 value = table[(guchar) *p];
      if (value == SPACE)
        continue;
      if (value == BAD || self->ended)
        return FALSE;
      self->pending[self->n_pending++] = *p;
      if (self->n_pending == 4 && !add_four (self, table))
        return FALSE;
    }
  return TRUE;
}

/**
 * qp_base64_add:
 * @self: a decoder
 * @text: the next piece of text
 *
 * Returns: whether it is base64; if not, nothing of it was taken
 */
gboolean
qp_base64_add (QpBase64 *self, const char *text)
{
  const QpBase64 before = *self;
  const guint length = self->bytes->len;

  if (add_text (self, text))
    return TRUE;
  *self = before;
  g_byte_array_set_size (self->bytes, length);
  return FALSE;
}

/**
 * qp_base64_finish:
 * @self: a decoder, cleared by this
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL when the text ended within a group of four
 */
GBytes *
qp_base64_finish (QpBase64 *self)
{
  if (self->n_pending != 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}

/**
 * qp_base64_text_so_far:
 * @self: a decoder
 *
 * Returns: (transfer full): base64 text of all that was added and taken, without white space
 */
char *
qp_base64_text_so_far (const QpBase64 *self)
{
  g_autofree char *whole = g_base64_encode (self->bytes->data, self->bytes->len);
  g_autofree char *rest = g_strndup (self->pending, self->n_pending);
  return g_strconcat (whole, rest, NULL);
}
