/* qp-plan-preview.c: a plan that may be imported, as it would look
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-plan-preview.h"
#include "app/qp-view-style.h"

#include <adwaita.h>

#define MARGIN_PX 18
#define WALL_PX 2.0

/* What is drawn, and what came of it. Belongs to the thread while it works, and to the widget before and after. */
typedef struct
{
  QpPlanSource *source;
  QpPlanImport import; /* its texts are owned */
  QpPlanStyle style;
  int width;
  int height;
  double factor;
  cairo_surface_t *picture;
  double width_m;
  double height_m;
  guint n_obstacles;
} Sketch;

struct _QpPlanPreview
{
  GtkWidget parent_instance;
  QpPlanSource *source;
  QpPlanImport import; /* its texts are owned */
  Sketch *shown;
  gboolean working;
  gboolean stale; /* something was chosen since the work began */
};

G_DEFINE_FINAL_TYPE (QpPlanPreview, qp_plan_preview, GTK_TYPE_WIDGET)

enum
{
  DRAWN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
import_copy (QpPlanImport *to, const QpPlanImport *from)
{
  *to = *from;
  to->name = g_strdup (from->name);
  to->hidden_layers = g_strdup (from->hidden_layers);
  to->wall_layers = g_strdup (from->wall_layers);
}

static void
import_clear (QpPlanImport *self)
{
  g_free ((char *) self->name);
  g_free ((char *) self->hidden_layers);
  g_free ((char *) self->wall_layers);
  *self = (QpPlanImport){ 0 };
}

static void
sketch_free (gpointer data)
{
  Sketch *self = data;
  qp_plan_source_unref (self->source);
  import_clear (&self->import);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_free (self);
}

/* In the thread */

static void
trace_walls (GPtrArray *nodes, cairo_t *cr)
{
  for (guint i = 1; i < nodes->len; i++)
    {
      const QpObstacle *obstacle = nodes->pdata[i];
      const QpPoints *outline = obstacle->node.kind == QP_KIND_OBSTACLE ? obstacle->outline : NULL;
      for (guint k = 0; outline != NULL && k < outline->n; k++)
        if (k == 0)
          cairo_move_to (cr, qp_m_from_um (outline->at[k].x), qp_m_from_um (outline->at[k].y));
        else
          cairo_line_to (cr, qp_m_from_um (outline->at[k].x), qp_m_from_um (outline->at[k].y));
      if (outline != NULL && obstacle->closed != FALSE)
        cairo_close_path (cr);
    }
}

static void
fit (cairo_t *cr, const Sketch *self, const double corners[8])
{
  double x0 = corners[0], y0 = corners[1], x1 = x0, y1 = y0;
  for (guint i = 1; i < 4; i++)
    {
      x0 = fmin (x0, corners[2 * i]), x1 = fmax (x1, corners[2 * i]);
      y0 = fmin (y0, corners[2 * i + 1]), y1 = fmax (y1, corners[2 * i + 1]);
    }
  const double room_x = MAX (self->width - 2 * MARGIN_PX, 1), room_y = MAX (self->height - 2 * MARGIN_PX, 1);
  const double scale = fmin (room_x / fmax (x1 - x0, 1e-9), room_y / fmax (y1 - y0, 1e-9));
  cairo_translate (cr, self->width / 2.0, self->height / 2.0);
  cairo_scale (cr, scale, -scale);
  cairo_translate (cr, -(x0 + x1) / 2, -(y0 + y1) / 2);
}

static void
paint_plan (Sketch *self, GPtrArray *nodes, cairo_t *cr)
{
  const QpBackground *background = nodes->pdata[0];
  QpPlanLayer *layer = qp_plan_source_layer (self->source);
  double corners[8];
  qp_plan_layer_corners (layer, background, corners);
  self->width_m = hypot (corners[2] - corners[0], corners[3] - corners[1]);
  self->height_m = hypot (corners[6] - corners[0], corners[7] - corners[1]);
  cairo_save (cr);
  fit (cr, self, corners);
  qp_plan_layer_paint (layer, background, cr,
                       self->style.theme == QP_THEME_DARK ? QP_PLAN_LOOK_NIGHT : QP_PLAN_LOOK_PLAIN);
  trace_walls (nodes, cr);
  cairo_restore (cr);
  qp_set_colour (cr, self->style.accent);
  cairo_set_line_width (cr, WALL_PX);
  cairo_stroke (cr);
}

static void
sketch_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sketch *self = data;
  g_autoptr (GPtrArray) nodes = qp_plan_source_nodes (self->source, &self->import);
  self->n_obstacles = nodes->len - 1;
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * self->factor),
                                              (int) ceil (self->height * self->factor));
  cairo_surface_set_device_scale (self->picture, self->factor, self->factor);
  cairo_t *cr = cairo_create (self->picture);
  qp_set_colour (cr, self->style.paper);
  cairo_paint (cr);
  paint_plan (self, nodes, cr);
  cairo_destroy (cr);
  g_task_return_boolean (task, TRUE);
}

