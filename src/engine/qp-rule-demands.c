/* qp-rule-demands.c: a measured quantity against the demand of a rule
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-rule-demands.h"

#include "base/qp-number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define THIN "\u2009"
#define TIMES "\u2009×\u2009"
#define DASH "\u2013"

/* how a quantity is compared */
typedef enum
{
  AS_NUMBER,
  AS_RASTER, /* "3840x2160": both sides count */
  AS_ASPECT, /* "16:9" of whole pixels */
  AS_CODE,   /* "IP65": each digit counts */
  AS_HOURS,  /* "08:00-22:00" */
} Way;

static Way
way_of (const QpRule *rule)
{
  static const struct
  {
    const char *quantity;
    Way way;
  } ways[] = { { "raster_px", AS_RASTER }, { "raster_aspect", AS_ASPECT }, { "ip_front", AS_CODE }, { "hours", AS_HOURS } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (rule->quantity, ways[i].quantity) == 0)
      return ways[i].way;
  return AS_NUMBER;
}

/* --- texts --- */

/* units that are words are shown in the reader's language; those of others' files as they are */
static const char *
unit_of (const QpRule *rule)
{
  static const char *const words[] = { N_ ("× pitch"), N_ ("× picture height"), N_ ("× table value"), N_ ("working days") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (rule->unit, words[i]) == 0)
      return _ (words[i]);
  return rule->unit;
}

static char *
with_unit (char *text, const QpRule *rule)
{
  if (rule->unit == NULL)
    return text;
  char *all = g_strconcat (text, *rule->unit == ':' || strcmp (rule->unit, "°") == 0 ? "" : THIN, unit_of (rule), NULL);
  g_free (text);
  return all;
}

