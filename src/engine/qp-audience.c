/* qp-audience.c: the ground that people stand or walk on, places on it, and how many are there when
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-audience.h"

#include "engine/qp-formula.h"

#define DAY_MIN 1440

static const struct
{
  const char *key;
  const char *name;
  int from; /* minutes after midnight, where the project says nothing: a house assumption */
} day_parts[QP_DAY_PARTS] = {
  { "morning", N_ ("Morning"), 360 },
  { "day", N_ ("Day"), 600 },
  { "evening", N_ ("Evening"), 1020 },
  { "night", N_ ("Night"), 1320 },
};

/* --- the day --- */

/**
 * qp_day_init:
 * @self: (out caller-allocates): place for the day
 * @project: (nullable): whose parts of the day count
 *
 * Takes the parts of the day from the project. Where they do not follow each other within one day, the usual ones count: from
 * 6, 10, 17 and 22 o'clock.
 */
void
qp_day_init (QpDay *self, const QpProject *project)
{
  const gint64 known[] = { project == NULL ? QP_UNSET : project->morning_from, project == NULL ? QP_UNSET : project->day_from,
                           project == NULL ? QP_UNSET : project->evening_from, project == NULL ? QP_UNSET : project->night_from };
  gboolean good = TRUE;

  for (guint i = 0; i < QP_DAY_PARTS; i++)
    {
      self->from[i] = known[i] == QP_UNSET ? day_parts[i].from : (int) known[i];
      good = good && (i == 0 || self->from[i] >= self->from[i - 1]);
    }
  for (guint i = 0; i < QP_DAY_PARTS && !good; i++)
    self->from[i] = day_parts[i].from;
}

/**
 * qp_day_part_key:
 * @part: 0 … 3
 *
 * Returns: its name for programs
 */
const char *
qp_day_part_key (guint part)
{
  return day_parts[part].key;
}

/**
 * qp_day_part_name:
 * @part: 0 … 3
 *
 * Returns: its translated name
 */
const char *
qp_day_part_name (guint part)
{
  return _ (day_parts[part].name);
}

/* minutes that two spans of a day have in common, both repeated every day */
static double
common_minutes (int from, int to, int on, int off)
{
  double sum = 0;

  for (int day = -1; day <= 1; day++)
    sum += MAX (0, MIN (to, off + day * DAY_MIN) - MAX (from, on + day * DAY_MIN));
  return sum;
}

/**
 * qp_day_hours:
 * @self: a day
 * @part: one of its parts
 * @screen: (nullable): whose hours of operation count; all of the part without it, or when they are not known
 *
 * Returns: hours of the part at which the screen is on
 */
double
qp_day_hours (const QpDay *self, guint part, const QpScreen *screen)
{
  const int from = self->from[part], to = part + 1 < QP_DAY_PARTS ? self->from[part + 1] : self->from[0] + DAY_MIN;
  const gboolean known = screen != NULL && screen->on_time != QP_UNSET && screen->off_time != QP_UNSET;
  const int on = known ? (int) screen->on_time % DAY_MIN : 0;
  int off = known ? (int) screen->off_time : DAY_MIN;

  while (known && off <= on)
    off += DAY_MIN;
  return known ? common_minutes (from, to, on, MIN (off, on + DAY_MIN)) / 60 : (to - from) / 60.0;
}

/* --- the people --- */

/**
 * qp_audience_next:
 * @iter: on the children of a plan
 *
 * Returns: (transfer none) (nullable): the next audience that covers some ground, or %NULL
 */
const QpAudience *
qp_audience_next (QpNodeIter *iter)
{
  for (const QpNode *node; (node = qp_node_iter_next_of (iter, QP_KIND_AUDIENCE)) != NULL;)
    {
      const QpAudience *audience = (const QpAudience *) node;
      const guint least = audience->kind == QP_AUDIENCE_PATH ? 2 : 3;
      if (audience->outline != NULL && audience->outline->n >= least && qp_audience_ground (audience) > 0)
        return audience;
    }
  return NULL;
}

/**
 * qp_audience_ground:
 * @self: an audience with an outline
 *
 * Returns: the ground that it covers, m²; a path is QP_AUDIENCE_PATH_M wide
 */
double
qp_audience_ground (const QpAudience *self)
{
  return self->kind == QP_AUDIENCE_PATH ? qp_points_length (self->outline, FALSE) * QP_AUDIENCE_PATH_M
                                        : fabs (qp_points_area (self->outline));
}

/**
 * qp_audience_walk_s:
 * @self: an audience with an outline
 *
 * Returns: how long it takes to walk a path, length ÷ speed, seconds; NaN when it is none or the speed is not known
 */
