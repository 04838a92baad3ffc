/* qp-paper-preview.c: a page of a drawing as it will come out of the printer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-paper-preview.h"

#include <math.h>

#define MARGIN_PX 18
#define SHADOW_PX 6

/* A page that is drawn, and what came of it. Belongs to the thread while it works, to the widget before and after. The pages stay
 * from one page to the next: what they need is looked up once. */
typedef struct
{
  QpPaperChoice *choice;
  QpDrawingPages *pages; /* NULL until they were made, or with an error */
  GError *error;
  guint page;
  int width; /* of the room for the page, pixels */
  int height;
  double factor;
  cairo_surface_t *picture;
} Sketch;

struct _QpPaperPreview
{
  GtkWidget parent_instance;
  QpPaperChoice *choice;
  guint page;
  Sketch *shown;
  gboolean working;
  gboolean stale; /* something was chosen since the work began */
};

G_DEFINE_FINAL_TYPE (QpPaperPreview, qp_paper_preview, GTK_TYPE_WIDGET)

enum
{
  DRAWN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
sketch_free (gpointer data)
{
  Sketch *self = data;

  g_clear_pointer (&self->pages, qp_drawing_pages_free);
  qp_paper_choice_free (self->choice);
  g_clear_error (&self->error);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_free (self);
}

/* in the thread */

static void
draw_page (Sketch *self)
{
  const QpPaperLayout *layout = qp_drawing_pages_layout (self->pages);
  const double share = MIN (self->width / layout->page_width, self->height / layout->page_height);
  const int width = MAX (1, (int) floor (layout->page_width * share)), height = MAX (1, (int) floor (layout->page_height * share));

  self->page = MIN (self->page, qp_drawing_pages_count (self->pages) - 1);
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * self->factor), (int) ceil (height * self->factor));
  cairo_surface_set_device_scale (self->picture, self->factor, self->factor);
  cairo_t *cr = cairo_create (self->picture);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, share, share);
  qp_drawing_pages_paint (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
sketch_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sketch *self = data;

  if (self->pages == NULL)
    self->pages = qp_paper_choice_pages (self->choice, &self->error);
  if (self->pages != NULL)
    draw_page (self);
  g_task_return_boolean (task, TRUE);
}

/* in the window */

static void start (QpPaperPreview *self);

static void
on_sketched (GObject *object, GAsyncResult *result, gpointer data)
{
  QpPaperPreview *self = QP_PAPER_PREVIEW (object);
  Sketch *sketch = g_task_get_task_data (G_TASK (result));

  self->working = FALSE;
  if (self->choice == NULL) /* the dialog is gone */
    return;
  g_clear_pointer (&self->shown, sketch_free);
  self->shown = g_new (Sketch, 1);
  *self->shown = *sketch;
  *sketch = (Sketch){ .choice = qp_paper_choice_copy (sketch->choice) };
  self->page = self->stale ? self->page : self->shown->page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->stale)
    start (self);
  else
    g_signal_emit (self, signals[DRAWN], 0);
}

/* the pages of before, where they are of the same choice */
static Sketch *
sketch_new (QpPaperPreview *self)
{
  Sketch *sketch = g_new0 (Sketch, 1);

  if (self->shown != NULL && self->shown->pages != NULL && qp_paper_choice_equal (self->shown->choice, self->choice))
    {
      sketch->choice = g_steal_pointer (&self->shown->choice);
      sketch->pages = g_steal_pointer (&self->shown->pages);
      self->shown->choice = qp_paper_choice_copy (self->choice);
    }
  else
    sketch->choice = qp_paper_choice_copy (self->choice);
  return sketch;
}

static void
start (QpPaperPreview *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN_PX, height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN_PX;

  self->stale = self->working;
  if (self->working || self->choice == NULL || width <= 0 || height <= 0)
    return;
  Sketch *sketch = sketch_new (self);
  sketch->page = self->page;
  sketch->width = width;
  sketch->height = height;
  sketch->factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->working = TRUE;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_sketched, NULL);
  g_task_set_task_data (task, sketch, sketch_free);
  g_task_run_in_thread (task, sketch_in_thread);
}

