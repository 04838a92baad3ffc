/* qp-tool.c: tools as state machines: events in plan places in, edits and decorations out
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-tool-private.h"

#include "base/qp-number.h"

static const char *
pan_cursor (const QpTool *self, const QpToolContext *context)
{
  return "grab";
}

static char *
pan_status (const QpTool *self, const QpToolContext *context)
{
  return g_strdup (_("Drag to move the view. In any tool: hold Space, or use the middle button."));
}

/* the stage pans; this tool only keeps others from acting */
static const QpToolClass pan_class = { .size = sizeof (QpTool), .cursor = pan_cursor, .status = pan_status };

static const struct
{
  const QpToolClass *klass;
  const char *key;
  const char *label;
  const char *tip;
} tools[QP_N_TOOLS] = {
  [QP_TOOL_SELECT]
  = { &qp_tool_select_class, "select", N_("Select"), N_("Select, move, turn and reshape what is on the plan.") },
  [QP_TOOL_SCREEN]
  = { &qp_tool_screen_class, "screen", N_("Draw Screen"), N_("Draw a screen along its face, in whole cabinets.") },
  [QP_TOOL_OBSTACLE_WALL] = { &qp_tool_outline_class, "obstacle-wall", N_("Draw Wall"),
                              N_("Draw a wall, a glass front or a hedge as a line, point by point.") },
  [QP_TOOL_OBSTACLE_AREA] = { &qp_tool_outline_class, "obstacle-area", N_("Draw Outline"),
                              N_("Draw the outline of a building or of anything else that blocks sight.") },
  [QP_TOOL_OBSTACLE_BOX] = { &qp_tool_outline_class, "obstacle-box", N_("Draw Rectangle"),
                             N_("Draw an obstacle as a rectangle: drag from corner to corner, or click both.") },
  [QP_TOOL_AUDIENCE] = { &qp_tool_outline_class, "audience", N_("Draw Audience"),
                         N_("Draw the area that people look from: drag a rectangle, or click its corners.") },
  [QP_TOOL_PATH] = { &qp_tool_outline_class, "path", N_("Draw Walking Path"),
                     N_("Draw the way that people walk, in the direction that they walk.") },
  [QP_TOOL_RECEPTOR] = { &qp_tool_outline_class, "receptor", N_("Draw Windows"),
                         N_("Draw the windows of a neighbour that the light of a screen may reach.") },
  [QP_TOOL_NOTE] = { &qp_tool_note_class, "note", N_("Write Note"), N_("Place a text on the plan.") },
  [QP_TOOL_DIMENSION] = { &qp_tool_dimension_class, "dimension", N_("Draw Dimension"),
                          N_("Draw a dimension line between two places; it follows the objects that it measures.") },
  [QP_TOOL_MEASURE]
  = { &qp_tool_measure_class, "measure", N_("Measure"), N_("Measure length and direction between two places.") },
  [QP_TOOL_PROBE] = { &qp_tool_probe_class, "probe", N_("Stand Here"),
                      N_("Stand somewhere on the plan: what is seen from there of each screen, in figures and as a picture.") },
  [QP_TOOL_CALIBRATE] = { &qp_tool_calibrate_class, "calibrate", N_("Set Scale"),
                          N_("Give the plan its scale: mark a length that you know, and type it.") },
  [QP_TOOL_CROP] = { &qp_tool_crop_class, "crop", N_("Crop Background"),
                     N_("Draw a frame around what is to be seen of a background, or change it by its handles.") },
  [QP_TOOL_PAN] = { &pan_class, "pan", N_("Move View"), N_("Move the view by dragging.") },
};

/**
 * qp_tool_type_label:
 * @type: a tool
 *
 * Returns: (transfer none): its name, translated
 */
const char *
qp_tool_type_label (QpToolType type)
{
  g_return_val_if_fail (type < QP_N_TOOLS, NULL);

  return _(tools[type].label);
}

/**
 * qp_tool_type_key:
 * @type: a tool
 *
 * Returns: (transfer none): the word that names it in actions and settings
 */
const char *
qp_tool_type_key (QpToolType type)
{
  g_return_val_if_fail (type < QP_N_TOOLS, NULL);

  return tools[type].key;
}

/**
 * qp_tool_type_tip:
 * @type: a tool
 *
 * Returns: (transfer none): what it is for, a sentence for a tooltip, translated
 */
