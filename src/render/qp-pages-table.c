/* qp-pages-table.c: tables on pages: columns as wide as their texts ask, the head repeated on each page
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-pages-private.h"

#include <math.h>

#define PAD_X 3.5
#define PAD_Y 2.4
#define MARK_ROOM 10.0 /* for the sign before a verdict */
#define GAP 8.0        /* above a table */
#define SAMPLED 300    /* rows that column widths are found from; more are sampled evenly */
#define WORD_SHARE 0.3 /* of the table that one unbroken word may ask for */
#define KEPT_WHOLE 72.0 /* points: shorter texts stay in one line where there is room; Chinese breaks after any letter, so that its words ask for none */
#define EVEN 0.5       /* share of what is left over that goes to all columns alike */

typedef struct
{
  QpPages *pages;
  const QpPageTable *table;
  double x[QP_PAGE_MAX_COLUMNS + 1]; /* edges of the columns */
  double head;                       /* height of the head */
} Lay;

static gboolean
is_strong (const QpPageTable *table, guint column, QpPageRowKind kind)
{
  return kind != QP_PAGE_ROW_PLAIN || g_ascii_isupper (table->aligns[column]);
}

static PangoLayout *
cell_layout (QpPages *pages, const char *text, gboolean strong, double width)
{
  return qp_pages_layout (pages->text, text != NULL ? text : "", QP_TEXT_SMALL | (strong ? QP_TEXT_STRONG : 0), width);
}

/* -- widths of the columns -- */

typedef struct
{
  double least; /* of its longest word or number */
  double kept;  /* of its longest text as far as that is short */
  double whole; /* of its longest text in one line */
} Wish;

static void
widen (Wish *wish, QpPages *pages, const char *text, gboolean strong, double more)
{
  double width, height;

  if (text == NULL || *text == '\0')
    return;
  g_autoptr (PangoLayout) layout = cell_layout (pages, text, strong, 1);
  pango_layout_set_width (layout, -1);
  qp_layout_size (layout, &width, &height);
  wish->whole = fmax (wish->whole, width + more);
  if (width + more <= wish->least)
    return;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 1);
  qp_layout_size (layout, &width, &height);
  wish->least = fmax (wish->least, width + more);
}

static Wish
wish_of (QpPages *pages, const QpPageTable *table, guint column, double all)
{
  const guint n = qp_page_table_length (table), step = MAX (1, n / SAMPLED);
  const double pad = 2 * PAD_X + 0.5;
  Wish wish = { 0, 0, 0 };

  widen (&wish, pages, table->titles[column], TRUE, pad);
  for (guint row = 0; row < n; row += step)
    {
      const QpPageCell *cell = qp_page_table_cell (table, row, column);
      const QpPageRowKind kind = qp_page_table_kind (table, row);
      if (kind != QP_PAGE_ROW_GROUP)
        widen (&wish, pages, cell->text, is_strong (table, column, kind), pad + (cell->mark != QP_PAGE_MARK_NONE ? MARK_ROOM : 0));
    }
  /* numbers stay whole */
  if (g_ascii_tolower (table->aligns[column]) == 'r' && wish.whole < all * WORD_SHARE)
    wish.least = wish.whole;
  wish.least = fmin (wish.least, all * WORD_SHARE);
  wish.kept = fmax (wish.least, fmin (wish.whole, KEPT_WHOLE));
  return wish;
}

/* between what all columns ask for at least and what they would like; beyond that evenly */
static void
share_between (const double *least, const double *most, guint n, double all, double *widths)
{
  double low = 0, high = 0;

  for (guint i = 0; i < n; i++)
    {
      low += least[i];
      high += most[i];
    }
  for (guint i = 0; i < n; i++)
    {
      if (low > all)
        widths[i] = all * least[i] / low;
      else if (high <= all)
        widths[i] = most[i] + (all - high) * (EVEN / n + (1 - EVEN) * (high > 0 ? most[i] / high : 1.0 / n));
      else
        widths[i] = least[i] + (all - low) * (most[i] - least[i]) / (high - low);
    }
}

