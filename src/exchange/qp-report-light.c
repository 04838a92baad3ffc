/* qp-report-light.c: of the report, light at night and noise
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

#include "base/qp-number.h"

#include <math.h>

static char *
lux_text (const QpLightSum *sum)
{
  return qp_light_number (sum->lx, 3, "lx");
}

static char *
limit_text (const QpLightReceptor *receptor, const QpLightSum *sum)
{
  if (!receptor->judged)
    return g_strdup (_ ("does not apply"));
  return qp_light_number (sum->limit, 0, "lx");
}

static QpPageMark
mark_of (const QpLightReceptor *receptor, const QpLightSum *sum)
{
  if (!receptor->judged || sum->verdict == QP_VERDICT_NONE)
    return QP_PAGE_MARK_NONE;
  return sum->verdict == QP_VERDICT_MEETS ? QP_PAGE_MARK_GOOD : sum->verdict == QP_VERDICT_FAILS ? QP_PAGE_MARK_BAD : QP_PAGE_MARK_OPEN;
}

static char *
highest_text (double highest)
{
  return isnan (highest) ? g_strdup (_ ("not known")) : isinf (highest) ? g_strdup (_ ("no bound")) : qp_light_highest (highest);
}

static void
windows_table (QpPages *pages, const QpLight *light, const char *caption)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lrrrrr", _ ("Windows"), _ ("Before curfew"), _ ("Limit"), _ ("After curfew"), _ ("Limit"),
                                                     _ ("All screens at most"), NULL);

  for (guint i = 0; i < light->n_receptors; i++)
    {
      const QpLightReceptor *receptor = &light->receptors[i];
      g_autofree char *name = qp_node_display_name (&receptor->receptor->node), *before = lux_text (&receptor->before);
      g_autofree char *after = lux_text (&receptor->after), *limit = limit_text (receptor, &receptor->before);
      g_autofree char *limit_after = limit_text (receptor, &receptor->after), *highest = highest_text (receptor->highest);
      qp_page_table_add (table, name, before, limit, after, limit_after, receptor->judged ? highest : "–", NULL);
      qp_page_table_mark (table, 1, mark_of (receptor, &receptor->before));
      qp_page_table_mark (table, 3, mark_of (receptor, &receptor->after));
    }
  qp_pages_table (pages, caption, table);
}

/* what the sums lean on */
static void
plan_notes (QpPages *pages, const QpLight *light)
{
  g_autofree char *zone = light->zone == NULL ? g_strdup (_ ("The environmental zone is not known, so that no limit is."))
                                              : g_strdup_printf (_ ("Environmental zone %s."), light->zone);
  g_autofree char *curfew = g_strdup_printf (light->curfew_assumed ? _ ("Curfew assumed at %02d:%02d.") : _ ("Curfew at %02d:%02d."),
                                             light->curfew / 60, light->curfew % 60);
  g_autofree char *both = g_strdup_printf ("%s %s", zone, curfew);

  qp_pages_note (pages, both);
  if (light->unknown_tops > 0)
    {
      g_autofree char *tops = g_strdup_printf (ngettext ("%u obstacle has no known height and hides whatever is behind it.\n",
                                                         "%u obstacles have no known height and hide whatever is behind them.\n",
                                                         light->unknown_tops),
                                               light->unknown_tops);
      qp_pages_note (pages, g_strchomp (tops));
    }
}

static void
plan_part (QpReportData *self, QpPages *pages, guint index)
{
  const QpPlan *plan = self->plans->pdata[index];
  const QpLight *light = self->lights->pdata[index];
  g_autofree char *name = qp_node_display_name (&plan->node);
  g_autofree char *site = light == NULL || light->site == NULL ? NULL : qp_node_display_name (&light->site->node);
  g_autofree char *caption = site == NULL ? g_strdup (name) : g_strdup_printf ("%s · %s", site, name);

  if (light == NULL)
    return;
  windows_table (pages, light, caption);
  plan_notes (pages, light);
}

