/* qp-drawing-pages.c: a drawing on pages of paper, to scale: for preview, printer and file
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-drawing-pages.h"

#include "base/qp-error.h"
#include "base/qp-number.h"
#include "exchange/qp-drawing-private.h"
#include "plans/qp-plan-content.h"
#include "render/qp-paint-paper.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define UNITS_PER_M (1000 * QP_POINTS_PER_MM)
#define TEXT_PT 8
#define AROUND 0.03 /* of the drawing, kept free around it */
#define LARGEST_RATIO 1e7
#define PNG_DPI 150.0

struct _QpDrawingPages
{
  QpDrawing drawing;
  QpDrawingJob job;
  QpPaperLayout layout;
  QpPaperSheet sheet;
  double ratio;
  char *title;
  char *subtitle;
  char *project;
  char *revision;
  char *date;
};

/* -- what is drawn -- */

/* the legend off the edge of the page, and as small as the drawing: in the index, which shows all pages at once */
static void
paint_map_legend (cairo_t *cr, const QpDrawingPages *self, QpVec at, double share)
{
  const QpMapOverlay *map = self->drawing.map;
  const double inset = 5 * self->job.style.unit;

  cairo_save (cr);
  cairo_scale (cr, share, share);
  qp_paint_map_legend (cr, at.x - inset, at.y > 0 ? at.y - inset : inset, &map->scale, map->hatched, self->drawing.map_note, &self->job.style);
  cairo_restore (cr);
}

static void
paint_plan (cairo_t *cr, double width, double height, double units_per_m, gpointer data)
{
  const QpDrawingPages *self = data;
  const QpMapOverlay *map = self->drawing.map;
  const double share = units_per_m * self->ratio / UNITS_PER_M;
  const QpBox extent = qp_plan_extent (self->job.scene, self->job.layers);
  QpBox room = { 0, 0, width / share, height / share };
  QpViewport viewport;

  const QpVec legend = map == NULL ? qp_vec (0, 0)
                                   : qp_map_legend_beside (&map->scale, &self->job.style, self->drawing.map_note, extent.x1 - extent.x0,
                                                           extent.y1 - extent.y0, &room);
  qp_viewport_init (&viewport, room.x1 * share, room.y1 * share, 1);
  viewport.scale = units_per_m;
  viewport.center = qp_box_middle (extent);
  qp_paint_plan_whole (cr, &viewport, self->job.scene, self->job.layers, &self->job.style, QP_ID_NONE, NULL, map, self->drawing.with_grid);
  if (map != NULL)
    paint_map_legend (cr, self, legend, share);
}

static void
paint_screen (cairo_t *cr, double width, double height, double units_per_m, gpointer data)
{
  const QpDrawingPages *self = data;

  qp_paint_elevation (cr, width, height, units_per_m, &self->job.elevation, &self->drawing.elevation_view, &self->job.style);
}

static void
paint_city (cairo_t *cr, double width, double height, double units_per_m, gpointer data)
{
  const QpDrawingPages *self = data;

  qp_drawing_paint_city (cr, &self->job, width, height);
}

static gboolean
has_scale (const QpDrawingPages *self)
{
  return self->drawing.type == QP_DRAWING_PLAN || (self->drawing.type == QP_DRAWING_SCREEN && qp_elevation_has_size (&self->job.elevation));
}

static gboolean
has_room (const QpDrawingPages *self, double width, double height)
{
  return width <= self->layout.field.x1 - self->layout.field.x0 && height <= self->layout.field.y1 - self->layout.field.y0;
}

/* with the legend of a map beneath the drawing where that brings it onto a page, else beside it */
static void
add_legend (const QpDrawingPages *self, double *width, double *height)
{
  const QpDrawing *drawing = &self->drawing;
  double wide = *width, high = *height;

  qp_map_legend_room (&drawing->map->scale, &self->job.style, drawing->map_note, FALSE, width, height);
  qp_map_legend_room (&drawing->map->scale, &self->job.style, drawing->map_note, TRUE, &wide, &high);
  if (has_room (self, *width, *height) || !has_room (self, wide, high))
    return;
  *width = wide;
  *height = high;
}

/* what the drawing needs at a scale, points */
static void
size_at (const QpDrawingPages *self, double ratio, double *width, double *height)
{
  if (self->drawing.type == QP_DRAWING_SCREEN)
    {
      qp_elevation_size (&self->job.elevation, &self->drawing.elevation_view, UNITS_PER_M / ratio, &self->job.style, width, height);
      return;
    }
  const QpBox extent = qp_plan_extent (self->job.scene, self->job.layers);
  *width = (extent.x1 - extent.x0) * UNITS_PER_M / ratio * (1 + 2 * AROUND);
  *height = (extent.y1 - extent.y0) * UNITS_PER_M / ratio * (1 + 2 * AROUND);
  if (self->drawing.map != NULL)
    add_legend (self, width, height);
}

