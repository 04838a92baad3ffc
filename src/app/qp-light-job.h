/* qp-light-job.h: finding the light on a plan in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "engine/qp-light.h"

G_BEGIN_DECLS

/**
 * QpLightFound:
 * @light: (nullable): the light; %NULL when the node is on no plan
 * @root: the project it was found in
 * @catalogue: the equipment it was found with
 *
 * Light, with what it borrows.
 */
typedef struct
{
  QpLight *light;
  QpNode *root;
  QpCatalogue *catalogue;
} QpLightFound;

void qp_light_found_free (QpLightFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpLightFound, qp_light_found_free)

typedef struct _QpLightJob QpLightJob;

/**
 * QpLightDone:
 * @found: (transfer full): what was found
 * @data: what was given to qp_light_job_start()
 */
typedef void (*QpLightDone) (QpLightFound *found, gpointer data);

QpLightJob *qp_light_job_start (QpProjectSession *session, QpNode *node, QpLightDone done, gpointer data);
void qp_light_job_cancel (QpLightJob *self);
gboolean qp_light_found_is_current (const QpLightFound *self, QpProjectSession *session, QpNode *node);
gboolean qp_light_set_night (QpProjectSession *session, const QpLight *light, const double *factors, double luminance);

G_END_DECLS
