/* qp-look.c: what somebody sees of one screen: how much, from how far, how well
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which parts of the face are seen is found for one eye line by line, for a grid of viewers all at once (qp-sight-map); all
 * else follows from these parts by the same code.
 */
#include "engine/qp-look.h"

#include <math.h>

#define DEGREES (180 / G_PI)
#define DOUBTFUL 1e-12

/* what is seen: plates and parts of plates, and sums over them by their area */
typedef struct
{
  const QpLookScreen *screen;
  QpVec3 eye;
  const QpSightSample **pieces;
  guint n_pieces;
  double facing;
  double weight;
  QpVec3 facing_at;
  QpVec3 at;
  QpVec3 normal;
  QpVec3 right;
  double nearest; /* squared */
} Sums;

static gboolean
looks_to (const QpSightSample *sample, QpVec3 eye)
{
  return qp_vec3_dot (sample->normal, qp_vec3_sub (eye, sample->at)) > 0;
}

static double
part_distance2 (const QpSightSample *sample, QpVec3 eye)
{
  const QpVec3 away = qp_vec3_sub (eye, sample->at), up = qp_vec3_cross (sample->normal, sample->right);
  const double right = fmax (fabs (qp_vec3_dot (away, sample->right)) - sample->half_w, 0);
  const double above = fmax (fabs (qp_vec3_dot (away, up)) - sample->half_h, 0), before = qp_vec3_dot (away, sample->normal);

  return right * right + above * above + before * before;
}

static gboolean
is_seen (const guint64 *seen, guint i)
{
  return (seen[i / 64] >> i % 64 & 1) != 0;
}

static void
add_facing (Sums *sums, const QpSightSample *sample)
{
  sums->facing += sample->weight;
  sums->facing_at = qp_vec3_add (sums->facing_at, qp_vec3_scale (sample->at, sample->weight));
}

static void
add_seen (Sums *sums, const QpSightSample *sample)
{
  sums->pieces[sums->n_pieces++] = sample;
  sums->weight += sample->weight;
  sums->at = qp_vec3_add (sums->at, qp_vec3_scale (sample->at, sample->weight));
  sums->normal = qp_vec3_add (sums->normal, qp_vec3_scale (sample->normal, sample->weight));
  sums->right = qp_vec3_add (sums->right, qp_vec3_scale (sample->right, sample->weight));
  sums->nearest = fmin (sums->nearest, part_distance2 (sample, sums->eye));
}

static void
add_plate (Sums *sums, const QpLookPlate *plate, const guint64 *seen)
{
  guint n = 0;

  if (!looks_to (&plate->whole, sums->eye))
    return;
  add_facing (sums, &plate->whole);
  for (guint i = plate->first; i < plate->first + plate->n; i++)
    n += is_seen (seen, i);
  if (n == plate->n && plate->solid)
    add_seen (sums, &plate->whole);
  else
    for (guint i = plate->first; i < plate->first + plate->n && n > 0; i++)
      if (is_seen (seen, i))
        add_seen (sums, &g_array_index (sums->screen->samples, QpSightSample, i));
}

/* axes of what is seen: where it looks, and its right and up */
typedef struct
{
  QpVec3 at;
  QpVec3 normal;
  QpVec3 right;
  QpVec3 up;
} Frame;

static Frame
frame_of (const Sums *sums)
{
  Frame frame = { .at = qp_vec3_scale (sums->at, 1 / sums->weight), .normal = qp_vec3_unit (sums->normal) };
  const QpVec3 right = qp_vec3_sub (sums->right, qp_vec3_scale (frame.normal, qp_vec3_dot (sums->right, frame.normal)));

  frame.right = qp_vec3_unit (right);
  frame.up = qp_vec3_cross (frame.normal, frame.right);
  return frame;
}

