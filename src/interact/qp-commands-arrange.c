/* qp-commands-arrange.c: lining up, spreading, packing, turning, mirroring and ordering what is selected
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "interact/qp-commands-private.h"

static QpReply *
new_reply (const char *label)
{
  return qp_reply_new (QP_REPLY_HANDLED | QP_REPLY_COMMIT, label);
}

/* a step that would change nothing is none */
static QpReply *
unless_empty (QpReply *reply)
{
  if (reply->edits->len > 0)
    return reply;
  qp_reply_free (reply);
  return NULL;
}

static double
low (QpBox box, QpAxis axis)
{
  return axis == QP_AXIS_X ? box.x0 : box.y0;
}

static double
high (QpBox box, QpAxis axis)
{
  return axis == QP_AXIS_X ? box.x1 : box.y1;
}

static double
middle (QpBox box, QpAxis axis)
{
  return (low (box, axis) + high (box, axis)) / 2;
}

static double
length (QpBox box, QpAxis axis)
{
  return high (box, axis) - low (box, axis);
}

static void
move_bundle (QpReply *reply, const QpBundle *bundle, QpAxis axis, double by_m)
{
  for (guint i = 0; i < bundle->nodes->len; i++)
    qp_edits_add_move (reply->edits, g_ptr_array_index (bundle->nodes, i), axis == QP_AXIS_X ? by_m : 0,
                       axis == QP_AXIS_Y ? by_m : 0);
}

/* -- lining up -- */

static gboolean
bundle_has (const QpBundle *bundle, QpId id)
{
  for (guint i = 0; i < bundle->nodes->len; i++)
    if (qp_id_equal (((const QpNode *) g_ptr_array_index (bundle->nodes, i))->id, id))
      return TRUE;
  return FALSE;
}

/* what the others are lined up with: the primary object, though it be locked, or its group */
static QpBox
reference_box (const QpToolContext *context, const GPtrArray *bundles)
{
  const QpId primary = qp_selection_get_primary (context->selection);
  const QpItem *item = qp_scene_find (context->scene, primary);
  QpBox all = QP_BOX_EMPTY;

  for (guint i = 0; i < bundles->len; i++)
    {
      const QpBundle *bundle = g_ptr_array_index (bundles, i);
      if (bundle_has (bundle, primary))
        return bundle->box;
      all = qp_box_union (all, bundle->box);
    }
  return item == NULL || item->unseen || qp_box_is_empty (item->bounds) ? all : qp_item_arranged_box (item);
}

/* how far a box must go */
static double
way_to_align (QpBox box, QpBox reference, QpAlignment align, QpAxis axis)
{
  switch (align)
    {
    case QP_ALIGNMENT_LEFT:
    case QP_ALIGNMENT_BOTTOM:
      return low (reference, axis) - low (box, axis);
    case QP_ALIGNMENT_RIGHT:
    case QP_ALIGNMENT_TOP:
      return high (reference, axis) - high (box, axis);
    default:
      return middle (reference, axis) - middle (box, axis);
    }
}

static const char *
align_label (QpAlignment align)
{
  static const char *const labels[] = {
    [QP_ALIGNMENT_LEFT] = N_("Align Left"),      [QP_ALIGNMENT_CENTER] = N_("Align Centres"),
    [QP_ALIGNMENT_RIGHT] = N_("Align Right"),    [QP_ALIGNMENT_TOP] = N_("Align Top"),
    [QP_ALIGNMENT_MIDDLE] = N_("Align Middles"), [QP_ALIGNMENT_BOTTOM] = N_("Align Bottom"),
  };

  return labels[align];
}

/**
 * qp_command_align:
 * @context: what is seen
 * @align: which edges or middles
 *
 * Lines up what is selected with the primary object, which stays. Groups are lined up as one.
 *
 * Returns: (transfer full) (nullable): the edits; %NULL when all is in line
 */
QpReply *
qp_command_align (const QpToolContext *context, QpAlignment align)
{
  g_autoptr (GPtrArray) bundles = qp_selected_bundles (context);
  const QpBox reference = reference_box (context, bundles);
  const QpAxis axis = align <= QP_ALIGNMENT_RIGHT ? QP_AXIS_X : QP_AXIS_Y;
  QpReply *reply = new_reply (align_label (align));

  for (guint i = 0; i < bundles->len; i++)
    {
      const QpBundle *bundle = g_ptr_array_index (bundles, i);
      move_bundle (reply, bundle, axis, way_to_align (bundle->box, reference, align, axis));
    }
  return unless_empty (reply);
}

/* -- spreading -- */

static int
compare_bundles (gconstpointer a, gconstpointer b, gpointer axis)
{
  const QpBundle *first = *(QpBundle *const *) a;
  const QpBundle *second = *(QpBundle *const *) b;
  const double p = middle (first->box, GPOINTER_TO_INT (axis));
  const double q = middle (second->box, GPOINTER_TO_INT (axis));

  return p < q ? -1 : p > q;
}

static const QpBox *
box_at (const GPtrArray *bundles, guint index)
{
  return &((const QpBundle *) g_ptr_array_index (bundles, index))->box;
}

/* from left to right, or from bottom to top */
static GPtrArray *
sorted_bundles (const QpToolContext *context, QpAxis axis)
{
  GPtrArray *bundles = qp_selected_bundles (context);

  g_ptr_array_sort_with_data (bundles, compare_bundles, GINT_TO_POINTER (axis));
  return bundles;
}

