/* test-rules-page.c: verdicts in the window: the table, its filters, the card of a screen, marks, rules of a city
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-inspector.h"
#include "app/qp-own-rules.h"
#include "app/qp-rules-page.h"
#include "app/qp-verdict-card.h"

#include <glib/gstdio.h>
#include <string.h>

static GtkWidget *
find_widget (GtkWidget *from, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (from, type))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
change (QpWindow *window, QpId id, QpKind kind, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (kind, name);
  g_auto (QpValue) value = { 0 };
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  g_ptr_array_add (edits, qp_edit_set (id, field, &value));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "Change", NULL, edits, NULL));
}

static QpVerdicts *
judged (QpWindow *window)
{
  QpVerdicts *verdicts = qp_project_session_verdicts (qp_window_get_session (window));

  for (guint i = 0; i < 200 && (i == 0 || qp_verdicts_is_busy (verdicts)); i++)
    gui_wait_ms (50);
  g_assert_false (qp_verdicts_is_busy (verdicts));
  gui_wait_ms (200); /* what follows it does so a moment later */
  return verdicts;
}

/* in Guangzhou, on until 23:00, an hour and a half of rules that say 22:30 */
static QpId
make_screen (QpWindow *window)
{
  QpNode *screen = gui_select_new_screen (window);
  const QpId id = screen->id;
  QpNode *site = qp_document_ancestor (qp_project_session_document (qp_window_get_session (window)), id, QP_KIND_SITE);

  change (window, site->id, QP_KIND_SITE, "city", "广州市");
  change (window, id, QP_KIND_SCREEN, "environment", "outdoor");
  change (window, id, QP_KIND_SCREEN, "on_time", "07:30");
  change (window, id, QP_KIND_SCREEN, "off_time", "23:00");
  return id;
}

static QpRulesPage *
open_page (QpWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.verdicts", NULL));
  gui_settle ();
  judged (window);
  GtkWidget *page = find_widget (GTK_WIDGET (window), QP_TYPE_RULES_PAGE);
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));
  return QP_RULES_PAGE (page);
}

static guint
n_rows (QpRulesPage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qp_rules_page_model (page)));
}

static void
test_table (void)
{
  QpWindow *window = gui_window_new ();
  const QpId id = make_screen (window);
  QpRulesPage *page = open_page (window);
  QpVerdicts *verdicts = qp_project_session_verdicts (qp_window_get_session (window));
  QpVerdictSummary it;

  g_assert_true (qp_verdicts_summary (verdicts, id, &it));
  const guint *counts = qp_verdict_model_counts (qp_rules_page_model (page));
  g_assert_cmpuint (counts[QP_RULE_FAILS], ==, it.n[QP_RULE_FAILS]);
  g_assert_cmpuint (n_rows (page), ==, it.n[QP_RULE_FAILS] + it.n[QP_RULE_NOT_KNOWN] + it.n[QP_RULE_MEETS]);
  qp_rules_page_search (page, "LOC-GZ-01");
  g_assert_cmpuint (n_rows (page), ==, 1);
  g_autofree char *text = qp_rules_page_to_tsv (page);
  g_assert_nonnull (strstr (text, "fails\t"));
  g_assert_nonnull (strstr (text, "23:00"));
  g_assert_nonnull (strstr (text, "22:30"));
  g_assert_nonnull (strstr (text, ", 2014-05"));
  qp_rules_page_search (page, "LOC-SZ12-01"); /* of another city */
  g_assert_cmpuint (n_rows (page), ==, 0);
  qp_rules_page_show_screen (page, TRUE, QP_RULE_FAILS);
  g_assert_cmpuint (n_rows (page), ==, it.n[QP_RULE_FAILS]);
  gui_window_gone (window);
}

/* an edit is followed without being asked for, and taken back */
static void
test_live (void)
{
  QpWindow *window = gui_window_new ();
  const QpId id = make_screen (window);
  QpRulesPage *page = open_page (window);
  QpVerdictSummary before, after;

  qp_rules_page_show_screen (page, FALSE, QP_RULE_FAILS);
  const guint n = n_rows (page);
  g_assert_true (qp_verdicts_summary (judged (window), id, &before));
  g_assert_cmpuint (before.n_binding, >, 0);
  const guint n_binding = before.n_binding;
  change (window, id, QP_KIND_SCREEN, "off_time", "22:00");
  g_assert_true (qp_verdicts_summary (judged (window), id, &after));
  g_assert_cmpuint (after.n_binding, ==, n_binding - 1);
  g_assert_cmpuint (n_rows (page), ==, n - 1);
  qp_document_undo (qp_project_session_document (qp_window_get_session (window)));
  judged (window);
  g_assert_cmpuint (n_rows (page), ==, n);
  gui_window_gone (window);
}

