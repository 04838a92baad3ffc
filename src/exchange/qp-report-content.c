/* qp-report-content.c: of the report, what is played, and that it is safe
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-private.h"

#include "base/qp-amount.h"
#include "exchange/qp-field-words.h"
#include "exchange/qp-report-sheet.h"
#include "render/qp-paint-content-day.h"

#include <math.h>

#define MOST_NAMES 12 /* of screens that share a master */

typedef struct
{
  QpReportData *data;
  const QpReportScreen *screen;
  const QpContentDay *day;
} Day;

static void
paint_day (cairo_t *cr, double width, double height, gpointer data)
{
  const Day *self = data;

  qp_paint_content_day_chart (cr, 0, 0, width, self->screen->name, self->day, &self->data->style);
}

static void
needs_table (QpPages *pages, const QpContentNeeds *needs)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  QpReportPairs pairs;

  qp_report_pairs_init (&pairs, TRUE);
  for (guint i = 0; i < qp_content_need_count (); i++)
    {
      g_autofree char *text = qp_content_need_text (needs, i);
      if (isnan (needs->values[i]))
        qp_report_name_unknown (unknown, qp_content_need_label (i));
      else
        qp_report_pairs_add (&pairs, qp_content_need_label (i), text, QP_PAGE_MARK_NONE);
    }
  qp_report_pairs_put (&pairs, pages, _ ("What it takes to play it"));
  qp_report_tell_unknown (pages, unknown);
}

/* when a slot plays */
static char *
when_text (const QpContentPart *part)
{
  const QpSlot *slot = part->slot;

  if (slot->from == QP_UNSET || slot->until == QP_UNSET)
    return g_strdup (part->in_loop ? _ ("in the loop, all day") : _ ("not known"));
  g_autofree char *span = qp_content_span (slot->from, slot->until);
  return part->in_loop ? g_strdup_printf (_ ("in the loop, %s"), span) : g_steal_pointer (&span);
}

static void
add_slot (QpPageTable *table, const QpContentPart *part, double open_minutes)
{
  g_autofree char *slot = qp_node_display_name (&part->slot->node), *when = when_text (part);
  g_autofree char *name = part->slot->client == NULL ? g_strdup (slot) : g_strdup_printf ("%s · %s", slot, part->slot->client);
  g_autofree char *length = qp_report_number (part->slot->duration_s, 0, "s"), *plays = qp_report_number (part->plays, 0, "");
  g_autofree char *minutes = qp_report_number (part->minutes, 0, "min");
  g_autofree char *share = qp_report_number (open_minutes > 0 ? 100 * part->minutes / open_minutes : NAN, 1, "%");

  qp_page_table_add (table, name, _ (qp_values_slot_kind[part->slot->kind].label), when, part->in_loop ? length : "–",
                     part->in_loop ? plays : "–", minutes, share, NULL);
}

/* the loop composed: each slot, and the day by kind */
static void
slots_table (QpPages *pages, const QpContentDay *day)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lllrrrr", _ ("Slot"), _ ("Kind"), _ ("When"), _ ("Length of a play"),
                                                     _ ("Plays a day"), _ ("Time a day"), _ ("Share of the time"), NULL);

  for (guint i = 0; i < day->slots->len; i++)
    add_slot (table, qp_content_part (day, i), day->open_minutes);
  for (guint column = 0; column < QP_CONTENT_COLUMNS && day->slots->len > 0; column++)
    {
      g_autofree char *minutes = qp_report_number (day->minutes[column], 0, "min");
      g_autofree char *share = qp_report_number (qp_content_day_percent (day, column), 1, "%");
      if (day->minutes[column] > 0)
        qp_page_table_sum (table, qp_content_column_name (column), "", "", "", "", minutes, share, NULL);
    }
  if (qp_page_table_length (table) > 0)
    qp_pages_table (pages, _ ("Slots of the loop, and the day by kind"), table);
}

/* rules about what is played and when, with their verdict */
static void
rules_table (QpPages *pages, const QpReportScreen *one)
{
  static const char *const about[] = { "public_service_percent", "content_themes", "hours", "codec", "bit_rate_mbps", "frame_rate_hz", "hdr",
                                       "stream_transport", "transport_route", "scene_s", "moving_pictures_by_road", "audio", NULL };
  g_autoptr (QpPageTable) table = qp_page_table_new ("llll", _ ("Rule"), _ ("Measured"), _ ("Required"), _ ("Verdict"), NULL);

  for (guint i = 0; one->verdicts != NULL && i < one->verdicts->len; i++)
    {
      const QpRuleVerdict *verdict = one->verdicts->pdata[i];
      if (verdict->outcome <= QP_RULE_NOT_KNOWN && verdict->rule->quantity != NULL && g_strv_contains (about, verdict->rule->quantity))
        qp_report_add_verdict (table, verdict, FALSE);
    }
  if (qp_page_table_length (table) > 0)
    qp_pages_table (pages, _ ("Rules on what is played"), table);
}

static void
screen_part (QpReportData *self, QpPages *pages, const QpReportScreen *one)
{
  const QpContent *content = qp_screen_find_content (one->screen, self->project);
  double width, height;

  if (content == NULL)
    return;
  g_autoptr (QpContentDay) day = qp_content_day_new (content, one->screen, self->project);
  g_autoptr (GPtrArray) notes = qp_content_day_notes (day);
  Day figure = { self, one, day };
  QpContentNeeds needs;

  qp_content_needs_init (&needs, one->screen, content, day, &one->context);
  qp_pages_heading (pages, 2, one->name);
  qp_pages_room (pages, &width, &height);
  qp_pages_figure (pages, _ ("What is played over a day"), qp_content_day_chart_height (day, width, &self->style), paint_day, &figure);
  slots_table (pages, day);
  for (guint i = 0; i < notes->len; i++)
    qp_pages_note (pages, notes->pdata[i]);
  rules_table (pages, one);
  needs_table (pages, &needs);
}

