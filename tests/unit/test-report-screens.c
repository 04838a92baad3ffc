/* test-report-screens.c: what the report tells of screens, their signals, structure and power is what the engine says
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pages-help.h"

#include "base/qp-language.h"
#include "base/qp-number.h"
#include "engine/qp-quantities.h"
#include "exchange/qp-report.h"
#include "store/qp-data.h"
#include "store/qp-store.h"

#include <math.h>
#include <string.h>

typedef struct
{
  QpNode *root;
  QpCatalogue *catalogue;
  GArray *placed;
} Fixture;

static void
on_text (guint page, QpBox box, const char *text, gpointer data)
{
  GString *words = g_string_new (text);

  g_string_replace (words, "\u202f", "\u2009", 0); /* no line of a page ends in a number's space */
  placed_add (page, box, words->str, ((Fixture *) data)->placed);
  g_string_free (words, TRUE);
}

static guint64
all_but (const char *key)
{
  return ~(G_GUINT64_CONSTANT (1) << qp_report_section_find (key));
}

/* the sample, with more said of something by its name */
static void
fixture_read_with (Fixture *self, const char *name, const char *attributes)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qp_data_sample ("en", &error);

  g_assert_no_error (error);
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autofree char *named = g_strdup_printf ("name=\"%s\"\n", name), *more = g_strdup_printf ("%s%s\n", named, attributes);
  g_assert_cmpuint (g_string_replace (text, named, more, 1), ==, 1);
  g_autoptr (GBytes) changed = g_string_free_to_bytes (text);
  self->root = qp_store_read (changed, QP_KIND_PROJECT, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  self->catalogue = qp_catalogue_load_builtin (NULL, &error);
  g_assert_no_error (error);
  self->placed = placed_new ();
}

static void
fixture_read (Fixture *self)
{
  fixture_read_with (self, "Beijing Road", "");
}

static void
fixture_clear (Fixture *self)
{
  qp_node_unref (self->root);
  qp_catalogue_unref (self->catalogue);
  g_array_unref (self->placed);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* one section of the report of the sample */
static void
tell (Fixture *self, const char *section)
{
  g_autoptr (GError) error = NULL;
  QpReport report;

  qp_report_init (&report, self->root, self->catalogue, "2026-11-28");
  report.left_out = all_but (section);
  report.probe = on_text;
  report.probe_data = self;
  g_array_set_size (self->placed, 0);
  g_autoptr (GBytes) pdf = qp_report_to_bytes (&report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->placed->len, >, 0);
}

#define placed_at(self, i) placed_text ((self)->placed, i)

static int
find (const Fixture *self, const char *text, guint from)
{
  for (guint i = from; i < self->placed->len; i++)
    if (strcmp (placed_at (self, i)->text, text) == 0)
      return (int) i;
  return -1;
}

/* the text right of a name, in the part of the report that belongs to a screen */
static const char *
beside (const Fixture *self, const char *screen, const char *label)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      if (!g_str_has_suffix (placed_at (self, i)->text, screen) || g_ascii_isdigit (*placed_at (self, i)->text) == 0)
        continue; /* headings have a number */
      int at = find (self, label, i);
      while (at > 0 && placed_at (self, (guint) at + 1)->box.x0 <= placed_at (self, (guint) at)->box.x0)
        at = find (self, label, (guint) at + 1); /* a heading of rows, or the last of a row */
      g_assert_cmpint (at, >, 0);
      return placed_at (self, (guint) at + 1)->text;
    }
  g_error ("no part of the report belongs to “%s”", screen);
}

static guint
count_prefix (const Fixture *self, const char *prefix)
{
  guint n = 0;

  for (guint i = 0; i < self->placed->len; i++)
    n += g_str_has_prefix (placed_at (self, i)->text, prefix);
  return n;
}

/* -- screens of the sample -- */

#define CORNER "Beijing Road 8K naked-eye 3D screen"
#define OLD "Guanyinqiao giant screen of 2015"

typedef struct
{
  const char *name;
  QpEstimate estimate;
  gboolean found;
} Wanted;

static void
on_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  Wanted *wanted = data;

  if (g_strcmp0 (screen->name, wanted->name) != 0)
    return;
  wanted->found = TRUE;
  qp_estimate_screen (&wanted->estimate, screen, context);
}

