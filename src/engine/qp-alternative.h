/* qp-alternative.h: variants of a project, kept in it as lists of changes, and side by side
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-years.h"

G_BEGIN_DECLS

QpNode *qp_alternative_apply (const QpNode *root, const QpNode *alternative, QpFindings *findings);
QpNode *qp_alternative_from (const QpNode *root, const QpNode *changed, const char *name, guint *n_left_out);

/**
 * QpVariant:
 * @alternative: (nullable): the alternative; %NULL: the project as it stands
 * @root: the project with its changes
 * @catalogue: the catalogue with the project's own equipment and prices
 * @totals: sums over its screens
 * @budget: its budget
 * @years: its years
 *
 * One variant of a project, calculated.
 */
typedef struct
{
  const QpNode *alternative;
  QpNode *root;
  QpCatalogue *catalogue;
  QpTotals totals;
  QpBudget *budget;
  QpYears years;
} QpVariant;

GPtrArray *qp_variants_new (const QpNode *root, QpCatalogue *catalogue, const char *today);

/**
 * QpVariantFigure:
 * @QP_VARIANT_AREA: area of the screens, m²
 * @QP_VARIANT_PIXELS: their pixels
 * @QP_VARIANT_POWER: peak power, W
 * @QP_VARIANT_ENERGY: energy of a year, kWh
 * @QP_VARIANT_CARBON: carbon dioxide of all years, t
 * @QP_VARIANT_FIRST: first cost with tax
 * @QP_VARIANT_YEARLY: cost of a year
 * @QP_VARIANT_NPV: present value of all cost
 * @QP_VARIANT_ANNUITY: the same as an equal cost of each year
 * @QP_VARIANT_MISSING: lines that have no amount
 *
 * What variants are compared by. Money is in units of the currency.
 */
typedef enum
{
  QP_VARIANT_AREA,
  QP_VARIANT_PIXELS,
  QP_VARIANT_POWER,
  QP_VARIANT_ENERGY,
  QP_VARIANT_CARBON,
  QP_VARIANT_FIRST,
  QP_VARIANT_YEARLY,
  QP_VARIANT_NPV,
  QP_VARIANT_ANNUITY,
  QP_VARIANT_MISSING,
  QP_N_VARIANT_FIGURES,
} QpVariantFigure;

const char *qp_variant_figure_key (QpVariantFigure figure);
const char *qp_variant_figure_label (QpVariantFigure figure);
double qp_variant_get (const QpVariant *self, QpVariantFigure figure);
char *qp_variant_name (const QpVariant *self);

G_END_DECLS
