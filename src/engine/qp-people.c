/* qp-people.c: how many people of a plan see which screen, how well and for how long
 *
 * The ground of each audience is cells, and what is seen from them is qp-sight-scene's. A path is walked both ways, half of its
 * people each, unless a walking direction is given; who walks sees what is ahead. People × hours × time there are the time of
 * an audience, and it goes to the grade of each cell. Time is exact: a part of the day is cut where a screen goes on or off.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-people.h"

#include "engine/qp-content.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

#define DAY_MIN 1440

/* how one audience walks: a column of #QpPeopleColumn for each screen, walk and cell */
typedef struct
{
  const QpAudience *audience;
  guint walks;     /* 1, or 2 on a path that is walked both ways */
  guint n_cells;
  guint8 *columns; /* [screen][walk][cell] */
} Ground;

typedef struct
{
  QpPeople *people;
  const QpEngineContext *context;
  QpSightScene *scene;
  Ground *grounds; /* of each area of the scene */
  QpSightGoOn go_on;
  gpointer data;
  guint at; /* the screen that is looked at now */
  guint n;
} Work;

static double
or_default (double value, double otherwise)
{
  return isnan (value) ? otherwise : value;
}

/* --- which way they walk --- */

static QpVec
way_at (const QpPoints *outline, QpVec place)
{
  double nearest = INFINITY;
  QpVec way = qp_vec (0, 0);

  for (guint i = 0; i + 1 < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[i + 1]);
      const double distance = qp_segment_distance (a, b, place);
      if (distance >= nearest || qp_vec_distance (a, b) == 0)
        continue;
      nearest = distance;
      way = qp_vec_sub (b, a);
    }
  return way;
}

/* no way at all for those who stand */
static QpVec
walk_at (const QpAudience *audience, guint walk, QpVec place)
{
  const gboolean headed = !isnan (audience->heading_deg);
  const QpVec heading = headed ? qp_vec_from_heading (audience->heading_deg) : qp_vec (0, 0);

  if (audience->kind != QP_AUDIENCE_PATH)
    return heading;
  const QpVec way = way_at (audience->outline, place);
  const gboolean back = headed ? qp_vec_dot (way, heading) < 0 : walk == 1;
  return qp_vec_scale (way, back ? -1 : 1);
}

static gboolean
walks_away (QpVec way, QpVec place, const QpScreen *screen, double view_deg)
{
  const QpVec to = qp_vec_sub (qp_vec (qp_m_from_um (screen->x_m), qp_m_from_um (screen->y_m)), place);

  if (qp_vec_length (way) == 0 || qp_vec_length (to) == 0)
    return FALSE;
  const double angle = fabs (atan2 (qp_vec_cross (way, to), qp_vec_dot (way, to))) * 180 / G_PI;
  return angle > view_deg / 2 + 1e-9;
}

/* --- what they see --- */

static guint8 *
columns_of (const Ground *ground, guint screen, guint walk)
{
  return ground->columns + ((gsize) screen * ground->walks + walk) * ground->n_cells;
}

static void
look_from (const Work *work, const QpSightResult *result, guint area_index)
{
  const QpSightArea *area = &g_array_index (work->scene->areas, QpSightArea, area_index);
  const Ground *ground = &work->grounds[area_index];
  const QpSightMap *map = result->maps[area_index];
  guint n = 0;
  QpLook look;

  for (guint row = 0; row < area->grid.rows; row++)
    for (guint column = 0; column < area->grid.columns; column++)
      {
        const QpVec place = qp_sight_grid_middle (&area->grid, column, row);
        if (!area->covered[qp_sight_grid_cell (&area->grid, column, row)])
          continue;
        qp_look_at_cell_roughly (&result->look, map, column, row, &look);
        for (guint walk = 0; walk < ground->walks; walk++)
          {
            const gboolean away = look.grade >= QP_LOOK_SEEN
                                  && walks_away (walk_at (ground->audience, walk, place), place, result->look.screen,
                                                 work->people->options.walk_view_deg);
            columns_of (ground, work->at, walk)[n] = away ? QP_PEOPLE_AWAY : look.grade;
          }
        n++;
      }
}

