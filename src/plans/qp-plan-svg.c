/* qp-plan-svg.c: SVG drawings by librsvg, kept as cairo commands
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-svg.h"

#include "base/qp-error.h"

#include <librsvg/rsvg.h>
#include <string.h>

/* Longer side of the recording. cairo keeps places to 1/256 of a unit, so this is a hundredth of a pixel of what fits
 * on a screen. Filters and masks become pixels of this size, each as large as the whole: with 4096 a house plan whose
 * lamps glow took 25 s and 900 MB. */
#define RECORDED_SIDE 4096.0
#define RECORDED_SIDE_PIXELS 768.0
/* a drawing with more text than this is slow to replay as a whole: small scales come from cached pixels */
#define HEAVY_BYTES (192 * 1024)
/* a recording of 2 MB of SVG text was measured at 60 MB */
#define MEMORY_PER_BYTE 30
/* no sheet of paper is longer, so a drawing that says it is must mean the place */
#define LONGEST_SHEET_M 2.0
#define MAX_PLACE_M 100000.0

/* A drawing unit is a unit of the view box; without one, a CSS pixel of the stated size. A drawing that states
 * neither reaches from 0,0 to its last ink. */
static gboolean
svg_size (RsvgHandle *handle, double *width, double *height)
{
  RsvgRectangle box, ink = { 0 };
  gboolean has_box;

  rsvg_handle_get_intrinsic_dimensions (handle, NULL, NULL, NULL, NULL, &has_box, &box);
  if (has_box)
    {
      *width = box.width;
      *height = box.height;
    }
  else if (!rsvg_handle_get_intrinsic_size_in_pixels (handle, width, height))
    {
      const RsvgRectangle view = { 0, 0, 1000, 1000 };
      if (!rsvg_handle_get_geometry_for_layer (handle, NULL, &view, &ink, NULL, NULL))
        return FALSE;
      *width = ink.x + ink.width;
      *height = ink.y + ink.height;
    }
  return *width > 0 && *height > 0 && *width <= QP_PLAN_MAX_UNITS && *height <= QP_PLAN_MAX_UNITS;
}

static gboolean
record (RsvgHandle *handle, QpPlanContent *self, gboolean pixels, GError **error)
{
  self->units_per_mark = MAX (self->width, self->height) / (pixels ? RECORDED_SIDE_PIXELS : RECORDED_SIDE);
  const double width = self->width / self->units_per_mark, height = self->height / self->units_per_mark;
  const cairo_rectangle_t extents = { 0, 0, width, height };
  const RsvgRectangle view = { 0, 0, width, height };
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_autoptr (GError) reason = NULL;

  cairo_t *cr = cairo_create (recording);
  rsvg_handle_render_document (handle, cr, &view, &reason);
  cairo_destroy (cr);
  self->recording = recording;
  return qp_plan_content_check_recording (self, recording, reason != NULL ? reason->message : NULL, error);
}

static double
metres_of (RsvgLength length)
{
  switch (length.unit)
    {
    case RSVG_UNIT_CM:
      return length.length / 100;
    case RSVG_UNIT_MM:
      return length.length / 1000;
    case RSVG_UNIT_IN:
      return length.length * 0.0254;
    default:
      return NAN;
    }
}

/* Inches, centimetres and millimetres are nearly always those of the sheet. Only a size that no sheet has tells of the
 * place. */
static void
guess_scale (RsvgHandle *handle, QpPlanContent *self)
{
  RsvgLength width;
  gboolean has_width;

  rsvg_handle_get_intrinsic_dimensions (handle, &has_width, &width, NULL, NULL, NULL, NULL);
  const double metres = has_width ? metres_of (width) : NAN;
  if (!(metres > 0))
    self->why = g_strdup (_ ("The SVG drawing doesn’t say how large it is in metres."));
  else if (metres <= LONGEST_SHEET_M || metres > MAX_PLACE_M)
    self->why = g_strdup_printf (_ ("The SVG drawing says how wide its sheet is (%.0f mm), not how wide the place is."),
                                 metres * 1000);
  else
    {
      self->metres_per_unit = metres / self->width;
      self->basis = QP_SCALE_GUESSED;
      self->why
          = g_strdup_printf (_ ("The SVG drawing says that it is %.4g m wide, which is more than any sheet."), metres);
    }
}

static RsvgHandle *
open_handle (GBytes *text, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (text);
  g_autoptr (GError) reason = NULL;
  const RsvgHandleFlags flags = qp_svg_may_be_huge (data, size) ? RSVG_HANDLE_FLAG_UNLIMITED : RSVG_HANDLE_FLAGS_NONE;

  /* no base file: the drawing can reach no other file and no network */
  RsvgHandle *handle = rsvg_handle_new_from_stream_sync (stream, NULL, flags, NULL, &reason);
  if (handle == NULL)
    g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("This is not a readable SVG drawing: %s"), reason->message);
  return handle;
}

static gboolean
has_word (GBytes *text, const char *word)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);

  return memmem (data, size, word, strlen (word)) != NULL;
}

static gboolean
read_handle (RsvgHandle *handle, GBytes *text, QpPlanContent *self, const char *style, const QpPlanWatch *watch,
             GError **error)
{
  const gboolean pixels = has_word (text, "<filter") || has_word (text, "<mask");

  rsvg_handle_set_dpi (handle, 96);
  if (style[0] != '\0' && !rsvg_handle_set_stylesheet (handle, (const guint8 *) style, strlen (style), error))
    return FALSE;
  if (!svg_size (handle, &self->width, &self->height))
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_READ, _ ("The SVG drawing is empty, or states no usable size."));
      return FALSE;
    }
  guess_scale (handle, self);
  return qp_plan_watch_tell (watch, 0.5, error) && record (handle, self, pixels, error);
}

/**
 * qp_plan_svg_read:
 * @bytes: a file
 * @request: what of it is wanted
 * @watch: (nullable): who follows
 * @error: return location
 *
 * Reads an SVG drawing, compressed or not. It sees only its own bytes.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with %QP_ERROR_READ, %QP_ERROR_LIMIT or
 *   %G_IO_ERROR_CANCELLED
 */
QpPlanContent *
qp_plan_svg_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error)
{
  g_autoptr (GBytes) text = qp_svg_unpack (bytes, error);
  gsize size;

  if (text == NULL)
    return NULL;
  const char *data = g_bytes_get_data (text, &size);
  RsvgHandle *handle = qp_svg_check (data, size, error) ? open_handle (text, error) : NULL;
  if (handle == NULL)
    return NULL;
  g_autoptr (QpPlanContent) self = qp_plan_content_new (QP_BACKGROUND_SVG);
  g_autofree char *style = qp_svg_layers (data, size, self, request->hidden_layers);
  const gboolean fine = read_handle (handle, text, self, style, watch, error);
  g_object_unref (handle);
  if (!fine)
    return NULL;
  self->heavy = size > HEAVY_BYTES;
  self->traceable = !has_word (text, "<image") && !has_word (text, "<filter") && !has_word (text, "<mask");
  self->memory = MEMORY_PER_BYTE * size;
  return g_steal_pointer (&self);
}
