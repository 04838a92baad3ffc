/* qp-formulas-size.c: from cabinets to size, raster, weight and power
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define DEFINITION N_("definition")

/* clang-format off */
#define COLUMNS { "columns", "", 0, 20000, NULL, N_("Columns of cabinets") }
#define ROWS { "rows", "", 0, 20000, NULL, N_("Rows of cabinets") }
#define CABINET_WIDTH_MM { "cabinet_width_mm", "mm", 1, 10000, NULL, N_("Cabinet width") }
#define CABINET_HEIGHT_MM { "cabinet_height_mm", "mm", 1, 10000, NULL, N_("Cabinet height") }
#define CABINET_PX { "cabinet_px", "px", 1, 10000, NULL, N_("Pixels of a cabinet in that direction") }
#define CELLS { "cells", "", 0, 4e8, NULL, N_("Cabinets") }
#define WIDTH_M { "width_m", "m", 0.001, 100000, NULL, N_("Width") }
#define HEIGHT_M { "height_m", "m", 0.001, 100000, NULL, N_("Height") }
#define AREA_M2 { "area_m2", "m2", 0.0001, 1e8, NULL, N_("Area of the face") }
/* clang-format on */

static double
compute_grid_width_m (const QpArgument *in)
{
  const double columns = in[0].number, cabinet_width_mm = in[1].number;

  return columns * cabinet_width_mm / QP_MM_PER_M;
}

static const QpFormula formula_grid_width_m = {
  .name = "grid_width_m",
  .topic = "size",
  .unit = "m",
  .label = N_("Width"),
  .expression = "columns × cabinet_width_mm ÷ 1000",
  .source = DEFINITION,
  .validity = N_("Along the face, unrolled where it bends, without gaps between cabinets."),
  .inputs = { COLUMNS, CABINET_WIDTH_MM },
  .evaluate = compute_grid_width_m,
};

static double
compute_grid_height_m (const QpArgument *in)
{
  const double rows = in[0].number, cabinet_height_mm = in[1].number;

  return rows * cabinet_height_mm / QP_MM_PER_M;
}

static const QpFormula formula_grid_height_m = {
  .name = "grid_height_m",
  .topic = "size",
  .unit = "m",
  .label = N_("Height"),
  .expression = "rows × cabinet_height_mm ÷ 1000",
  .source = DEFINITION,
  .validity = N_("Along the face, without gaps between cabinets."),
  .inputs = { ROWS, CABINET_HEIGHT_MM },
  .evaluate = compute_grid_height_m,
};

static double
compute_grid_pixels (const QpArgument *in)
{
  const double count = in[0].number, cabinet_px = in[1].number;

  return count * cabinet_px;
}

static const QpFormula formula_grid_pixels = {
  .name = "grid_pixels",
  .topic = "size",
  .unit = "px",
  .label = N_("Pixels in a line of cabinets"),
  .expression = "count × cabinet_px",
  .source = DEFINITION,
  .inputs = { { "count", "", 0, 20000, NULL, N_("Cabinets in a line") }, CABINET_PX },
  .evaluate = compute_grid_pixels,
};

static double
compute_grid_cells (const QpArgument *in)
{
  const double columns = in[0].number, rows = in[1].number, missing = in[2].number, sides = in[3].number;

  const double cells = (columns * rows - missing) * sides;

  return cells < 0 ? NAN : cells;
}

static const QpFormula formula_grid_cells = {
  .name = "grid_cells",
  .topic = "size",
  .unit = "1",
  .label = N_("Cabinets"),
  .expression = "(columns × rows − missing) × sides",
  .source = DEFINITION,
  .validity = N_("No more cabinets are missing than the grid has."),
  .inputs = { COLUMNS, ROWS, { "missing", "", 0, 4e8, "0", N_("Missing cabinets") },
              { "sides", "", 1, 2, "1", N_("Sides that shine") } },
  .evaluate = compute_grid_cells,
};

