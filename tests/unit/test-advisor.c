/* test-advisor.c: the advice on a pitch against a plan worked out by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan. A flat screen of 10 × 5 m at P10 hangs with its middle over the origin and looks down the plan; its bottom edge is
 * 3 m up, so its face is x −5…5, z 3…8 and its middle is at z 5.5. All eyes are at 1.6 m. Places every 10 m.
 *
 *   square   x −10…10, y −30…−10: places (±5, −15) and (±5, −25); 60 people an hour in the evening (5 h), 2 min each:
 *            60 × 5 × 2 = 600 visitor-minutes a day, 150 a place
 *   street   from (−20, −40) to (20, −40): places x −15, −5, 5, 15; 30 an hour by day (7 h) at 1 m/s: 40 m are 2/3 min,
 *            30 × 7 × 2/3 = 140 visitor-minutes, 35 a place
 *   yard     x −5…5, y 10…20, behind the screen: one place; 10 an hour in the morning (4 h), 1 min: 40 visitor-minutes
 *
 * In all 780, in front 740. The face is 3 − 1.6 = 1.4 m above the eyes, its middle 5.5 − 1.6 = 3.9 m:
 *
 *   place        nearest point                         middle                              minutes   up to here
 *   (±5, −15)    √(15² + 1.4²)          = 15.0652 m    √(5² + 15² + 3.9²)  = 16.2852 m      300       300
 *   (±5, −25)    √(25² + 1.4²)          = 25.0392 m    √(5² + 25² + 3.9²)  = 25.7917 m      300       600
 *   (±5, −40)    √(40² + 1.4²)          = 40.0245 m    √(5² + 40² + 3.9²)  = 40.4995 m       70       670
 *   (±15, −40)   √(10² + 40² + 1.4²)    = 41.2548 m    √(15² + 40² + 3.9²) = 42.8977 m       70       740
 */
#include "engine/qp-advisor.h"

#include <math.h>
#include <string.h>

#define NEAR 1e-4

typedef struct
{
  QpNode *project;
  QpNode *plan;
  QpNode *screen;
  QpNode *square;
  QpNode *street;
  QpNode *yard;
  QpCatalogue *catalogue;
  QpAdvisorOptions options;
} Fixture;

static QpNode *
set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_nonnull (field);
  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
  return node;
}

static void
add_child (QpNode *parent, QpNode *child)
{
  g_autoptr (QpNodeList) list
      = qp_node_list_with_insert (parent->children, qp_node_list_length (parent->children), child);

  qp_node_init_children (parent, list);
  qp_node_unref (child);
}

static void
add_cabinet (QpNode *catalogue, const char *key, const char *width, const char *height, const char *px_w, const char *px_h)
{
  QpNode *cabinet = set (set (qp_node_new (QP_KIND_CABINET, qp_id_new ()), "key", key), "environment", "outdoor");

  set (set (set (set (cabinet, "width_mm", width), "height_mm", height), "px_w", px_w), "px_h", px_h);
  set (set (set (cabinet, "weight_kg", "20"), "max_power_w", "300"), "viewing_angle_h_deg", "40");
  add_child (catalogue, cabinet);
}

static void
add_price (QpNode *catalogue, const char *currency, const char *least, const char *greatest, const char *low, const char *high)
{
  QpNode *price = set (set (qp_node_new (QP_KIND_PRICE, qp_id_new ()), "item", "led display"), "environment", "outdoor");

  set (set (set (price, "currency", currency), "per", "m2"), "date", "2025-03");
  set (set (set (set (price, "pitch_min_mm", least), "pitch_max_mm", greatest), "low", low), "high", high);
  add_child (catalogue, set (set (price, "source", "a page"), "key", low));
}

