/* test-window.c: the window in process: it builds, fits, has all its actions, and each control has a name
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-actions.h"
#include "app/qp-tree-item.h"
#include "app/qp-window-private.h"
#include "store/qp-store.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_builds (void)
{
  QpWindow *window = gui_window_new ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_nonnull (gui_first_plan (window));
  g_assert_false (qp_window_is_modified (window));
  g_assert_true (qp_window_may_be_replaced (window));
  const char *const views[] = { "city", "screen", "figures", "plan" };
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *view = NULL;
      g_object_set (window, "view", views[i], NULL);
      gui_settle ();
      g_object_get (window, "view", &view, NULL);
      g_assert_cmpstr (view, ==, views[i]);
    }
  gui_window_gone (window);
}

static gboolean
activate (QpWindow *window, const char *action)
{
  const gboolean done = gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  gui_settle ();
  return done;
}

/* it is made when it is first opened, and stays for the next time */
static void
test_menu_opens (void)
{
  QpWindow *window = gui_window_new ();
  g_assert_null (gtk_menu_button_get_popover (window->menu_button));
  activate (window, "win.open-menu");
  GtkPopover *menu = gtk_menu_button_get_popover (window->menu_button);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (menu)));
  gtk_popover_popdown (menu);
  gui_settle ();
  activate (window, "win.open-menu");
  g_assert_true (gtk_menu_button_get_popover (window->menu_button) == menu);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (menu)));
  gui_window_gone (window);
}

/* each section on one page: GTK 4.8 warns of its own buttons for more, and warnings end the test */
static void
test_shortcuts_open (void)
{
  QpWindow *window = gui_window_new ();
  activate (window, "win.show-help-overlay");
  gui_wait_ms (100);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *shortcuts = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (windows, i);
      if (GTK_IS_SHORTCUTS_WINDOW (one))
        shortcuts = one;
    }
  g_assert_nonnull (shortcuts);
  const char *const sections[] = { "project", "plan", "layers", "arrange", "view" };
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_object_set (shortcuts, "section-name", sections[i], NULL);
      gui_wait_ms (30);
    }
  gtk_window_destroy (shortcuts);
  gui_window_gone (window);
}

static gboolean
is_marked (QpWindow *window, const QpNode *node)
{
  GtkSelectionModel *rows = qp_sidebar_get_model (window->sidebar);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      g_autoptr (QpTreeItem) item = gtk_tree_list_row_get_item (row);
      if (gtk_selection_model_is_selected (rows, i))
        return qp_tree_item_node (item) == node;
    }
  return FALSE;
}

static void
test_undo_actions (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  gui_select_new_screen (window);
  gui_type_into (window, "columns", "12");
  activate (window, "win.undo");
  g_assert_cmpint (gui_screen_now (window)->columns, ==, 1);
  activate (window, "win.redo");
  g_assert_cmpint (gui_screen_now (window)->columns, ==, 12);
  activate (window, "win.delete");
  g_assert_null (qp_project_session_screen (session));
  g_assert_cmpuint (qp_selection_length (qp_project_session_selection (session)), ==, 0);
  activate (window, "win.undo");
  g_assert_nonnull (qp_project_session_screen (session));
  g_assert_cmpint (qp_project_session_selected_node (session)->kind, ==, QP_KIND_SCREEN); /* ready to go on with */
  g_assert_true (is_marked (window, qp_project_session_selected_node (session)));
  gui_window_gone (window);
}

