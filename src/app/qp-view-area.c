/* qp-view-area.c: the view from a place as a picture in the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-view-area.h"

#include "app/qp-view-style.h"
#include "exchange/qp-view-file.h"

#include <adwaita.h>

#define MOST_TALL_PX 420 /* a wider one is shown lower */
#define ZOOM_STEP 1.15
#define TURN_STEP_DEG 5.0
#define MOST_PITCH 80.0

struct _QpViewArea
{
  GtkWidget parent_instance;
  QpNode *plan; /* NULL while nobody stands there */
  QpCatalogue *catalogue;
  QpGaze gaze;
  gboolean night;
  QpViewResult *shown;
  double shown_factor;
  gboolean other; /* a scene that was worked out before is of another plan or catalogue */
  gboolean working;
  gboolean stale; /* something else was asked for since the work began */
  double drag_heading;
  double drag_pitch;
};

G_DEFINE_FINAL_TYPE (QpViewArea, qp_view_area, GTK_TYPE_WIDGET)

enum
{
  TURNED,
  DRAWN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* -- the picture -- */

static void start (QpViewArea *self);

static void
on_worked_out (GObject *object, GAsyncResult *result, gpointer data)
{
  QpViewArea *self = QP_VIEW_AREA (object);
  g_autoptr (QpViewResult) made = qp_view_job_finish (result);

  self->working = FALSE;
  if (self->plan == NULL)
    return;
  g_clear_pointer (&self->shown, qp_view_result_free);
  self->shown = g_steal_pointer (&made);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[DRAWN], 0);
  if (self->stale)
    start (self);
}

static QpViewWanted
wanted_at (QpViewArea *self, guint width, guint height, double factor, guint samples)
{
  QpViewWanted wanted
      = { .plan = self->plan, .catalogue = self->catalogue, .gaze = self->gaze, .width = width, .height = height };

  wanted.scene = self->shown != NULL && !self->other ? self->shown->scene : NULL;
  qp_view_style_init (&wanted.style, GTK_WIDGET (self));
  wanted.options = (QpViewOptions){ self->night, wanted.style.theme, samples, TRUE };
  if (self->night) /* light letters on a dark picture */
    qp_plan_style_init (&wanted.style, QP_THEME_DARK, wanted.style.text_px);
  wanted.style.text_px *= factor;
  wanted.style.unit *= factor;
  return wanted;
}

static void
start (QpViewArea *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  const int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->stale = self->working;
  if (self->working || self->plan == NULL || width < 16 || height < 16)
    return;
  const QpViewWanted wanted = wanted_at (self, (guint) (width * factor), (guint) (height * factor), factor, 2);
  self->working = TRUE;
  self->other = FALSE;
  self->shown_factor = factor;
  qp_view_job_run (G_OBJECT (self), &wanted, on_worked_out, NULL);
}

/* the picture of a moment ago stands in until the right one is there */
static void
qp_view_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QpViewArea *self = QP_VIEW_AREA (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

  if (self->shown == NULL)
    return;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  const QpCamera *camera = &self->shown->picture->camera;
  cairo_scale (cr, width / camera->width, height / camera->height);
  cairo_set_source_surface (cr, self->shown->picture->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 0, 0, width, height);
}

static void
qp_view_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QpViewArea *self = QP_VIEW_AREA (widget);
  const QpCamera *camera = self->shown != NULL ? &self->shown->picture->camera : NULL;

  if (camera == NULL || fabs (camera->width - width * self->shown_factor) > 1
      || fabs (camera->height - height * self->shown_factor) > 1)
    start (self);
}

static void
qp_view_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 400;
      return;
    }
  *natural = for_size > 0 ? (int) MIN (for_size / QP_VIEW_ASPECT, MOST_TALL_PX) : 250;
  *minimum = 125;
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
qp_view_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* -- turning the head -- */

static void
turn (QpViewArea *self, double heading, double pitch, double across)
{
  self->gaze.heading = qp_heading_wrap (heading);
  self->gaze.pitch = CLAMP (pitch, -MOST_PITCH, MOST_PITCH);
  self->gaze.across = CLAMP (across, QP_CAMERA_LEAST_DEG, QP_CAMERA_MOST_DEG);
  start (self);
  g_signal_emit (self, signals[TURNED], 0);
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, QpViewArea *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  self->drag_heading = self->gaze.heading;
  self->drag_pitch = self->gaze.pitch;
}

