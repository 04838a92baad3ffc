/* qp-power-runs.c: which circuit feeds which cabinets, and on which phase
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-power-runs.h"

#include "base/qp-number.h"

#include <math.h>
#include <stdlib.h>

/* Standing assumptions, used where the document is silent and always named as such. */
#define ASSUMED_VOLT 220
#define ASSUMED_PHASES 3
#define ASSUMED_BREAKER_A 20
#define ASSUMED_LOAD 0.8 /* NEC 210.20(A), continuous load */
#define ASSUMED_FACTOR 1

static double
calculate (const char *name, double a, double b, double c, double d)
{
  const QpArgument in[QP_FORMULA_MAX_INPUTS] = { { a, NULL }, { b, NULL }, { c, NULL }, { d, NULL } };

  return qp_formula_evaluate (qp_formula_find (name), in);
}

static double
known_or (QpSupply *self, double value, double assumed, QpSupplyField field)
{
  if (!isnan (value))
    return value;
  self->assumed |= field;
  return assumed;
}

/**
 * qp_supply_init:
 * @self: (out caller-allocates): place for the supply
 * @screen: a screen
 *
 * What the screen says of its supply; what it leaves open is assumed: 220 V, three phases, breakers of 20 A loaded to
 * 80 %, power factor 1.
 */
void
qp_supply_init (QpSupply *self, const QpScreen *screen)
{
  const double phases = screen->supply_phases == QP_UNSET ? NAN : (double) screen->supply_phases;

  self->assumed = 0;
  self->voltage_v = known_or (self, screen->supply_voltage_v, ASSUMED_VOLT, QP_SUPPLY_VOLTAGE);
  self->phases = CLAMP ((guint) known_or (self, phases, ASSUMED_PHASES, QP_SUPPLY_PHASES), 1, 3);
  self->breaker_a = known_or (self, screen->breaker_a, ASSUMED_BREAKER_A, QP_SUPPLY_BREAKER);
  self->load_fraction = known_or (self, screen->breaker_load_percent / 100, ASSUMED_LOAD, QP_SUPPLY_LOAD);
  self->power_factor = known_or (self, screen->power_factor, ASSUMED_FACTOR, QP_SUPPLY_FACTOR);
}

static void
append_figure (GString *out, const char *unit, double value, gboolean assumed)
{
  g_autofree char *number = qp_number_display_shortest (value);

  g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? ", " : "", number, unit, assumed ? _ (" (assumed)") : "");
}

/**
 * qp_supply_describe:
 * @self: a supply
 *
 * Returns: (transfer full): the supply in words, assumptions named: "220 V, 3 phases (assumed), 20 A, 80 %, power factor 1"
 */
char *
qp_supply_describe (const QpSupply *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *factor = qp_number_display_shortest (self->power_factor);
  const char *mark = _ (" (assumed)");

  append_figure (out, "\u2009V", self->voltage_v, (self->assumed & QP_SUPPLY_VOLTAGE) != 0);
  g_string_append_printf (out, ", ");
  g_string_append_printf (out, ngettext ("%u phase", "%u phases", self->phases), self->phases);
  g_string_append_printf (out, "%s", (self->assumed & QP_SUPPLY_PHASES) != 0 ? mark : "");
  append_figure (out, "\u2009A", self->breaker_a, (self->assumed & QP_SUPPLY_BREAKER) != 0);
  append_figure (out, "\u2009%", self->load_fraction * 100, (self->assumed & QP_SUPPLY_LOAD) != 0);
  g_string_append (out, ", ");
  /* Translators: %s is a number up to 1 */
  g_string_append_printf (out, _ ("power factor %s"), factor);
  g_string_append_printf (out, "%s", (self->assumed & QP_SUPPLY_FACTOR) != 0 ? mark : "");
  return g_strdup (out->str);
}

/* --- circuits --- */

static QpRunPattern
pattern_of (const QpScreen *screen)
{
  return (QpRunPattern){ screen->power_start == QP_UNSET ? QP_RUN_BOTTOM_LEFT : (QpRunStart) screen->power_start,
                         screen->power_order == QP_UNSET ? QP_RUN_COLUMNS : (QpRunOrder) screen->power_order,
                         screen->power_snake != 0 };
}

