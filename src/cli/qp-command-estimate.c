/* qp-command-estimate.c: all results of the screens, then of the sites and the city
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cli.h"
#include "cli/qp-json-light.h"
#include "cli/qp-table.h"
#include "engine/qp-structure.h"

#include <math.h>

typedef struct
{
  QpJson *json; /* NULL: print text */
  const QpNode *only;
} Estimate;

static void
write_column (const QpScreen *screen, const QpEstimate *estimate, QpJson *json)
{
  static const char *const states[] = { "unchecked", "fine", "too_many" };
  double limit;

  qp_json_string (json, "column_check", states[qp_structure_column (screen, estimate, &limit)]);
}

static void
write_screen (const QpScreen *screen, const QpEngineContext *context, const QpEstimate *estimate, QpJson *json)
{
  qp_json_begin_object (json, NULL);
  qp_json_id (json, "id", screen->node.id);
  qp_json_string (json, "name", screen->name);
  qp_json_id (json, "site", context->site != NULL ? context->site->node.id : QP_ID_NONE);
  for (guint i = 0; i < qp_quantity_count (); i++)
    {
      const char *word = qp_quantity_word (i, estimate->values[i]);
      if (word != NULL)
        qp_json_string (json, qp_quantity_at (i)->key, word);
      else
        qp_json_number (json, qp_quantity_at (i)->key, estimate->values[i]);
    }
  write_column (screen, estimate, json);
  qp_json_string (json, "structure_note", QP_STRUCTURE_SENTENCE); /* the same for programs in every language */
  qp_json_end_object (json);
}

/* sums of money are in the project's currency, which the engine does not know */
static char *
unit_of (const QpQuantity *quantity, const QpEngineContext *context, double value)
{
  const char *currency = quantity->group == QP_RESULT_MONEY ? context->project->currency : NULL;

  return isnan (value) ? g_strdup ("") : g_strconcat (currency != NULL ? currency : "", quantity->unit, NULL);
}

static void
add_quantity (QpTable *table, guint index, const QpEngineContext *context, double value)
{
  const QpQuantity *quantity = qp_quantity_at (index);
  g_autofree char *number = qp_quantity_format (index, value);
  g_autofree char *unit = unit_of (quantity, context, value);

  qp_table_add (table, _(quantity->label), number, unit, quantity->key, NULL);
}

static void
print_group (const QpEstimate *estimate, QpResultGroup group, const QpEngineContext *context)
{
  g_autoptr (QpTable) table = qp_table_new (4, "lrll");
  gboolean any = FALSE;

  for (guint i = 0; i < qp_quantity_count () && !any; i++)
    any = qp_quantity_at (i)->group == group && qp_quantity_applies (i, estimate->values[i]);
  if (!any)
    return;
  for (guint i = 0; i < qp_quantity_count (); i++)
    if (qp_quantity_at (i)->group == group && qp_quantity_applies (i, estimate->values[i]))
      add_quantity (table, i, context, estimate->values[i]);
  g_print ("  %s\n", qp_result_group_label (group));
  qp_table_print (table, 4);
  if (group == QP_RESULT_STRUCTURE)
    g_print ("    %s\n", qp_structure_sentence ());
}

static void
print_heading (const QpNode *node)
{
  char id[QP_ID_TEXT_SIZE];
  g_autofree char *name = qp_node_display_name (node);

  g_print ("%s  %s\n", name, qp_id_to_text (node->id, id));
}

static void
visit_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  Estimate *self = data;
  QpEstimate estimate;

  if (self->only != NULL && self->only != &screen->node)
    return;
  qp_estimate_screen (&estimate, screen, context);
  if (self->json != NULL)
    {
      write_screen (screen, context, &estimate, self->json);
      return;
    }
  print_heading (&screen->node);
  for (QpResultGroup group = 0; group < QP_N_RESULT_GROUPS; group++)
    print_group (&estimate, group, context);
  g_print ("\n");
}

/* sums, and of how many screens each could be known */
static void
write_totals (QpJson *json, const QpTotals *totals)
{
  qp_json_integer (json, "screens", totals->screens);
  qp_json_integer (json, "screens_at_least_4k", totals->at_4k);
  qp_json_integer (json, "screens_8k", totals->at_8k);
  for (guint i = 0; i < qp_quantity_count (); i++)
    if (qp_quantity_at (i)->total)
      qp_json_number (json, qp_quantity_at (i)->key, qp_totals_get (totals, i));
  qp_json_begin_object (json, "known_of");
  for (guint i = 0; i < qp_quantity_count (); i++)
    if (qp_quantity_at (i)->total)
      qp_json_integer (json, qp_quantity_at (i)->key, totals->known[i]);
  qp_json_end_object (json);
}

