/* qp-context-job.h: a calculation from a state of the document in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

G_BEGIN_DECLS

typedef struct _QpContextJob QpContextJob;

/**
 * QpContextWork:
 * @self: the job
 *
 * What is done in the thread.
 *
 * Returns: (transfer full) (nullable): the result
 */
typedef gpointer (*QpContextWork) (QpContextJob *self);

/**
 * QpContextDone:
 * @result: (transfer full): what was made
 * @data: what was given to qp_context_job_start()
 *
 * Called in the main thread, unless the job was cancelled before or made nothing.
 */
typedef void (*QpContextDone) (gpointer result, gpointer data);

/**
 * QpContextJob:
 * @root: (owned): the project; keeps alive what @context borrows
 * @node: (owned): what it is about
 * @catalogue: (owned): of @context
 * @context: what the calculation reads
 * @stop: set, atomically, when the result is not wanted any more
 *
 * The first member of a job of one kind, which is allocated by g_new0() and freed with it.
 */
struct _QpContextJob
{
  QpNode *root;
  QpNode *node;
  QpCatalogue *catalogue;
  QpEngineContext context;
  int stop;
  /*< private >*/
  QpContextWork work;
  GDestroyNotify result_free;
  QpContextDone done;
  gpointer data;
};

void qp_context_job_start (QpContextJob *self, QpProjectSession *session, QpNode *node, QpContextWork work,
                           GDestroyNotify result_free, QpContextDone done, gpointer data);
void qp_context_job_cancel (QpContextJob *self);
gboolean qp_context_job_go_on (double done, gpointer job);

G_END_DECLS
