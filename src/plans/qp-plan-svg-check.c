/* qp-plan-svg-check.c: looks over an SVG text for what could reach other files or exhaust memory
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * librsvg and libxml2 have guards of their own; this says in plain words what is wrong, and before anything is parsed.
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-svg.h"

#include "base/qp-error.h"
#include "plans/qp-plan-picture.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_EXPANSION (64 * 1024 * 1024)
#define HEAD_BASE64 (256 * 1024) /* enough for the sizes in the head of a JPEG with large colour profiles */
#define MAX_MEDIA_TYPE 128

typedef struct
{
  const char *at;
  const char *end;
} Text;

static Text
find (Text text, const char *word)
{
  const char *found = memmem (text.at, (gsize) (text.end - text.at), word, strlen (word));

  return (Text){ found, text.end };
}

static gboolean
begins (Text text, const char *word)
{
  const gsize length = strlen (word);

  return (gsize) (text.end - text.at) >= length && memcmp (text.at, word, length) == 0;
}

static void
skip_space (Text *text)
{
  while (text->at < text->end && g_ascii_isspace (*text->at))
    text->at++;
}

static void
skip_name (Text *text)
{
  while (text->at < text->end && !g_ascii_isspace (*text->at) && strchr ("[>'\"", *text->at) == NULL)
    text->at++;
}

static gboolean
refuse (GError **error, QpError code, const char *sentence)
{
  g_set_error_literal (error, QP_ERROR, code, sentence);
  return FALSE;
}

