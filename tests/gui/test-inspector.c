/* test-inspector.c: the inspector in process: rows of each kind, editing, invalid input, results
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-field-choice.h"
#include "app/qp-field-text.h"

#include <string.h>

static QpId
parent_for (QpWindow *window, QpKind kind)
{
  QpProjectSession *session = qp_window_get_session (window);
  QpNode *plan = gui_first_plan (window);
  QpNode *screen = qp_project_session_screen (session);
  if (qp_kind_may_contain (QP_KIND_PROJECT, kind))
    return qp_project_session_root (session)->id;
  if (qp_kind_may_contain (QP_KIND_SITE, kind))
    return qp_document_parent (qp_project_session_document (session), plan->id)->id;
  if (qp_kind_may_contain (QP_KIND_ALTERNATIVE, kind))
    return gui_add (window, qp_project_session_root (session)->id, QP_KIND_ALTERNATIVE)->id;
  if (qp_kind_may_contain (QP_KIND_CONTENT, kind))
    return gui_add (window, qp_project_session_root (session)->id, QP_KIND_CONTENT)->id;
  return qp_kind_may_contain (QP_KIND_PLAN, kind) ? plan->id : screen->id;
}

/* what only the program understands is no row: embedded files, lists of layers, groups */
static gboolean
is_shown (const QpField *field)
{
  return field->group != QP_GROUP_DATA;
}

static guint
n_shown (QpKind kind)
{
  guint n = 0;
  for (guint i = 0; i < qp_kind_info (kind)->n_fields; i++)
    n += is_shown (&qp_kind_info (kind)->fields[i]);
  return n;
}

static void
test_rows_of_each_kind (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  gui_select_new_screen (window);
  for (QpKind kind = QP_KIND_PROJECT; kind < QP_N_KINDS; kind++)
    {
      if (kind == QP_KIND_CATALOGUE || kind == QP_KIND_RULES || kind == QP_KIND_RULE) /* files of their own */
        continue;
      if (kind == QP_KIND_PROJECT)
        qp_selection_clear (qp_project_session_selection (session));
      else
        qp_selection_set_one (qp_project_session_selection (session), gui_add (window, parent_for (window, kind), kind)->id);
      gui_settle ();
      g_assert_cmpuint (qp_inspector_n_rows (qp_window_inspector (window)), ==, n_shown (kind));
      for (guint i = 0; i < qp_kind_info (kind)->n_fields; i++)
        g_assert_cmpint (qp_inspector_row (qp_window_inspector (window), qp_kind_info (kind)->fields[i].name) != NULL, ==,
                         is_shown (&qp_kind_info (kind)->fields[i]));
    }
  gui_window_gone (window);
}

static void
test_editing (void)
{
  QpWindow *window = gui_window_new ();
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));
  gui_select_new_screen (window);
  gui_type_into (window, "columns", "12");
  g_assert_cmpint (gui_screen_now (window)->columns, ==, 12);
  g_assert_true (qp_window_is_modified (window));
  gui_type_into (window, "bottom_height_m", "640 mm");
  g_assert_cmpint (gui_screen_now (window)->bottom_height_m, ==, 640000);

  qp_document_undo (document);
  gui_settle ();
  g_assert_cmpint (gui_screen_now (window)->bottom_height_m, ==, QP_UNSET);
  g_assert_cmpstr (gui_shown_in (window, "bottom_height_m"), ==, "");
  qp_document_undo (document);
  gui_settle ();
  g_assert_cmpint (gui_screen_now (window)->columns, ==, 1);
  g_assert_cmpstr (gui_shown_in (window, "columns"), ==, "1");
  gui_window_gone (window);
}

/* Typing a number is one step, however many keys it takes. */
static void
test_typing_is_one_step (void)
{
  QpWindow *window = gui_window_new ();
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));
  gui_select_new_screen (window);
  const guint before = qp_document_n_undo (document);
  gui_type_into (window, "rows", "1");
  gui_type_into (window, "rows", "12");
  gui_type_into (window, "rows", "123");
  g_assert_cmpint (gui_screen_now (window)->rows, ==, 123);
  g_assert_cmpuint (qp_document_n_undo (document), ==, before + 1);
  qp_document_undo (document);
  g_assert_cmpint (gui_screen_now (window)->rows, ==, 1);
  gui_window_gone (window);
}

