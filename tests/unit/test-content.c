/* test-content.c: loops of slots and the day that they make, against sums made by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "content-help.h"

#include "engine/qp-content-project.h"
#include "render/qp-paint-content-day.h"

#include <math.h>
#include <string.h>

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

#define MBPS "frame_rate_hz='50' bit_depth='10' chroma='422' codec='hevc' hdr='hlg' bit_rate_mbps='36' kept_months='6' line_mbps='40' feed_paths='2'"

static QpContentNeeds
needs_of (const ContentFixture *fixture)
{
  g_autoptr (QpContentDay) day = qp_content_day_new (fixture->content, fixture->screen, fixture->context.project);
  QpContentNeeds needs;

  qp_content_needs_init (&needs, fixture->screen, fixture->content, day, &fixture->context);
  return needs;
}

static void
test_needs (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read (&fixture, MBPS " fresh_hours_per_month='10' loop_s='120' public_service_percent='30' live_relays='Gala'", "",
                        "on_time='07:00' off_time='23:00' redundant='yes'");
  const QpContentNeeds needs = needs_of (&fixture);

  g_assert_cmpfloat (qp_content_need (&needs, "w"), ==, 3840); /* native */
  g_assert_cmpfloat (qp_content_need (&needs, "h"), ==, 2160);
  g_assert_cmpfloat (qp_content_need (&needs, "scale"), ==, 1);
  g_assert_cmpfloat_with_epsilon (qp_content_need (&needs, "raw_gbps"), 8.2944, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_content_need (&needs, "gb_per_hour"), 16.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_content_need (&needs, "gb_per_loop"), 0.54, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_content_need (&needs, "gb_per_month"), 162, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_content_need (&needs, "kept_gb"), 972, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_content_need (&needs, "transfer_hours"), 9, 1e-9); /* 162 × 8000 ÷ 40 ÷ 3600 */
  g_assert_cmpfloat_with_epsilon (qp_content_need (&needs, "feed_mbps"), 43.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_content_need (&needs, "public_minutes"), 288, 1e-9);
  g_assert_cmpfloat (qp_content_need (&needs, "loops_per_hour"), ==, 30);
  g_assert_cmpfloat (qp_content_need (&needs, "players"), ==, 2);
  g_assert_cmpfloat (qp_content_need (&needs, "decoders"), ==, 2);
  g_autoptr (QpContentDay) day = qp_content_day_new (fixture.content, fixture.screen, NULL);
  g_autoptr (GPtrArray) cards = qp_content_cards (&needs, day);
  guint failing = 0;
  for (guint i = 0; i < cards->len; i++)
    failing += ((QpCard *) g_ptr_array_index (cards, i))->verdict == QP_VERDICT_FAILS;
  g_assert_cmpuint (failing, ==, 1); /* the line of 40 Mbit/s is too narrow for 43.2 */
}

/* the budget and the estimate count the same */
static void
test_one_truth (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read (&fixture, LOOP " fresh_hours_per_month='9'", SLOTS, "on_time='07:00' off_time='23:00'");
  QpEstimate estimate;

  qp_estimate_screen (&estimate, fixture.screen, &fixture.context);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "fresh_hours_per_month"), 0.1, 1e-12);
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "public_percent"), 225 / 9.6, 1e-9);
  g_assert_cmpfloat (qp_estimate_get (&estimate, "decoders"), ==, 1);
}