static gboolean
go_on_with (double done, gpointer data)
{
  const Work *work = data;

  return work->go_on == NULL || work->go_on ((work->at + done) / work->n, work->data);
}

static gboolean
look_at_screen (Work *work, QpPeopleScreen *screen)
{
  g_autoptr (QpSightResult) result
      = qp_sight_result_new (work->scene, (QpNode *) screen->node, work->context->catalogue, &work->people->options.look,
                             work->people->options.parts, go_on_with, work);

  if (result == NULL)
    return FALSE;
  screen->known = result->look.samples != NULL && result->look.samples->len > 0;
  for (guint i = 0; i < work->scene->areas->len; i++)
    look_from (work, result, i);
  return TRUE;
}

static void
init_ground (Ground *self, const QpSightArea *area, guint n_screens)
{
  self->audience = area->audience;
  self->walks = area->audience->kind == QP_AUDIENCE_PATH && isnan (area->audience->heading_deg) ? 2 : 1;
  self->n_cells = area->n_covered;
  self->columns = g_malloc0 ((gsize) MAX (n_screens, 1) * self->walks * MAX (self->n_cells, 1));
}

/* --- when --- */

static gboolean
is_on (const QpScreen *screen, double minute)
{
  if (screen->on_time == QP_UNSET || screen->off_time == QP_UNSET)
    return TRUE;
  const double on = (double) (screen->on_time % DAY_MIN);
  double off = (double) screen->off_time;
  while (off <= on)
    off += DAY_MIN;
  const double since = fmod (minute - on + 2 * DAY_MIN, DAY_MIN);
  return since < fmin (off - on, DAY_MIN);
}

static void
mark_times (const QpScreen *screen, int from, int to, gboolean *marks)
{
  const gint64 times[] = { screen->on_time, screen->off_time };

  for (guint k = 0; k < G_N_ELEMENTS (times); k++)
    for (int cut = times[k] == QP_UNSET ? to : (int) (times[k] % DAY_MIN); cut < to; cut += DAY_MIN)
      if (cut > from)
        marks[cut - from] = TRUE;
}

/* where a part of the day begins, ends, and where screens, or the only one, go on or off within it */
static GArray *
find_cuts (const QpPeople *people, guint part, int only)
{
  const QpDay *day = &people->options.day;
  const int from = day->from[part], to = part + 1 < QP_DAY_PARTS ? day->from[part + 1] : day->from[0] + DAY_MIN;
  g_autofree gboolean *marks = g_new0 (gboolean, MAX (to - from, 0) + 1);
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < people->screens->len; i++)
    if (only < 0 || (guint) only == i)
      mark_times ((const QpScreen *) qp_people_screen (people, i)->node, from, to, marks);
  for (int cut = from; cut <= to; cut++)
    if (cut == from || cut == to || marks[cut - from])
      g_array_append_val (cuts, cut);
  return cuts;
}

/* --- adding up --- */

static double
people_minutes (const QpAudience *audience, guint part, double hours)
{
  const QpArgument in[] = { { qp_audience_people_per_h (audience, part), NULL }, { hours, NULL }, { qp_audience_stay_s (audience), NULL } };

  return qp_formula_evaluate (qp_formula_find ("visitor_minutes"), in);
}

/* the better of two: who walks away comes before what is hidden, and after what is seen */
static guint8
better (guint8 one, guint8 other)
{
  static const guint8 rank[QP_PEOPLE_COLUMNS] = { 1, 2, 4, 5, 6, 7, 3, 0 };

  return rank[one] >= rank[other] ? one : other;
}

static gboolean
is_in_view (guint column)
{
  return column >= QP_LOOK_NOTICED && column < QP_LOOK_GRADES;
}

