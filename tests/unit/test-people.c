/* test-people.c: who sees which screen, how well and for how long
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paint-help.h"

#include "engine/qp-viewers.h"

#define SCREEN "cabinet_width_mm", "500", "cabinet_height_mm", "500", "cabinet_px_w", "128", "cabinet_px_h", "128", "columns", "20", \
               "rows", "10", "bottom_height_m", "1"

#define check(got, wanted) g_assert_cmpfloat_with_epsilon ((got), (wanted), 1e-6)

/* a screen of 10 × 5 m in the middle of the plan that looks down on it, and what else is given */
static QpNode *
plan_with (QpNode *screen, QpNode *other, QpNode *another)
{
  QpNode *children[] = { screen, other, another };

  return qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, another != NULL ? 3 : 2);
}

/* 20 × 10 m, 10 m before the screen: everywhere it is more than noticed, as it fills 15° and more, at most 42° aside */
static QpNode *
square (void)
{
  return qp_paint_make (QP_KIND_AUDIENCE, "outline", "-10,-20 10,-20 10,-10 -10,-10", "people_morning_per_h", "60",
                        "people_evening_per_h", "120", "dwell_s", "120", NULL);
}

static QpPeople *
ask (const QpNode *plan, const QpNode *project)
{
  const QpEngineContext context = { .project = (const QpProject *) project };
  QpPeopleOptions options;

  qp_people_options_init (&options, context.project);
  return qp_people_new (plan, &context, &options, NULL, NULL);
}

static double
seen_minutes (const QpPeopleScreen *screen)
{
  double sum = 0;

  for (guint part = 0; part < QP_DAY_PARTS; part++)
    for (guint column = QP_LOOK_SEEN; column < QP_LOOK_GRADES; column++)
      sum += screen->minutes[part][column];
  return sum;
}

/* 60 people/h × 4 h × 2 min in the morning, 120 × 5 × 2 in the evening: 480 + 1200 = 1680 visitor-minutes and 840 people. The
 * screen is on for four hours of the evening and one of the night, when nobody is counted: 120 × 4 × 2 = 960 minutes,
 * 480 people, two minutes each, of 1680 minutes 57.1 %. */
static void
test_square (void)
{
  g_autoptr (QpNode) plan = plan_with (qp_paint_make (QP_KIND_SCREEN, SCREEN, "on_time", "18:00", "off_time", "23:00", NULL), square (), NULL);
  g_autoptr (QpPeople) people = ask (plan, NULL);
  const QpPeopleScreen *screen = qp_people_screen (people, 0);
  const QpPeopleRow *row = qp_people_row (screen, 0);

  g_assert_true (people->by_people);
  g_assert_cmpuint (people->gaps, ==, 1);
  check (people->visitors, 840);
  check (people->minutes[0], 480);
  g_assert_true (isnan (people->minutes[1]));
  check (people->minutes[2], 1200);
  check (screen->in_view_minutes, 960);
  check (screen->in_view, 960.0 / 1680);
  check (screen->visitors, 480);
  check (screen->view_s, 120);
  check (screen->minutes[0][QP_PEOPLE_OFF], 480);
  check (screen->minutes[2][QP_PEOPLE_OFF], 240);
  check (row->hours[2], 4);
  check (row->hours[3], 1);
  check (row->chance, 1);
  check (row->visitors, 480);
  check (row->minutes, 960);
  check (people->together.in_view_minutes, 960);
  g_assert_true (isnan (screen->loops));
}

/* a loop of 60 s of spots of 15 s: in 30 s half a loop; (30 + 15 − 2 × 1) ÷ 60 = 0.7167. 60 people/h × 24 h see it, and a spot
 * plays 24 × 60 times a day: one for each play */
