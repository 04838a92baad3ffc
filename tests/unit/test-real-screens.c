/* test-real-screens.c: the engine against what was published about real screens
 *
 * The table tests/data/real_screens.csv has one screen a row: what was printed, a verdict found by hand whether it
 * adds up, and how far its own figures are apart. A consistent row with a grid of cabinets must come out of the
 * engine; an unclear or contradictory one must be told, never silently settled. `golden` are figures that must come
 * out to the last digit; `names` is what a single finding has to name (figures parted by “;”, findings by “|”).
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../oracles/csv-table.h"
#include "engine/qp-estimate.h"
#include "engine/qp-facts.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const CsvTable *table;
  guint row;
} Row;

static const char *
text (const Row *row, const char *column)
{
  return csv_table_get (row->table, row->row, column);
}

static double
number (const Row *row, const char *column)
{
  const char *value = text (row, column);
  return *value == '\0' ? NAN : g_ascii_strtod (value, NULL);
}

static void
set_text (QpNode *node, const char *field, const char *value)
{
  const QpField *found = qp_kind_field (node->kind, field);
  g_auto (QpValue) parsed = { 0 };

  g_assert_nonnull (found);
  g_assert_cmpint (qp_field_parse (found, value, &parsed), ==, QP_FIELD_FINE);
  qp_node_init_value (node, found, &parsed);
}

static void
set_count (QpNode *node, const char *field, gint64 count)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  set_text (node, field, value);
}

static QpNode *
new_fact (const Row *row, const char *column, const char *quantity)
{
  QpNode *fact = qp_node_new (QP_KIND_FACT, qp_id_new ());

  set_text (fact, "basis", "published");
  set_text (fact, "quantity", quantity);
  set_text (fact, "value", text (row, column));
  set_text (fact, "source", text (row, "source"));
  set_text (fact, "date", text (row, "date"));
  return fact;
}

/* a published column and the quantity it is a figure of */
static const struct
{
  const char *column;
  const char *quantity;
} published[] = {
  { "width_m", "width_m" },   { "other_width_m", "width_m" }, { "height_m", "height_m" },
  { "area_m2", "area_m2" },   { "other_area_m2", "area_m2" }, { "pitch_mm", "pitch_mm" },
  { "px_w", "px_w" },         { "px_h", "px_h" },             { "pixels", "pixels" },
  { "other_px_w", "px_w" },   { "other_px_h", "px_h" },       { "leds", "leds" },
  { "cabinets", "cabinets" }, { "uhd_class", "uhd_class" },
};

static void
add_facts (QpNode *screen, const Row *row)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);

  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    if (*text (row, published[i].column) != '\0')
      g_ptr_array_add (facts, new_fact (row, published[i].column, published[i].quantity));
  if (*text (row, "cabinets") != '\0')
    {
      g_ptr_array_add (facts, new_fact (row, "cell_width_mm", "cabinet_width_mm"));
      g_ptr_array_add (facts, new_fact (row, "cell_height_mm", "cabinet_height_mm"));
    }
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) facts->pdata, facts->len);
  qp_node_init_children (screen, list);
}

static gboolean
has_cell (const Row *row)
{
  return *text (row, "cell_width_mm") != '\0' && *text (row, "cell_px_w") != '\0';
}

static gint64
nearest (gint64 below, gint64 above, double each, double wanted)
{
  return fabs ((double) below * each - wanted) <= fabs ((double) above * each - wanted) ? below : above;
}

static void
grid_of_size (const Row *row, QpCell *cell, gint64 *columns, gint64 *rows)
{
  const double width_m = number (row, "width_m"), height_m = number (row, "height_m");
  QpGrid below, above;

  qp_fit_size (cell, width_m, height_m, &below, &above);
  *columns = nearest (below.columns, above.columns, (double) cell->width_um / 1e6, width_m);
  *rows = nearest (below.rows, above.rows, (double) cell->height_um / 1e6, height_m);
}

