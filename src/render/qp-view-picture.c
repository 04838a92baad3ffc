/* qp-view-picture.c: the view from a place as pixels
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In bands of some rows: ground and sky, what is on the ground, what hides, what is seen through, then which parts of
 * screens are hidden, and people. Each pixel is the mean of its samples; where surfaces meet there is a fine line.
 */
#include "render/qp-view-tally.h"

#include <math.h>
#include <string.h>

#define BAND_ROWS 48
#define GLOW_PX 6 /* light around screens at night is worked out in squares of so many pixels */

typedef struct
{
  QpViewShade shade;
  QpViewPicture *picture;
  const QpViewOptions *options;
  GArray *polygons; /* QpViewPolygon of surfaces */
  GArray *glass;    /* indices of those that are seen through, furthest first */
  GArray *people;   /* QpViewPolygon */
  float *glow;      /* red, green, blue of squares; NULL by day */
  guint glow_width;
  guint glow_height;
} Pass;

static void
polygon_clear (gpointer data)
{
  qp_space_polygon_clear (&((QpViewPolygon *) data)->seen);
}

/* -- before anything is painted -- */

static void
make_sky (Pass *pass, const QpCamera *camera)
{
  const QpViewColours *colours = &pass->shade.colours;
  const guint rows = (guint) camera->height;

  pass->shade.sky = g_new (QpRgb, rows);
  for (guint row = 0; row < rows; row++)
    {
      const QpVec3 ray = qp_camera_ray (camera, qp_vec (camera->width / 2, row + 0.5));
      const double up = asin (ray.z / qp_vec3_length (ray)) * 180 / G_PI;
      pass->shade.sky[row] = qp_rgb_mix (colours->sky_low, colours->sky_high, CLAMP (up / 45, 0, 1));
    }
}

/* 1 / metres of the nearest corner */
static double
nearness_of (const QpViewPolygon *polygon)
{
  const GArray *corners = polygon->seen.corners;
  double sum = 0;

  for (guint i = 0; i < corners->len; i++)
    {
      const QpVec corner = g_array_index (corners, QpVec, i);
      sum += polygon->seen.nearness[0] * corner.x + polygon->seen.nearness[1] * corner.y + polygon->seen.nearness[2];
    }
  return sum / corners->len;
}

static int
compare_nearness (gconstpointer a, gconstpointer b, gpointer data)
{
  GArray *polygons = data;
  const double one = nearness_of (&g_array_index (polygons, QpViewPolygon, *(const guint *) a));
  const double two = nearness_of (&g_array_index (polygons, QpViewPolygon, *(const guint *) b));

  return (one > two) - (one < two);
}

static void
look_at_surfaces (Pass *pass, const QpCamera *camera)
{
  const GArray *surfaces = pass->shade.scene->surfaces;

  for (guint i = 0; i < surfaces->len; i++)
    {
      QpViewPolygon polygon;
      if (!qp_view_polygon_init (&polygon, &pass->shade, camera, qp_view_scene_surface (pass->shade.scene, i)))
        {
          if (polygon.seen.corners != NULL)
            polygon_clear (&polygon);
          continue;
        }
      if (polygon.surface->through > 0 && polygon.surface->material != QP_MATERIAL_AUDIENCE)
        g_array_append_val (pass->glass, pass->polygons->len);
      g_array_append_val (pass->polygons, polygon);
    }
  g_array_sort_with_data (pass->glass, compare_nearness, pass->polygons);
}

static void
look_at_people (Pass *pass, const QpCamera *camera)
{
  g_autoptr (GArray) parts = qp_view_scene_people (pass->shade.scene, &camera->gaze);

  for (guint i = 0; i < parts->len; i++)
    {
      QpViewPolygon polygon;
      if (qp_view_polygon_init_part (&polygon, &pass->shade, camera, &g_array_index (parts, QpViewPart, i)))
        g_array_append_val (pass->people, polygon);
      else
        polygon_clear (&polygon);
    }
}

/* -- one band -- */