/* luminance of each screen by day and night, and its hours */
static void
luminance_table (QpReportData *self, QpPages *pages)
{
  const int day = qp_quantity_index ("luminance_day_cdm2"), night = qp_quantity_index ("luminance_night_cdm2");
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("lrrlll", _ ("Screen"), _ ("By day"), _ ("By night"), _ ("On"), _ ("Off"), _ ("Zone"), NULL);

  for (guint i = 0; i < self->screens->len; i++)
    {
      const QpReportScreen *one = qp_report_screen (self, i);
      const QpScreen *screen = one->screen;
      const QpSite *site = one->context.site;
      const double at_day = day < 0 ? screen->luminance_day_cdm2 : one->estimate.values[day];
      const double at_night = night < 0 ? screen->luminance_night_cdm2 : one->estimate.values[night];
      g_autofree char *by_day = qp_light_number (at_day, 0, "cd/m²");
      g_autofree char *by_night = qp_light_number (at_night, 0, "cd/m²");
      g_autofree char *on = qp_report_clock (screen->on_time), *off = qp_report_clock (screen->off_time);
      qp_page_table_add (table, one->name, by_day, by_night, on, off,
                         site == NULL || site->zone == QP_UNSET ? _ ("not known") : _ (qp_values_zone[site->zone].label), NULL);
    }
  qp_pages_table (pages, _ ("Luminance and hours"), table);
}

/* how the worst window of all was computed, step by step */
static void
worst_part (QpReportData *self, QpPages *pages)
{
  const QpLightReceptor *worst = NULL;
  const QpLight *of = NULL;

  for (guint i = 0; i < self->lights->len; i++)
    {
      const QpLight *light = self->lights->pdata[i];
      const QpLightReceptor *one = light == NULL ? NULL : qp_light_worst (light, FALSE);
      if (one != NULL && (worst == NULL || one->before.lx > worst->before.lx))
        {
          worst = one;
          of = light;
        }
    }
  if (worst == NULL)
    return;
  g_autoptr (QpExplanation) told = qp_light_explain_lx (of, worst, FALSE);
  g_autofree char *name = qp_node_display_name (&worst->receptor->node);
  g_autofree char *caption = g_strdup_printf (_ ("How the light at “%s” was computed: %s"), name, told->value);
  g_autoptr (QpPageTable) table = qp_page_table_new ("lrl", _ ("Input"), _ ("Value"), _ ("Where from"), NULL);
  for (guint i = 0; i < told->inputs->len; i++)
    {
      const QpExplainedInput *input = told->inputs->pdata[i];
      qp_page_table_add (table, input->label, input->value, input->origin != NULL ? input->origin : "", NULL);
    }
  qp_pages_table (pages, caption, table);
  if (told->expression != NULL)
    qp_pages_note (pages, told->expression);
  if (told->source != NULL)
    qp_pages_note (pages, told->source);
}

static guint
count_lights (const QpReportData *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lights->len; i++)
    n += self->lights->pdata[i] != NULL;
  return n;
}

/* luminance by day and night, light at windows, sound */
void
qp_report_light (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Light and noise"));
  if (self->detailed)
    luminance_table (self, pages);
  qp_pages_heading (pages, 2, _ ("Light at windows by night"));
  if (count_lights (self) == 0)
    qp_pages_paragraph (pages, _ ("No windows of neighbours are drawn on the plans: what light falls on them is not known."));
  else
    qp_pages_paragraph (pages, _ ("Illuminance upright on the brightest place of each window, all screens of a plan together at their luminance by "
                                  "night, past obstacles, by the exact polygon formula with the angular emission of the cabinet."));
  for (guint i = 0; i < self->plans->len; i++)
    plan_part (self, pages, i);
  worst_part (self, pages);
  qp_pages_heading (pages, 2, _ ("Noise"));
  qp_pages_paragraph (pages, _ ("Levels of sound at neighbours are not calculated. What is planned for sound stands with the contents; whether it is "
                                "allowed stands in the table of conformity."));
}
