/* qp-names.h: names that are not taken yet
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "interact/qp-scene.h"

G_BEGIN_DECLS

/**
 * QpNames:
 *
 * The numbered names on a plan: for each stem the greatest number.
 */
typedef struct _QpNames QpNames;

QpNames *qp_names_new (QpScene *scene);
void qp_names_free (QpNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpNames, qp_names_free)
char *qp_names_next (QpNames *self, const char *like);

G_END_DECLS
