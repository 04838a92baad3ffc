/* qp-formula.c: finding a formula by name and inputs, and calculating it from text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#include "base/qp-error.h"
#include "base/qp-number.h"

#include <string.h>

static const QpFormula *const *const tables[] = {
  qp_formulas_size,       qp_formulas_viewing, qp_formulas_angle, qp_formulas_discas,    qp_formulas_legibility,
  qp_formulas_perception, qp_formulas_video,   qp_formulas_hdr,   qp_formulas_dooh,      qp_formulas_led,
  qp_formulas_power,      qp_formulas_money,   qp_formulas_light, qp_formulas_structure,
  qp_formulas_asce,       qp_formulas_weight,  qp_formulas_depth, qp_formulas_shape,
  qp_formulas_ambient,
  qp_formulas_budget,     qp_formulas_finance, qp_formulas_content,
};

/* all tables in one row, and the first formula of each name; made once, never changed */
typedef struct
{
  GPtrArray *all;
  GHashTable *first;
} Registry;

static Registry *
registry_new (void)
{
  Registry *self = g_new0 (Registry, 1);

  self->all = g_ptr_array_new ();
  self->first = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const QpFormula *const *formula = tables[i]; *formula != NULL; formula++)
      {
        g_ptr_array_add (self->all, (gpointer) *formula);
        if (!g_hash_table_contains (self->first, (*formula)->name))
          g_hash_table_insert (self->first, (gpointer) (*formula)->name, (gpointer) *formula);
      }
  return self;
}

static const Registry *
registry (void)
{
  static Registry *self = NULL;

  if (g_once_init_enter (&self))
    g_once_init_leave (&self, registry_new ());
  return self;
}

/**
 * qp_formula_count:
 *
 * Returns: how many formulas are registered; overloads count one each
 */
guint
qp_formula_count (void)
{
  return registry ()->all->len;
}

/**
 * qp_formula_at:
 * @index: below qp_formula_count()
 *
 * Returns: (transfer none): the formula; the order is by topic and stays the same
 */
const QpFormula *
qp_formula_at (guint index)
{
  g_return_val_if_fail (index < registry ()->all->len, NULL);
  return g_ptr_array_index (registry ()->all, index);
}

/**
 * qp_formula_find:
 * @name: a quantity
 *
 * Returns: (transfer none) (nullable): the first formula of that name, or %NULL
 */
const QpFormula *
qp_formula_find (const char *name)
{
  return g_hash_table_lookup (registry ()->first, name);
}

/**
 * qp_formula_n_inputs:
 * @self: a formula
 *
 * Returns: how many inputs it has, those with a default included
 */
guint
qp_formula_n_inputs (const QpFormula *self)
{
  guint n = 0;

  while (self->inputs[n].name != NULL)
    n++;
  return n;
}

/**
 * qp_input_is_word:
 * @self: an input
 *
 * Returns: whether it takes a word such as a zone instead of a number
 */
gboolean
qp_input_is_word (const QpInput *self)
{
  return self->unit[0] == 'w' && strcmp (self->unit, "word") == 0; /* asked for each input of each result */
}

/**
 * qp_formula_evaluate:
 * @self: a formula
 * @arguments: one for each input, in their order
 *
 * Calculates without looking at the ranges of the inputs, as the estimate does.
 *
 * Returns: the value; NaN when an argument is not known or there is no finite result
 */
double
qp_formula_evaluate (const QpFormula *self, const QpArgument *arguments)
{
  for (guint i = 0; self->inputs[i].name != NULL; i++)
    if (qp_input_is_word (&self->inputs[i]) ? arguments[i].word == NULL : isnan (arguments[i].number))
      return NAN;

  const double value = self->evaluate (arguments);
  return isfinite (value) ? value : NAN;
}

/**
 * qp_formula_unit_symbol:
 * @unit: unit of a formula or of an input
 *
 * Units are registered in plain letters, for programs. This is how people write them.
 *
 * Returns: (transfer none): the symbol shown behind a number; "" for a plain number and for money
 */
