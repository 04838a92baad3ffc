/* qp-window-view-actions.c: which view is shown, tools and zoom
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-sight-menu.h"
#include "app/qp-rules-page.h"
#include "app/qp-window-private.h"

/* Scale of drawings that most offices print plans at. */
#define PRINT_RATIO 200
/* Section of the main menu whose items are menus. */
#define SUBMENUS 2

static QpStage *
stage_of (GtkWidget *widget)
{
  return qp_plan_view_stage (QP_WINDOW (widget)->plan_view);
}

/**
 * qp_window_get_view:
 * @self: a window
 *
 * Returns: (transfer none): name of the view shown: `city`, `plan`, `screen` or `figures`
 */
const char *
qp_window_get_view (QpWindow *self)
{
  const char *name = self->views != NULL ? adw_view_stack_get_visible_child_name (self->views) : NULL;
  return name != NULL ? name : "plan";
}

/**
 * qp_window_set_view:
 * @self: a window
 * @view: name of a view
 *
 * Shows the view.
 */
void
qp_window_set_view (QpWindow *self, const char *view)
{
  if (adw_view_stack_get_child_by_name (self->views, view) != NULL)
    adw_view_stack_set_visible_child_name (self->views, view);
}

/**
 * qp_window_make_view:
 * @self: a window
 * @view: name of a view
 *
 * Makes the view if it is not there yet: those beside the plan come when they are first looked at.
 */
void
qp_window_make_view (QpWindow *self, const char *view)
{
  if (strcmp (view, "city") == 0 && self->city_view == NULL)
    {
      self->city_view = g_object_new (QP_TYPE_CITY_VIEW, NULL);
      adw_bin_set_child (self->city_view_bin, GTK_WIDGET (self->city_view));
      qp_city_view_set_session (self->city_view, self->session);
    }
  else if (strcmp (view, "screen") == 0 && self->screen_view == NULL)
    {
      self->screen_view = g_object_new (QP_TYPE_SCREEN_VIEW, NULL);
      adw_bin_set_child (self->screen_view_bin, GTK_WIDGET (self->screen_view));
      qp_screen_view_set_session (self->screen_view, self->session);
    }
  else if (strcmp (view, "figures") == 0 && self->figures_view == NULL)
    {
      self->figures_view = g_object_new (QP_TYPE_FIGURES_VIEW, NULL);
      adw_bin_set_child (self->figures_view_bin, GTK_WIDGET (self->figures_view));
      qp_figures_view_set_session (self->figures_view, self->session);
    }
  qp_window_update_actions (self); /* what can be done depends on the view */
}

/* the drawing of the Screen view when that is shown, else NULL */
static QpElevationArea *
elevation_of (GtkWidget *widget)
{
  QpWindow *self = QP_WINDOW (widget);
  const gboolean shown = self->screen_view != NULL && strcmp (qp_window_get_view (self), "screen") == 0;
  return shown ? qp_screen_view_area (self->screen_view) : NULL;
}

static void
step_zoom (GtkWidget *widget, int steps)
{
  if (elevation_of (widget) != NULL)
    qp_elevation_area_step_zoom (elevation_of (widget), steps);
  else
    qp_stage_step_zoom (stage_of (widget), steps);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_zoom (widget, 1);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_zoom (widget, -1);
}

static void
zoom_fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (elevation_of (widget) != NULL)
    qp_elevation_area_fit (elevation_of (widget));
  else
    qp_stage_fit (stage_of (widget));
}

static void
zoom_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpNode *node = qp_project_session_selected_node (self->session);
  if (elevation_of (widget) != NULL)
    {
      qp_elevation_area_fit_chosen (elevation_of (widget));
      return;
    }
  qp_window_set_view (self, node->kind == QP_KIND_PROJECT ? "city" : "plan");
  if (node->kind > QP_KIND_PLAN)
    qp_stage_fit_selection (stage_of (widget));
  else if (node->kind != QP_KIND_PROJECT)
    qp_stage_fit (stage_of (widget));
}

static void
zoom_scale_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (elevation_of (widget) != NULL)
    qp_elevation_area_set_ratio (elevation_of (widget), PRINT_RATIO);
  else
    qp_stage_set_ratio (stage_of (widget), PRINT_RATIO);
}

