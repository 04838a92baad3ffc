/* qp-finding.h: what is wrong with the user's data, told with its place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpSeverity:
 * @QP_SEVERITY_NOTE: worth knowing, nothing to do
 * @QP_SEVERITY_WARNING: probably not what was meant; a default or the nearest value was used
 * @QP_SEVERITY_ERROR: the data can't be used as it stands
 *
 * How much a finding matters.
 */
typedef enum
{
  QP_SEVERITY_NOTE,
  QP_SEVERITY_WARNING,
  QP_SEVERITY_ERROR,
} QpSeverity;

/**
 * QpFinding:
 * @severity: how much it matters
 * @code: stable word for programs, such as `duplicate-id`; static
 * @line: line in the file, from 1, or 0 when there is no file
 * @element: (nullable): element or object concerned
 * @field: (nullable): attribute or field concerned
 * @message: the sentence for the planner, translated: what, what was expected, what was done
 *
 * One thing that is wrong with the user's data.
 */
typedef struct
{
  QpSeverity severity;
  const char *code;
  int line;
  char *element;
  char *field;
  char *message;
} QpFinding;

typedef struct _QpFindings QpFindings;

QpFindings *qp_findings_new (void);
void qp_findings_free (QpFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpFindings, qp_findings_free)

void qp_findings_add (QpFindings *self, QpSeverity severity, const char *code, int line, const char *element,
                      const char *field, const char *format, ...) G_GNUC_PRINTF (7, 8);
guint qp_findings_length (const QpFindings *self);
const QpFinding *qp_findings_get (const QpFindings *self, guint index);
guint qp_findings_count (const QpFindings *self, QpSeverity at_least);
const char *qp_severity_word (QpSeverity severity);
const char *qp_severity_key (QpSeverity severity);

G_END_DECLS
