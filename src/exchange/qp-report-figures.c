/* qp-report-figures.c: pictures that sections of the report have in common
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "exchange/qp-report-figures.h"

#include "engine/qp-audience.h"
#include "render/qp-paint-screen.h"
#include "render/qp-sheet.h"
#include "render/qp-view-picture.h"

#include <math.h>

#define POINTS_PER_M (72 / 0.0254)
/* N of 1 : N beyond which no elevation is drawn smaller */
#define LEAST_SCALE 1e5
/* pixels of a view for a point of paper: enough for print, little enough for many pages */
#define VIEW_PX 2.0
/* somebody stands so many times the width of a screen before it where no audience is drawn */
#define BEFORE 1.6

/* the drawing alone, as large as there is room */
static void
paint_fitted (cairo_t *cr, double width, double height, const QpReportPlan *self, QpScene *scene)
{
  const QpPlanStyle *style = &self->data->style;
  const QpBox extent = qp_plan_extent (scene, self->data->layers);
  QpViewport viewport;

  qp_viewport_init (&viewport, width, height, 1);
  if (!qp_box_is_empty (extent))
    qp_viewport_fit (&viewport, extent, 6);
  cairo_save (cr);
  qp_paint_plan_whole (cr, &viewport, scene, self->data->layers, style, QP_ID_NONE, NULL, NULL, FALSE);
  cairo_restore (cr);
  qp_set_colour (cr, style->ink);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke (cr);
}

/**
 * qp_report_paint_plan:
 * @cr: a context
 * @width: room, points
 * @height: room, points
 * @plan: a QpReportPlan
 *
 * Paints a plan. A #QpPagePainter.
 */
void
qp_report_paint_plan (cairo_t *cr, double width, double height, gpointer plan)
{
  const QpReportPlan *self = plan;
  QpScene *scene = qp_scene_new ();
  QpSheet sheet = { .scene = scene, .layers = self->data->layers, .units_per_m = POINTS_PER_M, .within = TRUE };
  QpPlanStyle style = self->data->style;

  qp_scene_update (scene, self->plan, self->data->report->catalogue, NULL);
  if (self->seen != NULL)
    {
      qp_plan_style_init_map (&style, style.text_px);
      sheet.map = self->seen->map;
      sheet.map_note = self->seen->note;
    }
  sheet.ratio = self->to_scale ? qp_sheet_fitting_ratio (&sheet, width, height, &style) : 0;
  if (self->to_scale || self->seen != NULL)
    qp_paint_sheet (cr, width, height, &sheet, &style);
  else
    paint_fitted (cr, width, height, self, scene);
  qp_scene_free (scene);
}

/* --- elevations --- */

/* the largest usual scale at which an elevation has room */
static double
elevation_ratio (const QpElevation *elevation, const QpElevationView *view, double width, double height, const QpPlanStyle *style)
{
  double ratio = 0, wide, high;

  do
    {
      ratio = qp_standard_ratio (ratio + 1);
      qp_elevation_size (elevation, view, POINTS_PER_M / ratio, style, &wide, &high);
    }
  while ((wide > width || high > height) && ratio < LEAST_SCALE);
  return ratio;
}

/**
 * qp_report_paint_elevation:
 * @cr: a context
 * @width: room, points
 * @height: room, points
 * @elevation: a QpReportElevation
 *
 * Paints the elevation of a screen. A #QpPagePainter.
 */
void
qp_report_paint_elevation (cairo_t *cr, double width, double height, gpointer elevation)
{
  const QpReportElevation *self = elevation;
  const QpPlanStyle *style = &self->data->style;
  QpElevationView view = QP_ELEVATION_VIEW_USUAL;

  g_auto (QpElevation) drawn = { 0 };
  qp_elevation_init (&drawn, self->screen->screen, self->data->report->catalogue);
  if (self->to_scale && qp_elevation_has_size (&drawn))
    view.ratio = elevation_ratio (&drawn, &view, width, height, style);
  qp_paint_elevation (cr, width, height, view.ratio > 0 ? POINTS_PER_M / view.ratio : 0, &drawn, &view, style);
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
  qp_plan_style_init (&style, options.theme, 7 * VIEW_PX);
  g_autoptr (QpViewScene) scene = qp_view_scene_new ((QpNode *) self->screen->context.plan, self->data->report->catalogue);
  qp_view_scene_aim (scene, &gaze, self->screen->screen->node.id, width / height);
  g_autoptr (QpViewPicture) picture
      = qp_view_picture_new (scene, &gaze, (guint) (width * VIEW_PX), (guint) (height * VIEW_PX), &options, NULL, NULL);
  cairo_t *marks = cairo_create (picture->surface);
  qp_paint_view_marks (marks, picture, scene, &style, NULL);
  cairo_destroy (marks);
  cairo_save (cr);
  cairo_scale (cr, 1 / VIEW_PX, 1 / VIEW_PX);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
