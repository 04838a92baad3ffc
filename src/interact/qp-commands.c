/* qp-commands.c: what can be done without a pointer: edits from commands
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-commands-private.h"

#include "interact/qp-follow.h"
#include "interact/qp-names.h"
#include "interact/qp-typed.h"

static const QpItem *
selected_item (const QpToolContext *context, guint index)
{
  return qp_scene_find (context->scene, qp_selection_ids (context->selection, NULL)[index]);
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const double first = (*(QpItem *const *) a)->order;
  const double second = (*(QpItem *const *) b)->order;

  return first < second ? -1 : first > second;
}

/**
 * qp_selected_items:
 * @context: what is seen
 * @movable_only: whether what is locked is left out
 *
 * Returns: (transfer container) (element-type QpItem): what is selected and stands on this plan, in the order of the
 *   document and not of the clicks
 */
GPtrArray *
qp_selected_items (const QpToolContext *context, gboolean movable_only)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < qp_selection_length (context->selection); i++)
    {
      const QpItem *item = selected_item (context, i);
      if (item != NULL && (!movable_only || qp_item_is_movable (item)))
        g_ptr_array_add (found, (gpointer) item);
    }
  g_ptr_array_sort (found, compare_order);
  return found;
}

/**
 * qp_selected_nodes:
 * @context: what is seen
 * @movable_only: whether what is locked is left out
 *
 * Returns: (transfer container) (element-type QpNode): the same as nodes
 */
GPtrArray *
qp_selected_nodes (const QpToolContext *context, gboolean movable_only)
{
  GPtrArray *found = qp_selected_items (context, movable_only);

  for (guint i = 0; i < found->len; i++)
    found->pdata[i] = ((const QpItem *) found->pdata[i])->node;
  return found;
}

static QpPoints *
points_moved (const QpPoints *points, gint64 dx, gint64 dy)
{
  g_autofree QpPoint *at = g_new (QpPoint, points->n);

  for (guint i = 0; i < points->n; i++)
    at[i] = (QpPoint){ points->at[i].x + dx, points->at[i].y + dy };
  return qp_points_new (at, points->n);
}

/* the value of a place field after a move; FALSE when it is not known and can't be moved */
static gboolean
moved_value (const QpNode *node, const QpField *field, gint64 dx, gint64 dy, QpValue *moved)
{
  const QpValue value = qp_node_get (node, field);

  if (qp_value_is_unset (&value))
    return FALSE;
  *moved = value.storage == QP_STORAGE_POINTS ? qp_value_points (points_moved (value.points, dx, dy))
                                              : qp_value_integer (value.integer + dx + dy);
  return TRUE;
}

typedef void (*MovedFunc) (const QpNode *node, const QpField *field, const QpValue *value, gpointer data);

static void
move_field (const QpNode *node, const char *name, gint64 dx, gint64 dy, MovedFunc func, gpointer data)
{
  const QpField *field = qp_kind_field (node->kind, name);
  g_auto (QpValue) moved = qp_value_integer (0);

  if (field != NULL && moved_value (node, field, dx, dy, &moved))
    func (node, field, &moved, data);
}

/* calls back with each field that says where a node is, moved */
static void
move_fields (const QpNode *node, double dx_m, double dy_m, MovedFunc func, gpointer data)
{
  const gint64 dx = qp_um_from_m (dx_m);
  const gint64 dy = qp_um_from_m (dy_m);

  if (dx != 0)
    move_field (node, "x_m", dx, 0, func, data);
  if (dy != 0)
    move_field (node, "y_m", 0, dy, func, data);
  if (dx != 0 || dy != 0)
    move_field (node, "outline", dx, dy, func, data);
}

static void
add_set (const QpNode *node, const QpField *field, const QpValue *value, gpointer edits)
{
  g_ptr_array_add (edits, qp_edit_set (node->id, field, value));
}

/**
 * qp_edits_add_move:
 * @edits: (element-type QpEdit): takes the edits
 * @node: an object of a plan, as it is before the move
 * @dx_m: metres to the right
 * @dy_m: metres up
 */
void
qp_edits_add_move (GPtrArray *edits, const QpNode *node, double dx_m, double dy_m)
{
  move_fields (node, dx_m, dy_m, add_set, edits);
}

static void
replace_with (const QpNode *node, const QpField *field, const QpValue *value, gpointer data)
{
  QpNode **place = data;
  g_autoptr (QpNode) before = *place;

  *place = qp_node_with (before, field, value);
}

