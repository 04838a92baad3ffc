/* qp-outline-kind.h: what the outline tools draw, as a table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-tool.h"

G_BEGIN_DECLS

/**
 * QpOutlineForm:
 * @QP_OUTLINE_CHAIN: point by point
 * @QP_OUTLINE_BOX: two corners of a rectangle
 * @QP_OUTLINE_BOX_BY_DRAG: a rectangle when the first press is dragged, else point by point
 *
 * How an outline is drawn.
 */
typedef enum
{
  QP_OUTLINE_CHAIN,
  QP_OUTLINE_BOX,
  QP_OUTLINE_BOX_BY_DRAG,
} QpOutlineForm;

/**
 * QpOutlineKind:
 * @kind: kind of the objects drawn, or of what is cropped
 * @sort: obstacle: its usual preset; audience: area or path
 * @closed: whether the last point is joined to the first
 * @sided: whether it looks to one side, which F turns round
 * @least: least number of points
 * @form: how it is drawn
 * @label: name of the undo step, marked for translation
 * @name: name of the first one, for kinds without a preset, marked for translation
 * @advice: what can be done before the first point, marked for translation
 *
 * What one of the outline tools draws.
 */
typedef struct
{
  QpKind kind;
  gint64 sort;
  gboolean closed;
  gboolean sided;
  guint least;
  QpOutlineForm form;
  const char *label;
  const char *name;
  const char *advice;
} QpOutlineKind;

const QpOutlineKind *qp_outline_kind (QpToolType tool);
QpNode *qp_outline_node (const QpToolContext *context, QpToolType tool, const QpVec *points, guint n_points,
                         double facing_deg);
void qp_outline_add (QpReply *reply, const QpToolContext *context, QpToolType tool, const QpVec *points, guint n_points,
                     double facing_deg);
char *qp_outline_extent_text (const QpVec *points, guint n_points, gboolean closed);

G_END_DECLS