static QpCatalogue *
new_catalogue (void)
{
  QpNode *root = qp_node_new (QP_KIND_CATALOGUE, qp_id_new ());

  add_cabinet (root, "p10", "1000", "500", "100", "50");
  add_cabinet (root, "p5", "500", "500", "100", "100");
  add_cabinet (root, "p4", "480", "480", "120", "120");
  add_price (root, "CNY", "8", "10", "1000", "1200");
  add_price (root, "CNY", "4.5", "6", "3000", "4000");
  add_price (root, "USD", "3", "4.1", "900", "1000");
  QpCatalogue *catalogue = qp_catalogue_new (&root, 1);
  qp_node_unref (root);
  return catalogue;
}

static QpNode *
new_audience (const char *kind, const char *outline)
{
  QpNode *audience = qp_node_new (QP_KIND_AUDIENCE, qp_id_new ());

  return set (set (set (audience, "kind", kind), "outline", outline), "eye_height_m", "1.6");
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->project = set (qp_node_new (QP_KIND_PROJECT, qp_id_new ()), "currency", "CNY");
  self->plan = qp_node_new (QP_KIND_PLAN, qp_id_new ());
  self->screen = set (set (qp_node_new (QP_KIND_SCREEN, qp_id_new ()), "cabinet", "p10"), "environment", "outdoor");
  set (set (set (self->screen, "columns", "10"), "rows", "10"), "bottom_height_m", "3");
  self->square = new_audience ("area", "-10,-30 10,-30 10,-10 -10,-10");
  set (set (self->square, "people_evening_per_h", "60"), "dwell_s", "120");
  self->street = new_audience ("path", "-20,-40 20,-40");
  set (set (self->street, "people_day_per_h", "30"), "speed_m_per_s", "1");
  self->yard = new_audience ("area", "-5,10 5,10 5,20 -5,20");
  set (set (self->yard, "people_morning_per_h", "10"), "dwell_s", "60");
  add_child (self->plan, qp_node_ref (self->square));
  add_child (self->plan, qp_node_ref (self->street));
  add_child (self->plan, qp_node_ref (self->yard));
  self->catalogue = new_catalogue ();
  qp_advisor_options_init (&self->options);
  self->options.step_m = 10;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  qp_node_unref (self->project);
  qp_node_unref (self->plan);
  qp_node_unref (self->screen);
  qp_node_unref (self->square);
  qp_node_unref (self->street);
  qp_node_unref (self->yard);
  qp_catalogue_unref (self->catalogue);
}

static QpAdvice *
advise (Fixture *self)
{
  const QpEngineContext context = { (const QpProject *) self->project, NULL, self->catalogue };

  return qp_advice_new ((const QpScreen *) self->screen, self->plan, &context, &self->options);
}

static void
check (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, NEAR);
}

static void
test_places (Fixture *self, gconstpointer data)
{
  static const double nearest[] = { 15.0652, 15.0652, 25.0392, 25.0392, 40.0245, 40.0245, 41.2548, 41.2548 };
  static const double middle[] = { 16.2852, 16.2852, 25.7917, 25.7917, 40.4995, 40.4995, 42.8977, 42.8977 };
  static const double sums[] = { 150, 300, 450, 600, 635, 670, 705, 740 };
  g_autoptr (QpAdvice) advice = advise (self);
  const QpAdvisorView *view = &advice->view;

  g_assert_cmpint (view->basis, ==, QP_ADVISOR_BY_PEOPLE);
  g_assert_cmpuint (view->audiences, ==, 3);
  check (view->whole, 780);
  check (view->before, 740);
  g_assert_cmpuint (view->nearest->len, ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      check (g_array_index (view->nearest, double, i), nearest[i]);
      check (g_array_index (view->nearest_sums, double, i), sums[i]);
      check (g_array_index (view->centre, double, i), middle[i]);
    }
  check (qp_advisor_view_quantile (view, 0.5), 25.0392);
  check (qp_advisor_view_centre_quantile (view, QP_ADVISOR_NEAR), 16.2852);
}

static const QpAdvisorCandidate *
candidate (const QpAdvice *advice, const char *key)
{
  for (guint i = 0; i < advice->candidates->len; i++)
    if (g_strcmp0 (qp_advice_candidate (advice, i)->cabinet->key, key) == 0)
      return qp_advice_candidate (advice, i);
  g_assert_not_reached ();
}