/**
 * qp_node_moved:
 * @node: an object of a plan
 * @dx_m: metres to the right
 * @dy_m: metres up
 *
 * Returns: (transfer full): the same object elsewhere
 */
QpNode *
qp_node_moved (const QpNode *node, double dx_m, double dy_m)
{
  QpNode *moved = qp_node_ref ((QpNode *) node);

  move_fields (node, dx_m, dy_m, replace_with, &moved);
  return moved;
}

/**
 * qp_command_delete:
 * @context: what is seen
 *
 * Returns: (transfer full) (nullable): edits that delete what is selected
 */
QpReply *
qp_command_delete (const QpToolContext *context)
{
  g_autoptr (GPtrArray) nodes = qp_selected_nodes (context, TRUE);

  if (nodes->len == 0)
    return NULL;
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, N_("Delete"));
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (reply->edits, qp_edit_remove (((const QpNode *) g_ptr_array_index (nodes, i))->id));
  qp_reply_select_none (reply);
  return reply;
}

static QpNode *
with_text (QpNode *node, const QpField *field, const char *text)
{
  g_autoptr (QpNode) before = node;
  g_auto (QpValue) value = qp_value_text (text);

  return qp_node_with (before, field, &value);
}

/* a name of its own, for kinds that carry one */
static QpNode *
renamed (QpNode *node, QpNames *names)
{
  const QpKindInfo *info = qp_kind_info (node->kind);
  const char *name = qp_node_name (node);

  if (info->name_field < 0 || node->kind == QP_KIND_NOTE || name == NULL || name[0] == '\0')
    return node;
  g_autofree char *next = qp_names_next (names, name);
  return with_text (node, &info->fields[info->name_field], next);
}

/**
 * qp_insert_all:
 * @context: what is seen
 * @nodes: (element-type QpNode): new objects
 * @label: name of the step, marked by N_()
 *
 * Returns: (transfer full): edits that put them on the plan, with names of their own, and select them
 */
QpReply *
qp_insert_all (const QpToolContext *context, GPtrArray *nodes, const char *label)
{
  const QpId plan = qp_scene_get_plan (context->scene)->id;
  g_autoptr (QpNames) names = qp_names_new (context->scene);
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, label);

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autoptr (QpNode) node = renamed (qp_node_ref (g_ptr_array_index (nodes, i)), names);
      g_ptr_array_add (reply->edits, qp_edit_insert (plan, -1, node));
      qp_reply_select (reply, node->id);
    }
  return reply;
}

/* far enough to be seen beside the original at this zoom, and round */
static double
copy_offset (const QpToolContext *context)
{
  return 4 * qp_snap_grid_step (context->viewport);
}

/**
 * qp_command_duplicate:
 * @context: what is seen
 *
 * Returns: (transfer full) (nullable): edits that put a copy of what is selected beside it
 */
QpReply *
qp_command_duplicate (const QpToolContext *context)
{
  g_autoptr (GPtrArray) nodes = qp_selected_nodes (context, TRUE);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  const double offset = copy_offset (context);

  if (nodes->len == 0)
    return NULL;
  for (guint i = 0; i < nodes->len; i++)
    {
      g_autoptr (QpNode) copy = qp_node_copy_as_new (g_ptr_array_index (nodes, i));
      g_ptr_array_add (copies, qp_node_moved (copy, offset, -offset));
    }
  qp_nodes_regroup (copies);
  qp_nodes_rebind (copies, nodes);
  return qp_insert_all (context, copies, N_("Duplicate"));
}

/**
 * qp_command_nudge:
 * @context: what is seen
 * @dx: steps to the right
 * @dy: steps up
 * @modifiers: Shift makes ten of one step, Alt makes a step one pixel of the view
 *
 * Returns: (transfer full) (nullable): edits that move what is selected; %NULL when nothing is
 */
QpReply *
qp_command_nudge (const QpToolContext *context, int dx, int dy, QpModifiers modifiers)
{
  g_autoptr (GPtrArray) nodes = qp_selected_nodes (context, TRUE);
  const double step = (modifiers & QP_MOD_ALT) != 0     ? qp_viewport_px_in_m (context->viewport, 1)
                      : (modifiers & QP_MOD_SHIFT) != 0 ? 10 * QP_NUDGE_M
                                                        : QP_NUDGE_M;

  if (nodes->len == 0)
    return NULL;
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, N_("Move"));
  reply->merge_key = "nudge";
  for (guint i = 0; i < nodes->len; i++)
    qp_edits_add_move (reply->edits, g_ptr_array_index (nodes, i), dx * step, dy * step);
  return reply;
}

