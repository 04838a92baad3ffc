/* qp-outline-kind.c: what the outline tools draw, as a table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-outline-kind.h"

#include "base/qp-number.h"
#include "interact/qp-crop.h"
#include "interact/qp-names.h"
#include "interact/qp-presets.h"
#include "interact/qp-tool-private.h"

static const QpOutlineKind kinds[QP_N_TOOLS] = {
  [QP_TOOL_OBSTACLE_WALL]
  = { QP_KIND_OBSTACLE, QP_OBSTACLE_WALL, FALSE, FALSE, 2, QP_OUTLINE_CHAIN, N_("Draw Wall"), NULL,
      N_("Click the points of the wall; a double click or Enter ends it. Or type x,y of the first point.") },
  [QP_TOOL_OBSTACLE_AREA]
  = { QP_KIND_OBSTACLE, QP_OBSTACLE_BUILDING, TRUE, FALSE, 3, QP_OUTLINE_CHAIN, N_("Draw Outline"), NULL,
      N_("Click the corners; the first corner again, a double click or Enter closes the outline.") },
  [QP_TOOL_OBSTACLE_BOX]
  = { QP_KIND_OBSTACLE, QP_OBSTACLE_BUILDING, TRUE, FALSE, 2, QP_OUTLINE_BOX, N_("Draw Rectangle"), NULL,
      N_("Drag from corner to corner, or click both. Shift draws a square.") },
  [QP_TOOL_AUDIENCE]
  = { QP_KIND_AUDIENCE, QP_AUDIENCE_AREA, TRUE, FALSE, 3, QP_OUTLINE_BOX_BY_DRAG, N_("Draw Audience"),
      N_("Audience 1"), N_("Drag a rectangle where people stand or pass, or click its corners and end with Enter.") },
  [QP_TOOL_PATH]
  = { QP_KIND_AUDIENCE, QP_AUDIENCE_PATH, FALSE, FALSE, 2, QP_OUTLINE_CHAIN, N_("Draw Walking Path"), N_("Path 1"),
      N_("Click along the way, in the direction that people walk; a double click or Enter ends it.") },
  [QP_TOOL_RECEPTOR]
  = { QP_KIND_RECEPTOR, QP_UNSET, FALSE, TRUE, 1, QP_OUTLINE_CHAIN, N_("Draw Windows"), N_("Windows 1"),
      N_("Click along the row of windows, which look to the right of your line; Enter ends it. One click and Enter: "
         "one window.") },
  [QP_TOOL_CROP]
  = { QP_KIND_BACKGROUND, QP_UNSET, TRUE, FALSE, 3, QP_OUTLINE_BOX_BY_DRAG, N_("Crop a background"), NULL,
      N_("Drag a rectangle around what is to be seen of the background, or click its corners and end with Enter.") },
};

/**
 * qp_outline_kind:
 * @tool: a tool
 *
 * Returns: (transfer none) (nullable): what it draws; %NULL when it draws no outlines
 */
const QpOutlineKind *
qp_outline_kind (QpToolType tool)
{
  return tool < QP_N_TOOLS && kinds[tool].label != NULL ? &kinds[tool] : NULL;
}

/* -- the object -- */

static void
take (QpNode **node, const QpField *field, QpValue value)
{
  g_autoptr (QpNode) before = *node;
  g_auto (QpValue) owned = value;

  *node = qp_node_with (before, field, &owned);
}

static QpNode *
usual (const QpOutlineKind *kind)
{
  return kind->kind == QP_KIND_OBSTACLE ? qp_preset_model (qp_preset_of_kind (kind->sort))
                                        : qp_node_new (kind->kind, qp_id_new ());
}

static const char *
first_name (const QpOutlineKind *kind, const QpNode *node)
{
  if (kind->kind != QP_KIND_OBSTACLE)
    return _(kind->name);
  return _(qp_preset_of_kind (((const QpObstacle *) node)->kind)->name);
}

static QpValue
points_value (const QpVec *points, guint n_points)
{
  g_autofree QpPoint *at = g_new (QpPoint, n_points);

  for (guint i = 0; i < n_points; i++)
    at[i] = (QpPoint){ qp_um_from_m (points[i].x), qp_um_from_m (points[i].y) };
  return qp_value_points (qp_points_new (at, n_points));
}

/**
 * qp_outline_node:
 * @context: what is seen; its models say what new objects are like
 * @tool: one of the outline tools
 * @points: (array length=n_points): the outline, metres
 * @n_points: how many
 * @facing_deg: where it looks, clockwise from up; NaN when that is not known or means nothing
 *
 * Returns: (transfer full): a new object with a name of its own
 */
