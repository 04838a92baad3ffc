/* qp-plan-drawing.c: a vector plan as lines, outlines and texts on layers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-drawing-private.h"

#include <string.h>

/* places beyond it are those of damaged files; their squares still fit a double by far */
#define FURTHEST 1e12
/* width of a letter against the height of a capital: Latin letters, and those of Chinese that fill a square */
#define LETTER_WIDTH 0.85
#define SQUARE_WIDTH 1.4
#define LINE_STEP 1.75

/**
 * qp_plan_drawing_new:
 *
 * Returns: (transfer full): an empty drawing, to be filled by one thread
 */
QpPlanDrawing *
qp_plan_drawing_new (void)
{
  QpPlanDrawing *self = g_new0 (QpPlanDrawing, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->layers = g_array_new (FALSE, TRUE, sizeof (QpKeptLayer));
  self->layer_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (QpDrawingShape));
  self->points = g_array_new (FALSE, FALSE, sizeof (QpVec));
  self->texts = g_array_new (FALSE, FALSE, sizeof (QpDrawingText));
  return self;
}

/**
 * qp_plan_drawing_ref:
 * @self: a drawing
 *
 * Returns: (transfer full): @self
 */
QpPlanDrawing *
qp_plan_drawing_ref (QpPlanDrawing *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_plan_drawing_unref:
 * @self: (transfer full) (nullable): a drawing
 */
void
qp_plan_drawing_unref (QpPlanDrawing *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->layer_by_name, g_hash_table_unref);
  for (guint i = 0; i < self->layers->len; i++)
    g_free (g_array_index (self->layers, QpKeptLayer, i).layer.name);
  for (guint i = 0; i < self->texts->len; i++)
    g_free (g_array_index (self->texts, QpDrawingText, i).text);
  g_array_unref (self->layers);
  g_array_unref (self->shapes);
  g_array_unref (self->points);
  g_array_unref (self->texts);
  g_free (self->boxes);
  g_free (self->bunches);
  g_free (self);
}

/**
 * qp_plan_drawing_add_layer:
 * @self: a drawing that is not finished
 * @name: name of the layer; ";" in it becomes ",", as names are joined by it
 * @colour: 0xRRGGBB, or %QP_DRAWING_INK
 * @shown: whether the file shows it
 *
 * Adds a layer. A name that is there already keeps its colour.
 *
 * Returns: its index; that of the last layer when there are %QP_DRAWING_MAX_LAYERS
 */
guint
qp_plan_drawing_add_layer (QpPlanDrawing *self, const char *name, guint32 colour, gboolean shown)
{
  g_return_val_if_fail (!self->finished, 0);
  g_autofree char *clean = g_strdelimit (g_utf8_make_valid (name, -1), ";", ',');
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->layer_by_name, clean));

  if (found > 0)
    return found - 1;
  if (self->layers->len >= QP_DRAWING_MAX_LAYERS)
    return self->layers->len - 1;
  const QpKeptLayer kept = { { g_steal_pointer (&clean), colour, shown, 0 }, QP_BOX_EMPTY };
  g_array_append_val (self->layers, kept);
  g_hash_table_insert (self->layer_by_name, kept.layer.name, GUINT_TO_POINTER (self->layers->len));
  return self->layers->len - 1;
}

static gboolean
is_place (QpVec place)
{
  return fabs (place.x) <= FURTHEST && fabs (place.y) <= FURTHEST; /* false for NaN too */
}

/**
 * qp_plan_drawing_add_shape:
 * @self: a drawing that is not finished
 * @type: how the points are joined
 * @layer: index of a layer
 * @colour: 0xRRGGBB, or %QP_DRAWING_INK
 * @points: places in units of the file
 * @n_points: how many, at least 1
 * @joined: whether it is a further ring of the fill added before
 *
 * Adds a shape.
 *
 * Returns: %FALSE when nothing was added: a place is no number or absurdly far away, or the drawing is full
 */
