/* qp-view-shade.c: the colours of ground, sky and surfaces in a view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-view-private.h"

#include <math.h>

#define HAZE_M 450.0 /* what is so far away is half as strong as the air before it */
#define GRID_M 0.012 /* half of a line on the ground */
#define LEVELS_M 5.0
#define PAPER_SHARE 0.8   /* of the light comes back from white paper */
#define USUAL_LX 30000.0  /* a day in the shade of buildings, where the site does not say */
#define NIGHT_WHITE 300.0 /* cd/m² that look white at night */

static QpRgb
rgb (guint32 colour)
{
  return qp_rgb_unpack (colour);
}

/* colours of the window's plan, so that both look like one */
static void
day_colours (QpViewColours *self)
{
  *self = (QpViewColours){ .sky_high = rgb (0xb9cfe4),
                           .sky_low = rgb (0xf3f1ec),
                           .ground_near = rgb (0xe3e0d9),
                           .ground_far = rgb (0xefece6),
                           .line = rgb (0xc9c5bc),
                           .mass = rgb (0xd8d3ca),
                           .tree = rgb (0xa9c09b),
                           .glass = rgb (0xbcd6e2),
                           .casing = rgb (0x55525c),
                           .person = rgb (0x5b5965),
                           .audience = rgb (0x9dc0ec),
                           .edge = rgb (0x7d786e),
                           .hatch = rgb (0xc01c28) };
}

static void
dark_colours (QpViewColours *self)
{
  *self = (QpViewColours){ .sky_high = rgb (0x232a38),
                           .sky_low = rgb (0x4a4b54),
                           .ground_near = rgb (0x302f34),
                           .ground_far = rgb (0x45444a),
                           .line = rgb (0x4b4a50),
                           .mass = rgb (0x5f5c5b),
                           .tree = rgb (0x4f6649),
                           .glass = rgb (0x58737f),
                           .casing = rgb (0x26242c),
                           .person = rgb (0x16151a),
                           .audience = rgb (0x4d78b0),
                           .edge = rgb (0x1c1b1f),
                           .hatch = rgb (0xff7b63) };
}

static void
night_colours (QpViewColours *self)
{
  *self = (QpViewColours){ .sky_high = rgb (0x070b18),
                           .sky_low = rgb (0x1d2336),
                           .ground_near = rgb (0x14151b),
                           .ground_far = rgb (0x1d2130),
                           .line = rgb (0x272a36),
                           .mass = rgb (0x262a38),
                           .tree = rgb (0x1c2a24),
                           .glass = rgb (0x30465a),
                           .casing = rgb (0x0a0a0e),
                           .person = rgb (0x06070b),
                           .audience = rgb (0x24406a),
                           .edge = rgb (0x05060a),
                           .hatch = rgb (0xff7b63) };
}

/* chooses the colours of a night, of a day, or of a day on dark paper */
void
qp_view_colours_init (QpViewColours *self, gboolean night, QpTheme theme)
{
  if (night)
    night_colours (self);
  else if (theme == QP_THEME_DARK)
    dark_colours (self);
  else
    day_colours (self);
}

/* -- polygons -- */

/* the sun stands high in the south-west, behind whoever made the plan */
static double
light_on (QpVec3 normal, QpVec3 eye, QpVec3 at)
{
  const QpVec3 sun = qp_vec3_unit (qp_vec3 (-0.55, -0.75, 0.95));
  const double towards = qp_vec3_dot (normal, qp_vec3_sub (eye, at)) < 0 ? -1 : 1;

  return 0.82 + 0.24 * towards * qp_vec3_dot (normal, sun);
}

static QpRgb
colour_of (const QpViewColours *colours, const QpViewSurface *surface)
{
  switch (surface->material)
    {
    case QP_MATERIAL_AUDIENCE:
      return colours->audience;
    case QP_MATERIAL_TREE:
      return colours->tree;
    case QP_MATERIAL_GLASS:
      return colours->glass;
    case QP_MATERIAL_CASE:
      return colours->casing;
    case QP_MATERIAL_PERSON:
      return qp_rgb_mix (colours->casing, colours->mass, 0.4);
    default:
      return colours->mass;
    }
}

