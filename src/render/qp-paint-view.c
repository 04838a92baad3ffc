/* qp-paint-view.c: what is written on the view from a place: names, what hides what, angles and figures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-view-picture.h"

#include "base/qp-number.h"
#include "render/qp-labels.h"

#include <math.h>

#define LEAST_HIDDEN_PX 60.0 /* less of a picture is not worth a name */
#define LEAST_SCREEN_PX 12.0
#define RULER_PX 20.0
#define TICK_APART_PX 44.0

typedef struct
{
  cairo_t *cr;
  const QpViewPicture *picture;
  const QpViewScene *scene;
  const QpPlanStyle *style;
  double width;
  double height;
  double band; /* thickness of the rulers */
} Pass;

/* -- names -- */

static char *
screen_detail (const QpViewTally *tally)
{
  double hidden = 0;

  for (guint i = 0; i < tally->blockers->len; i++)
    hidden += g_array_index (tally->blockers, QpViewBlocker, i).share;
  g_autofree char *percent = qp_number_display (100 * hidden, 0);
  /* Translators: share of the face of a screen */
  return hidden < 0.005 ? NULL : g_strdup_printf (_ ("%s %% hidden"), percent);
}

static void
add_screen_name (const Pass *pass, QpLabels *labels, const QpViewTally *tally)
{
  const QpBox box = tally->box;
  const double x = CLAMP ((box.x0 + box.x1) / 2, pass->band, pass->width), gap = 5 * pass->style->unit;

  if (qp_box_is_empty (box) || tally->pixels + tally->hidden_pixels < LEAST_SCREEN_PX)
    return;
  QpLabel *label = qp_labels_add (
      labels, qp_node_display_name (qp_view_scene_object (pass->scene, tally->object)->node), screen_detail (tally), 2);
  label->order = -tally->pixels;
  label->strong = label->boxed = TRUE;
  label->ink = pass->style->ink;
  label->detail_ink = pass->style->ink_soft;
  qp_label_add_place (label, qp_vec (x, box.y0 - gap), QP_ALIGN_MIDDLE, QP_ALIGN_END);
  qp_label_add_place (label, qp_vec (x, box.y1 + gap), QP_ALIGN_MIDDLE, QP_ALIGN_START);
  qp_label_add_place (label, qp_vec (x, CLAMP (box.y0, pass->band, pass->height) + gap), QP_ALIGN_MIDDLE,
                      QP_ALIGN_START);
  qp_label_add_place (label, qp_vec (box.x0, box.y0 - gap), QP_ALIGN_START, QP_ALIGN_END);
  qp_label_add_place (label, qp_vec (box.x1, box.y0 - gap), QP_ALIGN_END, QP_ALIGN_END);
  qp_label_add_place (label, qp_vec (x, box.y0 - gap - 34 * pass->style->unit), QP_ALIGN_MIDDLE, QP_ALIGN_END);
}

static char *
blocker_text (const Pass *pass, guint object)
{
  const QpNode *node = qp_view_scene_object (pass->scene, object)->node;
  const gboolean endless = node->kind == QP_KIND_OBSTACLE && ((const QpObstacle *) node)->top_height_m == QP_UNSET;
  g_autofree char *name = qp_node_display_name (node);

  /* Translators: written on the part of a screen that something stands before; %s is the name of the obstacle */
  return endless ? g_strdup_printf (_ ("hidden by %s, top not known"), name)
                 : g_strdup_printf (_ ("hidden by %s"), name);
}

