/* qp-formulas-weight.c: what hangs on a structure, and what it shows to the wind
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"
#include "engine/qp-structure.h"

#define ESTIMATE QP_STRUCTURE_SENTENCE
#define DEFINITION N_("definition")
#define GEOMETRY N_("geometry")

static double
compute_weight_with_steel_kg (const QpArgument *in)
{
  const double cabinets_kg = in[0].number, area_m2 = in[1].number, steel_kg_per_m2 = in[2].number;

  return cabinets_kg + area_m2 * steel_kg_per_m2;
}

static const QpFormula formula_weight_with_steel_kg = {
  .name = "weight_with_steel_kg",
  .topic = "structure",
  .unit = "kg",
  .label = N_("Weight with the steel"),
  .expression = "cabinets_kg + area_m2 × steel_kg_per_m2",
  .source = DEFINITION,
  .validity = ESTIMATE,
  .inputs = { { "cabinets_kg", "kg", 0, 1e9, NULL, N_("Weight of the cabinets") },
              { "area_m2", "m2", 0, 1000000, NULL, N_("Area") },
              { "steel_kg_per_m2", "kg/m2", 0, 1000, NULL, N_("Weight of the steel per m²") } },
  .evaluate = compute_weight_with_steel_kg,
};

static double
compute_load_per_point_kg (const QpArgument *in)
{
  const double weight_kg = in[0].number, points = in[1].number;

  return points >= 1 ? weight_kg / points : NAN;
}

static const QpFormula formula_load_per_point_kg = {
  .name = "load_per_point_kg",
  .topic = "structure",
  .unit = "kg",
  .label = N_("Load of a hang point"),
  .expression = "weight_kg ÷ points",
  .source = DEFINITION,
  .validity = N_("As if all points carried the same; the outer ones of a real grid do not. No safety factor, no dynamic load."),
  .inputs = { { "weight_kg", "kg", 0, 1e9, NULL, N_("Weight that hangs") },
              { "points", "", 1, 100000, NULL, N_("Hang points") } },
  .evaluate = compute_load_per_point_kg,
};

static double
compute_wind_area_m2 (const QpArgument *in)
{
  const double width_m = in[0].number, height_m = in[1].number, cells = in[2].number, columns = in[3].number;

  return width_m * height_m * cells / (columns * in[4].number * in[5].number);
}

static const QpFormula formula_wind_area_m2 = {
  .name = "wind_area_m2",
  .topic = "structure",
  .unit = "m2",
  .label = N_("Area against the wind"),
  .expression = "width_m × height_m × cells ÷ (columns × rows × sides)",
  .source = GEOMETRY,
  .validity = N_("Cells that are left out let the wind through; the steel behind them is not counted."),
  .inputs = { { "width_m", "m", 0, 100000, NULL, N_("Width across the wind") },
              { "height_m", "m", 0, 100000, NULL, N_("Height across the wind") },
              { "cells", "", 0, 1e9, NULL, N_("Cabinets") },
              { "columns", "", 1, 100000, NULL, N_("Columns") },
              { "rows", "", 1, 100000, NULL, N_("Rows") },
              { "sides", "", 1, 2, "1", N_("Sides that shine") } },
  .evaluate = compute_wind_area_m2,
};

static double
compute_height_on_screen_m (const QpArgument *in)
{
  const double bottom_m = in[0].number, height_m = in[1].number, share = in[2].number;

  return bottom_m + height_m * share;
}

static const QpFormula formula_height_on_screen_m = {
  .name = "height_on_screen_m",
  .topic = "structure",
  .unit = "m",
  .label = N_("Height above ground"),
  .expression = "bottom_m + height_m × share",
  .source = GEOMETRY,
  .inputs = { { "bottom_m", "m", -200, 2000, NULL, N_("Bottom edge above ground") },
              { "height_m", "m", 0, 10000, NULL, N_("Height") },
              { "share", "", 0, 1, NULL, N_("Part of the height, 0 at the bottom and 1 at the top") } },
  .evaluate = compute_height_on_screen_m,
};

const QpFormula *const qp_formulas_weight[] = {
  &formula_weight_with_steel_kg, &formula_load_per_point_kg, &formula_wind_area_m2, &formula_height_on_screen_m, NULL,
};