/* a disk may be slow, and hands go on */
static void
test_saved_while_saving (void)
{
  QpWindow *window = gui_window_new ();
  g_autofree char *folder = g_dir_make_tmp ("qp-save-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "save.qianping", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  qp_project_session_set_file (qp_window_get_session (window), file);
  for (guint i = 0; i < 2; i++)
    {
      gui_add (window, gui_first_plan (window)->id, QP_KIND_SCREEN);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
      g_assert_true (window->saving);
    }
  while (window->saving)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (qp_window_is_modified (window));
  g_autoptr (QpNode) saved = qp_store_load (file, NULL, NULL, NULL);
  g_assert_true (qp_node_equal (saved, qp_project_session_root (qp_window_get_session (window))));
  gui_window_gone (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static guint
count (QpNode *parent, QpKind kind)
{
  guint n = 0;
  QpNodeIter iter;
  qp_node_iter_init (&iter, parent->children);
  while (qp_node_iter_next_of (&iter, kind) != NULL)
    n++;
  return n;
}

static void
test_adding (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  activate (window, "win.add-site");
  g_assert_cmpuint (count (qp_project_session_root (session), QP_KIND_SITE), ==, 2);
  activate (window, "win.add-plan");
  g_assert_cmpint (qp_project_session_selected_node (session)->kind, ==, QP_KIND_PLAN);
  activate (window, "win.add-screen");
  g_assert_cmpint (qp_project_session_selected_node (session)->kind, ==, QP_KIND_SCREEN);
  g_assert_cmpuint (count (gui_first_plan (window), QP_KIND_SCREEN), ==, 1);
  activate (window, "win.add-content");
  g_assert_cmpuint (count (qp_project_session_root (session), QP_KIND_CONTENT), ==, 1);
  activate (window, "win.duplicate");
  g_assert_cmpuint (count (qp_project_session_root (session), QP_KIND_CONTENT), ==, 2);
  gui_window_gone (window);
}

static void
test_copy_and_paste_a_site (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  gui_select_new_screen (window);
  QpNode *site = qp_document_ancestor (qp_project_session_document (session), gui_first_plan (window)->id, QP_KIND_SITE);
  qp_selection_set_one (qp_project_session_selection (session), site->id);
  activate (window, "win.copy");
  activate (window, "win.paste");
  gui_wait_ms (100);
  g_assert_cmpuint (count (qp_project_session_root (session), QP_KIND_SITE), ==, 2);
  QpNode *copy = qp_project_session_selected_node (session);
  g_assert_cmpint (copy->kind, ==, QP_KIND_SITE);
  g_assert_cmpstr (qp_node_name (copy), ==, qp_node_name (site));
  g_assert_cmpuint (count (qp_node_list_get (copy->children, 0), QP_KIND_SCREEN), ==, 1);
  gui_window_gone (window);
}

/* The tree makes rows when they are looked at, and keeps those that did not change. */
/* Enter in a field that was gone to from the plan goes back to it: the next key is a tool's again. */
static void
test_field_and_back (void)
{
  QpWindow *window = gui_window_new ();
  gui_select_new_screen (window);
  gui_wait_ms (50);
  qp_plan_view_focus (window->plan_view);
  GtkWidget *canvas = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (canvas);
  activate (window, "win.edit-properties");
  GtkWidget *text = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (text != canvas && GTK_IS_EDITABLE (text));
  GtkWidget *entry = gtk_widget_get_ancestor (text, GTK_TYPE_ENTRY);
  g_signal_emit_by_name (entry, "activate");
  gui_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == canvas);
  /* a field that was gone to by itself keeps the focus */
  gtk_widget_grab_focus (entry);
  g_signal_emit_by_name (entry, "activate");
  gui_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == text);
  gui_window_gone (window);
}

/* The tree has keys of the same name, and has the focus when a level was chosen in it. */
static void
test_level_keys_everywhere (void)
{
  static const char *const actions[] = { "win.level-up", "win.level-down" };
  qp_action_keys_install_application (gui_application ());
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (gui_application (), actions[i]);
      g_assert_cmpuint (g_strv_length (keys), ==, 1);
    }
}

static void
test_large_tree (void)
{
  const guint n = 10000;
  g_autoptr (GPtrArray) screens = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (screens, qp_node_new (QP_KIND_SCREEN, qp_id_new ()));
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (edits, qp_edit_insert (gui_first_plan (window)->id, -1, screens->pdata[i]));
  g_assert_true (qp_project_session_run (session, "add", NULL, edits, NULL));
  gui_settle ();

  g_autoptr (QpTreeItem) top = qp_tree_item_new_top (qp_project_session_root (session));
  g_autoptr (QpTreeItem) site = g_list_model_get_item (G_LIST_MODEL (top), 1);
  g_autoptr (QpTreeItem) plan = g_list_model_get_item (G_LIST_MODEL (site), 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plan)), ==, n);
  g_autoptr (QpTreeItem) before = g_list_model_get_item (G_LIST_MODEL (plan), n - 1);
  g_autoptr (GPtrArray) remove = qp_edits_new ();
  g_ptr_array_add (remove, qp_edit_remove (((QpNode *) screens->pdata[5])->id));
  g_assert_true (qp_project_session_run (session, "remove", NULL, remove, NULL));
  qp_tree_item_update (top, qp_project_session_root (session));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plan)), ==, n - 1);
  g_autoptr (QpTreeItem) after = g_list_model_get_item (G_LIST_MODEL (plan), n - 2);
  g_assert_true (before == after);

  /* what is selected elsewhere is opened and found in the tree */
  qp_selection_set_one (qp_project_session_selection (session), ((QpNode *) screens->pdata[n - 1])->id);
  gui_settle ();
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (qp_sidebar_get_model (qp_window_sidebar (window)));
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
  gui_window_gone (window);
}

