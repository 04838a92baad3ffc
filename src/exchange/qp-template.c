/* qp-template.c: the grid and boxes that look straight from the eye point, at native raster
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A straight line in space is seen as a straight line on each plane facet: both ends are projected through the eye onto its
 * pixels, and the facet's rectangle clips what lies between them.
 */
#include "base/qp-i18n.h"

#include "exchange/qp-template.h"

#include <cairo.h>
#include <math.h>

#define STEPS_UP 6.0      /* about so many squares on the height of the screen */
#define CAIRO_SIDE 16384  /* cairo's pictures have an end */
#define NEAR_SHARE 0.01   /* of the eye's distance: what is nearer to the eye is left away */
#define TEXT_SHARE 0.022  /* of the height of the raster */
#define LEAST_TEXT 8.0
#define GREATEST_TEXT 72.0

/* a projected line: places in the raster, pixels */
typedef struct
{
  double x0, y0, x1, y1;
  guint8 class_;
} Stroke;

struct _QpTemplate
{
  const QpRaster *raster;
  const QpDepth *depth;
  double step;
  double room;
  double width; /* of a thin line, pixels */
  gboolean transparent;
  GArray **strokes; /* Stroke, of each facet */
  QpDigits *digits;
};

static const struct
{
  guint32 colour;
  double times; /* a thin line */
} looks[QP_N_TEMPLATE_CLASSES] = {
  [QP_TEMPLATE_BACK] = { QP_PIXEL (0x33, 0xb0, 0xe0), 1 },
  [QP_TEMPLATE_SIDE] = { QP_PIXEL (0x4c, 0x90, 0x60), 1 },
  [QP_TEMPLATE_ROOM] = { QP_PIXEL (0xff, 0xff, 0xff), 1.6 },
  [QP_TEMPLATE_BOX] = { QP_PIXEL (0xff, 0xa3, 0x30), 1.8 },
};

/**
 * qp_template_colour:
 * @class_: a class of lines
 *
 * Returns: its colour, 0xAARRGGBB
 */
guint32
qp_template_colour (QpTemplateClass class_)
{
  return looks[class_].colour;
}

/* 1, 2 or 5 times a power of ten */
static double
round_step (double metres)
{
  const double ten = pow (10, floor (log10 (metres))), share = metres / ten;

  return ten * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
}

/* -- projecting -- */

/* cuts away what is behind the eye, or so near that it is nowhere; FALSE when nothing is left */
static gboolean
cut_near (const QpDepthFacet *facet, QpVec3 eye, QpVec3 *a, QpVec3 *b)
{
  const double least = NEAR_SHARE * facet->distance;
  const double da = -qp_vec3_dot (facet->normal, qp_vec3_sub (*a, eye));
  const double db = -qp_vec3_dot (facet->normal, qp_vec3_sub (*b, eye));

  if (da < least && db < least)
    return FALSE;
  if (da < least)
    *a = qp_vec3_mix (*b, *a, (db - least) / (db - da));
  else if (db < least)
    *b = qp_vec3_mix (*a, *b, (da - least) / (da - db));
  return TRUE;
}

/* one side of a rectangle (Liang and Barsky): `p` towards it, `q` how far it is */
static gboolean
cut_side (double p, double q, double *from, double *to)
{
  if (p == 0)
    return q >= 0;
  if (p < 0)
    *from = fmax (*from, q / p);
  else
    *to = fmin (*to, q / p);
  return *from <= *to;
}

static gboolean
cut_box (QpVec *a, QpVec *b, QpBox box)
{
  const double dx = b->x - a->x, dy = b->y - a->y;
  double from = 0, to = 1;

  if (!cut_side (-dx, a->x - box.x0, &from, &to) || !cut_side (dx, box.x1 - a->x, &from, &to)
      || !cut_side (-dy, a->y - box.y0, &from, &to) || !cut_side (dy, box.y1 - a->y, &from, &to))
    return FALSE;
  const QpVec start = *a;
  *a = qp_vec (start.x + dx * from, start.y + dy * from);
  *b = qp_vec (start.x + dx * to, start.y + dy * to);
  return TRUE;
}

