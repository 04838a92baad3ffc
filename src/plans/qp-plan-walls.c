/* qp-plan-walls.c: lines of a drawing put together to outlines of walls
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawings often have each side of a wall as a line of its own. Lines of one layer are joined where exactly two of them
 * end; where three or more meet, or only one ends, an outline ends too.
 */
#include "plans/qp-plan-walls.h"

/* ends closer than this are the same */
#define SAME_UM 1000
/* so that round coordinates don't lie on the border between two squares */
#define SQUARE_SHIFT_UM 317

typedef struct
{
  guint layer;
  gint64 x;
  gint64 y;
} Corner;

typedef struct
{
  guint n;       /* ends that lie here */
  guint ends[2]; /* 2 × piece, + 1 for its last point */
} Meeting;

typedef struct
{
  GPtrArray *pieces;    /* QpPlanWall, open ones; NULL once used */
  GArray *layers;       /* guint, of each piece */
  GHashTable *meetings; /* Corner → Meeting */
  GHashTable *known;    /* GBytes: outlines that are there already */
  GPtrArray *walls;
} Joiner;

void
qp_plan_wall_free (gpointer data)
{
  QpPlanWall *self = data;

  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_free (self);
}

static guint
corner_hash (gconstpointer key)
{
  const Corner *self = key;

  return (guint) (self->x * 73856093) ^ (guint) (self->y * 19349663) ^ self->layer * 83492791u;
}

static gboolean
corner_equal (gconstpointer a, gconstpointer b)
{
  const Corner *first = a, *second = b;

  return first->layer == second->layer && first->x == second->x && first->y == second->y;
}

static gint64
square_of (gint64 um)
{
  const gint64 shifted = um + SQUARE_SHIFT_UM;

  return shifted >= 0 ? shifted / SAME_UM : -((SAME_UM - 1 - shifted) / SAME_UM);
}

static Corner
corner_of (guint layer, QpPoint at)
{
  return (Corner){ layer, square_of (at.x), square_of (at.y) };
}

static QpPoint
point_at (const QpPlanWall *wall, guint index)
{
  return g_array_index (wall->points, QpPoint, index);
}

static QpPoint
last_point (const QpPlanWall *wall)
{
  return point_at (wall, wall->points->len - 1);
}

static gboolean
same_place (QpPoint a, QpPoint b)
{
  return ABS (a.x - b.x) < SAME_UM && ABS (a.y - b.y) < SAME_UM;
}

/* the points of a shape on the plan, without those that repeat the one before */
static QpPlanWall *
wall_of (const QpPlanDrawing *drawing, const QpDrawingShape *shape, guint index, double scale, QpVec offset)
{
  const QpVec *points = qp_plan_drawing_points (drawing, shape);
  QpPlanWall *wall = g_new0 (QpPlanWall, 1);

  wall->points = g_array_sized_new (FALSE, FALSE, sizeof (QpPoint), shape->n);
  wall->shape = index;
  for (guint i = 0; i < shape->n; i++)
    {
      const QpVec at = qp_vec_add (qp_vec_scale (points[i], scale), offset);
      const QpPoint point = { qp_um_from_m (at.x), qp_um_from_m (at.y) };
      if (wall->points->len == 0 || !same_place (last_point (wall), point))
        g_array_append_val (wall->points, point);
    }
  wall->closed = shape->type == QP_SHAPE_OUTLINE || shape->type == QP_SHAPE_FILL;
  if (wall->points->len > 3 && same_place (point_at (wall, 0), last_point (wall)))
    wall->closed = TRUE;
  if (wall->closed && wall->points->len > 1 && same_place (point_at (wall, 0), last_point (wall)))
    g_array_set_size (wall->points, wall->points->len - 1);
  wall->closed = wall->closed && wall->points->len > 2;
  return wall;
}

/* the same points, whichever end they begin with */
static GBytes *
signature (const QpPlanWall *wall)
{
  const guint n = wall->points->len;
  const QpPoint first = point_at (wall, 0), last = last_point (wall);
  const gboolean turn = first.x > last.x || (first.x == last.x && first.y > last.y);
  g_autofree gint64 *squares = g_new (gint64, 2 * n);

  for (guint i = 0; i < n; i++)
    {
      const QpPoint at = point_at (wall, turn ? n - 1 - i : i);
      squares[2 * i] = square_of (at.x);
      squares[2 * i + 1] = square_of (at.y);
    }
  return g_bytes_new_take (g_steal_pointer (&squares), 2 * n * sizeof (gint64));
}

static void
note_end (Joiner *self, guint layer, QpPoint at, guint end)
{
  const Corner corner = corner_of (layer, at);
  Meeting *meeting = g_hash_table_lookup (self->meetings, &corner);

  if (meeting == NULL)
    {
      meeting = g_new0 (Meeting, 1);
      g_hash_table_insert (self->meetings, g_memdup2 (&corner, sizeof corner), meeting);
    }
  if (meeting->n < G_N_ELEMENTS (meeting->ends))
    meeting->ends[meeting->n] = end;
  meeting->n++;
}

