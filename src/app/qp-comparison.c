/* qp-comparison.c: a screen built of other cabinets: what would be different
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-comparison.h"
#include "interact/qp-rebuild.h"

struct _QpComparisonRow
{
  GObject parent_instance;
  QpNode *screen; /* the screen as it would be */
  QpNode *cabinet;
  QpEstimate estimate;
  gboolean current;
};

G_DEFINE_FINAL_TYPE (QpComparisonRow, qp_comparison_row, G_TYPE_OBJECT)

static void
qp_comparison_row_finalize (GObject *object)
{
  QpComparisonRow *self = QP_COMPARISON_ROW (object);
  g_clear_pointer (&self->screen, qp_node_unref);
  g_clear_pointer (&self->cabinet, qp_node_unref);
  G_OBJECT_CLASS (qp_comparison_row_parent_class)->finalize (object);
}

static void
qp_comparison_row_class_init (QpComparisonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qp_comparison_row_finalize;
}

static void
qp_comparison_row_init (QpComparisonRow *self)
{
}

/* The same screen with as many of these cabinets as fit into its size. */
static QpNode *
rebuilt (QpNode *screen, const QpCabinet *cabinet, double width_m, double height_m)
{
  const QpCell cell = { cabinet->width_mm, cabinet->height_mm, cabinet->px_w, cabinet->px_h };
  QpGrid below, above;
  qp_fit_size (&cell, width_m, height_m, &below, &above);
  const QpGrid *grid = below.columns > 0 && below.rows > 0 ? &below : &above;
  return qp_screen_rebuilt (screen, cabinet->key, MAX (1, grid->columns), MAX (1, grid->rows));
}

static gboolean
is_complete (const QpCabinet *cabinet)
{
  return cabinet->width_mm != QP_UNSET && cabinet->height_mm != QP_UNSET && cabinet->px_w != QP_UNSET
         && cabinet->px_h != QP_UNSET;
}

static gboolean
suits (const QpScreen *screen, const QpCabinet *cabinet)
{
  return is_complete (cabinet)
         && (screen->environment == QP_UNSET || cabinet->environment == QP_UNSET
             || screen->environment == cabinet->environment);
}

static int
by_pitch (gconstpointer a, gconstpointer b, gpointer data)
{
  const double pitch_a = qp_cabinet_pitch_h_mm ((const QpCabinet *) QP_COMPARISON_ROW ((gpointer) a)->cabinet);
  const double pitch_b = qp_cabinet_pitch_h_mm ((const QpCabinet *) QP_COMPARISON_ROW ((gpointer) b)->cabinet);
  return (pitch_a > pitch_b) - (pitch_a < pitch_b);
}

/**
 * qp_comparison_new:
 * @session: the session
 * @screen: a screen of its document as it is now
 *
 * Builds @screen of each cabinet of the catalogue that suits its environment, in the same size or the next smaller.
 *
 * Returns: (transfer full): rows, the finest pitch first; empty when the size of the screen is not known
 */
GListStore *
qp_comparison_new (QpProjectSession *session, QpNode *screen)
{
  GListStore *rows = g_list_store_new (QP_TYPE_COMPARISON_ROW);
  QpEstimateCache *estimates = qp_project_session_estimates (session);
  const QpEstimate *now = qp_estimate_cache_get (estimates, screen);
  const double width_m = qp_estimate_get (now, "width_m");
  const double height_m = qp_estimate_get (now, "height_m");
  if (isnan (width_m) || isnan (height_m))
    return rows;
  QpEngineContext context;
  qp_estimate_cache_context (estimates, screen->id, &context);
  g_autoptr (GPtrArray) cabinets = qp_catalogue_nodes (context.catalogue, QP_KIND_CABINET);
  for (guint i = 0; i < cabinets->len; i++)
    {
      const QpCabinet *cabinet = cabinets->pdata[i];
      if (!suits ((const QpScreen *) screen, cabinet))
        continue;
      g_autoptr (QpComparisonRow) row = g_object_new (QP_TYPE_COMPARISON_ROW, NULL);
      row->cabinet = qp_node_ref (cabinets->pdata[i]);
      row->current = g_strcmp0 (cabinet->key, ((const QpScreen *) screen)->cabinet) == 0;
      row->screen = row->current ? qp_node_ref (screen) : rebuilt (screen, cabinet, width_m, height_m);
      qp_estimate_screen (&row->estimate, (const QpScreen *) row->screen, &context);
      g_list_store_append (rows, row);
    }
  g_list_store_sort (rows, by_pitch, NULL);
  return rows;
}

/**
 * qp_comparison_row_screen:
 * @self: a row
 *
 * Returns: (transfer none): the screen as it would be
 */
QpNode *
qp_comparison_row_screen (QpComparisonRow *self)
{
  return self->screen;
}

/**
 * qp_comparison_row_cabinet:
 * @self: a row
 *
 * Returns: (transfer none): its cabinet
 */
const QpCabinet *
qp_comparison_row_cabinet (QpComparisonRow *self)
{
  return (const QpCabinet *) self->cabinet;
}

/**
 * qp_comparison_row_estimate:
 * @self: a row
 *
 * Returns: (transfer none): the results as they would be
 */
const QpEstimate *
qp_comparison_row_estimate (QpComparisonRow *self)
{
  return &self->estimate;
}

/**
 * qp_comparison_row_is_current:
 * @self: a row
 *
 * Returns: whether the screen is made of this cabinet
 */
gboolean
qp_comparison_row_is_current (QpComparisonRow *self)
{
  return self->current;
}
