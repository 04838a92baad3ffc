/* qp-figures.c: what the charts and the viewing cone show, read from the estimates
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-figures.h"

#include "base/qp-number.h"

#include <math.h>
#include <string.h>

/**
 * qp_figure_new:
 * @title: what is compared
 * @unit: unit behind the numbers
 * @decimals: decimals of the numbers
 *
 * Returns: (transfer full): a chart without rows
 */
QpFigure *
qp_figure_new (const char *title, const char *unit, guint decimals)
{
  QpFigure *self = g_new0 (QpFigure, 1);

  self->bars = g_array_new (FALSE, TRUE, sizeof (QpBar));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->chart.title = title;
  self->chart.decimals = decimals;
  self->chart.unit = unit;
  return self;
}

static const char *
keep (QpFigure *self, const char *text)
{
  char *copy = g_strdup (text);

  if (copy != NULL)
    g_ptr_array_add (self->texts, copy);
  return copy;
}

/**
 * qp_figure_add:
 * @self: a figure
 * @label: what the row is; copied
 * @detail: (nullable): the rule or source behind it; copied
 * @value: its value; NaN when not known
 *
 * Returns: (transfer none): the row, valid until the next one is added
 */
QpBar *
qp_figure_add (QpFigure *self, const char *label, const char *detail, double value)
{
  QpBar bar;

  qp_bar_init (&bar, keep (self, label), value);
  bar.detail = keep (self, detail);
  g_array_append_val (self->bars, bar);
  self->chart.bars = (const QpBar *) self->bars->data;
  self->chart.n_bars = self->bars->len;
  return &g_array_index (self->bars, QpBar, self->bars->len - 1);
}

/**
 * qp_figure_free:
 * @self: (transfer full) (nullable): a figure
 */
void
qp_figure_free (QpFigure *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->bars);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/* how far those who look really stand, above the rules on the same axis */
static void
add_audience (QpFigure *self, const QpAdvisorView *audience)
{
  static const struct
  {
    const char *label;
    double share;
  } rows[] = { { N_("Nearest of the audience"), 0 }, { N_("Median of the audience"), 0.5 }, { N_("Farthest of the audience"), 1 } };

  if (audience == NULL || !(audience->before > 0))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const double distance = qp_advisor_view_quantile (audience, rows[i].share);
      g_autofree char *number = isfinite (distance) ? qp_number_display (distance, 1) : NULL;
      g_autofree char *text = number != NULL ? g_strdup_printf (_ ("%s m"), number) : NULL;
      QpBar *bar = qp_figure_add (self, _ (rows[i].label), _ ("as drawn on the plan, eye to the nearest point of the face"), distance);
      bar->text = keep (self, text);
      bar->strong = TRUE;
    }
}

/**
 * qp_figure_of_distances:
 * @estimate: results of a screen
 * @audience: (nullable): how far its audience is
 *
 * Makes the chart of all named viewing distances, each with the source of its rule, beneath those at which people really are.
 * The rules answer different questions and differ by up to two orders of magnitude, so the axis is logarithmic.
 *
 * Returns: (transfer full): the figure
 */
QpFigure *
qp_figure_of_distances (const QpEstimate *estimate, const QpAdvisorView *audience)
{
  QpFigure *self = qp_figure_new (_ ("Viewing distances"), "m", 1);

  self->chart.note = _ ("Each rule answers another question. Metres, each line ten times the one before.");
  self->chart.logarithmic = TRUE;
  self->chart.empty_title = _ ("No distance can be told yet");
  self->chart.empty_advice = _ ("Distances come from the pixel pitch and the size: choose a cabinet first.");
  add_audience (self, audience);
  for (guint i = 0; i < qp_quantity_count (); i++)
    {
      const QpQuantity *quantity = qp_quantity_at (i);
      const QpFormula *formula = qp_quantity_formula (i);
      if (quantity->group == QP_RESULT_VIEWING && strcmp (quantity->unit, "m") == 0)
        {
          g_autofree char *number = qp_quantity_format (i, estimate->values[i]);
          g_autofree char *text = isfinite (estimate->values[i]) ? g_strdup_printf ("%s m", number) : NULL;
          QpBar *bar = qp_figure_add (self, _ (quantity->label), formula != NULL ? _ (formula->source) : NULL,
                                      estimate->values[i]);
          bar->text = keep (self, text);
        }
    }
  return self;
}

