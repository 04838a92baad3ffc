/* qp-plan-geojson.c: GeoJSON footprints (RFC 7946) as a drawing in metres around their middle
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-geojson.h"

#include "base/qp-error.h"

#include <string.h>

#define FAR_M 50000.0    /* half a side above which edges are told to be off */
#define TOO_FAR_DEG 10.0 /* a side above which it is no plan of a venue */
#define METRES_PER_DEG 111320.0
#define EARTH_RADIUS_M 6371000.0

typedef struct
{
  QpPlanContent *content;
  QpGeoFrame frame;
  const QpPlanWatch *watch;
  gboolean measures;     /* the first time round: only where it lies */
  QpBox plain, eastward; /* degrees, longitudes from −180 and from 0 */
  GArray *points;        /* QpVec, of the line at hand */
  guint layer;
  QpShapeFact fact; /* of the feature at hand */
  const char *layer_name;
  guint n_outside; /* shapes with places that are none */
  guint n_features;
  guint n_empty; /* features without a geometry */
  guint n_floors_only;
  gboolean full;
  GError *error;
} Reader;

static void read_geometry (Reader *self, JsonObject *geometry);

static void
clear_fact (gpointer data)
{
  g_free (((QpShapeFact *) data)->name);
}

static void
grow_bounds (Reader *self)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const QpVec place = g_array_index (self->points, QpVec, i);
      self->plain = qp_box_with (self->plain, place);
      self->eastward = qp_box_with (self->eastward, qp_vec (place.x < 0 ? place.x + 360 : place.x, place.y));
    }
}

/* the places of a line, in metres, or in degrees while measuring; a ring without its repeated last place */
static gboolean
take_points (Reader *self, JsonArray *positions, gboolean ring)
{
  const guint n = json_array_get_length (positions);

  g_array_set_size (self->points, 0);
  for (guint i = 0; i < n; i++)
    {
      QpVec degrees;
      if (!qp_geojson_degrees (&self->frame, json_array_get_element (positions, i), &degrees))
        return FALSE;
      const QpVec place = self->measures ? degrees : qp_tangent_place (&self->frame.tangent, degrees);
      g_array_append_val (self->points, place);
    }
  const QpVec *points = (const QpVec *) (gpointer) self->points->data;
  if (ring && n > 1 && points[0].x == points[n - 1].x && points[0].y == points[n - 1].y)
    g_array_set_size (self->points, n - 1);
  return self->points->len >= (ring ? 3 : 1);
}

static gboolean
add_shape (Reader *self, QpShapeType type, gboolean hole)
{
  if (self->measures)
    {
      grow_bounds (self);
      return TRUE;
    }
  if (!qp_plan_drawing_add_shape (self->content->drawing, type, self->layer, QP_DRAWING_INK,
                                  (const QpVec *) (gpointer) self->points->data, self->points->len, FALSE))
    {
      self->full = qp_plan_drawing_is_full (self->content->drawing);
      return FALSE;
    }
  QpShapeFact fact = self->fact;
  fact.name = g_strdup (fact.name);
  fact.hole = hole;
  g_array_append_val (self->content->facts, fact);
  return TRUE;
}

static gboolean
add_line (Reader *self, JsonArray *positions)
{
  if (!take_points (self, positions, FALSE) || self->points->len < 2)
    return FALSE;
  return add_shape (self, QP_SHAPE_LINES, FALSE);
}

static gboolean
add_point (Reader *self, JsonNode *position)
{
  g_array_set_size (self->points, 1);
  QpVec *place = &g_array_index (self->points, QpVec, 0);
  if (!qp_geojson_degrees (&self->frame, position, place))
    return FALSE;
  if (!self->measures)
    *place = qp_tangent_place (&self->frame.tangent, *place);
  return add_shape (self, QP_SHAPE_DOT, FALSE);
}