/* the pair of factors whose screen comes nearest to 16:9 */
static void
grid_of_count (const Row *row, const QpCell *cell, gint64 *columns, gint64 *rows)
{
  const gint64 count = (gint64) number (row, "cabinets");
  double best = INFINITY;

  for (gint64 c = 1; c <= count; c++)
    {
      const double ratio = (double) (c * cell->width_um) / ((double) (count / c) * (double) cell->height_um);
      if (count % c != 0 || fabs (log (ratio / (16.0 / 9))) >= best)
        continue;
      best = fabs (log (ratio / (16.0 / 9)));
      *columns = c;
      *rows = count / c;
    }
}

static void
find_grid (const Row *row, gint64 *columns, gint64 *rows)
{
  QpCell cell = { llround (number (row, "cell_width_mm") * 1000), llround (number (row, "cell_height_mm") * 1000),
                  (gint64) number (row, "cell_px_w"), (gint64) number (row, "cell_px_h") };

  if (*text (row, "columns") != '\0')
    {
      *columns = (gint64) number (row, "columns");
      *rows = (gint64) number (row, "rows");
    }
  else if (!isnan (number (row, "width_m")) && !isnan (number (row, "height_m")))
    grid_of_size (row, &cell, columns, rows);
  else
    grid_of_count (row, &cell, columns, rows);
}

static QpNode *
new_screen (const Row *row)
{
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  gint64 columns = 1, rows = 1;

  set_text (screen, "name", text (row, "name"));
  add_facts (screen, row);
  if (!has_cell (row))
    return screen;
  find_grid (row, &columns, &rows);
  set_text (screen, "cabinet_width_mm", text (row, "cell_width_mm"));
  set_text (screen, "cabinet_height_mm", text (row, "cell_height_mm"));
  set_text (screen, "cabinet_px_w", text (row, "cell_px_w"));
  set_text (screen, "cabinet_px_h", text (row, "cell_px_h"));
  set_count (screen, "columns", columns);
  set_count (screen, "rows", rows);
  return screen;
}

static void
assert_near (const Row *row, const QpEstimate *estimate, const char *quantity)
{
  const double expected = number (row, quantity);
  const double found = qp_estimate_get (estimate, quantity);
  const double percent = fabs (found / expected - 1) * 100;

  if (isnan (expected))
    return;
  g_test_message ("%s %s: published %g, engine %g, %.3f %% apart", text (row, "id"), quantity, expected, found, percent);
  g_assert_false (isnan (found));
  g_assert_cmpfloat (percent, <=, number (row, "deviation_percent"));
}

static double
area_of_cabinets (const Row *row)
{
  return number (row, "cabinets") * number (row, "cell_width_mm") * number (row, "cell_height_mm") / 1e6;
}

/* in digits alone, whatever separates thousands */
static char *
without_spaces (const char *message)
{
  g_auto (GStrv) parts = g_strsplit (message, "\u202f", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  g_auto (GStrv) thin = g_strsplit (joined, "\u2009", -1);
  return g_strjoinv ("", thin);
}

static gboolean
names_all (const char *message, const char *wanted)
{
  g_autofree char *plain = without_spaces (message);
  g_auto (GStrv) figures = g_strsplit (wanted, ";", -1);

  for (char **figure = figures; *figure != NULL; figure++)
    if (strstr (plain, *figure) == NULL)
      return FALSE;
  return TRUE;
}

static void
check_names (const Row *row, const QpFindings *findings)
{
  g_auto (GStrv) groups = g_strsplit (text (row, "names"), "|", -1);

  for (char **group = groups; *group != NULL; group++)
    {
      gboolean named = FALSE;
      for (guint i = 0; i < qp_findings_length (findings); i++)
        {
          g_test_message ("%s: %s", text (row, "id"), qp_findings_get (findings, i)->message);
          named |= names_all (qp_findings_get (findings, i)->message, *group);
        }
      if (!named)
        g_test_message ("%s: no finding names all of “%s”", text (row, "id"), *group);
      g_assert_true (named);
    }
}

/* "12.34" stands for all that is rounded to it */
static double
half_of_last_digit (const char *printed)
{
  const char *point = strchr (printed, '.');
  return 0.5 * pow (10, point == NULL ? 0 : -(double) strlen (point + 1)) + 1e-9;
}

static void
check_golden (const Row *row, const QpNode *screen, const QpEstimate *estimate)
{
  g_auto (GStrv) pairs = g_strsplit (text (row, "golden"), ";", -1);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      g_auto (GStrv) parts = g_strsplit (*pair, "=", 2);
      const QpField *field = qp_kind_field (QP_KIND_SCREEN, parts[0]);
      const QpValue value = field != NULL ? qp_node_get (screen, field) : (QpValue){ 0 };
      const double found = field != NULL ? qp_field_number (field, &value) : qp_estimate_get (estimate, parts[0]);
      g_test_message ("%s %s: %s expected, %.9g found", text (row, "id"), parts[0], parts[1], found);
      g_assert_cmpfloat_with_epsilon (found, g_ascii_strtod (parts[1], NULL), half_of_last_digit (parts[1]));
    }
}

