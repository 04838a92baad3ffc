/* qp-scan.h: walks the tags of an XML text to guard it and to find lines in it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpScan:
 * @at: the `<` of the current tag
 * @after: behind the current tag
 * @end: end of the text
 * @tag: number of the current tag, from 1; start and end tags count, all else does not
 * @attributes: how many attributes the current tag has
 * @longest_value: bytes of its longest attribute value
 *
 * Where a walk over the tags of a text is. The text need not be well-formed.
 */
typedef struct
{
  const char *at;
  const char *after;
  const char *end;
  guint64 tag;
  guint attributes;
  gsize longest_value;
  const char *counted;
  int line;
} QpScan;

void qp_scan_init (QpScan *self, const char *text, gsize length);
gboolean qp_scan_next (QpScan *self);
gboolean qp_scan_is_end_tag (const QpScan *self);
gboolean qp_scan_is_empty_tag (const QpScan *self);
int qp_scan_line (QpScan *self);
int qp_scan_attribute_line (QpScan *self, const char *attribute);
int qp_scan_text_line (QpScan *self);

gboolean qp_scan_guard (GBytes *bytes, GError **error);
gboolean qp_scan_limits (GBytes *bytes, gboolean *complete, GError **error);

G_END_DECLS