const char *
qp_tool_type_tip (QpToolType type)
{
  g_return_val_if_fail (type < QP_N_TOOLS, NULL);

  return _(tools[type].tip);
}

/**
 * qp_tool_new:
 * @type: which tool
 *
 * Returns: (transfer full): the tool, at rest
 */
QpTool *
qp_tool_new (QpToolType type)
{
  g_return_val_if_fail (type < QP_N_TOOLS, NULL);

  QpTool *self = g_malloc0 (tools[type].klass->size);
  self->klass = tools[type].klass;
  self->type = type;
  if (self->klass->init != NULL)
    self->klass->init (self);
  return self;
}

/**
 * qp_tool_free:
 * @self: (nullable): a tool
 */
void
qp_tool_free (QpTool *self)
{
  if (self == NULL)
    return;
  if (self->klass->clear != NULL)
    self->klass->clear (self);
  g_free (self);
}

/**
 * qp_tool_type:
 * @self: a tool
 *
 * Returns: which one it is
 */
QpToolType
qp_tool_type (const QpTool *self)
{
  return self->type;
}

/**
 * qp_tool_press:
 * @self: a tool
 * @context: what it sees
 * @event: the primary button goes down
 *
 * Returns: (transfer full) (nullable): what comes of it
 */
QpReply *
qp_tool_press (QpTool *self, const QpToolContext *context, const QpPointerEvent *event)
{
  return self->klass->press == NULL ? NULL : self->klass->press (self, context, event);
}

/**
 * qp_tool_move:
 * @self: a tool
 * @context: what it sees
 * @event: the pointer is elsewhere, or other keys are held
 *
 * Returns: (transfer full) (nullable): what comes of it
 */
QpReply *
qp_tool_move (QpTool *self, const QpToolContext *context, const QpPointerEvent *event)
{
  return self->klass->move == NULL ? NULL : self->klass->move (self, context, event);
}

/**
 * qp_tool_release:
 * @self: a tool
 * @context: what it sees
 * @event: the primary button goes up
 *
 * Returns: (transfer full) (nullable): what comes of it
 */
QpReply *
qp_tool_release (QpTool *self, const QpToolContext *context, const QpPointerEvent *event)
{
  return self->klass->release == NULL ? NULL : self->klass->release (self, context, event);
}

/**
 * qp_tool_key:
 * @self: a tool
 * @context: what it sees
 * @event: a key goes down
 *
 * Returns: (transfer full) (nullable): what comes of it; %NULL when the tool has no use for the key
 */
QpReply *
qp_tool_key (QpTool *self, const QpToolContext *context, const QpKeyEvent *event)
{
  return self->klass->key == NULL ? NULL : self->klass->key (self, context, event);
}

/**
 * qp_tool_cancel:
 * @self: a tool
 * @context: what it sees
 *
 * Gives up the gesture: Escape, another tool, a grab that is lost.
 *
 * Returns: (transfer full) (nullable): what comes of it
 */
QpReply *
qp_tool_cancel (QpTool *self, const QpToolContext *context)
{
  return self->klass->cancel == NULL ? NULL : self->klass->cancel (self, context);
}

static void
decorate_selection (const QpToolContext *context, GPtrArray *decorations)
{
  guint n_ids;
  const QpId *ids = qp_selection_ids (context->selection, &n_ids);

  for (guint i = 0; n_ids <= 100 && i < n_ids; i++)
    {
      const QpItem *item = qp_scene_find (context->scene, ids[i]);
      if (item != NULL)
        qp_decorations_add (decorations, QP_DECORATION_SELECTED, item->a, item->b)->item = item;
    }
}

/**
 * qp_tool_decorate:
 * @self: a tool
 * @context: what it sees
 * @decorations: (element-type QpDecoration): takes what the tool wants to be seen
 */
void
qp_tool_decorate (QpTool *self, const QpToolContext *context, GPtrArray *decorations)
{
  if (self->type != QP_TOOL_SELECT)
    decorate_selection (context, decorations);
  if (self->klass->decorate != NULL)
    self->klass->decorate (self, context, decorations);
}

/**
 * qp_tool_is_busy:
 * @self: a tool
 *
 * Returns: whether a gesture has begun and not ended
 */
gboolean
qp_tool_is_busy (const QpTool *self)
{
  return self->klass->is_busy != NULL && self->klass->is_busy (self);
}

