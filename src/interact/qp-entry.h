/* qp-entry.h: lengths, angles and places that are typed while something is drawn
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-tool.h"

G_BEGIN_DECLS

/**
 * QpEntryUse:
 * @QP_ENTRY_FOR_LINE: where a line goes on: all forms but a size
 * @QP_ENTRY_FOR_BOX: the other corner of a rectangle: a size, a place or an offset
 * @QP_ENTRY_FOR_LENGTH: a length and nothing else
 *
 * What can be typed.
 */
typedef enum
{
  QP_ENTRY_FOR_LINE,
  QP_ENTRY_FOR_BOX,
  QP_ENTRY_FOR_LENGTH,
} QpEntryUse;

/**
 * QpEntryForm:
 * @QP_ENTRY_LENGTH: "12.5", or "12.5 Tab 45" and "12.5<45" with an angle clockwise from up
 * @QP_ENTRY_SIZE: "12 Tab 8" or "12x8": width and height
 * @QP_ENTRY_PLACE: "12.5,8": x to the right and y up on the plan
 * @QP_ENTRY_OFFSET: "@12.5,8": the same from the last point
 *
 * How what was typed is meant.
 */
typedef enum
{
  QP_ENTRY_LENGTH,
  QP_ENTRY_SIZE,
  QP_ENTRY_PLACE,
  QP_ENTRY_OFFSET,
} QpEntryForm;

/**
 * QpEntry:
 * @texts: what was typed for the two numbers, each with its unit where one was typed
 * @field: which of them is being typed
 * @form: how they are meant
 *
 * What was typed so far. Metres unless a unit follows: mm, cm, m, km or 毫米, 厘米, 米, 千米. All zero is an empty one.
 */
typedef struct
{
  char texts[2][24];
  guint field;
  QpEntryForm form;
} QpEntry;

gboolean qp_entry_key (QpEntry *self, QpEntryUse use, const QpKeyEvent *event);
gboolean qp_entry_is_empty (const QpEntry *self);
gboolean qp_entry_length (const QpEntry *self, double *metres);
gboolean qp_entry_place (const QpEntry *self, const QpVec *from, QpVec toward, QpVec *place);
char *qp_entry_display (const QpEntry *self);

G_END_DECLS