/**
 * qp_command_turn:
 * @context: what is seen
 * @degrees: clockwise
 *
 * Returns: (transfer full) (nullable): edits that turn the selected screens about their middles
 */
QpReply *
qp_command_turn (const QpToolContext *context, double degrees)
{
  g_autoptr (GPtrArray) nodes = qp_selected_nodes (context, TRUE);
  g_autoptr (QpReply) reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, N_("Turn"));

  reply->merge_key = "turn";
  for (guint i = 0; i < nodes->len; i++)
    {
      const QpNode *node = g_ptr_array_index (nodes, i);
      if (node->kind != QP_KIND_SCREEN)
        continue;
      const double facing = ((const QpScreen *) node)->facing_deg;
      const QpValue turned = qp_value_real (qp_heading_wrap ((isnan (facing) ? 180 : facing) + degrees));
      g_ptr_array_add (reply->edits, qp_edit_set (node->id, QP_SCREEN_FIELD (facing_deg), &turned));
    }
  return reply->edits->len == 0 ? NULL : g_steal_pointer (&reply);
}

/**
 * qp_command_select_all:
 * @context: what is seen
 *
 * Returns: (transfer full): selects all that is not locked
 */
QpReply *
qp_command_select_all (const QpToolContext *context)
{
  const GPtrArray *items = qp_scene_items (context->scene);
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);

  qp_reply_select_none (reply);
  for (guint i = 0; i < items->len; i++)
    if (!qp_item_is_locked (g_ptr_array_index (items, i)))
      qp_reply_select (reply, ((const QpItem *) g_ptr_array_index (items, i))->id);
  return reply;
}

static int
index_of (const GPtrArray *items, QpId id)
{
  for (guint i = 0; i < items->len; i++)
    if (qp_id_equal (((const QpItem *) g_ptr_array_index (items, i))->id, id))
      return (int) i;
  return -1;
}

/**
 * qp_command_select_next:
 * @context: what is seen
 * @direction: 1 for the next object in reading order, −1 for the one before
 *
 * Returns: (transfer full) (nullable): selects it; %NULL at the end, so that the focus can leave the plan
 */
QpReply *
qp_command_select_next (const QpToolContext *context, int direction)
{
  g_autoptr (GPtrArray) items = qp_scene_reading_order (context->scene);
  const int now = index_of (items, qp_selection_get_primary (context->selection));
  const int next = now >= 0 ? now + direction : direction > 0 ? 0 : (int) items->len - 1;

  if (next < 0 || next >= (int) items->len)
    return NULL;
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);
  qp_reply_select (reply, ((const QpItem *) g_ptr_array_index (items, (guint) next))->id);
  return reply;
}

/* -- new screens -- */

static QpNode *
with_value (QpNode *node, const QpField *field, QpValue value)
{
  g_autoptr (QpNode) before = node;

  return qp_node_with (before, field, &value);
}

/**
 * qp_new_screen:
 * @context: what is seen; its screen gives cabinet and whatever else is known of new screens
 * @middle: middle of the face, metres
 * @facing_deg: where the face looks, clockwise from up
 * @columns: columns of cabinets
 * @rows: rows of cabinets
 *
 * Returns: (transfer full): a screen with a name of its own
 */
QpNode *
qp_new_screen (const QpToolContext *context, QpVec middle, double facing_deg, gint64 columns, gint64 rows)
{
  QpNode *node = context->screen == NULL ? qp_node_new (QP_KIND_SCREEN, qp_id_new ())
                                         : qp_node_copy_as_new (&context->screen->node);
  g_autoptr (QpNames) names = qp_names_new (context->scene);
  /* Translators: name of the first new screen; the next ones get the next number */
  g_autofree char *name = qp_names_next (names, _("Screen 1"));

  node = with_text (node, QP_SCREEN_FIELD (name), name);
  node = with_value (node, QP_SCREEN_FIELD (x_m), qp_value_integer (qp_um_from_m (middle.x)));
  node = with_value (node, QP_SCREEN_FIELD (y_m), qp_value_integer (qp_um_from_m (middle.y)));
  node = with_value (node, QP_SCREEN_FIELD (facing_deg), qp_value_real (qp_heading_wrap (facing_deg)));
  node = with_value (node, QP_SCREEN_FIELD (columns), qp_value_integer (columns));
  return with_value (node, QP_SCREEN_FIELD (rows), qp_value_integer (rows));
}

