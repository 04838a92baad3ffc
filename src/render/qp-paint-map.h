/* qp-paint-map.h: values over a plan as colours, hatching, lines with numbers, and a legend
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-contour.h"
#include "interact/qp-viewport.h"
#include "render/qp-labels.h"

G_BEGIN_DECLS

#define QP_MAP_STEPS 10

/**
 * QpMapScale:
 * @title: what is shown; borrowed
 * @unit: symbol behind numbers, with its space: " m", "°", " %"; borrowed
 * @decimals: of the numbers
 * @n: number of steps, at most %QP_MAP_STEPS
 * @bounds: step i holds values from @bounds[i] up to @bounds[i + 1]; the first and the last take what is beyond them
 * @reversed: whether low values are the strong colours, as of distances
 * @named: whether values are the numbers of steps, which have
 * @names: names instead of numbers; borrowed
 * @quiet: of named steps the first so many are grey, not of the scale: what is not seen
 *
 * How values become colours. Plain data.
 */
typedef struct
{
  const char *title;
  const char *unit;
  guint decimals;
  guint n;
  double bounds[QP_MAP_STEPS + 1];
  gboolean reversed;
  gboolean named;
  const char *names[QP_MAP_STEPS];
  guint quiet;
} QpMapScale;

void qp_map_scale_even (QpMapScale *self, double least, double most, guint about_steps);
int qp_map_scale_step (const QpMapScale *self, double value);
QpColour qp_map_scale_colour (const QpMapScale *self, guint step, QpTheme theme);
char *qp_map_scale_text (const QpMapScale *self, guint step);

/**
 * QpMapHatch:
 * @lines: how many lines there are in a tile; 0 for none
 * @crossed: whether there are lines both ways
 * @falling: whether they come from the upper left
 *
 * How a step is hatched.
 */
typedef struct
{
  guint lines;
  gboolean crossed;
  gboolean falling;
} QpMapHatch;

/**
 * QpMapPicture:
 *
 * Values turned into colours, ready to be painted at any zoom. Immutable, reference-counted, safe to paint in any thread.
 */
typedef struct _QpMapPicture QpMapPicture;

QpMapPicture *qp_map_picture_new (const QpValueGrid *values, const QpMapScale *scale, QpTheme theme, gboolean hatched);
QpMapPicture *qp_map_picture_ref (QpMapPicture *self);
void qp_map_picture_unref (QpMapPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpMapPicture, qp_map_picture_unref)

void qp_paint_map (cairo_t *cr, const QpViewport *viewport, const QpMapPicture *picture, const QpPlanStyle *style);
void qp_path_contour (cairo_t *cr, const QpViewport *viewport, const QpContour *contour);
void qp_paint_contours (cairo_t *cr, const QpViewport *viewport, const GPtrArray *contours, const QpPlanStyle *style);
void qp_contours_add_labels (const GPtrArray *contours, const QpMapScale *scale, const QpViewport *viewport, const QpPlanStyle *style,
                             QpLabels *labels);

void qp_map_legend_size (const QpMapScale *scale, const QpPlanStyle *style, const char *note, double *width, double *height);
QpVec qp_map_legend_beside (const QpMapScale *scale, const QpPlanStyle *style, const char *note, double wide, double high, QpBox *room);
void qp_map_legend_room (const QpMapScale *scale, const QpPlanStyle *style, const char *note, gboolean beneath, double *width, double *height);
QpBox qp_paint_map_legend (cairo_t *cr, double x, double y, const QpMapScale *scale, gboolean hatched, const char *note,
                           const QpPlanStyle *style);

G_END_DECLS
