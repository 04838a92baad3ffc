/* qp-sight-at.c: what somebody sees of each screen from one place, in figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-number.h"
#include "cli/qp-cli-sight.h"
#include "cli/qp-json.h"
#include "engine/qp-audience.h"
#include "engine/qp-look-lines.h"

#include <math.h>

static void
write_look (QpJson *json, const QpLookScreen *screen, const QpLook *look)
{
  static const char *const cones[] = { NULL, "inside", "outside" };
  g_autofree char *name = qp_node_display_name (&screen->screen->node);

  qp_json_begin_object (json, NULL);
  qp_json_id (json, "id", screen->screen->node.id);
  qp_json_string (json, "name", name);
  qp_json_string (json, "grade", qp_look_grade_key (look->grade));
  qp_json_number (json, "share_seen", look->share);
  qp_json_number (json, "share_facing", look->facing);
  qp_json_number (json, "nearest_m", look->nearest_m);
  qp_json_number (json, "middle_m", look->middle_m);
  qp_json_number (json, "off_axis_deg", look->off_axis_deg);
  qp_json_number (json, "off_axis_h_deg", look->off_axis_h_deg);
  qp_json_number (json, "off_axis_v_deg", look->off_axis_v_deg);
  qp_json_string (json, "half_luminance_cone", cones[look->cone]);
  qp_json_number (json, "arcmin_per_px", look->arcmin_per_px);
  qp_json_number (json, "px_per_deg", look->px_per_deg);
  qp_json_number (json, "width_deg", look->width_deg);
  qp_json_number (json, "height_deg", look->height_deg);
  qp_json_number (json, "foreshortening", look->squeeze);
  if (look->blocker == NULL)
    qp_json_null (json, "hidden_most_by");
  else
    qp_json_id (json, "hidden_most_by", look->blocker->id);
  qp_json_number (json, "share_hidden_by_it", look->hidden);
  qp_json_end_object (json);
}

static void
print_look (const QpLookScreen *screen, const QpLook *look, QpVec3 eye)
{
  g_autofree char *name = qp_node_display_name (&screen->screen->node), *sentence = qp_look_sentence (screen, look);
  g_autoptr (GPtrArray) lines = qp_look_lines (screen, look, eye);

  g_print ("%s: %s. %s\n", name, qp_look_grade_name (look->grade), sentence);
  for (guint i = 0; i < lines->len; i++)
    {
      const QpLookLine *line = lines->pdata[i];
      g_print ("  %s: %s%s%s\n", line->label, line->value, line->detail == NULL ? "" : "; ", line->detail == NULL ? "" : line->detail);
    }
}

static guint
look_at_screens (const QpSightAt *self, QpVec3 eye, QpJson *json)
{
  g_autoptr (GArray) walls = qp_sight_walls (self->plan, NULL);
  QpNodeIter iter;
  guint n = 0;

  qp_node_iter_init (&iter, self->plan->children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
    {
      g_auto (QpLookScreen) screen = { 0 };
      QpLook look;
      if ((self->only != NULL && self->only != node)
          || !qp_look_screen_init (&screen, (const QpScreen *) node, self->catalogue, self->how, QP_LOOK_PARTS))
        continue;
      qp_look (&screen, walls, eye, &look, NULL);
      n++;
      if (json != NULL)
        write_look (json, &screen, &look);
      else
        print_look (&screen, &look, eye);
    }
  return n;
}

/**
 * qp_cli_sight_at:
 * @self: what is to be told of a place
 *
 * Prints what somebody who stands there sees of each screen.
 *
 * Returns: %QP_EXIT_NO when there is no screen of known size to look at
 */
QpExit
qp_cli_sight_at (const QpSightAt *self)
{
  g_autoptr (QpJson) json = self->json ? qp_json_new () : NULL;
  double at[3] = { 0, 0, QP_AUDIENCE_EYE_M };

  if (qp_cli_numbers (self->place, at, 2, 3) < 0)
    return qp_cli_wrong (self->command, _ ("--at “%s” is no place: write X,Y or X,Y,H in metres."), self->place);
  if (json != NULL)
    {
      qp_json_begin_object (json, NULL);
      qp_json_number (json, "eye_x_m", at[0]);
      qp_json_number (json, "eye_y_m", at[1]);
      qp_json_number (json, "eye_height_m", at[2]);
      qp_json_begin_array (json, "screens");
    }
  const guint n = look_at_screens (self, qp_vec3 (at[0], at[1], at[2]), json);
  if (json != NULL)
    {
      qp_json_end_array (json);
      qp_json_end_object (json);
      qp_json_print (json);
    }
  if (n == 0)
    qp_cli_message (_ ("There is no screen of known size on this plan."));
  return n > 0 ? QP_EXIT_FINE : QP_EXIT_NO;
}