gboolean
qp_plan_drawing_add_shape (QpPlanDrawing *self, QpShapeType type, guint layer, guint32 colour, const QpVec *points,
                           guint n_points, gboolean joined)
{
  g_return_val_if_fail (!self->finished && layer < self->layers->len, FALSE);
  for (guint i = 0; i < n_points; i++)
    if (!is_place (points[i]))
      return FALSE;
  if (self->shapes->len >= QP_DRAWING_MAX_SHAPES || n_points > QP_DRAWING_MAX_POINTS - self->points->len)
    {
      self->full = TRUE;
      return FALSE;
    }
  if (n_points == 0)
    return FALSE;
  const QpDrawingShape shape
      = { (guint8) type, joined && self->shapes->len > 0, (guint16) layer, colour, self->points->len, n_points };
  g_array_append_val (self->shapes, shape);
  g_array_append_vals (self->points, points, n_points);
  g_array_index (self->layers, QpKeptLayer, layer).layer.n_shapes++;
  return TRUE;
}

/**
 * qp_plan_drawing_add_text:
 * @self: a drawing that is not finished
 * @text: the text; what it points to is copied
 *
 * Adds a text. Texts count as shapes for the limits.
 *
 * Returns: %FALSE when nothing was added: it is empty, has no usable place or size, or the drawing is full
 */
gboolean
qp_plan_drawing_add_text (QpPlanDrawing *self, const QpDrawingText *text)
{
  g_return_val_if_fail (!self->finished && text->layer < self->layers->len, FALSE);
  if (!is_place (text->place) || !(text->height > 0 && text->height <= FURTHEST) || !isfinite (text->turn)
      || text->text == NULL || text->text[0] == '\0')
    return FALSE;
  if (self->texts->len + self->shapes->len >= QP_DRAWING_MAX_SHAPES)
    {
      self->full = TRUE;
      return FALSE;
    }
  QpDrawingText kept = *text;
  kept.text = g_utf8_make_valid (text->text, (gssize) strnlen (text->text, QP_DRAWING_MAX_TEXT_BYTES));
  kept.stretch = text->stretch > 0 && text->stretch <= 100 ? text->stretch : 1;
  kept.span = text->span > 0 && text->span <= FURTHEST ? text->span : 0;
  kept.wrap = text->wrap > 0 && text->wrap <= FURTHEST ? text->wrap : 0;
  self->text_bytes += strlen (kept.text) + 1;
  g_array_append_val (self->texts, kept);
  g_array_index (self->layers, QpKeptLayer, text->layer).layer.n_shapes++;
  return TRUE;
}

/**
 * qp_plan_drawing_is_full:
 * @self: a drawing
 *
 * Returns: whether something was left out as there were too many shapes or points
 */
gboolean
qp_plan_drawing_is_full (const QpPlanDrawing *self)
{
  return self->full;
}

/* about how wide the longest line is, and how many lines there are */
static double
text_width (const QpDrawingText *text, guint *n_lines)
{
  double width = 0, longest = 0;

  *n_lines = 1;
  for (const char *p = text->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const double letter = (g_unichar_iswide (g_utf8_get_char (p)) ? SQUARE_WIDTH : LETTER_WIDTH) * text->stretch;
      const gboolean breaks
          = *p == '\n' || (text->wrap > 0 && (width + letter) * text->height > text->wrap && width > 0);
      *n_lines += breaks ? 1 : 0;
      width = *p == '\n' ? 0 : breaks ? letter : width + letter;
      longest = MAX (longest, width);
    }
  return text->span > 0 ? text->span : longest * text->height;
}

/* about where a text lies: fonts differ, so nothing may depend on the last digit */
QpBox
qp_drawing_text_box (const QpDrawingText *text)
{
  guint n_lines;
  const double width = text_width (text, &n_lines);
  const double tall = text->height * (1 + LINE_STEP * (n_lines - 1));
  const double x = -text->align_x * width, y = -text->align_y * tall;
  const double c = cos (text->turn), s = sin (text->turn);
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < 4; i++)
    {
      const double along = x + (i & 1 ? width : 0), up = y + (i & 2 ? tall : 0);
      box = qp_box_with (box, qp_vec (text->place.x + along * c - up * s, text->place.y + along * s + up * c));
    }
  return box;
}

