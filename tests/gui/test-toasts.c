/* test-toasts.c: what a window tells in passing
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include <string.h>

/* the button that takes away what says @text; NULL when nothing does */
static GtkWidget *
close_button_of (GtkWidget *widget, const char *text)
{
  if (strcmp (gtk_widget_get_css_name (widget), "toast") == 0)
    {
      GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_first_child (widget));
      return gtk_widget_get_can_target (widget) && strcmp (gtk_label_get_text (GTK_LABEL (label)), text) == 0
                 ? gtk_widget_get_last_child (widget)
                 : NULL;
    }
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = close_button_of (child, text);
  return found;
}

static GtkWidget *
wait_for_toast (QpWindow *window, const char *text)
{
  GtkWidget *button = NULL;
  while ((button = close_button_of (GTK_WIDGET (window), text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return button;
}

static void
tell (QpWindow *window, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", text);
}

static gboolean
is_told (QpWindow *window, const char *text)
{
  return close_button_of (GTK_WIDGET (window), text) != NULL;
}

/* what Escape does when nothing with the focus wants it */
static gboolean
press_escape (QpWindow *window)
{
  g_autoptr (GtkShortcutTrigger) escape = gtk_keyval_trigger_new (GDK_KEY_Escape, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  gboolean done = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      for (guint at = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && at < g_list_model_get_n_items (G_LIST_MODEL (controller)); at++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), at);
          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), escape))
            done |= gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (window), NULL);
        }
    }
  return done;
}

/* Each is taken away as soon as it comes, as by a key that is held: libadwaita 1.2 used what it had freed. */
static void
test_told_and_taken_away (void)
{
  QpWindow *window = gui_window_new ();
  const char *const texts[] = { "One", "Two", "Three", "Four" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tell (window, texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_signal_emit_by_name (wait_for_toast (window, texts[i]), "clicked");
  gui_wait_ms (700); /* as long as the longest of its animations takes */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (is_told (window, texts[i]));
  gui_window_gone (window);
}

/* a file that was written is told at once; what is the same is not told twice in a row */
static void
test_told_in_order (void)
{
  QpWindow *window = gui_window_new ();
  tell (window, "One");
  wait_for_toast (window, "One");
  tell (window, "Two");
  tell (window, "Two");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell-file", "(ss)", "File", "file:///nowhere");
  const char *const order[] = { "File", "Two" };
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      wait_for_toast (window, order[i]);
      g_assert_false (is_told (window, order[(i + 1) % 2]));
      g_assert_true (press_escape (window));
    }
  g_assert_false (press_escape (window));
  gui_wait_ms (700);
  g_assert_false (is_told (window, "Two"));
  tell (window, "One");
  wait_for_toast (window, "One");
  gui_window_gone (window); /* with a toast in it */
}

static void
add_tests (void)
{
  g_test_add_func ("/toasts/told-and-taken-away", test_told_and_taken_away);
  g_test_add_func ("/toasts/told-in-order", test_told_in_order);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