static void
take_shape (Joiner *self, QpPlanWall *wall, guint layer)
{
  GBytes *mark = wall->points->len > 1 ? signature (wall) : NULL;

  if (mark == NULL || !g_hash_table_add (self->known, mark))
    {
      qp_plan_wall_free (wall); /* no length, or drawn twice */
      return;
    }
  if (wall->closed)
    {
      g_ptr_array_add (self->walls, wall);
      return;
    }
  const guint piece = self->pieces->len;
  g_ptr_array_add (self->pieces, wall);
  g_array_append_val (self->layers, layer);
  note_end (self, layer, point_at (wall, 0), 2 * piece);
  note_end (self, layer, last_point (wall), 2 * piece + 1);
}

/* the end that meets @end, and no other */
static gboolean
partner_of (Joiner *self, guint layer, QpPoint at, guint end, guint *partner)
{
  const Corner corner = corner_of (layer, at);
  const Meeting *meeting = g_hash_table_lookup (self->meetings, &corner);

  if (meeting == NULL || meeting->n != 2)
    return FALSE;
  *partner = meeting->ends[0] == end ? meeting->ends[1] : meeting->ends[0];
  return *partner / 2 != end / 2 && g_ptr_array_index (self->pieces, *partner / 2) != NULL;
}

static void
turn_round (QpPlanWall *wall)
{
  QpPoint *points = (QpPoint *) (gpointer) wall->points->data;

  for (guint i = 0, j = wall->points->len - 1; i < j; i++, j--)
    {
      const QpPoint swap = points[i];
      points[i] = points[j];
      points[j] = swap;
    }
}

/* goes on from one end of a piece as far as it gets; the end where the chain now stops */
static guint
lengthen (Joiner *self, QpPlanWall *wall, guint layer, guint end)
{
  guint partner;

  while (partner_of (self, layer, last_point (wall), end, &partner))
    {
      QpPlanWall *next = g_ptr_array_index (self->pieces, partner / 2);
      const gboolean from_last = partner % 2 == 1;
      for (guint i = 1; i < next->points->len; i++)
        {
          const QpPoint at = point_at (next, from_last ? next->points->len - 1 - i : i);
          g_array_append_val (wall->points, at);
        }
      qp_plan_wall_free (next);
      self->pieces->pdata[partner / 2] = NULL;
      end = partner ^ 1;
    }
  return end;
}

static void
join_from (Joiner *self, guint piece)
{
  QpPlanWall *wall = g_ptr_array_index (self->pieces, piece);
  const guint layer = g_array_index (self->layers, guint, piece);

  if (wall == NULL)
    return;
  self->pieces->pdata[piece] = NULL; /* the chain may come back to its beginning, and ends there */
  lengthen (self, wall, layer, 2 * piece + 1);
  turn_round (wall);
  lengthen (self, wall, layer, 2 * piece);
  turn_round (wall);
  if (wall->points->len > 3 && same_place (point_at (wall, 0), last_point (wall)))
    {
      wall->closed = TRUE;
      g_array_set_size (wall->points, wall->points->len - 1);
    }
  g_ptr_array_add (self->walls, wall);
}

static gboolean *
wanted_layers (const QpPlanDrawing *drawing, const char *layers)
{
  const guint n = qp_plan_drawing_n_layers (drawing);
  gboolean *wanted = g_new (gboolean, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    wanted[i] = qp_hidden_layers_has (layers, qp_plan_drawing_layer (drawing, i)->name);
  return wanted;
}

static int
compare_shapes (gconstpointer a, gconstpointer b)
{
  const guint first = (*(QpPlanWall *const *) a)->shape, second = (*(QpPlanWall *const *) b)->shape;

  return first < second ? -1 : first > second;
}

/**
 * qp_plan_walls_new:
 * @drawing: a drawing
 * @layers: (nullable): layers that are walls, names joined by ";"
 * @left_out: (nullable): for each shape, whether it is no wall whatever its layer
 * @scale: metres of a drawing unit
 * @offset: where the drawing's origin lies on the plan, metres
 *
 * Makes outlines of the lines on some layers. Dots, lines without length and lines drawn twice are left out.
 *
 * Returns: (transfer full) (element-type QpPlanWall): the outlines in the order of the drawing
 */
GPtrArray *
qp_plan_walls_new (const QpPlanDrawing *drawing, const char *layers, const gboolean *left_out, double scale,
                   QpVec offset)
{
  g_autofree gboolean *wanted = wanted_layers (drawing, layers);
  Joiner self = { .pieces = g_ptr_array_new (), .layers = g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint n_shapes;
  const QpDrawingShape *shapes = qp_plan_drawing_shapes (drawing, &n_shapes);

  self.meetings = g_hash_table_new_full (corner_hash, corner_equal, g_free, g_free);
  self.known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self.walls = g_ptr_array_new_with_free_func (qp_plan_wall_free);
  for (guint i = 0; i < n_shapes; i++)
    if (wanted[shapes[i].layer] && shapes[i].type != QP_SHAPE_DOT && (left_out == NULL || !left_out[i]))
      take_shape (&self, wall_of (drawing, &shapes[i], i, scale, offset), shapes[i].layer);
  for (guint i = 0; i < self.pieces->len; i++)
    join_from (&self, i);
  g_ptr_array_sort (self.walls, compare_shapes);
  g_hash_table_unref (self.meetings);
  g_hash_table_unref (self.known);
  g_ptr_array_unref (self.pieces);
  g_array_unref (self.layers);
  return self.walls;
}
