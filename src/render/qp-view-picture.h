/* qp-view-picture.h: the view from a place as pixels, and how much of each screen is in it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-style.h"
#include "render/qp-view-scene.h"

G_BEGIN_DECLS

/**
 * QpViewBlocker:
 * @object: number of the object in the scene that stands before a screen
 * @share: share of the screen's face that it hides, 0 … 1
 * @samples: how much of the picture that is, pixels
 * @middle: middle of what it hides in the picture, pixels
 */
typedef struct
{
  guint object;
  double share;
  double samples;
  QpVec middle;
} QpViewBlocker;

/**
 * QpViewTally:
 * @object: number of the screen in the scene
 * @pixels: how much of the picture it takes, pixels
 * @hidden_pixels: how much more it would take if nothing stood before it
 * @share: share of its face that is seen in the picture, 0 … 1; what glass swallows is not seen
 * @box: what it takes of the picture with what is hidden of it, pixels; empty when it is not in the picture
 * @blockers: (element-type QpViewBlocker): what stands before it, the worst first
 */
typedef struct
{
  guint object;
  double pixels;
  double hidden_pixels;
  double share;
  QpBox box;
  GArray *blockers;
} QpViewTally;

/**
 * QpViewOptions:
 * @night: whether it is night
 * @theme: colours of the day
 * @samples: samples of a pixel, across and down: 1 for a quick picture, 2 or 3 for a good one
 * @people: whether people stand there for scale
 */
typedef struct
{
  gboolean night;
  QpTheme theme;
  guint samples;
  gboolean people;
} QpViewOptions;

/**
 * QpViewPicture:
 * @surface: the pixels, RGB
 * @camera: who looks where
 * @tallies: (element-type QpViewTally): of each screen of the scene that can be drawn
 */
typedef struct
{
  cairo_surface_t *surface;
  QpCamera camera;
  GArray *tallies;
} QpViewPicture;

typedef gboolean (*QpViewGoOn) (gpointer data);

QpViewPicture *qp_view_picture_new (const QpViewScene *scene, const QpGaze *gaze, guint width, guint height,
                                    const QpViewOptions *options, QpViewGoOn go_on, gpointer data);
void qp_view_picture_free (QpViewPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpViewPicture, qp_view_picture_free)

/* the picture with its ruler and names (qp-paint-view.c) */

void qp_paint_view_marks (cairo_t *cr, const QpViewPicture *picture, const QpViewScene *scene, const QpPlanStyle *style,
                          const char *caption);
char *qp_view_caption (const QpViewPicture *picture, const QpViewScene *scene);

G_END_DECLS
