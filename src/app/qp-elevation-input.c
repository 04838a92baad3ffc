/* qp-elevation-input.c: pointer, wheel and keys of an elevation, with the habits of the plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-elevation-area.h"

#include <math.h>

#define WHEEL_FACTOR 1.25 /* one notch */
#define WHEEL_PAN_PX 64.0

typedef struct
{
  QpVec pointer;
  gboolean is_over;
  gboolean space; /* the space bar is held: a drag pans */
  gboolean pans;  /* this drag does */
  QpVec panned;
  double pinched; /* scale of the pinch so far */
} Input;

static const char input_key[] = "qp-elevation-input";

static Input *
input_of (QpElevationArea *self)
{
  return g_object_get_data (G_OBJECT (self), input_key);
}

static GdkModifierType
modifiers_of (gpointer controller)
{
  return gtk_event_controller_get_current_event_state (controller);
}

/* -- buttons -- */

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, QpElevationArea *self)
{
  Input *input = input_of (self);
  const gboolean extend = (modifiers_of (gesture) & GDK_SHIFT_MASK) != 0;
  guint column, row;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  input->panned = qp_vec (0, 0);
  input->pans
      = input->space || gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_MIDDLE;
  if (input->pans)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  else if (qp_elevation_area_cell_at (self, qp_vec (x, y), FALSE, &column, &row))
    qp_elevation_area_choose_from (self, column, row, extend);
  else
    qp_elevation_area_choose (self, NULL);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, QpElevationArea *self)
{
  Input *input = input_of (self);
  guint column, row;
  double x, y;

  if (input->pans)
    {
      qp_elevation_area_pan (self, dx - input->panned.x, dy - input->panned.y);
      input->panned = qp_vec (dx, dy);
      return;
    }
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  QpCellRange range;
  if (qp_elevation_area_chosen (self, &range) && hypot (dx, dy) > 3
      && qp_elevation_area_cell_at (self, qp_vec (x + dx, y + dy), TRUE, &column, &row))
    qp_elevation_area_choose_from (self, column, row, TRUE);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, QpElevationArea *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), input_of (self)->space ? "grab" : NULL);
}

static gboolean
is_chosen (QpElevationArea *self, guint column, guint row)
{
  QpCellRange range;

  return qp_elevation_area_chosen (self, &range) && column >= range.column && column - range.column < range.columns
         && row >= range.row && row - range.row < range.rows;
}

/* the menu is about what is chosen; a press beside it chooses what is there */
static void
on_secondary (GtkGestureClick *gesture, int n_press, double x, double y, QpElevationArea *self)
{
  guint column, row;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (qp_elevation_area_cell_at (self, qp_vec (x, y), FALSE, &column, &row) && !is_chosen (self, column, row))
    qp_elevation_area_choose_from (self, column, row, FALSE);
  g_signal_emit_by_name (self, "menu", x, y);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, QpElevationArea *self)
{
  Input *input = input_of (self);

  input->pointer = qp_vec (x, y);
  input->is_over = TRUE;
}

static void
on_leave (GtkEventControllerMotion *controller, QpElevationArea *self)
{
  input_of (self)->is_over = FALSE;
}

/* -- wheel, touchpad, pinch -- */

static QpVec
zoom_place (QpElevationArea *self)
{
  const QpViewport *viewport = qp_elevation_area_viewport (self);
  const Input *input = input_of (self);

  return input->is_over ? input->pointer : qp_vec (viewport->width / 2, viewport->height / 2);
}

