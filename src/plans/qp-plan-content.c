/* qp-plan-content.c: reads a file of any format, in a thread of its own that is given up when it takes too long
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-content.h"

#include "base/qp-error.h"
#include "base/qp-thread.h"

#define LOOK_MS 50
#define PATIENCE 10 /* so many times the limit is waited for on a busy machine */

/* -- what was read -- */

static void
clear_layer (gpointer data)
{
  g_free (((QpDrawingLayer *) data)->name);
}

static void
clear_count (gpointer data)
{
  g_free (((QpPlanCount *) data)->what);
  g_free (((QpPlanCount *) data)->layer);
}

QpPlanContent *
qp_plan_content_new (gint64 format)
{
  QpPlanContent *self = g_new0 (QpPlanContent, 1);

  self->format = format;
  self->page = self->n_pages = 1;
  self->units_per_mark = 1;
  self->metres_per_unit = NAN;
  self->basis = QP_SCALE_UNKNOWN;
  self->layers = g_array_new (FALSE, FALSE, sizeof (QpDrawingLayer));
  self->counts = g_array_new (FALSE, FALSE, sizeof (QpPlanCount));
  g_array_set_clear_func (self->layers, clear_layer);
  g_array_set_clear_func (self->counts, clear_count);
  self->findings = qp_findings_new ();
  return self;
}

void
qp_plan_content_free (QpPlanContent *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->recording, cairo_surface_destroy);
  g_clear_pointer (&self->coarse, cairo_surface_destroy);
  g_clear_pointer (&self->raster, qp_plan_raster_free);
  g_clear_pointer (&self->drawing, qp_plan_drawing_unref);
  g_clear_pointer (&self->facts, g_array_unref);
  g_array_unref (self->layers);
  g_array_unref (self->counts);
  qp_findings_free (self->findings);
  g_free (self->why);
  g_free (self);
}

/**
 * qp_plan_content_add_layer:
 * @self: a content
 * @name: a layer; one that is there already is shown if either is
 * @shown: whether the file shows it
 *
 * Layers are kept in one text, joined by ";", so a name loses that sign.
 */
void
qp_plan_content_add_layer (QpPlanContent *self, const char *name, gboolean shown)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), ";", ',');

  for (guint i = 0; i < self->layers->len; i++)
    if (g_str_equal (g_array_index (self->layers, QpDrawingLayer, i).name, plain))
      {
        g_array_index (self->layers, QpDrawingLayer, i).shown |= shown;
        return;
      }
  if (self->layers->len >= QP_PLAN_MAX_LAYERS)
    return;
  const QpDrawingLayer layer = { g_steal_pointer (&plain), QP_DRAWING_INK, shown, 0 };
  g_array_append_val (self->layers, layer);
}

/**
 * qp_plan_content_count:
 * @self: a content
 * @what: type of object as the format names it
 * @layer: (nullable): layer that it is on
 * @read: objects that became part of the drawing
 * @skipped: objects that did not
 */
void
qp_plan_content_count (QpPlanContent *self, const char *what, const char *layer, guint read, guint skipped)
{
  for (guint i = 0; i < self->counts->len; i++)
    {
      QpPlanCount *count = &g_array_index (self->counts, QpPlanCount, i);
      if (g_str_equal (count->what, what) && g_strcmp0 (count->layer, layer) == 0)
        {
          count->read += read;
          count->skipped += skipped;
          return;
        }
    }
  const QpPlanCount count = { g_strdup (what), g_strdup (layer), read, skipped };
  g_array_append_val (self->counts, count);
}

/**
 * qp_plan_content_check_recording:
 * @self: a content
 * @recording: a page as cairo commands
 * @reason: (nullable): what its reader says went wrong
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_LIMIT when there is a @reason, or cairo could not take it all
 */
gboolean
qp_plan_content_check_recording (const QpPlanContent *self, cairo_surface_t *recording, const char *reason,
                                 GError **error)
{
  if (reason == NULL && cairo_surface_status (recording) == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
               self->format == QP_BACKGROUND_SVG ? _ ("The SVG drawing can’t be drawn: %s")
                                                 : _ ("The PDF page can’t be drawn: %s"),
               reason != NULL ? reason : _ ("it is too large"));
  return FALSE;
}

/* -- following it -- */

/**
 * qp_plan_watch_tell:
 * @self: (nullable): who follows
 * @fraction: how far the work is, 0 to 1
 * @error: return location
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED when the work is to stop
 */
gboolean
qp_plan_watch_tell (const QpPlanWatch *self, double fraction, GError **error)
{
  if (self == NULL)
    return TRUE;
  if (self->progress != NULL)
    self->progress (CLAMP (fraction, 0, 1), self->data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static QpPlanContent *
read_now (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error)
{
  gint64 format = request->format;

  if (format == QP_UNSET && !qp_plan_sniff (bytes, NULL, &format))
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_READ,
                           _ ("The format of this background is not known. DXF, PDF, SVG and GeoJSON drawings and PNG, "
                              "JPEG, WebP and TIFF pictures can be shown."));
      return NULL;
    }
  switch (format)
    {
    case QP_BACKGROUND_SVG:
      return qp_plan_svg_read (bytes, request, watch, error);
    case QP_BACKGROUND_PDF:
      return qp_plan_pdf_read (bytes, request, watch, error);
    case QP_BACKGROUND_GEOJSON:
      return qp_plan_geojson_read (bytes, request, watch, error);
    case QP_BACKGROUND_DXF:
      return qp_plan_dxf_read (bytes, request, watch, error);
    default:
      return qp_plan_picture_read (bytes, watch, error);
    }
}

