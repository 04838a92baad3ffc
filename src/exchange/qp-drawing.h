/* qp-drawing.h: any drawing of a project as PNG, SVG or PDF, to scale or fitted
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"
#include "plans/qp-plan-layers.h"
#include "render/qp-map-overlay.h"
#include "render/qp-paint-screen.h"

G_BEGIN_DECLS

/**
 * QpDrawingFormat:
 *
 * How a drawing is written.
 */
typedef enum
{
  QP_DRAWING_PNG,
  QP_DRAWING_SVG,
  QP_DRAWING_PDF,
} QpDrawingFormat;

/**
 * QpDrawingType:
 * @QP_DRAWING_PLAN: a plan on a sheet; @id is the plan
 * @QP_DRAWING_SCREEN: the elevation of a screen; @id is the screen
 * @QP_DRAWING_CITY: all sites; @id is not looked at
 *
 * What is drawn.
 */
typedef enum
{
  QP_DRAWING_PLAN,
  QP_DRAWING_SCREEN,
  QP_DRAWING_CITY,
} QpDrawingType;

/** QP_DRAWING_MAX_SIDE: greatest width or height of a PNG, in pixels */
#define QP_DRAWING_MAX_SIDE 16000
/** QP_DRAWING_MAX_SIDE_POINTS: greatest width or height of an SVG or PDF page, in points: 5 m */
#define QP_DRAWING_MAX_SIDE_POINTS 14400

/**
 * QpDrawingMade:
 * @width: width in pixels of a PNG, in points of SVG and PDF
 * @height: height likewise
 * @ratio: N of the scale 1 : N on paper; 0 when the drawing has none
 * @pages: pages, the index of them counted
 * @columns: pages across
 * @rows: pages down
 *
 * What became of a drawing.
 */
typedef struct
{
  double width;
  double height;
  double ratio;
  guint pages;
  guint columns;
  guint rows;
} QpDrawingMade;

/**
 * QpDrawing:
 * @project: the project
 * @catalogue: (nullable): where cabinets are looked up
 * @layers: (nullable): cache of backgrounds; made for this drawing when %NULL
 * @type: what is drawn
 * @id: plan or screen
 * @ratio: N of the scale 1 : N; 0 = fitted. Not for the city
 * @width: width in pixels of a PNG, in points of SVG and PDF; 0 = A3 across, or what the scale needs
 * @height: height likewise
 * @theme: colours
 * @with_grid: whether plans have their grid
 * @map: (nullable): a map of values that lies over a plan
 * @map_note: (nullable): a few words in its legend
 * @elevation_view: which side and what of a screen
 * @made: (nullable): told how large the drawing became
 *
 * A drawing to be written. Borrowed. Begin with qp_drawing_init().
 */
typedef struct
{
  QpNode *project;
  QpCatalogue *catalogue;
  QpPlanLayers *layers;
  QpDrawingType type;
  QpId id;
  double ratio;
  double width;
  double height;
  QpTheme theme;
  gboolean with_grid;
  const QpMapOverlay *map;
  const char *map_note;
  QpElevationView elevation_view;
  QpDrawingMade *made;
} QpDrawing;

void qp_drawing_init (QpDrawing *self, QpNode *project, QpCatalogue *catalogue, QpDrawingType type, QpId id);
gboolean qp_drawing_format_from_path (const char *path, QpDrawingFormat *format, GError **error);
gboolean qp_drawing_parse_ratio (const char *text, double *ratio, GError **error);
GBytes *qp_drawing_to_bytes (const QpDrawing *self, QpDrawingFormat format, GError **error);
gboolean qp_drawing_write (const QpDrawing *self, const char *path, GError **error);

G_END_DECLS
