/* qp-report-spacing.c: of the report, how far screens are from each other and from windows
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

#include "engine/qp-rules.h"

#include <math.h>
#include <string.h>

/* sites that are further apart are no neighbours */
#define NEAR_M 2000.0

/* --- screens --- */

/* what rules ask of the spacing of a screen: all that hold, or may hold where the road is not known */
static char *
asked (const QpReportScreen *one, QpPageMark *mark, GString *remarks)
{
  static const QpPageMark marks[QP_N_RULE_OUTCOMES]
      = { [QP_RULE_MEETS] = QP_PAGE_MARK_GOOD, [QP_RULE_FAILS] = QP_PAGE_MARK_BAD, [QP_RULE_NOT_KNOWN] = QP_PAGE_MARK_OPEN };
  g_autoptr (GString) text = g_string_new (NULL);

  *mark = QP_PAGE_MARK_NONE;
  for (guint i = 0; i < one->verdicts->len; i++)
    {
      const QpRuleVerdict *verdict = one->verdicts->pdata[i];
      if (g_strcmp0 (verdict->rule->quantity, "spacing_m") != 0 || verdict->outcome == QP_RULE_ASIDE || verdict->outcome == QP_RULE_TOLD)
        continue;
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "; " : "", verdict->required, verdict->sure ? "" : " (?)");
      /* one that fails outweighs */
      *mark = *mark == QP_PAGE_MARK_BAD ? *mark : marks[verdict->outcome];
      if (verdict->outcome == QP_RULE_NOT_KNOWN && verdict->remark != NULL && strstr (remarks->str, verdict->remark) == NULL)
        g_string_append_printf (remarks, "%s%s", remarks->len > 0 ? " " : "", verdict->remark);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
neighbour_name (const QpRuleNeighbour *neighbour, double within, const char *none)
{
  return neighbour->node == NULL || neighbour->distance_m > within ? g_strdup (none) : qp_node_display_name (neighbour->node);
}

static char *
neighbour_distance (const QpRuleNeighbour *neighbour, double within)
{
  return neighbour->node == NULL || neighbour->distance_m > within ? g_strdup ("") : qp_report_number (neighbour->distance_m, 0, "m");
}

/* FALSE: there is nothing to be told */
static gboolean
add_spacing (QpPageTable *table, const QpReportScreen *one, GString *remarks)
{
  QpRuleNeighbour screen, site;
  QpPageMark mark;

  qp_rules_find_neighbour (&screen, one->screen, &one->context);
  qp_rules_find_site (&site, &one->context);
  g_autofree char *demand = asked (one, &mark, remarks);
  g_autofree char *other = neighbour_name (&screen, INFINITY, _ ("none on the plan")), *away = neighbour_distance (&screen, INFINITY);
  g_autofree char *place = neighbour_name (&site, NEAR_M, _ ("none within 2 km")), *far = neighbour_distance (&site, NEAR_M);

  qp_page_table_add (table, one->name, other, away, place, far, *demand == '\0' ? _ ("no rule holds here") : demand, NULL);
  qp_page_table_mark (table, 5, mark);
  return screen.node != NULL || site.distance_m <= NEAR_M || *demand != '\0';
}

/* --- windows --- */

static void
add_window (const QpReportData *self, QpPageTable *table, const QpReceptor *receptor, const QpSite *at, const QpPlan *plan)
{
  g_autofree char *name = qp_node_display_name (&receptor->node), *from = qp_report_length (receptor->base_height_m);
  g_autofree char *to = qp_report_length (receptor->top_height_m), *height = g_strdup_printf ("%s – %s", from, to);
  g_autofree char *site = at == NULL ? g_strdup ("") : qp_node_display_name (&at->node);
  QpRuleNeighbour screen = { NULL, INFINITY };

  if (self->detailed)
    qp_rules_find_facing (&screen, receptor, plan, self->report->catalogue);
  g_autofree char *facing = neighbour_name (&screen, INFINITY, _ ("none faces them")), *away = neighbour_distance (&screen, INFINITY);
  const char *kind = _ (qp_values_receptor_kind[receptor->kind].label);
  if (self->detailed)
    qp_page_table_add (table, name, kind, site, height, facing, away, NULL);
  else
    qp_page_table_add (table, name, kind, site, height, NULL);
}

/* whose windows there are, and how far the nearest screen is that shines to them */
void
qp_report_windows (QpReportData *self, QpPages *pages)
{
  g_autoptr (QpPageTable) table
      = qp_page_table_new (self->detailed ? "lllllr" : "llll", _ ("Windows"), _ ("Kind"), _ ("Site"), _ ("Height"),
                           self->detailed ? _ ("Nearest screen that faces them") : NULL, _ ("Distance on the ground"), NULL);

  for (guint i = 0; i < self->lights->len; i++)
    {
      const QpLight *light = self->lights->pdata[i];
      for (guint k = 0; light != NULL && k < light->n_receptors; k++)
        add_window (self, table, light->receptors[k].receptor, light->site, self->plans->pdata[i]);
    }
  if (qp_page_table_length (table) > 0)
    qp_pages_table (pages, _ ("Windows of neighbours"), table);
}

/* how far neighbouring screens are, and what rules ask */
void
qp_report_spacing (QpReportData *self, QpPages *pages)
{
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("llrlrl", _ ("Screen"), _ ("Nearest screen on the plan that looks the same way"), _ ("Distance"),
                           _ ("Nearest other site with screens"), _ ("Distance"), _ ("Spacing that rules ask for"), NULL);
  g_autoptr (GString) remarks = g_string_new (NULL);
  gboolean any = FALSE;

  if (!self->detailed)
    {
      qp_pages_note (pages, _ ("There are so many screens that their spacing is told by the program, one by one."));
      return;
    }
  for (guint i = 0; i < self->screens->len; i++)
    any = add_spacing (table, qp_report_screen (self, i), remarks) || any;
  if (!any)
    {
      qp_pages_note (pages, _ ("No screen has a neighbour that looks the same way, nor another site within 2 km, and no rule asks for a spacing."));
      return;
    }
  qp_pages_table (pages, _ ("Spacing of screens"), table);
  qp_pages_note (pages, _ ("Distances on a plan go from middle to middle, those between sites along the great circle. Screens that are not in the project can’t be told."));
  if (remarks->len > 0)
    qp_pages_note (pages, remarks->str);
}
