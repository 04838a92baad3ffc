/* qp-formulas-budget.c: how much of everything a screen needs, for the budget
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"
#include "engine/qp-structure.h"

#define DEFINITION N_("definition")
#define GEOMETRY N_("geometry")

/* clang-format off */
#define AREA { "area_m2", "m2", 0, 1e9, NULL, N_("Area") }
#define WIDTH { "width_m", "m", 0, 100000, NULL, N_("Width") }
#define REDUNDANT { "redundant", "", 0, 1, "0", N_("1 when everything is there twice") }
/* clang-format on */

static double
compute_spare_units (const QpArgument *in)
{
  const double units = in[0].number, percent = in[1].number;

  return qp_whole_units (units * percent, 100);
}

static const QpFormula formula_spare_units = {
  .name = "spare_units",
  .topic = "cost",
  .unit = "1",
  .label = N_("Spare pieces"),
  .expression = "units × percent ÷ 100, rounded up",
  .source = DEFINITION,
  .validity = N_("Usual in trade: 3 to 5 %."),
  .inputs = { { "units", "", 0, 1e9, NULL, N_("Pieces that are in use") },
              { "percent", "%", 0, 100, NULL, N_("Spares, percent") } },
  .evaluate = compute_spare_units,
};

static double
compute_devices_with_backup (const QpArgument *in)
{
  const double devices = in[0].number, redundant = in[1].number;

  return devices * (1 + redundant);
}

static const QpFormula formula_devices_with_backup = {
  .name = "devices_with_backup",
  .topic = "cost",
  .unit = "1",
  .label = N_("Devices, backup counted"),
  .expression = "devices × (1 + redundant)",
  .source = DEFINITION,
  .inputs = { { "devices", "", 0, 1e6, NULL, N_("Devices without backup") }, REDUNDANT },
  .evaluate = compute_devices_with_backup,
};

static double
compute_steel_weight_kg (const QpArgument *in)
{
  const double area_m2 = in[0].number, low = in[1].number, high = in[2].number;

  return area_m2 * (low + high) / 2;
}

static const QpFormula formula_steel_weight_kg = {
  .name = "steel_weight_kg",
  .topic = "cost",
  .unit = "kg",
  .label = N_("Weight of the steel"),
  .expression = "area_m2 × (low + high) ÷ 2",
  .source = N_("middle of the range"),
  .validity = QP_STRUCTURE_SENTENCE,
  .inputs = { AREA,
              { "low", "kg/m2", 0, 1000, NULL, N_("Weight of the steel per m², low") },
              { "high", "kg/m2", 0, 1000, NULL, N_("Weight of the steel per m², high") } },
  .evaluate = compute_steel_weight_kg,
};

static double
compute_cladding_m2 (const QpArgument *in)
{
  return in[0].number * in[1].number;
}

static const QpFormula formula_cladding_m2 = {
  .name = "cladding_m2",
  .topic = "cost",
  .unit = "m2",
  .label = N_("Cladding around the edge"),
  .expression = "edge_m × depth_m",
  .source = GEOMETRY,
  .validity = N_("All edges of the face, those of openings too; a back that can be seen comes on top of it."),
  .inputs = { { "edge_m", "m", 0, 1e9, NULL, N_("Length of the edge of the face") },
              { "depth_m", "m", 0, 100, NULL, N_("Depth of cabinets and steel") } },
  .evaluate = compute_cladding_m2,
};

static double
compute_access_m2 (const QpArgument *in)
{
  const double width_m = in[0].number, top_m = in[1].number, sides = in[2].number;

  return top_m >= 0 ? width_m * top_m * sides : NAN;
}

static const QpFormula formula_access_m2 = {
  .name = "access_m2",
  .topic = "cost",
  .unit = "m2",
  .label = N_("Scaffold before the face"),
  .expression = "width_m × top_m × sides",
  .source = GEOMETRY,
  .validity = N_("From the ground to the top edge, as wide as the face; before each face of a screen with two."),
  .inputs = { WIDTH, { "top_m", "m", -200, 2000, NULL, N_("Top edge above ground") },
              { "sides", "", 1, 2, "1", N_("Sides that shine") } },
  .evaluate = compute_access_m2,
};

static double
compute_foundation_m3 (const QpArgument *in)
{
  const double area_m2 = in[0].number, on_ground = in[1].number, m3_per_m2 = in[2].number;

  return area_m2 * on_ground * m3_per_m2;
}

static const QpFormula formula_foundation_m3 = {
  .name = "foundation_m3",
  .topic = "cost",
  .unit = "m3",
  .label = N_("Foundation of reinforced concrete"),
  .expression = "area_m2 × on_ground × m3_per_m2",
  .source = N_("trade rule: about 1 m³ per m² of screen (xinyao-lcd.com)"),
  .validity = QP_STRUCTURE_SENTENCE,
  .inputs = { AREA,
              { "on_ground", "", 0, 1, NULL, N_("1 when it stands on the ground") },
              { "m3_per_m2", "m", 0, 100, "1", N_("Concrete per m² of screen") } },
  .evaluate = compute_foundation_m3,
};