static gboolean
add_polygon (Reader *self, JsonArray *rings)
{
  gboolean fine = json_array_get_length (rings) > 0;

  for (guint i = 0; i < json_array_get_length (rings); i++)
    {
      JsonNode *ring = json_array_get_element (rings, i);
      fine = JSON_NODE_HOLDS_ARRAY (ring) && take_points (self, json_node_get_array (ring), TRUE)
             && add_shape (self, QP_SHAPE_OUTLINE, i > 0) && fine;
    }
  return fine;
}

/* what a list of the geometry's kind is made of */
static gboolean
add_part (Reader *self, const char *kind, JsonNode *part)
{
  if (g_str_equal (kind, "Point"))
    return add_point (self, part);
  if (!JSON_NODE_HOLDS_ARRAY (part))
    return FALSE;
  JsonArray *list = json_node_get_array (part);
  return g_str_equal (kind, "LineString") ? add_line (self, list) : add_polygon (self, list);
}

static gboolean
add_parts (Reader *self, const char *kind, JsonNode *coordinates)
{
  JsonArray *parts = JSON_NODE_HOLDS_ARRAY (coordinates) ? json_node_get_array (coordinates) : NULL;
  gboolean fine = parts != NULL;

  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    fine = add_part (self, kind, json_array_get_element (parts, i)) && fine;
  return fine;
}

/* a feature's own layer, or the kind of its geometry: words of the format, the same in each language */
static void
choose_layer (Reader *self, const char *kind)
{
  const char *name = self->layer_name != NULL && self->layer_name[0] != '\0' ? self->layer_name : kind;
  g_autofree char *plain = g_strdelimit (g_strdup (name), ";", ',');

  self->layer = qp_plan_drawing_add_layer (self->content->drawing, plain, QP_DRAWING_INK, TRUE);
}

static void
read_shapes (Reader *self, const char *type, JsonNode *coordinates)
{
  const gboolean multi = g_str_has_prefix (type, "Multi");
  const char *kind = multi ? type + strlen ("Multi") : type;

  if (!g_str_equal (kind, "Point") && !g_str_equal (kind, "LineString") && !g_str_equal (kind, "Polygon"))
    {
      if (!self->measures)
        qp_plan_content_count (self->content, type, NULL, 0, 1);
      return;
    }
  if (!self->measures)
    choose_layer (self, kind);
  const gboolean fine
      = coordinates != NULL && (multi ? add_parts (self, kind, coordinates) : add_part (self, kind, coordinates));
  if (self->measures)
    return;
  self->n_outside += !fine && !self->full;
  qp_plan_content_count (self->content, type, qp_plan_drawing_layer (self->content->drawing, self->layer)->name, fine,
                         !fine);
}

static void
read_each (Reader *self, JsonArray *list, void (*read) (Reader *, JsonObject *))
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list) && !self->full && self->error == NULL; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      if (JSON_NODE_HOLDS_OBJECT (node))
        read (self, json_node_get_object (node));
    }
}

static void
read_geometry (Reader *self, JsonObject *geometry)
{
  const char *type = qp_geojson_text (geometry, "type");

  if (type == NULL)
    return;
  if (g_str_equal (type, "GeometryCollection"))
    read_each (self, qp_geojson_array (geometry, "geometries"), read_geometry);
  else
    read_shapes (self, type, json_object_get_member (geometry, "coordinates"));
}

static void
read_feature (Reader *self, JsonObject *feature)
{
  JsonObject *geometry = qp_geojson_object (feature, "geometry");
  JsonObject *properties = qp_geojson_object (feature, "properties");
  const char *layer = qp_geojson_text (properties, "layer");

  self->fact = (QpShapeFact){ qp_geojson_height (properties, FALSE), qp_geojson_height (properties, TRUE),
                              (char *) qp_geojson_text (properties, "name"), FALSE };
  self->layer_name = layer != NULL ? layer : qp_geojson_text (properties, "Layer");
  if (geometry != NULL)
    read_geometry (self, geometry);
  if (self->measures)
    return;
  self->n_empty += geometry == NULL;
  self->n_floors_only += isnan (self->fact.height_m) && qp_geojson_has_floors (properties);
  if (++self->n_features % 1024 == 0)
    qp_plan_watch_tell (self->watch, 0.75, &self->error);
}

