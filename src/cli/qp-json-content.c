/* qp-json-content.c: what screens play, as JSON
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-json-content.h"

#include <math.h>

static const char *const states[] = { "off", "curfew", "loop", "block" };
static const char *const verdicts[] = { [QP_VERDICT_NONE] = "unknown", [QP_VERDICT_MEETS] = "yes", [QP_VERDICT_FAILS] = "no",
                                        [QP_VERDICT_UNKNOWN] = "unknown", [QP_VERDICT_NOTE] = "unknown" };

static void
write_columns (QpJson *json, const char *key, const double *numbers)
{
  qp_json_begin_object (json, key);
  for (guint column = 0; column < QP_CONTENT_COLUMNS; column++)
    qp_json_number (json, qp_content_column_key (column), numbers[column]);
  qp_json_end_object (json);
}

static void
write_segments (QpJson *json, const QpContentDay *day)
{
  qp_json_begin_array (json, "segments");
  for (guint i = 0; i < day->segments->len; i++)
    {
      const QpContentSegment *segment = qp_content_segment (day, i);
      g_autofree char *from = qp_content_clock (segment->from), *to = qp_content_clock (segment->to);
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "from", from);
      qp_json_string (json, "to", to);
      qp_json_string (json, "state", states[segment->state]);
      if (segment->slot != NULL)
        qp_json_id (json, "slot", segment->slot->node.id);
      qp_json_number (json, "loop_s", segment->loop_s);
      write_columns (json, "shares", segment->shares);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
}

static void
write_slots (QpJson *json, const QpContentDay *day)
{
  qp_json_begin_array (json, "slots");
  for (guint i = 0; i < day->slots->len; i++)
    {
      const QpContentPart *part = qp_content_part (day, i);
      qp_json_begin_object (json, NULL);
      qp_json_id (json, "id", part->slot->node.id);
      qp_json_string (json, "name", part->slot->name);
      qp_json_string (json, "kind", part->slot->kind == QP_UNSET ? NULL : qp_values_slot_kind[part->slot->kind].key);
      qp_json_number (json, "share", part->share);
      qp_json_number (json, "plays_per_hour", part->plays_per_hour);
      qp_json_number (json, "plays_per_day", part->plays);
      qp_json_number (json, "minutes_per_day", part->minutes);
      qp_json_number (json, "lost_minutes", part->lost_minutes);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
}

static void
write_notes (QpJson *json, const char *key, GPtrArray *notes)
{
  qp_json_begin_array (json, key);
  for (guint i = 0; i < notes->len; i++)
    qp_json_string (json, NULL, g_ptr_array_index (notes, i));
  qp_json_end_array (json);
}

/* each figure with its unit, and the formula and source where it is computed */
static void
write_needs (QpJson *json, const QpContentNeeds *needs)
{
  qp_json_begin_object (json, "needs");
  for (guint i = 0; i < qp_content_need_count (); i++)
    {
      const QpFormula *formula = qp_content_need_formula (i);
      qp_json_begin_object (json, qp_content_need_key (i));
      qp_json_number (json, "value", needs->values[i]);
      qp_json_string (json, "unit", qp_content_need_unit (i));
      if (formula != NULL)
        {
          qp_json_string (json, "formula", formula->expression);
          qp_json_string (json, "source", formula->source);
        }
      qp_json_end_object (json);
    }
  qp_json_end_object (json);
}

static void
write_equipment (QpJson *json, const QpContentNeeds *needs, const QpCatalogue *catalogue)
{
  g_autoptr (GArray) links = qp_content_links (needs), players = qp_content_players (needs, catalogue);

  qp_json_begin_array (json, "interfaces");
  for (guint i = 0; i < links->len; i++)
    {
      const QpContentLink *link = &g_array_index (links, QpContentLink, i);
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "name", link->name);
      qp_json_string (json, "timing", link->timing);
      qp_json_number (json, "gbps", link->gbps);
      qp_json_number (json, "payload_gbps", link->payload_gbps);
      qp_json_number (json, "links", link->links);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  qp_json_begin_array (json, "players");
  for (guint i = 0; i < players->len; i++)
    {
      const QpContentPlayer *player = &g_array_index (players, QpContentPlayer, i);
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "key", player->player->key);
      qp_json_string (json, "can_play", verdicts[player->verdict]);
      qp_json_number (json, "devices", player->devices);
      qp_json_string (json, "reasons", player->reasons);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
}

/**
 * qp_json_content_screen:
 * @self: a text
 * @screen: a screen
 * @context: what is calculated with
 * @with_equipment: whether interfaces and players are told too
 *
 * Writes its day and needs as one object of an array.
 */
