/* qp-view-private.h: inside render: how the surfaces of a view are coloured
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-space-buffer.h"
#include "render/qp-test-picture.h"
#include "render/qp-view-picture.h"

G_BEGIN_DECLS

/**
 * QpViewColours:
 *
 * Colours of a day or of a night.
 */
typedef struct
{
  QpRgb sky_high;
  QpRgb sky_low;
  QpRgb ground_near;
  QpRgb ground_far;
  QpRgb line;
  QpRgb mass;
  QpRgb tree;
  QpRgb glass;
  QpRgb casing;
  QpRgb person;
  QpRgb audience;
  QpRgb edge;
  QpRgb hatch;
} QpViewColours;

/**
 * QpViewShade:
 * @scene: what stands there
 * @colours: colours
 * @night: whether it is night
 * @samples: samples of a pixel across
 * @sky: colour of the sky in each row of samples
 *
 * What colours the samples of a picture.
 */
typedef struct
{
  const QpViewScene *scene;
  QpViewColours colours;
  gboolean night;
  guint samples;
  QpRgb *sky;
} QpViewShade;

/**
 * QpViewPolygon:
 * @seen: its outline in the picture
 * @surface: (nullable): what it is of; %NULL for a person
 * @colour: light and colour of its side
 * @away: of the eye from its plane, metres, negative behind it
 * @columns: columns of cabinets are (x · [0] + y · [1] + [2]) ÷ nearness + [3]
 * @rows: rows of cabinets alike
 * @pixel: side of a pixel of the screen on its face, metres; 0 when not known
 */
typedef struct
{
  QpSpacePolygon seen;
  const QpViewSurface *surface;
  QpRgb colour;
  double away;
  double columns[4];
  double rows[4];
  double pixel;
} QpViewPolygon;

void qp_view_colours_init (QpViewColours *self, gboolean night, QpTheme theme);

gboolean qp_view_polygon_init (QpViewPolygon *self, const QpViewShade *shade, const QpCamera *camera,
                               const QpViewSurface *surface);
gboolean qp_view_polygon_init_part (QpViewPolygon *self, const QpViewShade *shade, const QpCamera *camera,
                                    const QpViewPart *part);
gboolean qp_view_polygon_cell_at (const QpViewPolygon *self, const QpShape *shape, double nearness, guint row, guint x,
                                  double *column, double *down);

void qp_view_shade_ground (const QpViewShade *self, QpSpaceBuffer *buffer);
void qp_view_shade_opaque (const QpViewShade *self, QpSpaceBuffer *buffer, const QpViewPolygon *polygon);
void qp_view_shade_glass (const QpViewShade *self, QpSpaceBuffer *buffer, const QpViewPolygon *polygon);
void qp_view_shade_tint (const QpViewShade *self, QpSpaceBuffer *buffer, const QpViewPolygon *polygon);
void qp_view_shade_person (const QpViewShade *self, QpSpaceBuffer *buffer, const QpViewPolygon *polygon);

static inline QpRgb
qp_rgb_mix (QpRgb a, QpRgb b, double share_of_b)
{
  const float t = (float) share_of_b;

  return (QpRgb){ a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t, a.blue + (b.blue - a.blue) * t };
}

static inline QpRgb
qp_rgb_scale (QpRgb a, double factor)
{
  return (QpRgb){ (float) (a.red * factor), (float) (a.green * factor), (float) (a.blue * factor) };
}

static inline guint32
qp_rgb_pack (QpRgb a)
{
  const guint red = (guint) (CLAMP (a.red, 0, 1) * 255 + 0.5f), green = (guint) (CLAMP (a.green, 0, 1) * 255 + 0.5f),
              blue = (guint) (CLAMP (a.blue, 0, 1) * 255 + 0.5f);

  return red << 16 | green << 8 | blue;
}

static inline QpRgb
qp_rgb_unpack (guint32 rgb)
{
  return (QpRgb){ (float) (rgb >> 16 & 255) / 255, (float) (rgb >> 8 & 255) / 255, (float) (rgb & 255) / 255 };
}

/* whether what is there is the lit face of a screen */
static inline gboolean
qp_key_is_face (guint32 key)
{
  return key != 0 && key < QP_KEY_CASE;
}

G_END_DECLS
