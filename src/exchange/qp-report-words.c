/* qp-report-words.c: values as the sections of the report write them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-words.h"

#include "base/qp-number.h"
#include "engine/qp-content.h"

#include <math.h>

/**
 * qp_report_text:
 * @text: (nullable): what the project says
 *
 * Returns: (transfer none): it, or that it is not known
 */
const char *
qp_report_text (const char *text)
{
  return text != NULL && *text != '\0' ? text : _ ("not known");
}

/**
 * qp_report_number:
 * @value: a number; NaN when not known
 * @decimals: decimals
 * @unit: symbol of its unit; "" for a plain number
 *
 * Returns: (transfer full): it with its unit, or that it is not known
 */
char *
qp_report_number (double value, guint decimals, const char *unit)
{
  g_autofree char *number = qp_number_display (value, decimals);

  if (isnan (value))
    return g_strdup (_ ("not known"));
  return *unit == '\0' ? g_steal_pointer (&number) : g_strconcat (number, "\u2009", unit, NULL);
}

/**
 * qp_report_count:
 * @count: how many
 *
 * Returns: (transfer full): it in digits
 */
char *
qp_report_count (guint count)
{
  return qp_number_display (count, 0);
}

/**
 * qp_report_integer:
 * @value: an integer of the project; %QP_UNSET when it says nothing
 *
 * Returns: (transfer full): it without marks between thousands, as years are written, or that it is not known
 */
char *
qp_report_integer (gint64 value)
{
  return value == QP_UNSET ? g_strdup (_ ("not known")) : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

/**
 * qp_report_length:
 * @um: a length of the project, micrometres; %QP_UNSET when it says nothing
 *
 * Returns: (transfer full): it in metres, or that it is not known
 */
char *
qp_report_length (gint64 um)
{
  if (um == QP_UNSET)
    return g_strdup (_ ("not known"));
  g_autofree char *number = qp_number_display_shortest ((double) um / 1e6);
  return g_strconcat (number, "\u2009m", NULL);
}

/**
 * qp_report_clock:
 * @minutes: minutes after midnight; %QP_UNSET when the project says nothing
 *
 * Returns: (transfer full): "07:30", or that it is not known
 */
char *
qp_report_clock (gint64 minutes)
{
  return minutes == QP_UNSET ? g_strdup (_ ("not known")) : qp_content_clock (minutes);
}

/**
 * qp_report_name_unknown:
 * @unknown: names so far
 * @label: what is not known
 *
 * Adds to what is not known: it is named below a table instead of filling it.
 */
void
qp_report_name_unknown (GString *unknown, const char *label)
{
  g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? "; " : "", label);
}

/**
 * qp_report_tell_unknown:
 * @pages: the document
 * @unknown: names
 *
 * Names what is not known, if anything.
 */
void
qp_report_tell_unknown (QpPages *pages, const GString *unknown)
{
  g_autofree char *note = unknown->len == 0 ? NULL : g_strdup_printf (_ ("Not known: %s."), unknown->str);

  if (note != NULL)
    qp_pages_note (pages, note);
}
