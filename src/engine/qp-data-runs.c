/* qp-data-runs.c: which port of which controller feeds which cabinets
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-data-runs-private.h"

#include <math.h>

/* whole things of one size that another holds; a last digit of rounding does not cost one */
static guint
how_many (double room, double size)
{
  const double n = floor (room / size * (1 + 1e-12));

  return isnan (n) || n < 0 ? 0 : n > 1e9 ? 1000000000 : (guint) n;
}

static QpRunRule
rule_of (const QpDataRuns *self)
{
  const guint by_px = how_many (self->limits.port_px, self->cell_px);
  const guint cabinets = self->limits.port_cabinets;
  const QpRunRule rule = { cabinets == 0 ? by_px : MIN (by_px, cabinets), self->limits.rectangular ? by_px : 0, FALSE };

  return rule;
}

static QpRunPattern
pattern_of (const QpScreen *screen)
{
  return (QpRunPattern){ screen->data_start == QP_UNSET ? QP_RUN_TOP_LEFT : (QpRunStart) screen->data_start,
                         screen->data_order == QP_UNSET ? QP_RUN_COLUMNS : (QpRunOrder) screen->data_order,
                         screen->data_snake != 0 };
}

/* --- what becomes of one run --- */

static double
spare_factor (const QpScreen *screen)
{
  return isnan (screen->cable_spare_percent) ? 1 : 1 + screen->cable_spare_percent / 100;
}

static void
measure_run (const QpDataRuns *self, const QpRunPlace *place, QpDataRun *run)
{
  const QpRunCell *cells = &g_array_index (self->cells, QpRunCell, run->first);
  const QpScreen *screen = place->screen;
  const double spare = spare_factor (screen), px_w = place->shape->cell_px_w;
  const double way = screen->data_feed_m == QP_UNSET ? NAN : qp_m_from_um (screen->data_feed_m);
  const QpRunStart corner = pattern_of (screen).start;
  guint columns;
  const double boxed = (double) qp_run_cells_boxed (cells, run->n, &columns);

  run->px = run->n * self->cell_px;
  run->load_px = self->limits.rectangular ? boxed * self->cell_px : run->px;
  run->width_px = columns * px_w;
  run->over = run->load_px > self->limits.port_px
              || (self->limits.port_cabinets > 0 && run->n > self->limits.port_cabinets);
  run->narrow = run->width_px < self->limits.min_width_px;
  run->chain_m = qp_run_place_chain_length (place, cells, run->n) * spare;
  run->feed_m = (way + qp_run_place_from_corner (place, corner, cells[0])) * spare;
  run->return_m
      = self->limits.redundant ? (way + qp_run_place_from_corner (place, corner, cells[run->n - 1])) * spare : 0;
}

static void
add_runs (QpDataRuns *self, const QpRunPlace *place, const GArray *spans, guint side)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const QpRunSpan *span = &g_array_index (spans, QpRunSpan, i);
      QpDataRun run = { .first = span->first, .n = span->n, .piece = span->piece, .side = side };
      measure_run (self, place, &run);
      g_array_append_val (self->runs, run);
    }
}

/* --- controllers --- */

/* the cells around the cabinets of some runs, of each side */
typedef struct
{
  guint c0[2], c1[2], r0[2], r1[2];
  double load_px;
} Canvas;

#define CANVAS_EMPTY ((Canvas){ { G_MAXUINT, G_MAXUINT }, { 0, 0 }, { G_MAXUINT, G_MAXUINT }, { 0, 0 }, 0 })

static void
canvas_add (Canvas *self, const QpDataRuns *runs, const QpDataRun *run)
{
  const guint s = run->side;

  self->load_px += run->load_px;
  for (guint k = run->first; k < run->first + run->n; k++)
    {
      const QpRunCell cell = g_array_index (runs->cells, QpRunCell, k);
      self->c0[s] = MIN (self->c0[s], cell.column);
      self->c1[s] = MAX (self->c1[s], cell.column);
      self->r0[s] = MIN (self->r0[s], cell.row);
      self->r1[s] = MAX (self->r1[s], cell.row);
    }
}