static void
print_totals (const QpTotals *totals, const QpEngineContext *context)
{
  g_autoptr (QpTable) table = qp_table_new (4, "lrll");
  g_autofree char *screens = qp_number_display (totals->screens, 0);
  g_autofree char *at_4k = qp_number_display (totals->at_4k, 0);
  g_autofree char *at_8k = qp_number_display (totals->at_8k, 0);

  qp_table_add (table, _("Screens"), screens, NULL);
  qp_table_add (table, _("Of at least 4K class"), at_4k, NULL);
  qp_table_add (table, _("Of 8K class"), at_8k, NULL);
  for (guint i = 0; i < qp_quantity_count (); i++)
    {
      const QpQuantity *quantity = qp_quantity_at (i);
      const double value = qp_totals_get (totals, i);
      if (!quantity->total || (isnan (value) && totals->known[i] > 0))
        continue; /* no sum, or a bound of some screens only */
      g_autofree char *number = qp_quantity_format (i, value);
      g_autofree char *known = totals->known[i] < totals->screens
                                   ? g_strdup_printf (_("known for %u of %u screens"), totals->known[i], totals->screens)
                                   : g_strdup ("");
      g_autofree char *unit = unit_of (quantity, context, value);
      qp_table_add (table, _(quantity->label), number, unit, known, NULL);
    }
  qp_table_print (table, 2);
  g_print ("\n");
}

static void
report_sites (const QpNode *project, const QpEngineContext *context, QpJson *json)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, project->children);
  for (QpNode *site = qp_node_iter_next_of (&iter, QP_KIND_SITE); site != NULL;
       site = qp_node_iter_next_of (&iter, QP_KIND_SITE))
    {
      QpTotals totals;

      qp_totals_init (&totals);
      qp_totals_add_tree (&totals, site, context);
      if (json == NULL)
        {
          print_heading (site);
          print_totals (&totals, context);
          continue;
        }
      qp_json_begin_object (json, NULL);
      qp_json_id (json, "id", site->id);
      qp_json_string (json, "name", qp_node_name (site));
      write_totals (json, &totals);
      qp_json_end_object (json);
    }
}

static void
report_city (const QpNode *project, const QpEngineContext *context, QpJson *json)
{
  QpTotals totals;

  qp_totals_init (&totals);
  qp_totals_add_tree (&totals, project, context);
  if (json == NULL)
    {
      g_print ("%s\n", context->project->city != NULL ? context->project->city : _("City"));
      print_totals (&totals, context);
      return;
    }
  qp_json_begin_object (json, "city");
  qp_json_string (json, "name", context->project->city);
  qp_json_string (json, "currency", context->project->currency);
  write_totals (json, &totals);
  qp_json_end_object (json);
}

/* only plans with windows are calculated: they take longer than all else */
static void
visit_plan (const QpEngineContext *context, gpointer data)
{
  Estimate *self = data;
  QpNodeIter iter;

  qp_node_iter_init (&iter, context->plan->node.children);
  if (qp_node_iter_next_of (&iter, QP_KIND_RECEPTOR) == NULL)
    return;
  g_autoptr (QpLight) light = qp_light_new (context, NULL);
  qp_json_light (self->json, NULL, light);
}

static void
report (Estimate *self, const QpNode *project, const QpEngineContext *context)
{
  QpJson *json = self->json;

  if (json != NULL)
    {
      qp_json_begin_object (json, NULL);
      qp_json_begin_array (json, "screens");
    }
  qp_cli_each_screen (project, context, visit_screen, self);
  if (json != NULL)
    {
      qp_json_end_array (json);
      qp_json_begin_array (json, "sites");
    }
  if (self->only == NULL)
    report_sites (project, context, json);
  if (json != NULL)
    {
      qp_json_end_array (json);
      qp_json_begin_array (json, "light");
      if (self->only == NULL)
        qp_cli_each_plan (project, context, visit_plan, self);
      qp_json_end_array (json);
    }
  if (self->only == NULL)
    report_city (project, context, json);
  else if (json != NULL)
    qp_json_null (json, "city");
  if (json != NULL)
    {
      qp_json_end_object (json);
      qp_json_print (json);
    }
}

static QpExit
run_estimate (const QpCommand *self, char **argv)
{
  gboolean as_json = FALSE;
  g_autofree char *wanted = NULL;
  const GOptionEntry entries[] = {
    { "screen", 's', 0, G_OPTION_ARG_STRING, &wanted, N_ ("Only this screen, by id or name"), N_ ("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1))
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (argv[1]);
  if (project == NULL)
    return QP_EXIT_FAILED;
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (project);
  const QpNode *only = wanted != NULL ? qp_cli_find_node (project, QP_KIND_SCREEN, wanted) : NULL;
  if (catalogue == NULL || (wanted != NULL && only == NULL))
    return QP_EXIT_FAILED;

  g_autoptr (QpJson) json = as_json ? qp_json_new () : NULL;
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };
  Estimate estimate = { .json = json, .only = only };
  report (&estimate, project, &context);
  return QP_EXIT_FINE;
}

const QpCommand qp_command_estimate = {
  .name = "estimate",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Calculate the screens, sites and the city of a project"),
  .details = N_ ("What is not known is left open, and totals say of how many screens they know; nothing is guessed."),
  .run = run_estimate,
};
