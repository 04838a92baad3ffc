/* qp-unit.h: the units that fields and results carry
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpUnit:
 *
 * Unit of a field or a result. Lengths are kept in micrometres whatever unit they are written in.
 */
typedef enum
{
  QP_UNIT_NONE,
  QP_UNIT_M,
  QP_UNIT_MM,
  QP_UNIT_M2,
  QP_UNIT_DEG,
  QP_UNIT_ARCMIN,
  QP_UNIT_KG,
  QP_UNIT_KG_PER_M2,
  QP_UNIT_W,
  QP_UNIT_KW,
  QP_UNIT_W_PER_M2,
  QP_UNIT_KWH,
  QP_UNIT_BTU_PER_H,
  QP_UNIT_PX,
  QP_UNIT_MPX,
  QP_UNIT_PX_PER_DEG,
  QP_UNIT_HZ,
  QP_UNIT_BIT,
  QP_UNIT_MBIT_PER_S,
  QP_UNIT_GBIT_PER_S,
  QP_UNIT_GB,
  QP_UNIT_S,
  QP_UNIT_MIN,
  QP_UNIT_H,
  QP_UNIT_DAY,
  QP_UNIT_YEAR,
  QP_UNIT_PERCENT,
  QP_UNIT_CDM2,
  QP_UNIT_LX,
  QP_UNIT_M_PER_S,
  QP_UNIT_PEOPLE_PER_H,
  QP_UNIT_KG_PER_KWH,
  QP_UNIT_T_CO2,
  QP_UNIT_MONEY,
  QP_UNIT_MONEY_PER_M2,
  QP_UNIT_MONEY_PER_KWH,
  QP_UNIT_MONEY_PER_MIN,
  QP_UNIT_COUNT,
  QP_UNIT_V,
  QP_UNIT_A,
  QP_UNIT_KPA,
  QP_N_UNITS,
} QpUnit;

const char *qp_unit_symbol (QpUnit unit);
guint qp_unit_decimals (QpUnit unit);

G_END_DECLS
