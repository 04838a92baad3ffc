/* qp-unit.c: symbols and written decimals of the units
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-unit.h"

static const struct
{
  const char *symbol;
  guint decimals;
} units[QP_N_UNITS] = {
  [QP_UNIT_NONE] = { "", 0 },
  [QP_UNIT_M] = { "m", 6 },
  [QP_UNIT_MM] = { "mm", 3 },
  [QP_UNIT_M2] = { "m²", 0 },
  [QP_UNIT_DEG] = { "°", 0 },
  [QP_UNIT_ARCMIN] = { "′", 0 },
  [QP_UNIT_KG] = { "kg", 0 },
  [QP_UNIT_KG_PER_M2] = { "kg/m²", 0 },
  [QP_UNIT_W] = { "W", 0 },
  [QP_UNIT_KW] = { "kW", 0 },
  [QP_UNIT_W_PER_M2] = { "W/m²", 0 },
  [QP_UNIT_KWH] = { "kWh", 0 },
  [QP_UNIT_BTU_PER_H] = { "BTU/h", 0 },
  [QP_UNIT_PX] = { "px", 0 },
  [QP_UNIT_MPX] = { "Mpx", 0 },
  [QP_UNIT_PX_PER_DEG] = { "px/°", 0 },
  [QP_UNIT_HZ] = { "Hz", 0 },
  [QP_UNIT_BIT] = { "bit", 0 },
  [QP_UNIT_MBIT_PER_S] = { "Mbit/s", 0 },
  [QP_UNIT_GBIT_PER_S] = { "Gbit/s", 0 },
  [QP_UNIT_GB] = { "GB", 0 },
  [QP_UNIT_S] = { "s", 0 },
  [QP_UNIT_MIN] = { "min", 0 },
  [QP_UNIT_H] = { "h", 0 },
  [QP_UNIT_DAY] = { "d", 0 },
  [QP_UNIT_YEAR] = { "a", 0 },
  [QP_UNIT_PERCENT] = { "%", 0 },
  [QP_UNIT_CDM2] = { "cd/m²", 0 },
  [QP_UNIT_LX] = { "lx", 0 },
  [QP_UNIT_M_PER_S] = { "m/s", 0 },
  [QP_UNIT_PEOPLE_PER_H] = { "/h", 0 },
  [QP_UNIT_KG_PER_KWH] = { "kg/kWh", 0 },
  [QP_UNIT_T_CO2] = { "t CO₂", 0 },
  [QP_UNIT_MONEY] = { "", 2 },
  [QP_UNIT_MONEY_PER_M2] = { "/m²", 2 },
  [QP_UNIT_MONEY_PER_KWH] = { "/kWh", 2 },
  [QP_UNIT_MONEY_PER_MIN] = { "/min", 2 },
  [QP_UNIT_COUNT] = { "", 0 },
  [QP_UNIT_V] = { "V", 0 },
  [QP_UNIT_A] = { "A", 0 },
  [QP_UNIT_KPA] = { "kN/m²", 0 },
};

/**
 * qp_unit_symbol:
 * @unit: a unit
 *
 * Returns: (transfer none): its symbol as shown behind a number, "" for a plain number. For money the
 *   currency stands before it.
 */
const char *
qp_unit_symbol (QpUnit unit)
{
  g_return_val_if_fail (unit < QP_N_UNITS, "");
  return units[unit].symbol;
}

/**
 * qp_unit_decimals:
 * @unit: a unit of a length or of money
 *
 * Returns: how many decimals the stored integer has in this unit: micrometres are 6 decimals of a metre and
 *   3 of a millimetre
 */
guint
qp_unit_decimals (QpUnit unit)
{
  g_return_val_if_fail (unit < QP_N_UNITS, 0);
  return units[unit].decimals;
}