static void
read_angles (QpLook *look, const Sums *sums, const Frame *frame)
{
  const QpVec3 away = qp_vec3_unit (qp_vec3_sub (sums->eye, frame->at));
  const double before = qp_vec3_dot (away, frame->normal);

  look->squeeze = CLAMP (qp_vec3_dot (away, sums->normal) / sums->weight, 0, 1);
  look->off_axis_deg = acos (CLAMP (before, -1, 1)) * DEGREES;
  look->off_axis_h_deg = atan2 (qp_vec3_dot (away, frame->right), before) * DEGREES;
  look->off_axis_v_deg = atan2 (qp_vec3_dot (away, frame->up), before) * DEGREES;
}

static void
read_cone_side (QpLook *look, double half_deg, double angle_deg, guint *known)
{
  if (isnan (half_deg))
    return;
  ++*known;
  if (fabs (angle_deg) > half_deg + 1e-9)
    look->cone = QP_LOOK_CONE_OUTSIDE;
}

/* outside when either angle says so, inside only when both do */
static void
read_in_cone (QpLook *look, const QpLookScreen *screen)
{
  guint known = 0;

  read_cone_side (look, screen->half_h_deg, look->off_axis_h_deg, &known);
  read_cone_side (look, screen->half_v_deg, look->off_axis_v_deg, &known);
  if (look->cone == QP_LOOK_CONE_NOT_KNOWN && known == 2)
    look->cone = QP_LOOK_CONE_INSIDE;
}

typedef struct
{
  double least;
  double most;
} Span;

static void
span_add (Span *self, double value)
{
  self->least = fmin (self->least, value);
  self->most = fmax (self->most, value);
}

#define SPAN_EMPTY ((Span){ INFINITY, -INFINITY })

/* the size of what is seen along its axes, squeezed as it appears from aside; metres */
static double
apparent_size (const QpLook *look, const Sums *sums, const Frame *frame)
{
  Span across = SPAN_EMPTY, up = SPAN_EMPTY;

  for (guint i = 0; i < sums->n_pieces; i++)
    {
      const QpSightSample *piece = sums->pieces[i];
      const QpVec3 away = qp_vec3_sub (piece->at, frame->at);
      const double x = qp_vec3_dot (away, frame->right), y = qp_vec3_dot (away, frame->up);
      const double wide = piece->half_w * fabs (qp_vec3_dot (piece->right, frame->right));
      span_add (&across, x - wide);
      span_add (&across, x + wide);
      span_add (&up, y - piece->half_h);
      span_add (&up, y + piece->half_h);
    }
  return hypot ((across.most - across.least) * cos (look->off_axis_h_deg / DEGREES),
                (up.most - up.least) * cos (look->off_axis_v_deg / DEGREES));
}

/* characters are squeezed from aside, too: the narrower of width and height has to do */
static double
reading_of (const QpLook *look, const QpLookScreen *screen)
{
  const double squeezed = fmin (cos (look->off_axis_h_deg / DEGREES), cos (look->off_axis_v_deg / DEGREES));

  return look->clear >= screen->options.read_share - DOUBTFUL ? screen->readable_m * fmax (squeezed, 0) / look->nearest_m : 0;
}

static double
noticing_of (const QpLook *look, const Sums *sums, const Frame *frame)
{
  const QpLookScreen *screen = sums->screen;

  return fabs (look->off_axis_h_deg) > screen->options.notice_aside_deg + DOUBTFUL
             ? 0
             : apparent_size (look, sums, frame) * screen->notice_heights / look->middle_m;
}

static QpLookGrade
grade_of (const QpLook *look, const QpLookScreen *screen)
{
  if (look->reading >= 1)
    return look->nearest_m >= screen->pixel_free_m ? QP_LOOK_PIXEL_FREE : QP_LOOK_READABLE;
  return look->noticing >= 1 ? QP_LOOK_NOTICED : QP_LOOK_SEEN;
}

static double
evaluate_pixels (const QpFormula *formula, const QpLookScreen *screen, double distance_m)
{
  const QpArgument in[] = { { .number = screen->pitch_mm }, { .number = distance_m } };

  return qp_formula_evaluate (formula, in);
}

