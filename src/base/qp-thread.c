/* qp-thread.c: threads that leave the processor to the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/qp-thread.h"

#include <pthread.h>
#include <time.h>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NICENESS 10
#endif

/**
 * qp_thread_stand_back:
 *
 * From now on the calling thread works only while nothing more urgent does, so that reading and painting in the
 * background does not make the window stutter on a machine of two processors. It can't be taken back: call it first
 * thing in a thread of one's own, never in one that is shared. Does nothing where threads have no priority of their own.
 */
void
qp_thread_stand_back (void)
{
#ifdef __linux__
  setpriority (PRIO_PROCESS, (id_t) syscall (SYS_gettid), NICENESS);
#endif
}

/**
 * qp_thread_clock:
 *
 * Returns: the clock of the calling thread, or %QP_THREAD_CLOCK_NONE where threads have none
 */
QpThreadClock
qp_thread_clock (void)
{
#ifdef __linux__
  clockid_t clock;

  if (pthread_getcpuclockid (pthread_self (), &clock) == 0)
    return clock;
#endif
  return QP_THREAD_CLOCK_NONE;
}

/**
 * qp_thread_clock_read:
 * @clock: clock of a thread that has not ended
 *
 * Returns: for how long it has had a processor, microseconds; −1 when that is not known
 */
gint64
qp_thread_clock_read (QpThreadClock clock)
{
#ifdef __linux__
  struct timespec time;

  if (clock != QP_THREAD_CLOCK_NONE && clock_gettime (clock, &time) == 0)
    return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
#endif
  return -1;
}
