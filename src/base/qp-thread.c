/* qp-thread.c: threads that leave the processor to the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "base/qp-thread.h"

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
