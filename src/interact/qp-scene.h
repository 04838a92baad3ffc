/* qp-scene.h: the objects of one plan as shapes, with an index to find them by place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"
#include "engine/qp-segments.h"
#include "model/qp-kinds.h"

G_BEGIN_DECLS

/**
 * QpLayer:
 *
 * What is painted over what; the lowest first. Areas never win over things that stand on them.
 */
typedef enum
{
  QP_LAYER_BACKGROUND,
  QP_LAYER_AUDIENCE,
  QP_LAYER_OBSTACLE,
  QP_LAYER_RECEPTOR,
  QP_LAYER_SCREEN,
  QP_LAYER_DIMENSION,
  QP_LAYER_NOTE,
  QP_N_LAYERS,
} QpLayer;

#define QP_PATH_CORNERS 16

/**
 * QpItemPath:
 * @closed: whether the face goes all round; the last place is the first one then
 * @lying: whether the face lies in the floor or the ceiling: the places go round it
 * @smooth: whether it bends from cabinet to cabinet, so that its joints are no corners
 * @concave: whether it bends towards the viewer somewhere
 * @straight: whether it is one straight line, of which only some stretches have cabinets
 * @n_corners: how many corners between faces there are, at most %QP_PATH_CORNERS
 * @corners: of each the place where the face at its left ends, and that where the next one begins
 * @n: number of places
 * @gaps: (nullable): of each stretch between two places, whether there is no cabinet in all of its height; %NULL when
 *   every column has one
 * @at: places from left to right as a viewer in front sees them, metres
 *
 * The face of a screen on the plan, as a line through the joints of its cabinets. Immutable.
 */
typedef struct
{
  gboolean closed;
  gboolean lying;
  gboolean smooth;
  gboolean concave;
  gboolean straight;
  guint n_corners;
  guint corners[QP_PATH_CORNERS][2];
  guint n;
  const guint8 *gaps;
  QpVec at[];
} QpItemPath;

/**
 * QpItem:
 * @id: id of the node
 * @node: the document's node; lives as long as the item
 * @layer: layer
 * @hidden: not painted and not found, as it is shown elsewhere (dragged)
 * @unseen: not painted and not found, as its layer of the plan is hidden
 * @locked: can't be taken hold of, as its layer of the plan is locked
 * @stamp: for the scene's own use
 * @order: painting order within the layer; lower first
 * @bounds: upright box around the shape, metres
 * @a: screen: left end of the face as seen by a viewer in front of it
 * @b: screen: right end of the face; equal to @a when the width is not known
 * @depth: screen: depth behind the face, metres; NaN when not known
 * @path: (nullable): screen: its face on the plan, when that is no straight line from @a to @b
 *
 * One object of a plan. Shapes other than a screen's are in the node: qp_item_outline(). Read-only.
 */
typedef struct
{
  QpId id;
  QpNode *node;
  guint8 layer;
  guint8 hidden;
  guint8 unseen;
  guint8 locked;
  guint32 stamp;
  double order;
  QpBox bounds;
  QpVec a;
  QpVec b;
  double depth;
  QpItemPath *path;
} QpItem;

const QpPoints *qp_node_outline (const QpNode *node, gboolean *closed);
const QpPoints *qp_item_outline (const QpItem *item, gboolean *closed, gboolean *filled);
QpVec qp_item_middle (const QpItem *item);
QpVec qp_item_facing (const QpItem *item);
double qp_item_width (const QpItem *item);
double qp_item_corner_angle (const QpItem *item);
guint qp_item_n_facets (const QpItem *item);
void qp_item_facet (const QpItem *item, guint index, QpVec *a, QpVec *b);
gboolean qp_item_is_gap (const QpItem *item, guint index);
QpVec qp_facet_back (QpVec a, QpVec b, double depth);
gboolean qp_item_is_locked (const QpItem *item);
gboolean qp_item_is_movable (const QpItem *item);
QpItemPath *qp_screen_path (const QpScreen *screen, const QpCatalogue *catalogue);
double qp_item_distance (const QpItem *item, QpVec place);
gboolean qp_item_touches (const QpItem *item, QpBox box);
QpVec qp_screen_place (const QpScreen *screen);
void qp_screen_ends (const QpScreen *screen, const QpCatalogue *catalogue, QpVec *a, QpVec *b, double *depth);

/**
 * QpScene:
 *
 * The objects of one plan node, ordered and indexed by place. Belongs to one thread; a worker has its own and
 * brings it up to date with qp_scene_update(), which costs what has changed and not what there is.
 */
typedef struct _QpScene QpScene;

QpScene *qp_scene_new (void);
void qp_scene_free (QpScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpScene, qp_scene_free)

