/* qp-test-picture.h: what screens show in a view: a test picture that looks like one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-style.h"

G_BEGIN_DECLS

/**
 * QpRgb:
 *
 * Red, green and blue, 0 … 1.
 */
typedef struct
{
  float red;
  float green;
  float blue;
} QpRgb;

QpRgb qp_test_picture_at (double across, double down, double aspect);

G_END_DECLS