static QpBox
points_box (const QpPlanDrawing *self, const QpDrawingShape *shape)
{
  const QpVec *points = &g_array_index (self->points, QpVec, shape->first);
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < shape->n; i++)
    {
      box.x0 = MIN (box.x0, points[i].x);
      box.y0 = MIN (box.y0, points[i].y);
      box.x1 = MAX (box.x1, points[i].x);
      box.y1 = MAX (box.y1, points[i].y);
    }
  return box;
}

static QpSmallBox
small_box (QpBox box)
{
  return (QpSmallBox){ nextafterf ((float) box.x0, -INFINITY), nextafterf ((float) box.y0, -INFINITY),
                       nextafterf ((float) box.x1, INFINITY), nextafterf ((float) box.y1, INFINITY) };
}

/* the lower left corner on a whole unit, so that the difference to a near place is exact */
static QpVec
find_origin (const QpPlanDrawing *self)
{
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < self->points->len; i++)
    box = qp_box_with (box, g_array_index (self->points, QpVec, i));
  for (guint i = 0; i < self->texts->len; i++)
    box = qp_box_with (box, g_array_index (self->texts, QpDrawingText, i).place);
  return qp_box_is_empty (box) ? qp_vec (0, 0) : qp_vec (floor (box.x0), floor (box.y0));
}

static void
move_to_origin (QpPlanDrawing *self)
{
  self->origin = find_origin (self);
  for (guint i = 0; i < self->points->len; i++)
    {
      QpVec *point = &g_array_index (self->points, QpVec, i);
      *point = qp_vec_sub (*point, self->origin);
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      QpDrawingText *text = &g_array_index (self->texts, QpDrawingText, i);
      text->place = qp_vec_sub (text->place, self->origin);
    }
}

static void
grow_layer (QpPlanDrawing *self, guint layer, QpBox by)
{
  QpKeptLayer *kept = &g_array_index (self->layers, QpKeptLayer, layer);
  kept->box = qp_box_union (kept->box, by);
}

static void
find_boxes (QpPlanDrawing *self)
{
  const guint n = self->shapes->len;

  self->n_bunches = (n + QP_DRAWING_BUNCH - 1) / QP_DRAWING_BUNCH;
  self->boxes = g_new (QpSmallBox, n);
  self->bunches = g_new (QpSmallBox, self->n_bunches);
  QpBox bunch = QP_BOX_EMPTY;
  for (guint i = 0; i < n; i++)
    {
      const QpDrawingShape *shape = &g_array_index (self->shapes, QpDrawingShape, i);
      const QpBox box = points_box (self, shape);
      self->boxes[i] = small_box (box);
      grow_layer (self, shape->layer, box);
      bunch = qp_box_union (i % QP_DRAWING_BUNCH == 0 ? QP_BOX_EMPTY : bunch, box);
      self->bunches[i / QP_DRAWING_BUNCH] = small_box (bunch);
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      const QpDrawingText *text = &g_array_index (self->texts, QpDrawingText, i);
      grow_layer (self, text->layer, qp_drawing_text_box (text));
    }
}

/**
 * qp_plan_drawing_finish:
 * @self: a drawing
 *
 * Ends building: moves all places to an origin at the lower left of the drawing, and finds boxes for quick painting.
 * After this the drawing does not change any more.
 */
void
qp_plan_drawing_finish (QpPlanDrawing *self)
{
  g_return_if_fail (!self->finished);
  move_to_origin (self);
  find_boxes (self);
  g_clear_pointer (&self->layer_by_name, g_hash_table_unref);
  self->finished = TRUE;
}

