/* qp-content-words.c: the day of a screen in words, and what is wrong with it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-content.h"

#include "base/qp-number.h"

#include <math.h>

static void
note_loop (GPtrArray *notes, const QpContentDay *self)
{
  g_autofree char *loop = qp_number_display_shortest (self->content->loop_s), *filled = qp_number_display_shortest (self->filled_s);
  g_autofree char *gap = qp_number_display_shortest (self->loop_s - self->filled_s);

  if (self->overfull)
    g_ptr_array_add (notes, g_strdup_printf (_ ("The slots take %s\u2009s, the loop is %s\u2009s: it plays longer than planned. Shorten slots or lengthen the loop."), filled, loop));
  else if (self->loop_s > self->filled_s + 1e-6)
    g_ptr_array_add (notes, g_strdup_printf (_ ("%s\u2009s of the loop are not filled."), gap));
}

static void
note_slot (GPtrArray *notes, const QpContentDay *self, const QpContentPart *part)
{
  g_autofree char *name = qp_node_display_name (&part->slot->node);

  if (!part->in_loop && !qp_slot_is_block (part->slot))
    g_ptr_array_add (notes, g_strdup_printf (_ ("%s: type its length, or from when until when it has the screen to itself."), name));
  else if (!isnan (part->slot->duration_s) && (part->slot->from == QP_UNSET) != (part->slot->until == QP_UNSET))
    g_ptr_array_add (notes, g_strdup_printf (_ ("%s: only one of its times is known; it counts for all day."), name));
  if (part->lost_minutes > 0)
    {
      g_autofree char *minutes = qp_number_display (part->lost_minutes, 0), *span = qp_content_span (part->slot->from, part->slot->until);
      g_ptr_array_add (notes, g_strdup_printf (_ ("%s (%s): for %s min of it the screen is off or nothing may play."), name, span, minutes));
    }
  else if (qp_slot_is_block (part->slot) && part->minutes + 0.5 < qp_slot_minutes (part->slot))
    g_ptr_array_add (notes, g_strdup_printf (_ ("%s: another slot has the screen for part of its time."), name));
}

static void
note_share (GPtrArray *notes, const QpContentDay *self)
{
  const double typed = self->content->public_service_percent, composed = qp_content_day_percent (self, QP_SLOT_PUBLIC_SERVICE);
  g_autofree char *has = qp_number_display (composed, 1), *wants = qp_number_display_shortest (typed);

  if (self->slots->len > 0 && composed < typed - 0.05)
    g_ptr_array_add (notes, g_strdup_printf (_ ("Public service has %s\u2009%% of the time, less than the %s\u2009%% that are meant."), has, wants));
}

/**
 * qp_content_day_notes:
 * @self: a day
 *
 * Returns: (transfer full) (element-type utf8): what is missing or does not fit, as sentences
 */
GPtrArray *
qp_content_day_notes (const QpContentDay *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  if (self->content == NULL)
    {
      g_ptr_array_add (notes, g_strdup (_ ("No content is chosen: choose a content profile for the screen.")));
      return notes;
    }
  if (!self->hours_known)
    g_ptr_array_add (notes, g_strdup (_ ("The hours of operation are not known: the screen counts as on all day.")));
  if (self->slots->len == 0)
    g_ptr_array_add (notes, g_strdup (_ ("The loop is not composed yet: add slots to the content profile.")));
  else if (!isnan (self->filled_s))
    note_loop (notes, self);
  for (guint i = 0; i < self->slots->len; i++)
    note_slot (notes, self, qp_content_part (self, i));
  note_share (notes, self);
  return notes;
}

/**
 * qp_content_day_summary:
 * @self: a day
 *
 * Returns: (transfer full): "15.0 h a day · loop 120 s · public service 30 %"
 */
char *
qp_content_day_summary (const QpContentDay *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *hours = qp_number_display (self->open_minutes / 60, 1), *loop = qp_number_display_shortest (self->loop_s);
  const double percent = qp_content_day_percent (self, QP_SLOT_PUBLIC_SERVICE);
  g_autofree char *share = qp_number_display (percent, 0);

  if (self->hours_known)
    g_string_append_printf (text, _ ("%s\u2009h a day"), hours);
  else
    g_string_append (text, _ ("hours not known"));
  if (!isnan (self->loop_s))
    g_string_append_printf (text, _ (" · loop %s\u2009s"), loop);
  else
    g_string_append (text, _ (" · loop not known"));
  if (!isnan (percent))
    g_string_append_printf (text, _ (" · public service %s\u2009%%"), share);
  return g_string_free (text, FALSE);
}
