/* qp-catalogue-filters.c: what the catalogue browser is narrowed by
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-catalogue-filters.h"

#include "base/qp-number.h"

#include <math.h>

enum
{
  ENVIRONMENT,
  APPLICATION,
  TECHNOLOGY,
  SERVICE,
  PROTECTION,
  N_CHOICES
};

enum
{
  LEAST_PITCH,
  MOST_PITCH,
  LEAST_LUMINANCE,
  MOST_WEIGHT,
  MOST_PRICE,
  MOST_DEPTH,
  N_BOUNDS
};

struct _QpCatalogueFilters
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *favourites;
  GtkDropDown *choices[N_CHOICES];
  GtkEditable *bounds[N_BOUNDS];
  QpCatalogueFilter filter;
};

G_DEFINE_FINAL_TYPE (QpCatalogueFilters, qp_catalogue_filters, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const int protections[] = { 0, 20, 40, 54, 65 };

static int
choice (QpCatalogueFilters *self, guint which)
{
  return (int) gtk_drop_down_get_selected (self->choices[which]) - 1;
}

/* an empty entry is no bound; one that is no number is marked and is none either */
static double
bound (QpCatalogueFilters *self, guint which)
{
  const char *text = gtk_editable_get_text (self->bounds[which]);
  double number = NAN;
  const gboolean fine = *text == '\0' || qp_real_parse (text, &number) == QP_PARSE_OK;

  if (fine)
    gtk_widget_remove_css_class (GTK_WIDGET (self->bounds[which]), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->bounds[which]), "error");
  return fine ? number : NAN;
}

static void
on_changed (QpCatalogueFilters *self)
{
  QpCatalogueFilter *filter = &self->filter;

  g_free (filter->needle);
  filter->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  filter->environment = choice (self, ENVIRONMENT);
  filter->application = choice (self, APPLICATION);
  filter->technology = choice (self, TECHNOLOGY);
  filter->service = choice (self, SERVICE);
  filter->least_ip = protections[gtk_drop_down_get_selected (self->choices[PROTECTION])];
  filter->least_pitch = bound (self, LEAST_PITCH);
  filter->most_pitch = bound (self, MOST_PITCH);
  filter->least_luminance = bound (self, LEAST_LUMINANCE);
  filter->most_weight = bound (self, MOST_WEIGHT);
  filter->most_price = bound (self, MOST_PRICE);
  filter->most_depth = bound (self, MOST_DEPTH);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- making them --- */

static void
add (QpCatalogueFilters *self, const char *title, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->box), box, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
add_choice (QpCatalogueFilters *self, guint which, const char *title, const QpEnumValue *values)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Any"));
  for (; values->key != NULL; values++)
    gtk_string_list_append (names, _ (values->label));
  self->choices[which] = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL));
  g_signal_connect_swapped (self->choices[which], "notify::selected", G_CALLBACK (on_changed), self);
  add (self, title, GTK_WIDGET (self->choices[which]));
}

static void
add_protection (QpCatalogueFilters *self)
{
  const char *const names[] = { _ ("Any"), "IP20", "IP40", "IP54", "IP65", NULL };

  self->choices[PROTECTION] = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (names));
  g_signal_connect_swapped (self->choices[PROTECTION], "notify::selected", G_CALLBACK (on_changed), self);
  add (self, _ ("Protection, at least"), GTK_WIDGET (self->choices[PROTECTION]));
}

static void
add_bound (QpCatalogueFilters *self, guint which, const char *title)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 9);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("any"));
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  self->bounds[which] = GTK_EDITABLE (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  add (self, title, entry);
}

/* the entry takes Escape for itself; with nothing typed it is meant for the window */
static void
on_stop (QpCatalogueFilters *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
add_search (QpCatalogueFilters *self)
{
  self->search = gtk_search_entry_new ();
  self->favourites = gtk_check_button_new_with_mnemonic (_ ("Fa_vourites only"));
  g_object_set (self->search, "placeholder-text", _ ("Maker, model, pitch or size"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 14);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_stop), self);
  g_signal_connect_swapped (self->favourites, "toggled", G_CALLBACK (on_changed), self);
  add (self, _ ("Search"), self->search);
}

static void
qp_catalogue_filters_dispose (GObject *object)
{
  g_clear_pointer (&QP_CATALOGUE_FILTERS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (qp_catalogue_filters_parent_class)->dispose (object);
}

static void
qp_catalogue_filters_finalize (GObject *object)
{
  qp_catalogue_filter_clear (&QP_CATALOGUE_FILTERS (object)->filter);
  G_OBJECT_CLASS (qp_catalogue_filters_parent_class)->finalize (object);
}

static void
qp_catalogue_filters_class_init (QpCatalogueFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_catalogue_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_catalogue_filters_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qp_catalogue_filters_init (QpCatalogueFilters *self)
{
  qp_catalogue_filter_init (&self->filter);
  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), 13);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->box), 2);
  gtk_widget_set_margin_start (self->box, 6);
  gtk_widget_set_margin_end (self->box, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_search (self);
  add_choice (self, ENVIRONMENT, _ ("Environment"), qp_values_environment);
  add_choice (self, APPLICATION, _ ("Application"), qp_values_application);
  add_choice (self, TECHNOLOGY, _ ("Technology"), qp_values_technology);
  add_choice (self, SERVICE, _ ("Service side"), qp_values_service);
  add_bound (self, LEAST_PITCH, _ ("Pitch from, mm"));
  add_bound (self, MOST_PITCH, _ ("Pitch to, mm"));
  add_bound (self, LEAST_LUMINANCE, _ ("Luminance from, cd/m²"));
  add_protection (self);
  add_bound (self, MOST_WEIGHT, _ ("Weight to, kg/m²"));
  add_bound (self, MOST_PRICE, _ ("Price to, per m²"));
  add_bound (self, MOST_DEPTH, _ ("Depth to, mm"));
  add (self, _ ("Marked by you"), self->favourites);
}

/**
 * qp_catalogue_filters_new:
 *
 * Makes the row of filters. It emits `changed`.
 *
 * Returns: (transfer floating): the filters
 */
GtkWidget *
qp_catalogue_filters_new (void)
{
  return g_object_new (QP_TYPE_CATALOGUE_FILTERS, NULL);
}

/**
 * qp_catalogue_filters_get:
 * @self: filters
 *
 * Returns: (transfer none): what they say now
 */
QpCatalogueFilter *
qp_catalogue_filters_get (QpCatalogueFilters *self)
{
  return &self->filter;
}

/**
 * qp_catalogue_filters_only_favourites:
 * @self: filters
 *
 * Returns: whether only favourites are wanted
 */
gboolean
qp_catalogue_filters_only_favourites (QpCatalogueFilters *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->favourites));
}

/**
 * qp_catalogue_filters_set_environment:
 * @self: filters
 * @environment: index of qp_values_environment, or −1 for all
 */
void
qp_catalogue_filters_set_environment (QpCatalogueFilters *self, int environment)
{
  gtk_drop_down_set_selected (self->choices[ENVIRONMENT], (guint) (environment + 1));
}
