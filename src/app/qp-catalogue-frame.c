/* qp-catalogue-frame.c: the parts of the catalogue browser side by side, or one below the other where it is narrow
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-catalogue-frame.h"

#include "app/qp-catalogue-row.h"
#include "app/qp-view-style.h"

#define NARROW_PX 900
#define DETAILS_PX 280
#define WIDE_DETAILS_PX 420

struct _QpCatalogueFrame
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *filters;
  GtkWidget *details;
  GtkWidget *bar;
  GtkPaned *paned;
  GtkColumnView *table;
  GtkToggleButton *button;
  gboolean narrow;
  int width;
  int height;
};

G_DEFINE_FINAL_TYPE (QpCatalogueFrame, qp_catalogue_frame, GTK_TYPE_WIDGET)

/* what the details tell as well gives way first */
static gboolean
is_spare (guint column)
{
  return column == QP_CATALOGUE_SIZE || column == QP_CATALOGUE_PIXELS || column == QP_CATALOGUE_POWER
         || column == QP_CATALOGUE_DEPTH || column == QP_CATALOGUE_SERVICE;
}

static void
show_columns (QpCatalogueFrame *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      gtk_column_view_column_set_visible (column, !self->narrow || !is_spare (i));
    }
}

static void
show_filters (QpCatalogueFrame *self)
{
  gtk_widget_set_visible (self->filters, !self->narrow || gtk_toggle_button_get_active (self->button));
}

static void
arrange (QpCatalogueFrame *self)
{
  const GtkOrientation across = self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), across);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar), across);
  gtk_widget_set_size_request (self->details, self->narrow ? -1 : DETAILS_PX, self->narrow ? 120 : -1);
  gtk_paned_set_position (self->paned, self->narrow ? self->height * 2 / 5 : MAX (self->width - WIDE_DETAILS_PX, DETAILS_PX));
  gtk_widget_set_visible (GTK_WIDGET (self->button), self->narrow);
  show_filters (self);
  show_columns (self);
}

static gboolean
on_width_crossed (gpointer data)
{
  g_autoptr (QpCatalogueFrame) self = data;

  if (self->box != NULL)
    arrange (self);
  return G_SOURCE_REMOVE;
}

/**
 * qp_catalogue_frame_follow_width:
 * @self: a frame
 * @width: width of its window, pixels
 * @height: height of its window, pixels
 *
 * Puts the details below the table in a narrow window, with fewer columns and the filters folded away, and beside it in a
 * wide one.
 */
void
qp_catalogue_frame_follow_width (QpCatalogueFrame *self, int width, int height)
{
  const gboolean narrow = width < NARROW_PX * qp_text_factor (GTK_WIDGET (self));

  self->width = width;
  self->height = height;
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  /* not during the allocation that told us */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_width_crossed, g_object_ref (self), NULL);
}

/**
 * qp_catalogue_frame_button:
 * @self: a frame
 *
 * Returns: (transfer none): what shows the filters where they are folded away, for the header
 */
GtkWidget *
qp_catalogue_frame_button (QpCatalogueFrame *self)
{
  return GTK_WIDGET (self->button);
}

static void
qp_catalogue_frame_dispose (GObject *object)
{
  g_clear_pointer (&QP_CATALOGUE_FRAME (object)->box, gtk_widget_unparent);
  g_clear_object (&QP_CATALOGUE_FRAME (object)->button);
  G_OBJECT_CLASS (qp_catalogue_frame_parent_class)->dispose (object);
}

static void
qp_catalogue_frame_class_init (QpCatalogueFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_catalogue_frame_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
qp_catalogue_frame_init (QpCatalogueFrame *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->button = GTK_TOGGLE_BUTTON (g_object_ref_sink (gtk_toggle_button_new_with_mnemonic (_ ("Fi_lters"))));
  gtk_widget_add_css_class (self->bar, "toolbar");
  gtk_widget_set_vexpand (GTK_WIDGET (self->paned), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (show_filters), self);
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_widget_set_hexpand (window, TRUE);
  gtk_widget_set_vexpand (window, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), child);
  return window;
}

/**
 * qp_catalogue_frame_new:
 * @filters: what the table is narrowed by
 * @table: the cabinets
 * @details: scrolled; what is known of those that are selected
 * @about: the bar's part about the cabinets
 * @use: the bar's part about the screen
 *
 * Returns: (transfer floating): all of it
 */
GtkWidget *
qp_catalogue_frame_new (GtkWidget *filters, GtkColumnView *table, GtkWidget *details, GtkWidget *about, GtkWidget *use)
{
  QpCatalogueFrame *self = g_object_new (QP_TYPE_CATALOGUE_FRAME, NULL);

  self->filters = filters;
  self->table = table;
  self->details = details;
  gtk_paned_set_start_child (self->paned, scrolled (GTK_WIDGET (table)));
  gtk_paned_set_end_child (self->paned, details);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  gtk_paned_set_position (self->paned, 760);
  gtk_widget_set_size_request (details, DETAILS_PX, -1);
  gtk_widget_set_hexpand (about, TRUE);
  gtk_box_append (GTK_BOX (self->bar), about);
  gtk_box_append (GTK_BOX (self->bar), use);
  gtk_box_append (GTK_BOX (self->box), filters);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->paned));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), self->bar);
  return GTK_WIDGET (self);
}
