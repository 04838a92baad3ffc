/* qp-plan-geojson-parts.c: the parts of the GeoJSON reader: guards, coordinates, properties
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-geojson.h"

#include "base/qp-error.h"

#include <string.h>

#define MAX_BUILDING_M 2000.0

/* -- before it is parsed -- */

/* A parser calls itself for each list in a list and makes a node of each value, so both are counted first. */
static void
measure (const char *text, gsize size, guint *depth, gsize *values, guint *roots)
{
  gboolean in_text = FALSE;
  guint now = 0;

  *depth = 0;
  *values = 0;
  *roots = 0;
  for (gsize i = 0; i < size; i++)
    {
      const char c = text[i];
      if (in_text)
        {
          i += c == '\\';
          in_text = c != '"';
        }
      else if (c == '[' || c == '{')
        {
          *roots += now++ == 0;
          *depth = MAX (*depth, now);
          *values += 3; /* a list takes more than a number */
        }
      else if (c == ']' || c == '}')
        now -= now > 0;
      else if (c == ',' || c == ':')
        ++*values;
      else
        in_text = c == '"';
    }
}

/**
 * qp_geojson_check:
 * @text: a GeoJSON file
 * @size: number of bytes
 * @error: return location
 *
 * Returns: whether it may be parsed, or %FALSE with %QP_ERROR_LIMIT or %QP_ERROR_READ
 */
gboolean
qp_geojson_check (const char *text, gsize size, GError **error)
{
  guint depth;
  gsize values;
  guint roots;

  if (size > QP_PLAN_MAX_GEOJSON_BYTES)
    {
      g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
                   _ ("The GeoJSON file is larger than %d MiB. Save only the part around the venue and add that."),
                   QP_PLAN_MAX_GEOJSON_BYTES / (1024 * 1024));
      return FALSE;
    }
  measure (text, size, &depth, &values, &roots);
  if (roots > 1) /* json-glib loses the second one */
    g_set_error_literal (error, QP_ERROR, QP_ERROR_READ,
                         _ ("The file holds several GeoJSON objects one after another. Save them as one "
                            "FeatureCollection and add that."));
  else if (depth > QP_PLAN_MAX_GEOJSON_DEPTH)
    g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
                 _ ("The GeoJSON file has lists nested %u deep; at most %d can be read."), depth,
                 QP_PLAN_MAX_GEOJSON_DEPTH);
  else if (values > QP_PLAN_MAX_GEOJSON_VALUES)
    g_set_error (
        error, QP_ERROR, QP_ERROR_LIMIT,
        _ ("The GeoJSON file has more than %d million values. Save only the part around the venue and add that."),
        QP_PLAN_MAX_GEOJSON_VALUES / 1000000);
  else
    return TRUE;
  return FALSE;
}

/* -- members of the type that is expected -- */

