/* qp-content.h: what screens play over a day: loops of slots, relays, shares
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-audience.h"
#include "engine/qp-formula.h"

G_BEGIN_DECLS

/**
 * QpContentColumn:
 * @QP_CONTENT_UNFILLED: the loop is longer than what is in it
 * @QP_CONTENT_UNKNOWN: nobody says what plays
 *
 * Where the time of a screen goes: a kind of slot (#QpSlotKind), or one of these.
 */
enum
{
  QP_CONTENT_UNFILLED = QP_N_SLOT_KINDS,
  QP_CONTENT_UNKNOWN,
  QP_CONTENT_COLUMNS,
};

const char *qp_content_column_key (guint column);
const char *qp_content_column_name (guint column);

/**
 * QpContentState:
 * @QP_CONTENT_OFF: the screen is off
 * @QP_CONTENT_CURFEW: it is on, and nothing may play
 * @QP_CONTENT_LOOP: the loop plays
 * @QP_CONTENT_BLOCK: one slot has the screen to itself
 *
 * What a screen does for a while.
 */
typedef enum
{
  QP_CONTENT_OFF,
  QP_CONTENT_CURFEW,
  QP_CONTENT_LOOP,
  QP_CONTENT_BLOCK,
} QpContentState;

/**
 * QpContentSegment:
 * @from: minutes after midnight
 * @to: its end, at most 1440
 * @state: what happens
 * @slot: (nullable): the slot of a block
 * @loop_s: length of the loop; NaN when not known
 * @shares: of the time, by column; all 0 while nothing plays
 *
 * A while in which nothing changes.
 */
typedef struct
{
  int from;
  int to;
  QpContentState state;
  const QpSlot *slot;
  double loop_s;
  double shares[QP_CONTENT_COLUMNS];
} QpContentSegment;

/**
 * QpContentPart:
 * @slot: a slot
 * @in_loop: whether it plays in the loop
 * @minutes: minutes a day on the screen
 * @plays: plays a day; NaN for a block
 * @share: share of the loops that it is in; NaN for a block
 * @plays_per_hour: plays an hour while it is in the loop; NaN for a block
 * @lost_minutes: minutes of a block at which the screen is off or nothing may play
 *
 * What becomes of a slot over a day.
 */
typedef struct
{
  const QpSlot *slot;
  gboolean in_loop;
  double minutes;
  double plays;
  double share;
  double plays_per_hour;
  double lost_minutes;
} QpContentPart;

/**
 * QpContentDay:
 * @content: (nullable): what plays
 * @parts: the parts of the day
 * @hours_known: whether the hours of operation are known; else the screen counts as on all day
 * @on: when it is switched on, minutes after midnight
 * @off: when it is switched off, up to a day later
 * @segments: (element-type QpContentSegment): the day from midnight to midnight
 * @slots: (element-type QpContentPart): each slot
 * @minutes: minutes a day by column
 * @by_part: the same by part of the day
 * @open_minutes: minutes a day at which something may play
 * @curfew_minutes: minutes at which the screen is on and nothing may play
 * @loop_s: the longest loop; NaN when not known
 * @filled_s: what is in it
 * @overfull: whether slots last longer than the typed loop
 *
 * A day of a screen. Borrows content and slots.
 */
typedef struct
{
  const QpContent *content;
  QpDay parts;
  gboolean hours_known;
  int on;
  int off;
  GArray *segments;
  GArray *slots;
  double minutes[QP_CONTENT_COLUMNS];
  double by_part[QP_DAY_PARTS][QP_CONTENT_COLUMNS];
  double open_minutes;
  double curfew_minutes;
  double loop_s;
  double filled_s;
  gboolean overfull;
} QpContentDay;

QpContentDay *qp_content_day_new (const QpContent *content, const QpScreen *screen, const QpProject *project);
void qp_content_day_free (QpContentDay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpContentDay, qp_content_day_free)

#define qp_content_segment(self, i) (&g_array_index ((self)->segments, QpContentSegment, (i)))
#define qp_content_part(self, i) (&g_array_index ((self)->slots, QpContentPart, (i)))

double qp_content_day_percent (const QpContentDay *self, guint column);
GPtrArray *qp_content_day_notes (const QpContentDay *self);
char *qp_content_day_summary (const QpContentDay *self);

/* of a content profile, whatever the screen */
gboolean qp_content_has_slots (const QpContent *self);
gboolean qp_slot_is_block (const QpSlot *self);
double qp_slot_minutes (const QpSlot *self);
QpTier qp_slot_tier (const QpSlot *self, const QpContent *content, gboolean *known);
double qp_content_fresh_hours (const QpContent *self);
double qp_content_loop_s (const QpContent *self);
double qp_content_public_percent (const QpContent *self, const QpScreen *screen, const QpProject *project);
char *qp_content_live_names (const QpContent *self);
char *qp_content_clock (gint64 minutes);
char *qp_content_span (gint64 from, gint64 to);

G_END_DECLS
