/* test-thread.c: background threads stand back, and nobody else does
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-thread.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static int
niceness (void)
{
  return getpriority (PRIO_PROCESS, (id_t) syscall (SYS_gettid));
}

static gpointer
work (gpointer data)
{
  const int before = niceness ();

  qp_thread_stand_back ();
  return GINT_TO_POINTER (niceness () - before);
}
#endif

static void
test_stands_back (void)
{
#ifdef __linux__
  const int before = niceness ();
  const int after = GPOINTER_TO_INT (g_thread_join (g_thread_new ("work", work, NULL)));

  if (before < 10)
    g_assert_cmpint (after, >, 0);
  g_assert_cmpint (niceness (), ==, before);
#else
  g_test_skip ("threads have no priority of their own here");
#endif
}

/* a thread's clock stands still while it waits */
static void
test_clock (void)
{
#ifdef __linux__
  const QpThreadClock clock = qp_thread_clock ();
  const gint64 start = qp_thread_clock_read (clock);
  volatile double sum = 0;

  g_assert_cmpint (start, >=, 0);
  g_usleep (300 * 1000);
  g_assert_cmpint (qp_thread_clock_read (clock) - start, <, 200 * 1000);
  while (qp_thread_clock_read (clock) - start < 220 * 1000)
    sum += 1;
  g_assert_cmpfloat (sum, >, 0);
#endif
  g_assert_cmpint (qp_thread_clock_read (QP_THREAD_CLOCK_NONE), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thread/stands-back", test_stands_back);
  g_test_add_func ("/thread/clock", test_clock);
  return g_test_run ();
}