static void
add_blocker_name (const Pass *pass, QpLabels *labels, const QpViewBlocker *blocker)
{
  const double away = 22 * pass->style->unit;

  if (blocker->samples < LEAST_HIDDEN_PX || blocker->object == 0)
    return;
  QpLabel *label = qp_labels_add (labels, blocker_text (pass, blocker->object), NULL, 1);
  label->order = -blocker->samples;
  label->boxed = TRUE;
  label->ink = pass->style->bad;
  qp_label_add_place (label, blocker->middle, QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec_add (blocker->middle, qp_vec (0, away)), QP_ALIGN_MIDDLE, QP_ALIGN_START);
  qp_label_add_place (label, qp_vec_add (blocker->middle, qp_vec (0, 2.4 * away)), QP_ALIGN_MIDDLE, QP_ALIGN_START);
  qp_label_add_place (label, qp_vec_add (blocker->middle, qp_vec (0, -away)), QP_ALIGN_MIDDLE, QP_ALIGN_END);
  qp_label_add_place (label, qp_vec_add (blocker->middle, qp_vec (away, 0)), QP_ALIGN_START, QP_ALIGN_MIDDLE);
  qp_label_add_place (label, qp_vec_add (blocker->middle, qp_vec (-away, 0)), QP_ALIGN_END, QP_ALIGN_MIDDLE);
}

static void
paint_names (const Pass *pass, double bottom)
{
  g_autoptr (QpLabels) labels = qp_labels_new (pass->style);

  for (guint i = 0; i < pass->picture->tallies->len; i++)
    {
      const QpViewTally *tally = &g_array_index (pass->picture->tallies, QpViewTally, i);
      add_screen_name (pass, labels, tally);
      for (guint k = 0; k < tally->blockers->len; k++)
        add_blocker_name (pass, labels, &g_array_index (tally->blockers, QpViewBlocker, k));
    }
  qp_labels_place (labels, (QpBox){ pass->band + 2, pass->band + 2, pass->width - 2, bottom - 2 }, 40);
  qp_labels_paint (labels, pass->cr, 0, 0);
}

/* -- angles at the border -- */

static double
step_of (double degrees, double px)
{
  static const double steps[] = { 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] / degrees * px >= TICK_APART_PX)
      return steps[i];
  return 45;
}

static char *
degrees_text (double degrees)
{
  g_autofree char *number = qp_number_display_shortest (fabs (degrees) < 1e-9 ? 0 : round (degrees * 10) / 10);

  return g_strdup_printf ("%s°", number);
}

static void
tick (const Pass *pass, double x0, double y0, double x1, double y1)
{
  cairo_move_to (pass->cr, x0, y0);
  cairo_line_to (pass->cr, x1, y1);
  cairo_set_line_width (pass->cr, pass->style->unit);
  qp_set_colour (pass->cr, pass->style->ink_soft);
  cairo_stroke (pass->cr);
}

static void
paint_ruler_across (const Pass *pass, QpText *text)
{
  const QpCamera *camera = &pass->picture->camera;
  const double half = camera->gaze.across / 2, step = step_of (camera->gaze.across, pass->width), band = pass->band;

  for (double deg = -floor (half / step) * step; deg <= half; deg += step)
    {
      const double x = round (qp_camera_px_across (camera, deg)) + 0.5;
      g_autofree char *words = degrees_text (deg);
      const double room = qp_text_width (text, words, QP_TEXT_SMALL) / 2 + 3;
      if (x < band)
        continue;
      tick (pass, x, band - 4, x, band);
      if (x - room > band && x + room < pass->width)
        qp_text_draw (text, pass->cr, words, QP_TEXT_SMALL, x, (band - 4) / 2, QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE,
                      pass->style->ink_soft);
    }
}

static void
paint_ruler_down (const Pass *pass, QpText *text, double bottom)
{
  const QpCamera *camera = &pass->picture->camera;
  const double down = qp_camera_down_deg (camera), step = step_of (down, pass->height), band = pass->band;
  const double from = ceil ((camera->gaze.pitch - down / 2) / step) * step;

  for (double deg = from; deg <= camera->gaze.pitch + down / 2; deg += step)
    {
      const double y = round (qp_camera_px_down (camera, deg)) + 0.5;
      g_autofree char *words = degrees_text (deg);
      if (!(y > band + 8 && y < bottom - 8))
        continue;
      tick (pass, band - 4, y, band, y);
      qp_text_draw (text, pass->cr, words, QP_TEXT_SMALL, band - 5, y, QP_ALIGN_END, QP_ALIGN_MIDDLE,
                    pass->style->ink_soft);
    }
}

