/* qp-sight-menu.c: the menu of the map of what is seen, for every place that it is offered at
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-sight-menu.h"

#include "base/qp-number.h"
#include "engine/qp-sight-measure.h"

#define MEASURES_AT_ONCE 6 /* the others are in a menu of their own */

static void
add_choice (GMenu *menu, const char *label, const char *action, const char *value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
}

static GMenu *
add_section (GMenu *menu, const char *label)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
  return section; /* the menu holds it */
}

static void
add_switch (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);
  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static void
add_measures (GMenu *menu)
{
  GMenu *section = add_section (menu, _ ("What Is Mapped"));
  g_autoptr (GMenu) more = g_menu_new ();
  for (guint i = 0; i < qp_sight_measure_count (); i++)
    {
      const QpSightMeasure *measure = qp_sight_measure_at (i);
      add_choice (i < MEASURES_AT_ONCE ? section : more, _ (measure->label), "win.sight-measure", measure->key);
    }
  g_menu_append_submenu (section, _ ("_More"), G_MENU_MODEL (more));
}

static void
add_characters (GMenu *menu)
{
  static const char *const heights[] = { "0.05", "0.1", "0.2", "0.5", "1" };
  g_autoptr (GMenu) characters = g_menu_new ();
  add_choice (characters, _ ("16 Pixels High"), "win.sight-characters", "pixels");
  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autofree char *number = qp_number_display_shortest (g_ascii_strtod (heights[i], NULL));
      g_autofree char *label = g_strdup_printf (_ ("%s m High"), number);
      add_choice (characters, label, "win.sight-characters", heights[i]);
    }
  g_menu_append_submenu (menu, _ ("_Characters to Be Read"), G_MENU_MODEL (characters));
}

/**
 * qp_sight_menu_new:
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
qp_sight_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  add_switch (add_section (menu, NULL), _ ("Show the _Map"), "win.sight", "u");
  add_measures (menu);
  GMenu *of = add_section (menu, NULL);
  add_choice (of, _ ("Of the _Selected Screen"), "win.sight-of", "selected");
  add_choice (of, _ ("Best of _All Screens"), "win.sight-of", "all");
  GMenu *ground = add_section (menu, NULL);
  add_choice (ground, _ ("Where A_udiences Are"), "win.sight-ground", "audiences");
  add_choice (ground, _ ("All Over the _Plan"), "win.sight-ground", "plan");
  GMenu *looks = add_section (menu, NULL);
  add_switch (looks, _ ("_Outline Where It Is Read and Noticed"), "win.sight-viewshed", NULL);
  add_switch (looks, _ ("_Hatched"), "win.sight-hatched", "<Shift>u");
  add_characters (looks);
  return G_MENU_MODEL (menu);
}

/**
 * qp_sight_menu_make:
 * @button: a button without a menu yet
 * @data: not looked at
 *
 * Gives the button the menu when it is first opened.
 */
void
qp_sight_menu_make (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = qp_sight_menu_new ();
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}
