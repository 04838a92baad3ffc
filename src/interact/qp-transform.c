/* qp-transform.c: turning and mirroring objects of a plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-commands-private.h"

#include "engine/qp-shape.h"

/**
 * qp_transform_turn:
 * @centre: stays where it is, micrometres
 * @degrees: clockwise
 *
 * Returns: a turn; by right angles it is exact
 */
QpTransform
qp_transform_turn (QpPoint centre, double degrees)
{
  const QpVec up = qp_vec_from_heading (degrees); /* where up goes */

  return (QpTransform){ centre, up.y, up.x, -up.x, up.y, degrees, FALSE, { 0, 0 } };
}

/**
 * qp_transform_mirror:
 * @centre: stays where it is, micrometres
 * @axis: %QP_AXIS_X to change left and right, %QP_AXIS_Y to change top and bottom
 *
 * Returns: a mirroring
 */
QpTransform
qp_transform_mirror (QpPoint centre, QpAxis axis)
{
  const double x = axis == QP_AXIS_X ? -1 : 1;

  return (QpTransform){ centre, x, 0, 0, -x, axis == QP_AXIS_X ? 0 : 180, TRUE, { 0, 0 } };
}

static QpPoint
transformed_point (const QpTransform *self, QpPoint point)
{
  const double x = (double) (point.x - self->centre.x);
  const double y = (double) (point.y - self->centre.y);

  return (QpPoint){ self->centre.x + (gint64) llround (self->xx * x + self->xy * y) + self->moved.x,
                    self->centre.y + (gint64) llround (self->yx * x + self->yy * y) + self->moved.y };
}

static double
transformed_heading (const QpTransform *self, double heading)
{
  return qp_heading_wrap ((self->flips ? -heading : heading) + self->turn_deg);
}

typedef void (*FieldFunc) (const QpNode *node, const QpField *field, const QpValue *value, gpointer data);

static void
transform_place (const QpNode *node, const QpTransform *transform, FieldFunc func, gpointer data)
{
  const QpField *x = qp_kind_field (node->kind, "x_m");
  const QpField *y = qp_kind_field (node->kind, "y_m");

  if (x == NULL || y == NULL)
    return;
  const QpPoint before = { qp_node_get (node, x).integer, qp_node_get (node, y).integer };
  if (before.x == QP_UNSET || before.y == QP_UNSET)
    return;
  const QpPoint after = transformed_point (transform, before);
  const QpValue new_x = qp_value_integer (after.x);
  const QpValue new_y = qp_value_integer (after.y);
  func (node, x, &new_x, data);
  func (node, y, &new_y, data);
}

static void
transform_outline (const QpNode *node, const QpTransform *transform, FieldFunc func, gpointer data)
{
  const QpField *field = qp_kind_field (node->kind, "outline");
  const QpPoints *points = field == NULL ? NULL : qp_node_get (node, field).points;

  if (points == NULL)
    return;
  g_autofree QpPoint *at = g_new (QpPoint, points->n);
  for (guint i = 0; i < points->n; i++)
    at[i] = transformed_point (transform, points->at[i]);
  g_auto (QpValue) outline = qp_value_points (qp_points_new (at, points->n));
  func (node, field, &outline, data);
}

static void
transform_heading (const QpNode *node, const char *name, const QpTransform *transform, FieldFunc func, gpointer data)
{
  const QpField *field = qp_kind_field (node->kind, name);
  const double heading = field == NULL ? NAN : qp_node_get (node, field).real;

  if (isnan (heading))
    return;
  const QpValue turned = qp_value_real (transformed_heading (transform, heading));
  func (node, field, &turned, data);
}

/* a picture can be turned but not mirrored: that one is moved to where its mirror image would be */
static void
transform_background (const QpNode *node, const QpTransform *transform, FieldFunc func, gpointer data)
{
  const double turned = ((const QpBackground *) node)->rotation_deg;

  transform_place (node, transform, func, data);
  if (transform->flips)
    return;
  const QpValue rotation = qp_value_real (qp_heading_wrap ((isnan (turned) ? 0 : turned) + transform->turn_deg));
  func (node, QP_FIELD (QP_KIND_BACKGROUND, QpBackground, rotation_deg), &rotation, data);
}

/* the line of a dimension stays on its side of what it measures */
static void
transform_dimension (const QpNode *node, const QpTransform *transform, FieldFunc func, gpointer data)
{
  const gint64 offset = ((const QpDimension *) node)->offset_m;

  if (!transform->flips || offset == QP_UNSET || offset == 0)
    return;
  const QpValue other_side = qp_value_integer (-offset);
  func (node, QP_FIELD (QP_KIND_DIMENSION, QpDimension, offset_m), &other_side, data);
}

