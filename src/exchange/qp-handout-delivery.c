/* qp-handout-delivery.c: what a studio delivers: one sheet for each group of screens that share a master
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-private.h"

#include "base/qp-number.h"
#include "engine/qp-content-project.h"

#include <math.h>

#define THIN "\u2009"

static const QpHandoutColumn sheet_columns[] = {
  { "master", N_ ("Master"), 26, TRUE },
  { "item", N_ ("Item"), 24, FALSE },
  { "value", N_ ("What is to be delivered"), 44, FALSE },
  { "from", N_ ("Where it comes from"), 34, FALSE },
};

static const QpHandoutColumn slot_columns[] = {
  { "master", N_ ("Master"), 26, TRUE },         { "slot", N_ ("Slot"), 22, FALSE },
  { "kind", N_ ("Kind"), 18, FALSE },            { "length_s", N_ ("Length, s"), 10, FALSE },
  { "plays", N_ ("Plays in a loop"), 10, FALSE }, { "times", N_ ("Times"), 14, FALSE },
  { "tier", N_ ("How it is produced"), 18, FALSE }, { "masters_per_month", N_ ("New masters a month"), 12, FALSE },
  { "client", N_ ("Client"), 18, FALSE },
};

static const QpHandoutColumn screen_columns[] = {
  { "master", N_ ("Master"), 26, TRUE },  { "site", N_ ("Site"), 22, FALSE },       { "screen", N_ ("Screen"), 22, FALSE },
  { "px_w", N_ ("Pixels across"), 12, FALSE }, { "px_h", N_ ("Pixels down"), 12, FALSE }, { "scale", N_ ("Scale"), 10, FALSE },
  { "fit", N_ ("Picture on the screen"), 30, FALSE },
};

typedef struct
{
  const QpContentGroup *group;
  const char *name;
  QpHandoutTable *sheet;
} Work;

static char *
raster_text (double w, double h)
{
  g_autofree char *pair = qp_number_display_pair (w, h);

  return isnan (w) || isnan (h) ? NULL : g_strconcat (pair, THIN "px", NULL);
}

/* "8K programme 7680 × 4320": profile and raster tell masters apart */
static char *
master_name (const QpContentGroup *group)
{
  g_autofree char *profile = qp_node_display_name (&group->content->node), *raster = raster_text (group->w, group->h);

  return raster == NULL ? g_strdup (profile) : g_strdup_printf ("%s · %s", profile, raster);
}

/* takes value; without one it is not known, and the studio has to ask */
static void
put (const Work *work, const char *item, char *value, const char *from)
{
  qp_handout_put (work->sheet, work->name);
  qp_handout_put (work->sheet, item);
  qp_handout_put (work->sheet, value == NULL || *value == '\0' ? _ ("not known: to be agreed") : value);
  qp_handout_put (work->sheet, value == NULL || *value == '\0' ? NULL : from);
  qp_handout_end_row (work->sheet);
  g_free (value);
}

static char *
number_text (double value, guint decimals, const char *unit)
{
  g_autofree char *number = qp_number_display (value, decimals);

  return isnan (value) ? NULL : g_strdup_printf ("%s" THIN "%s", number, unit);
}

static char *
choice_text (const QpEnumValue *values, gint64 choice)
{
  return choice == QP_UNSET ? NULL : g_strdup (_ (values[choice].label));
}

/* no text nearer to the edges than the margin of the profile */
static char *
safe_text (const QpContentGroup *group)
{
  const double percent = isnan (group->content->safe_percent) ? 5 : group->content->safe_percent;
  const double x = ceil (group->w * percent / 100), y = ceil (group->h * percent / 100);
  g_autofree char *across = qp_number_display (x, 0), *down = qp_number_display (y, 0), *inner = raster_text (group->w - 2 * x, group->h - 2 * y);

  if (inner == NULL)
    return NULL;
  return g_strdup_printf (_ ("%s within it; %s px free at left and right, %s px at top and bottom"), inner, across, down);
}

