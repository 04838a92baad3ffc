/* qp-shape-dialog.c: choosing the shape of screens by small pictures
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-shape-dialog.h"

#include "app/qp-view-style.h"
#include "interact/qp-reshape.h"
#include "render/qp-paint-shape-icon.h"

#define ICON_WIDTH 104
#define ICON_HEIGHT 68

struct _QpShapeDialog
{
  AdwWindow parent_instance;
  GtkFlowBox *shapes;
  QpProjectSession *session;
};

G_DEFINE_FINAL_TYPE (QpShapeDialog, qp_shape_dialog, ADW_TYPE_WINDOW)

/* what each is good for, in a few words */
static const char *const uses[] = {
  [QP_SCREEN_FLAT] = N_ ("One straight wall"),
  [QP_SCREEN_ARC] = N_ ("Bent by radius or angle, outward or inward"),
  [QP_SCREEN_CORNER] = N_ ("Two faces that meet at an edge"),
  [QP_SCREEN_ROUNDED_CORNER] = N_ ("Two faces with a bend between them"),
  [QP_SCREEN_FACES] = N_ ("L, U, box, or the inside of a cube"),
  [QP_SCREEN_COLUMN] = N_ ("All round a pillar"),
  [QP_SCREEN_RIBBON] = N_ ("Long and low, straight or bent"),
  [QP_SCREEN_FLOOR] = N_ ("Lies in the floor and looks up"),
  [QP_SCREEN_CEILING] = N_ ("Canopy that looks down"),
  [QP_SCREEN_MESH] = N_ ("One sees through it"),
  [QP_SCREEN_ZONES] = N_ ("Several areas that are one screen"),
  [QP_SCREEN_CAP] = N_ ("Sphere or dome"),
  [QP_SCREEN_HALF_ELLIPSE] = N_ ("Half moon that stands on its width"),
};

static void
paint_icon (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  QpPlanStyle style;

  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_paint_shape_icon (cr, width, height, (QpScreenShape) GPOINTER_TO_UINT (data), &style);
}

static GtkWidget *
child_new (QpScreenShape shape)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (_ (qp_values_shape[shape].label));
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (icon), ICON_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (icon), ICON_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (icon), paint_icon, GUINT_TO_POINTER (shape), NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  qp_view_redraw_on_dark (icon);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_tooltip_text (child, _ (uses[shape]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (qp_values_shape[shape].label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (uses[shape]),
                                  -1);
  return child;
}

static GPtrArray *
selected_screens (QpProjectSession *session)
{
  GPtrArray *nodes = qp_project_session_selected_nodes (session);

  for (guint i = nodes->len; i-- > 0;)
    if (((const QpNode *) nodes->pdata[i])->kind != QP_KIND_SCREEN)
      g_ptr_array_remove_index (nodes, i);
  return nodes;
}

/**
 * qp_session_has_screen:
 * @session: a session
 *
 * Returns: whether a screen is selected
 */
gboolean
qp_session_has_screen (QpProjectSession *session)
{
  g_autoptr (GPtrArray) screens = selected_screens (session);

  return screens->len > 0;
}

/**
 * qp_shape_dialog_choose:
 * @self: a dialog
 * @shape: the shape
 *
 * Gives the selected screens this shape, as one step, and closes the dialog.
 */
void
qp_shape_dialog_choose (QpShapeDialog *self, QpScreenShape shape)
{
  g_autoptr (GPtrArray) screens = selected_screens (self->session);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
  const QpValue value = qp_value_integer (shape);

  for (guint i = 0; i < screens->len; i++)
    {
      QpNode *screen = screens->pdata[i];
      if (((const QpScreen *) screen)->shape == (gint64) shape)
        continue;
      g_ptr_array_add (edits, qp_edit_set (screen->id, QP_SCREEN_FIELD (shape), &value));
      qp_edits_add_conversion (edits, screen, catalogue, shape);
    }
  if (edits->len > 0)
    qp_project_session_run (self->session, _ ("Change the shape"), NULL, edits, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_activated (GtkFlowBox *shapes, GtkFlowBoxChild *child, QpShapeDialog *self)
{
  qp_shape_dialog_choose (self, (QpScreenShape) gtk_flow_box_child_get_index (child));
}

static void
qp_shape_dialog_dispose (GObject *object)
{
  g_clear_object (&QP_SHAPE_DIALOG (object)->session);
  G_OBJECT_CLASS (qp_shape_dialog_parent_class)->dispose (object);
}

static void
qp_shape_dialog_class_init (QpShapeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_shape_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
qp_shape_dialog_init (QpShapeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->shapes = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->shapes, GTK_SELECTION_BROWSE);
  gtk_flow_box_set_homogeneous (self->shapes, TRUE);
  gtk_flow_box_set_min_children_per_line (self->shapes, 5);
  gtk_flow_box_set_max_children_per_line (self->shapes, 5);
  gtk_widget_set_margin_top (GTK_WIDGET (self->shapes), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->shapes), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (self->shapes), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->shapes), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shapes), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Shapes"), -1);
  for (guint i = 0; qp_values_shape[i].key != NULL; i++)
    gtk_flow_box_insert (self->shapes, child_new (i), -1);
  g_signal_connect (self->shapes, "child-activated", G_CALLBACK (on_activated), self);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->shapes));
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * qp_shape_dialog_new:
 * @parent: the window
 * @session: its session, in which a screen is selected
 *
 * Returns: (transfer none): the dialog, not shown yet; the shape of the first selected screen has the focus
 */
QpShapeDialog *
qp_shape_dialog_new (GtkWindow *parent, QpProjectSession *session)
{
  QpShapeDialog *self = g_object_new (QP_TYPE_SHAPE_DIALOG, "transient-for", parent, "modal", TRUE, "title",
                                      _ ("Shape of the Screen"), "default-width", 700, "resizable", FALSE, NULL);
  g_autoptr (GPtrArray) screens = selected_screens (session);
  const gint64 shape = screens->len > 0 ? ((const QpScreen *) screens->pdata[0])->shape : QP_SCREEN_FLAT;
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->shapes, shape == QP_UNSET ? 0 : (int) shape);

  self->session = g_object_ref (session);
  gtk_flow_box_select_child (self->shapes, child);
  gtk_widget_grab_focus (GTK_WIDGET (child));
  return self;
}