static gboolean
to_pixels (const QpDepthFacet *facet, QpVec3 eye, QpVec3 at, QpVec *px)
{
  double across, up;

  if (!qp_depth_facet_project (facet, eye, at, &across, &up))
    return FALSE;
  *px = qp_vec (facet->px_x + across / facet->width * facet->px_width,
                (1 - up / facet->height) * facet->px_height);
  return TRUE;
}

static void
project_line (QpTemplate *self, guint i, const QpTemplateLine *line)
{
  const QpDepthFacet *facet = qp_depth_facet (self->depth, i);
  const double margin = 4 * self->width + 2;
  const QpBox box = qp_box_grown ((QpBox){ facet->px_x, 0, facet->px_x + facet->px_width, facet->px_height }, margin);
  QpVec3 a = line->a, b = line->b;
  QpVec from, to;

  if (!cut_near (facet, self->depth->eye, &a, &b) || !to_pixels (facet, self->depth->eye, a, &from)
      || !to_pixels (facet, self->depth->eye, b, &to) || !cut_box (&from, &to, box))
    return;
  g_array_append_val (self->strokes[i],
                      ((Stroke){ from.x, from.y, to.x, to.y, (guint8) line->class_ }));
}

static void
project (QpTemplate *self)
{
  g_autoptr (GArray) lines = qp_template_lines (self->depth, self->step, self->room);

  self->strokes = g_new (GArray *, self->depth->facets->len);
  for (guint i = 0; i < self->depth->facets->len; i++)
    {
      self->strokes[i] = g_array_new (FALSE, FALSE, sizeof (Stroke));
      for (guint k = 0; k < lines->len && !qp_depth_facet (self->depth, i)->away; k++)
        project_line (self, i, &g_array_index (lines, QpTemplateLine, k));
    }
}

/**
 * qp_template_new:
 * @raster: the raster of the screen; must live as long as the template
 * @depth: the picture with depth of the same screen, for which qp_depth_require() holds; must live as long
 * @transparent: whether there is nothing but the lines, to be laid over content
 *
 * Returns: (transfer full): a template to be painted
 */
QpTemplate *
qp_template_new (const QpRaster *raster, const QpDepth *depth, gboolean transparent)
{
  QpTemplate *self = g_new0 (QpTemplate, 1);

  self->raster = raster;
  self->depth = depth;
  self->transparent = transparent;
  self->step = round_step (qp_shape_height (&depth->shape) / STEPS_UP);
  self->room = qp_template_room (depth);
  self->width = fmax (1.3, raster->height / 800.0);
  self->digits = qp_digits_new ((guint) CLAMP (raster->height * TEXT_SHARE, LEAST_TEXT, GREATEST_TEXT));
  project (self);
  return self;
}

/**
 * qp_template_free:
 * @self: (transfer full) (nullable): a template
 */
void
qp_template_free (QpTemplate *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->depth->facets->len; i++)
    g_array_unref (self->strokes[i]);
  g_free (self->strokes);
  qp_digits_free (self->digits);
  g_free (self);
}

/**
 * qp_template_step:
 * @self: a template
 *
 * Returns: from one line of its grid to the next, metres
 */
double
qp_template_step (const QpTemplate *self)
{
  return self->step;
}

/**
 * qp_template_room_depth:
 * @self: a template
 *
 * Returns: depth of its room, metres; NaN when it has none
 */
double
qp_template_room_depth (const QpTemplate *self)
{
  return self->room;
}

/* -- painting -- */

static void
path_strokes (const QpTemplate *self, cairo_t *cr, guint facet, QpTemplateClass class_, double top, double bottom)
{
  const GArray *strokes = self->strokes[facet];

  for (guint i = 0; i < strokes->len; i++)
    {
      const Stroke *stroke = &g_array_index (strokes, Stroke, i);
      if (stroke->class_ != class_ || fmax (stroke->y0, stroke->y1) < top || fmin (stroke->y0, stroke->y1) > bottom)
        continue;
      cairo_move_to (cr, stroke->x0, stroke->y0);
      cairo_line_to (cr, stroke->x1, stroke->y1);
    }
}

