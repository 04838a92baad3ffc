/* test-data-runs.c: ports and controllers of a screen, each number with its arithmetic
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-data-runs.h"

#include <math.h>
#include <string.h>

static QpNode *
set (QpNode *node, const char *name, const char *text)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) value = { 0 };

  g_assert_nonnull (field);
  g_assert_cmpint (qp_field_parse (field, text, &value), ==, QP_FIELD_FINE);
  qp_node_init_value (node, field, &value);
  return node;
}

/* the built-in catalogue, and HELIOS as its maker prints it: 425 000 px per port at 12 bit, 35 Mpx, 8 × 10 ports */
static QpCatalogue *
load (void)
{
  static QpCatalogue *catalogue;

  if (catalogue != NULL)
    return qp_catalogue_ref (catalogue);
  g_autoptr (GError) error = NULL;
  g_autoptr (QpCatalogue) builtin = qp_catalogue_load_builtin (NULL, &error);
  g_assert_no_error (error);
  QpNode *root = qp_node_new (QP_KIND_CATALOGUE, qp_id_new ());
  QpNode *helios = qp_node_new (QP_KIND_CONTROLLER, qp_id_new ());
  set (set (set (helios, "key", "helios"), "manufacturer", "Megapixel"), "model", "HELIOS");
  set (set (set (helios, "port_px_12bit", "425000"), "capacity_px", "35000000"), "ports", "80");
  g_autoptr (GPtrArray) nodes = qp_catalogue_nodes (builtin, QP_KIND_CONTROLLER);
  g_autoptr (QpNodeList) list = qp_node_list_with_insert (root->children, 0, helios);
  for (guint i = 0; i < nodes->len; i++)
    {
      QpNodeList *longer = qp_node_list_with_insert (list, 0, nodes->pdata[i]);
      qp_node_list_unref (list);
      list = longer;
    }
  qp_node_init_children (root, list);
  catalogue = qp_catalogue_new (&root, 1);
  qp_node_unref (root);
  qp_node_unref (helios);
  return qp_catalogue_ref (catalogue);
}

/* cabinets of 0.6 × 0.3375 m with 480 × 270 = 129 600 px: 16 × 16 are 8K, 8 × 8 are 4K */
static QpNode *
new_screen (const char *columns, const char *rows, const char *controller)
{
  QpNode *screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());

  set (set (screen, "cabinet_width_mm", "600"), "cabinet_height_mm", "337.5");
  set (set (screen, "cabinet_px_w", "480"), "cabinet_px_h", "270");
  set (set (screen, "columns", columns), "rows", rows);
  return controller == NULL ? screen : set (screen, "controller", controller);
}

static void
run (QpDataRuns *runs, const QpNode *screen)
{
  g_autoptr (QpCatalogue) catalogue = load ();
  const QpEngineContext context = { .catalogue = catalogue };

  qp_data_runs_init (runs, (const QpScreen *) screen, &context);
}

/* every cabinet once, no port over its capacity, every hop to a neighbour where `near` */
static void
assert_sound (const QpDataRuns *runs, gboolean near)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint cabinets = 0;

  g_assert_cmpint (runs->state, ==, QP_DATA_ROUTED);
  for (guint i = 0; i < runs->runs->len; i++)
    {
      const QpDataRun *one = qp_data_run (runs, i);
      g_assert_false (one->over);
      g_assert_cmpfloat (one->load_px, <=, runs->limits.port_px);
      cabinets += one->side == 0 ? one->n : 0;
      for (guint k = one->first; k < one->first + one->n && one->side == 0; k++)
        {
          const QpRunCell *cell = &g_array_index (runs->cells, QpRunCell, k);
          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (cell->row * 65536 + cell->column + 1)));
          if (near && k > one->first)
            g_assert_cmpint (ABS ((int) cell->column - (int) cell[-1].column) + ABS ((int) cell->row - (int) cell[-1].row),
                             ==, 1);
        }
    }
  g_assert_cmpuint (cabinets, ==, runs->cells->len);
}

