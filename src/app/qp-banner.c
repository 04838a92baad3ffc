/* qp-banner.c: a line across the window that tells something and offers what to do
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-banner.h"

struct _QpBanner
{
  GtkWidget parent_instance;
  GtkRevealer *revealer;
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (QpBanner, qp_banner, GTK_TYPE_WIDGET)

static void
on_dismiss (QpBanner *self)
{
  qp_banner_hide (self);
}

static void
qp_banner_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_banner_parent_class)->dispose (object);
}

static void
qp_banner_class_init (QpBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_banner_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, QpBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, QpBanner, box);
  gtk_widget_class_bind_template_child (widget_class, QpBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, QpBanner, label);
  gtk_widget_class_bind_template_child (widget_class, QpBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss);
}

static void
qp_banner_init (QpBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qp_banner_show:
 * @self: a banner
 * @error: whether something failed; otherwise it is a warning
 * @text: what is told
 * @button: (nullable): label of the button
 * @action: (nullable): name of the action that the button does
 *
 * Shows the banner.
 */
void
qp_banner_show (QpBanner *self, gboolean error, const char *text, const char *button, const char *action)
{
  const char *css[] = { "qp-banner", error ? "error" : "warning", NULL };
  gtk_widget_set_css_classes (self->box, css);
  gtk_image_set_from_icon_name (self->icon, error ? "qp-mark-error-symbolic" : "qp-mark-warning-symbolic");
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  gtk_button_set_label (self->button, button != NULL ? button : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * qp_banner_hide:
 * @self: a banner
 *
 * Takes the banner away.
 */
void
qp_banner_hide (QpBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * qp_banner_is_shown:
 * @self: a banner
 *
 * Returns: whether it is shown
 */
gboolean
qp_banner_is_shown (QpBanner *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}
