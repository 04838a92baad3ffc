/* qp-thread.h: threads that leave the processor to the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void qp_thread_stand_back (void);

G_END_DECLS