/* what words and numbers need is given first, then room for short texts, then for long ones */
static void
share_width (const Wish *wishes, guint n, double all, double *widths)
{
  double least[QP_PAGE_MAX_COLUMNS], kept[QP_PAGE_MAX_COLUMNS], whole[QP_PAGE_MAX_COLUMNS], sum = 0;

  for (guint i = 0; i < n; i++)
    {
      least[i] = wishes[i].least;
      kept[i] = wishes[i].kept;
      whole[i] = wishes[i].whole;
      sum += kept[i];
    }
  if (sum <= all)
    share_between (kept, whole, n, all, widths);
  else
    share_between (least, kept, n, all, widths);
}

static void
find_columns (Lay *lay)
{
  const double all = lay->pages->body.x1 - lay->pages->body.x0;
  const guint n = lay->table->n_columns;
  Wish wishes[QP_PAGE_MAX_COLUMNS];
  double widths[QP_PAGE_MAX_COLUMNS];

  for (guint i = 0; i < n; i++)
    wishes[i] = wish_of (lay->pages, lay->table, i, all);
  share_width (wishes, n, all, widths);
  lay->x[0] = lay->pages->body.x0;
  for (guint i = 0; i < n; i++)
    lay->x[i + 1] = lay->x[i] + widths[i];
}

/* -- rows -- */

typedef struct
{
  guint n;
  PangoLayout *layouts[QP_PAGE_MAX_COLUMNS];
  double x[QP_PAGE_MAX_COLUMNS];
  int lines[QP_PAGE_MAX_COLUMNS];
  int done[QP_PAGE_MAX_COLUMNS]; /* lines placed already */
  double height;
} Row;

static void
row_add (Row *row, const Lay *lay, const QpPageCell *cell, guint from, guint to, gboolean strong)
{
  const double mark = cell->mark != QP_PAGE_MARK_NONE ? MARK_ROOM : 0;
  const char align = g_ascii_tolower (lay->table->aligns[from]);
  PangoLayout *layout = cell_layout (lay->pages, cell->text, strong, lay->x[to] - lay->x[from] - 2 * PAD_X - mark);
  double width, height;

  if (to == from + 1)
    pango_layout_set_alignment (layout, align == 'r'   ? PANGO_ALIGN_RIGHT
                                        : align == 'c' ? PANGO_ALIGN_CENTER
                                                       : PANGO_ALIGN_LEFT);
  qp_layout_size (layout, &width, &height);
  row->layouts[row->n] = layout;
  row->x[row->n] = lay->x[from] + PAD_X + mark;
  row->lines[row->n] = pango_layout_get_line_count (layout);
  row->height = fmax (row->height, height);
  row->n++;
}

static void
row_init (Row *row, const Lay *lay, guint index)
{
  const QpPageRowKind kind = qp_page_table_kind (lay->table, index);
  const guint n = lay->table->n_columns;

  *row = (Row){ 0 };
  if (kind == QP_PAGE_ROW_GROUP)
    row_add (row, lay, qp_page_table_cell (lay->table, index, 0), 0, n, TRUE);
  else
    for (guint i = 0; i < n; i++)
      row_add (row, lay, qp_page_table_cell (lay->table, index, i), i, i + 1, is_strong (lay->table, i, kind));
}

static void
row_init_head (Row *row, const Lay *lay)
{
  *row = (Row){ 0 };
  for (guint i = 0; i < lay->table->n_columns; i++)
    {
      const QpPageCell cell = { lay->table->titles[i], QP_PAGE_MARK_NONE };
      row_add (row, lay, &cell, i, i + 1, TRUE);
    }
}

