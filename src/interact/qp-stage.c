/* qp-stage.c: one view of one plan without a toolkit: what it shows, and the document that it changes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-stage-private.h"

G_DEFINE_FINAL_TYPE (QpStage, qp_stage, G_TYPE_OBJECT)

static guint signals[QP_STAGE_N_SIGNALS];

static void
qp_stage_finalize (GObject *object)
{
  QpStage *self = QP_STAGE (object);

  qp_stage_set_document (self, NULL);
  g_clear_pointer (&self->tool, qp_tool_free);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->scene, qp_scene_free);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  for (guint i = 0; i < QP_N_TOOLS; i++)
    g_clear_pointer (&self->models[i], qp_node_unref);
  g_hash_table_unref (self->viewports);
  g_array_unref (self->selected_before);
  g_array_unref (self->hidden);
  g_free (self->status);
  G_OBJECT_CLASS (qp_stage_parent_class)->finalize (object);
}

static guint
new_signal (const char *name, GType argument)
{
  if (argument == G_TYPE_NONE)
    return g_signal_new (name, QP_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  return g_signal_new (name, QP_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, argument);
}

static void
qp_stage_class_init (QpStageClass *klass)
{
  static const char *const names[QP_STAGE_N_SIGNALS] = {
    [QP_STAGE_SCENE_CHANGED] = "scene-changed",
    [QP_STAGE_VIEWPORT_CHANGED] = "viewport-changed",
    [QP_STAGE_DECORATIONS_CHANGED] = "decorations-changed",
    [QP_STAGE_TOOL_CHANGED] = "tool-changed",
    [QP_STAGE_STATUS_CHANGED] = "status-changed",
    [QP_STAGE_CURSOR_CHANGED] = "cursor-changed",
    [QP_STAGE_SELECTION_CHANGED] = "selection-changed",
    [QP_STAGE_ACTIVATE] = "activate",
    [QP_STAGE_PROBE_CHANGED] = "probe-changed",
    [QP_STAGE_PROBLEM] = "problem",
  };

  G_OBJECT_CLASS (klass)->finalize = qp_stage_finalize;
  for (guint i = 0; i < QP_STAGE_N_SIGNALS; i++)
    signals[i] = new_signal (names[i], i == QP_STAGE_SCENE_CHANGED ? G_TYPE_POINTER
                                       : i == QP_STAGE_PROBLEM     ? G_TYPE_STRING
                                                                   : G_TYPE_NONE);
}

static void
qp_stage_init (QpStage *self)
{
  self->scene = qp_scene_new ();
  self->tool = qp_tool_new (QP_TOOL_SELECT);
  self->viewports = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, g_free, g_free);
  self->selected_before = g_array_new (FALSE, FALSE, sizeof (QpId));
  self->hidden = g_array_new (FALSE, FALSE, sizeof (QpId));
  self->cursor = "default";
  self->probe = QP_PROBE_INIT;
  qp_viewport_init (&self->viewport, 1, 1, 1);
  g_autoptr (QpSelection) selection = qp_selection_new ();
  qp_stage_set_selection (self, selection);
}

/**
 * qp_stage_new:
 *
 * Returns: (transfer full): a stage that shows nothing yet
 */
QpStage *
qp_stage_new (void)
{
  return g_object_new (QP_TYPE_STAGE, NULL);
}