JsonObject *
qp_geojson_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
qp_geojson_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
qp_geojson_text (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
is_number (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

/* -- coordinates -- */

/* "urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "http://www.opengis.net/def/crs/OGC/1.3/CRS84": what counts is the end */
static const char *
last_word (const char *name)
{
  const char *word = name;

  for (const char *at = name; *at != '\0'; at++)
    if (strchr (":/#", *at) != NULL)
      word = at + 1;
  return word;
}

/**
 * qp_geojson_crs:
 * @root: the outermost object
 * @frame: takes what its coordinates are
 * @error: return location
 *
 * Looks at the member "crs" of GeoJSON 2008; RFC 7946 knows WGS 84 only. Longitude and latitude are taken in this order
 * whatever the system, as all programs write them. CGCS2000 (EPSG:4490) is WGS 84 within a few centimetres.
 *
 * Returns: %FALSE with %QP_ERROR_READ for a system that is not known here
 */
gboolean
qp_geojson_crs (JsonObject *root, QpGeoFrame *frame, GError **error)
{
  static const char *const degrees[] = { "CRS84", "4326", "4490", "4979", "WGS84", NULL };
  static const char *const mercator[] = { "3857", "900913", "102100", "102113", NULL };
  JsonObject *crs = qp_geojson_object (root, "crs");
  const char *name = qp_geojson_text (qp_geojson_object (crs, "properties"), "name");

  if (name == NULL || g_strv_contains (degrees, last_word (name)))
    return TRUE;
  frame->mercator = g_strv_contains (mercator, last_word (name));
  if (frame->mercator)
    return TRUE;
  g_set_error (
      error, QP_ERROR, QP_ERROR_READ,
      _ ("The coordinates of the GeoJSON file are in the system “%s”. Save it with longitude and latitude (WGS 84) "
         "and add it again."),
      name);
  return FALSE;
}

/**
 * qp_geojson_degrees:
 * @frame: what the coordinates are
 * @position: a list of two numbers or more
 * @degrees: (out): WGS 84
 *
 * Returns: %FALSE for what is no place on earth
 */
gboolean
qp_geojson_degrees (const QpGeoFrame *frame, JsonNode *position, QpVec *degrees)
{
  JsonArray *numbers = JSON_NODE_HOLDS_ARRAY (position) ? json_node_get_array (position) : NULL;

  if (numbers == NULL || json_array_get_length (numbers) < 2 || !is_number (json_array_get_element (numbers, 0))
      || !is_number (json_array_get_element (numbers, 1)))
    return FALSE;
  QpVec place = qp_vec (json_node_get_double (json_array_get_element (numbers, 0)),
                        json_node_get_double (json_array_get_element (numbers, 1)));
  if (frame->mercator)
    place = qp_degrees_from_web_mercator (place);
  /* some programs count on from 180 to 360 */
  if (!(fabs (place.x) <= 360 && fabs (place.y) <= 90))
    return FALSE;
  if (place.x > 180)
    place.x -= 360;
  else if (place.x < -180)
    place.x += 360;
  *degrees = frame->gcj02 ? qp_wgs84_from_gcj02 (place) : place;
  if (frame->wraps && degrees->x < 0)
    degrees->x += 360;
  return TRUE;
}

/* -- properties -- */

/* "12.5", "12,5 m": OpenStreetMap and others write heights as text */
static double
metres_of (JsonNode *node)
{
  if (is_number (node))
    return json_node_get_double (node);
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node)
                         : "";
  g_autofree char *plain = g_strdelimit (g_strndup (text, 32), ",", '.');
  char *end;
  const double metres = g_ascii_strtod (plain, &end);
  if (end == plain)
    return NAN;
  end += strspn (end, " ");
  return *end == '\0' || g_str_equal (end, "m") || g_str_equal (end, "米") ? metres : NAN;
}

/**
 * qp_geojson_height:
 * @properties: (nullable): of a feature
 * @base: whether the height where it begins is asked for
 *
 * Returns: metres above ground, or NaN when it says none that can be
 */
double
qp_geojson_height (JsonObject *properties, gboolean base)
{
  static const char *const tops[]
      = { "height", "height_m", "Height", "HEIGHT", "building:height", "building_height", "render_height" };
  static const char *const bases[] = { "min_height", "base_height", "building:min_height", "render_min_height" };
  const char *const *names = base ? bases : tops;

  for (guint i = 0; properties != NULL && i < (base ? G_N_ELEMENTS (bases) : G_N_ELEMENTS (tops)); i++)
    {
      const double metres = metres_of (json_object_get_member (properties, names[i]));
      if (metres >= 0 && metres <= MAX_BUILDING_M && (base || metres > 0))
        return metres;
    }
  return NAN;
}

/**
 * qp_geojson_has_floors:
 * @properties: (nullable): of a feature
 *
 * Returns: whether it says how many floors a building has
 */
gboolean
qp_geojson_has_floors (JsonObject *properties)
{
  static const char *const names[] = { "building:levels", "levels", "floors", "floor", "Floor", "FLOOR", "storeys" };

  for (guint i = 0; properties != NULL && i < G_N_ELEMENTS (names); i++)
    if (json_object_has_member (properties, names[i]))
      return TRUE;
  return FALSE;
}
