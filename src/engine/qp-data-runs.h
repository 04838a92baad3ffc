/* qp-data-runs.h: which port of which controller feeds which cabinets
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-finding.h"
#include "engine/qp-estimate.h"
#include "engine/qp-run-route.h"

G_BEGIN_DECLS

/**
 * QpDriveOrigin:
 * @QP_DRIVE_SCREEN: typed at the screen
 * @QP_DRIVE_CONTENT: of the screen's content
 * @QP_DRIVE_ASSUMED: nobody says; 8 bit, 60 Hz
 *
 * Where bit depth or rate come from.
 */
typedef enum
{
  QP_DRIVE_SCREEN,
  QP_DRIVE_CONTENT,
  QP_DRIVE_ASSUMED,
} QpDriveOrigin;

/**
 * QpPortBasis:
 * @QP_PORT_PUBLISHED: the maker publishes it for this bit depth
 * @QP_PORT_PACKED: 10 bit in 32 bits per pixel, which the receiving card allows
 * @QP_PORT_DEEPER: published for more bits only; fewer bits take no more
 * @QP_PORT_ASSUMED: no controller is chosen: a port of 1 Gbit/s
 * @QP_PORT_NONE: the controller does not have this bit depth, or nobody publishes it
 *
 * What the capacity of a port rests on.
 */
typedef enum
{
  QP_PORT_PUBLISHED,
  QP_PORT_PACKED,
  QP_PORT_DEEPER,
  QP_PORT_ASSUMED,
  QP_PORT_NONE,
} QpPortBasis;

/**
 * QpDataLimits:
 * @controller: (nullable): the controller
 * @card: (nullable): receiving card of the cabinets, by key or name
 * @bits: bit depth per colour that is sent
 * @bits_origin: where it comes from
 * @rate_hz: frame rate that is sent
 * @rate_origin: where it comes from
 * @basis: what @port_px rests on
 * @published_bits: bit depth for which it is published
 * @port_px: pixels that a port carries at this depth and rate; NaN when not known
 * @device_px: pixels that a controller carries, whatever the rate; NaN when not known
 * @device_ports: its ports that can begin a run; NaN when not known
 * @max_width_px: greatest width that it can show; NaN when not known
 * @max_height_px: greatest height
 * @min_width_px: least width of a load for the full capacity of a port; NaN when there is no such rule
 * @port_cabinets: most cabinets on a port; 0 when there is no such limit
 * @rectangular: whether a port carries the whole rectangle around its cabinets
 * @redundant: whether each run goes back to a second port
 * @copies: whether the controller has copies of its ports for the way back, so that it keeps all of them
 *
 * All limits on data ports that apply together. Borrowed from screen and catalogue.
 */
typedef struct
{
  const QpController *controller;
  const char *card;
  gint64 bits;
  QpDriveOrigin bits_origin;
  double rate_hz;
  QpDriveOrigin rate_origin;
  QpPortBasis basis;
  guint published_bits;
  double port_px;
  double device_px;
  double device_ports;
  double max_width_px;
  double max_height_px;
  double min_width_px;
  guint port_cabinets;
  gboolean rectangular;
  gboolean redundant;
  gboolean copies;
} QpDataLimits;

void qp_data_limits_init (QpDataLimits *self, const QpScreen *screen, const QpEngineContext *context);
char *qp_data_limits_describe (const QpDataLimits *self);
char *qp_data_limits_drive (const QpDataLimits *self);
const QpController *qp_data_limits_find_card (const QpDataLimits *self, const QpCatalogue *catalogue);

/**
 * QpDataRun:
 * @first: its first cabinet, an index of the cells
 * @n: how many cabinets
 * @piece: the face or zone that it is in
 * @side: 0 the face, 1 the second face of a double-sided screen
 * @device: controller, from 0
 * @port: port of that controller, from 0
 * @px: pixels of its cabinets
 * @load_px: pixels that count; more than @px where a whole rectangle counts
 * @width_px: width of the rectangle around it
 * @over: whether it is more than a port carries
 * @narrow: whether it is too narrow for the full capacity of a port
 * @chain_m: length of the cables from cabinet to cabinet, with spare, metres
 * @feed_m: length of the cable to the first cabinet, with spare, metres; NaN when the way to the screen is not known
 * @return_m: length of the cable from the last cabinet back; NaN when not known; 0 when there is none
 *
 * One data port and the cabinets chained to it.
 */
