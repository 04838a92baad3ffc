/* qp-drawing.c: any drawing of a project as PNG, SVG or PDF, to scale or fitted
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-drawing-private.h"

#include "base/qp-error.h"
#include "render/qp-paint-city.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define POINTS_PER_M (72 / 0.0254)
#define PIXELS_PER_M (96 / 0.0254)
#define A3_WIDE_M 0.420
#define A3_TALL_M 0.297
#define LAYERS_MEMORY ((gsize) 768 * 1024 * 1024)

/**
 * qp_drawing_init:
 * @self: (out caller-allocates): a drawing
 * @project: the project
 * @catalogue: (nullable): where cabinets are looked up
 * @type: what is drawn
 * @id: the plan or screen
 *
 * Begins a fitted drawing in the colours of paper.
 */
void
qp_drawing_init (QpDrawing *self, QpNode *project, QpCatalogue *catalogue, QpDrawingType type, QpId id)
{
  *self = (QpDrawing){ .project = project, .catalogue = catalogue, .type = type, .id = id, .theme = QP_THEME_PRINT };
  self->elevation_view = QP_ELEVATION_VIEW_USUAL;
}

/**
 * qp_drawing_format_from_path:
 * @path: name of a file
 * @format: (out): the format its ending asks for
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when the ending is none of .png, .svg and .pdf
 */
gboolean
qp_drawing_format_from_path (const char *path, QpDrawingFormat *format, GError **error)
{
  static const char *const endings[]
      = { [QP_DRAWING_PNG] = ".png", [QP_DRAWING_SVG] = ".svg", [QP_DRAWING_PDF] = ".pdf" };
  const char *ending = strrchr (path, '.');

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (ending, endings[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("Drawings are written as .png, .svg or .pdf, not as “%s”."), path);
  return FALSE;
}

/**
 * qp_drawing_parse_ratio:
 * @text: a scale as `1:200`, `1 : 200` or `200`
 * @ratio: (out): the 200 of it
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when it is no scale from 1:1 to 1:10 000 000
 */
gboolean
qp_drawing_parse_ratio (const char *text, double *ratio, GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *before = colon == NULL ? g_strdup ("1") : g_strndup (text, (gsize) (colon - text));
  g_autofree char *after = g_strdup (colon == NULL ? text : colon + 1);

  g_strstrip (before);
  g_strstrip (after);
  if (strcmp (before, "1") == 0 && qp_real_parse (after, ratio) != QP_PARSE_BAD && *ratio >= 1 && *ratio <= 1e7)
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("“%s” is no scale. Scales are written as 1:200."), text);
  return FALSE;
}

/* -- looking up -- */

static const QpNode *
find_within (const QpNode *node, QpId id, const QpSite **site)
{
  QpNodeIter iter;

  if (qp_id_equal (node->id, id))
    return node;
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    {
      const QpNode *found = find_within (child, id, site);
      if (found == NULL)
        continue;
      if (child->kind == QP_KIND_SITE)
        *site = (const QpSite *) child;
      return found;
    }
  return NULL;
}

static gboolean
look_up (QpDrawingJob *job, GError **error)
{
  const QpKind kind = job->drawing->type == QP_DRAWING_PLAN ? QP_KIND_PLAN : QP_KIND_SCREEN;
  char id[QP_ID_TEXT_SIZE];

  if (job->drawing->type == QP_DRAWING_CITY)
    return TRUE;
  job->node = find_within (job->drawing->project, job->drawing->id, &job->site);
  if (job->node != NULL && job->node->kind == kind)
    return TRUE;
  qp_id_to_text (job->drawing->id, id);
  if (kind == QP_KIND_PLAN)
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_FOUND, _ ("The project has no plan with the id %s."), id);
  else
    g_set_error (error, QP_ERROR, QP_ERROR_NOT_FOUND, _ ("The project has no screen with the id %s."), id);
  return FALSE;
}

static void
load_plan (QpDrawingJob *job)
{
  const QpDrawing *drawing = job->drawing;

  job->layers = drawing->layers != NULL ? qp_plan_layers_ref (drawing->layers) : qp_plan_layers_new (LAYERS_MEMORY);
  job->scene = qp_scene_new ();
  qp_scene_update (job->scene, (QpNode *) job->node, drawing->catalogue, NULL);
}

