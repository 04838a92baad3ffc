/* qp-finding.c: a growing list of findings
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-finding.h"

struct _QpFindings
{
  GPtrArray *items;
};

static void
finding_free (gpointer data)
{
  QpFinding *finding = data;

  g_free (finding->element);
  g_free (finding->field);
  g_free (finding->message);
  g_free (finding);
}

/**
 * qp_findings_new:
 *
 * Returns: (transfer full): an empty list
 */
QpFindings *
qp_findings_new (void)
{
  QpFindings *self = g_new0 (QpFindings, 1);
  self->items = g_ptr_array_new_with_free_func (finding_free);
  return self;
}

/**
 * qp_findings_free:
 * @self: (transfer full) (nullable): a list
 */
void
qp_findings_free (QpFindings *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * qp_findings_add:
 * @self: (nullable): the list; with %NULL nothing is kept
 * @severity: how much it matters
 * @code: stable word for programs; static
 * @line: line in the file, or 0
 * @element: (nullable): element or object concerned
 * @field: (nullable): attribute or field concerned
 * @format: translated sentence for the planner: what, what was expected, what was done
 * @...: its arguments
 *
 * Adds one finding at the end.
 */
void
qp_findings_add (QpFindings *self, QpSeverity severity, const char *code, int line, const char *element,
                 const char *field, const char *format, ...)
{
  if (self == NULL)
    return;

  QpFinding *finding = g_new0 (QpFinding, 1);
  va_list args;

  finding->severity = severity;
  finding->code = code;
  finding->line = line;
  finding->element = g_strdup (element);
  finding->field = g_strdup (field);
  va_start (args, format);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->items, finding);
}

/**
 * qp_findings_length:
 * @self: the list
 *
 * Returns: how many findings there are
 */
guint
qp_findings_length (const QpFindings *self)
{
  return self->items->len;
}

/**
 * qp_findings_get:
 * @self: the list
 * @index: below qp_findings_length()
 *
 * Returns: (transfer none): the finding
 */
const QpFinding *
qp_findings_get (const QpFindings *self, guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);
  return g_ptr_array_index (self->items, index);
}

/**
 * qp_findings_count:
 * @self: the list
 * @at_least: least severity counted
 *
 * Returns: how many findings are at least that severe
 */
guint
qp_findings_count (const QpFindings *self, QpSeverity at_least)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const QpFinding *finding = g_ptr_array_index (self->items, i);
      n += finding->severity >= at_least;
    }
  return n;
}

/**
 * qp_severity_word:
 * @severity: a severity
 *
 * Returns: (transfer none): its translated word
 */
const char *
qp_severity_word (QpSeverity severity)
{
  switch (severity)
    {
    case QP_SEVERITY_NOTE:
      return _("note");
    case QP_SEVERITY_WARNING:
      return _("warning");
    case QP_SEVERITY_ERROR:
    default:
      return _("error");
    }
}

/**
 * qp_severity_key:
 * @severity: a severity
 *
 * Returns: (transfer none): its word for programs, never translated
 */
const char *
qp_severity_key (QpSeverity severity)
{
  static const char *const keys[] = { "note", "warning", "error" };
  return keys[severity];
}