static void
check_consistent (const Row *row)
{
  g_autoptr (QpNode) screen = new_screen (row);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  const QpEngineContext context = { 0 };
  QpEstimate estimate;

  qp_facts_check (screen, findings);
  g_assert_cmpuint (qp_findings_count (findings, QP_SEVERITY_WARNING), ==, 0);
  check_names (row, findings);
  if (!has_cell (row))
    return;

  static const char *const raster_and_area[] = { "width_m", "height_m", "area_m2", "px_w", "px_h", "pixels", "cabinets" };
  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  for (guint i = 0; i < G_N_ELEMENTS (raster_and_area); i++)
    assert_near (row, &estimate, raster_and_area[i]);
  check_golden (row, screen, &estimate);
  if (*text (row, "cabinets") != '\0')
    g_assert_cmpfloat_with_epsilon (qp_estimate_get (&estimate, "area_m2"), area_of_cabinets (row), 1e-6);
  if (*text (row, "uhd_class") != '\0')
    {
      g_autofree char *word = qp_quantity_format ((guint) qp_quantity_index ("uhd_class"),
                                                  qp_estimate_get (&estimate, "uhd_class"));
      g_assert_true (g_str_has_prefix (word, text (row, "uhd_class")));
    }
}

static void
check_doubtful (const Row *row)
{
  g_autoptr (QpNode) screen = new_screen (row);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  const QpEngineContext context = { 0 };

  qp_estimate_check ((const QpScreen *) screen, &context, findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    g_test_message ("%s: %s", text (row, "id"), qp_findings_get (findings, i)->message);
  g_assert_cmpuint (qp_findings_length (findings), >, 0);
  check_names (row, findings);
  if (strcmp (text (row, "verdict"), "contradiction") == 0)
    g_assert_cmpuint (qp_findings_count (findings, QP_SEVERITY_WARNING), >, 0);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  g_test_message ("%s (%s): %s", text (row, "name"), text (row, "verdict"), text (row, "note"));
  if (strcmp (text (row, "verdict"), "consistent") == 0)
    check_consistent (row);
  else
    check_doubtful (row);
}

/* the table is worth something only while it has rows of each sort */
static void
test_table (gconstpointer data)
{
  const CsvTable *table = data;
  guint grids = 0, contradictions = 0, golden = 0;

  for (guint i = 0; i < csv_table_n_rows (table); i++)
    {
      const Row row = { table, i };
      const char *verdict = text (&row, "verdict");
      grids += strcmp (verdict, "consistent") == 0 && has_cell (&row);
      if (strcmp (verdict, "contradiction") == 0)
        {
          g_assert_cmpstr (text (&row, "names"), !=, "");
          contradictions++;
        }
      golden += *text (&row, "golden") != '\0';
      g_assert_cmpstr (text (&row, "source"), !=, "");
    }
  g_assert_cmpuint (grids, >=, 4);
  g_assert_cmpuint (contradictions, >=, 11);
  g_assert_cmpuint (golden, >=, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (CsvTable) table = csv_table_read (TEST_DATA_DIR "/real_screens.csv");
  g_autofree Row *rows = g_new (Row, csv_table_n_rows (table));

  g_test_add_data_func ("/real-screens/table", table, test_table);
  for (guint i = 0; i < csv_table_n_rows (table); i++)
    {
      rows[i] = (Row){ table, i };
      g_autofree char *path = g_strconcat ("/real-screens/", text (&rows[i], "id"), NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
