/* qp-totals-box.c: the sums over all screens, as a small table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-quantity-text.h"
#include "app/qp-totals-box.h"
#include "base/qp-number.h"

/* While something is dragged, sums are brought up to date this often. */
#define INTERVAL_MS 150

struct _QpTotalsBox
{
  GtkWidget parent_instance;
  GtkLabel *heading;
  GtkGrid *grid;
  GPtrArray *names;  /* GtkLabel, by row */
  GPtrArray *values; /* GtkLabel, by row */
  QpProjectSession *session;
  QpId node;
  guint timeout;
  gboolean brief;
};

G_DEFINE_FINAL_TYPE (QpTotalsBox, qp_totals_box, GTK_TYPE_WIDGET)

static GtkLabel *
label_new (float xalign, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css);
  gtk_widget_add_css_class (label, "caption");
  return GTK_LABEL (label);
}

static void
show_row (QpTotalsBox *self, guint row, const char *name, const char *value, const char *tooltip)
{
  if (row == self->names->len)
    {
      GtkLabel *name_label = label_new (0, "dim-label");
      GtkLabel *value_label = label_new (1, "numeric");
      gtk_label_set_ellipsize (name_label, PANGO_ELLIPSIZE_END);
      gtk_label_set_wrap (name_label, TRUE);
      gtk_label_set_lines (name_label, 2);
      gtk_label_set_width_chars (name_label, 12);
      gtk_grid_attach (self->grid, GTK_WIDGET (name_label), 0, (int) row, 1, 1);
      gtk_grid_attach (self->grid, GTK_WIDGET (value_label), 1, (int) row, 1, 1);
      g_ptr_array_add (self->names, name_label);
      g_ptr_array_add (self->values, value_label);
    }
  gtk_label_set_label (self->names->pdata[row], name);
  gtk_label_set_label (self->values->pdata[row], value);
  /* each new tooltip asks the display where the pointer is */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->values->pdata[row]), tooltip) != 0)
    gtk_widget_set_tooltip_text (self->values->pdata[row], tooltip);
  gtk_widget_set_visible (self->names->pdata[row], TRUE);
  gtk_widget_set_visible (self->values->pdata[row], TRUE);
}

static void
show_count (QpTotalsBox *self, guint row, const char *name, guint n)
{
  g_autofree char *text = qp_number_display (n, 0);
  show_row (self, row, name, text, NULL);
}

/* A sum over some of the screens only is shown as "at least", and says of how many. */
static void
show_quantity (QpTotalsBox *self, guint row, guint quantity, const QpTotals *totals)
{
  const QpProject *project = (const QpProject *) qp_project_session_root (self->session);
  const guint known = totals->known[quantity];
  g_autofree char *sum = qp_quantity_text (quantity, qp_totals_get (totals, quantity), project);
  g_autofree char *value = g_strdup_printf ("%s%s", known > 0 && known < totals->screens ? "≥ " : "", sum);
  g_autofree char *tooltip = known < totals->screens
                                 ? g_strdup_printf (_ ("Known for %u of %u screens"), known, totals->screens)
                                 : NULL;
  show_row (self, row, _ (qp_quantity_at (quantity)->label), value, tooltip);
}

static gboolean
is_wanted (QpTotalsBox *self, guint quantity, const QpTotals *totals)
{
  static const char *const brief[] = { "area_m2", "power_max_w", "energy_kwh_per_year", "capex", NULL };
  const QpQuantity *info = qp_quantity_at (quantity);
  return info->total && !isnan (qp_totals_get (totals, quantity)) && (!self->brief || g_strv_contains (brief, info->key));
}

static void
refresh (QpTotalsBox *self)
{
  QpNode *node = qp_document_find (qp_project_session_document (self->session), self->node);
  if (node == NULL)
    node = qp_project_session_root (self->session);
  QpTotals totals;
  guint row = 0;
  if (!qp_estimate_cache_totals (qp_project_session_estimates (self->session), node, &totals))
    show_row (self, row++, _ ("Screens"), _ ("computing…"), NULL);
  else
    {
      show_count (self, row++, _ ("Screens"), totals.screens);
      show_count (self, row++, _ ("At 8K"), totals.at_8k);
      show_count (self, row++, _ ("At 4K or more"), totals.at_4k);
      for (guint i = 0; i < qp_quantity_count () && totals.screens > 0; i++)
        if (is_wanted (self, i, &totals))
          show_quantity (self, row++, i, &totals);
    }
  for (; row < self->names->len; row++)
    {
      gtk_widget_set_visible (self->names->pdata[row], FALSE);
      gtk_widget_set_visible (self->values->pdata[row], FALSE);
    }
}

static gboolean
on_timeout (gpointer data)
{
  QpTotalsBox *self = data;
  self->timeout = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (QpTotalsBox *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_LOW, INTERVAL_MS, on_timeout, self, NULL);
}

/* Sums that nobody sees are not kept up to date. */
static void
qp_totals_box_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qp_totals_box_parent_class)->map (widget);
  if (QP_TOTALS_BOX (widget)->session != NULL)
    refresh (QP_TOTALS_BOX (widget));
}

static void
qp_totals_box_dispose (GObject *object)
{
  QpTotalsBox *self = QP_TOTALS_BOX (object);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_totals_box_parent_class)->dispose (object);
}

static void
qp_totals_box_finalize (GObject *object)
{
  QpTotalsBox *self = QP_TOTALS_BOX (object);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  G_OBJECT_CLASS (qp_totals_box_parent_class)->finalize (object);
}

static void
qp_totals_box_class_init (QpTotalsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_totals_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_totals_box_finalize;
  widget_class->map = qp_totals_box_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-totals-box.ui");
  gtk_widget_class_bind_template_child (widget_class, QpTotalsBox, heading);
  gtk_widget_class_bind_template_child (widget_class, QpTotalsBox, grid);
}

static void
qp_totals_box_init (QpTotalsBox *self)
{
  self->names = g_ptr_array_new ();
  self->values = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qp_totals_box_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
qp_totals_box_new (void)
{
  return g_object_new (QP_TYPE_TOTALS_BOX, NULL);
}

/**
 * qp_totals_box_set_session:
 * @self: a table
 * @session: the session whose screens are summed up
 *
 * Shows the sums of @session's project from now on.
 */
void
qp_totals_box_set_session (QpTotalsBox *self, QpProjectSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
      g_signal_handlers_disconnect_by_data (qp_project_session_estimates (self->session), self);
    }
  g_set_object (&self->session, session);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_estimates (session), "updated", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * qp_totals_box_set_node:
 * @self: a table
 * @id: the project, a site or a plan
 * @heading: what is summed up, translated
 *
 * Sums up the screens of this node only.
 */
void
qp_totals_box_set_node (QpTotalsBox *self, QpId id, const char *heading)
{
  self->node = id;
  gtk_label_set_label (self->heading, heading);
  if (self->session != NULL)
    refresh (self);
}

/**
 * qp_totals_box_set_brief:
 * @self: a table
 * @brief: whether only the few sums that a city is spoken of by are shown
 *
 * Shows less where there is little room.
 */
void
qp_totals_box_set_brief (QpTotalsBox *self, gboolean brief)
{
  self->brief = brief;
}
