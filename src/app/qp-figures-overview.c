/* qp-figures-overview.c: distances, cost and other cabinets for the screen selected last
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-figures-overview.h"

#include "app/qp-advisor-job.h"
#include "app/qp-comparison.h"
#include "app/qp-view-style.h"
#include "interact/qp-rebuild.h"
#include "render/qp-figures.h"

#include <adwaita.h>

struct _QpFiguresOverview
{
  QpFiguresPage parent_instance;
  GtkLabel *title;
  GtkDrawingArea *distances;
  GtkDrawingArea *money;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  QpAdvice *advice;  /* how far the audience is; NULL until that is known */
  QpAdvisorJob *job; /* NULL while nothing is made */
};

G_DEFINE_FINAL_TYPE (QpFiguresOverview, qp_figures_overview, QP_TYPE_FIGURES_PAGE)

/* The columns of the comparison: quantities of the estimate; the first one is the cabinet. */
static const char *const columns[] = { "cabinet",     "pitch_mm",  "columns",         "rows",
                                       "px_w",        "px_h",      "uhd_class",       "area_m2",
                                       "power_max_w", "weight_kg", "pixels_vanish_m", "ports" };

static QpNode *
screen_now (QpFiguresOverview *self)
{
  return qp_figures_page_screen (QP_FIGURES_PAGE (self));
}

static QpProjectSession *
session_of (QpFiguresOverview *self)
{
  return qp_figures_page_session (QP_FIGURES_PAGE (self));
}

/* Charts */

static double
value_of (const QpEstimate *estimate, const char *key)
{
  return qp_quantity_index (key) >= 0 ? qp_estimate_get (estimate, key) : NAN;
}

static QpFigure *
money_figure (const QpEstimate *estimate, const char *currency)
{
  QpFigure *figure = qp_figure_new (_ ("Money"), currency != NULL ? currency : "", 0);
  QpBar *capex = qp_figure_add (figure, _ ("First cost of the display"), _ ("area × price per m², low to high"),
                                value_of (estimate, "capex"));
  capex->low = value_of (estimate, "capex_low");
  capex->high = value_of (estimate, "capex_high");
  qp_figure_add (figure, _ ("Energy a year"), _ ("energy × tariff"), value_of (estimate, "energy_cost_per_year"));
  figure->chart.empty_title = _ ("No cost yet");
  figure->chart.empty_advice = _ ("Type a price per m² for the screen and a tariff for the project.");
  return figure;
}

static QpFigure *
figure_for (QpFiguresOverview *self, gpointer area, QpNode *screen)
{
  const QpEstimate *estimate = qp_estimate_cache_get (qp_project_session_estimates (session_of (self)), screen);
  const QpProject *project = (const QpProject *) qp_project_session_root (session_of (self));
  const gboolean same = self->advice != NULL && qp_id_equal (self->advice->screen->id, screen->id);
  return area == self->distances ? qp_figure_of_distances (estimate, same ? &self->advice->view : NULL) : money_figure (estimate, project->currency);
}

static void
draw_chart (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpFiguresOverview *self = data;
  QpNode *screen = screen_now (self);
  if (screen == NULL)
    return;
  QpPlanStyle style;
  qp_view_style_init (&style, GTK_WIDGET (area));
  g_autoptr (QpFigure) figure = figure_for (self, area, screen);
  qp_paint_bar_chart (cr, 0, 0, width, &figure->chart, &style);
}

static void
set_height (QpFiguresOverview *self, GtkDrawingArea *area, QpNode *screen)
{
  QpPlanStyle style;
  qp_view_style_init (&style, GTK_WIDGET (area));
  g_autoptr (QpFigure) figure = figure_for (self, area, screen);
  gtk_drawing_area_set_content_height (area, (int) ceil (qp_bar_chart_height (&figure->chart, &style)));
  gtk_widget_queue_draw (GTK_WIDGET (area));
}

/* The comparison */

static guint
column_of (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "qp-column"));
}

static char *
cell_text (QpComparisonRow *row, guint column, gboolean plain)
{
  if (column == 0)
    return qp_cabinet_title (qp_comparison_row_cabinet (row));
  const int index = qp_quantity_index (columns[column]);
  if (index < 0)
    return g_strdup ("");
  const double value = qp_comparison_row_estimate (row)->values[index];
  return plain && isnan (value) ? g_strdup ("") : qp_quantity_format ((guint) index, value);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), column_of (factory) == 0 ? 0 : 1);
  if (column_of (factory) == 0)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  QpComparisonRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const gboolean current = qp_comparison_row_is_current (row);
  g_autofree char *text = cell_text (row, column_of (factory), FALSE);
  g_autofree char *marked = current && column_of (factory) == 0 ? g_strdup_printf (_ ("%s (now)"), text) : NULL;
  const char *css[] = { "numeric", current ? "heading" : NULL, NULL };
  gtk_label_set_label (GTK_LABEL (label), marked != NULL ? marked : text);
  gtk_widget_set_css_classes (label, css);
}

