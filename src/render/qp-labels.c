/* qp-labels.c: which labels are shown where, so that none overlap
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Greedy: the most important label first, each at the first of its places that is still free. What is taken is
 * kept in a grid of cells, so that a label asks only its neighbours.
 */
#include "render/qp-labels.h"

#include <math.h>

#define CELL 48.0
#define GAP 3.0

typedef struct
{
  QpBox box;
  gboolean line; /* labels on a box of their own may stand on lines */
} Taken;

typedef struct
{
  QpBox box;
  guint label;
  guint place;
  PangoLayout *text;
  PangoLayout *detail; /* NULL when there is none or no room */
} Shown;

struct _QpLabels
{
  QpPlanStyle style;
  QpText *text;
  GArray *labels;    /* QpLabel */
  GArray *taken;     /* Taken */
  GHashTable *cells; /* cell → GArray of indexes into taken */
  GArray *shown;     /* Shown */
};

static void
clear_label (gpointer data)
{
  QpLabel *self = data;

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->detail, g_free);
}

static void
clear_shown (gpointer data)
{
  Shown *self = data;

  g_clear_object (&self->text);
  g_clear_object (&self->detail);
}

/**
 * qp_labels_new:
 * @style: size, font and colours
 *
 * Returns: (transfer full): an empty set of labels
 */
QpLabels *
qp_labels_new (const QpPlanStyle *style)
{
  QpLabels *self = g_new0 (QpLabels, 1);

  self->style = *style;
  self->text = qp_text_new (style);
  self->labels = g_array_new (FALSE, TRUE, sizeof (QpLabel));
  g_array_set_clear_func (self->labels, clear_label);
  self->taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  self->shown = g_array_new (FALSE, TRUE, sizeof (Shown));
  g_array_set_clear_func (self->shown, clear_shown);
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

/**
 * qp_labels_free:
 * @self: (transfer full) (nullable): a set of labels
 */
void
qp_labels_free (QpLabels *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->shown);
  g_array_unref (self->labels);
  g_array_unref (self->taken);
  g_hash_table_unref (self->cells);
  qp_text_free (self->text);
  g_free (self);
}

/**
 * qp_labels_add:
 * @self: a set of labels
 * @text: (transfer full): first line
 * @detail: (transfer full) (nullable): second line
 * @priority: the higher ones are placed first
 *
 * Returns: (transfer none): the label, to be filled in; valid until the next one is added
 */
QpLabel *
qp_labels_add (QpLabels *self, char *text, char *detail, int priority)
{
  const QpLabel label = {
    .text = text,
    .detail = detail,
    .priority = priority,
    .order = self->labels->len,
    .ink = self->style.ink,
    .detail_ink = self->style.ink_soft,
  };

  g_array_append_val (self->labels, label);
  return &g_array_index (self->labels, QpLabel, self->labels->len - 1);
}

/**
 * qp_label_add_place:
 * @self: a label
 * @at: where it may stand
 * @across: which part of it lies at @at
 * @down: which part of it lies at @at
 *
 * Adds a place to try after the ones before; more than %QP_LABEL_PLACES are not kept.
 */
void
qp_label_add_place (QpLabel *self, QpVec at, QpAlign across, QpAlign down)
{
  if (self->n_places < QP_LABEL_PLACES)
    self->places[self->n_places++] = (QpLabelPlace){ at, across, down };
}

static gpointer
cell_key (int x, int y)
{
  return GUINT_TO_POINTER (((guint) (x & 0xffff) << 16 | (guint) (y & 0xffff)) + 1u);
}

static int
cell_of (double position)
{
  return (int) floor (CLAMP (position, -1e6, 1e6) / CELL);
}

static void
take (QpLabels *self, QpBox box, gboolean line)
{
  const guint index = self->taken->len;
  const Taken taken = { box, line };

  g_array_append_val (self->taken, taken);
  for (int y = cell_of (box.y0); y <= cell_of (box.y1); y++)
    for (int x = cell_of (box.x0); x <= cell_of (box.x1); x++)
      {
        GArray *cell = g_hash_table_lookup (self->cells, cell_key (x, y));
        if (cell == NULL)
          {
            cell = g_array_new (FALSE, FALSE, sizeof (guint));
            g_hash_table_insert (self->cells, cell_key (x, y), cell);
          }
        g_array_append_val (cell, index);
      }
}