static void
row_clear (Row *row)
{
  for (guint i = 0; i < row->n; i++)
    g_object_unref (row->layouts[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

/* places the lines of all cells that fit into @height; returns what they take */
static double
row_put (Row *row, const Lay *lay, double height, QpColour colour)
{
  const double top = lay->pages->y + PAD_Y;
  double most = 0;

  for (guint i = 0; i < row->n; i++)
    {
      double taken = 0;
      const int left = row->lines[i] - row->done[i];
      const int fits = left > 0 ? MIN (left, qp_pages_lines_within (row->layouts[i], row->done[i], height, &taken)) : 0;
      if (fits > 0 && *pango_layout_get_text (row->layouts[i]) != '\0')
        qp_pages_put_lines (lay->pages, row->layouts[i], row->done[i], fits, row->x[i], top, colour);
      row->done[i] += fits;
      most = fmax (most, taken);
    }
  return most;
}

static gboolean
row_is_done (const Row *row)
{
  for (guint i = 0; i < row->n; i++)
    if (row->done[i] < row->lines[i])
      return FALSE;
  return TRUE;
}

/* -- lines and signs -- */

static void
rule (const Lay *lay, double y, double width, QpColour colour)
{
  cairo_t *cr = lay->pages->cr;

  if (cr == NULL)
    return;
  qp_set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, lay->x[0], y);
  cairo_line_to (cr, lay->x[lay->table->n_columns], y);
  cairo_stroke (cr);
}

static void
tint (const Lay *lay, double height)
{
  cairo_t *cr = lay->pages->cr;

  if (cr == NULL)
    return;
  qp_set_colour (cr, qp_colour (0x000000, 0.05));
  cairo_rectangle (cr, lay->x[0], lay->pages->y, lay->x[lay->table->n_columns] - lay->x[0], height);
  cairo_fill (cr);
}

static void
paint_mark (cairo_t *cr, double x, double y, QpPageMark mark, const QpPlanStyle *style)
{
  const double r = 2.7;

  cairo_set_line_width (cr, 1.2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  switch (mark)
    {
    case QP_PAGE_MARK_GOOD:
      qp_set_colour (cr, style->good);
      cairo_move_to (cr, x - r, y);
      cairo_line_to (cr, x - r * 0.25, y + r * 0.75);
      cairo_line_to (cr, x + r, y - r * 0.9);
      cairo_stroke (cr);
      break;
    case QP_PAGE_MARK_BAD:
      qp_set_colour (cr, style->bad);
      cairo_move_to (cr, x - r * 0.8, y - r * 0.8);
      cairo_line_to (cr, x + r * 0.8, y + r * 0.8);
      cairo_move_to (cr, x + r * 0.8, y - r * 0.8);
      cairo_line_to (cr, x - r * 0.8, y + r * 0.8);
      cairo_stroke (cr);
      break;
    case QP_PAGE_MARK_OPEN:
      qp_set_colour (cr, style->warning);
      cairo_arc (cr, x, y, r * 0.8, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    default:
      qp_set_colour (cr, style->ink_faint);
      cairo_arc (cr, x, y, r * 0.5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
put_marks (const Lay *lay, guint index)
{
  const QpPages *pages = lay->pages;

  for (guint i = 0; pages->cr != NULL && i < lay->table->n_columns; i++)
    {
      const QpPageMark mark = qp_page_table_cell (lay->table, index, i)->mark;
      if (mark != QP_PAGE_MARK_NONE)
        paint_mark (pages->cr, lay->x[i] + PAD_X + 3.5, pages->y + PAD_Y + qp_text_line (pages->text, QP_TEXT_SMALL) * 0.5, mark,
                    &pages->style);
    }
}

/* -- the table -- */

static void
put_head (Lay *lay)
{
  if (!lay->table->headed || !qp_pages_begin (lay->pages))
    return;
  g_auto (Row) row = { 0 };
  row_init_head (&row, lay);
  tint (lay, lay->head);
  rule (lay, lay->pages->y, 0.8, lay->pages->style.ink_soft);
  row_put (&row, lay, row.height, lay->pages->style.ink);
  lay->pages->y += lay->head;
  rule (lay, lay->pages->y, 0.5, lay->pages->style.ink_soft);
}

static void
next_page (Lay *lay)
{
  qp_pages_break (lay->pages);
  put_head (lay);
}

/* a heading of rows is not left alone at the foot of a page */
static double
height_with_next (const Lay *lay, guint index, const Row *row)
{
  double height = row->height + 2 * PAD_Y;

  if (qp_page_table_kind (lay->table, index) == QP_PAGE_ROW_GROUP && index + 1 < qp_page_table_length (lay->table))
    {
      g_auto (Row) next = { 0 };
      row_init (&next, lay, index + 1);
      height += next.height + 2 * PAD_Y;
    }
  return height;
}

static void
put_row (Lay *lay, guint index)
{
  QpPages *pages = lay->pages;
  g_auto (Row) row = { 0 };
  const QpPageRowKind kind = qp_page_table_kind (lay->table, index);

  row_init (&row, lay, index);
  const double page = pages->body.y1 - pages->body.y0 - lay->head;
  if (pages->y + fmin (height_with_next (lay, index, &row), page) > pages->body.y1 + 0.01)
    next_page (lay);
  if (!qp_pages_begin (pages))
    return;
  if (kind == QP_PAGE_ROW_GROUP)
    tint (lay, row.height + 2 * PAD_Y);
  else
    put_marks (lay, index);
  if (kind == QP_PAGE_ROW_SUM)
    rule (lay, pages->y, 0.8, pages->style.ink_soft);
  /* a row taller than a page goes on on the next one */
  while (TRUE)
    {
      const double taken = row_put (&row, lay, pages->body.y1 - pages->y - 2 * PAD_Y, pages->style.ink);
      pages->y += taken + 2 * PAD_Y;
      if (row_is_done (&row) || taken <= 0)
        break;
      next_page (lay);
      if (!qp_pages_begin (pages))
        return;
    }
  rule (lay, pages->y, 0.3, pages->style.ink_faint);
}

static PangoLayout *
caption_layout (QpPages *self, const char *caption)
{
  self->tables++;
  g_autofree char *words = g_strdup_printf (_ ("Table %u: %s"), self->tables, caption);

  return qp_pages_layout (self->text, words, QP_TEXT_SMALL | QP_TEXT_STRONG, self->body.x1 - self->body.x0);
}

static double
height_of_start (Lay *lay)
{
  g_auto (Row) head = { 0 }, row = { 0 };

  if (lay->table->headed)
    {
      row_init_head (&head, lay);
      lay->head = head.height + 2 * PAD_Y;
    }
  row_init (&row, lay, 0);
  return lay->head + fmin (height_with_next (lay, 0, &row), 120);
}

/**
 * qp_pages_table:
 * @self: a document
 * @caption: (nullable): what the table shows; it gets its number
 * @table: the table; nothing is placed where it has no rows
 *
 * Adds a table as wide as the page. Columns are as wide as their texts ask; texts that are longer break into lines. A row
 * stays on one page unless it is taller than a page.
 */
void
qp_pages_table (QpPages *self, const char *caption, const QpPageTable *table)
{
  Lay lay = { .pages = self, .table = table };
  g_autoptr (PangoLayout) layout = NULL;
  double width, height = 0;

  if (qp_page_table_length (table) == 0 || !qp_pages_begin (self))
    return;
  find_columns (&lay);
  if (caption != NULL)
    {
      layout = caption_layout (self, caption);
      qp_layout_size (layout, &width, &height);
      height += 3;
    }
  qp_pages_need (self, GAP + height + height_of_start (&lay));
  if (!qp_pages_begin (self))
    return;
  qp_pages_gap (self, GAP);
  if (layout != NULL)
    qp_pages_put (self, layout, self->body.x0, self->y, self->style.ink_soft);
  self->y += height;
  put_head (&lay);
  for (guint i = 0; i < qp_page_table_length (table) && !qp_pages_is_cancelled (self); i++)
    put_row (&lay, i);
}
