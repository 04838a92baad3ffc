/* qp-rule-texts.c: pairs, hours and facts that rules and projects have as text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-rule-measures.h"

#include "base/qp-number.h"

#include <math.h>

/* inside the engine: two numbers parted by a sign, as "3840x2160" or "16:9" */
gboolean
qp_rule_read_pair (const char *text, char sign, double *first, double *second)
{
  char *end;

  *first = g_ascii_strtod (text, &end);
  if (end == text || *end != sign)
    return FALSE;
  const char *rest = end + 1;
  *second = g_ascii_strtod (rest, &end);
  return end != rest && *end == '\0';
}

/* "07:30" up to "48:00" in minutes; −1 when it is none */
static double
read_clock (const char *text)
{
  char *end;
  const guint64 hours = g_ascii_strtoull (text, &end, 10);

  if (end == text || *end != ':' || hours > 48 || !g_ascii_isdigit (end[1]) || !g_ascii_isdigit (end[2]) || end[3] != '\0')
    return -1;
  const int minutes = g_ascii_digit_value (end[1]) * 10 + g_ascii_digit_value (end[2]);
  return minutes > 59 ? -1 : (double) hours * 60 + minutes;
}

/* inside the engine: "07:30-22:30" in minutes */
gboolean
qp_rule_read_hours (const char *text, double *from, double *to)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", -1);

  if (g_strv_length (ends) != 2)
    return FALSE;
  *from = read_clock (ends[0]);
  *to = read_clock (ends[1]);
  return *from >= 0 && *to >= 0;
}

static QpMeasure
measure_of_text (const char *text)
{
  QpMeasure pair = { NAN, NAN, NULL }, number = { NAN, NAN, NULL };

  if (qp_rule_read_pair (text, 'x', &pair.number, &pair.second) || qp_rule_read_hours (text, &pair.number, &pair.second))
    return pair;
  if (qp_real_parse (text, &number.number) != QP_PARSE_OK)
    return (QpMeasure){ NAN, NAN, g_strdup (text) };
  return number;
}

/* inside the engine: what a node's facts say of a quantity: one or two numbers, or else a word */
void
qp_rule_read_fact (const QpNode *node, const char *quantity, QpMeasure *measure)
{
  QpNodeIter iter;

  if (node == NULL)
    return;
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next_of (&iter, QP_KIND_FACT)) != NULL;)
    {
      const QpFact *fact = (const QpFact *) child;
      if (fact->value == NULL || g_strcmp0 (fact->quantity, quantity) != 0)
        continue;
      *measure = measure_of_text (fact->value);
      return;
    }
}