static gboolean
is_free (const QpLabels *self, QpBox box, gboolean over_lines)
{
  for (int y = cell_of (box.y0); y <= cell_of (box.y1); y++)
    for (int x = cell_of (box.x0); x <= cell_of (box.x1); x++)
      {
        const GArray *cell = g_hash_table_lookup (self->cells, cell_key (x, y));
        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const Taken *taken = &g_array_index (self->taken, Taken, g_array_index (cell, guint, i));
            if (!(taken->line && over_lines) && qp_box_touches (box, taken->box))
              return FALSE;
          }
      }
  return TRUE;
}

/**
 * qp_labels_block:
 * @self: a set of labels
 * @box: pixels
 *
 * Keeps labels out of a box.
 */
void
qp_labels_block (QpLabels *self, QpBox box)
{
  /* what is far away, or all over the view, keeps nothing free */
  if (!qp_box_is_empty (box) && box.x1 - box.x0 < 8000 && box.y1 - box.y0 < 8000)
    take (self, box, FALSE);
}

/**
 * qp_labels_block_line:
 * @self: a set of labels
 * @a: one end, pixels
 * @b: other end
 * @thickness: thickness of the line
 *
 * Keeps labels off a line, by a row of small boxes along it. Labels on a box of their own may stand on it.
 */
void
qp_labels_block_line (QpLabels *self, QpVec a, QpVec b, double thickness)
{
  const double length = qp_vec_distance (a, b), step = MAX (thickness, 6);
  const guint n = (guint) CLAMP (ceil (length / step), 1, 400);

  for (guint i = 0; i < n; i++)
    {
      const QpVec from = qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), i / (double) n));
      const QpVec to = qp_vec_add (a, qp_vec_scale (qp_vec_sub (b, a), (i + 1) / (double) n));
      take (self, qp_box_grown (qp_box_around (from, to), thickness / 2), TRUE);
    }
}

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *labels = data;
  const QpLabel *p = &g_array_index (labels, QpLabel, *(const guint *) a);
  const QpLabel *q = &g_array_index (labels, QpLabel, *(const guint *) b);

  if (p->priority != q->priority)
    return p->priority > q->priority ? -1 : 1;
  return p->order < q->order ? -1 : p->order > q->order;
}

static QpBox
box_at (const QpLabelPlace *place, double width, double height)
{
  const double x = place->at.x
                   - (place->across == QP_ALIGN_START    ? 0
                      : place->across == QP_ALIGN_MIDDLE ? width / 2
                                                         : width);
  const double y = place->at.y
                   - (place->down == QP_ALIGN_START    ? 0
                      : place->down == QP_ALIGN_MIDDLE ? height / 2
                                                       : height);

  return (QpBox){ x, y, x + width, y + height };
}

static gboolean
try_places (QpLabels *self, const QpLabel *label, double width, double height, QpBox within, Shown *shown)
{
  const double pad = label->boxed ? 4 * self->style.unit : 0;

  if ((label->max_width > 0 && width > label->max_width) || (label->max_height > 0 && height > label->max_height))
    return FALSE;
  for (guint i = 0; i < label->n_places; i++)
    {
      shown->place = i;
      shown->box = qp_box_grown (box_at (&label->places[i], width, height), pad);
      if (qp_box_contains (within, shown->box) && is_free (self, qp_box_grown (shown->box, GAP), label->boxed))
        return TRUE;
    }
  return FALSE;
}

static gboolean
place_label (QpLabels *self, guint index, QpBox within)
{
  const QpLabel *label = &g_array_index (self->labels, QpLabel, index);
  Shown shown = { .label = index };
  double width, height, detail_width, detail_height;

  shown.text = qp_text_layout (self->text, label->text, label->strong ? QP_TEXT_STRONG : QP_TEXT_PLAIN);
  qp_layout_size (shown.text, &width, &height);
  gboolean placed = FALSE;
  if (label->detail != NULL)
    {
      shown.detail = qp_text_layout (self->text, label->detail, QP_TEXT_SMALL);
      qp_layout_size (shown.detail, &detail_width, &detail_height);
      placed = try_places (self, label, MAX (width, detail_width), height + detail_height, within, &shown);
      if (!placed)
        g_clear_object (&shown.detail);
    }
  if (!placed)
    placed = try_places (self, label, width, height, within, &shown);
  if (!placed)
    {
      clear_shown (&shown);
      return FALSE;
    }
  take (self, shown.box, FALSE);
  g_array_append_val (self->shown, shown);
  return TRUE;
}

