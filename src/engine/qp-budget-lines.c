/* qp-budget-lines.c: the lines of a budget for one screen, site or project
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-budget-private.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

/* how finely a quantity is counted, by what the price is per */
static const guint decimals_of[QP_N_PRICE_PER] = {
  [QP_PRICE_PER_M2] = 2, [QP_PRICE_PER_M] = 1,   [QP_PRICE_PER_M3] = 2,    [QP_PRICE_PER_KW] = 1,
  [QP_PRICE_PER_KWH] = 0, [QP_PRICE_PER_HOUR] = 1, [QP_PRICE_PER_OTHER] = 0, [QP_PRICE_PER_UNIT] = 1,
};

/* inside the engine: the cost lines in a node that stand for a computed item */
GPtrArray *
qp_budget_lines_of (const QpNode *node)
{
  GPtrArray *lines = g_ptr_array_new ();
  QpNodeIter iter;

  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next_of (&iter, QP_KIND_COST)) != NULL;)
    if (qp_budget_item_find (((const QpCost *) child)->item) != NULL)
      g_ptr_array_add (lines, child);
  return lines;
}

static const QpCost *
find_line (const GPtrArray *lines, const QpBudgetItem *item)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (strcmp (((const QpCost *) g_ptr_array_index (lines, i))->item, item->key) == 0)
      return g_ptr_array_index (lines, i);
  return NULL;
}

/* of the node itself, or of the site that a screen stands in */
static const QpCost *
near_line (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  const QpCost *line = find_line (self->own_lines, item);

  return line == NULL && self->screen != NULL ? find_line (self->work->site_lines, item) : line;
}

/* the nearest one counts */
static const QpCost *
line_for (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  const QpCost *line = near_line (self, item);

  return line == NULL && (self->screen != NULL || self->material != NULL) ? find_line (self->work->project_lines, item) : line;
}

/* inside the engine: "A-D", "ABE" as a set of bits; 0 when the text names no groups */
guint
qp_budget_groups (const char *text)
{
  guint set = 0;

  for (const char *c = text; c != NULL && *c != '\0'; c++)
    {
      if (*c < 'A' || *c >= 'A' + QP_N_COST_GROUPS)
        return 0;
      const char last = c[1] == '-' && c[2] >= *c && c[2] < 'A' + QP_N_COST_GROUPS ? c[2] : *c;
      for (char g = *c; g <= last; g++)
        set |= 1u << (g - 'A');
      c += last != *c || c[1] == '-' ? 2 : 0;
    }
  return set;
}

/* what a typed unit is, in the list of units that prices are per */
static QpPricePer
per_of_unit (const char *unit, QpPricePer otherwise)
{
  if (unit == NULL || *unit == '\0')
    return otherwise;
  if (strcmp (unit, "%") == 0)
    return QP_PRICE_PER_PERCENT;
  for (guint i = 0; qp_values_price_per[i].key != NULL; i++)
    if (g_ascii_strcasecmp (qp_values_price_per[i].key, unit) == 0 || strcmp (qp_values_price_per[i].label, unit) == 0)
      return (QpPricePer) i;
  return QP_PRICE_PER_UNIT;
}

static gboolean
is_typed (gint64 low, gint64 likely, gint64 high)
{
  return low != QP_UNSET || likely != QP_UNSET || high != QP_UNSET;
}

/* inside the engine: prices that are stated, as stated */
void
qp_budget_row_price_is (QpBudgetRow *row, gint64 low, gint64 likely, gint64 high, const char *source, const char *date)
{
  row->price = qp_amount_range (low, likely, high);
  row->ranged = row->price.low < row->price.high;
  row->middle = likely == QP_UNSET && row->ranged;
  row->source = source;
  row->date = date;
}

/* inside the engine: the price of a record, in the currency of the project */
void
qp_budget_row_record_is (QpBudgetRow *row, const QpPriceBook *book, const QpPrice *record)
{
  gint64 prices[3];

  row->record = record;
  row->per = (QpPricePer) record->per;
  row->confidence = record->confidence;
  if (qp_price_book_convert (book, record, prices, &row->rate))
    {
      qp_budget_row_price_is (row, prices[0], prices[1], prices[2], record->source, record->date);
      return;
    }
  row->gap = QP_GAP_CURRENCY;
  row->source = record->source;
  row->date = record->date;
}

static const char *
equipment_of (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  if (self->screen == NULL)
    return NULL;
  if (item->group == QP_COST_DISPLAY)
    return self->screen->cabinet;
  if (qp_budget_item_is_content (item) && self->content != NULL && self->content->tier != QP_UNSET)
    return qp_values_tier[self->content->tier].key;
  if (strcmp (item->key, "controllers") == 0)
    return self->screen->controller;
  if (strcmp (item->key, "receiving_cards") == 0)
    return self->screen->receiving_card != NULL ? self->screen->receiving_card
                                                : self->cabinet != NULL ? self->cabinet->receiving_card : NULL;
  return strcmp (item->key, "players") == 0 ? self->screen->player : NULL;
}