static void
read_root (Reader *self, JsonObject *root)
{
  const char *type = qp_geojson_text (root, "type");

  self->fact = (QpShapeFact){ NAN, NAN, NULL, FALSE };
  self->layer_name = NULL;
  if (g_strcmp0 (type, "FeatureCollection") == 0)
    read_each (self, qp_geojson_array (root, "features"), read_feature);
  else if (g_strcmp0 (type, "Feature") == 0)
    read_feature (self, root);
  else
    read_geometry (self, root);
}

/* where it lies, and whether that can be a plan */
static gboolean
find_middle (Reader *self, JsonObject *root, GError **error)
{
  self->measures = TRUE;
  read_root (self, root);
  if (qp_box_is_empty (self->plain))
    {
      g_set_error_literal (
          error, QP_ERROR, QP_ERROR_READ,
          _ ("The GeoJSON file has no places on earth in it: longitudes from −180° to 180° and latitudes "
             "from −90° to 90°, in this order. If its numbers are metres, save it with longitude and "
             "latitude (WGS 84)."));
      return FALSE;
    }
  self->frame.wraps = self->plain.x1 - self->plain.x0 > 180
                      && self->eastward.x1 - self->eastward.x0 < self->plain.x1 - self->plain.x0;
  const QpBox box = self->frame.wraps ? self->eastward : self->plain;
  const QpVec middle = qp_box_middle (box);
  const double wide = (box.x1 - box.x0) * cos (middle.y * G_PI / 180), high = box.y1 - box.y0;
  if (wide > TOO_FAR_DEG || high > TOO_FAR_DEG)
    {
      g_set_error (
          error, QP_ERROR, QP_ERROR_LIMIT,
          _ ("The GeoJSON file covers %.0f × %.0f km, which is too much for a flat plan. Save only the part around "
             "the venue and add that."),
          wide * METRES_PER_DEG / 1000, high * METRES_PER_DEG / 1000);
      return FALSE;
    }
  qp_tangent_init (&self->frame.tangent, middle);
  self->content->has_position = TRUE;
  self->content->latitude_deg = middle.y;
  self->content->longitude_deg = middle.x > 180 ? middle.x - 360 : middle.x;
  return TRUE;
}

static void
tell_findings (Reader *self, QpBox bounds)
{
  QpFindings *findings = self->content->findings;
  const double far = hypot (bounds.x1 - bounds.x0, bounds.y1 - bounds.y0) / 2;

  if (self->n_outside > 0)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "geojson-places", 0, NULL, NULL,
                     g_dngettext (GETTEXT_PACKAGE,
                                  "%u shape has places that are not on earth, or too few of them, and was left out.",
                                  "%u shapes have places that are not on earth, or too few of them, and were left out.",
                                  self->n_outside),
                     self->n_outside);
  if (self->n_empty > 0)
    qp_findings_add (
        findings, QP_SEVERITY_NOTE, "geojson-no-geometry", 0, NULL, NULL,
        g_dngettext (GETTEXT_PACKAGE, "%u feature has no geometry.", "%u features have no geometry.", self->n_empty),
        self->n_empty);
  if (self->n_floors_only > 0)
    qp_findings_add (
        findings, QP_SEVERITY_NOTE, "geojson-floors", 0, NULL, NULL,
        g_dngettext (GETTEXT_PACKAGE,
                     "%u feature says how many floors it has but not how high it is; its height is not known.",
                     "%u features say how many floors they have but not how high they are; their heights are "
                     "not known.",
                     self->n_floors_only),
        self->n_floors_only);
  if (self->frame.wraps)
    qp_findings_add (findings, QP_SEVERITY_NOTE, "geojson-180", 0, NULL, NULL,
                     _ ("The file lies on both sides of the 180th meridian and was put together there."));
  if (far > FAR_M)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "geojson-far", 0, NULL, NULL,
                     _ ("The file is so large that places at its edges are up to %.1f m off on a flat plan."),
                     far * far * far / (6 * EARTH_RADIUS_M * EARTH_RADIUS_M));
  if (self->full)
    qp_findings_add (findings, QP_SEVERITY_WARNING, "geojson-full", 0, NULL, NULL,
                     _ ("The file has more than %d shapes or too many points; the rest was left out."),
                     QP_DRAWING_MAX_SHAPES);
}