static double
compute_area_m2 (const QpArgument *in)
{
  const double cells = in[0].number, cabinet_width_mm = in[1].number, cabinet_height_mm = in[2].number;

  return cells * cabinet_width_mm * cabinet_height_mm / (QP_MM_PER_M * QP_MM_PER_M);
}

static const QpFormula formula_area_m2 = {
  .name = "area_m2",
  .topic = "size",
  .unit = "m2",
  .label = N_("Area of the face"),
  .expression = "cells × cabinet_width_mm × cabinet_height_mm ÷ 1 000 000",
  .source = DEFINITION,
  .inputs = { CELLS, CABINET_WIDTH_MM, CABINET_HEIGHT_MM },
  .evaluate = compute_area_m2,
};

static double
compute_pixel_total (const QpArgument *in)
{
  const double cells = in[0].number, cabinet_px_w = in[1].number, cabinet_px_h = in[2].number;

  return cells * cabinet_px_w * cabinet_px_h;
}

static const QpFormula formula_pixel_total = {
  .name = "pixel_total",
  .topic = "size",
  .unit = "px",
  .label = N_("Pixels in all"),
  .expression = "cells × cabinet_px_w × cabinet_px_h",
  .source = DEFINITION,
  .inputs = { CELLS,
              { "cabinet_px_w", "px", 1, 10000, NULL, N_("Cabinet pixels across") },
              { "cabinet_px_h", "px", 1, 10000, NULL, N_("Cabinet pixels down") } },
  .evaluate = compute_pixel_total,
};

static double
compute_pixel_pitch_mm (const QpArgument *in)
{
  const double cabinet_mm = in[0].number, cabinet_px = in[1].number;

  return cabinet_mm / cabinet_px;
}

static const QpFormula formula_pixel_pitch_mm = {
  .name = "pixel_pitch_mm",
  .topic = "size",
  .unit = "mm",
  .label = N_("Pixel pitch"),
  .expression = "cabinet_mm ÷ cabinet_px",
  .source = DEFINITION,
  .validity = N_("The pitch that is built, which can differ from the pitch in the name of the product."),
  .inputs = { { "cabinet_mm", "mm", 1, 10000, NULL, N_("Cabinet size in that direction") }, CABINET_PX },
  .evaluate = compute_pixel_pitch_mm,
};

static double
compute_aspect_ratio (const QpArgument *in)
{
  const double width_m = in[0].number, height_m = in[1].number;

  return width_m / height_m;
}

static const QpFormula formula_aspect_ratio = {
  .name = "aspect_ratio",
  .topic = "size",
  .unit = "1",
  .label = N_("Aspect ratio"),
  .expression = "width_m ÷ height_m",
  .source = DEFINITION,
  .inputs = { WIDTH_M, HEIGHT_M },
  .evaluate = compute_aspect_ratio,
};

static double
compute_diagonal_m (const QpArgument *in)
{
  const double width_m = in[0].number, height_m = in[1].number;

  return hypot (width_m, height_m);
}

static const QpFormula formula_diagonal_m = {
  .name = "diagonal_m",
  .topic = "size",
  .unit = "m",
  .label = N_("Diagonal"),
  .expression = "√(width_m² + height_m²)",
  .source = DEFINITION,
  .inputs = { WIDTH_M, HEIGHT_M },
  .evaluate = compute_diagonal_m,
};

static double
compute_uhd_class (const QpArgument *in)
{
  const double px_w = in[0].number, px_h = in[1].number;

  static const double least[][2] = { { 1920, 1080 }, { 3840, 2160 }, { 7680, 4320 } };
  double class = 0;

  if (isnan (px_w) || isnan (px_h))
    return NAN;
  for (guint i = 0; i < G_N_ELEMENTS (least); i++)
    if (px_w >= least[i][0] && px_h >= least[i][1])
      class = i + 1;
  return class;
}

