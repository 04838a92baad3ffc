/* qp-pdf.c: a document of several pages as PDF, written page by page
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-pdf.h"

#include "base/qp-error.h"
#include "plans/qp-plan-drawing.h"

#include <cairo-pdf.h>
#include <string.h>

#define LEVELS 4

/* where pages go: a surface that gives its bytes to a stream */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
  cairo_surface_t *surface;
  cairo_t *cr;
  int parents[LEVELS]; /* last entry of the outline by level */
} Pdf;

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  Pdf *self = closure;

  if (self->error != NULL)
    return CAIRO_STATUS_WRITE_ERROR;
  return g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, &self->error)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_t *
begin_page (guint page, double width, double height, gpointer data)
{
  Pdf *self = data;

  cairo_pdf_surface_set_size (self->surface, width, height);
  cairo_save (self->cr);
  return self->cr;
}

static void
end_page (guint page, gpointer data)
{
  Pdf *self = data;

  cairo_restore (self->cr);
  cairo_show_page (self->cr);
}

static void
add_outline (guint level, const char *title, const char *target, gpointer data)
{
  Pdf *self = data;
  g_autofree char *link = g_strdup_printf ("dest='%s'", target);
  const guint at = MIN (level, LEVELS - 1);
  const int entry = cairo_pdf_surface_add_outline (self->surface, self->parents[at - 1], title, link,
                                                   level == 1 ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);

  for (guint i = at; i < LEVELS; i++)
    self->parents[i] = entry;
}

static const QpPageSink pdf_sink = { begin_page, end_page, add_outline, TRUE };

static void
describe (cairo_surface_t *surface, const QpPdf *document)
{
  /* cairo wants a time of day with the date, and reads the clock where nobody gives one */
  g_autofree char *date = document->date == NULL                ? NULL
                          : strchr (document->date, 'T') != NULL ? g_strdup (document->date)
                                                                 : g_strconcat (document->date, "T00:00:00Z", NULL);
  const struct
  {
    cairo_pdf_metadata_t key;
    const char *value;
  } entries[] = {
    { CAIRO_PDF_METADATA_TITLE, document->title },       { CAIRO_PDF_METADATA_AUTHOR, document->author },
    { CAIRO_PDF_METADATA_SUBJECT, document->subject },   { CAIRO_PDF_METADATA_KEYWORDS, document->keywords },
    { CAIRO_PDF_METADATA_CREATE_DATE, date },            { CAIRO_PDF_METADATA_MOD_DATE, date },
    { CAIRO_PDF_METADATA_CREATOR, "Qianping " QP_VERSION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].value != NULL && *entries[i].value != '\0')
      cairo_pdf_surface_set_metadata (surface, entries[i].key, entries[i].value);
}

/* the surface is finished even when the rest is not wanted: its destructor would write then */
static gboolean
close_surface (Pdf *self, gboolean whole, GError **error)
{
  cairo_status_t status = cairo_status (self->cr);

  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  if (!whole)
    {
      g_clear_error (&self->error);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The document was not made: it was cancelled."));
      return FALSE;
    }
  if (self->error != NULL)
    {
      g_propagate_error (error, self->error);
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The document could not be made: %s"), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
paint_all (const QpPdf *self, QpPages *pages, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  Pdf pdf = { .stream = stream, .cancellable = cancellable };
  double width, height;

  qp_pages_paper_size (self->setup.paper, self->setup.landscape, &width, &height);
  pdf.surface = cairo_pdf_surface_create_for_stream (take_bytes, &pdf, width, height);
  pdf.cr = cairo_create (pdf.surface);
  describe (pdf.surface, self);
  const gboolean whole = qp_pages_paint (pages, self->compose, self->compose_data, &pdf_sink, &pdf, cancellable);
  return close_surface (&pdf, whole, error);
}

static QpPages *
measure (const QpPdf *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (QpPages) pages = qp_pages_new (&self->setup);

  qp_pages_set_told (pages, self->told, self->told_data);
  qp_pages_set_probe (pages, self->probe, self->probe_data);
  if (!qp_pages_measure (pages, self->compose, self->compose_data, cancellable))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The document was not made: it was cancelled."));
      return NULL;
    }
  if (self->n_pages != NULL)
    *self->n_pages = qp_pages_count (pages);
  return g_steal_pointer (&pages);
}

/**
 * qp_pdf_write_stream:
 * @self: a document
 * @stream: where its bytes go; left open
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Composes the document twice, to count its pages and to paint them; pages are written one by one.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, %QP_ERROR_WRITE or an error of @stream
 */
gboolean
qp_pdf_write_stream (const QpPdf *self, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (QpPages) pages = measure (self, cancellable, error);

  return pages != NULL && paint_all (self, pages, stream, cancellable, error);
}

static gboolean
replace_file (const QpPdf *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GCancellable) given_up = g_cancellable_new ();

  if (stream == NULL)
    return FALSE;
  if (qp_pdf_write_stream (self, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  /* closed as cancelled, the old file stays as it was */
  g_cancellable_cancel (given_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), given_up, NULL);
  return FALSE;
}

/**
 * qp_pdf_write:
 * @self: a document
 * @path: file to be written
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Writes the document; a file that was there is replaced only once the new one is whole.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED or %QP_ERROR_WRITE
 */
gboolean
qp_pdf_write (const QpPdf *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) reason = NULL;

  if (replace_file (self, file, cancellable, &reason))
    return TRUE;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED) || reason->domain == QP_ERROR)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The document can’t be written: %s"), reason->message);
  return FALSE;
}

/**
 * qp_pdf_to_bytes:
 * @self: a document
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the whole PDF, or %NULL with an error of qp_pdf_write_stream()
 */
GBytes *
qp_pdf_to_bytes (const QpPdf *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!qp_pdf_write_stream (self, stream, cancellable, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* -- pages for somebody else than a file -- */

typedef struct
{
  GPtrArray *pages; /* cairo_surface_t, recordings */
  cairo_t *cr;
} Recorder;

static cairo_t *
begin_recording (guint page, double width, double height, gpointer data)
{
  Recorder *self = data;
  const cairo_rectangle_t extents = { 0, 0, width, height };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  qp_plan_drawing_mark_page (surface);
  g_ptr_array_add (self->pages, surface);
  self->cr = cairo_create (surface);
  return self->cr;
}

static void
end_recording (guint page, gpointer data)
{
  g_clear_pointer (&((Recorder *) data)->cr, cairo_destroy);
}

static const QpPageSink recording_sink = { begin_recording, end_recording, NULL, FALSE };

static void
surface_free (gpointer surface)
{
  cairo_surface_destroy (surface);
}

/**
 * qp_pdf_to_pages:
 * @self: a document
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Keeps what each page of the PDF would have, for a printer. May be made in one thread and painted in another.
 *
 * Returns: (transfer full) (nullable) (element-type cairo_surface_t): the pages as recordings, as large as the page in
 *   points, or %NULL with %G_IO_ERROR_CANCELLED
 */
GPtrArray *
qp_pdf_to_pages (const QpPdf *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) recordings = g_ptr_array_new_with_free_func (surface_free);
  g_autoptr (QpPages) pages = measure (self, cancellable, error);
  Recorder recorder = { recordings, NULL };

  if (pages == NULL)
    return NULL;
  if (qp_pages_paint (pages, self->compose, self->compose_data, &recording_sink, &recorder, cancellable))
    return g_steal_pointer (&recordings);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The document was not made: it was cancelled."));
  return NULL;
}