/* words of the lists of choices are shown by their labels */
static const char *
label_of (const char *word)
{
  static const QpEnumValue *const lists[]
      = { qp_values_mount, qp_values_audio,  qp_values_hdr,          qp_values_codec,
          qp_values_zone,  qp_values_site_kind, qp_values_project_kind, qp_values_shape };
  static const QpEnumValue others[]
      = { { "curved", N_ ("Curved") }, { "corner", N_ ("Corner") }, { "yes", N_ ("yes") }, { "no", N_ ("no") }, { NULL, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const QpEnumValue *value = lists[i]; value->key != NULL; value++)
      if (strcmp (value->key, word) == 0)
        return _ (value->label);
  for (const QpEnumValue *value = others; value->key != NULL; value++)
    if (strcmp (value->key, word) == 0)
      return _ (value->label);
  return word;
}

/* inside the engine: "phone|both" as "Phone, Both" in the words of the window */
char *
qp_rule_words_label (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", label_of (g_strstrip (list[i])));
  return g_string_free (out, FALSE);
}

static char *
threshold_text (const QpRule *rule)
{
  double first, second;

  if (rule->threshold == NULL)
    return NULL;
  if (way_of (rule) == AS_RASTER && qp_rule_read_pair (rule->threshold, 'x', &first, &second))
    {
      g_autofree char *w = qp_number_display (first, 0);
      g_autofree char *h = qp_number_display (second, 0);
      return with_unit (g_strdup_printf ("%s" TIMES "%s", w, h), rule);
    }
  if (qp_real_parse (rule->threshold, &first) == QP_PARSE_OK)
    return with_unit (qp_number_display_shortest (first), rule);
  return with_unit (qp_rule_words_label (rule->threshold), rule);
}

/* inside the engine: "at least 7 680 px" */
char *
qp_demand_text (const QpRule *rule)
{
  g_autofree char *threshold = threshold_text (rule);

  if (rule->demand == QP_DEMAND_REQUIRED || rule->demand == QP_DEMAND_FORBIDDEN)
    return g_strdup (_ (qp_values_demand[rule->demand].label));
  if (rule->demand == QP_DEMAND_TOLD || rule->demand == QP_UNSET)
    return threshold != NULL ? g_steal_pointer (&threshold) : g_strdup ("");
  if (threshold == NULL)
    return g_strdup (_ ("threshold not known"));
  return g_strdup_printf ("%s %s", _ (qp_values_demand[rule->demand].label), threshold);
}

static char *
clock_text (double minutes)
{
  return g_strdup_printf ("%02d:%02d", (int) minutes / 60, (int) minutes % 60);
}

/* 400, 0.1875, 1193: no more than four digits count, and no zeros behind them */
static char *
four_digits (double number)
{
  char text[32];

  g_ascii_formatd (text, sizeof text, "%.4g", number);
  return fabs (number) >= 10000 ? qp_number_display (number, 0) : qp_number_display_shortest (g_ascii_strtod (text, NULL));
}

/* inside the engine: "7 680 × 4 352 px" */
char *
qp_demand_measured (const QpRule *rule, const QpMeasure *measure)
{
  if (measure->word != NULL)
    return qp_rule_words_label (measure->word);
  if (way_of (rule) == AS_RASTER || way_of (rule) == AS_ASPECT)
    {
      g_autofree char *w = qp_number_display (measure->number, 0);
      g_autofree char *h = qp_number_display (measure->second, 0);
      return g_strdup_printf ("%s" TIMES "%s" THIN "px", w, h);
    }
  if (way_of (rule) == AS_HOURS)
    {
      g_autofree char *from = clock_text (measure->number);
      g_autofree char *to = clock_text (measure->second);
      return g_strdup_printf ("%s" DASH "%s", from, to);
    }
  return with_unit (four_digits (measure->number), rule);
}

/* --- numbers --- */

static gboolean
number_meets (gint64 demand, double number, double threshold)
{
  switch (demand)
    {
    case QP_DEMAND_AT_LEAST:
      return number >= threshold;
    case QP_DEMAND_AT_MOST:
      return number <= threshold;
    case QP_DEMAND_ABOVE:
      return number > threshold;
    case QP_DEMAND_BELOW:
      return number < threshold;
    default:
      return number == threshold;
    }
}

/* how many more columns or rows of the same cabinet would do */
static char *
more_cabinets (const QpRule *rule, const QpRuleCase *screen, double threshold)
{
  const gboolean across = g_strcmp0 (rule->quantity, "px_w") == 0;
  const guint px = across ? screen->shape.cell_px_w : screen->shape.cell_px_h;
  const guint now = across ? screen->shape.cells.columns : screen->shape.cells.rows;

  if ((!across && g_strcmp0 (rule->quantity, "px_h") != 0) || !screen->has_shape || px == 0 || rule->demand != QP_DEMAND_AT_LEAST)
    return NULL;
  const guint wanted = (guint) ceil (threshold / px);
  return across ? g_strdup_printf (_ ("%u columns of this cabinet instead of %u would do."), wanted, now)
                : g_strdup_printf (_ ("%u rows of this cabinet instead of %u would do."), wanted, now);
}

static char *
explain_number (const QpRule *rule, const QpRuleCase *screen, double number, double threshold)
{
  g_autofree char *by = with_unit (four_digits (fabs (number - threshold)), rule);
  g_autofree char *remedy = more_cabinets (rule, screen, threshold);
  g_autofree char *text = number < threshold ? g_strdup_printf (_ ("%s too little."), by) : g_strdup_printf (_ ("%s too much."), by);

  return remedy == NULL ? g_steal_pointer (&text) : g_strdup_printf ("%s %s", text, remedy);
}

static QpRuleOutcome
judge_number (const QpRule *rule, const QpMeasure *measure, const QpRuleCase *screen, char **remark)
{
  double threshold;

  if (measure->word != NULL || qp_real_parse (rule->threshold, &threshold) != QP_PARSE_OK)
    {
      *remark = g_strdup (_ ("What is known is no number that can be compared."));
      return QP_RULE_NOT_KNOWN;
    }
  if (number_meets (rule->demand, measure->number, threshold))
    return QP_RULE_MEETS;
  *remark = explain_number (rule, screen, measure->number, threshold);
  return QP_RULE_FAILS;
}

/* --- pairs, codes, words --- */

/* both sides of the raster are looked at: 3840 × 2144 is no 4K, however many pixels it has */
static QpRuleOutcome
judge_raster (const QpRule *rule, const QpMeasure *measure, char **remark)
{
  double w, h;

  if (isnan (measure->second) || !qp_rule_read_pair (rule->threshold, 'x', &w, &h))
    return QP_RULE_NOT_KNOWN;
  if (measure->number >= w && measure->second >= h)
    return QP_RULE_MEETS;
  const gboolean across = measure->number < w;
  g_autofree char *by = qp_number_display (across ? w - measure->number : h - measure->second, 0);
  *remark = across && measure->second < h ? g_strdup (_ ("Both sides of the raster are too small."))
            : across ? g_strdup_printf (_ ("%s pixels too few across."), by)
                     : g_strdup_printf (_ ("%s pixels too few down."), by);
  return QP_RULE_FAILS;
}

static QpRuleOutcome
judge_aspect (const QpRule *rule, const QpMeasure *measure, char **remark)
{
  double w, h;

  if (isnan (measure->second) || !qp_rule_read_pair (rule->threshold, ':', &w, &h))
    return QP_RULE_NOT_KNOWN;
  if (measure->number * h == measure->second * w)
    return QP_RULE_MEETS;
  g_autofree char *ratio = qp_number_display (measure->number / measure->second, 3);
  g_autofree char *down = qp_number_display (measure->number * h / w, 0);
  *remark = g_strdup_printf (_ ("The raster is %s:1; a picture of %s uses %s rows of it."), ratio, rule->threshold, down);
  return QP_RULE_FAILS;
}

/* the two digits stand for solids and water; a missing one (X) promises nothing */
static QpRuleOutcome
judge_code (const QpRule *rule, const QpMeasure *measure, char **remark)
{
  const char *have = measure->word, *want = rule->threshold;

  if (have == NULL || strlen (have) < 4 || strlen (want) < 4 || !g_str_has_prefix (have, "IP") || !g_str_has_prefix (want, "IP"))
    return QP_RULE_NOT_KNOWN;
  for (guint i = 2; i < 4; i++)
    if (g_ascii_digit_value (have[i]) < g_ascii_digit_value (want[i]))
      {
        *remark = g_strdup (i == 2 ? _ ("Too little protection against dust.") : _ ("Too little protection against water."));
        return QP_RULE_FAILS;
      }
  return QP_RULE_MEETS;
}

static QpRuleOutcome
judge_hours (const QpRule *rule, const QpMeasure *measure, char **remark)
{
  double from, to;

  if (isnan (measure->second) || !qp_rule_read_hours (rule->threshold, &from, &to))
    return QP_RULE_NOT_KNOWN;
  if (measure->number >= from && measure->second <= to)
    return QP_RULE_MEETS;
  const gboolean early = measure->number < from;
  g_autofree char *at = clock_text (early ? from : to);
  *remark = early && measure->second > to ? g_strdup_printf (_ ("Keep to %s."), rule->threshold)
            : early                       ? g_strdup_printf (_ ("Switch on at %s or later."), at)
                                          : g_strdup_printf (_ ("Switch off at %s or earlier; a later live event needs a permit of its own."), at);
  return QP_RULE_FAILS;
}

/* "3000-8000" has to lie within what is measured */
static QpRuleOutcome
judge_range (const QpRule *rule, const QpMeasure *measure, char **remark)
{
  double low, high, from, to;

  if (measure->word == NULL || !qp_rule_read_pair (rule->threshold, '-', &low, &high) || !qp_rule_read_pair (measure->word, '-', &from, &to))
    {
      *remark = g_strdup_printf (_ ("What is known is no range such as “%s”."), rule->threshold);
      return QP_RULE_NOT_KNOWN;
    }
  if (from <= low && to >= high)
    return QP_RULE_MEETS;
  *remark = g_strdup (_ ("The range is too narrow."));
  return QP_RULE_FAILS;
}

static gboolean
is_one_of (const char *word, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_ascii_strcasecmp (g_strstrip (list[i]), word) == 0)
      return TRUE;
  return FALSE;
}