static void
test_loop (void)
{
  QpNode *content = qp_paint_make (QP_KIND_CONTENT, "loop_s", "60", "spot_s", "15", NULL);
  char id[QP_ID_TEXT_SIZE];
  QpNode *crowd = qp_paint_make (QP_KIND_AUDIENCE, "outline", "-10,-20 10,-20 10,-10 -10,-10", "people_morning_per_h", "60", "people_day_per_h",
                                 "60", "people_evening_per_h", "60", "people_night_per_h", "60", "dwell_s", "30", NULL);

  qp_id_to_text (content->id, id);
  QpNode *plan = plan_with (qp_paint_make (QP_KIND_SCREEN, SCREEN, "content", id, NULL), crowd, NULL);
  QpNode *children[] = { plan, content };
  g_autoptr (QpNode) project = qp_paint_with_children (qp_paint_make (QP_KIND_PROJECT, NULL), children, 2);
  g_autoptr (QpPeople) people = ask (plan, project);
  const QpPeopleScreen *screen = qp_people_screen (people, 0);

  g_assert_cmpuint (people->gaps, ==, 0);
  check (screen->visitors, 1440);
  check (screen->loops, 0.5);
  check (screen->spot_chance, 43.0 / 60);
  check (screen->per_play, 1440.0 * 15 / 86400);
}

/* A path of 30 m before the screen at 1.5 m/s takes 20 s. Walked both ways, it is ahead on one half and behind on the other:
 * 10 s in view each, an opportunity for all. 90 people/h × 5 h × 20 s ÷ 60 × ½ = 75 minutes. Walked towards the right, the
 * same; in a field of 360° it is in view all the way; when 11 s are asked for, nobody sees it for so long. */
static void
test_path (void)
{
  QpNode *path = qp_paint_make (QP_KIND_AUDIENCE, "kind", "path", "outline", "-15,-30.5 15,-30.5", "speed_m_per_s", "1.5",
                                "people_evening_per_h", "90", NULL);
  g_autoptr (QpNode) plan = plan_with (qp_paint_make (QP_KIND_SCREEN, SCREEN, NULL), path, NULL);
  g_autoptr (QpPeople) people = ask (plan, NULL);
  const QpPeopleScreen *screen = qp_people_screen (people, 0);

  check (qp_people_row (screen, 0)->stay_s, 20);
  check (qp_people_row (screen, 0)->zone[QP_PEOPLE_AWAY], 0.5);
  check (screen->in_view_minutes, 75);
  check (screen->visitors, 450);
  check (screen->view_s, 10);

  g_autoptr (QpNode) all_round = qp_paint_make (QP_KIND_PROJECT, "walk_view_deg", "360", NULL);
  g_autoptr (QpPeople) looking = ask (plan, all_round);
  check (qp_people_screen (looking, 0)->in_view_minutes, 150);

  g_autoptr (QpNode) long_look = qp_paint_make (QP_KIND_PROJECT, "least_view_s", "11", NULL);
  g_autoptr (QpPeople) slow = ask (plan, long_look);
  check (qp_people_screen (slow, 0)->visitors, 0);
  check (qp_people_screen (slow, 0)->in_view_minutes, 75);
}

/* the path of 30 m again, a project around it: 450 visits a day see the screen, 365 days; when they must look for 11 s nobody does,
 * though as many pass */
static void
test_viewers (void)
{
  static const double expected[] = { 450 * 365, 0 };
  static const char *const least[] = { "1", "11" };

  for (guint i = 0; i < G_N_ELEMENTS (least); i++)
    {
      QpNode *path = qp_paint_make (QP_KIND_AUDIENCE, "kind", "path", "outline", "-15,-30.5 15,-30.5", "speed_m_per_s", "1.5",
                                    "people_evening_per_h", "90", NULL);
      QpNode *plan = plan_with (qp_paint_make (QP_KIND_SCREEN, SCREEN, NULL), path, NULL);
      QpNode *site = qp_paint_with_children (qp_paint_make (QP_KIND_SITE, NULL), &plan, 1);
      g_autoptr (QpNode) root = qp_paint_with_children (qp_paint_make (QP_KIND_PROJECT, "least_view_s", least[i], NULL), &site, 1);
      g_autoptr (QpCatalogue) empty = qp_catalogue_new (NULL, 0);
      const QpEngineContext context = { .project = (const QpProject *) root, .catalogue = empty };
      check (qp_viewers_per_year (root, &context, NULL, NULL), expected[i]);
      g_assert_cmpuint (qp_viewers_screens (root), ==, 1);
    }
}