static void
read_seen (QpLook *look, const Sums *sums)
{
  const QpLookScreen *screen = sums->screen;
  const Frame frame = frame_of (sums);

  look->nearest_m = sqrt (sums->nearest);
  read_angles (look, sums, &frame);
  read_in_cone (look, screen);
  look->arcmin_per_px = evaluate_pixels (screen->arcmin, screen, look->nearest_m);
  look->px_per_deg = evaluate_pixels (screen->ppd, screen, look->nearest_m);
  look->reading = reading_of (look, screen);
  look->noticing = noticing_of (look, sums, &frame);
  look->grade = grade_of (look, screen);
}

/* --- angular size --- */

static void
add_direction (Span *azimuth, Span *elevation, QpVec3 eye, QpVec middle, QpVec3 place)
{
  const QpVec3 away = qp_vec3_sub (place, eye);
  const QpVec flat = qp_vec3_plan (away);
  const double level = qp_vec_length (flat);

  if (level > 0)
    span_add (azimuth, atan2 (qp_vec_cross (middle, flat), qp_vec_dot (middle, flat)));
  span_add (elevation, atan2 (away.z, level));
}

/* corners of a part, and the places of its upper and lower edge that are nearest to the eye, which look highest and lowest */
static void
add_part (Span *azimuth, Span *elevation, QpVec3 eye, QpVec middle, const QpSightSample *sample)
{
  const QpVec3 up = qp_vec3_cross (sample->normal, sample->right);
  const double along = qp_vec3_dot (qp_vec3_sub (eye, sample->at), sample->right);
  const double x[] = { -sample->half_w, CLAMP (along, -sample->half_w, sample->half_w), sample->half_w };

  for (guint i = 0; i < G_N_ELEMENTS (x); i++)
    for (int side = -1; side <= 1; side += 2)
      add_direction (azimuth, elevation, eye, middle,
                     qp_vec3_add (sample->at, qp_vec3_add (qp_vec3_scale (sample->right, x[i]), qp_vec3_scale (up, side * sample->half_h))));
}

static void
read_size (QpLook *look, const Sums *sums)
{
  const QpVec middle = qp_vec3_plan (qp_vec3_sub (qp_vec3_scale (sums->at, 1 / sums->weight), sums->eye));
  Span azimuth = SPAN_EMPTY, elevation = SPAN_EMPTY;

  for (guint i = 0; i < sums->n_pieces; i++)
    add_part (&azimuth, &elevation, sums->eye, middle, sums->pieces[i]);
  look->width_deg = fmax (azimuth.most - azimuth.least, 0) * DEGREES;
  look->height_deg = fmax (elevation.most - elevation.least, 0) * DEGREES;
}

/* --- all of it --- */

/* all, or all but the angular size, from the parts that are seen and their share */
static void
read_look (const QpLookScreen *self, QpVec3 eye, const guint64 *seen, double share, gboolean roughly, QpLook *look)
{
  const QpSightSample **pieces = g_newa (const QpSightSample *, self->samples->len + 1);
  Sums sums = { .screen = self, .eye = eye, .pieces = pieces, .nearest = INFINITY };

  *look = (QpLook){ QP_LOOK_BEHIND, share, 0, NAN, NAN, NAN, NAN, NAN, NAN, QP_LOOK_CONE_NOT_KNOWN, NAN, NAN, NAN, NAN, NAN, 0, 0, NULL, 0 };
  for (guint i = 0; i < self->plates->len; i++)
    add_plate (&sums, &g_array_index (self->plates, QpLookPlate, i), seen);
  if (!(sums.facing > 0))
    return;
  look->grade = QP_LOOK_BLOCKED;
  look->facing = sums.facing;
  look->clear = fmin (share / sums.facing, 1);
  look->middle_m = qp_vec3_distance (eye, qp_vec3_scale (sums.facing_at, 1 / sums.facing));
  if (sums.n_pieces == 0)
    return;
  read_seen (look, &sums);
  if (!roughly)
    read_size (look, &sums);
}

/* --- one eye, and a grid of them --- */

typedef struct
{
  const QpNode *node;
  double hidden;
} Blocker;

static void
add_blocker (GArray *blockers, const QpNode *node, double weight)
{
  for (guint i = 0; i < blockers->len; i++)
    {
      Blocker *blocker = &g_array_index (blockers, Blocker, i);
      if (blocker->node == node)
        {
          blocker->hidden += weight;
          return;
        }
    }
  g_array_append_val (blockers, ((Blocker){ node, weight }));
}

