/* qp-import.h: the parts of the import command
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-source.h"

G_BEGIN_DECLS

gboolean qp_import_scale_parse (const char *text, gint64 format, double *metres_per_unit, GError **error);

QpNode *qp_import_into (QpNode *project, QpId plan, const QpPlanSource *source, const char *name, GPtrArray *nodes);

void qp_import_write_json (const char *path, const QpPlanSource *source, const QpBackground *background,
                           guint n_obstacles);
void qp_import_print (const char *path, const QpPlanSource *source, const QpBackground *background, guint n_obstacles);

G_END_DECLS
