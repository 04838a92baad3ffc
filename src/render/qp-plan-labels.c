/* qp-plan-labels.c: the labels of a plan: which there are, what they say and where they may stand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-plan.h"

#include "engine/qp-estimate.h"
#include "render/qp-paint-furniture.h"
#include "render/qp-paint-private.h"
#include "render/qp-path.h"

#include <math.h>

#define MAX_LABELS 220
#define LEAST_AREA_PX 34.0   /* smaller areas have no label */
#define LEAST_SCREEN_PX 26.0 /* shorter screens have none, unless there are few */
#define FEW_SCREENS 12
#define FEW_OBSTACLES 12 /* of an imported plan there may be hundreds; then only buildings have names */
#define LEAST_FEW_PX 5.0
#define DETAIL_SCREEN_PX 80.0
#define LEAST_DIMENSION_PX 30.0

enum
{
  PRIORITY_OBSTACLE = 40,
  PRIORITY_AUDIENCE = 50,
  PRIORITY_NOTE = 60,
  PRIORITY_SCREEN = 70,
  PRIORITY_DIMENSION = 80,
  PRIORITY_PRIMARY = 100,
};

typedef struct
{
  const QpViewport *viewport;
  const QpPlanStyle *style;
  QpScene *scene;
  QpLabels *labels;
  QpId primary;
  guint n_screens;
  guint n_obstacles;
} Pass;

static double
longer_px (const Pass *pass, const QpItem *item)
{
  return fmax (item->bounds.x1 - item->bounds.x0, item->bounds.y1 - item->bounds.y0) * pass->viewport->scale;
}

/* the middle of an area; where that lies outside (an L), the middle of its widest cut across the middle */
static QpVec
label_place (const QpItem *item)
{
  gboolean filled;
  const QpPoints *outline = qp_item_outline (item, NULL, &filled);
  const QpVec middle = qp_box_middle (item->bounds);
  double best = 0;
  QpVec place = middle;

  if (!filled || qp_polygon_has (outline, middle))
    return middle;
  for (guint row = 1; row < 8; row++)
    {
      const double y = item->bounds.y0 + (item->bounds.y1 - item->bounds.y0) * row / 8.0;
      double from = NAN;
      for (guint i = 0; i <= 32; i++)
        {
          const double x = item->bounds.x0 + (item->bounds.x1 - item->bounds.x0) * i / 32.0;
          const gboolean inside = i < 32 && qp_polygon_has (outline, qp_vec (x, y));
          if (inside && isnan (from))
            from = x;
          else if (!inside && !isnan (from))
            {
              if (x - from > best)
                {
                  best = x - from;
                  place = qp_vec ((from + x) / 2, y);
                }
              from = NAN;
            }
        }
    }
  return place;
}

static char *
height_text (const QpObstacle *obstacle)
{
  if (obstacle->top_height_m == QP_UNSET)
    return NULL;
  g_autofree char *number = qp_number_display_significant (qp_m_from_um (obstacle->top_height_m), 2);
  return g_strdup_printf (_ ("%s m"), number);
}

