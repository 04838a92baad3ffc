/* qp-handout-acceptance.c: the table of tests before a screen is accepted, with what is required and by which text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-private.h"

#include "engine/qp-rules.h"

#include <string.h>

#define WHITE N_ ("white, whole face, after 30 min")
#define NINE N_ ("nine points")
#define MIDDLE N_ ("middle")
#define ANY N_ ("three places or more")

/* what is tested, with the quantities that rules speak of and what the project itself says */
static const struct
{
  const char *label;
  const char *unit;
  const char *quantities; /* of rules; NULL: no rule that is known here speaks of it */
  const char *design;     /* as qp_handout_subject_read() takes it; NULL: the project says nothing */
  const char *instrument;
  const char *condition;
  const char *point;
} items[] = {
  { N_ ("Luminance"), "cd/m²", "luminance_cdm2", "=luminance_day_cdm2", N_ ("luminance meter"), WHITE, NINE },
  { N_ ("Luminance uniformity"), "%", "luminance_uniformity_percent", NULL, N_ ("luminance meter"), WHITE, NINE },
  { N_ ("Colour temperature of white"), "K", "colour_temperature_k", NULL, N_ ("spectroradiometer"), WHITE, MIDDLE },
  { N_ ("Chromaticity uniformity"), "", "chromaticity_uniformity chromaticity_nonuniformity", NULL, N_ ("spectroradiometer"), WHITE, NINE },
  { N_ ("Gamut, share of BT.2020"), "%", "gamut_bt2020_percent", NULL, N_ ("spectroradiometer"), N_ ("red, green, blue"), MIDDLE },
  { N_ ("Contrast, ambient light noted"), "", "contrast", "cabinet.contrast", N_ ("luminance meter, lux meter"), N_ ("white and black"), MIDDLE },
  { N_ ("Grey depth"), "bit", "grey_bits", "cabinet.grey_bits", N_ ("luminance meter"), N_ ("grey ramp"), MIDDLE },
  { N_ ("Grey levels"), "", "grey_levels", NULL, N_ ("luminance meter"), N_ ("grey ramp"), MIDDLE },
  { N_ ("Refresh rate"), "Hz", "refresh_hz", "cabinet.refresh_hz", N_ ("photodiode, oscilloscope"), N_ ("low grey"), MIDDLE },
  { N_ ("Frame rate"), "Hz", "frame_rate_hz", "content.frame_rate_hz", N_ ("test sequence"), N_ ("moving picture"), MIDDLE },
  { N_ ("Viewing angle across, at half luminance"), "°", "viewing_angle_h_deg half_angle_h_deg", "cabinet.viewing_angle_h_deg",
    N_ ("luminance meter, angle gauge"), N_ ("white"), MIDDLE },
  { N_ ("Viewing angle up and down, at half luminance"), "°", "viewing_angle_v_deg angle_up_deg angle_down_deg", "cabinet.viewing_angle_v_deg",
    N_ ("luminance meter, angle gauge"), N_ ("white"), MIDDLE },
  { N_ ("Dead pixels"), "", NULL, NULL, N_ ("count by eye, photo"), N_ ("red, green, blue, white, black"), N_ ("whole face") },
  { N_ ("Flatness of the face"), "mm", "flatness_pixels_mm flatness_mm", NULL, N_ ("straight edge, feeler gauge"), N_ ("off"), ANY },
  { N_ ("Pitch error at joints"), "%", "joint_pitch_error_percent", NULL, N_ ("measuring microscope"), N_ ("off"), ANY },
  { N_ ("Misalignment across and down"), "%", "misalignment_percent", NULL, N_ ("measuring microscope"), N_ ("off"), ANY },
  { N_ ("Seams"), "mm", "seam_mm", NULL, N_ ("feeler gauge"), N_ ("off"), ANY },
  { N_ ("Protection against dust and water"), "", "ip_front", "cabinet.ip_front", N_ ("test report of the type"), N_ ("GB/T 4208"), N_ ("one cabinet") },
  { N_ ("Temperature of the modules"), "K", "temperature_spread_k", NULL, N_ ("thermal camera"), N_ ("white, after 8 h"), N_ ("whole face") },
  { N_ ("Peak power"), "W", NULL, "=power_max_w", N_ ("power analyser"), N_ ("white, full luminance"), N_ ("distribution board") },
  { N_ ("Average power"), "W", NULL, "=power_average_w", N_ ("power analyser"), N_ ("usual programme, one hour"), N_ ("distribution board") },
  { N_ ("Efficiency of power supplies"), "%", "psu_efficiency_percent", NULL, N_ ("power analyser"), N_ ("half and full load"), N_ ("one power supply") },
  { N_ ("Resistance of insulation"), "MΩ", "insulation_mohm", NULL, N_ ("insulation tester, 500 V"), N_ ("off, parted from the mains"), N_ ("each circuit") },
  { N_ ("Continuity of earth"), "Ω", "earth_ohm", NULL, N_ ("earth tester"), N_ ("off"), ANY },
  { N_ ("Surge"), "kV", "surge_kv", NULL, N_ ("test report of the type"), N_ ("power inputs"), N_ ("one cabinet") },
  { N_ ("Noise"), "dB(A)", NULL, NULL, N_ ("sound level meter, class 1"), N_ ("day and night"), N_ ("1 m before the face, and at homes") },
  { N_ ("Light at windows before curfew"), "lx", "window_lx", NULL, N_ ("lux meter, upright"), N_ ("white, evening"), N_ ("windows of neighbours") },
  { N_ ("Light at windows after curfew"), "lx", "window_after_curfew_lx", NULL, N_ ("lux meter, upright"), N_ ("as it is run"), N_ ("windows of neighbours") },
  { N_ ("Luminance by night, by zone"), "cd/m²", "luminance_night_cdm2", "=luminance_night_cdm2", N_ ("luminance meter"), N_ ("white, dimmed as at night"), NINE },
  { N_ ("Decoder runs without fault"), "h", NULL, NULL, N_ ("test stream, log"), N_ ("72 h without a break"), N_ ("each decoder") },
  { N_ ("Sound and picture in step"), "ms", NULL, NULL, N_ ("test sequence, high-speed camera"), N_ ("flash and click"), N_ ("audience") },
  { N_ ("Blackout switch"), "s", NULL, NULL, N_ ("stop watch"), N_ ("while it runs"), N_ ("control room") },
  { N_ ("Log and alarm"), "", NULL, NULL, N_ ("check by hand"), N_ ("faults made on purpose"), N_ ("control room") },
};

