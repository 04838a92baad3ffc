/* qp-quantity-text.c: results with unit and currency, in a size that can be read
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-quantity-text.h"
#include "base/qp-money.h"
#include "base/qp-number.h"

/* Larger units that are written once a number has grown to @from of the small ones. */
static const struct
{
  const char *unit;
  double from;
  double divisor;
  const char *larger;
} larger_units[] = {
  { "W", 1e6, 1e6, "MW" },       { "W", 1e4, 1e3, "kW" },   { "kWh", 1e7, 1e6, "GWh" }, { "kWh", 1e4, 1e3, "MWh" },
  { "kg", 1e4, 1e3, "t" },       { "px", 1e6, 1e6, "Mpx" },
};

static char *
money_text (double value, const char *unit, const QpProject *project)
{
  const char *currency = project != NULL && project->currency != NULL ? project->currency : "";
  g_autofree char *scale = NULL;
  const double divisor = qp_money_scale (value, &scale);
  g_autofree char *number = divisor > 1 ? qp_number_display_significant (value / divisor, 3)
                                        : qp_number_display (value, fabs (value) < 100 ? 2 : 0);
  return g_strstrip (g_strdup_printf ("%s %s%s%s%s", number, scale, *scale == '\0' ? "" : " ", currency, unit));
}

/**
 * qp_quantity_text:
 * @quantity: index of a quantity
 * @value: its value; NaN when not known
 * @project: (nullable): the project, for its currency
 *
 * Returns: (transfer full): the value with its unit, in kilowatts or tonnes where these read better
 */
char *
qp_quantity_text (guint quantity, double value, const QpProject *project)
{
  const QpQuantity *info = qp_quantity_at (quantity);
  if (isnan (value))
    return g_strdup (_ ("not known"));
  if (info->group == QP_RESULT_MONEY)
    return money_text (value, info->unit, project);
  for (guint i = 0; i < G_N_ELEMENTS (larger_units); i++)
    if (strcmp (info->unit, larger_units[i].unit) == 0 && fabs (value) >= larger_units[i].from)
      {
        g_autofree char *number = qp_number_display_significant (value / larger_units[i].divisor, 4);
        return g_strdup_printf ("%s %s", number, larger_units[i].larger);
      }
  g_autofree char *number = qp_quantity_format (quantity, value);
  return g_strchomp (g_strdup_printf ("%s %s", number, info->unit));
}
