/* bench-core.c: times what needs no window: saving, all results, cost and content, results after one edit
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/qp-estimate-cache.h"
#include "engine/qp-content-project.h"
#include "engine/qp-years.h"
#include "store/qp-store.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 9

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static QpNode *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  QpFileState state = { NULL };
  QpNode *project = qp_store_load (file, NULL, &state, &error);

  g_assert_no_error (error);
  qp_file_state_clear (&state);
  return project;
}

/* the whole of saving, against only flushing bytes that are there already */
static void
time_saving (const char *path, const char *folder)
{
  g_autoptr (QpNode) project = load (path);
  g_autofree char *ours = g_build_filename (folder, "ours.qianping", NULL);
  g_autofree char *plain = g_build_filename (folder, "plain.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (ours);
  g_autoptr (GBytes) bytes = qp_store_write (project);
  double a[ROUNDS], b[ROUNDS];
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      QpFileState state = { NULL };

      gint64 start = g_get_monotonic_time ();
      qp_store_save (file, project, &state, TRUE, &error);
      a[i] = ms_since (start);
      g_assert_no_error (error);
      qp_file_state_clear (&state);

      start = g_get_monotonic_time ();
      g_file_set_contents_full (plain, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0666, &error);
      b[i] = ms_since (start);
      g_assert_no_error (error);
    }
  g_print ("save_ms=%.2f plain_ms=%.2f\n", median (a, ROUNDS), median (b, ROUNDS));
}

static QpCatalogue *
catalogue_of (const QpNode *project)
{
  g_autoptr (QpCatalogue) builtin = qp_catalogue_load_builtin (NULL, NULL);

  return qp_catalogue_with_project (builtin, project);
}

static void
time_results (const char *path)
{
  g_autoptr (QpNode) project = load (path);
  g_autoptr (QpCatalogue) catalogue = catalogue_of (project);
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };
  double times[ROUNDS];
  QpTotals totals;

  for (guint i = 0; i < ROUNDS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      qp_totals_init (&totals);
      qp_totals_add_tree (&totals, project, &context);
      times[i] = ms_since (start);
    }
  g_print ("results_ms=%.2f screens=%u\n", median (times, ROUNDS), totals.screens);
}

/* budget and years of all screens, and what their contents need */
static void
time_money (const char *path)
{
  g_autoptr (QpNode) project = load (path);
  g_autoptr (QpCatalogue) catalogue = catalogue_of (project);
  const QpEngineContext context = { .project = (const QpProject *) project, .catalogue = catalogue };
  double cost[ROUNDS], content[ROUNDS];
  guint lines = 0, played = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      QpBudget *budget = qp_budget_new (project, &context, "2026-11-28");
      QpYears years;
      qp_years_init (&years, budget, project, QP_CASE_LIKELY);
      cost[i] = ms_since (start);
      lines = budget->rows->len;
      qp_years_clear (&years);
      qp_budget_free (budget);
      const gint64 then = g_get_monotonic_time ();
      g_autoptr (QpContentProject) contents = qp_content_project_new (project, &context);
      content[i] = ms_since (then);
      played = contents->screens;
    }
  g_print ("cost_ms=%.2f lines=%u content_ms=%.2f screens=%u\n", median (cost, ROUNDS), lines, median (content, ROUNDS), played);
}

static QpNode *
first_screen (QpNode *node)
{
  QpNodeIter iter;

  if (node->kind == QP_KIND_SCREEN)
    return node;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    {
      QpNode *found = first_screen (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
edit_columns (QpDocument *document, QpId id, gint64 columns)
{
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpValue value = qp_value_integer (columns);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (edits, qp_edit_set (id, QP_SCREEN_FIELD (columns), &value));
  qp_document_run (document, "Resize", NULL, edits, &error);
  g_assert_no_error (error);
}

/* as the window does it: the edit itself, the results of the screen, the totals of the city */
static void
time_edit (const char *path)
{
  g_autoptr (QpNode) project = load (path);
  g_autoptr (QpDocument) document = qp_document_new (project);
  g_autoptr (QpCatalogue) builtin = qp_catalogue_load_builtin (NULL, NULL);
  g_autoptr (QpEstimateCache) cache = qp_estimate_cache_new (document, builtin);
  const QpId id = first_screen (project)->id;
  double times[ROUNDS];
  QpTotals totals;

  while (!qp_estimate_cache_totals (cache, project, &totals) || qp_estimate_cache_is_busy (cache))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < ROUNDS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      edit_columns (document, id, 10 + i);
      qp_estimate_cache_get (cache, qp_document_find (document, id));
      qp_estimate_cache_totals (cache, qp_document_get_root (document), &totals);
      times[i] = ms_since (start);
    }
  g_print ("edit_ms=%.3f\n", median (times, ROUNDS));
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "save") == 0)
    time_saving (argv[2], argv[3]);
  else if (argc == 3 && strcmp (argv[1], "results") == 0)
    time_results (argv[2]);
  else if (argc == 3 && strcmp (argv[1], "money") == 0)
    time_money (argv[2]);
  else if (argc == 3 && strcmp (argv[1], "edit") == 0)
    time_edit (argv[2]);
  else
    {
      g_printerr ("usage: bench-core save FILE FOLDER | results FILE | money FILE | edit FILE\n");
      return 2;
    }
  return 0;
}
