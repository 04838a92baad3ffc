/* qp-report-years.c: of the report, cost and income over the years, the term of the permit, energy over the day
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-money.h"

#include "base/qp-number.h"
#include "exchange/qp-report-words.h"

#include <math.h>

/* --- figures --- */

/**
 * qp_report_has_income:
 * @years: years
 *
 * Returns: whether any income is planned
 */
gboolean
qp_report_has_income (const QpYears *years)
{
  for (guint t = 0; t < years->at->len; t++)
    if (qp_year (years, t)->income != 0)
      return TRUE;
  return FALSE;
}

static void
add_figure (QpPageTable *table, const char *label, double value, guint decimals, const char *unit, const char *words)
{
  g_autofree char *text = qp_report_number (value, decimals, unit);

  qp_page_table_add (table, label, text, words, NULL);
}

static void
add_payback (QpPageTable *table, const QpYears *years)
{
  g_autofree char *number = qp_number_display (years->payback, 1);
  g_autofree char *text = !isnan (years->payback)            ? g_strdup_printf (_ ("after %s years"), number)
                          : qp_year (years, 0)->net < 0 ? g_strdup (_ ("not within the years"))
                                                             : g_strdup (_ ("not known"));

  qp_page_table_add (table, _ ("Paid back"), text, _ ("not discounted"), NULL);
}

static void
add_income (QpPageTable *table, const QpYears *years, const char *currency)
{
  add_figure (table, _ ("Present value of the income"), years->npv_income, 0, currency, "");
  add_figure (table, _ ("Present value of income less cost"), years->npv_net, 0, currency, "");
  add_payback (table, years);
  add_figure (table, _ ("Internal rate of return"), years->irr * 100, 1, "%", "");
}

/* the term of the permit against payback: NULL where nothing is to be paid back */
static const char *
payback_words (const QpYears *years)
{
  if (!qp_report_has_income (years) || qp_year (years, 0)->net >= 0)
    return NULL;
  if (isnan (years->payback))
    return _ ("not paid back within the years");
  return years->payback > years->permit_years ? _ ("paid back only after it ends") : _ ("paid back before it ends");
}

/* and against the years that are reckoned with */
static void
add_permit (QpPageTable *table, const QpYears *years)
{
  const guint term = years->permit_years, after = years->n > term ? years->n - term : 0;
  const char *paid = payback_words (years);
  const gboolean late = paid != NULL && !(years->payback <= term);
  g_autofree char *text = g_strdup_printf (ngettext ("%u year", "%u years", term), term);
  g_autofree char *renewal
      = after > 0 ? g_strdup_printf (ngettext ("%u year comes after it: plan its renewal", "%u years come after it: plan its renewal", after), after)
                  : g_strdup (_ ("as long as the years reckoned with"));
  g_autofree char *words = paid == NULL ? g_strdup (renewal) : g_strdup_printf ("%s; %s", renewal, paid);

  if (term == 0)
    {
      qp_page_table_add (table, _ ("Shortest term of a permit"), _ ("not known"), _ ("type it at the sites"), NULL);
      return;
    }
  qp_page_table_add (table, _ ("Shortest term of a permit"), text, words, NULL);
  qp_page_table_mark (table, 2, late ? QP_PAGE_MARK_BAD : after > 0 ? QP_PAGE_MARK_NOTE : QP_PAGE_MARK_GOOD);
}

/**
 * qp_report_figures_table:
 * @years: years
 * @root: their project
 * @currency: its currency; "" when not known
 *
 * Returns: (transfer full): what the years are worth: present value, annuity, payback, permit, carbon; without rows where the
 *   project has no horizon
 */
QpPageTable *
qp_report_figures_table (const QpYears *years, const QpNode *root, const char *currency)
{
  QpPageTable *table = qp_page_table_new ("lrl", _ ("What"), C_ ("figure", "Value"), _ ("How it is reckoned"), NULL);
  g_autofree char *rate = qp_years_rate_words (years), *carbon = qp_years_carbon_origin (root);

  if (years->n == 0)
    return table;
  add_figure (table, _ ("Present value of all cost"), years->npv, 0, currency, rate);
  add_figure (table, _ ("Equal cost of each year"), years->annuity, 0, currency, _ ("the present value as an annuity"));
  add_figure (table, _ ("Equal cost of each year per m² of screen"), years->per_m2, 0, currency, "");
  add_figure (table, _ ("Opportunities to see in a year"), years->ots, 0, "", qp_years_ots_words (years));
  if (!isnan (years->per_ots))
    add_figure (table, _ ("Cost of a thousand of them"), years->per_ots * 1000, 2, currency, "");
  if (qp_report_has_income (years))
    add_income (table, years, currency);
  add_permit (table, years);
  add_figure (table, _ ("Carbon dioxide of all years"), years->co2_t, 1, "t", carbon);
  return table;
}

/* --- year by year --- */

static double
units (gint64 amount)
{
  return amount == QP_NO_AMOUNT ? NAN : (double) amount / 100;
}

typedef enum
{
  FIRST,
  ENERGY,
  RUNNING,
  RENEWAL,
  INCOME,
  RESIDUAL,
  NET,
  DISCOUNTED,
  ADDED_UP,
  CARBON,
  N_VALUES,
} Value;

