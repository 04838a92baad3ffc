/* qp-follow.c: what has to follow when objects of a plan change: dimension lines, directions, equipment of one's own
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-follow.h"

#include "model/qp-diff.h"

#define SAME_PLACE_M 2e-6     /* ends of a screen are rounded to micrometres */
#define SAME_HEADING_DEG 1e-6

#define DIMENSION_FIELD(member) QP_FIELD (QP_KIND_DIMENSION, QpDimension, member)

/* -- points that can be held on to -- */

static QpPoint
rounded (QpVec place)
{
  return (QpPoint){ qp_um_from_m (place.x), qp_um_from_m (place.y) };
}

/* left end of the face, right end, middle */
static gboolean
screen_point (const QpNode *node, const QpCatalogue *catalogue, gint64 index, QpPoint *point)
{
  QpVec a, b;
  double depth;

  qp_screen_ends ((const QpScreen *) node, catalogue, &a, &b, &depth);
  *point = rounded (index == 0 ? a : index == 1 ? b : qp_screen_place ((const QpScreen *) node));
  return index >= 0 && index <= 2;
}

/**
 * qp_node_point:
 * @node: an object of a plan
 * @catalogue: (nullable): where cabinets are looked up
 * @index: which point: of an outline; of a screen 0 for its left end, 1 for its right end, 2 for its middle; of a note 0
 * @point: (out): where it is
 *
 * Returns: whether there is such a point
 */
gboolean
qp_node_point (const QpNode *node, const QpCatalogue *catalogue, gint64 index, QpPoint *point)
{
  const QpPoints *outline = node->kind == QP_KIND_DIMENSION ? NULL : qp_node_outline (node, NULL);

  if (node->kind == QP_KIND_SCREEN)
    return screen_point (node, catalogue, index, point);
  if (node->kind == QP_KIND_NOTE)
    {
      *point = (QpPoint){ ((const QpNote *) node)->x_m, ((const QpNote *) node)->y_m };
      return index == 0 && point->x != QP_UNSET && point->y != QP_UNSET;
    }
  if (outline == NULL || index < 0 || index >= outline->n)
    return FALSE;
  *point = outline->at[index];
  return TRUE;
}

static gint64
n_points (const QpNode *node)
{
  const QpPoints *outline = node->kind == QP_KIND_DIMENSION ? NULL : qp_node_outline (node, NULL);

  return node->kind == QP_KIND_SCREEN ? 3 : node->kind == QP_KIND_NOTE ? 1 : outline == NULL ? 0 : outline->n;
}

static gboolean
is_same_place (QpPoint a, QpPoint b)
{
  return qp_vec_distance (qp_vec_from_point (a), qp_vec_from_point (b)) <= SAME_PLACE_M;
}

static gint64
index_of_point (const QpNode *node, const QpCatalogue *catalogue, QpPoint place)
{
  const gint64 n = n_points (node);
  QpPoint point;

  for (gint64 i = 0; i < n; i++)
    if (qp_node_point (node, catalogue, i, &point) && is_same_place (point, place))
      return i;
  return -1;
}

/**
 * qp_scene_point_at:
 * @scene: objects
 * @place: a place, metres
 * @id: (out): the object that has a point there
 * @index: (out): which of its points
 *
 * Returns: whether any has; the top one counts
 */
gboolean
qp_scene_point_at (QpScene *scene, QpVec place, QpId *id, gint64 *index)
{
  g_autoptr (GPtrArray) near = qp_scene_query (scene, qp_box_grown (qp_box_around (place, place), SAME_PLACE_M));

  for (guint i = near->len; i-- > 0;)
    {
      const QpItem *item = g_ptr_array_index (near, i);
      *index = index_of_point (item->node, qp_scene_get_catalogue (scene), rounded (place));
      *id = item->id;
      if (*index >= 0)
        return TRUE;
    }
  *id = QP_ID_NONE;
  *index = QP_UNSET;
  return FALSE;
}

/* -- dimension lines -- */

static const QpField *
end_field (guint end)
{
  return end == 0 ? DIMENSION_FIELD (from) : DIMENSION_FIELD (to);
}

static const QpField *
point_field (guint end)
{
  return end == 0 ? DIMENSION_FIELD (from_point) : DIMENSION_FIELD (to_point);
}

/**
 * qp_edits_add_binding:
 * @edits: (element-type QpEdit): takes the edits; none when nothing changes
 * @dimension: a dimension line
 * @end: 0 for its first end, 1 for its second
 * @id: object that this end holds on to from now on, or %QP_ID_NONE
 * @index: which of its points, or %QP_UNSET
 */
