/* qp-canvas-input.c: pointer, wheel and keys of a canvas, handed on to its stage
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "canvas/qp-canvas-input.h"

#include <math.h>

#define WHEEL_FACTOR 1.25 /* one notch */
#define WHEEL_PAN_PX 64.0

/* the last press, to know a double click; GTK's own click gesture ends when a second button goes down, but the
 * middle button has to pan in the middle of a drag */
typedef struct
{
  guint32 time;
  guint button;
  QpVec px;
  double pinched; /* scale of the pinch so far */
} Input;

static const char input_key[] = "qp-canvas-input";

static Input *
input_of (QpCanvas *self)
{
  return g_object_get_data (G_OBJECT (self), input_key);
}

static QpModifiers
modifiers_of (GdkModifierType state)
{
  return (QpModifiers) (((state & GDK_SHIFT_MASK) != 0 ? QP_MOD_SHIFT : 0)
                        | ((state & GDK_CONTROL_MASK) != 0 ? QP_MOD_CTRL : 0)
                        | ((state & GDK_ALT_MASK) != 0 ? QP_MOD_ALT : 0));
}

/* -- buttons and motion -- */

static gboolean
place_of (QpCanvas *self, GdkEvent *event, QpVec *px)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x, y, dx, dy;

  if (native == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  gtk_native_get_surface_transform (native, &dx, &dy);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - dx, y - dy, &px->x, &px->y);
}

static guint
count_clicks (QpCanvas *self, guint button, QpVec px, guint32 time)
{
  Input *input = input_of (self);
  int most_ms, most_px;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &most_ms,
                "gtk-double-click-distance", &most_px, NULL);
  const gboolean again = input->button == button && time - input->time <= (guint32) most_ms
                         && qp_vec_distance (px, input->px) <= most_px;
  input->time = again ? 0 : time;
  input->button = button;
  input->px = px;
  return again ? 2 : 1;
}

static guint
button_of (GdkEvent *event)
{
  const GdkEventType type = gdk_event_get_event_type (event);

  return type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE ? gdk_button_event_get_button (event) : QP_BUTTON_PRIMARY;
}

static gboolean
press (QpCanvas *self, GdkEvent *event, QpVec px)
{
  const guint button = button_of (event);
  const guint clicks = count_clicks (self, button, px, gdk_event_get_time (event));
  const QpModifiers modifiers = modifiers_of (gdk_event_get_modifier_state (event));

  if (button > QP_BUTTON_SECONDARY)
    return FALSE; /* back and forward */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  qp_stage_press (qp_canvas_get_stage (self), px, (QpButton) button, clicks, modifiers);
  if (button == QP_BUTTON_SECONDARY)
    qp_canvas_emit_menu (self, px.x, px.y);
  return TRUE;
}

static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, QpCanvas *self)
{
  QpStage *stage = qp_canvas_get_stage (self);
  const QpModifiers modifiers = modifiers_of (gdk_event_get_modifier_state (event));
  QpVec px;

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      return place_of (self, event, &px) && press (self, event, px);
    case GDK_MOTION_NOTIFY:
    case GDK_TOUCH_UPDATE:
      if (place_of (self, event, &px))
        qp_stage_move (stage, px, modifiers);
      qp_canvas_emit_pointer (self);
      return FALSE;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
      if (place_of (self, event, &px))
        qp_stage_release (stage, px, (QpButton) button_of (event), modifiers);
      return TRUE;
    case GDK_TOUCH_CANCEL:
    case GDK_GRAB_BROKEN:
      qp_stage_cancel (stage);
      return FALSE;
    default:
      return FALSE;
    }
}

static void
on_leave (GtkEventControllerMotion *controller, QpCanvas *self)
{
  qp_stage_leave (qp_canvas_get_stage (self));
  qp_canvas_emit_pointer (self);
}

/* -- wheel, touchpad, pinch -- */

static QpVec
zoom_place (QpCanvas *self)
{
  QpStage *stage = qp_canvas_get_stage (self);
  const QpViewport *viewport = qp_stage_get_viewport (stage);
  QpVec plan;

  return qp_stage_pointer (stage, &plan) ? qp_viewport_to_px (viewport, plan)
                                         : qp_vec (viewport->width / 2, viewport->height / 2);
}