static double
value_or_nan (const QpEstimate *estimate, const char *key, const char *ending)
{
  g_autofree char *full = g_strconcat (key, ending, NULL);

  return qp_quantity_index (full) < 0 ? NAN : qp_estimate_get (estimate, full);
}

/**
 * qp_figure_of_screens:
 * @key: a quantity; where `key_low` and `key_high` are quantities too, they are the range
 * @screens: (array length=n): screens
 * @estimates: (array length=n): their results
 * @n: how many
 * @strong: screen that is looked at, or %QP_ID_NONE
 * @currency: (nullable): currency for amounts of money
 *
 * Makes the chart that compares one quantity of several screens.
 *
 * Returns: (transfer full): the figure
 */
QpFigure *
qp_figure_of_screens (const char *key, const QpScreen *const *screens, const QpEstimate *estimates, guint n,
                      QpId strong, const char *currency)
{
  const int index = qp_quantity_index (key);
  g_return_val_if_fail (index >= 0, NULL);
  const QpQuantity *quantity = qp_quantity_at ((guint) index);
  const gboolean money = quantity->group == QP_RESULT_MONEY && currency != NULL;
  QpFigure *self = qp_figure_new (_ (quantity->label), money ? currency : quantity->unit, quantity->decimals);

  self->chart.empty_title = _ ("Not known for any screen");
  self->chart.empty_advice = money
                                 ? _ ("Costs need a price per m² with its source, or price evidence in the catalogue.")
                                 : _ ("Choose cabinets for the screens; the rest follows from them.");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = qp_node_display_name (&screens[i]->node);
      QpBar *bar = qp_figure_add (self, name, NULL, estimates[i].values[index]);
      bar->low = value_or_nan (&estimates[i], key, "_low");
      bar->high = value_or_nan (&estimates[i], key, "_high");
      bar->strong = qp_id_equal (screens[i]->node.id, strong);
    }
  return self;
}

/**
 * qp_viewing_init_from_estimate:
 * @self: (out caller-allocates): a viewing
 * @item: a screen on a plan
 * @estimate: its results
 * @catalogue: (nullable): where its cabinet's viewing angle is looked up
 *
 * Reads the distances that are drawn on a plan: the nearest by GB 50464, where pixels vanish, and the farthest by
 * GB 50464.
 */
void
qp_viewing_init_from_estimate (QpViewing *self, const QpItem *item, const QpEstimate *estimate,
                               const QpCatalogue *catalogue)
{
  const QpScreen *screen = (const QpScreen *) item->node;
  const QpCabinet *cabinet
      = catalogue != NULL && screen->cabinet != NULL ? qp_catalogue_cabinet (catalogue, screen->cabinet) : NULL;
  const double farthest = qp_estimate_get (estimate, "farthest_gb50464_m");

  qp_viewing_init (self, item);
  if (cabinet != NULL)
    self->angle_deg = cabinet->viewing_angle_h_deg;
  qp_viewing_add (self, qp_estimate_get (estimate, "nearest_gb50464_m"), _ ("nearest (GB 50464)"), FALSE);
  qp_viewing_add (self, qp_estimate_get (estimate, "pixels_vanish_m"), _ ("pixels vanish"), TRUE);
  qp_viewing_add (self, farthest, _ ("farthest (GB 50464)"), FALSE);
  if (isfinite (farthest))
    self->reach_m = farthest;
}
