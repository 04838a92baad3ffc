/* qp-plan-view.c: the canvas with its tools, zoom, scale and badges
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-arrange-menu.h"
#include "app/qp-north-button.h"
#include "app/qp-plan-panel.h"
#include "app/qp-plan-view.h"
#include "app/qp-scale-badge.h"
#include "app/qp-sight-legend.h"
#include "app/qp-sight-menu.h"
#include "app/qp-tool-palette.h"
#include "app/qp-view-style.h"
#include "base/qp-number.h"
#include "interact/qp-presets.h"
#include "interact/qp-screen-model.h"
#include "render/qp-paint-furniture.h"

#include <adwaita.h>

/* Room on the canvas for the scale bar with its text, pixels. */
#define SCALE_BAR_LENGTH 80
#define SCALE_BAR_TEXT 120
/* From this width on the view from a place is beside the canvas, pixels. */
#define CARD_BESIDE_PX 860
/* Between what lies over the canvas and its edge, as in the template. */
#define MARGIN 12

struct _QpPlanView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkBox *split; /* canvas, and the view from a place */
  GtkOverlay *overlay;
  QpToolPalette *palette;
  GtkWidget *edge;   /* with north and layers */
  GtkWidget *corner; /* with the scale */
  GtkDrawingArea *scale_bar;
  QpNorthButton *north;
  QpScaleBadge *badge;
  GtkDrawingArea *legend;
  GtkMenuButton *sight_button;
  GtkMenuButton *layers_button;
  GtkMenuButton *arrange_button;
  QpPlanPanel *panel; /* NULL until it is looked at */
  GtkWidget *probe_card; /* NULL until somebody stands on the plan */
  GtkWidget *hint;
  GtkWidget *hint_import;
  GtkPopoverMenu *menu;
  GMenu *canvas_menu; /* NULL once it is complete */
  QpCanvas *canvas;
  QpStage *stage;
  QpProjectSession *session;
  int height; /* that there was room made for */
  guint room_id;
  QpSightControl *sight;
};

G_DEFINE_FINAL_TYPE (QpPlanView, qp_plan_view, GTK_TYPE_WIDGET)

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

/* What lies over the canvas */

static void
draw_scale_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpPlanView *self = data;
  const QpViewport *viewport = qp_stage_get_viewport (self->stage);
  QpPlanStyle style;
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_paint_scale_bar (cr, 4, height / 2.0 + 3, SCALE_BAR_LENGTH, viewport->scale, round (qp_viewport_ratio (viewport)), &style);
}

/* Beside the canvas where there is room, else beneath it. */
static void
place_probe_card (QpPlanView *self)
{
  const gboolean beside = gtk_widget_get_width (GTK_WIDGET (self)) >= CARD_BESIDE_PX * qp_text_factor (GTK_WIDGET (self));
  if (self->probe_card == NULL)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->split),
                                  beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  qp_probe_card_set_beside (QP_PROBE_CARD (self->probe_card), beside);
}

static gboolean
on_width_changed (gpointer data)
{
  g_autoptr (QpPlanView) self = data;
  place_probe_card (self);
  return G_SOURCE_REMOVE;
}

/* In a low view the tools reach down to the scale, which stands beside them then. */
static gboolean
make_room (gpointer data)
{
  QpPlanView *self = data;
  int tools, width, scale;
  self->room_id = 0;
  gtk_widget_measure (GTK_WIDGET (self->palette), GTK_ORIENTATION_VERTICAL, -1, NULL, &tools, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->palette), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->corner, GTK_ORIENTATION_VERTICAL, -1, NULL, &scale, NULL, NULL);
  gtk_widget_set_margin_start (self->corner, tools + scale > self->height ? width + MARGIN / 2 : MARGIN);
  return G_SOURCE_REMOVE;
}

/* Not during the allocation that told us. */
static void
follow_height (QpPlanView *self)
{
  const int height = (int) qp_stage_get_viewport (self->stage)->height;
  if (height == self->height)
    return;
  self->height = height;
  if (self->room_id == 0)
    self->room_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, make_room, self, NULL);
}

