/* qp-advisor-people.c: the audience of a plan as places with visitor-minutes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-advisor.h"

#include <math.h>

#define PLACES_IN_ALL 20000 /* of all audiences */
#define PLACES_MOST 2000    /* of one */
#define PLACES_LEAST 50
#define CELLS_MOST 400000   /* of the box around one: a thin strip askew has a coarser grid */
#define PATH_WIDTH_M 1.0    /* of a path, where audiences count by their ground */
#define DAY_MIN 1440

/* what morning, day, evening and night are, minutes of the day; the night goes on after midnight */
static const struct
{
  int from;
  int to;
} day_parts[] = { { 360, 600 }, { 600, 1020 }, { 1020, 1320 }, { 1320, 1800 } };

/* minutes that two spans of a day have in common, both repeated every day */
static double
common_minutes (int from, int to, int on, int off)
{
  double sum = 0;

  for (int day = -1; day <= 1; day++)
    sum += MAX (0, MIN (to, off + day * DAY_MIN) - MAX (from, on + day * DAY_MIN));
  return sum;
}

/* hours of a part of the day at which the screen is on; all of them when that is not known */
static double
hours_of_part (guint part, const QpScreen *screen)
{
  const int from = day_parts[part].from, to = day_parts[part].to;
  const gboolean known = screen != NULL && screen->on_time != QP_UNSET && screen->off_time != QP_UNSET;
  const int on = known ? (int) screen->on_time % DAY_MIN : 0;
  int off = known ? (int) screen->off_time : DAY_MIN;

  while (known && off <= on)
    off += DAY_MIN;
  return known ? common_minutes (from, to, on, MIN (off, on + DAY_MIN)) / 60 : (to - from) / 60.0;
}

static double
outline_length (const QpPoints *outline)
{
  double length = 0;

  for (guint i = 0; i + 1 < outline->n; i++)
    length += qp_vec_distance (qp_vec_from_point (outline->at[i]), qp_vec_from_point (outline->at[i + 1]));
  return length;
}

/* who walks is there as long as the path takes */
static double
dwell_min (const QpAudience *audience)
{
  if (audience->kind == QP_AUDIENCE_PATH && audience->speed_m_per_s > 0)
    return outline_length (audience->outline) / audience->speed_m_per_s / 60;
  return audience->dwell_s / 60;
}

/**
 * qp_advisor_minutes_per_day:
 * @audience: an audience with an outline
 * @screen: (nullable): whose hours of operation count; all day without them
 *
 * Adds up people per hour × hours × time of the parts of the day whose people are known: morning 6 to 10, day 10 to 17,
 * evening 17 to 22, night 22 to 6 o'clock, as far as the screen is on. The time of those who walk is length ÷ speed, that of
 * others their dwell time.
 *
 * Returns: visitor-minutes a day; NaN when neither people nor time are known
 */
double
qp_advisor_minutes_per_day (const QpAudience *audience, const QpScreen *screen)
{
  const double people[] = { audience->people_morning_per_h, audience->people_day_per_h, audience->people_evening_per_h,
                            audience->people_night_per_h };
  double visitors = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (!isnan (people[i]))
      {
        visitors += people[i] * hours_of_part (i, screen);
        any = TRUE;
      }
  return any ? visitors * dwell_min (audience) : NAN;
}

static double
ground (const QpAudience *audience)
{
  const QpPoints *outline = audience->outline;
  double sum = 0;

  if (audience->kind == QP_AUDIENCE_PATH)
    return outline_length (outline) * PATH_WIDTH_M;
  for (guint i = 0; i < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[(i + 1) % outline->n]);
      sum += a.x * b.y - b.x * a.y;
    }
  return fabs (sum) / 2;
}

static const QpAudience *
next_audience (QpNodeIter *iter)
{
  for (const QpNode *node; (node = qp_node_iter_next_of (iter, QP_KIND_AUDIENCE)) != NULL;)
    {
      const QpAudience *audience = (const QpAudience *) node;
      const guint least = audience->kind == QP_AUDIENCE_PATH ? 2 : 3;
      if (audience->outline != NULL && audience->outline->n >= least && ground (audience) > 0)
        return audience;
    }
  return NULL;
}

static void
add_place (GArray *places, const QpAudience *audience, QpVec place)
{
  const double height = audience->eye_height_m == QP_UNSET ? QP_ADVISOR_EYE_M : qp_m_from_um (audience->eye_height_m);
  const QpAdvisorPlace made = { .eye = qp_vec3_of (place, height) };

  g_array_append_val (places, made);
}

