/* qp-formulas-power.c: electric current, circuits, heat and running hours
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define NEC "NEC 210.20(A): continuous load at most 80 % (showtechapp.com)"

/* clang-format off */
#define W { "w", "W", 0, 1e12, NULL, N_("Power") }
#define VOLT { "volt", "V", 1, 1000000, NULL, N_("Voltage") }
#define PF { "pf", "", 0.01, 1, "1", N_("Power factor") }
#define FRACTION { "fraction", "", 0.01, 1, "0.8", N_("Part of the rating that is used") }
#define PHASES \
  { "a", "A", 0, 1000000, NULL, N_("First phase") }, { "b", "A", 0, 1000000, NULL, N_("Second phase") }, \
  { "c", "A", 0, 1000000, NULL, N_("Third phase") }
/* clang-format on */

static double
compute_heat_btu_h (const QpArgument *in)
{
  const double w = in[0].number, k = in[1].number;

  return w * k;
}

static const QpFormula formula_heat_btu_h = {
  .name = "heat_btu_h",
  .topic = "led",
  .unit = "BTU/h",
  .label = N_("Heat"),
  .expression = "w × k",
  .source = "InfoComm AV math 61: 3.4; exact 3.412",
  .validity = N_("All power becomes heat. Sun on the face comes on top."),
  .inputs = { W, { "k", "", 1, 10, "3.412", N_("BTU per hour and watt") } },
  .evaluate = compute_heat_btu_h,
};

static double
compute_amps (const QpArgument *in)
{
  const double w = in[0].number, volt = in[1].number, pf = in[2].number;

  return w / (volt * pf);
}

static const QpFormula formula_amps = {
  .name = "amps",
  .topic = "led",
  .unit = "A",
  .label = N_("Current"),
  .expression = "w ÷ (volt × pf)",
  .source = "Power and current of one phase (showtechapp.com)",
  .inputs = { W, VOLT, PF },
  .evaluate = compute_amps,
};

static double
compute_amps_3phase (const QpArgument *in)
{
  const double w = in[0].number, volt_ll = in[1].number, pf = in[2].number;

  return w / (sqrt (3) * volt_ll * pf);
}

static const QpFormula formula_amps_3phase = {
  .name = "amps_3phase",
  .topic = "led",
  .unit = "A",
  .label = N_("Current of a phase of three"),
  .expression = "w ÷ (√3 × volt_ll × pf)",
  .source = N_("definition: balanced three-phase load"),
  .validity = N_("The load is spread evenly over the phases."),
  .inputs = { W, { "volt_ll", "V", 1, 1000000, NULL, N_("Voltage between phases") }, PF },
  .evaluate = compute_amps_3phase,
};

static double
compute_breaker_min_a (const QpArgument *in)
{
  const double load_a = in[0].number, fraction = in[1].number;

  return load_a / fraction;
}

static const QpFormula formula_breaker_min_a = {
  .name = "breaker_min_a",
  .topic = "led",
  .unit = "A",
  .label = N_("Least rating of the breaker"),
  .expression = "load_a ÷ fraction",
  .source = NEC,
  .inputs = { { "load_a", "A", 0, 1000000, NULL, N_("Current of the load") }, FRACTION },
  .evaluate = compute_breaker_min_a,
};

static double
compute_circuit_usable_w (const QpArgument *in)
{
  const double breaker_a = in[0].number, volt = in[1].number, fraction = in[2].number, pf = in[3].number;

  return breaker_a * volt * fraction * pf;
}

static const QpFormula formula_circuit_usable_w = {
  .name = "circuit_usable_w",
  .topic = "led",
  .unit = "W",
  .label = N_("Usable power of a circuit"),
  .expression = "breaker_a × volt × fraction × pf",
  .source = NEC,
  .inputs = { { "breaker_a", "A", 0, 1000000, NULL, N_("Rating of the breaker") }, VOLT, FRACTION, PF },
  .evaluate = compute_circuit_usable_w,
};

static double
compute_phase_imbalance_max (const QpArgument *in)
{
  const double a = in[0].number, b = in[1].number, c = in[2].number;

  const double sum = a + b + c;

  return sum > 0 ? 3 * MAX (MAX (a, b), c) / sum : NAN;
}