/* what a direction gains along one side of a cabinet, over the picture; @a and @b are two corners with @n cabinets
 * between */
static void
scale_along (double terms[4], const QpCamera *camera, QpVec3 a, QpVec3 b, double n)
{
  const QpVec3 along = qp_vec3_sub (b, a), step = qp_vec3_scale (along, n / fmax (qp_vec3_dot (along, along), 1e-12));

  terms[0] = qp_vec3_dot (step, camera->right) / camera->focal;
  terms[1] = -qp_vec3_dot (step, camera->up) / camera->focal;
  terms[2] = qp_vec3_dot (step, qp_camera_ray (camera, qp_vec (0, 0)));
  terms[3] = qp_vec3_dot (step, qp_vec3_sub (camera->gaze.eye, a));
}

static void
scale_face (QpViewPolygon *self, const QpCamera *camera, const QpShape *shape, const QpVec3 *corners)
{
  const QpViewSurface *surface = self->surface;
  const QpFacet *facet = surface->facet;

  scale_along (self->columns, camera, corners[0], corners[1], facet->columns);
  scale_along (self->rows, camera, corners[0], corners[3], shape->cells.rows);
  self->columns[3] += surface->mirrored ? shape->cells.columns - facet->first - facet->columns : facet->first;
  self->pixel = shape->cell_px_w > 0 && shape->cell_px_h > 0
                    ? fmin (shape->cell_w / shape->cell_px_w, shape->cell_h / shape->cell_px_h)
                    : 0;
}

/* looks at a surface; FALSE when it is not in the picture; faces and cases are seen from their side only */
gboolean
qp_view_polygon_init (QpViewPolygon *self, const QpViewShade *shade, const QpCamera *camera,
                      const QpViewSurface *surface)
{
  const QpVec3 *corners = qp_view_scene_corners (shade->scene, surface), eye = camera->gaze.eye;
  /* a roof is seen from above: whoever stands within an outline has the sky over them, as engine/qp-sight takes it */
  const gboolean one_sided = surface->material == QP_MATERIAL_FACE || surface->material == QP_MATERIAL_CASE
                             || fabs (surface->normal.z) == 1;

  *self = (QpViewPolygon){ .surface = surface, .away = qp_vec3_dot (surface->normal, qp_vec3_sub (eye, corners[0])) };
  if ((one_sided && self->away <= 0)
      || !qp_space_polygon_init (&self->seen, camera, corners, surface->n, surface->normal))
    return FALSE;
  const double light = shade->night ? 0.6 + 0.4 * light_on (surface->normal, eye, corners[0])
                                    : light_on (surface->normal, eye, corners[0]);
  self->colour = qp_rgb_scale (colour_of (&shade->colours, surface), light);
  if (surface->facet != NULL)
    scale_face (self, camera, &qp_view_scene_object (shade->scene, surface->owner)->shape, corners);
  return TRUE;
}

/* looks at a part of somebody */
gboolean
qp_view_polygon_init_part (QpViewPolygon *self, const QpViewShade *shade, const QpCamera *camera,
                           const QpViewPart *part)
{
  const QpVec to = qp_vec_sub (qp_vec3_plan (part->corners[0]), qp_vec3_plan (part->corners[part->n / 2]));
  const QpVec3 normal = qp_vec3_unit (qp_vec3 (to.y, -to.x, 0));

  *self = (QpViewPolygon){ .colour = shade->colours.person };
  return qp_space_polygon_init (&self->seen, camera, part->corners, part->n, normal);
}

/* Where on the grid of cabinets a sample is, in the order of the picture on this side; FALSE when no cabinet is there.
 */
gboolean
qp_view_polygon_cell_at (const QpViewPolygon *self, const QpShape *shape, double nearness, guint row, guint x,
                         double *column, double *down)
{
  const double px = x + 0.5, py = row + 0.5;

  *column = (self->columns[0] * px + self->columns[1] * py + self->columns[2]) / nearness + self->columns[3];
  *down = (self->rows[0] * px + self->rows[1] * py + self->rows[2]) / nearness + self->rows[3];
  if (shape->cells.bits == NULL)
    return TRUE;
  const double across = self->surface->mirrored ? shape->cells.columns - *column : *column;
  return qp_cells_has (&shape->cells, (guint) CLAMP (floor (across), 0, shape->cells.columns - 1),
                       (guint) CLAMP (floor (*down), 0, shape->cells.rows - 1));
}