static void
on_viewport_changed (QpPlanView *self)
{
  const double n = round (qp_viewport_ratio (qp_stage_get_viewport (self->stage)));
  g_autofree char *ratio = qp_number_display (n, 0);
  g_autofree char *scale = g_strdup_printf (_ ("Scale 1 : %s"), ratio);
  const double text = qp_text_factor (GTK_WIDGET (self));
  gtk_drawing_area_set_content_width (self->scale_bar, SCALE_BAR_LENGTH + (int) (SCALE_BAR_TEXT * text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, scale, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->scale_bar));
  follow_height (self);
  if (self->probe_card != NULL) /* not during the allocation that told us */
    g_idle_add (on_width_changed, g_object_ref (self));
}

/* It is there before somebody stands on the plan, so that the plan does not move away under the click. */
static void
show_probe_card (QpPlanView *self)
{
  const gboolean shown = qp_stage_has_plan (self->stage)
                         && (qp_stage_get_tool (self->stage) == QP_TOOL_PROBE || qp_stage_get_probe (self->stage)->stands);
  if (self->probe_card == NULL && shown)
    {
      self->probe_card = qp_probe_card_new (self->stage);
      gtk_box_append (self->split, self->probe_card);
      place_probe_card (self);
    }
  if (self->probe_card != NULL)
    gtk_widget_set_visible (self->probe_card, shown);
}

static gboolean
is_empty (QpNode *plan)
{
  return qp_node_list_length (plan->children) == 0;
}

/* The whole plan is shown between the tools and above the scale. */
static void
tell_covered (QpPlanView *self)
{
  int left, right, height;
  gtk_widget_measure (GTK_WIDGET (self->palette), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &left, NULL, NULL);
  gtk_widget_measure (self->edge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &right, NULL, NULL);
  gtk_widget_measure (self->corner, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  qp_stage_set_covered (self->stage, left, right, height);
}

static void
show_plan (QpPlanView *self)
{
  QpNode *plan = qp_project_session_plan (self->session);
  gtk_stack_set_visible_child_name (self->stack, plan != NULL ? "canvas" : "empty");
  qp_scale_badge_show (self->badge, plan);
  const gboolean hint = plan != NULL && is_empty (plan) && qp_stage_get_tool (self->stage) == QP_TOOL_SELECT;
  gtk_widget_set_visible (self->hint, hint);
  gtk_widget_set_visible (self->hint_import, hint);
  qp_north_button_refresh (self->north);
  tell_covered (self);
  self->height = 0; /* there may be a badge now */
  follow_height (self);
}

static void
on_plan_changed (QpPlanView *self)
{
  QpNode *plan = qp_project_session_plan (self->session);
  qp_stage_set_plan (self->stage, plan != NULL ? plan->id : QP_ID_NONE);
  show_plan (self);
  show_probe_card (self);
}

/* New screens are like the one that was selected last. */
static void
choose_model (QpPlanView *self)
{
  QpNode *node = qp_project_session_selected_node (self->session);
  const gboolean is_screen = node != NULL && node->kind == QP_KIND_SCREEN;
  if (!is_screen && qp_stage_get_template (self->stage) != NULL)
    return;
  g_autoptr (QpNode) model = qp_screen_model_new (is_screen ? node : NULL, qp_stage_get_catalogue (self->stage));
  qp_stage_set_template (self->stage, model);
}

static void
on_document_changed (QpPlanView *self, GArray *changes)
{
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
  if (qp_stage_get_catalogue (self->stage) != catalogue)
    qp_stage_set_catalogue (self->stage, catalogue);
  if (!qp_stage_is_busy (self->stage))
    choose_model (self);
  show_plan (self);
}

static void
on_tool_changed (QpPlanView *self)
{
  qp_tool_palette_follow (self->palette, qp_stage_get_tool (self->stage));
  show_probe_card (self);
  show_plan (self);
}

/* The canvas */

/* The menu of the canvas with that for arranging in it. */
static void
complete_menu (QpPlanView *self)
{
  g_autoptr (GMenuModel) arrange = qp_arrange_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_menu_append_submenu (section, _ ("Arra_nge"), arrange);
  g_menu_insert_section (self->canvas_menu, 1, NULL, G_MENU_MODEL (section));
  self->canvas_menu = NULL;
}

static void
on_menu (QpCanvas *canvas, double x, double y, QpPlanView *self)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };
  if (self->canvas_menu != NULL)
    complete_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_activate (QpCanvas *canvas, QpPlanView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-properties", NULL);
}

