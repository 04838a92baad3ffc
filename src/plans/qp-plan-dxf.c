/* qp-plan-dxf.c: DXF drawings as content
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plans/qp-plan-content.h"

#include "plans/dxf/qp-dxf.h"

/* takes over what the reader told */
static void
take_info (QpPlanContent *content, QpDxfInfo *info)
{
  content->metres_per_unit = info->metres_per_unit;
  content->basis = info->basis;
  content->why = g_steal_pointer (&info->why);
  qp_findings_free (content->findings);
  content->findings = g_steal_pointer (&info->findings);
  g_array_unref (content->counts);
  content->counts = g_steal_pointer (&info->counts);
}

/**
 * qp_plan_dxf_read:
 * @bytes: a file
 * @request: what of it is wanted
 * @watch: (nullable): who follows
 * @error: return location
 *
 * Reads a DXF drawing. A drawing unit is that of the file.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with an error of qp_dxf_read()
 */
QpPlanContent *
qp_plan_dxf_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error)
{
  g_auto (QpDxfInfo) info;

  qp_dxf_info_init (&info);
  QpPlanDrawing *drawing = qp_dxf_read (bytes, watch, &info, error);
  if (drawing == NULL)
    return NULL;
  QpPlanContent *content = qp_plan_content_new (QP_BACKGROUND_DXF);
  const QpBox bounds = qp_plan_drawing_bounds (drawing, NULL);
  content->drawing = drawing;
  content->width = bounds.x1 - bounds.x0;
  content->height = bounds.y1 - bounds.y0;
  /* a single point is something, too */
  if (!(MAX (content->width, content->height) > 0))
    content->width = content->height = 1;
  take_info (content, &info);
  return content;
}
