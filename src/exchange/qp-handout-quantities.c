/* qp-handout-quantities.c: how much of everything is needed, for each screen, site and the project
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-private.h"

#include "engine/qp-wiring-parts.h"

#include <math.h>
#include <string.h>

/* which equipment a quantity counts */
typedef enum
{
  OF_NOTHING,
  OF_CABINET,
  OF_CONTROLLER,
  OF_CARD,
  OF_PLAYER,
} Equipment;

static const struct
{
  const char *key;
  Equipment equipment;
} counted[] = {
  { "width_m", OF_NOTHING },           { "height_m", OF_NOTHING },       { "area_m2", OF_NOTHING },
  { "px_w", OF_NOTHING },              { "px_h", OF_NOTHING },           { "pixels", OF_NOTHING },
  { "cabinets", OF_CABINET },          { "spare_cabinets", OF_CABINET }, { "receiving_cards", OF_CARD },
  { "ports", OF_NOTHING },             { "ports_routed", OF_NOTHING },   { "controllers", OF_CONTROLLER },
  { "processors", OF_NOTHING },        { "players", OF_PLAYER },         { "decoders", OF_NOTHING },
  { "network_links", OF_NOTHING },     { "sound_systems", OF_NOTHING },  { "data_cable_m", OF_NOTHING },
  { "circuits", OF_NOTHING },          { "power_cable_m", OF_NOTHING },  { "power_max_kw", OF_NOTHING },
  { "power_average_w", OF_NOTHING },   { "lightning_sets", OF_NOTHING }, { "energy_kwh_per_year", OF_NOTHING },
  { "weight_kg", OF_NOTHING },         { "steel_kg", OF_NOTHING },       { "cladding_m2", OF_NOTHING },
  { "access_m2", OF_NOTHING },         { "foundation_m3", OF_NOTHING },  { "fresh_minutes_per_year", OF_NOTHING },
};

static const QpHandoutColumn screen_columns[] = {
  { "site", N_ ("Site"), 18, TRUE },          { "screen", N_ ("Screen"), 18, TRUE },  { "quantity", N_ ("Quantity"), 26, FALSE },
  { "specification", N_ ("Specification"), 26, FALSE }, { "amount", N_ ("Amount"), 12, FALSE },
  { "unit", N_ ("Unit"), 8, FALSE },          { "formula", N_ ("How it is computed"), 60, FALSE },
};

static const QpHandoutColumn part_columns[] = {
  { "site", N_ ("Site"), 18, TRUE },    { "screen", N_ ("Screen"), 18, TRUE },          { "quantity", N_ ("Part"), 34, FALSE },
  { "specification", N_ ("Specification"), 26, FALSE }, { "amount", N_ ("Amount"), 12, FALSE },
  { "length_each_m", N_ ("Length of each, m"), 14, FALSE }, { "length_all_m", N_ ("Length of all, m"), 14, FALSE },
};

static const QpHandoutColumn total_columns[] = {
  { "site", N_ ("Site"), 18, TRUE },   { "quantity", N_ ("Quantity"), 30, FALSE }, { "amount", N_ ("Amount"), 14, FALSE },
  { "unit", N_ ("Unit"), 8, FALSE },   { "formula", N_ ("How it is computed"), 50, FALSE },
};

typedef struct
{
  const QpHandoutSource *source;
  QpHandoutTable *screens;
  QpHandoutTable *parts;
} Work;

static char *
equipment_title (const QpController *controller, const QpPlayer *player, const char *key)
{
  if (controller != NULL)
    return g_strdup_printf ("%s %s", controller->manufacturer, controller->model);
  if (player != NULL)
    return g_strdup_printf ("%s %s", player->manufacturer, player->model);
  return g_strdup (key);
}

static char *
specification_of (Equipment equipment, const QpScreen *screen, const QpCatalogue *catalogue)
{
  const char *key = equipment == OF_CONTROLLER ? screen->controller : equipment == OF_CARD ? screen->receiving_card
                  : equipment == OF_PLAYER     ? screen->player
                                               : screen->cabinet;

  if (equipment == OF_NOTHING || key == NULL || catalogue == NULL)
    return NULL;
  if (equipment == OF_CABINET)
    {
      const QpCabinet *cabinet = qp_catalogue_cabinet (catalogue, key);
      return cabinet == NULL ? g_strdup (key) : qp_cabinet_title (cabinet);
    }
  if (equipment == OF_PLAYER)
    return equipment_title (NULL, qp_catalogue_player (catalogue, key), key);
  return equipment_title (qp_catalogue_controller (catalogue, key), NULL, key);
}

