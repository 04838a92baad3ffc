/* test-paper.c: how a drawing is cut into pages: nothing is lost, neighbours overlap, marks lie on each other
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "render/qp-paper.h"

#include <math.h>

#define EXACT 1e-9

static QpPaperLayout
layout_of (guint size, gboolean landscape, double width, double height)
{
  const QpDrawingPaper paper = { size, landscape, 200, TRUE };
  QpPaperLayout layout;

  qp_paper_layout_init (&layout, &paper, TRUE);
  qp_paper_layout_cut (&layout, width, height);
  return layout;
}

static gboolean
has (QpBox box, QpVec point)
{
  return point.x >= box.x0 - EXACT && point.x <= box.x1 + EXACT && point.y >= box.y0 - EXACT && point.y <= box.y1 + EXACT;
}

static void
test_sizes (void)
{
  guint size;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (qp_paper_size_count (), ==, 5);
  for (guint i = 0; i + 1 < qp_paper_size_count (); i++) /* each is half of the next */
    {
      const QpPaperSize *small = qp_paper_size_at (i), *large = qp_paper_size_at (i + 1);
      g_assert_cmpfloat (small->height_mm, ==, large->width_mm);
      g_assert_cmpfloat_with_epsilon (2 * small->width_mm, large->height_mm, 2);
    }
  g_assert_true (qp_paper_size_parse ("a2", &size, NULL));
  g_assert_cmpuint (size, ==, 2);
  g_assert_false (qp_paper_size_parse ("A5", &size, &error));
  g_assert_nonnull (error);
}

static void
test_page (void)
{
  for (guint size = 0; size < qp_paper_size_count (); size++)
    for (guint landscape = 0; landscape < 2; landscape++)
      {
        const QpPaperLayout layout = layout_of (size, landscape == 1, 10, 10);
        const QpPaperSize *paper = qp_paper_size_at (size);
        g_assert_cmpfloat_with_epsilon (layout.page_width, (landscape ? paper->height_mm : paper->width_mm) * 72 / 25.4, EXACT);
        g_assert_cmpuint (qp_paper_layout_tiles (&layout), ==, 1);
        g_assert_cmpfloat_with_epsilon (layout.width, layout.field.x1 - layout.field.x0, EXACT);
        g_assert_true (layout.field.x0 > 0 && layout.block.y1 < layout.page_height && layout.field.y1 <= layout.block.y0);
        g_assert_true (layout.field.y1 - layout.field.y0 > layout.page_height / 2);
      }
}

/* every point of the drawing is on a page, and no page is one too many */
static void
test_every_point (void)
{
  for (guint round = 0; round < 300; round++)
    {
      const double width = g_test_rand_double_range (1, 20000), height = g_test_rand_double_range (1, 20000);
      const QpPaperLayout layout = layout_of (round % 5, round % 2, width, height);
      const QpBox first = qp_paper_layout_tile (&layout, 0, 0);
      const QpBox last = qp_paper_layout_tile (&layout, layout.columns - 1, layout.rows - 1);
      g_assert_true (layout.width >= width - 1e-3 && layout.height >= height - 1e-3);
      g_assert_cmpfloat_with_epsilon (last.x1, layout.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (last.y1, layout.height, 1e-6);
      g_assert_true (layout.columns == 1 || width > layout.width - (first.x1 - first.x0 - layout.overlap) - 1e-3);
      for (guint i = 0; i < 50; i++)
        {
          const QpVec point = { g_test_rand_double_range (0, layout.width), g_test_rand_double_range (0, layout.height) };
          guint found = 0;
          for (guint row = 0; row < layout.rows; row++)
            for (guint column = 0; column < layout.columns; column++)
              found += has (qp_paper_layout_tile (&layout, column, row), point);
          g_assert_cmpuint (found, >=, 1);
          g_assert_cmpuint (found, <=, 4);
        }
    }
}

/* neighbours have 10 mm in common, and the mark in its middle is on both */
static void
test_overlap (void)
{
  const QpPaperLayout layout = layout_of (1, TRUE, 5000, 4000);

  g_assert_cmpuint (layout.columns, >, 2);
  g_assert_cmpuint (layout.rows, >, 2);
  for (guint i = 1; i < layout.columns; i++)
    {
      const QpBox left = qp_paper_layout_tile (&layout, i - 1, 1), right = qp_paper_layout_tile (&layout, i, 1);
      g_assert_cmpfloat_with_epsilon (left.x1 - right.x0, 10 * 72 / 25.4, 1e-6);
      const QpVec joint = qp_paper_layout_joint (&layout, i, 1);
      g_assert_true (has (left, joint) && has (right, joint));
      g_assert_cmpfloat_with_epsilon (joint.x - right.x0, left.x1 - joint.x, 1e-6);
      g_assert_true (has (qp_paper_layout_tile (&layout, i, 0), joint)); /* and on the pages above */
    }
}

static void
test_names (void)
{
  static const struct
  {
    guint column, row;
    const char *name;
  } cases[] = { { 0, 0, "A1" }, { 2, 1, "B3" }, { 11, 25, "Z12" }, { 0, 26, "AA1" }, { 4, 53, "BB5" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = qp_paper_tile_name (cases[i].column, cases[i].row);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* a drawing without end is counted, not cut */
static void
test_too_many (void)
{
  const QpPaperLayout layout = layout_of (0, FALSE, 1e12, 1e12);

  g_assert_cmpuint (qp_paper_layout_tiles (&layout), >, QP_PAPER_MAX_TILES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/page", test_page);
  g_test_add_func ("/paper/every-point", test_every_point);
  g_test_add_func ("/paper/overlap", test_overlap);
  g_test_add_func ("/paper/names", test_names);
  g_test_add_func ("/paper/too-many", test_too_many);
  return g_test_run ();
}
