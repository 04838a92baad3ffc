/* qp-people-job.h: finding who sees which screen of a plan in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "engine/qp-people.h"

G_BEGIN_DECLS

/**
 * QpPeopleJob:
 *
 * People of a plan that are being looked at in a state of the document.
 */
typedef struct _QpPeopleJob QpPeopleJob;

/**
 * QpPeopleDone:
 * @people: (transfer full): what was found
 * @data: what was given to qp_people_job_start()
 *
 * Called in the main thread, unless the job was cancelled before.
 */
typedef void (*QpPeopleDone) (QpPeople *people, gpointer data);

QpPeopleJob *qp_people_job_start (QpProjectSession *session, QpNode *screen, QpPeopleDone done, gpointer data);
void qp_people_job_cancel (QpPeopleJob *self);

G_END_DECLS
