/* qp-command-people.c: how many people of a plan see which screen, how well and for how long
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-number.h"
#include "cli/qp-cli.h"
#include "cli/qp-json.h"
#include "cli/qp-table.h"
#include "engine/qp-people.h"

#include <math.h>

typedef struct
{
  char *plan;
  char *screen;
  gboolean json;
} PeopleOptions;

static void
people_options_clear (PeopleOptions *self)
{
  g_free (self->plan);
  g_free (self->screen);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PeopleOptions, people_options_clear)

typedef struct
{
  QpJson *json;             /* NULL for words */
  const QpNode *plan;       /* NULL for all */
  const QpNode *screen;     /* NULL for all */
  const QpNode *last;       /* the plan that was told last */
  gboolean any;             /* whether somebody has a screen in view */
} Report;

/* -- as JSON -- */

static void
write_columns (QpJson *json, const char *key, const double *numbers, guint n)
{
  qp_json_begin_object (json, key);
  for (guint column = 0; column < n; column++)
    qp_json_number (json, qp_people_column_key (column), numbers[column]);
  qp_json_end_object (json);
}

static void
write_row (QpJson *json, const QpPeopleRow *row)
{
  qp_json_begin_object (json, NULL);
  qp_json_id (json, "audience", row->audience->node.id);
  qp_json_string (json, "name", row->audience->name);
  qp_json_number (json, "stay_s", row->stay_s);
  qp_json_begin_object (json, "parts");
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    {
      qp_json_begin_object (json, qp_day_part_key (part));
      qp_json_number (json, "people_per_h", qp_audience_people_per_h (row->audience, part));
      qp_json_number (json, "hours_on", row->hours[part]);
      qp_json_end_object (json);
    }
  qp_json_end_object (json);
  write_columns (json, "zone", row->zone, QP_PEOPLE_OFF);
  qp_json_number (json, "chance", row->chance);
  qp_json_number (json, "opportunities_per_day", row->visitors);
  qp_json_number (json, "in_view_min", row->minutes);
  qp_json_end_object (json);
}

static void
write_screen (QpJson *json, const char *key, const QpPeopleScreen *screen)
{
  qp_json_begin_object (json, key);
  if (screen->node != NULL)
    {
      qp_json_id (json, "id", screen->node->id);
      qp_json_string (json, "name", ((const QpScreen *) screen->node)->name);
    }
  qp_json_number (json, "in_view_share", screen->in_view);
  qp_json_number (json, "in_view_min", screen->in_view_minutes);
  qp_json_number (json, "opportunities_per_day", screen->visitors);
  qp_json_number (json, "view_s", screen->view_s);
  if (screen->node != NULL)
    {
      qp_json_number (json, "loops_seen", screen->loops);
      qp_json_number (json, "spot_chance", screen->spot_chance);
      qp_json_number (json, "opportunities_per_play", screen->per_play);
    }
  write_columns (json, "share", screen->share, QP_PEOPLE_COLUMNS);
  qp_json_begin_object (json, "minutes");
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    write_columns (json, qp_day_part_key (part), screen->minutes[part], QP_PEOPLE_COLUMNS);
  qp_json_end_object (json);
  if (screen->rows != NULL)
    {
      qp_json_begin_array (json, "audiences");
      for (guint i = 0; i < screen->rows->len; i++)
        write_row (json, qp_people_row (screen, i));
      qp_json_end_array (json);
    }
  qp_json_end_object (json);
}