/* one row of a table: what a screen is, and what it has to need */
typedef struct
{
  const char *side; /* columns and rows: "16" is 8K, "8" is 4K */
  const char *controller;
  const char *bits;
  const char *rate;
  const char *card;
  double port_px;
  double bound;
  guint routed;
  guint devices;
} Case;

static void
check_case (const Case *c)
{
  g_autoptr (QpNode) screen = new_screen (c->side, c->side, c->controller);
  g_auto (QpDataRuns) runs = { 0 };

  set (set (screen, "drive_bits", c->bits), "drive_rate_hz", c->rate);
  if (c->card != NULL)
    set (screen, "receiving_card", c->card);
  run (&runs, screen);
  g_assert_cmpfloat (runs.limits.port_px, ==, c->port_px);
  g_assert_cmpfloat (runs.bound, ==, c->bound);
  g_assert_cmpuint (runs.runs->len, ==, c->routed);
  g_assert_cmpfloat (runs.ports, ==, c->routed);
  g_assert_cmpuint (runs.devices->len, ==, c->devices);
  assert_sound (&runs, TRUE);
}

/* 8K has 33 177 600 px, 4K 8 294 400 px; a cabinet has 129 600 px */
static void
test_coex (void)
{
  static const Case cases[] = {
    /* 33 177 600 ÷ 659 722 = 50.29; 5 cabinets (648 000 px) a port, 256 ÷ 5 = 51.2; 9 000 000 ÷ 648 000 = 13.9 ports a
     * device, 52 ÷ 13 = 4 */
    { "16", "novastar-mx40-pro", "8", "60", NULL, 659722, 51, 52, 4 },
    /* 8 294 400 ÷ 659 722 = 12.57; 64 ÷ 5 = 12.8; 8.3 Mpx are within 9 Mpx */
    { "8", "novastar-mx40-pro", "8", "60", NULL, 659722, 13, 13, 1 },
    /* 0.95 Gbit/s ÷ (60 × 48): 33 177 600 ÷ 329 861 = 100.6; 2 cabinets a port; 9 000 000 ÷ 259 200 = 34.7, but 20 ports a
     * device: 128 ÷ 20 = 6.4 */
    { "16", "novastar-mx40-pro", "10", "60", NULL, 329861, 101, 128, 7 },
    /* … ÷ (60 × 32) with these cards: 33 177 600 ÷ 494 791 = 67.05; 3 cabinets a port, 256 ÷ 3 = 85.3; 20 ports a device:
     * 86 ÷ 20 = 4.3 */
    { "16", "novastar-mx40-pro", "10", "60", "novastar-a10s-pro", 494791, 68, 86, 5 },
    { "16", "novastar-mx40-pro", "10", "60", "A8s Pro", 494791, 68, 86, 5 },
    /* another card, or 12 bit with the same: 48 bits per pixel */
    { "16", "novastar-mx40-pro", "10", "60", "novastar-a8s", 329861, 101, 128, 7 },
    { "16", "novastar-mx40-pro", "12", "60", "novastar-a10s-pro", 329861, 101, 128, 7 },
    /* 659 722 × 60 ÷ 50 = 791 666.4; 33 177 600 ÷ 791 666 = 41.9; 6 cabinets a port (777 600 px), 256 ÷ 6 = 42.7;
     * 9 000 000 ÷ 777 600 = 11.6 ports a device, 43 ÷ 11 = 3.9 */
    { "16", "novastar-mx40-pro", "8", "50", NULL, 791666, 42, 43, 4 },
    /* half the port, the same device: 2 cabinets a port, 128 ÷ 20 = 6.4 */
    { "16", "novastar-mx40-pro", "8", "120", NULL, 329861, 101, 128, 7 },
    /* twice the port, the same device: 10 cabinets (1 296 000 px), 256 ÷ 10 = 25.6; 9 000 000 ÷ 1 296 000 = 6.9 ports a
     * device, 26 ÷ 6 = 4.3; 33 177 600 ÷ 1 319 444 = 25.1 */
    { "16", "novastar-mx40-pro", "8", "30", NULL, 1319444, 26, 26, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

static void
test_other_makers (void)
{
  static const Case cases[] = {
    /* 756 Mbit/s ÷ (60 × 24): 4 cabinets a port (518 400 px), 33 177 600 ÷ 525 000 = 63.2; at most 4096 × 2160 px on a
     * device: four quarters of 8 × 8 cabinets, 16 ports each */
    { "16", "brompton-tessera-sx40", "8", "60", NULL, 525000, 64, 64, 4 },
    /* × 30: 3 cabinets a port; 33 177 600 ÷ 420 000 = 78.99; a quarter has 64 ÷ 3 = 21.3 → 22 ports */
    { "16", "brompton-tessera-sx40", "10", "60", NULL, 420000, 79, 88, 4 },
    /* × 36: 2 cabinets a port; 33 177 600 ÷ 350 000 = 94.8; 32 ports a quarter */
    { "16", "brompton-tessera-sx40", "12", "60", NULL, 350000, 95, 128, 4 },
    /* 510 000 px at 50 Hz, 12 bit; 425 000 at 60 Hz: 3 cabinets a port; 33 177 600 ÷ 510 000 = 65.05; 35 Mpx hold all,
     * but 86 ports need two devices of 80 */
    { "16", "helios", "12", "60", NULL, 425000, 79, 86, 2 },
    { "16", "helios", "12", "50", NULL, 510000, 66, 86, 2 },
    /* printed for 12 bit only: 8 bit takes no more */
    { "16", "helios", "8", "60", NULL, 425000, 79, 86, 2 },
    /* 5G ports: 22 cabinets (2 851 200 px), 256 ÷ 22 = 11.6, whole columns of 16 would take 16; 33 177 600 ÷ 2 951 200 =
     * 11.2; 9 000 000 ÷ 2 851 200 = 3.2: 12 ÷ 3 = 4; at most 8192 × 8192 px */
    { "16", "novastar-cx40-pro", "8", "60", NULL, 2951200, 12, 12, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
}

/* 936 Mbit/s: ÷ (60 × 24) = 650 000 px, 33 177 600 ÷ 650 000 = 51.04; 10 and 12 bit padded to 48: 325 000 px */
static void
test_no_controller (void)
{
  static const Case cases[] = { { "16", NULL, "8", "60", NULL, 650000, 52, 52, 0 },
                                { "16", NULL, "10", "60", NULL, 325000, 103, 128, 0 },
                                { "16", NULL, "12", "60", NULL, 325000, 103, 128, 0 } };
  QpDataLimits limits;
  const QpEngineContext context = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (&cases[i]);
  g_autoptr (QpNode) screen = new_screen ("2", "2", NULL);
  qp_data_limits_init (&limits, (const QpScreen *) screen, &context);
  g_assert_cmpint (limits.basis, ==, QP_PORT_ASSUMED);
  g_autofree char *words = qp_data_limits_describe (&limits);
  g_autofree char *drive = qp_data_limits_drive (&limits);
  g_assert_nonnull (strstr (words, "assumption"));
  g_assert_cmpstr (drive, ==, "8 bit (assumed), 60 Hz (assumed)");
}

/* the sheet of the VX1000 knows 8 bit only */
static void
test_bits_unsupported (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("8", "8", "novastar-vx1000"), "drive_bits", "10");
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_auto (QpDataRuns) runs = { 0 };

  run (&runs, screen);
  g_assert_cmpint (runs.state, ==, QP_DATA_NO_PORT);
  g_assert_true (isnan (runs.bound) && isnan (runs.ports));
  qp_data_runs_check (&runs, (const QpScreen *) screen, NULL, "s", findings);
  g_assert_cmpuint (qp_findings_length (findings), ==, 1);
  g_assert_cmpstr (qp_findings_get (findings, 0)->code, ==, "bit-depth-unsupported");
}

/* bits and rate of the content count where the screen says nothing */
static void
test_content (void)
{
  QpNode *project = qp_node_new (QP_KIND_PROJECT, qp_id_new ());
  QpNode *content = set (set (qp_node_new (QP_KIND_CONTENT, qp_id_new ()), "bit_depth", "10"), "frame_rate_hz", "50");
  g_autoptr (QpNodeList) list = qp_node_list_with_insert (project->children, 0, content);
  g_autoptr (QpNode) screen = new_screen ("8", "8", NULL);
  const QpValue id = qp_value_id (content->id);
  const QpEngineContext context = { .project = (const QpProject *) project };
  QpDataLimits limits;

  qp_node_init_children (project, list);
  qp_node_init_value (screen, qp_kind_field (QP_KIND_SCREEN, "content"), &id);
  qp_data_limits_init (&limits, (const QpScreen *) screen, &context);
  g_assert_cmpint (limits.bits, ==, 10);
  g_assert_cmpint (limits.bits_origin, ==, QP_DRIVE_CONTENT);
  g_assert_cmpfloat (limits.rate_hz, ==, 50);
  set (screen, "drive_bits", "8");
  qp_data_limits_init (&limits, (const QpScreen *) screen, &context);
  g_assert_cmpint (limits.bits, ==, 8);
  g_assert_cmpint (limits.bits_origin, ==, QP_DRIVE_SCREEN);
  qp_node_unref (content);
  qp_node_unref (project);
}

/* 5 cabinets fit a port by pixels; 3 × 3 cabinets in columns */
static void
test_cabinets_per_port (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("3", "3", "novastar-mx40-pro"), "cabinets_per_port", "4");
  g_auto (QpDataRuns) runs = { 0 };

  run (&runs, screen);
  /* 9 ÷ 4 = 2.25 → 3 ports, and whole columns take no more */
  g_assert_cmpuint (runs.runs->len, ==, 3);
  g_assert_cmpuint (qp_data_run (&runs, 0)->n, ==, 3);
}

/* VX600: 650 000 px, 5 cabinets; the rectangle around a run counts, so a corner that is missing counts too */
static void
test_rectangle (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("2", "3", "novastar-vx600"), "missing_cells", "1,1");
  g_autoptr (QpNode) same = set (new_screen ("2", "3", "novastar-mx40-pro"), "missing_cells", "1,1");
  g_auto (QpDataRuns) runs = { 0 }, free_form = { 0 };

  run (&runs, screen);
  run (&free_form, same);
  /* 5 cabinets in a rectangle of 6: one port where cabinets count, a port for each column where the rectangle counts */
  g_assert_cmpuint (free_form.runs->len, ==, 1);
  g_assert_cmpuint (runs.runs->len, ==, 2);
  g_assert_cmpfloat (qp_data_run (&runs, 0)->load_px, ==, 2 * 129600);
  g_assert_cmpfloat (qp_data_run (&runs, 1)->load_px, ==, 3 * 129600);
}

static void
assert_cell (const QpDataRuns *runs, guint i, guint column, guint row)
{
  const QpRunCell *cell = &g_array_index (runs->cells, QpRunCell, i);

  g_assert_cmpuint (cell->column, ==, column);
  g_assert_cmpuint (cell->row, ==, row);
}

static void
test_patterns (void)
{
  static const struct
  {
    const char *start, *order, *snake;
    guint cells[4][2]; /* the first three and the last */
  } cases[] = {
    { "top_left", "columns", "yes", { { 0, 0 }, { 0, 1 }, { 1, 1 }, { 2, 1 } } },
    { "top_left", "columns", "no", { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 2, 1 } } },
    { "bottom_right", "columns", "yes", { { 2, 1 }, { 2, 0 }, { 1, 0 }, { 0, 0 } } },
    { "bottom_left", "rows", "yes", { { 0, 1 }, { 1, 1 }, { 2, 1 }, { 0, 0 } } },
    { "top_right", "rows", "no", { { 2, 0 }, { 1, 0 }, { 0, 0 }, { 0, 1 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QpNode) screen = new_screen ("3", "2", "novastar-mx40-pro");
      g_auto (QpDataRuns) runs = { 0 };
      set (set (set (screen, "data_start", cases[i].start), "data_order", cases[i].order), "data_snake", cases[i].snake);
      run (&runs, screen);
      for (guint k = 0; k < 3; k++)
        assert_cell (&runs, k, cases[i].cells[k][0], cases[i].cells[k][1]);
      assert_cell (&runs, 5, cases[i].cells[3][0], cases[i].cells[3][1]);
    }
}

/* 4 + 4 columns of 2: 16 cabinets would take 4 ports of 5; a port that stays on its face takes 2 for each */
static void
test_folds (void)
{
  g_autoptr (QpNode) screen = new_screen ("5", "2", "novastar-mx40-pro");
  g_auto (QpDataRuns) runs = { 0 };

  set (set (screen, "shape", "corner"), "face_columns", "3 2");
  run (&runs, screen);
  /* 6 and 4 cabinets: 2 ports and 1; flat they would be 10 ÷ 5 = 2 */
  g_assert_cmpuint (runs.runs->len, ==, 3);
  g_assert_cmpfloat (runs.bound, ==, 2);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (qp_data_run (&runs, i)->piece, ==, i == 2);
  assert_sound (&runs, TRUE);
}

/* an outline with a hole and teeth: every cabinet once whatever the pattern */
static void
test_outline (void)
{
  for (guint i = 0; i < 16; i++)
    {
      static const char *const starts[] = { "top_left", "top_right", "bottom_left", "bottom_right" };
      g_autoptr (QpNode) screen = set (new_screen ("9", "7", "novastar-mx40-pro"), "missing_cells",
                                       "1-2,1 9,1-3 4-6,3-5 1,7 5,7 9,7");
      g_auto (QpDataRuns) runs = { 0 };
      set (set (screen, "data_start", starts[i % 4]), "data_order", i / 4 % 2 ? "rows" : "columns");
      set (screen, "data_snake", i / 8 ? "yes" : "no");
      run (&runs, screen);
      g_assert_cmpuint (runs.cells->len, ==, 63 - 2 - 3 - 9 - 3);
      assert_sound (&runs, FALSE);
    }
}

/* a ring takes two ports for each run, unless the controller has copies of them */
static void
test_redundant (void)
{
  g_autoptr (QpNode) pairs = set (new_screen ("8", "8", "novastar-mctrl660-pro"), "redundant", "yes");
  g_autoptr (QpNode) copies = set (new_screen ("8", "8", "novastar-mx40-pro"), "redundant", "yes");
  g_auto (QpDataRuns) runs = { 0 }, copied = { 0 };

  run (&runs, pairs);
  g_assert_cmpfloat (runs.limits.device_ports, ==, 3);
  /* 2 304 000 ÷ 518 400 = 4.4 ports, but 3 of 6 are left; a quarter of 8 × 8 at most 3840 × 2560: it all fits by size */
  g_assert_cmpfloat (runs.ports, ==, 2 * runs.runs->len);
  for (guint i = 0; i < runs.devices->len; i++)
    g_assert_cmpuint (qp_data_device (&runs, i)->n, <=, 3);
  run (&copied, copies);
  g_assert_true (copied.limits.copies);
  g_assert_cmpfloat (copied.limits.device_ports, ==, 20);
  g_assert_cmpfloat (copied.ports, ==, 26);
  g_assert_cmpuint (copied.devices->len, ==, 1);
}

/* 2 × 2 cabinets of 0.6 × 0.3375 m in one run from the top left: hops 0.3375 + 0.6 + 0.3375 m; to the middle of the first
 * 0.3 + 0.16875 m, of the last 0.9 + 0.16875 m; the way 20 m; 10 % more of all */
static void
test_cables (void)
{
  g_autoptr (QpNode) screen = new_screen ("2", "2", "novastar-mx40-pro");
  g_auto (QpDataRuns) open = { 0 }, runs = { 0 };

  run (&open, screen);
  g_assert_cmpfloat_with_epsilon (qp_data_run (&open, 0)->chain_m, 1.275, 1e-9);
  g_assert_true (isnan (qp_data_run (&open, 0)->feed_m) && isnan (qp_data_runs_cable_m (&open)));
  set (set (set (screen, "data_feed_m", "20"), "cable_spare_percent", "10"), "redundant", "yes");
  run (&runs, screen);
  g_assert_cmpfloat_with_epsilon (qp_data_run (&runs, 0)->chain_m, 1.275 * 1.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_data_run (&runs, 0)->feed_m, 20.46875 * 1.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_data_run (&runs, 0)->return_m, 21.06875 * 1.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (qp_data_runs_cable_m (&runs), (1.275 + 20.46875 + 21.06875) * 1.1, 1e-9);
}

/* a strip of 64 px on a COEX port, which wants 128 px for its full capacity */
static void
test_narrow (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("1", "4", "novastar-mx30"), "cabinet_px_w", "64");
  g_autoptr (QpNode) wide = set (new_screen ("2", "4", "novastar-mx30"), "cabinet_px_w", "64");
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_auto (QpDataRuns) runs = { 0 }, wider = { 0 };

  run (&runs, screen);
  g_assert_true (qp_data_run (&runs, 0)->narrow);
  qp_data_runs_check (&runs, (const QpScreen *) screen, NULL, "s", findings);
  g_assert_cmpuint (qp_findings_length (findings), ==, 1);
  g_assert_cmpstr (qp_findings_get (findings, 0)->code, ==, "port-narrow");
  run (&wider, wide);
  g_assert_false (qp_data_run (&wider, 0)->narrow);
}

static void
test_double_sided (void)
{
  g_autoptr (QpNode) screen = set (new_screen ("3", "3", "novastar-mx40-pro"), "double_sided", "yes");
  g_auto (QpDataRuns) runs = { 0 };

  run (&runs, screen);
  g_assert_cmpfloat (runs.px, ==, 18 * 129600);
  g_assert_cmpuint (runs.runs->len, ==, 4);
  g_assert_cmpuint (qp_data_run (&runs, 2)->side, ==, 1);
}

static guint
count_findings (const QpNode *screen, const QpDataRuns *runs, const char *code)
{
  g_autoptr (QpFindings) findings = qp_findings_new ();
  guint n = 0;

  qp_data_runs_check (runs, (const QpScreen *) screen, NULL, "s", findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    n += strcmp (qp_findings_get (findings, i)->code, code) == 0;
  return n;
}

static void
test_limits_found (void)
{
  g_autoptr (QpNode) unknown = new_screen ("2", "2", "no-such");
  g_autoptr (QpNode) large = set (set (new_screen ("1", "1", "novastar-mx40-pro"), "cabinet_px_w", "2000"), "cabinet_px_h",
                                  "400");
  g_auto (QpDataRuns) runs = { 0 }, over = { 0 };

  run (&runs, unknown);
  g_assert_cmpuint (count_findings (unknown, &runs, "controller-unknown"), ==, 1);
  run (&over, large);
  g_assert_cmpuint (count_findings (large, &over, "port-overloaded"), ==, 1);
  set (set (large, "cabinet_px_w", "512"), "receiving_card", "A8s");
  qp_data_runs_clear (&over);
  run (&over, large);
  g_autoptr (QpCatalogue) catalogue = load ();
  g_autoptr (QpFindings) findings = qp_findings_new ();
  qp_data_runs_check (&over, (const QpScreen *) large, catalogue, "s", findings);
  /* 512 × 400 = 204 800 px on a card for 196 608 */
  g_assert_cmpuint (qp_findings_length (findings), ==, 1);
  g_assert_cmpstr (qp_findings_get (findings, 0)->code, ==, "receiving-card-overloaded");
}

/* an A4s carries 65 536 px, in a rectangle of at most 256 × 256 */
static void
test_cards_of_a_large_cabinet (void)
{
  static const struct
  {
    const char *w;
    const char *h;
    double cards; /* of two cabinets */
    guint findings;
  } cases[] = { { "256", "256", 2, 0 }, { "480", "270", 8, 1 }, { "300", "200", 4, 1 }, { "512", "256", 4, 1 } };
  g_autoptr (QpCatalogue) catalogue = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QpNode) screen = set (new_screen ("2", "1", "novastar-mx40-pro"), "receiving_card", "novastar-a4s");
      g_auto (QpDataRuns) runs = { 0 };
      set (set (screen, "cabinet_px_w", cases[i].w), "cabinet_px_h", cases[i].h);
      run (&runs, screen);
      g_assert_cmpfloat (qp_data_runs_cards (&runs, catalogue), ==, cases[i].cards);
      g_autoptr (QpFindings) findings = qp_findings_new ();
      qp_data_runs_check (&runs, (const QpScreen *) screen, catalogue, "s", findings);
      guint overloaded = 0;
      for (guint k = 0; k < qp_findings_length (findings); k++)
        overloaded += strcmp (qp_findings_get (findings, k)->code, "receiving-card-overloaded") == 0;
      g_assert_cmpuint (overloaded, ==, cases[i].findings);
    }
}

static void
test_unknown (void)
{
  g_autoptr (QpNode) screen = qp_node_new (QP_KIND_SCREEN, qp_id_new ());
  g_auto (QpDataRuns) runs = { 0 };

  run (&runs, screen);
  g_assert_cmpint (runs.state, ==, QP_DATA_NO_PIXELS);
  g_assert_true (isnan (runs.ports) && isnan (runs.bound));
}

/* the bound and what was routed stand side by side */
static void
test_estimate (void)
{
  g_autoptr (QpNode) screen = set (set (new_screen ("16", "16", "novastar-mx40-pro"), "drive_bits", "8"), "drive_rate_hz", "60");
  g_autoptr (QpCatalogue) catalogue = load ();
  const QpEngineContext context = { .catalogue = catalogue };
  QpEstimate estimate;

  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  g_assert_cmpfloat (qp_estimate_get (&estimate, "ports"), ==, 51);
  g_assert_cmpfloat (qp_estimate_get (&estimate, "ports_routed"), ==, 52);
  g_assert_cmpfloat (qp_estimate_get (&estimate, "controllers"), ==, 4);
  g_assert_cmpfloat (qp_estimate_get (&estimate, "controllers_routed"), ==, 4);
  set (screen, "redundant", "yes");
  qp_estimate_screen (&estimate, (const QpScreen *) screen, &context);
  g_assert_cmpfloat (qp_estimate_get (&estimate, "ports"), ==, 102);
  g_assert_cmpfloat (qp_estimate_get (&estimate, "ports_routed"), ==, 104);
  g_assert_cmpfloat (qp_estimate_get (&estimate, "controllers"), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-runs/coex", test_coex);
  g_test_add_func ("/data-runs/other-makers", test_other_makers);
  g_test_add_func ("/data-runs/no-controller", test_no_controller);
  g_test_add_func ("/data-runs/bits-unsupported", test_bits_unsupported);
  g_test_add_func ("/data-runs/content", test_content);
  g_test_add_func ("/data-runs/cabinets-per-port", test_cabinets_per_port);
  g_test_add_func ("/data-runs/rectangle", test_rectangle);
  g_test_add_func ("/data-runs/patterns", test_patterns);
  g_test_add_func ("/data-runs/folds", test_folds);
  g_test_add_func ("/data-runs/outline", test_outline);
  g_test_add_func ("/data-runs/redundant", test_redundant);
  g_test_add_func ("/data-runs/cables", test_cables);
  g_test_add_func ("/data-runs/narrow", test_narrow);
  g_test_add_func ("/data-runs/double-sided", test_double_sided);
  g_test_add_func ("/data-runs/limits-found", test_limits_found);
  g_test_add_func ("/data-runs/cards-of-a-large-cabinet", test_cards_of_a_large_cabinet);
  g_test_add_func ("/data-runs/unknown", test_unknown);
  g_test_add_func ("/data-runs/estimate", test_estimate);
  return g_test_run ();
}
