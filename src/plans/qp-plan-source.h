/* qp-plan-source.h: a plan file that somebody sent, opened and looked at before it is taken over
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-finding.h"
#include "plans/qp-plan-drawing.h"
#include "plans/qp-plan-layer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QpPlanWatch:
 * @cancellable: (nullable): stops the work
 * @progress: (nullable): told how far it is, 0 to 1, in the thread that works
 * @data: for @progress
 * @stand_back: leave the processor to others: a window goes on meanwhile. Else somebody waits for the read alone
 *
 * Who follows a long read. All zero, or %NULL instead, is fine.
 */
typedef struct
{
  GCancellable *cancellable;
  void (*progress) (double fraction, gpointer data);
  gpointer data;
  gboolean stand_back;
} QpPlanWatch;

/**
 * QpPlanCount:
 * @what: type of object as the format names it: "LINE", "ACAD_PROXY_ENTITY", "Polygon", …
 * @layer: (nullable): layer that they are on
 * @read: objects that became part of the drawing
 * @skipped: objects that did not
 * @read_in_blocks: the same for objects in blocks (of DXF) that are used; each block counts once
 * @skipped_in_blocks: the same for those that did not
 *
 * How many objects of a type a file has on a layer.
 */
typedef struct
{
  char *what;
  char *layer;
  guint read;
  guint skipped;
  guint read_in_blocks;
  guint skipped_in_blocks;
} QpPlanCount;

/**
 * QpPlanSource:
 *
 * An opened plan file: what it holds, how large it probably is, and what could not be read. Immutable,
 * reference-counted, safe to use from any thread.
 */
typedef struct _QpPlanSource QpPlanSource;

gboolean qp_plan_sniff (GBytes *bytes, const char *file_name, gint64 *format);
QpPlanSource *qp_plan_source_open (GBytes *bytes, const char *file_name, guint page, const QpPlanWatch *watch,
                                   GError **error);
QpPlanSource *qp_plan_source_ref (QpPlanSource *self);
void qp_plan_source_unref (QpPlanSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPlanSource, qp_plan_source_unref)

GBytes *qp_plan_source_bytes (const QpPlanSource *self);
gint64 qp_plan_source_format (const QpPlanSource *self);
guint qp_plan_source_n_pages (const QpPlanSource *self);
guint qp_plan_source_page (const QpPlanSource *self);
QpPlanLayer *qp_plan_source_layer (const QpPlanSource *self);
QpPlanDrawing *qp_plan_source_drawing (const QpPlanSource *self); /* NULL unless DXF or GeoJSON */
const QpDrawingLayer *qp_plan_source_layers (const QpPlanSource *self, guint *n_layers);
double qp_plan_source_metres_per_unit (const QpPlanSource *self, QpScaleBasis *basis, const char **why);
gboolean qp_plan_source_position (const QpPlanSource *self, double *latitude_deg, double *longitude_deg);
const QpFindings *qp_plan_source_findings (const QpPlanSource *self);
const QpPlanCount *qp_plan_source_counts (const QpPlanSource *self, guint *n_counts);

/**
 * QpPlanImport:
 * @name: (nullable): name of the background; the file's name without it
 * @metres_per_unit: scale chosen by the planner, or NaN for what the source says
 * @scale_is_stated: whether the planner gave @metres_per_unit himself, even where the source says or guesses the same
 * @hidden_layers: (nullable): layers that are not shown, as in the background's field
 * @wall_layers: (nullable): layers whose lines become obstacles, in the same form
 * @wall_kind: what kind of obstacle they become
 * @wall_top_m: height of the obstacles' upper edge, or NaN for not known
 * @gcj02: whether a GeoJSON file's coordinates are shifted (GCJ-02)
 * @at: lower left corner of the background on the plan, metres
 *
 * How a source is taken over.
 */
typedef struct
{
  const char *name;
  double metres_per_unit;
  gboolean scale_is_stated;
  const char *hidden_layers;
  const char *wall_layers;
  QpObstacleKind wall_kind;
  double wall_top_m;
  gboolean gcj02;
  QpVec at;
} QpPlanImport;

void qp_plan_import_init (QpPlanImport *self, const QpPlanSource *source);
GPtrArray *qp_plan_source_nodes (const QpPlanSource *self,
                                 const QpPlanImport *import); /* QpNode: background, obstacles */

G_END_DECLS