static double
equal_gap (const GPtrArray *bundles, QpAxis axis)
{
  double room = high (*box_at (bundles, bundles->len - 1), axis) - low (*box_at (bundles, 0), axis);

  for (guint i = 0; i < bundles->len; i++)
    room -= length (*box_at (bundles, i), axis);
  return room / (bundles->len - 1);
}

static void
distribute_gaps (QpReply *reply, const GPtrArray *bundles, QpAxis axis, double gap)
{
  double at = low (*box_at (bundles, 0), axis);

  for (guint i = 0; i < bundles->len; i++)
    {
      const QpBundle *bundle = g_ptr_array_index (bundles, i);
      move_bundle (reply, bundle, axis, at - low (bundle->box, axis));
      at += length (bundle->box, axis) + gap;
    }
}

static void
distribute_centers (QpReply *reply, const GPtrArray *bundles, QpAxis axis)
{
  const double first = middle (*box_at (bundles, 0), axis);
  const double step = (middle (*box_at (bundles, bundles->len - 1), axis) - first) / (bundles->len - 1);

  for (guint i = 0; i < bundles->len; i++)
    {
      const QpBundle *bundle = g_ptr_array_index (bundles, i);
      move_bundle (reply, bundle, axis, first + step * i - middle (bundle->box, axis));
    }
}

/**
 * qp_command_distribute:
 * @context: what is seen
 * @axis: from left to right, or from bottom to top
 * @distribute: whether the gaps become equal, or the distances of the middles
 *
 * Spreads what is selected between the outermost two, which stay. Groups are moved as one.
 *
 * Returns: (transfer full) (nullable): the edits; %NULL for fewer than three, or when all is so already
 */
QpReply *
qp_command_distribute (const QpToolContext *context, QpAxis axis, QpDistribute distribute)
{
  g_autoptr (GPtrArray) bundles = sorted_bundles (context, axis);
  QpReply *reply = new_reply (axis == QP_AXIS_X ? N_("Distribute Across") : N_("Distribute Upwards"));

  if (bundles->len > 2 && distribute == QP_DISTRIBUTE_GAPS)
    distribute_gaps (reply, bundles, axis, equal_gap (bundles, axis));
  else if (bundles->len > 2)
    distribute_centers (reply, bundles, axis);
  return unless_empty (reply);
}

/**
 * qp_command_pack:
 * @context: what is seen
 * @axis: from left to right, or from bottom to top
 * @gap_m: what is left free between two of them, metres
 *
 * Puts what is selected side by side; the first one stays. Groups are moved as one.
 *
 * Returns: (transfer full) (nullable): the edits; %NULL for fewer than two, or when all is so already
 */
QpReply *
qp_command_pack (const QpToolContext *context, QpAxis axis, double gap_m)
{
  g_autoptr (GPtrArray) bundles = sorted_bundles (context, axis);
  QpReply *reply = new_reply (N_("Put Side by Side"));

  if (bundles->len > 1)
    distribute_gaps (reply, bundles, axis, gap_m);
  return unless_empty (reply);
}

/* -- turning and mirroring -- */

static QpPoint
common_centre (const GPtrArray *bundles)
{
  QpBox all = QP_BOX_EMPTY;

  for (guint i = 0; i < bundles->len; i++)
    all = qp_box_union (all, *box_at (bundles, i));
  const QpVec centre = qp_box_middle (all);
  return (QpPoint){ qp_um_from_m (centre.x), qp_um_from_m (centre.y) };
}

static void
transform_bundles (QpReply *reply, const GPtrArray *bundles, const QpTransform *transform)
{
  for (guint i = 0; i < bundles->len; i++)
    {
      const GPtrArray *nodes = ((const QpBundle *) g_ptr_array_index (bundles, i))->nodes;
      for (guint k = 0; k < nodes->len; k++)
        qp_edits_add_transform (reply->edits, g_ptr_array_index (nodes, k), transform);
    }
}

/**
 * qp_command_mirror:
 * @context: what is seen
 * @axis: %QP_AXIS_X to change left and right, %QP_AXIS_Y to change top and bottom
 *
 * Mirrors what is selected about its common centre: outlines, places, and where screens look. Pictures are moved to
 * where their mirror image would be, but stay as they are.
 *
 * Returns: (transfer full) (nullable): the edits; %NULL when nothing is selected
 */
QpReply *
qp_command_mirror (const QpToolContext *context, QpAxis axis)
{
  g_autoptr (GPtrArray) bundles = qp_selected_bundles (context);
  QpReply *reply = new_reply (axis == QP_AXIS_X ? N_("Mirror Left and Right") : N_("Mirror Up and Down"));

  if (bundles->len > 0)
    {
      const QpTransform transform = qp_transform_mirror (common_centre (bundles), axis);
      transform_bundles (reply, bundles, &transform);
    }
  return unless_empty (reply);
}

/**
 * qp_command_rotate:
 * @context: what is seen
 * @degrees: clockwise
 *
 * Turns what is selected about its common centre, to the micrometre.
 *
 * Returns: (transfer full) (nullable): the edits; %NULL when nothing is selected
 */
QpReply *
qp_command_rotate (const QpToolContext *context, double degrees)
{
  g_autoptr (GPtrArray) bundles = qp_selected_bundles (context);
  QpReply *reply = new_reply (N_("Turn"));

  if (bundles->len > 0 && isfinite (degrees))
    {
      const QpTransform transform = qp_transform_turn (common_centre (bundles), degrees);
      transform_bundles (reply, bundles, &transform);
    }
  return unless_empty (reply);
}
