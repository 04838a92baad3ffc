/* qp-view-file.h: the view from a place as a picture with its ruler, names and figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-view-picture.h"

G_BEGIN_DECLS

/** QP_VIEW_FILE_WIDTH: usual width of a view that is written, pixels */
#define QP_VIEW_FILE_WIDTH 1600
/** QP_VIEW_ASPECT: usual width of a view, in heights */
#define QP_VIEW_ASPECT 1.6

QpViewPicture *qp_view_drawing_new (const QpViewScene *scene, const QpGaze *gaze, guint width, guint height,
                                    const QpViewOptions *options, const QpPlanStyle *style, QpViewGoOn go_on,
                                    gpointer data);
GBytes *qp_view_to_png (const QpViewPicture *picture, GError **error);

G_END_DECLS