/**
 * qp_plan_drawing_origin:
 * @self: a finished drawing
 *
 * Returns: where its origin lies in the units of the file
 */
QpVec
qp_plan_drawing_origin (const QpPlanDrawing *self)
{
  return self->origin;
}

/**
 * qp_plan_drawing_bounds:
 * @self: a finished drawing
 * @hidden_layers: (nullable): layers that do not count
 *
 * Texts count with about the place that they take.
 *
 * Returns: the box around what is shown, in drawing units from the origin; empty when nothing is
 */
QpBox
qp_plan_drawing_bounds (const QpPlanDrawing *self, const char *hidden_layers)
{
  g_autofree gboolean *shown = qp_drawing_shown_layers (self, hidden_layers);
  QpBox box = QP_BOX_EMPTY;

  for (guint i = 0; i < self->layers->len; i++)
    if (shown[i])
      box = qp_box_union (box, g_array_index (self->layers, QpKeptLayer, i).box);
  return box;
}

/**
 * qp_plan_drawing_n_layers:
 * @self: a drawing
 *
 * Returns: number of its layers
 */
guint
qp_plan_drawing_n_layers (const QpPlanDrawing *self)
{
  return self->layers->len;
}

/**
 * qp_plan_drawing_layer:
 * @self: a drawing
 * @index: below qp_plan_drawing_n_layers()
 *
 * Returns: (transfer none): a layer
 */
const QpDrawingLayer *
qp_plan_drawing_layer (const QpPlanDrawing *self, guint index)
{
  g_return_val_if_fail (index < self->layers->len, NULL);
  return &g_array_index (self->layers, QpKeptLayer, index).layer;
}

/**
 * qp_plan_drawing_shapes:
 * @self: a drawing
 * @n_shapes: (out): how many
 *
 * Returns: (transfer none): its shapes in the order in which they are painted
 */
const QpDrawingShape *
qp_plan_drawing_shapes (const QpPlanDrawing *self, guint *n_shapes)
{
  *n_shapes = self->shapes->len;
  return (const QpDrawingShape *) self->shapes->data;
}

/**
 * qp_plan_drawing_points:
 * @self: a finished drawing
 * @shape: one of its shapes
 *
 * Returns: (transfer none): the points of @shape, drawing units from the origin
 */
const QpVec *
qp_plan_drawing_points (const QpPlanDrawing *self, const QpDrawingShape *shape)
{
  return &g_array_index (self->points, QpVec, shape->first);
}

/**
 * qp_plan_drawing_shape_box:
 * @self: a finished drawing
 * @shape: one of its shapes
 *
 * Quick, and a little too large: for looking up what is near.
 *
 * Returns: a box that holds the whole shape, drawing units from the origin
 */
QpBox
qp_plan_drawing_shape_box (const QpPlanDrawing *self, const QpDrawingShape *shape)
{
  const QpSmallBox *box = &self->boxes[shape - (const QpDrawingShape *) self->shapes->data];
  return (QpBox){ box->x0, box->y0, box->x1, box->y1 };
}

/**
 * qp_plan_drawing_texts:
 * @self: a drawing
 * @n_texts: (out): how many
 *
 * Returns: (transfer none): its texts
 */
const QpDrawingText *
qp_plan_drawing_texts (const QpPlanDrawing *self, guint *n_texts)
{
  *n_texts = self->texts->len;
  return (const QpDrawingText *) self->texts->data;
}

/**
 * qp_plan_drawing_memory:
 * @self: a finished drawing
 *
 * Returns: about how many bytes of memory it takes
 */
gsize
qp_plan_drawing_memory (const QpPlanDrawing *self)
{
  return sizeof *self + self->layers->len * (sizeof (QpKeptLayer) + 32)
         + self->shapes->len * (sizeof (QpDrawingShape) + sizeof (QpSmallBox)) + self->n_bunches * sizeof (QpSmallBox)
         + self->points->len * sizeof (QpVec) + self->texts->len * sizeof (QpDrawingText) + self->text_bytes;
}
