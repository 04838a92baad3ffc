/* qp-number.c: numbers in and out of text, the same in every locale
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define THIN_SPACE "\xe2\x80\x89"
#define MINUS "\xe2\x88\x92"
#define MAX_DECIMALS 18

static gboolean
push_digit (guint64 *number, char digit)
{
  if (*number > (G_MAXINT64 - 9) / 10)
    return FALSE;
  *number = *number * 10 + (guint64) (digit - '0');
  return TRUE;
}

/* the digits behind the point: as many as are kept, then one that decides the rounding */
static QpParse
parse_fraction (const char **p, guint decimals, guint64 *number, gboolean *up)
{
  QpParse result = QP_PARSE_OK;
  guint n = 0;

  for (; g_ascii_isdigit (**p); (*p)++, n++)
    {
      if (n < decimals && !push_digit (number, **p))
        return QP_PARSE_RANGE;
      if (n == decimals)
        *up = **p >= '5';
      if (n >= decimals && **p != '0')
        result = QP_PARSE_ROUNDED;
    }
  for (; n < decimals; n++)
    if (!push_digit (number, '0'))
      return QP_PARSE_RANGE;
  return result;
}

/**
 * qp_decimal_parse:
 * @text: a plain decimal: optional sign, digits, optional point and digits; no exponent, no spaces
 * @decimals: decimals that are kept, 0…18
 * @value: (out): the number times 10^@decimals
 *
 * Reads a decimal exactly, without binary fractions in between. Further decimals are rounded half away
 * from zero and reported.
 *
 * Returns: what became of it; @value is set for %QP_PARSE_OK and %QP_PARSE_ROUNDED
 */
QpParse
qp_decimal_parse (const char *text, guint decimals, gint64 *value)
{
  const gboolean negative = *text == '-';
  const char *p = text + (*text == '-' || *text == '+');
  guint64 number = 0;
  gboolean up = FALSE;

  g_return_val_if_fail (decimals <= MAX_DECIMALS, QP_PARSE_BAD);

  if (!g_ascii_isdigit (*p))
    return QP_PARSE_BAD;
  for (; g_ascii_isdigit (*p); p++)
    if (!push_digit (&number, *p))
      return QP_PARSE_RANGE;
  if (*p == '.' && !g_ascii_isdigit (*++p))
    return QP_PARSE_BAD;

  const QpParse result = parse_fraction (&p, decimals, &number, &up);
  if (result != QP_PARSE_RANGE && *p != '\0')
    return QP_PARSE_BAD;
  number += up;
  *value = negative ? -(gint64) number : (gint64) number;
  return result;
}

/**
 * qp_decimal_append:
 * @out: text to append to
 * @value: the number times 10^@decimals
 * @decimals: decimals that are kept, 0…18
 *
 * Writes the shortest text that qp_decimal_parse() reads back as @value.
 */
void
qp_decimal_append (GString *out, gint64 value, guint decimals)
{
  char digits[MAX_DECIMALS + 4];
  char *p = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  g_return_if_fail (decimals <= MAX_DECIMALS);

  for (guint n = 0; n < decimals || rest > 0 || n == decimals; n++)
    {
      if (n == decimals && decimals > 0)
        *--p = '.';
      *--p = (char) ('0' + rest % 10);
      rest /= 10;
    }

  gsize length = (gsize) (digits + sizeof digits - p);
  if (decimals > 0)
    {
      while (p[length - 1] == '0')
        length--;
      if (p[length - 1] == '.')
        length--;
    }
  if (value < 0)
    g_string_append_c (out, '-');
  g_string_append_len (out, p, (gssize) length);
}

/* What both conversions can do exactly without going through the C library: a decimal of at most 15 digits is
 * a whole number divided by a power of ten; both are doubles, and IEEE division rounds correctly. */