void
qp_edits_add_binding (GPtrArray *edits, const QpNode *dimension, guint end, QpId id, gint64 index)
{
  const QpValue object = qp_value_id (id), point = qp_value_integer (qp_id_is_none (id) ? QP_UNSET : index);
  const QpValue object_now = qp_node_get (dimension, end_field (end));
  const QpValue point_now = qp_node_get (dimension, point_field (end));

  if (!qp_value_equal (&object, &object_now))
    g_ptr_array_add (edits, qp_edit_set (dimension->id, end_field (end), &object));
  if (!qp_value_equal (&point, &point_now))
    g_ptr_array_add (edits, qp_edit_set (dimension->id, point_field (end), &point));
}

/**
 * qp_edits_add_binding_at:
 * @edits: (element-type QpEdit): takes the edits; none when nothing changes
 * @scene: objects
 * @dimension: a dimension line in it
 * @end: 0 for its first end, 1 for its second
 * @place: where this end is put, metres
 *
 * It holds on to the point of an object that is there, or to nothing.
 */
void
qp_edits_add_binding_at (GPtrArray *edits, QpScene *scene, QpId dimension, guint end, QpVec place)
{
  const QpItem *item = qp_scene_find (scene, dimension);
  QpId id;
  gint64 index;

  if (item == NULL || end > 1)
    return;
  qp_scene_point_at (scene, place, &id, &index);
  qp_edits_add_binding (edits, item->node, end, id, index);
}

static QpNode *
with_end (QpNode *dimension, guint end, QpId id)
{
  const QpValue object = qp_value_id (id), no_point = qp_value_unset (QP_STORAGE_INTEGER);
  QpNode *node = qp_node_with (dimension, end_field (end), &object);

  qp_node_unref (dimension);
  if (!qp_id_is_none (id))
    return node;
  g_autoptr (QpNode) half = node;
  return qp_node_with (half, point_field (end), &no_point);
}

/**
 * qp_nodes_rebind:
 * @copies: (element-type QpNode) (inout): objects of a plan, each owned; dimension lines are replaced
 * @originals: (element-type QpNode): what each of them is a copy of; may be @copies itself
 *
 * Dimension lines hold on to the copies of what they held on to. Where that was not copied they hold on to nothing:
 * originals keep their own lines.
 */
void
qp_nodes_rebind (GPtrArray *copies, const GPtrArray *originals)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (qp_id_hash, qp_id_equal_p);

  for (guint i = 0; i < copies->len; i++)
    {
      const QpNode *original = originals->pdata[i], *copy = copies->pdata[i];
      if (copy->kind != QP_KIND_DIMENSION) /* nothing holds on to these, and they may go below */
        g_hash_table_insert (ids, (gpointer) &original->id, (gpointer) &copy->id);
    }
  for (guint i = 0; i < copies->len; i++)
    for (guint end = 0; ((QpNode *) copies->pdata[i])->kind == QP_KIND_DIMENSION && end < 2; end++)
      {
        const QpValue held = qp_node_get (copies->pdata[i], end_field (end));
        const QpId *now = g_hash_table_lookup (ids, &held.id);
        copies->pdata[i] = with_end (copies->pdata[i], end, now != NULL ? *now : QP_ID_NONE);
      }
}

typedef struct
{
  QpDocument *document;
  const QpCatalogue *catalogue;
  GHashTable *changed; /* &QpId → QpChange */
  GPtrArray *edits;
} Pass;

/* where the point is now that an end holds on to; points that were put in or taken out before it don't matter */
static gboolean
follow_point (const Pass *pass, const QpNode *object, gint64 *index, QpPoint *place)
{
  const QpChange *change = g_hash_table_lookup (pass->changed, &object->id);
  QpPoint was;

  if (change != NULL && change->before != NULL && n_points (change->before) != n_points (object)
      && qp_node_point (change->before, pass->catalogue, *index, &was))
    *index = index_of_point (object, pass->catalogue, was);
  return qp_node_point (object, pass->catalogue, *index, place);
}

