/* qp-commands-outline.c: points of outlines, and making one of two or two of one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-commands-private.h"
#include "interact/qp-names.h"

static const struct
{
  const char *key;
  const char *label;
} commands[QP_N_OUTLINE_COMMANDS] = {
  [QP_OUTLINE_NEXT_POINT] = { "next-point", N_("Next Point") },
  [QP_OUTLINE_PREVIOUS_POINT] = { "previous-point", N_("Previous Point") },
  [QP_OUTLINE_INSERT_POINT] = { "insert-point", N_("Insert Point") },
  [QP_OUTLINE_DELETE_POINT] = { "delete-point", N_("Delete Point") },
  [QP_OUTLINE_SPLIT] = { "split", N_("Split") },
  [QP_OUTLINE_JOIN] = { "join", N_("Join") },
  [QP_OUTLINE_CLOSE] = { "close", N_("Close or Open Outline") },
  [QP_OUTLINE_REVERSE] = { "reverse", N_("Reverse Direction") },
};

/**
 * qp_outline_command_key:
 * @command: a command
 *
 * Returns: (transfer none): the word that names it in actions
 */
const char *
qp_outline_command_key (QpOutlineCommand command)
{
  g_return_val_if_fail (command < QP_N_OUTLINE_COMMANDS, NULL);

  return commands[command].key;
}

/**
 * qp_outline_command_label:
 * @command: a command
 *
 * Returns: (transfer none): its name, translated
 */
const char *
qp_outline_command_label (QpOutlineCommand command)
{
  g_return_val_if_fail (command < QP_N_OUTLINE_COMMANDS, NULL);

  return _(commands[command].label);
}

/* -- the outline at hand -- */

typedef struct
{
  const QpNode *node;
  const QpPoints *points;
  gboolean closed;
  int chosen; /* point, or −1 */
} Outline;

static gboolean
outline_of (const QpItem *item, Outline *outline)
{
  if (item == NULL || !qp_item_is_movable (item))
    return FALSE;
  outline->node = item->node;
  outline->points = qp_node_outline (item->node, &outline->closed);
  outline->chosen = -1;
  return outline->points != NULL && outline->points->n > 0;
}

static gboolean
selected_outline (const QpToolContext *context, Outline *outline)
{
  const QpItem *item = qp_scene_find (context->scene, qp_selection_get_primary (context->selection));

  if (qp_selection_length (context->selection) != 1 || !outline_of (item, outline))
    return FALSE;
  const int point = qp_selection_get_point (context->selection);
  outline->chosen = point < (int) outline->points->n ? point : -1;
  return TRUE;
}

/* a dimension line has two ends, and neither more nor fewer */
static gboolean
may_change_points (const Outline *outline)
{
  return outline->node->kind != QP_KIND_DIMENSION;
}

static guint
least_points (const Outline *outline)
{
  return outline->closed ? 3 : outline->node->kind == QP_KIND_RECEPTOR ? 1 : 2;
}

static QpVec
place_of (const Outline *outline, guint index)
{
  return qp_vec_from_point (outline->points->at[index % outline->points->n]);
}

/* -- edits -- */

static QpReply *
reply_for (QpOutlineCommand command)
{
  return qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, commands[command].label);
}

static void
add_set (QpReply *reply, const QpNode *node, const char *field, QpValue value)
{
  g_auto (QpValue) owned = value;

  g_ptr_array_add (reply->edits, qp_edit_set (node->id, qp_kind_field (node->kind, field), &owned));
}

static QpValue
points_value (const GArray *points)
{
  return qp_value_points (qp_points_new ((const QpPoint *) (gpointer) points->data, points->len));
}

static void
add_points (QpReply *reply, const QpNode *node, const GArray *points)
{
  add_set (reply, node, "outline", points_value (points));
}

static GArray *
points_of (const QpPoints *points, guint first, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (QpPoint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (array, points->at[(first + i) % points->n]);
  return array;
}

static QpPoint
rounded (QpVec place)
{
  return (QpPoint){ qp_um_from_m (place.x), qp_um_from_m (place.y) };
}

/**
 * qp_node_with_point:
 * @node: an object with an outline
 * @index: place of the new point among the others
 * @place: where, metres
 *
 * Returns: (transfer full): the same with one more point
 */
QpNode *
qp_node_with_point (const QpNode *node, guint index, QpVec place)
{
  const QpPoints *before = qp_node_outline (node, NULL);
  g_autoptr (GArray) points = points_of (before, 0, before->n);
  const QpPoint point = rounded (place);

  g_array_insert_val (points, index, point);
  g_auto (QpValue) value = points_value (points);
  return qp_node_with (node, qp_kind_field (node->kind, "outline"), &value);
}

/* -- points -- */

static QpReply *
choose_point (const Outline *outline, int step)
{
  const int n = (int) outline->points->n;
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED, NULL);

  qp_reply_choose (reply, outline->chosen < 0 ? (step > 0 ? 0 : n - 1) : (outline->chosen + step + n) % n);
  return reply;
}

