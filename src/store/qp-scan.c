/* qp-scan.c: walks the tags of an XML text to guard it and to find lines in it
 *
 * libxml2 gives the line of a tag's end, and none above 65 535. This walk is exact, is done only when there
 * is something to report, and looks over the whole text before libxml2 sees any of it.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "store/qp-scan.h"

#include "base/qp-error.h"
#include "store/qp-store-private.h"

#include <string.h>

/**
 * qp_scan_init:
 * @self: (out): the walk, before the first tag
 * @text: a text that stays as long as the walk
 * @length: its length in bytes
 */
void
qp_scan_init (QpScan *self, const char *text, gsize length)
{
  *self = (QpScan){ .at = text, .after = text, .end = text + length, .counted = text, .line = 1 };
}

static const char *
find_text (const char *from, const char *end, const char *text)
{
  const gsize length = strlen (text);

  for (const char *p = from; p != NULL && (gsize) (end - p) >= length; p++)
    {
      p = memchr (p, text[0], (gsize) (end - p) - length + 1);
      if (p == NULL)
        return NULL;
      if (memcmp (p, text, length) == 0)
        return p;
    }
  return NULL;
}

static gboolean
starts_with (const char *p, const char *end, const char *text)
{
  const gsize length = strlen (text);
  return (gsize) (end - p) >= length && memcmp (p, text, length) == 0;
}

/* behind the comment, CDATA section or processing instruction at @p; NULL if there is none */
static const char *
skip_other (const char *p, const char *end)
{
  static const char *const others[][2] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (starts_with (p, end, others[i][0]))
      {
        const char *close = find_text (p + strlen (others[i][0]), end, others[i][1]);
        return close == NULL ? end : close + strlen (others[i][1]);
      }
  return NULL;
}

/* from the '<' of a tag to behind its '>' */
static void
measure_tag (QpScan *self)
{
  const char *p = self->at + 1;

  self->attributes = 0;
  self->longest_value = 0;
  for (; p < self->end && *p != '>'; p++)
    if (*p == '"' || *p == '\'')
      {
        const char *close = memchr (p + 1, *p, (gsize) (self->end - p) - 1);
        if (close == NULL)
          {
            p = self->end;
            break;
          }
        self->attributes++;
        self->longest_value = MAX (self->longest_value, (gsize) (close - p) - 1);
        p = close;
      }
  self->after = p < self->end ? p + 1 : self->end;
}

/**
 * qp_scan_next:
 * @self: the walk
 *
 * Goes to the next start or end tag.
 *
 * Returns: %FALSE when there is none
 */
gboolean
qp_scan_next (QpScan *self)
{
  const char *p = self->after;

  while ((p = memchr (p, '<', (gsize) (self->end - p))) != NULL)
    {
      const char *other = skip_other (p, self->end);
      if (other == NULL)
        {
          self->at = p;
          self->tag++;
          measure_tag (self);
          return TRUE;
        }
      p = other;
    }
  self->at = self->after = self->end;
  return FALSE;
}

/**
 * qp_scan_is_end_tag:
 * @self: the walk, at a tag
 *
 * Returns: whether it is one like `</site>`
 */
gboolean
qp_scan_is_end_tag (const QpScan *self)
{
  return starts_with (self->at, self->end, "</");
}

/**
 * qp_scan_is_empty_tag:
 * @self: the walk, at a tag
 *
 * Returns: whether it is one like `<site/>`
 */
gboolean
qp_scan_is_empty_tag (const QpScan *self)
{
  return self->after - self->at > 2 && self->after[-1] == '>' && self->after[-2] == '/';
}

static int
count_to (QpScan *self, const char *place)
{
  while (self->counted < place)
    {
      const char *newline = memchr (self->counted, '\n', (gsize) (place - self->counted));
      if (newline == NULL)
        break;
      self->line++;
      self->counted = newline + 1;
    }
  return self->line;
}

static int
count_ahead (const QpScan *self, const char *place)
{
  QpScan copy = *self;
  return count_to (&copy, place);
}

/**
 * qp_scan_line:
 * @self: the walk
 *
 * Returns: line of the current tag's `<`, from 1
 */