static void
find_price (const QpBudgetOwner *self, QpBudgetRow *row)
{
  const QpBudgetItem *item = row->item;
  const QpScreen *screen = self->screen;
  const QpCost *line = row->line;

  if (line != NULL && is_typed (line->price_low, line->price, line->price_high))
    {
      row->per = per_of_unit (line->unit, item->per);
      qp_budget_row_price_is (row, line->price_low, line->price, line->price_high, line->price_source, line->price_date);
      return;
    }
  if (screen != NULL && item->group == QP_COST_DISPLAY && is_typed (screen->price_low, screen->price, screen->price_high))
    {
      qp_budget_row_price_is (row, screen->price_low, screen->price, screen->price_high, screen->price_source, screen->price_date);
      return;
    }
  if (self->content != NULL && strcmp (item->key, "content") == 0 && self->content->cost_per_minute != QP_UNSET)
    {
      qp_budget_row_price_is (row, QP_UNSET, self->content->cost_per_minute, QP_UNSET, self->content->name, NULL);
      return;
    }
  if (qp_budget_content_price (self, row))
    return;
  const QpPriced what = { item, screen == NULL ? QP_UNSET : screen->environment,
                          self->estimate == NULL ? NAN : qp_estimate_get (self->estimate, "pitch_mm") * 1000, equipment_of (self, item) };
  const QpPrice *record = qp_price_book_find (&self->work->book, &what);
  if (record != NULL)
    qp_budget_row_record_is (row, &self->work->book, record);
}

/* a screen has quantities, and a profile has minutes */
static void
find_quantity (const QpBudgetOwner *self, QpBudgetRow *row)
{
  const QpCost *line = row->line;

  if (line != NULL && line->quantity_of != NULL)
    row->quantity_of = line->quantity_of;
  else if (row->item != NULL)
    row->quantity_of = row->per == QP_PRICE_PER_PERCENT ? row->item->base : row->item->quantity[row->per];
  row->quantity_typed = line != NULL && !isnan (line->quantity);
  if (row->per == QP_PRICE_PER_PERCENT)
    return;
  if (row->quantity_typed)
    row->quantity = qp_amount_quantity (line->quantity, 6);
  else if (self->material != NULL && qp_budget_item_is_content (row->item) && (line == NULL || line->quantity_of == NULL))
    row->quantity = qp_budget_content_quantity (self, row->item);
  else if (row->quantity_of != NULL && self->estimate != NULL)
    row->quantity = qp_amount_quantity (qp_estimate_get (self->estimate, row->quantity_of), decimals_of[row->per]);
}

static void
take_line (QpBudgetRow *row, const QpCost *line)
{
  row->line = line;
  if (line == NULL)
    return;
  row->name = line->name;
  row->specification = line->specification;
  row->unit = line->unit;
  row->every = line->every_years == QP_UNSET ? row->every : (guint) line->every_years;
}

/* inside the engine: keeps a text as long as the budget, and frees it */
const char *
qp_budget_owner_keep (const QpBudgetOwner *self, char *text)
{
  const char *kept = g_string_chunk_insert_const (self->work->budget->texts, text);

  g_free (text);
  return kept;
}

/* what equipment it is, where the catalogue knows it */
static const char *
specification_of (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  const char *key = qp_budget_item_is_content (item) ? NULL : equipment_of (self, item);
  const QpCatalogue *catalogue = self->work->context->catalogue;

  if (key == NULL || catalogue == NULL)
    return key;
  if (item->group == QP_COST_DISPLAY && self->cabinet != NULL)
    return qp_budget_owner_keep (self, qp_cabinet_title (self->cabinet));
  const QpController *controller = item->group == QP_COST_CONTROL ? qp_catalogue_controller (catalogue, key) : NULL;
  const QpPlayer *player = item->group == QP_COST_PLAYOUT ? qp_catalogue_player (catalogue, key) : NULL;
  if (controller != NULL)
    return qp_budget_owner_keep (self, g_strdup_printf ("%s %s", controller->manufacturer, controller->model));
  return player != NULL ? qp_budget_owner_keep (self, g_strdup_printf ("%s %s", player->manufacturer, player->model)) : key;
}

/* inside the engine: a line without quantity and price */
QpBudgetRow
qp_budget_owner_row (const QpBudgetOwner *self, const QpBudgetItem *item, const QpCost *line)
{
  QpBudgetRow row = { .owner = self->node, .site = self->site, .item = item, .per = item == NULL ? QP_PRICE_PER_UNIT : item->per };

  row.group = item != NULL ? item->group : line->group == QP_UNSET ? QP_COST_DISPLAY : (QpCostGroup) line->group;
  row.starts = self->material == NULL ? 0 : self->material->starts;
  row.every = 1;
  row.quantity = QP_NO_AMOUNT;
  row.price = row.amount = row.tax = QP_AMOUNT_NONE;
  take_line (&row, line);
  return row;
}