static gboolean
set_no_type (GError **error)
{
  g_set_error_literal (error, QP_ERROR, QP_ERROR_READ, _ ("This is JSON, but no GeoJSON: it has no “type”."));
  return FALSE;
}

static gboolean
read_document (Reader *self, JsonNode *root, GError **error)
{
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) || qp_geojson_text (json_node_get_object (root), "type") == NULL)
    return set_no_type (error);
  JsonObject *object = json_node_get_object (root);
  if (g_str_equal (qp_geojson_text (object, "type"), "Topology"))
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_READ,
                           _ ("This is TopoJSON. Save it as GeoJSON and add it again."));
      return FALSE;
    }
  if (!qp_geojson_crs (object, &self->frame, error) || !find_middle (self, object, error))
    return FALSE;
  self->measures = FALSE;
  read_root (self, object);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  qp_plan_drawing_finish (self->content->drawing);
  const QpBox bounds = qp_plan_drawing_bounds (self->content->drawing, NULL);
  self->content->width = bounds.x1 - bounds.x0;
  self->content->height = bounds.y1 - bounds.y0;
  tell_findings (self, bounds);
  return TRUE;
}

/* json-glib loses what it makes of an object that follows a text or a list */
static gboolean
begins_with_object (const char *text, gsize size, GError **error)
{
  gsize at = 0;

  while (at < size && g_ascii_isspace (text[at]))
    at++;
  if (at < size && text[at] == '{')
    return TRUE;
  if (at < size && (text[at] == '[' || text[at] == '"'))
    return set_no_type (error);
  g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("This is not readable GeoJSON: %s"),
               at == size ? _ ("it is empty") : _ ("it does not begin with an object"));
  return FALSE;
}

/**
 * qp_plan_geojson_read:
 * @bytes: a file
 * @request: what of it is wanted
 * @watch: (nullable): who follows
 * @error: return location
 *
 * Reads footprints. A drawing unit is a metre, east to the right and north up, on the plane that touches the earth in
 * the middle of the file (qp_tangent_place()).
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with %QP_ERROR_READ, %QP_ERROR_LIMIT or
 *   %G_IO_ERROR_CANCELLED
 */
QpPlanContent *
qp_plan_geojson_read (GBytes *bytes, const QpPlanRequest *request, const QpPlanWatch *watch, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;

  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  if (!qp_geojson_check (text, size, error) || !begins_with_object (text, size, error)
      || !qp_plan_watch_tell (watch, 0.05, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) size, &reason))
    {
      g_set_error (error, QP_ERROR, QP_ERROR_READ, _ ("This is not readable GeoJSON: %s"), reason->message);
      return NULL;
    }
  if (!qp_plan_watch_tell (watch, 0.5, error))
    return NULL;
  g_autoptr (QpPlanContent) content = qp_plan_content_new (QP_BACKGROUND_GEOJSON);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (QpVec));
  Reader self
      = { .content = content, .watch = watch, .points = points, .plain = QP_BOX_EMPTY, .eastward = QP_BOX_EMPTY };
  self.frame.gcj02 = request->gcj02;
  content->drawing = qp_plan_drawing_new ();
  content->facts = g_array_new (FALSE, FALSE, sizeof (QpShapeFact));
  g_array_set_clear_func (content->facts, clear_fact);
  if (!read_document (&self, json_parser_get_root (parser), error))
    return NULL;
  content->metres_per_unit = 1;
  content->basis = QP_SCALE_DRAWN;
  content->why = g_strdup (_ ("GeoJSON says where on earth its places are."));
  return g_steal_pointer (&content);
}
