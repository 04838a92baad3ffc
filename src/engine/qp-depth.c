/* qp-depth.c: the off-axis frusta of a screen's faces from the design eye point
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-audience.h"
#include "engine/qp-depth.h"

#include <math.h>

#define NEAREST 1e-3 /* an eye nearer to a plane than this, metres, sees nothing of it */

static double
degrees_between (QpVec3 a, QpVec3 b)
{
  return atan2 (qp_vec3_length (qp_vec3_cross (a, b)), qp_vec3_dot (a, b)) * 180 / G_PI;
}

static double
angle_between_edges (const QpDepthFacet *facet, QpVec3 eye, const guint corners[4])
{
  const QpVec3 a = qp_vec3_mix (facet->corners[corners[0]], facet->corners[corners[1]], 0.5);
  const QpVec3 b = qp_vec3_mix (facet->corners[corners[2]], facet->corners[corners[3]], 0.5);

  return degrees_between (qp_vec3_sub (a, eye), qp_vec3_sub (b, eye));
}

/* Kooima: l = r·(pa − e) ÷ d at a near plane of 1 m, and so on */
static void
find_frustum (QpDepthFacet *facet, QpVec3 eye)
{
  const QpVec3 to_corner = qp_vec3_sub (facet->corners[3], eye);

  facet->distance = -qp_vec3_dot (facet->normal, to_corner);
  facet->away = facet->distance < NEAREST;
  facet->left = facet->away ? NAN : qp_vec3_dot (facet->right, to_corner) / facet->distance;
  facet->bottom = facet->away ? NAN : qp_vec3_dot (facet->up, to_corner) / facet->distance;
  facet->rightmost = facet->left + facet->width / facet->distance;
  facet->top = facet->bottom + facet->height / facet->distance;
  facet->across_deg = angle_between_edges (facet, eye, (guint[4]){ 0, 3, 1, 2 });
  facet->down_deg = angle_between_edges (facet, eye, (guint[4]){ 0, 1, 2, 3 });
}

static void
add_facet (QpDepth *self, const QpFacet *of)
{
  const QpShape *shape = &self->shape;
  QpDepthFacet facet = { .column = of->first, .columns = of->columns };

  qp_shape_facet_quad (shape, of, facet.corners);
  facet.width = qp_vec3_distance (facet.corners[3], facet.corners[2]);
  facet.height = qp_vec3_distance (facet.corners[3], facet.corners[0]);
  facet.right = qp_vec3_unit (qp_vec3_sub (facet.corners[2], facet.corners[3]));
  facet.up = qp_vec3_unit (qp_vec3_sub (facet.corners[0], facet.corners[3]));
  facet.normal = qp_vec3_unit (qp_vec3_cross (facet.right, facet.up));
  facet.px_x = of->first * shape->cell_px_w;
  facet.px_width = of->columns * shape->cell_px_w;
  facet.px_height = shape->cells.rows * shape->cell_px_h;
  find_frustum (&facet, self->eye);
  g_array_append_val (self->facets, facet);
}

/* The facets of a rounding follow the flat facet of their face; an arc is one face of many facets. */
static void
add_faces (QpDepth *self)
{
  const gboolean smooth = qp_shape_n_faces (&self->shape) == 1;
  QpDepthFace *last = NULL;

  for (guint i = 0; i < self->facets->len; i++)
    {
      const guint face = qp_shape_facet (&self->shape, i)->face;
      if (last != NULL && last->number == face + 1 && (smooth || last->rounding))
        {
          last->n_facets++;
          last->bent = TRUE;
          continue;
        }
      const gboolean rounding = !smooth && last != NULL && last->number == face + 1;
      g_array_append_val (self->faces, ((QpDepthFace){ face + 1, rounding, rounding, i, 1 }));
      last = qp_depth_face (self, self->faces->len - 1);
    }
}

static double
metres_or_nan (gint64 um)
{
  return um == QP_UNSET ? NAN : qp_m_from_um (um);
}

static void
read_screen (QpDepth *self, const QpScreen *screen)
{
  self->eye_assumed = screen->eye_height_m == QP_UNSET;
  self->eye = qp_vec3 (metres_or_nan (screen->eye_x_m), metres_or_nan (screen->eye_y_m),
                       self->eye_assumed ? QP_AUDIENCE_EYE_M : qp_m_from_um (screen->eye_height_m));
  self->front = metres_or_nan (screen->depth_front_m);
  self->behind = metres_or_nan (screen->depth_behind_m);
  self->good_deg = isnan (screen->sweet_good_deg) ? 1 : screen->sweet_good_deg;
  self->limit_deg = fmax (isnan (screen->sweet_limit_deg) ? 3 : screen->sweet_limit_deg, self->good_deg);
}

static gboolean
sees_a_face (const QpDepth *self)
{
  for (guint i = 0; i < self->facets->len; i++)
    if (!qp_depth_facet (self, i)->away)
      return TRUE;
  return FALSE;
}

static QpDepthState
find_state (const QpDepth *self, gboolean sized)
{
  if (isnan (self->eye.x) || isnan (self->eye.y))
    return QP_DEPTH_NO_EYE;
  if (!sized)
    return QP_DEPTH_NO_SIZE;
  if (isnan (self->shape.bottom))
    return QP_DEPTH_NO_HEIGHT;
  return sees_a_face (self) ? QP_DEPTH_FINE : QP_DEPTH_NO_FACE;
}

/**
 * qp_depth_init:
 * @self: (out caller-allocates): a picture with depth
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Finds what each facet shows of a scene to somebody at the design eye point. The eye's height is that of somebody who
 * stands when none is given. End with qp_depth_clear() in any case.
 *
 * Returns: whether all is known; if not, faces are there only where the size of a cabinet is known
 */