/* P10. Rules with ± 10 %: GB nearest 13.8 m (12.42…15.18): the 300 at 15.07 m are at it. 1.7 p = 17 m (15.3…18.7): 300 below,
 * nobody at it. 3 p = 30 m (27…33): 600 below. Acuity 34.38 m (30.9…37.8): 600 below, 140 beyond. GB farthest 55.2 m
 * (49.7…60.7): all below. */
static void
test_rules (Fixture *self, gconstpointer data)
{
  g_autoptr (QpAdvice) advice = advise (self);
  const QpAdvisorCandidate *p10 = candidate (advice, "p10");

  check (p10->distance[QP_ADVISOR_NEAREST_GB], 13.8);
  check (p10->below[QP_ADVISOR_NEAREST_GB], 0);
  check (p10->at[QP_ADVISOR_NEAREST_GB], 300.0 / 740);
  check (p10->beyond[QP_ADVISOR_NEAREST_GB], 440.0 / 740);
  check (p10->below[QP_ADVISOR_NEAREST], 300.0 / 740);
  check (p10->at[QP_ADVISOR_NEAREST], 0);
  check (p10->below[QP_ADVISOR_COMFORTABLE], 600.0 / 740);
  check (p10->distance[QP_ADVISOR_ACUITY], 34.3775);
  check (p10->beyond[QP_ADVISOR_ACUITY], 140.0 / 740);
  check (p10->unseen, 140.0 / 740);
  check (p10->below[QP_ADVISOR_FARTHEST_GB], 1);
  for (guint rule = 0; rule < QP_N_ADVISOR_RULES; rule++)
    check (p10->below[rule] + p10->at[rule] + p10->beyond[rule], 1);
  /* 2 × 16.2852 m × tan 0.5° ÷ 10 mm, and of the median viewer at 25.7917 m */
  check (p10->ppd_near, 28.4239);
  check (p10->ppd_median, 45.0161);
}

/* with 2′ the pixels of P10 vanish at 17.19 m: only the 300 see them */
static void
test_alpha (Fixture *self, gconstpointer data)
{
  self->options.alpha_arcmin = 2;
  g_autoptr (QpAdvice) advice = advise (self);

  check (candidate (advice, "p10")->distance[QP_ADVISOR_ACUITY], 17.1887);
  check (candidate (advice, "p10")->unseen, 440.0 / 740);
  check (qp_advice_seen (advice, 10), 300.0 / 740);
}

/* The opening is 10 × 5 m. P5 fills it, 2000 × 1000 px; P4 reaches 20 × 10 cabinets of 0.48 m: 9.6 × 4.8 m, 46.08 m²,
 * 2400 × 1200 px. P10 costs 50 m² × 1000…1200, P5 50 m² × 3000…4000 CNY; the price of P4 is in another currency. */
static void
test_candidates (Fixture *self, gconstpointer data)
{
  g_autoptr (QpAdvice) advice = advise (self);
  const QpAdvisorCandidate *p4 = candidate (advice, "p4"), *p5 = candidate (advice, "p5"), *p10 = candidate (advice, "p10");

  g_assert_cmpuint (advice->candidates->len, ==, 3);
  g_assert_true (p4 < p5 && p5 < p10);
  g_assert_true (p10->present && advice->present == 2);
  g_assert_cmpint (p4->columns, ==, 20);
  g_assert_cmpint (p4->rows, ==, 10);
  check (p4->area_m2, 46.08);
  check (p4->px_w, 2400);
  check (p4->uhd_class, 1);
  check (p5->px_h, 1000);
  check (p5->uhd_class, 0);
  check (p5->total_low, 150000);
  check (p5->total_high, 200000);
  check (p10->total_low, 50000);
  check (p10->total_high, 60000);
  g_assert_cmpstr (p5->price->date, ==, "2025-03");
  g_assert_true (isnan (p4->total_low) && p4->price == NULL);
  check (p4->power_w, 200 * 300);
  check (p4->weight_kg, 200 * 20);
}

