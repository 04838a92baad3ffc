/* qp-aim.h: where the next point goes: by pointer, by arrow keys or typed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-entry.h"

G_BEGIN_DECLS

/**
 * QpAimRules:
 * @use: what can be typed, and what Shift does: 15° steps for a line, a square for a box, level or upright for a length
 * @off_grid: whether the grid does not count
 * @from: (nullable): the last point
 *
 * What a tool wants of its next point.
 */
typedef struct
{
  QpEntryUse use;
  gboolean off_grid;
  const QpVec *from;
} QpAimRules;

/**
 * QpAim:
 * @place: where pointer or arrow keys are, metres; drawn to what is near
 * @known: whether there is such a place
 * @by_keys: whether arrow keys lead, until the pointer moves again
 * @modifiers: keys held
 * @snap: what the place was drawn to
 * @entry: what was typed
 *
 * The next point of a tool before it is set. All zero is a fine beginning; qp_aim_clear() ends it.
 */
typedef struct
{
  QpVec place;
  gboolean known;
  gboolean by_keys;
  QpModifiers modifiers;
  QpSnap snap;
  QpEntry entry;
} QpAim;

void qp_aim_clear (QpAim *self);
void qp_aim_follow (QpAim *self, const QpToolContext *context, const QpPointerEvent *event, const QpAimRules *rules);
void qp_aim_begin_by_keys (QpAim *self, const QpToolContext *context);
gboolean qp_aim_step (QpAim *self, const QpToolContext *context, const QpKeyEvent *event);
void qp_aim_set (QpAim *self, QpVec place);
QpVec qp_aim_place (const QpAim *self, const QpAimRules *rules);
void qp_aim_decorate (const QpAim *self, const QpToolContext *context, const QpAimRules *rules, const char *text,
                      GPtrArray *decorations);

G_END_DECLS
