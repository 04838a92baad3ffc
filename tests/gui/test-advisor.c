/* test-advisor.c: the pitch advisor and the card of the structure in the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "app/qp-advisor-page.h"
#include "app/qp-figures-view.h"
#include "app/qp-structure-card.h"

#include <string.h>
#include <time.h>

static void
set_text (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
}

static QpId
add_audience (QpWindow *window, const char *outline)
{
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (QpNode) audience = qp_node_new (QP_KIND_AUDIENCE, qp_id_new ());

  set_text (audience, "outline", outline);
  set_text (audience, "people_evening_per_h", "600");
  set_text (audience, "dwell_s", "60");
  g_ptr_array_add (edits, qp_edit_insert (gui_first_plan (window)->id, -1, audience));
  g_assert_true (qp_project_session_run (qp_window_get_session (window), "Audience", NULL, edits, NULL));
  return audience->id;
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

/* a screen of 12 × 6 cabinets of the catalogue looks down on a square */
static void
make_screen (QpWindow *window)
{
  QpNode *screen = gui_select_new_screen (window);
  const QpId id = screen->id;

  change (window, id, QP_KIND_SCREEN, "environment", "outdoor");
  change (window, id, QP_KIND_SCREEN, "cabinet_width_mm", "1000");
  change (window, id, QP_KIND_SCREEN, "cabinet_height_mm", "1000");
  change (window, id, QP_KIND_SCREEN, "cabinet_px_w", "100");
  change (window, id, QP_KIND_SCREEN, "cabinet_px_h", "100");
  change (window, id, QP_KIND_SCREEN, "columns", "12");
  change (window, id, QP_KIND_SCREEN, "rows", "6");
  change (window, id, QP_KIND_SCREEN, "bottom_height_m", "4");
  change (window, id, QP_KIND_SCREEN, "x_m", "0");
  change (window, id, QP_KIND_SCREEN, "y_m", "0");
}

static QpAdvisorPage *
open_page (QpWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.pitch-advisor", NULL));
  gui_settle ();
  GtkWidget *page = find_widget (GTK_WIDGET (window), QP_TYPE_ADVISOR_PAGE);
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));
  return QP_ADVISOR_PAGE (page);
}

static const QpAdvice *
advice_now (QpAdvisorPage *page)
{
  for (guint i = 0; i < 100 && (i == 0 || qp_advisor_page_is_busy (page)); i++)
    gui_wait_ms (50);
  g_assert_false (qp_advisor_page_is_busy (page));
  g_assert_nonnull (qp_advisor_page_advice (page));
  return qp_advisor_page_advice (page);
}

static void
test_live (void)
{
  QpWindow *window = gui_window_new ();
  make_screen (window);
  QpAdvisorPage *page = open_page (window);
  g_assert_cmpint (advice_now (page)->view.basis, ==, QP_ADVISOR_NOBODY);

  const QpId near = add_audience (window, "-10,-20 10,-20 10,-10 -10,-10");
  const double before = advice_now (page)->enough_mm;
  g_assert_cmpint (advice_now (page)->view.basis, ==, QP_ADVISOR_BY_PEOPLE);
  g_assert_cmpfloat (before, >, 2);
  g_assert_cmpfloat (before, <, 5);
  change (window, near, QP_KIND_AUDIENCE, "outline", "-10,-60 10,-60 10,-50 -10,-50");
  g_assert_cmpfloat (advice_now (page)->enough_mm, >, 3 * before);
  qp_document_undo (qp_project_session_document (qp_window_get_session (window)));
  g_assert_cmpfloat_with_epsilon (advice_now (page)->enough_mm, before, 1e-9);
  gui_window_gone (window);
}

