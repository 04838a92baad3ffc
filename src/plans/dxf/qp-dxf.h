/* qp-dxf.h: reading DXF drawings, and DWG ones with the help of a converter
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-source.h"

G_BEGIN_DECLS

/**
 * QpDxfInfo:
 * @metres_per_unit: how large a drawing unit is, or NaN when nothing tells
 * @basis: whether the drawing says so (%QP_SCALE_DRAWN) or it is a guess (%QP_SCALE_GUESSED)
 * @why: a sentence for the planner that says where the scale comes from
 * @version: (nullable): version of the format, such as "AC1015"
 * @findings: what could not be read, and why
 * @counts: (element-type QpPlanCount): objects of the drawing by type and layer
 *
 * What a reader tells about a DXF drawing besides its lines.
 */
typedef struct
{
  double metres_per_unit;
  QpScaleBasis basis;
  char *why;
  char *version;
  QpFindings *findings;
  GArray *counts;
} QpDxfInfo;

void qp_dxf_info_init (QpDxfInfo *info);
void qp_dxf_info_clear (QpDxfInfo *info);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpDxfInfo, qp_dxf_info_clear)

gboolean qp_dxf_sniff (GBytes *bytes);
QpPlanDrawing *qp_dxf_read (GBytes *bytes, const QpPlanWatch *watch, QpDxfInfo *info, GError **error);

gboolean qp_dwg_sniff (GBytes *bytes);
GBytes *qp_dwg_to_dxf (GBytes *bytes, const QpPlanWatch *watch, GError **error);

G_END_DECLS
