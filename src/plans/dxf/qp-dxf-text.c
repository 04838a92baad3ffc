/* qp-dxf-text.c: texts of a DXF file, of whatever code page, as UTF-8
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf-text.h"

#include <stdio.h>
#include <string.h>

/**
 * qp_dxf_codec_init:
 * @self: a codec
 *
 * Sets it up knowing nothing yet.
 */
void
qp_dxf_codec_init (QpDxfCodec *self)
{
  *self = (QpDxfCodec){ .header = (GIConv) -1, .gb18030 = (GIConv) -1 };
}

/**
 * qp_dxf_codec_clear:
 * @self: a codec
 *
 * Frees what it holds.
 */
void
qp_dxf_codec_clear (QpDxfCodec *self)
{
  if (self->header != (GIConv) -1)
    g_iconv_close (self->header);
  if (self->gb18030 != (GIConv) -1)
    g_iconv_close (self->gb18030);
  g_free (self->page);
  qp_dxf_codec_init (self);
}

/* $DWGCODEPAGE is "ANSI_936", "ansi_1252", "DOS850", "GB2312", "BIG5", "KSC5601", "JOHAB", … */
static char *
page_name (const char *name)
{
  static const char *const others[][2]
      = { { "gb2312", "GB18030" }, { "gbk", "GB18030" },   { "gb18030", "GB18030" },
          { "big5", "BIG5" },      { "ksc5601", "CP949" }, { "johab", "JOHAB" },
          { "utf-8", "UTF-8" },    { "utf8", "UTF-8" },    { "macintosh", "MACINTOSH" } };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *digits = lower + strcspn (lower, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (lower, others[i][0]) == 0)
      return g_strdup (others[i][1]);
  if (strcmp (digits, "936") == 0)
    return g_strdup ("GB18030");
  if (g_str_has_prefix (lower, "iso8859") || g_str_has_prefix (lower, "iso_8859"))
    return g_strdup_printf ("ISO-8859-%s", strlen (lower) > 8 ? lower + strcspn (lower + 7, "0123456789") + 7 : "1");
  return strlen (digits) >= 3 && strlen (digits) <= 5 ? g_strdup_printf ("CP%s", digits) : NULL;
}

/**
 * qp_dxf_codec_set_page:
 * @self: a codec
 * @name: what the header says
 * @length: of @name
 *
 * Notes the code page that the header tells, whether true or not.
 */
void
qp_dxf_codec_set_page (QpDxfCodec *self, const char *name, gsize length)
{
  g_autofree char *text = g_strndup (name, MIN (length, 40));

  g_free (self->page);
  self->page = page_name (g_strstrip (text));
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guint8) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Pairs as of GB 2312: both bytes in the upper half. Western text, whose accents stand alone, is not like this. */
static gboolean
is_chinese (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      const guint8 lead = (guint8) text[i];
      if (lead < 0x80)
        continue;
      if (lead < 0xa1 || lead > 0xf7 || i + 1 >= length || (guint8) text[i + 1] < 0xa1 || (guint8) text[i + 1] == 0xff)
        return FALSE;
      i++;
    }
  return TRUE;
}

/* UTF-8 of letters with two bytes each, as "ü", which could as well be Chinese; Chinese in UTF-8 has three */
static gboolean
is_all_pairs (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guint8) text[i] >= 0xe0)
      return FALSE;
  return TRUE;
}

/**
 * qp_dxf_codec_look_at:
 * @self: a codec
 * @text: bytes of a text of the file
 * @length: how many
 *
 * Learns from a text what the bytes of this file may be.
 */
void
qp_dxf_codec_look_at (QpDxfCodec *self, const char *text, gsize length)
{
  if (is_ascii (text, length))
    return;
  const gboolean utf8 = g_utf8_validate (text, (gssize) length, NULL), chinese = is_chinese (text, length);
  const gboolean either = utf8 && chinese && is_all_pairs (text, length);
  self->n_high++;
  self->n_both += either ? 1 : 0;
  self->n_utf8 += utf8 && !either ? 1 : 0;
  self->n_gb += chinese && !utf8 ? 1 : 0;
}

static char *
convert (GIConv *converter, const char *page, const char *text, gsize length)
{
  if (*converter == (GIConv) -1)
    *converter = g_iconv_open ("UTF-8", page);
  if (*converter == (GIConv) -1)
    return NULL;
  g_iconv (*converter, NULL, NULL, NULL, NULL); /* back to its first state */
  char *utf8 = g_convert_with_iconv (text, (gssize) length, *converter, NULL, NULL, NULL);
  if (utf8 != NULL && !g_utf8_validate (utf8, -1, NULL))
    g_clear_pointer (&utf8, g_free);
  return utf8;
}