typedef struct
{
  guint first;
  guint n;
  guint piece;
  guint side;
  guint device;
  guint port;
  double px;
  double load_px;
  double width_px;
  gboolean over;
  gboolean narrow;
  double chain_m;
  double feed_m;
  double return_m;
} QpDataRun;

/**
 * QpDataDevice:
 * @first: its first run
 * @n: how many runs
 * @load_px: pixels that count
 * @width_px: width of the rectangle around its cabinets
 * @height_px: height
 * @over: whether one of its limits is broken, which only a run that is too much by itself can do
 *
 * One controller.
 */
typedef struct
{
  guint first;
  guint n;
  double load_px;
  double width_px;
  double height_px;
  gboolean over;
} QpDataDevice;

/**
 * QpDataState:
 * @QP_DATA_ROUTED: there are runs
 * @QP_DATA_NO_PIXELS: size or pixels of the cabinets are not known
 * @QP_DATA_NO_PORT: the capacity of a port is not known
 * @QP_DATA_TOO_MANY: there are too many cabinets to be routed
 */
typedef enum
{
  QP_DATA_ROUTED,
  QP_DATA_NO_PIXELS,
  QP_DATA_NO_PORT,
  QP_DATA_TOO_MANY,
} QpDataState;

/**
 * QpDataRuns:
 * @state: whether there are runs, and why not
 * @limits: what applies
 * @hand: whether the route was drawn by hand
 * @cells: (element-type QpRunCell): cabinets, run after run
 * @runs: (element-type QpDataRun): the ports
 * @devices: (element-type QpDataDevice): the controllers; empty when their limits are not known
 * @cell_px: pixels of a cabinet
 * @cell_px_w: across
 * @cell_px_h: down
 * @px: pixels in all
 * @bound: least number of ports by pixels alone, without the way back; NaN when not known
 * @ports: ports that are taken, with the way back; NaN when cabinets are left out
 * @sides: 1 or 2
 * @unrouted: cabinets that the route drawn by hand leaves out
 * @repeated: cabinets that it takes more than once
 * @strange: entries of it that are no cabinet or that can't be read
 * @far: hops that are no step to a neighbour
 * @folds: hops across a fold or from zone to zone
 *
 * The data cabling of a screen.
 */
typedef struct
{
  QpDataState state;
  QpDataLimits limits;
  gboolean hand;
  GArray *cells;
  GArray *runs;
  GArray *devices;
  double cell_px;
  double cell_px_w;
  double cell_px_h;
  double px;
  double bound;
  double ports;
  guint sides;
  guint unrouted;
  guint repeated;
  guint strange;
  guint far;
  guint folds;
} QpDataRuns;

#define qp_data_run(self, i) (&g_array_index ((self)->runs, QpDataRun, (i)))
#define qp_data_device(self, i) (&g_array_index ((self)->devices, QpDataDevice, (i)))

void qp_data_runs_init (QpDataRuns *self, const QpScreen *screen, const QpEngineContext *context);
void qp_data_runs_clear (QpDataRuns *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpDataRuns, qp_data_runs_clear)

char *qp_data_run_label (const QpDataRuns *self, guint run);
double qp_data_runs_cable_m (const QpDataRuns *self);
double qp_receiving_cards_each (const QpController *card, double px_w, double px_h);
double qp_data_runs_cards (const QpDataRuns *self, const QpCatalogue *catalogue);
void qp_data_runs_check (const QpDataRuns *self, const QpScreen *screen, const QpCatalogue *catalogue, const char *name,
                         QpFindings *findings);

guint qp_data_route_parse (const char *text, GArray *cells, GArray *ends);
char *qp_data_route_format (const QpRunCell *cells, const guint *ends, guint n_runs);

G_END_DECLS
