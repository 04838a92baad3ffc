/* qp-render-view.c: what somebody sees, as a picture and in figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-render-view.h"

#include "cli/qp-json.h"
#include "engine/qp-audience.h"
#include "exchange/qp-view-file.h"

#include <math.h>

static gboolean
parse (const QpRenderViewJob *job, QpGaze *gaze, gboolean *aimed)
{
  const QpRenderViewOptions *options = job->options;
  double at[3] = { 0, 0, QP_AUDIENCE_EYE_M }, look[2] = { 0, 0 }, across = QP_CAMERA_USUAL_DEG;

  *aimed = options->look != NULL;
  if (qp_cli_numbers (options->from, at, 2, 3) < 0)
    qp_cli_wrong (job->command, _ ("--view-from “%s” is no place: write X,Y or X,Y,H in metres."), options->from);
  else if (options->look != NULL && (qp_cli_numbers (options->look, look, 1, 2) < 0 || fabs (look[1]) > 85))
    qp_cli_wrong (job->command,
                  _ ("--look “%s” is no direction: write degrees clockwise from up, and up to 85° up or down."),
                  options->look);
  else if (options->across != NULL
           && (qp_cli_numbers (options->across, &across, 1, 1) < 0 || across < QP_CAMERA_LEAST_DEG
               || across > QP_CAMERA_MOST_DEG))
    qp_cli_wrong (job->command, _ ("--across “%s” is no angle from %g° to %g°."), options->across, QP_CAMERA_LEAST_DEG,
                  QP_CAMERA_MOST_DEG);
  else
    {
      *gaze = (QpGaze){ qp_vec3 (at[0], at[1], at[2]), look[0], look[1], across };
      return TRUE;
    }
  return FALSE;
}

static void
aim (const QpRenderViewJob *job, const QpViewScene *scene, QpGaze *gaze, gboolean aimed)
{
  const double across = gaze->across;

  if (!aimed)
    qp_view_scene_aim (scene, gaze, QP_ID_NONE, QP_VIEW_ASPECT);
  if (job->options->across != NULL)
    gaze->across = across;
}

static void
write_tally (QpJson *json, const QpViewScene *scene, const QpViewTally *tally)
{
  const QpNode *node = qp_view_scene_object (scene, tally->object)->node;
  g_autofree char *name = qp_node_display_name (node);

  qp_json_begin_object (json, NULL);
  qp_json_id (json, "id", node->id);
  qp_json_string (json, "name", name);
  qp_json_number (json, "pixels", tally->pixels);
  qp_json_number (json, "hidden_pixels", tally->hidden_pixels);
  qp_json_number (json, "face_in_view", tally->share);
  qp_json_begin_array (json, "hidden_by");
  for (guint i = 0; i < tally->blockers->len; i++)
    {
      const QpViewBlocker *blocker = &g_array_index (tally->blockers, QpViewBlocker, i);
      if (blocker->object == 0)
        continue;
      const QpNode *object = qp_view_scene_object (scene, blocker->object)->node;
      g_autofree char *called = qp_node_display_name (object);
      qp_json_begin_object (json, NULL);
      qp_json_id (json, "id", object->id);
      qp_json_string (json, "name", called);
      qp_json_number (json, "face", blocker->share);
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  qp_json_end_object (json);
}

static void
report (const QpRenderViewJob *job, const QpViewScene *scene, const QpViewPicture *picture)
{
  g_autoptr (QpJson) json = qp_json_new ();
  const QpGaze *gaze = &picture->camera.gaze;

  qp_json_begin_object (json, NULL);
  qp_json_string (json, "file", job->output);
  qp_json_number (json, "width", picture->camera.width);
  qp_json_number (json, "height", picture->camera.height);
  qp_json_number (json, "eye_x_m", gaze->eye.x);
  qp_json_number (json, "eye_y_m", gaze->eye.y);
  qp_json_number (json, "eye_height_m", gaze->eye.z);
  qp_json_number (json, "look_deg", gaze->heading);
  qp_json_number (json, "look_up_deg", gaze->pitch);
  qp_json_number (json, "across_deg", gaze->across);
  qp_json_integer (json, "unknown_tops", scene->unknown_tops);
  qp_json_begin_array (json, "screens");
  for (guint i = 0; i < picture->tallies->len; i++)
    write_tally (json, scene, &g_array_index (picture->tallies, QpViewTally, i));
  qp_json_end_array (json);
  qp_json_end_object (json);
  qp_json_print (json);
}

/* draws the view, writes it, and tells what is in it */
QpExit
qp_render_view (const QpRenderViewJob *job)
{
  const guint width = job->width > 0 ? (guint) MIN (job->width, 16000) : QP_VIEW_FILE_WIDTH;
  const guint height = MAX (1, (guint) round (width / QP_VIEW_ASPECT));
  const QpTheme theme = job->dark || job->options->night ? QP_THEME_DARK : QP_THEME_LIGHT;
  const QpViewOptions options = { job->options->night, theme, 3, TRUE };
  g_autoptr (GError) error = NULL;
  QpPlanStyle style;
  QpGaze gaze;
  gboolean aimed;

  if (!parse (job, &gaze, &aimed))
    return QP_EXIT_FAILED;
  g_autoptr (QpViewScene) scene = qp_view_scene_new ((QpNode *) job->plan, job->catalogue);
  aim (job, scene, &gaze, aimed);
  qp_plan_style_init (&style, theme, QP_TEXT_PX * fmax (1, width / 1200.0));
  style.unit = fmax (1, width / 1200.0);
  g_autoptr (QpViewPicture) picture = qp_view_drawing_new (scene, &gaze, width, height, &options, &style, NULL, NULL);
  g_autoptr (GBytes) bytes = qp_view_to_png (picture, &error);
  if (bytes == NULL)
    {
      qp_cli_message ("%s", error->message);
      return QP_EXIT_FAILED;
    }
  if (!qp_cli_write (job->output, bytes))
    return QP_EXIT_FAILED;
  if (job->json)
    report (job, scene, picture);
  return QP_EXIT_FINE;
}
