/* qp-plan-drawing.h: a vector plan as lines, outlines and texts on layers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

/** QP_DRAWING_INK: the colour of a line that is drawn in the paper's ink: black on white, white on black */
#define QP_DRAWING_INK G_MAXUINT32

/** QP_DRAWING_MAX_SHAPES: most shapes of a drawing */
#define QP_DRAWING_MAX_SHAPES 2000000
/** QP_DRAWING_MAX_POINTS: most points of all its shapes together */
#define QP_DRAWING_MAX_POINTS 12000000
/** QP_DRAWING_MAX_LAYERS: most layers; what would be on a further one is put on the last */
#define QP_DRAWING_MAX_LAYERS 60000
/** QP_DRAWING_MAX_TEXT_BYTES: longest text, in bytes; what goes beyond is cut off */
#define QP_DRAWING_MAX_TEXT_BYTES 4000

/**
 * QpDrawingLayer:
 * @name: its name in the file, UTF-8
 * @colour: 0xRRGGBB, or %QP_DRAWING_INK
 * @shown: whether the file shows it: switched on and not frozen
 * @n_shapes: shapes and texts on it
 *
 * One layer of a drawing.
 */
typedef struct
{
  char *name;
  guint32 colour;
  gboolean shown;
  guint n_shapes;
} QpDrawingLayer;

/**
 * QpShapeType:
 * @QP_SHAPE_LINES: points joined one after the other
 * @QP_SHAPE_OUTLINE: the same, and the last joined to the first
 * @QP_SHAPE_FILL: as an outline, painted inside (even-odd with the fills that follow it with @joined)
 * @QP_SHAPE_DOT: a single point
 */
typedef enum
{
  QP_SHAPE_LINES,
  QP_SHAPE_OUTLINE,
  QP_SHAPE_FILL,
  QP_SHAPE_DOT,
} QpShapeType;

/**
 * QpDrawingShape:
 * @type: how its points are joined
 * @joined: a further ring of the fill before it
 * @layer: index of its layer
 * @colour: 0xRRGGBB, or %QP_DRAWING_INK
 * @first: index of its first point among those of the drawing
 * @n: number of its points
 *
 * One shape. Curves have been made of short straight lines.
 */
typedef struct
{
  guint8 type;
  guint8 joined;
  guint16 layer;
  guint32 colour;
  guint32 first;
  guint32 n;
} QpDrawingShape;

/**
 * QpDrawingText:
 * @text: UTF-8, may have line breaks
 * @place: where its anchor lies
 * @height: of a capital letter, drawing units
 * @turn: radians, counter-clockwise
 * @align_x: 0 left, 0.5 middle, 1 right of the text is at @place
 * @align_y: 0 base line of the last line, 0.5 middle, 1 top of the text is at @place
 * @stretch: width of the letters against normal; 0 is 1
 * @wrap: width at which lines break, drawing units; 0 is only where @text has breaks
 * @span: width that the text is squeezed or stretched to; 0 is as it comes
 * @layer: index of its layer
 * @colour: 0xRRGGBB, or %QP_DRAWING_INK
 */
typedef struct
{
  char *text;
  QpVec place;
  double height;
  double turn;
  double align_x;
  double align_y;
  double stretch;
  double wrap;
  double span;
  guint16 layer;
  guint32 colour;
} QpDrawingText;

/**
 * QpPlanDrawing:
 *
 * A vector plan. Units are those of the file, y up, counted from an origin near the drawing so that no digit of large
 * coordinates is lost. Made by a reader with the qp_plan_drawing_add functions; immutable and safe to use from any
 * thread after qp_plan_drawing_finish(). Reference-counted.
 */
typedef struct _QpPlanDrawing QpPlanDrawing;

QpPlanDrawing *qp_plan_drawing_new (void);
QpPlanDrawing *qp_plan_drawing_ref (QpPlanDrawing *self);
void qp_plan_drawing_unref (QpPlanDrawing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPlanDrawing, qp_plan_drawing_unref)

/* for readers: places are those of the file; finish() moves them to the origin */
guint qp_plan_drawing_add_layer (QpPlanDrawing *self, const char *name, guint32 colour, gboolean shown);
gboolean qp_plan_drawing_add_shape (QpPlanDrawing *self, QpShapeType type, guint layer, guint32 colour,
                                    const QpVec *points, guint n_points, gboolean joined);
gboolean qp_plan_drawing_add_text (QpPlanDrawing *self, const QpDrawingText *text);
gboolean qp_plan_drawing_is_full (const QpPlanDrawing *self);
void qp_plan_drawing_finish (QpPlanDrawing *self);

/* what it holds */
QpVec qp_plan_drawing_origin (const QpPlanDrawing *self);
QpBox qp_plan_drawing_bounds (const QpPlanDrawing *self, const char *hidden_layers);
guint qp_plan_drawing_n_layers (const QpPlanDrawing *self);
const QpDrawingLayer *qp_plan_drawing_layer (const QpPlanDrawing *self, guint index);
const QpDrawingShape *qp_plan_drawing_shapes (const QpPlanDrawing *self, guint *n_shapes);
const QpVec *qp_plan_drawing_points (const QpPlanDrawing *self, const QpDrawingShape *shape);
QpBox qp_plan_drawing_shape_box (const QpPlanDrawing *self, const QpDrawingShape *shape);
const QpDrawingText *qp_plan_drawing_texts (const QpPlanDrawing *self, guint *n_texts);
gsize qp_plan_drawing_memory (const QpPlanDrawing *self);

/* hidden layers are kept in one text, names joined by ";" (which no DXF layer name may have) */
gboolean qp_hidden_layers_has (const char *hidden_layers, const char *name);
char *qp_plan_drawing_default_hidden (const QpPlanDrawing *self);

void qp_plan_drawing_paint (const QpPlanDrawing *self, const char *hidden_layers, cairo_t *cr);
void qp_plan_drawing_mark_page (cairo_surface_t *surface);

G_END_DECLS
