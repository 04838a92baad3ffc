/* qp-sight-store.h: what is seen on the plans of a project, each screen computed once
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-sight-scene.h"

G_BEGIN_DECLS

/**
 * QpSightStore:
 *
 * Scenes and results that were asked for lately, kept by the nodes that they came from: when a screen is moved, it alone is
 * computed again; when an obstacle changes, all are. Reference-counted; may be asked from any thread.
 */
typedef struct _QpSightStore QpSightStore;

QpSightStore *qp_sight_store_new (void);
QpSightStore *qp_sight_store_ref (QpSightStore *self);
void qp_sight_store_unref (QpSightStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpSightStore, qp_sight_store_unref)

QpSightScene *qp_sight_store_scene (QpSightStore *self, const QpNode *plan, const QpSightSpan *span);
QpSightResult *qp_sight_store_find (QpSightStore *self, const QpSightScene *scene, const QpNode *screen,
                                    const QpCatalogue *catalogue, const QpLookOptions *options, guint parts);
QpSightResult *qp_sight_store_result (QpSightStore *self, QpSightScene *scene, QpNode *screen, QpCatalogue *catalogue,
                                      const QpLookOptions *options, guint parts, QpSightGoOn go_on, gpointer data);
gsize qp_sight_store_memory (QpSightStore *self);

G_END_DECLS
