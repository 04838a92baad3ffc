/* qp-field-text.h: values of fields as people type and read them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-kinds.h"

G_BEGIN_DECLS

QpFieldProblem qp_field_text_parse (const QpField *field, const char *text, QpValue *value);
char *qp_field_text_show (const QpField *field, const QpValue *value);
char *qp_field_text_unit (const QpField *field, const QpProject *project);
gboolean qp_field_is_typed (const QpField *field);
gboolean qp_field_is_number (const QpField *field);
gboolean qp_field_may_be_unset (const QpField *field);
double qp_field_step (const QpField *field);

G_END_DECLS