static const double powers_of_ten[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

static gboolean
parse_short_real (const char *text, double *value)
{
  const char *p = text + (*text == '-');
  gint64 number = 0;
  guint digits = 0, decimals = 0;
  gboolean point = FALSE;

  for (; g_ascii_isdigit (*p) || (*p == '.' && !point && g_ascii_isdigit (p[1])); p++)
    {
      if (*p == '.')
        {
          point = TRUE;
          continue;
        }
      number = number * 10 + (*p - '0');
      decimals += point;
      if (++digits > 15)
        return FALSE;
    }
  if (*p != '\0' || digits == 0)
    return FALSE;
  *value = (double) (*text == '-' ? -number : number) / powers_of_ten[decimals];
  return TRUE;
}

/**
 * qp_real_parse:
 * @text: a decimal number, with an exponent if wanted
 * @value: (out): the number, finite
 *
 * Returns: %QP_PARSE_OK, %QP_PARSE_BAD or %QP_PARSE_RANGE
 */
QpParse
qp_real_parse (const char *text, double *value)
{
  char *end;

  if (parse_short_real (text, value))
    return QP_PARSE_OK;
  if (!g_ascii_isdigit (*text) && !((*text == '-' || *text == '+' || *text == '.') && g_ascii_isdigit (text[1]))
      && !(g_str_has_prefix (text, "-.") && g_ascii_isdigit (text[2])))
    return QP_PARSE_BAD;
  if (strpbrk (text, "xX") != NULL)
    return QP_PARSE_BAD;

  const double number = g_ascii_strtod (text, &end);
  if (*end != '\0')
    return QP_PARSE_BAD;
  if (!isfinite (number))
    return QP_PARSE_RANGE;
  *value = number;
  return QP_PARSE_OK;
}

/* numbers of few decimals, as people type them */
static gboolean
append_short_real (GString *out, double value)
{
  const double scaled = value * 1e6;

  if (!(fabs (value) >= 1e-4 && fabs (scaled) < 1e15))
    return FALSE;
  const gint64 rounded = llround (scaled);
  if ((double) rounded / 1e6 != value)
    return FALSE;
  qp_decimal_append (out, rounded, 6);
  return TRUE;
}

/**
 * qp_real_append:
 * @out: text to append to
 * @value: a finite number
 *
 * Writes the shortest text that qp_real_parse() reads back as exactly @value.
 */
void
qp_real_append (GString *out, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (append_short_real (out, value))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  g_string_append (out, value == 0 ? "0" : text);
}

/* digits in threes from the point, parted by thin spaces; four digits stay together */
static void
append_grouped (GString *out, const char *digits, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && n > 4 && (n - i) % 3 == 0)
        g_string_append (out, THIN_SPACE);
      g_string_append_c (out, digits[i]);
    }
}

/**
 * qp_number_display:
 * @value: a number
 * @decimals: decimals shown
 *
 * Writes a number for people: thin spaces between thousands, a true minus sign, a decimal point; `?` for
 * what is no finite number.
 *
 * Returns: (transfer full): the text
 */
char *
qp_number_display (double value, guint decimals)
{
  char format[8], text[G_ASCII_DTOSTR_BUF_SIZE + 320];
  GString *out = g_string_new (NULL);

  if (!isfinite (value))
    return g_string_free (g_string_append (out, "?"), FALSE);
  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 9));
  g_ascii_formatd (text, sizeof text, format, fabs (value));
  const gsize whole = strcspn (text, ".");
  if (value < 0 && strpbrk (text, "123456789") != NULL)
    g_string_append (out, MINUS);
  append_grouped (out, text, whole);
  g_string_append (out, text + whole);
  return g_string_free (out, FALSE);
}

/**
 * qp_number_display_significant:
 * @value: a number
 * @digits: significant digits wanted, 1…9; whole digits are never dropped
 *
 * As qp_number_display(), with as many decimals as the size of the number calls for.
 *
 * Returns: (transfer full): the text
 */
char *
qp_number_display_significant (double value, guint digits)
{
  const int whole = value == 0 || !isfinite (value) ? 1 : (int) floor (log10 (fabs (value))) + 1;
  const int decimals = CLAMP ((int) digits - whole, 0, 9);
  return qp_number_display (value, (guint) decimals);
}

/**
 * qp_number_display_shortest:
 * @value: a number
 *
 * As qp_number_display(), with no more decimals than the number has: for constants and bounds.
 *
 * Returns: (transfer full): the text
 */
char *
qp_number_display_shortest (double value)
{
  guint decimals = 0;

  while (decimals < 9 && fabs (value - round (value * pow (10, decimals)) / pow (10, decimals)) > 1e-12 * fabs (value))
    decimals++;
  return qp_number_display (value, decimals);
}

/**
 * qp_number_display_pair:
 * @across: a count
 * @down: another
 *
 * A raster or a grid, "7680 × 4320".
 *
 * Returns: (transfer full): the text
 */
char *
qp_number_display_pair (double across, double down)
{
  g_autofree char *first = qp_number_display (across, 0), *second = qp_number_display (down, 0);

  return g_strdup_printf ("%s × %s", first, second);
}
