/* qp-plan-layer.c: one plan background as something that can be drawn
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-layer.h"

#include "base/qp-error.h"
#include "plans/qp-plan-raster.h"

#include <librsvg/rsvg.h>
#include <math.h>

/* a drawing with more text than this is slow to replay as a whole: small scales come from cached pixels */
#define HEAVY_BYTES (192 * 1024)
#define OVERVIEW_SIDE 3072.0
#define NIGHT_PICTURE_OPACITY 0.8
#define MAX_UNITS 1e7

struct _QpPlanLayer
{
  gatomicrefcount ref_count;
  /* cairo's recordings and patterns may be replayed by one thread at a time only */
  GMutex lock;
  double width;
  double height;
  gsize bytes;
  cairo_surface_t *drawing; /* a recording, or NULL for a picture */
  QpPlanRaster *picture;    /* the picture, or the overview of a heavy drawing once it was needed */
};

static QpPlanLayer *
layer_new (double width, double height, gsize bytes)
{
  QpPlanLayer *self = g_new0 (QpPlanLayer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->width = width;
  self->height = height;
  self->bytes = bytes;
  return self;
}

static QpPlanLayer *
load_png (GBytes *bytes, GError **error)
{
  cairo_surface_t *picture = qp_png_decode (bytes, error);

  if (picture == NULL)
    return NULL;
  QpPlanLayer *self = layer_new (cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture),
                                 g_bytes_get_size (bytes));
  self->picture = qp_plan_raster_new (picture, 1, QP_PLAN_KEPT_PIXELS);
  cairo_surface_destroy (picture);
  return self;
}

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
  return *width > 0 && *height > 0 && *width <= MAX_UNITS && *height <= MAX_UNITS;
}

static cairo_surface_t *
record_svg (RsvgHandle *handle, double width, double height, GError **error)
{
  const cairo_rectangle_t extents = { 0, 0, width, height };
  const RsvgRectangle view = { 0, 0, width, height };
  cairo_surface_t *drawing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_autoptr (GError) reason = NULL;

  cairo_t *cr = cairo_create (drawing);
  const gboolean fine = rsvg_handle_render_document (handle, cr, &view, &reason);
  cairo_destroy (cr);
  if (fine && cairo_surface_status (drawing) == CAIRO_STATUS_SUCCESS)
    return drawing;
  g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _ ("The SVG drawing can’t be drawn: %s"),
               reason != NULL ? reason->message : _ ("it is too large"));
  cairo_surface_destroy (drawing);
  return NULL;
}

static QpPlanLayer *
layer_from_handle (RsvgHandle *handle, gsize size, GError **error)
{
  double width = 0, height = 0;

  rsvg_handle_set_dpi (handle, 96);
  if (!svg_size (handle, &width, &height))
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_READ, _ ("The SVG drawing is empty, or states no usable size."));
      return NULL;
    }
  cairo_surface_t *drawing = record_svg (handle, width, height, error);
  if (drawing == NULL)
    return NULL;
  QpPlanLayer *self = layer_new (width, height, size);
  self->drawing = drawing;
  return self;
}

static QpPlanLayer *
load_svg (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) reason = NULL;

  if (size > QP_PLAN_MAX_SVG_BYTES)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _ ("The SVG drawing is larger than %d MiB."),
                   QP_PLAN_MAX_SVG_BYTES / (1024 * 1024));
      return NULL;
    }
  if (size >= 2 && data[0] == 0x1f && data[1] == 0x8b)
    {
      /* a few kilobytes could unpack to gigabytes */
      g_set_error_literal (error, QP_ERROR, QP_ERROR_READ,
                           _ ("Compressed SVG drawings are not read. Unpack the file and add it again."));
      return NULL;
    }
  /* no base file: the drawing can reach no other file and no network */
  RsvgHandle *handle = rsvg_handle_new_from_data (data, size, &reason);
  if (handle == NULL)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("This is not a readable SVG drawing: %s"), reason->message);
      return NULL;
    }
  QpPlanLayer *self = layer_from_handle (handle, size, error);
  g_object_unref (handle);
  return self;
}

static const char *
later_version (gint64 format)
{
  switch (format)
    {
    case QP_BACKGROUND_JPEG:
      return _ (
          "JPEG pictures come with a later version. The file stays in the project; save it as PNG to see it now.");
    case QP_BACKGROUND_PDF:
      return _ (
          "PDF plans come with a later version. The file stays in the project; save the page as SVG to see it now.");
    case QP_BACKGROUND_DXF:
      return _ ("DXF plans come with a later version. The file stays in the project; save it as SVG to see it now.");
    case QP_BACKGROUND_GEOJSON:
      return _ ("GeoJSON footprints come with a later version. The file stays in the project.");
    default:
      return _ ("The format of this background is not known. SVG drawings and PNG pictures can be shown.");
    }
}