static QpReply *
insert_point (const Outline *outline, guint index, QpVec place)
{
  QpReply *reply = reply_for (QP_OUTLINE_INSERT_POINT);
  g_autoptr (GArray) points = points_of (outline->points, 0, outline->points->n);
  const QpPoint point = rounded (place);

  g_array_insert_val (points, index, point);
  add_points (reply, outline->node, points);
  qp_reply_choose (reply, (int) index);
  return reply;
}

static guint
longest_edge (const Outline *outline)
{
  const guint n_edges = outline->points->n - (outline->closed ? 0 : 1);
  guint longest = 0;

  for (guint i = 1; i < n_edges; i++)
    if (qp_vec_distance (place_of (outline, i), place_of (outline, i + 1))
        > qp_vec_distance (place_of (outline, longest), place_of (outline, longest + 1)))
      longest = i;
  return longest;
}

static QpReply *
insert_in_middle (const Outline *outline)
{
  if (!may_change_points (outline) || outline->points->n < 2)
    return NULL;
  const gboolean at_end = !outline->closed && outline->chosen == (int) outline->points->n - 1;
  const guint edge = outline->chosen < 0 ? longest_edge (outline) : (guint) outline->chosen - (at_end ? 1 : 0);
  return insert_point (outline, edge + 1, qp_vec_middle (place_of (outline, edge), place_of (outline, edge + 1)));
}

static QpReply *
delete_point (const Outline *outline)
{
  if (outline->chosen < 0 || !may_change_points (outline) || outline->points->n <= least_points (outline))
    return NULL;
  QpReply *reply = reply_for (QP_OUTLINE_DELETE_POINT);
  g_autoptr (GArray) points = points_of (outline->points, 0, outline->points->n);
  g_array_remove_index (points, (guint) outline->chosen);
  add_points (reply, outline->node, points);
  qp_reply_choose (reply, MIN (outline->chosen, (int) points->len - 1));
  return reply;
}

/**
 * qp_command_delete_point:
 * @context: what is seen
 * @id: an object
 * @point: one of its points
 *
 * Returns: (transfer full) (nullable): edits that take the point out; %NULL when too few would be left
 */
QpReply *
qp_command_delete_point (const QpToolContext *context, QpId id, int point)
{
  Outline outline;

  if (!outline_of (qp_scene_find (context->scene, id), &outline) || point >= (int) outline.points->n)
    return NULL;
  outline.chosen = point;
  QpReply *reply = delete_point (&outline);
  if (reply != NULL)
    qp_reply_choose (reply, -1);
  return reply;
}

/**
 * qp_command_insert_point_at:
 * @context: what is seen
 * @id: an object
 * @place: a place on or beside one of its edges, metres
 *
 * Returns: (transfer full) (nullable): edits that put a point into the nearest edge
 */
QpReply *
qp_command_insert_point_at (const QpToolContext *context, QpId id, QpVec place)
{
  Outline outline;
  double least = INFINITY;
  guint nearest = 0;

  if (!outline_of (qp_scene_find (context->scene, id), &outline) || !may_change_points (&outline)
      || outline.points->n < 2)
    return NULL;
  for (guint i = 0; i + (outline.closed ? 0 : 1) < outline.points->n; i++)
    {
      const double distance = qp_segment_distance (place_of (&outline, i), place_of (&outline, i + 1), place);
      if (distance < least)
        nearest = i;
      least = fmin (least, distance);
    }
  const QpVec on = qp_segment_nearest (place_of (&outline, nearest), place_of (&outline, nearest + 1), place);
  return insert_point (&outline, nearest + 1, on);
}

/**
 * qp_command_nudge_point:
 * @context: what is seen
 * @dx: steps to the right
 * @dy: steps up
 * @modifiers: as for qp_command_nudge()
 *
 * Returns: (transfer full) (nullable): edits that move the chosen point; %NULL when none is
 */