static void
read_blocker (QpLook *look, const GArray *blockers)
{
  double most = 0;

  for (guint i = 0; i < blockers->len; i++)
    {
      const Blocker *blocker = &g_array_index (blockers, Blocker, i);
      look->hidden += blocker->hidden;
      if (blocker->hidden <= most)
        continue;
      most = blocker->hidden;
      look->blocker = blocker->node;
    }
}

/**
 * qp_look:
 * @self: a screen
 * @walls: (element-type QpSightWall): obstacles
 * @eye: where somebody looks from
 * @look: (out caller-allocates): what is seen
 * @seen: (out) (optional) (array): room for one value for each part of the screen: whether it is seen
 *
 * Looks at the screen from one place. Off-axis angles are those at the middle of what is seen, and from where it looks in the
 * mean: a column is seen from in front all round.
 */
void
qp_look (const QpLookScreen *self, const GArray *walls, QpVec3 eye, QpLook *look, gboolean *seen)
{
  const guint words = (self->samples->len + 63) / 64;
  g_autofree guint64 *bits = g_new0 (guint64, words);
  g_autoptr (GArray) blockers = g_array_new (FALSE, FALSE, sizeof (Blocker));
  double share = 0;

  for (guint i = 0; i < self->samples->len; i++)
    {
      const QpSightSample *sample = &g_array_index (self->samples, QpSightSample, i);
      const QpNode *blocker = NULL;
      const double passing = looks_to (sample, eye) ? qp_sight_passing (walls, sample->at, eye, &blocker) : 0;
      share += sample->weight * passing;
      if (passing > 0)
        bits[i / 64] |= (guint64) 1 << i % 64;
      else if (blocker != NULL)
        add_blocker (blockers, blocker, sample->weight);
      if (seen != NULL)
        seen[i] = passing > 0;
    }
  read_look (self, eye, bits, share, FALSE, look);
  read_blocker (look, blockers);
}

/**
 * qp_look_map:
 * @self: a screen
 * @walls: (element-type QpSightWall): obstacles
 * @grid: the viewers
 * @go_on: (nullable): asked between parts with the share that is done; %FALSE ends the calculation
 * @data: for @go_on
 *
 * Returns: (transfer full) (nullable): which parts of the screen each viewer sees; %NULL when it was ended
 */
QpSightMap *
qp_look_map (const QpLookScreen *self, const GArray *walls, const QpSightGrid *grid, QpSightGoOn go_on, gpointer data)
{
  return qp_sight_map_new (walls, self->samples, grid, go_on, data);
}

static void
look_at_cell (const QpLookScreen *self, const QpSightMap *map, guint column, guint row, gboolean roughly, QpLook *look)
{
  const gsize cell = qp_sight_grid_cell (&map->grid, column, row);
  const QpVec3 eye = qp_vec3_of (qp_sight_grid_middle (&map->grid, column, row), map->grid.eye);

  read_look (self, eye, map->seen + cell * map->words, map->share[cell], roughly, look);
}

/**
 * qp_look_at_cell:
 * @self: a screen
 * @map: what of it is seen, from qp_look_map()
 * @column: a cell
 * @row: a cell
 * @look: (out caller-allocates): what is seen from its middle
 *
 * As qp_look() there, but for the obstacle that hides it, which a map does not keep.
 */
void
qp_look_at_cell (const QpLookScreen *self, const QpSightMap *map, guint column, guint row, QpLook *look)
{
  look_at_cell (self, map, column, row, FALSE, look);
}

/**
 * qp_look_at_cell_roughly:
 * @self: a screen
 * @map: what of it is seen
 * @column: a cell
 * @row: a cell
 * @look: (out caller-allocates): what is seen from its middle
 *
 * The same without the angular size, which takes longest.
 */
void
qp_look_at_cell_roughly (const QpLookScreen *self, const QpSightMap *map, guint column, guint row, QpLook *look)
{
  look_at_cell (self, map, column, row, TRUE, look);
}