static const QpHandoutColumn columns[] = {
  { "site", N_ ("Site"), 16, TRUE },         { "screen", N_ ("Screen"), 18, TRUE },   { "number", N_ ("No."), 5, FALSE },
  { "item", N_ ("Item"), 26, FALSE },        { "unit", N_ ("Unit"), 7, FALSE },       { "required", N_ ("Required"), 20, FALSE },
  { "standard", N_ ("Standard and clause"), 34, FALSE }, { "grades", N_ ("Grades"), 22, FALSE }, { "instrument", N_ ("Instrument"), 18, FALSE },
  { "condition", N_ ("Condition"), 20, FALSE }, { "point", N_ ("Point"), 14, FALSE }, { "measured", N_ ("Measured"), 12, FALSE },
  { "deviation", N_ ("Deviation"), 11, FALSE }, { "verdict", N_ ("Verdict"), 10, FALSE }, { "signature", N_ ("Signature"), 12, FALSE },
};

typedef struct
{
  QpHandoutTable *table;
  const QpHandoutSource *source;
  QpRulesLight light;
  guint number; /* of the item, within the screen */
} Work;

typedef struct
{
  char *required;
  char *standard;
  const char *grades;
} Demand;

static void
demand_free (gpointer data)
{
  Demand *self = data;

  g_free (self->required);
  g_free (self->standard);
  g_free (self);
}

static void
add_demand (GPtrArray *demands, char *required, char *standard, const char *grades)
{
  Demand *demand = g_new (Demand, 1);

  *demand = (Demand){ required, standard, grades };
  g_ptr_array_add (demands, demand);
}

/* rules that hold for the screen and ask for a value; what is only told is no demand */
static gboolean
asks (const QpRuleVerdict *verdict, const char *const *quantities)
{
  return verdict->rule->quantity != NULL && g_strv_contains (quantities, verdict->rule->quantity) && verdict->outcome != QP_RULE_ASIDE
         && verdict->outcome != QP_RULE_TOLD && verdict->rule->threshold != NULL;
}