/* In an encoding that does not write "<!ENTITY" as these bytes, nothing below would be found. */
static gboolean
is_common_encoding (Text text)
{
  static const char *const fine[] = { "UTF-8",   "UTF8",  "US-ASCII", "ASCII", "ISO-8859", "ISO8859",   "LATIN",
                                      "WINDOWS", "CP125", "GB",       "BIG5",  "EUC-",     "SHIFT_JIS", "KOI8" };

  if (memchr (text.at, 0, MIN ((gsize) (text.end - text.at), 1024)) != NULL || begins (text, "\xff\xfe")
      || begins (text, "\xfe\xff"))
    return FALSE;
  if (begins (text, "\xef\xbb\xbf"))
    text.at += 3;
  if (!begins (text, "<?xml"))
    return TRUE;
  const Text end = find (text, "?>");
  if (end.at == NULL)
    return TRUE; /* not XML: its reader says so */
  text.end = end.at;
  Text encoding = find (text, "encoding");
  if (encoding.at == NULL)
    return TRUE;
  encoding.at += strlen ("encoding");
  while (encoding.at < encoding.end && (g_ascii_isspace (*encoding.at) || strchr ("='\"", *encoding.at) != NULL))
    encoding.at++;
  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    if ((gsize) (encoding.end - encoding.at) >= strlen (fine[i])
        && g_ascii_strncasecmp (encoding.at, fine[i], strlen (fine[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_type (Text text, GError **error)
{
  Text type = find (text, "<!DOCTYPE");

  if (type.at == NULL)
    return TRUE;
  type.at += strlen ("<!DOCTYPE");
  skip_space (&type);
  skip_name (&type);
  skip_space (&type);
  /* PUBLIC names the SVG standard's own, which nobody loads */
  if (!begins (type, "SYSTEM"))
    return TRUE;
  return refuse (error, QP_ERROR_READ,
                 _ ("The SVG drawing has a document type in another file, and other files are never opened. Save it "
                    "again as plain SVG."));
}

static gboolean
check_entity (Text *text, gsize *longest, GError **error)
{
  skip_space (text);
  const gboolean parameter = text->at < text->end && *text->at == '%';
  skip_name (text);
  skip_space (text);
  if (begins (*text, "SYSTEM") || begins (*text, "PUBLIC"))
    return refuse (error, QP_ERROR_READ,
                   _ ("The SVG drawing refers to another file (an external entity), and other files are never opened. "
                      "Save it again as plain SVG."));
  const char quote = text->at < text->end ? *text->at : 0;
  const char *close
      = quote == '"' || quote == '\'' ? memchr (text->at + 1, quote, (gsize) (text->end - text->at - 1)) : NULL;
  if (parameter || close == NULL)
    return refuse (error, QP_ERROR_READ,
                   _ ("The SVG drawing has declarations that can’t be read. Save it again as plain SVG."));
  const Text value = { text->at + 1, close };
  if (memchr (value.at, '&', (gsize) (value.end - value.at)) != NULL)
    return refuse (error, QP_ERROR_LIMIT,
                   _ ("The SVG drawing has entities within entities, which could grow without end. Save it again as "
                      "plain SVG."));
  *longest = MAX (*longest, (gsize) (value.end - value.at));
  text->at = close + 1;
  return TRUE;
}

static gboolean
check_entities (Text text, GError **error)
{
  gsize longest = 0, uses = 0;

  for (Text rest = find (text, "<!ENTITY"); rest.at != NULL; rest = find (rest, "<!ENTITY"))
    {
      rest.at += strlen ("<!ENTITY");
      if (!check_entity (&rest, &longest, error))
        return FALSE;
    }
  if (longest == 0)
    return TRUE;
  for (const char *at = text.at; (at = memchr (at, '&', (gsize) (text.end - at))) != NULL; at++)
    uses++;
  if (uses <= MAX_EXPANSION / longest)
    return TRUE;
  return refuse (error, QP_ERROR_LIMIT,
                 _ ("The entities of the SVG drawing stand for too much text. Save it again as plain SVG."));
}

/* the head of a picture written in base64, as far as it takes to tell its size */
static gboolean
embedded_head (Text text, QpPictureHead *head)
{
  const gsize length = MIN ((gsize) (text.end - text.at), HEAD_BASE64);
  g_autofree guchar *data = g_malloc (length / 4 * 3 + 6);
  int state = 0;
  guint save = 0;

  const gsize size = g_base64_decode_step (text.at, length, data, &state, &save);
  return qp_picture_head (data, size, head);
}

static gboolean
check_pictures (Text text, GError **error)
{
  guint64 pixels = 0;

  for (Text rest = find (text, "data:image/"); rest.at != NULL; rest = find (rest, "data:image/"))
    {
      rest.at += strlen ("data:image/");
      if (begins (rest, "svg"))
        continue;
      Text near = { rest.at, MIN (rest.at + MAX_MEDIA_TYPE, rest.end) };
      near = find (near, "base64,");
      if (near.at == NULL)
        continue;
      QpPictureHead head;
      if (!embedded_head ((Text){ near.at + strlen ("base64,"), text.end }, &head))
        return refuse (error, QP_ERROR_READ,
                       _ ("The SVG drawing has a picture of an unknown kind in it. Save it again with PNG or JPEG "
                          "pictures."));
      pixels += (guint64) head.width * head.height;
      if (pixels > QP_PLAN_WHOLE_PIXELS)
        {
          g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
                       _ ("The pictures in the SVG drawing have more than %d million pixels together. Save it with "
                          "smaller ones."),
                       QP_PLAN_WHOLE_PIXELS / 1000000);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * qp_svg_check:
 * @text: an SVG drawing
 * @size: number of bytes
 * @error: return location
 *
 * Returns: whether it may be parsed, or %FALSE with %QP_ERROR_READ or %QP_ERROR_LIMIT
 */
gboolean
qp_svg_check (const char *text, gsize size, GError **error)
{
  const Text all = { text, text + size };

  if (!is_common_encoding (all))
    return refuse (error, QP_ERROR_READ,
                   _ ("The SVG drawing is not written in UTF-8. Save it again in that encoding."));
  return check_type (all, error) && check_entities (all, error) && check_pictures (all, error);
}

/**
 * qp_svg_may_be_huge:
 * @text: an SVG drawing that was checked
 * @size: number of bytes
 *
 * Returns: whether libxml2's limits on the length of one text may be lifted, as a large embedded picture needs it;
 * never where entities could make use of that
 */
gboolean
qp_svg_may_be_huge (const char *text, gsize size)
{
  const Text all = { text, text + size };

  return find (all, "<!DOCTYPE").at == NULL && find (all, ";base64,").at != NULL;
}

/**
 * qp_svg_unpack:
 * @bytes: an SVG file, perhaps compressed (SVGZ)
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its text, or %NULL with %QP_ERROR_LIMIT or %QP_ERROR_READ
 */
GBytes *
qp_svg_unpack (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const gboolean packed = size >= 2 && data[0] == 0x1f && data[1] == 0x8b;

  if (!packed && size <= QP_PLAN_MAX_SVG_BYTES)
    return g_bytes_ref (bytes);
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (unpacker));
  g_autoptr (GError) reason = NULL;
  g_autofree guint8 *buffer = g_malloc (64 * 1024);
  gssize n = 0;
  while (packed && text->len <= QP_PLAN_MAX_SVG_BYTES
         && (n = g_input_stream_read (stream, buffer, 64 * 1024, NULL, &reason)) > 0)
    g_byte_array_append (text, buffer, (guint) n);
  if (!packed || text->len > QP_PLAN_MAX_SVG_BYTES)
    g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _ ("The SVG drawing is larger than %d MiB."),
                 QP_PLAN_MAX_SVG_BYTES / (1024 * 1024));
  else if (n < 0)
    g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("The compressed SVG drawing is damaged: %s"), reason->message);
  else
    return g_byte_array_free_to_bytes (g_steal_pointer (&text));
  return NULL;
}
