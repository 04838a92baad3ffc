/* qp-command-calc.c: one registered formula, or the list of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"

#include <math.h>
#include <string.h>

static char *
describe_inputs (const QpFormula *formula)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const QpInput *input = formula->inputs; input->name != NULL; input++)
    {
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", input->name);
      if (qp_input_is_word (input))
        g_string_append_printf (out, " (%s)", _("word"));
      else if (*qp_formula_unit_symbol (input->unit) != '\0')
        g_string_append_printf (out, " (%s)", qp_formula_unit_symbol (input->unit));
      if (input->initial != NULL)
        g_string_append_printf (out, " = %s", input->initial);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
print_formula (const QpFormula *formula)
{
  g_autoptr (QpTable) table = qp_table_new (2, "ll");
  g_autofree char *inputs = describe_inputs (formula);
  const char *unit = qp_formula_unit_symbol (formula->unit);

  g_print ("%s%s%s%s: %s\n", formula->name, *unit != '\0' ? " (" : "", unit, *unit != '\0' ? ")" : "", _(formula->label));
  qp_table_add (table, _("Inputs"), inputs, NULL);
  qp_table_add (table, _("Formula"), formula->expression, NULL);
  qp_table_add (table, _("Source"), _(formula->source), NULL);
  if (formula->validity != NULL)
    qp_table_add (table, _("Valid"), _(formula->validity), NULL);
  qp_table_print (table, 2);
}

static void
write_formula (QpJson *json, const QpFormula *formula)
{
  qp_json_begin_object (json, NULL);
  qp_json_string (json, "quantity", formula->name);
  qp_json_string (json, "topic", formula->topic);
  qp_json_string (json, "label", _(formula->label));
  qp_json_string (json, "unit", formula->unit);
  qp_json_string (json, "formula", formula->expression);
  qp_json_string (json, "source", formula->source);
  qp_json_string (json, "validity", formula->validity != NULL ? _(formula->validity) : NULL);
  qp_json_begin_array (json, "inputs");
  for (const QpInput *input = formula->inputs; input->name != NULL; input++)
    {
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "name", input->name);
      qp_json_string (json, "label", _(input->label));
      qp_json_string (json, "unit", input->unit);
      qp_json_number (json, "min", input->min);
      qp_json_number (json, "max", input->max);
      qp_json_string (json, "initial", input->initial);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  qp_json_end_object (json);
}

/* all formulas, or all of one name */
static void
list_formulas (const char *name, gboolean as_json)
{
  g_autoptr (QpJson) json = qp_json_new ();
  const char *topic = "";

  qp_json_begin_object (json, NULL);
  qp_json_begin_array (json, "quantities");
  for (guint i = 0; i < qp_formula_count (); i++)
    {
      const QpFormula *formula = qp_formula_at (i);

      if (name != NULL && strcmp (formula->name, name) != 0)
        continue;
      write_formula (json, formula);
      if (as_json)
        continue;
      if (name == NULL && strcmp (topic, formula->topic) != 0)
        g_print ("%s%s\n", i > 0 ? "\n" : "", formula->topic);
      topic = formula->topic;
      print_formula (formula);
    }
  qp_json_end_array (json);
  qp_json_end_object (json);
  if (as_json)
    qp_json_print (json);
}

/* name=value; what the names may be, and that each is given once, is told by the registry */
static gboolean
split_arguments (const QpCommand *self, char **pairs, char ***names, char ***values)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (; *pairs != NULL; pairs++)
    {
      const char *equals = strchr (*pairs, '=');
      if (equals == NULL || equals == *pairs)
        {
          qp_cli_wrong (self, _("“%s” is no input; inputs are written name=value."), *pairs);
          return FALSE;
        }
      g_autofree char *key = g_strndup (*pairs, (gsize) (equals - *pairs));
      g_strv_builder_add (keys, key);
      g_strv_builder_add (texts, equals + 1);
    }
  *names = g_strv_builder_end (keys);
  *values = g_strv_builder_end (texts);
  return TRUE;
}

