/* qp-json-content.h: what screens play, as JSON
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/qp-json.h"
#include "engine/qp-content-project.h"

G_BEGIN_DECLS

void qp_json_content_screen (QpJson *self, const QpScreen *screen, const QpEngineContext *context, gboolean with_equipment);
void qp_json_content_project (QpJson *self, const char *key, const QpContentProject *project);

G_END_DECLS
