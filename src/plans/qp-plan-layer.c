/* qp-plan-layer.c: one plan background as something that can be drawn
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-layer.h"

#include "plans/qp-plan-content.h"
#include "plans/qp-plan-trace.h"

#include <math.h>

#define OVERVIEW_SIDE 3072.0
#define OVERVIEW_BYTES ((gsize) (OVERVIEW_SIDE * OVERVIEW_SIDE * 4 * 4 / 3))
#define NIGHT_PICTURE_OPACITY 0.8

struct _QpPlanLayer
{
  gatomicrefcount ref_count;
  /* cairo's recordings and patterns may be replayed by one thread at a time only */
  GMutex lock;
  QpPlanContent *content;
  QpPlanRaster *overview; /* of a heavy recording, once it was needed */
};

/**
 * qp_plan_layer_new:
 * @content: (transfer full): what was read
 *
 * Returns: (transfer full): a layer of it
 */
QpPlanLayer *
qp_plan_layer_new (QpPlanContent *content)
{
  QpPlanLayer *self = g_new0 (QpPlanLayer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->content = content;
  return self;
}

/**
 * qp_plan_layer_load:
 * @bytes: (nullable): the embedded file
 * @format: its format: a #QpBackgroundFormat, or %QP_UNSET for what it looks like
 * @page: page of a PDF, from 1
 * @error: return location
 *
 * Reads a drawing or a picture. May take a second or two for large ones: call it in a worker.
 *
 * Returns: (transfer full) (nullable): the layer, or %NULL with an error of qp_plan_content_read()
 */
QpPlanLayer *
qp_plan_layer_load (GBytes *bytes, gint64 format, guint page, GError **error)
{
  const QpPlanRequest request = { format, page, FALSE, NULL };
  QpPlanContent *content = qp_plan_content_read (bytes, &request, NULL, error);

  return content != NULL ? qp_plan_layer_new (content) : NULL;
}

/**
 * qp_plan_layer_load_background:
 * @background: a background
 * @error: return location
 *
 * As qp_plan_layer_load(), with all that the node says about how its file is to be read.
 *
 * Returns: (transfer full) (nullable): the layer, or %NULL with an error of qp_plan_content_read()
 */
QpPlanLayer *
qp_plan_layer_load_background (const QpBackground *background, GError **error)
{
  const QpPlanRequest request = { background->format, background->page == QP_UNSET ? 1 : (guint) background->page,
                                  background->gcj02 == TRUE, background->hidden_layers };
  QpPlanContent *content = qp_plan_content_read (background->data, &request, NULL, error);

  return content != NULL ? qp_plan_layer_new (content) : NULL;
}

/**
 * qp_plan_layer_content:
 * @self: a layer
 *
 * Returns: (transfer none): what was read; its recording is the layer's alone
 */
const QpPlanContent *
qp_plan_layer_content (const QpPlanLayer *self)
{
  return self->content;
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
  qp_plan_content_free (self->content);
  g_clear_pointer (&self->overview, qp_plan_raster_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * qp_plan_layer_width:
 * @self: a layer
 *
 * Returns: width in drawing units: SVG view box units, points of a PDF, pixels of a picture, units of a DXF drawing,
 *   metres of GeoJSON
 */
double
qp_plan_layer_width (const QpPlanLayer *self)
{
  return self->content->width;
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
  return self->content->height;
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
  return self->content->raster != NULL && qp_plan_raster_units_per_pixel (self->content->raster) > 1;
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
  const QpPlanContent *content = self->content;

  if (content->raster != NULL)
    return qp_plan_raster_memory (content->raster);
  if (content->drawing != NULL)
    return qp_plan_drawing_memory (content->drawing);
  /* the overview may be added at any time */
  return content->memory + (content->heavy ? OVERVIEW_BYTES : 0);
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
  const double width = self->content->width, height = self->content->height;
  const gboolean known = background->metres_per_unit > 0;
  const double longer = MAX (width, height) > 0 ? MAX (width, height) : 1; /* a single dot has no size */
  const double scale = known ? background->metres_per_unit : QP_PLAN_STAND_IN_M / longer;
  const double x = background->x_m == QP_UNSET ? 0 : background->x_m / 1e6;
  const double y = background->y_m == QP_UNSET ? 0 : background->y_m / 1e6;

  cairo_matrix_init_translate (matrix, x, y);
  if (isfinite (background->rotation_deg))
    cairo_matrix_rotate (matrix, -background->rotation_deg * G_PI / 180);
  cairo_matrix_scale (matrix, scale, -scale);
  cairo_matrix_translate (matrix, 0, -height);
  return known;
}

/* what is shown of the layer, y down: all of it, or the box around the crop */
static QpBox
shown_box (const QpPlanLayer *self, const QpBackground *background)
{
  const QpBox all = { 0, 0, self->content->width, self->content->height };
  QpBox box = QP_BOX_EMPTY;

  if (background->crop == NULL || background->crop->n < 3)
    return all;
  for (guint i = 0; i < background->crop->n; i++)
    {
      const QpVec at = qp_vec_from_point (background->crop->at[i]);
      box = qp_box_with (box, qp_vec (at.x, all.y1 - at.y));
    }
  box = (QpBox){ fmax (box.x0, 0), fmax (box.y0, 0), fmin (box.x1, all.x1), fmin (box.y1, all.y1) };
  return qp_box_is_empty (box) ? all : box;
}

/**
 * qp_plan_layer_corners:
 * @self: a layer
 * @background: the node that places it
 * @corners: (out): x and y of the four corners of what is shown, on the plan in metres: top left, top right, bottom
 *   right, bottom left
 */
void
qp_plan_layer_corners (const QpPlanLayer *self, const QpBackground *background, double corners[8])
{
  const QpBox box = shown_box (self, background);
  cairo_matrix_t matrix;

  qp_plan_layer_matrix (self, background, &matrix);
  for (guint i = 0; i < 4; i++)
    {
      corners[2 * i] = i == 1 || i == 2 ? box.x1 : box.x0;
      corners[2 * i + 1] = i >= 2 ? box.y1 : box.y0;
      cairo_matrix_transform_point (&matrix, &corners[2 * i], &corners[2 * i + 1]);
    }
}

/**
 * qp_plan_layer_trace:
 * @self: a layer
 *
 * Takes the lines off a page of an SVG or a PDF. May take a second, during which the layer can't be painted: call it in
 * a worker.
 *
 * Returns: (transfer full) (nullable) (element-type QpSegment): lines in drawing units, y down as in
 *   qp_plan_layer_matrix(); %NULL for what is no such page, and for one with pictures
 */
GArray *
qp_plan_layer_trace (QpPlanLayer *self)
{
  const QpPlanContent *content = self->content;

  if (content->recording == NULL || !content->traceable)
    return NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  return qp_plan_trace (content->recording, content->units_per_mark);
}

/**
 * qp_plan_layer_to_trace:
 * @self: a layer
 * @background: the node that it was loaded from
 *
 * cairo 1.16 paints nothing of a recording any more once it was written as a script, which is how lines are taken off a page
 * (qp_plan_layer_trace()). What is shown and what is traced must therefore not be the same recording. May take as long as
 * loading: call it in a worker.
 *
 * Returns: (transfer full) (nullable): a layer whose lines can be taken: @self, or for a recording a layer of its own;
 *   %NULL when it can't be loaded again
 */
QpPlanLayer *
qp_plan_layer_to_trace (QpPlanLayer *self, const QpBackground *background)
{
  if (self->content->recording == NULL)
    return qp_plan_layer_ref (self);
  return qp_plan_layer_load_background (background, NULL);
}

static double
device_per_unit (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  return sqrt (fabs (matrix.xx * matrix.yy - matrix.xy * matrix.yx));
}

static void
replay (cairo_t *cr, const QpPlanContent *content, gboolean small)
{
  const gboolean coarse = small && content->coarse != NULL;
  const double scale = coarse ? content->coarse_units_per_mark : content->units_per_mark;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, coarse ? content->coarse : content->recording, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* y up, from the lower left corner of all its layers, hidden ones too: showing one never moves the others */
static void
paint_drawing (cairo_t *cr, const QpPlanContent *content, const char *hidden_layers)
{
  const QpBox bounds = qp_plan_drawing_bounds (content->drawing, NULL);

  cairo_save (cr);
  cairo_translate (cr, 0, content->height);
  cairo_scale (cr, 1, -1);
  cairo_translate (cr, -bounds.x0, -bounds.y0);
  qp_plan_drawing_paint (content->drawing, hidden_layers, cr);
  cairo_restore (cr);
}

static void
make_overview (QpPlanLayer *self)
{
  const double width = self->content->width, height = self->content->height;
  const double scale = OVERVIEW_SIDE / MAX (width, height);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) ceil (width * scale)),
                                                       MAX (1, (int) ceil (height * scale)));
  cairo_t *cr = cairo_create (image);
  cairo_scale (cr, scale, scale);
  replay (cr, self->content, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  self->overview = qp_plan_raster_new (image, 1 / scale, G_MAXINT64);
  cairo_surface_destroy (image);
}

static void
paint_content (QpPlanLayer *self, const QpBackground *background, cairo_t *cr, QpPlanLook look)
{
  const QpPlanContent *content = self->content;
  const gboolean small
      = look != QP_PLAN_LOOK_PAPER && device_per_unit (cr) * MAX (content->width, content->height) <= OVERVIEW_SIDE;
  const gboolean overview = content->heavy && small;

  if (overview && self->overview == NULL)
    make_overview (self);
  if (overview)
    qp_plan_raster_paint (self->overview, cr);
  else if (content->raster != NULL)
    qp_plan_raster_paint (content->raster, cr);
  else if (content->drawing != NULL)
    paint_drawing (cr, content, background->hidden_layers);
  else
    replay (cr, content, small);
}

/* lines of a drawing keep their width on the screen, so half of it reaches over the edge; a crop cuts all */
static void
clip_to_shown (const QpPlanLayer *self, const QpBackground *background, cairo_t *cr)
{
  const QpPoints *crop = background->crop;
  const double edge = self->content->drawing != NULL ? 2 / device_per_unit (cr) : 0;

  /* lines have no paper that ends there: half a pixel of it would be seen as a frame on dark paper */
  if (self->content->drawing != NULL)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_rectangle (cr, -edge, -edge, self->content->width + 2 * edge, self->content->height + 2 * edge);
  cairo_clip (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  if (crop == NULL || crop->n < 3)
    return;
  for (guint i = 0; i < crop->n; i++)
    {
      const QpVec at = qp_vec_from_point (crop->at[i]);
      cairo_line_to (cr, at.x, self->content->height - at.y);
    }
  cairo_clip (cr);
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
 * @background: the node that places it: position, scale, rotation, crop, opacity, grey tone, hidden layers
 * @cr: context in plan metres, y up; only what its clip lets through is worked on
 * @look: how
 *
 * Paints the layer. The crop is a polygon in drawing units, y up, counted from the lower left corner, so that it moves
 * and grows with the layer.
 */
void
qp_plan_layer_paint (QpPlanLayer *self, const QpBackground *background, cairo_t *cr, QpPlanLook look)
{
  const gboolean night = look == QP_PLAN_LOOK_NIGHT && self->content->raster == NULL;
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
  clip_to_shown (self, background, cr);
  if (!night && !grey && opacity >= 1)
    paint_content (self, background, cr, look);
  else
    {
      cairo_push_group (cr);
      if (night)
        {
          /* white paper under it turns to black, which the screen operator leaves out again */
          cairo_set_source_rgb (cr, 1, 1, 1);
          cairo_paint (cr);
        }
      paint_content (self, background, cr, look);
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
