/* qp-command-content.c: what screens play over a day, what it needs, and which masters the project has to make
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-number.h"
#include "cli/qp-cli.h"
#include "cli/qp-json-content.h"
#include "cli/qp-table.h"

#include <math.h>

static char *
number_text (double value, guint decimals)
{
  return isnan (value) ? g_strdup ("–") : qp_number_display (value, decimals);
}

/* -- in words -- */

static void
print_slots (const QpContentDay *day)
{
  g_autoptr (QpTable) table = qp_table_new (6, "llrrrr");

  if (day->slots->len == 0)
    return;
  qp_table_add (table, _ ("Slot"), _ ("Kind"), _ ("Length, s"), _ ("Share of the loop, %"), _ ("Plays an hour"), _ ("Minutes a day"), NULL);
  for (guint i = 0; i < day->slots->len; i++)
    {
      const QpContentPart *part = qp_content_part (day, i);
      g_autofree char *name = qp_node_display_name (&part->slot->node), *length = number_text (part->slot->duration_s, 1);
      g_autofree char *share = number_text (part->share * 100, 1), *plays = number_text (part->plays_per_hour, 1);
      g_autofree char *minutes = number_text (part->minutes, 0);
      qp_table_add (table, name, part->slot->kind == QP_UNSET ? "–" : _ (qp_values_slot_kind[part->slot->kind].label), length, share, plays,
                    minutes, NULL);
    }
  qp_table_print (table, 2);
}

static void
print_needs (const QpContentNeeds *needs, const QpContentDay *day)
{
  g_autoptr (GPtrArray) cards = qp_content_cards (needs, day);
  g_autoptr (QpTable) table = qp_table_new (3, "lrl");

  for (guint i = 0; i < cards->len; i++)
    {
      const QpCard *card = g_ptr_array_index (cards, i);
      g_autofree char *value = g_strdup_printf ("%s\u2009%s", card->value, card->unit);
      g_autofree char *line = card->chip == NULL ? g_strdup (card->line) : g_strdup_printf ("%s (%s)", card->line, card->chip);
      qp_table_add (table, card->title, g_strstrip (value), line, NULL);
    }
  qp_table_print (table, 2);
}

/* only of one screen: which interfaces and players */
static void
print_equipment (const QpContentNeeds *needs, const QpCatalogue *catalogue)
{
  g_autoptr (GArray) links = qp_content_links (needs), players = qp_content_players (needs, catalogue);
  g_autoptr (QpTable) interfaces = qp_table_new (4, "lrrl"), list = qp_table_new (3, "lll");

  qp_table_add (interfaces, _ ("Interface"), _ ("Rate, Gbit/s"), _ ("Links"), _ ("Timing that is meant"), NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const QpContentLink *link = &g_array_index (links, QpContentLink, i);
      g_autofree char *rate = number_text (link->gbps, 2), *n = number_text (link->links, 0);
      qp_table_add (interfaces, link->name, rate, n, link->timing, NULL);
    }
  qp_table_print (interfaces, 2);
  qp_table_add (list, _ ("Player"), _ ("Can play it"), _ ("Why"), NULL);
  for (guint i = 0; i < players->len; i++)
    {
      const QpContentPlayer *player = &g_array_index (players, QpContentPlayer, i);
      g_autofree char *name = g_strdup_printf ("%s %s", player->player->manufacturer, player->player->model);
      qp_table_add (list, name, player->verdict == QP_VERDICT_MEETS ? _ ("yes") : player->verdict == QP_VERDICT_FAILS ? _ ("no") : _ ("not known"),
                    player->reasons, NULL);
    }
  qp_table_print (list, 2);
}

static void
print_screen (const QpScreen *screen, const QpEngineContext *context, gboolean with_equipment)
{
  const QpContent *content = qp_screen_find_content (screen, context->project);
  g_autoptr (QpContentDay) day = qp_content_day_new (content, screen, context->project);
  g_autoptr (GPtrArray) notes = qp_content_day_notes (day);
  g_autofree char *name = qp_node_display_name (&screen->node), *summary = qp_content_day_summary (day);
  QpContentNeeds needs;

  qp_content_needs_init (&needs, screen, content, day, context);
  g_print ("%s: %s\n", name, summary);
  print_slots (day);
  print_needs (&needs, day);
  if (with_equipment)
    print_equipment (&needs, context->catalogue);
  for (guint i = 0; i < notes->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (notes, i));
  g_print ("\n");
}

