/* qp-field-page.h: the fields of a kind in the inspector, made from its table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-field-row.h"

G_BEGIN_DECLS

/**
 * QpFieldPart:
 * @QP_FIELDS_ALL: all groups, open
 * @QP_FIELDS_KEY: the few fields of a screen that are changed most
 * @QP_FIELDS_REST: the others, by group, to be opened
 *
 * Which fields a page has.
 */
typedef enum
{
  QP_FIELDS_ALL,
  QP_FIELDS_KEY,
  QP_FIELDS_REST,
} QpFieldPart;

#define QP_TYPE_FIELD_PAGE (qp_field_page_get_type ())
G_DECLARE_FINAL_TYPE (QpFieldPage, qp_field_page, QP, FIELD_PAGE, GtkWidget)

GtkWidget *qp_field_page_new (QpProjectSession *session, QpKind kind, QpFieldPart part);
void qp_field_page_show (QpFieldPage *self, GPtrArray *nodes);
guint qp_field_page_n_rows (QpFieldPage *self);
QpFieldRow *qp_field_page_row (QpFieldPage *self, const char *name);

G_END_DECLS
