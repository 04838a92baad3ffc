/* qp-power-runs.h: which circuit feeds which cabinets, and on which phase
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
 * QpSupply:
 * @voltage_v: voltage of a circuit, phase to neutral where there are three phases
 * @phases: 1, 2 or 3
 * @breaker_a: rating of the breaker of a circuit
 * @load_fraction: part of the rating that is used for continuous load
 * @power_factor: power factor of the cabinets
 * @assumed: of #QpSupplyField: what nobody says and is assumed
 *
 * What feeds the circuits.
 */
typedef struct
{
  double voltage_v;
  guint phases;
  double breaker_a;
  double load_fraction;
  double power_factor;
  guint assumed;
} QpSupply;

/**
 * QpSupplyField:
 *
 * A figure of the supply, as a bit.
 */
typedef enum
{
  QP_SUPPLY_VOLTAGE = 1 << 0,
  QP_SUPPLY_PHASES = 1 << 1,
  QP_SUPPLY_BREAKER = 1 << 2,
  QP_SUPPLY_LOAD = 1 << 3,
  QP_SUPPLY_FACTOR = 1 << 4,
} QpSupplyField;

void qp_supply_init (QpSupply *self, const QpScreen *screen);
char *qp_supply_describe (const QpSupply *self);

/**
 * QpCircuit:
 * @first: its first cabinet, an index of the cells
 * @n: how many cabinets
 * @piece: the face or zone that it is in
 * @side: 0 the face, 1 the second face of a double-sided screen
 * @phase: from 0
 * @power_w: peak power
 * @current_a: current at peak power
 * @over: whether it is more than the breaker may carry
 * @chain_m: length of the cables from cabinet to cabinet, with spare, metres
 * @feed_m: length of the cable to the first cabinet, with spare, metres; NaN when the way to the screen is not known
 *
 * One circuit and the cabinets chained to it.
 */
typedef struct
{
  guint first;
  guint n;
  guint piece;
  guint side;
  guint phase;
  double power_w;
  double current_a;
  gboolean over;
  double chain_m;
  double feed_m;
} QpCircuit;

/**
 * QpPowerState:
 * @QP_POWER_ROUTED: there are circuits
 * @QP_POWER_NO_SIZE: the size of the cabinets is not known
 * @QP_POWER_NO_POWER: their peak power is not known
 * @QP_POWER_TOO_MANY: there are too many cabinets to be routed
 */
typedef enum
{
  QP_POWER_ROUTED,
  QP_POWER_NO_SIZE,
  QP_POWER_NO_POWER,
  QP_POWER_TOO_MANY,
} QpPowerState;

/* A phase may carry up to 115 % of the mean and has to carry 85 % of it (GB 50034, three-phase lighting circuits; recalled) */
#define QP_PHASE_MOST 1.15
#define QP_PHASE_LEAST 0.85

/**
 * QpPowerRuns:
 * @state: whether there are circuits, and why not
 * @supply: what feeds them
 * @cells: (element-type QpRunCell): cabinets, circuit after circuit
 * @circuits: (element-type QpCircuit): the circuits
 * @cabinet_w: peak power of a cabinet; NaN when not known
 * @usable_w: power that a circuit may carry
 * @most: most cabinets on a circuit
 * @power_w: peak power in all
 * @phase_a: current of each phase; NaN for phases that the supply does not have
 * @neutral_a: current of the neutral; NaN with one phase
 * @greatest: greatest phase relative to the mean; NaN with fewer than three phases
 * @least: least phase relative to the mean
 * @feed_a: current that the feed of all circuits has to carry: its greatest phase
 * @feed_breaker_a: least rating of a breaker for it
 * @sides: 1 or 2
 *
 * The power cabling of a screen.
 */
typedef struct
{
  QpPowerState state;
  QpSupply supply;
  GArray *cells;
  GArray *circuits;
  double cabinet_w;
  double usable_w;
  guint most;
  double power_w;
  double phase_a[3];
  double neutral_a;
  double greatest;
  double least;
  double feed_a;
  double feed_breaker_a;
  guint sides;
} QpPowerRuns;

#define qp_circuit(self, i) (&g_array_index ((self)->circuits, QpCircuit, (i)))

void qp_power_runs_init (QpPowerRuns *self, const QpScreen *screen, const QpEngineContext *context);
void qp_power_runs_clear (QpPowerRuns *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpPowerRuns, qp_power_runs_clear)

char *qp_circuit_label (const QpPowerRuns *self, guint circuit);
double qp_power_runs_cable_m (const QpPowerRuns *self);
void qp_power_runs_check (const QpPowerRuns *self, const char *name, QpFindings *findings);

G_END_DECLS
