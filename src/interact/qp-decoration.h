/* qp-decoration.h: what moves over a plan: guides, ghosts, handles and measures, as a list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"

G_BEGIN_DECLS

/**
 * QpDecorationType:
 * @QP_DECORATION_GUIDE: thin line from @a to @b that shows why something snapped
 * @QP_DECORATION_BAND: rubber band with corners @a and @b
 * @QP_DECORATION_GHOST_SCREEN: a screen that is being drawn: face from @a (left) to @b (right), @depth behind it
 * @QP_DECORATION_GHOST_BOX: box with corners @a and @b that stands for many moved objects
 * @QP_DECORATION_GHOST_OUTLINE: an @outline that is being drawn, @closed or not; @strong when its inside belongs to it
 * @QP_DECORATION_FRAME: an @outline, all around which is in the shade
 * @QP_DECORATION_SELECTED: outline of the selected @item; @strong for the primary one
 * @QP_DECORATION_HOVER: outline of @item, under the pointer
 * @QP_DECORATION_HANDLE: handle at @a; @part says which one, @strong when under the pointer
 * @QP_DECORATION_LINK: thin line from a screen's face @a to its turning knob @b
 * @QP_DECORATION_MEASURE: measured line from @a to @b with @text beside it
 * @QP_DECORATION_LABEL: @text in a quiet box near @a
 * @QP_DECORATION_ENTRY: like a label, but typed: @text with the caret, @strong while the first number is typed
 * @QP_DECORATION_CROSS: small cross at @a
 * @QP_DECORATION_SIGHT: line of sight from @a to @b; @strong as far as it is clear
 * @QP_DECORATION_EYE: somebody at @a who looks to @b, @depth degrees across
 * @QP_DECORATION_GAP: one of several equal gaps, from @a to @b
 * @QP_DECORATION_REASON: @text that says why something snapped to @a
 */
typedef enum
{
  QP_DECORATION_GUIDE,
  QP_DECORATION_BAND,
  QP_DECORATION_GHOST_SCREEN,
  QP_DECORATION_GHOST_BOX,
  QP_DECORATION_GHOST_OUTLINE,
  QP_DECORATION_FRAME,
  QP_DECORATION_SELECTED,
  QP_DECORATION_HOVER,
  QP_DECORATION_HANDLE,
  QP_DECORATION_LINK,
  QP_DECORATION_MEASURE,
  QP_DECORATION_LABEL,
  QP_DECORATION_ENTRY,
  QP_DECORATION_CROSS,
  QP_DECORATION_GAP,
  QP_DECORATION_REASON,
  QP_DECORATION_SIGHT,
  QP_DECORATION_EYE,
} QpDecorationType;

/**
 * QpDecoration:
 *
 * One thing that a tool wants to be seen; places in plan metres. Painted by the render layer over the plan, in
 * the order of the list, with line widths and handles in pixels.
 */
typedef struct
{
  QpDecorationType type;
  QpVec a;
  QpVec b;
  double depth; /* metres; NaN when not known */
  QpPart part;
  gboolean strong;
  const QpItem *item; /* borrowed from the scene */
  char *text;
  QpPoints *outline;
  gboolean closed;
} QpDecoration;

GPtrArray *qp_decorations_new (void);
QpDecoration *qp_decorations_add (GPtrArray *self, QpDecorationType type, QpVec a, QpVec b);
QpDecoration *qp_decorations_add_text (GPtrArray *self, QpDecorationType type, QpVec a, QpVec b, char *text);
QpDecoration *qp_decorations_add_outline (GPtrArray *self, const QpVec *points, guint n_points, gboolean closed);
void qp_decorations_add_selection (GPtrArray *self, QpScene *scene, const QpId *ids, guint n_ids, QpId primary,
                                   double px_in_m);

G_END_DECLS
