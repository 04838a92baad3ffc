/* qp-report-screens.c: of the report, the screens, their signals, structure and power
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

#include "engine/qp-structure.h"
#include "render/qp-paint-screen.h"

#include <math.h>

#define ELEVATION_HEIGHT 300.0

/* one row for each screen, the named quantities as columns */
static void
overview (QpPages *pages, QpReportData *self, const char *caption, const char *const *keys, guint n)
{
  char aligns[QP_PAGE_MAX_COLUMNS + 1] = "L"; /* the name is strong */
  int columns[QP_PAGE_MAX_COLUMNS];
  guint used = 0;

  for (guint i = 0; i < n; i++)
    if ((columns[used] = qp_quantity_index (keys[i])) >= 0)
      aligns[++used] = 'r';
  g_autoptr (QpPageTable) table = qp_page_table_new (aligns, _ ("Screen"), NULL);
  for (guint i = 0; i < used; i++)
    table->titles[i + 1] = g_strdup (_ (qp_quantity_at ((guint) columns[i])->label));
  for (guint i = 0; i < self->screens->len; i++)
    {
      const QpReportScreen *it = qp_report_screen (self, i);
      const char *texts[QP_PAGE_MAX_COLUMNS];
      g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (kept, g_strdup (it->name));
      for (guint k = 0; k < used; k++)
        g_ptr_array_add (kept, qp_quantity_format_with_unit ((guint) columns[k], it->estimate.values[columns[k]]));
      for (guint k = 0; k <= used; k++)
        texts[k] = g_ptr_array_index (kept, k);
      qp_page_table_add_texts (table, texts, used + 1);
    }
  qp_pages_table (pages, caption, table);
}

/* all results of a heading that are known, with the standard or rule they come from; what is not known is named after them */
static void
group_table (QpPages *pages, const QpReportScreen *it, QpResultGroup group)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lRl", _ ("What"), _ ("Value"), _ ("How it is found"), NULL);
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; i < qp_quantity_count (); i++)
    {
      const QpQuantity *quantity = qp_quantity_at (i);
      const double value = it->estimate.values[i];
      if (quantity->group != group || !qp_quantity_applies (i, value))
        continue;
      if (isnan (value))
        {
          qp_report_name_unknown (unknown, _ (quantity->label));
          continue;
        }
      g_autofree char *text = qp_quantity_format_with_unit (i, value);
      const QpFormula *formula = qp_quantity_formula (i);
      qp_page_table_add (table, _ (quantity->label), text, formula == NULL ? _ ("as planned") : _ (formula->source), NULL);
    }
  if (qp_page_table_length (table) > 0)
    qp_pages_table (pages, it->name, table);
  qp_report_tell_unknown (pages, unknown);
}

static void
groups (QpPages *pages, QpReportData *self, QpResultGroup group)
{
  if (!self->detailed)
    return;
  for (guint i = 0; i < self->screens->len && !qp_pages_is_cancelled (pages); i++)
    {
      qp_pages_heading (pages, 2, qp_report_screen (self, i)->name);
      group_table (pages, qp_report_screen (self, i), group);
    }
}

static void
paint_screen (cairo_t *cr, double width, double height, gpointer user_data)
{
  const QpReportScreen *it = user_data;
  g_auto (QpElevation) elevation = { 0 };
  const QpElevationView view = QP_ELEVATION_VIEW_USUAL;
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_PRINT, 8);
  qp_elevation_init (&elevation, it->screen, it->context.catalogue);
  qp_paint_elevation (cr, width, height, 0, &elevation, &view, &style);
}

void
qp_report_screens (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "width_m", "height_m", "area_m2", "pitch_mm", "px_w", "px_h", "uhd_class" };
  static const char *const all[] = { "width_m", "height_m", "pitch_mm", "px_w", "px_h", "uhd_class", "farthest_gb50464_m", "weight_kg",
                                     "power_max_w", "energy_kwh_per_year" };

  qp_pages_turn (pages, !self->detailed);
  qp_pages_heading (pages, 1, _ ("Screens"));
  if (self->detailed)
    overview (pages, self, _ ("Screens"), keys, G_N_ELEMENTS (keys));
  else
    {
      overview (pages, self, _ ("Screens"), all, G_N_ELEMENTS (all));
      qp_pages_turn (pages, FALSE);
      qp_pages_note (pages, _ ("There are so many screens that each is one row; the window and the command line tell all of each."));
      return;
    }
  for (guint i = 0; i < self->screens->len && !qp_pages_is_cancelled (pages); i++)
    {
      QpReportScreen *it = qp_report_screen (self, i);
      qp_pages_heading (pages, 2, it->name);
      qp_pages_figure (pages, it->name, ELEVATION_HEIGHT, paint_screen, it);
      group_table (pages, it, QP_RESULT_SIZE);
    }
}

void
qp_report_signal (QpReportData *self, QpPages *pages)
{
  qp_pages_heading (pages, 1, _ ("Signal chain"));
  qp_pages_paragraph (pages, _ ("Source → link → decoder → controller → receiving cards → screen."));
  if (!self->detailed)
    qp_pages_note (pages, _ ("There are so many screens that ports and cables are told by the program, one by one."));
  groups (pages, self, QP_RESULT_SIGNAL);
}

void
qp_report_structure (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "area_m2", "weight_kg", "steel_weight_kg" };

  qp_pages_heading (pages, 1, _ ("Structure"));
  qp_pages_paragraph (pages, _ (QP_STRUCTURE_SENTENCE));
  if (self->detailed)
    overview (pages, self, _ ("Area and mass"), keys, G_N_ELEMENTS (keys));
  else
    qp_pages_note (pages, _ ("There are so many screens that these figures stand in the table of screens."));
  groups (pages, self, QP_RESULT_STRUCTURE);
}

void
qp_report_power (QpReportData *self, QpPages *pages)
{
  static const char *const keys[] = { "power_max_w", "power_average_w", "energy_kwh_per_year" };

  qp_pages_heading (pages, 1, _ ("Power and earthing"));
  if (self->detailed)
    overview (pages, self, _ ("Power and energy"), keys, G_N_ELEMENTS (keys));
  else
    qp_pages_note (pages, _ ("There are so many screens that these figures stand in the table of screens."));
  groups (pages, self, QP_RESULT_POWER);
  qp_pages_note (pages, _ ("Earthing and lightning protection are not calculated: what is asked of them stands in the table of conformity, what they cost in the budget."));
}

