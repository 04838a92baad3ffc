/* qp-advisor-table.c: the candidates of an advice on a pitch as a table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-advisor-table.h"

#include "base/qp-money.h"
#include "base/qp-number.h"

#include <math.h>
#include <string.h>

typedef enum
{
  PITCH,
  UNSEEN,
  TOTAL,
  RASTER,
  CLASS,
  PPD_NEAR,
  PPD_MEDIAN,
  PRICE,
  POWER,
  WEIGHT,
  FIRST_RULE,
  N_COLUMNS = FIRST_RULE + QP_N_ADVISOR_RULES,
} Column;

static const char *const titles[] = {
  [PITCH] = N_ ("Pitch"),
  [UNSEEN] = N_ ("Finer not seen by"),
  [PPD_NEAR] = N_ ("px/°, near viewer"),
  [PPD_MEDIAN] = N_ ("px/°, median viewer"),
  [RASTER] = N_ ("Raster, px"),
  [CLASS] = N_ ("UHD class"),
  [PRICE] = N_ ("Price per m²"),
  [TOTAL] = N_ ("Price of the display"),
  [POWER] = N_ ("Peak power, kW"),
  [WEIGHT] = N_ ("Weight, kg"),
};

static char *
title_of (guint column)
{
  /* Translators: a distance rule; the column has shares of the audience */
  return column < FIRST_RULE ? g_strdup (_ (titles[column]))
                             : g_strdup_printf (_ ("%s: nearer / at / farther, %%"), qp_advisor_rule_label (column - FIRST_RULE));
}

static char *
number_text (double value, guint decimals)
{
  return isnan (value) ? g_strdup (_ ("not known")) : qp_number_display (value, decimals);
}

static char *
class_text (double uhd_class)
{
  static const char *const classes[] = { N_ ("below HD"), "HD", "4K", "8K" };

  return g_strdup (isnan (uhd_class) ? _ ("not known") : _ (classes[(guint) uhd_class]));
}

static char *
rule_text (const QpAdvisorCandidate *it, guint rule)
{
  return isnan (it->below[rule]) ? g_strdup (_ ("not known"))
                                 : g_strdup_printf ("%.0f / %.0f / %.0f", it->below[rule] * 100, it->at[rule] * 100,
                                                    it->beyond[rule] * 100);
}

static char *
cell_text (const QpAdvice *advice, guint row, guint column)
{
  const QpAdvisorCandidate *it = qp_advice_candidate (advice, row);
  g_autofree char *pitch = NULL;

  switch (column)
    {
    case PITCH:
      pitch = qp_advice_pitch_text (it->pitch_mm);
      return it->present ? g_strdup_printf (_ ("%s (now)"), pitch) : g_steal_pointer (&pitch);
    case UNSEEN:
      return qp_advice_share_text (it->unseen);
    case PPD_NEAR:
      return number_text (it->ppd_near, 0);
    case PPD_MEDIAN:
      return number_text (it->ppd_median, 0);
    case RASTER:
      return qp_number_display_pair (it->px_w, it->px_h);
    case CLASS:
      return class_text (it->uhd_class);
    case PRICE:
      return qp_money_text (it->price_low, it->price_high, advice->currency);
    case TOTAL:
      return qp_money_text (it->total_low, it->total_high, advice->currency);
    case POWER:
      return number_text (it->power_w / 1000, 1);
    case WEIGHT:
      return number_text (it->weight_kg, 0);
    default:
      return rule_text (it, column - FIRST_RULE);
    }
}

static char *
tooltip_for (const QpAdvice *advice, guint row, guint column)
{
  const QpAdvisorCandidate *it = qp_advice_candidate (advice, row);

  if (column == PRICE || column == TOTAL)
    return qp_advice_price_origin (advice, row);
  if (it->cabinet == NULL)
    return NULL;
  g_autofree char *cabinet = qp_cabinet_title (it->cabinet);
  return it->n_cabinets < 2 ? g_steal_pointer (&cabinet)
                            : g_strdup_printf (_ ("%s, one of %u cabinets of this pitch"), cabinet, it->n_cabinets);
}

