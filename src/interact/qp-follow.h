/* qp-follow.h: what has to follow when objects of a plan change: dimension lines, and directions of paths and windows
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"
#include "model/qp-document.h"

G_BEGIN_DECLS

/* the points of an object that a dimension line can hold on to */
gboolean qp_node_point (const QpNode *node, const QpCatalogue *catalogue, gint64 index, QpPoint *point);
gboolean qp_scene_point_at (QpScene *scene, QpVec place, QpId *id, gint64 *index);
void qp_edits_add_binding (GPtrArray *edits, const QpNode *dimension, guint end, QpId id, gint64 index);
void qp_edits_add_binding_at (GPtrArray *edits, QpScene *scene, QpId dimension, guint end, QpVec place);
void qp_nodes_rebind (GPtrArray *copies, const GPtrArray *originals);

GPtrArray *qp_follow_edits (QpDocument *document, const QpNode *before, const QpCatalogue *catalogue);
gboolean qp_document_apply_followed (QpDocument *document, const QpCatalogue *catalogue, GPtrArray *edits,
                                     GError **error);
gboolean qp_document_run_followed (QpDocument *document, const QpCatalogue *catalogue, const char *label,
                                   const char *merge_key, GPtrArray *edits, GError **error);

G_END_DECLS