/**
 * qp_command_add_screen:
 * @context: what is seen
 * @middle: middle of the face, metres
 * @facing_deg: where the face looks, clockwise from up
 *
 * Returns: (transfer full): an edit that puts a screen there, as large as the model of new screens says; where that
 *   has a single column, about 9.6 m wide at 16:9
 */
QpReply *
qp_command_add_screen (const QpToolContext *context, QpVec middle, double facing_deg)
{
  gint64 columns = context->screen == NULL || context->screen->columns == QP_UNSET ? 1 : context->screen->columns;
  gint64 rows = context->screen == NULL || context->screen->rows == QP_UNSET ? 1 : context->screen->rows;
  QpCell cell;

  if (columns == 1 && context->screen != NULL
      && qp_screen_cell (context->screen, qp_scene_get_catalogue (context->scene), &cell))
    {
      columns = qp_whole_cells (QP_NEW_SCREEN_WIDTH_M, cell.width_um);
      rows = qp_rows_for_columns (&cell, columns);
    }
  g_autoptr (QpNode) node = qp_new_screen (context, middle, facing_deg, columns, rows);
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT | QP_REPLY_DONE, N_("Add Screen"));
  g_ptr_array_add (reply->edits, qp_edit_insert (qp_scene_get_plan (context->scene)->id, -1, node));
  qp_reply_select (reply, node->id);
  return reply;
}

/* -- clipboard -- */

/**
 * qp_command_copy:
 * @context: what is seen
 *
 * Returns: (transfer full) (nullable): what is selected as a text for the clipboard
 */
char *
qp_command_copy (const QpToolContext *context)
{
  g_autoptr (GPtrArray) nodes = qp_selected_nodes (context, FALSE);

  return nodes->len == 0 ? NULL : qp_clip_to_text ((const QpNode *const *) nodes->pdata, nodes->len);
}

static gboolean
lies_over (const QpToolContext *context, const GPtrArray *nodes, QpBox *bounds)
{
  g_autoptr (QpScene) pasted = qp_scene_new ();
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) nodes->pdata, nodes->len);
  g_autoptr (QpNode) plan = qp_node_with_children (qp_scene_get_plan (context->scene), list);

  qp_scene_update (pasted, plan, qp_scene_get_catalogue (context->scene), NULL);
  *bounds = qp_scene_bounds (pasted);
  return qp_scene_count (context->scene, *bounds, 1) > 0;
}

/* beside the original when that is in view, else in the middle of the view */
static QpVec
paste_offset (const QpToolContext *context, const GPtrArray *nodes)
{
  const QpBox view = qp_viewport_visible (context->viewport);
  const double aside = copy_offset (context);
  QpBox bounds;

  const gboolean over = lies_over (context, nodes, &bounds);
  if (qp_box_is_empty (bounds))
    return qp_vec (0, 0);
  if (qp_box_touches (view, bounds))
    return over ? qp_vec (aside, -aside) : qp_vec (0, 0);
  return qp_vec_sub (context->viewport->center, qp_box_middle (bounds));
}

/**
 * qp_command_paste:
 * @context: what is seen
 * @text: what is on the clipboard
 * @error: return location for a #GError: %QP_ERROR_NOT_FOUND, %QP_ERROR_NOT_XML, …
 *
 * Returns: (transfer full) (nullable): edits that put the objects in it on this plan, with ids and names of their own
 */
QpReply *
qp_command_paste (const QpToolContext *context, const char *text, GError **error)
{
  g_autoptr (GPtrArray) nodes = qp_clip_from_text (text, error);

  if (nodes == NULL)
    return NULL;
  const QpVec offset = paste_offset (context, nodes);
  for (guint i = 0; i < nodes->len; i++)
    {
      g_autoptr (QpNode) before = g_ptr_array_index (nodes, i);
      nodes->pdata[i] = qp_node_moved (before, offset.x, offset.y);
    }
  qp_nodes_regroup (nodes);
  return qp_insert_all (context, nodes, N_("Paste"));
}