static double
compute_kilowatts (const QpArgument *in)
{
  return in[0].number / 1000;
}

static const QpFormula formula_kilowatts = {
  .name = "power_kw",
  .topic = "cost",
  .unit = "kW",
  .label = N_("Connected load"),
  .expression = "power_w ÷ 1000",
  .source = DEFINITION,
  .inputs = { { "power_w", "W", 0, 1e12, NULL, N_("Peak power") } },
  .evaluate = compute_kilowatts,
};

static double
compute_fresh_minutes_per_year (const QpArgument *in)
{
  return in[0].number * 60 * 12;
}

static const QpFormula formula_fresh_minutes_per_year = {
  .name = "fresh_minutes_per_year",
  .topic = "cost",
  .unit = "min",
  .label = N_("Fresh material a year"),
  .expression = "hours_per_month × 60 × 12",
  .source = DEFINITION,
  .inputs = { { "hours_per_month", "h", 0, 744, NULL, N_("Fresh material a month") } },
  .evaluate = compute_fresh_minutes_per_year,
};

static double
compute_slot_months_per_year (const QpArgument *in)
{
  const double slots = in[0].number, public_percent = in[1].number, occupancy_percent = in[2].number;

  return slots * (1 - public_percent / 100) * occupancy_percent / 100 * 12;
}

static const QpFormula formula_slot_months_per_year = {
  .name = "slot_months_per_year",
  .topic = "dooh",
  .unit = "slots",
  .label = N_("Slots that are sold, months of a year"),
  .expression = "slots × (1 − public_percent ÷ 100) × occupancy_percent ÷ 100 × 12",
  .source = DEFINITION,
  .validity = N_("Public service takes its share of the slots first; the rest is offered."),
  .inputs = { { "slots", "", 0, 100000, NULL, N_("Slots in the loop") },
              { "public_percent", "%", 0, 100, NULL, N_("Public-service share") },
              { "occupancy_percent", "%", 0, 100, NULL, N_("Advertising slots that are sold") } },
  .evaluate = compute_slot_months_per_year,
};

static double
compute_life_years (const QpArgument *in)
{
  const double life_h = in[0].number, hours_per_day = in[1].number, days = in[2].number;

  return hours_per_day * days > 0 ? life_h / (hours_per_day * days) : NAN;
}

static const QpFormula formula_life_years = {
  .name = "life_years",
  .topic = "cost",
  .unit = "a",
  .label = N_("Life of the display at its hours"),
  .expression = "life_h ÷ (hours_per_day × days)",
  .source = DEFINITION,
  .validity = N_("The maker’s hours are until half the luminance, in a laboratory."),
  .inputs = { { "life_h", "h", 0, 1e7, NULL, N_("Life by the maker") },
              { "hours_per_day", "h", 0, 24, NULL, N_("Hours a day") },
              { "days", "d", 0, 366, NULL, N_("Days a year") } },
  .evaluate = compute_life_years,
};

static double
compute_power_at_level_w (const QpArgument *in)
{
  const double max_w = in[0].number, average = in[1].number, idle = in[2].number, dimming = in[3].number;

  return max_w * (idle + (average < idle ? 0 : average - idle) * dimming);
}

static const QpFormula formula_power_at_level_w = {
  .name = "power_at_level_w",
  .topic = "cost",
  .unit = "W",
  .label = N_("Power at a luminance"),
  .expression = "max_w × (idle + (average − idle) × dimming)",
  .source = N_("linear between a black picture and the average picture"),
  .validity = N_("LEDs draw in proportion to their light; drivers and cards draw always."),
  .inputs = { { "max_w", "W", 0, 1e12, NULL, N_("Maximum power") },
              { "average", "", 0, 1, NULL, N_("Average ÷ maximum power at full luminance") },
              { "idle", "", 0, 1, NULL, N_("Share of a black picture") },
              { "dimming", "", 0, 1, "1", N_("Luminance ÷ full luminance") } },
  .evaluate = compute_power_at_level_w,
};

static double
compute_average_by_picture (const QpArgument *in)
{
  const double idle = in[0].number, level = in[1].number;

  return idle + (1 - idle) * level;
}

static const QpFormula formula_average_by_picture = {
  .name = "average_by_picture",
  .topic = "cost",
  .unit = "1",
  .label = N_("Average ÷ maximum power"),
  .expression = "idle + (1 − idle) × level",
  .source = N_("linear between a black picture and a white one"),
  .inputs = { { "idle", "", 0, 1, NULL, N_("Share of a black picture") },
              { "level", "", 0, 1, NULL, N_("Average picture level") } },
  .evaluate = compute_average_by_picture,
};

const QpFormula *const qp_formulas_budget[] = {
  &formula_spare_units,
  &formula_devices_with_backup,
  &formula_steel_weight_kg,
  &formula_cladding_m2,
  &formula_access_m2,
  &formula_foundation_m3,
  &formula_kilowatts,
  &formula_fresh_minutes_per_year,
  &formula_slot_months_per_year,
  &formula_life_years,
  &formula_power_at_level_w,
  &formula_average_by_picture,
  NULL,
};
