/* qp-sight-scene.c: where people look from on a plan, and past what
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-sight-scene.h"

#include <math.h>
#include <string.h>

#define AROUND_SCREENS_M 60.0 /* of a plan with nothing but screens */
#define MARGIN_M 2.0          /* of the whole plan, around all that is drawn */

static void
clear_area (gpointer data)
{
  g_free (((QpSightArea *) data)->covered);
}

/* --- how large the plan is --- */

static QpBox
box_with_outline (QpBox box, const QpPoints *outline)
{
  for (guint i = 0; outline != NULL && i < outline->n; i++)
    box = qp_box_with (box, qp_vec_from_point (outline->at[i]));
  return box;
}

static QpBox
box_of_screens (const QpNode *plan)
{
  QpBox box = QP_BOX_EMPTY;
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      const QpScreen *screen = (const QpScreen *) node;
      box = qp_box_with (box, qp_vec (qp_m_from_um (screen->x_m), qp_m_from_um (screen->y_m)));
    }
  /* in steps, so that a screen which is moved a little does not move the grid */
  if (qp_box_is_empty (box))
    return (QpBox){ 0, 0, 1, 1 };
  box = qp_box_grown (box, AROUND_SCREENS_M);
  return (QpBox){ floor (box.x0 / 20) * 20, floor (box.y0 / 20) * 20, ceil (box.x1 / 20) * 20, ceil (box.y1 / 20) * 20 };
}

static QpBox
box_of_areas (const QpNode *plan)
{
  QpBox box = QP_BOX_EMPTY;
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpAudience *audience; (audience = qp_audience_next (&iter)) != NULL;)
    {
      const QpBox own = box_with_outline (QP_BOX_EMPTY, audience->outline);
      const gboolean path = audience->kind == QP_AUDIENCE_PATH;
      box = qp_box_union (box, qp_box_grown (own, path ? QP_AUDIENCE_PATH_M : 0));
    }
  return box;
}

static QpBox
box_of_all (const QpNode *plan)
{
  QpBox box = box_of_areas (plan);
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_OBSTACLE)) != NULL;)
    box = box_with_outline (box, ((const QpObstacle *) node)->outline);
  return qp_box_grown (box, MARGIN_M);
}

/* --- cells --- */

/* on a lattice through the origin, so that cells stay where they are when the box grows */
static QpSightGrid
grid_over (QpBox box, const QpSightSpan *span)
{
  QpSightGrid grid = qp_sight_grid (box, span->cell_m, QP_AUDIENCE_EYE_M, span->most_cells);

  grid.x0 = floor (box.x0 / grid.cell) * grid.cell;
  grid.y0 = floor (box.y0 / grid.cell) * grid.cell;
  grid.columns = (guint) fmax (ceil ((box.x1 - grid.x0) / grid.cell - 1e-9), 1);
  grid.rows = (guint) fmax (ceil ((box.y1 - grid.y0) / grid.cell - 1e-9), 1);
  return grid;
}

static gboolean
is_on_ground (const QpAudience *audience, QpVec place, double cell)
{
  if (audience->kind != QP_AUDIENCE_PATH)
    return qp_polygon_has (audience->outline, place);
  return qp_outline_distance (audience->outline, FALSE, place) <= fmax (QP_AUDIENCE_PATH_M / 2, cell * 0.71);
}

/* the part of the grid that a box touches */
static QpSightArea
area_within (const QpSightGrid *grid, QpBox box, double eye)
{
  const double x0 = (box.x0 - grid->x0) / grid->cell, y0 = (box.y0 - grid->y0) / grid->cell;
  const guint column = (guint) CLAMP (floor (x0), 0, grid->columns - 1.0), row = (guint) CLAMP (floor (y0), 0, grid->rows - 1.0);
  const guint last_column = (guint) CLAMP (floor ((box.x1 - grid->x0) / grid->cell), column, grid->columns - 1.0);
  const guint last_row = (guint) CLAMP (floor ((box.y1 - grid->y0) / grid->cell), row, grid->rows - 1.0);
  QpSightArea area = { .column = column, .row = row };

  area.grid = (QpSightGrid){ grid->x0 + column * grid->cell, grid->y0 + row * grid->cell, grid->cell, last_column - column + 1,
                             last_row - row + 1, eye };
  area.covered = g_new0 (guint8, (gsize) area.grid.columns * area.grid.rows);
  return area;
}

/* an audience smaller than a cell still has one */
static void
cover_least (QpSightArea *area, const QpPoints *outline)
{
  const QpVec at = qp_vec_from_point (outline->at[0]);
  const guint column = (guint) CLAMP (floor ((at.x - area->grid.x0) / area->grid.cell), 0, area->grid.columns - 1.0);
  const guint row = (guint) CLAMP (floor ((at.y - area->grid.y0) / area->grid.cell), 0, area->grid.rows - 1.0);

  if (area->n_covered > 0)
    return;
  area->covered[qp_sight_grid_cell (&area->grid, column, row)] = TRUE;
  area->n_covered = 1;
}

