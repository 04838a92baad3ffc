/* qp-report-figures.c: pictures that sections of the report have in common
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/qp-report-figures.h"

#include "engine/qp-audience.h"
#include "exchange/qp-view-file.h"
#include "render/qp-sheet.h"
#include "render/qp-view-picture.h"

#include <math.h>

#define POINTS_PER_M (72 / 0.0254)
/* pixels of a view for a point of paper: enough for print, little enough for many pages */
#define VIEW_PX 2.0
/* somebody stands so many times the width of a screen before it where no audience is drawn */
#define BEFORE 1.6

/**
 * qp_report_paint_plan:
 * @cr: a context
 * @width: room, points
 * @height: room, points
 * @plan: a QpReportPlan
 *
 * Paints a plan as a sheet. A #QpPagePainter.
 */
void
qp_report_paint_plan (cairo_t *cr, double width, double height, gpointer plan)
{
  const QpReportPlan *self = plan;
  QpScene *scene = qp_scene_new ();
  QpSheet sheet = { .scene = scene, .layers = self->data->layers, .units_per_m = POINTS_PER_M };

  qp_scene_update (scene, self->plan, self->data->report->catalogue, NULL);
  if (self->to_scale)
    sheet.ratio = qp_sheet_fitting_ratio (&sheet, width, height, &self->data->style);
  qp_paint_sheet (cr, width, height, &sheet, &self->data->style);
  qp_scene_free (scene);
}

/* --- what somebody sees --- */

/* the middle of the audience that is nearest to a screen; FALSE: nobody is drawn */
static gboolean
find_people (const QpReportScreen *one, QpVec3 *eye)
{
  const QpVec screen = { qp_m_from_um (one->screen->x_m), qp_m_from_um (one->screen->y_m) };
  double least = INFINITY;
  QpNodeIter iter;

  qp_node_iter_init (&iter, one->context.plan->node.children);
  for (const QpAudience *audience; (audience = qp_audience_next (&iter)) != NULL;)
    {
      g_autoptr (GArray) places = qp_audience_places (audience, 2, 400, 10000);
      for (guint i = 0; i < places->len; i++)
        {
          const QpVec place = g_array_index (places, QpVec, i);
          const double away = fabs (qp_vec_distance (place, screen) - BEFORE * qp_estimate_get (&one->estimate, "width_m"));
          if (away < least)
            {
              least = away;
              *eye = qp_audience_eye (audience, place);
            }
        }
    }
  return !isinf (least);
}

static gboolean
find_eye (const QpReportScreen *one, QpVec3 *eye)
{
  const double width = qp_estimate_get (&one->estimate, "width_m"), facing = one->screen->facing_deg * (G_PI / 180);

  if (one->context.plan == NULL || one->screen->x_m == QP_UNSET || one->screen->y_m == QP_UNSET || isnan (width))
    return FALSE;
  if (!find_people (one, eye))
    *eye = qp_vec3 (qp_m_from_um (one->screen->x_m) + BEFORE * width * sin (facing),
                    qp_m_from_um (one->screen->y_m) + BEFORE * width * cos (facing), QP_AUDIENCE_EYE_M);
  return TRUE;
}

/**
 * qp_report_paint_view:
 * @cr: a context
 * @width: room, points
 * @height: room, points
 * @view: a QpReportView
 *
 * Paints what is seen of a screen, with its names and angles. A #QpPagePainter.
 */
void
qp_report_paint_view (cairo_t *cr, double width, double height, gpointer view)
{
  const QpReportView *self = view;
  const QpViewOptions options = { self->night, self->night ? QP_THEME_DARK : QP_THEME_LIGHT, 2, TRUE };
  QpGaze gaze = { .across = QP_CAMERA_USUAL_DEG };
  QpPlanStyle style;

  if (!find_eye (self->screen, &gaze.eye))
    return;
  qp_plan_style_init (&style, options.theme, 9 * VIEW_PX);
  g_autoptr (QpViewScene) scene = qp_view_scene_new ((QpNode *) self->screen->context.plan, self->data->report->catalogue);
  qp_view_scene_aim (scene, &gaze, self->screen->screen->node.id, width / height);
  g_autoptr (QpViewPicture) picture = qp_view_drawing_new (scene, &gaze, (guint) (width * VIEW_PX), (guint) (height * VIEW_PX), &options,
                                                           &style, NULL, NULL);
  cairo_save (cr);
  cairo_scale (cr, 1 / VIEW_PX, 1 / VIEW_PX);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
