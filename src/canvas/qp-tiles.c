/* qp-tiles.c: a plan kept as square pictures that a worker paints
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "canvas/qp-tiles.h"

#include "canvas/qp-tile-worker.h"

#define TILE_BYTES ((gsize) QP_TILE_PX * QP_TILE_PX * 4)
#define AHEAD_PX 192.0     /* painted around the view before it gets there */
#define OVERHANG_PX 24.0   /* what an object may reach beyond its bounds */
#define COARSER 4.0        /* scale of the pictures that stand in for missing ones */
#define GOOD_STAND_IN 2.0  /* while the zoom changes; a worse one is replaced even then */
#define MAX_STAND_IN 8.0   /* a picture enlarged or reduced more than that shows nothing useful */

typedef struct
{
  QpTileKey key;
  cairo_surface_t *surface; /* NULL while it is painted for the first time */
  guint64 needs;            /* least serial that shows it as it is */
  guint64 has;
  guint64 used; /* clock */
} Tile;

struct _QpTiles
{
  QpTileWorker *worker;
  void (*arrived) (gpointer);
  gpointer data;
  QpTileState *state;
  GHashTable *tiles; /* &Tile.key → Tile, owned */
  QpPlanStyle style;
  guint64 serial;
  guint64 clock;
};

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  g_free (tile);
}

static gboolean
is_fresh (const Tile *tile)
{
  return tile->surface != NULL && tile->has >= tile->needs;
}

static void
take_results (gpointer data)
{
  QpTiles *self = data;
  g_autoptr (GPtrArray) results = qp_tile_worker_take (self->worker);

  for (guint i = 0; i < results->len; i++)
    {
      QpTileResult *result = g_ptr_array_index (results, i);
      Tile *tile = g_hash_table_lookup (self->tiles, &result->key);
      if (tile == NULL || (tile->surface != NULL && result->serial < tile->has))
        continue;
      g_clear_pointer (&tile->surface, cairo_surface_destroy);
      tile->surface = cairo_surface_reference (result->surface);
      tile->has = result->serial;
    }
  if (results->len > 0)
    self->arrived (self->data);
}

/**
 * qp_tiles_new:
 * @layers: (transfer none): cache of backgrounds
 * @arrived: called when there are new pictures
 * @data: for @arrived
 *
 * Returns: (transfer full): an empty cache
 */
QpTiles *
qp_tiles_new (QpPlanLayers *layers, void (*arrived) (gpointer), gpointer data)
{
  QpTiles *self = g_new0 (QpTiles, 1);

  self->arrived = arrived;
  self->data = data;
  self->tiles = g_hash_table_new_full (qp_tile_key_hash, qp_tile_key_equal, NULL, tile_free);
  self->worker = qp_tile_worker_new (layers, take_results, self);
  return self;
}

/**
 * qp_tiles_free:
 * @self: (nullable): a cache
 */
void
qp_tiles_free (QpTiles *self)
{
  if (self == NULL)
    return;
  qp_tile_worker_free (self->worker);
  g_hash_table_unref (self->tiles);
  g_clear_pointer (&self->state, qp_tile_state_unref);
  g_free (self);
}

/**
 * qp_tiles_set_style:
 * @self: a cache
 * @style: other colours; all pictures are dropped
 */
void
qp_tiles_set_style (QpTiles *self, const QpPlanStyle *style)
{
  self->style = *style;
  g_hash_table_remove_all (self->tiles);
  if (self->state == NULL)
    return;
  g_autoptr (QpTileState) before = self->state;
  self->state = g_new0 (QpTileState, 1);
  *self->state = *before;
  g_atomic_ref_count_init (&self->state->ref_count);
  self->state->serial = ++self->serial;
  self->state->style = *style;
  self->state->hidden = g_array_ref (before->hidden);
  self->state->ghosts = g_ptr_array_ref (before->ghosts);
  if (before->plan != NULL)
    qp_node_ref (before->plan);
  if (before->catalogue != NULL)
    qp_catalogue_ref (before->catalogue);
}

static GPtrArray *
ghost_plans (QpScene *scene)
{
  const GPtrArray *ghosts = qp_scene_ghosts (scene);
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);

  for (guint i = 0; i < ghosts->len; i++)
    g_ptr_array_add (plans, qp_node_ref (qp_scene_get_plan (g_ptr_array_index (ghosts, i))));
  return plans;
}

