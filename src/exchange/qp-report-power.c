/* qp-report-power.c: of the report, structure, power and earthing
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-sheet.h"

#include "base/qp-number.h"
#include "engine/qp-quantities.h"
#include "engine/qp-structure.h"
#include "render/qp-paint-wiring.h"

#include <math.h>

/* --- structure --- */

/* what the window shows; what is not known says what has to be entered */
static void
structure_table (QpPages *pages, const QpReportScreen *it)
{
  g_autoptr (GPtrArray) lines = qp_structure_lines (it->screen, &it->estimate, &it->context);
  g_autoptr (QpPageTable) table = qp_page_table_new ("lRl", _ ("What"), _ ("Value"), _ ("What it stands on"), NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const QpStructureLine *line = lines->pdata[i];
      g_autoptr (QpExplanation) told = qp_estimate_explain (line->quantity, it->screen, &it->context);
      const char *detail = told->missing != NULL ? told->missing : line->detail;
      qp_page_table_add (table, line->label, line->value, detail != NULL ? detail : "", NULL);
      qp_page_table_mark (table, 1, qp_report_mark (line->verdict));
    }
  qp_pages_table (pages, _ ("Weight, wind and fixing"), table);
}

/* all quantities that lead to one, it included */
static void
trace (guint quantity, gboolean *leads)
{
  const QpStep *step = &qp_steps ()[quantity];

  if (leads[quantity])
    return;
  leads[quantity] = TRUE;
  for (guint i = 0; i < step->n_feeds; i++)
    if (step->feeds[i].quantity >= 0)
      trace ((guint) step->feeds[i].quantity, leads);
}

static void
trace_all (const char *const *keys, gboolean *leads)
{
  for (guint i = 0; keys[i] != NULL; i++)
    trace ((guint) qp_quantity_index (keys[i]), leads);
}

/* Wind by two standards is told apart; what only one of them needs is left out as long as its result is not known. */
static const struct
{
  const char *heading;
  const char *const results[3];
} standards[] = {
  { N_ ("Wind by GB 50009"), { "wind_moment_edge_gb_knm", "wind_moment_ground_gb_knm", NULL } },
  { N_ ("Wind by ASCE 7"), { "wind_moment_edge_asce_knm", "wind_moment_ground_asce_knm", NULL } },
};

static void
structure_sheet (QpPages *pages, const QpReportScreen *it)
{
  gboolean leads[G_N_ELEMENTS (standards)][QP_MAX_QUANTITIES] = { { FALSE } };
  QpReportSheet sheet;

  for (guint k = 0; k < G_N_ELEMENTS (standards); k++)
    trace_all (standards[k].results, leads[k]);
  qp_report_sheet_init (&sheet);
  qp_report_pairs_heading (&sheet.pairs, _ ("Weight, area and height"));
  for (guint i = 0; i < qp_quantity_count (); i++)
    if (qp_quantity_at (i)->group == QP_RESULT_STRUCTURE && leads[0][i] == leads[1][i])
      qp_report_sheet_add (&sheet, it, i);
  for (guint k = 0; k < G_N_ELEMENTS (standards); k++)
    {
      qp_report_pairs_heading (&sheet.pairs, _ (standards[k].heading));
      for (guint i = 0; i < qp_quantity_count () && !isnan (qp_estimate_get (&it->estimate, standards[k].results[0])); i++)
        if (qp_quantity_at (i)->group == QP_RESULT_STRUCTURE && leads[k][i] && !leads[1 - k][i])
          qp_report_sheet_add (&sheet, it, i);
    }
  qp_report_sheet_put (&sheet, pages);
}

void
qp_report_structure (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "area_m2", "weight_kg", "weight_total_low_kg", "weight_total_high_kg" };

  qp_pages_heading (pages, 1, _ ("Structure"));
  qp_pages_paragraph (pages, qp_structure_sentence ());
  if (self->detailed)
    qp_report_overview (pages, self, _ ("Area and mass"), keys, G_N_ELEMENTS (keys));
  else
    qp_pages_note (pages, _ ("There are so many screens that these figures stand in the table of screens."));
  for (guint i = 0; self->detailed && i < self->screens->len && !qp_pages_is_cancelled (pages); i++)
    {
      qp_pages_heading (pages, 2, qp_report_screen (self, i)->name);
      structure_table (pages, qp_report_screen (self, i));
      structure_sheet (pages, qp_report_screen (self, i));
    }
  qp_pages_note (pages, _ ("Fixings, drainage and movement by heat are not calculated: they belong to the drawings of the structure, which a "
                           "qualified reviewer passes. The side from which cabinets are served stands in the section of screens."));
}