QpDepthState
qp_depth_init (QpDepth *self, const QpScreen *screen, const QpCatalogue *catalogue)
{
  *self = (QpDepth){ .facets = g_array_new (FALSE, FALSE, sizeof (QpDepthFacet)),
                     .faces = g_array_new (FALSE, FALSE, sizeof (QpDepthFace)) };
  const gboolean sized = qp_shape_init (&self->shape, screen, catalogue);

  read_screen (self, screen);
  for (guint i = 0; i < self->shape.facets->len; i++)
    add_facet (self, qp_shape_facet (&self->shape, i));
  if (sized)
    add_faces (self);
  self->state = find_state (self, sized);
  return self->state;
}

/**
 * qp_depth_clear:
 * @self: a picture with depth
 */
void
qp_depth_clear (QpDepth *self)
{
  qp_shape_clear (&self->shape);
  g_clear_pointer (&self->facets, g_array_unref);
  g_clear_pointer (&self->faces, g_array_unref);
}

/**
 * qp_depth_state_text:
 * @state: a state
 *
 * Returns: (transfer none): what is missing and what to do, as a sentence; "" when all is known
 */
const char *
qp_depth_state_text (QpDepthState state)
{
  static const char *const texts[] = {
    [QP_DEPTH_FINE] = "",
    [QP_DEPTH_NO_EYE] = N_ ("The screen has no design eye point. Place one on the plan, or type its X and Y."),
    [QP_DEPTH_NO_SIZE] = N_ ("The size of the screen is not known. Choose a cabinet."),
    [QP_DEPTH_NO_HEIGHT] = N_ ("The height of the screen’s bottom edge is not known. Type it in."),
    [QP_DEPTH_NO_FACE] = N_ ("The design eye point is behind every face of the screen. Move it before the screen."),
  };

  return *texts[state] == '\0' ? "" : _ (texts[state]);
}

/**
 * qp_depth_middle:
 * @self: a picture with depth whose size is known
 *
 * Returns: the middle of the facets that the eye sees, each counted by its width; of all when it sees none; metres
 */
QpVec3
qp_depth_middle (const QpDepth *self)
{
  const gboolean any = sees_a_face (self);
  QpVec3 sum = { 0 };
  double width = 0;

  for (guint i = 0; i < self->facets->len; i++)
    {
      const QpDepthFacet *facet = qp_depth_facet (self, i);
      if (facet->away && any)
        continue;
      const QpVec3 middle = qp_vec3_mix (facet->corners[0], facet->corners[2], 0.5);
      sum = qp_vec3_add (sum, qp_vec3_scale (middle, facet->width));
      width += facet->width;
    }
  return qp_vec3_scale (sum, 1 / width);
}

/**
 * qp_depth_eye_distance:
 * @self: a picture with depth
 *
 * Returns: distance of the eye from the middle of what it sees, metres; NaN when that is not known
 */
double
qp_depth_eye_distance (const QpDepth *self)
{
  return self->state == QP_DEPTH_FINE ? qp_vec3_distance (self->eye, qp_depth_middle (self)) : NAN;
}

/**
 * qp_depth_facet_point:
 * @facet: a facet
 * @across: metres from its left edge
 * @up: metres from its lower edge
 *
 * Returns: this place in space, metres
 */
QpVec3
qp_depth_facet_point (const QpDepthFacet *facet, double across, double up)
{
  return qp_vec3_add (facet->corners[3], qp_vec3_add (qp_vec3_scale (facet->right, across),
                                                     qp_vec3_scale (facet->up, up)));
}

/**
 * qp_depth_facet_project:
 * @facet: a facet
 * @eye: from where it is looked at, metres
 * @place: a place, metres
 * @across: (out): where the place is seen on the facet's plane: metres from its left edge
 * @up: (out): metres from its lower edge
 *
 * Returns: %FALSE when eye or place are not before each other as needed: the eye behind the facet, the place behind the eye
 */
gboolean
qp_depth_facet_project (const QpDepthFacet *facet, QpVec3 eye, QpVec3 place, double *across, double *up)
{
  const QpPlane plane = { facet->corners[3], facet->right, facet->up, facet->normal };

  return qp_plane_project (&plane, eye, place, NEAREST, across, up);
}

static gboolean
is_on_cabinet (const QpDepth *self, const QpDepthFacet *facet, double across, double up)
{
  const double hair = 1e-6;
  const QpShape *shape = &self->shape;

  if (across < -hair || up < -hair || across > facet->width + hair || up > facet->height + hair)
    return FALSE;
  const guint column = facet->column + (guint) CLAMP (floor (across / shape->cell_w), 0, facet->columns - 1);
  const guint row = (guint) CLAMP (floor ((facet->height - up) / shape->cell_h), 0, shape->cells.rows - 1);
  return qp_cells_has (&shape->cells, column, row);
}

/**
 * qp_depth_is_inside:
 * @self: a picture with depth
 * @place: a place, metres
 *
 * Returns: whether the eye sees the place on the screen: on a cabinet that is there, of any face
 */
gboolean
qp_depth_is_inside (const QpDepth *self, QpVec3 place)
{
  double across, up;

  for (guint i = 0; i < self->facets->len; i++)
    if (qp_depth_facet_project (qp_depth_facet (self, i), self->eye, place, &across, &up)
        && is_on_cabinet (self, qp_depth_facet (self, i), across, up))
      return TRUE;
  return FALSE;
}