static QpTileState *
state_of (QpTiles *self, QpScene *scene)
{
  QpTileState *state = g_new0 (QpTileState, 1);
  g_autoptr (GPtrArray) hidden = qp_scene_hidden_items (scene);
  QpNode *plan = qp_scene_get_plan (scene);
  QpCatalogue *catalogue = qp_scene_get_catalogue (scene);

  g_atomic_ref_count_init (&state->ref_count);
  state->serial = ++self->serial;
  state->plan = plan == NULL ? NULL : qp_node_ref (plan);
  state->catalogue = catalogue == NULL ? NULL : qp_catalogue_ref (catalogue);
  state->style = self->style;
  state->ghosts = ghost_plans (scene);
  state->uncropped = qp_scene_uncropped (scene);
  state->hidden = g_array_new (FALSE, FALSE, sizeof (QpId));
  for (guint i = 0; i < hidden->len; i++)
    g_array_append_val (state->hidden, ((const QpItem *) g_ptr_array_index (hidden, i))->id);
  return state;
}

static gboolean
is_touched (const Tile *tile, const GArray *dirty)
{
  const QpBox box = qp_box_grown (qp_tile_box (&tile->key), OVERHANG_PX / tile->key.scale);

  for (guint i = 0; i < dirty->len; i++)
    if (qp_box_touches (box, g_array_index (dirty, QpBox, i)))
      return TRUE;
  return FALSE;
}

/**
 * qp_tiles_set_scene:
 * @self: a cache
 * @scene: what there is now
 * @dirty: (element-type QpBox): where it looks different from before, metres
 *
 * Pictures that show these places are painted anew; until then the old ones are shown.
 */
void
qp_tiles_set_scene (QpTiles *self, QpScene *scene, const GArray *dirty)
{
  GHashTableIter iter;
  gpointer value;

  g_clear_pointer (&self->state, qp_tile_state_unref);
  self->state = state_of (self, scene);
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Tile *tile = value;
      if (is_touched (tile, dirty))
        tile->needs = self->state->serial;
    }
}

/* -- showing -- */

typedef struct
{
  const QpViewport *viewport;
  QpPaintParts parts;
  QpVec origin; /* of the plan, in the view */
  double side;  /* of a tile, pixels of the view */
  int x0, y0, x1, y1;
} Span;

static Span
span_of (const QpViewport *viewport, QpPaintParts parts, double grow_px)
{
  Span span = { .viewport = viewport, .parts = parts };

  span.origin = qp_viewport_to_px (viewport, qp_vec (0, 0));
  span.side = QP_TILE_PX / viewport->factor;
  span.x0 = (int) floor ((-grow_px - span.origin.x) / span.side);
  span.y0 = (int) floor ((-grow_px - span.origin.y) / span.side);
  span.x1 = (int) ceil ((viewport->width + grow_px - span.origin.x) / span.side) - 1;
  span.y1 = (int) ceil ((viewport->height + grow_px - span.origin.y) / span.side) - 1;
  return span;
}

static QpTileKey
key_at (const Span *span, int x, int y)
{
  return (QpTileKey){ span->viewport->scale, span->viewport->factor, span->parts, x, y };
}

static Tile *
tile_at (QpTiles *self, const Span *span, int x, int y)
{
  const QpTileKey key = key_at (span, x, y);
  Tile *tile = g_hash_table_lookup (self->tiles, &key);

  if (tile != NULL)
    tile->used = ++self->clock;
  return tile;
}

typedef struct
{
  QpTileKey key;
  double distance; /* from the middle of the view, pixels; those of stand-ins are far */
} Wish;

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const double first = ((const Wish *) a)->distance;
  const double second = ((const Wish *) b)->distance;

  return first > second ? -1 : first < second; /* the most urgent last */
}

static void
add_wishes (QpTiles *self, const Span *span, double handicap, GArray *wishes)
{
  const QpVec middle = qp_vec (span->viewport->width / 2, span->viewport->height / 2);

  for (int y = span->y0; y <= span->y1; y++)
    for (int x = span->x0; x <= span->x1; x++)
      {
        const Tile *tile = tile_at (self, span, x, y);
        if (tile != NULL && is_fresh (tile))
          continue;
        const QpVec at = qp_vec (span->origin.x + (x + 0.5) * span->side, span->origin.y + (y + 0.5) * span->side);
        const Wish wish = { key_at (span, x, y), handicap + qp_vec_distance (at, middle) };
        g_array_append_val (wishes, wish);
      }
}

