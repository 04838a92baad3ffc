/* qp-people-rows.c: what people have of one screen, and every factor of it, as rows
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-people-rows.h"

#include "app/qp-value-row.h"
#include "base/qp-number.h"
#include "engine/qp-quantities.h"

#include <math.h>

/* a number with its unit, or "not known" */
static char *
amount (double value, guint decimals, const char *unit)
{
  g_autofree char *number = isnan (value) ? NULL : qp_number_display (value, decimals);

  return number == NULL ? g_strdup (_ ("not known")) : g_strdup_printf ("%s%s", number, unit);
}

/* --- results --- */

static void
add_result (AdwPreferencesGroup *group, const char *title, const char *subtitle, double value, guint decimals, const char *unit)
{
  g_autofree char *text = amount (value, decimals, unit);

  adw_preferences_group_add (group, qp_value_row_new (title, subtitle, text));
}

static void
add_results (GtkBox *box, const QpPeopleScreen *screen)
{
  g_autofree char *name = qp_node_display_name (screen->node);
  AdwPreferencesGroup *group = qp_value_group_add (box, name, NULL);

  add_result (group, _ ("Share of the audience"), _ ("time in view ÷ time of everybody on the plan"), screen->in_view * 100, 1, "\u202f%");
  add_result (group, _ ("Time in view"), _ ("people × hours on × time there × zone in view"), screen->in_view_minutes, 0,
              _ ("\u202fmin a day"));
  add_result (group, _ ("Opportunities to see"), _ ("visits with the screen in view for long enough"), screen->visitors, 0, _ (" a day"));
  add_result (group, _ ("In view on one visit"), _ ("time in view ÷ opportunities to see"), screen->view_s, 0, "\u202fs");
  add_result (group, _ ("Loops seen on one visit"), _ ("time in view on it ÷ loop of the content"), screen->loops, 1, "");
  add_result (group, _ ("Chance to see a spot"), _ ("house index: (view + spot − 2 × least) ÷ loop, at most 1"), screen->spot_chance * 100, 0,
              "\u202f%");
  add_result (group, _ ("Opportunities for each play"), _ ("opportunities × spot ÷ open time"), screen->per_play, 1, "");
}

/* --- factors --- */

static double
zone_in_view (const QpPeopleRow *row)
{
  return row->zone[QP_LOOK_NOTICED] + row->zone[QP_LOOK_READABLE] + row->zone[QP_LOOK_PIXEL_FREE];
}

/* "120 people/h × 4 h × 120 s × 57 %" */
static char *
product_text (const QpPeopleRow *row, guint part)
{
  g_autofree char *people = amount (qp_audience_people_per_h (row->audience, part), 0, _ (" people/h"));
  g_autofree char *hours = amount (row->hours[part], 1, "\u202fh");
  g_autofree char *stay = amount (row->stay_s, 0, "\u202fs");
  g_autofree char *zone = amount (zone_in_view (row) * 100, 1, "\u202f%");

  return g_strdup_printf ("%s × %s × %s × %s", people, hours, stay, zone);
}

static void
on_edit (GtkButton *button, QpProjectSession *session)
{
  QpId *id = g_object_get_data (G_OBJECT (button), "qp-audience");

  qp_selection_set_one (qp_project_session_selection (session), *id);
}

static GtkWidget *
new_edit_button (QpProjectSession *session, const QpPeopleRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  QpId *id = g_new (QpId, 1);

  *id = row->audience->node.id;
  g_object_set_data_full (G_OBJECT (button), "qp-audience", id, g_free);
  gtk_widget_set_tooltip_text (button, _ ("Edit this audience"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_edit), session, 0);
  return button;
}

static void
add_factor (AdwPreferencesGroup *group, QpProjectSession *session, const QpPeopleRow *row)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *name = qp_node_display_name (&row->audience->node);
  g_autofree char *minutes = amount (row->minutes, 0, _ ("\u202fmin a day"));
  g_autofree char *zone = amount (zone_in_view (row) * 100, 0, "\u202f%");
  g_autofree char *away = amount (row->zone[QP_PEOPLE_AWAY] * 100, 0, "\u202f%");
  g_autofree char *told = g_strdup_printf (_ ("%s; %s of its ground in view, %s walking away"), minutes, zone, away);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), told);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), new_edit_button (session, row));
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    {
      g_autofree char *product = product_text (row, part);
      const double people = qp_audience_people_per_h (row->audience, part);
      g_autofree char *value = amount (people * row->hours[part] * row->stay_s / 60 * zone_in_view (row), 0, "\u202fmin");
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), qp_value_row_new (qp_day_part_name (part), product, value));
    }
  adw_preferences_group_add (group, expander);
}

/**
 * qp_people_rows_fill:
 * @box: a box, whose children are replaced
 * @session: the session, in which an audience is selected to be edited
 * @people: people
 * @screen: (nullable): a screen of them
 *
 * Shows what they have of a screen, and of each audience the factors behind it.
 */
void
qp_people_rows_fill (GtkBox *box, QpProjectSession *session, const QpPeople *people, const QpPeopleScreen *screen)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
  if (screen == NULL || people->audiences == 0)
    return;
  add_results (box, screen);
  AdwPreferencesGroup *group
      = qp_value_group_add (box, _ ("How Was This Computed?"), _ ("Each audience: people an hour × hours on × time there × zone in view"));
  for (guint i = 0; i < screen->rows->len; i++)
    add_factor (group, session, qp_people_row (screen, i));
}
