/* qp-formulas-discas.c: image size and viewers after DISCAS, for text in rooms
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define BDM "ANSI/AVIXA V202.01:2016, basic decision making (aetm.org)"
#define ADM "ANSI/AVIXA V202.01:2016, analytical decision making (aetm.org)"
#define SEATED N_("Made for seated viewers in rooms; on a street take it as a check of legibility.")

/* clang-format off */
#define IH_MM { "ih_mm", "mm", 1, 10000000, NULL, N_("Image height") }
#define FV_MM { "fv_mm", "mm", 1, 1e9, NULL, N_("Farthest viewer") }
#define EH_FRAC { "eh_frac", "", 0.0001, 1, NULL, N_("Element height as a part of the image height") }
#define AF { "af", "", 1, 100000, "200", N_("Acuity factor") }
#define IO_MM { "io_mm", "mm", -1000000, 1000000, NULL, N_("Bottom of the image above the eyes") }
#define UP_ANGLE_DEG { "up_angle_deg", "deg", 1, 89, "30", N_("Greatest angle upwards") }
/* clang-format on */

static double
compute_farthest_by_element_m (const QpArgument *in)
{
  const double image_height_m = in[0].number, eh_frac = in[1].number, af = in[2].number;

  return image_height_m * eh_frac * af;
}

static const QpFormula formula_farthest_by_element_m = {
  .name = "farthest_by_element_m",
  .topic = "viewing",
  .unit = "m",
  .label = N_("Farthest reader of an element"),
  .expression = "image_height_m × eh_frac × af",
  .source = BDM,
  .validity = SEATED,
  .inputs = { { "image_height_m", "m", 0.001, 10000, NULL, N_("Image height") }, EH_FRAC, AF },
  .evaluate = compute_farthest_by_element_m,
};

static double
compute_discas_bdm_farthest_mm (const QpArgument *in)
{
  const double ih_mm = in[0].number, eh_frac = in[1].number, af = in[2].number;

  return ih_mm * eh_frac * af;
}

static const QpFormula formula_discas_bdm_farthest_mm = {
  .name = "discas_bdm_farthest_mm",
  .topic = "viewing",
  .unit = "mm",
  .label = N_("Farthest viewer (basic)"),
  .expression = "ih_mm × eh_frac × af",
  .source = BDM,
  .validity = SEATED,
  .inputs = { IH_MM, EH_FRAC, AF },
  .evaluate = compute_discas_bdm_farthest_mm,
};

static double
compute_discas_bdm_image_height_mm (const QpArgument *in)
{
  const double fv_mm = in[0].number, eh_frac = in[1].number, af = in[2].number;

  return fv_mm / (eh_frac * af);
}

static const QpFormula formula_discas_bdm_image_height_mm = {
  .name = "discas_bdm_image_height_mm",
  .topic = "viewing",
  .unit = "mm",
  .label = N_("Image height needed (basic)"),
  .expression = "fv_mm ÷ (eh_frac × af)",
  .source = BDM,
  .validity = SEATED,
  .inputs = { FV_MM, EH_FRAC, AF },
  .evaluate = compute_discas_bdm_image_height_mm,
};

static double
compute_discas_bdm_element_frac (const QpArgument *in)
{
  const double ih_mm = in[0].number, fv_mm = in[1].number, af = in[2].number;

  return fv_mm / (ih_mm * af);
}

static const QpFormula formula_discas_bdm_element_frac = {
  .name = "discas_bdm_element_frac",
  .topic = "viewing",
  .unit = "1",
  .label = N_("Element height as a part of the image height (basic)"),
  .expression = "fv_mm ÷ (ih_mm × af)",
  .source = BDM,
  .validity = SEATED,
  .inputs = { IH_MM, FV_MM, AF },
  .evaluate = compute_discas_bdm_element_frac,
};

static double
compute_discas_bdm_element_angle_arcmin (const QpArgument *in)
{
  const double af = in[0].number;

  return 60 * qp_degrees (atan (1 / af));
}