double
qp_audience_walk_s (const QpAudience *self)
{
  return self->kind == QP_AUDIENCE_PATH && self->speed_m_per_s > 0
             ? qp_points_length (self->outline, FALSE) / self->speed_m_per_s
             : NAN;
}

/**
 * qp_audience_stay_s:
 * @self: an audience with an outline
 *
 * Returns: how long somebody is there, seconds: who walks as long as the path takes, others their dwell time; NaN when not known
 */
double
qp_audience_stay_s (const QpAudience *self)
{
  const double walk = qp_audience_walk_s (self);

  return isnan (walk) ? self->dwell_s : walk;
}

/**
 * qp_audience_people_per_h:
 * @self: an audience
 * @part: part of the day, 0 … 3
 *
 * Returns: people an hour who come then; NaN when nobody counted
 */
double
qp_audience_people_per_h (const QpAudience *self, guint part)
{
  const double people[QP_DAY_PARTS]
      = { self->people_morning_per_h, self->people_day_per_h, self->people_evening_per_h, self->people_night_per_h };

  return people[part];
}

/**
 * qp_audience_minutes:
 * @self: an audience with an outline
 * @day: the parts of the day
 * @screen: (nullable): whose hours of operation count; all day without it
 *
 * Adds up people per hour × hours × time there over the parts of the day whose people are known.
 *
 * Returns: visitor-minutes a day; NaN when neither people nor time are known
 */
double
qp_audience_minutes (const QpAudience *self, const QpDay *day, const QpScreen *screen)
{
  const QpFormula *formula = qp_formula_find ("visitor_minutes");
  double sum = 0;
  gboolean any = FALSE;

  for (guint part = 0; part < QP_DAY_PARTS; part++)
    {
      const QpArgument in[]
          = { { qp_audience_people_per_h (self, part), NULL }, { qp_day_hours (day, part, screen), NULL }, { qp_audience_stay_s (self), NULL } };
      if (isnan (in[0].number))
        continue;
      sum += qp_formula_evaluate (formula, in);
      any = TRUE;
    }
  return any ? sum : NAN;
}

/**
 * qp_audience_eye:
 * @self: an audience
 * @place: where one of it stands, metres
 *
 * Returns: where the eye is, metres
 */
QpVec3
qp_audience_eye (const QpAudience *self, QpVec place)
{
  return qp_vec3_of (place, self->eye_height_m == QP_UNSET ? QP_AUDIENCE_EYE_M : qp_m_from_um (self->eye_height_m));
}

/* the middles of equal parts of the path */
static void
add_along (GArray *places, const QpPoints *outline, double step_m, guint most)
{
  const double whole = qp_points_length (outline, FALSE);
  const double step = whole / CLAMP (round (whole / step_m), 1, most);
  double next = step / 2, gone = 0;

  for (guint i = 0; i + 1 < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[i + 1]);
      const double length = qp_vec_distance (a, b);
      for (; next < gone + length; next += step)
        {
          const QpVec place = qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), (next - gone) / length));
          g_array_append_val (places, place);
        }
      gone += length;
    }
}

/* middles of the squares of a grid. A long thin strip askew has a large box: its grid is coarser, never its time longer. */
static void
add_within (GArray *places, const QpPoints *outline, double step_m, guint cells_most)
{
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < outline->n; i++)
    box = qp_box_with (box, qp_vec_from_point (outline->at[i]));
  const double step = fmax (step_m, sqrt ((box.x1 - box.x0) * (box.y1 - box.y0) / cells_most));
  const guint across = (guint) MAX (1, round ((box.x1 - box.x0) / step));
  const guint up = (guint) MAX (1, round ((box.y1 - box.y0) / step));
  for (guint row = 0; row < up; row++)
    for (guint column = 0; column < across; column++)
      {
        const QpVec place = qp_vec (box.x0 + (box.x1 - box.x0) * (column + 0.5) / across,
                                    box.y0 + (box.y1 - box.y0) * (row + 0.5) / up);
        if (qp_polygon_has (outline, place))
          g_array_append_val (places, place);
      }
}

/**
 * qp_audience_places:
 * @self: an audience that covers some ground
 * @step_m: distance between places, metres, above 0
 * @most: most places of a path
 * @cells_most: most squares of the grid over an area's box; it is coarser than @step_m where that would be more
 *
 * Spreads places evenly over an area or along a path.
 *
 * Returns: (transfer full) (element-type QpVec): places, metres; an area may be too small for any of them
 */
GArray *
qp_audience_places (const QpAudience *self, double step_m, guint most, guint cells_most)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (QpVec));

  if (self->kind == QP_AUDIENCE_PATH)
    add_along (places, self->outline, step_m, most);
  else
    add_within (places, self->outline, step_m, cells_most);
  return places;
}