/* shares of the cells and walks by column for the screens that are on; and of the people who have one in view for long enough */
static double
find_zone (const Work *work, const Ground *ground, const gboolean *on, double zone[QP_PEOPLE_COLUMNS])
{
  const gboolean walking = ground->audience->kind == QP_AUDIENCE_PATH;
  const double stay_s = qp_audience_stay_s (ground->audience), each = 1.0 / ground->walks / MAX (ground->n_cells, 1);
  double chance = 0;

  memset (zone, 0, sizeof (double) * QP_PEOPLE_COLUMNS);
  for (guint walk = 0; walk < ground->walks; walk++)
    {
      guint n_in_view = 0;
      for (guint cell = 0; cell < ground->n_cells; cell++)
        {
          guint8 best = QP_PEOPLE_OFF;
          for (guint i = 0; i < work->n; i++)
            if (on[i])
              best = better (columns_of (ground, i, walk)[cell], best);
          zone[best] += each;
          n_in_view += is_in_view (best);
        }
      const double seen = n_in_view / (double) MAX (ground->n_cells, 1);
      const double view_s = walking ? stay_s * seen : stay_s;
      chance += (view_s >= work->people->options.least_view_s - 1e-9 ? (walking ? seen > 0 : seen) : 0) / ground->walks;
    }
  return isnan (stay_s) ? NAN : chance;
}

static double
part_hours (const QpPeople *people, guint part)
{
  return qp_day_hours (&people->options.day, part, NULL);
}

/* the weight of an audience in a slice of a part of the day: visitor-minutes; or its ground, the same in all parts */
static double
slice_weight (const QpPeople *people, const QpAudience *audience, guint part, double hours)
{
  const double minutes = people_minutes (audience, part, hours);

  if (!people->by_people)
    return qp_audience_ground (audience) * hours / 24;
  return isnan (minutes) ? 0 : minutes;
}

static void
add_slice (const Work *work, QpPeopleScreen *screen, const Ground *ground, guint part, double hours, const gboolean *on)
{
  double zone[QP_PEOPLE_COLUMNS];
  const double chance = find_zone (work, ground, on, zone), weight = slice_weight (work->people, ground->audience, part, hours);
  const double per_h = qp_audience_people_per_h (ground->audience, part);

  for (guint column = 0; column < QP_PEOPLE_COLUMNS; column++)
    {
      screen->minutes[part][column] += weight * zone[column];
      screen->share[column] += weight * zone[column];
    }
  if (!isnan (per_h))
    screen->visitors += per_h * hours * chance;
}

/* adds up the slices of the day; by the ground all screens count as on */
static void
add_day (const Work *work, QpPeopleScreen *screen, int only)
{
  const QpPeople *people = work->people;
  g_autofree gboolean *on = g_new0 (gboolean, work->n + 1);

  for (guint part = 0; part < QP_DAY_PARTS; part++)
    {
      g_autoptr (GArray) cuts = find_cuts (people, part, only);
      for (guint k = 0; k + 1 < cuts->len; k++)
        {
          const int from = g_array_index (cuts, int, k), to = g_array_index (cuts, int, k + 1);
          for (guint i = only < 0 ? 0 : (guint) only; i < (only < 0 ? work->n : (guint) only + 1); i++)
            on[i] = !people->by_people || is_on ((const QpScreen *) qp_people_screen (people, i)->node, (from + to) / 2.0);
          for (guint i = 0; i < work->scene->areas->len; i++)
            add_slice (work, screen, &work->grounds[i], part, (to - from) / 60.0, on);
        }
    }
}

/* --- each screen --- */

static double
calculate (const char *name, double a, double b, double c, double d)
{
  const QpArgument in[QP_FORMULA_MAX_INPUTS] = { { a, NULL }, { b, NULL }, { c, NULL }, { d, NULL } };

  return qp_formula_evaluate (qp_formula_find (name), in);
}