static void
expect (QpTiles *self, const QpTileKey *key)
{
  if (g_hash_table_contains (self->tiles, key))
    return;
  Tile *tile = g_new0 (Tile, 1);
  tile->key = *key;
  tile->used = ++self->clock;
  tile->needs = self->state->serial;
  g_hash_table_insert (self->tiles, &tile->key, tile);
}

static void
ask (QpTiles *self, GArray *wishes)
{
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (QpTileKey), wishes->len);

  g_array_sort (wishes, compare_wishes);
  for (guint i = 0; i < wishes->len; i++)
    {
      const Wish *wish = &g_array_index (wishes, Wish, i);
      expect (self, &wish->key);
      g_array_append_val (keys, wish->key);
    }
  qp_tile_worker_ask (self->worker, self->state, keys);
}

/* what is in view, then what is around it, then a coarser picture of more */
static void
ask_for (QpTiles *self, const QpViewport *viewport, QpPaintParts parts)
{
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  const Span span = span_of (viewport, parts, AHEAD_PX);
  QpViewport coarser = *viewport;

  coarser.scale /= COARSER;
  const Span stand_in = span_of (&coarser, parts, 0);
  add_wishes (self, &span, 0, wishes);
  add_wishes (self, &stand_in, 1e6, wishes);
  ask (self, wishes);
}

static QpBox
tile_px (const Tile *tile, const QpViewport *viewport)
{
  return qp_viewport_box_to_px (viewport, qp_tile_box (&tile->key));
}

static double
unlikeness (double a, double b)
{
  return a > b ? a / b : b / a;
}

static gboolean
may_stand_in (const Tile *tile, const QpViewport *viewport, QpPaintParts parts, QpBox view)
{
  return tile->surface != NULL && tile->key.parts == parts && tile->key.factor == viewport->factor
         && tile->key.scale != viewport->scale && unlikeness (tile->key.scale, viewport->scale) <= MAX_STAND_IN
         && qp_box_touches (qp_tile_box (&tile->key), view);
}

/* tiles in view of other scales */
static GPtrArray *
find_stand_ins (QpTiles *self, const QpViewport *viewport, QpPaintParts parts)
{
  GPtrArray *found = g_ptr_array_new ();
  const QpBox view = qp_viewport_visible (viewport);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (may_stand_in (value, viewport, parts, view))
      g_ptr_array_add (found, value);
  return found;
}

/* the scale at most `most` that is nearest to the view's; 0 when there is none */
static double
nearest_scale (const GPtrArray *tiles, const QpViewport *viewport, double most)
{
  double nearest = 0;

  for (guint i = 0; i < tiles->len; i++)
    {
      const double scale = ((const Tile *) g_ptr_array_index (tiles, i))->key.scale;
      if (scale <= most && (nearest == 0 || unlikeness (scale, viewport->scale) < unlikeness (nearest, viewport->scale)))
        nearest = scale;
    }
  return nearest;
}

static void
show_scale (QpTiles *self, const GPtrArray *tiles, double scale, const QpViewport *viewport, QpTileFunc func,
            gpointer data)
{
  for (guint i = 0; i < tiles->len; i++)
    {
      Tile *tile = g_ptr_array_index (tiles, i);
      if (tile->key.scale != scale)
        continue;
      tile->used = ++self->clock;
      func (tile->surface, tile_px (tile, viewport), FALSE, data);
    }
}

/* whether tiles of a scale, which never overlap, fill the view */
static gboolean
covers (const GPtrArray *tiles, double scale, QpBox view)
{
  double missing = (view.x1 - view.x0) * (view.y1 - view.y0);

  for (guint i = 0; i < tiles->len; i++)
    {
      const QpTileKey *key = &((const Tile *) g_ptr_array_index (tiles, i))->key;
      const QpBox box = qp_tile_box (key);
      if (key->scale == scale)
        missing -= (fmin (box.x1, view.x1) - fmax (box.x0, view.x0)) * (fmin (box.y1, view.y1) - fmax (box.y0, view.y0));
    }
  return missing * scale * scale < 1; /* not a pixel of such a tile */
}

