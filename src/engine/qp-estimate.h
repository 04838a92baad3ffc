/* qp-estimate.h: all results of a screen, a site and the city, by the formula registry
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"
#include "engine/qp-formula.h"

G_BEGIN_DECLS

#define QP_MAX_QUANTITIES 240

/**
 * QpResultGroup:
 *
 * Under which heading a result is shown.
 */
typedef enum
{
  QP_RESULT_SIZE,
  QP_RESULT_SHAPE,
  QP_RESULT_VIEWING,
  QP_RESULT_DEPTH,
  QP_RESULT_LIGHT,
  QP_RESULT_POWER,
  QP_RESULT_STRUCTURE,
  QP_RESULT_SIGNAL,
  QP_RESULT_CONTENT,
  QP_RESULT_PARTS,
  QP_RESULT_MONEY,
  QP_N_RESULT_GROUPS,
} QpResultGroup;

const char *qp_result_group_label (QpResultGroup group);

/**
 * QpQuantity:
 * @key: key in JSON, with the unit in the name; also the name other rows use
 * @unit: symbol shown behind the number; "" for a plain number
 * @decimals: decimals shown
 * @group: heading
 * @formula: (nullable): name of the registered formula, %NULL for an input read from the document
 * @inputs: what the formula is given: `columns` takes the quantity of that key, `count:columns` gives it to the
 *   input `count`, `k=1380` is a constant; inputs that are not named keep their default
 * @total: whether sites and the city add it up
 * @label: translatable label
 *
 * One row of the calculation: where a number comes from and what it is called.
 */
typedef struct
{
  const char *key;
  const char *unit;
  guint decimals;
  QpResultGroup group;
  const char *formula;
  const char *inputs[QP_FORMULA_MAX_INPUTS + 1];
  gboolean total;
  const char *label;
} QpQuantity;

guint qp_quantity_count (void);
const QpQuantity *qp_quantity_at (guint index);
int qp_quantity_index (const char *key);
const QpFormula *qp_quantity_formula (guint index);
gboolean qp_quantity_applies (guint index, double value);

/**
 * QpEngineContext:
 *
 * What a calculation reads besides the screen. Borrowed; all of it immutable.
 */
typedef struct
{
  const QpProject *project;
  const QpSite *site;
  const QpCatalogue *catalogue;
  const QpPlan *plan; /* nullable */
  const struct _QpLight *light; /* nullable: the light on the plan, where it was found already */
} QpEngineContext;

/**
 * QpScreenVisitor:
 * @screen: a screen
 * @context: its surroundings: the project, its site, the catalogue
 * @data: what was given to qp_each_screen()
 */
typedef void (*QpScreenVisitor) (const QpScreen *screen, const QpEngineContext *context, gpointer data);

void qp_each_screen (const QpNode *node, const QpEngineContext *context, QpScreenVisitor visit, gpointer data);

/**
 * QpEstimate:
 * @values: the results by quantity index; NaN = not known
 *
 * All results of one screen.
 */
typedef struct
{
  double values[QP_MAX_QUANTITIES];
} QpEstimate;

const QpContent *qp_screen_find_content (const QpScreen *screen, const QpProject *project);
void qp_estimate_screen (QpEstimate *self, const QpScreen *screen, const QpEngineContext *context);
const char *qp_quantity_word (guint index, double value);
double qp_estimate_get (const QpEstimate *self, const char *key);
char *qp_quantity_format (guint index, double value);   /* "208.9" with thin spaces; "not known" for NaN; words for classes */

/**
 * QpTotals:
 * @screens: screens counted
 * @sums: sums by quantity index (of those known)
 * @known: how many screens had a known value, by quantity index
 * @at_4k: screens of at least 4K class
 * @at_8k: screens of 8K class
 */
typedef struct
{
  guint screens;
  guint at_4k;
  guint at_8k;
  double sums[QP_MAX_QUANTITIES];
  guint known[QP_MAX_QUANTITIES];
} QpTotals;

void qp_totals_init (QpTotals *self);
void qp_totals_add (QpTotals *self, const QpEstimate *estimate);
void qp_totals_remove (QpTotals *self, const QpEstimate *estimate);
void qp_totals_add_tree (QpTotals *self, const QpNode *node, const QpEngineContext *context);
double qp_totals_get (const QpTotals *self, guint index);

/**
 * QpExplainedInput:
 * @label: what the input is, translated
 * @value: its value with unit, or "not known"
 * @origin: where it comes from: a field of the screen, the catalogue with grade and date, an assumption, a constant
 * @key: (nullable): quantity that can be explained in turn
 */
typedef struct
{
  char *label;
  char *value;
  char *origin;
  char *key;
} QpExplainedInput;

/**
 * QpExplanation:
 *
 * The answer to "how was this computed?".
 */
typedef struct
{
  char *label;
  char *value;
  char *expression;
  char *source;
  char *validity;    /* nullable */
  char *missing;     /* nullable: why it is not known, as a sentence */
  GPtrArray *inputs; /* QpExplainedInput */
} QpExplanation;

QpExplanation *qp_estimate_explain (guint quantity, const QpScreen *screen, const QpEngineContext *context);
char *qp_estimate_derivation (const QpEstimate *self, guint quantity, const QpScreen *screen, const QpEngineContext *context);
char *qp_estimate_missing (const QpEstimate *self, QpResultGroup group, const QpScreen *screen, const QpEngineContext *context);
void qp_explanation_free (QpExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpExplanation, qp_explanation_free)

/**
 * QpVerdict:
 *
 * How a result stands to a requirement.
 */
typedef enum
{
  QP_VERDICT_NONE,
  QP_VERDICT_MEETS,
  QP_VERDICT_FAILS,
  QP_VERDICT_UNKNOWN,
  QP_VERDICT_NOTE,
} QpVerdict;

/**
 * QpCard:
 * @title: what it is
 * @value: the large number, or "not known"
 * @unit: its unit, may be ""
 * @line: one-line meaning
 * @verdict: state of the chip
 * @chip: (nullable): word on the chip
 * @quantity: quantity that "how was this computed?" explains
 *
 * One result as people look at it: inspector, report and the command line show the same.
 */
typedef struct
{
  char *title;
  char *value;
  char *unit;
  char *line;
  QpVerdict verdict;
  char *chip;
  guint quantity;
} QpCard;

GPtrArray *qp_cards_for_screen (const QpScreen *screen, const QpEstimate *estimate, const QpEngineContext *context);
void qp_card_free (QpCard *self);

/* published facts of a screen against its results, cabinet missing from the catalogue, one side short of 4K/8K, … */
void qp_estimate_check (const QpScreen *screen, const QpEngineContext *context, QpFindings *findings);

/**
 * QpGrid:
 *
 * A whole number of cabinets: what qp_fit_size() and qp_fit_raster() find.
 */
typedef struct
{
  gint64 columns;
  gint64 rows;
  double width_m;
  double height_m;
  double area_m2;
  gint64 px_w;
  gint64 px_h;
  const char *uhd_class; /* "8K", "4K", "HD", "below HD": translatable key words */
} QpGrid;

typedef struct
{
  gint64 width_um;
  gint64 height_um;
  gint64 px_w;
  gint64 px_h;
} QpCell;

void qp_fit_size (const QpCell *cell, double width_m, double height_m, QpGrid *below, QpGrid *above);
void qp_fit_raster (const QpCell *cell, gint64 px_w, gint64 px_h, QpGrid *below, QpGrid *above);
gboolean qp_screen_cell (const QpScreen *screen, const QpCatalogue *catalogue, QpCell *cell);

G_END_DECLS