const char *
qp_formula_unit_symbol (const char *unit)
{
  static const struct
  {
    const char *unit;
    const char *symbol;
  } symbols[] = {
    { "1", "" },
    { "arcmin", "′" },
    { "cd/m2", "cd/m²" },
    { "currency", "" },
    { "currency/kWh", "/kWh" },
    { "currency/m2", "/m²" },
    { "deg", "°" },
    { "ft2", "ft²" },
    { "kN/m2", "kN/m²" },
    { "kg/m2", "kg/m²" },
    { "kgCO2/kWh", "kg CO₂/kWh" },
    { "m2", "m²" },
    { "px/deg", "px/°" },
    { "W/m2", "W/m²" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (strcmp (symbols[i].unit, unit) == 0)
      return symbols[i].symbol;
  return unit;
}

static char *
amount_text (double value, const QpInput *input)
{
  const char *unit = qp_formula_unit_symbol (input->unit);
  g_autofree char *number = qp_number_display_shortest (value);
  return *unit == '\0' ? g_steal_pointer (&number) : g_strdup_printf ("%s\xe2\x80\x89%s", number, unit);
}

/* "pitch_mm (mm), arcmin (′, 1 unless given)" */
static void
append_inputs (GString *out, const QpFormula *self)
{
  for (const QpInput *input = self->inputs; input->name != NULL; input++)
    {
      const char *unit = qp_input_is_word (input) ? _("a word") : qp_formula_unit_symbol (input->unit);

      g_string_append_printf (out, "%s%s", input == self->inputs ? "" : ", ", input->name);
      if (input->initial != NULL && *unit != '\0')
        g_string_append_printf (out, _(" (%s, %s unless given)"), unit, input->initial);
      else if (input->initial != NULL)
        g_string_append_printf (out, _(" (%s unless given)"), input->initial);
      else if (*unit != '\0')
        g_string_append_printf (out, " (%s)", unit);
    }
}

/* the inputs of all formulas of a name, one choice after the other */
static char *
expected_text (const char *name)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < qp_formula_count (); i++)
    {
      const QpFormula *formula = qp_formula_at (i);

      if (strcmp (formula->name, name) != 0)
        continue;
      if (out->len > 0)
        g_string_append (out, _("; or "));
      append_inputs (out, formula);
    }
  return g_string_free (out, FALSE);
}

static const QpInput *
find_input (const QpFormula *self, const char *name)
{
  for (const QpInput *input = self->inputs; input->name != NULL; input++)
    if (strcmp (input->name, name) == 0)
      return input;
  return NULL;
}

static const char *
first_unknown (const QpFormula *self, const char *const *given)
{
  for (guint i = 0; given[i] != NULL; i++)
    if (find_input (self, given[i]) == NULL)
      return given[i];
  return NULL;
}

static const char *
first_missing (const QpFormula *self, const char *const *given)
{
  for (const QpInput *input = self->inputs; input->name != NULL; input++)
    if (input->initial == NULL && !g_strv_contains (given, input->name))
      return input->name;
  return NULL;
}

/* how far the given names are from what a formula takes: 0 = they fit */
static guint
misfits (const QpFormula *self, const char *const *given)
{
  guint n = 0;

  for (guint i = 0; given[i] != NULL; i++)
    n += find_input (self, given[i]) == NULL;
  for (const QpInput *input = self->inputs; input->name != NULL; input++)
    n += input->initial == NULL && !g_strv_contains (given, input->name);
  return n;
}

static const QpFormula *
closest_overload (const char *name, const char *const *given)
{
  const QpFormula *best = NULL;

  for (guint i = 0; i < qp_formula_count (); i++)
    {
      const QpFormula *formula = qp_formula_at (i);

      if (strcmp (formula->name, name) == 0 && (best == NULL || misfits (formula, given) < misfits (best, given)))
        best = formula;
    }
  return best;
}

/* letters to change, add or drop to get from one name to the other */
static guint
edit_distance (const char *a, const char *b)
{
  const gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (gsize j = 1; j <= n; j++)
        {
          const guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }
  return row[n];
}

static const char *
similar_name (const char *name)
{
  const char *best = NULL;
  guint least = strlen (name) < 64 ? (guint) strlen (name) / 3 + 1 : 0;

  for (guint i = 0; i < qp_formula_count () && least > 0; i++)
    {
      const guint distance = edit_distance (name, qp_formula_at (i)->name);

      if (distance < least)
        {
          least = distance;
          best = qp_formula_at (i)->name;
        }
    }
  return best;
}

static void
set_unknown_quantity (GError **error, const char *name)
{
  const char *similar = similar_name (name);

  if (similar != NULL)
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_FOUND, _("There is no quantity “%s”. Did you mean “%s”?"), name,
                 similar);
  else
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_FOUND, _("There is no quantity “%s”."), name);
}

/**
 * qp_formula_match:
 * @name: a quantity
 * @given: names of the inputs that are known; ends with %NULL
 * @error: return location for an error
 *
 * Chooses among the formulas of one name the one that takes all the given inputs and needs no other.
 *
 * Returns: (transfer none): the formula, or %NULL with %QP_ERROR_NOT_FOUND (no such quantity) or
 *   %QP_ERROR_INVALID (an input that it does not have, or one that is missing)
 */