/* -- ground and sky -- */

static double
grid_line (double at, double step, double blur)
{
  const double away = fabs (remainder (at, step));

  return CLAMP (1 - (away - GRID_M) / blur, 0, 1) * CLAMP (step / (5 * blur) - 0.4, 0, 1);
}

static void
ground_row (const QpViewShade *self, QpSpaceBuffer *buffer, guint row, QpVec3 ray, double ahead)
{
  const QpCamera *camera = &buffer->camera;
  const double high = camera->gaze.eye.z - self->scene->ground, haze = ahead / (ahead + HAZE_M / 3);
  const double blur = fmax (ahead, ahead * ahead / high) / camera->focal;
  const QpRgb plain = qp_rgb_mix (self->colours.ground_near, self->colours.ground_far, haze);
  guint32 *colour = buffer->colour + (gsize) (row - buffer->first) * buffer->width;

  for (guint x = 0; x < buffer->width; x++)
    {
      const double side = (x + 0.5 - camera->width / 2) / camera->focal;
      const double px = camera->gaze.eye.x + (ray.x + camera->right.x * side) * ahead;
      const double py = camera->gaze.eye.y + (ray.y + camera->right.y * side) * ahead;
      const double fine = fmax (grid_line (px, 1, blur), grid_line (py, 1, blur));
      const double coarse = fmax (grid_line (px, 10, blur), grid_line (py, 10, blur));
      colour[x] = qp_rgb_pack (qp_rgb_mix (plain, self->colours.line, fmax (0.35 * fine, 0.9 * coarse) * (1 - haze)));
    }
}

/* paints what is behind everything, and nothing else yet: 1 m and 10 m squares on the ground, and the sky */
void
qp_view_shade_ground (const QpViewShade *self, QpSpaceBuffer *buffer)
{
  const QpCamera *camera = &buffer->camera;
  const double high = camera->gaze.eye.z - self->scene->ground;

  for (guint row = buffer->first; row < buffer->first + buffer->rows; row++)
    {
      const QpVec3 ray = qp_camera_ray (camera, qp_vec (camera->width / 2, row + 0.5));
      guint32 *colour = buffer->colour + (gsize) (row - buffer->first) * buffer->width;
      const guint32 sky = qp_rgb_pack (self->sky[row]);
      if (ray.z < -1e-6 && high > 0 && high / -ray.z < 1e5)
        ground_row (self, buffer, row, ray, high / -ray.z);
      else
        for (guint x = 0; x < buffer->width; x++)
          colour[x] = sky;
    }
}

static double
haze_at (double nearness)
{
  return 1 / (1 + HAZE_M * nearness);
}

/* -- solid things -- */

typedef struct
{
  const QpViewShade *shade;
  const QpViewPolygon *polygon;
} Fill;

/* darker near the ground, where less of the sky shines */
static double
dim_near_ground (const QpViewShade *shade, const QpCamera *camera, guint row, double nearness, double *height)
{
  const double rise = qp_camera_ray (camera, qp_vec (camera->width / 2, row + 0.5)).z;

  *height = camera->gaze.eye.z + rise / nearness - shade->scene->ground;
  return 1 - 0.13 / (1 + fmax (*height, 0) * 0.7);
}

/* a line every 5 m up, as there are squares on the ground */
static double
level_line (const QpCamera *camera, double height, double nearness)
{
  return height < LEVELS_M / 2 ? 0 : grid_line (height, LEVELS_M, 1 / (nearness * camera->focal));
}

static void
put (QpSpaceBuffer *buffer, gsize at, const QpViewSurface *surface, float nearness, QpRgb colour)
{
  buffer->colour[at] = qp_rgb_pack (colour);
  buffer->nearness[at] = nearness;
  buffer->key[at] = surface->key;
  buffer->owner[at] = (guint16) surface->owner;
}

