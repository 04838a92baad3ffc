/* qp-pattern.h: test patterns for a screen at native raster
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-raster-png.h"

G_BEGIN_DECLS

/**
 * QpPatternType:
 * @QP_PATTERN_GRID: the outline and the middle of each cabinet
 * @QP_PATTERN_NUMBERS: the number of each cabinet
 * @QP_PATTERN_CROSSHATCH: squares, diagonals and a circle, true in millimetres
 * @QP_PATTERN_GREY_RAMP: grey from black to white, smooth above, in 16 steps below
 * @QP_PATTERN_COLOUR_RAMPS: red, green, blue and white from dark to bright
 * @QP_PATTERN_CIRCLES: circles on each face and in the corners, true in millimetres
 * @QP_PATTERN_WHITE: all white
 * @QP_PATTERN_RED: all red
 * @QP_PATTERN_GREEN: all green
 * @QP_PATTERN_BLUE: all blue
 * @QP_PATTERN_BLACK: all black
 * @QP_PATTERN_CHECKER: every second pixel
 * @QP_PATTERN_LINES: lines one pixel wide: upright above, level below
 *
 * What a pattern shows.
 */
typedef enum
{
  QP_PATTERN_GRID,
  QP_PATTERN_NUMBERS,
  QP_PATTERN_CROSSHATCH,
  QP_PATTERN_GREY_RAMP,
  QP_PATTERN_COLOUR_RAMPS,
  QP_PATTERN_CIRCLES,
  QP_PATTERN_WHITE,
  QP_PATTERN_RED,
  QP_PATTERN_GREEN,
  QP_PATTERN_BLUE,
  QP_PATTERN_BLACK,
  QP_PATTERN_CHECKER,
  QP_PATTERN_LINES,
  QP_N_PATTERNS,
} QpPatternType;

const char *qp_pattern_key (QpPatternType type);
const char *qp_pattern_label (QpPatternType type);
gboolean qp_pattern_find (const char *key, QpPatternType *type);

/**
 * QpPattern:
 *
 * Paints a test pattern of a raster.
 */
typedef struct _QpPattern QpPattern;

QpPattern *qp_pattern_new (const QpRaster *raster, QpPatternType type, gboolean transparent);
void qp_pattern_free (QpPattern *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPattern, qp_pattern_free)
void qp_pattern_paint (const QpBand *band, gpointer pattern);
QpRasterPicture qp_pattern_picture (QpPattern *self, QpPixelBox box);

G_END_DECLS