/* -- in a thread of its own: librsvg and poppler can't be stopped, but they need not be waited for -- */

typedef struct
{
  gatomicrefcount ref_count;
  GBytes *bytes;
  QpPlanRequest request;
  char *hidden_layers;
  GCancellable *cancellable;
  gboolean stand_back;
  GMutex lock; /* for all below */
  GCond done;
  QpThreadClock clock; /* of the thread, once it works */
  double fraction;
  gboolean is_done;
  QpPlanContent *content;
  GError *error;
} Job;

static void
job_unref (Job *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_bytes_unref (self->bytes);
  g_free (self->hidden_layers);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->content, qp_plan_content_free);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->done);
  g_free (self);
}

static void
on_progress (double fraction, gpointer data)
{
  Job *self = data;

  g_mutex_lock (&self->lock);
  self->fraction = fraction;
  g_mutex_unlock (&self->lock);
}

static gpointer
work (gpointer data)
{
  Job *self = data;
  const QpPlanWatch watch = { self->cancellable, on_progress, self };
  GError *error = NULL;

  if (self->stand_back)
    qp_thread_stand_back ();
  g_mutex_lock (&self->lock);
  self->clock = qp_thread_clock ();
  g_mutex_unlock (&self->lock);
  QpPlanContent *content = read_now (self->bytes, &self->request, &watch, &error);
  g_mutex_lock (&self->lock);
  self->content = content;
  self->error = error;
  self->is_done = TRUE;
  g_cond_signal (&self->done);
  g_mutex_unlock (&self->lock);
  job_unref (self);
  return NULL;
}

static Job *
job_start (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch)
{
  Job *self = g_new0 (Job, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count); /* the thread's */
  self->bytes = g_bytes_ref (bytes);
  self->hidden_layers = g_strdup (request->hidden_layers);
  self->request = *request;
  self->request.hidden_layers = self->hidden_layers;
  self->cancellable = g_cancellable_new ();
  self->clock = QP_THREAD_CLOCK_NONE;
  self->stand_back = watch != NULL && watch->stand_back;
  g_mutex_init (&self->lock);
  g_cond_init (&self->done);
  g_thread_unref (g_thread_new ("qp-plan", work, self));
  return self;
}

/* with the lock held. The time limit is about the file: on a machine that is busy with other things the thread, which
 * may stand back, gets little of a processor for no fault of the file. */
static gboolean
is_late (Job *self, gint64 start)
{
  const gint64 waited = g_get_monotonic_time () - start;
  const gint64 worked = qp_thread_clock_read (self->clock);
  const gint64 most = QP_PLAN_MAX_SECONDS * G_USEC_PER_SEC;

  return worked >= most || waited >= (worked < 0 ? 1 : PATIENCE) * most;
}

/* with the lock held, which is let go of while others are told; FALSE when nobody wants to wait longer */
static gboolean
wait_a_little (Job *self, const QpPlanWatch *watch, gint64 start, GError **error)
{
  g_cond_wait_until (&self->done, &self->lock, g_get_monotonic_time () + LOOK_MS * 1000);
  if (self->is_done)
    return TRUE;
  const double fraction = self->fraction;
  g_mutex_unlock (&self->lock);
  const gboolean wanted = qp_plan_watch_tell (watch, fraction, error);
  g_mutex_lock (&self->lock);
  if (!wanted || self->is_done || !is_late (self, start))
    return wanted;
  g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
               _ ("Reading the file took longer than %d seconds and was given up. Ask for a simpler one, or save only "
                  "what is needed of it."),
               QP_PLAN_MAX_SECONDS);
  return FALSE;
}

static QpPlanContent *
job_wait (Job *self, const QpPlanWatch *watch, GError **error)
{
  const gint64 start = g_get_monotonic_time ();
  QpPlanContent *content = NULL;
  gboolean wanted = TRUE;

  g_mutex_lock (&self->lock);
  while (wanted && !self->is_done)
    wanted = wait_a_little (self, watch, start, error);
  if (wanted)
    {
      content = g_steal_pointer (&self->content);
      if (self->error != NULL)
        g_propagate_error (error, g_steal_pointer (&self->error));
    }
  g_mutex_unlock (&self->lock);
  if (!wanted)
    g_cancellable_cancel (self->cancellable);
  job_unref (self);
  return content;
}

/**
 * qp_plan_check_size:
 * @size: bytes of a file
 * @error: return location
 *
 * Returns: whether it is small enough to be read; to be asked before it is
 */
gboolean
qp_plan_check_size (guint64 size, GError **error)
{
  if (size <= QP_PLAN_MAX_BYTES)
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _ ("The background is larger than %d MiB."),
               QP_PLAN_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

/**
 * qp_plan_content_read:
 * @bytes: (nullable): a file
 * @request: what of it is wanted
 * @watch: (nullable): who follows, told in the calling thread
 * @error: return location
 *
 * Reads a file. Waits for it, so this is for workers; it is given up after %QP_PLAN_MAX_SECONDS of work.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with %QP_ERROR_READ (damaged, or a format that can't be
 *   shown), %QP_ERROR_LIMIT (too much of something), %QP_ERROR_NOT_FOUND (no bytes, no such page) or
 *   %G_IO_ERROR_CANCELLED
 */
QpPlanContent *
qp_plan_content_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error)
{
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_NOT_FOUND, _ ("No file is embedded for this background."));
      return NULL;
    }
  if (!qp_plan_check_size (g_bytes_get_size (bytes), error))
    return NULL;
  return job_wait (job_start (bytes, request, watch), watch, error);
}