static GArray *
numbers_of (const char *text, guint least)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  qp_shape_parse_list (text, 0, 1e6, numbers);
  while (numbers->len > 0 && numbers->len < least) /* the last one counts for those that follow */
    {
      const double last = g_array_index (numbers, double, numbers->len - 1);
      g_array_append_val (numbers, last);
    }
  return numbers;
}

static void
reverse_list (const QpNode *node, const QpField *field, GArray *numbers, FieldFunc func, gpointer data)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = numbers->len; i-- > 0;)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (text, sizeof text, "%.10g", g_array_index (numbers, double, i));
      g_string_append_printf (list, "%s%s", list->len == 0 ? "" : " ", text);
    }
  g_auto (QpValue) value = qp_value_text (list->str);
  if (numbers->len > 1)
    func (node, field, &value, data);
}

/* the cells that are missing, with left and right changed */
static void
mirror_cells (const QpNode *node, FieldFunc func, gpointer data)
{
  const QpScreen *screen = (const QpScreen *) node;
  g_auto (QpCells) cells = { 0 };
  g_auto (QpCells) mirrored = { 0 };

  if (screen->missing_cells == NULL)
    return;
  qp_cells_init (&cells, (guint) MAX (screen->columns, 1), (guint) MAX (screen->rows, 1));
  qp_cells_init (&mirrored, cells.columns, cells.rows);
  qp_cells_remove (&cells, screen->missing_cells);
  for (guint row = 0; !qp_cells_is_full (&cells) && row < cells.rows; row++)
    for (guint column = 0; column < cells.columns; column++)
      qp_cells_set (&mirrored, cells.columns - 1 - column, row, qp_cells_has (&cells, column, row));
  g_autofree char *text = qp_cells_missing (&mirrored);
  g_auto (QpValue) value = qp_value_text (text);
  if (text != NULL)
    func (node, QP_SCREEN_FIELD (missing_cells), &value, data);
}

/* what counts from the left of a screen counts from its right in the mirror */
static void
mirror_screen (const QpNode *node, FieldFunc func, gpointer data)
{
  const QpScreen *screen = (const QpScreen *) node;
  g_autoptr (GArray) faces = numbers_of (screen->face_columns, 0);
  g_autoptr (GArray) angles = numbers_of (screen->corner_angles_deg, faces->len > 1 ? faces->len - 1 : 0);

  reverse_list (node, QP_SCREEN_FIELD (face_columns), faces, func, data);
  reverse_list (node, QP_SCREEN_FIELD (corner_angles_deg), angles, func, data);
  mirror_cells (node, func, data);
}

/* calls back with each field that says where a node is and where it looks */
static void
transform_fields (const QpNode *node, const QpTransform *transform, FieldFunc func, gpointer data)
{
  if (node->kind == QP_KIND_BACKGROUND)
    {
      transform_background (node, transform, func, data);
      return;
    }
  transform_place (node, transform, func, data);
  transform_outline (node, transform, func, data);
  transform_heading (node, "facing_deg", transform, func, data);
  transform_heading (node, "heading_deg", transform, func, data);
  if (node->kind == QP_KIND_SCREEN && transform->flips)
    mirror_screen (node, func, data);
  if (node->kind == QP_KIND_DIMENSION)
    transform_dimension (node, transform, func, data);
}

static void
add_set (const QpNode *node, const QpField *field, const QpValue *value, gpointer edits)
{
  g_ptr_array_add (edits, qp_edit_set (node->id, field, value));
}

/**
 * qp_edits_add_transform:
 * @edits: (element-type QpEdit): takes the edits
 * @node: an object of a plan
 * @transform: what happens to it
 */
void
qp_edits_add_transform (GPtrArray *edits, const QpNode *node, const QpTransform *transform)
{
  transform_fields (node, transform, add_set, edits);
}

static void
replace_with (const QpNode *node, const QpField *field, const QpValue *value, gpointer data)
{
  QpNode **place = data;
  g_autoptr (QpNode) before = *place;

  *place = qp_node_with (before, field, value);
}

/**
 * qp_node_transformed:
 * @node: an object of a plan
 * @transform: what happens to it
 *
 * Returns: (transfer full): the same object turned or mirrored
 */
QpNode *
qp_node_transformed (const QpNode *node, const QpTransform *transform)
{
  QpNode *after = qp_node_ref ((QpNode *) node);

  transform_fields (node, transform, replace_with, &after);
  return after;
}
