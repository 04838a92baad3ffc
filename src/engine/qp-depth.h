/* qp-depth.h: naked-eye 3D: a picture on a screen that has depth as seen from one place
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"
#include "engine/qp-shape.h"

G_BEGIN_DECLS


/**
 * QpDepthState:
 * @QP_DEPTH_FINE: all is known
 * @QP_DEPTH_NO_EYE: no eye point is given
 * @QP_DEPTH_NO_SIZE: the size of a cabinet is not known
 * @QP_DEPTH_NO_HEIGHT: the height of the screen's bottom edge is not known
 * @QP_DEPTH_NO_FACE: the eye is before none of the faces
 *
 * Whether the picture can be worked out.
 */
typedef enum
{
  QP_DEPTH_FINE,
  QP_DEPTH_NO_EYE,
  QP_DEPTH_NO_SIZE,
  QP_DEPTH_NO_HEIGHT,
  QP_DEPTH_NO_FACE,
} QpDepthState;

/**
 * QpDepthFacet:
 * @corners: upper left, upper right, lower right, lower left as a viewer in front sees them, metres
 * @right: unit vector along the lower edge
 * @up: unit vector along the left edge
 * @normal: unit vector of where it looks
 * @width: metres
 * @height: metres
 * @distance: of the eye from its plane, metres; negative when the eye is behind it
 * @left: left side of the frustum at 1 m before the eye, metres right of the foot of the eye; NaN when turned away
 * @rightmost: right side
 * @bottom: lower side, metres above the foot of the eye
 * @top: upper side
 * @across_deg: angle between the middles of the left and the right edge as the eye sees them, degrees
 * @down_deg: angle between the middles of the upper and the lower edge
 * @column: first column of cabinets
 * @columns: how many columns
 * @px_x: first column of pixels in the raster of the screen
 * @px_width: pixels across; 0 when not known
 * @px_height: pixels down; 0 when not known
 * @away: whether it is turned away from the eye
 *
 * A plane piece of a face with its off-axis frustum from the eye (Kooima, Generalized Perspective Projection).
 */
typedef struct
{
  QpVec3 corners[4];
  QpVec3 right;
  QpVec3 up;
  QpVec3 normal;
  double width;
  double height;
  double distance;
  double left;
  double rightmost;
  double bottom;
  double top;
  double across_deg;
  double down_deg;
  guint column;
  guint columns;
  guint px_x;
  guint px_width;
  guint px_height;
  gboolean away;
} QpDepthFacet;

/**
 * QpDepthFace:
 * @number: from 1 at the left; a rounding has the number of the face at its left
 * @bent: whether it bends: an arc, or a rounding between two faces
 * @rounding: whether it is a rounding between two faces
 * @first: its first facet
 * @n_facets: how many
 *
 * Facets that belong together.
 */
typedef struct
{
  guint number;
  gboolean bent;
  gboolean rounding;
  guint first;
  guint n_facets;
} QpDepthFace;

/**
 * QpDepth:
 * @state: whether the picture can be worked out; when not, only what is known is filled in
 * @shape: the screen's shape
 * @eye: the design eye point, metres
 * @eye_assumed: whether its height is assumed
 * @front: depth of the content before the face, metres; NaN when not known
 * @behind: depth of the content behind the face, metres; NaN when not known
 * @good_deg: error of direction up to which the picture is good, degrees
 * @limit_deg: error up to which it is acceptable
 * @facets: (element-type QpDepthFacet): in the order of the shape's
 * @faces: (element-type QpDepthFace): from left to right
 *
 * A picture with depth. Immutable once made.
 */
typedef struct
{
  QpDepthState state;
  QpShape shape;
  QpVec3 eye;
  gboolean eye_assumed;
  double front;
  double behind;
  double good_deg;
  double limit_deg;
  GArray *facets;
  GArray *faces;
} QpDepth;

QpDepthState qp_depth_init (QpDepth *self, const QpScreen *screen, const QpCatalogue *catalogue);
void qp_depth_clear (QpDepth *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpDepth, qp_depth_clear)

