/* qp-wiring-file.h: the cabling of a screen as lists and drawings for installers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-data-runs.h"
#include "engine/qp-power-runs.h"

G_BEGIN_DECLS

/**
 * QpWiringFormat:
 * @QP_WIRING_CSV: one table of ports, circuits and parts
 * @QP_WIRING_JSON: the same with what it rests on, for programs
 * @QP_WIRING_SVG: a drawing of the data ports over one of the power circuits
 * @QP_WIRING_PDF: two sheets
 */
typedef enum
{
  QP_WIRING_CSV,
  QP_WIRING_JSON,
  QP_WIRING_SVG,
  QP_WIRING_PDF,
} QpWiringFormat;

/**
 * QpWiring:
 * @screen: the screen
 * @context: its surroundings
 * @data: its data ports
 * @power: its power circuits
 *
 * The cabling of a screen. Borrows @screen and @context.
 */
typedef struct
{
  const QpScreen *screen;
  const QpEngineContext *context;
  QpDataRuns data;
  QpPowerRuns power;
} QpWiring;

void qp_wiring_init (QpWiring *self, const QpScreen *screen, const QpEngineContext *context);
void qp_wiring_clear (QpWiring *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpWiring, qp_wiring_clear)

gboolean qp_wiring_format_from_path (const char *path, QpWiringFormat *format, GError **error);
GBytes *qp_wiring_to_bytes (const QpWiring *self, QpWiringFormat format, gboolean back, GError **error);

/* qp-wiring-list.c */
char *qp_wiring_to_csv (const QpWiring *self);
char *qp_wiring_to_json (const QpWiring *self);

G_END_DECLS
