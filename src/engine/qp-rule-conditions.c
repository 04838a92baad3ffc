/* qp-rule-conditions.c: what narrows a rule: "road_width_m>40; zone=E3"
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-rule-conditions.h"

#include "base/qp-number.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char *quantity;
  char *sign; /* one of = != < <= > >= */
  char *value;
} Condition;

static void
condition_clear (Condition *self)
{
  g_clear_pointer (&self->quantity, g_free);
  g_clear_pointer (&self->sign, g_free);
  g_clear_pointer (&self->value, g_free);
}

static gboolean
read_condition (const char *text, Condition *self)
{
  const gsize name = strcspn (text, "=!<>"), sign = strspn (text + name, "=!<>");

  self->quantity = g_strstrip (g_strndup (text, name));
  self->sign = g_strndup (text + name, sign);
  self->value = g_strstrip (g_strdup (text + name + sign));
  return *self->quantity != '\0' && *self->value != '\0'
         && g_strv_contains ((const char *const[]){ "=", "!=", "<", "<=", ">", ">=", NULL }, self->sign);
}

static gboolean
compare (double number, const char *sign, double value)
{
  if (strcmp (sign, "<") == 0)
    return number < value;
  if (strcmp (sign, "<=") == 0)
    return number <= value;
  if (strcmp (sign, ">") == 0)
    return number > value;
  if (strcmp (sign, ">=") == 0)
    return number >= value;
  return (number == value) == (strcmp (sign, "=") == 0);
}

static gboolean
condition_holds (const Condition *self, const QpMeasure *measure)
{
  double value;

  if (measure->word != NULL)
    return (g_ascii_strcasecmp (measure->word, self->value) == 0) == (strcmp (self->sign, "=") == 0);
  return qp_real_parse (self->value, &value) == QP_PARSE_OK && compare (measure->number, self->sign, value);
}

/* inside the engine: whether text is a condition, or empty */
gboolean
qp_condition_is_fit (const char *text)
{
  Condition condition = { NULL };
  const gboolean fit = *text == '\0' || read_condition (text, &condition);

  condition_clear (&condition);
  return fit;
}

/* inside the engine: all conditions of a list together; the first that is not known is told in @remark, unless another does
 * not hold */
QpWhen
qp_conditions_judge (const char *text, const QpRuleCase *screen, char **remark)
{
  g_auto (GStrv) parts = g_strsplit (text == NULL ? "" : text, ";", -1);
  QpWhen when = QP_WHEN_HOLDS;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      Condition condition = { NULL };
      g_auto (QpMeasure) measure = { NAN, NAN, NULL };
      if (*g_strstrip (parts[i]) == '\0' || !read_condition (parts[i], &condition))
        {
          condition_clear (&condition);
          continue;
        }
      qp_rule_measure (screen, condition.quantity, &measure);
      if (!qp_measure_is_known (&measure) && when == QP_WHEN_HOLDS)
        {
          g_autofree char *missing = qp_rule_missing (condition.quantity);
          *remark = g_strdup_printf (_ ("Whether it holds here depends on: %s."), missing);
          when = QP_WHEN_NOT_KNOWN;
        }
      else if (qp_measure_is_known (&measure) && !condition_holds (&condition, &measure))
        {
          g_free (*remark);
          *remark = g_strdup_printf (_ ("Holds when %s."), parts[i]);
          when = QP_WHEN_NOT;
        }
      condition_clear (&condition);
      if (when == QP_WHEN_NOT)
        break;
    }
  return when;
}