/* both sides lie side by side */
static void
canvas_measure (const Canvas *self, const QpShape *shape, QpDataDevice *device)
{
  device->load_px = self->load_px;
  device->width_px = device->height_px = 0;
  for (guint s = 0; s < 2; s++)
    if (self->c0[s] != G_MAXUINT)
      {
        device->width_px += (double) (self->c1[s] - self->c0[s] + 1) * shape->cell_px_w;
        device->height_px = MAX (device->height_px, (double) (self->r1[s] - self->r0[s] + 1) * shape->cell_px_h);
      }
}

/* NaN limits never bind */
static gboolean
breaks_device (const QpDataLimits *limits, const QpDataDevice *device)
{
  return device->load_px > limits->device_px || device->n > limits->device_ports
         || device->width_px > limits->max_width_px || device->height_px > limits->max_height_px;
}

/* as many of the runs from `first` on as one controller takes; one at least */
static QpDataDevice
fill_device (const QpDataRuns *self, const QpShape *shape, guint first)
{
  Canvas canvas = CANVAS_EMPTY;
  QpDataDevice device = { .first = first, .n = 1 };

  canvas_add (&canvas, self, qp_data_run (self, first));
  canvas_measure (&canvas, shape, &device);
  device.over = breaks_device (&self->limits, &device);
  while (!device.over && first + device.n < self->runs->len)
    {
      QpDataDevice wider = device;
      canvas_add (&canvas, self, qp_data_run (self, first + wider.n++));
      canvas_measure (&canvas, shape, &wider);
      if (breaks_device (&self->limits, &wider))
        break;
      device = wider;
    }
  return device;
}

/* fills one controller after the other, up to the first of its limits */
static void
group_devices (QpDataRuns *self, const QpShape *shape)
{
  guint first = 0;

  if (isnan (self->limits.device_px) && isnan (self->limits.device_ports))
    return;
  while (first < self->runs->len)
    {
      const QpDataDevice device = fill_device (self, shape, first);
      for (guint i = 0; i < device.n; i++)
        {
          qp_data_run (self, first + i)->device = self->devices->len;
          qp_data_run (self, first + i)->port = i;
        }
      g_array_append_val (self->devices, device);
      first += device.n;
    }
}

/* --- all of it --- */

/* how many cabinets side by side a controller can show; as many as you like when no limit is known */
static guint
most_beside (double limit_px, guint cell_px)
{
  return isnan (limit_px) ? G_MAXUINT / 2 : MAX (how_many (limit_px, cell_px), 1);
}

static void
route (QpDataRuns *self, QpRunPlace *place)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (QpRunSpan));

  self->hand = place->screen->data_route != NULL;
  if (self->hand)
    qp_data_runs_read_route (self, place, spans);
  else
    {
      qp_run_place_split (place, most_beside (self->limits.max_width_px, place->shape->cell_px_w),
                          most_beside (self->limits.max_height_px, place->shape->cell_px_h));
      qp_run_place_route (place, pattern_of (place->screen), rule_of (self), self->cells, spans);
    }
  for (guint side = 0; side < self->sides; side++)
    add_runs (self, place, spans, side);
  group_devices (self, place->shape);
  if (self->unrouted == 0 && self->repeated == 0)
    self->ports = (double) self->runs->len * (self->limits.redundant ? 2 : 1);
}

/**
 * qp_data_runs_init:
 * @self: (out caller-allocates): place for the runs
 * @screen: a screen
 * @context: where its content, controller and cabinet are looked up
 *
 * Routes the data of a screen: by hand where a route was drawn, else automatically from the start corner along rows or
 * columns. All limits apply together: pixels and cabinets of a port, the rectangle where it counts, then pixels, ports,
 * width and height of a controller. No port leaves a face or a zone. End with qp_data_runs_clear().
 */