static void
pitch_advisor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  qp_window_set_view (self, "figures");
  qp_window_make_view (self, "figures");
  qp_figures_view_show_page (self->figures_view, "pitch");
}

static QpRulesPage *
open_rules (QpWindow *self)
{
  qp_window_set_view (self, "figures");
  qp_window_make_view (self, "figures");
  qp_figures_view_show_page (self->figures_view, "rules");
  return QP_RULES_PAGE (qp_figures_view_page (self->figures_view, "rules"));
}

static void
verdicts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_rules (QP_WINDOW (widget));
}

/* the verdicts of the screen that was selected last, those of one outcome or all */
static void
show_verdicts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *which = g_variant_get_string (parameter, NULL);
  QpRulesPage *page = open_rules (QP_WINDOW (widget));
  const int outcome = strcmp (which, "fails") == 0       ? QP_RULE_FAILS
                      : strcmp (which, "not-known") == 0 ? QP_RULE_NOT_KNOWN
                      : strcmp (which, "meets") == 0     ? QP_RULE_MEETS
                                                         : -1;
  if (page != NULL)
    qp_rules_page_show_screen (page, TRUE, outcome);
}

/* to the selected object on its plan, and to one of its fields */
static void
show_field_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  qp_window_set_view (self, "plan");
  qp_stage_fit_selection (stage_of (widget));
  qp_window_set_show_inspector (self, TRUE);
  qp_inspector_focus_field (self->inspector, g_variant_get_string (parameter, NULL));
}

static void
light_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  qp_window_set_view (self, "figures");
  qp_window_make_view (self, "figures");
  qp_figures_view_show_page (self->figures_view, "light");
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  qp_window_set_show_sidebar (self, TRUE);
  qp_sidebar_find (self->sidebar);
}

/* A menu is a hundred widgets: it is made when it is first opened. */
static void
make_menu (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/* Beside the other submenus. */
static void
add_sight_menu (GMenuModel *primary)
{
  g_autoptr (GMenuModel) menus = g_menu_model_get_item_link (primary, SUBMENUS, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) sight = qp_sight_menu_new ();
  g_menu_append_submenu (G_MENU (menus), _ ("Si_ght"), sight);
}

/**
 * qp_window_init_menu:
 * @self: a window with its template
 *
 * Lets the button of the main menu open it.
 */
void
qp_window_init_menu (QpWindow *self)
{
  add_sight_menu (self->primary_menu);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self->primary_menu, NULL);
}

static void
open_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (QP_WINDOW (widget)->menu_button);
}

/* Loaded when asked for: as gtk/help-overlay.ui GTK would build it with every window. */
static void
show_help_overlay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/qianping/Qianping/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

/**
 * qp_window_install_view_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_view_actions (GtkWidgetClass *klass)
{
  qp_window_install_screen_actions (klass);
  gtk_widget_class_install_property_action (klass, "win.view", "view");
  gtk_widget_class_install_property_action (klass, "win.tool", "tool");
  gtk_widget_class_install_property_action (klass, "win.obstacle", "obstacle");
  gtk_widget_class_install_property_action (klass, "win.show-other-levels", "show-other-levels");
  gtk_widget_class_install_property_action (klass, "win.show-sidebar", "show-sidebar");
  gtk_widget_class_install_property_action (klass, "win.show-inspector", "show-inspector");
  gtk_widget_class_install_property_action (klass, "win.fullscreen", "fullscreened");
  gtk_widget_class_install_action (klass, "win.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (klass, "win.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (klass, "win.zoom-fit", NULL, zoom_fit_action);
  gtk_widget_class_install_action (klass, "win.zoom-selection", NULL, zoom_selection_action);
  gtk_widget_class_install_action (klass, "win.zoom-scale", NULL, zoom_scale_action);
  gtk_widget_class_install_action (klass, "win.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "win.pitch-advisor", NULL, pitch_advisor_action);
  gtk_widget_class_install_action (klass, "win.light", NULL, light_action);
  gtk_widget_class_install_action (klass, "win.verdicts", NULL, verdicts_action);
  gtk_widget_class_install_action (klass, "win.show-verdicts", "s", show_verdicts_action);
  gtk_widget_class_install_action (klass, "win.show-field", "s", show_field_action);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, show_help_overlay_action);
  gtk_widget_class_install_action (klass, "win.open-menu", NULL, open_menu_action);
}