/**
 * qp_plan_layer_load:
 * @bytes: (nullable): the embedded file
 * @format: its format: a #QpBackgroundFormat, or %QP_UNSET
 * @error: return location
 *
 * Reads a drawing or a picture. May take a second or two for large ones: call it in a worker.
 *
 * Returns: (transfer full) (nullable): the layer, or %NULL with %QP_ERROR_READ (damaged, or a format that can't
 *   be shown), %QP_ERROR_LIMIT (too many bytes or pixels) or %QP_ERROR_NOT_FOUND (nothing embedded)
 */
QpPlanLayer *
qp_plan_layer_load (GBytes *bytes, gint64 format, GError **error)
{
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_NOT_FOUND, _ ("No file is embedded for this background."));
      return NULL;
    }
  if (g_bytes_get_size (bytes) > QP_PLAN_MAX_BYTES)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_LIMIT, _ ("The background is larger than %d MiB."),
                   QP_PLAN_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (format == QP_BACKGROUND_SVG)
    return load_svg (bytes, error);
  if (format == QP_BACKGROUND_PNG)
    return load_png (bytes, error);
  g_set_error_literal (error, QP_ERROR, QP_ERROR_READ, later_version (format));
  return NULL;
}

/**
 * qp_plan_layer_ref:
 * @self: a layer
 *
 * Returns: (transfer full): @self
 */
QpPlanLayer *
qp_plan_layer_ref (QpPlanLayer *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_plan_layer_unref:
 * @self: (transfer full) (nullable): a layer
 */
void
qp_plan_layer_unref (QpPlanLayer *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->drawing, cairo_surface_destroy);
  g_clear_pointer (&self->picture, qp_plan_raster_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * qp_plan_layer_width:
 * @self: a layer
 *
 * Returns: width in drawing units: SVG view box units, or pixels of a picture
 */
double
qp_plan_layer_width (const QpPlanLayer *self)
{
  return self->width;
}

/**
 * qp_plan_layer_height:
 * @self: a layer
 *
 * Returns: height in drawing units
 */
double
qp_plan_layer_height (const QpPlanLayer *self)
{
  return self->height;
}

/**
 * qp_plan_layer_is_reduced:
 * @self: a layer
 *
 * Returns: whether a large picture is shown at less than its own resolution to save memory
 */
gboolean
qp_plan_layer_is_reduced (const QpPlanLayer *self)
{
  return self->drawing == NULL && qp_plan_raster_is_reduced (self->picture);
}

/**
 * qp_plan_layer_memory:
 * @self: a layer
 *
 * Returns: about how many bytes of memory it takes
 */
gsize
qp_plan_layer_memory (const QpPlanLayer *self)
{
  if (self->drawing == NULL)
    return qp_plan_raster_memory (self->picture);
  /* a recording of 2 MB of SVG text was measured at 60 MB; the overview may be added at any time */
  return 30 * self->bytes + (self->bytes > HEAVY_BYTES ? (gsize) (OVERVIEW_SIDE * OVERVIEW_SIDE * 4) : 0);
}

/**
 * qp_plan_layer_matrix:
 * @self: a layer
 * @background: the node that places it
 * @matrix: (out): from drawing units (y down, 0,0 at the top left) to plan metres (y up)
 *
 * The lower left corner of the drawing lies at the node's @x_m, @y_m; the rotation is clockwise around it. A
 * drawing whose scale is not known gets %QP_PLAN_STAND_IN_M for its longer side.
 *
 * Returns: whether the scale is known
 */
gboolean
qp_plan_layer_matrix (const QpPlanLayer *self, const QpBackground *background, cairo_matrix_t *matrix)
{
  const gboolean known = background->metres_per_unit > 0;
  const double scale = known ? background->metres_per_unit : QP_PLAN_STAND_IN_M / MAX (self->width, self->height);
  const double x = background->x_m == QP_UNSET ? 0 : background->x_m / 1e6;
  const double y = background->y_m == QP_UNSET ? 0 : background->y_m / 1e6;

  cairo_matrix_init_translate (matrix, x, y);
  if (isfinite (background->rotation_deg))
    cairo_matrix_rotate (matrix, -background->rotation_deg * G_PI / 180);
  cairo_matrix_scale (matrix, scale, -scale);
  cairo_matrix_translate (matrix, 0, -self->height);
  return known;
}

/**
 * qp_plan_layer_corners:
 * @self: a layer
 * @background: the node that places it
 * @corners: (out): x and y of the four corners on the plan in metres: top left, top right, bottom right, bottom left
 */
void
qp_plan_layer_corners (const QpPlanLayer *self, const QpBackground *background, double corners[8])
{
  cairo_matrix_t matrix;

  qp_plan_layer_matrix (self, background, &matrix);
  for (guint i = 0; i < 4; i++)
    {
      corners[2 * i] = i == 1 || i == 2 ? self->width : 0;
      corners[2 * i + 1] = i >= 2 ? self->height : 0;
      cairo_matrix_transform_point (&matrix, &corners[2 * i], &corners[2 * i + 1]);
    }
}

static double
device_per_unit (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  return sqrt (fabs (matrix.xx * matrix.yy - matrix.xy * matrix.yx));
}

static void
replay (cairo_t *cr, cairo_surface_t *drawing)
{
  cairo_set_source_surface (cr, drawing, 0, 0);
  cairo_paint (cr);
}

static void
make_overview (QpPlanLayer *self)
{
  const double scale = OVERVIEW_SIDE / MAX (self->width, self->height);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) ceil (self->width * scale)),
                                                       MAX (1, (int) ceil (self->height * scale)));
  cairo_t *cr = cairo_create (image);
  cairo_scale (cr, scale, scale);
  replay (cr, self->drawing);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  self->picture = qp_plan_raster_new (image, 1 / scale, G_MAXINT64);
  cairo_surface_destroy (image);
}