static void
on_dark_changed (QpPlanView *self)
{
  qp_canvas_set_dark (self->canvas, is_dark ());
  qp_sight_control_set_dark (self->sight, is_dark ());
  gtk_widget_queue_draw (GTK_WIDGET (self->scale_bar));
  qp_north_button_refresh (self->north);
}

/* The canvas would delete by itself, without telling and only what stands on this plan. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, QpPlanView *self)
{
  const gboolean deletes = key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace;
  if (!deletes || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 || qp_stage_is_busy (self->stage))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete", NULL);
  return GDK_EVENT_STOP;
}

static void
add_delete_key (QpPlanView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), keys);
}

static void
add_canvas (QpPlanView *self)
{
  self->canvas = qp_canvas_new ();
  self->stage = qp_canvas_get_stage (self->canvas);
  gtk_widget_set_hexpand (GTK_WIDGET (self->canvas), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->canvas), TRUE);
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->canvas));
  add_delete_key (self);
  g_signal_connect (self->canvas, "menu", G_CALLBACK (on_menu), self);
  g_signal_connect (self->canvas, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_object (self->stage, "viewport-changed", G_CALLBACK (on_viewport_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "probe-changed", G_CALLBACK (show_probe_card), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "tool-changed", G_CALLBACK (on_tool_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_dark_changed), self,
                           G_CONNECT_SWAPPED);
  on_dark_changed (self);
}

/* Panels and menus are made when they are first opened: a start should not wait for them. */
static void
make_panel (GtkMenuButton *button, gpointer data)
{
  QpPlanView *self = data;
  if (self->panel != NULL)
    return;
  GtkWidget *popover = gtk_popover_new ();
  self->panel = QP_PLAN_PANEL (qp_plan_panel_new (self->stage));
  qp_plan_panel_set_session (self->panel, self->session);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->panel));
  gtk_menu_button_set_popover (button, popover);
}

static void
qp_plan_view_dispose (GObject *object)
{
  QpPlanView *self = QP_PLAN_VIEW (object);
  g_clear_object (&self->session);
  g_clear_handle_id (&self->room_id, g_source_remove);
  g_clear_object (&self->sight);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_plan_view_parent_class)->dispose (object);
}

static void
qp_plan_view_class_init (QpPlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  g_type_ensure (QP_TYPE_TOOL_PALETTE);
  g_type_ensure (QP_TYPE_NORTH_BUTTON);
  g_type_ensure (QP_TYPE_SCALE_BADGE);
  G_OBJECT_CLASS (klass)->dispose = qp_plan_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-plan-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, stack);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, split);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, overlay);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, palette);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, edge);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, corner);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, scale_bar);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, north);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, badge);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, legend);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, sight_button);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, layers_button);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, arrange_button);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, hint);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, hint_import);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, menu);
  gtk_widget_class_bind_template_child (widget_class, QpPlanView, canvas_menu);
}

static void
qp_plan_view_init (QpPlanView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sight = qp_sight_control_new ();
  gtk_drawing_area_set_draw_func (self->scale_bar, draw_scale_bar, self, NULL);
  gtk_menu_button_set_create_popup_func (self->layers_button, make_panel, self, NULL);
  gtk_menu_button_set_create_popup_func (self->sight_button, qp_sight_menu_make, NULL, NULL);
  gtk_menu_button_set_create_popup_func (self->arrange_button, qp_arrange_menu_make, NULL, NULL);
  add_canvas (self);
  qp_sight_legend_follow (self->legend, self->sight, self->canvas);
}

/**
 * qp_plan_view_set_session:
 * @self: a plan view
 * @session: the session to show
 *
 * Shows the plans of @session from now on.
 */
void
qp_plan_view_set_session (QpPlanView *self, QpProjectSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
    }
  g_set_object (&self->session, session);
  qp_stage_set_catalogue (self->stage, qp_estimate_cache_catalogue (qp_project_session_estimates (session)));
  qp_stage_set_selection (self->stage, qp_project_session_selection (session));
  qp_stage_set_document (self->stage, qp_project_session_document (session));
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (on_plan_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (choose_model), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (on_document_changed), self,
                           G_CONNECT_SWAPPED);
  qp_stage_set_template (self->stage, NULL);
  qp_north_button_set_session (self->north, session);
  qp_sight_control_set_session (self->sight, session);
  if (self->panel != NULL)
    qp_plan_panel_set_session (self->panel, session);
  choose_model (self);
  on_plan_changed (self);
  on_viewport_changed (self);
}

