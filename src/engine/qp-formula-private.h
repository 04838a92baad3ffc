/* qp-formula-private.h: the tables of the registry and what the formulas share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-i18n.h"

#include "engine/qp-formula.h"

#include <math.h>

G_BEGIN_DECLS

/* Each topic file ends with its list, closed by NULL. The order of the lists is the order in which overloads are
 * tried, so what the estimate uses stands first. */
extern const QpFormula *const qp_formulas_size[];
extern const QpFormula *const qp_formulas_shape[];
extern const QpFormula *const qp_formulas_viewing[];
extern const QpFormula *const qp_formulas_angle[];
extern const QpFormula *const qp_formulas_discas[];
extern const QpFormula *const qp_formulas_legibility[];
extern const QpFormula *const qp_formulas_perception[];
extern const QpFormula *const qp_formulas_video[];
extern const QpFormula *const qp_formulas_hdr[];
extern const QpFormula *const qp_formulas_dooh[];
extern const QpFormula *const qp_formulas_content[];
extern const QpFormula *const qp_formulas_led[];
extern const QpFormula *const qp_formulas_power[];
extern const QpFormula *const qp_formulas_money[];
extern const QpFormula *const qp_formulas_budget[];
extern const QpFormula *const qp_formulas_finance[];
extern const QpFormula *const qp_formulas_light[];
extern const QpFormula *const qp_formulas_ambient[];
extern const QpFormula *const qp_formulas_structure[];
extern const QpFormula *const qp_formulas_asce[];
extern const QpFormula *const qp_formulas_weight[];
extern const QpFormula *const qp_formulas_depth[];

/** QP_ANY: no bound on this side */
#define QP_ANY ((double) NAN)

#define QP_MM_PER_M 1000.0
#define QP_MM_PER_FT 304.8
#define QP_M_PER_FT 0.3048

static inline double
qp_radians (double deg)
{
  return deg * (G_PI / 180);
}

static inline double
qp_degrees (double rad)
{
  return rad * (180 / G_PI);
}

static inline double
qp_arcmin_radians (double arcmin)
{
  return qp_radians (arcmin / 60);
}

/* number of whole units that hold an amount; a last digit of rounding does not cost one more */
static inline double
qp_whole_units (double amount, double per_unit)
{
  return ceil (amount / per_unit * (1 - 1e-12));
}

G_END_DECLS