/* Enter goes to the screen and the field */
static void
test_jump (void)
{
  QpWindow *window = gui_window_new ();
  const QpId id = make_screen (window);
  QpRulesPage *page = open_page (window);
  QpSelection *selection = qp_project_session_selection (qp_window_get_session (window));

  qp_selection_clear (selection);
  gui_settle ();
  qp_rules_page_search (page, "LOC-GZ-01");
  g_assert_cmpuint (n_rows (page), ==, 1);
  qp_rules_page_activate (page, 0);
  for (guint i = 0; i < 40 && gtk_window_get_focus (GTK_WINDOW (window)) == NULL; i++)
    gui_wait_ms (50);
  gui_wait_ms (1000); /* a group opens */
  g_assert_true (qp_id_equal (qp_selection_get_primary (selection), id));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (page)));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_test_message ("focus: %s", focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "none");
  GtkWidget *row = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, QP_TYPE_FIELD_ROW);
  g_assert_nonnull (row);
  g_assert_cmpstr (qp_field_row_field (QP_FIELD_ROW (row))->name, ==, "on_time");
  gui_window_gone (window);
}

static void
test_card_and_mark (void)
{
  QpWindow *window = gui_window_new ();
  const QpId id = make_screen (window);
  QpVerdicts *verdicts = judged (window);
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));
  QpNode *screen = qp_document_find (document, id);
  GtkWidget *card = find_widget (GTK_WIDGET (window), QP_TYPE_VERDICT_CARD);

  g_assert_nonnull (card);
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_cmpint (qp_verdicts_mark (verdicts, screen), ==, QP_MARK_WARNING);
  g_assert_cmpint (qp_verdicts_mark (verdicts, qp_document_ancestor (document, id, QP_KIND_SITE)), ==, QP_MARK_WARNING);
  g_autofree char *names = qp_verdicts_failed_names (verdicts, screen, 10);
  g_assert_nonnull (strstr (names, "LOC-GZ-01"));
  g_assert_true (gtk_widget_activate_action (card, "win.show-verdicts", "s", "fails"));
  gui_wait_ms (300);
  GtkWidget *page = find_widget (GTK_WIDGET (window), QP_TYPE_RULES_PAGE);
  QpVerdictSummary it;
  g_assert_true (qp_verdicts_summary (verdicts, id, &it));
  g_assert_cmpuint (n_rows (QP_RULES_PAGE (page)), ==, it.n[QP_RULE_FAILS]);
  gui_window_gone (window);
}

/* a city's rules are judged by in the window from the moment that they are added */
static void
test_own_rules (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QP_SOURCE_ROOT"), "doc", "example-city-rules.xml", NULL);
  g_autofree char *kept = g_build_filename (g_get_user_data_dir (), "qianping", "rules", "example-city-rules.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  QpWindow *window = gui_window_new ();
  make_screen (window);
  QpRulesPage *page = open_page (window);

  qp_rules_page_search (page, "EX-0");
  g_assert_cmpuint (n_rows (page), ==, 0);
  g_assert_true (qp_own_rules_add (window, file));
  judged (window);
  qp_rules_page_show_screen (page, FALSE, QP_RULE_ASIDE);
  qp_rules_page_search (page, "EX-0");
  g_assert_cmpuint (n_rows (page), ==, 4);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_unlink (kept);
  qp_rule_book_reload ();
  gui_window_gone (window);
}

/* --- what one screen's verdict leans on elsewhere --- */

static QpRuleOutcome
outcome_of (QpWindow *window, QpId id, const char *key)
{
  QpVerdicts *verdicts = judged (window);
  QpVerdictSummary it;

  g_assert_true (qp_verdicts_summary (verdicts, id, &it));
  for (guint i = 0;; i++)
    if (strcmp (qp_rule_book_rule (qp_verdicts_book (verdicts), i)->key, key) == 0)
      return (QpRuleOutcome) it.outcomes[i];
}

/* 16 × 9 m, its middle 10 m up, looking down on the plan */
static QpId
add_lit_screen (QpWindow *window, QpId plan, const char *x_m)
{
  static const char *const fields[][2]
      = { { "environment", "outdoor" }, { "cabinet_width_mm", "1000" }, { "cabinet_height_mm", "1000" }, { "columns", "16" },
          { "rows", "9" }, { "y_m", "0" }, { "facing_deg", "180" }, { "bottom_height_m", "5.5" },
          { "luminance_night_cdm2", "200" }, { "on_time", "08:00" }, { "off_time", "22:00" } };
  const QpId id = gui_add (window, plan, QP_KIND_SCREEN)->id;

  change (window, id, QP_KIND_SCREEN, "x_m", x_m);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    change (window, id, QP_KIND_SCREEN, fields[i][0], fields[i][1]);
  return id;
}

static void
add_window_in_zone (QpWindow *window, QpId plan, const char *zone)
{
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));
  const QpId id = gui_add (window, plan, QP_KIND_RECEPTOR)->id;

  change (window, qp_document_ancestor (document, plan, QP_KIND_SITE)->id, QP_KIND_SITE, "zone", zone);
  change (window, id, QP_KIND_RECEPTOR, "outline", "0,-40");
  change (window, id, QP_KIND_RECEPTOR, "base_height_m", "10");
  change (window, id, QP_KIND_RECEPTOR, "top_height_m", "10");
  change (window, id, QP_KIND_RECEPTOR, "facing_deg", "0");
}

