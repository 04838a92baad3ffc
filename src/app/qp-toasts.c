/* qp-toasts.c: what a window tells in passing, one thing after the other
 *
 * libadwaita 1.2 frees a toast that is dismissed while it still slides in, and the end of the sliding then uses it: a
 * crash when Escape is held, or when the time of one toast runs out just as the next is dismissed. Here a toast is
 * given to the overlay only while the overlay is not mapped. Then it does not slide in at all; a revealer around the
 * overlay does that instead.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-toasts.h"

struct _QpToasts
{
  GtkWidget parent_instance;
  GtkRevealer *revealer;
  AdwToastOverlay *overlay; /* never given two at a time */
  AdwToast *current;        /* NULL once it is dismissed, though it can still be seen going */
  GQueue waiting;           /* AdwToast */
};

G_DEFINE_FINAL_TYPE (QpToasts, qp_toasts, GTK_TYPE_WIDGET)

/* it may be said again, as by the timer of a toast that Escape took away */
static void
on_dismissed (AdwToast *toast, QpToasts *self)
{
  if (toast != self->current)
    return;
  g_clear_object (&self->current);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
show_next (QpToasts *self)
{
  const gboolean seen
      = gtk_revealer_get_reveal_child (self->revealer) || gtk_revealer_get_child_revealed (self->revealer);
  if (seen || self->waiting.length == 0)
    return;
  self->current = g_queue_pop_head (&self->waiting);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->current));
  /* after the overlay's own handler, which is done with it by then */
  g_signal_connect_object (self->current, "dismissed", G_CALLBACK (on_dismissed), self, 0);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
qp_toasts_dispose (GObject *object)
{
  QpToasts *self = QP_TOASTS (object);
  g_clear_object (&self->current); /* it is dismissed when the overlay goes */
  g_queue_clear_full (&self->waiting, g_object_unref);
  if (self->revealer != NULL)
    g_signal_handlers_disconnect_by_data (self->revealer, self);
  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_toasts_parent_class)->dispose (object);
}

static void
qp_toasts_class_init (QpToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_toasts_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_toasts_init (QpToasts *self)
{
  g_queue_init (&self->waiting);
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->overlay));
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  g_signal_connect_swapped (self->revealer, "notify::child-revealed", G_CALLBACK (show_next), self);
}

/* whether it would be seen twice in a row without a difference */
static gboolean
is_repeated (QpToasts *self, AdwToast *toast)
{
  AdwToast *last = g_queue_peek_tail (&self->waiting);
  return last != NULL && g_str_equal (adw_toast_get_title (last), adw_toast_get_title (toast))
         && g_strcmp0 (adw_toast_get_button_label (last), adw_toast_get_button_label (toast)) == 0
         && adw_toast_get_action_target_value (last) == NULL && adw_toast_get_action_target_value (toast) == NULL;
}

/**
 * qp_toasts_add:
 * @self: toasts
 * @toast: (transfer full): what is told
 *
 * Tells it after what was told before, with high priority at once. What waits already is not told twice in a row.
 */
void
qp_toasts_add (QpToasts *self, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;
  if (adw_toast_get_priority (toast) == ADW_TOAST_PRIORITY_HIGH)
    {
      g_queue_push_head (&self->waiting, g_steal_pointer (&owned));
      qp_toasts_dismiss (self);
    }
  else if (!is_repeated (self, toast))
    g_queue_push_tail (&self->waiting, g_steal_pointer (&owned));
  show_next (self);
}

/**
 * qp_toasts_dismiss:
 * @self: toasts
 *
 * Takes away what is told now.
 *
 * Returns: whether there was something
 */
gboolean
qp_toasts_dismiss (QpToasts *self)
{
  g_autoptr (AdwToast) toast = self->current != NULL ? g_object_ref (self->current) : NULL;
  if (toast != NULL)
    adw_toast_dismiss (toast);
  return toast != NULL;
}