/* --- circuits --- */

typedef struct
{
  guint circuits;
  guint cabinets;
  double power_w;
} Phase;

static void
add_phase (QpPageTable *table, const char *name, const Phase *phase, double current_a, gboolean is_sum)
{
  g_autofree char *circuits = qp_report_count (phase->circuits), *cabinets = qp_report_count (phase->cabinets);
  g_autofree char *power = qp_report_number (phase->power_w, 0, "W"), *current = isnan (current_a) ? g_strdup ("") : qp_report_number (current_a, 1, "A");

  if (is_sum)
    qp_page_table_sum (table, name, circuits, cabinets, power, current, NULL);
  else
    qp_page_table_add (table, name, circuits, cabinets, power, current, NULL);
}

static void
circuits_table (QpPages *pages, const QpPowerRuns *power)
{
  g_autoptr (QpPageTable) table
      = qp_page_table_new ("Lrrrr", _ ("Phase of the supply"), _ ("Circuits"), _ ("Cabinets"), _ ("Peak power"), _ ("Current"), NULL);
  Phase phases[G_N_ELEMENTS (power->phase_a)] = { { 0 } }, all = { 0 };

  for (guint i = 0; i < power->circuits->len; i++)
    {
      const QpCircuit *circuit = qp_circuit (power, i);
      Phase *const counted[] = { &phases[circuit->phase], &all };
      for (guint k = 0; k < G_N_ELEMENTS (counted); k++)
        {
          counted[k]->circuits++;
          counted[k]->cabinets += circuit->n;
          counted[k]->power_w += circuit->power_w;
        }
    }
  for (guint i = 0; i < power->supply.phases; i++)
    {
      g_autofree char *name = g_strdup_printf ("L%u", i + 1);
      add_phase (table, name, &phases[i], power->phase_a[i], FALSE);
    }
  add_phase (table, _ ("All phases"), &all, NAN, TRUE);
  qp_pages_table (pages, _ ("Circuits by phase"), table);
}

/* what the distribution board has to have; how thick cables are is not calculated, and said so */
static void
board_table (QpPages *pages, const QpPowerRuns *power)
{
  g_autofree char *circuits = qp_report_count (power->circuits->len), *breaker = qp_report_number (power->supply.breaker_a, 0, "A");
  g_autofree char *usable = qp_report_number (power->usable_w, 0, "W"), *most = qp_report_count (power->most);
  g_autofree char *feed = qp_report_number (power->feed_a, 1, "A"), *main_breaker = qp_report_number (ceil (power->feed_breaker_a), 0, "A");
  g_autofree char *neutral = isnan (power->neutral_a) ? NULL : qp_report_number (power->neutral_a, 1, "A");
  QpReportPairs pairs;

  qp_report_pairs_init (&pairs, TRUE);
  qp_report_pairs_add (&pairs, _ ("Outgoing circuits"), circuits, QP_PAGE_MARK_NONE);
  qp_report_pairs_add (&pairs, _ ("Breaker of a circuit"), breaker, QP_PAGE_MARK_NONE);
  qp_report_pairs_add (&pairs, _ ("Power that a circuit may carry"), usable, QP_PAGE_MARK_NONE);
  qp_report_pairs_add (&pairs, _ ("Most cabinets on a circuit"), most, QP_PAGE_MARK_NONE);
  qp_report_pairs_add (&pairs, _ ("Current of the feed"), feed, QP_PAGE_MARK_NONE);
  qp_report_pairs_add (&pairs, _ ("Main breaker at least"), main_breaker, QP_PAGE_MARK_NONE);
  if (neutral != NULL)
    qp_report_pairs_add (&pairs, _ ("Current of the neutral"), neutral, QP_PAGE_MARK_NONE);
  qp_report_pairs_put (&pairs, pages, _ ("Distribution board"));
}

/* breakers too small for a cabinet, phases out of balance */
static void
findings (QpPages *pages, const QpReportScreen *it, const QpPowerRuns *power)
{
  g_autoptr (QpFindings) found = qp_findings_new ();

  qp_power_runs_check (power, it->name, found);
  for (guint i = 0; i < qp_findings_length (found); i++)
    qp_pages_note (pages, qp_findings_get (found, i)->message);
}