/* A header that tells a page for Chinese, Japanese or Korean is believed; one that tells a Western page is only when
 * the bytes are not like Chinese. */
static gboolean
is_gb_first (const QpDxfCodec *self)
{
  static const char *const others[] = { "CP932", "CP949", "CP950", "BIG5", "JOHAB", "CP1361", NULL };

  if (self->page != NULL && strcmp (self->page, "GB18030") == 0)
    return TRUE;
  return (self->page == NULL || !g_strv_contains (others, self->page))
         && self->n_gb + self->n_utf8 + self->n_both >= self->n_high;
}

/* what could be both is what the rest of the file is, or else what the header says */
static gboolean
is_gb_in_doubt (const QpDxfCodec *self)
{
  return self->n_gb > self->n_utf8 || (self->n_utf8 == 0 && self->page != NULL && strcmp (self->page, "GB18030") == 0);
}

static char *
decode_by_page (QpDxfCodec *self, const char *text, gsize length)
{
  const gboolean gb_first = is_gb_first (self);
  char *utf8 = gb_first ? convert (&self->gb18030, "GB18030", text, length) : NULL;

  /* without a page in the header, that of most programs */
  if (utf8 == NULL)
    utf8 = convert (&self->header, self->page != NULL ? self->page : "CP1252", text, length);
  if (utf8 == NULL && !gb_first)
    utf8 = convert (&self->gb18030, "GB18030", text, length);
  return utf8;
}

/**
 * qp_dxf_codec_decode:
 * @self: a codec that has looked at the texts
 * @text: bytes of a text
 * @length: how many
 *
 * UTF-8 when the bytes are that, then GB 18030, then the code page of the header.
 *
 * Returns: (transfer full): the text as UTF-8; with "�" where nothing fits
 */
char *
qp_dxf_codec_decode (QpDxfCodec *self, const char *text, gsize length)
{
  char *utf8 = NULL;

  length = strnlen (text, length);
  if (is_ascii (text, length))
    return g_strndup (text, length);
  const gboolean in_doubt = is_chinese (text, length) && is_all_pairs (text, length);
  if (g_utf8_validate (text, (gssize) length, NULL) && !(in_doubt && is_gb_in_doubt (self)))
    return g_strndup (text, length);
  /* in a file of UTF-8, one text that is not is damaged rather than of a code page */
  if (self->n_high == 0 || self->n_utf8 < self->n_high - self->n_high / 4)
    utf8 = decode_by_page (self, text, length);
  if (utf8 != NULL)
    return utf8;
  self->n_failed++;
  return g_utf8_make_valid (text, (gssize) length);
}

/* `\U+4E2D`, and its halves of a pair beyond the first plane */
static gsize
unicode_escape (const char *text, GString *out)
{
  gunichar letter = 0;

  if (text[0] != 'U' || text[1] != '+')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return 0;
      letter = letter * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
    }
  if (letter >= 0xd800 && letter < 0xdc00 && text[6] == '\\')
    {
      gunichar second = 0;
      if (text[7] == 'U' && text[8] == '+' && sscanf (text + 9, "%4x", &second) == 1 && second >= 0xdc00
          && second < 0xe000 && strlen (text) >= 13)
        {
          g_string_append_unichar (out, 0x10000 + ((letter - 0xd800) << 10) + (second - 0xdc00));
          return 13;
        }
    }
  g_string_append_unichar (out, letter >= 32 && g_unichar_validate (letter) ? letter : 0xfffd);
  return 6;
}

/* `\M+5D6D0`: a digit for the code page and two bytes of it */
static gsize
page_escape (const char *text, GString *out)
{
  static const char *const pages[] = { NULL, "CP932", "CP950", "CP949", "JOHAB", "GB18030" };
  char bytes[2];

  if (text[0] != 'M' || text[1] != '+' || text[2] < '1' || text[2] > '5')
    return 0;
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isxdigit (text[3 + i]))
      return 0;
  for (guint i = 0; i < 2; i++)
    bytes[i] = (char) (g_ascii_xdigit_value (text[3 + 2 * i]) * 16 + g_ascii_xdigit_value (text[4 + 2 * i]));
  g_autofree char *utf8 = g_convert (bytes, 2, "UTF-8", pages[text[2] - '0'], NULL, NULL, NULL);
  g_string_append (out, utf8 != NULL ? utf8 : "\xef\xbf\xbd");
  return 7;
}

