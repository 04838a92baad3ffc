/* qp-window.c: the window of a project
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-actions.h"
#include "app/qp-window-private.h"
#include "base/qp-number.h"

G_DEFINE_FINAL_TYPE (QpWindow, qp_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_TOOL,
  PROP_OBSTACLE,
  PROP_SHOW_OTHER_LEVELS,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_INSPECTOR,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
on_status_changed (QpWindow *self)
{
  const char *status = qp_stage_status (qp_plan_view_stage (self->plan_view));
  gtk_label_set_label (self->status, status != NULL ? status : "");
}

static void
on_pointer_moved (QpCanvas *canvas, double x_m, double y_m, QpWindow *self)
{
  if (isnan (x_m) || isnan (y_m))
    {
      gtk_label_set_label (self->position, "");
      return;
    }
  g_autofree char *x = qp_number_display (x_m, 2);
  g_autofree char *y = qp_number_display (y_m, 2);
  g_autofree char *text = g_strdup_printf ("x %s m  y %s m", x, y);
  gtk_label_set_label (self->position, text);
}

static void
on_problem (QpStage *stage, const char *text, QpWindow *self)
{
  qp_window_show_toast (self, text, NULL, NULL);
}

static void
on_tool_changed (QpWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OBSTACLE]);
}

static void
on_view_changed (QpWindow *self)
{
  if (self->session != NULL)
    qp_window_make_view (self, qp_window_get_view (self));
  const gboolean plan = strcmp (qp_window_get_view (self), "plan") == 0;
  gtk_widget_set_visible (GTK_WIDGET (self->position), plan);
  gtk_widget_set_visible (GTK_WIDGET (self->status), plan);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* The session */

static void
forget_session (QpWindow *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
}

/**
 * qp_window_set_session:
 * @self: a window
 * @session: (transfer none): a session
 *
 * Shows this project in the place of the one before.
 */
