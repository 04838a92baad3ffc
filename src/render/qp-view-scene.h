/* qp-view-scene.h: what stands on a plan, as flat surfaces in space
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-camera.h"

G_BEGIN_DECLS

/**
 * QpMaterial:
 * @QP_MATERIAL_AUDIENCE: ground where people look from
 * @QP_MATERIAL_MASS: wall, building or whatever else
 * @QP_MATERIAL_TREE: crown of a tree
 * @QP_MATERIAL_GLASS: glass
 * @QP_MATERIAL_FACE: the seen side of a screen
 * @QP_MATERIAL_CASE: its back and sides
 * @QP_MATERIAL_PERSON: somebody, for scale
 *
 * What a surface is made of.
 */
typedef enum
{
  QP_MATERIAL_AUDIENCE,
  QP_MATERIAL_MASS,
  QP_MATERIAL_TREE,
  QP_MATERIAL_GLASS,
  QP_MATERIAL_FACE,
  QP_MATERIAL_CASE,
  QP_MATERIAL_PERSON,
} QpMaterial;

/* keys of surfaces: all front facets of a screen have its number; its second face, its back and all else come after */
#define QP_KEY_FACE_BACK (1u << 16)
#define QP_KEY_CASE (1u << 17)
#define QP_KEY_OTHER (1u << 20)

/**
 * QpViewSurface:
 * @material: what it is made of
 * @endless: whether it is a wall whose top is not known: it goes up as far as one can see
 * @first: its first corner in the list of the scene
 * @n: how many corners
 * @normal: unit vector square to it; of a face and a case the side that is seen
 * @key: surfaces with the same key have no line between them
 * @owner: number of its object, from 1; 0 for none
 * @through: share of the light that passes, 0 … 1
 * @facet: (nullable): of a screen, which facet
 * @mirrored: whether it is the second face of a double-sided screen, whose picture begins at the other end
 */
typedef struct
{
  QpMaterial material;
  gboolean endless;
  guint first;
  guint n;
  QpVec3 normal;
  guint key;
  guint owner;
  double through;
  const QpFacet *facet;
  gboolean mirrored;
} QpViewSurface;

/**
 * QpViewObject:
 * @node: (transfer none): obstacle, audience or screen
 * @shape: of a screen
 */
typedef struct
{
  const QpNode *node;
  QpShape shape;
} QpViewObject;

/**
 * QpViewScene:
 * @plan: the plan, kept
 * @objects: (element-type QpViewObject): all that stands there
 * @surfaces: (element-type QpViewSurface): their surfaces
 * @corners: (element-type QpVec3): corners of the surfaces, metres
 * @unknown_tops: obstacles whose top is not known
 * @sizeless: screens that can't be drawn, as the size of their cabinets is not known
 * @ground: height of the ground that is drawn, metres
 *
 * Immutable once made; may be looked at by any thread.
 */
typedef struct
{
  QpNode *plan;
  GArray *objects;
  GArray *surfaces;
  GArray *corners;
  guint unknown_tops;
  guint sizeless;
  double ground;
} QpViewScene;

#define qp_view_scene_object(self, number) (&g_array_index ((self)->objects, QpViewObject, (number) -1))
#define qp_view_scene_surface(self, i) (&g_array_index ((self)->surfaces, QpViewSurface, (i)))
#define qp_view_scene_corners(self, surface) (&g_array_index ((self)->corners, QpVec3, (surface)->first))

QpViewScene *qp_view_scene_new (QpNode *plan, const QpCatalogue *catalogue);
QpViewScene *qp_view_scene_ref (QpViewScene *self);
void qp_view_scene_unref (QpViewScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpViewScene, qp_view_scene_unref)

/**
 * QpViewPart:
 * @n: how many corners
 * @corners: on an upright plane, metres
 *
 * Outline of a part of somebody.
 */
typedef struct
{
  guint n;
  QpVec3 corners[20];
} QpViewPart;

gboolean qp_view_scene_aim (const QpViewScene *self, QpGaze *gaze, QpId screen, double aspect);
GArray *qp_view_scene_people (const QpViewScene *self, const QpGaze *gaze);

G_END_DECLS
