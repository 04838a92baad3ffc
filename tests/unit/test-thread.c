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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thread/stands-back", test_stands_back);
  return g_test_run ();
}