static char *
money_text (const QpContentProfile *profile, const char *currency)
{
  const QpAmount *cost = &profile->cost;

  if (!qp_amount_is_known (cost))
    return g_strdup (_ ("not known"));
  g_autofree char *amount = qp_number_display ((double) cost->likely / 100, 0);
  return g_strdup_printf (profile->partial ? _ ("%s %s, a part is not known") : "%s %s", amount, currency == NULL ? "" : currency);
}

static void
print_project (const QpContentProject *project, const char *currency)
{
  g_autoptr (QpTable) profiles = qp_table_new (5, "lrrrl"), groups = qp_table_new (4, "lrrl");
  g_autoptr (GPtrArray) assumptions = qp_content_project_assumptions ();

  qp_table_add (profiles, _ ("Content profile"), _ ("Screens"), _ ("Versions"), _ ("Fresh minutes a month"), _ ("Production a month"), NULL);
  for (guint i = 0; i < project->profiles->len; i++)
    {
      const QpContentProfile *profile = qp_content_profile (project, i);
      g_autofree char *name = qp_node_display_name (&profile->content->node), *screens = g_strdup_printf ("%u", profile->screens);
      g_autofree char *versions = g_strdup_printf ("%u", profile->versions), *minutes = number_text (profile->fresh_minutes, 1);
      g_autofree char *money = money_text (profile, currency);
      qp_table_add (profiles, name, screens, versions, minutes, money, NULL);
    }
  qp_table_print (profiles, 0);
  g_print ("\n");
  qp_table_add (groups, _ ("Master"), _ ("Screens"), _ ("Point by point"), _ ("Content profile"), NULL);
  for (guint i = 0; i < project->groups->len; i++)
    {
      const QpContentGroup *group = qp_content_group (project, i);
      guint exact = 0;
      for (guint j = 0; j < group->members->len; j++)
        exact += qp_content_member (group, j)->exact;
      g_autofree char *raster = isnan (group->w) || isnan (group->h) ? g_strdup (_ ("not known")) : qp_number_display_pair (group->w, group->h);
      g_autofree char *name = qp_node_display_name (&group->content->node);
      g_autofree char *n = g_strdup_printf ("%u", group->members->len), *n_exact = g_strdup_printf ("%u", exact);
      qp_table_add (groups, raster, n, n_exact, name, NULL);
    }
  qp_table_print (groups, 0);
  if (project->without > 0)
    g_print (ngettext ("%u screen has no content profile.\n", "%u screens have no content profile.\n", project->without), project->without);
  for (guint i = 0; i < assumptions->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (assumptions, i));
}

/* -- the command -- */

typedef struct
{
  QpJson *json;           /* NULL for words */
  const QpNode *screen;   /* NULL for all */
} Report;

static void
visit (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  const Report *self = data;

  if (self->screen != NULL && self->screen != &screen->node)
    return;
  if (self->json != NULL)
    qp_json_content_screen (self->json, screen, context, self->screen != NULL);
  else
    print_screen (screen, context, self->screen != NULL);
}

static QpExit
run_content (const QpCommand *self, char **argv)
{
  g_autofree char *screen = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "screen", 's', 0, G_OPTION_ARG_STRING, &screen, N_ ("Only this screen, by id or name, with interfaces and players"), N_ ("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  Report report = { 0 };

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1))
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (argv[1]);
  if (project == NULL)
    return QP_EXIT_FAILED;
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (project);
  report.screen = screen == NULL ? NULL : qp_cli_find_node (project, QP_KIND_SCREEN, screen);
  if (catalogue == NULL || (screen != NULL && report.screen == NULL))
    return QP_EXIT_FAILED;
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };
  g_autoptr (QpContentProject) content = qp_content_project_new (project, &context);
  g_autoptr (QpJson) json = as_json ? qp_json_new () : NULL;
  report.json = json;
  if (json != NULL)
    {
      qp_json_begin_object (json, NULL);
      qp_json_begin_array (json, "screens");
    }
  qp_cli_each_screen (project, &context, visit, &report);
  if (json == NULL && report.screen == NULL)
    print_project (content, context.project->currency);
  if (json != NULL)
    {
      qp_json_end_array (json);
      qp_json_content_project (json, "project", content);
      qp_json_end_object (json);
      qp_json_print (json);
    }
  return content->screens > content->without ? QP_EXIT_FINE : QP_EXIT_NO;
}

const QpCommand qp_command_content = {
  .name = "content",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Tell what screens play over a day, and what has to be produced for it"),
  .details = N_ ("Of each screen: loop, slots, shares, relays, rates, lines, storage, players. Of the project: hours of fresh masters, their cost as "
                 "far as prices are known, versions by shape, and screens that share a master. With --screen also interfaces and the players of the catalogue."),
  .run = run_content,
};