static void
paint_content (QpPlanLayer *self, cairo_t *cr, QpPlanLook look)
{
  const gboolean overview = self->drawing != NULL && look != QP_PLAN_LOOK_PAPER && self->bytes > HEAVY_BYTES
                            && device_per_unit (cr) * MAX (self->width, self->height) <= OVERVIEW_SIDE;

  if (overview && self->picture == NULL)
    make_overview (self);
  if (self->drawing == NULL || overview)
    qp_plan_raster_paint (self->picture, cr);
  else
    replay (cr, self->drawing);
}

/* @source blended over itself by @operator with a colour or with @other, where there is anything at all */
static cairo_pattern_t *
blended (cairo_t *cr, cairo_pattern_t *source, cairo_operator_t operator, double grey, cairo_pattern_t *other)
{
  cairo_push_group (cr);
  cairo_set_source (cr, source);
  cairo_paint (cr);
  cairo_set_operator (cr, operator);
  if (other != NULL)
    {
      cairo_set_source (cr, other);
      cairo_paint (cr);
    }
  else
    {
      cairo_set_source_rgb (cr, grey, grey, grey);
      cairo_mask (cr, source);
    }
  return cairo_pop_group (cr);
}

static void
replace_pattern (cairo_pattern_t **pattern, cairo_pattern_t *by)
{
  cairo_pattern_destroy (*pattern);
  *pattern = by;
}

/**
 * qp_plan_layer_paint:
 * @self: a layer
 * @background: the node that places it: position, scale, rotation, opacity, grey tone
 * @cr: context in plan metres, y up; only what its clip lets through is worked on
 * @look: how
 *
 * Paints the layer. The crop is not looked at yet.
 */
void
qp_plan_layer_paint (QpPlanLayer *self, const QpBackground *background, cairo_t *cr, QpPlanLook look)
{
  const gboolean night = look == QP_PLAN_LOOK_NIGHT && self->drawing != NULL;
  const gboolean grey = background->grey == TRUE;
  double opacity = isfinite (background->opacity_percent) ? CLAMP (background->opacity_percent / 100, 0, 1) : 1;
  cairo_matrix_t matrix;

  if (opacity <= 0)
    return;
  if (look == QP_PLAN_LOOK_NIGHT && !night)
    opacity *= NIGHT_PICTURE_OPACITY;
  g_mutex_lock (&self->lock);
  cairo_save (cr);
  qp_plan_layer_matrix (self, background, &matrix);
  cairo_transform (cr, &matrix);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  if (!night && !grey && opacity >= 1)
    paint_content (self, cr, look);
  else
    {
      cairo_push_group (cr);
      if (night)
        {
          /* white paper under it turns to black, which the screen operator leaves out again */
          cairo_set_source_rgb (cr, 1, 1, 1);
          cairo_paint (cr);
        }
      paint_content (self, cr, look);
      cairo_pattern_t *content = cairo_pop_group (cr);
      if (grey)
        replace_pattern (&content, blended (cr, content, CAIRO_OPERATOR_HSL_SATURATION, 0.5, NULL));
      if (night)
        {
          /* lightness turned round, hue and saturation kept */
          cairo_pattern_t *negative = blended (cr, content, CAIRO_OPERATOR_DIFFERENCE, 1, NULL);
          replace_pattern (&content, blended (cr, content, CAIRO_OPERATOR_HSL_LUMINOSITY, 0, negative));
          cairo_pattern_destroy (negative);
          cairo_set_operator (cr, CAIRO_OPERATOR_SCREEN);
        }
      cairo_set_source (cr, content);
      cairo_paint_with_alpha (cr, opacity);
      cairo_pattern_destroy (content);
    }
  cairo_restore (cr);
  g_mutex_unlock (&self->lock);
}