static void
write_plan (QpJson *json, const QpPeople *people, const Report *report)
{
  g_autoptr (GPtrArray) notes = qp_people_notes (people);
  g_autoptr (GPtrArray) assumptions = qp_people_assumptions (&people->options);

  qp_json_begin_object (json, NULL);
  qp_json_id (json, "id", people->plan->id);
  qp_json_string (json, "name", ((const QpPlan *) people->plan)->name);
  qp_json_string (json, "basis", people->audiences == 0 ? "nobody" : people->by_people ? "visitor_minutes" : "ground");
  qp_json_integer (json, "audiences", people->audiences);
  qp_json_number (json, "visitors_per_day", people->visitors);
  qp_json_begin_object (json, "minutes");
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    qp_json_number (json, qp_day_part_key (part), people->minutes[part]);
  qp_json_end_object (json);
  qp_json_begin_array (json, "screens");
  for (guint i = 0; i < people->screens->len; i++)
    if (report->screen == NULL || report->screen == qp_people_screen (people, i)->node)
      write_screen (json, NULL, qp_people_screen (people, i));
  qp_json_end_array (json);
  write_screen (json, "together", &people->together);
  qp_json_begin_array (json, "notes");
  for (guint i = 0; i < notes->len; i++)
    qp_json_string (json, NULL, g_ptr_array_index (notes, i));
  qp_json_end_array (json);
  qp_json_begin_array (json, "assumptions");
  for (guint i = 0; i < assumptions->len; i++)
    qp_json_string (json, NULL, g_ptr_array_index (assumptions, i));
  qp_json_end_array (json);
  qp_json_end_object (json);
}

/* -- in words -- */

static char *
number_text (double value, guint decimals)
{
  return isnan (value) ? g_strdup ("–") : qp_number_display (value, decimals);
}

static void
add_screen (QpTable *table, const QpPeopleScreen *screen)
{
  g_autofree char *name = screen->node == NULL ? g_strdup (_ ("All together")) : qp_node_display_name (screen->node);
  g_autofree char *share = number_text (screen->in_view * 100, 1);
  g_autofree char *minutes = number_text (screen->in_view_minutes, 0);
  g_autofree char *visitors = number_text (screen->visitors, 0);
  g_autofree char *view = number_text (screen->view_s, 0);
  g_autofree char *loops = number_text (screen->node == NULL ? NAN : screen->loops, 1);
  g_autofree char *spot = number_text (screen->node == NULL ? NAN : screen->spot_chance * 100, 0);

  qp_table_add (table, name, share, minutes, visitors, view, loops, spot, NULL);
}

static void
print_screens (const QpPeople *people, const Report *report)
{
  g_autoptr (QpTable) table = qp_table_new (7, "lrrrrrr");

  qp_table_add (table, _ ("Screen"), _ ("In view, %"), _ ("Visitor-minutes a day"), _ ("Opportunities a day"), _ ("In view, s"),
                _ ("Loops seen"), _ ("Spot chance, %"), NULL);
  for (guint i = 0; i < people->screens->len; i++)
    if (report->screen == NULL || report->screen == qp_people_screen (people, i)->node)
      add_screen (table, qp_people_screen (people, i));
  if (people->screens->len > 1)
    add_screen (table, &people->together);
  qp_table_print (table, 2);
}

/* every factor of one screen */
static void
print_rows (const QpPeopleScreen *screen)
{
  g_autoptr (QpTable) table = qp_table_new (7, "llrrrrr");

  qp_table_add (table, _ ("Audience"), _ ("Part"), _ ("People an hour"), _ ("Hours on"), _ ("Time there, s"), _ ("Zone in view, %"),
                _ ("Chance, %"), NULL);
  for (guint i = 0; i < screen->rows->len; i++)
    for (guint part = 0; part < QP_DAY_PARTS; part++)
      {
        const QpPeopleRow *row = qp_people_row (screen, i);
        g_autofree char *name = qp_node_display_name (&row->audience->node);
        g_autofree char *people = number_text (qp_audience_people_per_h (row->audience, part), 0);
        g_autofree char *hours = number_text (row->hours[part], 1);
        g_autofree char *stay = number_text (row->stay_s, 0);
        g_autofree char *zone = number_text (
            (row->zone[QP_LOOK_NOTICED] + row->zone[QP_LOOK_READABLE] + row->zone[QP_LOOK_PIXEL_FREE]) * 100, 1);
        g_autofree char *chance = number_text (row->chance * 100, 1);
        qp_table_add (table, part == 0 ? name : "", qp_day_part_name (part), people, hours, stay, zone, chance, NULL);
      }
  qp_table_print (table, 2);
}