/* -- the scale -- */

static gboolean
fits (const QpDrawingPages *self, double ratio)
{
  double width, height;

  size_at (self, ratio, &width, &height);
  return has_room (self, width, height);
}

/* the usual scales are few: from large to small, until one fits */
static double
fitting_ratio (const QpDrawingPages *self)
{
  double ratio = 1;

  while (ratio < LARGEST_RATIO && !fits (self, ratio))
    ratio = qp_standard_ratio (ratio + 1);
  return ratio;
}

static gboolean
check_pages (const QpDrawingPages *self, const QpDrawingPaper *paper, GError **error)
{
  const char *size = qp_paper_size_at (paper->size)->name;
  g_autofree char *asked = qp_number_display (paper->ratio, 0), *fitting = qp_number_display (fitting_ratio (self), 0);
  const guint tiles = qp_paper_layout_tiles (&self->layout);

  if (!paper->tiled && tiles > 1)
    g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
                 _ ("At 1 : %s the drawing needs %u × %u pages of %s. Spread it over pages, choose larger paper, or 1 : %s, at which it fits on one."),
                 asked, self->layout.columns, self->layout.rows, size, fitting);
  else if (tiles > QP_PAPER_MAX_TILES)
    g_set_error (error, QP_ERROR, QP_ERROR_LIMIT,
                 _ ("At 1 : %s the drawing needs %u × %u pages of %s, more than %u. Choose larger paper or a smaller scale; at 1 : %s it fits on one."),
                 asked, self->layout.columns, self->layout.rows, size, QP_PAPER_MAX_TILES, fitting);
  else
    return TRUE;
  return FALSE;
}

static gboolean
lay_out (QpDrawingPages *self, const QpDrawingPaper *paper, GError **error)
{
  double width, height;

  qp_paper_layout_init (&self->layout, paper, has_scale (self));
  if (!has_scale (self))
    return TRUE;
  self->ratio = paper->ratio > 0 ? paper->ratio : fitting_ratio (self);
  size_at (self, self->ratio, &width, &height);
  if (self->ratio == paper->ratio || !fits (self, self->ratio))
    qp_paper_layout_cut (&self->layout, width, height);
  return check_pages (self, paper, error);
}

/* -- the title block -- */

static void
append_part (GString *out, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append (out, part);
}

static char *
make_title (const QpDrawingPages *self)
{
  if (self->job.node == NULL)
    return g_strdup (_ ("Sites of the city"));
  g_autofree char *name = qp_node_display_name (self->job.node);
  if (self->job.site == NULL || self->job.site->name == NULL)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s · %s", self->job.site->name, name);
}

