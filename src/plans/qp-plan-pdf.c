/* qp-plan-pdf.c: one page of a PDF by poppler, kept as cairo commands
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-content.h"

#include "base/qp-error.h"

#ifdef HAVE_POPPLER

#include <poppler.h>
#include <string.h>

/* Longer side of the recordings. poppler makes lines at least one unit of it wide: with one of them hairlines would be
 * lost on a screen, or thick when looked at closely. */
#define RECORDED_SIDE 8192.0
#define COARSE_SIDE 1536.0
#define HEAVY_BYTES (48 * 1024) /* packed; much more than a screen can replay in a frame */
#define MEMORY_PER_BYTE 40
#define MAX_MEMORY ((gsize) 128 << 20)
#define DICTIONARY_BYTES 2048 /* in which the entries of a picture stand */

typedef struct
{
  const char *at;
  const char *end;
} Text;

static double
number_after (Text text, const char *key)
{
  const char *found = memmem (text.at, (gsize) (text.end - text.at), key, strlen (key));

  if (found == NULL)
    return 0;
  double number = 0;
  for (found += strlen (key); found < text.end && g_ascii_isspace (*found); found++)
    ;
  for (; found < text.end && g_ascii_isdigit (*found); found++)
    number = 10 * number + (*found - '0');
  return number;
}

/* Pictures are streams, and a stream's dictionary is never packed, so the sizes of all pictures can be read off the
 * file. poppler unpacks each picture that a page shows as a whole. */
static gboolean
check_pictures (GBytes *bytes, GError **error)
{
  static const char word[] = "/Image";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;

  for (const char *at = data; (at = memmem (at, (gsize) (end - at), word, strlen (word))) != NULL; at++)
    {
      Text around = { MAX (at - DICTIONARY_BYTES, data), MIN (at + DICTIONARY_BYTES, end) };
      for (const char *begin = at; begin > around.at; begin--)
        if (begin + 4 <= end && memcmp (begin, " obj", 4) == 0)
          around.at = begin;
      const char *stream = memmem (at, (gsize) (around.end - at), "stream", strlen ("stream"));
      around.end = stream != NULL ? stream : around.end;
      const double width = number_after (around, "/Width"), height = number_after (around, "/Height");
      if (width * height <= QP_PLAN_WHOLE_PIXELS)
        continue;
      g_set_error (
          error, QP_ERROR, QP_ERROR_LIMIT,
          _ ("A picture in the PDF has %.0f × %.0f pixels; at most %d million pixels can be read. Save the PDF "
             "with smaller pictures and add it again."),
          width, height, QP_PLAN_WHOLE_PIXELS / 1000000);
      return FALSE;
    }
  return TRUE;
}

static PopplerDocument *
open_document (GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &reason);

  if (document != NULL)
    return document;
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, QP_ERROR, QP_ERROR_READ,
                         _ ("The PDF is protected by a password. Save it without protection and add it again."));
  else
    g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("This is not a readable PDF: %s"), reason->message);
  return NULL;
}

static gboolean
check_pages (guint n_pages, guint page, GError **error)
{
  if (n_pages == 0)
    g_set_error_literal (error, QP_ERROR, QP_ERROR_READ, _ ("The PDF has no pages."));
  else if (n_pages > QP_PLAN_MAX_PAGES)
    g_set_error (
        error, QP_ERROR, QP_ERROR_LIMIT,
        _ ("The PDF has %u pages; at most %d can be read. Save the page with the plan as a file of its own and "
           "add that."),
        n_pages, QP_PLAN_MAX_PAGES);
  else if (page > n_pages)
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_FOUND,
                 g_dngettext (GETTEXT_PACKAGE, "The PDF has %u page, so there is no page %u.",
                              "The PDF has %u pages, so there is no page %u.", n_pages),
                 n_pages, page);
  else
    return TRUE;
  return FALSE;
}

/* layers of a PDF are its optional contents, in a tree */
static void
walk_layers (PopplerLayersIter *iter, QpPlanContent *self, const char *hidden_layers)
{
  do
    {
      PopplerLayer *layer = poppler_layers_iter_get_layer (iter);
      PopplerLayersIter *inner = poppler_layers_iter_get_child (iter);
      if (layer != NULL)
        {
          g_autofree char *name = g_strdelimit (g_strdup (poppler_layer_get_title (layer)), ";", ',');
          qp_plan_content_add_layer (self, name, poppler_layer_is_visible (layer));
          if (hidden_layers != NULL && qp_hidden_layers_has (hidden_layers, name))
            poppler_layer_hide (layer);
          else if (hidden_layers != NULL)
            poppler_layer_show (layer);
          g_object_unref (layer);
        }
      if (inner != NULL)
        walk_layers (inner, self, hidden_layers);
      g_clear_pointer (&inner, poppler_layers_iter_free);
    }
  while (poppler_layers_iter_next (iter));
}

