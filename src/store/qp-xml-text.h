/* qp-xml-text.h: the pieces that XML text is put together from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* g_string_append_len() as far as it can be inlined: a project has a million such pieces */
static inline void
qp_xml_put (GString *out, const char *text, gsize length)
{
  if (G_UNLIKELY (out->allocated_len - out->len <= length))
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

void qp_xml_append_escaped (GString *out, const char *text);

G_END_DECLS
