/* qp-view-tally.h: inside render: counting what is seen of screens in a view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-view-private.h"

G_BEGIN_DECLS

GArray *qp_view_tallies_new (const QpViewScene *scene);
void qp_view_count (GArray *tallies, const QpViewScene *scene, QpSpaceBuffer *buffer, guint rows,
                    const QpViewPolygon *polygon);
void qp_view_tallies_finish (GArray *tallies, const QpViewScene *scene, guint samples);

G_END_DECLS