static void
add_picture (GtkSnapshot *snapshot, const Sketch *shown, int width, int height)
{
  const double w = cairo_image_surface_get_width (shown->picture) / shown->factor, h = cairo_image_surface_get_height (shown->picture) / shown->factor;
  const double x = floor ((width - w) / 2), y = floor ((height - h) / 2);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GskRoundedRect page;

  gsk_rounded_rect_init_from_rect (&page, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) w, (float) h), 0);
  gtk_snapshot_append_outset_shadow (snapshot, &page, &(GdkRGBA){ 0, 0, 0, 0.3f }, 0, 1, 0, SHADOW_PX);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, shown->picture, x, y);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* the page of a moment ago stands in until the right one is there */
static void
qp_paper_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QpPaperPreview *self = QP_PAPER_PREVIEW (widget);

  if (self->shown != NULL && self->shown->picture != NULL)
    add_picture (snapshot, self->shown, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

static void
qp_paper_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QpPaperPreview *self = QP_PAPER_PREVIEW (widget);

  if (self->shown == NULL || self->shown->width != width - 2 * MARGIN_PX || self->shown->height != height - 2 * MARGIN_PX)
    start (self);
}

static void
qp_paper_preview_dispose (GObject *object)
{
  QpPaperPreview *self = QP_PAPER_PREVIEW (object);

  g_clear_pointer (&self->choice, qp_paper_choice_free);
  g_clear_pointer (&self->shown, sketch_free);
  G_OBJECT_CLASS (qp_paper_preview_parent_class)->dispose (object);
}

static void
qp_paper_preview_class_init (QpPaperPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_paper_preview_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = qp_paper_preview_snapshot;
  GTK_WIDGET_CLASS (klass)->size_allocate = qp_paper_preview_size_allocate;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  signals[DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qp_paper_preview_init (QpPaperPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview of the page"), -1);
}

/**
 * qp_paper_preview_show:
 * @self: a preview
 * @choice: what is drawn; copied
 * @page: which page of it, from 0
 *
 * Shows a page. The signal “drawn” tells when it is there, or why it can’t be.
 */
void
qp_paper_preview_show (QpPaperPreview *self, const QpPaperChoice *choice, guint page)
{
  QpPaperChoice *copy = qp_paper_choice_copy (choice);

  g_clear_pointer (&self->choice, qp_paper_choice_free);
  self->choice = copy;
  self->page = page;
  start (self);
}

/**
 * qp_paper_preview_is_drawn:
 * @self: a preview
 *
 * Returns: whether what is shown is what was asked for last
 */
gboolean
qp_paper_preview_is_drawn (QpPaperPreview *self)
{
  return self->shown != NULL && !self->working;
}

/**
 * qp_paper_preview_pages:
 * @self: a preview
 *
 * Returns: how many pages there are; 0 while nothing is drawn
 */
guint
qp_paper_preview_pages (QpPaperPreview *self)
{
  return self->shown != NULL && self->shown->pages != NULL ? qp_drawing_pages_count (self->shown->pages) : 0;
}

/**
 * qp_paper_preview_ratio:
 * @self: a preview
 *
 * Returns: N of the scale 1 : N; 0 where there is none
 */
double
qp_paper_preview_ratio (QpPaperPreview *self)
{
  return self->shown != NULL && self->shown->pages != NULL ? qp_drawing_pages_ratio (self->shown->pages) : 0;
}

/**
 * qp_paper_preview_error:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): why there are no pages
 */
const char *
qp_paper_preview_error (QpPaperPreview *self)
{
  return self->shown != NULL && self->shown->error != NULL ? self->shown->error->message : NULL;
}
