/* qp-tool-private.h: what a tool is made of
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"
#include "interact/qp-tool.h"

G_BEGIN_DECLS

#define QP_DRAG_PX 4.0       /* a press that moves less is a click */
#define QP_HIT_PX 6.0        /* how near the pointer must be to an object */
#define QP_HANDLE_HIT_PX 11.0 /* and to a handle */

/**
 * QpToolClass:
 *
 * The functions of one tool; any but @cursor may be missing.
 */
typedef struct
{
  gsize size;
  void (*init) (QpTool *);
  QpReply *(*press) (QpTool *, const QpToolContext *, const QpPointerEvent *);
  QpReply *(*move) (QpTool *, const QpToolContext *, const QpPointerEvent *);
  QpReply *(*release) (QpTool *, const QpToolContext *, const QpPointerEvent *);
  QpReply *(*key) (QpTool *, const QpToolContext *, const QpKeyEvent *);
  QpReply *(*cancel) (QpTool *, const QpToolContext *);
  void (*decorate) (QpTool *, const QpToolContext *, GPtrArray *);
  gboolean (*is_busy) (const QpTool *);
  const QpId *(*dragged) (const QpTool *, guint *);
  QpId (*uncropped) (const QpTool *, const QpToolContext *);
  char *(*status) (const QpTool *, const QpToolContext *);
  const char *(*cursor) (const QpTool *, const QpToolContext *);
  void (*clear) (QpTool *);
} QpToolClass;

struct _QpTool
{
  const QpToolClass *klass;
  QpToolType type;
};

extern const QpToolClass qp_tool_select_class;
extern const QpToolClass qp_tool_screen_class;
extern const QpToolClass qp_tool_measure_class;
extern const QpToolClass qp_tool_probe_class;
extern const QpToolClass qp_tool_outline_class;
extern const QpToolClass qp_tool_note_class;
extern const QpToolClass qp_tool_dimension_class;
extern const QpToolClass qp_tool_calibrate_class;
extern const QpToolClass qp_tool_crop_class;

/* "12.80 × 7.20 m" and "20 × 15 cabinets" */
char *qp_size_text (double width_m, double height_m);
char *qp_screen_size_text (const QpCell *cell, gint64 columns, gint64 rows);
/* "12.40 m · 90°" */
char *qp_segment_text (QpVec a, QpVec b);
const QpItem *qp_background_meant (const QpToolContext *context, QpVec place);
void qp_decorate_snap (GPtrArray *decorations, const QpSnap *snap);

G_END_DECLS
