/* qp-labels.h: which labels are shown where, so that none overlap
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-text.h"

G_BEGIN_DECLS

#define QP_LABEL_PLACES 8

/**
 * QpLabelPlace:
 * @at: where, pixels
 * @across: which part of the label lies at @at
 * @down: which part of the label lies at @at
 *
 * One place where a label may stand.
 */
typedef struct
{
  QpVec at;
  QpAlign across;
  QpAlign down;
} QpLabelPlace;

/**
 * QpLabel:
 * @text: the first line
 * @detail: (nullable): a second, quieter line; left away when there is no room for it
 * @priority: the higher ones are placed first
 * @order: among equal priorities the lower ones are placed first
 * @ink: colour of the first line
 * @detail_ink: colour of the second line
 * @strong: whether the first line is semibold
 * @boxed: whether it stands on a box of paper
 * @halo: whether what is beneath is softened
 * @max_width: greatest width in pixels, 0 = any; a label that is wider is not shown
 * @max_height: the same for the height
 * @n_places: how many of @places there are, tried in order
 *
 * A label that would like to be shown.
 */
typedef struct
{
  char *text;
  char *detail;
  int priority;
  double order;
  QpColour ink;
  QpColour detail_ink;
  gboolean strong;
  gboolean boxed;
  gboolean halo;
  double max_width;
  double max_height;
  guint n_places;
  QpLabelPlace places[QP_LABEL_PLACES];
} QpLabel;

/**
 * QpLabels:
 *
 * Labels wanted, and once qp_labels_place() was called those shown, with their texts laid out. Belongs to one
 * thread.
 */
typedef struct _QpLabels QpLabels;

QpLabels *qp_labels_new (const QpPlanStyle *style);
void qp_labels_free (QpLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpLabels, qp_labels_free)

QpLabel *qp_labels_add (QpLabels *self, char *text, char *detail, int priority);
void qp_label_add_place (QpLabel *self, QpVec at, QpAlign across, QpAlign down);
void qp_labels_block (QpLabels *self, QpBox box);
void qp_labels_block_line (QpLabels *self, QpVec a, QpVec b, double thickness);
void qp_labels_place (QpLabels *self, QpBox within, guint limit);

guint qp_labels_shown (const QpLabels *self);
QpBox qp_labels_box (const QpLabels *self, guint index);
const char *qp_labels_text (const QpLabels *self, guint index);
void qp_labels_paint (const QpLabels *self, cairo_t *cr, double dx, double dy);

G_END_DECLS