static void
estimate (const Fixture *self, const char *name, Wanted *wanted)
{
  const QpEngineContext context = { .project = (const QpProject *) self->root, .catalogue = self->catalogue };

  *wanted = (Wanted){ .name = name };
  qp_each_screen (self->root, &context, on_screen, wanted);
  g_assert_true (wanted->found);
}

static void
assert_result (const Fixture *self, const char *screen, const char *label, const char *key)
{
  const guint index = (guint) qp_quantity_index (key);
  Wanted wanted;

  estimate (self, screen, &wanted);
  g_autofree char *text = qp_quantity_format_with_unit (index, wanted.estimate.values[index]);
  g_assert_false (isnan (wanted.estimate.values[index]));
  g_assert_cmpstr (beside (self, screen, label), ==, text);
}

/* what a reviewer asks: the model, its figures, and what is not known said as such */
static void
test_planned (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f);
  tell (&f, "screens");
  const QpCabinet *cabinet = qp_catalogue_cabinet (f.catalogue, "samsung-xa060f");
  g_assert_cmpstr (beside (&f, CORNER, "Maker"), ==, cabinet->manufacturer);
  g_assert_cmpstr (beside (&f, CORNER, "Model"), ==, cabinet->model);
  g_autofree char *refresh = g_strdup_printf ("%.0f\u2009Hz", cabinet->refresh_hz);
  g_assert_cmpstr (beside (&f, CORNER, "Refresh rate"), ==, refresh);
  g_assert_true (isnan (cabinet->viewing_angle_h_deg));
  g_assert_cmpstr (beside (&f, CORNER, "Viewing angle across"), ==, "not known");
  g_assert_cmpstr (beside (&f, CORNER, "Colour temperature of white"), ==, "not known");
  g_assert_cmpstr (beside (&f, "Liuhua 8K LED cinema screen", "Sound"), ==, "Loudspeakers");
  g_assert_cmpstr (beside (&f, "Window of the Bay Area", "Seen from both sides"), ==, "no");
  assert_result (&f, CORNER, "Cabinets", "cabinets");
  placed_assert_apart (f.placed);
}

/* a screen without a size has no drawing, but says why */
static void
test_no_size (void)
{
  g_auto (Fixture) f = { 0 };
  fixture_read (&f);
  tell (&f, "screens");
  g_assert_cmpuint (count_prefix (&f, "Figure "), ==, 5);
  g_assert_cmpuint (count_prefix (&f, "There is no drawing of this screen"), ==, 1);
  g_assert_cmpstr (beside (&f, OLD, "Model"), ==, "not known");
  g_assert_cmpuint (count_prefix (&f, "?"), ==, 0); /* what is not known is said in words, or not at all */
}

static void
assert_number_at (const Fixture *self, const char *screen, const char *stage, const char *key)
{
  Wanted wanted;

  estimate (self, screen, &wanted);
  g_autofree char *number = qp_number_display (qp_estimate_get (&wanted.estimate, key), 0);
  const char *device = beside (self, screen, stage);
  for (guint i = 0; i < self->placed->len; i++)
    if (placed_at (self, i)->text == device)
      g_assert_cmpstr (placed_at (self, i + 1)->text, ==, number);
}

static void
test_signal (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f);
  tell (&f, "signal");
  assert_number_at (&f, CORNER, "Data ports", "ports_routed");
  assert_number_at (&f, CORNER, "Receiving cards", "receiving_cards");
  assert_number_at (&f, CORNER, "Player", "players");
  g_assert_cmpstr (beside (&f, CORNER, "Signal source"), ==, "8K public programme, outdoors");
  g_assert_cmpstr (beside (&f, CORNER, "Sound"), ==, "Phone audio");
  assert_result (&f, CORNER, "Ports routed", "ports_routed");
  g_assert_cmpuint (count_prefix (&f, "Figure "), ==, 14); /* both sides of those that have a size, a diagram where a device is chosen */
  placed_assert_apart (f.placed);
}

static void
test_structure (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f);
  tell (&f, "structure");
  assert_result (&f, CORNER, "Weight of the cabinets", "weight_kg");
  g_assert_cmpstr (beside (&f, CORNER, "Wind force, GB 50009"), ==, "not known");
  for (guint i = 0; i < f.placed->len; i++) /* no part of a calculation that has no result */
    g_assert_cmpstr (placed_at (&f, i)->text, !=, "Factor for openings, ASCE 7");
  placed_assert_apart (f.placed);
}