static void
paint_band (Pass *pass, QpSpaceBuffer *buffer, guint rows)
{
  const QpViewShade *shade = &pass->shade;

  qp_view_shade_ground (shade, buffer);
  for (guint i = 0; i < pass->polygons->len; i++)
    {
      const QpViewPolygon *polygon = &g_array_index (pass->polygons, QpViewPolygon, i);
      if (polygon->surface->material == QP_MATERIAL_AUDIENCE)
        qp_view_shade_tint (shade, buffer, polygon);
    }
  for (guint i = 0; i < pass->polygons->len; i++)
    {
      const QpViewPolygon *polygon = &g_array_index (pass->polygons, QpViewPolygon, i);
      if (polygon->surface->through == 0)
        qp_view_shade_opaque (shade, buffer, polygon);
    }
  for (guint i = 0; i < pass->glass->len; i++)
    qp_view_shade_glass (shade, buffer,
                         &g_array_index (pass->polygons, QpViewPolygon, g_array_index (pass->glass, guint, i)));
  for (guint i = 0; i < pass->polygons->len; i++)
    {
      const QpViewPolygon *polygon = &g_array_index (pass->polygons, QpViewPolygon, i);
      if (polygon->surface->material == QP_MATERIAL_FACE)
        qp_view_count (pass->picture->tallies, shade->scene, buffer, rows, polygon);
    }
  for (guint i = 0; i < pass->people->len; i++)
    qp_view_shade_person (shade, buffer, &g_array_index (pass->people, QpViewPolygon, i));
}

/* -- from samples to pixels -- */

static gboolean
is_edge (const QpSpaceBuffer *buffer, gsize at, guint x, guint row)
{
  const guint32 key = buffer->key[at];

  return (x + 1 < buffer->width && buffer->key[at + 1] != key)
         || (row + 1 < buffer->first + buffer->rows && buffer->key[at + buffer->width] != key);
}

static gboolean
is_hidden_edge (const QpSpaceBuffer *buffer, gsize at, guint x, guint row)
{
  const guint16 hidden = buffer->hidden[at];
  guint other = hidden;

  if (x + 1 < buffer->width && buffer->hidden[at + 1] != hidden)
    other = buffer->key[at + 1];
  else if (row + 1 < buffer->first + buffer->rows && buffer->hidden[at + buffer->width] != hidden)
    other = buffer->key[at + buffer->width];
  return other != hidden && other != 0;
}

static QpRgb
sample_colour (const Pass *pass, const QpSpaceBuffer *buffer, gsize at, guint x, guint row)
{
  const guint s = pass->shade.samples;
  QpRgb colour = qp_rgb_unpack (buffer->colour[at]);

  if (is_edge (buffer, at, x, row))
    colour
        = qp_rgb_mix (colour, pass->shade.colours.edge, 0.15 + 0.5 / (1 + 0.012 / fmax (buffer->nearness[at], 1e-6)));
  if (buffer->hidden[at] == 0)
    return colour;
  if (is_hidden_edge (buffer, at, x, row))
    return qp_rgb_mix (colour, pass->shade.colours.hatch, 0.9);
  return qp_rgb_mix (colour, pass->shade.colours.hatch, (x + row) / s % 7 < 2 ? 0.75 : 0.1);
}

static void
add_glow (Pass *pass, guint x, guint y, QpRgb colour, double share)
{
  float *at = pass->glow
              + 3
                    * ((gsize) MIN (y / GLOW_PX, pass->glow_height - 1) * pass->glow_width
                       + MIN (x / GLOW_PX, pass->glow_width - 1));

  at[0] += (float) (colour.red * share);
  at[1] += (float) (colour.green * share);
  at[2] += (float) (colour.blue * share);
}

