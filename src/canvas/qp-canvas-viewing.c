/* qp-canvas-viewing.c: from where the selected screen is looked at
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "canvas/qp-canvas-viewing.h"

#include "engine/qp-estimate.h"

static void
add_distance (QpViewing *viewing, const QpEstimate *estimate, const char *key, gboolean dashed)
{
  const int index = qp_quantity_index (key);

  if (index >= 0)
    qp_viewing_add (viewing, estimate->values[index], _(qp_quantity_at ((guint) index)->label), dashed);
}

static double
viewing_angle (QpStage *stage, const QpScreen *screen)
{
  QpCatalogue *catalogue = qp_stage_get_catalogue (stage);
  const QpCabinet *cabinet
      = catalogue == NULL || screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);

  return cabinet == NULL ? NAN : cabinet->viewing_angle_h_deg;
}

/**
 * qp_canvas_viewing:
 * @stage: a stage
 * @viewing: (out): the cone and the distances of the screen that is selected
 *
 * Returns: whether a single screen is selected
 */
gboolean
qp_canvas_viewing (QpStage *stage, QpViewing *viewing)
{
  QpSelection *selection = qp_stage_get_selection (stage);
  const QpItem *item = qp_scene_find (qp_stage_get_scene (stage), qp_selection_get_primary (selection));
  QpDocument *document = qp_stage_get_document (stage);
  QpEstimate estimate;

  if (item == NULL || item->node->kind != QP_KIND_SCREEN || qp_selection_length (selection) != 1 || document == NULL)
    return FALSE;
  const QpScreen *screen = (const QpScreen *) item->node;
  const QpEngineContext context = { (const QpProject *) qp_document_get_root (document),
                                    (const QpSite *) qp_document_ancestor (document, item->id, QP_KIND_SITE),
                                    qp_stage_get_catalogue (stage) };
  qp_viewing_init (viewing, item);
  viewing->angle_deg = viewing_angle (stage, screen);
  qp_estimate_screen (&estimate, screen, &context);
  add_distance (viewing, &estimate, "nearest_gb50464_m", FALSE);
  add_distance (viewing, &estimate, "comfortable_m", TRUE);
  add_distance (viewing, &estimate, "farthest_gb50464_m", FALSE);
  return TRUE;
}