/* away from the screen nobody sees it, towards it all do */
static void
test_heading (void)
{
  const char *const headings[] = { "0", "180" };

  for (guint i = 0; i < 2; i++)
    {
      QpNode *path = qp_paint_make (QP_KIND_AUDIENCE, "kind", "path", "outline", "0,-60 0,-30", "speed_m_per_s", "1.5",
                                    "people_evening_per_h", "90", "heading_deg", headings[i], NULL);
      g_autoptr (QpNode) plan = plan_with (qp_paint_make (QP_KIND_SCREEN, SCREEN, NULL), path, NULL);
      g_autoptr (QpPeople) people = ask (plan, NULL);
      check (qp_people_screen (people, 0)->in_view_minutes, i == 0 ? 150 : 0);
      check (qp_people_screen (people, 0)->share[QP_PEOPLE_AWAY], i == 0 ? 0 : 1);
    }
}

/* one is on in the morning, the other for the last two hours of it and the first of the day: together five hours */
static void
test_together (void)
{
  QpNode *crowd = qp_paint_make (QP_KIND_AUDIENCE, "outline", "-10,-20 10,-20 10,-10 -10,-10", "people_morning_per_h", "60",
                                 "people_day_per_h", "30", "dwell_s", "60", NULL);
  g_autoptr (QpNode) plan = plan_with (qp_paint_make (QP_KIND_SCREEN, SCREEN, "on_time", "06:00", "off_time", "10:00", NULL), crowd,
                                       qp_paint_make (QP_KIND_SCREEN, SCREEN, "on_time", "08:00", "off_time", "11:00", NULL));
  g_autoptr (QpPeople) people = ask (plan, NULL);

  check (qp_people_screen (people, 0)->in_view_minutes, 60 * 4);
  check (qp_people_screen (people, 1)->in_view_minutes, 60 * 2 + 30);
  check (people->together.in_view_minutes, 60 * 4 + 30);
  check (people->together.minutes[1][QP_PEOPLE_OFF], 30 * 6);
  check (people->together.visitors, 60 * 4 + 30);
}

/* parts of the day are the project's: from 18 to 20 o'clock two hours */
static void
test_day (void)
{
  g_autoptr (QpNode) project = qp_paint_make (QP_KIND_PROJECT, "evening_from", "18:00", "night_from", "20:00", NULL);
  g_autoptr (QpNode) plan = plan_with (qp_paint_make (QP_KIND_SCREEN, SCREEN, NULL), square (), NULL);
  g_autoptr (QpPeople) people = ask (plan, project);
  g_autoptr (QpNode) wrong = qp_paint_make (QP_KIND_PROJECT, "evening_from", "09:00", NULL);
  QpDay day;

  check (people->minutes[2], 120 * 2 * 2);
  qp_day_init (&day, (const QpProject *) wrong);
  g_assert_cmpint (day.from[2], ==, 1020);
}

/* nothing is known of the people: shares of the ground, no minutes, and words that say what to type */
static void
test_uncounted (void)
{
  QpNode *field = qp_paint_make (QP_KIND_AUDIENCE, "name", "Field", "outline", "-10,10 10,10 10,20 -10,20", NULL);
  g_autoptr (QpNode) plan = plan_with (qp_paint_make (QP_KIND_SCREEN, SCREEN, "on_time", "18:00", "off_time", "23:00", NULL), square (), field);
  g_autoptr (QpPeople) people = ask (plan, NULL);
  g_autoptr (GPtrArray) notes = qp_people_notes (people);

  g_assert_false (people->by_people);
  g_assert_true (isnan (qp_people_screen (people, 0)->in_view_minutes));
  g_assert_true (isnan (qp_people_screen (people, 0)->minutes[2][QP_LOOK_NOTICED]));
  g_assert_true (isnan (people->visitors));
  check (qp_people_screen (people, 0)->in_view, 0.5);
  check (qp_people_screen (people, 0)->share[QP_LOOK_BEHIND], 0.5);
  check (qp_people_row (qp_people_screen (people, 0), 0)->minutes, 960);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (notes, 0), "Field: nobody counted"));

  g_autoptr (QpNode) empty = plan_with (qp_paint_make (QP_KIND_SCREEN, SCREEN, NULL), qp_paint_make (QP_KIND_NOTE, NULL), NULL);
  g_autoptr (QpPeople) nobody = ask (empty, NULL);
  g_autoptr (GPtrArray) told = qp_people_notes (nobody);
  g_assert_cmpuint (nobody->audiences, ==, 0);
  g_assert_true (isnan (qp_people_screen (nobody, 0)->in_view));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (told, 0), "Nobody looks yet"));
}