static void
follow_end (const Pass *pass, const QpNode *dimension, guint end, QpPoint *at)
{
  const QpId id = qp_node_get (dimension, end_field (end)).id;
  gint64 index = qp_node_get (dimension, point_field (end)).integer;
  const gboolean itself = g_hash_table_contains (pass->changed, &dimension->id);
  const gboolean moved = g_hash_table_contains (pass->changed, &id);
  const QpNode *object = qp_document_find (pass->document, id);
  QpPoint place;

  if (qp_id_is_none (id) || (!itself && !moved))
    return;
  if (object == NULL || !follow_point (pass, object, &index, &place)
      || (!moved && !is_same_place (place, *at))) /* pulled off by itself */
    {
      qp_edits_add_binding (pass->edits, dimension, end, QP_ID_NONE, QP_UNSET);
      return;
    }
  qp_edits_add_binding (pass->edits, dimension, end, id, index);
  *at = place;
}

static void
follow_dimension (const Pass *pass, const QpNode *dimension)
{
  const QpPoints *outline = ((const QpDimension *) dimension)->outline;

  if (outline == NULL || outline->n < 2)
    return;
  g_autoptr (QpPoints) points = qp_points_new (outline->at, outline->n);
  follow_end (pass, dimension, 0, &points->at[0]);
  follow_end (pass, dimension, 1, &points->at[points->n - 1]);
  const QpValue before = { .storage = QP_STORAGE_POINTS, .points = (QpPoints *) outline };
  const QpValue after = { .storage = QP_STORAGE_POINTS, .points = points };
  if (!qp_value_equal (&before, &after))
    g_ptr_array_add (pass->edits, qp_edit_set (dimension->id, DIMENSION_FIELD (outline), &after));
}

static void
follow_plan (const Pass *pass, const QpNode *plan)
{
  QpNodeIter iter;
  QpNode *node;

  qp_node_iter_init (&iter, plan->children);
  while ((node = qp_node_iter_next_of (&iter, QP_KIND_DIMENSION)) != NULL)
    follow_dimension (pass, node);
}

/* -- directions that follow from an outline -- */

static double
heading_along (const QpNode *node)
{
  const QpPoints *outline = qp_node_outline (node, NULL);

  if (outline == NULL || outline->n < 2)
    return NAN;
  return qp_heading_of (qp_vec_sub (qp_vec_from_point (outline->at[outline->n - 1]), qp_vec_from_point (outline->at[0])));
}

static const QpField *
direction_field (const QpNode *node)
{
  if (node->kind == QP_KIND_RECEPTOR)
    return QP_FIELD (QP_KIND_RECEPTOR, QpReceptor, facing_deg);
  if (node->kind == QP_KIND_AUDIENCE && ((const QpAudience *) node)->kind == QP_AUDIENCE_PATH)
    return QP_FIELD (QP_KIND_AUDIENCE, QpAudience, heading_deg);
  return NULL;
}

/* a path's direction and the side of windows, as long as they were those of the line and nobody has set others */
static void
follow_direction (const Pass *pass, const QpChange *change)
{
  const QpField *field = direction_field (change->after);

  if (field == NULL || change->type != QP_CHANGE_FIELDS || direction_field (change->before) != field)
    return;
  const double before = qp_node_get (change->before, field).real, now = qp_node_get (change->after, field).real;
  const double from_line = qp_heading_wrap (before - heading_along (change->before));
  const double expected = change->after->kind == QP_KIND_RECEPTOR ? 90 : 0;
  const gboolean by_line = fabs (from_line - expected) < SAME_HEADING_DEG
                           || fabs (from_line - (360 - expected)) < SAME_HEADING_DEG;
  const QpValue after = qp_value_real (qp_heading_wrap (heading_along (change->after) + from_line));
  if (by_line && before == now && isfinite (after.real) && fabs (after.real - now) >= SAME_HEADING_DEG)
    g_ptr_array_add (pass->edits, qp_edit_set (change->after->id, field, &after));
}

/* -- equipment from catalogues of one's own -- */

static gboolean
has_key (const QpNode *node, QpKind kind, const char *key)
{
  return node != NULL && node->kind == kind
         && g_strcmp0 (qp_node_get (node, qp_kind_field (kind, "key")).text, key) == 0;
}

static gboolean
is_there (const Pass *pass, QpKind kind, const char *key)
{
  QpNodeIter iter;
  const QpNode *node;

  for (guint i = 0; i < pass->edits->len; i++)
    if (has_key (((const QpEdit *) g_ptr_array_index (pass->edits, i))->node, kind, key))
      return TRUE;
  qp_node_iter_init (&iter, qp_document_get_root (pass->document)->children);
  while ((node = qp_node_iter_next_of (&iter, kind)) != NULL)
    if (has_key (node, kind, key))
      return TRUE;
  return FALSE;
}