void
qp_stage_emit (QpStage *self, QpStageSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

static void
emit_scene_changed (QpStage *self, GArray *dirty)
{
  g_signal_emit (self, signals[QP_STAGE_SCENE_CHANGED], 0, dirty);
}

QpToolContext
qp_stage_context (QpStage *self)
{
  return (QpToolContext){ self->scene, &self->viewport, self->selection,
                          (const QpScreen *) self->models[QP_TOOL_SCREEN], self->models, &self->probe };
}

/* -- texts and what is hidden follow from the tool -- */

static void
refresh_hidden (QpStage *self)
{
  guint n_ids;
  const QpId *ids = qp_tool_dragged (self->tool, &n_ids);

  if (n_ids == self->hidden->len
      && (n_ids == 0 || qp_id_equal (ids[0], g_array_index (self->hidden, QpId, 0))))
    return;
  g_autoptr (GArray) dirty = g_array_new (FALSE, FALSE, sizeof (QpBox));
  g_array_set_size (self->hidden, 0);
  g_array_append_vals (self->hidden, ids, n_ids);
  qp_scene_set_hidden (self->scene, ids, n_ids, dirty);
  emit_scene_changed (self, dirty);
}

/* what is being cropped is seen as a whole */
static void
refresh_uncropped (QpStage *self)
{
  const QpBox everywhere = { -INFINITY, -INFINITY, INFINITY, INFINITY };
  const QpToolContext context = qp_stage_context (self);
  const QpId id = qp_tool_uncropped (self->tool, &context);

  if (qp_id_equal (id, qp_scene_uncropped (self->scene)))
    return;
  g_autoptr (GArray) dirty = g_array_new (FALSE, FALSE, sizeof (QpBox));
  g_array_append_val (dirty, everywhere);
  qp_scene_set_uncropped (self->scene, id);
  emit_scene_changed (self, dirty);
}

static void
refresh_status (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);
  g_autofree char *status = qp_stage_has_plan (self) ? qp_tool_status (self->tool, &context) : NULL;

  if (g_strcmp0 (status, self->status) == 0)
    return;
  g_free (self->status);
  self->status = g_steal_pointer (&status);
  qp_stage_emit (self, QP_STAGE_STATUS_CHANGED);
}

static void
refresh_cursor (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);
  const char *cursor = self->panning != 0          ? "grabbing"
                       : self->space               ? "grab"
                       : !qp_stage_has_plan (self) ? "default"
                                                   : qp_tool_cursor (self->tool, &context);

  if (g_strcmp0 (cursor, self->cursor) == 0)
    return;
  self->cursor = cursor;
  qp_stage_emit (self, QP_STAGE_CURSOR_CHANGED);
}

void
qp_stage_refresh (QpStage *self)
{
  refresh_hidden (self);
  refresh_uncropped (self);
  refresh_status (self);
  refresh_cursor (self);
  qp_stage_emit (self, QP_STAGE_DECORATIONS_CHANGED);
}

/* -- the scene follows the document -- */

void
qp_stage_update_scene (QpStage *self)
{
  const QpBox everywhere = { -INFINITY, -INFINITY, INFINITY, INFINITY };
  g_autoptr (GArray) dirty = g_array_new (FALSE, FALSE, sizeof (QpBox));
  QpNode *plan = self->document == NULL || qp_id_is_none (self->plan) ? NULL
                                                                      : qp_document_find (self->document, self->plan);

  if (plan != NULL && plan->kind != QP_KIND_PLAN)
    plan = NULL;
  const gboolean changed = qp_scene_update (self->scene, plan, self->catalogue, dirty);
  if (qp_stage_update_levels (self))
    g_array_append_val (dirty, everywhere);
  else if (!changed)
    return;
  emit_scene_changed (self, dirty);
  if (self->document != NULL)
    qp_selection_drop_vanished (self->selection, self->document);
  qp_stage_refresh (self);
}

static void
on_document_changed (QpStage *self)
{
  if (!self->applying)
    qp_stage_update_scene (self);
}

static void
on_selection_changed (QpStage *self)
{
  if (self->document != NULL)
    qp_document_end_merge (self->document); /* nudging something else is another step */
  qp_stage_refresh (self);
  qp_stage_emit (self, QP_STAGE_SELECTION_CHANGED);
}

/* -- what is shown -- */

/**
 * qp_stage_set_document:
 * @self: a stage
 * @document: (transfer none) (nullable): the project; its first plan must be chosen by qp_stage_set_plan()
 */