static void
test_invalid_input (void)
{
  const struct
  {
    const char *field;
    const char *text;
  } bad[] = { { "columns", "abc" }, { "columns", "0" },  { "columns", "20001" }, { "columns", "" },
              { "columns", "1.5" }, { "tilt_deg", "91" }, { "on_time", "25h" },   { "price_date", "soon" } };
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  gui_select_new_screen (window);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const QpNode *before = qp_project_session_root (session);
      gui_type_into (window, bad[i].field, bad[i].text);
      QpFieldRow *row = qp_inspector_row (qp_window_inspector (window), bad[i].field);
      g_assert_true (qp_field_row_has_problem (row));
      g_signal_emit_by_name (qp_project_session_verdicts (session), "updated"); /* a thread is done: no reason to forget */
      gui_settle ();
      g_assert_cmpstr (gui_shown_in (window, bad[i].field), ==, bad[i].text);
      g_assert_true (qp_field_row_has_problem (row));
      g_assert_true (qp_project_session_root (session) == before);
      const char *initial = qp_field_row_field (row)->initial;
      gui_type_into (window, bad[i].field, initial != NULL ? initial : "");
      g_assert_false (qp_field_row_has_problem (row));
    }
  gui_window_gone (window);
}

/* The window follows a key after the next one was pressed: it must not take back what is typed. */
static void
test_typing_is_not_taken_back (void)
{
  QpWindow *window = gui_window_new ();
  gui_select_new_screen (window);
  gui_type_into (window, "bottom_height_m", "8");
  QpFieldRow *row = qp_inspector_row (qp_window_inspector (window), "bottom_height_m");
  GtkEditable *editor = GTK_EDITABLE (qp_field_row_editor (row));
  int place = 3;
  gtk_editable_set_text (editor, "999");
  gtk_editable_insert_text (editor, "99", -1, &place);
  gui_settle ();
  g_assert_cmpstr (gui_shown_in (window, "bottom_height_m"), ==, "99999");
  g_assert_true (qp_field_row_has_problem (row));
  g_assert_cmpint (gui_screen_now (window)->bottom_height_m, ==, 999000000); /* micrometres */
  gui_window_gone (window);
}

/* Neither the text that can't be taken nor the part of it that could stays behind. */
static void
test_bad_typing_leaves_nothing (void)
{
  QpWindow *window = gui_window_new ();
  gui_select_new_screen (window);
  gui_type_into (window, "bottom_height_m", "8.5");
  QpFieldRow *row = qp_inspector_row (qp_window_inspector (window), "bottom_height_m");
  GtkWidget *editor = qp_field_row_editor (row);
  gtk_widget_grab_focus (editor);
  gui_settle ();
  gtk_editable_set_text (GTK_EDITABLE (editor), "999");
  gtk_editable_set_text (GTK_EDITABLE (editor), "99999");
  g_assert_true (qp_field_row_has_problem (row));
  gtk_widget_grab_focus (qp_field_row_editor (qp_inspector_row (qp_window_inspector (window), "name")));
  gui_settle ();
  g_assert_cmpint (gui_screen_now (window)->bottom_height_m, ==, 8500000); /* micrometres */
  g_assert_cmpstr (gui_shown_in (window, "bottom_height_m"), ==, "8.5");
  g_assert_false (qp_field_row_has_problem (row));
  gui_window_gone (window);
}

static void
test_typed_numbers (void)
{
  const struct
  {
    const char *field;
    const char *text;
    double number;
  } typed[] = { { "bottom_height_m", "6.4", 6.4 },      { "bottom_height_m", "6,4", 6.4 },
                { "bottom_height_m", "640 cm", 6.4 },   { "bottom_height_m", "10 ft", 3.048 },
                { "bottom_height_m", "−1.5 m", -1.5 },  { "cabinet_width_mm", "0.64 m", 640 },
                { "price", "1.2万", 12000 },            { "price", "6 500", 6500 },
                { "luminance_day_cdm2", "5000 nit", 5000 } };
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const QpField *field = qp_kind_field (QP_KIND_SCREEN, typed[i].field);
      g_auto (QpValue) value = { 0 };
      g_assert_cmpint (qp_field_text_parse (field, typed[i].text, &value), <=, QP_FIELD_ROUNDED);
      g_assert_cmpfloat_with_epsilon (qp_field_number (field, &value), typed[i].number, 1e-9);
    }
  g_auto (QpValue) value = { 0 };
  g_assert_cmpint (qp_field_text_parse (QP_SCREEN_FIELD (bottom_height_m), "3 kg", &value), ==, QP_FIELD_NOT_A_VALUE);
  g_assert_cmpint (qp_field_text_parse (QP_SCREEN_FIELD (bottom_height_m), "9000 ft", &value), ==,
                   QP_FIELD_OUT_OF_RANGE);
}

static void
test_several_at_once (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  QpDocument *document = qp_project_session_document (session);
  QpId ids[2];
  for (guint i = 0; i < 2; i++)
    ids[i] = gui_select_new_screen (window)->id;
  gui_type_into (window, "columns", "7");
  qp_selection_set (qp_project_session_selection (session), ids, 2);
  gui_settle ();
  g_assert_cmpstr (gui_shown_in (window, "columns"), ==, "");
  const guint before = qp_document_n_undo (document);
  gui_type_into (window, "columns", "9");
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((QpScreen *) qp_document_find (document, ids[i]))->columns, ==, 9);
  g_assert_cmpuint (qp_document_n_undo (document), ==, before + 1);
  gui_window_gone (window);
}

