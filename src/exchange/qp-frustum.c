/* qp-frustum.c: camera, corners, raster and frusta of a picture with depth, as JSON for a content studio
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields are described in doc/frustum.md.
 */
#include "base/qp-i18n.h"

#include "exchange/qp-frustum.h"

#include "base/qp-error.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* -- JSON: numbers as short as they are exact enough (a micrometre in a kilometre), what is not known as null -- */

typedef struct
{
  GString *text;
  guint depth;
  gboolean first; /* whether nothing stands in the innermost bracket yet */
  guint flat;     /* brackets whose values stand in one line */
} Out;

static void
begin_value (Out *out, const char *key)
{
  if (!out->first)
    g_string_append_c (out->text, ',');
  if (out->flat > 0)
    g_string_append (out->text, out->first ? "" : " ");
  else if (out->depth > 0)
    g_string_append_printf (out->text, "\n%*s", (int) out->depth * 2, "");
  out->first = FALSE;
  if (key != NULL)
    g_string_append_printf (out->text, "\"%s\": ", key);
}

static void
open_bracket (Out *out, const char *key, char bracket)
{
  begin_value (out, key);
  g_string_append_c (out->text, bracket);
  out->depth++;
  out->first = TRUE;
}

static void
close_bracket (Out *out, char bracket)
{
  out->depth--;
  if (out->flat == 0)
    g_string_append_printf (out->text, "\n%*s", (int) out->depth * 2, "");
  g_string_append_c (out->text, bracket);
  out->first = FALSE;
}

static void
add_number (Out *out, const char *key, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (out, key);
  if (!isfinite (value))
    {
      g_string_append (out->text, "null");
      return;
    }
  g_string_append (out->text, g_ascii_formatd (text, sizeof text, "%.12g", fabs (value) < 1e-12 ? 0 : value));
}

static void
add_truth (Out *out, const char *key, gboolean value)
{
  begin_value (out, key);
  g_string_append (out->text, value ? "true" : "false");
}

static void
add_text (Out *out, const char *key, const char *value)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  begin_value (out, key);
  json_node_init_string (node, value);
  g_autofree char *text = json_to_string (node, FALSE);
  g_string_append (out->text, text);
}

static void
add_vector (Out *out, const char *key, QpVec3 value)
{
  begin_value (out, key);
  g_string_append_c (out->text, '[');
  out->flat++;
  out->first = TRUE;
  add_number (out, NULL, value.x);
  add_number (out, NULL, value.y);
  add_number (out, NULL, value.z);
  g_string_append_c (out->text, ']');
  out->flat--;
}

static void
add_box (Out *out, const char *key, guint x, guint y, guint width, guint height)
{
  open_bracket (out, key, '{');
  out->flat++;
  add_number (out, "x_px", x);
  add_number (out, "y_px", y);
  add_number (out, "width_px", width);
  add_number (out, "height_px", height);
  close_bracket (out, '}');
  out->flat--;
}

/* -- parts -- */

/**
 * qp_frustum_to_screen:
 * @screen: a screen
 * @depth: its picture with depth
 * @place: a place on the plan, metres
 *
 * Returns: the place in the axes of the screen: from the point (x_m, y_m) at the bottom edge, x to the right as a viewer
 *   in front sees it, y up, z towards the viewer, where the screen faces: right-handed
 */
QpVec3
qp_frustum_to_screen (const QpScreen *screen, const QpDepth *depth, QpVec3 place)
{
  const QpVec facing = qp_vec_from_heading (isnan (screen->facing_deg) ? 180 : screen->facing_deg);
  const QpVec from = qp_vec (place.x - (screen->x_m == QP_UNSET ? 0 : qp_m_from_um (screen->x_m)),
                             place.y - (screen->y_m == QP_UNSET ? 0 : qp_m_from_um (screen->y_m)));

  return qp_vec3 (qp_vec_dot (from, qp_vec (-facing.y, facing.x)), place.z - depth->shape.bottom,
                  qp_vec_dot (from, facing));
}

typedef struct
{
  Out out;
  const QpScreen *screen;
  const QpDepth *depth;
} Job;

static QpVec3
direction_to_screen (const Job *job, QpVec3 direction)
{
  return qp_vec3_sub (qp_frustum_to_screen (job->screen, job->depth, direction),
                      qp_frustum_to_screen (job->screen, job->depth, qp_vec3 (0, 0, 0)));
}

