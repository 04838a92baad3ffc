/* qp-catalogue-details.h: all that is known of a cabinet, or of several side by side
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-catalogue-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_CATALOGUE_MOST_COMPARED 4

GtkWidget *qp_catalogue_details_new (GPtrArray *rows, QpProjectSession *session);
QpNode *qp_catalogue_rebuilt (QpProjectSession *session, QpNode *screen, const QpCabinet *cabinet, gboolean keep_grid);

G_END_DECLS
