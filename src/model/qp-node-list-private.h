/* qp-node-list-private.h: the chunks of a list, for those in the model that share or compare them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-node.h"

G_BEGIN_DECLS

#define QP_NODE_CHUNK_FULL 64 /* filled so when a list is made at once */
#define QP_NODE_CHUNK_MAX 128 /* split above this */

typedef struct
{
  gatomicrefcount ref_count;
  guint n;
  QpNode *nodes[];
} QpNodeChunk;

typedef struct
{
  QpNodeChunk *chunk;
  guint start;
} QpNodeSlot;

struct _QpNodeList
{
  gatomicrefcount ref_count;
  guint length;
  guint n_chunks;
  QpNodeSlot slots[];
};

G_END_DECLS