/* "A 10-15 | B 5-10 | C <= 5" are grades, other conditions are none */
static const char *
grades_of (const QpRule *rule)
{
  return rule->condition != NULL && strstr (rule->condition, " | ") != NULL ? rule->condition : NULL;
}

static void
collect_rules (GPtrArray *demands, const GPtrArray *verdicts, const char *names)
{
  g_auto (GStrv) quantities = g_strsplit (names, " ", -1);

  for (guint i = 0; verdicts != NULL && i < verdicts->len; i++)
    {
      const QpRuleVerdict *verdict = verdicts->pdata[i];
      if (!asks (verdict, (const char *const *) quantities))
        continue;
      g_autofree char *standard = g_strdup_printf ("%s %s: %s", verdict->rule->key, qp_rule_name (verdict->rule),
                                                   verdict->rule->source == NULL ? qp_rules_title (verdict->set) : verdict->rule->source);
      add_demand (demands, g_strdup (verdict->required), verdict->sure ? g_steal_pointer (&standard) : g_strdup_printf (_ ("%s (text not seen in full)"), standard),
                  grades_of (verdict->rule));
    }
}

static GPtrArray *
demands_of (guint item, const QpHandoutSubject *subject, const GPtrArray *verdicts)
{
  GPtrArray *demands = g_ptr_array_new_with_free_func (demand_free);
  g_autofree char *origin = NULL;
  char *design = items[item].design == NULL ? NULL : qp_handout_subject_read (subject, items[item].design, &origin);

  if (items[item].quantities != NULL)
    collect_rules (demands, verdicts, items[item].quantities);
  if (design != NULL)
    add_demand (demands, design, g_strdup_printf (_ ("this design; %s"), origin), NULL);
  if (demands->len == 0)
    add_demand (demands, g_strdup (_ ("not known")), g_strdup (_ ("to be agreed in the contract")), NULL);
  return demands;
}

static void
put_item (Work *work, guint i, const QpHandoutSubject *subject, const GPtrArray *verdicts)
{
  g_autoptr (GPtrArray) demands = demands_of (i, subject, verdicts);
  QpHandoutTable *table = work->table;

  for (guint d = 0; d < demands->len; d++)
    {
      const Demand *demand = demands->pdata[d];
      qp_handout_put_node (table, (const QpNode *) subject->context->site);
      qp_handout_put_node (table, &subject->screen->node);
      qp_handout_put_number (table, ++work->number, 0);
      qp_handout_put (table, _ (items[i].label));
      qp_handout_put (table, items[i].unit);
      qp_handout_put (table, demand->required);
      qp_handout_put (table, demand->standard);
      qp_handout_put (table, demand->grades);
      qp_handout_put (table, _ (items[i].instrument));
      qp_handout_put (table, _ (items[i].condition));
      qp_handout_put (table, _ (items[i].point));
      qp_handout_end_row (table);
    }
}

static void
on_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  Work *work = data;
  QpEngineContext lit = *context;
  QpHandoutSubject subject;

  qp_rules_light_add (&work->light, &lit);
  qp_handout_subject_init (&subject, screen, &lit);
  g_autoptr (GPtrArray) verdicts = work->source->rules == NULL ? NULL : qp_rules_judge (work->source->rules, screen, &lit);
  work->number = 0;
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    put_item (work, i, &subject, verdicts);
}

/* a row of the list of documents */
QpHandout *
qp_handout_acceptance (const QpHandoutSource *source)
{
  QpHandout *self = qp_handout_new (_ ("Acceptance Tests"), source->project, source->today);
  Work work = { .source = source };

  qp_handout_add_note (self, _ ("What is required is quoted from the rules that hold for the screen and from its design. Instruments and points are usual practice; "
                                "the contract decides. Measured values, verdicts and signatures are for those who test."));
  work.table = qp_handout_add_table (self, "acceptance", _ ("Acceptance tests"), columns, G_N_ELEMENTS (columns));
  qp_handout_each_screen (source, on_screen, &work);
  qp_rules_light_clear (&work.light);
  return self;
}
