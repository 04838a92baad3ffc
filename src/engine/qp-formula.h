/* qp-formula.h: the registry of formulas; each is written once, with its units, range and source
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define QP_FORMULA_MAX_INPUTS 12

/**
 * QpInput:
 * @name: name as in `calc QUANTITY name=value` and in JSON
 * @unit: unit of the number in plain letters, or "" for a plain number, or "word" for a word such as a zone
 * @min: least sensible value; NaN = no bound
 * @max: greatest sensible value; NaN = no bound
 * @initial: (nullable): text of the default, or %NULL when the input must be given
 * @label: translatable label
 *
 * One input of a formula.
 */
typedef struct
{
  const char *name;
  const char *unit;
  double min;
  double max;
  const char *initial;
  const char *label;
} QpInput;

/**
 * QpArgument:
 * @number: the number; NaN when not known
 * @word: (nullable): the word or list, where the input is one
 *
 * The value of one input, in the order of the formula's inputs.
 */
typedef struct
{
  double number;
  const char *word;
} QpArgument;

/**
 * QpFormula:
 * @name: quantity; several formulas may share it and differ in their inputs
 * @topic: topic as in the oracle table
 * @unit: unit of the value; in plain letters as in the oracle table ("deg", "cd/m2"); "1" for a plain number,
 *   "currency" for money in the currency of the inputs; qp_formula_unit_symbol() is for people
 * @expression: the formula as a reader writes it
 * @source: standard, clause or publication
 * @validity: (nullable): translatable sentence: when it holds
 * @label: translatable name of the quantity
 * @inputs: inputs; ends with a %NULL name
 * @evaluate: the calculation; NaN when it can't be computed from these arguments
 *
 * One registered formula. Pure: no files, clock, locale or globals.
 */
typedef struct
{
  const char *name;
  const char *topic;
  const char *unit;
  const char *expression;
  const char *source;
  const char *validity;
  const char *label;
  QpInput inputs[QP_FORMULA_MAX_INPUTS + 1];
  double (*evaluate) (const QpArgument *arguments);
} QpFormula;

guint qp_formula_count (void);
const QpFormula *qp_formula_at (guint index);
const QpFormula *qp_formula_find (const char *name);
const QpFormula *qp_formula_match (const char *name, const char *const *given, GError **error);
guint qp_formula_n_inputs (const QpFormula *self);
const char *qp_formula_unit_symbol (const char *unit);
gboolean qp_input_is_word (const QpInput *self);
double qp_formula_evaluate (const QpFormula *self, const QpArgument *arguments);
gboolean qp_formula_calculate (const QpFormula *self, const char *const *names, const char *const *values,
                               double *result, GError **error);

G_END_DECLS