static void
solid_span (QpSpaceBuffer *buffer, const QpSpacePolygon *seen, guint row, guint x, guint n, gsize at, gpointer data)
{
  const Fill *fill = data;
  const QpViewShade *shade = fill->shade;
  const QpViewSurface *surface = fill->polygon->surface;
  const guint stripe = 5 * shade->samples;
  double near = qp_space_nearness (seen, row, x), height;

  for (guint i = 0; i < n; i++, near += seen->nearness[0])
    {
      if (near <= buffer->nearness[at + i])
        continue;
      QpRgb colour = qp_rgb_scale (fill->polygon->colour, dim_near_ground (shade, &buffer->camera, row, near, &height));
      if (surface->normal.z == 0 && surface->material != QP_MATERIAL_CASE)
        colour = qp_rgb_mix (colour, shade->colours.edge, 0.14 * level_line (&buffer->camera, height, near));
      colour = qp_rgb_mix (colour, shade->sky[row], 0.75 * haze_at (near));
      if (surface->endless)
        {
          if ((x + i + row) / stripe % 2 == 0)
            colour = qp_rgb_mix (colour, shade->colours.edge, 0.16);
          colour = qp_rgb_mix (colour, shade->sky[row], CLAMP ((height - 5) / 25, 0, 0.85));
        }
      put (buffer, at + i, surface, (float) near, colour);
    }
}

/* -- faces of screens -- */

/* a screen against what its surroundings look like: by day a dim one is pale, by night a bright one glares */
static double
brightness (const QpViewShade *shade, const QpScreen *screen)
{
  const double day = screen->luminance_day_cdm2, night = screen->luminance_night_cdm2;

  if (shade->night)
    return isnan (night) ? 1 : CLAMP (pow (night / NIGHT_WHITE, 0.4), 0.25, 1.25);
  return isnan (day) ? 1 : CLAMP (pow (day / (USUAL_LX * PAPER_SHARE / G_PI) * 2, 0.4), 0.4, 1.1);
}

/* a pixel that is large enough to be seen is a dot with darkness around it */
static QpRgb
dot (QpRgb colour, double across, double down, double side)
{
  const double dx = across - floor (across) - 0.5, dy = down - floor (down) - 0.5;
  const double soft = 1 / fmax (side, 1), inside = CLAMP ((0.36 - fmax (fabs (dx), fabs (dy))) / soft + 0.5, 0, 1);
  const double shown = CLAMP ((side - 2.5) / 3, 0, 1);
  const QpRgb dark = { 0.03f, 0.03f, 0.035f };

  return qp_rgb_mix (colour, qp_rgb_mix (dark, colour, inside), shown * 0.9);
}

static QpRgb
face_colour (const QpViewPolygon *polygon, const QpShape *shape, double column, double down, double side)
{
  const double aspect = qp_shape_developed_width (shape) / fmax (qp_shape_height (shape), 1e-9);
  const double wide = (double) shape->cells.columns, high = (double) shape->cells.rows;

  if (side < 1 || polygon->pixel <= 0)
    return qp_test_picture_at (column / wide, down / high, aspect);
  const double px = column * shape->cell_px_w, py = down * shape->cell_px_h;
  const QpRgb colour = qp_test_picture_at ((floor (px) + 0.5) / (wide * shape->cell_px_w),
                                           (floor (py) + 0.5) / (high * shape->cell_px_h), aspect);
  return dot (colour, px, py, side);
}

static void
face_span (QpSpaceBuffer *buffer, const QpSpacePolygon *seen, guint row, guint x, guint n, gsize at, gpointer data)
{
  const Fill *fill = data;
  const QpViewPolygon *polygon = fill->polygon;
  const QpViewObject *object = qp_view_scene_object (fill->shade->scene, polygon->surface->owner);
  const gboolean lit = polygon->surface->material == QP_MATERIAL_FACE;
  const double bright = brightness (fill->shade, (const QpScreen *) object->node);
  double near = qp_space_nearness (seen, row, x), column, down;

  for (guint i = 0; i < n; i++, near += seen->nearness[0])
    {
      if (near <= buffer->nearness[at + i]
          || !qp_view_polygon_cell_at (polygon, &object->shape, near, row, x + i, &column, &down))
        continue;
      /* a pixel of the screen in samples of the picture, foreshortened */
      const double side = polygon->pixel * near * buffer->camera.focal * fmin (1, polygon->away * near);
      const QpRgb colour = lit ? qp_rgb_scale (face_colour (polygon, &object->shape, column, down, side), bright)
                               : qp_rgb_mix (polygon->colour, fill->shade->sky[row], 0.75 * haze_at (near));
      put (buffer, at + i, polygon->surface, (float) near, colour);
    }
}

