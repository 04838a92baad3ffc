/* qp-estimate-cache.h: the results of a document's screens, each computed once
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-mark.h"
#include "engine/qp-estimate.h"
#include "model/qp-document.h"

G_BEGIN_DECLS

#define QP_TYPE_ESTIMATE_CACHE (qp_estimate_cache_get_type ())
G_DECLARE_FINAL_TYPE (QpEstimateCache, qp_estimate_cache, QP, ESTIMATE_CACHE, GObject)

QpEstimateCache *qp_estimate_cache_new (QpDocument *document, QpCatalogue *builtin);
QpCatalogue *qp_estimate_cache_catalogue (QpEstimateCache *self);
void qp_estimate_cache_set_builtin (QpEstimateCache *self, QpCatalogue *builtin);
gboolean qp_estimate_cache_context (QpEstimateCache *self, QpId id, QpEngineContext *context);
const QpEstimate *qp_estimate_cache_get (QpEstimateCache *self, QpNode *screen);
QpMark qp_estimate_cache_mark (QpEstimateCache *self, QpNode *screen);
QpFindings *qp_estimate_cache_findings (QpEstimateCache *self, QpNode *screen);
gboolean qp_estimate_cache_totals (QpEstimateCache *self, QpNode *node, QpTotals *totals);
gboolean qp_estimate_cache_is_busy (QpEstimateCache *self);

G_END_DECLS
