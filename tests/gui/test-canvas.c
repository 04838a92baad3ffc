/* test-canvas.c: what the canvas shows when it goes from plan to plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gui-help.h"

#include "canvas/qp-canvas.h"
#include "model/qp-kinds.h"
#include "render/qp-style.h"
#include "store/qp-store.h"


static QpNode *
load_sample (gboolean with_backgrounds)
{
  g_autofree char *path = g_build_filename (g_getenv ("QIANPING_DATADIR"), "samples", "guangdong.qianping", NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_autoptr (GString) all = g_string_new_len (text, (gssize) length);
  g_free (text);
  if (!with_backgrounds)
    g_string_replace (all, "schematic=\"yes\"", "schematic=\"yes\" visible=\"no\"", 0);
  g_autoptr (GBytes) bytes = g_bytes_new (all->str, all->len);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  QpNode *project = qp_store_read (bytes, QP_KIND_PROJECT, findings, &error);
  g_assert_no_error (error);
  return project;
}

/* the plans that have a background */
static GPtrArray *
plans_of (QpNode *project)
{
  GPtrArray *plans = g_ptr_array_new ();
  QpNodeIter sites, inner, objects;

  qp_node_iter_init (&sites, project->children);
  for (QpNode *site; (site = qp_node_iter_next_of (&sites, QP_KIND_SITE)) != NULL;)
    {
      qp_node_iter_init (&inner, site->children);
      for (QpNode *plan; (plan = qp_node_iter_next_of (&inner, QP_KIND_PLAN)) != NULL;)
        {
          qp_node_iter_init (&objects, plan->children);
          if (qp_node_iter_next_of (&objects, QP_KIND_BACKGROUND) != NULL)
            g_ptr_array_add (plans, plan);
        }
    }
  return plans;
}

/* how many pixels of the canvas are bare paper */
static guint
count_paper (GtkWidget *canvas)
{
  QpPlanStyle style;

  qp_plan_style_init (&style, QP_THEME_LIGHT, QP_TEXT_PX);
  return gui_count_pixels (canvas, style.paper);
}

static GtkWidget *
new_window (QpDocument *document, QpCanvas **canvas)
{
  GtkWidget *window = gtk_window_new ();

  *canvas = qp_canvas_new ();
  qp_stage_set_document (qp_canvas_get_stage (*canvas), document);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*canvas));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static guint
show_plan (QpCanvas *canvas, const QpNode *plan)
{
  qp_stage_set_plan (qp_canvas_get_stage (canvas), plan->id);
  qp_stage_fit (qp_canvas_get_stage (canvas));
  gui_wait_ms (1500);
  return count_paper (GTK_WIDGET (canvas));
}

/* each plan has its background, whichever was shown before, and also once its lines were taken off it for snapping */
static void
test_from_plan_to_plan (void)
{
  g_autoptr (QpNode) project = load_sample (TRUE);
  g_autoptr (QpNode) bare = load_sample (FALSE);
  g_autoptr (QpDocument) document = qp_document_new (project);
  g_autoptr (QpDocument) without = qp_document_new (bare);
  g_autoptr (GPtrArray) plans = plans_of (project);
  QpCanvas *canvas, *other;
  GtkWidget *window = new_window (document, &canvas), *bare_window = new_window (without, &other);

  g_assert_cmpuint (plans->len, >, 2);
  for (guint i = 0; i < 3; i++)
    {
      const guint shown = show_plan (canvas, plans->pdata[i]), hidden = show_plan (other, plans->pdata[i]);
      g_test_message ("plan %u: %u bare pixels with its background, %u without", i, shown, hidden);
      g_assert_cmpuint (shown, <, hidden * 8 / 10);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (bare_window));
}

static void
add_tests (void)
{
  g_test_add_func ("/canvas/from-plan-to-plan", test_from_plan_to_plan);
}

int
main (int argc, char *argv[])
{
  return gui_main (argc, argv, add_tests);
}