gboolean qp_scene_update (QpScene *self, QpNode *plan, QpCatalogue *catalogue, GArray *dirty);
QpNode *qp_scene_get_plan (const QpScene *self);
QpCatalogue *qp_scene_get_catalogue (const QpScene *self);
void qp_scene_set_background_bounds (QpScene *self, QpId id, QpBox bounds);
void qp_scene_set_background_scale (QpScene *self, QpId id, double metres_per_unit, QpVec size);
double qp_scene_background_scale (const QpScene *self, QpId id);
QpVec qp_scene_background_size (const QpScene *self, QpId id);
void qp_scene_set_uncropped (QpScene *self, QpId id);
QpId qp_scene_uncropped (const QpScene *self);
void qp_scene_set_background_segments (QpScene *self, QpId id, QpSegments *segments, const QpMatrix *to_plan);
gboolean qp_scene_set_ghosts (QpScene *self, QpNode *const *plans, guint n_plans);
GPtrArray *qp_scene_ghosts (const QpScene *self);
void qp_scene_set_hidden (QpScene *self, const QpId *ids, guint n_ids, GArray *dirty);
GPtrArray *qp_scene_hidden_items (QpScene *self);

guint qp_scene_length (const QpScene *self);
QpBox qp_scene_bounds (QpScene *self);
const QpItem *qp_scene_find (const QpScene *self, QpId id);
GPtrArray *qp_scene_query (QpScene *self, QpBox box);
guint qp_scene_count (QpScene *self, QpBox box, guint limit);
guint qp_scene_count_screens (QpScene *self, QpBox box, guint limit);
guint qp_scene_look (QpScene *self, QpBox box, const QpItem **found, guint room);

/**
 * QpSceneLine:
 * @a: one end, metres
 * @b: other end
 * @item: background that it belongs to
 *
 * A line of a background's drawing.
 */
typedef struct
{
  QpVec a;
  QpVec b;
  const QpItem *item;
} QpSceneLine;

guint qp_scene_lines (QpScene *self, QpBox box, QpSceneLine *found, guint room);
GPtrArray *qp_scene_items (QpScene *self);
GPtrArray *qp_scene_reading_order (QpScene *self);

/**
 * QpPart:
 * @QP_PART_NONE: nothing
 * @QP_PART_BODY: the object itself
 * @QP_PART_LEFT: left end of a screen's face: adds whole cabinets
 * @QP_PART_RIGHT: right end of a screen's face
 * @QP_PART_TURN: the knob in front of a screen that turns it
 * @QP_PART_POINT: a point of an outline; which one is in @index
 * @QP_PART_EYE: the design eye point of a screen
 * @QP_PART_EDGE: the middle between that point and the next, where one can be put in
 * @QP_PART_BEND: the middle of an arc, which bends it
 * @QP_PART_CORNER: a corner between two faces, which shares their columns out; which one is in @index
 * @QP_PART_ANGLE: the middle of the face after that corner, which turns it
 * @QP_PART_RADIUS: the edge of a column or a sphere
 * @QP_PART_ROWS: the upper (0) or lower (1) edge of a face that lies
 *
 * What of an object is under the pointer.
 */
typedef enum
{
  QP_PART_NONE,
  QP_PART_BODY,
  QP_PART_LEFT,
  QP_PART_RIGHT,
  QP_PART_TURN,
  QP_PART_EYE,
  QP_PART_POINT,
  QP_PART_EDGE,
  QP_PART_BEND,
  QP_PART_CORNER,
  QP_PART_ANGLE,
  QP_PART_RADIUS,
  QP_PART_ROWS,
} QpPart;

/**
 * QpHandle:
 *
 * A place of an object that can be taken hold of.
 */
typedef struct
{
  QpPart part;
  guint index;
  QpVec place;
} QpHandle;

#define QP_TURN_HANDLE_PX 36.0 /* from the face to the knob that turns a screen */

GArray *qp_item_handles (const QpItem *item, double px_in_m);
gboolean qp_item_knob (const QpItem *item, double away, QpVec *place);

/**
 * QpHit:
 * @item: (nullable): what is there
 * @part: which part of it
 * @index: which point, for %QP_PART_POINT and %QP_PART_EDGE
 * @distance: metres from the asked place
 */
typedef struct
{
  const QpItem *item;
  QpPart part;
  guint index;
  double distance;
} QpHit;

gboolean qp_scene_hit (QpScene *self, QpVec place, double tolerance_m, double handle_tolerance_m, double px_in_m,
                       const QpId *selected, guint n_selected, QpId hovered, QpHit *hit);

G_END_DECLS
