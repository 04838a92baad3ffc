/* test-segments.c: very many lines are found by place as one by one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-segments.h"

#include <stdlib.h>
#include <string.h>

static int
compare_segments (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (QpSegment));
}

static gboolean
append (const QpSegment *segment, gpointer data)
{
  g_array_append_vals (data, segment, 1);
  return TRUE;
}

static GArray *
found_by_index (const QpSegments *segments, QpBox box)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QpSegment));

  g_assert_true (qp_segments_walk (segments, box, append, found));
  g_array_sort (found, compare_segments);
  return found;
}

static GArray *
found_one_by_one (const GArray *all, QpBox box)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QpSegment));

  for (guint i = 0; i < all->len; i++)
    {
      const QpSegment *segment = &g_array_index (all, QpSegment, i);
      if (qp_segment_touches_box (segment->a, segment->b, box))
        g_array_append_vals (found, segment, 1);
    }
  g_array_sort (found, compare_segments);
  return found;
}

static void
assert_same (const GArray *a, const GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  if (a->len > 0)
    g_assert_cmpmem (a->data, a->len * sizeof (QpSegment), b->data, b->len * sizeof (QpSegment));
}

/* as drawings are: clusters of short lines, some long ones, single places, far from the origin */
static QpSegment
random_segment (double centre, double spread)
{
  const double cluster = centre + g_test_rand_int_range (0, 5) * spread;
  const QpVec a = qp_vec (cluster + g_test_rand_double_range (-spread, spread),
                          -cluster + g_test_rand_double_range (-spread, spread));
  const double reach = g_test_rand_int_range (0, 20) == 0 ? 6 * spread : spread / 50;

  if (g_test_rand_int_range (0, 10) == 0)
    return (QpSegment){ a, a };
  const double rise = g_test_rand_int_range (0, 3) == 0 ? 0 : g_test_rand_double_range (-reach, reach);
  return (QpSegment){ a, qp_vec (a.x + g_test_rand_double_range (-reach, reach), a.y + rise) };
}

static QpBox
random_box (QpBox bounds)
{
  const double width = bounds.x1 - bounds.x0 + 1;
  const double height = bounds.y1 - bounds.y0 + 1;
  const QpVec a = qp_vec (bounds.x0 + g_test_rand_double_range (-0.2, 1.2) * width,
                          bounds.y0 + g_test_rand_double_range (-0.2, 1.2) * height);
  const double part = g_test_rand_int_range (0, 2) == 0 ? 0.01 : 0.5;

  return qp_box_around (
      a, qp_vec (a.x + g_test_rand_double_range (0, part) * width, a.y + g_test_rand_double_range (0, part) * height));
}

static void
test_as_one_by_one (void)
{
  static const guint counts[] = { 0, 1, 2, 15, 16, 17, 255, 256, 257, 4097 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint far = 0; far < 2; far++)
      {
        g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (QpSegment));
        for (guint k = 0; k < counts[i]; k++)
          {
            const QpSegment segment = random_segment (far != 0 ? 500000 : 0, far != 0 ? 0.5 : 100);
            g_array_append_val (all, segment);
          }
        g_autoptr (QpSegments) segments = qp_segments_new ((const QpSegment *) (gpointer) all->data, all->len);
        g_assert_cmpuint (qp_segments_length (segments), ==, counts[i]);
        for (guint k = 0; k < 60; k++)
          {
            const QpBox box = counts[i] == 0 ? (QpBox){ -1, -1, 1, 1 } : random_box (qp_segments_bounds (segments));
            g_autoptr (GArray) found = found_by_index (segments, box);
            g_autoptr (GArray) expected = found_one_by_one (all, box);
            assert_same (found, expected);
          }
      }
}

static void
test_all_alike (void)
{
  QpSegment same[100];

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    same[i] = (QpSegment){ { 3, 4 }, { 3, 4 } };
  g_autoptr (QpSegments) segments = qp_segments_new (same, G_N_ELEMENTS (same));
  g_autoptr (GArray) here = found_by_index (segments, (QpBox){ 3, 4, 3, 4 });
  g_autoptr (GArray) elsewhere = found_by_index (segments, (QpBox){ 3.1, 4, 4, 4 });
  g_assert_cmpuint (here->len, ==, 100);
  g_assert_cmpuint (elsewhere->len, ==, 0);
}