const QpFormula *
qp_formula_match (const char *name, const char *const *given, GError **error)
{
  const QpFormula *closest = closest_overload (name, given);

  if (closest == NULL)
    {
      set_unknown_quantity (error, name);
      return NULL;
    }
  if (misfits (closest, given) == 0)
    return closest;

  g_autofree char *expected = expected_text (name);
  const char *unknown = first_unknown (closest, given);
  if (unknown != NULL)
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("“%s” does not take “%s” here. It expects %s."), name, unknown,
                 expected);
  else
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("“%s” also needs “%s”. It expects %s."), name,
                 first_missing (closest, given), expected);
  return NULL;
}

static gboolean
check_range (const QpInput *input, double number, GError **error)
{
  const gboolean low = !isnan (input->min) && number < input->min;
  const gboolean high = !isnan (input->max) && number > input->max;

  if (!low && !high)
    return TRUE;

  g_autofree char *value = amount_text (number, input);
  g_autofree char *least = isnan (input->min) ? NULL : amount_text (input->min, input);
  g_autofree char *greatest = isnan (input->max) ? NULL : amount_text (input->max, input);
  if (least != NULL && greatest != NULL)
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("%s is %s; it must be between %s and %s."), input->name, value,
                 least, greatest);
  else if (low)
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("%s is %s; it must be at least %s."), input->name, value, least);
  else
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("%s is %s; it must be at most %s."), input->name, value,
                 greatest);
  return FALSE;
}

static gboolean
parse_argument (const QpInput *input, const char *text, QpArgument *argument, GError **error)
{
  argument->word = text;
  argument->number = NAN;
  if (qp_input_is_word (input))
    {
      if (*text != '\0')
        return TRUE;
      g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("%s is empty; a word is expected."), input->name);
      return FALSE;
    }
  if (qp_real_parse (text, &argument->number) == QP_PARSE_OK)
    return check_range (input, argument->number, error);

  const char *unit = qp_formula_unit_symbol (input->unit);
  argument->number = NAN;
  if (*unit == '\0')
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("%s is “%s”; a number is expected."), input->name, text);
  else
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("%s is “%s”; a number in %s is expected."), input->name, text,
                 unit);
  return FALSE;
}

static gboolean
check_given_once (const char *const *names, GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strv_contains (names + i + 1, names[i]))
      {
        g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("“%s” is given twice."), names[i]);
        return FALSE;
      }
  return TRUE;
}

static const char *
value_of (const QpInput *input, const char *const *names, const char *const *values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], input->name) == 0)
      return values[i];
  return input->initial;
}

static gboolean
parse_arguments (const QpFormula *self, const char *const *names, const char *const *values, QpArgument *arguments,
                 GError **error)
{
  const char *unknown = first_unknown (self, names);
  const char *missing = first_missing (self, names);

  if (unknown != NULL || missing != NULL)
    {
      g_autofree char *expected = expected_text (self->name);
      g_set_error (error, QP_ERROR, QP_ERROR_INVALID,
                   unknown != NULL ? _("“%s” does not take “%s” here. It expects %s.")
                                   : _("“%s” also needs “%s”. It expects %s."),
                   self->name, unknown != NULL ? unknown : missing, expected);
      return FALSE;
    }
  for (guint i = 0; self->inputs[i].name != NULL; i++)
    if (!parse_argument (&self->inputs[i], value_of (&self->inputs[i], names, values), &arguments[i], error))
      return FALSE;
  return check_given_once (names, error);
}

/**
 * qp_formula_calculate:
 * @self: a formula
 * @names: names of inputs; ends with %NULL
 * @values: their values as text, as many as @names; decimal point, no spaces
 * @result: (out): the value, in the unit of the formula; finite
 * @error: return location for an error
 *
 * Reads the inputs, checks each against its range, fills in defaults and calculates.
 *
 * Returns: whether there is a value; if not, %QP_ERROR_INVALID with a sentence that names the input
 */
gboolean
qp_formula_calculate (const QpFormula *self, const char *const *names, const char *const *values, double *result,
                      GError **error)
{
  QpArgument arguments[QP_FORMULA_MAX_INPUTS];

  if (!parse_arguments (self, names, values, arguments, error))
    return FALSE;

  const double value = qp_formula_evaluate (self, arguments);
  if (isfinite (value))
    {
      *result = value;
      return TRUE;
    }
  if (self->validity != NULL)
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("“%s” has no value for these inputs: %s"), self->name,
                 _(self->validity));
  else
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _("“%s” has no value for these inputs."), self->name);
  return FALSE;
}
