/* qp-report-wiring.c: of the report, parts and drawings of the cabling of a screen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-report-sheet.h"

#include "engine/qp-wiring-parts.h"
#include "render/qp-wiring-paths.h"

#include <math.h>

#define WIRING_HEIGHT 190.0
#define WIRING_TEXT_PT 6.0
#define WIRING_LEAST_PT 3.5 /* of the labels of many paths; they can be read where the page is enlarged */
#define FEW_PATHS 40        /* so many have room for labels of the usual size */

/**
 * qp_report_wiring_parts:
 * @pages: the document
 * @wiring: the cabling of a screen
 * @power: whether of its circuits; else of its data ports
 *
 * The list of what has to be bought for it; nothing where it can't be routed.
 */
void
qp_report_wiring_parts (QpPages *pages, const QpWiring *wiring, gboolean power)
{
  g_autoptr (GPtrArray) parts = qp_wiring_parts (&wiring->data, &wiring->power, wiring->screen, wiring->context->catalogue);
  g_autoptr (QpPageTable) table = qp_page_table_new ("llr", _ ("Item"), _ ("Model"), _ ("How many"), NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const QpWiringPart *part = parts->pdata[i];
      g_autofree char *amount = qp_wiring_part_amount (part);
      if (part->is_power == power)
        qp_page_table_add (table, part->what, part->model != NULL ? part->model : "", amount, NULL);
    }
  qp_pages_table (pages, power ? _ ("Parts of the power circuits") : _ ("Parts of the data ports"), table);
}

typedef struct
{
  const QpElevation *elevation;
  const QpElevationPath *paths;
  guint n_paths;
  gboolean back;
} Side;

static void
paint_side (cairo_t *cr, double width, double height, gpointer data)
{
  const Side *side = data;
  const QpElevationView view = { .layers = QP_SHOW_PATHS, .back = side->back, .bare = TRUE, .paths = side->paths, .n_paths = side->n_paths };
  QpPlanStyle style;

  qp_plan_style_init_paper (&style, fmax (WIRING_LEAST_PT, WIRING_TEXT_PT * fmin (1, sqrt ((double) FEW_PATHS / MAX (side->n_paths, 1)))));
  qp_paint_elevation (cr, width, height, 0, side->elevation, &view, &style);
}

/**
 * qp_report_wiring_figure:
 * @pages: the document
 * @wiring: the cabling of a screen
 * @power: whether of its circuits; else of its data ports
 *
 * The way of each port or circuit over the cabinets, from the front and from behind; nothing where it can't be routed.
 */
void
qp_report_wiring_figure (QpPages *pages, const QpWiring *wiring, gboolean power)
{
  g_auto (QpElevation) elevation = { 0 };

  if (power ? wiring->power.state != QP_POWER_ROUTED : wiring->data.state != QP_DATA_ROUTED)
    return;
  qp_elevation_init (&elevation, wiring->screen, wiring->context->catalogue);
  g_autoptr (QpWiringPaths) paths = power ? qp_wiring_paths_new_power (&wiring->power) : qp_wiring_paths_new_data (&wiring->data);
  Side front = { .elevation = &elevation }, back;
  front.paths = qp_wiring_paths_get (paths, &front.n_paths);
  back = front;
  back.back = TRUE;
  qp_pages_figure_pair (pages, WIRING_HEIGHT, power ? _ ("Power circuits, from the front") : _ ("Data ports, from the front"), paint_side, &front,
                        power ? _ ("Power circuits, from behind") : _ ("Data ports, from behind"), paint_side, &back);
}
