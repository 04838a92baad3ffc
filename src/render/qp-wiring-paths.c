/* qp-wiring-paths.c: data ports and power circuits as coloured paths over the cabinets of an elevation
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "render/qp-wiring-paths.h"

struct _QpWiringPaths
{
  GArray *cells;     /* QpCellRef */
  GArray *paths;     /* QpElevationPath */
  GPtrArray *labels;
};

/* Okabe and Ito's colours, which people with any colour vision tell apart; neighbours differ in lightness too */
static const guint32 run_colours[] = { 0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00 };

/* a hue for each phase, a dark and a light one in turn so that neighbouring circuits differ */
static const guint32 phase_colours[3][2] = { { 0xd55e00, 0xe69f00 }, { 0x0072b2, 0x56b4e9 }, { 0x00785a, 0x3fbf98 } };

/**
 * qp_data_run_colour:
 * @run: index of a run
 *
 * Returns: its colour
 */
QpColour
qp_data_run_colour (guint run)
{
  return qp_colour (run_colours[run % G_N_ELEMENTS (run_colours)], 1);
}

/**
 * qp_circuit_colour:
 * @runs: circuits
 * @circuit: index of one
 *
 * Returns: its colour: the hue of its phase where there are several
 */
QpColour
qp_circuit_colour (const QpPowerRuns *runs, guint circuit)
{
  if (runs->supply.phases < 2)
    return qp_data_run_colour (circuit);
  guint before = 0;
  for (guint i = 0; i < circuit; i++)
    before += qp_circuit (runs, i)->phase == qp_circuit (runs, circuit)->phase;
  return qp_colour (phase_colours[qp_circuit (runs, circuit)->phase][before % 2], 1);
}

static QpWiringPaths *
paths_new (const GArray *cells)
{
  QpWiringPaths *self = g_new0 (QpWiringPaths, 1);

  self->cells = g_array_sized_new (FALSE, FALSE, sizeof (QpCellRef), cells->len);
  self->paths = g_array_new (FALSE, TRUE, sizeof (QpElevationPath));
  self->labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cells->len; i++)
    {
      const QpRunCell *cell = &g_array_index (cells, QpRunCell, i);
      g_array_append_val (self->cells, ((QpCellRef){ cell->column, cell->row }));
    }
  return self;
}

static void
add_path (QpWiringPaths *self, guint first, guint n, QpColour colour, char *label)
{
  const QpElevationPath path = { &g_array_index (self->cells, QpCellRef, first), n, colour, label, FALSE };

  g_ptr_array_add (self->labels, label);
  g_array_append_val (self->paths, path);
}

/**
 * qp_wiring_paths_new_data:
 * @runs: data ports
 *
 * Returns: (transfer full): a path for each port, labelled with controller and port
 */
QpWiringPaths *
qp_wiring_paths_new_data (const QpDataRuns *runs)
{
  QpWiringPaths *self = paths_new (runs->cells);

  for (guint i = 0; i < runs->runs->len; i++)
    if (qp_data_run (runs, i)->side == 0)
      add_path (self, qp_data_run (runs, i)->first, qp_data_run (runs, i)->n, qp_data_run_colour (i),
                qp_data_run_label (runs, i));
  return self;
}

/**
 * qp_wiring_paths_new_power:
 * @runs: power circuits
 *
 * Returns: (transfer full): a path for each circuit, labelled with its number and phase
 */
QpWiringPaths *
qp_wiring_paths_new_power (const QpPowerRuns *runs)
{
  QpWiringPaths *self = paths_new (runs->cells);

  for (guint i = 0; i < runs->circuits->len; i++)
    if (qp_circuit (runs, i)->side == 0)
      add_path (self, qp_circuit (runs, i)->first, qp_circuit (runs, i)->n, qp_circuit_colour (runs, i),
                qp_circuit_label (runs, i));
  return self;
}

/**
 * qp_wiring_paths_free:
 * @self: (transfer full) (nullable): paths
 */
void
qp_wiring_paths_free (QpWiringPaths *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_array_unref (self->paths);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

/**
 * qp_wiring_paths_get:
 * @self: paths
 * @n_paths: (out): how many
 *
 * Returns: (transfer none) (array length=n_paths): as a view of an elevation takes them
 */
const QpElevationPath *
qp_wiring_paths_get (const QpWiringPaths *self, guint *n_paths)
{
  *n_paths = self->paths->len;
  return (const QpElevationPath *) self->paths->data;
}
