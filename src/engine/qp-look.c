/* qp-look.c: what somebody sees of one screen: how much, from how far, how well
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which parts of the face are seen is found for one eye line by line, for a grid of viewers all at once (qp-sight-map); all
 * else follows from these parts by the same code.
 */
#include "base/qp-i18n.h"

#include "engine/qp-look.h"

#include <math.h>

#define DEGREES (180 / G_PI)
#define DOUBTFUL 1e-12
#define BEND_OF_PART_DEG 15.0

static const struct
{
  const char *key;
  const char *name;
} grades[QP_LOOK_GRADES] = {
  { "behind", N_ ("Behind") },   { "blocked", N_ ("Blocked") },   { "seen", N_ ("Seen") },
  { "noticed", N_ ("Noticed") }, { "readable", N_ ("Readable") }, { "pixel_free", N_ ("Pixel-free") },
};

/**
 * qp_look_grade_key:
 * @grade: a grade
 *
 * Returns: its name for programs
 */
const char *
qp_look_grade_key (QpLookGrade grade)
{
  return grades[grade].key;
}

/**
 * qp_look_grade_name:
 * @grade: a grade
 *
 * Returns: its translated name
 */
const char *
qp_look_grade_name (QpLookGrade grade)
{
  return _ (grades[grade].name);
}

/* --- a screen --- */

static double
evaluate2 (const char *name, double one, double two)
{
  const QpArgument in[] = { { .number = one }, { .number = two } };

  return qp_formula_evaluate (qp_formula_find (name), in);
}

static void
read_pitch (QpLookScreen *self)
{
  const QpShape *shape = &self->shape;
  const double across = shape->cell_px_w > 0 ? shape->cell_w * 1000 / shape->cell_px_w : NAN;
  const double down = shape->cell_px_h > 0 ? shape->cell_h * 1000 / shape->cell_px_h : NAN;

  self->pitch_mm = isnan (across) || isnan (down) ? NAN : fmax (across, down);
  self->char_height_m = isnan (self->options.char_height_m) ? self->options.char_dots * down / 1000 : self->options.char_height_m;
  self->readable_m = evaluate2 ("gbt29458_max_distance_m", self->char_height_m, self->options.char_distances);
  self->pixel_free_m = evaluate2 ("retina_distance_m", self->pitch_mm, self->options.pixel_arcmin);
}

static void
read_cone (QpLookScreen *self, const QpCatalogue *catalogue)
{
  const QpCabinet *cabinet = catalogue == NULL || self->screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, self->screen->cabinet);

  self->half_h_deg = cabinet == NULL ? NAN : cabinet->viewing_angle_h_deg / 2;
  self->half_v_deg = cabinet == NULL ? NAN : cabinet->viewing_angle_v_deg / 2;
}

static double
bend_of (const QpShape *shape)
{
  double bend = shape->closed ? fabs (shape->joint_deg) : 0;

  for (guint i = 1; i < shape->facets->len; i++)
    bend += fabs (qp_shape_facet (shape, i)->turn_deg);
  return bend;
}

/* about square parts; of one that bends smoothly none bends by more than a few degrees */
static GArray *
cut_parts (const QpShape *shape, guint parts)
{
  const double width = qp_shape_developed_width (shape), height = qp_shape_height (shape);
  const double side = sqrt (width * height / parts);
  const guint least = (guint) ceil (bend_of (shape) / BEND_OF_PART_DEG), square = (guint) CLAMP (lround (width / side), 1, parts);
  const guint down = least > square ? parts / least : (guint) CLAMP (lround (height / side), 1, parts);

  return qp_sight_samples (shape, MAX (least, square), down);
}

/**
 * qp_look_screen_init:
 * @self: (out caller-allocates): place for it
 * @screen: (transfer none): a screen, which must outlive it
 * @catalogue: (nullable): where its cabinet is looked up
 * @options: (nullable): what the grades hang on; the usual when %NULL
 * @parts: into about how many parts a side is cut, %QP_LOOK_PARTS or fewer for a quick answer
 *
 * Makes a screen ready to be looked at. End with qp_look_screen_clear() in any case.
 *
 * Returns: whether the size of its cabinets is known; if not, nothing of it is seen
 */