static void
test_nowhere (void)
{
  const QpSegment at[] = { { { 0, 0 }, { 1, 1 } }, { { NAN, 0 }, { 1, 1 } }, { { 0, 0 }, { INFINITY, 1 } } };
  g_autoptr (QpSegments) segments = qp_segments_new (at, G_N_ELEMENTS (at));
  const QpBox bounds = qp_segments_bounds (segments);
  g_autoptr (GArray) found = found_by_index (segments, (QpBox){ -9, -9, 9, 9 });

  g_assert_cmpuint (qp_segments_length (segments), ==, 1);
  g_assert_true (bounds.x1 == 1 && bounds.y1 == 1);
  g_assert_cmpuint (found->len, ==, 1);
  g_autoptr (QpSegments) none = qp_segments_new (NULL, 0);
  g_assert_true (qp_box_is_empty (qp_segments_bounds (none)));
}

static void
test_bounded (void)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (QpSegment));
  QpSegment found[8];

  for (guint i = 0; i < 1000; i++)
    {
      const QpSegment segment = { { i, 0 }, { i, 1 } };
      g_array_append_val (all, segment);
    }
  g_autoptr (QpSegments) segments = qp_segments_new_take (g_steal_pointer (&all));
  g_assert_cmpuint (qp_segments_collect (segments, (QpBox){ 9.5, 0, 12.5, 1 }, found, 8), ==, 3);
  g_assert_cmpuint (qp_segments_collect (segments, (QpBox){ 0, 0, 7, 1 }, found, 8), ==, 8);
  g_assert_cmpuint (qp_segments_collect (segments, (QpBox){ 0, 0, 999, 1 }, found, 8), ==, 9);
  g_assert_cmpuint (qp_segments_memory (segments), <, 40 * 1000);
}

static gpointer
ask_many (gpointer data)
{
  guint n = 0;
  QpSegment found[64];

  for (guint i = 0; i < 5000; i++)
    n += qp_segments_collect (data, (QpBox){ i % 900, 0, i % 900 + 10, 1 }, found, 64);
  return GUINT_TO_POINTER (n);
}

static void
test_from_threads (void)
{
  g_autofree QpSegment *at = g_new (QpSegment, 1000);
  GThread *threads[4];

  for (guint i = 0; i < 1000; i++)
    at[i] = (QpSegment){ { i, 0 }, { i, 1 } };
  g_autoptr (QpSegments) segments = qp_segments_new (at, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asks", ask_many, segments);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 5000 * 11);
}

/* what a pointer asks of a city block: a look at few of many */
static void
test_a_million (void)
{
  const guint n = 1000000;
  g_autofree QpSegment *at = g_new (QpSegment, n);
  QpSegment found[256];

  for (guint i = 0; i < n; i++)
    at[i] = (QpSegment){ { i % 1000, i / 1000 }, { i % 1000 + 0.5, i / 1000 } };
  const gint64 begun = g_get_monotonic_time ();
  g_autoptr (QpSegments) segments = qp_segments_new (at, n);
  const gint64 built = g_get_monotonic_time ();
  for (guint i = 0; i < 1000; i++)
    {
      const QpBox box = { i % 990 + 0.6, 7.5, i % 990 + 2.7, 9.5 };
      g_assert_cmpuint (qp_segments_collect (segments, box, found, 256), ==, 4);
    }
  const gint64 asked = g_get_monotonic_time ();
  g_test_message ("built in %.0f ms, asked in %.2f µs each", (double) (built - begun) / 1000,
                  (double) (asked - built) / 1000);
  g_assert_cmpuint (qp_segments_memory (segments), <, 36 * n);
  g_assert_cmpint (asked - built, <, 1000 * 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segments/as-one-by-one", test_as_one_by_one);
  g_test_add_func ("/segments/all-alike", test_all_alike);
  g_test_add_func ("/segments/nowhere", test_nowhere);
  g_test_add_func ("/segments/bounded", test_bounded);
  g_test_add_func ("/segments/threads", test_from_threads);
  g_test_add_func ("/segments/a-million", test_a_million);
  return g_test_run ();
}