static const QpFormula formula_discas_bdm_element_angle_arcmin = {
  .name = "discas_bdm_element_angle_arcmin",
  .topic = "viewing",
  .unit = "arcmin",
  .label = N_("Angle of the least element"),
  .expression = "atan(1 ÷ af)",
  .source = BDM,
  .inputs = { AF },
  .evaluate = compute_discas_bdm_element_angle_arcmin,
};

static double
compute_discas_bdm_closest_mm (const QpArgument *in)
{
  const double ih_mm = in[0].number, io_mm = in[1].number, up_angle_deg = in[2].number;

  const double top_mm = ih_mm + io_mm;

  return top_mm > 0 ? top_mm / tan (qp_radians (up_angle_deg)) : NAN;
}

static const QpFormula formula_discas_bdm_closest_mm = {
  .name = "discas_bdm_closest_mm",
  .topic = "viewing",
  .unit = "mm",
  .label = N_("Closest viewer (basic)"),
  .expression = "(ih_mm + io_mm) ÷ tan(up_angle_deg)",
  .source = BDM,
  .validity = N_("The top of the image lies above the eyes."),
  .inputs = { IH_MM, IO_MM, UP_ANGLE_DEG },
  .evaluate = compute_discas_bdm_closest_mm,
};

static double
compute_discas_bdm_closest_row_width_mm (const QpArgument *in)
{
  const double ih_mm = in[0].number, io_mm = in[1].number, aspect = in[2].number, h_angle_deg = in[3].number;
  const double up_angle_deg = in[4].number;

  const double closest_mm = (ih_mm + io_mm) / tan (qp_radians (up_angle_deg));
  const double width_mm = 2 * tan (qp_radians (h_angle_deg)) * closest_mm - aspect * ih_mm;

  return width_mm >= 0 ? width_mm : NAN;
}

static const QpFormula formula_discas_bdm_closest_row_width_mm = {
  .name = "discas_bdm_closest_row_width_mm",
  .topic = "viewing",
  .unit = "mm",
  .label = N_("Width of the closest row (basic)"),
  .expression = "2 × tan(h_angle_deg) × (ih_mm + io_mm) ÷ tan(up_angle_deg) − aspect × ih_mm",
  .source = BDM,
  .validity = N_("Some place in the closest row lies within the horizontal angle."),
  .inputs = { IH_MM,
              IO_MM,
              { "aspect", "", 0.01, 100, NULL, N_("Width ÷ height") },
              { "h_angle_deg", "deg", 0, 89, "60", N_("Greatest horizontal angle") },
              UP_ANGLE_DEG },
  .evaluate = compute_discas_bdm_closest_row_width_mm,
};

static double
compute_discas_adm_farthest_mm (const QpArgument *in)
{
  const double ih_mm = in[0].number, v_px = in[1].number, af = in[2].number;

  return ih_mm * af / v_px;
}

static const QpFormula formula_discas_adm_farthest_mm = {
  .name = "discas_adm_farthest_mm",
  .topic = "viewing",
  .unit = "mm",
  .label = N_("Farthest viewer (analytical)"),
  .expression = "ih_mm × af ÷ v_px",
  .source = ADM,
  .validity = SEATED,
  .inputs = { IH_MM,
              { "v_px", "px", 1, 1000000, NULL, N_("Lines of the picture") },
              { "af", "", 1, 100000, "3438", N_("Acuity factor") } },
  .evaluate = compute_discas_adm_farthest_mm,
};

const QpFormula *const qp_formulas_discas[] = {
  &formula_farthest_by_element_m,
  &formula_discas_bdm_farthest_mm,
  &formula_discas_bdm_image_height_mm,
  &formula_discas_bdm_element_frac,
  &formula_discas_bdm_element_angle_arcmin,
  &formula_discas_bdm_closest_mm,
  &formula_discas_bdm_closest_row_width_mm,
  &formula_discas_adm_farthest_mm,
  NULL,
};
