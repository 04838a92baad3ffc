/* qp-stage-private.h: what the files of the stage share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-stage.h"

G_BEGIN_DECLS

struct _QpStage
{
  GObject parent_instance;

  QpDocument *document;
  QpId plan;
  QpCatalogue *catalogue;
  QpScene *scene;
  QpSelection *selection;
  QpNode *models[QP_N_TOOLS]; /* what new objects of each tool are made from, or NULL */

  QpViewport viewport;
  GHashTable *viewports; /* QpId of a plan, owned → QpViewport, owned */
  double covered_left;   /* pixels of the view under other things */
  double covered_right;
  double covered_bottom;
  gboolean fit_pending; /* the view has no size yet */
  gboolean fitted;      /* the whole plan was asked for, and nothing else since */

  QpTool *tool;
  QpVec pointer;
  gboolean pointer_in;
  QpModifiers modifiers;
  QpButton panning; /* the button that pans, or 0 */
  gboolean space;

  gboolean ghost_levels;
  QpProbe probe; /* who stands on the plan and looks */

  gboolean applying;
  gboolean in_gesture; /* the document's open transaction is ours */
  GArray *selected_before; /* QpId: to go back to when the gesture is given up */
  GArray *hidden;      /* QpId */
  char *status;
  const char *cursor;
};

typedef enum
{
  QP_STAGE_SCENE_CHANGED,
  QP_STAGE_VIEWPORT_CHANGED,
  QP_STAGE_DECORATIONS_CHANGED,
  QP_STAGE_TOOL_CHANGED,
  QP_STAGE_STATUS_CHANGED,
  QP_STAGE_CURSOR_CHANGED,
  QP_STAGE_SELECTION_CHANGED,
  QP_STAGE_ACTIVATE,
  QP_STAGE_PROBE_CHANGED,
  QP_STAGE_PROBLEM,
  QP_STAGE_N_SIGNALS,
} QpStageSignal;

void qp_stage_emit (QpStage *self, QpStageSignal signal);
QpToolContext qp_stage_context (QpStage *self);
gboolean qp_stage_take (QpStage *self, QpReply *reply);
gboolean qp_stage_may_command (QpStage *self);
void qp_stage_refresh (QpStage *self);
void qp_stage_update_scene (QpStage *self);
gboolean qp_stage_update_levels (QpStage *self);
void qp_stage_repeat_move (QpStage *self);
void qp_stage_keep_viewport (QpStage *self);
void qp_stage_recall_viewport (QpStage *self);

G_END_DECLS
