/* qp-sight-scene.h: where people look from on a plan, and past what
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-audience.h"
#include "engine/qp-contour.h"
#include "engine/qp-look.h"

G_BEGIN_DECLS

/**
 * QpSightArea:
 * @audience: (nullable) (transfer none): whose ground it is; %NULL for the rest of the plan
 * @column: where its first cell lies on the grid of the whole
 * @row: where its first cell lies on the grid of the whole
 * @grid: its cells, with the height of its eyes
 * @covered: for each cell whether it belongs to the area
 * @n_covered: how many do
 *
 * The ground of one audience as cells.
 */
typedef struct
{
  const QpAudience *audience;
  guint column;
  guint row;
  QpSightGrid grid;
  guint8 *covered;
  guint n_covered;
} QpSightArea;

/**
 * QpSightSpan:
 * @cell_m: wanted size of a cell, metres
 * @whole: whether all of the plan is looked from, not only where its audiences are
 * @most_cells: most cells of the grid over all of it; the cells are made larger if need be
 *
 * From where a plan is looked at, and how finely.
 */
typedef struct
{
  double cell_m;
  gboolean whole;
  guint most_cells;
} QpSightSpan;

#define QP_SIGHT_SPAN_INIT ((QpSightSpan){ 0.5, FALSE, 160000 })

/**
 * QpSightScene:
 * @span: what was asked for
 * @grid: the cells of all areas, and of what lies between them; eyes of who stands
 * @areas: (element-type QpSightArea): where people are
 * @walls: (element-type QpSightWall): what stands between
 * @unknown_tops: how many obstacles have no known top
 * @screens_only: whether there was nothing but screens to tell how large the plan is
 *
 * Viewers and obstacles of a plan, without its screens: it is the same as long as they are. Immutable, reference-counted,
 * safe to read in any thread.
 */
typedef struct
{
  int count; /* atomic */
  QpSightSpan span;
  QpSightGrid grid;
  GArray *areas;
  GArray *walls;
  guint unknown_tops;
  gboolean screens_only;
  GPtrArray *nodes; /* obstacles and audiences, held */
} QpSightScene;

QpSightScene *qp_sight_scene_new (const QpNode *plan, const QpSightSpan *span);
QpSightScene *qp_sight_scene_ref (QpSightScene *self);
void qp_sight_scene_unref (QpSightScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpSightScene, qp_sight_scene_unref)
gboolean qp_sight_scene_serves (const QpSightScene *self, const QpNode *plan, const QpSightSpan *span);
gsize qp_sight_scene_cells (const QpSightScene *self);

/**
 * QpSightResult:
 * @scene: from where
 * @node: the screen
 * @look: the screen ready to be looked at
 * @maps: (array): what each area of the scene sees of it
 * @light: (nullable) (array): its light at each cell of each area, lx for each cd/m², NaN when not known; %NULL until
 *   qp_sight_result_add_light()
 *
 * What all viewers of a plan see of one screen. Immutable, reference-counted, safe to read in any thread.
 */
typedef struct
{
  int count; /* atomic */
  QpSightScene *scene;
  QpNode *node;
  QpLookScreen look;
  QpSightMap **maps;
  float **light; /* atomic */
} QpSightResult;

QpSightResult *qp_sight_result_new (QpSightScene *scene, QpNode *screen, const QpCatalogue *catalogue,
                                    const QpLookOptions *options, guint parts, QpSightGoOn go_on, gpointer data);
gboolean qp_sight_result_add_light (QpSightResult *self, const QpCatalogue *catalogue, QpSightGoOn go_on, gpointer data);
void qp_sight_result_clear_light (QpSightResult *self); /* inside the engine */
QpSightResult *qp_sight_result_ref (QpSightResult *self);
void qp_sight_result_unref (QpSightResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpSightResult, qp_sight_result_unref)

G_END_DECLS
