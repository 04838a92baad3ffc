/* qp-elevation-private.h: the words of an elevation
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-elevation.h"

G_BEGIN_DECLS

char *qp_elevation_note (const QpElevation *self, const QpScreen *screen);
char *qp_elevation_back_note (const QpElevation *self, const QpCabinet *cabinet);

G_END_DECLS