void
qp_data_runs_init (QpDataRuns *self, const QpScreen *screen, const QpEngineContext *context)
{
  g_auto (QpShape) shape = { 0 };
  const gboolean known = qp_shape_init (&shape, screen, context->catalogue);

  *self = (QpDataRuns){ .px = NAN, .bound = NAN, .ports = NAN };
  self->cells = g_array_new (FALSE, FALSE, sizeof (QpRunCell));
  self->runs = g_array_new (FALSE, FALSE, sizeof (QpDataRun));
  self->devices = g_array_new (FALSE, FALSE, sizeof (QpDataDevice));
  qp_data_limits_init (&self->limits, screen, context);
  self->sides = shape.double_sided ? 2 : 1;
  self->cell_px_w = shape.cell_px_w;
  self->cell_px_h = shape.cell_px_h;
  self->cell_px = self->cell_px_w * self->cell_px_h;
  self->state = QP_DATA_NO_PIXELS;
  if (!known || !(self->cell_px > 0))
    return;
  self->px = self->cell_px * (double) shape.cells.n * self->sides;
  self->state = QP_DATA_NO_PORT;
  if (isnan (self->limits.port_px) || !(self->limits.port_px > 0))
    return;
  self->bound = ceil (self->px / self->limits.port_px * (1 - 1e-12));
  g_auto (QpRunPlace) place = { 0 };
  qp_run_place_init (&place, screen, &shape);
  self->state = qp_run_place_is_routable (&place) ? QP_DATA_ROUTED : QP_DATA_TOO_MANY;
  if (self->state == QP_DATA_ROUTED)
    route (self, &place);
}

/**
 * qp_data_runs_clear:
 * @self: runs
 */
void
qp_data_runs_clear (QpDataRuns *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->devices, g_array_unref);
}

/**
 * qp_data_run_label:
 * @self: runs
 * @run: index of a run
 *
 * Returns: (transfer full): controller and port from 1, "2.7"; the port alone where there is one controller or none
 */
char *
qp_data_run_label (const QpDataRuns *self, guint run)
{
  const QpDataRun *one = qp_data_run (self, run);

  if (self->devices->len > 1)
    return g_strdup_printf ("%u.%u", one->device + 1, one->port + 1);
  return g_strdup_printf ("%u", run + 1);
}

/**
 * qp_data_runs_cable_m:
 * @self: runs
 *
 * Returns: length of all data cables with spare, metres; NaN when the way from the controller is not known or cabinets are
 *   left out
 */
double
qp_data_runs_cable_m (const QpDataRuns *self)
{
  double sum = isnan (self->ports) ? NAN : 0;

  for (guint i = 0; i < self->runs->len; i++)
    sum += qp_data_run (self, i)->chain_m + qp_data_run (self, i)->feed_m + qp_data_run (self, i)->return_m;
  return sum;
}

static double
times_of (double px, gint64 limit)
{
  return limit == QP_UNSET || px <= 0 ? 1 : ceil (px / (double) limit);
}

/**
 * qp_receiving_cards_each:
 * @card: (nullable): the receiving card of a screen
 * @px_w: pixels of a cabinet across
 * @px_h: pixels of a cabinet down
 *
 * A card carries so many pixels, and may be limited in width and height besides: then the cabinet is cut into rectangles.
 *
 * Returns: receiving cards that a cabinet needs, at least 1
 */
double
qp_receiving_cards_each (const QpController *card, double px_w, double px_h)
{
  if (card == NULL)
    return 1;
  return fmax (times_of (px_w * px_h, card->capacity_px),
               times_of (px_w, card->max_width_px) * times_of (px_h, card->max_height_px));
}

/**
 * qp_data_runs_cards:
 * @self: runs
 * @catalogue: (nullable): where the receiving card is looked up
 *
 * Returns: how many receiving cards: one for a cabinet, or as many as its pixels need where the catalogue knows what the
 *   card carries
 */
double
qp_data_runs_cards (const QpDataRuns *self, const QpCatalogue *catalogue)
{
  const QpController *card = qp_data_limits_find_card (&self->limits, catalogue);

  return self->px / self->cell_px * qp_receiving_cards_each (card, self->cell_px_w, self->cell_px_h);
}
