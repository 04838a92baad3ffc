/* qp-base64.h: embedded files out of chunks of base64 text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpBase64:
 *
 * Decodes text that comes in pieces cut anywhere, strictly: anything but base64 and white space spoils it.
 */
typedef struct
{
  GByteArray *bytes;
  char pending[4];
  guint n_pending;
  gboolean ended;
} QpBase64;

void qp_base64_init (QpBase64 *self);
void qp_base64_clear (QpBase64 *self);
gboolean qp_base64_add (QpBase64 *self, const char *text);
GBytes *qp_base64_finish (QpBase64 *self);
char *qp_base64_text_so_far (const QpBase64 *self);

G_END_DECLS
