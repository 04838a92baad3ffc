/* qp-light-face.h: a screen as a shining face, and the light that it throws on a place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-sight.h"

G_BEGIN_DECLS

/**
 * QpEmission:
 * @across: exponent k of the fall-off cosᵏ θ across; 0 shines evenly in every direction (Lambert)
 * @up: the same up and down
 * @across_known: whether the cabinet's data sheet gives the half-luminance angle across
 * @up_known: whether it gives the one up and down
 *
 * How the luminance of a cabinet falls off to the side.
 */
typedef struct
{
  double across;
  double up;
  gboolean across_known;
  gboolean up_known;
} QpEmission;

void qp_emission_init (QpEmission *self, const QpCabinet *cabinet);
double qp_emission_at (const QpEmission *self, double across, double up, double out);

/**
 * QpLightPiece:
 * @corners: in space, metres
 * @right: unit vector along the face, to the right of a viewer before it
 * @up: unit vector up the face
 * @normal: unit vector out of the face
 *
 * A plane rectangle that shines.
 */
typedef struct
{
  QpVec3 corners[4];
  QpVec3 right;
  QpVec3 up;
  QpVec3 normal;
} QpLightPiece;

/**
 * QpLightFace:
 * @pieces: (element-type QpLightPiece): all cabinets that are there, both sides of a double-sided screen
 * @emission: how the light falls off to the side
 * @box: around it, on the plan
 * @low: lowest corner, metres above the level
 * @high: highest corner
 * @middle: middle of all corners
 *
 * A screen as a source of light.
 */
typedef struct
{
  GArray *pieces;
  QpEmission emission;
  QpBox box;
  double low;
  double high;
  QpVec3 middle;
} QpLightFace;

gboolean qp_light_face_init (QpLightFace *self, const QpScreen *screen, const QpCatalogue *catalogue);
void qp_light_face_clear (QpLightFace *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpLightFace, qp_light_face_clear)

/**
 * QpLightPrecision:
 * @QP_LIGHT_BOUND: nothing in between and no fall-off: never less than the exact number, and fast
 * @QP_LIGHT_MAP: fall-off to about 1 ‰
 * @QP_LIGHT_EXACT: fall-off to about 10⁻⁶
 */
typedef enum
{
  QP_LIGHT_BOUND,
  QP_LIGHT_MAP,
  QP_LIGHT_EXACT,
} QpLightPrecision;

double qp_light_factor (const QpLightFace *self, const GArray *walls, QpVec3 at, QpVec3 normal, QpLightPrecision precision);

G_END_DECLS
