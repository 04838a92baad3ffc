/* qp-plan-geojson.h: the parts of the GeoJSON reader
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-geodesy.h"
#include "plans/qp-plan-content.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * QpGeoFrame:
 *
 * How the coordinates of a file become metres on the plan.
 */
typedef struct
{
  gboolean mercator; /* they are metres of EPSG:3857 */
  gboolean gcj02;
  gboolean wraps; /* the file lies on both sides of the 180th meridian */
  QpTangent tangent;
} QpGeoFrame;

gboolean qp_geojson_check (const char *text, gsize size, GError **error);
gboolean qp_geojson_crs (JsonObject *root, QpGeoFrame *frame, GError **error);
gboolean qp_geojson_degrees (const QpGeoFrame *frame, JsonNode *position, QpVec *degrees);
double qp_geojson_height (JsonObject *properties, gboolean base);
gboolean qp_geojson_has_floors (JsonObject *properties);
const char *qp_geojson_text (JsonObject *object, const char *name);
JsonObject *qp_geojson_object (JsonObject *object, const char *name);
JsonArray *qp_geojson_array (JsonObject *object, const char *name);

G_END_DECLS