/**
 * qp_labels_place:
 * @self: a set of labels
 * @within: where labels may stand, pixels
 * @limit: at most so many are shown
 *
 * Decides which labels are shown and where. To be called once, when all were added.
 */
void
qp_labels_place (QpLabels *self, QpBox within, guint limit)
{
  g_autofree guint *sorted = g_new (guint, self->labels->len + 1);
  guint failed = 0;

  for (guint i = 0; i < self->labels->len; i++)
    sorted[i] = i;
  g_qsort_with_data (sorted, (int) self->labels->len, sizeof (guint), compare_labels, self->labels);
  /* where hundreds in a row found no place, the picture is full: measuring the rest would only take time */
  for (guint i = 0; i < self->labels->len && self->shown->len < limit && failed < 200; i++)
    failed = place_label (self, sorted[i], within) ? 0 : failed + 1;
}

/**
 * qp_labels_shown:
 * @self: a set of labels
 *
 * Returns: how many are shown
 */
guint
qp_labels_shown (const QpLabels *self)
{
  return self->shown->len;
}

/**
 * qp_labels_box:
 * @self: a set of labels
 * @index: 0 … qp_labels_shown() − 1
 *
 * Returns: where that label is, pixels
 */
QpBox
qp_labels_box (const QpLabels *self, guint index)
{
  return g_array_index (self->shown, Shown, index).box;
}

/**
 * qp_labels_text:
 * @self: a set of labels
 * @index: 0 … qp_labels_shown() − 1
 *
 * Returns: (transfer none): its first line
 */
const char *
qp_labels_text (const QpLabels *self, guint index)
{
  return g_array_index (self->labels, QpLabel, g_array_index (self->shown, Shown, index).label).text;
}

static void
paint_backing (const QpLabels *self, cairo_t *cr, const QpLabel *label, QpBox box)
{
  const double u = self->style.unit;

  if (!label->boxed && !label->halo)
    return;
  const QpBox grown = label->boxed ? box : qp_box_grown (box, 2 * u);
  qp_set_colour_alpha (cr, self->style.paper, label->boxed ? 0.96 : 0.72);
  qp_path_rounded (cr, grown.x0, grown.y0, grown.x1 - grown.x0, grown.y1 - grown.y0, 4 * u);
  cairo_fill (cr);
}

static void
paint_line (cairo_t *cr, PangoLayout *layout, const QpLabelPlace *place, QpBox box, double y, QpColour ink)
{
  double width, height;

  qp_layout_size (layout, &width, &height);
  const double room = box.x1 - box.x0 - width;
  const double x = box.x0 + (place->across == QP_ALIGN_START ? 0 : place->across == QP_ALIGN_MIDDLE ? room / 2 : room);
  qp_set_colour (cr, ink);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * qp_labels_paint:
 * @self: a set of labels, placed
 * @cr: a context in the same pixels as the places
 * @dx: pixels that the view was moved since the labels were placed
 * @dy: the same downwards
 *
 * Paints what is shown.
 */
void
qp_labels_paint (const QpLabels *self, cairo_t *cr, double dx, double dy)
{
  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const Shown *shown = &g_array_index (self->shown, Shown, i);
      const QpLabel *label = &g_array_index (self->labels, QpLabel, shown->label);
      const double pad = label->boxed ? 4 * self->style.unit : 0;
      const QpBox inner = qp_box_grown (shown->box, -pad);
      const QpLabelPlace *place = &label->places[shown->place];
      double width, height;
      paint_backing (self, cr, label, shown->box);
      paint_line (cr, shown->text, place, inner, inner.y0, label->ink);
      qp_layout_size (shown->text, &width, &height);
      if (shown->detail != NULL)
        paint_line (cr, shown->detail, place, inner, inner.y0 + height, label->detail_ink);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
}
