/* qp-budget-items.c: the items that a budget computes, one a line
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-budget.h"

#include <string.h>

#define PER(UNIT, key_) [QP_PRICE_PER_##UNIT] = key_

/* key, group, name, own unit, quantities by the unit of the price, item of the price books, groups of a share. Shares come
 * after what they are shares of. */
/* clang-format off */
static const QpBudgetItem items[] = {
  { "display", QP_COST_DISPLAY, N_("Display"), QP_PRICE_PER_M2, { PER (M2, "area_m2"), PER (CABINET, "cabinets") }, "led display", NULL },
  { "spares", QP_COST_DISPLAY, N_("Spare cabinets"), QP_PRICE_PER_M2, { PER (M2, "spare_area_m2"), PER (CABINET, "spare_cabinets") }, "led display", NULL },
  { "controllers", QP_COST_CONTROL, N_("Controllers"), QP_PRICE_PER_UNIT, { PER (UNIT, "controllers_routed") }, "controller", NULL },
  { "receiving_cards", QP_COST_CONTROL, N_("Receiving cards"), QP_PRICE_PER_UNIT, { PER (UNIT, "receiving_cards") }, "receiving card", NULL },
  { "processors", QP_COST_CONTROL, N_("Video processors"), QP_PRICE_PER_UNIT, { PER (UNIT, "processors") }, "video processor", NULL },
  { "data_cable", QP_COST_CONTROL, N_("Data cables"), QP_PRICE_PER_M, { PER (M, "data_cable_m") }, "data cable", NULL },
  { "players", QP_COST_PLAYOUT, N_("Players"), QP_PRICE_PER_UNIT, { PER (UNIT, "players") }, "player", NULL },
  { "decoders", QP_COST_PLAYOUT, N_("Decoders for live relays"), QP_PRICE_PER_UNIT, { PER (UNIT, "decoders") }, "decoder", NULL },
  { "sound", QP_COST_SOUND, N_("Loudspeakers and amplifiers"), QP_PRICE_PER_UNIT, { PER (UNIT, "sound_systems") }, "sound", NULL },
  { "steel", QP_COST_STEEL, N_("Steel structure"), QP_PRICE_PER_KG, { PER (KG, "steel_kg"), PER (M2, "area_m2") }, "steel structure", NULL },
  { "cladding", QP_COST_STEEL, N_("Cladding"), QP_PRICE_PER_M2, { PER (M2, "cladding_m2") }, "cladding", NULL },
  { "foundation", QP_COST_CIVIL, N_("Foundation"), QP_PRICE_PER_M3, { PER (M3, "foundation_m3") }, "foundation", NULL },
  { "distribution", QP_COST_POWER, N_("Power distribution"), QP_PRICE_PER_KW, { PER (KW, "power_max_kw"), PER (M2, "area_m2") }, "power distribution", NULL },
  { "circuits", QP_COST_POWER, N_("Circuits with a breaker"), QP_PRICE_PER_UNIT, { PER (UNIT, "circuits") }, "power circuit", NULL },
  { "power_cable", QP_COST_POWER, N_("Power cables"), QP_PRICE_PER_M, { PER (M, "power_cable_m") }, "power cable", NULL },
  { "lightning", QP_COST_EARTHING, N_("Lightning protection and earthing"), QP_PRICE_PER_UNIT, { PER (UNIT, "lightning_sets"), PER (M2, "area_m2") }, "lightning protection", NULL },
  { "network", QP_COST_NETWORK, N_("Network and security equipment"), QP_PRICE_PER_UNIT, { PER (UNIT, "network_links") }, "network", NULL },
  { "transport", QP_COST_INSTALLATION, N_("Transport"), QP_PRICE_PER_M2, { PER (M2, "area_m2"), PER (UNIT, "screen_count") }, "transport", "A-E" },
  { "installation", QP_COST_INSTALLATION, N_("Installation"), QP_PRICE_PER_M2, { PER (M2, "area_m2"), PER (UNIT, "screen_count") }, "installation", "A-E" },
  { "scaffold", QP_COST_INSTALLATION, N_("Scaffold and access"), QP_PRICE_PER_M2, { PER (M2, "access_m2") }, "scaffold", NULL },
  { "calibration", QP_COST_INSTALLATION, N_("Calibration and test"), QP_PRICE_PER_M2, { PER (M2, "area_m2"), PER (UNIT, "screen_count") }, "calibration", "A" },
  { "design", QP_COST_DESIGN, N_("Design"), QP_PRICE_PER_PERCENT, { PER (UNIT, "screen_count"), PER (M2, "area_m2") }, "design", "A-J" },
  { "supervision", QP_COST_DESIGN, N_("Supervision"), QP_PRICE_PER_PERCENT, { PER (UNIT, "screen_count"), PER (M2, "area_m2") }, "supervision", "A-J" },
  { "review", QP_COST_DESIGN, N_("Review and safety appraisal"), QP_PRICE_PER_UNIT, { PER (UNIT, "screen_count"), PER (M2, "area_m2") }, "review", "A-J" },
  { "contingency", QP_COST_CONTINGENCY, N_("Contingency"), QP_PRICE_PER_PERCENT, { NULL }, "contingency", "A-K" },

  { "energy", QP_COST_YEARLY, N_("Energy"), QP_PRICE_PER_KWH, { PER (KWH, "energy_kwh_per_year") }, "energy", NULL },
  { "maintenance", QP_COST_YEARLY, N_("Maintenance and repair"), QP_PRICE_PER_PERCENT, { PER (M2, "area_m2"), PER (UNIT, "screen_count") }, "maintenance", "A-D" },
  { "parts", QP_COST_YEARLY, N_("Spare parts"), QP_PRICE_PER_PERCENT, { PER (M2, "area_m2"), PER (UNIT, "screen_count") }, "spare parts", "A" },
  { "content", QP_COST_YEARLY, N_("Making content"), QP_PRICE_PER_OTHER, { PER (OTHER, "fresh_minutes_per_year") }, "content", NULL },
  { "versions", QP_COST_YEARLY, N_("Versions of content for further shapes"), QP_PRICE_PER_OTHER, { PER (OTHER, "fresh_minutes_per_year") }, "content version", NULL },
  { "lines", QP_COST_YEARLY, N_("Lines and network services"), QP_PRICE_PER_UNIT, { PER (UNIT, "network_links") }, "network a year", NULL },
  { "rent", QP_COST_YEARLY, N_("Rent of the place"), QP_PRICE_PER_M2, { PER (M2, "area_m2"), PER (UNIT, "screen_count") }, "rent a year", NULL },
  { "insurance", QP_COST_YEARLY, N_("Insurance"), QP_PRICE_PER_PERCENT, { PER (UNIT, "screen_count") }, "insurance", "A-J" },
  { "permits", QP_COST_YEARLY, N_("Permits"), QP_PRICE_PER_UNIT, { PER (UNIT, "screen_count"), PER (M2, "area_m2") }, "permit a year", NULL },
  { "inspection", QP_COST_YEARLY, N_("Safety inspection"), QP_PRICE_PER_UNIT, { PER (UNIT, "screen_count"), PER (M2, "area_m2") }, "inspection", NULL },
  { "staff", QP_COST_YEARLY, N_("Staff"), QP_PRICE_PER_UNIT, { PER (UNIT, "screen_count") }, "staff a year", NULL },
  { "renewal", QP_COST_YEARLY, N_("Renewal of the display"), QP_PRICE_PER_PERCENT, { NULL }, "renewal", "A" },

  { "advertising", QP_COST_INCOME, N_("Advertising"), QP_PRICE_PER_UNIT, { PER (UNIT, "slot_months_per_year") }, "advertising slot", NULL },
};
/* clang-format on */

/**
 * qp_budget_item_count:
 *
 * Returns: how many items are computed
 */
guint
qp_budget_item_count (void)
{
  return G_N_ELEMENTS (items);
}

/**
 * qp_budget_item_at:
 * @index: below qp_budget_item_count()
 *
 * Returns: (transfer none): the item
 */
const QpBudgetItem *
qp_budget_item_at (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (items), NULL);
  return &items[index];
}

/**
 * qp_budget_item_find:
 * @key: (nullable): key of an item
 *
 * Returns: (transfer none) (nullable): the item, or %NULL when there is none of this key
 */
const QpBudgetItem *
qp_budget_item_find (const char *key)
{
  for (guint i = 0; key != NULL && i < G_N_ELEMENTS (items); i++)
    if (strcmp (items[i].key, key) == 0)
      return &items[i];
  return NULL;
}

/**
 * qp_budget_item_is_content:
 * @self: (nullable): an item
 *
 * Returns: whether it is material, which the screens of a content profile share, and which is counted in minutes
 */
gboolean
qp_budget_item_is_content (const QpBudgetItem *self)
{
  return self != NULL && (strcmp (self->key, "content") == 0 || strcmp (self->key, "versions") == 0);
}
