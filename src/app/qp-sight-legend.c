/* qp-sight-legend.c: the legend of the map that lies over the plan
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-sight-legend.h"

#include "app/qp-view-style.h"

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpSightControl *control = data;
  const QpMapOverlay *overlay = qp_sight_control_overlay (control);
  g_autofree char *note = qp_sight_control_note (control);
  QpPlanStyle style;
  if (overlay == NULL)
    return;
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_paint_map_legend (cr, 0.5, 0.5, &overlay->scale, overlay->hatched, note, &style);
}

/* What a screen reader says: the title, and each step from the strongest. */
static char *
words_of (const QpMapOverlay *overlay, const char *note)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_string_append_printf (words, "%s, %s", overlay->scale.title, note);
  for (guint i = 0; i < overlay->scale.n; i++)
    {
      g_autofree char *step = qp_map_scale_text (&overlay->scale, i);
      g_string_append_printf (words, "; %s", step);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
on_updated (QpSightControl *control, GtkDrawingArea *area)
{
  const QpMapOverlay *overlay = qp_sight_control_overlay (control);
  double width, height;
  QpPlanStyle style;
  gtk_widget_set_visible (GTK_WIDGET (area), overlay != NULL);
  if (overlay == NULL)
    return;
  g_autofree char *note = qp_sight_control_note (control);
  g_autofree char *words = words_of (overlay, note);
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_map_legend_size (&overlay->scale, &style, note, &width, &height);
  gtk_drawing_area_set_content_width (area, (int) ceil (width) + 1);
  gtk_drawing_area_set_content_height (area, (int) ceil (height) + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (area));
}

static void
show_map (QpSightControl *control, QpCanvas *canvas)
{
  qp_canvas_set_map (canvas, qp_sight_control_overlay (control));
}

/**
 * qp_sight_legend_follow:
 * @area: where the legend is drawn
 * @control: whose map it explains
 * @canvas: where the map is shown
 *
 * Shows map and legend from now on; hides it when there is no map.
 */
void
qp_sight_legend_follow (GtkDrawingArea *area, QpSightControl *control, QpCanvas *canvas)
{
  g_signal_connect_object (control, "updated", G_CALLBACK (show_map), canvas, 0);
  gtk_drawing_area_set_draw_func (area, draw, g_object_ref (control), g_object_unref);
  g_signal_connect_object (control, "updated", G_CALLBACK (on_updated), area, 0);
}
