/* qp-view-tally.c: how much of each screen is in a view, and what hides the rest
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sample of the picture stands for an area of the face: (side of a sample)² · (metres ahead)² ÷ |normal · direction|.
 * So what is counted can be held against engine/qp-sight, which counts parts of the face.
 */
#include "render/qp-view-tally.h"

#include <math.h>

#define HAIR 1e-5 /* of the nearness: what is so near to a face lies on it */

static void
tally_clear (gpointer data)
{
  g_clear_pointer (&((QpViewTally *) data)->blockers, g_array_unref);
}

/* a tally of nothing yet for each screen of a scene that can be drawn */
GArray *
qp_view_tallies_new (const QpViewScene *scene)
{
  GArray *tallies = g_array_new (FALSE, FALSE, sizeof (QpViewTally));

  g_array_set_clear_func (tallies, tally_clear);
  for (guint i = 1; i <= scene->objects->len; i++)
    {
      const QpShape *shape = &qp_view_scene_object (scene, i)->shape;
      QpViewTally tally = { .object = i, .box = QP_BOX_EMPTY };
      if (shape->facets == NULL || shape->facets->len == 0)
        continue;
      tally.blockers = g_array_new (FALSE, FALSE, sizeof (QpViewBlocker));
      g_array_append_val (tallies, tally);
    }
  return tallies;
}

static QpViewTally *
tally_of (GArray *tallies, guint object)
{
  for (guint i = 0; i < tallies->len; i++)
    if (g_array_index (tallies, QpViewTally, i).object == object)
      return &g_array_index (tallies, QpViewTally, i);
  return NULL;
}

static QpViewBlocker *
blocker_of (QpViewTally *tally, guint object)
{
  const QpViewBlocker none = { .object = object };

  for (guint i = 0; i < tally->blockers->len; i++)
    if (g_array_index (tally->blockers, QpViewBlocker, i).object == object)
      return &g_array_index (tally->blockers, QpViewBlocker, i);
  g_array_append_val (tally->blockers, none);
  return &g_array_index (tally->blockers, QpViewBlocker, tally->blockers->len - 1);
}

typedef struct
{
  const QpShape *shape;
  const QpViewPolygon *polygon;
  QpViewTally *tally;
  guint rows; /* that count: the band has one more, which the next band counts */
} Count;

static void
count_hidden (const Count *count, QpSpaceBuffer *buffer, gsize at, double px, double py, double area)
{
  const guint owner = buffer->owner[at];

  if (owner == count->tally->object)
    return;
  QpViewBlocker *blocker = blocker_of (count->tally, owner);
  blocker->samples++;
  blocker->share += area;
  blocker->middle = qp_vec_add (blocker->middle, qp_vec (px, py));
  count->tally->hidden_pixels++;
}

static void
count_span (QpSpaceBuffer *buffer, const QpSpacePolygon *seen, guint row, guint x, guint n, gsize at, gpointer data)
{
  const Count *count = data;
  const double focal = buffer->camera.focal;
  double near = qp_space_nearness (seen, row, x), column, down;

  for (guint i = 0; i < n; i++, near += seen->nearness[0])
    {
      if (!qp_view_polygon_cell_at (count->polygon, count->shape, near, row, x + i, &column, &down))
        continue;
      const gboolean behind = buffer->nearness[at + i] > near * (1 + HAIR);
      if (behind && buffer->owner[at + i] != count->tally->object)
        buffer->hidden[at + i] = (guint16) count->tally->object;
      if (row >= buffer->first + count->rows)
        continue;
      const double area = 1 / (focal * focal * near * near * near * count->polygon->away), px = x + i + 0.5,
                   py = row + 0.5;
      count->tally->box = qp_box_with (count->tally->box, qp_vec (px, py));
      if (behind)
        {
          count_hidden (count, buffer, at + i, px, py, area);
          continue;
        }
      count->tally->pixels++;
      count->tally->share += area * buffer->passing[at + i] / 255;
    }
}

/* counts what is in a finished band of the face of a screen, in samples and m², and marks what is hidden of it */
void
qp_view_count (GArray *tallies, const QpViewScene *scene, QpSpaceBuffer *buffer, guint rows,
               const QpViewPolygon *polygon)
{
  const guint owner = polygon->surface->owner;
  Count count = { &qp_view_scene_object (scene, owner)->shape, polygon, tally_of (tallies, owner), rows };

  if (count.tally != NULL)
    qp_space_fill (buffer, &polygon->seen, count_span, &count);
}

static int
compare_blockers (gconstpointer a, gconstpointer b)
{
  const double one = ((const QpViewBlocker *) a)->samples, two = ((const QpViewBlocker *) b)->samples;

  return (one < two) - (one > two);
}

/* from samples to pixels and shares of the face */
void
qp_view_tallies_finish (GArray *tallies, const QpViewScene *scene, guint samples)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      QpViewTally *tally = &g_array_index (tallies, QpViewTally, i);
      const double area = qp_shape_area (&qp_view_scene_object (scene, tally->object)->shape), s = samples;
      tally->share /= area;
      tally->pixels /= s * s;
      tally->hidden_pixels /= s * s;
      if (!qp_box_is_empty (tally->box))
        tally->box = (QpBox){ (tally->box.x0 - 0.5) / s, (tally->box.y0 - 0.5) / s, (tally->box.x1 + 0.5) / s,
                              (tally->box.y1 + 0.5) / s };
      for (guint k = 0; k < tally->blockers->len; k++)
        {
          QpViewBlocker *blocker = &g_array_index (tally->blockers, QpViewBlocker, k);
          blocker->middle = qp_vec_scale (blocker->middle, 1 / blocker->samples / s);
          blocker->samples /= s * s;
          blocker->share /= area;
        }
      g_array_sort (tally->blockers, compare_blockers);
    }
}
