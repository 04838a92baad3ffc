/* qp-arrange-dialog.c: numbers for arranging: gaps, copies and angles
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-arrange-dialog.h"

#include "app/qp-form-rows.h"

#define MOST_M 10000
#define MOST_COPIES 1000

/* The ways to copy, in the order of the list. */
typedef enum
{
  ARRAY_LINE,
  ARRAY_GRID,
  ARRAY_PATH,
} Array;

struct _QpArrangeDialog
{
  AdwWindow parent_instance;
  GtkWidget *apply;
  AdwPreferencesGroup *group;
  AdwComboRow *way; /* direction of packing, or way of copying */
  GtkSpinButton *copies;
  GtkSpinButton *columns;
  GtkSpinButton *rows;
  GtkSpinButton *dx;
  GtkSpinButton *dy;
  GtkSpinButton *angle;
  QpStage *stage;
  QpArrangeWhat what;
};

G_DEFINE_FINAL_TYPE (QpArrangeDialog, qp_arrange_dialog, ADW_TYPE_WINDOW)

static gboolean
array (QpArrangeDialog *self)
{
  const double dx = gtk_spin_button_get_value (self->dx), dy = gtk_spin_button_get_value (self->dy);
  const guint n = (guint) gtk_spin_button_get_value_as_int (self->copies);
  switch (adw_combo_row_get_selected (self->way))
    {
    case ARRAY_GRID:
      return qp_stage_array_grid (self->stage, (guint) gtk_spin_button_get_value_as_int (self->columns),
                                  (guint) gtk_spin_button_get_value_as_int (self->rows), dx, dy);
    case ARRAY_PATH:
      return qp_stage_array_path (self->stage, n);
    case ARRAY_LINE:
    default:
      return qp_stage_array_line (self->stage, n, dx, dy);
    }
}

static gboolean
arrange (QpArrangeDialog *self)
{
  switch (self->what)
    {
    case QP_ARRANGE_PACK:
      return qp_stage_pack (self->stage, adw_combo_row_get_selected (self->way) == 0 ? QP_AXIS_X : QP_AXIS_Y,
                            gtk_spin_button_get_value (self->dx));
    case QP_ARRANGE_ARRAY:
      return array (self);
    case QP_ARRANGE_ROTATE:
    default:
      return qp_stage_rotate (self->stage, gtk_spin_button_get_value (self->angle));
    }
}

static void
on_apply (QpArrangeDialog *self)
{
  if (!arrange (self))
    g_signal_emit_by_name (self->stage, "problem", _ ("Nothing to arrange: select objects that are not locked"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_way_changed (QpArrangeDialog *self)
{
  if (self->what != QP_ARRANGE_ARRAY)
    return;
  const guint way = adw_combo_row_get_selected (self->way);
  qp_form_show_row (self->copies, way != ARRAY_GRID);
  qp_form_show_row (self->columns, way == ARRAY_GRID);
  qp_form_show_row (self->rows, way == ARRAY_GRID);
  qp_form_show_row (self->dx, way != ARRAY_PATH);
  qp_form_show_row (self->dy, way != ARRAY_PATH);
}

/* The rows */

static GtkSpinButton *
add_number (QpArrangeDialog *self, const char *title, double least, double most, double value, guint digits)
{
  GtkSpinButton *spin = qp_form_add_number (self->group, title, least, most, digits > 0 ? 0.5 : 1, digits);

  gtk_spin_button_set_value (spin, value);
  return spin;
}

static void
add_ways (QpArrangeDialog *self, const char *title, const char *const *ways)
{
  self->way = qp_form_add_choice (self->group, title, ways);
  g_signal_connect_swapped (self->way, "notify::selected", G_CALLBACK (on_way_changed), self);
}

static void
add_array (QpArrangeDialog *self)
{
  const char *const ways[] = { _ ("In a line"), _ ("In a grid"), _ ("Along the selected path"), NULL };
  add_ways (self, _ ("Copies"), ways);
  self->copies = add_number (self, _ ("Number of copies"), 1, MOST_COPIES, 3, 0);
  self->columns = add_number (self, _ ("Columns"), 1, MOST_COPIES, 3, 0);
  self->rows = add_number (self, _ ("Rows"), 1, MOST_COPIES, 2, 0);
  self->dx = add_number (self, _ ("Step to the right, m"), -MOST_M, MOST_M, 10, 2);
  self->dy = add_number (self, _ ("Step upwards, m"), -MOST_M, MOST_M, 0, 2);
  on_way_changed (self);
}

static void
add_rows (QpArrangeDialog *self)
{
  const char *const directions[] = { _ ("From left to right"), _ ("From bottom to top"), NULL };
  switch (self->what)
    {
    case QP_ARRANGE_PACK:
      add_ways (self, _ ("Direction"), directions);
      self->dx = add_number (self, _ ("Gap, m"), -MOST_M, MOST_M, 1, 2);
      break;
    case QP_ARRANGE_ARRAY:
      add_array (self);
      break;
    case QP_ARRANGE_ROTATE:
    default:
      self->angle = add_number (self, _ ("Angle in °, clockwise"), -360, 360, 45, 1);
      break;
    }
}

/* The window */

static void
qp_arrange_dialog_dispose (GObject *object)
{
  g_clear_object (&QP_ARRANGE_DIALOG (object)->stage);
  G_OBJECT_CLASS (qp_arrange_dialog_parent_class)->dispose (object);
}

static void
qp_arrange_dialog_class_init (QpArrangeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_arrange_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
header_new (QpArrangeDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  self->apply = gtk_button_new_with_mnemonic (_ ("_Apply"));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->apply);
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (on_apply), self);
  return bar;
}

static void
qp_arrange_dialog_init (QpArrangeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_widget_set_margin_top (GTK_WIDGET (self->group), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->group), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (self->group), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->group), 12);
  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply);
}

/**
 * qp_arrange_dialog_new:
 * @parent: window that the plan is in
 * @stage: the view whose selection is arranged
 * @what: what the numbers are for
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
QpArrangeDialog *
qp_arrange_dialog_new (GtkWindow *parent, QpStage *stage, QpArrangeWhat what)
{
  const char *const titles[] = { _ ("Put Side by Side"), _ ("Copy as an Array"), _ ("Turn by an Angle") };
  QpArrangeDialog *self = g_object_new (QP_TYPE_ARRANGE_DIALOG, "transient-for", parent, "modal", TRUE, "title",
                                        titles[what], "default-width", 400, NULL);
  self->stage = g_object_ref (stage);
  self->what = what;
  add_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (what == QP_ARRANGE_PACK    ? self->dx
                                     : what == QP_ARRANGE_ARRAY ? self->copies
                                                                : self->angle));
  return self;
}