static void
test_nothing_is_zero (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read (&fixture, "", "", "");
  const QpContentNeeds needs = needs_of (&fixture);
  static const char *const unknown[] = { "fps", "mbps", "hours", "loop_s", "public_minutes", "live_minutes", "fresh_hours", "kept_gb", "feed_mbps", "raw_gbps" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_true (isnan (qp_content_need (&needs, unknown[i])));
  for (guint i = 0; i < qp_content_need_count (); i++)
    {
      g_autoptr (QpExplanation) explanation = qp_content_need_explain (&needs, i);
      g_assert_nonnull (explanation->expression);
      g_assert_nonnull (explanation->source);
    }
}

static const QpContentLink *
link_of (const GArray *links, const char *name)
{
  for (guint i = 0; i < links->len; i++)
    if (strcmp (g_array_index (links, QpContentLink, i).name, name) == 0)
      return &g_array_index (links, QpContentLink, i);
  g_assert_not_reached ();
}

/* 2160p50 4:2:2 10 bit: one 12G-SDI; 594 MHz × 24 bit are 14.256 Gbit/s, which HDMI 2.0 carries with 14.4. 4320p50: quad SDI, 57.02 Gbit/s
 * with broadcast timing, more than the 42.67 of HDMI 2.1 */
static void
test_interfaces (void)
{
  g_auto (ContentFixture) small = { 0 }, large = { 0 };
  content_fixture_read (&small, MBPS, "", "");
  content_fixture_read (&large, MBPS " width_px='7680' height_px='4320'", "", "");
  const QpContentNeeds needs = needs_of (&small), more = needs_of (&large);
  g_autoptr (GArray) links = qp_content_links (&needs), quad = qp_content_links (&more);

  g_assert_cmpfloat (link_of (links, "12G-SDI")->links, ==, 1);
  g_assert_cmpfloat_with_epsilon (link_of (links, "HDMI 2.0")->gbps, 14.256, 1e-9);
  g_assert_cmpfloat (link_of (links, "HDMI 2.0")->links, ==, 1);
  g_assert_cmpfloat_with_epsilon (link_of (links, "ST 2110, 25 GbE")->gbps, 8.2944 * 1.07, 1e-9);
  g_assert_cmpfloat (link_of (quad, "12G-SDI")->links, ==, 4);
  g_assert_cmpfloat_with_epsilon (link_of (quad, "HDMI 2.1")->gbps, 57.024, 1e-9);
  g_assert_cmpfloat (link_of (quad, "HDMI 2.1")->links, ==, 2);
  g_assert_cmpfloat (link_of (quad, "ST 2110, 100 GbE")->links, ==, 1);
}

static QpVerdict
verdict_of (const GArray *players, const char *key)
{
  for (guint i = 0; i < players->len; i++)
    if (strcmp (g_array_index (players, QpContentPlayer, i).player->key, key) == 0)
      return g_array_index (players, QpContentPlayer, i).verdict;
  g_assert_not_reached ();
}

static void
test_players (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read (&fixture, MBPS " width_px='7680' height_px='4320'", "", "");
  const QpContentNeeds needs = needs_of (&fixture);
  g_autoptr (GArray) players = qp_content_players (&needs, fixture.catalogue);

  g_assert_cmpuint (players->len, >, 5);
  g_assert_cmpint (verdict_of (players, "brightsign-xc2055"), ==, QP_VERDICT_FAILS); /* 8 bit only */
  g_assert_cmpint (verdict_of (players, "brightsign-xc4055"), ==, QP_VERDICT_UNKNOWN); /* codecs not stated */
  g_assert_cmpint (verdict_of (players, "spin-digital-spin-player"), ==, QP_VERDICT_UNKNOWN); /* HEVC, 8K, 12 bit; HLG not stated */
  g_assert_cmpint (verdict_of (players, "uavs3-uavs3d"), ==, QP_VERDICT_FAILS); /* AVS3 only */
  g_assert_cmpint (verdict_of (players, "disguise-gx-3"), ==, QP_VERDICT_FAILS);
  for (guint i = 0; i < players->len; i++)
    g_assert_true (g_array_index (players, QpContentPlayer, i).verdict == QP_VERDICT_MEETS
                   || *g_array_index (players, QpContentPlayer, i).reasons != '\0');
}

/* 3840 × 2160 and 1920 × 1080 share a master, 960 × 540 is a quarter and does not; 3840 × 1080 has another shape */
static void
test_groups (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read_project (&fixture,
                                "<content id='" CONTENT_ID "' name='P' tier='2d' cost_per_minute='5000' fresh_hours_per_month='0.5'>" SLOTS "</content>",
                                CONTENT_SCREEN ("1", CONTENT_CELL "columns='8' rows='4' content='" CONTENT_ID "'")
                                    CONTENT_SCREEN ("2", CONTENT_CELL "columns='4' rows='2' content='" CONTENT_ID "'")
                                        CONTENT_SCREEN ("3", CONTENT_CELL "columns='2' rows='1' content='" CONTENT_ID "'")
                                            CONTENT_SCREEN ("4", CONTENT_CELL "columns='8' rows='2' content='" CONTENT_ID "'")
                                                CONTENT_SCREEN ("5", "columns='2' rows='1'"));
  g_autoptr (QpContentProject) project = qp_content_project_new (fixture.root, &fixture.context);
  const QpContentProfile *profile = qp_content_profile (project, 0);

  g_assert_cmpuint (project->screens, ==, 5);
  g_assert_cmpuint (project->without, ==, 1);
  g_assert_cmpuint (project->groups->len, ==, 3);
  g_assert_cmpuint (profile->versions, ==, 3);
  g_assert_cmpuint (profile->screens, ==, 4);
  g_assert_cmpuint (qp_content_group (project, 0)->members->len, ==, 2);
  g_assert_cmpfloat (qp_content_group (project, 0)->w, ==, 3840);
  g_assert_cmpfloat (qp_content_member (qp_content_group (project, 0), 1)->scale, ==, 0.5);
  g_assert_false (qp_content_member (qp_content_group (project, 0), 1)->exact);
  /* 4 minutes of advertising as 2D at 5000; 2 minutes of naked-eye 3D that nobody has a price for */
  g_assert_cmpfloat_with_epsilon (profile->fresh_minutes, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (profile->tiers[QP_TIER_2D].minutes, 4, 1e-9);
  g_assert_cmpint (profile->tiers[QP_TIER_2D].cost.likely, ==, 2000000);
  g_assert_cmpfloat_with_epsilon (profile->tiers[QP_TIER_NAKED_EYE_3D].minutes, 2, 1e-9);
  g_assert_false (qp_amount_is_known (&profile->tiers[QP_TIER_NAKED_EYE_3D].cost));
  g_assert_true (profile->partial);
  g_assert_cmpint (profile->cost.likely, ==, 2000000);
}

/* a price of the project's own for a way of producing counts where nobody typed one */
static void
test_tier_price (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  content_fixture_read_project (&fixture,
                                "<price id='f81d4fae-7dec-11d0-a765-00a0c91e0055' key='k' item='content' equipment='naked_eye_3d' per='other' currency='CNY' "
                                "low='20000' high='60000' source='offer' date='2026'/>"
                                "<content id='" CONTENT_ID "' tier='naked_eye_3d' fresh_hours_per_month='0.1'/>"
                                "<content id='f81d4fae-7dec-11d0-a765-00a0c91e0021' tier='camera_8k' fresh_hours_per_month='0.1'/>"
                                "<content id='f81d4fae-7dec-11d0-a765-00a0c91e0022'/>",
                                CONTENT_SCREEN ("1", "content='" CONTENT_ID "'")
                                CONTENT_SCREEN ("2", "content='f81d4fae-7dec-11d0-a765-00a0c91e0021'")
                                CONTENT_SCREEN ("3", "content='f81d4fae-7dec-11d0-a765-00a0c91e0022'"));
  g_autoptr (QpContentProject) project = qp_content_project_new (fixture.root, &fixture.context);

  g_assert_cmpint (qp_content_profile (project, 0)->cost.low, ==, 12000000);
  g_assert_cmpint (qp_content_profile (project, 0)->cost.high, ==, 36000000);
  g_assert_false (qp_content_profile (project, 0)->partial);
  g_assert_false (qp_amount_is_known (&qp_content_profile (project, 1)->cost));
  g_assert_true (qp_content_profile (project, 1)->partial);
  g_assert_false (qp_amount_is_known (&qp_content_profile (project, 2)->cost)); /* how much is not known either */
  g_assert_true (qp_content_profile (project, 2)->partial);
}

static void
test_ten_thousand (void)
{
  g_auto (ContentFixture) fixture = { 0 };
  GString *screens = g_string_new (NULL);
  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (screens,
                            "<screen id='f81d4fae-7dec-11d0-a765-0000%08x' cabinet_width_mm='960' cabinet_height_mm='1080' " CONTENT_CELL
                            "columns='%u' rows='%u' content='" CONTENT_ID "' on_time='07:00' off_time='23:00'/>",
                            i + 1, i % 40 + 1, i % 17 + 1);
  content_fixture_read_project (&fixture, "<content id='" CONTENT_ID "' " LOOP " " MBPS ">" SLOTS "</content>", screens->str);
  g_string_free (screens, TRUE);
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr (QpContentProject) project = qp_content_project_new (fixture.root, &fixture.context);
  const double seconds = (double) (g_get_monotonic_time () - begin) / 1e6;
  guint members = 0;

  for (guint i = 0; i < project->groups->len; i++)
    members += qp_content_group (project, i)->members->len;
  g_test_message ("%.3f s", seconds);
  g_assert_cmpuint (members, ==, 10000);
  g_assert_cmpfloat (seconds, <, 5); /* about a second is meant; the machine of the tests may be busy */
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

/* a screen that does not say how many columns it has: its pixels are not known, and no number without a meaning */
static void
test_no_columns (void)
{
  g_auto (ContentFixture) f = { 0 };
  QpContentRaster raster;
  QpEstimate estimate;

  content_fixture_read_project (&f, "<content id='" CONTENT_ID "'/>",
                                CONTENT_SCREEN ("1", CONTENT_CELL "columns='' rows='4' content='" CONTENT_ID "'"));
  g_assert_cmpint (f.screen->columns, ==, QP_UNSET);
  qp_content_raster_init (&raster, f.screen, f.content, &f.context);
  g_assert_true (isnan (raster.px_w) && isnan (raster.w));
  qp_estimate_screen (&estimate, f.screen, &f.context);
  g_assert_true (isnan (qp_estimate_get (&estimate, "edge_m")) && isnan (qp_estimate_get (&estimate, "wind_width_m")));
  g_assert_cmpfloat (raster.px_h, ==, 2160);
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
  g_test_add_func ("/content/needs", test_needs);
  g_test_add_func ("/content/one-truth", test_one_truth);
  g_test_add_func ("/content/nothing-is-zero", test_nothing_is_zero);
  g_test_add_func ("/content/interfaces", test_interfaces);
  g_test_add_func ("/content/players", test_players);
  g_test_add_func ("/content/groups", test_groups);
  g_test_add_func ("/content/tier-price", test_tier_price);
  g_test_add_func ("/content/ten-thousand", test_ten_thousand);
  g_test_add_func ("/content/all-minutes", test_all_minutes);
  g_test_add_func ("/content/picture", test_picture);
  g_test_add_func ("/content/no-columns", test_no_columns);
  return g_test_run ();
}
