/* qp-formulas-hdr.c: transfer curves of HDR pictures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define PQ "SMPTE ST 2084, ITU-R BT.2100"
#define HLG "ITU-R BT.2100 HLG"

/* PQ signal for a luminance */
static double
pq_signal (double l_cdm2)
{
  const double m1 = 2610.0 / 16384, m2 = 2523.0 / 4096 * 128, c1 = 3424.0 / 4096, c2 = 2413.0 / 4096 * 32,
               c3 = 2392.0 / 4096 * 32;
  const double y = pow (l_cdm2 / 10000, m1);

  return pow ((c1 + c2 * y) / (1 + c3 * y), m2);
}

static const double hlg_a = 0.17883277, hlg_b = 0.28466892, hlg_c = 0.55991073;

static double
hlg_scene_light (double ep)
{
  return ep <= 0.5 ? ep * ep / 3 : (exp ((ep - hlg_c) / hlg_a) + hlg_b) / 12;
}

static double
hlg_gamma (double lw)
{
  return 1.2 + 0.42 * log10 (lw / 1000);
}

/* clang-format off */
#define L_CDM2 { "l_cdm2", "cd/m2", 0, 10000, NULL, N_("Luminance") }
#define EP { "ep", "", 0, 1, NULL, N_("Signal") }
#define LW { "lw", "cd/m2", 50, 10000, NULL, N_("Peak luminance of the display") }
/* clang-format on */

static double
compute_pq_inverse_eotf (const QpArgument *in)
{
  const double l_cdm2 = in[0].number;

  return pq_signal (l_cdm2);
}

static const QpFormula formula_pq_inverse_eotf = {
  .name = "pq_inverse_eotf",
  .topic = "hdr",
  .unit = "1",
  .label = N_("PQ signal"),
  .expression = "((c1 + c2 Y^m1) ÷ (1 + c3 Y^m1))^m2, Y = l_cdm2 ÷ 10 000",
  .source = PQ,
  .inputs = { L_CDM2 },
  .evaluate = compute_pq_inverse_eotf,
};

static double
compute_pq_percent (const QpArgument *in)
{
  const double l_cdm2 = in[0].number;

  return 100 * pq_signal (l_cdm2);
}

static const QpFormula formula_pq_percent = {
  .name = "pq_percent",
  .topic = "hdr",
  .unit = "%",
  .label = N_("PQ signal in percent"),
  .expression = "100 × ((c1 + c2 Y^m1) ÷ (1 + c3 Y^m1))^m2, Y = l_cdm2 ÷ 10 000",
  .source = PQ,
  .inputs = { L_CDM2 },
  .evaluate = compute_pq_percent,
};

static double
compute_pq_code10_narrow (const QpArgument *in)
{
  const double l_cdm2 = in[0].number;

  return round (64 + 876 * pq_signal (l_cdm2));
}

static const QpFormula formula_pq_code10_narrow = {
  .name = "pq_code10_narrow",
  .topic = "hdr",
  .unit = "code",
  .label = N_("PQ code, 10 bit narrow range"),
  .expression = "64 + 876 × ((c1 + c2 Y^m1) ÷ (1 + c3 Y^m1))^m2, rounded, Y = l_cdm2 ÷ 10 000",
  .source = PQ,
  .inputs = { L_CDM2 },
  .evaluate = compute_pq_code10_narrow,
};

static double
compute_hlg_oetf (const QpArgument *in)
{
  const double e = in[0].number;

  return e <= 1.0 / 12 ? sqrt (3 * e) : hlg_a * log (12 * e - hlg_b) + hlg_c;
}

static const QpFormula formula_hlg_oetf = {
  .name = "hlg_oetf",
  .topic = "hdr",
  .unit = "1",
  .label = N_("HLG signal"),
  .expression = "√(3 e) up to 1 ÷ 12, above a ln(12 e − b) + c",
  .source = HLG,
  .inputs = { { "e", "", 0, 1, NULL, N_("Scene light") } },
  .evaluate = compute_hlg_oetf,
};

static double
compute_hlg_oetf_inverse (const QpArgument *in)
{
  const double ep = in[0].number;

  return hlg_scene_light (ep);
}

static const QpFormula formula_hlg_oetf_inverse = {
  .name = "hlg_oetf_inverse",
  .topic = "hdr",
  .unit = "1",
  .label = N_("Scene light of an HLG signal"),
  .expression = "ep² ÷ 3 up to 0.5, above (exp((ep − c) ÷ a) + b) ÷ 12",
  .source = HLG,
  .inputs = { EP },
  .evaluate = compute_hlg_oetf_inverse,
};

static double
compute_hlg_system_gamma (const QpArgument *in)
{
  const double lw = in[0].number;

  return hlg_gamma (lw);
}

static const QpFormula formula_hlg_system_gamma = {
  .name = "hlg_system_gamma",
  .topic = "hdr",
  .unit = "1",
  .label = N_("HLG system gamma"),
  .expression = "1.2 + 0.42 × log₁₀(lw ÷ 1000)",
  .source = "ITU-R BT.2100 note 5f",
  .validity = N_("About 400 to 2000 cd/m²."),
  .inputs = { LW },
  .evaluate = compute_hlg_system_gamma,
};

static double
compute_hlg_eotf_cdm2 (const QpArgument *in)
{
  const double ep = in[0].number, lw = in[1].number, lb = in[2].number;

  const double gamma = hlg_gamma (lw);
  const double beta = sqrt (3 * pow (lb / lw, 1 / gamma));

  return lw * pow (hlg_scene_light ((1 - beta) * ep + beta), gamma);
}

static const QpFormula formula_hlg_eotf_cdm2 = {
  .name = "hlg_eotf_cdm2",
  .topic = "hdr",
  .unit = "cd/m2",
  .label = N_("Luminance of an HLG grey"),
  .expression = "lw × E^γ, E the scene light of (1 − β) ep + β, β = √(3 (lb ÷ lw)^(1 ÷ γ))",
  .source = HLG,
  .validity = N_("Grey; about 400 to 2000 cd/m²."),
  .inputs = { EP, LW, { "lb", "cd/m2", 0, 50, "0", N_("Black luminance of the display") } },
  .evaluate = compute_hlg_eotf_cdm2,
};

const QpFormula *const qp_formulas_hdr[] = {
  &formula_pq_inverse_eotf,  &formula_pq_percent,       &formula_pq_code10_narrow, &formula_hlg_oetf,
  &formula_hlg_oetf_inverse, &formula_hlg_system_gamma, &formula_hlg_eotf_cdm2,    NULL,
};