static void
paint_facet (const QpTemplate *self, cairo_t *cr, guint i, double top, double bottom)
{
  const QpDepthFacet *facet = qp_depth_facet (self->depth, i);
  const double reach = 3 * self->width;

  cairo_save (cr);
  cairo_rectangle (cr, facet->px_x, 0, facet->px_width, facet->px_height);
  cairo_clip (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint class_ = 0; class_ < QP_N_TEMPLATE_CLASSES; class_++)
    {
      const guint32 colour = looks[class_].colour;
      path_strokes (self, cr, i, class_, top - reach, bottom + reach);
      cairo_set_source_rgb (cr, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
      cairo_set_line_width (cr, self->width * looks[class_].times);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/* a part of a band that is not too wide for cairo */
static void
paint_part (const QpTemplate *self, const QpBand *band, guint x, guint width)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      (guint8 *) (band->pixels + x), self->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, (int) width, (int) band->box.height, (int) band->box.width * 4);
  cairo_t *cr = cairo_create (surface);
  const double left = band->box.x + x, top = band->box.y;

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_BEST);
  cairo_translate (cr, -left, -top);
  for (guint i = 0; i < self->depth->facets->len; i++)
    {
      const QpDepthFacet *facet = qp_depth_facet (self->depth, i);
      if (facet->px_x < left + width && facet->px_x + facet->px_width > left && self->strokes[i]->len > 0)
        paint_facet (self, cr, i, top, top + band->box.height);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

/* flat on the face: it says which way up a picture is put onto the wall, and from where it is right */
static void
paint_name (const QpTemplate *self, const QpBand *band, guint index)
{
  const QpDepthFace *face = qp_depth_face (self->depth, index);
  const QpDepthFacet *facet = qp_depth_facet (self->depth, face->first);
  const guint pad = qp_digits_height (self->digits) / 2;
  char text[96];

  if (face->rounding)
    return;
  const int n = g_snprintf (text, sizeof text, "%u  %u×%u px", face->number,
                            qp_raster_face (self->raster, face->number - 1).width, self->raster->height);
  if (!facet->away)
    g_snprintf (text + n, sizeof text - (gsize) n, "  D %.1f m", facet->distance);
  qp_digits_draw (self->digits, band, text, facet->px_x + pad, pad, QP_PIXEL (0xc0, 0xc8, 0xd0));
}

/* cairo's colours are multiplied by their opacity, those of a file are not */
static void
divide_by_opacity (const QpBand *band)
{
  for (gsize i = 0; i < (gsize) band->box.width * band->box.height; i++)
    {
      const guint32 pixel = band->pixels[i], alpha = pixel >> 24;
      if (alpha > 0 && alpha < 255)
        band->pixels[i] = alpha << 24 | ((pixel >> 16 & 255) * 255 / alpha) << 16 | ((pixel >> 8 & 255) * 255 / alpha) << 8
                          | (pixel & 255) * 255 / alpha;
    }
}

static void
paint (const QpBand *band, gpointer data)
{
  const QpTemplate *self = data;

  qp_band_fill (band, band->box.x, band->box.y, band->box.width, band->box.height,
                self->transparent ? QP_PIXEL_CLEAR : QP_TEMPLATE_GROUND);
  for (guint x = 0; x < band->box.width; x += MIN (CAIRO_SIDE, band->box.width - x))
    paint_part (self, band, x, MIN (CAIRO_SIDE, band->box.width - x));
  if (self->transparent)
    divide_by_opacity (band);
  for (guint i = 0; i < self->depth->faces->len && !self->transparent; i++)
    paint_name (self, band, i);
  qp_band_absent (band, self->raster, self->transparent ? QP_PIXEL_CLEAR : QP_PIXEL_BLACK);
}

/**
 * qp_template_picture:
 * @self: a template
 * @box: the part of the raster to be written: a face, or all of it
 *
 * Returns: (transfer none): the picture; @self must live as long
 */
QpRasterPicture
qp_template_picture (QpTemplate *self, QpPixelBox box)
{
  return (QpRasterPicture){ .box = box, .alpha = self->transparent, .paint = paint, .data = self };
}
