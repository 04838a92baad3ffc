/* test-content.c: loops of slots in the window: composed, reordered, deleted, undone
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-content-page.h"
#include "app/qp-figures-view.h"

#include <string.h>

static void
set (QpWindow *window, QpId id, QpKind kind, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (kind, name);
  g_auto (QpValue) value = { 0 };
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  g_ptr_array_add (edits, qp_edit_set (id, field, &value));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "Change", NULL, edits, NULL));
}

static GtkWidget *
find_widget (GtkWidget *from, GType type, const char *tooltip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (from, type) && (tooltip == NULL || g_strcmp0 (gtk_widget_get_tooltip_text (from), tooltip) == 0)
      && (tooltip == NULL || gtk_widget_get_sensitive (from)))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, tooltip);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static const QpContentDay *
day_now (QpContentPage *page)
{
  for (guint i = 0; i < 100 && (i == 0 || qp_figures_page_is_waiting (QP_FIGURES_PAGE (page))); i++)
    gui_wait_ms (20);
  g_assert_nonnull (qp_content_page_day (page));
  return qp_content_page_day (page);
}

/* what the project has to produce is found in a thread: how many rows tell it, when it is found */
static guint
count_labels (GtkWidget *from, const char *text)
{
  guint n = GTK_IS_LABEL (from) && strstr (gtk_label_get_label (GTK_LABEL (from)), text) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);
  return n;
}

static guint
labels_now (QpContentPage *page, const char *text)
{
  day_now (page);
  for (guint i = 0; i < 100 && qp_content_page_is_busy (page); i++)
    gui_wait_ms (20);
  g_assert_false (qp_content_page_is_busy (page));
  return count_labels (GTK_WIDGET (page), text);
}

static QpContentPage *
open_page (QpWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.content", NULL));
  gui_settle ();
  GtkWidget *view = find_widget (GTK_WIDGET (window), QP_TYPE_FIGURES_VIEW, NULL);
  return QP_CONTENT_PAGE (qp_figures_view_page (QP_FIGURES_VIEW (view), "content"));
}

static void
click (QpContentPage *page, const char *tooltip)
{
  GtkWidget *button = find_widget (GTK_WIDGET (page), GTK_TYPE_BUTTON, tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static const char *
name_at (const QpContentDay *day, guint index)
{
  return qp_content_part (day, index)->slot->name;
}

/* a screen without content; a profile for it; two slots by the action; the second first; one deleted; all undone */
static void
test_loop (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  const QpId screen = gui_select_new_screen (window)->id;
  QpContentPage *page = open_page (window);
  g_assert_null (day_now (page)->content);
  g_assert_null (find_widget (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Delete"));

  const QpId content = gui_add (window, qp_project_session_root (session)->id, QP_KIND_CONTENT)->id;
  char id[QP_ID_TEXT_SIZE];
  set (window, screen, QP_KIND_SCREEN, "content", qp_id_to_text (content, id));
  set (window, screen, QP_KIND_SCREEN, "on_time", "08:00");
  set (window, screen, QP_KIND_SCREEN, "off_time", "18:00");
  qp_selection_set_one (qp_project_session_selection (session), screen);
  g_assert_cmpfloat (day_now (page)->minutes[QP_CONTENT_UNKNOWN], ==, 600);
  g_assert_cmpuint (labels_now (page, "1 screen · 1 version"), ==, 1);
  set (window, screen, QP_KIND_SCREEN, "status", "retired");
  qp_selection_set_one (qp_project_session_selection (session), screen);
  g_assert_cmpuint (labels_now (page, "0 screens · 0 versions"), ==, 1); /* and not what was found before */
  qp_document_undo (qp_project_session_document (session));
  qp_selection_set_one (qp_project_session_selection (session), screen);
  g_assert_cmpuint (labels_now (page, "1 screen · 1 version"), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-slot", NULL));
      const QpNode *slot = qp_project_session_selected_node (session);
      g_assert_cmpint (slot->kind, ==, QP_KIND_SLOT);
      const QpId slot_id = slot->id;
      set (window, slot_id, QP_KIND_SLOT, "duration_s", i == 0 ? "30" : "10");
      set (window, slot_id, QP_KIND_SLOT, "kind", i == 0 ? "advertising" : "public_service");
    }
  qp_selection_set_one (qp_project_session_selection (session), screen);
  g_assert_cmpfloat_with_epsilon (day_now (page)->minutes[QP_SLOT_PUBLIC_SERVICE], 150, 1e-9);
  g_assert_cmpstr (name_at (day_now (page), 0), ==, "Slot 1");
  gui_picture (GTK_WINDOW (window), "content", "page");

  click (page, "Move down"); /* the only one that can: of the first */
  g_assert_cmpstr (name_at (day_now (page), 0), ==, "Slot 2");
  click (page, "Delete");
  g_assert_cmpuint (day_now (page)->slots->len, ==, 1);
  g_assert_cmpstr (name_at (day_now (page), 0), ==, "Slot 1");
  qp_document_undo (qp_project_session_document (session));
  g_assert_cmpuint (day_now (page)->slots->len, ==, 2);
  qp_document_undo (qp_project_session_document (session));
  g_assert_cmpstr (name_at (day_now (page), 0), ==, "Slot 1");
  gui_window_gone (window);
}

/* without a profile there is nothing to add a slot to */
static void
test_no_profile (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  gui_select_new_screen (window);
  const guint before = qp_document_n_undo (qp_project_session_document (session));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-slot", NULL));
  gui_settle ();
  g_assert_cmpuint (qp_document_n_undo (qp_project_session_document (session)), ==, before);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/content/loop", test_loop);
  g_test_add_func ("/content/no-profile", test_no_profile);
}

int
main (int argc, char *argv[])
{
  return gui_main (argc, argv, add_tests);
}
