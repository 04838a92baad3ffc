/* qp-structure.h: weight, wind and hang points of a screen as an estimate for a structural engineer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

G_BEGIN_DECLS

/** QP_STRUCTURE_SENTENCE: what stands under every figure of this kind; untranslated */
#define QP_STRUCTURE_SENTENCE N_("Estimate, to be signed by a structural engineer.")

/** Steel behind a screen where none is typed, kg/m²: a range that is recalled, without a source worth citing. */
#define QP_STEEL_LOW_KG_PER_M2 30.0
#define QP_STEEL_HIGH_KG_PER_M2 60.0

/** Standard gravity, m/s² */
#define QP_GRAVITY 9.80665

const char *qp_structure_sentence (void);
gboolean qp_wind_city (const char *city, double *w0_kpa, gboolean *recalled);

/**
 * QpColumnState:
 * @QP_COLUMN_UNCHECKED: the maker publishes no limit, or none is known of the cabinet
 * @QP_COLUMN_FINE: no column has more cabinets than the limit
 * @QP_COLUMN_TOO_MANY: one has more
 *
 * Whether the cabinets of a column may hang under each other, or stand on each other.
 */
typedef enum
{
  QP_COLUMN_UNCHECKED,
  QP_COLUMN_FINE,
  QP_COLUMN_TOO_MANY,
} QpColumnState;

gboolean qp_structure_hangs (const QpScreen *screen);
QpColumnState qp_structure_column (const QpScreen *screen, const QpEstimate *estimate, double *limit);

/**
 * QpStructureLine:
 * @label: what it is, translated
 * @value: figure with unit, or why there is none
 * @detail: (nullable): what it stands on, translated
 * @verdict: how it stands to a limit
 * @quantity: quantity that "how was this computed?" explains
 *
 * One line of the structure card.
 */
typedef struct
{
  char *label;
  char *value;
  char *detail;
  QpVerdict verdict;
  guint quantity;
} QpStructureLine;

GPtrArray *qp_structure_lines (const QpScreen *screen, const QpEstimate *estimate, const QpEngineContext *context);
void qp_structure_line_free (QpStructureLine *self);
void qp_structure_check (const QpScreen *screen, const QpEstimate *estimate, QpFindings *findings);

G_END_DECLS