/* 90 %: the tenth of the minutes that is nearest stands at 15.0652 m, where 15.0652 m × tan 1′ = 4.3823 mm are just seen; nobody is
 * nearer. Half: 25.0392 m × tan 1′ = 7.2836 mm, and 440 of 740 minutes are that far. */
static void
test_sentence (Fixture *self, gconstpointer data)
{
  g_autoptr (QpAdvice) most = advise (self);
  g_autofree char *for_most = qp_advice_sentence (most);
  check (most->enough_mm, 4.3823);
  check (most->enough_share, 1);
  g_assert_cmpint (most->enough, ==, 0);
  g_assert_cmpstr (for_most, ==, "Finer than 4.4\u2009mm is not seen by 100\u2009% of your audience; the catalogue has nothing finer.");

  self->options.share = 0.5;
  g_autoptr (QpAdvice) half = advise (self);
  g_autofree char *for_half = qp_advice_sentence (half);
  check (half->enough_mm, 7.2836);
  check (half->enough_share, 440.0 / 740);
  g_assert_cmpint (half->enough, ==, 1);
  g_assert_cmpstr (for_half, ==,
                   "Finer than 7.3\u2009mm is not seen by 59\u2009% of your audience; what P4 costs more than P5 is not known, as "
                   "there is no dated price in CNY for both.");

  /* P5 against P10: 150 000 − 50 000 to 200 000 − 60 000 */
  g_autofree char *for_p10 = qp_advice_sentence_for (half, 2);
  g_test_message ("%s", for_p10);
  g_assert_nonnull (strstr (for_p10, "is not seen by 19\u2009% of your audience; P5 costs 100"));
  g_assert_nonnull (strstr (for_p10, "140"));
  g_assert_nonnull (strstr (for_p10, "CNY more than P10."));
}

/* ten times as many in the street, 1400 minutes of 2000: half of them now are at 40.0245 m or farther: 11.64 mm, so P10 does */
static void
test_changed_audience (Fixture *self, gconstpointer data)
{
  self->options.share = 0.5;
  set (self->street, "people_day_per_h", "300");
  g_autoptr (QpAdvice) advice = advise (self);
  check (advice->view.before, 2000);
  check (advice->enough_mm, 11.6427);
  g_assert_cmpint (advice->enough, ==, 2);

  /* the same people twice as fast count half */
  set (self->street, "speed_m_per_s", "2");
  g_autoptr (QpAdvice) faster = advise (self);
  check (faster->view.before, 1300);

  /* somebody walks round the square before the screen */
  set (self->square, "outline", "-10,-60 10,-60 10,-40 -10,-40");
  g_autoptr (QpAdvice) away = advise (self);
  g_assert_cmpfloat (away->enough_mm, >, 11);
}

/* the yard sees a screen with two sides; without people each m² counts the same: 400, 40 and 100 */
static void
test_basis (Fixture *self, gconstpointer data)
{
  set (self->screen, "double_sided", "yes");
  g_autoptr (QpAdvice) both = advise (self);
  check (both->view.before, 780);

  set (self->street, "people_day_per_h", "");
  g_autoptr (QpAdvice) ground = advise (self);
  g_autoptr (GPtrArray) notes = qp_advice_notes (ground);
  g_assert_cmpint (ground->view.basis, ==, QP_ADVISOR_BY_GROUND);
  g_assert_cmpuint (ground->view.unknown, ==, 1);
  check (ground->view.before, 540);
  g_assert_nonnull (strstr (g_ptr_array_index (notes, 0), "1 of 3 audiences"));
}

