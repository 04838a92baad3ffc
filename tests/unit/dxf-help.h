/* dxf-help.h: small DXF files written by hand, and what was read of them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/dxf/qp-dxf.h"

/* A group is "code=value", groups are divided by "|", and objects by a line break: "LINE|8=A|10=0|20=0|11=5|21=0".
 * What stands before the first "|" is the type. */
typedef struct
{
  const char *header; /* "$INSUNITS=70=4": variable, code, value; divided by "|" */
  const char *classes;
  const char *tables;
  const char *blocks; /* BLOCK and ENDBLK are objects as well */
  const char *entities;
  const char *objects;
} QpDxfFile;

typedef struct
{
  QpPlanDrawing *drawing;
  QpDxfInfo info;
  GError *error;
} QpDxfResult;

char *qp_dxf_write (const QpDxfFile *file);
GBytes *qp_dxf_write_binary (const char *text, gboolean r12);

void qp_dxf_result_clear (QpDxfResult *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpDxfResult, qp_dxf_result_clear)
void qp_dxf_result_read (QpDxfResult *self, GBytes *bytes);
void qp_dxf_result_read_text (QpDxfResult *self, const char *text);
void qp_dxf_result_read_file (QpDxfResult *self, const QpDxfFile *file);
void qp_dxf_result_read_entities (QpDxfResult *self, const char *entities);

const QpDrawingShape *qp_dxf_shape (const QpDxfResult *self, guint index, QpShapeType type, guint n_points);
void qp_dxf_assert_point (const QpDxfResult *self, guint shape, guint point, double x, double y);
void qp_dxf_assert_box (const QpDxfResult *self, guint shape, double x0, double y0, double x1, double y1);
const QpDrawingText *qp_dxf_text_at (const QpDxfResult *self, guint index, const char *text, double x, double y);
guint qp_dxf_n_shapes (const QpDxfResult *self);
const char *qp_dxf_layer_of_shape (const QpDxfResult *self, guint shape);
const QpFinding *qp_dxf_finding (const QpDxfResult *self, const char *code);
const QpPlanCount *qp_dxf_count_of (const QpDxfResult *self, const char *what, const char *layer);
