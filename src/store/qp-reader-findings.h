/* qp-reader-findings.h: findings of the reader, whose lines are looked up when all is read
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-finding.h"

G_BEGIN_DECLS

/**
 * QpPlace:
 * @tag: number of a tag, as #QpScan counts
 * @element: (transfer none): name of the element
 * @attribute: (transfer none) (nullable): name of an attribute of this tag
 * @in_text: whether the text behind the tag is meant
 *
 * A place in the text that is read.
 */
typedef struct
{
  guint64 tag;
  const char *element;
  const char *attribute;
  gboolean in_text;
} QpPlace;

typedef struct _QpReaderFindings QpReaderFindings;

QpReaderFindings *qp_reader_findings_new (void);
void qp_reader_findings_add (QpReaderFindings *self, const QpPlace *place, QpSeverity severity, const char *code,
                             const char *format, ...) G_GNUC_PRINTF (5, 6);
void qp_reader_findings_finish (QpReaderFindings *self, GBytes *text, QpFindings *findings);

G_END_DECLS
