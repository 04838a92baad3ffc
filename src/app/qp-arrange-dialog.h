/* qp-arrange-dialog.h: numbers for arranging: gaps, copies and angles
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-stage.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QpArrangeWhat:
 * @QP_ARRANGE_PACK: put side by side with a gap
 * @QP_ARRANGE_ARRAY: copy in a line, in a grid or along a path
 * @QP_ARRANGE_ROTATE: turn by an angle
 *
 * What the numbers are for.
 */
typedef enum
{
  QP_ARRANGE_PACK,
  QP_ARRANGE_ARRAY,
  QP_ARRANGE_ROTATE,
} QpArrangeWhat;

#define QP_TYPE_ARRANGE_DIALOG (qp_arrange_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QpArrangeDialog, qp_arrange_dialog, QP, ARRANGE_DIALOG, AdwWindow)

QpArrangeDialog *qp_arrange_dialog_new (GtkWindow *parent, QpStage *stage, QpArrangeWhat what);

G_END_DECLS