static void
write_corners (Job *job, const char *key, const QpDepthFacet *facet, gboolean of_screen)
{
  static const char *const names[] = { "upper_left", "upper_right", "lower_right", "lower_left" };

  open_bracket (&job->out, key, '{');
  for (guint i = 0; i < 4; i++)
    add_vector (&job->out, names[i],
                of_screen ? qp_frustum_to_screen (job->screen, job->depth, facet->corners[i]) : facet->corners[i]);
  close_bracket (&job->out, '}');
}

static void
write_frustum (Job *job, const QpDepthFacet *facet)
{
  open_bracket (&job->out, "frustum", '{');
  add_number (&job->out, "near_m", 1);
  add_number (&job->out, "left", facet->left);
  add_number (&job->out, "right", facet->away ? NAN : facet->rightmost);
  add_number (&job->out, "bottom", facet->bottom);
  add_number (&job->out, "top", facet->away ? NAN : facet->top);
  close_bracket (&job->out, '}');
}

static void
write_facet (Job *job, const QpDepthFacet *facet)
{
  Out *out = &job->out;

  open_bracket (out, NULL, '{');
  add_number (out, "first_column", facet->column + 1);
  add_number (out, "columns", facet->columns);
  add_number (out, "width_m", facet->width);
  add_number (out, "height_m", facet->height);
  add_box (out, "raster", facet->px_x, 0, facet->px_width, facet->px_height);
  write_corners (job, "corners_screen", facet, TRUE);
  write_corners (job, "corners_plan", facet, FALSE);
  add_vector (out, "right_screen", direction_to_screen (job, facet->right));
  add_vector (out, "up_screen", direction_to_screen (job, facet->up));
  add_vector (out, "normal_screen", direction_to_screen (job, facet->normal));
  add_number (out, "eye_distance_m", facet->distance);
  add_truth (out, "turned_away", facet->away);
  add_number (out, "view_across_deg", facet->away ? NAN : facet->across_deg);
  add_number (out, "view_down_deg", facet->away ? NAN : facet->down_deg);
  write_frustum (job, facet);
  close_bracket (out, '}');
}

static void
write_room (Job *job, guint face)
{
  Out *out = &job->out;
  QpDepthFrame frame;

  if (!qp_depth_frame (job->depth, face, &frame))
    return;
  open_bracket (out, "room", '{');
  add_number (out, "front_m", frame.wanted);
  add_number (out, "left_m", frame.left);
  add_number (out, "bottom_m", frame.bottom);
  add_number (out, "width_m", frame.width);
  add_number (out, "height_m", frame.height);
  add_number (out, "most_front_m", frame.most);
  add_number (out, "back_width_m", frame.back_width);
  add_number (out, "back_height_m", frame.back_height);
  close_bracket (out, '}');
}

static void
write_face (Job *job, guint index)
{
  const QpDepthFace *face = qp_depth_face (job->depth, index);
  const QpDepthFacet *first = qp_depth_facet (job->depth, face->first);
  const QpDepthFacet *last = qp_depth_facet (job->depth, face->first + face->n_facets - 1);
  Out *out = &job->out;

  open_bracket (out, NULL, '{');
  add_number (out, "number", face->number);
  add_text (out, "kind", face->rounding ? "rounding" : face->bent ? "arc" : "flat");
  add_box (out, "raster", first->px_x, 0, last->px_x + last->px_width - first->px_x, first->px_height);
  write_room (job, index);
  open_bracket (out, "facets", '[');
  for (guint i = 0; i < face->n_facets; i++)
    write_facet (job, qp_depth_facet (job->depth, face->first + i));
  close_bracket (out, ']');
  close_bracket (out, '}');
}

static void
write_screen (Job *job)
{
  const QpScreen *screen = job->screen;
  const QpShape *shape = &job->depth->shape;
  g_autofree char *name = qp_node_display_name (&screen->node);
  char id[QP_ID_TEXT_SIZE];
  Out *out = &job->out;

  qp_id_to_text (screen->node.id, id);
  open_bracket (out, "screen", '{');
  add_text (out, "id", id);
  add_text (out, "name", name);
  add_text (out, "shape", qp_values_shape[shape->kind].key);
  add_number (out, "facing_deg", isnan (screen->facing_deg) ? 180 : screen->facing_deg);
  add_number (out, "tilt_deg", shape->tilt * 180 / G_PI);
  add_number (out, "bottom_height_m", shape->bottom);
  add_number (out, "columns", shape->cells.columns);
  add_number (out, "rows", shape->cells.rows);
  if (!qp_cells_is_full (&shape->cells))
    {
      g_autofree char *missing = qp_cells_missing (&shape->cells);
      add_text (out, "missing_cells", missing);
    }
  close_bracket (out, '}');
  open_bracket (out, "raster", '{');
  add_number (out, "width_px", shape->cells.columns * shape->cell_px_w);
  add_number (out, "height_px", shape->cells.rows * shape->cell_px_h);
  add_number (out, "pitch_across_mm", shape->cell_w * 1000 / shape->cell_px_w);
  add_number (out, "pitch_down_mm", shape->cell_h * 1000 / shape->cell_px_h);
  close_bracket (out, '}');
}

