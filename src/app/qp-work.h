/* qp-work.h: something long that is done in a thread while the window goes on, with progress and an end
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-source.h"

G_BEGIN_DECLS

/**
 * QpWork:
 *
 * Work for a thread. Reference-counted, safe to use from any thread. Is run once.
 */
typedef struct _QpWork QpWork;

/**
 * QpWorkFunc:
 * @data: what is worked on
 * @watch: to be told how far it is, and asked whether to stop
 * @error: return location
 *
 * Runs in the thread.
 *
 * Returns: whether it was done; if not, @error is set
 */
typedef gboolean (*QpWorkFunc) (gpointer data, const QpPlanWatch *watch, GError **error);

QpWork *qp_work_new (QpWorkFunc func, gpointer data, GDestroyNotify data_free);
QpWork *qp_work_ref (QpWork *self);
void qp_work_unref (QpWork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpWork, qp_work_unref)

gpointer qp_work_data (QpWork *self);
double qp_work_progress (const QpWork *self);
void qp_work_run_async (QpWork *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean qp_work_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
