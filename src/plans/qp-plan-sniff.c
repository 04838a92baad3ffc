/* qp-plan-sniff.c: what a file is, by what is in it and not by what it is called
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/dxf/qp-dxf.h"
#include "plans/qp-plan-picture.h"

#include <string.h>

/* a PDF may begin with other things, and an SVG with long comments */
#define LOOKED_AT 4096

static gboolean
has_word (const char *text, gsize size, const char *word)
{
  return memmem (text, size, word, strlen (word)) != NULL;
}

static gboolean
is_json (const char *text, gsize size)
{
  gsize at = size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (at < size && g_ascii_isspace (text[at]))
    at++;
  return at < size && (text[at] == '{' || text[at] == '[');
}

static gboolean
by_name (const char *file_name, gint64 *format)
{
  static const struct
  {
    const char *suffix;
    QpBackgroundFormat format;
  } names[]
      = { { ".svg", QP_BACKGROUND_SVG },   { ".svgz", QP_BACKGROUND_SVG },        { ".pdf", QP_BACKGROUND_PDF },
          { ".dxf", QP_BACKGROUND_DXF },   { ".geojson", QP_BACKGROUND_GEOJSON }, { ".json", QP_BACKGROUND_GEOJSON },
          { ".png", QP_BACKGROUND_PNG },   { ".jpg", QP_BACKGROUND_JPEG },        { ".jpeg", QP_BACKGROUND_JPEG },
          { ".webp", QP_BACKGROUND_WEBP }, { ".tif", QP_BACKGROUND_TIFF },        { ".tiff", QP_BACKGROUND_TIFF } };
  g_autofree char *name = g_ascii_strdown (file_name != NULL ? file_name : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_suffix (name, names[i].suffix))
      {
        *format = names[i].format;
        return TRUE;
      }
  return FALSE;
}

/**
 * qp_plan_sniff:
 * @bytes: a file
 * @file_name: (nullable): what it is called; looked at only when the bytes don’t tell
 * @format: (out): a #QpBackgroundFormat
 *
 * Returns: %FALSE when it is nothing that can be a background
 */
gboolean
qp_plan_sniff (GBytes *bytes, const char *file_name, gint64 *format)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const gsize head = MIN (size, LOOKED_AT);
  QpPictureHead picture;

  if (size == 0)
    return FALSE;
  if (qp_picture_head ((const guint8 *) text, size, &picture) && picture.format != QP_UNSET)
    *format = picture.format;
  else if (has_word (text, MIN (size, 1024), "%PDF-"))
    *format = QP_BACKGROUND_PDF;
  else if (has_word (text, head, "<svg") || has_word (text, head, ":svg")
           || (size > 2 && memcmp (text, "\x1f\x8b", 2) == 0))
    *format = QP_BACKGROUND_SVG;
  else if (is_json (text, size))
    *format = QP_BACKGROUND_GEOJSON;
  else if (qp_dxf_sniff (bytes))
    *format = QP_BACKGROUND_DXF;
  else
    return by_name (file_name, format);
  return TRUE;
}