gboolean
qp_look_screen_init (QpLookScreen *self, const QpScreen *screen, const QpCatalogue *catalogue, const QpLookOptions *options,
                     guint parts)
{
  *self = (QpLookScreen){ .screen = screen, .options = options == NULL ? QP_LOOK_OPTIONS_INIT : *options };
  const gboolean known = qp_shape_init (&self->shape, screen, catalogue);
  const QpArgument unit[] = { { .number = 0.6 }, { .number = 0.8 }, { .number = self->options.notice_deg } };

  self->arcmin = qp_formula_find ("arcmin_per_px");
  self->ppd = qp_formula_find ("ppd_centre");
  self->notice_heights = qp_formula_evaluate (qp_formula_find ("max_noticing_distance_m"), unit);
  read_pitch (self);
  read_cone (self, catalogue);
  if (!known)
    {
      self->samples = g_array_new (FALSE, FALSE, sizeof (QpSightSample));
      return FALSE;
    }
  self->samples = cut_parts (&self->shape, MAX (parts, 1));
  return TRUE;
}

/**
 * qp_look_screen_clear:
 * @self: a screen
 */
void
qp_look_screen_clear (QpLookScreen *self)
{
  qp_shape_clear (&self->shape);
  g_clear_pointer (&self->samples, g_array_unref);
}

/* --- what is seen --- */

