/* qp-figures-view.c: distances, cost and other cabinets for the screen selected last
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-advisor-page.h"
#include "app/qp-comparison.h"
#include "app/qp-figures-view.h"
#include "app/qp-view-style.h"
#include "render/qp-figures.h"

#include <adwaita.h>

#define INTERVAL_MS 200

struct _QpFiguresView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkStack *pages;
  AdwBin *advisor_bin;
  QpAdvisorPage *advisor; /* NULL until it is looked at */
  GtkLabel *title;
  GtkDrawingArea *distances;
  GtkDrawingArea *money;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  QpProjectSession *session;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (QpFiguresView, qp_figures_view, GTK_TYPE_WIDGET)

/* The columns of the comparison: quantities of the estimate; the first one is the cabinet. */
static const char *const columns[] = { "cabinet",     "pitch_mm",  "columns",         "rows",
                                       "px_w",        "px_h",      "uhd_class",       "area_m2",
                                       "power_max_w", "weight_kg", "pixels_vanish_m", "ports" };

static QpNode *
screen_now (QpFiguresView *self)
{
  return self->session != NULL ? qp_project_session_screen (self->session) : NULL;
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
figure_for (QpFiguresView *self, gpointer area, QpNode *screen)
{
  const QpEstimate *estimate = qp_estimate_cache_get (qp_project_session_estimates (self->session), screen);
  const QpProject *project = (const QpProject *) qp_project_session_root (self->session);
  return area == self->distances ? qp_figure_of_distances (estimate) : money_figure (estimate, project->currency);
}

static void
draw_chart (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpFiguresView *self = data;
  QpNode *screen = screen_now (self);
  if (screen == NULL)
    return;
  QpPlanStyle style;
  qp_view_style_init (&style, GTK_WIDGET (area));
  g_autoptr (QpFigure) figure = figure_for (self, area, screen);
  qp_paint_bar_chart (cr, 0, 0, width, &figure->chart, &style);
}

static void
set_height (QpFiguresView *self, GtkDrawingArea *area, QpNode *screen)
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
add_column (QpFiguresView *self, guint column)
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

static QpEdit *
integer_edit (QpNode *screen, const QpField *field, gint64 integer)
{
  const QpValue value = qp_value_integer (integer);
  return qp_edit_set (screen->id, field, &value);
}

static void
on_use (QpFiguresView *self)
{
  QpComparisonRow *row = gtk_single_selection_get_selected_item (self->selection);
  QpNode *screen = screen_now (self);
  if (row == NULL || screen == NULL || qp_comparison_row_is_current (row))
    return;
  const QpScreen *other = (const QpScreen *) qp_comparison_row_screen (row);
  g_auto (QpValue) key = qp_value_text (other->cabinet);
  g_auto (QpValue) whole = qp_value_unset (QP_STORAGE_TEXT);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_set (screen->id, QP_SCREEN_FIELD (cabinet), &key));
  g_ptr_array_add (edits, qp_edit_set (screen->id, QP_SCREEN_FIELD (missing_cells), &whole));
  g_ptr_array_add (edits, integer_edit (screen, QP_SCREEN_FIELD (columns), other->columns));
  g_ptr_array_add (edits, integer_edit (screen, QP_SCREEN_FIELD (rows), other->rows));
  qp_project_session_run (self->session, _ ("Use another cabinet"), NULL, edits, NULL);
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
on_copy (QpFiguresView *self)
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

static void
refresh (QpFiguresView *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  QpNode *screen = screen_now (self);
  gtk_stack_set_visible_child_name (self->stack, screen != NULL ? "figures" : "empty");
  if (screen == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_autofree char *name = qp_node_display_name (screen);
  gtk_label_set_label (self->title, name);
  set_height (self, self->distances, screen);
  set_height (self, self->money, screen);
  g_autoptr (GListStore) rows = qp_comparison_new (self->session, screen);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
}

/* The other page, made when it is first looked at */

static void
on_page_changed (QpFiguresView *self)
{
  if (self->advisor != NULL || self->session == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "pitch") != 0)
    return;
  self->advisor = g_object_new (QP_TYPE_ADVISOR_PAGE, NULL);
  adw_bin_set_child (self->advisor_bin, GTK_WIDGET (self->advisor));
  qp_advisor_page_set_session (self->advisor, self->session);
}

/**
 * qp_figures_view_show_page:
 * @self: a figures view
 * @name: `overview` or `pitch`
 *
 * Shows one of its pages.
 */
void
qp_figures_view_show_page (QpFiguresView *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
}

/**
 * qp_figures_view_advisor:
 * @self: a figures view
 *
 * Returns: (transfer none) (nullable): its page about the pitch; %NULL until it was looked at
 */
GtkWidget *
qp_figures_view_advisor (QpFiguresView *self)
{
  return (GtkWidget *) self->advisor;
}

static gboolean
on_timeout (gpointer data)
{
  QpFiguresView *self = data;
  self->timeout = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (QpFiguresView *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_LOW, INTERVAL_MS, on_timeout, self, NULL);
}

/* Sixty screens are computed for the table: only while somebody looks. */
static void
qp_figures_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qp_figures_view_parent_class)->map (widget);
  if (QP_FIGURES_VIEW (widget)->session != NULL)
    refresh (QP_FIGURES_VIEW (widget));
}

static void
qp_figures_view_dispose (GObject *object)
{
  QpFiguresView *self = QP_FIGURES_VIEW (object);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_figures_view_parent_class)->dispose (object);
}

static void
qp_figures_view_class_init (QpFiguresViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_figures_view_dispose;
  widget_class->map = qp_figures_view_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-figures-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, stack);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, pages);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, advisor_bin);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, title);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, distances);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, money);
  gtk_widget_class_bind_template_child (widget_class, QpFiguresView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
}

static void
qp_figures_view_init (QpFiguresView *self)
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

/**
 * qp_figures_view_set_session:
 * @self: a figures view
 * @session: the session to show
 *
 * Shows the figures of the screen of @session that was selected last.
 */
void
qp_figures_view_set_session (QpFiguresView *self, QpProjectSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
    }
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  if (self->advisor != NULL)
    qp_advisor_page_set_session (self->advisor, session);
  refresh (self);
}