static void
paint_rulers (const Pass *pass, QpText *text, double bottom)
{
  cairo_rectangle (pass->cr, 0, 0, pass->width, pass->band);
  cairo_rectangle (pass->cr, 0, pass->band, pass->band, bottom - pass->band);
  qp_set_colour (pass->cr, pass->style->card);
  cairo_fill (pass->cr);
  paint_ruler_across (pass, text);
  paint_ruler_down (pass, text, bottom);
}

/* a line of figures beneath the picture; returns its upper edge */
static double
paint_caption (const Pass *pass, QpText *text, const char *caption)
{
  const double pad = 6 * pass->style->unit;

  if (caption == NULL)
    return pass->height;
  g_autoptr (PangoLayout) layout = qp_text_layout_narrow (text, caption, QP_TEXT_PLAIN, pass->width - 2 * pad, 3);
  double wide, tall;
  qp_layout_size (layout, &wide, &tall);
  const double top = floor (pass->height - tall - 2 * pad);
  cairo_rectangle (pass->cr, 0, top, pass->width, pass->height - top);
  qp_set_colour (pass->cr, pass->style->card);
  cairo_fill (pass->cr);
  cairo_move_to (pass->cr, pad, top + pad);
  qp_set_colour (pass->cr, pass->style->ink);
  pango_cairo_show_layout (pass->cr, layout);
  return top;
}

/**
 * qp_paint_view_marks:
 * @cr: context of the picture, pixels
 * @picture: a picture
 * @scene: what it was painted from
 * @style: colours and sizes of what is written
 * @caption: (nullable): a line beneath it
 *
 * Writes over a picture: names of screens and of what hides them, an angular ruler at its upper and left border (across
 * from where they look, up and down from the horizon), and the caption.
 */
void
qp_paint_view_marks (cairo_t *cr, const QpViewPicture *picture, const QpViewScene *scene, const QpPlanStyle *style,
                     const char *caption)
{
  g_autoptr (QpText) text = qp_text_new (style);
  Pass pass = { cr, picture, scene, style, picture->camera.width, picture->camera.height, 0 };

  cairo_save (cr);
  pass.band = round (fmax (qp_text_width (text, "−00°", QP_TEXT_SMALL) + 9 * style->unit, RULER_PX * style->unit));
  const double bottom = paint_caption (&pass, text, caption);
  paint_rulers (&pass, text, bottom);
  paint_names (&pass, bottom);
  cairo_restore (cr);
}

/**
 * qp_view_caption:
 * @picture: a picture
 * @scene: what it was painted from
 *
 * Returns: (transfer full): where somebody stands and looks in it, and what is not known of it
 */
char *
qp_view_caption (const QpViewPicture *picture, const QpViewScene *scene)
{
  const QpGaze *gaze = &picture->camera.gaze;
  g_autofree char *x = qp_number_display (gaze->eye.x, 1);
  g_autofree char *y = qp_number_display (gaze->eye.y, 1);
  g_autofree char *eye = qp_number_display (gaze->eye.z, 2);
  g_autofree char *heading = qp_number_display (gaze->heading, 0);
  g_autofree char *across = qp_number_display (gaze->across, 0);
  /* Translators: beneath a view: place on the plan, height of the eyes, direction clockwise from up, angle of the
   * picture */
  g_autofree char *words = g_strdup_printf (_ ("From (%s, %s) m · eyes %s m high · looking %s° · %s° across · squares "
                                               "of 1 m and 10 m, lines on walls every 5 m"),
                                            x, y, eye, heading, across);

  if (scene->unknown_tops == 0)
    return g_steal_pointer (&words);
  g_autofree char *unknown = g_strdup_printf (
      ngettext ("the top of %u obstacle is not known: it hides all behind it",
                "the tops of %u obstacles are not known: they hide all behind them", scene->unknown_tops),
      scene->unknown_tops);
  return g_strdup_printf ("%s · %s", words, unknown);
}
