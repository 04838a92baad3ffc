/* qp-screen-view.c: the elevation of the screen selected last
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-screen-view.h"
#include "app/qp-view-style.h"
#include "render/qp-paint-screen.h"

struct _QpScreenView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkDrawingArea *area;
  QpProjectSession *session;
};

G_DEFINE_FINAL_TYPE (QpScreenView, qp_screen_view, GTK_TYPE_WIDGET)

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpScreenView *self = data;
  QpNode *screen = self->session != NULL ? qp_project_session_screen (self->session) : NULL;
  if (screen == NULL)
    return;
  QpPlanStyle style;
  qp_view_style_init (&style, GTK_WIDGET (area));
  g_auto (QpElevation) elevation = { 0 };
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
  qp_elevation_init (&elevation, (const QpScreen *) screen, catalogue);
  qp_paint_elevation (cr, width, height, 0, &elevation, &QP_ELEVATION_VIEW_USUAL, &style);
}

static void
refresh (QpScreenView *self)
{
  QpNode *screen = qp_project_session_screen (self->session);
  gtk_stack_set_visible_child_name (self->stack, screen != NULL ? "drawing" : "empty");
  if (screen == NULL)
    return;
  g_autofree char *name = qp_node_display_name (screen);
  g_autofree char *label = g_strdup_printf (_ ("Elevation of %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
qp_screen_view_dispose (GObject *object)
{
  QpScreenView *self = QP_SCREEN_VIEW (object);
  g_clear_object (&self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_screen_view_parent_class)->dispose (object);
}

static void
qp_screen_view_class_init (QpScreenViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_screen_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-screen-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, stack);
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, area);
}

static void
qp_screen_view_init (QpScreenView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->area, draw, self, NULL);
  qp_view_redraw_on_dark (GTK_WIDGET (self->area));
}

/**
 * qp_screen_view_set_session:
 * @self: a screen view
 * @session: the session to show
 *
 * Shows the screen of @session that was selected last.
 */
void
qp_screen_view_set_session (QpScreenView *self, QpProjectSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
    }
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
