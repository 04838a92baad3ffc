/* qp-north-button.c: the north arrow of a plan, which can be turned
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-north-button.h"
#include "app/qp-view-style.h"
#include "base/qp-number.h"
#include "render/qp-paint-furniture.h"

#define NORTH_RADIUS 13

struct _QpNorthButton
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
  GtkDrawingArea *arrow;
  GtkSpinButton *angle;
  QpProjectSession *session;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (QpNorthButton, qp_north_button, GTK_TYPE_WIDGET)

static double
north_of (QpNorthButton *self)
{
  const QpNode *plan = self->session != NULL ? qp_project_session_plan (self->session) : NULL;
  const double north = plan != NULL ? ((const QpPlan *) plan)->north_deg : 0;
  return isnan (north) ? 0 : north;
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpPlanStyle style;
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_paint_north (cr, width / 2.0, height / 2.0, NORTH_RADIUS, north_of (data), &style);
}

/* Turning it step by step is one step of undo. */
static void
on_angle_changed (QpNorthButton *self)
{
  QpNode *plan = qp_project_session_plan (self->session);
  if (self->showing || plan == NULL)
    return;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpValue value = qp_value_real (fmod (gtk_spin_button_get_value (self->angle), 360));
  g_ptr_array_add (edits, qp_edit_set (plan->id, QP_FIELD (QP_KIND_PLAN, QpPlan, north_deg), &value));
  qp_project_session_run (self->session, _ ("Turn north"), "north", edits, NULL);
}

static void
on_closed (QpNorthButton *self)
{
  if (self->session != NULL)
    qp_document_end_merge (qp_project_session_document (self->session));
}

static GtkWidget *
popover_new (QpNorthButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("North, clockwise from up"));
  self->angle = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 360, 1));
  gtk_spin_button_set_digits (self->angle, 1);
  gtk_spin_button_set_wrap (self->angle, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->angle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Direction of north, clockwise from up"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->angle));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("°"));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (self->angle, "value-changed", G_CALLBACK (on_angle_changed), self);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (on_closed), self);
  return popover;
}

/* Made when it is first opened: a start should not wait for it. */
static void
make_popover (GtkMenuButton *button, gpointer data)
{
  QpNorthButton *self = data;
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, popover_new (self));
  qp_north_button_refresh (self);
}

static void
qp_north_button_dispose (GObject *object)
{
  QpNorthButton *self = QP_NORTH_BUTTON (object);
  g_clear_object (&self->session);
  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_north_button_parent_class)->dispose (object);
}

static void
qp_north_button_class_init (QpNorthButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_north_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_north_button_init (QpNorthButton *self)
{
  self->arrow = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  gtk_drawing_area_set_content_width (self->arrow, 36);
  gtk_drawing_area_set_content_height (self->arrow, 50);
  gtk_drawing_area_set_draw_func (self->arrow, draw, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("North"), -1);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->arrow));
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "qp-north");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * qp_north_button_set_session:
 * @self: an arrow
 * @session: the session whose plan it is for
 *
 * Shows and turns the north of the plan in view.
 */
void
qp_north_button_set_session (QpNorthButton *self, QpProjectSession *session)
{
  g_set_object (&self->session, session);
  qp_north_button_refresh (self);
}

/**
 * qp_north_button_refresh:
 * @self: an arrow
 *
 * Shows the north as it is now.
 */
void
qp_north_button_refresh (QpNorthButton *self)
{
  g_autofree char *degrees = qp_number_display (north_of (self), 1);
  g_autofree char *text = g_strdup_printf (_ ("North is %s° clockwise from up. Click to turn it (N)"), degrees);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->arrow));
  if (self->angle == NULL || fabs (gtk_spin_button_get_value (self->angle) - north_of (self)) < 0.05)
    return;
  self->showing = TRUE;
  gtk_spin_button_set_value (self->angle, north_of (self));
  self->showing = FALSE;
}

/**
 * qp_north_button_popup:
 * @self: an arrow
 *
 * Lets the angle be typed.
 */
void
qp_north_button_popup (QpNorthButton *self)
{
  gtk_menu_button_popup (self->button);
}
