/* qp-wiring-input.c: pointer and keys of an elevation while a data route is drawn
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-wiring-panel.h"

static QpElevationArea *
area_of (gpointer controller)
{
  return QP_ELEVATION_AREA (gtk_event_controller_get_widget (controller));
}

static void
take_at (gpointer gesture, double x, double y, QpWiringPanel *self)
{
  guint column, row;

  if (qp_elevation_area_cell_at (area_of (gesture), qp_vec (x, y), FALSE, &column, &row))
    qp_wiring_panel_take (self, column, row);
}

/* before the area sees it: a press draws instead of choosing */
static void
on_begin (GtkGestureDrag *gesture, double x, double y, QpWiringPanel *self)
{
  if (!qp_wiring_panel_is_drawing (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (area_of (gesture)));
  take_at (gesture, x, y, self);
}

static void
on_update (GtkGestureDrag *gesture, double dx, double dy, QpWiringPanel *self)
{
  double x, y;

  if (qp_wiring_panel_is_drawing (self) && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    take_at (gesture, x + dx, y + dy, self);
}

static void
take_chosen (QpElevationArea *area, QpWiringPanel *self)
{
  QpCellRange range;

  if (qp_elevation_area_chosen (area, &range))
    qp_wiring_panel_take (self, range.column, range.row);
}

/* arrows stay those of the area: they move the choice, which the space bar takes */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, QpWiringPanel *self)
{
  if (!qp_wiring_panel_is_drawing (self) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_space:
      take_chosen (area_of (controller), self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      qp_wiring_panel_end_run (self);
      return TRUE;
    case GDK_KEY_BackSpace:
      qp_wiring_panel_step_back (self);
      return TRUE;
    case GDK_KEY_Escape:
      qp_wiring_panel_leave (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add (QpElevationArea *area, gpointer controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (area), controller);
}

/* inside the panel: listens to the area before the area itself does */
void
qp_wiring_panel_add_input (QpWiringPanel *self, QpElevationArea *area)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_begin), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_update), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  add (area, drag);
  add (area, keys);
}
