/* qp-paint-paper.c: a page of a drawing to scale: the drawing, marks to join pages, title block; and the index of pages
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-paper.h"

#include "base/qp-number.h"
#include "render/qp-paint-furniture.h"
#include "render/qp-text.h"

#include <math.h>

#define MARK_PT 10      /* arms of the crosses that lie on each other */
#define CELL_WIDTH 66   /* of a label with its value in the title block */
#define CELL_HEIGHT 27
#define PAD 8
#define NORTH_WIDTH 40
#define BAR_WIDTH 210 /* of the scale bar with its words */
#define LEGEND_WIDTH 170
#define KEY_WIDTH 76

/* a page being painted */
typedef struct
{
  cairo_t *cr;
  const QpPaperLayout *layout;
  const QpPaperSheet *sheet;
  const QpPlanStyle *style;
  QpText *text;
  guint page; /* from 0 */
  guint pages;
  gboolean index; /* whether it is the index of pages */
  guint column;
  guint row;
} Page;

/**
 * qp_paper_pages:
 * @layout: a layout
 *
 * Returns: how many pages there are: those of the drawing, and before several of them an index
 */
guint
qp_paper_pages (const QpPaperLayout *layout)
{
  const guint tiles = qp_paper_layout_tiles (layout);

  return tiles > 1 ? tiles + 1 : 1;
}

static double
width_of (QpBox box)
{
  return box.x1 - box.x0;
}

static double
height_of (QpBox box)
{
  return box.y1 - box.y0;
}

static void
line (const Page *self, double x0, double y0, double x1, double y1)
{
  cairo_move_to (self->cr, x0, y0);
  cairo_line_to (self->cr, x1, y1);
}

/* -- the drawing -- */

static void
paint_joint (const Page *self, QpVec at)
{
  line (self, at.x - MARK_PT, at.y, at.x + MARK_PT, at.y);
  line (self, at.x, at.y - MARK_PT, at.x, at.y + MARK_PT);
}

/* crosses where pages meet, at the same places of the drawing on each of them, and ticks at the edge to cut along */
static void
paint_joints (const Page *self)
{
  const QpBox field = self->layout->field;
  const double half = self->layout->overlap / 2, out = 5 * self->style->unit;
  const double xs[] = { field.x0 + half, field.x1 - half }, ys[] = { field.y0 + half, field.y1 - half };

  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j < 2; j++)
        paint_joint (self, qp_vec (xs[i], ys[j]));
      line (self, xs[i], field.y0 - out, xs[i], field.y0);
      line (self, i == 0 ? field.x0 - out : field.x1, ys[0], i == 0 ? field.x0 : field.x1 + out, ys[0]);
      line (self, i == 0 ? field.x0 - out : field.x1, ys[1], i == 0 ? field.x0 : field.x1 + out, ys[1]);
    }
  qp_set_colour (self->cr, self->style->ink);
  cairo_set_line_width (self->cr, 0.4 * self->style->unit);
  cairo_stroke (self->cr);
}

/* "→ A3" at the edge where the drawing goes on */
static void
paint_neighbour (const Page *self, int dx, int dy, const char *arrow)
{
  const int column = (int) self->column + dx, row = (int) self->row + dy;
  const QpBox field = self->layout->field;

  if (column < 0 || row < 0 || column >= (int) self->layout->columns || row >= (int) self->layout->rows)
    return;
  g_autofree char *name = qp_paper_tile_name ((guint) column, (guint) row);
  g_autofree char *words = g_strdup_printf ("%s %s", arrow, name);
  const double half = qp_text_width (self->text, words, QP_TEXT_SMALL) / 2 + 3, tall = qp_text_line (self->text, QP_TEXT_SMALL) / 2;
  const double away = 10 * self->style->unit;
  const double x = dx == 0 ? (field.x0 + field.x1) / 2 : dx < 0 ? field.x0 - away : field.x1 + away;
  const double y = dy == 0 ? (field.y0 + field.y1) / 2 : dy < 0 ? field.y0 - away : field.y1 - away;

  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  if (dx != 0)
    cairo_rotate (self->cr, -G_PI / 2);
  if (dy > 0) /* inside, for below is the title block */
    {
      qp_path_rounded (self->cr, -half, -tall, 2 * half, 2 * tall, 3);
      qp_set_colour (self->cr, self->style->paper);
      cairo_fill (self->cr);
    }
  qp_text_draw (self->text, self->cr, words, QP_TEXT_SMALL, 0, 0, QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE, self->style->ink_soft);
  cairo_restore (self->cr);
}

