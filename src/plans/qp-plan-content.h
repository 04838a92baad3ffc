/* qp-plan-content.h: what the readers of the formats give: something to paint, and what is known of it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-raster.h"
#include "plans/qp-plan-source.h"

G_BEGIN_DECLS

/**
 * QpPlanRequest:
 * @format: a #QpBackgroundFormat, or %QP_UNSET for what the bytes look like
 * @page: page of a PDF, from 1
 * @gcj02: whether the coordinates of a GeoJSON file are shifted
 * @hidden_layers: (nullable): layers of an SVG or PDF to leave out; %NULL leaves out what the file does
 *
 * What of a file is wanted. DXF and GeoJSON leave layers out when they are painted.
 */
typedef struct
{
  gint64 format;
  guint page;
  gboolean gcj02;
  const char *hidden_layers;
} QpPlanRequest;

/**
 * QpShapeFact:
 * @height_m: how high above ground the thing is, or NaN
 * @base_m: where it begins above ground, or NaN
 * @name: (nullable): what it is called
 * @hole: whether the shape is a hole in the one before it
 *
 * What a file says of one shape besides its outline.
 */
typedef struct
{
  double height_m;
  double base_m;
  char *name;
  gboolean hole;
} QpShapeFact;

/**
 * QpPlanContent:
 * @format: what it turned out to be
 * @width: drawing units
 * @height: drawing units
 * @recording: (nullable): a page as cairo commands
 * @units_per_mark: drawing units that one unit of @recording stands for
 * @coarse: (nullable): the same page recorded for small scales, with thicker hairlines
 * @coarse_units_per_mark: drawing units that one unit of @coarse stands for
 * @heavy: whether replaying @recording as a whole takes long
 * @memory: bytes that @recording takes, about
 * @traceable: whether @recording has no pictures, so that its lines can be taken off it (qp_plan_trace())
 * @raster: (nullable): a picture
 * @drawing: (nullable): lines on layers
 * @facts: (nullable) (element-type QpShapeFact): of each shape of @drawing
 * @page: page that was read, from 1
 * @n_pages: how many there are
 * @metres_per_unit: scale, or NaN
 * @basis: how it is known
 * @why: (nullable): the reason, for the planner
 * @has_position: whether the place on earth is known
 * @latitude_deg: of the middle
 * @longitude_deg: of the middle
 * @layers: (element-type QpDrawingLayer): layers that can be hidden
 * @counts: (element-type QpPlanCount): what the file has
 * @findings: what could not be read
 *
 * A file that was read. One of @recording, @raster and @drawing is there.
 */
typedef struct
{
  gint64 format;
  double width;
  double height;
  cairo_surface_t *recording;
  double units_per_mark;
  cairo_surface_t *coarse;
  double coarse_units_per_mark;
  gboolean heavy;
  gsize memory;
  gboolean traceable;
  QpPlanRaster *raster;
  QpPlanDrawing *drawing;
  GArray *facts;
  guint page;
  guint n_pages;
  double metres_per_unit;
  QpScaleBasis basis;
  char *why;
  gboolean has_position;
  double latitude_deg;
  double longitude_deg;
  GArray *layers;
  GArray *counts;
  QpFindings *findings;
} QpPlanContent;

QpPlanContent *qp_plan_content_new (gint64 format);
void qp_plan_content_free (QpPlanContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPlanContent, qp_plan_content_free)
void qp_plan_content_add_layer (QpPlanContent *self, const char *name, gboolean shown);
void qp_plan_content_count (QpPlanContent *self, const char *what, const char *layer, guint read, guint skipped);
gboolean qp_plan_content_check_recording (const QpPlanContent *self, cairo_surface_t *recording, const char *reason,
                                          GError **error);

gboolean qp_plan_check_size (guint64 size, GError **error);

/* reading in a thread of its own, given up after QP_PLAN_MAX_SECONDS of work */
QpPlanContent *qp_plan_content_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch,
                                     GError **error);

QpPlanLayer *qp_plan_layer_new (QpPlanContent *content);
const QpPlanContent *qp_plan_layer_content (const QpPlanLayer *self);
GArray *qp_plan_layer_trace (QpPlanLayer *self);

gboolean qp_plan_watch_tell (const QpPlanWatch *self, double fraction, GError **error);

/* the readers, each in its file */
QpPlanContent *qp_plan_picture_read (GBytes *bytes, const QpPlanWatch *watch, GError **error);
QpPlanContent *qp_plan_svg_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error);
QpPlanContent *qp_plan_pdf_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error);
QpPlanContent *qp_plan_geojson_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch,
                                     GError **error);
QpPlanContent *qp_plan_dxf_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error);

G_END_DECLS
