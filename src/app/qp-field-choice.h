/* qp-field-choice.h: a list to choose the value of a field from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_FIELD_CHOICE (qp_field_choice_get_type ())
G_DECLARE_FINAL_TYPE (QpFieldChoice, qp_field_choice, QP, FIELD_CHOICE, GtkWidget)

gboolean qp_field_choice_is_for (QpKind kind, const QpField *field);
GtkWidget *qp_field_choice_new (QpProjectSession *session, const QpField *field);
gboolean qp_field_choice_get (QpFieldChoice *self, QpValue *value);
void qp_field_choice_set (QpFieldChoice *self, const QpValue *value);
GtkDropDown *qp_field_choice_drop_down (QpFieldChoice *self);

G_END_DECLS
