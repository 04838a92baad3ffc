/* qp-json-light.h: light at windows as JSON
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/qp-json.h"
#include "engine/qp-light.h"

G_BEGIN_DECLS

void qp_json_light (QpJson *self, const char *key, const QpLight *light);
char *qp_light_clock (int minutes);

G_END_DECLS