static char *
column_title (guint column)
{
  if (column == 0)
    return g_strdup (_ ("Cabinet"));
  const int index = qp_quantity_index (columns[column]);
  if (index < 0)
    return g_strdup (columns[column]);
  const QpQuantity *quantity = qp_quantity_at ((guint) index);
  return *quantity->unit != '\0' ? g_strdup_printf ("%s, %s", _ (quantity->label), quantity->unit)
                                 : g_strdup (_ (quantity->label));
}

static void
add_column (QpFiguresOverview *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_object_set_data (G_OBJECT (factory), "qp-column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_autofree char *title = column_title (column);
  g_autoptr (GtkColumnViewColumn) view = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view, TRUE);
  if (column == 0)
    gtk_column_view_column_set_fixed_width (view, 260);
  gtk_column_view_append_column (self->table, view);
}

static void
on_use (QpFiguresOverview *self)
{
  QpComparisonRow *row = gtk_single_selection_get_selected_item (self->selection);
  QpNode *screen = screen_now (self);
  if (row == NULL || screen == NULL || qp_comparison_row_is_current (row))
    return;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  qp_edits_add_rebuilding (edits, screen, qp_comparison_row_screen (row));
  qp_project_session_run (session_of (self), _ ("Use another cabinet"), NULL, edits, NULL);
}

static void
append_line (GString *out, QpComparisonRow *row)
{
  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    {
      g_autofree char *text = row != NULL ? cell_text (row, column, TRUE) : column_title (column);
      g_string_append_printf (out, "%s%s", column > 0 ? "\t" : "", text);
    }
  g_string_append_c (out, '\n');
}

static void
on_copy (QpFiguresOverview *self)
{
  GString *out = g_string_new (NULL);
  append_line (out, NULL);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QpComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      append_line (out, row);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), out->str);
  g_string_free (out, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Comparison copied as a table"));
}

/* The audience */

static void
take_advice (QpAdvice *advice, gpointer data)
{
  QpFiguresOverview *self = data;
  QpNode *screen = screen_now (self);
  self->job = NULL;
  g_clear_pointer (&self->advice, qp_advice_free);
  self->advice = advice;
  if (screen != NULL)
    set_height (self, self->distances, screen);
}

static void
qp_figures_overview_leave (QpFiguresPage *page)
{
  qp_advisor_job_cancel (g_steal_pointer (&QP_FIGURES_OVERVIEW (page)->job));
}

/* its distances are in the view of an advice; what is being made is of an old state */
static void
look_at_audience (QpFiguresOverview *self, QpNode *screen)
{
  QpAdvisorOptions options;
  qp_figures_overview_leave (QP_FIGURES_PAGE (self));
  qp_advisor_options_init (&options);
  self->job = qp_advisor_job_start (session_of (self), screen, &options, take_advice, self);
}

static void
qp_figures_overview_refresh (QpFiguresPage *page)
{
  QpFiguresOverview *self = QP_FIGURES_OVERVIEW (page);
  QpNode *screen = screen_now (self);
  if (screen == NULL)
    return;
  g_autofree char *name = qp_node_display_name (screen);
  gtk_label_set_label (self->title, name);
  set_height (self, self->distances, screen);
  set_height (self, self->money, screen);
  look_at_audience (self, screen);
  g_autoptr (GListStore) rows = qp_comparison_new (session_of (self), screen);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
}

static void
qp_figures_overview_dispose (GObject *object)
{
  QpFiguresOverview *self = QP_FIGURES_OVERVIEW (object);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (qp_figures_overview_parent_class)->dispose (object);
  g_clear_pointer (&self->advice, qp_advice_free);
}

static void
qp_figures_overview_class_init (QpFiguresOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_figures_overview_dispose;
  QP_FIGURES_PAGE_CLASS (klass)->refresh = qp_figures_overview_refresh;
  QP_FIGURES_PAGE_CLASS (klass)->leave = qp_figures_overview_leave;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-figures-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, QpFiguresOverview, title);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresOverview, distances);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresOverview, money);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresOverview, table);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
}

static void
qp_figures_overview_init (QpFiguresOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->distances, draw_chart, self, NULL);
  gtk_drawing_area_set_draw_func (self->money, draw_chart, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->distances));
  qp_view_redraw_on_dark (GTK_WIDGET (self->money));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
}
