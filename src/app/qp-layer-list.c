/* qp-layer-list.c: the layers of a drawing: which are shown, and which become walls
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-layer-choice.h"
#include "app/qp-layer-list.h"
#include "app/qp-view-style.h"
#include "base/qp-number.h"

/* So many layers are overlooked without searching. */
#define MANY 8
#define SWATCH_PX 12
#define ROW_PX 42 /* of the list, with text of the usual size */

struct _QpLayerList
{
  GtkWidget parent_instance;
  GtkSearchEntry *search;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *shown_column;
  GtkColumnViewColumn *wall_column;
  GListStore *store; /* QpLayerChoice */
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
  char *needle;
  gboolean busy; /* many change at once: tell it once */
};

G_DEFINE_FINAL_TYPE (QpLayerList, qp_layer_list, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_choice_changed (QpLayerList *self)
{
  if (!self->busy)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The column with colour, name and number of shapes */

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const guint32 colour = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "colour"));
  QpPlanStyle style;
  qp_view_style_init (&style, GTK_WIDGET (area));
  qp_set_colour (cr, colour == QP_DRAWING_INK ? style.ink : qp_colour (colour, 1));
  cairo_rectangle (cr, 0.5, (height - SWATCH_PX) / 2.0 + 0.5, SWATCH_PX - 1, SWATCH_PX - 1);
  cairo_fill_preserve (cr);
  qp_set_colour_alpha (cr, style.ink, 0.35);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
on_name_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *swatch = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_PX);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Colour"), -1);
  GtkWidget *name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (name, TRUE);
  GtkWidget *count = gtk_label_new (NULL);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (item, box);
}

static void
on_name_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  QpLayerChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *swatch = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_next_sibling (swatch);
  GtkWidget *count = gtk_widget_get_next_sibling (name);
  g_object_set_data (G_OBJECT (swatch), "colour", GUINT_TO_POINTER (qp_layer_choice_colour (choice)));
  gtk_widget_queue_draw (swatch);
  gtk_label_set_label (GTK_LABEL (name), qp_layer_choice_name (choice));
  gtk_widget_set_tooltip_text (name, qp_layer_choice_name (choice));
  g_autofree char *n = qp_number_display (qp_layer_choice_n_shapes (choice), 0);
  gtk_label_set_label (GTK_LABEL (count), n);
}

/* The columns with a tick; which property it is comes with the factory */

static void
on_tick_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer property)
{
  GtkWidget *tick = gtk_check_button_new ();
  gtk_widget_set_halign (tick, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, tick);
}

static void
on_tick_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer property)
{
  QpLayerChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *tick = gtk_list_item_get_child (item);
  const char *format = strcmp (property, "wall") == 0 ? _ ("Lines of “%s” become walls") : _ ("Show “%s”");
  g_autofree char *label = g_strdup_printf (format, qp_layer_choice_name (choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  GBinding *binding = g_object_bind_property (choice, property, tick, "active",
                                              G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (item), "binding", binding);
}

static void
on_tick_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer property)
{
  g_binding_unbind (g_object_get_data (G_OBJECT (item), "binding"));
  g_object_set_data (G_OBJECT (item), "binding", NULL);
}

static void
set_factory (GtkColumnViewColumn *column, GCallback setup, GCallback bind, GCallback unbind, const char *property)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", setup, (gpointer) property);
  g_signal_connect (factory, "bind", bind, (gpointer) property);
  if (unbind != NULL)
    g_signal_connect (factory, "unbind", unbind, (gpointer) property);
  gtk_column_view_column_set_factory (column, factory);
}

/* Searching, all and none: what is not to be seen stays as it is */

static gboolean
is_wanted (gpointer item, gpointer data)
{
  return qp_layer_choice_matches (item, QP_LAYER_LIST (data)->needle);
}

static void
on_search_changed (QpLayerList *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_found (QpLayerList *self, gboolean shown)
{
  self->busy = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    {
      g_autoptr (QpLayerChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->found), i);
      g_object_set (choice, "shown", shown, NULL);
    }
  self->busy = FALSE;
  on_choice_changed (self);
}

static void
on_all (QpLayerList *self)
{
  show_found (self, TRUE);
}

static void
on_none (QpLayerList *self)
{
  show_found (self, FALSE);
}

static void
qp_layer_list_dispose (GObject *object)
{
  QpLayerList *self = QP_LAYER_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (qp_layer_list_parent_class)->dispose (object);
}

static void
qp_layer_list_finalize (GObject *object)
{
  g_free (QP_LAYER_LIST (object)->needle);
  G_OBJECT_CLASS (qp_layer_list_parent_class)->finalize (object);
}