/* 17.4 lx of the first screen and 2.8 lx of a dim one beside it are allowed in E4; a bright one there is too much */
static void
test_neighbours_light (void)
{
  QpWindow *window = gui_window_new ();
  const QpId plan = gui_first_plan (window)->id;
  const QpId one = add_lit_screen (window, plan, "0"), other = add_lit_screen (window, plan, "20");

  add_window_in_zone (window, plan, "E4");
  g_assert_cmpint (outcome_of (window, one, "WINDOW-E4-pre"), ==, QP_RULE_FAILS);
  change (window, other, QP_KIND_SCREEN, "luminance_night_cdm2", "50");
  g_assert_cmpint (outcome_of (window, one, "WINDOW-E4-pre"), ==, QP_RULE_MEETS);
  change (window, other, QP_KIND_SCREEN, "luminance_night_cdm2", "");
  g_assert_cmpint (outcome_of (window, one, "WINDOW-E4-pre"), ==, QP_RULE_NOT_KNOWN);
  change (window, other, QP_KIND_SCREEN, "status", "retired");
  g_assert_cmpint (outcome_of (window, one, "WINDOW-E4-pre"), ==, QP_RULE_MEETS);
  change (window, other, QP_KIND_SCREEN, "luminance_night_cdm2", "200");
  change (window, other, QP_KIND_SCREEN, "status", "planned");
  g_assert_cmpint (outcome_of (window, one, "WINDOW-E4-pre"), ==, QP_RULE_FAILS);
  gui_window_gone (window);
}

/* what stands between counts from when it is put there, and no longer when it is gone */
static void
test_obstacle (void)
{
  QpWindow *window = gui_window_new ();
  const QpId plan = gui_first_plan (window)->id;
  const QpId one = add_lit_screen (window, plan, "0");

  add_lit_screen (window, plan, "20");
  add_window_in_zone (window, plan, "E4");
  g_assert_cmpint (outcome_of (window, one, "WINDOW-E4-pre"), ==, QP_RULE_FAILS);
  const QpId wall = gui_add (window, plan, QP_KIND_OBSTACLE)->id;
  change (window, wall, QP_KIND_OBSTACLE, "outline", "-60,-20 60,-20");
  change (window, wall, QP_KIND_OBSTACLE, "top_height_m", "50");
  g_assert_cmpint (outcome_of (window, one, "WINDOW-E4-pre"), ==, QP_RULE_MEETS);
  change (window, wall, QP_KIND_OBSTACLE, "top_height_m", "1");
  g_assert_cmpint (outcome_of (window, one, "WINDOW-E4-pre"), ==, QP_RULE_FAILS);
  gui_window_gone (window);
}

/* screens that came or went, here or at another site with a place, are as near as a rule asks for */
static void
test_neighbours_spacing (void)
{
  QpWindow *window = gui_window_new ();
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));
  const QpId plan = gui_first_plan (window)->id, city = qp_document_get_root (document)->id;
  const QpId site = qp_document_ancestor (document, plan, QP_KIND_SITE)->id;
  const QpId one = add_lit_screen (window, plan, "0");

  change (window, site, QP_KIND_SITE, "city", "深圳市");
  change (window, site, QP_KIND_SITE, "road_width_m", "40");
  change (window, site, QP_KIND_SITE, "latitude_deg", "22.5");
  change (window, site, QP_KIND_SITE, "longitude_deg", "114");
  const QpId far = gui_add (window, city, QP_KIND_SITE)->id;
  change (window, far, QP_KIND_SITE, "latitude_deg", "22.5");
  change (window, far, QP_KIND_SITE, "longitude_deg", "114.0002"); /* 21 m */
  const QpId there = gui_add (window, far, QP_KIND_PLAN)->id;
  g_assert_cmpint (outcome_of (window, one, "LOC-SZ-02"), ==, QP_RULE_NOT_KNOWN);
  gui_add (window, there, QP_KIND_SCREEN);
  g_assert_cmpint (outcome_of (window, one, "LOC-SZ-02"), ==, QP_RULE_FAILS);
  qp_document_undo (document);
  g_assert_cmpint (outcome_of (window, one, "LOC-SZ-02"), ==, QP_RULE_NOT_KNOWN);
  add_lit_screen (window, plan, "20");
  g_assert_cmpint (outcome_of (window, one, "LOC-SZ-02"), ==, QP_RULE_FAILS);
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/rules-page/table", test_table);
  g_test_add_func ("/rules-page/live", test_live);
  g_test_add_func ("/rules-page/jump", test_jump);
  g_test_add_func ("/rules-page/card-and-mark", test_card_and_mark);
  g_test_add_func ("/rules-page/own-rules", test_own_rules);
  g_test_add_func ("/rules-page/neighbours-light", test_neighbours_light);
  g_test_add_func ("/rules-page/obstacle", test_obstacle);
  g_test_add_func ("/rules-page/neighbours-spacing", test_neighbours_spacing);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