static void
test_opens_the_sample (void)
{
  QpWindow *window = gui_window_new ();
  qp_window_open_sample (window);
  for (guint i = 0; i < 2000 && qp_window_is_loading (window); i++)
    gui_wait_ms (5);
  g_assert_false (qp_window_is_loading (window));
  g_assert_false (qp_window_is_modified (window));
  g_assert_cmpuint (count (qp_project_session_root (qp_window_get_session (window)), QP_KIND_SITE), ==, 6);
  g_assert_null (qp_project_session_file (qp_window_get_session (window)));
  gui_window_gone (window);
}

/* The least size that the content of the window asks for, once the tree has made room. */
static void
assert_fits (QpWindow *window, int width, int height)
{
  static const char *const views[] = { "plan", "city", "screen", "figures" };
  gui_select_new_screen (window);
  g_object_set (window, "show-sidebar", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      int least_width, least_height;
      g_object_set (window, "view", views[i], NULL);
      gui_wait_ms (30);
      GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
      gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      g_test_message ("%s: at least %d × %d", views[i], least_width, least_height);
      g_assert_cmpint (least_width, <=, width);
      g_assert_cmpint (least_height, <=, height);
    }
}

static void
test_fits_small_window (void)
{
  QpWindow *window = gui_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gui_wait_ms (100);
  assert_fits (window, 900, 600);
  gui_window_gone (window);
}

/* The views keep their words, whatever the project is called. */
static void
test_long_title (void)
{
  QpWindow *window = gui_window_new ();
  int natural;
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  QpProjectSession *session = qp_window_get_session (window);
  g_auto (QpValue) title = qp_value_text ("A thousand screens for a hundred cities: Guangdong province, second phase, revision 4");
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpNode *project = qp_document_get_root (qp_project_session_document (session));
  g_ptr_array_add (edits, qp_edit_set (project->id, qp_kind_field (QP_KIND_PROJECT, "title"), &title));
  g_assert_true (qp_project_session_run (session, "Title", NULL, edits, NULL));
  gui_wait_ms (100);
  gtk_widget_measure (GTK_WIDGET (window->switcher), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->switcher)), >=, natural);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->window_title)), <=, 240);
  gui_window_gone (window);
}