/* as on the plan: a wheel zooms, two fingers pan; Ctrl always zooms, Shift makes a wheel pan across */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, QpElevationArea *self)
{
  const GdkModifierType state = modifiers_of (controller);
  const gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if ((state & GDK_CONTROL_MASK) != 0 || (wheel && (state & GDK_SHIFT_MASK) == 0 && dx == 0))
    qp_elevation_area_zoom_at (self, pow (WHEEL_FACTOR, wheel ? -dy : -dy / 24), zoom_place (self));
  else if (wheel)
    qp_elevation_area_pan (self, -(dx + dy) * WHEEL_PAN_PX, 0);
  else
    qp_elevation_area_pan (self, -dx, -dy);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, QpElevationArea *self)
{
  input_of (self)->pinched = 1;
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, QpElevationArea *self)
{
  Input *input = input_of (self);
  QpVec px = zoom_place (self);

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &px.x, &px.y);
  qp_elevation_area_zoom_at (self, scale / input->pinched, px);
  input->pinched = scale;
}

/* -- keys -- */

static gboolean
is_menu_key (guint keyval, GdkModifierType state)
{
  return keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);
}

static void
show_menu (QpElevationArea *self)
{
  const QpViewport *viewport = qp_elevation_area_viewport (self);
  const QpElevation *elevation = qp_elevation_area_elevation (self);
  QpVec px = qp_vec (viewport->width / 2, viewport->height / 2);
  QpCellRange range;

  if (qp_elevation_area_chosen (self, &range))
    {
      const gboolean back = qp_elevation_area_view (self)->back;
      const QpBox box = qp_elevation_mirror_box (elevation, back, qp_elevation_range (elevation, range));
      px = qp_viewport_to_px (viewport, qp_box_middle (box));
    }
  g_signal_emit_by_name (self, "menu", CLAMP (px.x, 0, viewport->width), CLAMP (px.y, 0, viewport->height));
}

static gboolean
move (QpElevationArea *self, guint keyval, gboolean extend)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      qp_elevation_area_move_choice (self, -1, 0, extend);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      qp_elevation_area_move_choice (self, 1, 0, extend);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      qp_elevation_area_move_choice (self, 0, -1, extend);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      qp_elevation_area_move_choice (self, 0, 1, extend);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Delete is taken even when nothing is chosen: it must not take the whole screen away */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, QpElevationArea *self)
{
  const GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (is_menu_key (keyval, state))
    {
      show_menu (self);
      return TRUE;
    }
  if ((held & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_space:
      input_of (self)->space = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      g_signal_emit_by_name (self, "toggle");
      return TRUE;
    case GDK_KEY_Escape:
      qp_elevation_area_choose (self, NULL);
      return TRUE;
    default:
      return move (self, keyval, (held & GDK_SHIFT_MASK) != 0);
    }
}

static void
release_space (QpElevationArea *self)
{
  input_of (self)->space = FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
}

static void
on_key_released (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                 QpElevationArea *self)
{
  if (keyval == GDK_KEY_space)
    release_space (self);
}

static void
on_focus_out (GtkEventControllerFocus *controller, QpElevationArea *self)
{
  release_space (self);
}

static void
add (QpElevationArea *self, gpointer controller, const char *signal, GCallback callback)
{
  g_signal_connect (controller, signal, callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_drag (QpElevationArea *self, guint button)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
  add (self, drag, "drag-begin", G_CALLBACK (on_drag_begin));
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
}

/* inside the area: connects pointer, wheel, touch and keys */
void
qp_elevation_area_add_input (QpElevationArea *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new (), *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new (), *motion = gtk_event_controller_motion_new ();

  g_object_set_data_full (G_OBJECT (self), input_key, g_new0 (Input, 1), g_free);
  add (self, pinch, "scale-changed", G_CALLBACK (on_pinch));
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  add_drag (self, GDK_BUTTON_PRIMARY);
  add_drag (self, GDK_BUTTON_MIDDLE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  add (self, click, "pressed", G_CALLBACK (on_secondary));
  add (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES), "scroll", G_CALLBACK (on_scroll));
  add (self, motion, "motion", G_CALLBACK (on_motion));
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  add (self, keys, "key-pressed", G_CALLBACK (on_key));
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  add (self, gtk_event_controller_focus_new (), "leave", G_CALLBACK (on_focus_out));
}
