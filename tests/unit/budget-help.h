/* budget-help.h: projects for the tests of money, as text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-budget.h"
#include "store/qp-store.h"

G_BEGIN_DECLS

typedef struct
{
  QpNode *root;
  QpCatalogue *empty;
  QpCatalogue *catalogue;
  QpEngineContext context;
  QpBudget *budget;
} BudgetFixture;

/* a project in CNY with 13 % tax around what is given */
void budget_fixture_read (BudgetFixture *self, const char *attributes, const char *inside);
void budget_fixture_clear (BudgetFixture *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BudgetFixture, budget_fixture_clear)

const QpBudgetRow *budget_fixture_row (const BudgetFixture *self, const char *item);

/* a cabinet of 1 × 0.5 m, 100 × 50 px, 20 kg, 400 W, 1000 cd/m² deep, and a wall of 8 × 4 of them */
#define BUDGET_CABINET \
  "<cabinet id='f81d4fae-7dec-11d0-a765-00a0c91e0001' key='test' manufacturer='M' model='T' width_mm='1000' height_mm='500' depth_mm='100' " \
  "px_w='100' px_h='50' weight_kg='20' max_power_w='400' average_power_w='100' luminance_cdm2='1000' lifetime_h='21900'/>"
#define BUDGET_SCREEN_ATTRIBUTES \
  "name='Wall' environment='outdoor' mount='ground' bottom_height_m='3' cabinet='test' columns='8' rows='4' on_time='06:00' " \
  "off_time='18:00' days_per_year='365'"
#define BUDGET_SITE(screen, inside) \
  "<site id='f81d4fae-7dec-11d0-a765-00a0c91e0010' name='Square'><plan id='f81d4fae-7dec-11d0-a765-00a0c91e0011'>" \
  "<screen id='f81d4fae-7dec-11d0-a765-00a0c91e0012' " BUDGET_SCREEN_ATTRIBUTES " " screen ">" inside "</screen></plan></site>"

G_END_DECLS
