/* qp-plan-picture-head.c: what kind of picture it is and how large, before anything is decoded
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-picture.h"

#include "base/qp-error.h"

#include <string.h>

#define MAX_TIFF_ENTRIES 4096
#define TIFF_WIDTH 256
#define TIFF_HEIGHT 257
#define TIFF_SHORT 3
#define TIFF_LONG 4
/* memory for the whole of a progressive JPEG's coefficients */
#define MAX_COEFFICIENT_BYTES (256u * 1024 * 1024)

static guint32
big_16 (const guint8 *at)
{
  return (guint32) at[0] << 8 | at[1];
}

static guint32
big_32 (const guint8 *at)
{
  return big_16 (at) << 16 | big_16 (at + 2);
}

static guint32
little_16 (const guint8 *at)
{
  return (guint32) at[1] << 8 | at[0];
}

static guint32
little_32 (const guint8 *at)
{
  return little_16 (at + 2) << 16 | little_16 (at);
}

static gboolean
png_head (const guint8 *data, gsize size, QpPictureHead *head)
{
  static const guint8 begin[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };

  if (size < 24 || memcmp (data, begin, sizeof begin) != 0)
    return FALSE;
  *head = (QpPictureHead){ "png", QP_BACKGROUND_PNG, big_32 (data + 16), big_32 (data + 20), 0 };
  return TRUE;
}

static gboolean
gif_head (const guint8 *data, gsize size, QpPictureHead *head)
{
  if (size < 10 || memcmp (data, "GIF8", 4) != 0)
    return FALSE;
  *head = (QpPictureHead){ "gif", QP_UNSET, little_16 (data + 6), little_16 (data + 8), 0 };
  return TRUE;
}

/* a frame header: length, precision, height, width, number of components, three bytes for each */
static void
take_jpeg_frame (const guint8 *segment, gsize size, gboolean progressive, QpPictureHead *head)
{
  guint64 most = 1, sum = 0;

  head->height = big_16 (segment + 3);
  head->width = big_16 (segment + 5);
  for (gsize i = 0; i < segment[7] && 8 + 3 * i + 2 < size; i++)
    {
      const guint64 sampling = (guint64) (segment[9 + 3 * i] >> 4) * (segment[9 + 3 * i] & 15);
      most = MAX (most, sampling);
      sum += sampling;
    }
  head->whole_bytes = progressive ? 2 * (guint64) head->width * head->height * sum / most : 0;
}

static gboolean
jpeg_head (const guint8 *data, gsize size, QpPictureHead *head)
{
  if (size < 4 || data[0] != 0xff || data[1] != 0xd8 || data[2] != 0xff)
    return FALSE;
  *head = (QpPictureHead){ "jpeg", QP_BACKGROUND_JPEG, 0, 0, 0 };
  for (gsize at = 2; at + 12 <= size && data[at] == 0xff;)
    {
      const guint8 marker = data[at + 1];
      const gsize length = big_16 (data + at + 2);
      if (marker == 0xff)
        {
          at++; /* fill byte */
          continue;
        }
      /* SOF0 to SOF15, without the tables DHT, JPG and DAC among them */
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          take_jpeg_frame (data + at + 2, size - at - 2, (marker & 3) == 2, head);
          return TRUE;
        }
      at += 2 + length;
    }
  return TRUE;
}

static gboolean
webp_head (const guint8 *data, gsize size, QpPictureHead *head)
{
  if (size < 30 || memcmp (data, "RIFF", 4) != 0 || memcmp (data + 8, "WEBP", 4) != 0)
    return FALSE;
  *head = (QpPictureHead){ "webp", QP_BACKGROUND_WEBP, 0, 0, 0 };
  if (memcmp (data + 12, "VP8X", 4) == 0)
    {
      head->width = 1 + (little_32 (data + 24) & 0xffffff);
      head->height = 1 + (little_32 (data + 26) >> 8);
    }
  else if (memcmp (data + 12, "VP8L", 4) == 0)
    {
      const guint32 bits = little_32 (data + 21);
      head->width = 1 + (bits & 0x3fff);
      head->height = 1 + (bits >> 14 & 0x3fff);
    }
  else if (memcmp (data + 12, "VP8 ", 4) == 0)
    {
      head->width = little_16 (data + 26) & 0x3fff;
      head->height = little_16 (data + 28) & 0x3fff;
    }
  return TRUE;
}

