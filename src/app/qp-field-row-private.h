/* qp-field-row-private.h: what the files of a row of the inspector share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-field-row.h"

G_BEGIN_DECLS

struct _QpFieldRow
{
  AdwPreferencesRow parent_instance;
  GtkBox *line;
  GtkLabel *name;
  GtkLabel *problem;
  GtkLabel *hint;
  GtkWidget *editor;
  GtkLabel *unit;

  QpProjectSession *session;
  QpKind kind;
  const QpField *field;
  GPtrArray *nodes; /* as shown last */
  QpValue typed;    /* what typing gave them last */
  QpValue seen;     /* what they had when they were shown last */
  QpValue before;   /* what they had in common before the typing */
  gboolean was_common;
  gboolean showing;
};

/* qp-field-row.c */
const QpCatalogue *qp_field_row_catalogue (QpFieldRow *self);
gboolean qp_field_row_common (QpFieldRow *self, QpValue *value);
gboolean qp_field_row_shows (QpFieldRow *self, GPtrArray *nodes);
void qp_field_row_change (QpFieldRow *self, const QpValue *value);
void qp_field_row_step (QpFieldRow *self, double steps);

/* qp-field-entry.c */
void qp_field_row_make_entry (QpFieldRow *self);
void qp_field_row_show_text (QpFieldRow *self, gboolean anyway);

G_END_DECLS