/* each standard has its own rows once its result is known */
static void
test_wind (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read_with (&f, "Beijing Road", "terrain=\"C\"");
  tell (&f, "structure");
  assert_result (&f, CORNER, "Wind force, GB 50009", "wind_force_gb_kn");
  assert_result (&f, CORNER, "Gust factor, GB 50009", "gust_factor_gb");
  g_assert_cmpstr (beside (&f, CORNER, "Wind force, ASCE 7"), ==, "not known");
  g_assert_cmpuint (count_prefix (&f, "Wind by GB 50009"), ==, 1);
  g_assert_cmpuint (count_prefix (&f, "Wind by ASCE 7"), ==, 0);
  placed_assert_apart (f.placed);
}

static void
test_power (void)
{
  g_auto (Fixture) f = { 0 };
  guint demands = 0;

  fixture_read (&f);
  tell (&f, "power");
  assert_result (&f, CORNER, "Outgoing circuits", "circuits");
  assert_result (&f, CORNER, "All phases", "circuits");
  assert_result (&f, CORNER, "Current of phase L1 at peak power", "phase_1_a");
  for (guint i = 0; i < f.placed->len; i++)
    demands += strcmp (placed_at (&f, i)->text, "at most 0.1\u2009Ω (?)") == 0;
  g_assert_cmpuint (demands, ==, 1);
  placed_assert_apart (f.placed);
}

/* -- what keeps a group of results from being known -- */

static void
on_gap (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  QpEstimate results;

  if (g_strcmp0 (screen->name, data) != 0)
    return;
  qp_estimate_screen (&results, screen, context);
  g_autofree char *power = qp_estimate_missing (&results, QP_RESULT_POWER, screen, context);
  g_assert_nonnull (strstr (power, "Maximum power of a cabinet (no cabinet chosen)"));
  g_assert_null (strstr (power, "Current of phase L1")); /* hidden by the same cabinet */
  g_assert_null (strstr (power, "Peak power"));          /* follows from it */
  g_autofree char *size = qp_estimate_missing (&results, QP_RESULT_SIZE, screen, context);
  g_assert_null (size);
}

static void
test_missing (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f);
  const QpEngineContext context = { .project = (const QpProject *) f.root, .catalogue = f.catalogue };
  qp_each_screen (f.root, &context, on_gap, (gpointer) "Futian Galaxy 8K P2.5 screen");
}

/* -- all pages -- */

/* every page of the sample's report, in its language: no text over another, none beyond the paper */
static void
test_all_pages (gconstpointer language)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qp_data_sample (language, &error);
  g_autoptr (QpNode) root = qp_store_read (bytes, QP_KIND_PROJECT, findings, &error);
  g_autoptr (QpCatalogue) catalogue = qp_catalogue_load_builtin (NULL, NULL);
  g_autoptr (GArray) placed = placed_new ();
  double width, height;
  QpReport report;

  g_assert_no_error (error);
  g_assert_true (qp_language_begin (language, &error));
  qp_report_init (&report, root, catalogue, "2026-11-28");
  report.probe = placed_add;
  report.probe_data = placed;
  g_autoptr (GBytes) pdf = qp_report_to_bytes (&report, NULL, &error);
  qp_language_end ();
  g_assert_no_error (error);
  qp_pages_paper_size (0, TRUE, &width, &height);
  g_assert_cmpuint (placed_text (placed, placed->len - 1)->page, >, 90);
  for (guint i = 0; i < placed->len; i++)
    if (placed_text (placed, i)->box.x0 < 0 || placed_text (placed, i)->box.x1 > width || placed_text (placed, i)->box.y1 > width)
      g_error ("“%.60s” leaves page %u", placed_text (placed, i)->text, placed_text (placed, i)->page);
  placed_assert_apart (placed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-screens/planned", test_planned);
  g_test_add_func ("/report-screens/no-size", test_no_size);
  g_test_add_func ("/report-screens/signal", test_signal);
  g_test_add_func ("/report-screens/structure", test_structure);
  g_test_add_func ("/report-screens/wind", test_wind);
  g_test_add_func ("/report-screens/power", test_power);
  g_test_add_func ("/report-screens/missing", test_missing);
  g_test_add_data_func ("/report-screens/all-pages/en", "en", test_all_pages);
  g_test_add_data_func ("/report-screens/all-pages/zh_CN", "zh_CN", test_all_pages);
  return g_test_run ();
}