/* finds plan or screen, and makes what its painter needs; end with qp_drawing_job_clear() */
gboolean
qp_drawing_job_load (QpDrawingJob *job, GError **error)
{
  if (!look_up (job, error))
    return FALSE;
  if (job->drawing->type == QP_DRAWING_PLAN)
    load_plan (job);
  else if (job->drawing->type == QP_DRAWING_SCREEN)
    qp_elevation_init (&job->elevation, (const QpScreen *) job->node, job->drawing->catalogue);
  else
    {
      job->sites = qp_city_sites_of (job->drawing->project, job->drawing->catalogue);
      qp_city_project ((QpCitySite *) job->sites->data, job->sites->len);
    }
  return TRUE;
}

/* frees what was looked up */
void
qp_drawing_job_clear (QpDrawingJob *job)
{
  g_clear_pointer (&job->scene, qp_scene_free);
  g_clear_pointer (&job->layers, qp_plan_layers_unref);
  g_clear_pointer (&job->sites, g_array_unref);
  qp_elevation_clear (&job->elevation);
}

/* -- sizes -- */

static QpSheet
sheet_of (const QpDrawingJob *job)
{
  return (QpSheet){ .scene = job->scene,
                    .layers = job->layers,
                    .project = (const QpProject *) job->drawing->project,
                    .site = job->site,
                    .ratio = job->ratio,
                    .units_per_m = job->units_per_m,
                    .with_grid = job->drawing->with_grid,
                    .map = job->drawing->map,
                    .map_note = job->drawing->map_note };
}

static void
size_plan (QpDrawingJob *job)
{
  QpSheet sheet = sheet_of (job);
  if (job->ratio > 0)
    qp_sheet_size (&sheet, &job->style, &job->width, &job->height);
  else if (job->format != QP_DRAWING_PNG)
    /* on paper a drawing has a usual scale, so that it can be measured with a ruler */
    job->ratio = qp_sheet_fitting_ratio (&sheet, job->width, job->height, &job->style);
}

static void
size_screen (QpDrawingJob *job)
{
  if (job->ratio > 0 && qp_elevation_has_size (&job->elevation))
    qp_elevation_size (&job->elevation, &job->drawing->elevation_view, job->units_per_m / job->ratio, &job->style, &job->width, &job->height);
}

static gboolean
prepare (QpDrawingJob *job, GError **error)
{
  const QpDrawing *drawing = job->drawing;
  const gboolean pixels = job->format == QP_DRAWING_PNG;

  if (!qp_drawing_job_load (job, error))
    return FALSE;
  job->units_per_m = pixels ? PIXELS_PER_M : POINTS_PER_M;
  qp_plan_style_init (&job->style, drawing->theme, pixels ? QP_TEXT_PX : 8);
  job->style.unit = pixels ? 1 : 0.75;
  job->style.exact = !pixels;
  job->ratio = drawing->type == QP_DRAWING_CITY ? 0 : drawing->ratio;
  job->width = drawing->width > 0 ? drawing->width : A3_WIDE_M * job->units_per_m;
  job->height = drawing->height > 0 ? drawing->height : A3_TALL_M * job->units_per_m;
  if (drawing->type == QP_DRAWING_PLAN)
    size_plan (job);
  else if (drawing->type == QP_DRAWING_SCREEN)
    size_screen (job);
  if (pixels)
    {
      job->width = ceil (job->width);
      job->height = ceil (job->height);
    }
  const double limit = pixels ? QP_DRAWING_MAX_SIDE : QP_DRAWING_MAX_SIDE_POINTS;
  if (job->width <= limit && job->height <= limit)
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
               pixels ? _ ("The drawing would have %.0f × %.0f pixels, more than %.0f a side. Choose a smaller scale.")
                      : _ ("The drawing would have %.0f × %.0f points, more than %.0f a side. Choose a smaller scale."),
               job->width, job->height, limit);
  return FALSE;
}

/* -- painting -- */

/* all sites, as large as the rectangle allows */
void
qp_drawing_paint_city (cairo_t *cr, const QpDrawingJob *job, double width, double height)
{
  const QpCitySite *sites = (const QpCitySite *) job->sites->data;
  QpViewport viewport;

  qp_viewport_init (&viewport, width, height, 1);
  qp_city_fit (&viewport, sites, job->sites->len, &job->style);
  qp_paint_city (cr, &viewport, sites, job->sites->len, QP_ID_NONE, &job->style);
}