void
qp_json_content_screen (QpJson *self, const QpScreen *screen, const QpEngineContext *context, gboolean with_equipment)
{
  const QpContent *content = qp_screen_find_content (screen, context->project);
  g_autoptr (QpContentDay) day = qp_content_day_new (content, screen, context->project);
  g_autoptr (GPtrArray) notes = qp_content_day_notes (day);
  QpContentNeeds needs;

  qp_content_needs_init (&needs, screen, content, day, context);
  qp_json_begin_object (self, NULL);
  qp_json_id (self, "id", screen->node.id);
  qp_json_string (self, "name", screen->name);
  qp_json_string (self, "content", content == NULL ? NULL : content->name);
  qp_json_number (self, "open_min", day->open_minutes);
  qp_json_boolean (self, "hours_known", day->hours_known);
  qp_json_number (self, "loop_s", day->loop_s);
  qp_json_number (self, "filled_s", day->filled_s);
  write_columns (self, "minutes", day->minutes);
  write_segments (self, day);
  write_slots (self, day);
  write_needs (self, &needs);
  if (with_equipment)
    write_equipment (self, &needs, context->catalogue);
  write_notes (self, "notes", notes);
  qp_json_end_object (self);
}

/* parts: how many equal parts it is told in */
static void
write_amount (QpJson *json, const char *key, const QpAmount *amount, guint parts)
{
  const gboolean known = qp_amount_is_known (amount);

  qp_json_begin_object (json, key);
  qp_json_number (json, "low", known ? (double) amount->low / 100 / parts : NAN);
  qp_json_number (json, "likely", known ? (double) amount->likely / 100 / parts : NAN);
  qp_json_number (json, "high", known ? (double) amount->high / 100 / parts : NAN);
  qp_json_end_object (json);
}

/* a month is not rounded, so that twelve of them are the year of the budget */
static void
write_costs (QpJson *json, const QpAmount *year)
{
  write_amount (json, "cost_per_month", year, 12);
  write_amount (json, "cost_per_year", year, 1);
}

static void
write_tier (QpJson *json, const QpContentTier *it)
{
  qp_json_number (json, "minutes", it->minutes);
  write_amount (json, "price_per_minute", &it->price, 1);
  write_costs (json, &it->year);
  qp_json_string (json, "source", it->source);
  qp_json_string (json, "date", it->date);
}

static void
write_profile (QpJson *json, const QpContentProfile *profile)
{
  qp_json_begin_object (json, NULL);
  qp_json_id (json, "id", profile->content->node.id);
  qp_json_string (json, "name", profile->content->name);
  qp_json_integer (json, "screens", profile->screens);
  qp_json_integer (json, "versions", profile->versions);
  qp_json_number (json, "fresh_minutes_per_month", profile->fresh_minutes);
  qp_json_begin_array (json, "tiers");
  for (guint tier = 0; tier <= QP_N_TIERS; tier++)
    {
      const QpContentTier *it = &profile->tiers[tier];
      if (!(it->minutes > 0))
        continue;
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "tier", qp_content_tier_key (tier));
      write_tier (json, it);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  if (profile->adapting.minutes != 0)
    {
      qp_json_begin_object (json, "adapting");
      write_tier (json, &profile->adapting);
      qp_json_end_object (json);
    }
  write_costs (json, &profile->year);
  qp_json_boolean (json, "partial", profile->partial);
  qp_json_end_object (json);
}

static void
write_group (QpJson *json, const QpContentGroup *group)
{
  qp_json_begin_object (json, NULL);
  qp_json_id (json, "content", group->content->node.id);
  qp_json_number (json, "width_px", group->w);
  qp_json_number (json, "height_px", group->h);
  qp_json_boolean (json, "own", group->own);
  qp_json_begin_array (json, "screens");
  for (guint i = 0; i < group->members->len; i++)
    {
      const QpContentMember *member = qp_content_member (group, i);
      qp_json_begin_object (json, NULL);
      qp_json_id (json, "id", member->screen->node.id);
      qp_json_string (json, "name", member->screen->name);
      qp_json_number (json, "px_w", member->px_w);
      qp_json_number (json, "px_h", member->px_h);
      qp_json_number (json, "scale", member->scale);
      qp_json_boolean (json, "exact", member->exact);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  qp_json_end_object (json);
}

static void
write_sum (QpJson *json, const char *key, const QpContentSum *sum, guint screens)
{
  qp_json_begin_object (json, key);
  qp_json_number (json, "sum", sum->missing < screens ? sum->sum : NAN);
  qp_json_integer (json, "not_known", sum->missing);
  qp_json_end_object (json);
}

/**
 * qp_json_content_project:
 * @self: a text
 * @key: (nullable): key of the object
 * @project: what a project has to produce
 *
 * Writes profiles, groups and sums.
 */
void
qp_json_content_project (QpJson *self, const char *key, const QpContentProject *project)
{
  g_autoptr (GPtrArray) assumptions = qp_content_project_assumptions ();

  qp_json_begin_object (self, key);
  qp_json_integer (self, "screens", project->screens);
  qp_json_integer (self, "without_content", project->without);
  write_sum (self, "players", &project->players, project->screens);
  write_sum (self, "decoders", &project->decoders, project->screens);
  write_sum (self, "kept_gb", &project->kept_gb, project->screens);
  qp_json_begin_array (self, "profiles");
  for (guint i = 0; i < project->profiles->len; i++)
    write_profile (self, qp_content_profile (project, i));
  qp_json_end_array (self);
  qp_json_begin_array (self, "groups");
  for (guint i = 0; i < project->groups->len; i++)
    write_group (self, qp_content_group (project, i));
  qp_json_end_array (self);
  write_notes (self, "assumptions", assumptions);
  qp_json_end_object (self);
}
