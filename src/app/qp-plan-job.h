/* qp-plan-job.h: opening a plan file in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpPlanJob:
 *
 * Something that may be a plan: a file, bytes or a picture; and how far its reading is. Reference-counted, safe to use
 * from any thread. Is read once.
 */
typedef struct _QpPlanJob QpPlanJob;

const char *const *qp_plan_suffixes (void);
gboolean qp_plan_is_named_so (GFile *file);

QpPlanJob *qp_plan_job_new_for_file (GFile *file);
QpPlanJob *qp_plan_job_new_for_bytes (GBytes *bytes, const char *name, guint page);
QpPlanJob *qp_plan_job_new_for_texture (GdkTexture *texture);
QpPlanJob *qp_plan_job_ref (QpPlanJob *self);
void qp_plan_job_unref (QpPlanJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPlanJob, qp_plan_job_unref)

const char *qp_plan_job_name (const QpPlanJob *self);
double qp_plan_job_progress (const QpPlanJob *self);
void qp_plan_job_run_async (QpPlanJob *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
QpPlanSource *qp_plan_job_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
