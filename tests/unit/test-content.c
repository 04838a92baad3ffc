/* test-content.c: loops of slots and the day that they make, against sums made by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "content-help.h"

#include "render/qp-paint-content-day.h"

#include <math.h>

/* 60 s advertising, 2 × 15 s public service, 10 s ident in a loop of 120 s: 20 s are not filled. From 07:00 until 23:00, 960 min; an
 * hour of them is a relay */
#define LOOP "loop_s='120' public_service_percent='30'"
#define SLOTS \
  SLOT ("1", "name='Brands' kind='advertising' duration_s='60' fresh_per_month='4'") \
  SLOT ("2", "name='City' kind='public_service' duration_s='15' plays='2' fresh_per_month='8' tier='naked_eye_3d'") \
  SLOT ("3", "name='Sign' kind='ident' duration_s='10'") SLOT ("4", "name='Gala' kind='live_relay' from='20:00' until='21:00'")

static void
test_shares (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read (&fixture, LOOP, SLOTS, "on_time='07:00' off_time='23:00'");
  g_autoptr (QpContentDay) day = qp_content_day_new (fixture.content, fixture.screen, fixture.context.project);

  g_assert_cmpfloat (day->open_minutes, ==, 960);
  g_assert_cmpfloat (day->loop_s, ==, 120);
  g_assert_cmpfloat (day->filled_s, ==, 100);
  g_assert_false (day->overfull);
  g_assert_cmpfloat_with_epsilon (day->minutes[QP_SLOT_LIVE_RELAY], 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (day->minutes[QP_SLOT_ADVERTISING], 450, 1e-9); /* half of 900 */
  g_assert_cmpfloat_with_epsilon (day->minutes[QP_SLOT_PUBLIC_SERVICE], 225, 1e-9);
  g_assert_cmpfloat_with_epsilon (day->minutes[QP_SLOT_IDENT], 75, 1e-9);
  g_assert_cmpfloat_with_epsilon (day->minutes[QP_CONTENT_UNFILLED], 150, 1e-9);
  g_assert_cmpfloat (day->minutes[QP_CONTENT_UNKNOWN], ==, 0);
  g_assert_cmpfloat_with_epsilon (qp_content_day_percent (day, QP_SLOT_PUBLIC_SERVICE), 225 / 9.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_content_part (day, 1)->plays_per_hour, 60, 1e-9); /* twice in 120 s */
  g_assert_cmpfloat_with_epsilon (qp_content_part (day, 1)->plays, 900, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_content_part (day, 0)->share, 0.5, 1e-12);
  g_assert_true (isnan (qp_content_part (day, 3)->plays));
  g_assert_cmpfloat (qp_content_part (day, 3)->lost_minutes, ==, 0);
  /* morning 07–10, day 10–17, evening 17–22 less an hour, night 22–23 */
  g_assert_cmpfloat_with_epsilon (day->by_part[0][QP_SLOT_ADVERTISING], 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (day->by_part[1][QP_SLOT_ADVERTISING], 210, 1e-9);
  g_assert_cmpfloat_with_epsilon (day->by_part[2][QP_SLOT_ADVERTISING], 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (day->by_part[3][QP_SLOT_ADVERTISING], 30, 1e-9);
  g_autoptr (GPtrArray) notes = qp_content_day_notes (day); /* 20 s are not filled; 23 % instead of 30 % */
  g_assert_cmpuint (notes->len, ==, 2);
}

/* 4 × 60 s + 8 × 15 s are 360 s: 0.1 h */
static void
test_profile (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read (&fixture, LOOP " fresh_hours_per_month='9' live_relays='Games'", SLOTS, "");
  g_autofree char *live = qp_content_live_names (fixture.content);

  g_assert_cmpfloat_with_epsilon (qp_content_fresh_hours (fixture.content), 0.1, 1e-12);
  g_assert_cmpfloat (qp_content_loop_s (fixture.content), ==, 120);
  g_assert_cmpstr (live, ==, "Games, Gala");
  /* hours not known: on all day, 1380 min of loop */
  g_assert_cmpfloat_with_epsilon (qp_content_public_percent (fixture.content, fixture.screen, NULL), 25 * 1380 / 1440.0, 1e-9);
}

static void
test_without_slots (void)
{
  g_auto (ContentFixture) typed = { 0 }, nothing = { 0 };
  content_fixture_read (&typed, LOOP " fresh_hours_per_month='9'", "", "on_time='07:00' off_time='23:00'");
  content_fixture_read (&nothing, "", "", "on_time='07:00' off_time='23:00'");
  g_autoptr (QpContentDay) day = qp_content_day_new (typed.content, typed.screen, NULL);
  g_autoptr (QpContentDay) none = qp_content_day_new (nothing.content, nothing.screen, NULL);
  g_autoptr (QpContentDay) no_content = qp_content_day_new (NULL, typed.screen, NULL);

  g_assert_cmpfloat_with_epsilon (day->minutes[QP_SLOT_PUBLIC_SERVICE], 288, 1e-9);
  g_assert_cmpfloat_with_epsilon (day->minutes[QP_CONTENT_UNKNOWN], 672, 1e-9);
  g_assert_cmpfloat (qp_content_fresh_hours (typed.content), ==, 9);
  g_assert_cmpfloat (qp_content_day_percent (day, QP_SLOT_PUBLIC_SERVICE), ==, 30);
  g_assert_true (isnan (qp_content_day_percent (day, QP_SLOT_ADVERTISING)));
  g_assert_true (isnan (qp_content_day_percent (none, QP_SLOT_PUBLIC_SERVICE)));
  g_assert_true (isnan (qp_content_fresh_hours (nothing.content)));
  g_assert_true (isnan (none->loop_s));
  g_assert_cmpfloat (no_content->minutes[QP_CONTENT_UNKNOWN], ==, 960);
}

/* a relay from 22:30 until 00:30 loses what lies after 23:00, when nothing may play, and after midnight, when the screen is off */
static void
test_curfew (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read (&fixture, "curfew_from='23:00' curfew_to='06:00'",
                        SLOT ("1", "name='Ads' kind='advertising' duration_s='10'")
                            SLOT ("2", "name='Gala' kind='live_relay' from='22:30' until='24:30'"),
                        "on_time='06:00' off_time='24:00'");
  g_autoptr (QpContentDay) day = qp_content_day_new (fixture.content, fixture.screen, NULL);

  g_assert_cmpfloat (day->open_minutes, ==, 17 * 60);
  g_assert_cmpfloat (day->curfew_minutes, ==, 60);
  g_assert_cmpfloat (qp_content_part (day, 1)->minutes, ==, 30);
  g_assert_cmpfloat (qp_content_part (day, 1)->lost_minutes, ==, 90);
  g_assert_cmpfloat (day->minutes[QP_SLOT_ADVERTISING], ==, 16.5 * 60);
}

/* slots of 70 s do not go into 60 s; one of them only plays in the evening */
static void
test_overfull (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read (&fixture, "loop_s='60'",
                        SLOT ("1", "kind='advertising' duration_s='40'")
                            SLOT ("2", "kind='programme' duration_s='30' from='17:00' until='22:00'"),
                        "on_time='10:00' off_time='22:00'");
  g_autoptr (QpContentDay) day = qp_content_day_new (fixture.content, fixture.screen, NULL);

  g_assert_true (day->overfull);
  g_assert_cmpfloat (day->loop_s, ==, 70);
  g_assert_cmpfloat_with_epsilon (day->minutes[QP_SLOT_PROGRAMME], 300 * 3 / 7.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (day->minutes[QP_SLOT_ADVERTISING], 420 * 2 / 3.0 + 300 * 4 / 7.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (day->minutes[QP_CONTENT_UNFILLED], 420 / 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_content_part (day, 1)->share, 3 / 7.0, 1e-12);
}

/* all minutes of the day are told of once, whatever the hours */
static void
test_all_minutes (void)
{
  static const char *const hours[] = { "on_time='07:00' off_time='23:00'", "on_time='18:00' off_time='26:00'", "", "on_time='06:00' off_time='06:00'" };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_auto (ContentFixture) fixture = { 0 };
      content_fixture_read (&fixture, LOOP, SLOTS, hours[i]);
      g_autoptr (QpContentDay) day = qp_content_day_new (fixture.content, fixture.screen, NULL);
      double sum = 0;
      int end = 0;
      for (guint j = 0; j < day->segments->len; j++)
        {
          g_assert_cmpint (qp_content_segment (day, j)->from, ==, end);
          end = qp_content_segment (day, j)->to;
        }
      for (guint column = 0; column < QP_CONTENT_COLUMNS; column++)
        sum += day->minutes[column];
      g_assert_cmpint (end, ==, 1440);
      g_assert_cmpfloat_with_epsilon (sum, day->open_minutes, 1e-6);
    }
}

static void
paint (const QpContentDay *day, const char *file, double width, QpTheme theme)
{
  QpPlanStyle style;
  qp_plan_style_init (&style, theme, QP_TEXT_PX);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) ceil (qp_content_day_chart_height (day, width, &style)));
  cairo_t *cr = cairo_create (surface);

  qp_set_colour (cr, style.paper);
  cairo_paint (cr);
  qp_paint_content_day_chart (cr, 0, 0, width, "Wall", day, &style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  const char *folder = g_getenv ("QP_PICTURES"); /* to look at */
  g_autofree char *path = folder == NULL ? NULL : g_build_filename (folder, file, NULL);
  if (path != NULL)
    cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

static void
test_picture (void)
{
  g_auto (ContentFixture) full = { 0 }, untold = { 0 };
  QpPlanStyle style;
  content_fixture_read (&full, LOOP " curfew_from='22:30' curfew_to='07:30'", SLOTS, "on_time='07:00' off_time='23:00'");
  content_fixture_read (&untold, LOOP, "", "");
  g_autoptr (QpContentDay) day = qp_content_day_new (full.content, full.screen, NULL);
  g_autoptr (QpContentDay) other = qp_content_day_new (untold.content, untold.screen, NULL);

  paint (day, "content-light.png", 820, QP_THEME_LIGHT);
  paint (day, "content-dark.png", 820, QP_THEME_DARK);
  paint (day, "content-print.png", 820, QP_THEME_PRINT);
  paint (day, "content-narrow.png", 340, QP_THEME_LIGHT);
  paint (other, "content-untold.png", 600, QP_THEME_LIGHT);
  qp_plan_style_init (&style, QP_THEME_LIGHT, QP_TEXT_PX);
  g_assert_cmpfloat (qp_content_day_chart_height (day, 340, &style), >, qp_content_day_chart_height (day, 1400, &style));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/shares", test_shares);
  g_test_add_func ("/content/profile", test_profile);
  g_test_add_func ("/content/without-slots", test_without_slots);
  g_test_add_func ("/content/curfew", test_curfew);
  g_test_add_func ("/content/overfull", test_overfull);
  g_test_add_func ("/content/all-minutes", test_all_minutes);
  g_test_add_func ("/content/picture", test_picture);
  return g_test_run ();
}
