/* qp-tool-palette.c: the tools that a plan is drawn with, as buttons over it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-tool-palette.h"

struct _QpToolPalette
{
  GtkWidget parent_instance;
  GtkToggleButton *obstacle;
  GtkMenuButton *obstacle_kinds;
  GMenuModel *obstacle_menu;
};

G_DEFINE_FINAL_TYPE (QpToolPalette, qp_tool_palette, GTK_TYPE_WIDGET)

/* The shapes that the one button for obstacles stands for. */
typedef struct
{
  QpToolType tool;
  const char *icon;
  const char *tooltip;
} Shape;

static const Shape shapes[] = {
  { QP_TOOL_OBSTACLE_WALL, "qp-wall-symbolic", N_ ("Draw a wall (W)") },
  { QP_TOOL_OBSTACLE_AREA, "qp-obstacle-symbolic", N_ ("Draw the outline of an obstacle (O)") },
  { QP_TOOL_OBSTACLE_BOX, "qp-box-symbolic", N_ ("Draw an obstacle as a rectangle (B)") },
};

static void
make_menu (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

static void
qp_tool_palette_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_tool_palette_parent_class)->dispose (object);
}

static void
qp_tool_palette_class_init (QpToolPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_tool_palette_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-tool-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, QpToolPalette, obstacle);
  gtk_widget_class_bind_template_child (widget_class, QpToolPalette, obstacle_kinds);
  gtk_widget_class_bind_template_child (widget_class, QpToolPalette, obstacle_menu);
}

static void
qp_tool_palette_init (QpToolPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->obstacle_kinds, make_menu, self->obstacle_menu, NULL);
  qp_tool_palette_follow (self, QP_TOOL_OBSTACLE_WALL);
}

/**
 * qp_tool_palette_follow:
 * @self: a palette
 * @tool: the tool that is used now
 *
 * Lets the button for obstacles stand for @tool, if it draws any.
 */
void
qp_tool_palette_follow (QpToolPalette *self, QpToolType tool)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (shapes[i].tool == tool)
      {
        const char *text = _ (shapes[i].tooltip);
        gtk_actionable_set_action_target (GTK_ACTIONABLE (self->obstacle), "s", qp_tool_type_key (tool));
        gtk_button_set_icon_name (GTK_BUTTON (self->obstacle), shapes[i].icon);
        gtk_widget_set_tooltip_text (GTK_WIDGET (self->obstacle), text);
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->obstacle), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      }
}
