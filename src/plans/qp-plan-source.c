/* qp-plan-source.c: a plan file that somebody sent, opened and looked at before it is taken over
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/qp-plan-source.h"

#include "base/qp-error.h"
#include "plans/dxf/qp-dxf.h"
#include "plans/qp-plan-content.h"
#include "plans/qp-plan-walls.h"

#include <string.h>

struct _QpPlanSource
{
  gatomicrefcount ref_count;
  GBytes *bytes;
  char *file_name;
  QpPlanLayer *layer;
  GArray *layers; /* QpDrawingLayer; names belong to the content */
  char *hidden_layers;
};

/* -- what there is -- */

static const QpPlanContent *
content_of (const QpPlanSource *self)
{
  return qp_plan_layer_content (self->layer);
}

static void
find_layers (QpPlanSource *self)
{
  const QpPlanContent *content = content_of (self);
  g_autoptr (GString) hidden = g_string_new (NULL);

  if (content->drawing != NULL)
    for (guint i = 0; i < qp_plan_drawing_n_layers (content->drawing); i++)
      g_array_append_vals (self->layers, qp_plan_drawing_layer (content->drawing, i), 1);
  else
    g_array_append_vals (self->layers, content->layers->data, content->layers->len);
  for (guint i = 0; i < self->layers->len; i++)
    {
      const QpDrawingLayer *layer = &g_array_index (self->layers, QpDrawingLayer, i);
      if (!layer->shown)
        g_string_append_printf (hidden, "%s%s", hidden->len > 0 ? ";" : "", layer->name);
    }
  self->hidden_layers = hidden->len > 0 ? g_strdup (hidden->str) : NULL;
}

/**
 * qp_plan_source_open:
 * @bytes: a file
 * @file_name: (nullable): what it is called, without folders
 * @page: page of a PDF, from 1
 * @watch: (nullable): who follows, told in the calling thread
 * @error: return location
 *
 * Reads a file of any format that can be a background. It waits, so it is for workers. A DWG drawing becomes DXF
 * first, see qp_dwg_to_dxf(), and the source is then that.
 *
 * Returns: (transfer full) (nullable): the source, or %NULL with an error of qp_plan_content_read()
 */