static GtkWidget *
first_of_type (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = first_of_type (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* In the smallest window all tools are seen, and none of them under the scale. */
static void
test_tools_beside_scale (void)
{
  QpWindow *window = gui_window_new ();
  GtkWidget *view = GTK_WIDGET (window->plan_view);
  graphene_rect_t tools, scale;
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gui_add (window, gui_first_plan (window)->id, QP_KIND_BACKGROUND); /* with it the badge: not to scale */
  GtkWidget *badge = first_of_type (view, "QpScaleBadge");
  while (gtk_widget_get_height (view) > 600 || gtk_widget_get_height (badge) == 0)
    gui_wait_ms (20);
  gui_wait_ms (100);
  g_assert_true (gtk_widget_compute_bounds (first_of_type (view, "QpToolPalette"), view, &tools));
  g_assert_true (gtk_widget_compute_bounds (badge, view, &scale));
  g_test_message ("tools to %g, view %d, badge from %g", tools.origin.y + tools.size.height,
                  gtk_widget_get_height (view), scale.origin.x);
  g_assert_cmpfloat (tools.origin.y + tools.size.height, <=, gtk_widget_get_height (view));
  g_assert_false (graphene_rect_intersection (&tools, &scale, NULL));
  gui_window_gone (window);
}

static void
test_fits_with_large_text (void)
{
  int usual;
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &usual, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  QpWindow *window = gui_window_new ();
  gui_wait_ms (100);
  assert_fits (window, 1280, 800);
  gui_window_gone (window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", usual, NULL);
}

/* Accessibility */

static gboolean
is_inside (GtkWidget *widget, const char *type)
{
  const GType wanted = g_type_from_name (type);
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (wanted != 0 && g_type_is_a (G_OBJECT_TYPE (parent), wanted))
      return TRUE;
  return FALSE;
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* Controls whose inner parts GTK and libadwaita made; their outer part has the name. */
static gboolean
is_inner_part (GtkWidget *widget)
{
  static const char *const made_elsewhere[] = { "GtkDropDown",     "GtkMenuButton",  "GtkWindowControls", "GtkPopoverMenu",
                                                "GtkColumnView",   "GtkSearchEntry", "AdwViewSwitcher",   "GtkEntry",
                                                "GtkShortcutsWindow" };
  for (guint i = 0; i < G_N_ELEMENTS (made_elsewhere); i++)
    if (is_inside (widget, made_elsewhere[i]))
      return TRUE;
  /* rows that open have a switch, which we never show */
  return GTK_IS_SWITCH (widget) && !is_inside (widget, "QpFieldRow");
}

static gboolean
needs_name (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget)
         || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_LIST_VIEW (widget)
         || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_DRAWING_AREA (widget);
}

static guint
count_nameless (GtkWidget *widget)
{
  guint n = 0;
  if (needs_name (widget) && !is_inner_part (widget) && !has_text (widget)
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      g_test_message ("no name: %s in %s", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_nameless (child);
  return n;
}

static void
test_everything_has_a_name (void)
{
  QpWindow *window = gui_window_new ();
  gui_select_new_screen (window);
  gui_wait_ms (50);
  g_assert_cmpuint (count_nameless (GTK_WIDGET (window)), ==, 0);
  gui_window_gone (window);
}

/* The table of keys, the shortcuts window and the actions of the window say the same. */
static void
test_shortcuts_are_listed (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QP_SOURCE_ROOT"), "ui", "help-overlay.ui", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < qp_action_keys_count (); i++)
    {
      const QpActionKeys *keys = qp_action_keys_at (i);
      g_autofree char *mark = g_strdup_printf ("<!-- %s -->", keys->action);
      g_autofree char *escaped = g_markup_escape_text (keys->keys[0], -1);
      const char *place = strstr (text, mark);
      if (place == NULL)
        g_error ("%s is not in the shortcuts window", keys->action);
      g_autofree char *line = g_strndup (place, 200);
      g_assert_nonnull (strstr (line, escaped));
      guint key = 0;
      GdkModifierType modifiers;
      g_assert_true (gtk_accelerator_parse (keys->keys[0], &key, &modifiers));
    }
}

static void
test_actions_exist (void)
{
  QpWindow *window = gui_window_new ();
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (window);
  for (guint i = 0; i < qp_action_keys_count (); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_assert_true (g_action_parse_detailed_name (qp_action_keys_at (i)->action, &name, &target, NULL));
      gboolean found = g_str_has_prefix (name, "app.") && g_action_group_has_action (G_ACTION_GROUP (gui_application ()), name + 4);
      found = found || (g_str_has_prefix (name, "win.") && g_action_group_has_action (G_ACTION_GROUP (window), name + 4));
      GType owner;
      const char *known, *property;
      const GVariantType *type;
      for (guint at = 0; !found && gtk_widget_class_query_action (klass, at, &owner, &known, &type, &property); at++)
        found = strcmp (known, name) == 0;
      if (!found)
        g_error ("there is no action %s", name);
    }
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/builds", test_builds);
  g_test_add_func ("/window/menu-opens", test_menu_opens);
  g_test_add_func ("/window/shortcuts-open", test_shortcuts_open);
  g_test_add_func ("/window/undo-actions", test_undo_actions);
  g_test_add_func ("/window/saved-while-saving", test_saved_while_saving);
  g_test_add_func ("/window/adding", test_adding);
  g_test_add_func ("/window/copy-and-paste-a-site", test_copy_and_paste_a_site);
  g_test_add_func ("/window/opens-the-sample", test_opens_the_sample);
  g_test_add_func ("/window/fits-small-window", test_fits_small_window);
  g_test_add_func ("/window/field-and-back", test_field_and_back);
  g_test_add_func ("/window/level-keys-everywhere", test_level_keys_everywhere);
  g_test_add_func ("/window/tools-beside-scale", test_tools_beside_scale);
  g_test_add_func ("/window/long-title", test_long_title);
  g_test_add_func ("/window/fits-with-large-text", test_fits_with_large_text);
  g_test_add_func ("/window/shortcuts-are-listed", test_shortcuts_are_listed);
  g_test_add_func ("/window/actions-exist", test_actions_exist);
  g_test_add_func ("/window/everything-has-a-name", test_everything_has_a_name);
  g_test_add_func ("/tree/ten-thousand-screens", test_large_tree);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