static QpRuleOutcome
judge_word (const QpRule *rule, const QpMeasure *measure, char **remark)
{
  if (measure->word == NULL)
    return QP_RULE_NOT_KNOWN;
  if (is_one_of (measure->word, rule->threshold) == (rule->demand != QP_DEMAND_NONE_OF))
    return QP_RULE_MEETS;
  g_autofree char *wanted = qp_rule_words_label (rule->threshold);
  *remark = rule->demand == QP_DEMAND_NONE_OF ? g_strdup_printf (_ ("Anything but: %s."), wanted)
                                              : g_strdup_printf (_ ("Choose: %s."), wanted);
  return QP_RULE_FAILS;
}

static QpRuleOutcome
judge_yes (const QpRule *rule, const QpMeasure *measure)
{
  if (measure->word == NULL)
    return QP_RULE_NOT_KNOWN;
  const gboolean yes = g_ascii_strcasecmp (measure->word, "yes") == 0;
  return yes == (rule->demand == QP_DEMAND_REQUIRED) ? QP_RULE_MEETS : QP_RULE_FAILS;
}

/* inside the engine: a known quantity against a rule with a threshold; @remark says by how much it fails and what would do */
QpRuleOutcome
qp_demand_judge (const QpRule *rule, const QpMeasure *measure, const QpRuleCase *screen, char **remark)
{
  if (rule->demand == QP_DEMAND_REQUIRED || rule->demand == QP_DEMAND_FORBIDDEN)
    return judge_yes (rule, measure);
  switch (way_of (rule))
    {
    case AS_RASTER:
      return judge_raster (rule, measure, remark);
    case AS_ASPECT:
      return judge_aspect (rule, measure, remark);
    case AS_CODE:
      return judge_code (rule, measure, remark);
    case AS_HOURS:
      return judge_hours (rule, measure, remark);
    case AS_NUMBER:
      break;
    }
  if (rule->demand == QP_DEMAND_COVERS)
    return judge_range (rule, measure, remark);
  if (rule->demand == QP_DEMAND_ONE_OF || rule->demand == QP_DEMAND_NONE_OF || measure->word != NULL)
    return judge_word (rule, measure, remark);
  return judge_number (rule, measure, screen, remark);
}

