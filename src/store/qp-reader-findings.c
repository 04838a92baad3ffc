/* qp-reader-findings.c: findings of the reader, whose lines are looked up when all is read
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "store/qp-reader-findings.h"

#include "store/qp-scan.h"
#include "store/qp-store-private.h"

typedef struct
{
  QpPlace place;
  guint order;
  QpSeverity severity;
  const char *code;
  char *element;
  char *attribute;
  char *message;
} Pending;

struct _QpReaderFindings
{
  GArray *pending;
  guint n_left_out;
};

static void
pending_clear (gpointer data)
{
  Pending *pending = data;

  g_free (pending->element);
  g_free (pending->attribute);
  g_free (pending->message);
}

/**
 * qp_reader_findings_new:
 *
 * Returns: (transfer full): an empty list, to be freed by qp_reader_findings_finish()
 */
QpReaderFindings *
qp_reader_findings_new (void)
{
  QpReaderFindings *self = g_new0 (QpReaderFindings, 1);

  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (self->pending, pending_clear);
  return self;
}

/**
 * qp_reader_findings_add:
 * @self: the list
 * @place: where
 * @severity: how much it matters
 * @code: stable word for programs; static
 * @format: translated sentence
 * @...: its arguments
 *
 * Adds a finding. A text can have millions of problems; only the first ones are kept, the others are counted.
 */
void
qp_reader_findings_add (QpReaderFindings *self, const QpPlace *place, QpSeverity severity, const char *code,
                        const char *format, ...)
{
  if (self->pending->len >= QP_STORE_MAX_FINDINGS)
    {
      self->n_left_out++;
      return;
    }

  Pending pending = { .place = *place, .order = self->pending->len, .severity = severity, .code = code };
  va_list args;

  va_start (args, format);
  pending.message = g_strdup_vprintf (format, args);
  va_end (args);
  pending.element = g_strdup (place->element);
  pending.attribute = g_strdup (place->attribute);
  g_array_append_val (self->pending, pending);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Pending *pa = a;
  const Pending *pb = b;

  if (pa->place.tag != pb->place.tag)
    return pa->place.tag < pb->place.tag ? -1 : 1;
  return pa->order < pb->order ? -1 : 1;
}

static int
line_of (QpScan *scan, const Pending *pending)
{
  while (scan->tag < pending->place.tag && qp_scan_next (scan))
    continue;
  if (pending->place.in_text)
    return qp_scan_text_line (scan);
  return pending->attribute == NULL ? qp_scan_line (scan) : qp_scan_attribute_line (scan, pending->attribute);
}

/**
 * qp_reader_findings_finish:
 * @self: (transfer full): the list
 * @text: the text that was read
 * @findings: (nullable): gets the findings with their lines, in the order of the text
 */
void
qp_reader_findings_finish (QpReaderFindings *self, GBytes *text, QpFindings *findings)
{
  gsize length;
  const char *start = g_bytes_get_data (text, &length);
  QpScan scan;

  g_array_sort (self->pending, compare_places);
  qp_scan_init (&scan, start, length);
  for (guint i = 0; i < self->pending->len && findings != NULL; i++)
    {
      const Pending *p = &g_array_index (self->pending, Pending, i);
      qp_findings_add (findings, p->severity, p->code, line_of (&scan, p), p->element, p->attribute, "%s", p->message);
    }
  if (self->n_left_out > 0)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "more-findings", 0, NULL, NULL,
                     g_dngettext (GETTEXT_PACKAGE, "%u further problem is not listed.",
                                  "%u further problems are not listed.", self->n_left_out),
                     self->n_left_out);
  g_array_unref (self->pending);
  g_free (self);
}