/* a label that stays as it is need not be measured again */
static void
show_cell (GtkSignalListItemFactory *factory, GtkListItem *list_item, const QpAdvice *advice)
{
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "qp-column"));
  const guint row = gtk_list_item_get_position (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);

  if (advice == NULL || row >= advice->candidates->len)
    return;
  const gboolean present = qp_advice_candidate (advice, row)->present;
  const char *css[] = { "numeric", present ? "heading" : NULL, NULL };
  g_autofree char *text = cell_text (advice, row, column);
  if (strcmp (text, gtk_label_get_label (GTK_LABEL (label))) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
  if (gtk_widget_has_css_class (label, "heading") != present || !gtk_widget_has_css_class (label, "numeric"))
    gtk_widget_set_css_classes (label, css);
}

static GPtrArray *
bound_cells (GtkSignalListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "qp-bound");
}

/* made when somebody asks: sentences of hundreds of cells are never read */
static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkListItem *list_item)
{
  GtkSignalListItemFactory *factory = g_object_get_data (G_OBJECT (label), "qp-factory");
  QpAdvice *const *advice = g_object_get_data (G_OBJECT (factory), "qp-advice");
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "qp-column"));
  const guint row = gtk_list_item_get_position (list_item);

  if (*advice == NULL || row >= (*advice)->candidates->len)
    return FALSE;
  g_autofree char *text = tooltip_for (*advice, row, column);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "qp-column"));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column == PITCH || column == CLASS ? 0 : 1);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_object_set_data (G_OBJECT (label), "qp-factory", factory);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), list_item);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, QpAdvice *const *advice)
{
  g_ptr_array_add (bound_cells (factory), list_item);
  show_cell (factory, list_item, *advice);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_ptr_array_remove_fast (bound_cells (factory), list_item);
}

/**
 * qp_advisor_table_add_columns:
 * @view: a table whose rows are the candidates in their order
 * @advice: (transfer none): where the advice is that is shown; it outlives the table
 *
 * Adds all columns.
 */
void
qp_advisor_table_add_columns (GtkColumnView *view, QpAdvice *const *advice)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autofree char *title = title_of (column);
      g_object_set_data (G_OBJECT (factory), "qp-column", GUINT_TO_POINTER (column));
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
      g_object_set_data (G_OBJECT (factory), "qp-advice", (gpointer) advice);
      g_object_set_data_full (G_OBJECT (factory), "qp-bound", g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) advice);
      g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
      g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (title, factory);
      gtk_column_view_column_set_resizable (made, TRUE);
      gtk_column_view_append_column (view, made);
    }
}

/**
 * qp_advisor_table_refresh:
 * @view: a table with the columns of qp_advisor_table_add_columns()
 *
 * Shows a new advice that has as many candidates, without making the rows anew: they are made of hundreds of labels.
 */
void
qp_advisor_table_refresh (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkSignalListItemFactory *factory = GTK_SIGNAL_LIST_ITEM_FACTORY (gtk_column_view_column_get_factory (column));
      QpAdvice *const *advice = g_object_get_data (G_OBJECT (factory), "qp-advice");
      GPtrArray *cells = bound_cells (factory);
      for (guint k = 0; k < cells->len; k++)
        show_cell (factory, g_ptr_array_index (cells, k), *advice);
    }
}

/**
 * qp_advisor_table_to_tsv:
 * @advice: an advice
 *
 * Returns: (transfer full): the table as tab-separated lines, for a spreadsheet
 */
char *
qp_advisor_table_to_tsv (const QpAdvice *advice)
{
  GString *out = g_string_new (NULL);

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *title = title_of (column);
      g_string_append_printf (out, "%s%s", column > 0 ? "\t" : "", title);
    }
  g_string_append_c (out, '\n');
  for (guint row = 0; row < advice->candidates->len; row++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        g_autofree char *text = cell_text (advice, row, column);
        g_string_append_printf (out, "%s%s", text, column + 1 < N_COLUMNS ? "\t" : "\n");
      }
  return g_string_free (out, FALSE);
}
