/* qp-stage.h: one view of one plan without a toolkit: events in pixels in, a document that changes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-commands.h"
#include "model/qp-document.h"

G_BEGIN_DECLS

/**
 * QpStage:
 *
 * One view of one plan. Applies to its document what tools and commands give back.
 *
 * Signals, without arguments unless said:
 * - `scene-changed` (GArray of #QpBox): the plan looks different in these boxes; one infinite box for everywhere;
 *   none when only objects that are being dragged look different
 * - `viewport-changed`: another part or another zoom is shown
 * - `decorations-changed`: what lies over the plan looks different
 * - `tool-changed`, `probe-changed`, `status-changed`, `cursor-changed`, `selection-changed`
 * - `activate`: the properties of what is selected are asked for
 * - `problem` (string): something asked for could not be done, and why
 */
#define QP_TYPE_STAGE (qp_stage_get_type ())
G_DECLARE_FINAL_TYPE (QpStage, qp_stage, QP, STAGE, GObject)

/**
 * QpButton:
 *
 * Which button or touch.
 */
typedef enum
{
  QP_BUTTON_PRIMARY = 1,
  QP_BUTTON_MIDDLE = 2,
  QP_BUTTON_SECONDARY = 3,
} QpButton;

QpStage *qp_stage_new (void);

/* what is shown */
void qp_stage_set_document (QpStage *self, QpDocument *document);
QpDocument *qp_stage_get_document (QpStage *self);
void qp_stage_set_plan (QpStage *self, QpId plan);
QpId qp_stage_get_plan (QpStage *self);
void qp_stage_set_catalogue (QpStage *self, QpCatalogue *catalogue);
QpCatalogue *qp_stage_get_catalogue (QpStage *self);
QpScene *qp_stage_get_scene (QpStage *self);
QpSelection *qp_stage_get_selection (QpStage *self);
void qp_stage_set_selection (QpStage *self, QpSelection *selection);

/* what new objects are made of */
void qp_stage_set_template (QpStage *self, QpNode *screen);
QpNode *qp_stage_get_template (QpStage *self);
void qp_stage_set_model (QpStage *self, QpToolType tool, QpNode *model);
QpNode *qp_stage_get_model (QpStage *self, QpToolType tool);

/* view */
const QpViewport *qp_stage_get_viewport (QpStage *self);
void qp_stage_set_viewport (QpStage *self, const QpViewport *viewport);
void qp_stage_resize (QpStage *self, double width, double height, double factor);
void qp_stage_fit (QpStage *self);
void qp_stage_set_covered (QpStage *self, double left_px, double right_px, double bottom_px);
void qp_stage_set_background_bounds (QpStage *self, QpId id, QpBox bounds);
void qp_stage_set_background_scale (QpStage *self, QpId id, double metres_per_unit, QpVec size);
void qp_stage_set_background_segments (QpStage *self, QpId id, QpSegments *segments, const QpMatrix *to_plan);
void qp_stage_fit_selection (QpStage *self);
void qp_stage_reveal (QpStage *self, QpId id);
void qp_stage_step_zoom (QpStage *self, int steps);
void qp_stage_zoom_at (QpStage *self, double factor, QpVec px);
void qp_stage_pan (QpStage *self, double dx_px, double dy_px);
void qp_stage_set_ratio (QpStage *self, double ratio);

/* tools */
void qp_stage_set_tool (QpStage *self, QpToolType tool);
QpToolType qp_stage_get_tool (QpStage *self);

/* who stands on the plan and looks */
void qp_stage_set_probe (QpStage *self, const QpProbe *probe);
const QpProbe *qp_stage_get_probe (QpStage *self);

/* events, in pixels of the view */
gboolean qp_stage_press (QpStage *self, QpVec px, QpButton button, guint clicks, QpModifiers modifiers);
void qp_stage_move (QpStage *self, QpVec px, QpModifiers modifiers);
void qp_stage_release (QpStage *self, QpVec px, QpButton button, QpModifiers modifiers);
void qp_stage_set_modifiers (QpStage *self, QpModifiers modifiers);
void qp_stage_leave (QpStage *self);
gboolean qp_stage_key (QpStage *self, const QpKeyEvent *event);
void qp_stage_set_space (QpStage *self, gboolean down);
void qp_stage_cancel (QpStage *self);

/* commands */
void qp_stage_delete (QpStage *self);
void qp_stage_duplicate (QpStage *self);
void qp_stage_select_all (QpStage *self);
void qp_stage_add_screen (QpStage *self);
void qp_stage_turn (QpStage *self, double degrees);
gboolean qp_stage_outline (QpStage *self, QpOutlineCommand command);
gboolean qp_stage_can_outline (QpStage *self, QpOutlineCommand command);
char *qp_stage_copy (QpStage *self);
gboolean qp_stage_paste (QpStage *self, const char *text, GError **error);

/* commands that arrange what is selected; each is one step; what is locked is never touched */
gboolean qp_stage_align (QpStage *self, QpAlignment align);
gboolean qp_stage_distribute (QpStage *self, QpAxis axis, QpDistribute distribute);
gboolean qp_stage_pack (QpStage *self, QpAxis axis, double gap_m);
gboolean qp_stage_mirror (QpStage *self, QpAxis axis);
gboolean qp_stage_rotate (QpStage *self, double degrees);
gboolean qp_stage_order (QpStage *self, QpOrder order);
gboolean qp_stage_group (QpStage *self);
gboolean qp_stage_ungroup (QpStage *self);
gboolean qp_stage_array_line (QpStage *self, guint n_copies, double dx_m, double dy_m);
gboolean qp_stage_array_grid (QpStage *self, guint columns, guint rows, double dx_m, double dy_m);
gboolean qp_stage_array_path (QpStage *self, guint n_copies);

/* other levels of the site beneath this one */
void qp_stage_set_ghost_levels (QpStage *self, gboolean shown);
gboolean qp_stage_get_ghost_levels (QpStage *self);

/* layers: each kind of object is one; see qp_plan_layer_kinds() */
gboolean qp_stage_hide_layer (QpStage *self, QpKind kind, gboolean hidden);
gboolean qp_stage_lock_layer (QpStage *self, QpKind kind, gboolean locked);
gboolean qp_stage_layer_is_hidden (QpStage *self, QpKind kind);
gboolean qp_stage_layer_is_locked (QpStage *self, QpKind kind);

/* what is to be seen */
GPtrArray *qp_stage_decorations (QpStage *self);
const QpId *qp_stage_dragged (QpStage *self, guint *n_ids);
const char *qp_stage_status (QpStage *self);
const char *qp_stage_cursor (QpStage *self);
gboolean qp_stage_is_busy (QpStage *self);
gboolean qp_stage_has_plan (QpStage *self);
gboolean qp_stage_pointer (QpStage *self, QpVec *plan);

G_END_DECLS
