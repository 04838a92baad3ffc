/* qp-advisor-job.h: making an advice on a pitch in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "engine/qp-advisor.h"

G_BEGIN_DECLS

/**
 * QpAdvisorJob:
 *
 * An advice that is being made from a state of the document.
 */
typedef struct _QpAdvisorJob QpAdvisorJob;

/**
 * QpAdvisorDone:
 * @advice: (transfer full): what was made
 * @data: what was given to qp_advisor_job_start()
 *
 * Called in the main thread, unless the job was cancelled before.
 */
typedef void (*QpAdvisorDone) (QpAdvice *advice, gpointer data);

QpAdvisorJob *qp_advisor_job_start (QpProjectSession *session, QpNode *screen, const QpAdvisorOptions *options,
                                    QpAdvisorDone done, gpointer data);
void qp_advisor_job_cancel (QpAdvisorJob *self);

G_END_DECLS
