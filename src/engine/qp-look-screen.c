/* qp-look-screen.c: a screen made ready to be looked at from many places
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-look.h"

#include <math.h>

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

/* --- plates: most viewers see all of a plane or nothing --- */

static gboolean
in_one_plane (const QpSightSample *one, const QpSightSample *other)
{
  return one->facet == other->facet && qp_vec3_dot (one->normal, other->normal) > 1 - 1e-9;
}

/* the rectangle around the parts along their axes, and whether they fill it */
static void
plate_measure (QpLookPlate *plate, const GArray *samples)
{
  QpSightSample *whole = &plate->whole;
  const QpVec3 up = qp_vec3_cross (whole->normal, whole->right), origin = whole->at;
  QpBox box = QP_BOX_EMPTY;
  QpVec3 middle = { 0 };
  double weight = 0, area = 0;

  for (guint i = plate->first; i < plate->first + plate->n; i++)
    {
      const QpSightSample *part = &g_array_index (samples, QpSightSample, i);
      const QpVec3 away = qp_vec3_sub (part->at, origin);
      const QpVec at = qp_vec (qp_vec3_dot (away, whole->right), qp_vec3_dot (away, up));
      box = qp_box_union (box, (QpBox){ at.x - part->half_w, at.y - part->half_h, at.x + part->half_w, at.y + part->half_h });
      weight += part->weight;
      middle = qp_vec3_add (middle, qp_vec3_scale (part->at, part->weight));
      area += 4 * part->half_w * part->half_h;
    }
  whole->at = qp_vec3_scale (middle, 1 / weight);
  whole->weight = weight;
  whole->half_w = (box.x1 - box.x0) / 2;
  whole->half_h = (box.y1 - box.y0) / 2;
  const QpVec3 center = qp_vec3_add (origin, qp_vec3_add (qp_vec3_scale (whole->right, (box.x0 + box.x1) / 2), qp_vec3_scale (up, (box.y0 + box.y1) / 2)));
  plate->solid = fabs (area - 4 * whole->half_w * whole->half_h) < 1e-6 * area && qp_vec3_distance (center, whole->at) < 1e-6;
}

static GArray *
make_plates (const GArray *samples)
{
  GArray *plates = g_array_new (FALSE, FALSE, sizeof (QpLookPlate));

  for (guint i = 0; i < samples->len; i++)
    {
      const QpSightSample *sample = &g_array_index (samples, QpSightSample, i);
      const QpLookPlate plate = { .first = i, .n = 1, .whole = *sample };
      if (i > 0 && in_one_plane (&g_array_index (plates, QpLookPlate, plates->len - 1).whole, sample))
        g_array_index (plates, QpLookPlate, plates->len - 1).n++;
      else
        g_array_append_val (plates, plate);
    }
  for (guint i = 0; i < plates->len; i++)
    plate_measure (&g_array_index (plates, QpLookPlate, i), samples);
  return plates;
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
  self->samples = known ? cut_parts (&self->shape, MAX (parts, 1)) : g_array_new (FALSE, FALSE, sizeof (QpSightSample));
  self->plates = make_plates (self->samples);
  return known;
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
  g_clear_pointer (&self->plates, g_array_unref);
}