static void
read_layers (PopplerDocument *document, QpPlanContent *self, const char *hidden_layers)
{
  PopplerLayersIter *iter = poppler_layers_iter_new (document);

  if (iter != NULL)
    walk_layers (iter, self, hidden_layers);
  g_clear_pointer (&iter, poppler_layers_iter_free);
}

static cairo_surface_t *
record (PopplerPage *page, const QpPlanContent *self, double units_per_mark)
{
  const cairo_rectangle_t extents = { 0, 0, self->width / units_per_mark, self->height / units_per_mark };
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  cairo_t *cr = cairo_create (recording);
  cairo_scale (cr, 1 / units_per_mark, 1 / units_per_mark);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  return recording;
}

static gboolean
record_page (PopplerPage *page, QpPlanContent *self, const QpPlanWatch *watch, GError **error)
{
  poppler_page_get_size (page, &self->width, &self->height);
  const double longer = MAX (self->width, self->height);
  if (!(self->width > 0 && self->height > 0 && longer <= QP_PLAN_MAX_UNITS))
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_READ, _ ("The PDF page has no usable size."));
      return FALSE;
    }
  self->coarse_units_per_mark = longer / COARSE_SIDE;
  self->coarse = record (page, self, self->coarse_units_per_mark);
  if (!qp_plan_content_check_recording (self, self->coarse, NULL, error) || !qp_plan_watch_tell (watch, 0.6, error))
    return FALSE;
  self->units_per_mark = longer / RECORDED_SIDE;
  self->recording = record (page, self, self->units_per_mark);
  return qp_plan_content_check_recording (self, self->recording, NULL, error);
}

static gboolean
read_page (PopplerDocument *document, QpPlanContent *self, const char *hidden_layers, const QpPlanWatch *watch,
           GError **error)
{
  read_layers (document, self, hidden_layers);
  PopplerPage *page = poppler_document_get_page (document, (int) self->page - 1);
  if (page == NULL)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("Page %u of the PDF is damaged."), self->page);
      return FALSE;
    }
  const gboolean fine = record_page (page, self, watch, error);
  g_object_unref (page);
  return fine;
}

/**
 * qp_plan_pdf_read:
 * @bytes: a file
 * @request: what of it is wanted
 * @watch: (nullable): who follows
 * @error: return location
 *
 * Reads a page of a PDF. A drawing unit is a point, 1/72 inch on the sheet.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with %QP_ERROR_READ, %QP_ERROR_LIMIT,
 *   %QP_ERROR_NOT_FOUND (no such page) or %G_IO_ERROR_CANCELLED
 */
QpPlanContent *
qp_plan_pdf_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error)
{
  PopplerDocument *document = check_pictures (bytes, error) ? open_document (bytes, error) : NULL;

  if (document == NULL)
    return NULL;
  g_autoptr (QpPlanContent) self = qp_plan_content_new (QP_BACKGROUND_PDF);
  self->n_pages = (guint) MAX (poppler_document_get_n_pages (document), 0);
  self->page = MAX (request->page, 1);
  const gboolean fine = check_pages (self->n_pages, self->page, error) && qp_plan_watch_tell (watch, 0.2, error)
                        && read_page (document, self, request->hidden_layers, watch, error);
  g_object_unref (document);
  if (!fine)
    return NULL;
  self->traceable
      = memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "/Image", strlen ("/Image")) == NULL;
  self->heavy = g_bytes_get_size (bytes) > HEAVY_BYTES;
  self->memory = MIN (MEMORY_PER_BYTE * g_bytes_get_size (bytes), MAX_MEMORY);
  self->why = g_strdup (_ ("A PDF says how large its sheet is, not how large the place is."));
  return g_steal_pointer (&self);
}

#else

/* this program was built without poppler */
QpPlanContent *
qp_plan_pdf_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error)
{
  g_set_error_literal (error, QP_ERROR, QP_ERROR_READ,
                       _ ("This program was built without the reading of PDF. The file stays in the project; save the "
                          "page as SVG to see it now."));
  return NULL;
}

#endif
