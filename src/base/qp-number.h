/* qp-number.h: numbers in and out of text, the same in every locale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpParse:
 * @QP_PARSE_OK: the text is the number, exactly
 * @QP_PARSE_ROUNDED: the text has more decimals than are kept; the nearest value was taken
 * @QP_PARSE_BAD: the text is not a plain decimal number
 * @QP_PARSE_RANGE: the number does not fit
 *
 * What became of a text that should be a number.
 */
typedef enum
{
  QP_PARSE_OK,
  QP_PARSE_ROUNDED,
  QP_PARSE_BAD,
  QP_PARSE_RANGE,
} QpParse;

QpParse qp_decimal_parse (const char *text, guint decimals, gint64 *value);
void qp_decimal_append (GString *out, gint64 value, guint decimals);

QpParse qp_real_parse (const char *text, double *value);
void qp_real_append (GString *out, double value);

char *qp_number_display (double value, guint decimals);
char *qp_number_display_significant (double value, guint digits);
char *qp_number_display_shortest (double value);
char *qp_number_display_pair (double across, double down);

G_END_DECLS
