/* qp-dxf-text.h: texts of a DXF file, of whatever code page, as UTF-8
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the bytes are, found out from all texts of the file: headers are often wrong. */
typedef struct
{
  char *page;    /* name for iconv of the code page of the header, or NULL */
  guint n_high;  /* texts with bytes beyond ASCII */
  guint n_utf8;  /* of them surely UTF-8 */
  guint n_gb;    /* of them surely not, but made of pairs of bytes as in Chinese text */
  guint n_both;  /* of them either */
  GIConv header; /* both opened when they are first needed; (GIConv) -1 when there is none */
  GIConv gb18030;
  guint n_failed; /* texts that could not be read */
} QpDxfCodec;

void qp_dxf_codec_init (QpDxfCodec *self);
void qp_dxf_codec_clear (QpDxfCodec *self);
void qp_dxf_codec_set_page (QpDxfCodec *self, const char *name, gsize length);
void qp_dxf_codec_look_at (QpDxfCodec *self, const char *text, gsize length);
char *qp_dxf_codec_decode (QpDxfCodec *self, const char *text, gsize length);

char *qp_dxf_text_plain (QpDxfCodec *codec, const char *text, gsize length);
char *qp_dxf_text_formatted (QpDxfCodec *codec, const char *text, gsize length);

G_END_DECLS