/* MWh, so that a tariff of five decimals is a price in minor units */
static void
add_energy (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  const QpTariffs *tariffs = &self->work->budget->load.tariffs;
  QpEnergy energy;

  qp_energy_init (&energy, self->screen, self->estimate, self->cabinet, tariffs);
  qp_day_load_add (&self->work->budget->load, &energy);
  for (guint i = 0; i < tariffs->n; i++)
    {
      QpBudgetRow row = qp_budget_owner_row (self, item, NULL);
      const double per_mwh = tariffs->at[i].per_kwh * 1000;
      row.quantity = isnan (energy.kwh_per_year) ? QP_NO_AMOUNT : qp_amount_quantity (energy.by_tariff[i] / 1000, 3);
      row.quantity_of = "energy_kwh_per_year";
      row.unit = "MWh";
      if (tariffs->n > 1)
        row.specification = qp_budget_owner_keep (self, qp_tariff_describe (tariffs, i));
      qp_budget_row_price_is (&row, QP_UNSET, isnan (per_mwh) ? QP_UNSET : llround (per_mwh * 100), QP_UNSET, NULL, NULL);
      if (row.quantity != 0)
        g_array_append_val (self->rows, row);
      if (row.quantity == QP_NO_AMOUNT)
        return;
    }
}

/* what is not wanted, or does not come within the horizon, is no line */
static gboolean
is_wanted (const QpBudgetOwner *self, QpBudgetRow *row)
{
  const QpProject *project = self->work->project;

  if (row->line != NULL)
    return TRUE;
  if (strcmp (row->item->key, "advertising") == 0)
    return !isnan (qp_estimate_get (self->estimate, "occupancy_percent"));
  if (strcmp (row->item->key, "renewal") != 0)
    return TRUE;
  const double life = qp_estimate_get (self->estimate, "life_years");
  if (isnan (life) || project->horizon_years == QP_UNSET || life >= (double) project->horizon_years)
    return FALSE;
  row->every = (guint) fmax (floor (life), 1);
  return TRUE;
}

static void
add_item (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  const QpCost *line = line_for (self, item);
  QpBudgetRow row = qp_budget_owner_row (self, item, line);

  if (strcmp (item->key, "energy") == 0 && line == NULL)
    {
      add_energy (self, item);
      return;
    }
  if (self->material != NULL && line == NULL)
    {
      qp_budget_content_rows (self, item);
      return;
    }
  if (!is_wanted (self, &row))
    return;
  if (row.specification == NULL)
    row.specification = specification_of (self, item);
  find_price (self, &row);
  find_quantity (self, &row);
  if (row.per == QP_PRICE_PER_PERCENT ? line == NULL || line->quantity != 0 : row.quantity != 0)
    g_array_append_val (self->rows, row);
}

static void
add_own_line (const QpBudgetOwner *self, const QpCost *line)
{
  QpBudgetRow row = qp_budget_owner_row (self, NULL, line);

  row.per = per_of_unit (line->unit, QP_PRICE_PER_UNIT);
  qp_budget_row_price_is (&row, line->price_low, line->price, line->price_high, line->price_source, line->price_date);
  find_quantity (self, &row);
  g_array_append_val (self->rows, row);
}

static void
add_own_lines (const QpBudgetOwner *self)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, self->node->children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_COST)) != NULL;)
    if (qp_budget_item_find (((const QpCost *) node)->item) == NULL)
      add_own_line (self, (const QpCost *) node);
}

/* at a site and the project only shares can be computed, of the lines that stand there */
static gboolean
is_share_here (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  const guint groups = qp_budget_groups (item->base);

  for (guint i = 0; i < self->rows->len; i++)
    if ((groups >> g_array_index (self->rows, QpBudgetRow, i).group & 1) != 0)
      return item->per == QP_PRICE_PER_PERCENT && item->group <= QP_COST_CONTINGENCY;
  return FALSE;
}

/* Material stands at the content profile, as its screens share it. A screen stands for itself when a line of its own or its site's says
 * something of it, or when it has no profile, so that nobody knows what to produce. */
static gboolean
is_material_here (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  if (self->material != NULL)
    return self->material->versions > 0;
  if (self->screen == NULL)
    return FALSE;
  const gboolean masters = strcmp (item->key, "content") == 0, typed = near_line (self, item) != NULL;
  if (masters && typed)
    g_hash_table_add (self->work->apart, (gpointer) self->screen);
  return typed || (masters && self->content == NULL);
}

