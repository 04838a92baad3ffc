/* qp-segments.h: a great many line segments, found by place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"

G_BEGIN_DECLS

/**
 * QpSegment:
 * @a: one end
 * @b: other end; the same as @a for a single place
 *
 * A straight line between two places.
 */
typedef struct
{
  QpVec a;
  QpVec b;
} QpSegment;

/**
 * QpSegments:
 *
 * The lines of a drawing with an index by place, in whatever unit they were given. Immutable, reference-counted, safe
 * to use from any thread.
 */
typedef struct _QpSegments QpSegments;

QpSegments *qp_segments_new (const QpSegment *at, guint n);
QpSegments *qp_segments_new_take (GArray *segments);
QpSegments *qp_segments_ref (QpSegments *self);
void qp_segments_unref (QpSegments *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpSegments, qp_segments_unref)

guint qp_segments_length (const QpSegments *self);
QpBox qp_segments_bounds (const QpSegments *self);
gsize qp_segments_memory (const QpSegments *self);

/**
 * QpSegmentVisit:
 * @segment: one that touches the box
 * @data: what was given
 *
 * Returns: whether to go on
 */
typedef gboolean (*QpSegmentVisit) (const QpSegment *segment, gpointer data);

gboolean qp_segments_walk (const QpSegments *self, QpBox box, QpSegmentVisit visit, gpointer data);
guint qp_segments_collect (const QpSegments *self, QpBox box, QpSegment *found, guint room);

G_END_DECLS
