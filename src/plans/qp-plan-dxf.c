/* qp-plan-dxf.c: DXF drawings
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-content.h"

#include "base/qp-error.h"

QpPlanContent *
qp_plan_dxf_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error)
{
  g_set_error_literal (
      error, QP_ERROR, QP_ERROR_READ,
      _ ("DXF plans come with a later version. The file stays in the project; save it as SVG to see it now."));
  return NULL;
}
