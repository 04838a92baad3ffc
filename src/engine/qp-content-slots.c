/* qp-content-slots.c: what a content profile says by itself: fresh material, loop, relays
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-content.h"

#include <math.h>

#define DAY_MIN 1440

static const struct
{
  const char *key;
  const char *name;
} extra[] = {
  { "unfilled", N_ ("Not filled") },
  { "unknown", N_ ("Not known") },
};

/**
 * qp_content_column_key:
 * @column: a kind of slot, QP_CONTENT_UNFILLED or QP_CONTENT_UNKNOWN
 *
 * Returns: its name for programs
 */
const char *
qp_content_column_key (guint column)
{
  return column < QP_N_SLOT_KINDS ? qp_values_slot_kind[column].key : extra[column - QP_N_SLOT_KINDS].key;
}

/**
 * qp_content_column_name:
 * @column: the same
 *
 * Returns: its translated name
 */
const char *
qp_content_column_name (guint column)
{
  return _ (column < QP_N_SLOT_KINDS ? qp_values_slot_kind[column].label : extra[column - QP_N_SLOT_KINDS].name);
}

/**
 * qp_content_clock:
 * @minutes: minutes after midnight; of the next day from 1440 on
 *
 * Returns: (transfer full): "07:30"
 */
char *
qp_content_clock (gint64 minutes)
{
  return g_strdup_printf ("%02d:%02d", (int) (minutes / 60), (int) (minutes % 60));
}

/**
 * qp_content_span:
 * @from: minutes after midnight
 * @to: the end
 *
 * Returns: (transfer full): "07:30–22:30"
 */
char *
qp_content_span (gint64 from, gint64 to)
{
  g_autofree char *first = qp_content_clock (from), *last = qp_content_clock (to);

  return g_strdup_printf ("%s–%s", first, last);
}

/**
 * qp_slot_is_block:
 * @self: a slot
 *
 * Returns: whether it has the screen to itself from one time to another: it has times and no length
 */
gboolean
qp_slot_is_block (const QpSlot *self)
{
  return isnan (self->duration_s) && self->from != QP_UNSET && self->until != QP_UNSET;
}

/**
 * qp_slot_minutes:
 * @self: a slot
 *
 * Returns: length of a play in minutes, of a block from its times; NaN when not known
 */
double
qp_slot_minutes (const QpSlot *self)
{
  if (!isnan (self->duration_s))
    return self->duration_s / 60;
  if (!qp_slot_is_block (self))
    return NAN;
  const gint64 length = (self->until - self->from) % DAY_MIN;
  return (double) (length <= 0 ? length + DAY_MIN : length);
}

/**
 * qp_slot_tier:
 * @self: a slot
 * @content: the profile that it is in
 * @known: (out): whether one of them says it
 *
 * Returns: how it is produced
 */
QpTier
qp_slot_tier (const QpSlot *self, const QpContent *content, gboolean *known)
{
  const gint64 tier = self != NULL && self->tier != QP_UNSET ? self->tier : content->tier;

  *known = tier != QP_UNSET;
  return *known ? (QpTier) tier : QP_TIER_2D;
}

/**
 * qp_content_has_slots:
 * @self: a content profile
 *
 * Returns: whether its loop is composed of slots
 */
gboolean
qp_content_has_slots (const QpContent *self)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, self->node.children);
  return qp_node_iter_next_of (&iter, QP_KIND_SLOT) != NULL;
}

/**
 * qp_content_fresh_hours:
 * @self: a content profile
 *
 * Slots that say how many new masters they take count before the typed hours.
 *
 * Returns: hours of fresh masters a month; NaN when not known
 */
double
qp_content_fresh_hours (const QpContent *self)
{
  double sum = 0;
  gboolean any = FALSE;
  QpNodeIter iter;

  qp_node_iter_init (&iter, self->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SLOT)) != NULL;)
    {
      const QpSlot *slot = (const QpSlot *) node;
      const double minutes = qp_slot_minutes (slot);
      if (isnan (slot->fresh_per_month) || isnan (minutes))
        continue;
      const QpArgument in[] = { { slot->fresh_per_month, NULL }, { minutes * 60, NULL } };
      sum += qp_formula_evaluate (qp_formula_find ("fresh_hours_of_masters"), in);
      any = TRUE;
    }
  return any ? sum : self->fresh_hours_per_month;
}

/**
 * qp_content_loop_s:
 * @self: a content profile
 *
 * Returns: length of its loop in seconds: the typed one, or longer where slots take longer; NaN when not known
 */
double
qp_content_loop_s (const QpContent *self)
{
  g_autoptr (QpContentDay) day = qp_content_has_slots (self) ? qp_content_day_new (self, NULL, NULL) : NULL;

  return day == NULL || isnan (day->loop_s) ? self->loop_s : day->loop_s;
}

/**
 * qp_content_public_percent:
 * @self: a content profile
 * @screen: (nullable): a screen that plays it
 * @project: (nullable): the project
 *
 * Returns: share of public service of the time at which something plays: as slots make it, or else as typed; NaN when not known
 */
double
qp_content_public_percent (const QpContent *self, const QpScreen *screen, const QpProject *project)
{
  if (!qp_content_has_slots (self))
    return self->public_service_percent;
  g_autoptr (QpContentDay) day = qp_content_day_new (self, screen, project);
  return qp_content_day_percent (day, QP_SLOT_PUBLIC_SERVICE);
}

/**
 * qp_content_live_names:
 * @self: a content profile
 *
 * Returns: (transfer full) (nullable): what is relayed live: as typed, and the slots that are relays; %NULL when nothing is
 */
char *
qp_content_live_names (const QpContent *self)
{
  GString *names = g_string_new (self->live_relays);
  QpNodeIter iter;

  qp_node_iter_init (&iter, self->node.children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SLOT)) != NULL;)
    if (((QpSlot *) node)->kind == QP_SLOT_LIVE_RELAY)
      {
        g_autofree char *name = qp_node_display_name (node);
        if (g_strcmp0 (name, self->live_relays) != 0)
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      }
  if (names->len > 0)
    return g_string_free (names, FALSE);
  g_string_free (names, TRUE);
  return NULL;
}