static void
qp_layer_list_class_init (QpLayerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_layer_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_layer_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-layer-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QpLayerList, search);
  gtk_widget_class_bind_template_child (widget_class, QpLayerList, scroller);
  gtk_widget_class_bind_template_child (widget_class, QpLayerList, view);
  gtk_widget_class_bind_template_child (widget_class, QpLayerList, name_column);
  gtk_widget_class_bind_template_child (widget_class, QpLayerList, shown_column);
  gtk_widget_class_bind_template_child (widget_class, QpLayerList, wall_column);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
  gtk_widget_class_bind_template_callback (widget_class, on_none);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
qp_layer_list_init (QpLayerList *self)
{
  self->needle = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  set_factory (self->name_column, G_CALLBACK (on_name_setup), G_CALLBACK (on_name_bind), NULL, NULL);
  set_factory (self->shown_column, G_CALLBACK (on_tick_setup), G_CALLBACK (on_tick_bind), G_CALLBACK (on_tick_unbind),
               "shown");
  set_factory (self->wall_column, G_CALLBACK (on_tick_setup), G_CALLBACK (on_tick_bind), G_CALLBACK (on_tick_unbind),
               "wall");
  self->store = g_list_store_new (QP_TYPE_LAYER_CHOICE);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), GTK_FILTER (self->filter));
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (self->found));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}

/**
 * qp_layer_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
qp_layer_list_new (void)
{
  return g_object_new (QP_TYPE_LAYER_LIST, NULL);
}

/**
 * qp_layer_list_fill:
 * @self: a list
 * @layers: (array length=n_layers): what is listed
 * @n_layers: how many
 * @hidden: (nullable): those that are not shown, joined by ";"
 *
 * Lists the layers; none of them becomes walls yet.
 */
void
qp_layer_list_fill (QpLayerList *self, const QpDrawingLayer *layers, guint n_layers, const char *hidden)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_layers; i++)
    {
      QpLayerChoice *choice = qp_layer_choice_new (&layers[i], !qp_hidden_layers_has (hidden, layers[i].name));
      g_signal_connect_object (choice, "notify", G_CALLBACK (on_choice_changed), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (choices, choice);
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), choices->pdata,
                       choices->len);
  gtk_widget_set_visible (GTK_WIDGET (self->search), choices->len > MANY);
  /* a list in a scrolled page has no height of its own */
  const double height = (MIN (choices->len, MANY) + 1) * ROW_PX * qp_text_factor (GTK_WIDGET (self));
  gtk_scrolled_window_set_min_content_height (self->scroller, (int) height);
}

/**
 * qp_layer_list_offer_walls:
 * @self: a list
 * @offer: whether lines of the drawing can become walls
 *
 * Shows or hides the column with walls.
 */
void
qp_layer_list_offer_walls (QpLayerList *self, gboolean offer)
{
  gtk_column_view_column_set_visible (self->wall_column, offer);
}

/**
 * qp_layer_list_length:
 * @self: a list
 *
 * Returns: number of layers, found or not
 */
guint
qp_layer_list_length (QpLayerList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

static void
set_by_name (QpLayerList *self, const char *layer, const char *property, gboolean value)
{
  for (guint i = 0; i < qp_layer_list_length (self); i++)
    {
      g_autoptr (QpLayerChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->store), i);
      if (strcmp (qp_layer_choice_name (choice), layer) == 0)
        g_object_set (choice, property, value, NULL);
    }
}

/**
 * qp_layer_list_set_shown:
 * @self: a list
 * @layer: name of a layer
 * @shown: whether it is shown
 *
 * Does what its tick does.
 */
void
qp_layer_list_set_shown (QpLayerList *self, const char *layer, gboolean shown)
{
  set_by_name (self, layer, "shown", shown);
}

/**
 * qp_layer_list_set_wall:
 * @self: a list
 * @layer: name of a layer
 * @wall: whether its lines become walls
 *
 * Does what its tick does.
 */
void
qp_layer_list_set_wall (QpLayerList *self, const char *layer, gboolean wall)
{
  set_by_name (self, layer, "wall", wall);
}

static char *
joined (QpLayerList *self, gboolean (*has) (QpLayerChoice *choice), gboolean wanted)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < qp_layer_list_length (self); i++)
    {
      g_autoptr (QpLayerChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->store), i);
      if (has (choice) == wanted)
        g_string_append_printf (out, "%s%s", out->len > 0 ? ";" : "", qp_layer_choice_name (choice));
    }
  return g_string_free (out, out->len == 0);
}

/**
 * qp_layer_list_hidden:
 * @self: a list
 *
 * Returns: (transfer full) (nullable): the layers not shown, joined by ";"; %NULL for none
 */
char *
qp_layer_list_hidden (QpLayerList *self)
{
  return joined (self, qp_layer_choice_is_shown, FALSE);
}

/**
 * qp_layer_list_walls:
 * @self: a list
 *
 * Returns: (transfer full) (nullable): the layers that become walls, joined by ";"; %NULL for none
 */
char *
qp_layer_list_walls (QpLayerList *self)
{
  return joined (self, qp_layer_choice_is_wall, TRUE);
}
