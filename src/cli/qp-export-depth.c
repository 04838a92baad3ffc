/* qp-export-depth.c: frusta as JSON and perspective templates as PNG, for a content studio
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-export.h"
#include "cli/qp-json.h"
#include "exchange/qp-frustum.h"
#include "exchange/qp-studio.h"
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

static void
report_folder (const QpExportJob *job)
{
  g_autoptr (QpJson) json = qp_json_new ();

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "format", job->options->as);
  qp_json_id (json, "screen", job->screen->node.id);
  qp_json_string (json, "folder", job->options->output);
  qp_json_end_object (json);
  qp_json_print (json);
}

/* a folder gets all that a studio needs */
static QpExit
fill_folder (const QpExportJob *job)
{
  g_autoptr (GFile) folder = g_file_new_for_path (job->options->output);
  g_autoptr (GError) error = NULL;

  if (!qp_studio_write (folder, job->screen, plan_of (job->project, &job->screen->node), job->context->catalogue,
                        job->options->transparent, NULL, &error))
    {
      qp_cli_message ("%s", error->message);
      return QP_EXIT_FAILED;
    }
  if (job->options->json)
    report_folder (job);
  return QP_EXIT_FINE;
}

/* a row of the table of formats */
QpExit
qp_export_template (const QpExportJob *job)
{
  const QpExportOptions *options = job->options;
  g_auto (QpRaster) raster = { NULL };
  g_auto (QpDepth) depth = { 0 };
  g_autoptr (GError) error = NULL;

  if (g_file_test (options->output, G_FILE_TEST_IS_DIR) && options->tile == NULL && !options->faces)
    return fill_folder (job);
  if (!qp_studio_check (job->screen, job->context->catalogue, &error))
    {
      qp_cli_message ("%s", error->message);
      return QP_EXIT_FAILED;
    }
  if (!read_depth (job, &depth) || !qp_export_read_raster (job, &raster))
    return QP_EXIT_FAILED;
  g_autoptr (QpTemplate) template_ = qp_template_new (&raster, &depth, options->transparent);
  return qp_export_parts (job, &raster, qp_template_picture (template_, qp_raster_whole (&raster)));
}
