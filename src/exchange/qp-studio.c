/* qp-studio.c: a folder with all that a content studio needs for a screen with depth
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-studio.h"

#include "base/qp-error.h"
#include "exchange/qp-frustum.h"
#include "exchange/qp-template.h"

#include <string.h>

static gboolean
is_complete (const QpDepth *depth, const QpScreen *screen, GError **error)
{
  if (!qp_depth_require (depth, screen, error))
    return FALSE;
  if (qp_depth_has_content (depth))
    return TRUE;
  g_set_error_literal (error, QP_ERROR, QP_ERROR_INVALID,
                       _ ("The depth of the content is not known. Type how far it goes before or behind the face."));
  return FALSE;
}

/**
 * qp_studio_check:
 * @screen: a screen
 * @catalogue: (nullable): where its cabinet is looked up
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_INVALID and what is missing, when qp_studio_write() could not write it
 */
gboolean
qp_studio_check (const QpScreen *screen, const QpCatalogue *catalogue, GError **error)
{
  g_auto (QpDepth) depth = { 0 };

  qp_depth_init (&depth, screen, catalogue);
  return is_complete (&depth, screen, error);
}

static gboolean
make_folder (GFile *folder, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &problem)
      || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
write_text (GFile *folder, const char *name, const char *text, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

static gboolean
write_picture (GFile *folder, const char *name, QpTemplate *template_, QpPixelBox box, const QpPlanWatch *watch,
               GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  const QpRasterPicture picture = qp_template_picture (template_, box);

  return qp_raster_picture_save (&picture, file, watch, error);
}

static gboolean
write_pictures (GFile *folder, const QpRaster *raster, QpTemplate *template_, const QpPlanWatch *watch, GError **error)
{
  g_autoptr (GArray) faces = qp_raster_faces (raster);

  if (!write_picture (folder, "template.png", template_, qp_raster_whole (raster), watch, error))
    return FALSE;
  for (guint i = 0; i < faces->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("template-face%u.png", i + 1);
      const QpPlanWatch quiet = { .cancellable = watch == NULL ? NULL : watch->cancellable };
      if (!write_picture (folder, name, template_, g_array_index (faces, QpPixelBox, i), &quiet, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * qp_studio_write:
 * @folder: folder; made when it is not there
 * @screen: a screen
 * @plan: (nullable): the plan that it is on, for the share of the audience
 * @catalogue: (nullable): where its cabinet is looked up
 * @transparent: whether the templates have nothing but their lines
 * @watch: (nullable): told how far it is; may stop it
 * @error: return location
 *
 * Writes `frustum.json`, `template.png` of the whole raster and `template-face1.png` and so on of each face.
 *
 * Returns: %FALSE with %QP_ERROR_INVALID and what is missing, %QP_ERROR_LIMIT, %G_IO_ERROR_CANCELLED, or why a file could
 *   not be written
 */
gboolean
qp_studio_write (GFile *folder, const QpScreen *screen, const QpNode *plan, const QpCatalogue *catalogue,
                 gboolean transparent, const QpPlanWatch *watch, GError **error)
{
  g_auto (QpDepth) depth = { 0 };
  g_auto (QpRaster) raster = { NULL };

  qp_depth_init (&depth, screen, catalogue);
  if (!is_complete (&depth, screen, error) || !qp_raster_init (&raster, screen, catalogue, error)
      || !make_folder (folder, error))
    return FALSE;
  g_autofree char *json = qp_frustum_to_json (screen, &depth, plan);
  g_autoptr (QpTemplate) template_ = qp_template_new (&raster, &depth, transparent);
  return write_text (folder, "frustum.json", json, error)
         && write_pictures (folder, &raster, template_, watch, error);
}