QpReply *
qp_command_nudge_point (const QpToolContext *context, int dx, int dy, QpModifiers modifiers)
{
  const double step = (modifiers & QP_MOD_ALT) != 0     ? qp_viewport_px_in_m (context->viewport, 1)
                      : (modifiers & QP_MOD_SHIFT) != 0 ? 10 * QP_NUDGE_M
                                                        : QP_NUDGE_M;
  Outline outline;

  if (!selected_outline (context, &outline) || outline.chosen < 0)
    return NULL;
  QpReply *reply = qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, N_("Move Point"));
  g_autoptr (GArray) points = points_of (outline.points, 0, outline.points->n);
  QpPoint *point = &g_array_index (points, QpPoint, outline.chosen);
  *point = (QpPoint){ point->x + qp_um_from_m (dx * step), point->y + qp_um_from_m (dy * step) };
  reply->merge_key = "nudge-point";
  add_points (reply, outline.node, points);
  return reply;
}

/* -- split -- */

/* a ring that is cut at a point begins and ends there */
static QpReply *
cut_open (const Outline *outline)
{
  QpReply *reply = reply_for (QP_OUTLINE_SPLIT);
  g_autoptr (GArray) points = points_of (outline->points, (guint) outline->chosen, outline->points->n + 1);

  add_points (reply, outline->node, points);
  add_set (reply, outline->node, "closed", qp_value_integer (FALSE));
  qp_reply_choose (reply, -1);
  return reply;
}

static QpNode *
second_part (const QpToolContext *context, const Outline *outline)
{
  const QpField *name_field = qp_kind_field (outline->node->kind, "name");
  const guint at = (guint) outline->chosen;
  g_autoptr (GArray) points = points_of (outline->points, at, outline->points->n - at);
  g_auto (QpValue) value = points_value (points);
  g_autoptr (QpNode) copy = qp_node_copy_as_new (outline->node);
  g_autoptr (QpNames) names = qp_names_new (context->scene);
  const char *name = qp_node_name (copy);
  g_autofree char *next = name == NULL ? NULL : qp_names_next (names, name);
  g_auto (QpValue) text = qp_value_text (next);
  g_autoptr (QpNode) named = qp_node_with (copy, name_field, &text);

  return qp_node_with (named, qp_kind_field (copy->kind, "outline"), &value);
}

static QpReply *
split (const QpToolContext *context, const Outline *outline)
{
  if (!may_change_points (outline) || outline->chosen < 0)
    return NULL;
  if (outline->closed)
    return outline->node->kind == QP_KIND_OBSTACLE ? cut_open (outline) : NULL;
  if (outline->chosen == 0 || outline->chosen == (int) outline->points->n - 1)
    return NULL;
  QpReply *reply = reply_for (QP_OUTLINE_SPLIT);
  g_autoptr (GArray) first = points_of (outline->points, 0, (guint) outline->chosen + 1);
  g_autoptr (QpNode) second = second_part (context, outline);
  add_points (reply, outline->node, first);
  g_ptr_array_add (reply->edits, qp_edit_insert (qp_scene_get_plan (context->scene)->id, -1, second));
  qp_reply_select (reply, outline->node->id);
  qp_reply_select (reply, second->id);
  return reply;
}

/* -- close and join -- */

static gboolean
ends_meet (const QpToolContext *context, QpPoint a, QpPoint b)
{
  return qp_vec_distance (qp_vec_from_point (a), qp_vec_from_point (b))
         <= qp_viewport_px_in_m (context->viewport, QP_SNAP_PX);
}

/* an audience area that is opened is a path */
static void
add_closed (QpReply *reply, const Outline *outline, gboolean closed)
{
  const QpVec along = qp_vec_sub (place_of (outline, outline->points->n - 1), place_of (outline, 0));

  if (outline->node->kind == QP_KIND_OBSTACLE)
    {
      add_set (reply, outline->node, "closed", qp_value_integer (closed));
      return;
    }
  add_set (reply, outline->node, "kind", qp_value_integer (closed ? QP_AUDIENCE_AREA : QP_AUDIENCE_PATH));
  if (!closed)
    add_set (reply, outline->node, "heading_deg", qp_value_real (qp_heading_of (along)));
}

/* where both ends are at one place, one of them is left */
static QpReply *
close_outline (const QpToolContext *context, const Outline *outline, QpOutlineCommand command)
{
  const guint n = outline->points->n;
  const gboolean merge = !outline->closed && n > 3 && ends_meet (context, outline->points->at[0], outline->points->at[n - 1]);

  if ((outline->node->kind != QP_KIND_OBSTACLE && outline->node->kind != QP_KIND_AUDIENCE) || n < 3)
    return NULL;
  QpReply *reply = reply_for (command);
  g_autoptr (GArray) points = points_of (outline->points, 0, merge ? n - 1 : n);
  if (merge)
    add_points (reply, outline->node, points);
  add_closed (reply, outline, !outline->closed);
  qp_reply_choose (reply, -1);
  return reply;
}