void
qp_window_set_session (QpWindow *self, QpProjectSession *session)
{
  forget_session (self);
  g_set_object (&self->session, session);
  QpDocument *document = qp_project_session_document (session);
  g_signal_connect_object (document, "history-changed", G_CALLBACK (qp_window_update_history), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "file-changed", G_CALLBACK (qp_window_update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (qp_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (qp_window_update_actions), self, G_CONNECT_SWAPPED);
  qp_plan_view_set_session (self->plan_view, session);
  qp_sidebar_set_session (self->sidebar, session);
  qp_inspector_set_session (self->inspector, session);
  if (self->city_view != NULL)
    qp_city_view_set_session (self->city_view, session);
  if (self->screen_view != NULL)
    qp_screen_view_set_session (self->screen_view, session);
  if (self->figures_view != NULL)
    qp_figures_view_set_session (self->figures_view, session);
  qp_window_update_history (self);
  qp_window_update_actions (self);
  on_status_changed (self);
  qp_plan_view_focus (self->plan_view);
}

/* The object */

/* Toggle buttons ask for the state while the template is still being built. */
static const char *
tool_key (QpWindow *self)
{
  return qp_tool_type_key (self->plan_view != NULL ? qp_stage_get_tool (qp_plan_view_stage (self->plan_view))
                                                   : QP_TOOL_SELECT);
}

static void
qp_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QpWindow *self = QP_WINDOW (object);
  switch (id)
    {
    case PROP_VIEW:
      g_value_set_string (value, qp_window_get_view (self));
      break;
    case PROP_TOOL:
      g_value_set_string (value, tool_key (self));
      break;
    case PROP_OBSTACLE:
      g_value_set_string (value, self->plan_view != NULL ? qp_plan_view_get_obstacle (self->plan_view) : "");
      break;
    case PROP_SHOW_OTHER_LEVELS:
      g_value_set_boolean (value, self->plan_view != NULL
                                      && qp_stage_get_ghost_levels (qp_plan_view_stage (self->plan_view)));
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, self->show_inspector);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_tool (QpWindow *self, const char *key)
{
  for (guint i = 0; i < QP_N_TOOLS; i++)
    if (g_strcmp0 (qp_tool_type_key (i), key) == 0)
      {
        qp_window_set_view (self, "plan");
        qp_stage_set_tool (qp_plan_view_stage (self->plan_view), i);
        qp_plan_view_focus (self->plan_view);
      }
  on_tool_changed (self); /* a toggle button that was pressed again stays down */
}

static void
qp_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QpWindow *self = QP_WINDOW (object);
  switch (id)
    {
    case PROP_VIEW:
      qp_window_set_view (self, g_value_get_string (value));
      break;
    case PROP_TOOL:
      set_tool (self, g_value_get_string (value));
      break;
    case PROP_OBSTACLE:
      set_tool (self, qp_tool_type_key (qp_plan_view_set_obstacle (self->plan_view, g_value_get_string (value))));
      break;
    case PROP_SHOW_OTHER_LEVELS:
      qp_stage_set_ghost_levels (qp_plan_view_stage (self->plan_view), g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SHOW_SIDEBAR:
      qp_window_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_INSPECTOR:
      qp_window_set_show_inspector (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
qp_window_close_request (GtkWindow *window)
{
  QpWindow *self = QP_WINDOW (window);
  if (qp_window_ask_before_close (self))
    return GDK_EVENT_STOP;
  qp_window_keep_state (self);
  return GTK_WINDOW_CLASS (qp_window_parent_class)->close_request (window);
}

static void
qp_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (qp_window_parent_class)->size_allocate (widget, width, height, baseline);
  qp_window_follow_width (QP_WINDOW (widget), width);
}

static void
qp_window_dispose (GObject *object)
{
  QpWindow *self = QP_WINDOW (object);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->save_next);
  g_clear_object (&self->settings);
  forget_session (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  g_clear_weak_pointer (&self->asked_field);
  G_OBJECT_CLASS (qp_window_parent_class)->dispose (object);
}

/* what was meant for nobody else */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return qp_toasts_dismiss (QP_WINDOW (widget)->toasts);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  object_class->get_property = qp_window_get_property;
  object_class->set_property = qp_window_set_property;
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "plan", flags);
  properties[PROP_TOOL] = g_param_spec_string ("tool", NULL, NULL, "select", flags);
  properties[PROP_OBSTACLE] = g_param_spec_string ("obstacle", NULL, NULL, "", flags);
  properties[PROP_SHOW_OTHER_LEVELS] = g_param_spec_boolean ("show-other-levels", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_INSPECTOR] = g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, QpWindow, toasts);
  gtk_widget_class_bind_template_child (klass, QpWindow, switcher);
  gtk_widget_class_bind_template_child (klass, QpWindow, window_title);
  gtk_widget_class_bind_template_child (klass, QpWindow, recent_button);
  gtk_widget_class_bind_template_child (klass, QpWindow, menu_button);
  gtk_widget_class_bind_template_child (klass, QpWindow, primary_menu);
  gtk_widget_class_bind_template_child (klass, QpWindow, undo_button);
  gtk_widget_class_bind_template_child (klass, QpWindow, redo_button);
  gtk_widget_class_bind_template_child (klass, QpWindow, banner);
  gtk_widget_class_bind_template_child (klass, QpWindow, stack);
  gtk_widget_class_bind_template_child (klass, QpWindow, drop_zone);
  gtk_widget_class_bind_template_child (klass, QpWindow, spinner);
  gtk_widget_class_bind_template_child (klass, QpWindow, loading_label);
  gtk_widget_class_bind_template_child (klass, QpWindow, outer);
  gtk_widget_class_bind_template_child (klass, QpWindow, inner);
  gtk_widget_class_bind_template_child (klass, QpWindow, sidebar);
  gtk_widget_class_bind_template_child (klass, QpWindow, views);
  gtk_widget_class_bind_template_child (klass, QpWindow, city_view_bin);
  gtk_widget_class_bind_template_child (klass, QpWindow, plan_view);
  gtk_widget_class_bind_template_child (klass, QpWindow, screen_view_bin);
  gtk_widget_class_bind_template_child (klass, QpWindow, figures_view_bin);
  gtk_widget_class_bind_template_child (klass, QpWindow, inspector);
  gtk_widget_class_bind_template_child (klass, QpWindow, status);
  gtk_widget_class_bind_template_child (klass, QpWindow, position);
}

static void
ensure_types (void)
{
  g_type_ensure (QP_TYPE_BANNER);
  g_type_ensure (QP_TYPE_SIDEBAR);
  g_type_ensure (QP_TYPE_INSPECTOR);
  g_type_ensure (QP_TYPE_PLAN_VIEW);
  g_type_ensure (QP_TYPE_TOASTS);
}

static void
qp_window_class_init (QpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ensure_types ();
  G_OBJECT_CLASS (klass)->dispose = qp_window_dispose;
  install_properties (G_OBJECT_CLASS (klass));
  widget_class->size_allocate = qp_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = qp_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-window.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  qp_window_install_file_actions (widget_class);
  qp_window_install_edit_actions (widget_class);
  qp_window_install_import_actions (widget_class);
  qp_window_install_choose_actions (widget_class);
  qp_window_install_money_actions (widget_class);
  qp_window_install_content_actions (widget_class);
  qp_window_install_arrange_actions (widget_class);
  qp_window_install_plan_actions (widget_class);
  qp_window_install_depth_actions (widget_class);
  qp_window_install_look_actions (widget_class);
  qp_window_install_view_actions (widget_class);
}

static void
follow_stage (QpWindow *self)
{
  QpStage *stage = qp_plan_view_stage (self->plan_view);
  g_signal_connect_object (stage, "status-changed", G_CALLBACK (on_status_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "tool-changed", G_CALLBACK (on_tool_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "probe-changed", G_CALLBACK (qp_window_follow_probe), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "problem", G_CALLBACK (on_problem), self, 0);
  g_signal_connect_object (qp_plan_view_canvas (self->plan_view), "pointer-moved", G_CALLBACK (on_pointer_moved), self,
                           0);
  qp_window_follow_probe (self);
}

static void
qp_window_init (QpWindow *self)
{
  self->show_sidebar = TRUE;
  self->show_inspector = TRUE;
  self->sidebar_when_wide = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  qp_action_keys_install_window (GTK_WIDGET (self));
  qp_window_init_menu (self);
  qp_window_init_drop (self);
  gtk_menu_button_set_popover (self->recent_button, qp_recent_popover_new (self));
  follow_stage (self);
  qp_sight_control_add_actions (qp_plan_view_sight (self->plan_view), G_ACTION_MAP (self));
  adw_view_stack_set_visible_child_name (self->views, "plan");
  g_signal_connect_swapped (self->views, "notify::visible-child-name", G_CALLBACK (on_view_changed), self);
  qp_window_restore_state (self);
}

/**
 * qp_window_new_for:
 * @application: the application
 * @catalogue: the catalogue that comes with the program
 * @session: (transfer none): what it shows
 *
 * Makes a window with a project that is there already.
 *
 * Returns: (transfer none): the window, owned by @application
 */
QpWindow *
qp_window_new_for (GtkApplication *application, QpCatalogue *catalogue, QpProjectSession *session)
{
  QpWindow *self = g_object_new (QP_TYPE_WINDOW, "application", application, NULL);
  self->catalogue = qp_catalogue_ref (catalogue);
  qp_window_set_session (self, session);
  return self;
}

/**
 * qp_window_new:
 * @application: the application
 * @catalogue: the catalogue that comes with the program
 *
 * Makes a window with a new project.
 *
 * Returns: (transfer none): the window, owned by @application
 */
QpWindow *
qp_window_new (GtkApplication *application, QpCatalogue *catalogue)
{
  g_autoptr (QpProjectSession) session = qp_project_session_new_empty (catalogue);
  return qp_window_new_for (application, catalogue, session);
}

/**
 * qp_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): what it shows
 */
QpProjectSession *
qp_window_get_session (QpWindow *self)
{
  return self->session;
}

/**
 * qp_window_may_be_replaced:
 * @self: a window
 *
 * Returns: whether another project may be opened in it: there is nothing in it yet
 */
gboolean
qp_window_may_be_replaced (QpWindow *self)
{
  return self->loading == NULL && qp_project_session_is_pristine (self->session);
}

/**
 * qp_window_is_loading:
 * @self: a window
 *
 * Returns: whether a project is being read
 */
gboolean
qp_window_is_loading (QpWindow *self)
{
  return self->loading != NULL;
}

/**
 * qp_window_is_modified:
 * @self: a window
 *
 * Returns: whether there is something to save
 */
gboolean
qp_window_is_modified (QpWindow *self)
{
  return !qp_project_session_is_pristine (self->session)
         && qp_document_is_modified (qp_project_session_document (self->session));
}

/**
 * qp_window_inspector:
 * @self: a window
 *
 * Returns: (transfer none): its inspector
 */
QpInspector *
qp_window_inspector (QpWindow *self)
{
  return self->inspector;
}

/**
 * qp_window_sidebar:
 * @self: a window
 *
 * Returns: (transfer none): its side bar
 */
QpSidebar *
qp_window_sidebar (QpWindow *self)
{
  return self->sidebar;
}

/**
 * qp_window_plan_view:
 * @self: a window
 *
 * Returns: (transfer none): its plan view
 */
QpPlanView *
qp_window_plan_view (QpWindow *self)
{
  return self->plan_view;
}
