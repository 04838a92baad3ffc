/* qp-commands-private.h: what the files of commands share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-commands.h"

G_BEGIN_DECLS

GPtrArray *qp_selected_items (const QpToolContext *context, gboolean movable_only);
GPtrArray *qp_selected_nodes (const QpToolContext *context, gboolean movable_only);
QpReply *qp_insert_all (const QpToolContext *context, GPtrArray *nodes, const char *label);

/**
 * QpBundle:
 * @box: around its objects, metres
 * @nodes: (element-type QpNode): its objects
 *
 * What is arranged as one: an object, or all selected objects of a group.
 */
typedef struct
{
  QpBox box;
  GPtrArray *nodes;
} QpBundle;

GPtrArray *qp_selected_bundles (const QpToolContext *context);
QpBox qp_item_arranged_box (const QpItem *item);

/**
 * QpTransform:
 * @centre: stays where it is, micrometres
 * @xx: share of x in the new x; the others alike
 * @turn_deg: how far directions turn, clockwise
 * @flips: whether left becomes right: directions are mirrored left to right before they turn
 * @moved: added at the end, micrometres
 *
 * A turn or a mirroring about a place, and a move.
 */
typedef struct
{
  QpPoint centre;
  double xx;
  double xy;
  double yx;
  double yy;
  double turn_deg;
  gboolean flips;
  QpPoint moved;
} QpTransform;

QpTransform qp_transform_turn (QpPoint centre, double degrees);
QpTransform qp_transform_mirror (QpPoint centre, QpAxis axis);
void qp_edits_add_transform (GPtrArray *edits, const QpNode *node, const QpTransform *transform);
QpNode *qp_node_transformed (const QpNode *node, const QpTransform *transform);

const char *qp_node_group (const QpNode *node);
void qp_nodes_regroup (GPtrArray *nodes);

G_END_DECLS
