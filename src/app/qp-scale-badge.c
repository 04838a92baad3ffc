/* qp-scale-badge.c: how far the lengths of a plan can be trusted, and the way to make it better
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-scale-badge.h"
#include "render/qp-paint-furniture.h"

struct _QpScaleBadge
{
  GtkWidget parent_instance;
  GtkButton *button;
  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (QpScaleBadge, qp_scale_badge, GTK_TYPE_WIDGET)

/* How a degree of trust is shown. */
typedef struct
{
  const char *icon;
  const char *css;
} Look;

static const Look looks[] = {
  [QP_TRUST_NONE] = { NULL, NULL },
  [QP_TRUST_NOT_TO_SCALE] = { "qp-mark-error-symbolic", "error" },
  [QP_TRUST_GUESSED] = { "qp-mark-warning-symbolic", "warning" },
  [QP_TRUST_DRAWN] = { "qp-mark-fine-symbolic", "success" },
  [QP_TRUST_CALIBRATED] = { "qp-mark-fine-symbolic", "success" },
  [QP_TRUST_SCHEMATIC] = { "qp-mark-warning-symbolic", "warning" },
};

static void
qp_scale_badge_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_scale_badge_parent_class)->dispose (object);
}

static void
qp_scale_badge_class_init (QpScaleBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_scale_badge_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_scale_badge_init (QpScaleBadge *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_child (self->button, box);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), "win.tool('calibrate')");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Set the scale"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * qp_scale_badge_show:
 * @self: a badge
 * @plan: (nullable): the plan in view
 *
 * Says how far lengths on @plan can be trusted; nothing where there is nothing to doubt.
 */
void
qp_scale_badge_show (QpScaleBadge *self, const QpNode *plan)
{
  const QpScaleTrust trust = plan != NULL ? qp_plan_trust (plan) : QP_TRUST_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self), trust != QP_TRUST_NONE);
  if (trust == QP_TRUST_NONE)
    return;
  const gboolean loud = trust == QP_TRUST_NOT_TO_SCALE;
  const char *icon_css[] = { loud ? NULL : looks[trust].css, NULL };
  const char *css[] = { "qp-overlay", "qp-badge", loud ? "qp-loud" : "flat", NULL };
  g_autofree char *sentence = loud ? g_strdup (_ ("Not to scale: set the scale")) : qp_trust_sentence (plan);
  g_autofree char *tooltip = g_strdup_printf (_ ("%s. Click to mark a length that you know (C)"), qp_trust_word (trust));
  gtk_widget_set_css_classes (GTK_WIDGET (self->button), css);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), icon_css);
  gtk_image_set_from_icon_name (self->icon, looks[trust].icon);
  gtk_label_set_label (self->label, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tooltip);
}