static const QpFormula formula_uhd_class = {
  .name = "uhd_class",
  .topic = "size",
  .unit = "1",
  .label = N_("Class of the raster"),
  .expression = "3 (8K) if px_w ≥ 7680 and px_h ≥ 4320; 2 (4K) if px_w ≥ 3840 and px_h ≥ 2160; 1 (HD) if px_w ≥ 1920 "
                "and px_h ≥ 1080; else 0",
  .source = "ITU-R BT.709 and BT.2020 picture formats; CMG 8K outdoor screen requirements 2021 (at least 7680 × 4320)",
  .inputs
  = { { "px_w", "px", 0, 1e8, NULL, N_("Pixels across") }, { "px_h", "px", 0, 1e8, NULL, N_("Pixels down") } },
  .evaluate = compute_uhd_class,
};

static double
compute_total_of_cells (const QpArgument *in)
{
  const double cells = in[0].number, per_cabinet = in[1].number;

  return cells * per_cabinet;
}

static const QpFormula formula_total_of_cells = {
  .name = "total_of_cells",
  .topic = "size",
  .unit = "1",
  .label = N_("Total of all cabinets"),
  .expression = "cells × per_cabinet",
  .source = DEFINITION,
  .validity = N_("The total is in the unit of the value per cabinet: kilograms or watts."),
  .inputs = { CELLS, { "per_cabinet", "", 0, 1e6, NULL, N_("Value per cabinet") } },
  .evaluate = compute_total_of_cells,
};

static double
compute_weight_per_m2 (const QpArgument *in)
{
  const double weight_kg = in[0].number, area_m2 = in[1].number;

  return weight_kg / area_m2;
}

static const QpFormula formula_weight_per_m2 = {
  .name = "weight_per_m2",
  .topic = "size",
  .unit = "kg/m2",
  .label = N_("Weight per area"),
  .expression = "weight_kg ÷ area_m2",
  .source = DEFINITION,
  .validity = N_("Cabinets only, without the steel behind them."),
  .inputs = { { "weight_kg", "kg", 0, 1e9, NULL, N_("Weight") }, AREA_M2 },
  .evaluate = compute_weight_per_m2,
};

static double
compute_power_density_w_m2 (const QpArgument *in)
{
  const double power_w = in[0].number, area_m2 = in[1].number;

  return power_w / area_m2;
}

static const QpFormula formula_power_density_w_m2 = {
  .name = "power_density_w_m2",
  .topic = "size",
  .unit = "W/m2",
  .label = N_("Power per area"),
  .expression = "power_w ÷ area_m2",
  .source = DEFINITION,
  .inputs = { { "power_w", "W", 0, 1e12, NULL, N_("Power") }, AREA_M2 },
  .evaluate = compute_power_density_w_m2,
};

static double
compute_average_power_w (const QpArgument *in)
{
  const double max_power_w = in[0].number, fraction = in[1].number;

  return max_power_w * fraction;
}

static const QpFormula formula_average_power_w = {
  .name = "average_power_w",
  .topic = "size",
  .unit = "W",
  .label = N_("Average power"),
  .expression = "max_power_w × fraction",
  .source = DEFINITION,
  .validity = N_("The fraction depends on content and brightness; published figures run from 0.18 to 0.60."),
  .inputs = { { "max_power_w", "W", 0, 1e12, NULL, N_("Maximum power") },
              { "fraction", "", 0, 1, NULL, N_("Average of the maximum") } },
  .evaluate = compute_average_power_w,
};

const QpFormula *const qp_formulas_size[] = {
  &formula_grid_width_m,       &formula_grid_height_m,   &formula_grid_pixels,
  &formula_grid_cells,         &formula_area_m2,         &formula_pixel_total,
  &formula_pixel_pitch_mm,     &formula_aspect_ratio,    &formula_diagonal_m,
  &formula_uhd_class,          &formula_total_of_cells,  &formula_weight_per_m2,
  &formula_power_density_w_m2, &formula_average_power_w, NULL,
};