static char *
colour_text (const QpContent *content)
{
  if (content->hdr == QP_UNSET)
    return NULL;
  return g_strdup (g_strcmp0 (qp_values_hdr[content->hdr].key, "sdr") == 0 ? _ ("BT.709 primaries, D65") : _ ("BT.2020 primaries, D65 (BT.2100)"));
}

static char *
sound_text (const QpContent *content)
{
  g_autofree char *how = choice_text (qp_values_audio, content->audio);

  if (how == NULL || content->audio == QP_AUDIO_NONE)
    return g_steal_pointer (&how);
  return g_strdup_printf ("%s; %s", how, content->sound_format == NULL ? _ ("format to be agreed") : content->sound_format);
}

static char *
files_text (const QpContentGroup *group)
{
  const QpContent *content = group->content;

  if (content->file_pattern != NULL && *content->file_pattern != '\0')
    return g_strdup (content->file_pattern);
  if (isnan (group->w) || isnan (group->h))
    return NULL;
  return g_strdup_printf ("SLOT_%dx%d_%gp_%s_v01", (int) group->w, (int) group->h, isnan (content->frame_rate_hz) ? 0 : content->frame_rate_hz,
                          content->hdr == QP_UNSET ? "curve" : qp_values_hdr[content->hdr].key);
}

/* shaped screens: the grid and boxes that look straight from the eye point */
static char *
template_text (const QpContentGroup *group)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < group->members->len; i++)
    {
      const QpScreen *screen = qp_content_member (group, i)->screen;
      g_autofree char *name = qp_node_display_name (&screen->node);
      if (screen->shape != QP_UNSET && screen->shape != QP_SCREEN_FLAT)
        g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", name, _ (qp_values_shape[screen->shape].label));
    }
  if (text->len > 0)
    g_string_prepend (text, _ ("pixel map and template of: "));
  else
    g_string_append (text, _ ("flat, none needed"));
  return g_string_free (text, FALSE);
}

static void
put_sheet (const Work *work)
{
  const QpContentGroup *group = work->group;
  const QpContent *content = group->content;
  const char *profile = _ ("content profile");
  const gboolean typed = content->width_px == group->w && content->height_px == group->h;
  const gboolean named = content->file_pattern != NULL && *content->file_pattern != '\0';
  const double loop = qp_content_loop_s (content);

  put (work, _ ("Raster"), raster_text (group->w, group->h), typed ? profile : _ ("pixels of the largest screen"));
  put (work, _ ("Safe area"), safe_text (group), _ ("margin of the content profile"));
  put (work, _ ("Shape template"), template_text (group), _ ("shape of the screens"));
  put (work, _ ("Frame rate"), number_text (content->frame_rate_hz, 2, "Hz"), profile);
  put (work, _ ("Bit depth"), number_text (content->bit_depth == QP_UNSET ? NAN : (double) content->bit_depth, 0, "bit"), profile);
  put (work, _ ("Chroma sampling"), choice_text (qp_values_chroma, content->chroma), profile);
  put (work, _ ("Transfer curve"), choice_text (qp_values_hdr, content->hdr), profile);
  put (work, _ ("Colour"), colour_text (content), _ ("follows from the curve: ITU-R BT.709, BT.2100"));
  put (work, _ ("Codec"), choice_text (qp_values_codec, content->codec), profile);
  put (work, _ ("Bit rate"), number_text (content->bit_rate_mbps, 1, "Mbit/s"), content->bit_rate_source == NULL ? _ ("content profile, without a source") : content->bit_rate_source);
  put (work, _ ("Sound"), sound_text (content), profile);
  put (work, _ ("Names of the files"), files_text (group), named ? profile : _ ("proposal of the program"));
  put (work, _ ("Loop"), number_text (loop, 1, "s"), qp_content_has_slots (content) ? _ ("slots of the content profile") : profile);
  put (work, _ ("How it is produced"), choice_text (qp_values_tier, content->tier), profile);
  put (work, _ ("Contact"), g_strdup (content->contact), profile);
}

