/* qp-facts-group.h: what was published, measured or assumed about a node
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_FACTS_GROUP (qp_facts_group_get_type ())
G_DECLARE_FINAL_TYPE (QpFactsGroup, qp_facts_group, QP, FACTS_GROUP, GtkWidget)

GtkWidget *qp_facts_group_new (QpProjectSession *session);
void qp_facts_group_show (QpFactsGroup *self, QpNode *node);

G_END_DECLS