static void
test_results_follow (void)
{
  QpWindow *window = gui_window_new ();
  QpProjectSession *session = qp_window_get_session (window);
  gui_select_new_screen (window);
  QpEstimateCache *estimates = qp_project_session_estimates (session);
  g_assert_true (isnan (qp_estimate_get (qp_estimate_cache_get (estimates, (QpNode *) gui_screen_now (window)), "area_m2")));
  gui_type_into (window, "cabinet_width_mm", "500");
  gui_type_into (window, "cabinet_height_mm", "500");
  gui_type_into (window, "columns", "4");
  gui_type_into (window, "rows", "2");
  const QpEstimate *estimate = qp_estimate_cache_get (estimates, (QpNode *) gui_screen_now (window));
  g_assert_cmpfloat_with_epsilon (qp_estimate_get (estimate, "area_m2"), 2, 1e-9);
  g_assert_cmpuint (qp_results_n_cards (qp_inspector_results (qp_window_inspector (window))), >, 0);
  QpTotals totals;
  g_assert_true (qp_estimate_cache_totals (estimates, qp_project_session_root (session), &totals));
  g_assert_cmpfloat_with_epsilon (totals.sums[qp_quantity_index ("area_m2")], 2, 1e-9);
  gui_window_gone (window);
}

static gboolean
has_row_titled (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_row_titled (child, title))
      return TRUE;
  return FALSE;
}

/* facts name results, fields of the screen, or anything; what the program knows has its name */
static void
test_facts (void)
{
  static const char *const facts[][3] = { { "area_m2", "1200", "Area: 1200" },
                                          { "luminance_day_cdm2", "5000", "Luminance by day: 5000" },
                                          { "tariff_per_kwh", "0.8", "Electricity tariff: 0.8" },
                                          { "eye_point", "0, 2", "eye point: 0, 2" } };
  QpWindow *window = gui_window_new ();
  const QpId screen = gui_select_new_screen (window)->id;
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (QpNode) fact = qp_node_new (QP_KIND_FACT, qp_id_new ());
      g_auto (QpValue) quantity = qp_value_text (facts[i][0]);
      g_auto (QpValue) value = qp_value_text (facts[i][1]);
      qp_node_init_value (fact, qp_kind_field (QP_KIND_FACT, "quantity"), &quantity);
      qp_node_init_value (fact, qp_kind_field (QP_KIND_FACT, "value"), &value);
      g_ptr_array_add (edits, qp_edit_insert (screen, -1, fact));
    }
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "facts", NULL, edits, NULL));
  gui_wait_ms (50);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_true (has_row_titled (GTK_WIDGET (qp_window_inspector (window)), facts[i][2]));
  gui_window_gone (window);
}

/* what a dimension line holds on to is told by its name */
static void
test_ends_of_a_dimension (void)
{
  QpWindow *window = gui_window_new ();
  const QpId plan = gui_first_plan (window)->id;
  const QpId wall = gui_add (window, plan, QP_KIND_OBSTACLE)->id, line = gui_add (window, plan, QP_KIND_DIMENSION)->id;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_auto (QpValue) value = qp_value_id (wall);
  QpValue shown;

  g_ptr_array_add (edits, qp_edit_set (line, qp_kind_field (QP_KIND_DIMENSION, "to"), &value));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "tie", NULL, edits, NULL));
  qp_selection_set_one (qp_project_session_selection (qp_window_get_session (window)), line);
  gui_settle ();
  QpFieldRow *row = qp_inspector_row (qp_window_inspector (window), "to");
  g_assert_true (qp_field_choice_get (QP_FIELD_CHOICE (qp_field_row_editor (row)), &shown));
  g_assert_true (qp_id_equal (shown.id, wall));
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/inspector/facts", test_facts);
  g_test_add_func ("/inspector/ends-of-a-dimension", test_ends_of_a_dimension);
  g_test_add_func ("/inspector/rows-of-each-kind", test_rows_of_each_kind);
  g_test_add_func ("/inspector/editing", test_editing);
  g_test_add_func ("/inspector/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/inspector/invalid-input", test_invalid_input);
  g_test_add_func ("/inspector/typing-is-not-taken-back", test_typing_is_not_taken_back);
  g_test_add_func ("/inspector/bad-typing-leaves-nothing", test_bad_typing_leaves_nothing);
  g_test_add_func ("/inspector/typed-numbers", test_typed_numbers);
  g_test_add_func ("/inspector/several-at-once", test_several_at_once);
  g_test_add_func ("/inspector/results-follow", test_results_follow);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
