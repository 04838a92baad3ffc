/* qp-view-job.h: what somebody sees from a place, worked out in a thread
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-look.h"
#include "render/qp-view-picture.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QpViewWanted:
 * @plan: the plan
 * @catalogue: (nullable): where cabinets are looked up
 * @scene: (nullable): what stands on the plan, if that was worked out before
 * @gaze: who looks where
 * @width: of the picture, pixels of the display
 * @height: of the picture
 * @options: how it is painted
 * @style: colours and sizes of what is written
 * @caption: whether figures are written beneath it
 *
 * What is to be worked out. Borrowed.
 */
typedef struct
{
  QpNode *plan;
  QpCatalogue *catalogue;
  QpViewScene *scene;
  QpGaze gaze;
  guint width;
  guint height;
  QpViewOptions options;
  QpPlanStyle style;
  gboolean caption;
} QpViewWanted;

/**
 * QpViewLook:
 * @screen: a screen of the plan, ready to be looked at
 * @look: what is seen of it
 */
typedef struct
{
  QpLookScreen screen;
  QpLook look;
} QpViewLook;

/**
 * QpViewResult:
 * @scene: what stands on the plan
 * @picture: what is seen
 * @looks: (element-type QpViewLook): figures of the screens, those that fill more of the view first
 * @eye: from where
 * @others: how many more screens there are, further away
 */
typedef struct
{
  QpViewScene *scene;
  QpViewPicture *picture;
  GArray *looks;
  QpVec3 eye;
  guint others;
} QpViewResult;

void qp_view_job_run (GObject *source, const QpViewWanted *wanted, GAsyncReadyCallback callback, gpointer data);
QpViewResult *qp_view_job_finish (GAsyncResult *result);
void qp_view_result_free (QpViewResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpViewResult, qp_view_result_free)

G_END_DECLS
