/* qp-stage-probe.c: who stands on the plan of a stage and looks
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-stage-private.h"

/**
 * qp_stage_get_probe:
 * @self: a stage
 *
 * Returns: (transfer none): who stands on the plan and looks, if somebody does
 */
const QpProbe *
qp_stage_get_probe (QpStage *self)
{
  return &self->probe;
}

/**
 * qp_stage_set_probe:
 * @self: a stage
 * @probe: (nullable): who stands on the plan and looks; %NULL for nobody
 */
void
qp_stage_set_probe (QpStage *self, const QpProbe *probe)
{
  QpProbe next = probe != NULL ? *probe : QP_PROBE_INIT;

  if (probe == NULL)
    next.gaze.eye.z = self->probe.gaze.eye.z; /* the next one is as tall */
  if (qp_probe_equal (&next, &self->probe))
    return;
  self->probe = next;
  qp_stage_refresh (self);
  qp_stage_emit (self, QP_STAGE_PROBE_CHANGED);
}
