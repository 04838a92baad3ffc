/* qp-field-row.h: one field of the selected nodes in the inspector
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_FIELD_ROW (qp_field_row_get_type ())
G_DECLARE_FINAL_TYPE (QpFieldRow, qp_field_row, QP, FIELD_ROW, AdwPreferencesRow)

GtkWidget *qp_field_row_new (QpProjectSession *session, QpKind kind, const QpField *field);
const QpField *qp_field_row_field (QpFieldRow *self);
GtkWidget *qp_field_row_editor (QpFieldRow *self);
gboolean qp_field_row_has_problem (QpFieldRow *self);
void qp_field_row_show (QpFieldRow *self, GPtrArray *nodes);

G_END_DECLS