static void
add_audience (QpSightScene *self, const QpAudience *audience)
{
  const double aside = audience->kind == QP_AUDIENCE_PATH ? fmax (QP_AUDIENCE_PATH_M / 2, self->grid.cell * 0.71) : 0;
  const QpBox box = qp_box_grown (box_with_outline (QP_BOX_EMPTY, audience->outline), aside);
  QpSightArea area = area_within (&self->grid, box, qp_audience_eye (audience, qp_vec (0, 0)).z);

  area.audience = audience;
  for (guint row = 0; row < area.grid.rows; row++)
    for (guint column = 0; column < area.grid.columns; column++)
      if (is_on_ground (audience, qp_sight_grid_middle (&area.grid, column, row), area.grid.cell))
        {
          area.covered[qp_sight_grid_cell (&area.grid, column, row)] = TRUE;
          area.n_covered++;
        }
  cover_least (&area, audience->outline);
  g_array_append_val (self->areas, area);
}

/* inside a building nobody stands; the outline of a wall may go round rooms */
static void
uncover_inside (QpSightArea *area, const QpObstacle *obstacle)
{
  const QpBox box = box_with_outline (QP_BOX_EMPTY, obstacle->outline);
  const double base = obstacle->base_height_m == QP_UNSET ? -INFINITY : qp_m_from_um (obstacle->base_height_m);

  if (obstacle->closed != TRUE || obstacle->kind != QP_OBSTACLE_BUILDING || base > area->grid.eye)
    return;
  for (guint row = 0; row < area->grid.rows; row++)
    for (guint column = 0; column < area->grid.columns; column++)
      {
        const QpVec at = qp_sight_grid_middle (&area->grid, column, row);
        if (qp_box_has (box, at) && qp_polygon_has (obstacle->outline, at))
          area->covered[qp_sight_grid_cell (&area->grid, column, row)] = FALSE;
      }
}

/* what no audience covers already */
static void
uncover_area (QpSightArea *rest, const QpSightArea *area)
{
  for (guint row = 0; row < area->grid.rows; row++)
    for (guint column = 0; column < area->grid.columns; column++)
      if (area->covered[qp_sight_grid_cell (&area->grid, column, row)])
        rest->covered[qp_sight_grid_cell (&rest->grid, area->column + column, area->row + row)] = FALSE;
}

static void
add_rest (QpSightScene *self, const QpNode *plan)
{
  QpSightArea rest = { .grid = self->grid };
  const gsize n = (gsize) self->grid.columns * self->grid.rows;
  QpNodeIter iter;

  rest.covered = g_malloc (n);
  memset (rest.covered, TRUE, n);
  qp_node_iter_init (&iter, plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_OBSTACLE)) != NULL;)
    if (((const QpObstacle *) node)->outline != NULL)
      uncover_inside (&rest, (const QpObstacle *) node);
  for (guint i = 0; i < self->areas->len; i++)
    uncover_area (&rest, &g_array_index (self->areas, QpSightArea, i));
  for (gsize i = 0; i < n; i++)
    rest.n_covered += rest.covered[i];
  g_array_append_val (self->areas, rest);
}

/* --- the scene --- */

static gboolean
is_part (const QpNode *node)
{
  return node->kind == QP_KIND_OBSTACLE || node->kind == QP_KIND_AUDIENCE;
}

static void
hold_parts (QpSightScene *self, const QpNode *plan)
{
  QpNodeIter iter;

  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  qp_node_iter_init (&iter, plan->children);
  for (QpNode *node; (node = qp_node_iter_next (&iter)) != NULL;)
    if (is_part (node))
      g_ptr_array_add (self->nodes, qp_node_ref (node));
}

/**
 * qp_sight_scene_new:
 * @plan: a plan
 * @span: from where it is looked at
 *
 * Lays a grid over the audiences of a plan, or over all of it: a cell belongs to an audience when its middle is on its
 * ground, at the height of its eyes. A plan without audiences has an area without cells when not all of it is asked for.
 *
 * Returns: (transfer full): the scene
 */
QpSightScene *
qp_sight_scene_new (const QpNode *plan, const QpSightSpan *span)
{
  QpSightScene *self = g_new0 (QpSightScene, 1);
  QpBox box = span->whole ? box_of_all (plan) : box_of_areas (plan);
  QpNodeIter iter;

  self->count = 1;
  self->span = *span;
  hold_parts (self, plan);
  self->screens_only = qp_box_is_empty (box);
  self->grid = grid_over (self->screens_only ? box_of_screens (plan) : box, span);
  self->walls = qp_sight_walls (plan, &self->unknown_tops);
  self->areas = g_array_new (FALSE, FALSE, sizeof (QpSightArea));
  g_array_set_clear_func (self->areas, clear_area);
  qp_node_iter_init (&iter, plan->children);
  for (const QpAudience *audience; (audience = qp_audience_next (&iter)) != NULL;)
    add_audience (self, audience);
  if (span->whole)
    add_rest (self, plan);
  return self;
}