QpNode *
qp_outline_node (const QpToolContext *context, QpToolType tool, const QpVec *points, guint n_points, double facing_deg)
{
  const QpOutlineKind *kind = qp_outline_kind (tool);
  const QpNode *model = context->models == NULL ? NULL : context->models[tool];
  QpNode *node = model != NULL && model->kind == kind->kind ? qp_node_copy_as_new (model) : usual (kind);
  g_autoptr (QpNames) names = qp_names_new (context->scene);
  g_autofree char *name = qp_names_next (names, first_name (kind, node));

  take (&node, qp_kind_field (kind->kind, "name"), qp_value_text (name));
  take (&node, qp_kind_field (kind->kind, "outline"), points_value (points, n_points));
  if (kind->kind == QP_KIND_OBSTACLE)
    take (&node, QP_FIELD (QP_KIND_OBSTACLE, QpObstacle, closed), qp_value_integer (kind->closed));
  else if (kind->kind == QP_KIND_AUDIENCE)
    take (&node, QP_FIELD (QP_KIND_AUDIENCE, QpAudience, kind), qp_value_integer (kind->sort));
  if (kind->kind == QP_KIND_RECEPTOR)
    take (&node, QP_FIELD (QP_KIND_RECEPTOR, QpReceptor, facing_deg), qp_value_real (facing_deg));
  else if (tool == QP_TOOL_PATH)
    take (&node, QP_FIELD (QP_KIND_AUDIENCE, QpAudience, heading_deg),
          qp_value_real (qp_heading_of (qp_vec_sub (points[n_points - 1], points[0]))));
  return node;
}

static QpVec
kept_within (QpVec place, QpVec size)
{
  return isnan (size.x) ? place : qp_vec (CLAMP (place.x, 0, size.x), CLAMP (place.y, 0, size.y));
}

/* in the units of its drawing, so that it stays where it is on the drawing; a frame with nothing in it is none */
static void
add_crop (GPtrArray *edits, const QpToolContext *context, const QpVec *points, guint n_points)
{
  const QpItem *item = qp_background_meant (context, points[0]);
  g_autofree QpVec *units = g_new (QpVec, n_points);

  if (item == NULL)
    return;
  const QpBackground *background = (const QpBackground *) item->node;
  const QpPlacement placed = qp_placement_of (background, qp_scene_background_scale (context->scene, item->id));
  for (guint i = 0; i < n_points; i++)
    units[i] = kept_within (qp_placement_to_units (&placed, points[i]),
                            qp_scene_background_size (context->scene, item->id));
  if (placed.scale > 0 && fabs (qp_corners_area (units, n_points)) > 0)
    qp_edits_add_crop (edits, background, units, n_points);
}

/**
 * qp_outline_add:
 * @reply: takes what comes of a complete outline: an object with it, which is selected, or the crop of a background
 * @context: what is seen
 * @tool: one of the outline tools
 * @points: (array length=n_points): the outline, metres
 * @n_points: how many
 * @facing_deg: where it looks, clockwise from up; NaN when that is not known or means nothing
 */
void
qp_outline_add (QpReply *reply, const QpToolContext *context, QpToolType tool, const QpVec *points, guint n_points,
                double facing_deg)
{
  if (tool == QP_TOOL_CROP)
    {
      add_crop (reply->edits, context, points, n_points);
      return;
    }
  g_autoptr (QpNode) node = qp_outline_node (context, tool, points, n_points, facing_deg);
  g_ptr_array_add (reply->edits, qp_edit_insert (qp_scene_get_plan (context->scene)->id, -1, node));
  qp_reply_select (reply, node->id);
}

static double
length_of (const QpVec *points, guint n_points, gboolean closed)
{
  double length = 0;

  for (guint i = 0; i + (closed ? 0 : 1) < n_points; i++)
    length += qp_vec_distance (points[i], points[(i + 1) % n_points]);
  return length;
}

/**
 * qp_outline_extent_text:
 * @points: (array length=n_points): an outline, metres
 * @n_points: how many
 * @closed: whether the last point is joined to the first
 *
 * Returns: (transfer full): how long it is, and what it encloses
 */
char *
qp_outline_extent_text (const QpVec *points, guint n_points, gboolean closed)
{
  g_autofree char *length = qp_number_display (length_of (points, n_points, closed), 2);

  if (!closed)
    return g_strdup_printf ("%s m", length);
  g_autofree char *area = qp_number_display (fabs (qp_corners_area (points, n_points)), 1);
  /* Translators: the way around an outline in metres, and what it encloses in square metres */
  return g_strdup_printf (_("%s m around · %s m²"), length, area);
}
