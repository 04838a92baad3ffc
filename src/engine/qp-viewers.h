/* qp-viewers.h: how many people a year have the screens of a project in view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-people.h"

G_BEGIN_DECLS

/** QP_VIEWERS_MOST: screens up to which a window looks for viewers by itself: it takes a second or so for each of some hundred */
#define QP_VIEWERS_MOST 50

guint qp_viewers_screens (const QpNode *root);
double qp_viewers_per_year (const QpNode *root, const QpEngineContext *context, QpSightGoOn go_on, gpointer data);

G_END_DECLS