static void
paint_tile (const Page *self)
{
  const QpPaperLayout *layout = self->layout;
  const QpBox field = layout->field, tile = qp_paper_layout_tile (layout, self->column, self->row);

  cairo_save (self->cr);
  cairo_rectangle (self->cr, field.x0, field.y0, width_of (field), height_of (field));
  cairo_clip (self->cr);
  cairo_translate (self->cr, field.x0 - tile.x0, field.y0 - tile.y0);
  self->sheet->paint (self->cr, layout->width, layout->height, self->sheet->units_per_m, self->sheet->data);
  cairo_restore (self->cr);
  if (self->pages == 1)
    return;
  paint_joints (self);
  paint_neighbour (self, 0, -1, "↑");
  paint_neighbour (self, 0, 1, "↓");
  /* turned, so that the arrow of a page to the left points to the left: up, when read from the right */
  paint_neighbour (self, -1, 0, "↑");
  paint_neighbour (self, 1, 0, "↓");
}

/* -- the index -- */

static void
paint_index_lines (const Page *self, double share, QpVec from)
{
  const QpPaperLayout *layout = self->layout;
  const QpVec first = qp_paper_layout_joint (layout, 0, 0), last = qp_paper_layout_joint (layout, layout->columns, layout->rows);

  for (guint i = 0; i <= layout->columns; i++)
    {
      const double x = from.x + share * qp_paper_layout_joint (layout, i, 0).x;
      line (self, x, from.y + share * first.y, x, from.y + share * last.y);
    }
  for (guint i = 0; i <= layout->rows; i++)
    {
      const double y = from.y + share * qp_paper_layout_joint (layout, 0, i).y;
      line (self, from.x + share * first.x, y, from.x + share * last.x, y);
    }
  qp_set_colour (self->cr, self->style->accent);
  cairo_set_line_width (self->cr, 0.8 * self->style->unit);
  cairo_stroke (self->cr);
}

static void
paint_index_name (const Page *self, guint column, guint row, double share, QpVec from)
{
  const QpVec a = qp_paper_layout_joint (self->layout, column, row), b = qp_paper_layout_joint (self->layout, column + 1, row + 1);
  const double x = from.x + share * (a.x + b.x) / 2, y = from.y + share * (a.y + b.y) / 2, pad = 3 * self->style->unit;
  g_autofree char *name = qp_paper_tile_name (column, row);
  g_autofree char *words = g_strdup_printf (_ ("%s · page %u"), name, 2 + row * self->layout->columns + column);
  const char *fitting = qp_text_width (self->text, words, QP_TEXT_STRONG) + 4 * pad < share * (b.x - a.x) ? words : name;
  const double half = qp_text_width (self->text, fitting, QP_TEXT_STRONG) / 2 + pad, line_height = qp_text_line (self->text, QP_TEXT_STRONG);

  qp_path_rounded (self->cr, x - half, y - line_height / 2 - pad / 2, 2 * half, line_height + pad, pad);
  qp_set_colour_alpha (self->cr, self->style->paper, 0.85);
  cairo_fill (self->cr);
  qp_text_draw (self->text, self->cr, fitting, QP_TEXT_STRONG, x, y, QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE, self->style->accent);
}

/* all of the drawing, small, and which page shows what of it */
static void
paint_index (const Page *self)
{
  const QpPaperLayout *layout = self->layout;
  const QpBox field = layout->field;
  const double share = MIN (width_of (field) / layout->width, height_of (field) / layout->height);
  const double width = layout->width * share, height = layout->height * share;
  const QpVec from = { (field.x0 + field.x1 - width) / 2, (field.y0 + field.y1 - height) / 2 };

  cairo_save (self->cr);
  cairo_rectangle (self->cr, from.x, from.y, width, height);
  cairo_clip (self->cr);
  cairo_translate (self->cr, from.x, from.y);
  self->sheet->paint (self->cr, width, height, self->sheet->units_per_m * share, self->sheet->data);
  cairo_restore (self->cr);
  paint_index_lines (self, share, from);
  for (guint row = 0; row < layout->rows; row++)
    for (guint column = 0; column < layout->columns; column++)
      paint_index_name (self, column, row, share, from);
}

