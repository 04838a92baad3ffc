/* qp-raster-parts.c: a picture at native raster as several files: each face, or tiles for the inputs of a controller
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/qp-raster-parts.h"

#include <string.h>

/**
 * qp_raster_split:
 * @self: a raster
 * @split: how it is split
 *
 * Returns: (transfer full) (element-type QpPixelBox): the parts
 */
GArray *
qp_raster_split (const QpRaster *self, const QpRasterSplit *split)
{
  if (split->faces)
    return qp_raster_faces (self);
  return qp_raster_tiles (self, split->tile_width > 0 ? split->tile_width : self->width,
                          split->tile_height > 0 ? split->tile_height : self->height);
}

/**
 * qp_raster_part_path:
 * @path: where the picture goes, such as `map.png`
 * @split: how it is split
 * @part: a part
 * @index: which, from 0
 *
 * Returns: (transfer full): its file: `map-face2.png`, `map-r1c2.png` of a tile, or @path when it is not split
 */
char *
qp_raster_part_path (const char *path, const QpRasterSplit *split, const QpPixelBox *part, guint index)
{
  const char *slash = strrchr (path, '/'), *dot = strrchr (path, '.');
  const gboolean has_ending = dot != NULL && (slash == NULL || dot > slash);
  g_autofree char *stem = has_ending ? g_strndup (path, (gsize) (dot - path)) : g_strdup (path);
  const char *ending = has_ending ? dot : "";

  if (split->faces)
    return g_strdup_printf ("%s-face%u%s", stem, index + 1, ending);
  if (split->tile_width > 0 && split->tile_height > 0)
    return g_strdup_printf ("%s-r%uc%u%s", stem, part->y / split->tile_height + 1, part->x / split->tile_width + 1,
                            ending);
  return g_strdup (path);
}

/* how far a part is, as a share of all of them */
typedef struct
{
  const QpPlanWatch *watch;
  double from;
  double share;
} PartWatch;

static void
tell_part (double fraction, gpointer data)
{
  const PartWatch *part = data;

  if (part->watch->progress != NULL)
    part->watch->progress (part->from + fraction * part->share, part->watch->data);
}

/**
 * qp_raster_parts_save:
 * @raster: a raster
 * @picture: its picture; the box is not looked at
 * @split: how it is split
 * @path: file to be written, or from which the names of the parts are made
 * @watch: (nullable): told how far it is; may stop it
 * @error: return location
 *
 * Writes a picture as one or more PNG files. Parts that were finished before an error stay.
 *
 * Returns: %FALSE with an error of qp_raster_picture_save()
 */
gboolean
qp_raster_parts_save (const QpRaster *raster, const QpRasterPicture *picture, const QpRasterSplit *split,
                      const char *path, const QpPlanWatch *watch, GError **error)
{
  g_autoptr (GArray) parts = qp_raster_split (raster, split);
  QpRasterPicture part = *picture;

  for (guint i = 0; i < parts->len; i++)
    {
      PartWatch inner = { watch, (double) i / parts->len, 1.0 / parts->len };
      const QpPlanWatch told = { watch != NULL ? watch->cancellable : NULL, tell_part, &inner };
      part.box = g_array_index (parts, QpPixelBox, i);
      g_autofree char *name = qp_raster_part_path (path, split, &part.box, i);
      g_autoptr (GFile) file = g_file_new_for_path (name);
      if (!qp_raster_picture_save (&part, file, watch != NULL ? &told : NULL, error))
        return FALSE;
    }
  return TRUE;
}
