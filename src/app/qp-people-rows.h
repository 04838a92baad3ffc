/* qp-people-rows.h: what people have of one screen, and every factor of it, as rows
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"
#include "engine/qp-people.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void qp_people_rows_fill (GtkBox *box, QpProjectSession *session, const QpPeople *people, const QpPeopleScreen *screen);

G_END_DECLS
