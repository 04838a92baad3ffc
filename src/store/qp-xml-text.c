/* qp-xml-text.c: any text as an attribute of XML
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/qp-xml-text.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* what a byte becomes in an attribute; NULL = itself */
static const char *
escape_of (guchar c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return c < 0x20 ? REPLACEMENT : NULL;
    }
}

/* length of the text's start that is ASCII and needs no escape: mostly all of it */
static gsize
plain_length (const char *text)
{
  const char *p = text;

  while (*p >= 0x20 && *p < 0x7f && *p != '&' && *p != '<' && *p != '>' && *p != '"')
    p++;
  return (gsize) (p - text);
}

static gboolean
is_noncharacter (const char *p)
{
  return (guchar) p[0] == 0xef && (guchar) p[1] == 0xbf && ((guchar) p[2] & 0xfe) == 0xbe;
}

/* XML can't hold control characters, U+FFFE and U+FFFF in any way: U+FFFD stands for them. */
static void
append_valid (GString *out, const char *text)
{
  const char *done = text;
  const char *p = text;

  for (; *p != '\0'; p++)
    {
      const gboolean noncharacter = is_noncharacter (p);
      const char *escape = noncharacter ? REPLACEMENT : escape_of ((guchar) *p);
      if (escape == NULL)
        continue;
      qp_xml_put (out, done, (gsize) (p - done));
      qp_xml_put (out, escape, strlen (escape));
      p += noncharacter ? 2 : 0;
      done = p + 1;
    }
  qp_xml_put (out, done, (gsize) (p - done));
}

/**
 * qp_xml_append_escaped:
 * @out: text to append to
 * @text: any text
 *
 * Writes @text as it stands between the quotation marks of an attribute. What is no UTF-8 and what XML can't hold
 * becomes U+FFFD.
 */
void
qp_xml_append_escaped (GString *out, const char *text)
{
  const gsize plain = plain_length (text);

  qp_xml_put (out, text, plain);
  text += plain;
  if (*text == '\0')
    return;
  if (g_utf8_validate (text, -1, NULL))
    append_valid (out, text);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      append_valid (out, valid);
    }
}