/* what is under the pointer stays there: the picture is taken along */
static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, QpViewArea *self)
{
  const double px = gtk_widget_get_width (GTK_WIDGET (self)) / self->gaze.across;

  turn (self, self->drag_heading - dx / px, self->drag_pitch + dy / px, self->gaze.across);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, QpViewArea *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, QpViewArea *self)
{
  turn (self, self->gaze.heading, self->gaze.pitch, self->gaze.across * pow (ZOOM_STEP, dy));
  return GDK_EVENT_STOP;
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, QpViewArea *self)
{
  const QpGaze *gaze = &self->gaze;
  const double step = TURN_STEP_DEG * gaze->across / QP_CAMERA_USUAL_DEG;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    turn (self, gaze->heading + (key == GDK_KEY_Left ? -step : step), gaze->pitch, gaze->across);
  else if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    turn (self, gaze->heading, gaze->pitch + (key == GDK_KEY_Up ? step : -step), gaze->across);
  else if (key == GDK_KEY_plus || key == GDK_KEY_KP_Add || key == GDK_KEY_equal)
    turn (self, gaze->heading, gaze->pitch, gaze->across / ZOOM_STEP);
  else if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    turn (self, gaze->heading, gaze->pitch, gaze->across * ZOOM_STEP);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
add_input (QpViewArea *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* -- the widget -- */

static void
qp_view_area_dispose (GObject *object)
{
  qp_view_area_clear (QP_VIEW_AREA (object));
  G_OBJECT_CLASS (qp_view_area_parent_class)->dispose (object);
}

static void
qp_view_area_class_init (QpViewAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qp_view_area_dispose;
  widget_class->snapshot = qp_view_area_snapshot;
  widget_class->size_allocate = qp_view_area_size_allocate;
  widget_class->measure = qp_view_area_measure;
  widget_class->get_request_mode = qp_view_area_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[TURNED]
      = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAWN]
      = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qp_view_area_init (QpViewArea *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Drag to turn the head, scroll to look closer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("View from here"), -1);
  add_input (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (start), self,
                           G_CONNECT_SWAPPED);
}

/**
 * qp_view_area_show:
 * @self: an area
 * @plan: the plan
 * @catalogue: (nullable): where cabinets are looked up
 * @gaze: who looks where
 * @night: whether it is night
 *
 * Shows what is seen from there. `drawn` is emitted when picture and figures are there, `turned` when the head was
 * turned here.
 */
void
qp_view_area_show (QpViewArea *self, QpNode *plan, QpCatalogue *catalogue, const QpGaze *gaze, gboolean night)
{
  g_autoptr (QpNode) plan_before = self->plan;
  QpCatalogue *catalogue_before = self->catalogue;

  self->plan = qp_node_ref (plan);
  self->catalogue = catalogue != NULL ? qp_catalogue_ref (catalogue) : NULL;
  self->other |= self->catalogue != catalogue_before || plan_before != plan;
  g_clear_pointer (&catalogue_before, qp_catalogue_unref);
  self->gaze = *gaze;
  self->night = night;
  start (self);
}

/**
 * qp_view_area_clear:
 * @self: an area
 *
 * Shows nothing.
 */
void
qp_view_area_clear (QpViewArea *self)
{
  g_clear_pointer (&self->plan, qp_node_unref);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  g_clear_pointer (&self->shown, qp_view_result_free);
}

/**
 * qp_view_area_gaze:
 * @self: an area
 *
 * Returns: (transfer none): who looks where
 */
const QpGaze *
qp_view_area_gaze (QpViewArea *self)
{
  return &self->gaze;
}

/**
 * qp_view_area_result:
 * @self: an area
 *
 * Returns: (transfer none) (nullable): the picture that is shown, with its figures
 */
const QpViewResult *
qp_view_area_result (QpViewArea *self)
{
  return self->shown;
}

/**
 * qp_view_area_is_drawn:
 * @self: an area
 *
 * Returns: whether the picture belongs to what was asked for last
 */
gboolean
qp_view_area_is_drawn (QpViewArea *self)
{
  return self->shown != NULL && !self->working;
}

/**
 * qp_view_area_wanted:
 * @self: an area
 * @width: of a picture to give away, pixels
 * @wanted: (out): what has to be worked out for it; borrowed from the area
 *
 * Returns: whether somebody stands there
 */
gboolean
qp_view_area_wanted (QpViewArea *self, guint width, QpViewWanted *wanted)
{
  if (self->plan == NULL)
    return FALSE;
  *wanted = wanted_at (self, width, (guint) round (width / QP_VIEW_ASPECT), fmax (1, width / 1200.0), 3);
  wanted->caption = TRUE;
  return TRUE;
}