static void
measure_circuit (const QpPowerRuns *self, const QpRunPlace *place, QpCircuit *circuit)
{
  const QpScreen *screen = place->screen;
  const QpRunCell *cells = &g_array_index (self->cells, QpRunCell, circuit->first);
  const double spare = isnan (screen->cable_spare_percent) ? 1 : 1 + screen->cable_spare_percent / 100;
  const double way = screen->power_feed_m == QP_UNSET ? NAN : qp_m_from_um (screen->power_feed_m);

  circuit->power_w = circuit->n * self->cabinet_w;
  circuit->current_a = calculate ("amps", circuit->power_w, self->supply.voltage_v, self->supply.power_factor, NAN);
  circuit->over = circuit->n > self->most;
  circuit->chain_m = qp_run_place_chain_length (place, cells, circuit->n) * spare;
  circuit->feed_m = (way + qp_run_place_from_corner (place, pattern_of (screen).start, cells[0])) * spare;
}

static void
add_circuits (QpPowerRuns *self, const QpRunPlace *place, const GArray *spans, guint side)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const QpRunSpan *span = &g_array_index (spans, QpRunSpan, i);
      QpCircuit circuit = { .first = span->first, .n = span->n, .piece = span->piece, .side = side };
      measure_circuit (self, place, &circuit);
      g_array_append_val (self->circuits, circuit);
    }
}

/* --- phases --- */

typedef struct
{
  guint circuit;
  double power_w;
} Load;

static int
heaviest_first (gconstpointer a, gconstpointer b)
{
  const Load *x = a, *y = b;

  if (x->power_w != y->power_w)
    return x->power_w > y->power_w ? -1 : 1;
  return x->circuit < y->circuit ? -1 : 1;
}

static guint
least_loaded (const double *load, guint n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (load[i] < load[best] - 1e-9)
      best = i;
  return best;
}

/* the heaviest circuit first, each to the phase that carries least: never worse than 4/3 of the best balance */
static void
spread_over_phases (QpPowerRuns *self)
{
  g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (Load));
  double phase_w[3] = { 0, 0, 0 };

  for (guint i = 0; i < self->circuits->len; i++)
    g_array_append_val (loads, ((Load){ i, qp_circuit (self, i)->power_w }));
  g_array_sort (loads, heaviest_first);
  for (guint i = 0; i < loads->len; i++)
    {
      const Load *load = &g_array_index (loads, Load, i);
      const guint phase = least_loaded (phase_w, self->supply.phases);
      qp_circuit (self, load->circuit)->phase = phase;
      phase_w[phase] += load->power_w;
    }
}

static void
sum_phases (QpPowerRuns *self)
{
  const guint phases = self->supply.phases;
  double *a = self->phase_a;

  for (guint i = 0; i < phases; i++)
    a[i] = 0;
  self->power_w = 0;
  for (guint i = 0; i < self->circuits->len; i++)
    {
      a[qp_circuit (self, i)->phase] += qp_circuit (self, i)->current_a;
      self->power_w += qp_circuit (self, i)->power_w;
    }
  self->feed_a = fmax (a[0], fmax (a[1], a[2]));
  self->feed_breaker_a = calculate ("breaker_min_a", self->feed_a, self->supply.load_fraction, NAN, NAN);
  if (phases == 2)
    self->neutral_a = calculate ("neutral_current_a", a[0], a[1], 0, NAN);
  if (phases < 3)
    return;
  self->neutral_a = calculate ("neutral_current_a", a[0], a[1], a[2], NAN);
  self->greatest = calculate ("phase_imbalance_max", a[0], a[1], a[2], NAN);
  self->least = calculate ("phase_imbalance_min", a[0], a[1], a[2], NAN);
}

static void
route (QpPowerRuns *self, const QpRunPlace *place)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (QpRunSpan));

  qp_run_place_route (place, pattern_of (place->screen), (QpRunRule){ self->most, 0, TRUE }, self->cells, spans);
  for (guint side = 0; side < self->sides; side++)
    add_circuits (self, place, spans, side);
  spread_over_phases (self);
  sum_phases (self);
}

/**
 * qp_power_runs_init:
 * @self: (out caller-allocates): place for the circuits
 * @screen: a screen
 * @context: where its cabinet is looked up
 *
 * Chains the cabinets to as few circuits as their peak power allows, evenly, face by face, and spreads the circuits over
 * the phases. End with qp_power_runs_clear().
 */