static char *
make_subtitle (const QpDrawingPages *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const gboolean back = self->drawing.elevation_view.back;
  g_autofree char *about = self->drawing.type == QP_DRAWING_SCREEN ? qp_elevation_subtitle (&self->job.elevation) : NULL;
  g_autofree char *notes = self->drawing.type == QP_DRAWING_SCREEN ? qp_elevation_notes (&self->job.elevation, back) : NULL;

  if (self->drawing.type == QP_DRAWING_PLAN && self->job.site != NULL)
    append_part (line, self->job.site->local_name);
  append_part (line, about);
  append_part (line, notes);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
fill_sheet (QpDrawingPages *self, const QpDrawingPaper *paper)
{
  const QpProject *project = (const QpProject *) self->drawing.project;
  g_autoptr (GString) line = g_string_new (NULL);

  append_part (line, project->title);
  append_part (line, project->organisation);
  append_part (line, project->author);
  self->title = make_title (self);
  self->subtitle = make_subtitle (self);
  self->project = g_string_free (g_steal_pointer (&line), FALSE);
  self->revision = g_strdup (project->revision);
  self->sheet = (QpPaperSheet){ .title = self->title,
                                .subtitle = self->subtitle,
                                .project = self->project,
                                .paper = qp_paper_size_at (paper->size)->name,
                                .date = self->date,
                                .revision = self->revision,
                                .ratio = self->ratio,
                                .units_per_m = self->ratio > 0 ? UNITS_PER_M / self->ratio : 0,
                                .plan = self->drawing.type == QP_DRAWING_PLAN ? self->job.node : NULL,
                                .paint = self->drawing.type == QP_DRAWING_PLAN     ? paint_plan
                                         : self->drawing.type == QP_DRAWING_SCREEN ? paint_screen
                                                                                   : paint_city,
                                .data = self };
}

/**
 * qp_drawing_pages_new:
 * @drawing: what is drawn; its project is held, its other pointers have to outlive the pages; its size and scale are not looked at
 * @paper: on what and how large
 * @today: (nullable): the day, for the title block
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with %QP_ERROR_NOT_FOUND (no such plan or screen) or %QP_ERROR_LIMIT
 *   (larger than a page, or than %QP_PAPER_MAX_TILES pages, with what would fit)
 */
QpDrawingPages *
qp_drawing_pages_new (const QpDrawing *drawing, const QpDrawingPaper *paper, const char *today, GError **error)
{
  g_autoptr (QpDrawingPages) self = g_new0 (QpDrawingPages, 1);

  self->drawing = *drawing;
  qp_node_ref (self->drawing.project);
  self->drawing.elevation_view.bare = TRUE;
  self->job = (QpDrawingJob){ .drawing = &self->drawing, .format = QP_DRAWING_PDF, .units_per_m = UNITS_PER_M };
  self->date = g_strdup (today);
  if (drawing->map != NULL)
    qp_plan_style_init_map (&self->job.style, TEXT_PT);
  else
    qp_plan_style_init_paper (&self->job.style, TEXT_PT);
  if (!qp_drawing_job_load (&self->job, error) || !lay_out (self, paper, error))
    return NULL;
  fill_sheet (self, paper);
  return g_steal_pointer (&self);
}

/**
 * qp_drawing_pages_free:
 * @self: (transfer full): pages
 */
void
qp_drawing_pages_free (QpDrawingPages *self)
{
  qp_drawing_job_clear (&self->job);
  qp_node_unref (self->drawing.project);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->project);
  g_free (self->revision);
  g_free (self->date);
  g_free (self);
}

/**
 * qp_drawing_pages_count:
 * @self: pages
 *
 * Returns: how many there are, the index counted
 */
guint
qp_drawing_pages_count (const QpDrawingPages *self)
{
  return qp_paper_pages (&self->layout);
}

/**
 * qp_drawing_pages_ratio:
 * @self: pages
 *
 * Returns: N of the scale 1 : N; 0 where the drawing has none
 */
double
qp_drawing_pages_ratio (const QpDrawingPages *self)
{
  return self->ratio;
}

/**
 * qp_drawing_pages_layout:
 * @self: pages
 *
 * Returns: (transfer none): where everything lies on them
 */
const QpPaperLayout *
qp_drawing_pages_layout (const QpDrawingPages *self)
{
  return &self->layout;
}

/**
 * qp_drawing_pages_paint:
 * @self: pages
 * @page: from 0
 * @cr: a context in points, the page's upper left at (0, 0)
 *
 * Paints a page, the same in the preview, on the printer and in a file.
 */
void
qp_drawing_pages_paint (const QpDrawingPages *self, guint page, cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->layout.page_width, self->layout.page_height);
  cairo_clip (cr);
  qp_paint_paper (cr, &self->layout, &self->sheet, page, &self->job.style);
  cairo_restore (cr);
}

/* -- files -- */

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The drawing could not be made: %s"), cairo_status_to_string (status));
  return FALSE;
}

static void
tag_page (const QpDrawingPages *self, cairo_surface_t *surface, guint page)
{
  const guint pages = qp_drawing_pages_count (self);
  g_autofree char *tile = pages == 1 || page == 0 ? NULL
                                                  : qp_paper_tile_name ((page - 1) % self->layout.columns, (page - 1) / self->layout.columns);
  g_autofree char *link = g_strdup_printf ("page=%u", page + 1);

  cairo_pdf_surface_set_page_label (surface, tile != NULL ? tile : pages == 1 ? "1" : _ ("index"));
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, tile != NULL ? tile : self->title, link, 0);
}

/**
 * qp_drawing_pages_to_pdf:
 * @self: pages
 * @watch: (nullable): told how far it is; may stop it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): one file with all pages, or %NULL with %QP_ERROR_WRITE or when it was stopped
 */