static const char *
given_value (const QpInput *input, char **names, char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], input->name) == 0)
      return values[i];
  return input->initial;
}

static void
write_result (const QpFormula *formula, char **names, char **values, double result)
{
  g_autoptr (QpJson) json = qp_json_new ();

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "quantity", formula->name);
  qp_json_number (json, "value", result);
  qp_json_string (json, "unit", formula->unit);
  qp_json_begin_object (json, "inputs");
  for (const QpInput *input = formula->inputs; input->name != NULL; input++)
    {
      const char *text = given_value (input, names, values);
      double number = NAN;

      if (!qp_input_is_word (input) && text != NULL && qp_real_parse (text, &number) == QP_PARSE_OK)
        qp_json_number (json, input->name, number);
      else
        qp_json_string (json, input->name, text);
    }
  qp_json_end_object (json);
  qp_json_string (json, "formula", formula->expression);
  qp_json_string (json, "source", formula->source);
  qp_json_end_object (json);
  qp_json_print (json);
}

static void
print_result (const QpFormula *formula, char **names, char **values, double result)
{
  g_autofree char *number = isnan (result) ? g_strdup (_("not known")) : qp_number_display_significant (result, 6);
  g_autoptr (QpTable) table = qp_table_new (2, "ll");

  const char *unit = isnan (result) ? "" : qp_formula_unit_symbol (formula->unit);

  g_print ("%s = %s%s%s\n", formula->name, number, *unit != '\0' ? " " : "", unit);
  for (const QpInput *input = formula->inputs; input->name != NULL; input++)
    {
      const char *text = given_value (input, names, values);
      const char *symbol = qp_input_is_word (input) ? "" : qp_formula_unit_symbol (input->unit);
      g_autofree char *value = g_strdup_printf ("%s = %s%s%s", input->name, text != NULL ? text : _("not known"),
                                                *symbol != '\0' ? " " : "", symbol);
      qp_table_add (table, value, _(input->label), NULL);
    }
  qp_table_print (table, 2);
  g_print ("  %s\n  %s: %s\n", formula->expression, _("Source"), _(formula->source));
}

static QpExit
calculate (const QpCommand *self, const char *name, char **pairs, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) values = NULL;
  double result = NAN;

  if (!split_arguments (self, pairs, &names, &values))
    return QP_EXIT_FAILED;
  const QpFormula *formula = qp_formula_match (name, (const char *const *) names, &error);
  if (formula == NULL
      || !qp_formula_calculate (formula, (const char *const *) names, (const char *const *) values, &result, &error))
    return qp_cli_wrong (self, "%s", error->message);

  if (as_json)
    write_result (formula, names, values, result);
  else
    print_result (formula, names, values, result);
  return isnan (result) ? QP_EXIT_NO : QP_EXIT_FINE;
}

static gboolean
needs_inputs (const char *name)
{
  for (guint i = 0; i < qp_formula_count (); i++)
    {
      const QpFormula *formula = qp_formula_at (i);
      gboolean needs = FALSE;
      for (const QpInput *input = formula->inputs; input->name != NULL; input++)
        needs |= input->initial == NULL;
      if (strcmp (formula->name, name) == 0 && !needs)
        return FALSE;
    }
  return TRUE;
}

static QpExit
run_calc (const QpCommand *self, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };

  if (!qp_cli_parse (self, entries, &argv))
    return QP_EXIT_FAILED;
  const char *name = argv[1];
  if (name == NULL || (argv[2] == NULL && qp_formula_find (name) != NULL && needs_inputs (name)))
    {
      list_formulas (name, as_json);
      return QP_EXIT_FINE;
    }
  return calculate (self, name, argv + 2, as_json);
}

const QpCommand qp_command_calc = {
  .name = "calc",
  .arguments = N_ ("[QUANTITY [INPUT=VALUE…]]"),
  .summary = N_ ("Calculate one quantity, or list the formulas"),
  .details = N_ ("Without arguments all formulas are listed; with a quantity alone, its inputs.\n"
                 "Example: qianping-cli calc pixel_pitch_for_acuity distance_m=20"),
  .run = run_calc,
};