/* -- the title block -- */

static void
paint_cell (const Page *self, double x, double y, const char *label, const char *value)
{
  const QpBox box = qp_text_draw_narrow (self->text, self->cr, label, QP_TEXT_SMALL, x, y, CELL_WIDTH - PAD, QP_ALIGN_START, self->style->ink_soft);

  qp_text_draw_narrow (self->text, self->cr, value == NULL ? "–" : value, QP_TEXT_STRONG, x, box.y1, CELL_WIDTH - PAD, QP_ALIGN_START,
                       self->style->ink);
}

static char *
scale_words (const Page *self)
{
  g_autofree char *number = qp_number_display (self->sheet->ratio, 0);

  if (!(self->sheet->ratio > 0))
    return g_strdup (_ ("by its bar"));
  return self->index ? g_strdup_printf (_ ("pages 1 : %s"), number) : g_strdup_printf ("1 : %s", number);
}

static void
paint_cells (const Page *self, double x, double y)
{
  g_autofree char *scale = scale_words (self), *page = g_strdup_printf ("%u / %u", self->page + 1, self->pages);
  g_autofree char *name = self->index ? g_strdup (_ ("index")) : qp_paper_tile_name (self->column, self->row);

  paint_cell (self, x, y, _ ("Scale"), scale);
  paint_cell (self, x + CELL_WIDTH, y, _ ("Paper"), self->sheet->paper);
  paint_cell (self, x + 2 * CELL_WIDTH, y, _ ("Page"), page);
  y += CELL_HEIGHT;
  paint_cell (self, x, y, _ ("Date"), self->sheet->date);
  paint_cell (self, x + CELL_WIDTH, y, _ ("Revision"), self->sheet->revision);
  if (self->pages > 1)
    paint_cell (self, x + 2 * CELL_WIDTH, y, _ ("Sheet"), name);
}

/* returns the lower edge of the text */
static double
paint_lines (const Page *self, const char *words, QpTextFlags flags, double x, double y, double width, int lines, QpColour colour)
{
  double text_width, text_height;

  if (words == NULL || *words == '\0')
    return y;
  g_autoptr (PangoLayout) layout = qp_text_layout_narrow (self->text, words, flags, width, lines);
  qp_layout_size (layout, &text_width, &text_height);
  cairo_move_to (self->cr, x, y);
  qp_set_colour (self->cr, colour);
  pango_cairo_show_layout (self->cr, layout);
  return y + text_height + 1;
}

static void
paint_words (const Page *self, QpBox room)
{
  const double cells = room.x1 - 3 * CELL_WIDTH - PAD / 2.0, x = room.x0 + PAD, width = cells - x - PAD;
  double y = room.y0 + PAD - 3;

  y = paint_lines (self, self->sheet->title, QP_TEXT_LARGE | QP_TEXT_STRONG, x, y, width, 1, self->style->ink);
  y = paint_lines (self, self->sheet->subtitle, QP_TEXT_SMALL, x, y, width, 2, self->style->ink);
  paint_lines (self, self->sheet->project, QP_TEXT_SMALL, x, y, width, 1, self->style->ink_soft);
  paint_cells (self, cells, room.y0 + PAD - 2);
  line (self, cells - PAD / 2.0, room.y0, cells - PAD / 2.0, room.y1);
  qp_set_colour (self->cr, self->style->ink_faint);
  cairo_set_line_width (self->cr, 0.5 * self->style->unit);
  cairo_stroke (self->cr);
}