/* Pictures of the scale most like the one wanted, over coarser ones for what they don't cover. Enlarging pictures is
 * the slow part of a frame, so no more than two scales are. */
static double
show_stand_ins (QpTiles *self, const QpViewport *viewport, QpPaintParts parts, QpTileFunc func, gpointer data)
{
  g_autoptr (GPtrArray) found = find_stand_ins (self, viewport, parts);
  const double best = nearest_scale (found, viewport, INFINITY);
  const double coarser = nearest_scale (found, viewport, best / 2);

  if (!covers (found, best, qp_viewport_visible (viewport)))
    show_scale (self, found, coarser, viewport, func, data);
  show_scale (self, found, best, viewport, func, data);
  return best == 0 ? INFINITY : unlikeness (best, viewport->scale);
}

static void
show_exact (QpTiles *self, const Span *span, QpTileFunc func, gpointer data)
{
  for (int y = span->y0; y <= span->y1; y++)
    for (int x = span->x0; x <= span->x1; x++)
      {
        const Tile *tile = tile_at (self, span, x, y);
        if (tile == NULL || tile->surface == NULL)
          continue;
        const QpVec at = qp_vec (round ((span->origin.x + x * span->side) * span->viewport->factor) / span->viewport->factor,
                                 round ((span->origin.y + y * span->side) * span->viewport->factor) / span->viewport->factor);
        func (tile->surface, (QpBox){ at.x, at.y, at.x + span->side, at.y + span->side }, TRUE, data);
      }
}

static gboolean
has_all (QpTiles *self, const Span *span, gboolean fresh)
{
  for (int y = span->y0; y <= span->y1; y++)
    for (int x = span->x0; x <= span->x1; x++)
      {
        const Tile *tile = tile_at (self, span, x, y);
        if (tile == NULL || tile->surface == NULL || (fresh && !is_fresh (tile)))
          return FALSE;
      }
  return TRUE;
}

static int
compare_use (gconstpointer a, gconstpointer b)
{
  const guint64 first = (*(Tile *const *) a)->used;
  const guint64 second = (*(Tile *const *) b)->used;

  return first < second ? -1 : first > second;
}

/* the ones not used for longest go, but never what is in view */
static void
keep_within_budget (QpTiles *self, const Span *span)
{
  const guint in_view = (guint) (span->x1 - span->x0 + 1) * (guint) (span->y1 - span->y0 + 1);
  const guint most = (guint) MAX (QP_TILES_BYTES / TILE_BYTES, 3 * in_view);
  GHashTableIter iter;
  gpointer value;

  if (g_hash_table_size (self->tiles) <= most)
    return;
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (tiles, value);
  g_ptr_array_sort (tiles, compare_use);
  for (guint i = 0; i + most < tiles->len; i++)
    g_hash_table_remove (self->tiles, &((Tile *) g_ptr_array_index (tiles, i))->key);
}

/**
 * qp_tiles_show:
 * @self: a cache
 * @viewport: the view, with the plan's origin on whole pixels (qp_viewport_on_pixels())
 * @parts: what of the plan
 * @resting: whether the zoom is at rest; while it changes, enlarged pictures do
 * @func: paints a picture
 * @data: for @func
 *
 * Shows what there is, and asks for what is missing.
 *
 * Returns: whether everything was there and up to date
 */
gboolean
qp_tiles_show (QpTiles *self, const QpViewport *viewport, QpPaintParts parts, gboolean resting, QpTileFunc func,
               gpointer data)
{
  const Span span = span_of (viewport, parts, 0);
  double worst = 1;

  if (self->state == NULL)
    return FALSE;
  if (!has_all (self, &span, FALSE))
    worst = show_stand_ins (self, viewport, parts, func, data);
  show_exact (self, &span, func, data);
  if (resting || worst > GOOD_STAND_IN)
    ask_for (self, viewport, parts);
  keep_within_budget (self, &span);
  return has_all (self, &span, TRUE);
}

/**
 * qp_tiles_is_idle:
 * @self: a cache
 *
 * Returns: whether nothing is being painted; for tests
 */
gboolean
qp_tiles_is_idle (QpTiles *self)
{
  return qp_tile_worker_is_idle (self->worker);
}