/* `%%d`, `%%c`, `%%p`, `%%%`, `%%176`, and the switches of lines above and below, which are not drawn */
static gsize
percent_escape (const char *text, GString *out)
{
  if (text[0] != '%' || text[1] != '%')
    return 0;
  if (g_ascii_isdigit (text[2]) && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4]))
    {
      const gunichar letter = (gunichar) ((text[2] - '0') * 100 + (text[3] - '0') * 10 + (text[4] - '0'));
      if (letter >= 32)
        g_string_append_unichar (out, letter);
      return 5;
    }
  switch (g_ascii_tolower (text[2]))
    {
    case 'd':
      g_string_append (out, "°");
      return 3;
    case 'c':
      g_string_append (out, "⌀");
      return 3;
    case 'p':
      g_string_append (out, "±");
      return 3;
    case '%':
      g_string_append_c (out, '%');
      return 3;
    case 'u':
    case 'o':
    case 'k':
      return 3;
    default:
      return 0;
    }
}

static gsize
caret_escape (const char *text, GString *out)
{
  if (text[0] != '^' || text[1] < ' ' || text[1] > '_')
    return 0;
  if (text[1] == ' ')
    g_string_append_c (out, '^');
  else
    g_string_append_c (out, text[1] == 'J' ? '\n' : ' ');
  return 2;
}

static gsize
common_escape (const char *at, GString *out)
{
  gsize used = 0;

  if (*at == '%')
    return percent_escape (at, out);
  if (*at == '^')
    return caret_escape (at, out);
  if (*at == '\\' && ((used = unicode_escape (at + 1, out)) > 0 || (used = page_escape (at + 1, out)) > 0))
    return used + 1;
  return 0;
}

/**
 * qp_dxf_text_plain:
 * @codec: what the bytes are
 * @text: value of a TEXT, or of a name
 * @length: its bytes
 *
 * Returns: (transfer full): the text as it is seen, escapes resolved
 */
char *
qp_dxf_text_plain (QpDxfCodec *codec, const char *text, gsize length)
{
  g_autofree char *decoded = qp_dxf_codec_decode (codec, text, length);
  GString *out = g_string_new (NULL);

  for (const char *at = decoded; *at != '\0';)
    {
      const gsize used = common_escape (at, out);
      if (used == 0)
        g_string_append_c (out, *at++);
      at += used;
    }
  return g_string_free (out, FALSE);
}

/* `\S1/2;`, `\S+0.1^-0.2;`, `\S1#2;`: as one line */
static const char *
stack (const char *at, GString *out)
{
  for (; *at != '\0' && *at != ';'; at++)
    if (*at == '\\' && at[1] != '\0')
      g_string_append_c (out, *++at);
    else if (*at == '^' || *at == '#' || *at == '/')
      g_string_append_c (out, '/');
    else if (*at != '\0')
      g_string_append_c (out, *at);
  return *at == ';' ? at + 1 : at;
}

/* a format code after its backslash; returns what follows it */
static const char *
format_code (const char *at, GString *out)
{
  switch (*at)
    {
    case '\0':
      return at;
    case 'P':
    case 'X':
    case 'N':
      g_string_append_c (out, '\n');
      return at + 1;
    case '~':
      g_string_append (out, "\xc2\xa0");
      return at + 1;
    case 'L':
    case 'l':
    case 'O':
    case 'o':
    case 'K':
    case 'k':
      return at + 1;
    case 'S':
      return stack (at + 1, out);
    default:
      break;
    }
  const char *end = strchr (at, ';');
  if (strchr ("fFHWQTACcp", *at) != NULL && end != NULL)
    return end + 1;
  g_string_append_c (out, *at); /* \\ \{ \} and what is no code at all */
  return at + 1;
}

/**
 * qp_dxf_text_formatted:
 * @codec: what the bytes are
 * @text: value of an MTEXT
 * @length: its bytes
 *
 * Returns: (transfer full): the text as it is seen, in lines, formatting left out
 */
char *
qp_dxf_text_formatted (QpDxfCodec *codec, const char *text, gsize length)
{
  g_autofree char *decoded = qp_dxf_codec_decode (codec, text, length);
  GString *out = g_string_new (NULL);

  for (const char *at = decoded; *at != '\0';)
    {
      const gsize used = common_escape (at, out);
      at += used;
      if (used > 0)
        continue;
      if (*at == '\\')
        at = format_code (at + 1, out);
      else if (*at == '{' || *at == '}')
        at++;
      else
        g_string_append_c (out, *at++);
    }
  return g_string_free (out, FALSE);
}
