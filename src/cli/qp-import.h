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

/**
 * QpImported:
 * @path: the file that was imported
 * @source: what it holds
 * @background: what became of it
 * @findings: what of the source's findings the planner has not answered by an option
 * @n_obstacles: obstacles made of its lines
 * @scale_is_stated: whether the planner gave the scale
 *
 * What an import did, to be told.
 */
typedef struct
{
  const char *path;
  const QpPlanSource *source;
  const QpBackground *background;
  const QpFindings *findings;
  guint n_obstacles;
  gboolean scale_is_stated;
} QpImported;

void qp_import_write_json (const QpImported *self);
void qp_import_print (const QpImported *self);

G_END_DECLS