static const QpFormula formula_phase_imbalance_max = {
  .name = "phase_imbalance_max",
  .topic = "led",
  .unit = "1",
  .label = N_("Greatest phase relative to the mean"),
  .expression = "max(a, b, c) × 3 ÷ (a + b + c)",
  .source = N_("definition"),
  .validity = N_("Some phase carries current."),
  .inputs = { PHASES },
  .evaluate = compute_phase_imbalance_max,
};

static double
compute_cabinets_per_circuit (const QpArgument *in)
{
  const double usable_w = in[0].number, cabinet_w = in[1].number;

  return floor (usable_w / cabinet_w * (1 + 1e-12));
}

static const QpFormula formula_cabinets_per_circuit = {
  .name = "cabinets_per_circuit",
  .topic = "led",
  .unit = "1",
  .label = N_("Most cabinets on a circuit"),
  .expression = "usable_w ÷ cabinet_w, rounded down",
  .source = N_("definition: all of them at peak power"),
  .inputs = { { "usable_w", "W", 0, 1e9, NULL, N_("Usable power of a circuit") },
              { "cabinet_w", "W", 0.001, 1000000, NULL, N_("Peak power of a cabinet") } },
  .evaluate = compute_cabinets_per_circuit,
};

static double
compute_phase_imbalance_min (const QpArgument *in)
{
  const double a = in[0].number, b = in[1].number, c = in[2].number;

  const double sum = a + b + c;

  return sum > 0 ? 3 * MIN (MIN (a, b), c) / sum : NAN;
}

static const QpFormula formula_phase_imbalance_min = {
  .name = "phase_imbalance_min",
  .topic = "led",
  .unit = "1",
  .label = N_("Least phase relative to the mean"),
  .expression = "min(a, b, c) × 3 ÷ (a + b + c)",
  .source = N_("definition"),
  .validity = N_("Some phase carries current."),
  .inputs = { PHASES },
  .evaluate = compute_phase_imbalance_min,
};

static double
compute_neutral_current_a (const QpArgument *in)
{
  const double a = in[0].number, b = in[1].number, c = in[2].number;

  const double square = a * a + b * b + c * c - a * b - b * c - c * a;

  return square < 0 ? 0 : sqrt (square);
}

static const QpFormula formula_neutral_current_a = {
  .name = "neutral_current_a",
  .topic = "led",
  .unit = "A",
  .label = N_("Current of the neutral"),
  .expression = "√(a² + b² + c² − a·b − b·c − c·a)",
  .source = N_("definition: sum of three phasors 120° apart"),
  .validity = N_("Sinusoidal currents of the same power factor; harmonics of power supplies come on top."),
  .inputs = { PHASES },
  .evaluate = compute_neutral_current_a,
};

static double
compute_hours_per_day (const QpArgument *in)
{
  const double on_min = in[0].number, off_min = in[1].number;

  const double minutes = off_min > on_min ? off_min - on_min : off_min - on_min + 1440;

  return minutes >= 0 && minutes <= 1440 ? minutes / 60 : NAN;
}

static const QpFormula formula_hours_per_day = {
  .name = "hours_per_day",
  .topic = "power",
  .unit = "h",
  .label = N_("Hours of operation a day"),
  .expression = "(off_min − on_min) ÷ 60, one day more when off is not after on",
  .source = N_("definition"),
  .validity = N_("On and off at the same minute means all day; a day has at most 24 hours."),
  .inputs = { { "on_min", "min", 0, 2880, NULL, N_("On, minutes after midnight") },
              { "off_min", "min", 0, 2880, NULL, N_("Off, minutes after midnight") } },
  .evaluate = compute_hours_per_day,
};

const QpFormula *const qp_formulas_power[] = {
  &formula_heat_btu_h,
  &formula_amps,
  &formula_amps_3phase,
  &formula_breaker_min_a,
  &formula_circuit_usable_w,
  &formula_cabinets_per_circuit,
  &formula_phase_imbalance_max,
  &formula_phase_imbalance_min,
  &formula_neutral_current_a,
  &formula_hours_per_day,
  NULL,
};
