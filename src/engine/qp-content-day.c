/* qp-content-day.c: the day of a screen, cut where something changes: off, curfew, a block, or the loop of that time
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-content.h"

#include <math.h>

#define DAY_MIN 1440
#define MOST_S 1e-6

/* from and to repeat every day; the same time twice is all day */
static gboolean
is_within (int minute, gint64 from, gint64 to)
{
  gint64 length = to - from;

  while (length <= 0)
    length += DAY_MIN;
  return length >= DAY_MIN || (minute - from % DAY_MIN + DAY_MIN) % DAY_MIN < length;
}

static gboolean
has_times (gint64 from, gint64 to)
{
  return from != QP_UNSET && to != QP_UNSET;
}

static gboolean
is_in_loop (const QpSlot *slot, int minute)
{
  return !isnan (slot->duration_s) && (!has_times (slot->from, slot->until) || is_within (minute, slot->from, slot->until));
}

static double
seconds_of (const QpSlot *slot)
{
  return slot->duration_s * (slot->plays == QP_UNSET ? 1 : (double) slot->plays);
}

/* --- where something changes --- */

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_cut (GArray *cuts, gint64 minute)
{
  const int within = (int) (minute % DAY_MIN);

  if (minute != QP_UNSET)
    g_array_append_val (cuts, within);
}

static GArray *
cuts_of (const QpContentDay *self)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (int));

  add_cut (cuts, 0);
  if (self->hours_known)
    {
      add_cut (cuts, self->on);
      add_cut (cuts, self->off);
    }
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    add_cut (cuts, self->parts.from[part]);
  if (self->content != NULL && has_times (self->content->curfew_from, self->content->curfew_to))
    {
      add_cut (cuts, self->content->curfew_from);
      add_cut (cuts, self->content->curfew_to);
    }
  for (guint i = 0; i < self->slots->len; i++)
    if (has_times (qp_content_part (self, i)->slot->from, qp_content_part (self, i)->slot->until))
      {
        add_cut (cuts, qp_content_part (self, i)->slot->from);
        add_cut (cuts, qp_content_part (self, i)->slot->until);
      }
  g_array_sort (cuts, compare_minutes);
  const int end = DAY_MIN;
  g_array_append_val (cuts, end);
  return cuts;
}

/* --- what happens between two of them --- */

static QpContentState
state_at (const QpContentDay *self, int minute)
{
  const QpContent *content = self->content;

  if (self->hours_known && !is_within (minute, self->on, self->off))
    return QP_CONTENT_OFF;
  return content != NULL && has_times (content->curfew_from, content->curfew_to)
                 && is_within (minute, content->curfew_from, content->curfew_to)
             ? QP_CONTENT_CURFEW
             : QP_CONTENT_LOOP;
}

static QpContentPart *
block_at (const QpContentDay *self, int minute)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      QpContentPart *part = qp_content_part (self, i);
      if (qp_slot_is_block (part->slot) && is_within (minute, part->slot->from, part->slot->until))
        return part;
    }
  return NULL;
}

static double
share_of (const QpSlot *slot, double loop_s)
{
  const QpArgument in[] = { { slot->duration_s, NULL }, { seconds_of (slot) / slot->duration_s, NULL }, { loop_s, NULL } };

  return qp_formula_evaluate (qp_formula_find ("loop_share"), in);
}

static guint
column_of (const QpSlot *slot)
{
  return slot->kind == QP_UNSET ? QP_CONTENT_UNKNOWN : (guint) slot->kind;
}

/* nobody composed the loop: what is typed of public service is known, the rest is not */
static void
fill_untold (const QpContentDay *self, QpContentSegment *segment)
{
  const double percent = self->content == NULL ? NAN : self->content->public_service_percent;
  const double share = isnan (percent) ? 0 : percent / 100;

  segment->shares[QP_SLOT_PUBLIC_SERVICE] = share;
  segment->shares[QP_CONTENT_UNKNOWN] = 1 - share;
  segment->loop_s = self->content == NULL ? NAN : self->content->loop_s;
}

static void
fill_loop (QpContentDay *self, QpContentSegment *segment)
{
  const double typed = self->content == NULL ? NAN : self->content->loop_s;
  double filled = 0;
  gboolean composed = FALSE;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const QpContentPart *part = qp_content_part (self, i);
      composed = composed || part->in_loop;
      filled += is_in_loop (part->slot, segment->from) ? seconds_of (part->slot) : 0;
    }
  if (!composed)
    {
      fill_untold (self, segment);
      return;
    }
  segment->loop_s = isnan (typed) ? (filled > 0 ? filled : NAN) : fmax (typed, filled);
  self->overfull = self->overfull || filled > typed + MOST_S;
  segment->shares[QP_CONTENT_UNFILLED] = isnan (segment->loop_s) ? 1 : fmax (1 - filled / segment->loop_s, 0);
  for (guint i = 0; i < self->slots->len; i++)
    if (is_in_loop (qp_content_part (self, i)->slot, segment->from))
      segment->shares[column_of (qp_content_part (self, i)->slot)] += share_of (qp_content_part (self, i)->slot, segment->loop_s);
  if (!isnan (segment->loop_s) && !(segment->loop_s <= self->loop_s))
    {
      self->loop_s = segment->loop_s;
      self->filled_s = filled;
    }
}

/* --- sums --- */

static guint
part_at (const QpDay *day, int minute)
{
  for (guint part = QP_DAY_PARTS; part-- > 0;)
    if (minute >= day->from[part])
      return part;
  return QP_DAY_PARTS - 1;
}