/* The widget */

static void start (QpPlanPreview *self);

static void
on_sketched (GObject *object, GAsyncResult *result, gpointer data)
{
  QpPlanPreview *self = QP_PLAN_PREVIEW (object);
  Sketch *sketch = g_task_get_task_data (G_TASK (result));
  self->working = FALSE;
  if (self->source == NULL) /* the dialog is gone */
    return;
  g_clear_pointer (&self->shown, sketch_free);
  self->shown = g_new (Sketch, 1);
  *self->shown = *sketch;
  *sketch = (Sketch){ .source = qp_plan_source_ref (sketch->source) };
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->stale)
    start (self);
  else
    g_signal_emit (self, signals[DRAWN], 0);
}

static void
start (QpPlanPreview *self)
{
  self->stale = self->working;
  if (self->working || self->source == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  Sketch *sketch = g_new0 (Sketch, 1);
  sketch->source = qp_plan_source_ref (self->source);
  import_copy (&sketch->import, &self->import);
  qp_view_style_init (&sketch->style, GTK_WIDGET (self));
  sketch->width = gtk_widget_get_width (GTK_WIDGET (self));
  sketch->height = gtk_widget_get_height (GTK_WIDGET (self));
  sketch->factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->working = TRUE;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_sketched, NULL);
  g_task_set_task_data (task, sketch, sketch_free);
  g_task_run_in_thread (task, sketch_in_thread);
}

/* The picture of another size or of a moment ago stands in until the right one is there. */
static void
qp_plan_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QpPlanPreview *self = QP_PLAN_PREVIEW (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  QpPlanStyle style;
  qp_view_style_init (&style, widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  if (self->shown != NULL && self->shown->picture != NULL)
    {
      cairo_set_source_surface (cr, self->shown->picture, (width - self->shown->width) / 2.0,
                                (height - self->shown->height) / 2.0);
      cairo_paint (cr);
    }
  cairo_destroy (cr);
}

static void
qp_plan_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QpPlanPreview *self = QP_PLAN_PREVIEW (widget);
  if (self->shown == NULL || self->shown->width != width || self->shown->height != height)
    start (self);
}

static void
qp_plan_preview_dispose (GObject *object)
{
  QpPlanPreview *self = QP_PLAN_PREVIEW (object);
  g_clear_pointer (&self->source, qp_plan_source_unref);
  g_clear_pointer (&self->shown, sketch_free);
  import_clear (&self->import);
  G_OBJECT_CLASS (qp_plan_preview_parent_class)->dispose (object);
}

static void
qp_plan_preview_class_init (QpPlanPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_plan_preview_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = qp_plan_preview_snapshot;
  GTK_WIDGET_CLASS (klass)->size_allocate = qp_plan_preview_size_allocate;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  signals[DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
qp_plan_preview_init (QpPlanPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview of the plan"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (start), self,
                           G_CONNECT_SWAPPED);
}

/**
 * qp_plan_preview_show:
 * @self: a preview
 * @source: the plan
 * @import: how it would be taken over; its texts are copied
 *
 * Shows the plan like this.
 */
void
qp_plan_preview_show (QpPlanPreview *self, QpPlanSource *source, const QpPlanImport *import)
{
  QpPlanImport copy;
  import_copy (&copy, import);
  import_clear (&self->import);
  self->import = copy;
  qp_plan_source_ref (source);
  g_clear_pointer (&self->source, qp_plan_source_unref);
  self->source = source;
  start (self);
}

/**
 * qp_plan_preview_is_drawn:
 * @self: a preview
 *
 * Returns: whether picture and figures belong to what was asked for last
 */
gboolean
qp_plan_preview_is_drawn (QpPlanPreview *self)
{
  return self->shown != NULL && !self->working;
}

/**
 * qp_plan_preview_size:
 * @self: a preview
 * @width_m: (out): metres from left to right, NaN when nothing was drawn yet
 * @height_m: (out): metres from bottom to top
 *
 * Gives how large the plan will be.
 */
void
qp_plan_preview_size (QpPlanPreview *self, double *width_m, double *height_m)
{
  *width_m = self->shown != NULL ? self->shown->width_m : NAN;
  *height_m = self->shown != NULL ? self->shown->height_m : NAN;
}

/**
 * qp_plan_preview_n_obstacles:
 * @self: a preview
 *
 * Returns: number of obstacles that would be made
 */
guint
qp_plan_preview_n_obstacles (QpPlanPreview *self)
{
  return self->shown != NULL ? self->shown->n_obstacles : 0;
}