void
qp_stage_set_document (QpStage *self, QpDocument *document)
{
  if (document == self->document)
    return;
  if (self->document != NULL)
    {
      qp_stage_cancel (self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_set_object (&self->document, document);
  self->plan = QP_ID_NONE;
  g_hash_table_remove_all (self->viewports);
  if (document != NULL)
    g_signal_connect_swapped (document, "changed", G_CALLBACK (on_document_changed), self);
  qp_stage_update_scene (self);
}

/**
 * qp_stage_get_document:
 * @self: a stage
 *
 * Returns: (transfer none) (nullable): the project
 */
QpDocument *
qp_stage_get_document (QpStage *self)
{
  return self->document;
}

/**
 * qp_stage_set_plan:
 * @self: a stage
 * @plan: id of a plan in the document, or %QP_ID_NONE
 *
 * Shows this plan: as it was seen last, or the whole of it the first time.
 */
void
qp_stage_set_plan (QpStage *self, QpId plan)
{
  if (qp_id_equal (plan, self->plan))
    return;
  qp_stage_cancel (self);
  qp_stage_keep_viewport (self);
  qp_stage_set_probe (self, NULL);
  self->plan = plan;
  qp_stage_update_scene (self);
  qp_stage_recall_viewport (self);
}

/**
 * qp_stage_get_plan:
 * @self: a stage
 *
 * Returns: id of the plan shown, or %QP_ID_NONE
 */
QpId
qp_stage_get_plan (QpStage *self)
{
  return self->plan;
}

/**
 * qp_stage_has_plan:
 * @self: a stage
 *
 * Returns: whether there is a plan to draw on
 */
gboolean
qp_stage_has_plan (QpStage *self)
{
  return qp_scene_get_plan (self->scene) != NULL;
}

/**
 * qp_stage_set_catalogue:
 * @self: a stage
 * @catalogue: (transfer none) (nullable): where cabinets are looked up
 */
void
qp_stage_set_catalogue (QpStage *self, QpCatalogue *catalogue)
{
  if (catalogue == self->catalogue)
    return;
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  self->catalogue = catalogue == NULL ? NULL : qp_catalogue_ref (catalogue);
  qp_stage_update_scene (self);
}

/**
 * qp_stage_get_catalogue:
 * @self: a stage
 *
 * Returns: (transfer none) (nullable): where cabinets are looked up
 */
QpCatalogue *
qp_stage_get_catalogue (QpStage *self)
{
  return self->catalogue;
}

/**
 * qp_stage_get_scene:
 * @self: a stage
 *
 * Returns: (transfer none): the objects of the plan
 */
QpScene *
qp_stage_get_scene (QpStage *self)
{
  return self->scene;
}

/**
 * qp_stage_get_selection:
 * @self: a stage
 *
 * Returns: (transfer none): what is selected; may hold objects that are not on this plan
 */
QpSelection *
qp_stage_get_selection (QpStage *self)
{
  return self->selection;
}

/**
 * qp_stage_set_selection:
 * @self: a stage
 * @selection: (transfer none): a selection that is shared with others, such as a tree
 */
void
qp_stage_set_selection (QpStage *self, QpSelection *selection)
{
  if (selection == self->selection)
    return;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (on_selection_changed), self);
  qp_stage_refresh (self);
}

/**
 * qp_stage_set_template:
 * @self: a stage
 * @screen: (transfer none) (nullable): new screens take over its cabinet and all else that it says
 */
void
qp_stage_set_template (QpStage *self, QpNode *screen)
{
  g_return_if_fail (screen == NULL || screen->kind == QP_KIND_SCREEN);

  qp_stage_set_model (self, QP_TOOL_SCREEN, screen);
}

/**
 * qp_stage_get_template:
 * @self: a stage
 *
 * Returns: (transfer none) (nullable): what new screens are made from
 */
QpNode *
qp_stage_get_template (QpStage *self)
{
  return self->models[QP_TOOL_SCREEN];
}

/**
 * qp_stage_set_model:
 * @self: a stage
 * @tool: a tool that draws
 * @model: (transfer none) (nullable): new objects of this tool take over all that it says but name and place; of
 *   the kind that the tool draws, or it has no effect; see qp_preset_model()
 */
void
qp_stage_set_model (QpStage *self, QpToolType tool, QpNode *model)
{
  g_return_if_fail (tool < QP_N_TOOLS);

  QpNode *old = self->models[tool];
  self->models[tool] = model == NULL ? NULL : qp_node_ref (model);
  g_clear_pointer (&old, qp_node_unref);
  qp_stage_refresh (self);
}

/**
 * qp_stage_get_model:
 * @self: a stage
 * @tool: a tool that draws
 *
 * Returns: (transfer none) (nullable): what its new objects are made from; %NULL for the usual
 */
QpNode *
qp_stage_get_model (QpStage *self, QpToolType tool)
{
  g_return_val_if_fail (tool < QP_N_TOOLS, NULL);

  return self->models[tool];
}

/**
 * qp_stage_set_tool:
 * @self: a stage
 * @tool: the tool in hand from now on; what the old one was doing is given up
 */
void
qp_stage_set_tool (QpStage *self, QpToolType tool)
{
  if (tool == qp_tool_type (self->tool))
    return;
  qp_stage_cancel (self);
  g_clear_pointer (&self->tool, qp_tool_free);
  self->tool = qp_tool_new (tool);
  qp_stage_repeat_move (self);
  qp_stage_refresh (self);
  qp_stage_emit (self, QP_STAGE_TOOL_CHANGED);
}

/**
 * qp_stage_get_tool:
 * @self: a stage
 *
 * Returns: the tool in hand
 */
QpToolType
qp_stage_get_tool (QpStage *self)
{
  return qp_tool_type (self->tool);
}

/**
 * qp_stage_cancel:
 * @self: a stage
 *
 * Gives up the gesture in hand, if there is one: the document is as before it.
 */
void
qp_stage_cancel (QpStage *self)
{
  const QpToolContext context = qp_stage_context (self);

  self->panning = 0;
  qp_stage_take (self, qp_tool_cancel (self->tool, &context));
}

/**
 * qp_stage_is_busy:
 * @self: a stage
 *
 * Returns: whether a gesture has begun and not ended
 */
gboolean
qp_stage_is_busy (QpStage *self)
{
  return self->panning != 0 || qp_tool_is_busy (self->tool);
}

/* -- what is to be seen -- */

/**
 * qp_stage_decorations:
 * @self: a stage
 *
 * Returns: (transfer full) (element-type QpDecoration): what lies over the plan now; good until the scene changes
 */
GPtrArray *
qp_stage_decorations (QpStage *self)
{
  GPtrArray *decorations = qp_decorations_new ();
  const QpToolContext context = qp_stage_context (self);

  if (qp_stage_has_plan (self))
    qp_probe_decorate (&self->probe, self->scene, decorations);
  if (qp_stage_has_plan (self))
    qp_tool_decorate (self->tool, &context, decorations);
  return decorations;
}

/**
 * qp_stage_dragged:
 * @self: a stage
 * @n_ids: (out): how many
 *
 * Returns: (transfer none) (array length=n_ids): objects that are hidden in the scene, as they change with each move
 *   and are to be painted over it
 */
const QpId *
qp_stage_dragged (QpStage *self, guint *n_ids)
{
  *n_ids = self->hidden->len;
  return (const QpId *) (gpointer) self->hidden->data;
}

/**
 * qp_stage_status:
 * @self: a stage
 *
 * Returns: (transfer none) (nullable): a sentence for a status line
 */
const char *
qp_stage_status (QpStage *self)
{
  return self->status;
}

/**
 * qp_stage_cursor:
 * @self: a stage
 *
 * Returns: (transfer none): name of the pointer's shape, as in CSS
 */
const char *
qp_stage_cursor (QpStage *self)
{
  return self->cursor;
}