static gboolean
threshold_is_fit (const QpRule *rule)
{
  double a, b;

  switch (way_of (rule))
    {
    case AS_RASTER:
      return qp_rule_read_pair (rule->threshold, 'x', &a, &b);
    case AS_ASPECT:
      return qp_rule_read_pair (rule->threshold, ':', &a, &b);
    case AS_CODE:
      return g_str_has_prefix (rule->threshold, "IP") && strlen (rule->threshold) == 4;
    case AS_HOURS:
      return qp_rule_read_hours (rule->threshold, &a, &b);
    case AS_NUMBER:
      break;
    }
  if (rule->demand == QP_DEMAND_COVERS)
    return qp_rule_read_pair (rule->threshold, '-', &a, &b);
  if (rule->demand <= QP_DEMAND_BELOW)
    return qp_real_parse (rule->threshold, &a) == QP_PARSE_OK;
  return TRUE;
}

/* inside the engine: whether the threshold can be compared with anything */
void
qp_demand_check (const QpRule *rule, QpFindings *findings)
{
  if (rule->threshold != NULL && rule->demand != QP_UNSET && rule->demand != QP_DEMAND_TOLD && !threshold_is_fit (rule))
    qp_findings_add (findings, QP_SEVERITY_ERROR, "rule-threshold", 0, "rule", "threshold",
                     _ ("Rule “%s” has the threshold “%s”, which can’t be compared with its quantity “%s”."),
                     rule->key != NULL ? rule->key : "?", rule->threshold, rule->quantity != NULL ? rule->quantity : "?");
}
