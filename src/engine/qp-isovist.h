/* qp-isovist.h: what is seen from a place on a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-triangulation.h"

G_BEGIN_DECLS

void qp_isovist (const QpTriangulation *plane, QpPoint eye, int near, GArray *outline);

G_END_DECLS