static void
test_nobody (Fixture *self, gconstpointer data)
{
  const QpEngineContext context = { (const QpProject *) self->project, NULL, self->catalogue };
  g_autoptr (QpAdvice) advice = qp_advice_new ((const QpScreen *) self->screen, NULL, &context, &self->options);
  g_autofree char *sentence = qp_advice_sentence (advice);

  g_assert_cmpint (advice->view.basis, ==, QP_ADVISOR_NOBODY);
  g_assert_cmpuint (advice->candidates->len, ==, 3);
  g_assert_true (isnan (qp_advice_candidate (advice, 0)->unseen));
  g_assert_true (isnan (qp_advice_candidate (advice, 0)->ppd_near));
  check (qp_advice_candidate (advice, 1)->total_low, 150000);
  g_assert_true (g_str_has_prefix (sentence, "Nobody looks yet"));
}

/* on from 18 to 23 o'clock: 4 h of the evening, 1 h of the night; and over midnight */
static void
test_hours (Fixture *self, gconstpointer data)
{
  const QpAudience *square = (const QpAudience *) self->square;
  const QpScreen *screen = (const QpScreen *) self->screen;

  check (qp_audience_minutes (square, &self->options.day, screen), 600);
  set (set (self->screen, "on_time", "18:00"), "off_time", "23:00");
  check (qp_audience_minutes (square, &self->options.day, screen), 60 * 4 * 2);
  set (self->square, "people_night_per_h", "6");
  check (qp_audience_minutes (square, &self->options.day, screen), 60 * 4 * 2 + 6 * 1 * 2);
  set (self->screen, "off_time", "02:00"); /* four hours of the night */
  check (qp_audience_minutes (square, &self->options.day, screen), 60 * 4 * 2 + 6 * 4 * 2);
  set (self->square, "dwell_s", "");
  g_assert_true (isnan (qp_audience_minutes (square, &self->options.day, screen)));
}

/* half of the luminance at 20° off the axis; the places are, in space: */
static void
test_angle (Fixture *self, gconstpointer data)
{
  g_autoptr (QpAdvice) advice = advise (self);

  check (advice->view.half_angle_deg, 20);
  /* acos (15 ÷ 16.2852) = 22.9°, acos (25 ÷ 25.7917) = 14.2°, acos (40 ÷ 40.4995) = 9.0°, acos (40 ÷ 42.8977) = 21.2° */
  check (advice->view.beyond_angle, (300.0 + 70) / 740);
}

static void
test_range (Fixture *self, gconstpointer data)
{
  self->options.from_mm = 4.5;
  self->options.to_mm = 6;
  g_autoptr (QpAdvice) advice = advise (self);

  /* the present pitch stays to be compared with */
  g_assert_cmpuint (advice->candidates->len, ==, 2);
  g_assert_cmpstr (qp_advice_candidate (advice, 0)->cabinet->key, ==, "p5");
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  int stop = 1;

  self->options.stop = &stop;
  self->options.step_m = 0;
  g_autoptr (QpAdvice) advice = advise (self);
  g_assert_cmpuint (advice->view.nearest->len, ==, 0);
}

/* a whole square of 250 × 200 m at its own step: about 2000 places, in a fraction of a second */
static void
test_large (Fixture *self, gconstpointer data)
{
  set (self->square, "outline", "-125,-210 125,-210 125,-10 -125,-10");
  self->options.step_m = 0;
  g_autoptr (QpAdvice) advice = advise (self);
  g_autoptr (QpAdvice) again = advise (self);

  g_assert_cmpuint (advice->view.nearest->len, >, 1500);
  g_assert_cmpfloat (advice->enough_mm, ==, again->enough_mm);
  check (advice->view.before, 740);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/advisor/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("places", test_places);
  ADD ("rules", test_rules);
  ADD ("alpha", test_alpha);
  ADD ("candidates", test_candidates);
  ADD ("sentence", test_sentence);
  ADD ("changed-audience", test_changed_audience);
  ADD ("basis", test_basis);
  ADD ("nobody", test_nobody);
  ADD ("hours", test_hours);
  ADD ("angle", test_angle);
  ADD ("range", test_range);
  ADD ("stop", test_stop);
  ADD ("large", test_large);
  return g_test_run ();
}
