/* qp-export-depth.c: frusta as JSON and perspective templates as PNG, for a content studio
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-export.h"
#include "cli/qp-json.h"
#include "exchange/qp-frustum.h"
#include "exchange/qp-template.h"

#include <string.h>

static const QpNode *
plan_of (const QpNode *node, const QpNode *screen)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    {
      if (child == screen)
        return node;
      const QpNode *found = plan_of (child, screen);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* FALSE when something is missing, which has been told */
static gboolean
read_depth (const QpExportJob *job, QpDepth *depth)
{
  g_autoptr (GError) error = NULL;

  qp_depth_init (depth, job->screen, job->context->catalogue);
  if (qp_depth_require (depth, job->screen, &error))
    return TRUE;
  qp_cli_message ("%s", error->message);
  return FALSE;
}

static gboolean
write_frustum (const QpExportJob *job, const QpDepth *depth, const char *path)
{
  char *text = qp_frustum_to_json (job->screen, depth, plan_of (job->project, &job->screen->node));
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return qp_cli_write (path, bytes);
}

/* a row of the table of formats */
QpExit
qp_export_frustum (const QpExportJob *job)
{
  g_auto (QpDepth) depth = { 0 };

  if (!read_depth (job, &depth) || !write_frustum (job, &depth, job->options->output))
    return QP_EXIT_FAILED;
  if (job->options->json)
    {
      g_autoptr (QpJson) json = qp_json_new ();
      qp_json_begin_object (json, NULL);
      qp_json_string (json, "format", job->options->as);
      qp_json_id (json, "screen", job->screen->node.id);
      qp_json_string (json, "file", job->options->output);
      qp_json_integer (json, "faces", depth.faces->len);
      qp_json_integer (json, "facets", depth.facets->len);
      qp_json_end_object (json);
      qp_json_print (json);
    }
  return QP_EXIT_FINE;
}

/* a folder gets all that a studio needs: template.png, one for each face, and frustum.json */
static QpExit
fill_folder (const QpExportJob *job, const QpDepth *depth, const QpRaster *raster, const QpRasterPicture *picture)
{
  g_autofree char *whole = g_build_filename (job->options->output, "template.png", NULL);
  g_autofree char *frustum = g_build_filename (job->options->output, "frustum.json", NULL);
  QpExportOptions options = *job->options;
  QpExportJob inner = *job;

  inner.options = &options;
  options.output = whole;
  options.json = FALSE;
  if (!write_frustum (job, depth, frustum) || qp_export_parts (&inner, raster, *picture) != QP_EXIT_FINE)
    return QP_EXIT_FAILED;
  options.faces = TRUE;
  options.json = job->options->json;
  return qp_export_parts (&inner, raster, *picture);
}

/* a row of the table of formats */
QpExit
qp_export_template (const QpExportJob *job)
{
  g_auto (QpRaster) raster = { NULL };
  g_auto (QpDepth) depth = { 0 };

  if (!read_depth (job, &depth) || !qp_export_read_raster (job, &raster))
    return QP_EXIT_FAILED;
  if (!qp_depth_has_content (&depth))
    {
      qp_cli_message (_ ("The depth of the content is not known. Type how far it goes before or behind the face."));
      return QP_EXIT_FAILED;
    }
  g_autoptr (QpTemplate) template_ = qp_template_new (&raster, &depth, job->options->transparent);
  const QpRasterPicture picture = qp_template_picture (template_, qp_raster_whole (&raster));
  if (g_file_test (job->options->output, G_FILE_TEST_IS_DIR) && job->options->tile == NULL && !job->options->faces)
    return fill_folder (job, &depth, &raster, &picture);
  return qp_export_parts (job, &raster, picture);
}