static void
write_camera (Job *job)
{
  const QpDepth *depth = job->depth;
  Out *out = &job->out;

  open_bracket (out, "camera", '{');
  add_vector (out, "eye_screen", qp_frustum_to_screen (job->screen, depth, depth->eye));
  add_vector (out, "eye_plan", depth->eye);
  add_truth (out, "height_assumed", depth->eye_assumed);
  add_vector (out, "aim_screen", qp_frustum_to_screen (job->screen, depth, qp_depth_middle (depth)));
  add_number (out, "distance_m", qp_depth_eye_distance (depth));
  close_bracket (out, '}');
  open_bracket (out, "depth", '{');
  add_number (out, "front_m", depth->front);
  add_number (out, "behind_m", depth->behind);
  close_bracket (out, '}');
}

static void
write_zone (Out *out, const char *key, const QpDepthZone *zone)
{
  open_bracket (out, key, '{');
  add_number (out, "error_deg", zone->deg);
  add_number (out, "nearer_m", zone->reach.nearer);
  add_number (out, "further_m", zone->reach.further);
  add_number (out, "left_m", zone->reach.left);
  add_number (out, "right_m", zone->reach.right);
  add_number (out, "area_m2", zone->area);
  close_bracket (out, '}');
}

static void
write_sweet_spot (Job *job, const QpNode *plan)
{
  Out *out = &job->out;
  QpDepthZone good, limit;
  QpDepthAudience audience;

  if (!qp_depth_zones (job->depth, &good, &limit))
    {
      begin_value (out, "sweet_spot");
      g_string_append (out->text, "null");
      return;
    }
  qp_depth_audience (job->depth, plan, &audience);
  open_bracket (out, "sweet_spot", '{');
  write_zone (out, "good", &good);
  write_zone (out, "acceptable", &limit);
  open_bracket (out, "audience", '{');
  add_number (out, "share_good", audience.good);
  add_number (out, "share_acceptable", audience.limit);
  add_text (out, "weighted_by", audience.by_people ? "people" : "ground");
  close_bracket (out, '}');
  close_bracket (out, '}');
}

/**
 * qp_depth_require:
 * @depth: a picture with depth
 * @screen: its screen
 * @error: return location
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when something is missing that a content studio needs
 */
gboolean
qp_depth_require (const QpDepth *depth, const QpScreen *screen, GError **error)
{
  g_autofree char *name = qp_node_display_name (&screen->node);

  if (depth->state != QP_DEPTH_FINE)
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID, "“%s”: %s", name, qp_depth_state_text (depth->state));
  else if (depth->shape.cell_px_w == 0 || depth->shape.cell_px_h == 0)
    g_set_error (error, QP_ERROR, QP_ERROR_INVALID,
                 _ ("The pixels of “%s” are not known. Choose a cabinet, or type its size and pixels."), name);
  else
    return TRUE;
  return FALSE;
}

/**
 * qp_frustum_to_json:
 * @screen: a screen
 * @depth: its picture with depth, for which qp_depth_require() holds
 * @plan: (nullable): the plan that it is on, for the share of the audience
 *
 * Returns: (transfer full): the JSON text; doc/frustum.md describes it
 */
char *
qp_frustum_to_json (const QpScreen *screen, const QpDepth *depth, const QpNode *plan)
{
  Job job = { { g_string_new (NULL), 0, TRUE, 0 }, screen, depth };
  Out *out = &job.out;

  open_bracket (out, NULL, '{');
  add_text (out, "format", "qianping-frustum");
  add_number (out, "version", QP_FRUSTUM_VERSION);
  add_text (out, "program", "Qianping " QP_VERSION);
  add_text (out, "unit", "m");
  write_screen (&job);
  write_camera (&job);
  write_sweet_spot (&job, plan);
  open_bracket (out, "faces", '[');
  for (guint i = 0; i < depth->faces->len; i++)
    write_face (&job, i);
  close_bracket (out, ']');
  close_bracket (out, '}');
  g_string_append_c (out->text, '\n');
  return g_string_free (out->text, FALSE);
}