int
qp_scan_line (QpScan *self)
{
  return count_to (self, self->at);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/**
 * qp_scan_attribute_line:
 * @self: the walk, at a start tag
 * @attribute: name of one of its attributes, as written
 *
 * Returns: line of the attribute's name, or of the tag if it has no such attribute
 */
int
qp_scan_attribute_line (QpScan *self, const char *attribute)
{
  const gsize length = strlen (attribute);
  const int line = qp_scan_line (self);

  for (const char *p = self->at + 1; p + length < self->after; p++)
    {
      if (*p == '"' || *p == '\'')
        {
          p = memchr (p + 1, *p, (gsize) (self->after - p) - 1);
          if (p == NULL)
            break;
        }
      else if (is_space (p[-1]) && memcmp (p, attribute, length) == 0 && (p[length] == '=' || is_space (p[length])))
        return count_ahead (self, p);
    }
  return line;
}

/**
 * qp_scan_text_line:
 * @self: the walk, at the tag before a text
 *
 * Returns: line of the first character behind the tag that is neither white space nor in a comment
 */
int
qp_scan_text_line (QpScan *self)
{
  const char *p = self->after;

  while (p < self->end)
    {
      if (is_space (*p))
        p++;
      else if (starts_with (p, self->end, "<!--") || starts_with (p, self->end, "<?"))
        p = skip_other (p, self->end);
      else
        break;
    }
  qp_scan_line (self);
  return count_ahead (self, p);
}

static gboolean
fail (GError **error, QpError code, int line, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *words = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, QP_ERROR, (int) code, _("Line %d: %s"), line, words);
  return FALSE;
}

/* "encoding" of the XML declaration, or NULL */
static char *
declared_encoding (const char *text, const char *end)
{
  if (!starts_with (text, end, "<?xml"))
    return NULL;
  const char *close = find_text (text, end, "?>");
  const char *at = close == NULL ? NULL : find_text (text, close, "encoding");
  if (at == NULL)
    return NULL;
  at += strlen ("encoding");
  while (at < close && (is_space (*at) || *at == '=' || *at == '"' || *at == '\''))
    at++;
  const char *last = at;
  while (last < close && (g_ascii_isalnum (*last) || strchr ("-_.", *last) != NULL))
    last++;
  return g_strndup (at, (gsize) (last - at));
}

static gboolean
guard_encoding (const char *text, const char *end, GError **error)
{
  if (starts_with (text, end, "\xff\xfe") || starts_with (text, end, "\xfe\xff")
      || (end - text >= 2 && (text[0] == '\0' || text[1] == '\0')))
    return fail (error, QP_ERROR_NOT_XML, 1,
                 _("the file is written in UTF-16 or is no text; expected UTF-8. Save it as UTF-8 and open it again."));

  g_autofree char *encoding = declared_encoding (text, end);
  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "US-ASCII") == 0)
    return TRUE;
  return fail (error, QP_ERROR_NOT_XML, 1,
               _("the file is declared as %s; expected UTF-8. Save it as UTF-8 and open it again."), encoding);
}

static gboolean
guard_start (const char *text, const char *end, GError **error)
{
  const char *p = text;

  while (p < end && is_space (*p))
    p++;
  if (p == end)
    return fail (error, QP_ERROR_NOT_XML, 1, _("the file is empty; expected a Qianping file."));
  if (*p != '<')
    return fail (error, QP_ERROR_NOT_XML, 1, _("this is no XML file; a Qianping file begins with “<?xml”."));
  return TRUE;
}

static gboolean
guard_tag (QpScan *scan, int depth, GError **error)
{
  if (scan->tag > QP_STORE_MAX_TAGS)
    return fail (error, QP_ERROR_LIMIT, qp_scan_line (scan), _("the file has more than %d tags, the most that is read."),
                 QP_STORE_MAX_TAGS);
  if (depth > QP_STORE_MAX_DEPTH)
    return fail (error, QP_ERROR_LIMIT, qp_scan_line (scan),
                 _("elements are nested more than %d deep, the most that is read."), QP_STORE_MAX_DEPTH);
  if (scan->attributes > QP_STORE_MAX_ATTRIBUTES)
    return fail (error, QP_ERROR_LIMIT, qp_scan_line (scan),
                 _("an element has more than %d attributes, the most that is read."), QP_STORE_MAX_ATTRIBUTES);
  if (scan->longest_value > QP_STORE_MAX_TEXT)
    return fail (error, QP_ERROR_LIMIT, qp_scan_line (scan),
                 _("an attribute is longer than %d MB, the most that is read."), QP_STORE_MAX_TEXT / 1000000);
  return TRUE;
}