static void
add_master (QpPageTable *table, const QpContentGroup *group)
{
  g_autofree char *name = qp_node_display_name (&group->content->node), *n = qp_report_count (group->members->len);
  g_autofree char *raster = isnan (group->w) ? g_strdup (_ ("not known")) : g_strdup_printf ("%.0f × %.0f px", group->w, group->h);
  g_autoptr (GString) which = g_string_new (NULL);

  for (guint k = 0; k < MIN (group->members->len, MOST_NAMES); k++)
    {
      g_autofree char *screen = qp_node_display_name (&qp_content_member (group, k)->screen->node);
      g_string_append_printf (which, "%s%s", k > 0 ? "; " : "", screen);
    }
  if (group->members->len > MOST_NAMES)
    g_string_append (which, "; …");
  qp_page_table_add (table, name, raster, n, which->str, NULL);
}

static void
masters_table (QpPages *pages, const QpContentProject *project)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("llrl", _ ("Content"), _ ("Master"), _ ("Screens"), _ ("Which"), NULL);

  for (guint i = 0; i < project->groups->len; i++)
    add_master (table, qp_content_group (project, i));
  if (qp_page_table_length (table) > 0)
    qp_pages_table (pages, _ ("Screens that share a master"), table);
}

static char *
cost_text (const QpReportData *self, const QpContentProfile *profile)
{
  g_autofree char *amount = qp_amount_display (profile->cost.likely);
  const char *currency = self->project->currency != NULL ? self->project->currency : "";

  if (profile->cost.likely == QP_NO_AMOUNT)
    return g_strdup (_ ("not known"));
  return g_strdup_printf ("%s%s %s", profile->partial ? "≥ " : "", amount, currency);
}

static void
production_table (QpReportData *self, QpPages *pages, const QpContentProject *project)
{
  g_autoptr (QpPageTable) table = qp_page_table_new ("lrrr", _ ("Content"), _ ("Screens"), _ ("Fresh minutes a month"), _ ("Production a month"), NULL);

  for (guint i = 0; i < project->profiles->len; i++)
    {
      const QpContentProfile *profile = qp_content_profile (project, i);
      g_autofree char *name = qp_node_display_name (&profile->content->node), *n = qp_report_count (profile->screens);
      g_autofree char *minutes = qp_report_number (profile->fresh_minutes, 0, "");
      g_autofree char *cost = cost_text (self, profile);
      qp_page_table_add (table, name, n, minutes, cost, NULL);
    }
  if (qp_page_table_length (table) > 0)
    qp_pages_table (pages, _ ("What has to be produced"), table);
}

/* --- profiles: how it is made, and the loop --- */

#define BESIDE 4 /* profiles in one table */

/* a row for each field that one of these profiles states */
static void
fields_table (QpPages *pages, const QpContentProject *project, guint first)
{
  const guint n = MIN (BESIDE, project->profiles->len - first);
  g_autoptr (QpPageTable) table = qp_page_table_new (&"lllll"[BESIDE - n], _ ("Content profile"), NULL);
  const QpKindInfo *kind = qp_kind_info (QP_KIND_CONTENT);
  const char *cells[BESIDE + 1];

  for (guint k = 0; k < n; k++)
    table->titles[k + 1] = qp_node_display_name (&qp_content_profile (project, first + k)->content->node);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const QpField *field = &kind->fields[i];
      g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
      gboolean stated = FALSE;
      cells[0] = qp_field_label (field);
      for (guint k = 0; k < n; k++)
        {
          g_ptr_array_add (kept, qp_field_words (&qp_content_profile (project, first + k)->content->node, field));
          stated = stated || kept->pdata[k] != NULL;
          cells[k + 1] = qp_report_text (kept->pdata[k]);
        }
      if (stated && (int) i != kind->name_field)
        qp_page_table_add_texts (table, cells, n + 1);
    }
  qp_pages_table (pages, _ ("Content profiles"), table);
}
static void
safety_part (QpPages *pages)
{
  static const char *const items[] = {
    N_ ("Three reviews and three proofreadings of all content; the playlist is released by a named person."),
    N_ ("Playout and screen are in a network of their own, protected by its grade; no remote access without a record."),
    N_ ("Emergency blackout by one switch at the screen and one in the control room; drilled and recorded."),
    N_ ("Logs of playout, access and alarms are kept as long as the law asks."),
    N_ ("A duty rota for all hours of operation, with telephone numbers on the spot."),
  };

  qp_pages_heading (pages, 2, _ ("Playout safety"));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    qp_pages_item (pages, _ (items[i]));
  qp_pages_note (pages, _ ("This list is ours, after the wording of cities; operators have to state for each how it is kept."));
}

/* what is played when, what it takes, and how it is kept safe */
void
qp_report_content (QpReportData *self, QpPages *pages)
{
  const QpContentProject *project = self->content;

  qp_pages_heading (pages, 1, _ ("Content and playout safety"));
  if (project->screens == 0)
    qp_pages_paragraph (pages, _ ("No screen has a content profile: what is played is not known."));
  for (guint i = 0; i < project->profiles->len; i += BESIDE)
    fields_table (pages, project, i);
  production_table (self, pages, project);
  masters_table (pages, project);
  for (guint i = 0; self->detailed && i < self->screens->len && !qp_pages_is_cancelled (pages); i++)
    screen_part (self, pages, qp_report_screen (self, i));
  safety_part (pages);
}