static const struct
{
  const char *title;
  guint decimals;
  gboolean optional; /* left out where no year has any */
  gboolean summed;
} values[N_VALUES] = {
  [FIRST] = { N_ ("First cost"), 0, FALSE, TRUE },   [ENERGY] = { N_ ("Cost of energy"), 0, FALSE, TRUE },
  [RUNNING] = { N_ ("Other"), 0, FALSE, TRUE },      [RENEWAL] = { N_ ("Renewal"), 0, TRUE, TRUE },
  [INCOME] = { N_ ("Income"), 0, TRUE, TRUE },       [RESIDUAL] = { N_ ("Residual value"), 0, TRUE, TRUE },
  [NET] = { N_ ("Net"), 0, FALSE, TRUE },            [DISCOUNTED] = { N_ ("Discounted"), 0, FALSE, TRUE },
  [ADDED_UP] = { N_ ("All added up"), 0, FALSE, FALSE }, [CARBON] = { N_ ("CO₂, t"), 1, FALSE, TRUE },
};

static double
value_of (const QpYear *year, Value value)
{
  const double all[N_VALUES] = { [FIRST] = units (year->first),       [ENERGY] = units (year->energy),   [RUNNING] = units (year->running),
                                 [RENEWAL] = units (year->renewal),   [INCOME] = units (year->income),   [RESIDUAL] = units (year->residual),
                                 [NET] = units (year->net),           [DISCOUNTED] = year->discounted,
                                 [ADDED_UP] = units (year->cumulative), [CARBON] = year->co2_t };

  return all[value];
}

/* sum over the years; NaN where one is not known */
static double
sum_of (const QpYears *years, Value value)
{
  double sum = 0;

  for (guint t = 0; t <= years->n; t++)
    sum += value_of (qp_year (years, t), value);
  return sum;
}

static gboolean
is_told (const QpYears *years, Value value)
{
  for (guint t = 0; t <= years->n && values[value].optional; t++)
    if (value_of (qp_year (years, t), value) != 0)
      return TRUE;
  return !values[value].optional;
}

/* a row of the table; NULL: the sum of all years */
static void
add_year (QpPageTable *table, const QpYears *years, const char *name, const QpYear *year)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (name));
  for (guint value = 0; value < N_VALUES; value++)
    {
      const double number = year != NULL ? value_of (year, value) : sum_of (years, value);
      if (is_told (years, value))
        g_ptr_array_add (cells, year == NULL && !values[value].summed ? g_strdup ("") : qp_report_number (number, values[value].decimals, ""));
    }
  qp_page_table_add_texts (table, (const char *const *) cells->pdata, cells->len);
  if (year == NULL)
    qp_page_table_make_sum (table);
}

static QpPageTable *
years_new (const QpYears *years)
{
  g_autoptr (GString) aligns = g_string_new ("l");
  const char *titles[N_VALUES + 1] = { NULL };
  guint n = 0;

  for (guint value = 0; value < N_VALUES; value++)
    if (is_told (years, value))
      {
        titles[n++] = _ (values[value].title);
        g_string_append_c (aligns, 'r');
      }
  return qp_page_table_new (aligns->str, _ ("Year"), titles[0], titles[1], titles[2], titles[3], titles[4], titles[5], titles[6], titles[7],
                            titles[8], titles[9], NULL);
}

/**
 * qp_report_years_table:
 * @years: years
 *
 * Returns: (transfer full): cost and income of each year and of all; without rows where the project has no horizon. Renewal, income
 *   and residual value have a column where there are any.
 */
QpPageTable *
qp_report_years_table (const QpYears *years)
{
  QpPageTable *table = years_new (years);

  for (guint t = 0; t <= years->n && years->n > 0; t++)
    {
      g_autofree char *name = g_strdup_printf ("%d", years->first_year > 0 ? years->first_year + (int) t : (int) t);
      add_year (table, years, name, qp_year (years, t));
    }
  if (years->n > 0)
    add_year (table, years, _ ("Sum"), NULL);
  return table;
}

/* --- energy over the day --- */

/**
 * qp_report_tariffs_table:
 * @load: what the screens draw over a day
 * @currency: currency of the tariffs; "" when not known
 *
 * Returns: (transfer full): when each tariff holds, the energy of a year in it and what that costs; without rows where no power is
 *   known
 */
QpPageTable *
qp_report_tariffs_table (const QpDayLoad *load, const char *currency)
{
  QpPageTable *table = qp_page_table_new ("lrrr", C_ ("tariff", "Hours"), _ ("Tariff"), _ ("Energy of a year"), _ ("Cost of a year"), NULL);
  g_autofree char *per_kwh = g_strdup_printf ("%s/kWh", currency);
  double kwh = 0, cost = 0;

  for (guint i = 0; i < load->tariffs.n && load->known > 0; i++)
    {
      const QpTariff *tariff = &load->tariffs.at[i];
      g_autofree char *when = load->tariffs.n == 1 ? g_strdup (_ ("all day")) : qp_tariff_describe (&load->tariffs, i);
      g_autofree char *price = qp_report_number (tariff->per_kwh, 2, per_kwh), *energy = qp_report_number (load->kwh[i] / 1000, 1, "MWh");
      g_autofree char *money = qp_report_number (load->kwh[i] * tariff->per_kwh, 0, currency);
      qp_page_table_add (table, when, price, energy, money, NULL);
      kwh += load->kwh[i];
      cost += load->kwh[i] * tariff->per_kwh;
    }
  g_autofree char *energy = qp_report_number (kwh / 1000, 1, "MWh"), *money = qp_report_number (cost, 0, currency);
  if (load->known > 0)
    qp_page_table_sum (table, _ ("Sum"), "", energy, money, NULL);
  return table;
}