/* one step that goes back in one step */
static void
test_use (void)
{
  QpWindow *window = gui_window_new ();
  QpDocument *document = qp_project_session_document (qp_window_get_session (window));
  make_screen (window);
  add_audience (window, "-10,-20 10,-20 10,-10 -10,-10");
  QpAdvisorPage *page = open_page (window);
  const QpAdvice *advice = advice_now (page);
  g_assert_cmpint (advice->present, >, 0);
  g_assert_false (qp_advisor_page_use (page));

  qp_advisor_page_choose (page, (guint) advice->present);
  g_assert_false (qp_advisor_page_use (page));
  const guint steps = qp_document_n_undo (document);
  const double pitch = qp_advice_candidate (advice, 0)->pitch_mm;
  const gint64 columns = qp_advice_candidate (advice, 0)->columns;
  qp_advisor_page_choose (page, 0);
  g_assert_true (qp_advisor_page_use (page));
  g_assert_cmpuint (qp_document_n_undo (document), ==, steps + 1);
  g_assert_cmpint (gui_screen_now (window)->columns, ==, columns);
  g_assert_nonnull (gui_screen_now (window)->cabinet);
  advice = advice_now (page);
  g_assert_cmpint (advice->present, ==, 0);
  g_assert_cmpfloat_with_epsilon (qp_advice_candidate (advice, 0)->pitch_mm, pitch, 0.02);
  qp_document_undo (document);
  g_assert_cmpint (gui_screen_now (window)->columns, ==, 12);
  g_assert_null (gui_screen_now (window)->cabinet);
  gui_window_gone (window);
}

/* microseconds that this thread has worked: the machine may be busy with others */
static gint64
worked_us (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spec);
  return (gint64) spec.tv_sec * G_USEC_PER_SEC + spec.tv_nsec / 1000;
}

static gboolean
on_tick (gpointer data)
{
  gint64 *times = data; /* last, longest */
  const gint64 now = worked_us ();

  times[1] = MAX (times[1], now - times[0]);
  times[0] = now;
  return G_SOURCE_CONTINUE;
}

/* 50 000 m² of audience, moved again and again: the window answers all the time */
static void
test_never_blocks (void)
{
  QpWindow *window = gui_window_new ();
  make_screen (window);
  const QpId square = add_audience (window, "-125,-210 125,-210 125,-10 -125,-10");
  QpAdvisorPage *page = open_page (window);
  advice_now (page);
  gint64 spent = 0;
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *outline = g_strdup_printf ("-125,-%u 125,-210 125,-10 -125,-10", 210 + i);
      change (window, square, QP_KIND_AUDIENCE, "outline", outline);
      gint64 times[] = { worked_us (), 0 };
      const guint ticks = g_timeout_add_full (G_PRIORITY_HIGH, 1, on_tick, times, NULL);
      gui_wait_ms (300);
      g_source_remove (ticks);
      spent = MAX (spent, times[1]);
    }
  g_test_message ("longest pause %.1f ms", (double) spent / 1000);
  g_assert_cmpint (spent, <, 100 * 1000);
  g_assert_cmpfloat (advice_now (page)->view.nearest->len, >, 1000);
  gui_window_gone (window);
}

static void
test_structure_card (void)
{
  QpWindow *window = gui_window_new ();
  make_screen (window);
  gui_settle ();
  QpStructureCard *card = QP_STRUCTURE_CARD (qp_inspector_structure (qp_window_inspector (window)));
  g_assert_cmpstr (qp_structure_card_sentence (card), ==, "Estimate, to be signed by a structural engineer.");
  g_assert_cmpstr (qp_structure_card_value (card, "weight_total_high_kg"), ==, "not known");
  g_assert_cmpstr (qp_structure_card_value (card, "wind_force_gb_kn"), ==, "not known");
  g_assert_null (qp_structure_card_value (card, "load_per_point_high_kg"));

  QpNode *site = qp_document_parent (qp_project_session_document (qp_window_get_session (window)), gui_first_plan (window)->id);
  const QpId id = site->id;
  change (window, id, QP_KIND_SITE, "terrain", "B");
  change (window, id, QP_KIND_SITE, "city", "深圳");
  gui_settle ();
  /* 72 m² at 7 m, so as at 10 m: (1 + 5 × 0.14) × 1.3 × 1.0 × 0.75 = 1.6575 kN/m² */
  g_assert_cmpstr (qp_structure_card_value (card, "wind_force_gb_kn"), ==, "119.3\u2009kN");
  g_assert_nonnull (strstr (qp_structure_card_value (card, "wind_moment_ground_gb_knm"), "835"));
  gui_window_gone (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/advisor/live", test_live);
  g_test_add_func ("/advisor/use", test_use);
  g_test_add_func ("/advisor/never-blocks", test_never_blocks);
  g_test_add_func ("/advisor/structure-card", test_structure_card);
}

int
main (int argc, char **argv)
{
  return gui_main (argc, argv, add_tests);
}
