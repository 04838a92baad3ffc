/* qp-content-rows.h: slots, masters, players and interfaces as rows
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "engine/qp-content-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

void qp_content_rows_slots (GtkBox *box, QpProjectSession *session, const QpContentDay *day);
void qp_content_rows_equipment (GtkBox *box, const QpContentNeeds *needs, const QpCatalogue *catalogue);
void qp_content_rows_project (GtkBox *box, const QpContentProject *project, const char *currency);

G_END_DECLS