static void
power_part (QpPages *pages, const QpReportScreen *it)
{
  static const QpResultGroup groups[] = { QP_RESULT_POWER };
  QpWiring wiring;

  qp_wiring_init (&wiring, it->screen, &it->context);
  g_autofree char *headline = qp_power_runs_headline (&wiring.power);
  qp_pages_heading (pages, 2, it->name);
  qp_pages_paragraph (pages, headline);
  if (wiring.power.state == QP_POWER_ROUTED)
    {
      circuits_table (pages, &wiring.power);
      board_table (pages, &wiring.power);
      findings (pages, it, &wiring.power);
      qp_report_wiring_parts (pages, &wiring, TRUE);
      qp_report_wiring_figure (pages, &wiring, TRUE);
    }
  qp_report_group_sheet (pages, it, groups, G_N_ELEMENTS (groups));
  qp_wiring_clear (&wiring);
}

/* --- earthing --- */

/* by what the quantities of rules begin that speak of electrical safety; a city may add rules of its own */
static const char *const safety[] = { "earth", "lightning", "surge", "insulation" };

static gboolean
speaks_of_safety (const QpRule *rule)
{
  for (guint i = 0; rule->quantity != NULL && i < G_N_ELEMENTS (safety); i++)
    if (g_str_has_prefix (rule->quantity, safety[i]))
      return TRUE;
  return FALSE;
}

static guint
count_outcome (QpReportData *self, guint verdict, QpRuleOutcome outcome)
{
  guint n = 0;

  for (guint i = 0; i < self->screens->len; i++)
    n += ((const QpRuleVerdict *) qp_report_screen (self, i)->verdicts->pdata[verdict])->outcome == outcome;
  return n;
}

static void
add_demand (QpReportData *self, QpPageTable *table, guint index)
{
  const QpRuleVerdict *verdict = qp_report_screen (self, 0)->verdicts->pdata[index];
  const QpRule *rule = verdict->rule;
  const guint asked = self->screens->len - count_outcome (self, index, QP_RULE_ASIDE), fails = count_outcome (self, index, QP_RULE_FAILS);
  g_autofree char *name = g_strdup_printf ("%s\u2002%s", rule->key, qp_rule_name (rule));
  g_autofree char *required = verdict->sure ? g_strdup (verdict->required) : g_strconcat (verdict->required, " (?)", NULL);
  g_autofree char *n = qp_report_count (asked), *meets = qp_report_count (count_outcome (self, index, QP_RULE_MEETS));
  g_autofree char *failing = qp_report_count (fails);

  if (asked == 0)
    return;
  qp_page_table_add (table, name, required, n, meets, failing, rule->source != NULL ? rule->source : "", NULL);
  if (fails > 0)
    qp_page_table_mark (table, 4, QP_PAGE_MARK_BAD);
}

/* every screen is judged by the same rules in the same order */
static void
earthing_part (QpReportData *self, QpPages *pages)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("llrrrl", _ ("Rule"), _ ("Required"), _ ("Screens that it holds for"),
                                                     qp_rule_outcome_label (QP_RULE_MEETS), qp_rule_outcome_label (QP_RULE_FAILS), _ ("Source"), NULL);
  const GPtrArray *first = self->screens->len > 0 ? qp_report_screen (self, 0)->verdicts : NULL;

  qp_pages_heading (pages, 2, _ ("Earthing and lightning protection"));
  for (guint i = 0; first != NULL && i < first->len; i++)
    if (speaks_of_safety (((const QpRuleVerdict *) first->pdata[i])->rule))
      add_demand (self, table, i);
  qp_pages_table (pages, _ ("What rules ask for"), table);
  if (qp_page_table_length (table) == 0)
    qp_pages_paragraph (pages, _ ("No rule by which the screens are judged asks for earthing or lightning protection."));
  qp_pages_note (pages, _ ("These values are measured when the screen is accepted; noted as facts of the screen, they are judged. Resistance of the earth "
                           "electrode, down conductors and sections of cables are not calculated: a licensed electrical engineer designs them by the codes "
                           "in force. What they cost stands in the budget."));
}

void
qp_report_power (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "power_max_w", "power_average_w", "energy_kwh_per_year", "circuits" };

  qp_pages_heading (pages, 1, _ ("Power and earthing"));
  if (self->detailed)
    qp_report_overview (pages, self, _ ("Power and energy"), keys, G_N_ELEMENTS (keys));
  else
    qp_pages_note (pages, _ ("There are so many screens that these figures stand in the table of screens."));
  for (guint i = 0; self->detailed && i < self->screens->len && !qp_pages_is_cancelled (pages); i++)
    power_part (pages, qp_report_screen (self, i));
  if (self->detailed)
    earthing_part (self, pages);
  else
    qp_pages_note (pages, _ ("Earthing and lightning protection are not calculated: what is asked of them stands in the table of conformity, what they cost in the budget."));
}