/* --- chance --- */

static char *
random_wall (void)
{
  const double x = g_test_rand_double_range (-15, 15), y = g_test_rand_double_range (-28, -2);

  return g_strdup_printf ("%.3f,%.3f %.3f,%.3f", x, y, x + g_test_rand_double_range (-8, 8), y + g_test_rand_double_range (-8, 8));
}

static QpNode *
random_screen (void)
{
  g_autofree char *x = g_strdup_printf ("%.3f", g_test_rand_double_range (-20, 20));
  g_autofree char *facing = g_strdup_printf ("%.3f", g_test_rand_double_range (90, 270));
  g_autofree char *on = g_strdup_printf ("%02d:00", g_test_rand_int_range (0, 24));
  g_autofree char *off = g_strdup_printf ("%02d:30", g_test_rand_int_range (0, 24));

  return qp_paint_make (QP_KIND_SCREEN, SCREEN, "x_m", x, "facing_deg", facing, "on_time", on, "off_time", off, NULL);
}

/* together they are seen by no fewer than the one that is seen by most, and by no more than all of them one by one; a wall more
 * never makes more of anything seen */
static void
test_chance (void)
{
  for (guint round = 0; round < 12; round++)
    {
      QpNode *children[8] = { square (), random_screen (), random_screen (), random_screen (),
                              qp_paint_make (QP_KIND_AUDIENCE, "kind", "path", "outline", "-20,-25 20,-5", "speed_m_per_s", "1",
                                             "people_night_per_h", "50", "people_morning_per_h", "20", NULL) };
      g_autoptr (QpNode) plan = qp_paint_with_children (qp_paint_make (QP_KIND_PLAN, NULL), children, 5);
      g_autoptr (QpPeople) before = ask (plan, NULL);
      double most = 0, sum = 0, visitors = 0;
      for (guint i = 0; i < 3; i++)
        {
          const double minutes = qp_people_screen (before, i)->in_view_minutes;
          most = fmax (most, minutes);
          sum += minutes;
          visitors = fmax (visitors, qp_people_screen (before, i)->visitors);
        }
      g_assert_cmpfloat (before->together.in_view_minutes, >=, most - 1e-6);
      g_assert_cmpfloat (before->together.in_view_minutes, <=, sum + 1e-6);
      g_assert_cmpfloat (before->together.visitors, >=, visitors - 1e-6);

      g_autofree char *outline = random_wall ();
      g_autoptr (QpNode) wall = qp_paint_make (QP_KIND_OBSTACLE, "closed", "no", "top_height_m", "5", "outline", outline, NULL);
      g_autoptr (QpNodeList) more = qp_node_list_with_insert (plan->children, 0, wall);
      g_autoptr (QpNode) walled = qp_node_with_children (plan, more);
      g_autoptr (QpPeople) after = ask (walled, NULL);
      for (guint i = 0; i < 3; i++)
        g_assert_cmpfloat (seen_minutes (qp_people_screen (after, i)), <=, seen_minutes (qp_people_screen (before, i)) + 1e-6);
      g_assert_cmpfloat (seen_minutes (&after->together), <=, seen_minutes (&before->together) + 1e-6);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people/square", test_square);
  g_test_add_func ("/people/loop", test_loop);
  g_test_add_func ("/people/path", test_path);
  g_test_add_func ("/people/viewers", test_viewers);
  g_test_add_func ("/people/heading", test_heading);
  g_test_add_func ("/people/together", test_together);
  g_test_add_func ("/people/day", test_day);
  g_test_add_func ("/people/uncounted", test_uncounted);
  g_test_add_func ("/people/chance", test_chance);
  return g_test_run ();
}