static void
finish_pixel (Pass *pass, const QpSpaceBuffer *buffer, guint x, guint y, guint32 *pixel)
{
  const guint s = pass->shade.samples;
  QpRgb sum = { 0, 0, 0 };
  double lit = 0;

  for (guint j = 0; j < s; j++)
    for (guint i = 0; i < s; i++)
      {
        const guint row = y * s + j, column = x * s + i;
        const gsize at = (gsize) (row - buffer->first) * buffer->width + column;
        const QpRgb colour = sample_colour (pass, buffer, at, column, row);
        sum = (QpRgb){ sum.red + colour.red, sum.green + colour.green, sum.blue + colour.blue };
        lit += buffer->hidden[at] == 0 && qp_key_is_face (buffer->key[at]);
      }
  const QpRgb mean = qp_rgb_scale (sum, 1.0 / (s * s));
  *pixel = qp_rgb_pack (mean)
           | (guint32) (255 * lit / (s * s)) << 24; /* the byte that is not used: how much is a screen */
  if (pass->glow != NULL && lit > 0)
    add_glow (pass, x, y, mean, lit / (s * s) / (GLOW_PX * GLOW_PX));
}

static void
finish_band (Pass *pass, const QpSpaceBuffer *buffer, guint from, guint to)
{
  cairo_surface_t *surface = pass->picture->surface;
  guint8 *data = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface), width = cairo_image_surface_get_width (surface);

  for (guint y = from; y < to; y++)
    for (guint x = 0; x < (guint) width; x++)
      finish_pixel (pass, buffer, x, y, (guint32 *) (gpointer) (data + (gsize) y * (gsize) stride) + x);
}

/* -- light around screens at night -- */

static void
blur (float *line, guint n, guint step, guint radius, float *copy)
{
  for (guint c = 0; c < 3; c++)
    {
      double sum = 0;
      for (guint i = 0; i < n; i++)
        copy[i] = line[(gsize) i * step + c];
      for (guint i = 0; i < MIN (radius, n); i++)
        sum += copy[i];
      for (guint i = 0; i < n; i++)
        {
          sum += i + radius < n ? copy[i + radius] : 0;
          sum -= i > radius ? copy[i - radius - 1] : 0;
          line[(gsize) i * step + c] = (float) (sum / (2 * radius + 1));
        }
    }
}

static QpRgb
glow_at (const Pass *pass, double x, double y)
{
  const double gx = CLAMP (x / GLOW_PX - 0.5, 0, pass->glow_width - 1.001),
               gy = CLAMP (y / GLOW_PX - 0.5, 0, pass->glow_height - 1.001);
  const guint i = (guint) gx, j = (guint) gy;
  const double fx = gx - i, fy = gy - j;
  const float *a = pass->glow + 3 * ((gsize) j * pass->glow_width + i), *b = a + 3 * (gsize) pass->glow_width;
  float mean[3];

  for (guint c = 0; c < 3; c++)
    mean[c] = (float) ((a[c] * (1 - fx) + a[c + 3] * fx) * (1 - fy) + (b[c] * (1 - fx) + b[c + 3] * fx) * fy);
  return (QpRgb){ mean[0], mean[1], mean[2] };
}

static void
add_light (Pass *pass)
{
  cairo_surface_t *surface = pass->picture->surface;
  guint8 *data = cairo_image_surface_get_data (surface);
  const guint width = (guint) cairo_image_surface_get_width (surface),
              height = (guint) cairo_image_surface_get_height (surface);
  const guint radius = MAX (2, height / GLOW_PX / 14);
  g_autofree float *copy = g_new (float, MAX (pass->glow_width, pass->glow_height));

  for (guint times = 0; times < 3; times++)
    {
      for (guint y = 0; y < pass->glow_height; y++)
        blur (pass->glow + 3 * (gsize) y * pass->glow_width, pass->glow_width, 3, radius, copy);
      for (guint x = 0; x < pass->glow_width; x++)
        blur (pass->glow + 3 * (gsize) x, pass->glow_height, 3 * pass->glow_width, radius, copy);
    }
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        guint32 *pixel
            = (guint32 *) (gpointer) (data + (gsize) y * (gsize) cairo_image_surface_get_stride (surface)) + x;
        const double share = 0.55 * (1 - 0.8 * (*pixel >> 24) / 255.0);
        const QpRgb light = qp_rgb_scale (glow_at (pass, x, y), share), at = qp_rgb_unpack (*pixel);
        *pixel = qp_rgb_pack ((QpRgb){ 1 - (1 - at.red) * (1 - light.red), 1 - (1 - at.green) * (1 - light.green),
                                       1 - (1 - at.blue) * (1 - light.blue) });
      }
}