/* a wheel zooms, two fingers on a touchpad pan; Ctrl always zooms and Shift makes a wheel pan across */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, QpCanvas *self)
{
  QpStage *stage = qp_canvas_get_stage (self);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  const gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if ((state & GDK_CONTROL_MASK) != 0 || (wheel && (state & GDK_SHIFT_MASK) == 0 && dx == 0))
    qp_stage_zoom_at (stage, pow (WHEEL_FACTOR, wheel ? -dy : -dy / 24), zoom_place (self));
  else if (wheel)
    qp_stage_pan (stage, -(dx + dy) * WHEEL_PAN_PX, 0);
  else
    qp_stage_pan (stage, -dx, -dy);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, QpCanvas *self)
{
  input_of (self)->pinched = 1;
  qp_stage_cancel (qp_canvas_get_stage (self)); /* the first finger was no stroke */
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, QpCanvas *self)
{
  Input *input = input_of (self);
  QpVec px = zoom_place (self);

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &px.x, &px.y);
  qp_stage_zoom_at (qp_canvas_get_stage (self), scale / input->pinched, px);
  input->pinched = scale;
}

/* -- keys -- */

static QpKey
key_of (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      return QP_KEY_ESCAPE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return QP_KEY_ENTER;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_KP_Tab:
      return QP_KEY_TAB;
    case GDK_KEY_BackSpace:
      return QP_KEY_BACKSPACE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return QP_KEY_DELETE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return QP_KEY_LEFT;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return QP_KEY_RIGHT;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return QP_KEY_UP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return QP_KEY_DOWN;
    default:
      return gdk_keyval_to_unicode (keyval) != 0 ? QP_KEY_TEXT : QP_KEY_NONE;
    }
}

static gboolean
is_menu_key (guint keyval, GdkModifierType state)
{
  return keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);
}

/* the menu comes where the selection is */
static void
show_menu (QpCanvas *self)
{
  QpStage *stage = qp_canvas_get_stage (self);
  const QpViewport *viewport = qp_stage_get_viewport (stage);
  const QpId primary = qp_selection_get_primary (qp_stage_get_selection (stage));
  const QpItem *item = qp_scene_find (qp_stage_get_scene (stage), primary);
  const QpVec px = item == NULL ? qp_vec (viewport->width / 2, viewport->height / 2)
                                : qp_viewport_to_px (viewport, qp_item_middle (item));

  qp_canvas_emit_menu (self, CLAMP (px.x, 0, viewport->width), CLAMP (px.y, 0, viewport->height));
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, QpCanvas *self)
{
  const QpKeyEvent event = { key_of (keyval), gdk_keyval_to_unicode (keyval), modifiers_of (state) };

  if (is_menu_key (keyval, state))
    {
      show_menu (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_space)
    {
      qp_stage_set_space (qp_canvas_get_stage (self), TRUE);
      return TRUE;
    }
  return event.key != QP_KEY_NONE && qp_stage_key (qp_canvas_get_stage (self), &event);
}

static void
on_key_released (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, QpCanvas *self)
{
  if (keyval == GDK_KEY_space)
    qp_stage_set_space (qp_canvas_get_stage (self), FALSE);
}

static gboolean
on_modifiers (GtkEventControllerKey *controller, GdkModifierType state, QpCanvas *self)
{
  qp_stage_set_modifiers (qp_canvas_get_stage (self), modifiers_of (state));
  return FALSE;
}

static void
on_focus_out (GtkEventControllerFocus *controller, QpCanvas *self)
{
  qp_stage_set_space (qp_canvas_get_stage (self), FALSE);
}

static void
add (QpCanvas *self, GtkEventController *controller, const char *signal, GCallback callback)
{
  g_signal_connect (controller, signal, callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_keys (QpCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  add (self, keys, "key-pressed", G_CALLBACK (on_key));
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  g_signal_connect (keys, "modifiers", G_CALLBACK (on_modifiers), self);
  add (self, gtk_event_controller_focus_new (), "leave", G_CALLBACK (on_focus_out));
}

/**
 * qp_canvas_add_input:
 * @self: a canvas
 *
 * Connects pointer, wheel, touch and keys to its stage.
 */
void
qp_canvas_add_input (QpCanvas *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_object_set_data_full (G_OBJECT (self), input_key, g_new0 (Input, 1), g_free);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  add (self, GTK_EVENT_CONTROLLER (pinch), "scale-changed", G_CALLBACK (on_pinch));
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  add (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES), "scroll", G_CALLBACK (on_scroll));
  add (self, gtk_event_controller_motion_new (), "leave", G_CALLBACK (on_leave));
  add (self, gtk_event_controller_legacy_new (), "event", G_CALLBACK (on_event));
  add_keys (self);
}