static void
count_segment (QpContentDay *self, const QpContentSegment *segment)
{
  const double minutes = segment->to - segment->from;
  const guint day_part = part_at (&self->parts, segment->from);

  self->open_minutes += segment->state >= QP_CONTENT_LOOP ? minutes : 0;
  self->curfew_minutes += segment->state == QP_CONTENT_CURFEW ? minutes : 0;
  for (guint column = 0; column < QP_CONTENT_COLUMNS; column++)
    {
      self->minutes[column] += minutes * segment->shares[column];
      self->by_part[day_part][column] += minutes * segment->shares[column];
    }
}

/* sums only; shares and rates follow from them when the day is over. active: by slot, minutes of the loops that it is in */
static void
count_slots (QpContentDay *self, const QpContentSegment *segment, double *active)
{
  const double minutes = segment->to - segment->from;

  for (guint i = 0; i < self->slots->len; i++)
    {
      QpContentPart *part = qp_content_part (self, i);
      if (segment->state == QP_CONTENT_BLOCK && part->slot == segment->slot)
        part->minutes += minutes;
      if (segment->state < QP_CONTENT_LOOP && qp_slot_is_block (part->slot) && is_within (segment->from, part->slot->from, part->slot->until))
        part->lost_minutes += minutes;
      if (segment->state != QP_CONTENT_LOOP || !is_in_loop (part->slot, segment->from) || isnan (segment->loop_s))
        continue;
      part->minutes += minutes * share_of (part->slot, segment->loop_s);
      active[i] += minutes;
      part->plays += minutes * 60 / segment->loop_s * seconds_of (part->slot) / part->slot->duration_s;
    }
}

static void
finish_slots (QpContentDay *self, const double *active)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      QpContentPart *part = qp_content_part (self, i);
      const gboolean plays = part->in_loop && active[i] > 0;
      part->share = plays ? part->minutes / active[i] : NAN;
      part->plays_per_hour = plays ? part->plays * 60 / active[i] : NAN;
      if (!part->in_loop)
        part->plays = NAN;
    }
}

static void
add_segment (QpContentDay *self, int from, int to, double *active)
{
  QpContentSegment segment = { .from = from, .to = to, .state = state_at (self, from), .loop_s = NAN };
  const QpContentPart *block = segment.state == QP_CONTENT_LOOP ? block_at (self, from) : NULL;

  if (block != NULL)
    {
      segment.state = QP_CONTENT_BLOCK;
      segment.slot = block->slot;
      segment.shares[column_of (block->slot)] = 1;
    }
  else if (segment.state == QP_CONTENT_LOOP)
    fill_loop (self, &segment);
  count_segment (self, &segment);
  count_slots (self, &segment, active);
  g_array_append_val (self->segments, segment);
}

static void
take_slots (QpContentDay *self)
{
  QpNodeIter iter;

  if (self->content == NULL)
    return;
  qp_node_iter_init (&iter, self->content->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SLOT)) != NULL;)
    {
      QpContentPart part = { .slot = (const QpSlot *) node };
      part.in_loop = !isnan (part.slot->duration_s);
      g_array_append_val (self->slots, part);
    }
}

/**
 * qp_content_day_new:
 * @content: (nullable): what plays
 * @screen: (nullable): the screen, for its hours of operation; without them it counts as on all day
 * @project: (nullable): whose parts of the day count
 *
 * Returns: (transfer full): the day; good as long as @content
 */
QpContentDay *
qp_content_day_new (const QpContent *content, const QpScreen *screen, const QpProject *project)
{
  QpContentDay *self = g_new0 (QpContentDay, 1);

  self->content = content;
  self->segments = g_array_new (FALSE, FALSE, sizeof (QpContentSegment));
  self->slots = g_array_new (FALSE, FALSE, sizeof (QpContentPart));
  self->loop_s = NAN;
  self->filled_s = NAN;
  qp_day_init (&self->parts, project);
  self->hours_known = screen != NULL && has_times (screen->on_time, screen->off_time);
  self->on = self->hours_known ? (int) screen->on_time % DAY_MIN : 0;
  self->off = self->hours_known ? (int) screen->off_time : DAY_MIN;
  while (self->off <= self->on)
    self->off += DAY_MIN;
  while (self->off > self->on + DAY_MIN)
    self->off -= DAY_MIN;
  take_slots (self);

  g_autoptr (GArray) cuts = cuts_of (self);
  g_autofree double *active = g_new0 (double, MAX (self->slots->len, 1));
  for (guint i = 0; i + 1 < cuts->len; i++)
    if (g_array_index (cuts, int, i) < g_array_index (cuts, int, i + 1))
      add_segment (self, g_array_index (cuts, int, i), g_array_index (cuts, int, i + 1), active);
  finish_slots (self, active);
  if (isnan (self->loop_s) && content != NULL)
    self->loop_s = content->loop_s;
  return self;
}

/**
 * qp_content_day_free:
 * @self: (transfer full) (nullable): a day
 */
void
qp_content_day_free (QpContentDay *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->segments);
  g_array_unref (self->slots);
  g_free (self);
}

/**
 * qp_content_day_percent:
 * @self: a day
 * @column: kind of slot
 *
 * Returns: its share of the time at which something may play, in percent; NaN as long as it is not known of all that time
 */
double
qp_content_day_percent (const QpContentDay *self, guint column)
{
  const gboolean typed = column == QP_SLOT_PUBLIC_SERVICE && self->content != NULL && !isnan (self->content->public_service_percent);

  if (self->open_minutes <= 0 || (self->minutes[QP_CONTENT_UNKNOWN] > 0 && !typed))
    return NAN;
  return 100 * self->minutes[column] / self->open_minutes;
}