static void
read_loop (const Work *work, QpPeopleScreen *self)
{
  const QpScreen *screen = (const QpScreen *) self->node;
  const QpContent *content = qp_screen_find_content (screen, work->context->project);
  const double loop_s = content == NULL ? NAN : qp_content_loop_s (content), spot_s = content == NULL ? NAN : content->spot_s;
  double hours = 0;

  for (guint part = 0; part < QP_DAY_PARTS; part++)
    hours += qp_day_hours (&work->people->options.day, part, screen);
  self->loops = calculate ("loops_seen", self->view_s, loop_s, 0, 0);
  self->spot_chance = calculate ("spot_chance", self->view_s, spot_s, loop_s, work->people->options.least_view_s);
  self->per_play = calculate ("impressions_per_play", self->visitors, spot_s, hours, 0);
}

/* sums become shares; by the ground nobody was counted, and minutes are not known */
static void
conclude (const Work *work, QpPeopleScreen *self)
{
  double whole = 0;

  for (guint column = 0; column < QP_PEOPLE_COLUMNS; column++)
    whole += self->share[column];
  self->in_view = self->in_view_minutes = 0;
  for (guint column = 0; column < QP_PEOPLE_COLUMNS; column++)
    {
      if (is_in_view (column))
        self->in_view_minutes += self->share[column];
      self->share[column] = whole > 0 ? self->share[column] / whole : NAN;
    }
  self->in_view = whole > 0 ? self->in_view_minutes / whole : NAN;
  if (!work->people->by_people)
    {
      for (guint part = 0; part < QP_DAY_PARTS; part++)
        for (guint column = 0; column < QP_PEOPLE_COLUMNS; column++)
          self->minutes[part][column] = NAN;
      self->in_view_minutes = self->visitors = NAN;
    }
  self->view_s = self->visitors > 0 ? self->in_view_minutes * 60 / self->visitors : NAN;
}

static void
add_row (const Work *work, QpPeopleScreen *screen, const Ground *ground)
{
  g_autofree gboolean *on = g_new0 (gboolean, work->n + 1);
  QpPeopleRow row = { .audience = ground->audience, .stay_s = qp_audience_stay_s (ground->audience), .visitors = NAN, .minutes = NAN };
  double in_view = 0;

  on[work->at] = TRUE;
  row.chance = find_zone (work, ground, on, row.zone);
  for (guint column = 0; column < QP_PEOPLE_COLUMNS; column++)
    in_view += is_in_view (column) ? row.zone[column] : 0;
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    {
      row.hours[part] = qp_day_hours (&work->people->options.day, part, (const QpScreen *) screen->node);
      const double people = qp_audience_people_per_h (ground->audience, part) * row.hours[part];
      if (isnan (people))
        continue;
      row.visitors = or_default (row.visitors, 0) + people * row.chance;
      row.minutes = or_default (row.minutes, 0) + people_minutes (ground->audience, part, row.hours[part]) * in_view;
    }
  g_array_append_val (screen->rows, row);
}

/* --- who there is --- */

static void
count_audience (QpPeople *self, const QpAudience *audience)
{
  guint known = 0;

  for (guint part = 0; part < QP_DAY_PARTS; part++)
    {
      const double per_h = qp_audience_people_per_h (audience, part), hours = part_hours (self, part);
      if (isnan (per_h))
        continue;
      known++;
      self->visitors = or_default (self->visitors, 0) + per_h * hours;
      self->minutes[part] = or_default (self->minutes[part], 0) + people_minutes (audience, part, hours);
    }
  self->audiences++;
  self->uncounted += isnan (qp_audience_minutes (audience, &self->options.day, NULL));
  self->gaps += known > 0 && known < QP_DAY_PARTS;
}