/**
 * qp_plan_view_sight:
 * @self: a plan view
 *
 * Returns: (transfer none): what is mapped over the plan
 */
QpSightControl *
qp_plan_view_sight (QpPlanView *self)
{
  return self->sight;
}

/**
 * qp_plan_view_stage:
 * @self: a plan view
 *
 * Returns: (transfer none): what the canvas shows
 */
QpStage *
qp_plan_view_stage (QpPlanView *self)
{
  return self->stage;
}

/**
 * qp_plan_view_canvas:
 * @self: a plan view
 *
 * Returns: (transfer none): the canvas
 */
QpCanvas *
qp_plan_view_canvas (QpPlanView *self)
{
  return self->canvas;
}

/**
 * qp_plan_view_focus:
 * @self: a plan view
 *
 * Moves the keyboard focus to the canvas.
 */
void
qp_plan_view_focus (QpPlanView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* What kind the present tool draws, if it draws obstacles. */
static const QpPreset *
preset_now (QpPlanView *self)
{
  const QpToolType tool = qp_stage_get_tool (self->stage);
  const QpNode *model = qp_stage_get_model (self->stage, tool);
  if (model != NULL && model->kind == QP_KIND_OBSTACLE)
    return qp_preset_of_kind (((const QpObstacle *) model)->kind);
  if (tool == QP_TOOL_OBSTACLE_WALL)
    return qp_preset_of_kind (QP_OBSTACLE_WALL);
  return tool == QP_TOOL_OBSTACLE_AREA || tool == QP_TOOL_OBSTACLE_BOX ? qp_preset_of_kind (QP_OBSTACLE_BUILDING)
                                                                      : NULL;
}

/**
 * qp_plan_view_get_obstacle:
 * @self: a plan view
 *
 * Returns: (transfer none): word for the kind of obstacle that is being drawn; "" when none is
 */
const char *
qp_plan_view_get_obstacle (QpPlanView *self)
{
  const QpPreset *preset = preset_now (self);
  return preset != NULL ? preset->key : "";
}

/**
 * qp_plan_view_set_obstacle:
 * @self: a plan view
 * @key: word for a kind of obstacle
 *
 * Says what the present tool draws; when it draws no obstacles, what the tool draws that suits this kind.
 *
 * Returns: the tool to go on with
 */
QpToolType
qp_plan_view_set_obstacle (QpPlanView *self, const char *key)
{
  guint n = 0;
  const QpPreset *presets = qp_presets (&n);
  QpToolType tool = qp_stage_get_tool (self->stage);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (presets[i].key, key) == 0)
      {
        const gboolean line = presets[i].kind == QP_OBSTACLE_WALL || presets[i].kind == QP_OBSTACLE_GLASS;
        if (preset_now (self) == NULL)
          tool = line ? QP_TOOL_OBSTACLE_WALL : QP_TOOL_OBSTACLE_AREA;
        g_autoptr (QpNode) model = qp_preset_model (&presets[i]);
        qp_stage_set_model (self->stage, tool, model);
      }
  return tool;
}

/**
 * qp_plan_view_show_north:
 * @self: a plan view
 *
 * Lets the direction of north be typed.
 */
void
qp_plan_view_show_north (QpPlanView *self)
{
  qp_north_button_popup (self->north);
}

/**
 * qp_plan_view_show_layers:
 * @self: a plan view
 *
 * Opens the list of backgrounds and layers.
 */
void
qp_plan_view_show_layers (QpPlanView *self)
{
  gtk_menu_button_popup (self->layers_button);
}

/**
 * qp_plan_view_probe_card:
 * @self: a plan view
 *
 * Returns: (transfer none) (nullable): what is seen from where somebody stands; %NULL before anybody did
 */
QpProbeCard *
qp_plan_view_probe_card (QpPlanView *self)
{
  return self->probe_card != NULL ? QP_PROBE_CARD (self->probe_card) : NULL;
}
