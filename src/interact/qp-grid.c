/* qp-grid.c: a uniform grid that finds items by place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-grid.h"

#define ITEMS_PER_CELL 4
#define MAX_CELLS_OF_ITEM 64 /* larger ones go into one list that every question looks through */
#define MAX_SIDE 1024

typedef struct
{
  QpItem **items;
  guint n;
  guint room;
} Cell;

struct _QpGrid2d
{
  QpBox extent;
  double cell_w;
  double cell_h;
  guint columns;
  guint rows;
  guint n_expected;
  guint n_outside;
  Cell large;
  Cell cells[];
};

typedef struct
{
  guint x0, y0, x1, y1;
} Range;

/**
 * qp_grid2d_new:
 * @extent: where the items are, metres; may be empty
 * @n_expected: how many there will be
 *
 * Returns: (transfer full): an empty grid with about four items to a cell, were they spread evenly
 */
QpGrid2d *
qp_grid2d_new (QpBox extent, guint n_expected)
{
  const QpBox box = qp_box_is_empty (extent) ? (QpBox){ 0, 0, 1, 1 } : extent;
  const double width = fmax (box.x1 - box.x0, 1e-3);
  const double height = fmax (box.y1 - box.y0, 1e-3);
  const double side = sqrt (width * height * ITEMS_PER_CELL / MAX (n_expected, 1));
  const guint columns = (guint) CLAMP (ceil (width / side), 1, MAX_SIDE);
  const guint rows = (guint) CLAMP (ceil (height / side), 1, MAX_SIDE);
  QpGrid2d *self = g_malloc0 (sizeof *self + sizeof (Cell) * columns * rows);

  self->extent = (QpBox){ box.x0, box.y0, box.x0 + width, box.y0 + height };
  self->columns = columns;
  self->rows = rows;
  self->cell_w = width / columns;
  self->cell_h = height / rows;
  self->n_expected = n_expected;
  return self;
}

/**
 * qp_grid2d_free:
 * @self: (nullable): a grid
 */
void
qp_grid2d_free (QpGrid2d *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->columns * self->rows; i++)
    g_free (self->cells[i].items);
  g_free (self->large.items);
  g_free (self);
}

static guint
cell_index (double offset, double size, guint n)
{
  const double at = floor (offset / size);

  return at < 0 ? 0 : at >= n ? n - 1 : (guint) at;
}

static Range
range_of (const QpGrid2d *self, QpBox box)
{
  return (Range){ cell_index (box.x0 - self->extent.x0, self->cell_w, self->columns),
                  cell_index (box.y0 - self->extent.y0, self->cell_h, self->rows),
                  cell_index (box.x1 - self->extent.x0, self->cell_w, self->columns),
                  cell_index (box.y1 - self->extent.y0, self->cell_h, self->rows) };
}

static gboolean
is_large (Range range)
{
  return (range.x1 - range.x0 + 1) * (range.y1 - range.y0 + 1) > MAX_CELLS_OF_ITEM;
}

static void
cell_add (Cell *self, QpItem *item)
{
  if (self->n == self->room)
    {
      self->room = MAX (4, self->room * 2);
      self->items = g_renew (QpItem *, self->items, self->room);
    }
  self->items[self->n++] = item;
}

static void
cell_remove (Cell *self, QpItem *item)
{
  for (guint i = 0; i < self->n; i++)
    if (self->items[i] == item)
      {
        self->items[i] = self->items[--self->n];
        return;
      }
}

/* what has no points is nowhere */
static void
change (QpGrid2d *self, QpItem *item, void (*apply) (Cell *, QpItem *))
{
  if (qp_box_is_empty (item->bounds))
    return;

  const Range range = range_of (self, item->bounds);
  if (is_large (range))
    {
      apply (&self->large, item);
      return;
    }
  for (guint y = range.y0; y <= range.y1; y++)
    for (guint x = range.x0; x <= range.x1; x++)
      apply (&self->cells[y * self->columns + x], item);
}

/**
 * qp_grid2d_add:
 * @self: a grid
 * @item: an item that is not in it; must not change its bounds while it is
 */
void
qp_grid2d_add (QpGrid2d *self, QpItem *item)
{
  if (!qp_box_is_empty (item->bounds) && !qp_box_contains (self->extent, item->bounds))
    self->n_outside++;
  change (self, item, cell_add);
}

/**
 * qp_grid2d_remove:
 * @self: a grid
 * @item: an item that is in it, with the bounds that it was added with
 */
void
qp_grid2d_remove (QpGrid2d *self, QpItem *item)
{
  if (!qp_box_is_empty (item->bounds) && !qp_box_contains (self->extent, item->bounds))
    self->n_outside--;
  change (self, item, cell_remove);
}

/**
 * qp_grid2d_fits:
 * @self: a grid
 * @n_items: how many items there are now
 *
 * Returns: whether the grid is still of a good size for them
 */
gboolean
qp_grid2d_fits (const QpGrid2d *self, guint n_items)
{
  const guint expected = MAX (self->n_expected, 64);

  return n_items <= expected * 2 && n_items + 64 >= self->n_expected / 4 && self->n_outside <= 16 + expected / 8;
}

static gboolean
cell_walk (const Cell *self, QpBox box, guint32 stamp, gboolean (*visit) (QpItem *, gpointer), gpointer data)
{
  for (guint i = 0; i < self->n; i++)
    {
      QpItem *item = self->items[i];
      if (item->stamp == stamp || !qp_box_touches (item->bounds, box))
        continue;
      item->stamp = stamp;
      if (!visit (item, data))
        return FALSE;
    }
  return TRUE;
}

/**
 * qp_grid2d_walk:
 * @self: a grid
 * @box: where to look, metres
 * @stamp: a number not used before for these items
 * @visit: called once for each item whose bounds touch the box, in no order; ends the walk by %FALSE
 * @data: for @visit
 *
 * Returns: whether the walk went to its end
 */
gboolean
qp_grid2d_walk (QpGrid2d *self, QpBox box, guint32 stamp, gboolean (*visit) (QpItem *, gpointer), gpointer data)
{
  if (qp_box_is_empty (box))
    return TRUE;

  const Range range = range_of (self, box);
  for (guint y = range.y0; y <= range.y1; y++)
    for (guint x = range.x0; x <= range.x1; x++)
      if (!cell_walk (&self->cells[y * self->columns + x], box, stamp, visit, data))
        return FALSE;
  return cell_walk (&self->large, box, stamp, visit, data);
}