/* a project has to be readable where that catalogue is not: it takes the record along */
static void
follow_equipment (const Pass *pass, QpKind kind, const char *key)
{
  const QpNode *record = qp_catalogue_own_record (pass->catalogue, kind, key);

  if (record == NULL || is_there (pass, kind, key))
    return;
  g_autoptr (QpNode) copy = qp_node_copy_as_new (record);
  g_ptr_array_add (pass->edits, qp_edit_insert (qp_document_get_root (pass->document)->id, -1, copy));
}

static void
follow_screen (const Pass *pass, const QpNode *node)
{
  if (node == NULL || node->kind != QP_KIND_SCREEN || pass->catalogue == NULL)
    return;
  follow_equipment (pass, QP_KIND_CABINET, ((const QpScreen *) node)->cabinet);
  follow_equipment (pass, QP_KIND_CONTROLLER, ((const QpScreen *) node)->controller);
}

/* -- all of it -- */

static gboolean
is_new_plan (GHashTable *plans, const QpNode *plan)
{
  return plan != NULL && plan->kind == QP_KIND_PLAN && g_hash_table_add (plans, (gpointer) plan);
}

/**
 * qp_follow_edits:
 * @document: a document, as it is after edits
 * @before: its root before them
 * @catalogue: (nullable): where cabinets are looked up
 *
 * Dimension lines hold on to points of objects by @from and @to. This finds those whose objects have changed and gives
 * the edits that take them along; an end that was pulled off, or whose object is gone, lets go. The directions of paths
 * and windows follow their outlines. Equipment of a screen that is in a catalogue of one's own comes into the project.
 *
 * Returns: (transfer full) (element-type QpEdit): what has to follow
 */
GPtrArray *
qp_follow_edits (QpDocument *document, const QpNode *before, const QpCatalogue *catalogue)
{
  g_autoptr (GArray) changes = qp_diff (before, qp_document_get_root (document));
  g_autoptr (GHashTable) changed = g_hash_table_new (qp_id_hash, qp_id_equal_p);
  g_autoptr (GHashTable) plans = g_hash_table_new (NULL, NULL);
  const Pass pass = { document, catalogue, changed, qp_edits_new () };

  for (guint i = 0; i < changes->len; i++)
    {
      const QpChange *change = &g_array_index (changes, QpChange, i);
      if (change->type == QP_CHANGE_INSIDE)
        continue;
      g_hash_table_replace (changed, (gpointer) (change->after != NULL ? &change->after->id : &change->before->id),
                            (gpointer) change);
      follow_screen (&pass, change->after);
      if (change->before != NULL && change->after != NULL)
        follow_direction (&pass, change);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const QpNode *plan = qp_document_find (document, g_array_index (changes, QpChange, i).parent);
      if (is_new_plan (plans, plan))
        follow_plan (&pass, plan);
    }
  return pass.edits;
}

/**
 * qp_document_apply_followed:
 * @document: a document with an open transaction
 * @catalogue: (nullable): where cabinets are looked up
 * @edits: (element-type QpEdit): edits, made in order
 * @error: return location for a #GError
 *
 * Makes all the edits and what has to follow from them.
 *
 * Returns: whether they were made
 */
gboolean
qp_document_apply_followed (QpDocument *document, const QpCatalogue *catalogue, GPtrArray *edits, GError **error)
{
  g_autoptr (QpNode) before = qp_node_ref (qp_document_get_root (document));

  if (!qp_document_apply_all (document, edits, error))
    return FALSE;
  g_autoptr (GPtrArray) more = qp_follow_edits (document, before, catalogue);
  return more->len == 0 || qp_document_apply_all (document, more, error);
}

/**
 * qp_document_run_followed:
 * @document: a document without an open transaction
 * @catalogue: (nullable): where cabinets are looked up
 * @label: (nullable): what the step is called
 * @merge_key: (nullable): see qp_document_begin()
 * @edits: (element-type QpEdit): edits, made in order
 * @error: return location for a #GError
 *
 * Makes all the edits and what has to follow from them as one step, or none.
 *
 * Returns: whether they were made
 */
gboolean
qp_document_run_followed (QpDocument *document, const QpCatalogue *catalogue, const char *label, const char *merge_key,
                          GPtrArray *edits, GError **error)
{
  qp_document_begin (document, label, merge_key);
  if (!qp_document_apply_followed (document, catalogue, edits, error))
    {
      qp_document_rollback (document);
      return FALSE;
    }
  qp_document_commit (document);
  return TRUE;
}