/* fills what hides whatever is behind it */
void
qp_view_shade_opaque (const QpViewShade *self, QpSpaceBuffer *buffer, const QpViewPolygon *polygon)
{
  Fill fill = { self, polygon };

  qp_space_fill (buffer, &polygon->seen, polygon->surface->facet != NULL ? face_span : solid_span, &fill);
}

/* -- what is seen through -- */

static void
blend (QpSpaceBuffer *buffer, gsize at, QpRgb colour, double share)
{
  buffer->colour[at] = qp_rgb_pack (qp_rgb_mix (qp_rgb_unpack (buffer->colour[at]), colour, share));
}

static void
glass_span (QpSpaceBuffer *buffer, const QpSpacePolygon *seen, guint row, guint x, guint n, gsize at, gpointer data)
{
  const Fill *fill = data;
  const double through = fill->polygon->surface->through, share = fmax (1 - through, 0.08);
  const gboolean wall = fill->polygon->surface->normal.z == 0;
  double near = qp_space_nearness (seen, row, x);

  for (guint i = 0; i < n; i++, near += seen->nearness[0])
    {
      if (near <= buffer->nearness[at + i])
        continue;
      blend (buffer, at + i, fill->polygon->colour, share);
      if (wall) /* as engine/qp-sight: roofs of glass take nothing */
        buffer->passing[at + i] = (guint8) (buffer->passing[at + i] * through + 0.5);
      if (buffer->key[at + i] >= QP_KEY_OTHER || buffer->key[at + i] == 0) /* so that its outline is drawn */
        buffer->key[at + i] = (buffer->key[at + i] * 31 + fill->polygon->surface->key) | QP_KEY_OTHER << 1;
    }
}

/* lays glass over what is there already, and takes note of what it swallows; the furthest comes first */
void
qp_view_shade_glass (const QpViewShade *self, QpSpaceBuffer *buffer, const QpViewPolygon *polygon)
{
  Fill fill = { self, polygon };

  qp_space_fill (buffer, &polygon->seen, glass_span, &fill);
}

static void
tint_span (QpSpaceBuffer *buffer, const QpSpacePolygon *seen, guint row, guint x, guint n, gsize at, gpointer data)
{
  const Fill *fill = data;
  const double near = qp_space_nearness (seen, row, x), share = 0.26 * (1 - haze_at (near));

  for (guint i = 0; i < n; i++)
    blend (buffer, at + i, fill->polygon->colour, share);
}

/* tints the ground, before anything stands on it */
void
qp_view_shade_tint (const QpViewShade *self, QpSpaceBuffer *buffer, const QpViewPolygon *polygon)
{
  Fill fill = { self, polygon };

  qp_space_fill (buffer, &polygon->seen, tint_span, &fill);
}

static void
person_span (QpSpaceBuffer *buffer, const QpSpacePolygon *seen, guint row, guint x, guint n, gsize at, gpointer data)
{
  const Fill *fill = data;
  double near = qp_space_nearness (seen, row, x);

  for (guint i = 0; i < n; i++, near += seen->nearness[0])
    if (near > buffer->nearness[at + i])
      blend (buffer, at + i, qp_rgb_mix (fill->polygon->colour, fill->shade->sky[row], 0.3 + 0.5 * haze_at (near)), 1);
}

/* puts somebody before what is there, without hiding anything from the count */
void
qp_view_shade_person (const QpViewShade *self, QpSpaceBuffer *buffer, const QpViewPolygon *polygon)
{
  Fill fill = { self, polygon };

  qp_space_fill (buffer, &polygon->seen, person_span, &fill);
}