static gboolean
is_here (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  if (qp_budget_item_is_content (item))
    return is_material_here (self, item);
  return self->screen != NULL || is_share_here (self, item);
}

/* --- shares: group after group, of what is known so far --- */

typedef struct
{
  QpAmount amount;
  guint n;
  guint missing;
} Sum;

static void
take_base (QpBudgetRow *row, const Sum *sums)
{
  const guint groups = qp_budget_groups (row->quantity_of);
  Sum base = { { 0, 0, 0 }, 0, 0 };

  for (guint g = 0; g < QP_N_COST_GROUPS; g++)
    if ((groups >> g & 1) != 0)
      {
        qp_amount_add (&base.amount, &sums[g].amount);
        base.n += sums[g].n;
        base.missing += sums[g].missing;
      }
  row->partial = base.missing > 0;
  row->quantity = QP_NO_AMOUNT;
  row->amount = QP_AMOUNT_NONE;
  if (base.n == base.missing)
    return;
  row->quantity = base.amount.likely;
  if (qp_amount_is_known (&row->price))
    row->amount = (QpAmount){ qp_amount_share (base.amount.low, row->price.low), qp_amount_share (base.amount.likely, row->price.likely),
                              qp_amount_share (base.amount.high, row->price.high) };
}

static void
take_product (QpBudgetRow *row)
{
  row->amount = (QpAmount){ qp_amount_times (row->quantity, row->price.low), qp_amount_times (row->quantity, row->price.likely),
                            qp_amount_times (row->quantity, row->price.high) };
  if (row->amount.high == QP_NO_AMOUNT || row->amount.low == QP_NO_AMOUNT)
    row->amount = QP_AMOUNT_NONE;
}

static void
calculate_rows (const QpBudgetOwner *self)
{
  Sum sums[QP_N_COST_GROUPS] = { 0 };

  for (guint pass = 0; pass < 2 * QP_N_COST_GROUPS; pass++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        QpBudgetRow *row = &g_array_index (self->rows, QpBudgetRow, i);
        const gboolean share = row->per == QP_PRICE_PER_PERCENT;
        if (row->group * 2 + (share ? 1u : 0) != pass)
          continue;
        if (share)
          take_base (row, sums);
        else
          take_product (row);
        qp_budget_row_finish (self->work, row);
        sums[row->group].n++;
        sums[row->group].missing += !qp_amount_is_known (&row->amount);
        qp_amount_add (&sums[row->group].amount, &row->amount);
      }
  g_array_append_vals (self->work->budget->rows, self->rows->data, self->rows->len);
}

/* a figure per m² makes sense when every display is paid for in it */
static void
count_area (const QpBudgetOwner *self)
{
  const gint64 area = self->estimate == NULL ? QP_NO_AMOUNT : qp_amount_quantity (qp_estimate_get (self->estimate, "area_m2"), 2);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const QpBudgetRow *row = &g_array_index (self->rows, QpBudgetRow, i);
      if (row->item == qp_budget_item_at (0) && row->gap == QP_GAP_NONE && area != QP_NO_AMOUNT)
        {
          self->work->budget->area = qp_amount_plus (self->work->budget->area, area);
          self->work->budget->displays++;
        }
    }
}

/* inside the engine: all lines of an owner, with their sums */
void
qp_budget_owner_calculate (QpBudgetOwner *self)
{
  g_autoptr (GPtrArray) lines = qp_budget_lines_of (self->node);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QpBudgetRow));

  self->own_lines = lines;
  self->rows = rows;
  add_own_lines (self);
  for (guint i = 0; i < qp_budget_item_count (); i++)
    if (is_here (self, qp_budget_item_at (i)))
      add_item (self, qp_budget_item_at (i));
  calculate_rows (self);
  count_area (self);
  self->own_lines = NULL;
  self->rows = NULL;
}

/**
 * qp_budget_add_owner:
 * @work: a budget that is being made
 * @owner: a screen, a site or the project
 * @site: (nullable): the site that it is or stands in
 *
 * Inside the engine. Adds the lines of a node: computed ones of a screen, its own cost lines, and shares of these.
 */
void
qp_budget_add_owner (QpBudgetWork *work, const QpNode *owner, const QpSite *site)
{
  QpBudgetOwner self = { .work = work, .node = owner, .site = site };
  QpEstimate estimate;

  if (owner->kind == QP_KIND_SCREEN)
    {
      self.screen = (const QpScreen *) owner;
      self.cabinet = work->context->catalogue == NULL ? NULL : qp_catalogue_cabinet (work->context->catalogue, self.screen->cabinet);
      self.content = qp_screen_find_content (self.screen, work->project);
      qp_estimate_screen (&estimate, self.screen, work->context);
      self.estimate = &estimate;
      work->budget->screens++;
    }
  qp_budget_owner_calculate (&self);
}
