/* qp-look-lines.h: what somebody sees of a screen, as lines for people
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"
#include "engine/qp-look.h"

G_BEGIN_DECLS

/**
 * QpLookLine:
 * @label: what it is, translated
 * @value: its value with unit, or "not known"
 * @detail: (nullable): what it means, or what hangs on it
 * @explanation: how it was computed
 */
typedef struct
{
  char *label;
  char *value;
  char *detail;
  QpExplanation *explanation;
} QpLookLine;

GPtrArray *qp_look_lines (const QpLookScreen *screen, const QpLook *look, QpVec3 eye);
char *qp_look_sentence (const QpLookScreen *screen, const QpLook *look);

G_END_DECLS