static void
count_people (QpPeople *self, const QpSightScene *scene)
{
  double sum = 0;

  self->visitors = NAN;
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    self->minutes[part] = NAN;
  for (guint i = 0; i < scene->areas->len; i++)
    count_audience (self, g_array_index (scene->areas, QpSightArea, i).audience);
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    sum += or_default (self->minutes[part], 0);
  self->by_people = self->uncounted == 0 && sum > 0;
  self->unknown_tops = scene->unknown_tops;
  if (self->uncounted == 0)
    return;
  self->visitors = NAN;
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    self->minutes[part] = NAN;
}

static void
clear_screen (gpointer data)
{
  g_clear_pointer (&((QpPeopleScreen *) data)->rows, g_array_unref);
}

static void
find_screens (QpPeople *self)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, self->plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      const QpPeopleScreen made = { .node = node, .rows = g_array_new (FALSE, FALSE, sizeof (QpPeopleRow)) };
      g_array_append_val (self->screens, made);
    }
}

static gboolean
look_at_all (Work *work)
{
  for (work->at = 0; work->at < work->n; work->at++)
    if (!look_at_screen (work, qp_people_screen (work->people, work->at)))
      return FALSE;
  for (work->at = 0; work->at < work->n; work->at++)
    {
      QpPeopleScreen *screen = qp_people_screen (work->people, work->at);
      add_day (work, screen, (int) work->at);
      conclude (work, screen);
      read_loop (work, screen);
      for (guint i = 0; i < work->scene->areas->len; i++)
        add_row (work, screen, &work->grounds[i]);
    }
  add_day (work, &work->people->together, -1);
  conclude (work, &work->people->together);
  return TRUE;
}

/**
 * qp_people_new:
 * @plan: a plan
 * @context: project and catalogue
 * @options: what is assumed
 * @go_on: (nullable): asked now and then with the share that is done; %FALSE ends the calculation
 * @data: for @go_on
 *
 * Finds what the people of a plan have of its screens: visitor-minutes by part of the day and grade, opportunities to see, loops
 * seen. Where people or times are not known of all audiences, shares are of the ground, and visitor-minutes are not known.
 *
 * Returns: (transfer full) (nullable): it; %NULL when it was ended
 */
QpPeople *
qp_people_new (const QpNode *plan, const QpEngineContext *context, const QpPeopleOptions *options, QpSightGoOn go_on, gpointer data)
{
  g_autoptr (QpPeople) self = g_new0 (QpPeople, 1);
  g_autoptr (QpSightScene) scene = qp_sight_scene_new (plan, &options->span);
  const guint n_areas = scene->areas->len;
  Work work = { .people = self, .context = context, .scene = scene, .go_on = go_on, .data = data };

  self->options = *options;
  self->plan = qp_node_ref ((QpNode *) plan);
  self->screens = g_array_new (FALSE, TRUE, sizeof (QpPeopleScreen));
  g_array_set_clear_func (self->screens, clear_screen);
  self->together = (QpPeopleScreen){ .known = TRUE, .loops = NAN, .spot_chance = NAN, .per_play = NAN };
  find_screens (self);
  count_people (self, scene);
  work.n = self->screens->len;
  work.grounds = g_new0 (Ground, n_areas + 1);
  for (guint i = 0; i < n_areas; i++)
    init_ground (&work.grounds[i], &g_array_index (scene->areas, QpSightArea, i), work.n);
  const gboolean done = look_at_all (&work);
  for (guint i = 0; i < n_areas; i++)
    g_free (work.grounds[i].columns);
  g_free (work.grounds);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * qp_people_free:
 * @self: (transfer full) (nullable): people
 */
void
qp_people_free (QpPeople *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->screens, g_array_unref);
  g_clear_pointer (&self->plan, qp_node_unref);
  g_free (self);
}

/**
 * qp_people_find:
 * @self: people
 * @screen: a screen
 *
 * Returns: (transfer none) (nullable): what they have of it
 */
const QpPeopleScreen *
qp_people_find (const QpPeople *self, const QpNode *screen)
{
  for (guint i = 0; i < self->screens->len; i++)
    if (qp_people_screen (self, i)->node == screen)
      return qp_people_screen (self, i);
  return NULL;
}
