/* qp-export-raster.c: pixel maps and test patterns as PNG at native raster, whole or in parts
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-export.h"
#include "cli/qp-json.h"
#include "exchange/qp-pattern.h"
#include "exchange/qp-pixel-map.h"
#include "exchange/qp-raster-parts.h"

#include <errno.h>
#include <string.h>

/* -- parts -- */

static gboolean
parse_tile (const char *text, guint *width, guint *height)
{
  char *end;
  const guint64 w = g_ascii_strtoull (text, &end, 10);

  if (end == text || (*end != 'x' && *end != 'X'))
    return FALSE;
  const char *second = end + 1;
  const guint64 h = g_ascii_strtoull (second, &end, 10);
  if (end == second || *end != '\0' || w < 1 || h < 1 || w > QP_RASTER_MAX_SIDE || h > QP_RASTER_MAX_SIDE)
    return FALSE;
  *width = (guint) w;
  *height = (guint) h;
  return TRUE;
}

/* FALSE when the tile is no size, which has been told */
static gboolean
read_split (const QpExportJob *job, QpRasterSplit *split)
{
  *split = (QpRasterSplit){ .faces = job->options->faces };
  if (job->options->tile == NULL || parse_tile (job->options->tile, &split->tile_width, &split->tile_height))
    return TRUE;
  qp_cli_wrong (job->command, _ ("“%s” is no size of a tile in pixels, such as 3840x2160."), job->options->tile);
  return FALSE;
}

/* -- writing -- */

static gboolean
to_stdout (const guint8 *data, gsize size, gpointer target, GError **error)
{
  if (fwrite (data, 1, size, stdout) == size)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("Standard output can’t be written: %s"),
               g_strerror (errno));
  return FALSE;
}

static gboolean
write_part (const QpRasterPicture *picture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const gboolean fine = strcmp (path, "-") == 0 ? qp_raster_picture_write (picture, to_stdout, NULL, NULL, &error)
                                                : qp_raster_picture_save (picture, file, NULL, &error);
  if (!fine)
    qp_cli_message (_ ("“%s” can’t be written: %s"), path, error->message);
  return fine;
}

static void
report_part (QpJson *json, const char *path, const QpPixelBox *part)
{
  qp_json_begin_object (json, NULL);
  qp_json_string (json, "file", path);
  qp_json_integer (json, "x_px", part->x);
  qp_json_integer (json, "y_px", part->y);
  qp_json_integer (json, "width_px", part->width);
  qp_json_integer (json, "height_px", part->height);
  qp_json_end_object (json);
}

static void
begin_report (QpJson *json, const QpExportJob *job, const QpRaster *raster)
{
  qp_json_begin_object (json, NULL);
  qp_json_string (json, "format", job->options->as);
  qp_json_id (json, "screen", job->screen->node.id);
  qp_json_integer (json, "width_px", raster->width);
  qp_json_integer (json, "height_px", raster->height);
  qp_json_number (json, "pitch_h_mm", raster->pitch_x_mm);
  qp_json_number (json, "pitch_v_mm", raster->pitch_y_mm);
  qp_json_integer (json, "cabinets", (gint64) raster->shape.cells.n);
  qp_json_begin_array (json, "files");
}

/* writes a picture whole or in the parts that were asked for, and reports them */
QpExit
qp_export_parts (const QpExportJob *job, const QpRaster *raster, QpRasterPicture picture)
{
  g_autoptr (QpJson) json = job->options->json ? qp_json_new () : NULL;
  QpRasterSplit split;

  if (!read_split (job, &split))
    return QP_EXIT_FAILED;
  g_autoptr (GArray) parts = qp_raster_split (raster, &split);
  if (json != NULL)
    begin_report (json, job, raster);
  for (guint i = 0; i < parts->len; i++)
    {
      picture.box = g_array_index (parts, QpPixelBox, i);
      g_autofree char *path = qp_raster_part_path (job->options->output, &split, &picture.box, i);
      if (!write_part (&picture, path))
        return QP_EXIT_FAILED;
      if (json != NULL)
        report_part (json, path, &picture.box);
    }
  if (json != NULL)
    {
      qp_json_end_array (json);
      qp_json_end_object (json);
      qp_json_print (json);
    }
  return QP_EXIT_FINE;
}

/* FALSE when the pixels are not known, which has been told */
gboolean
qp_export_read_raster (const QpExportJob *job, QpRaster *raster)
{
  g_autoptr (GError) error = NULL;

  if (qp_raster_init (raster, job->screen, job->context->catalogue, &error))
    return TRUE;
  qp_cli_message ("%s", error->message);
  return FALSE;
}

/* a row of the table of formats */
QpExit
qp_export_pixel_map (const QpExportJob *job)
{
  const QpPixelMapOptions options = { .transparent = job->options->transparent };
  g_auto (QpRaster) raster = { NULL };

  if (!qp_export_read_raster (job, &raster))
    return QP_EXIT_FAILED;
  g_autoptr (QpPixelMap) map = qp_pixel_map_new (&raster, &options);
  return qp_export_parts (job, &raster, qp_pixel_map_picture (map, qp_raster_whole (&raster)));
}

static gboolean
find_pattern (const QpExportJob *job, QpPatternType *type)
{
  const char *keys[QP_N_PATTERNS + 1] = { NULL };

  if (job->options->pattern != NULL && qp_pattern_find (job->options->pattern, type))
    return TRUE;
  for (guint i = 0; i < QP_N_PATTERNS; i++)
    keys[i] = qp_pattern_key (i);
  g_autofree char *list = g_strjoinv (", ", (char **) keys);
  if (job->options->pattern == NULL)
    qp_cli_wrong (job->command, _ ("Say which pattern: --pattern, one of %s."), list);
  else
    qp_cli_wrong (job->command, _ ("There is no pattern “%s”: choose one of %s."), job->options->pattern, list);
  return FALSE;
}

/* a row of the table of formats */
QpExit
qp_export_pattern (const QpExportJob *job)
{
  g_auto (QpRaster) raster = { NULL };
  QpPatternType type;

  if (!find_pattern (job, &type) || !qp_export_read_raster (job, &raster))
    return QP_EXIT_FAILED;
  g_autoptr (QpPattern) pattern = qp_pattern_new (&raster, type, job->options->transparent);
  return qp_export_parts (job, &raster, qp_pattern_picture (pattern, qp_raster_whole (&raster)));
}
