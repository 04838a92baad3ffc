/* qp-thread.h: threads that leave the processor to the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void qp_thread_stand_back (void);

/**
 * QpThreadClock:
 *
 * Counts how long one thread has worked, as other threads can read it.
 */
typedef int QpThreadClock;

#define QP_THREAD_CLOCK_NONE G_MAXINT

QpThreadClock qp_thread_clock (void);
gint64 qp_thread_clock_read (QpThreadClock clock);

G_END_DECLS