/* -- the picture -- */

static gboolean
paint_bands (Pass *pass, const QpCamera *camera, guint height, QpViewGoOn go_on, gpointer data)
{
  const guint s = pass->shade.samples;
  g_auto (QpSpaceBuffer) buffer;

  qp_space_buffer_init (&buffer, camera, BAND_ROWS * s + 1);
  for (guint y = 0; y < height; y += BAND_ROWS)
    {
      const guint end = MIN (y + BAND_ROWS, height), rows = (end - y) * s;
      if (go_on != NULL && !go_on (data))
        return FALSE;
      qp_space_buffer_begin (&buffer, y * s, rows + (end < height ? 1 : 0));
      paint_band (pass, &buffer, rows);
      finish_band (pass, &buffer, y, end);
    }
  return TRUE;
}

static void
pass_clear (Pass *pass)
{
  g_array_unref (pass->polygons);
  g_array_unref (pass->glass);
  g_array_unref (pass->people);
  g_free (pass->shade.sky);
  g_free (pass->glow);
}

static void
pass_init (Pass *pass, const QpViewScene *scene, const QpCamera *camera, guint width, guint height)
{
  pass->shade.scene = scene;
  pass->shade.night = pass->options->night;
  pass->shade.samples = CLAMP (pass->options->samples, 1, 4);
  pass->polygons = g_array_new (FALSE, FALSE, sizeof (QpViewPolygon));
  pass->glass = g_array_new (FALSE, FALSE, sizeof (guint));
  pass->people = g_array_new (FALSE, FALSE, sizeof (QpViewPolygon));
  g_array_set_clear_func (pass->polygons, polygon_clear);
  g_array_set_clear_func (pass->people, polygon_clear);
  qp_view_colours_init (&pass->shade.colours, pass->options->night, pass->options->theme);
  make_sky (pass, camera);
  look_at_surfaces (pass, camera);
  if (pass->options->people)
    look_at_people (pass, camera);
  if (!pass->options->night)
    return;
  pass->glow_width = width / GLOW_PX + 2;
  pass->glow_height = height / GLOW_PX + 2;
  pass->glow = g_new0 (float, 3 * (gsize) pass->glow_width * pass->glow_height);
}

/**
 * qp_view_picture_new:
 * @scene: what stands there
 * @gaze: who looks where
 * @width: of the picture, pixels, above 0
 * @height: of the picture, pixels, above 0
 * @options: how it is painted
 * @go_on: (nullable): asked now and then; %FALSE ends the painting
 * @data: for @go_on
 *
 * Paints what somebody sees. May be called by any thread.
 *
 * Returns: (transfer full) (nullable): the picture and how much of each screen is in it; %NULL when it was ended
 */
QpViewPicture *
qp_view_picture_new (const QpViewScene *scene, const QpGaze *gaze, guint width, guint height,
                     const QpViewOptions *options, QpViewGoOn go_on, gpointer data)
{
  QpViewPicture *self = g_new0 (QpViewPicture, 1);
  Pass pass = { .picture = self, .options = options };
  QpCamera fine;

  qp_camera_init (&self->camera, gaze, width, height);
  qp_camera_init (&fine, gaze, width * CLAMP (options->samples, 1, 4), height * CLAMP (options->samples, 1, 4));
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  self->tallies = qp_view_tallies_new (scene);
  pass_init (&pass, scene, &fine, width, height);
  cairo_surface_flush (self->surface);
  const gboolean whole = paint_bands (&pass, &fine, height, go_on, data);
  if (whole && pass.glow != NULL)
    add_light (&pass);
  cairo_surface_mark_dirty (self->surface);
  qp_view_tallies_finish (self->tallies, scene, pass.shade.samples);
  pass_clear (&pass);
  if (!whole)
    g_clear_pointer (&self, qp_view_picture_free);
  return self;
}

/**
 * qp_view_picture_free:
 * @self: a picture
 */
void
qp_view_picture_free (QpViewPicture *self)
{
  cairo_surface_destroy (self->surface);
  g_array_unref (self->tallies);
  g_free (self);
}
