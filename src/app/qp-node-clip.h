/* qp-node-clip.h: sites, plans and other nodes of the tree on the clipboard
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

G_BEGIN_DECLS

/* objects of a plan go through the canvas (interact/qp-commands.h), which also knows where to put them */
char *qp_node_clip_to_text (QpDocument *document, GPtrArray *nodes);
gboolean qp_node_clip_holds_places (const char *text);
gboolean qp_node_clip_paste (QpProjectSession *session, const char *text, GError **error);

G_END_DECLS