static void
reverse_points (GArray *points)
{
  for (guint i = 0, j = points->len; i + 1 < j; i++)
    {
      QpPoint *first = &g_array_index (points, QpPoint, i), *last = &g_array_index (points, QpPoint, --j);
      const QpPoint kept = *first;
      *first = *last;
      *last = kept;
    }
}

/* the second line put behind the first one or before it, turned round where that brings nearer ends together */
static GArray *
joined (const QpToolContext *context, const QpPoints *a, const QpPoints *b)
{
  const QpPoint ends_a[2] = { a->at[a->n - 1], a->at[0] }, ends_b[2] = { b->at[0], b->at[b->n - 1] };
  g_autoptr (GArray) second = points_of (b, 0, b->n);
  GArray *points = points_of (a, 0, a->n);
  double least = INFINITY;
  guint best = 0;

  for (guint i = 0; i < 4; i++)
    {
      const double distance
          = qp_vec_distance (qp_vec_from_point (ends_a[i / 2]), qp_vec_from_point (ends_b[i % 2]));
      if (distance < least)
        best = i;
      least = fmin (least, distance);
    }
  const gboolean before = best / 2 == 1;
  if ((best % 2 == 1) != before)
    reverse_points (second);
  const gboolean meet = ends_meet (context, ends_a[best / 2], ends_b[best % 2]);
  if (meet)
    g_array_remove_index (second, before ? second->len - 1 : 0);
  g_array_insert_vals (points, before ? 0 : points->len, second->data, second->len);
  return points;
}

static QpReply *
join_two (const QpToolContext *context)
{
  const QpId *ids = qp_selection_ids (context->selection, NULL);
  Outline a, b;

  if (!outline_of (qp_scene_find (context->scene, ids[0]), &a) || !outline_of (qp_scene_find (context->scene, ids[1]), &b)
      || a.node->kind != b.node->kind || a.closed || b.closed || !may_change_points (&a))
    return NULL;
  QpReply *reply = reply_for (QP_OUTLINE_JOIN);
  g_autoptr (GArray) points = joined (context, a.points, b.points);
  add_points (reply, a.node, points);
  g_ptr_array_add (reply->edits, qp_edit_remove (b.node->id));
  qp_reply_select (reply, a.node->id);
  return reply;
}

static QpReply *
join (const QpToolContext *context)
{
  Outline outline;

  if (qp_selection_length (context->selection) == 2)
    return join_two (context);
  if (!selected_outline (context, &outline) || outline.closed || outline.points->n < 4
      || !ends_meet (context, outline.points->at[0], outline.points->at[outline.points->n - 1]))
    return NULL;
  return close_outline (context, &outline, QP_OUTLINE_JOIN);
}

static QpReply *
reverse (const Outline *outline)
{
  if (outline->closed || outline->points->n < 2 || !may_change_points (outline))
    return NULL;
  QpReply *reply = reply_for (QP_OUTLINE_REVERSE);
  g_autoptr (GArray) points = points_of (outline->points, 0, outline->points->n);
  reverse_points (points);
  add_points (reply, outline->node, points);
  if (outline->chosen >= 0)
    qp_reply_choose (reply, (int) outline->points->n - 1 - outline->chosen);
  return reply;
}

/**
 * qp_command_outline:
 * @context: what is seen; the selection tells the chosen point
 * @command: what is to be done
 *
 * Returns: (transfer full) (nullable): what comes of it; %NULL when it does not apply to what is selected
 */
QpReply *
qp_command_outline (const QpToolContext *context, QpOutlineCommand command)
{
  Outline outline;

  if (command == QP_OUTLINE_JOIN)
    return join (context);
  if (!selected_outline (context, &outline))
    return NULL;
  switch (command)
    {
    case QP_OUTLINE_NEXT_POINT:
      return choose_point (&outline, 1);
    case QP_OUTLINE_PREVIOUS_POINT:
      return choose_point (&outline, -1);
    case QP_OUTLINE_INSERT_POINT:
      return insert_in_middle (&outline);
    case QP_OUTLINE_DELETE_POINT:
      return delete_point (&outline);
    case QP_OUTLINE_SPLIT:
      return split (context, &outline);
    case QP_OUTLINE_CLOSE:
      return close_outline (context, &outline, command);
    case QP_OUTLINE_REVERSE:
      return reverse (&outline);
    default:
      return NULL;
    }
}