static void
paint_screen (cairo_t *cr, const QpDrawingJob *job)
{
  QpElevationView view = job->drawing->elevation_view;

  view.ratio = job->ratio;
  qp_paint_elevation (cr, job->width, job->height, job->ratio > 0 ? job->units_per_m / job->ratio : 0, &job->elevation, &view, &job->style);
}

static void
paint (cairo_t *cr, const QpDrawingJob *job)
{
  const QpSheet sheet = job->drawing->type == QP_DRAWING_PLAN ? sheet_of (job) : (QpSheet){ 0 };

  switch (job->drawing->type)
    {
    case QP_DRAWING_PLAN:
      qp_paint_sheet (cr, job->width, job->height, &sheet, &job->style);
      break;
    case QP_DRAWING_SCREEN:
      paint_screen (cr, job);
      break;
    default:
      qp_drawing_paint_city (cr, job, job->width, job->height);
    }
}

/* appends to a GByteArray */
cairo_status_t
qp_drawing_collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* title and author, as readers show them */
void
qp_drawing_describe_pdf (cairo_surface_t *surface, const QpDrawingJob *job)
{
  const QpProject *project = (const QpProject *) job->drawing->project;
  g_autofree char *name = job->node != NULL ? qp_node_display_name (job->node) : g_strdup (project->title);

  if (name != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, name);
  if (project->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, project->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Qianping " QP_VERSION);
}

static cairo_surface_t *
surface_for (const QpDrawingJob *job, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (job->format)
    {
    case QP_DRAWING_PNG:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) job->width, (int) job->height);
    case QP_DRAWING_SVG:
      surface = cairo_svg_surface_create_for_stream (qp_drawing_collect, bytes, job->width, job->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
      return surface;
    default:
      surface = cairo_pdf_surface_create_for_stream (qp_drawing_collect, bytes, job->width, job->height);
      qp_drawing_describe_pdf (surface, job);
      return surface;
    }
}

static GBytes *
draw (const QpDrawingJob *job, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = surface_for (job, bytes);
  cairo_t *cr = cairo_create (surface);

  paint (cr, job);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && job->format == QP_DRAWING_PNG)
    status = cairo_surface_write_to_png_stream (surface, qp_drawing_collect, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The drawing could not be made: %s"),
               cairo_status_to_string (status));
  return NULL;
}

/**
 * qp_drawing_to_bytes:
 * @self: a drawing
 * @format: how it is written
 * @error: return location
 *
 * Makes a drawing in memory.
 *
 * Returns: (transfer full) (nullable): the file's bytes, or %NULL with %QP_ERROR_NOT_FOUND (no such plan or screen),
 *   %QP_ERROR_LIMIT (too large at this scale) or %QP_ERROR_WRITE
 */
GBytes *
qp_drawing_to_bytes (const QpDrawing *self, QpDrawingFormat format, GError **error)
{
  QpDrawingJob job = { .drawing = self, .format = format };
  GBytes *bytes = prepare (&job, error) ? draw (&job, error) : NULL;

  if (bytes != NULL && self->made != NULL)
    *self->made = (QpDrawingMade){ job.width, job.height, job.ratio, 1, 1, 1 };
  qp_drawing_job_clear (&job);
  return bytes;
}

/**
 * qp_drawing_write:
 * @self: a drawing
 * @path: file to be written; its ending chooses the format
 * @error: return location
 *
 * Makes a drawing and writes it; a file that was there is replaced only once the new one is whole.
 *
 * Returns: %FALSE with an error of qp_drawing_to_bytes(), with %QP_ERROR_INVALID for the ending, or %QP_ERROR_WRITE
 */
gboolean
qp_drawing_write (const QpDrawing *self, const char *path, GError **error)
{
  QpDrawingFormat format;
  g_autoptr (GError) reason = NULL;

  if (!qp_drawing_format_from_path (path, &format, error))
    return FALSE;
  g_autoptr (GBytes) bytes = qp_drawing_to_bytes (self, format, error);
  if (bytes == NULL)
    return FALSE;
  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT, 0666, &reason))
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The drawing can’t be written: %s"), reason->message);
  return FALSE;
}