void
qp_power_runs_init (QpPowerRuns *self, const QpScreen *screen, const QpEngineContext *context)
{
  const QpCabinet *cabinet = context->catalogue == NULL || screen->cabinet == NULL
                                 ? NULL
                                 : qp_catalogue_cabinet (context->catalogue, screen->cabinet);
  g_auto (QpShape) shape = { 0 };
  const gboolean known = qp_shape_init (&shape, screen, context->catalogue);

  *self = (QpPowerRuns){ .power_w = NAN, .phase_a = { NAN, NAN, NAN }, .neutral_a = NAN, .greatest = NAN, .least = NAN };
  self->feed_a = self->feed_breaker_a = NAN;
  self->cells = g_array_new (FALSE, FALSE, sizeof (QpRunCell));
  self->circuits = g_array_new (FALSE, FALSE, sizeof (QpCircuit));
  self->cabinet_w = cabinet != NULL ? cabinet->max_power_w : NAN;
  self->sides = shape.double_sided ? 2 : 1;
  qp_supply_init (&self->supply, screen);
  self->usable_w = calculate ("circuit_usable_w", self->supply.breaker_a, self->supply.voltage_v,
                              self->supply.load_fraction, self->supply.power_factor);
  self->state = !known ? QP_POWER_NO_SIZE : QP_POWER_NO_POWER;
  const double most = calculate ("cabinets_per_circuit", self->usable_w, self->cabinet_w, NAN, NAN);
  if (!known || isnan (most))
    return;
  self->most = (guint) fmin (most, 1e9);
  g_auto (QpRunPlace) place = { 0 };
  qp_run_place_init (&place, screen, &shape);
  self->state = qp_run_place_is_routable (&place) ? QP_POWER_ROUTED : QP_POWER_TOO_MANY;
  if (self->state == QP_POWER_ROUTED)
    route (self, &place);
}

/**
 * qp_power_runs_clear:
 * @self: circuits
 */
void
qp_power_runs_clear (QpPowerRuns *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->circuits, g_array_unref);
}

/**
 * qp_circuit_label:
 * @self: circuits
 * @circuit: index of one
 *
 * Returns: (transfer full): its number from 1, and its phase where there are several: "4 L1"
 */
char *
qp_circuit_label (const QpPowerRuns *self, guint circuit)
{
  if (self->supply.phases < 2)
    return g_strdup_printf ("%u", circuit + 1);
  return g_strdup_printf ("%u L%u", circuit + 1, qp_circuit (self, circuit)->phase + 1);
}

/**
 * qp_power_runs_cable_m:
 * @self: circuits
 *
 * Returns: length of all power cables with spare, metres; NaN when the way from the distribution board is not known
 */
double
qp_power_runs_cable_m (const QpPowerRuns *self)
{
  double sum = self->state == QP_POWER_ROUTED ? 0 : NAN;

  for (guint i = 0; i < self->circuits->len; i++)
    sum += qp_circuit (self, i)->chain_m + qp_circuit (self, i)->feed_m;
  return sum;
}

/**
 * qp_power_runs_check:
 * @self: circuits
 * @name: name of the screen in findings
 * @findings: where to tell
 *
 * Tells of a breaker too small for one cabinet, and of phases that are not balanced.
 */
void
qp_power_runs_check (const QpPowerRuns *self, const char *name, QpFindings *findings)
{
  if (self->state != QP_POWER_ROUTED)
    return;
  g_autofree char *usable = qp_number_display (self->usable_w, 0);
  g_autofree char *cabinet = qp_number_display (self->cabinet_w, 0);
  if (self->most == 0)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "breaker-too-small", 0, name, "breaker_a",
                     _ ("One cabinet takes %s\u2009W at its peak, a circuit may carry %s\u2009W: choose a greater breaker."), cabinet,
                     usable);
  if (!(self->greatest > QP_PHASE_MOST + 1e-9) && !(self->least < QP_PHASE_LEAST - 1e-9))
    return;
  g_autofree char *most = qp_number_display (100 * self->greatest, 0);
  g_autofree char *least = qp_number_display (100 * self->least, 0);
  qp_findings_add (findings, QP_SEVERITY_NOTE, "phases-unbalanced", 0, name, "supply_phases",
                   _ ("The phases carry from %s\u2009%% to %s\u2009%% of their mean; 85\u2009%% to 115\u2009%% are asked for in lighting "
                      "circuits (GB 50034, as recalled). Whole circuits can’t be spread better: use more or smaller ones."),
                   least, most);
}