/* sums over the parts that are seen, by their area */
typedef struct
{
  const QpLookScreen *screen;
  QpVec3 eye;
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

static void
add_facing (Sums *sums, const QpSightSample *sample)
{
  sums->facing += sample->weight;
  sums->facing_at = qp_vec3_add (sums->facing_at, qp_vec3_scale (sample->at, sample->weight));
}

static void
add_seen (Sums *sums, const QpSightSample *sample)
{
  sums->weight += sample->weight;
  sums->at = qp_vec3_add (sums->at, qp_vec3_scale (sample->at, sample->weight));
  sums->normal = qp_vec3_add (sums->normal, qp_vec3_scale (sample->normal, sample->weight));
  sums->right = qp_vec3_add (sums->right, qp_vec3_scale (sample->right, sample->weight));
  sums->nearest = fmin (sums->nearest, part_distance2 (sample, sums->eye));
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

static gboolean
is_seen (const guint64 *seen, guint i)
{
  return (seen[i / 64] >> i % 64 & 1) != 0;
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
apparent_size (const QpLook *look, const QpLookScreen *screen, const Frame *frame, const guint64 *seen)
{
  Span across = SPAN_EMPTY, up = SPAN_EMPTY;

  for (guint i = 0; i < screen->samples->len; i++)
    {
      const QpSightSample *sample = &g_array_index (screen->samples, QpSightSample, i);
      if (!is_seen (seen, i))
        continue;
      const QpVec3 away = qp_vec3_sub (sample->at, frame->at);
      const double x = qp_vec3_dot (away, frame->right), y = qp_vec3_dot (away, frame->up);
      const double wide = sample->half_w * fabs (qp_vec3_dot (sample->right, frame->right));
      span_add (&across, x - wide);
      span_add (&across, x + wide);
      span_add (&up, y - sample->half_h);
      span_add (&up, y + sample->half_h);
    }
  return hypot ((across.most - across.least) * cos (look->off_axis_h_deg / DEGREES),
                (up.most - up.least) * cos (look->off_axis_v_deg / DEGREES));
}

/* characters are squeezed from aside, too: the narrower of width and height has to do */
static gboolean
is_readable (const QpLook *look, const QpLookScreen *screen)
{
  const double squeezed = fmin (cos (look->off_axis_h_deg / DEGREES), cos (look->off_axis_v_deg / DEGREES));

  return look->clear >= screen->options.read_share - DOUBTFUL && look->nearest_m <= screen->readable_m * squeezed;
}

static QpLookGrade
grade_of (const QpLook *look, const QpLookScreen *screen, const Frame *frame, const guint64 *seen)
{
  if (is_readable (look, screen))
    return look->nearest_m >= screen->pixel_free_m ? QP_LOOK_PIXEL_FREE : QP_LOOK_READABLE;
  if (fabs (look->off_axis_h_deg) > screen->options.notice_aside_deg)
    return QP_LOOK_SEEN;
  return look->middle_m <= apparent_size (look, screen, frame, seen) * screen->notice_heights ? QP_LOOK_NOTICED : QP_LOOK_SEEN;
}

static double
evaluate_pixels (const QpFormula *formula, const QpLookScreen *screen, double distance_m)
{
  const QpArgument in[] = { { .number = screen->pitch_mm }, { .number = distance_m } };

  return qp_formula_evaluate (formula, in);
}

static void
read_seen (QpLook *look, const Sums *sums, const guint64 *seen)
{
  const QpLookScreen *screen = sums->screen;
  const Frame frame = frame_of (sums);

  look->nearest_m = sqrt (sums->nearest);
  read_angles (look, sums, &frame);
  read_in_cone (look, screen);
  look->arcmin_per_px = evaluate_pixels (screen->arcmin, screen, look->nearest_m);
  look->px_per_deg = evaluate_pixels (screen->ppd, screen, look->nearest_m);
  look->grade = grade_of (look, screen, &frame, seen);
}

/* all but the angular size, from the parts that are seen and their share */
static void
read_parts (const QpLookScreen *self, QpVec3 eye, const guint64 *seen, double share, QpLook *look)
{
  Sums sums = { .screen = self, .eye = eye, .nearest = INFINITY };

  *look = (QpLook){ QP_LOOK_BEHIND, share, 0, NAN, NAN, NAN, NAN, NAN, NAN, QP_LOOK_CONE_NOT_KNOWN, NAN, NAN, NAN, NAN, NAN, NULL, 0 };
  for (guint i = 0; i < self->samples->len; i++)
    {
      const QpSightSample *sample = &g_array_index (self->samples, QpSightSample, i);
      if (!looks_to (sample, eye))
        continue;
      add_facing (&sums, sample);
      if (is_seen (seen, i))
        add_seen (&sums, sample);
    }
  if (!(sums.facing > 0))
    return;
  look->grade = QP_LOOK_BLOCKED;
  look->facing = sums.facing;
  look->clear = fmin (share / sums.facing, 1);
  look->middle_m = qp_vec3_distance (eye, qp_vec3_scale (sums.facing_at, 1 / sums.facing));
  if (sums.weight > 0)
    read_seen (look, &sums, seen);
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

static QpVec
direction_of_seen (const QpLookScreen *self, QpVec3 eye, const guint64 *seen)
{
  QpVec3 sum = { 0 };
  double weight = 0;

  for (guint i = 0; i < self->samples->len; i++)
    if (is_seen (seen, i))
      {
        const QpSightSample *sample = &g_array_index (self->samples, QpSightSample, i);
        sum = qp_vec3_add (sum, qp_vec3_scale (sample->at, sample->weight));
        weight += sample->weight;
      }
  return qp_vec3_plan (qp_vec3_sub (qp_vec3_scale (sum, 1 / weight), eye));
}

static void
read_size (const QpLookScreen *self, QpVec3 eye, const guint64 *seen, QpLook *look)
{
  Span azimuth = SPAN_EMPTY, elevation = SPAN_EMPTY;

  if (look->grade < QP_LOOK_SEEN)
    return;
  const QpVec middle = direction_of_seen (self, eye, seen);
  for (guint i = 0; i < self->samples->len; i++)
    if (is_seen (seen, i))
      add_part (&azimuth, &elevation, eye, middle, &g_array_index (self->samples, QpSightSample, i));
  look->width_deg = fmax (azimuth.most - azimuth.least, 0) * DEGREES;
  look->height_deg = fmax (elevation.most - elevation.least, 0) * DEGREES;
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
  read_parts (self, eye, bits, share, look);
  read_size (self, eye, bits, look);
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
  const gsize cell = qp_sight_grid_cell (&map->grid, column, row);
  const QpVec3 eye = qp_vec3_of (qp_sight_grid_middle (&map->grid, column, row), map->grid.eye);
  const guint64 *seen = map->seen + cell * map->words;

  read_parts (self, eye, seen, map->share[cell], look);
  read_size (self, eye, seen, look);
}
