/* qp-window-panels.c: side bar and inspector, and what is remembered of the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-view-style.h"
#include "app/qp-window-private.h"

/* Below these widths (with text of the usual size) the header bar says less, and the tree makes room for the plan; a
 * key brings it back. */
#define SHORT_HEADER_PX 1130
#define NARROW_PX 1040

static GSettings *
settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, QP_APP_ID, TRUE) : NULL;
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
apply (QpWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), self->show_sidebar);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), self->show_inspector);
}

/**
 * qp_window_set_show_sidebar:
 * @self: a window
 * @show: whether the tree is shown
 *
 * Shows or hides the tree.
 */
void
qp_window_set_show_sidebar (QpWindow *self, gboolean show)
{
  if (self->show_sidebar == show)
    return;
  self->show_sidebar = show;
  if (!self->narrow)
    self->sidebar_when_wide = show;
  apply (self);
  g_object_notify (G_OBJECT (self), "show-sidebar");
}

/**
 * qp_window_set_show_inspector:
 * @self: a window
 * @show: whether the inspector is shown
 *
 * Shows or hides the inspector.
 */
void
qp_window_set_show_inspector (QpWindow *self, gboolean show)
{
  if (self->show_inspector == show)
    return;
  self->show_inspector = show;
  apply (self);
  g_object_notify (G_OBJECT (self), "show-inspector");
}

static void
follow_header (QpWindow *self)
{
  adw_view_switcher_set_policy (self->switcher, self->short_header ? ADW_VIEW_SWITCHER_POLICY_NARROW
                                                                   : ADW_VIEW_SWITCHER_POLICY_WIDE);
  gtk_widget_set_visible (GTK_WIDGET (self->window_title), !self->short_header);
}

static gboolean
on_width_crossed (gpointer data)
{
  g_autoptr (QpWindow) self = data;
  follow_header (self);
  const gboolean show = self->narrow ? FALSE : self->sidebar_when_wide;
  if (self->show_sidebar != show)
    {
      self->show_sidebar = show;
      apply (self);
      g_object_notify (G_OBJECT (self), "show-sidebar");
    }
  return G_SOURCE_REMOVE;
}

/**
 * qp_window_follow_width:
 * @self: a window
 * @width: its width in pixels
 *
 * Takes the tree away in a narrow window and brings it back in a wide one. Newer libadwaita has breakpoints for it.
 */
void
qp_window_follow_width (QpWindow *self, int width)
{
  const double text = qp_text_factor (GTK_WIDGET (self));
  const gboolean short_header = width < SHORT_HEADER_PX * text;
  const gboolean narrow = width < NARROW_PX * text;
  if (self->narrow == narrow && self->short_header == short_header)
    return;
  if (narrow && !self->narrow)
    self->sidebar_when_wide = self->show_sidebar;
  self->narrow = narrow;
  self->short_header = short_header;
  /* not during the allocation that told us */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_width_crossed, g_object_ref (self), NULL);
}

static void
place_inspector (QpWindow *self, int window_width, int sidebar_width, int inspector_width)
{
  const int left = self->show_sidebar ? sidebar_width : 0;
  gtk_paned_set_position (self->inner, MAX (300, window_width - left - inspector_width));
}

/**
 * qp_window_restore_state:
 * @self: a window that was not shown yet
 *
 * Gives it the size and the panels that the last one had.
 */
void
qp_window_restore_state (QpWindow *self)
{
  int width = 1280, height = 800, sidebar = 262, inspector = 350;
  self->settings = settings_new ();
  if (self->settings != NULL)
    {
      width = g_settings_get_int (self->settings, "window-width");
      height = g_settings_get_int (self->settings, "window-height");
      sidebar = g_settings_get_int (self->settings, "sidebar-width");
      inspector = g_settings_get_int (self->settings, "inspector-width");
      self->show_sidebar = g_settings_get_boolean (self->settings, "show-sidebar");
      self->show_inspector = g_settings_get_boolean (self->settings, "show-inspector");
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
  self->sidebar_when_wide = self->show_sidebar;
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  qp_window_follow_width (self, width);
  follow_header (self);
  gtk_paned_set_position (self->outer, sidebar);
  place_inspector (self, width, sidebar, inspector);
  apply (self);
}

/**
 * qp_window_keep_state:
 * @self: a window that closes
 *
 * Remembers its size and panels for the next one.
 */
void
qp_window_keep_state (QpWindow *self)
{
  if (self->settings == NULL)
    return;
  int width, height;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (self->settings, "window-height", CLAMP (height, 294, 16384));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->show_sidebar)
    g_settings_set_int (self->settings, "sidebar-width", CLAMP (gtk_paned_get_position (self->outer), 120, 2000));
  const int inspector = gtk_widget_get_width (GTK_WIDGET (self->inspector));
  if (self->show_inspector && inspector > 0)
    g_settings_set_int (self->settings, "inspector-width", CLAMP (inspector, 200, 2000));
  g_settings_set_boolean (self->settings, "show-sidebar", self->sidebar_when_wide);
  g_settings_set_boolean (self->settings, "show-inspector", self->show_inspector);
}