#define qp_depth_facet(self, i) (&g_array_index ((self)->facets, QpDepthFacet, (i)))
#define qp_depth_face(self, i) (&g_array_index ((self)->faces, QpDepthFace, (i)))

const char *qp_depth_state_text (QpDepthState state);
double qp_depth_eye_distance (const QpDepth *self);
QpVec3 qp_depth_middle (const QpDepth *self);
QpVec3 qp_depth_facet_point (const QpDepthFacet *facet, double across, double up);
gboolean qp_depth_facet_project (const QpDepthFacet *facet, QpVec3 eye, QpVec3 place, double *across, double *up);
gboolean qp_depth_is_inside (const QpDepth *self, QpVec3 place);

/* the sweet spot (qp-depth-sweet.c) */

#define QP_DEPTH_RAYS 120

/**
 * QpDepthReach:
 * @nearer: how far one can go towards the screen, metres
 * @further: away from it
 * @left: to the left, looking at the screen
 * @right: to the right
 * @open: whether one of these ends only where the search does
 */
typedef struct
{
  double nearer;
  double further;
  double left;
  double right;
  gboolean open;
} QpDepthReach;

/**
 * QpDepthZone:
 * @deg: error that passes, degrees
 * @outline: its edge on the plan, around the eye, metres; anticlockwise from the right
 * @reach: how far it reaches from the eye
 * @area: m²
 * @most: where the search ended, metres from the eye; the outline is no edge there
 */
typedef struct
{
  double deg;
  QpVec outline[QP_DEPTH_RAYS];
  QpDepthReach reach;
  double area;
  double most;
} QpDepthZone;

gboolean qp_depth_has_content (const QpDepth *self);
double qp_depth_error_deg (const QpDepth *self, QpVec3 viewer);
gboolean qp_depth_passes (const QpDepth *self, QpVec3 viewer, double deg);
gboolean qp_depth_reach (const QpDepth *self, double deg, QpDepthReach *reach);
gboolean qp_depth_zones (const QpDepth *self, QpDepthZone *good, QpDepthZone *limit);

/* who stands there (qp-depth-people.c) */

/**
 * QpDepthAudience:
 * @good: share of the audience where the picture is good, 0…1; NaN when there is no audience
 * @limit: share where it is at least acceptable
 * @audiences: how many areas and paths were looked at
 * @by_people: whether they count by people × dwell time; if not, by ground, as these are not known of all
 */
typedef struct
{
  double good;
  double limit;
  guint audiences;
  gboolean by_people;
} QpDepthAudience;

void qp_depth_audience (const QpDepth *self, const QpNode *plan, QpDepthAudience *audience);
gboolean qp_depth_suggest_eye (const QpScreen *screen, const QpCatalogue *catalogue, const QpNode *plan, QpVec3 *eye);

/* the frame (qp-depth-frame.c) */

/**
 * QpDepthFrame:
 * @wanted: depth of the content before the face, metres
 * @width: width of the largest box before the face whose front stays inside the outline as seen from the eye, metres
 * @height: its height
 * @left: from the left edge of the face to the box
 * @bottom: from the lower edge of the face to the box
 * @most: greatest depth at which the box keeps half of the width and half of the height, metres
 * @back_width: width of what is seen at the depth behind the face, metres; NaN when the face bends or nothing is known
 * @back_height: its height
 *
 * What content before and behind a face keeps inside the outline of the screen.
 */
typedef struct
{
  double wanted;
  double width;
  double height;
  double left;
  double bottom;
  double most;
  double back_width;
  double back_height;
} QpDepthFrame;

gboolean qp_depth_frame (const QpDepth *self, guint face, QpDepthFrame *frame);
QpVec3 qp_depth_face_point (const QpDepth *self, guint face, double across, double up, double out);
double qp_depth_face_width (const QpDepth *self, guint face);

/* what a planner should know (qp-depth-check.c) */

void qp_depth_check (const QpScreen *screen, const QpEngineContext *context, QpFindings *findings);

G_END_DECLS