QpPlanSource *
qp_plan_source_open (GBytes *bytes, const char *file_name, guint page, const QpPlanWatch *watch, GError **error)
{
  QpPlanRequest request = { QP_UNSET, page, FALSE, NULL };
  g_autoptr (GBytes) converted = NULL;

  if (qp_dwg_sniff (bytes))
    {
      bytes = converted = qp_dwg_to_dxf (bytes, watch, error);
      if (bytes == NULL)
        return NULL;
    }
  if (g_bytes_get_size (bytes) > 0 && !qp_plan_sniff (bytes, file_name, &request.format))
    {
      g_set_error (
          error, QP_ERROR, QP_ERROR_READ,
          _ ("“%s” is no plan that can be read. DXF, PDF, SVG and GeoJSON drawings and PNG, JPEG, WebP and TIFF "
             "pictures can."),
          file_name != NULL ? file_name : _ ("The file"));
      return NULL;
    }
  QpPlanContent *content = qp_plan_content_read (bytes, &request, watch, error);
  if (content == NULL)
    return NULL;
  QpPlanSource *self = g_new0 (QpPlanSource, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->file_name = g_strdup (file_name);
  self->layer = qp_plan_layer_new (content);
  self->layers = g_array_new (FALSE, FALSE, sizeof (QpDrawingLayer));
  find_layers (self);
  return self;
}

/**
 * qp_plan_source_ref:
 * @self: a source
 *
 * Returns: (transfer full): @self
 */
QpPlanSource *
qp_plan_source_ref (QpPlanSource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * qp_plan_source_unref:
 * @self: (transfer full) (nullable): a source
 */
void
qp_plan_source_unref (QpPlanSource *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->layers);
  qp_plan_layer_unref (self->layer);
  g_bytes_unref (self->bytes);
  g_free (self->file_name);
  g_free (self->hidden_layers);
  g_free (self);
}

/**
 * qp_plan_source_bytes:
 * @self: a source
 *
 * Returns: (transfer none): what is embedded in the project
 */
GBytes *
qp_plan_source_bytes (const QpPlanSource *self)
{
  return self->bytes;
}

/**
 * qp_plan_source_format:
 * @self: a source
 *
 * Returns: what the file is: a #QpBackgroundFormat
 */
gint64
qp_plan_source_format (const QpPlanSource *self)
{
  return content_of (self)->format;
}

/**
 * qp_plan_source_n_pages:
 * @self: a source
 *
 * Returns: number of pages; 1 for all but PDF
 */
guint
qp_plan_source_n_pages (const QpPlanSource *self)
{
  return content_of (self)->n_pages;
}

/**
 * qp_plan_source_page:
 * @self: a source
 *
 * Returns: the page that was opened, from 1
 */
guint
qp_plan_source_page (const QpPlanSource *self)
{
  return content_of (self)->page;
}

/**
 * qp_plan_source_layer:
 * @self: a source
 *
 * Returns: (transfer none): something to paint
 */
QpPlanLayer *
qp_plan_source_layer (const QpPlanSource *self)
{
  return self->layer;
}

/**
 * qp_plan_source_drawing:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): its lines; %NULL unless it is DXF or GeoJSON
 */
QpPlanDrawing *
qp_plan_source_drawing (const QpPlanSource *self)
{
  return content_of (self)->drawing;
}

/**
 * qp_plan_source_layers:
 * @self: a source
 * @n_layers: (out): how many
 *
 * Returns: (transfer none): layers that can be hidden: those of DXF and GeoJSON, Inkscape's of an SVG, the optional
 *   contents of a PDF
 */
const QpDrawingLayer *
qp_plan_source_layers (const QpPlanSource *self, guint *n_layers)
{
  *n_layers = self->layers->len;
  return (const QpDrawingLayer *) (gpointer) self->layers->data;
}

/**
 * qp_plan_source_metres_per_unit:
 * @self: a source
 * @basis: (out) (optional): how the scale is known
 * @why: (out) (optional) (transfer none) (nullable): a sentence for the planner that says where it comes from, or why
 *   there is none
 *
 * Returns: metres of a drawing unit, or NaN when nothing tells
 */
double
qp_plan_source_metres_per_unit (const QpPlanSource *self, QpScaleBasis *basis, const char **why)
{
  if (basis != NULL)
    *basis = content_of (self)->basis;
  if (why != NULL)
    *why = content_of (self)->why;
  return content_of (self)->metres_per_unit;
}

/**
 * qp_plan_source_position:
 * @self: a source
 * @latitude_deg: (out): of the middle, WGS 84
 * @longitude_deg: (out): of the middle
 *
 * Returns: %FALSE when the place on earth is not known
 */
gboolean
qp_plan_source_position (const QpPlanSource *self, double *latitude_deg, double *longitude_deg)
{
  *latitude_deg = content_of (self)->latitude_deg;
  *longitude_deg = content_of (self)->longitude_deg;
  return content_of (self)->has_position;
}

/**
 * qp_plan_source_findings:
 * @self: a source
 *
 * Returns: (transfer none): what could not be read, and what is worth knowing
 */
const QpFindings *
qp_plan_source_findings (const QpPlanSource *self)
{
  return content_of (self)->findings;
}

/**
 * qp_plan_source_counts:
 * @self: a source
 * @n_counts: (out): how many
 *
 * Returns: (transfer none): objects by type and layer
 */
const QpPlanCount *
qp_plan_source_counts (const QpPlanSource *self, guint *n_counts)
{
  const GArray *counts = content_of (self)->counts;

  *n_counts = counts->len;
  return (const QpPlanCount *) (gpointer) counts->data;
}

/* -- taking it over -- */

/**
 * qp_plan_import_init:
 * @self: (out): choices
 * @source: what is taken over; its texts are borrowed
 *
 * Sets what the file itself says: its scale, the layers that it hides. Nothing becomes an obstacle.
 */
void
qp_plan_import_init (QpPlanImport *self, const QpPlanSource *source)
{
  *self = (QpPlanImport){
    .metres_per_unit = NAN,
    .hidden_layers = source->hidden_layers,
    .wall_kind = content_of (source)->format == QP_BACKGROUND_GEOJSON ? QP_OBSTACLE_BUILDING : QP_OBSTACLE_WALL,
    .wall_top_m = NAN,
  };
}

static void
set_value (QpNode *node, const char *name, QpValue value)
{
  qp_node_init_value (node, qp_kind_field (node->kind, name), &value);
}

static void
set_number (QpNode *node, const char *name, double number)
{
  const QpField *field = qp_kind_field (node->kind, name);
  const QpValue value = qp_field_from_number (field, number);

  qp_node_init_value (node, field, &value);
}

static void
set_text (QpNode *node, const char *name, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (QpValue) value = qp_value_text (valid);
  qp_node_init_value (node, qp_kind_field (node->kind, name), &value);
}

static char *
name_without_ending (const char *file_name)
{
  const char *dot = file_name != NULL ? strrchr (file_name, '.') : NULL;

  return dot != NULL && dot != file_name ? g_strndup (file_name, (gsize) (dot - file_name)) : g_strdup (file_name);
}

/* a scale that the planner states himself is no guess any more */
static double
scale_of (const QpPlanContent *content, const QpPlanImport *import, QpScaleBasis *basis)
{
  *basis = content->basis;
  if (isnan (import->metres_per_unit)
      || (import->metres_per_unit == content->metres_per_unit && !import->scale_is_stated))
    return content->metres_per_unit;
  *basis = QP_SCALE_DRAWN;
  return import->metres_per_unit;
}

static QpNode *
background_new (const QpPlanSource *self, const QpPlanContent *content, const QpPlanImport *import)
{
  QpNode *node = qp_node_new (QP_KIND_BACKGROUND, qp_id_new ());
  g_autofree char *plain_name = name_without_ending (self->file_name);
  QpScaleBasis basis;

  set_text (node, "name", import->name != NULL ? import->name : plain_name);
  set_text (node, "file_name", self->file_name);
  set_text (node, "hidden_layers", import->hidden_layers);
  set_value (node, "format", qp_value_integer (content->format));
  if (content->n_pages > 1)
    set_value (node, "page", qp_value_integer (content->page));
  if (import->gcj02 && content->format == QP_BACKGROUND_GEOJSON)
    set_value (node, "gcj02", qp_value_integer (TRUE));
  set_number (node, "x_m", import->at.x);
  set_number (node, "y_m", import->at.y);
  set_number (node, "metres_per_unit", scale_of (content, import, &basis));
  set_value (node, "scale_basis", qp_value_integer (basis));
  set_value (node, "data", qp_value_bytes (self->bytes));
  return node;
}

static const QpShapeFact *
fact_of (const QpPlanContent *content, const QpPlanWall *wall)
{
  return content->facts != NULL && wall->shape < content->facts->len
             ? &g_array_index (content->facts, QpShapeFact, wall->shape)
             : NULL;
}

static QpNode *
obstacle_new (const QpPlanWall *wall, const QpShapeFact *fact, const QpPlanImport *import, guint number)
{
  QpNode *node = qp_node_new (QP_KIND_OBSTACLE, qp_id_new ());
  g_autofree char *name = g_strdup_printf ("%s %u", _ (qp_values_obstacle_kind[import->wall_kind].label), number);
  g_autoptr (QpPoints) outline = qp_points_new ((const QpPoint *) (gpointer) wall->points->data, wall->points->len);

  set_text (node, "name", fact != NULL && fact->name != NULL && fact->name[0] != '\0' ? fact->name : name);
  set_value (node, "kind", qp_value_integer (import->wall_kind));
  set_value (node, "closed", qp_value_integer (wall->closed));
  if (fact != NULL && isfinite (fact->base_m))
    set_number (node, "base_height_m", fact->base_m);
  set_number (node, "top_height_m", fact != NULL && isfinite (fact->height_m) ? fact->height_m : import->wall_top_m);
  set_value (node, "outline", qp_value_points (outline));
  return node;
}

/* A courtyard is no building. It must not count as one that is there already, either: another may stand in it. */
static gboolean *
holes_of (const QpPlanContent *content)
{
  gboolean *holes = content->facts != NULL ? g_new0 (gboolean, content->facts->len + 1) : NULL;

  for (guint i = 0; holes != NULL && i < content->facts->len; i++)
    holes[i] = g_array_index (content->facts, QpShapeFact, i).hole;
  return holes;
}

static void
add_obstacles (GPtrArray *nodes, const QpPlanContent *content, const QpPlanImport *import)
{
  QpScaleBasis basis;
  double scale = scale_of (content, import, &basis);
  const QpBox bounds = qp_plan_drawing_bounds (content->drawing, NULL);

  if (!(scale > 0)) /* as it is shown until it is calibrated */
    scale = QP_PLAN_STAND_IN_M / MAX (MAX (content->width, content->height), 1e-9);
  const QpVec offset = qp_vec_sub (import->at, qp_vec_scale (qp_vec (bounds.x0, bounds.y0), scale));
  g_autofree gboolean *holes = holes_of (content);
  g_autoptr (GPtrArray) walls = qp_plan_walls_new (content->drawing, import->wall_layers, holes, scale, offset);
  for (guint i = 0; i < walls->len; i++)
    {
      const QpPlanWall *wall = g_ptr_array_index (walls, i);
      g_ptr_array_add (nodes, obstacle_new (wall, fact_of (content, wall), import, i + 1));
    }
}

/**
 * qp_plan_source_nodes:
 * @self: a source
 * @import: how it is taken over
 *
 * Makes what goes into the plan. May take as long as opening, when a GeoJSON file's coordinates have to be shifted.
 *
 * Returns: (transfer full) (element-type QpNode): the background, then the obstacles
 */
GPtrArray *
qp_plan_source_nodes (const QpPlanSource *self, const QpPlanImport *import)
{
  const QpPlanContent *content = content_of (self);
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  g_autoptr (QpPlanContent) shifted = NULL;

  if (import->gcj02 && content->format == QP_BACKGROUND_GEOJSON)
    {
      const QpPlanRequest request = { QP_BACKGROUND_GEOJSON, 1, TRUE, NULL };
      shifted = qp_plan_content_read (self->bytes, &request, NULL, NULL);
      content = shifted != NULL ? shifted : content;
    }
  g_ptr_array_add (nodes, background_new (self, content, import));
  if (content->drawing != NULL && import->wall_layers != NULL)
    add_obstacles (nodes, content, import);
  return nodes;
}
