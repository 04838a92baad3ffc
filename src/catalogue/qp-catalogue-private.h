/* qp-catalogue-private.h: what the files of the catalogue share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-node.h"

G_BEGIN_DECLS

const char *qp_catalogue_node_key (const QpNode *node);

G_END_DECLS