static void
put_screen (const Work *work, const QpScreen *screen, const QpEngineContext *context)
{
  QpEstimate estimate;

  qp_estimate_screen (&estimate, screen, context);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      const guint index = (guint) qp_quantity_index (counted[i].key);
      const QpQuantity *quantity = qp_quantity_at (index);
      g_autofree char *specification = specification_of (counted[i].equipment, screen, context->catalogue);
      g_autofree char *formula = qp_estimate_derivation (&estimate, index, screen, context);
      qp_handout_put_node (work->screens, (const QpNode *) context->site);
      qp_handout_put_node (work->screens, &screen->node);
      qp_handout_put (work->screens, _ (quantity->label));
      qp_handout_put (work->screens, specification);
      qp_handout_put_number (work->screens, estimate.values[index], quantity->decimals);
      qp_handout_put (work->screens, quantity->unit);
      qp_handout_put (work->screens, formula);
      qp_handout_end_row (work->screens);
    }
}

static void
put_parts (const Work *work, const QpScreen *screen, const QpEngineContext *context)
{
  g_auto (QpDataRuns) data = { 0 };
  g_auto (QpPowerRuns) power = { 0 };

  qp_data_runs_init (&data, screen, context);
  qp_power_runs_init (&power, screen, context);
  g_autoptr (GPtrArray) parts = qp_wiring_parts (&data, &power, screen, context->catalogue);
  for (guint i = 0; i < parts->len; i++)
    {
      const QpWiringPart *part = parts->pdata[i];
      qp_handout_put_node (work->parts, (const QpNode *) context->site);
      qp_handout_put_node (work->parts, &screen->node);
      qp_handout_put (work->parts, part->what);
      qp_handout_put (work->parts, part->model);
      qp_handout_put_number (work->parts, part->count, 0);
      if (part->is_cable)
        {
          qp_handout_put_number (work->parts, part->each_m, 1);
          qp_handout_put_number (work->parts, part->all_m, 1);
        }
      qp_handout_end_row (work->parts);
    }
}

static void
on_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  put_screen (data, screen, context);
  put_parts (data, screen, context);
}

static char *
sum_words (const QpTotals *totals, guint index)
{
  const guint unknown = totals->screens - totals->known[index];

  if (totals->known[index] == 0)
    return g_strdup (_ ("not known of any screen"));
  g_autofree char *sum = g_strdup_printf (ngettext ("sum of %u screen", "sum of %u screens", totals->known[index]), totals->known[index]);

  if (unknown == 0)
    return g_steal_pointer (&sum);
  return g_strdup_printf (ngettext ("partial: %s; of %u it is not known", "partial: %s; of %u it is not known", unknown), sum, unknown);
}

static void
put_totals (QpHandoutTable *table, const QpNode *owner, const QpEngineContext *context)
{
  QpTotals totals;

  qp_totals_init (&totals);
  qp_totals_add_tree (&totals, owner, context);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      const guint index = (guint) qp_quantity_index (counted[i].key);
      const QpQuantity *quantity = qp_quantity_at (index);
      if (!quantity->total)
        continue;
      g_autofree char *formula = sum_words (&totals, index);
      qp_handout_put_node (table, owner);
      qp_handout_put (table, _ (quantity->label));
      qp_handout_put_number (table, qp_totals_get (&totals, index), quantity->decimals);
      qp_handout_put (table, quantity->unit);
      qp_handout_put (table, formula);
      qp_handout_end_row (table);
    }
}

/* a row of the list of documents */
QpHandout *
qp_handout_quantities (const QpHandoutSource *source)
{
  QpHandout *self = qp_handout_new (_ ("Quantities"), source->project, source->today);
  const QpEngineContext context = { .project = (const QpProject *) source->project, .catalogue = source->catalogue };
  QpNodeIter iter;

  Work work = { source };
  QpHandoutTable *project = qp_handout_add_table (self, "project", _ ("Project"), total_columns, G_N_ELEMENTS (total_columns));
  QpHandoutTable *sites = qp_handout_add_table (self, "sites", _ ("Sites"), total_columns, G_N_ELEMENTS (total_columns));
  work.screens = qp_handout_add_table (self, "screens", _ ("Screens"), screen_columns, G_N_ELEMENTS (screen_columns));
  work.parts = qp_handout_add_table (self, "cabling", _ ("Cabling"), part_columns, G_N_ELEMENTS (part_columns));
  put_totals (project, source->project, &context);
  qp_node_iter_init (&iter, source->project->children);
  for (const QpNode *site; (site = qp_node_iter_next_of (&iter, QP_KIND_SITE)) != NULL;)
    put_totals (sites, site, &context);
  qp_handout_each_screen (source, on_screen, &work);
  return self;
}