/**
 * qp_scan_limits:
 * @bytes: an XML text, not necessarily well-formed
 * @complete: (out): whether every start tag has an end, as far as tags can tell
 * @error: %QP_ERROR_LIMIT
 *
 * Goes over the whole text tag by tag.
 *
 * Returns: whether it keeps to the limits of number, depth and length
 */
gboolean
qp_scan_limits (GBytes *bytes, gboolean *complete, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *previous = text;
  QpScan scan;
  int depth = 0;

  qp_scan_init (&scan, text, length);
  for (; qp_scan_next (&scan); previous = scan.after)
    {
      if ((gsize) (scan.at - previous) > QP_STORE_MAX_TEXT)
        return fail (error, QP_ERROR_LIMIT, qp_scan_line (&scan),
                     _("a text before this tag is longer than %d MB, the most that is read."),
                     QP_STORE_MAX_TEXT / 1000000);
      if (!guard_tag (&scan, depth + !qp_scan_is_end_tag (&scan), error))
        return FALSE;
      depth += qp_scan_is_end_tag (&scan) ? -1 : !qp_scan_is_empty_tag (&scan);
    }
  *complete = depth <= 0;
  return TRUE;
}

/* A “<” can't stand in a tag, so what lies between two of them bounds the tag and the text behind it. Only long
 * stretches, and texts of very many, have to be looked at closely. */
static gboolean
guard_stretches (GBytes *bytes, const char *text, const char *end, GError **error)
{
  gboolean complete;
  guint64 n = 0;

  for (const char *p = text; (p = memchr (p, '<', (gsize) (end - p))) != NULL; n++)
    {
      if (starts_with (p, end, "<!DOCTYPE"))
        {
          QpScan scan;
          qp_scan_init (&scan, text, (gsize) (end - text));
          scan.at = p;
          return fail (error, QP_ERROR_LIMIT, qp_scan_line (&scan),
                       _("the file has a document type (<!DOCTYPE). A Qianping file never has one, and it could be used "
                         "to read other files; nothing was opened."));
        }
      const char *other = skip_other (p, end);
      const char *next = other != NULL ? other : memchr (p + 1, '<', (gsize) (end - p) - 1);
      const gsize stretch = (gsize) ((next == NULL ? end : next) - p);
      if ((other == NULL && stretch > QP_STORE_MAX_ATTRIBUTES * strlen (" a=''")) || n > QP_STORE_MAX_TAGS)
        return qp_scan_limits (bytes, &complete, error);
      p = other != NULL ? other : p + 1;
    }
  return TRUE;
}

/**
 * qp_scan_guard:
 * @bytes: an XML text
 * @error: %QP_ERROR_NOT_XML or %QP_ERROR_LIMIT
 *
 * Looks over a text that comes from anywhere before a parser sees it: it must look like XML in UTF-8, without a
 * document type (thus without entities of its own), and keep to the limits of size, number and length within
 * which the parser's time and memory grow no faster than the text. Depth is for the parser to watch.
 *
 * Returns: whether it may be parsed
 */
gboolean
qp_scan_guard (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (text == NULL)
    text = "";
  const char *end = text + length;
  if (length > QP_STORE_MAX_BYTES)
    return fail (error, QP_ERROR_LIMIT, 1, _("the file is larger than %d MiB, the most that is read."),
                 QP_STORE_MAX_BYTES >> 20);
  if (starts_with (text, end, "\xef\xbb\xbf"))
    text += 3;
  return guard_encoding (text, end, error) && guard_start (text, end, error) && guard_stretches (bytes, text, end, error);
}
