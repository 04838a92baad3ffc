/* qp-city-view.h: the sites of the project, as a drawing and as a table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_CITY_VIEW (qp_city_view_get_type ())
G_DECLARE_FINAL_TYPE (QpCityView, qp_city_view, QP, CITY_VIEW, GtkWidget)

void qp_city_view_set_session (QpCityView *self, QpProjectSession *session);

G_END_DECLS
