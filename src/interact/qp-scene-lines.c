/* qp-scene-lines.c: the lines of backgrounds, which can be snapped to
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-scene-private.h"

void
qp_drawn_lines_free (gpointer data)
{
  QpDrawnLines *lines = data;

  qp_segments_unref (lines->segments);
  g_free (lines);
}

/**
 * qp_scene_set_background_segments:
 * @self: a scene
 * @id: a background
 * @segments: (transfer none) (nullable): the lines of its drawing, in a frame of its own; %NULL for none
 * @to_plan: takes places of that frame to metres of the plan
 *
 * Tells what can be snapped to in a background; whoever has decoded it does so, again whenever it was moved. It is kept
 * for later versions of the plan.
 */
void
qp_scene_set_background_segments (QpScene *self, QpId id, QpSegments *segments, const QpMatrix *to_plan)
{
  QpMatrix from_plan;

  if (segments == NULL || !qp_matrix_invert (to_plan, &from_plan))
    {
      g_hash_table_remove (self->drawings, &id);
      return;
    }
  QpDrawnLines *lines = g_new (QpDrawnLines, 1);
  *lines = (QpDrawnLines){ qp_segments_ref (segments), *to_plan, from_plan };
  g_hash_table_replace (self->drawings, g_memdup2 (&id, sizeof id), lines);
}

typedef struct
{
  QpSceneLine *found;
  guint n;
  guint room;
  const QpDrawnLines *lines;
  const QpItem *item;
} LineLook;

static gboolean
look_at_line (const QpSegment *segment, gpointer data)
{
  LineLook *look = data;

  if (look->n < look->room)
    look->found[look->n] = (QpSceneLine){ qp_matrix_apply (&look->lines->to_plan, segment->a),
                                          qp_matrix_apply (&look->lines->to_plan, segment->b), look->item };
  look->n++;
  return look->n <= look->room;
}

/**
 * qp_scene_lines:
 * @self: a scene
 * @box: where to look, metres
 * @found: (out caller-allocates) (array length=room): takes the lines of backgrounds that are shown and touch the box;
 *   of a turned drawing also such as just miss it
 * @room: how many fit in there
 *
 * Returns: how many were found; @room + 1 when there are more than that, and then @found holds @room of them
 */
guint
qp_scene_lines (QpScene *self, QpBox box, QpSceneLine *found, guint room)
{
  LineLook look = { found, 0, room, NULL, NULL };
  GHashTableIter iter;
  gpointer id, lines;

  g_hash_table_iter_init (&iter, self->drawings);
  while (look.n <= room && g_hash_table_iter_next (&iter, &id, &lines))
    {
      look.lines = lines;
      look.item = g_hash_table_lookup (self->items, id);
      if (look.item == NULL || look.item->hidden || look.item->unseen
          || ((const QpBackground *) look.item->node)->visible == FALSE)
        continue;
      qp_segments_walk (look.lines->segments, qp_matrix_apply_box (&look.lines->from_plan, box), look_at_line, &look);
    }
  return look.n;
}