static gboolean
tiff_head (const guint8 *data, gsize size, QpPictureHead *head)
{
  const gboolean little = size >= 8 && memcmp (data, "II*\0", 4) == 0;

  if (!little && (size < 8 || memcmp (data, "MM\0*", 4) != 0))
    return FALSE;
  *head = (QpPictureHead){ "tiff", QP_BACKGROUND_TIFF, 0, 0, 0 };
  const gsize directory = little ? little_32 (data + 4) : big_32 (data + 4);
  if (directory > size - 2)
    return TRUE;
  const guint n = little ? little_16 (data + directory) : big_16 (data + directory);
  for (gsize i = 0; i < MIN (n, MAX_TIFF_ENTRIES) && directory + 2 + 12 * i + 12 <= size; i++)
    {
      const guint8 *entry = data + directory + 2 + 12 * i;
      const guint tag = little ? little_16 (entry) : big_16 (entry),
                  type = little ? little_16 (entry + 2) : big_16 (entry + 2);
      const guint32 value = type == TIFF_SHORT  ? (little ? little_16 (entry + 8) : big_16 (entry + 8))
                            : type == TIFF_LONG ? (little ? little_32 (entry + 8) : big_32 (entry + 8))
                                                : 0;
      if (tag == TIFF_WIDTH)
        head->width = value;
      else if (tag == TIFF_HEIGHT)
        head->height = value;
    }
  return TRUE;
}

/**
 * qp_picture_head:
 * @data: a file, or its beginning
 * @size: number of bytes
 * @head: (out): what it says; a size of 0 when it says none
 *
 * Returns: %FALSE if it is no picture of a known kind
 */
gboolean
qp_picture_head (const guint8 *data, gsize size, QpPictureHead *head)
{
  return png_head (data, size, head) || jpeg_head (data, size, head) || webp_head (data, size, head)
         || tiff_head (data, size, head) || gif_head (data, size, head);
}

/**
 * qp_picture_fits:
 * @head: of a picture
 * @error: return location
 *
 * Returns: whether it may be decoded, or %FALSE with %QP_ERROR_LIMIT or %QP_ERROR_READ
 */
gboolean
qp_picture_fits (const QpPictureHead *head, GError **error)
{
  /* PNG and JPEG are made smaller while they are read */
  const gboolean whole = head->format != QP_BACKGROUND_PNG && head->format != QP_BACKGROUND_JPEG;
  const guint64 most = whole ? QP_PLAN_WHOLE_PIXELS : QP_PLAN_MAX_PIXELS;

  if (head->width == 0 || head->height == 0)
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_READ,
                           _ ("The picture is damaged: it doesn’t say how large it is."));
      return FALSE;
    }
  if (head->width <= QP_PLAN_MAX_SIDE && head->height <= QP_PLAN_MAX_SIDE
      && (guint64) head->width * head->height <= most && head->whole_bytes <= MAX_COEFFICIENT_BYTES)
    return TRUE;
  if (head->whole_bytes > MAX_COEFFICIENT_BYTES && (guint64) head->width * head->height <= most)
    g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
                 _ ("The picture has %u × %u pixels and is progressive, which takes too much memory. Save it as a "
                    "baseline JPEG, or smaller, and add it again."),
                 head->width, head->height);
  else
    g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
                 _ ("The picture has %u × %u pixels; at most %d million pixels and %d pixels a side can be read. "
                    "Save it smaller and add it again."),
                 head->width, head->height, (int) (most / 1000000), QP_PLAN_MAX_SIDE);
  return FALSE;
}