static void
add_area_places (const Pass *pass, QpLabel *label, const QpItem *item)
{
  const QpVec at = qp_viewport_to_px (pass->viewport, label_place (item));
  const double third = (item->bounds.y1 - item->bounds.y0) * pass->viewport->scale / 4;
  const double across = (item->bounds.x1 - item->bounds.x0) * pass->viewport->scale / 5;

  /* where the middle is taken, around it */
  qp_label_add_place (label, at, QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec_add (at, qp_vec (0, -third)), QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec_add (at, qp_vec (0, third)), QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec_add (at, qp_vec (-across, 0)), QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec_add (at, qp_vec (across, 0)), QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
  label->max_width = (item->bounds.x1 - item->bounds.x0) * pass->viewport->scale * 0.97;
  label->max_height = (item->bounds.y1 - item->bounds.y0) * pass->viewport->scale;
  /* the larger ones first */
  label->order = -(item->bounds.x1 - item->bounds.x0) * (item->bounds.y1 - item->bounds.y0);
}

/* whether the line is more level than upright where its label stands */
static gboolean
is_level_at (const QpPoints *outline, QpVec place)
{
  QpVec along = { 1, 0 };
  double least = INFINITY;

  for (guint i = 0; i + 1 < outline->n; i++)
    {
      const QpVec a = qp_vec_from_point (outline->at[i]), b = qp_vec_from_point (outline->at[i + 1]);
      const double distance = qp_segment_distance (a, b, place);
      if (distance < least)
        along = qp_vec_sub (b, a);
      least = fmin (least, distance);
    }
  return fabs (along.x) >= fabs (along.y);
}

/* beside the middle of a line, at both its sides before at its ends */
static void
add_line_places (const Pass *pass, QpLabel *label, const QpPoints *outline)
{
  const double away = 9 * pass->style->unit;
  const QpVec middle = qp_outline_middle (outline), at = qp_viewport_to_px (pass->viewport, middle);
  const gboolean level = is_level_at (outline, middle);

  label->n_places = 0;
  for (guint turn = 0; turn < 2; turn++)
    if (level == (turn == 0))
      {
        qp_label_add_place (label, qp_vec (at.x, at.y - away), QP_ALIGN_MIDDLE, QP_ALIGN_END);
        qp_label_add_place (label, qp_vec (at.x, at.y + away), QP_ALIGN_MIDDLE, QP_ALIGN_START);
      }
    else
      {
        qp_label_add_place (label, qp_vec (at.x + away, at.y), QP_ALIGN_START, QP_ALIGN_MIDDLE);
        qp_label_add_place (label, qp_vec (at.x - away, at.y), QP_ALIGN_END, QP_ALIGN_MIDDLE);
      }
}

static void
add_obstacle (const Pass *pass, const QpItem *item)
{
  const QpObstacle *obstacle = (const QpObstacle *) item->node;

  if (longer_px (pass, item) < LEAST_AREA_PX || obstacle->outline == NULL || obstacle->outline->n == 0)
    return;
  if (pass->n_obstacles > FEW_OBSTACLES && obstacle->kind != QP_OBSTACLE_BUILDING
      && !qp_id_equal (item->node->id, pass->primary))
    return;
  char *height = height_text (obstacle);
  const gboolean named = obstacle->name != NULL && obstacle->name[0] != '\0';
  if (!named && height == NULL)
    return;
  QpLabel *label = named ? qp_labels_add (pass->labels, g_strdup (obstacle->name), height, PRIORITY_OBSTACLE)
                         : qp_labels_add (pass->labels, height, NULL, PRIORITY_OBSTACLE - 5);
  label->ink = pass->style->mass_ink;
  label->detail_ink = qp_colour_mix (pass->style->mass_ink, pass->style->mass, 0.25);
  label->strong = named && longer_px (pass, item) > 120;
  if (obstacle->closed == TRUE)
    add_area_places (pass, label, item);
  else
    {
      label->halo = TRUE;
      add_line_places (pass, label, obstacle->outline);
    }
}

static double
most_people (const QpAudience *audience)
{
  const double counts[] = { audience->people_morning_per_h, audience->people_day_per_h, audience->people_evening_per_h,
                            audience->people_night_per_h };
  double most = NAN;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    most = fmax (most, counts[i]);
  return most;
}

static char *
people_text (const QpAudience *audience)
{
  const double people = most_people (audience);
  g_autoptr (GString) text = g_string_new (NULL);

  if (isfinite (people))
    {
      g_autofree char *number = qp_number_display (people, 0);
      g_string_append_printf (text, _ ("up to %s people/h"), number);
    }
  if (isfinite (audience->dwell_s))
    {
      g_autofree char *number = qp_number_display (audience->dwell_s, 0);
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, _ ("dwell %s s"), number);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
add_audience (const Pass *pass, const QpItem *item)
{
  const QpAudience *audience = (const QpAudience *) item->node;

  if (longer_px (pass, item) < LEAST_AREA_PX || audience->outline == NULL || audience->outline->n == 0)
    return;
  char *people = people_text (audience);
  const gboolean named = audience->name != NULL && audience->name[0] != '\0';
  if (!named && people == NULL)
    return;
  QpLabel *label = named ? qp_labels_add (pass->labels, g_strdup (audience->name), people, PRIORITY_AUDIENCE)
                         : qp_labels_add (pass->labels, people, NULL, PRIORITY_AUDIENCE);
  label->ink = label->detail_ink = pass->style->audience_ink;
  label->strong = TRUE;
  add_area_places (pass, label, item);
  if (audience->kind == QP_AUDIENCE_PATH)
    {
      label->max_width = label->max_height = 0;
      label->halo = TRUE;
      add_line_places (pass, label, audience->outline);
    }
}

static void
add_receptor (const Pass *pass, const QpItem *item)
{
  const QpReceptor *receptor = (const QpReceptor *) item->node;

  if (receptor->name == NULL || receptor->name[0] == '\0' || receptor->outline == NULL || receptor->outline->n == 0
      || (longer_px (pass, item) < LEAST_AREA_PX && pass->viewport->scale < 2))
    return;
  QpLabel *label = qp_labels_add (pass->labels, g_strdup (receptor->name), NULL, PRIORITY_OBSTACLE - 2);
  label->ink = pass->style->receptor_ink;
  label->halo = TRUE;
  add_line_places (pass, label, receptor->outline);
}

static char *
raster_text (const Pass *pass, const QpScreen *screen)
{
  QpCell cell;

  if (!qp_screen_cell (screen, qp_scene_get_catalogue (pass->scene), &cell) || cell.px_w <= 0
      || cell.px_h <= 0 || screen->columns == QP_UNSET || screen->rows == QP_UNSET)
    return NULL;
  return qp_number_display_pair ((double) (cell.px_w * screen->columns), (double) (cell.px_h * screen->rows));
}

/* how far the shape reaches from its middle in a direction, pixels */
static double
reach (const Pass *pass, const QpItem *item, QpVec way)
{
  const QpVec middle = qp_viewport_to_px (pass->viewport, qp_item_middle (item));
  double most = 0;

  for (guint i = 0; i < item->path->n; i++)
    most = fmax (most, qp_vec_dot (qp_vec_sub (qp_viewport_to_px (pass->viewport, item->path->at[i]), middle), way));
  return most;
}

static void
add_place_towards (QpLabel *label, QpVec middle, QpVec way, double distance)
{
  qp_label_add_place (label, qp_vec_add (middle, qp_vec_scale (way, distance)),
                      way.x > 0.35    ? QP_ALIGN_START
                      : way.x < -0.35 ? QP_ALIGN_END
                                      : QP_ALIGN_MIDDLE,
                      way.y > 0.35    ? QP_ALIGN_START
                      : way.y < -0.35 ? QP_ALIGN_END
                                      : QP_ALIGN_MIDDLE);
}

/* beside the middle of the face: first before it, then behind, then beyond the knob that turns it and at its ends; upon a face
 * that lies */
static void
add_screen_places (const Pass *pass, QpLabel *label, const QpItem *item, double length)
{
  const QpVec facing = qp_item_facing (item), front = qp_vec (facing.x, -facing.y), back = qp_vec_scale (front, -1);
  const QpVec middle = qp_viewport_to_px (pass->viewport, qp_item_middle (item));
  const QpVec right = qp_vec (-front.y, front.x), left = qp_vec_scale (right, -1);
  const double u = pass->style->unit, face = qp_screen_face_px (length, u), end = 1.5 * face + 8 * u;
  const gboolean bent = item->path != NULL, closed = bent && item->path->closed;
  const double before = closed ? reach (pass, item, front) : 0, behind = closed ? reach (pass, item, back) : 0;

  if (bent && item->path->lying)
    {
      qp_label_add_place (label, middle, QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
      qp_label_add_place (label, qp_vec_add (middle, qp_vec_scale (back, behind / 2)), QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
    }
  add_place_towards (label, middle, front, before + face + 7 * u);
  add_place_towards (label, middle, back, behind + face + 12 * u);
  add_place_towards (label, middle, front, before + QP_TURN_HANDLE_PX + 20 * u);
  add_place_towards (label, middle, right, (bent ? reach (pass, item, right) : length / 2) + end);
  add_place_towards (label, middle, left, (bent ? reach (pass, item, left) : length / 2) + end);
}

static void
add_screen (const Pass *pass, const QpItem *item)
{
  const QpScreen *screen = (const QpScreen *) item->node;
  const double length = qp_vec_distance (item->a, item->b) * pass->viewport->scale, u = pass->style->unit;
  const gboolean sizeless = item->a.x == item->b.x && item->a.y == item->b.y;
  const gboolean primary = qp_id_equal (item->node->id, pass->primary);
  const double least = pass->n_screens <= FEW_SCREENS ? LEAST_FEW_PX * u : LEAST_SCREEN_PX * u;

  if (length < least && !sizeless && !primary)
    return;
  char *detail = primary || sizeless || length >= DETAIL_SCREEN_PX * u ? raster_text (pass, screen) : NULL;
  if (sizeless)
    {
      g_free (detail);
      detail = g_strdup (_ ("size not known"));
    }
  QpLabel *label = qp_labels_add (pass->labels, qp_node_display_name (item->node), detail,
                                  primary ? PRIORITY_PRIMARY : PRIORITY_SCREEN);
  label->ink = pass->style->ink;
  label->strong = TRUE;
  label->halo = TRUE;
  label->order = -length;
  add_screen_places (pass, label, item, sizeless ? 14 * u : length);
}

/* the knob that turns a screen, and the line to it */
static void
block_knob (const Pass *pass, const QpItem *item)
{
  const QpVec middle = qp_viewport_to_px (pass->viewport, qp_item_middle (item));
  g_autoptr (GArray) handles = qp_item_handles (item, 1 / pass->viewport->scale);

  for (guint i = 0; i < handles->len; i++)
    if (g_array_index (handles, QpHandle, i).part == QP_PART_TURN)
      {
        const QpVec knob = qp_viewport_to_px (pass->viewport, g_array_index (handles, QpHandle, i).place);
        const QpVec way = qp_vec_sub (knob, middle);
        qp_labels_block_line (pass->labels, middle, qp_vec_add (knob, qp_vec_scale (way, 6 / hypot (way.x, way.y))), 10);
      }
}

static void
block_screen (const Pass *pass, const QpItem *item)
{
  const QpVec a = qp_viewport_to_px (pass->viewport, item->a), b = qp_viewport_to_px (pass->viewport, item->b);
  const double length = qp_vec_distance (a, b), thickness = 2 * qp_screen_face_px (length, pass->style->unit);
  const guint step = item->path != NULL ? MAX (item->path->n / 16, 1) : 1;

  for (guint i = 0; item->path != NULL && i + 1 < item->path->n; i += step)
    {
      const QpVec p = qp_viewport_to_px (pass->viewport, item->path->at[i]);
      const QpVec q = qp_viewport_to_px (pass->viewport, item->path->at[MIN (i + step, item->path->n - 1)]);
      if (qp_path_is_near (pass->viewport, p) && qp_path_is_near (pass->viewport, q))
        qp_labels_block_line (pass->labels, p, q, thickness);
    }
  if (!qp_path_is_near (pass->viewport, a) || !qp_path_is_near (pass->viewport, b))
    return;
  if (item->path == NULL && length >= QP_SCREEN_PLAIN_PX)
    qp_labels_block_line (pass->labels, a, b, thickness);
  if (qp_id_equal (item->node->id, pass->primary) && (item->path != NULL || length >= QP_SCREEN_PLAIN_PX))
    block_knob (pass, item);
}

static void
block_dimension (const Pass *pass, const QpItem *item)
{
  QpVec ends[4];

  if (qp_dimension_ends (item, pass->viewport, ends) && qp_path_is_near (pass->viewport, ends[0])
      && qp_path_is_near (pass->viewport, ends[1]))
    qp_labels_block_line (pass->labels, ends[0], ends[1], 2);
}

static void
add_dimension (const Pass *pass, const QpItem *item)
{
  QpVec ends[4];

  if (!qp_dimension_ends (item, pass->viewport, ends)
      || qp_vec_distance (ends[0], ends[1]) < LEAST_DIMENSION_PX * pass->style->unit)
    return;
  const double metres = qp_vec_distance (ends[0], ends[1]) / pass->viewport->scale;
  QpLabel *label = qp_labels_add (pass->labels, qp_length_text (metres), NULL, PRIORITY_DIMENSION);
  label->ink = pass->style->ink;
  label->strong = TRUE;
  label->boxed = TRUE;
  qp_label_add_place (label, qp_vec_middle (ends[0], ends[1]), QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
}

static void
add_note (const Pass *pass, const QpItem *item)
{
  const QpNote *note = (const QpNote *) item->node;
  const QpVec at = qp_viewport_to_px (pass->viewport, qp_box_middle (item->bounds));
  const double away = 8 * pass->style->unit;

  if (note->text == NULL || note->text[0] == '\0')
    return;
  QpLabel *label = qp_labels_add (pass->labels, g_strdup (note->text), NULL, PRIORITY_NOTE);
  label->ink = pass->style->ink_soft;
  label->halo = TRUE;
  qp_label_add_place (label, qp_vec_add (at, qp_vec (away, 0)), QP_ALIGN_START, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec_add (at, qp_vec (-away, 0)), QP_ALIGN_END, QP_ALIGN_MIDDLE);
}

static void
add_item (const Pass *pass, const QpItem *item)
{
  switch (item->node->kind)
    {
    case QP_KIND_OBSTACLE:
      add_obstacle (pass, item);
      break;
    case QP_KIND_AUDIENCE:
      add_audience (pass, item);
      break;
    case QP_KIND_RECEPTOR:
      add_receptor (pass, item);
      break;
    case QP_KIND_SCREEN:
      add_screen (pass, item);
      break;
    case QP_KIND_DIMENSION:
      add_dimension (pass, item);
      break;
    case QP_KIND_NOTE:
      add_note (pass, item);
      break;
    default:
      break;
    }
}

/**
 * qp_plan_labels_new:
 * @viewport: the view
 * @scene: the plan's objects
 * @style: size, font and colours
 * @primary: screen whose label comes first and has its raster, or %QP_ID_NONE
 * @viewing: (nullable): distances to be named
 * @covered: (nullable) (element-type QpBox): what is hidden by something else, pixels
 *
 * Chooses the labels of the objects in view and places them. While the view is only moved, the same labels may be
 * painted again at an offset.
 *
 * Returns: (transfer full): the labels, placed
 */
QpLabels *
qp_plan_labels_new (const QpViewport *viewport, QpScene *scene, const QpPlanStyle *style, QpId primary,
                    const QpViewing *viewing, const GArray *covered)
{
  Pass pass = { viewport, style, scene, qp_labels_new (style), primary, 0, 0 };
  const QpBox view = { 0, 0, viewport->width, viewport->height };
  g_autoptr (GPtrArray) items = qp_scene_query (scene, qp_viewport_visible (viewport));

  for (guint i = 0; i < items->len; i++)
    {
      const QpKind kind = ((const QpItem *) g_ptr_array_index (items, i))->node->kind;
      pass.n_screens += kind == QP_KIND_SCREEN;
      pass.n_obstacles += kind == QP_KIND_OBSTACLE;
    }
  for (guint i = 0; covered != NULL && i < covered->len; i++)
    qp_labels_block (pass.labels, g_array_index (covered, QpBox, i));
  for (guint i = 0; i < items->len; i++)
    {
      const QpItem *item = g_ptr_array_index (items, i);
      if (item->node->kind == QP_KIND_SCREEN)
        block_screen (&pass, item);
      else if (item->node->kind == QP_KIND_DIMENSION)
        block_dimension (&pass, item);
    }
  for (guint i = 0; i < items->len; i++)
    add_item (&pass, g_ptr_array_index (items, i));
  if (viewing != NULL)
    qp_viewing_add_labels (viewing, viewport, style, pass.labels);
  qp_labels_place (pass.labels, view, MAX_LABELS);
  return pass.labels;
}