static void
add_along (GArray *places, const QpAudience *audience, double step_m, guint most)
{
  const QpPoints *outline = audience->outline;
  const double whole = outline_length (outline);
  const guint n = (guint) CLAMP (round (whole / step_m), 1, most);
  const double step = whole / n;
  double next = step / 2, gone = 0;

  for (guint i = 0; i + 1 < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[i + 1]);
      const double length = qp_vec_distance (a, b);
      for (; next < gone + length; next += step)
        add_place (places, audience, qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), (next - gone) / length)));
      gone += length;
    }
}

/* middles of the squares of a grid; a polygon that holds none of them has one place, its corner's */
static void
add_within (GArray *places, const QpAudience *audience, double step_m)
{
  const QpPoints *outline = audience->outline;
  const guint before = places->len;
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < outline->n; i++)
    box = qp_box_with (box, qp_vec_from_point (outline->at[i]));
  const double step = fmax (step_m, sqrt ((box.x1 - box.x0) * (box.y1 - box.y0) / CELLS_MOST));
  const guint across = (guint) MAX (1, round ((box.x1 - box.x0) / step));
  const guint up = (guint) MAX (1, round ((box.y1 - box.y0) / step));
  for (guint row = 0; row < up; row++)
    for (guint column = 0; column < across; column++)
      {
        const QpVec place = qp_vec (box.x0 + (box.x1 - box.x0) * (column + 0.5) / across,
                                    box.y0 + (box.y1 - box.y0) * (row + 0.5) / up);
        if (qp_polygon_has (outline, place))
          add_place (places, audience, place);
      }
  if (places->len == before)
    add_place (places, audience, qp_vec_from_point (outline->at[0]));
}

static void
add_audience (QpAdvisorPeople *self, const QpAudience *audience, const QpScreen *screen, const QpAdvisorOptions *options)
{
  const guint first = self->places->len, most = CLAMP (PLACES_IN_ALL / self->audiences, PLACES_LEAST, PLACES_MOST);
  const gboolean path = audience->kind == QP_AUDIENCE_PATH;
  const double automatic = path ? outline_length (audience->outline) / most : sqrt (ground (audience) / most);
  const double step = options->step_m > 0 ? options->step_m : automatic;
  const double whole = self->basis == QP_ADVISOR_BY_PEOPLE ? qp_advisor_minutes_per_day (audience, screen) : ground (audience);

  if (path)
    add_along (self->places, audience, step, most);
  else
    add_within (self->places, audience, step);
  for (guint i = first; i < self->places->len; i++)
    g_array_index (self->places, QpAdvisorPlace, i).weight = whole / (self->places->len - first);
  self->whole += whole;
}

static void
choose_basis (QpAdvisorPeople *self, const QpNode *plan, const QpScreen *screen)
{
  QpNodeIter iter;
  double minutes = 0;

  qp_node_iter_init (&iter, plan->children);
  for (const QpAudience *audience; (audience = next_audience (&iter)) != NULL;)
    {
      const double own = qp_advisor_minutes_per_day (audience, screen);
      self->audiences++;
      self->unknown += isnan (own);
      minutes += isnan (own) ? 0 : own;
    }
  if (self->audiences > 0)
    self->basis = self->unknown == 0 && minutes > 0 ? QP_ADVISOR_BY_PEOPLE : QP_ADVISOR_BY_GROUND;
}

/**
 * qp_advisor_people_init:
 * @self: (out caller-allocates): place for the people
 * @plan: (nullable): a plan
 * @screen: (nullable): whose hours of operation count
 * @options: what is asked
 *
 * Places an audience: areas on a grid, paths along them, each audience with its visitor-minutes a day evenly over its places.
 * When these are not known of all audiences, every m² counts the same, a path as 1 m wide.
 */
void
qp_advisor_people_init (QpAdvisorPeople *self, const QpNode *plan, const QpScreen *screen, const QpAdvisorOptions *options)
{
  QpNodeIter iter;

  *self = (QpAdvisorPeople){ .places = g_array_new (FALSE, FALSE, sizeof (QpAdvisorPlace)) };
  if (plan == NULL)
    return;
  choose_basis (self, plan, screen);
  qp_node_iter_init (&iter, plan->children);
  for (const QpAudience *audience; !qp_advisor_is_stopped (options) && (audience = next_audience (&iter)) != NULL;)
    add_audience (self, audience, screen, options);
}

/**
 * qp_advisor_people_clear:
 * @self: people
 */
void
qp_advisor_people_clear (QpAdvisorPeople *self)
{
  g_clear_pointer (&self->places, g_array_unref);
}