GBytes *
qp_drawing_pages_to_pdf (const QpDrawingPages *self, const QpPlanWatch *watch, GError **error)
{
  const guint pages = qp_drawing_pages_count (self);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (qp_drawing_collect, bytes, self->layout.page_width, self->layout.page_height);
  cairo_t *cr = cairo_create (surface);
  gboolean fine = TRUE;

  qp_drawing_describe_pdf (surface, &self->job);
  for (guint page = 0; fine && page < pages; page++)
    {
      tag_page (self, surface, page);
      qp_drawing_pages_paint (self, page, cr);
      cairo_show_page (cr);
      fine = check_status (cairo_status (cr), error) && qp_plan_watch_tell (watch, (page + 1.0) / pages, error);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  fine = fine && check_status (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return fine ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
page_to_svg (const QpDrawingPages *self, guint page, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_svg_surface_create_for_stream (qp_drawing_collect, bytes, self->layout.page_width, self->layout.page_height);
  cairo_t *cr = cairo_create (surface);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  qp_drawing_pages_paint (self, page, cr);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);
  return check_status (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
page_to_png (const QpDrawingPages *self, guint page, GError **error)
{
  const double scale = PNG_DPI / 72;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->layout.page_width * scale),
                                                         (int) ceil (self->layout.page_height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  qp_drawing_pages_paint (self, page, cr);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, qp_drawing_collect, bytes);
  cairo_surface_destroy (surface);
  return check_status (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * qp_drawing_pages_path:
 * @self: pages
 * @page: from 0
 * @path: file that was chosen
 *
 * Returns: (transfer full): the file of one page, where a format has a file for each: "plan-B3.png"; the index and a single page
 *   have the name that was chosen
 */
char *
qp_drawing_pages_path (const QpDrawingPages *self, guint page, const char *path)
{
  const char *ending = strrchr (path, '.');

  if (page == 0 || ending == NULL)
    return g_strdup (path);
  g_autofree char *tile = qp_paper_tile_name ((page - 1) % self->layout.columns, (page - 1) / self->layout.columns);
  return g_strdup_printf ("%.*s-%s%s", (int) (ending - path), path, tile, ending);
}

static gboolean
write_bytes (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT, 0666, &reason))
    return TRUE;
  g_set_error (error, QP_ERROR, QP_ERROR_WRITE, _ ("The drawing can’t be written: %s"), reason->message);
  return FALSE;
}

static gboolean
write_pages (const QpDrawingPages *self, QpDrawingFormat format, const char *path, const QpPlanWatch *watch, GError **error)
{
  const guint pages = qp_drawing_pages_count (self);

  for (guint page = 0; page < pages; page++)
    {
      g_autofree char *name = qp_drawing_pages_path (self, page, path);
      g_autoptr (GBytes) bytes = format == QP_DRAWING_SVG ? page_to_svg (self, page, error) : page_to_png (self, page, error);
      if (bytes == NULL || !write_bytes (name, bytes, error) || !qp_plan_watch_tell (watch, (page + 1.0) / pages, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * qp_drawing_pages_write:
 * @self: pages
 * @format: how they are written
 * @path: file to be written
 * @watch: (nullable): told how far it is; may stop it
 * @error: return location
 *
 * PDF has all pages in one file; SVG and PNG, of 150 dots an inch, have a file for each, named by qp_drawing_pages_path().
 *
 * Returns: %FALSE with %QP_ERROR_WRITE, or when it was stopped
 */
gboolean
qp_drawing_pages_write (const QpDrawingPages *self, QpDrawingFormat format, const char *path, const QpPlanWatch *watch, GError **error)
{
  if (format != QP_DRAWING_PDF)
    return write_pages (self, format, path, watch, error);
  g_autoptr (GBytes) bytes = qp_drawing_pages_to_pdf (self, watch, error);
  return bytes != NULL && write_bytes (path, bytes, error);
}

/**
 * qp_drawing_pages_to_bytes:
 * @self: pages
 * @format: how they are written
 * @error: return location
 *
 * Returns: (transfer full) (nullable): one file, or %NULL with %QP_ERROR_INVALID where the format has a file for each of several
 *   pages, or %QP_ERROR_WRITE
 */
GBytes *
qp_drawing_pages_to_bytes (const QpDrawingPages *self, QpDrawingFormat format, GError **error)
{
  if (format == QP_DRAWING_PDF)
    return qp_drawing_pages_to_pdf (self, NULL, error);
  if (qp_drawing_pages_count (self) == 1)
    return format == QP_DRAWING_SVG ? page_to_svg (self, 0, error) : page_to_png (self, 0, error);
  g_set_error (error, QP_ERROR, QP_ERROR_INVALID, _ ("Several pages are one file only as PDF."));
  return NULL;
}