static void
put_slots (QpHandoutTable *table, const char *name, const QpContent *content)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, content->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SLOT)) != NULL;)
    {
      const QpSlot *slot = (const QpSlot *) node;
      const gboolean timed = slot->from != QP_UNSET && slot->until != QP_UNSET;
      g_autofree char *times = timed ? qp_content_span (slot->from, slot->until) : g_strdup (_ ("all day"));
      g_autofree char *kind = choice_text (qp_values_slot_kind, slot->kind);
      gboolean known;
      const QpTier tier = qp_slot_tier (slot, content, &known);
      qp_handout_put (table, name);
      qp_handout_put_node (table, node);
      qp_handout_put (table, kind);
      qp_handout_put_number (table, qp_slot_minutes (slot) * 60, 1);
      qp_handout_put_number (table, qp_slot_is_block (slot) ? NAN : slot->plays == QP_UNSET ? 1 : (double) slot->plays, 0);
      qp_handout_put (table, times);
      qp_handout_put (table, known ? qp_content_tier_name (tier) : NULL);
      qp_handout_put_number (table, slot->fresh_per_month, 1);
      qp_handout_put (table, slot->client);
      qp_handout_end_row (table);
    }
}

static void
put_screens (QpHandoutTable *table, const char *name, const QpContentGroup *group)
{
  for (guint i = 0; i < group->members->len; i++)
    {
      const QpContentMember *member = qp_content_member (group, i);
      g_autofree char *percent = qp_number_display (member->scale * 100, 1);
      g_autofree char *scaled = g_strdup_printf (_ ("scaled to %s %%"), percent);
      qp_handout_put (table, name);
      qp_handout_put_node (table, (const QpNode *) member->site);
      qp_handout_put_node (table, &member->screen->node);
      qp_handout_put_number (table, member->px_w, 0);
      qp_handout_put_number (table, member->px_h, 0);
      qp_handout_put_number (table, member->scale, 3);
      qp_handout_put (table, isnan (member->scale) ? _ ("not known: choose a cabinet") : member->exact ? _ ("point by point") : scaled);
      qp_handout_end_row (table);
    }
}

/* a row of the list of documents */
QpHandout *
qp_handout_delivery (const QpHandoutSource *source)
{
  QpHandout *self = qp_handout_new (_ ("Delivery Sheet for Studios"), source->project, source->today);
  const QpEngineContext context = { .project = (const QpProject *) source->project, .catalogue = source->catalogue };
  g_autoptr (QpContentProject) content = qp_content_project_new (source->project, &context);
  g_autoptr (GPtrArray) assumptions = qp_content_project_assumptions ();
  QpHandoutTable *sheet = qp_handout_add_table (self, "masters", _ ("Masters"), sheet_columns, G_N_ELEMENTS (sheet_columns));
  QpHandoutTable *slots = qp_handout_add_table (self, "slots", _ ("Loop and Spots"), slot_columns, G_N_ELEMENTS (slot_columns));
  QpHandoutTable *screens = qp_handout_add_table (self, "screens", _ ("Screens That Share a Master"), screen_columns, G_N_ELEMENTS (screen_columns));

  qp_handout_add_note (self, g_ptr_array_index (assumptions, 0));
  if (content->groups->len == 0)
    qp_handout_add_note (self, _ ("No screen has a content profile yet: choose one for each screen."));
  for (guint i = 0; i < content->groups->len; i++)
    {
      const QpContentGroup *group = qp_content_group (content, i);
      g_autofree char *name = master_name (group);
      const Work work = { group, name, sheet };
      put_sheet (&work);
      put_slots (slots, name, group->content);
      put_screens (screens, name, group);
    }
  return self;
}
