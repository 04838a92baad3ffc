/* qp-drag-shape.c: dragging a handle of a screen's shape
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-drag-private.h"

#include "base/qp-number.h"
#include "engine/qp-shape.h"
#include "interact/qp-reshape.h"

#include <string.h>

/* what the handles change */
static const char *const fields[] = { "columns",       "rows",         "x_m",           "y_m",
                                      "facing_deg",    "arc_radius_m", "arc_angle_deg", "face_columns",
                                      "corner_angles_deg", "cap_diameter_m", "cap_height_m" };

/* inside: whether a handle of the shape is dragged, or an end that runs along a bent face */
gboolean
qp_drag_is_of_shape (const QpDrag *self)
{
  return (self->part >= QP_PART_BEND && self->part <= QP_PART_ROWS)
         || (self->is_bent && (self->part == QP_PART_LEFT || self->part == QP_PART_RIGHT));
}

static const char *
label_of (QpPart part)
{
  switch (part)
    {
    case QP_PART_BEND:
      return N_ ("Bend");
    case QP_PART_ANGLE:
      return N_ ("Turn a Face");
    case QP_PART_CORNER:
      return N_ ("Move a Corner");
    default:
      return N_ ("Resize");
    }
}

static gboolean
differs (const QpNode *a, const QpNode *b, const char *name)
{
  const QpField *field = qp_kind_field (QP_KIND_SCREEN, name);
  const QpValue first = qp_node_get (a, field), second = qp_node_get (b, field);

  return !qp_value_equal (&first, &second);
}

/* inside: follows the pointer */
QpReply *
qp_drag_reshape_to (QpDrag *self, const QpToolContext *context, const QpPointerEvent *event)
{
  QpNode *start = g_ptr_array_index (self->start, 0);
  g_autoptr (QpNode) before = self->reshaped != NULL ? g_steal_pointer (&self->reshaped) : qp_node_ref (start);

  self->reshaped = qp_screen_reshaped (start, qp_scene_get_catalogue (context->scene), self->part, self->index,
                                       event->place, (event->modifiers & QP_MOD_ALT) != 0);
  self->changed = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    self->changed = self->changed || differs (before, self->reshaped, fields[i]);
  return qp_reply_new (QP_REPLY_HANDLED, label_of (self->part));
}

/* inside: sets what has changed since the drag began, and back what has only been changed on the way */
void
qp_drag_add_reshape (QpDrag *self, QpReply *reply)
{
  const QpNode *start = g_ptr_array_index (self->start, 0);

  for (guint i = 0; self->reshaped != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const QpField *field = qp_kind_field (QP_KIND_SCREEN, fields[i]);
      const QpValue value = qp_node_get (self->reshaped, field);
      if (differs (start, self->reshaped, fields[i]))
        self->touched |= 1u << i;
      if ((self->touched & 1u << i) != 0)
        g_ptr_array_add (reply->edits, qp_edit_set (start->id, field, &value));
    }
}

/* -- what is read out -- */

static char *
arc_text (const QpShape *shape)
{
  g_autofree char *width = qp_number_display (qp_shape_developed_width (shape), 2);
  g_autofree char *radius = qp_number_display (shape->radius, 1);
  g_autofree char *sagitta = qp_number_display (qp_shape_sagitta (shape), 2);
  g_autofree char *joint = qp_number_display (shape->joint_deg, 2);

  if (shape->joint_deg == 0)
    /* Translators: width of a screen that is not bent, metres */
    return g_strdup_printf (_ ("%s m, straight"), width);
  /* Translators: width along an arc, its radius and depth in metres, angle at a joint */
  return g_strdup_printf (_ ("%s m · radius %s m · sagitta %s m · %s° a joint"), width, radius, sagitta, joint);
}

static char *
faces_text (const QpShape *shape)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint face = 0;

  for (guint i = 0; i < shape->facets->len; i++)
    if (qp_shape_facet (shape, i)->face == face)
      {
        g_autofree char *width = qp_number_display (qp_shape_facet (shape, i)->columns * shape->cell_w, 2);
        g_string_append_printf (out, "%s%s m", face == 0 ? "" : " + ", width);
        face++;
      }
  g_string_append (out, " · ");
  g_string_append_printf (out, ngettext ("%u column", "%u columns", shape->cells.columns), shape->cells.columns);
  return g_strdup (out->str);
}

static char *
angle_text (const QpDrag *self)
{
  g_autoptr (GArray) angles = g_array_new (FALSE, FALSE, sizeof (double));

  qp_shape_parse_list (((const QpScreen *) self->reshaped)->corner_angles_deg, 1, 359, angles);
  if (self->index >= angles->len)
    return NULL;
  g_autofree char *number = qp_number_display (g_array_index (angles, double, self->index), 1);
  return g_strdup_printf ("%s°", number);
}

static char *
round_text (const QpDrag *self, const QpShape *shape)
{
  const QpScreen *screen = (const QpScreen *) self->reshaped;
  g_autofree char *radius = qp_number_display (shape->radius, 2);

  if (shape->kind == QP_SCREEN_CAP && screen->cap_diameter_m != QP_UNSET)
    {
      g_autofree char *diameter = qp_number_display (qp_m_from_um (screen->cap_diameter_m), 1);
      return g_strdup_printf (_ ("diameter %s m"), diameter);
    }
  /* Translators: radius of a column in metres, and in columns of cabinets */
  return g_strdup_printf (_ ("radius %s m · %u columns"), radius, shape->cells.columns);
}

static char *
rows_text (const QpShape *shape)
{
  g_autofree char *height = qp_number_display (qp_shape_height (shape), 2);

  /* Translators: height of a screen in metres and in rows of cabinets */
  return g_strdup_printf (_ ("%s m · %u rows"), height, shape->cells.rows);
}

/* inside: what is written beside the pointer */
char *
qp_drag_shape_text (const QpDrag *self, const QpCatalogue *catalogue)
{
  g_auto (QpShape) shape = { 0 };

  if (self->reshaped == NULL || !qp_shape_init (&shape, (const QpScreen *) self->reshaped, catalogue))
    return NULL;
  switch (self->part)
    {
    case QP_PART_ANGLE:
      return angle_text (self);
    case QP_PART_RADIUS:
      return round_text (self, &shape);
    case QP_PART_ROWS:
      return rows_text (&shape);
    default:
      return qp_shape_n_faces (&shape) > 1 ? faces_text (&shape) : arc_text (&shape);
    }
}