static void
print_plan (const QpPeople *people, const Report *report)
{
  g_autofree char *name = qp_node_display_name (people->plan);
  g_autoptr (GPtrArray) notes = qp_people_notes (people);

  g_print ("%s\n", name);
  if (people->audiences > 0)
    print_screens (people, report);
  if (report->screen != NULL && people->audiences > 0)
    {
      g_print ("\n");
      print_rows (qp_people_find (people, report->screen));
    }
  for (guint i = 0; i < notes->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (notes, i));
  g_print ("\n");
}

/* the same for all plans */
static void
print_assumptions (const QpProject *project)
{
  QpPeopleOptions options;

  qp_people_options_init (&options, project);
  g_autoptr (GPtrArray) assumptions = qp_people_assumptions (&options);
  for (guint i = 0; i < assumptions->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (assumptions, i));
}

/* -- the command -- */

static gboolean
is_wanted (const Report *self, const QpScreen *screen, const QpNode *plan)
{
  return plan != NULL && plan != self->last && (self->plan == NULL || self->plan == plan)
         && (self->screen == NULL || self->screen == &screen->node);
}

/* each plan once, by its first screen that is asked for */
static void
visit (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  Report *self = data;
  const QpNode *plan = (const QpNode *) context->plan;
  QpPeopleOptions options;

  if (!is_wanted (self, screen, plan))
    return;
  self->last = plan;
  qp_people_options_init (&options, context->project);
  g_autoptr (QpPeople) people = qp_people_new (plan, context, &options, NULL, NULL);
  self->any = self->any || people->together.in_view > 0;
  if (self->json != NULL)
    write_plan (self->json, people, self);
  else
    print_plan (people, self);
}

static QpExit
run_people (const QpCommand *self, char **argv)
{
  g_auto (PeopleOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "plan", 'p', 0, G_OPTION_ARG_STRING, &options.plan, N_ ("Only this plan, by id or name"), N_ ("ID") },
    { "screen", 's', 0, G_OPTION_ARG_STRING, &options.screen, N_ ("Only this screen, by id or name, with every factor"), N_ ("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };
  Report report = { 0 };

  if (!qp_cli_parse (self, entries, &argv) || !qp_cli_count (self, argv, 1, 1))
    return QP_EXIT_FAILED;
  g_autoptr (QpNode) project = qp_cli_open (argv[1]);
  if (project == NULL)
    return QP_EXIT_FAILED;
  g_autoptr (QpCatalogue) catalogue = qp_cli_catalogue (project);
  report.plan = options.plan == NULL ? NULL : qp_cli_find_node (project, QP_KIND_PLAN, options.plan);
  report.screen = options.screen == NULL ? NULL : qp_cli_find_node (project, QP_KIND_SCREEN, options.screen);
  if (catalogue == NULL || (options.plan != NULL && report.plan == NULL) || (options.screen != NULL && report.screen == NULL))
    return QP_EXIT_FAILED;
  g_autoptr (QpJson) json = options.json ? qp_json_new () : NULL;
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };
  report.json = json;
  if (json != NULL)
    {
      qp_json_begin_object (json, NULL);
      qp_json_begin_array (json, "plans");
    }
  qp_cli_each_screen (project, &context, visit, &report);
  if (json == NULL && report.last != NULL)
    print_assumptions (context.project);
  if (json != NULL)
    {
      qp_json_end_array (json);
      qp_json_end_object (json);
      qp_json_print (json);
    }
  return report.any ? QP_EXIT_FINE : QP_EXIT_NO;
}

const QpCommand qp_command_people = {
  .name = "people",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Tell how many people see which screen, how well and for how long"),
  .details = N_ ("Of each plan that has screens: visitor-minutes by part of the day and grade, opportunities to see, loops seen, and the "
                 "screens together. With --screen every factor is told. What is assumed is said, and can be changed in the project."),
  .run = run_people,
};
