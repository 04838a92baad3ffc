/* qp-shape-fields.c: which fields of a screen matter for its shape, and what follows from them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-shape-fields.h"

#include "base/qp-number.h"
#include "engine/qp-cards-shape.h"
#include "interact/qp-reshape.h"

#include <math.h>

#define SHAPE(name) (1u << QP_SCREEN_##name)
#define BENT (SHAPE (ARC) | SHAPE (RIBBON))
#define CORNERED (SHAPE (CORNER) | SHAPE (ROUNDED_CORNER) | SHAPE (FACES))
#define LYING (SHAPE (FLOOR) | SHAPE (CEILING))
#define ALL (SHAPE (HALF_ELLIPSE) * 2 - 1)

/* the shapes for which a field means something; others matter always */
static guint
shapes_of (const QpField *field)
{
  const struct
  {
    const QpField *field;
    guint shapes;
  } rows[] = { { QP_SCREEN_FIELD (arc_radius_m), BENT },
               { QP_SCREEN_FIELD (arc_angle_deg), BENT },
               { QP_SCREEN_FIELD (face_columns), CORNERED },
               { QP_SCREEN_FIELD (corner_angles_deg), CORNERED },
               { QP_SCREEN_FIELD (corner_columns), SHAPE (ROUNDED_CORNER) },
               { QP_SCREEN_FIELD (cap_diameter_m), SHAPE (CAP) },
               { QP_SCREEN_FIELD (cap_height_m), SHAPE (CAP) },
               { QP_SCREEN_FIELD (double_sided), ALL & ~(LYING | SHAPE (CAP) | SHAPE (COLUMN)) },
               { QP_SCREEN_FIELD (tilt_deg), ALL & ~(LYING | SHAPE (CAP)) } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].field == field)
      return rows[i].shapes;
  return ALL;
}

/**
 * qp_shape_field_applies:
 * @node: an object
 * @field: one of its fields
 *
 * Returns: whether the field means anything for the shape that a screen has; that it is double-sided is shown wherever it
 *   is, so that it can be taken back
 */
gboolean
qp_shape_field_applies (const QpNode *node, const QpField *field)
{
  if (node->kind != QP_KIND_SCREEN)
    return TRUE;
  const QpScreen *screen = (const QpScreen *) node;
  const guint shape = screen->shape == QP_UNSET ? QP_SCREEN_FLAT : (guint) screen->shape;
  return (shapes_of (field) >> shape & 1) != 0 || (field == QP_SCREEN_FIELD (double_sided) && screen->double_sided == TRUE);
}

/**
 * qp_shape_field_result:
 * @node: an object
 * @field: one of its fields that has no value
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Returns: (transfer full) (nullable): what the field would be, as it follows from the others: the radius of an arc whose
 *   angle is given, or its angle
 */
char *
qp_shape_field_result (const QpNode *node, const QpField *field, const QpCatalogue *catalogue)
{
  const gboolean radius = field == QP_SCREEN_FIELD (arc_radius_m), angle = field == QP_SCREEN_FIELD (arc_angle_deg);
  g_auto (QpShape) shape = { 0 };

  if (node->kind != QP_KIND_SCREEN || !(radius || angle) || !qp_shape_init (&shape, (const QpScreen *) node, catalogue)
      || shape.joint_deg == 0)
    return NULL;
  g_autofree char *number = radius ? qp_number_display (shape.radius, 2)
                                   : qp_number_display (shape.joint_deg * shape.cells.columns, 1);
  return g_strdup_printf ("= %s", number);
}

/**
 * qp_shape_field_refusal:
 * @field: a field
 * @text: what was typed
 *
 * Returns: (transfer full) (nullable): why it is no list as the field needs one, as a sentence
 */
char *
qp_shape_field_refusal (const QpField *field, const char *text)
{
  const gboolean faces = field == QP_SCREEN_FIELD (face_columns), angles = field == QP_SCREEN_FIELD (corner_angles_deg);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  if (!faces && !angles)
    return NULL;
  gboolean good = qp_shape_parse_list (text, 1, faces ? 20000 : 359, numbers);
  for (guint i = 0; faces && i < numbers->len; i++)
    good = good && g_array_index (numbers, double, i) == floor (g_array_index (numbers, double, i));
  if (good)
    return NULL;
  return g_strdup (faces ? _ ("Write whole numbers with blanks between them, from the left as a viewer sees it: “20 20”.")
                         : _ ("Write angles from 1 to 359 with blanks between them, from the left: “90 120”. They are measured "
                              "behind the faces: more than 180 bends towards the viewer."));
}

/**
 * qp_shape_field_hint:
 * @node: an object
 * @field: one of its fields
 *
 * Returns: (transfer full) (nullable): what is odd about its value beside the others, as a sentence
 */
char *
qp_shape_field_hint (const QpNode *node, const QpField *field)
{
  if (node->kind != QP_KIND_SCREEN)
    return NULL;
  if (field == QP_SCREEN_FIELD (face_columns))
    return qp_shape_problem ((const QpScreen *) node);
  if (field == QP_SCREEN_FIELD (missing_cells))
    return qp_missing_cells_problem ((const QpScreen *) node);
  return NULL;
}

static void
add_unset (GPtrArray *edits, const QpNode *node, const QpField *field)
{
  const QpValue old = qp_node_get (node, field);
  const QpValue none = qp_value_unset (qp_field_type_storage (field->type));

  if (!qp_value_equal (&old, &none))
    g_ptr_array_add (edits, qp_edit_set (node->id, field, &none));
}

/**
 * qp_shape_field_add_edits:
 * @edits: (element-type QpEdit): takes what else is to change
 * @node: an object
 * @field: the field that is set
 * @value: to what
 * @catalogue: (nullable): where its cabinet is looked up
 *
 * Of radius and angle of an arc, the one that is typed takes the place of the other; a new shape brings what it needs to
 * begin with.
 */
void
qp_shape_field_add_edits (GPtrArray *edits, QpNode *node, const QpField *field, const QpValue *value,
                          const QpCatalogue *catalogue)
{
  if (node->kind != QP_KIND_SCREEN)
    return;
  if (field == QP_SCREEN_FIELD (arc_radius_m) && value->integer != QP_UNSET)
    add_unset (edits, node, QP_SCREEN_FIELD (arc_angle_deg));
  else if (field == QP_SCREEN_FIELD (arc_angle_deg) && !isnan (value->real))
    add_unset (edits, node, QP_SCREEN_FIELD (arc_radius_m));
  else if (field == QP_SCREEN_FIELD (shape) && value->integer != QP_UNSET)
    qp_edits_add_conversion (edits, node, catalogue, (QpScreenShape) value->integer);
}