/**
 * qp_tool_dragged:
 * @self: a tool
 * @n_ids: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_ids): the objects that change with each move, which need not
 *   be painted together with those at rest
 */
const QpId *
qp_tool_dragged (const QpTool *self, guint *n_ids)
{
  *n_ids = 0;
  return self->klass->dragged == NULL ? NULL : self->klass->dragged (self, n_ids);
}

/**
 * qp_tool_uncropped:
 * @self: a tool
 * @context: what it sees
 *
 * Returns: the background that is to be seen as a whole, since its crop is being drawn, or %QP_ID_NONE
 */
QpId
qp_tool_uncropped (const QpTool *self, const QpToolContext *context)
{
  return self->klass->uncropped == NULL ? QP_ID_NONE : self->klass->uncropped (self, context);
}

/**
 * qp_tool_status:
 * @self: a tool
 * @context: what it sees
 *
 * Returns: (transfer full) (nullable): why something snapped, or what can be done now; a sentence for a status line
 */
char *
qp_tool_status (const QpTool *self, const QpToolContext *context)
{
  return self->klass->status == NULL ? NULL : self->klass->status (self, context);
}

/**
 * qp_tool_cursor:
 * @self: a tool
 * @context: what it sees
 *
 * Returns: (transfer none): name of the pointer's shape, as in CSS
 */
const char *
qp_tool_cursor (const QpTool *self, const QpToolContext *context)
{
  return self->klass->cursor (self, context);
}

/* -- shared by tools -- */

char *
qp_size_text (double width_m, double height_m)
{
  g_autofree char *width = qp_number_display (width_m, 2);
  g_autofree char *height = qp_number_display (height_m, 2);

  return g_strdup_printf ("%s × %s m", width, height);
}

char *
qp_screen_size_text (const QpCell *cell, gint64 columns, gint64 rows)
{
  g_autofree char *size
      = qp_size_text (qp_m_from_um (cell->width_um) * columns, qp_m_from_um (cell->height_um) * rows);

  /* Translators: size of a screen in metres · columns × rows of cabinets */
  return g_strdup_printf (_("%s · %d × %d cabinets"), size, (int) columns, (int) rows);
}

char *
qp_segment_text (QpVec a, QpVec b)
{
  const QpVec along = qp_vec_sub (b, a);
  g_autofree char *length = qp_number_display (qp_vec_length (along), 2);
  g_autofree char *heading = qp_number_display (qp_heading_of (along), 0);

  return g_strdup_printf ("%s m · %s°", length, heading);
}

static gboolean
may_be_meant (const QpItem *item, QpVec place)
{
  return ((const QpBackground *) item->node)->visible != FALSE && qp_box_has (item->bounds, place);
}

/* the selected one, or the top visible one under the place, or else the only one there is */
const QpItem *
qp_background_meant (const QpToolContext *context, QpVec place)
{
  const QpItem *selected = qp_scene_find (context->scene, qp_selection_get_primary (context->selection));
  const GPtrArray *items = qp_scene_items (context->scene);
  const QpItem *found = NULL;
  guint n_backgrounds = 0;

  if (selected != NULL && selected->node->kind == QP_KIND_BACKGROUND)
    return selected;
  for (; n_backgrounds < items->len; n_backgrounds++)
    {
      const QpItem *item = g_ptr_array_index (items, n_backgrounds);
      if (item->node->kind != QP_KIND_BACKGROUND)
        break; /* they come first */
      if (may_be_meant (item, place))
        found = item;
    }
  return found == NULL && n_backgrounds == 1 ? g_ptr_array_index (items, 0) : found;
}

/* the guides and the words that show why; the grid needs none */
void
qp_decorate_snap (GPtrArray *decorations, const QpSnap *snap)
{
  if (snap->type == QP_SNAP_NONE || snap->type == QP_SNAP_GRID)
    return;
  for (guint i = 0; i < snap->n_guides; i++)
    qp_decorations_add (decorations, snap->guides[i].gap ? QP_DECORATION_GAP : QP_DECORATION_GUIDE, snap->guides[i].a,
                        snap->guides[i].b);
  qp_decorations_add (decorations, QP_DECORATION_CROSS, snap->place, snap->place);
  if (snap->reason != NULL)
    qp_decorations_add_text (decorations, QP_DECORATION_REASON, snap->place, snap->place, g_strdup (snap->reason));
}