/**
 * qp_sight_scene_ref:
 * @self: a scene
 *
 * Returns: (transfer full): @self
 */
QpSightScene *
qp_sight_scene_ref (QpSightScene *self)
{
  g_atomic_int_inc (&self->count);
  return self;
}

/**
 * qp_sight_scene_unref:
 * @self: (transfer full): a scene
 */
void
qp_sight_scene_unref (QpSightScene *self)
{
  if (!g_atomic_int_dec_and_test (&self->count))
    return;
  g_array_unref (self->areas);
  g_array_unref (self->walls);
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

/**
 * qp_sight_scene_serves:
 * @self: a scene
 * @plan: a plan
 * @span: from where it is looked at
 *
 * Returns: whether a scene made of them would be the same: obstacles and audiences have not changed
 */
gboolean
qp_sight_scene_serves (const QpSightScene *self, const QpNode *plan, const QpSightSpan *span)
{
  QpNodeIter iter;
  guint n = 0;

  if (self->span.cell_m != span->cell_m || self->span.whole != span->whole || self->span.most_cells != span->most_cells)
    return FALSE;
  qp_node_iter_init (&iter, plan->children);
  for (QpNode *node; (node = qp_node_iter_next (&iter)) != NULL;)
    if (is_part (node) && (n >= self->nodes->len || g_ptr_array_index (self->nodes, n++) != node))
      return FALSE;
  if (n != self->nodes->len)
    return FALSE;
  const QpSightGrid grid = self->screens_only ? grid_over (box_of_screens (plan), span) : self->grid;
  return grid.x0 == self->grid.x0 && grid.y0 == self->grid.y0 && grid.columns == self->grid.columns && grid.rows == self->grid.rows;
}

/**
 * qp_sight_scene_cells:
 * @self: a scene
 *
 * Returns: from how many cells is looked
 */
gsize
qp_sight_scene_cells (const QpSightScene *self)
{
  gsize n = 0;

  for (guint i = 0; i < self->areas->len; i++)
    n += g_array_index (self->areas, QpSightArea, i).n_covered;
  return n;
}

/* --- one screen --- */

typedef struct
{
  QpSightGoOn go_on;
  gpointer data;
  guint area;
  guint n_areas;
} Progress;

static gboolean
go_on_within (double done, gpointer data)
{
  const Progress *progress = data;

  return progress->go_on == NULL || progress->go_on ((progress->area + done) / progress->n_areas, progress->data);
}

/**
 * qp_sight_result_new:
 * @scene: from where
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @options: (nullable): what the grades hang on
 * @parts: into about how many parts the screen is cut
 * @go_on: (nullable): asked between parts with the share that is done; %FALSE ends the calculation
 * @data: for @go_on
 *
 * Returns: (transfer full) (nullable): what each viewer of the scene sees of the screen; %NULL when it was ended
 */
QpSightResult *
qp_sight_result_new (QpSightScene *scene, QpNode *screen, const QpCatalogue *catalogue, const QpLookOptions *options, guint parts,
                     QpSightGoOn go_on, gpointer data)
{
  QpSightResult *self = g_new0 (QpSightResult, 1);
  Progress progress = { go_on, data, 0, scene->areas->len };

  self->count = 1;
  self->scene = qp_sight_scene_ref (scene);
  self->node = qp_node_ref (screen);
  self->maps = g_new0 (QpSightMap *, scene->areas->len);
  qp_look_screen_init (&self->look, (const QpScreen *) self->node, catalogue, options, parts);
  for (guint i = 0; i < scene->areas->len; i++)
    {
      progress.area = i;
      self->maps[i] = qp_look_map (&self->look, scene->walls, &g_array_index (scene->areas, QpSightArea, i).grid, go_on_within, &progress);
      if (self->maps[i] == NULL)
        {
          qp_sight_result_unref (self);
          return NULL;
        }
    }
  return self;
}

/**
 * qp_sight_result_ref:
 * @self: a result
 *
 * Returns: (transfer full): @self
 */
QpSightResult *
qp_sight_result_ref (QpSightResult *self)
{
  g_atomic_int_inc (&self->count);
  return self;
}

/**
 * qp_sight_result_unref:
 * @self: (transfer full): a result
 */
void
qp_sight_result_unref (QpSightResult *self)
{
  if (!g_atomic_int_dec_and_test (&self->count))
    return;
  for (guint i = 0; i < self->scene->areas->len; i++)
    g_clear_pointer (&self->maps[i], qp_sight_map_free);
  g_free (self->maps);
  qp_sight_result_clear_light (self);
  qp_look_screen_clear (&self->look);
  qp_node_unref (self->node);
  qp_sight_scene_unref (self->scene);
  g_free (self);
}