/* all pages, small, and which one this is; returns the width it took */
static double
paint_key (const Page *self, double x, QpBox room)
{
  const QpPaperLayout *layout = self->layout;
  const double height = height_of (room) - 2 * PAD, cell = MIN (height / layout->rows, 60.0 / layout->columns);
  const double aspect = width_of (layout->field) / height_of (layout->field);
  const double w = cell * MIN (1, aspect), h = cell * MIN (1, 1 / aspect);
  const double y = (room.y0 + room.y1 - h * layout->rows) / 2;

  if (self->pages == 1)
    return 0;
  if (!self->index)
    {
      cairo_rectangle (self->cr, x + self->column * w, y + self->row * h, w, h);
      qp_set_colour (self->cr, self->style->accent);
      cairo_fill (self->cr);
    }
  for (guint row = 0; row < layout->rows; row++)
    for (guint column = 0; column < layout->columns; column++)
      cairo_rectangle (self->cr, x + column * w, y + row * h, w, h);
  qp_set_colour (self->cr, self->style->ink_soft);
  cairo_set_line_width (self->cr, 0.5 * self->style->unit);
  cairo_stroke (self->cr);
  return w * layout->columns + 2 * PAD;
}

static void
paint_furniture (const Page *self, QpBox room)
{
  const QpPlanStyle *style = self->style;
  const QpNode *plan = self->sheet->plan;
  const double middle = (room.y0 + room.y1) / 2;
  double x = room.x0 + PAD, right = room.x1 - PAD;

  if (plan != NULL)
    {
      qp_paint_north (self->cr, right - NORTH_WIDTH / 2.0, middle + 5, 11, ((const QpPlan *) plan)->north_deg, style);
      right -= NORTH_WIDTH;
      x = qp_paint_legend (self->cr, x, room.y0 + PAD - 3, plan, style).x1 + 2 * PAD;
    }
  x += paint_key (self, x, room);
  if (self->index)
    return;
  const double words = 10.5 * style->text_px;
  qp_paint_scale_bar (self->cr, x, middle - 4, MAX (MIN (right - x - words, 150), 24), self->sheet->units_per_m, self->sheet->ratio, style);
  if (plan != NULL)
    qp_paint_trust_badge (self->cr, x, middle + 6, plan, style);
}

static void
paint_block (const Page *self)
{
  const QpBox block = self->layout->block;
  const gboolean side = height_of (block) < width_of (block) / 6, furnished = self->sheet->units_per_m > 0;
  const double furniture_width = BAR_WIDTH + (self->sheet->plan != NULL ? LEGEND_WIDTH + NORTH_WIDTH : 0) + (self->pages > 1 ? KEY_WIDTH : 0);
  QpBox words = block, furniture = block;

  if (furnished && side)
    furniture.x1 = words.x0 = block.x0 + furniture_width;
  else if (furnished)
    words.y1 = furniture.y0 = (block.y0 + block.y1) / 2;
  paint_words (self, words);
  if (furnished)
    paint_furniture (self, furniture);
  if (furnished && side)
    line (self, words.x0, block.y0, words.x0, block.y1);
  else if (furnished)
    line (self, block.x0, words.y1, block.x1, words.y1);
  qp_set_colour (self->cr, self->style->ink_faint);
  cairo_set_line_width (self->cr, 0.5 * self->style->unit);
  cairo_stroke (self->cr);
  cairo_rectangle (self->cr, block.x0, block.y0, width_of (block), height_of (block));
  cairo_rectangle (self->cr, self->layout->field.x0, self->layout->field.y0, width_of (self->layout->field), height_of (self->layout->field));
  qp_set_colour (self->cr, self->style->ink);
  cairo_set_line_width (self->cr, 0.8 * self->style->unit);
  cairo_stroke (self->cr);
}

/**
 * qp_paint_paper:
 * @cr: a context in points, the page's upper left at (0, 0)
 * @layout: where everything lies
 * @sheet: what is drawn
 * @page: which page, from 0; before several pages of a drawing the first is their index
 * @style: colours
 *
 * Paints a page.
 */
void
qp_paint_paper (cairo_t *cr, const QpPaperLayout *layout, const QpPaperSheet *sheet, guint page, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  Page self = { cr, layout, sheet, style, text, page, qp_paper_pages (layout) };
  const guint tile = self.pages > 1 && page > 0 ? page - 1 : 0;

  self.index = self.pages > 1 && page == 0;
  self.column = tile % layout->columns;
  self.row = tile / layout->columns;
  cairo_save (cr);
  qp_set_colour (cr, style->paper);
  cairo_rectangle (cr, 0, 0, layout->page_width, layout->page_height);
  cairo_fill (cr);
  if (self.index)
    paint_index (&self);
  else
    paint_tile (&self);
  paint_block (&self);
  cairo_restore (cr);
}
