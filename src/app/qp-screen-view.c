/* qp-screen-view.c: the elevation of the screen selected last, with its switches and what is chosen in it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-screen-view.h"
#include "base/qp-error.h"

struct _QpScreenView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *subtitle;
  QpElevationArea *area;
  QpWiringPanel *wiring;
  GtkLabel *chosen;
  GtkButton *toggle;
  GtkPopoverMenu *menu;
  QpProjectSession *session;
};

G_DEFINE_FINAL_TYPE (QpScreenView, qp_screen_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_BACK,
  PROP_CABINETS,
  PROP_ZONES,
  PROP_DIMENSIONS,
  PROP_PIXELS,
  PROP_DATA,
  PROP_POWER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* the switches; names are those of the properties */
static const struct
{
  const char *name;
  guint layer; /* 0 = the side, or the wiring */
  gboolean initially;
} switches[N_PROPS] = {
  [PROP_BACK] = { "back", 0, FALSE },
  [PROP_CABINETS] = { "cabinets", QP_SHOW_CABINETS, TRUE },
  [PROP_ZONES] = { "zones", QP_SHOW_ZONES, TRUE },
  [PROP_DIMENSIONS] = { "dimensions", QP_SHOW_DIMENSIONS, TRUE },
  [PROP_PIXELS] = { "pixels", QP_SHOW_PIXELS, FALSE },
  [PROP_DATA] = { "data", 0, FALSE },
  [PROP_POWER] = { "power", 0, FALSE },
};

static const QpScreen *
screen_of (QpScreenView *self)
{
  return (const QpScreen *) qp_project_session_screen (self->session);
}

/* -- what is said -- */

static void
show_words (QpScreenView *self)
{
  const QpElevation *elevation = qp_elevation_area_elevation (self->area);
  const gboolean back = qp_elevation_area_view (self->area)->back;
  g_autofree char *subtitle = qp_elevation_subtitle (elevation);
  g_autofree char *notes = qp_elevation_notes (elevation, back);
  g_autofree char *both = notes != NULL ? g_strdup_printf ("%s\n%s", subtitle, notes) : g_strdup (subtitle);

  gtk_label_set_label (self->title, elevation->name);
  gtk_label_set_label (self->subtitle, both);
}

static void
show_chosen (QpScreenView *self)
{
  const QpElevation *elevation = qp_elevation_area_elevation (self->area);
  QpCellRange range;
  const gboolean any = qp_elevation_area_chosen (self->area, &range);
  g_autofree char *words = any ? qp_elevation_describe (elevation, range)
                               : g_strdup (_ ("Click a cabinet, drag over several, or use the arrow keys"));

  gtk_label_set_label (self->chosen, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->chosen), any ? words : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), any);
  if (any)
    gtk_button_set_label (self->toggle, qp_elevation_count (elevation, range) > 0 ? _ ("Take _Out") : _ ("Put _Back"));
}

/* while another view is shown nothing is read anew: a grid may have many cabinets, and a drag on the plan many steps */
static void
refresh (QpScreenView *self)
{
  const QpScreen *screen = screen_of (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && qp_elevation_area_elevation (self->area)->name != NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, screen != NULL ? "drawing" : "empty");
  if (screen == NULL)
    return;
  qp_elevation_area_show (self->area, screen,
                          qp_estimate_cache_catalogue (qp_project_session_estimates (self->session)));
  show_words (self);
  show_chosen (self);
  qp_wiring_panel_refresh (self->wiring, self->session);
}

/* -- what is done with the chosen cabinets -- */

static gboolean
get_chosen (QpScreenView *self, QpCellRange *range, GError **error)
{
  if (screen_of (self) != NULL && qp_elevation_area_chosen (self->area, range))
    return TRUE;
  g_set_error_literal (error, QP_ERROR, QP_ERROR_INVALID, _ ("Choose cabinets first: click one, or drag over several"));
  return FALSE;
}

/**
 * qp_screen_view_toggle_cabinets:
 * @self: a screen view
 * @error: return location
 *
 * Takes the chosen cabinets out of the screen, or puts them back when none of them is there; one step to undo.
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when none is chosen, or all would be taken out
 */
gboolean
qp_screen_view_toggle_cabinets (QpScreenView *self, GError **error)
{
  const QpElevation *elevation = qp_elevation_area_elevation (self->area);
  const QpScreen *screen = screen_of (self);
  QpCellRange range;
  gboolean taken_out;

  if (!get_chosen (self, &range, error))
    return FALSE;
  if (qp_elevation_count (elevation, range) == elevation->shape.cells.n)
    {
      g_set_error_literal (error, QP_ERROR, QP_ERROR_INVALID,
                           _ ("A screen keeps at least one cabinet; delete the screen itself on the plan"));
      return FALSE;
    }
  g_autofree char *missing = qp_elevation_toggle (elevation, range, &taken_out);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpField *field = QP_SCREEN_FIELD (missing_cells);
  const QpValue value = qp_value_text (missing);
  g_ptr_array_add (edits, qp_edit_set (screen->node.id, field, &value));
  return qp_project_session_run (self->session, taken_out ? _ ("Take cabinets out") : _ ("Put cabinets back"), NULL,
                                 edits, error);
}

static guint
n_zones (const QpScreen *screen)
{
  QpNodeIter iter;
  guint n = 0;

  qp_node_iter_init (&iter, screen->node.children);
  while (qp_node_iter_next_of (&iter, QP_KIND_ZONE) != NULL)
    n++;
  return n;
}

static QpNode *
zone_new (const QpCellRange *range, guint number)
{
  static const char *const fields[] = { "column", "row", "columns", "rows" };
  const guint cells[] = { range->column + 1, range->row + 1, range->columns, range->rows };
  QpNode *zone = qp_node_new (QP_KIND_ZONE, qp_id_new ());
  g_autofree char *name = g_strdup_printf (_ ("Zone %u"), number);
  g_auto (QpValue) text = qp_value_text (name);

  qp_node_init_value (zone, qp_kind_field (QP_KIND_ZONE, "name"), &text);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const QpValue value = qp_value_integer (cells[i]);
      qp_node_init_value (zone, qp_kind_field (QP_KIND_ZONE, fields[i]), &value);
    }
  return zone;
}

/**
 * qp_screen_view_make_zone:
 * @self: a screen view
 * @error: return location
 *
 * Makes the chosen cabinets a zone of the screen and selects it, so that it can be named; one step to undo. A group of zones
 * has the cabinets of its zones and no others.
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when none is chosen
 */
gboolean
qp_screen_view_make_zone (QpScreenView *self, GError **error)
{
  QpCellRange range;

  if (!get_chosen (self, &range, error))
    return FALSE;
  const QpScreen *screen = screen_of (self);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (QpNode) zone = zone_new (&range, n_zones (screen) + 1);
  g_ptr_array_add (edits, qp_edit_insert (screen->node.id, -1, zone));
  if (!qp_project_session_run (self->session, _ ("Make a zone"), NULL, edits, error))
    return FALSE;
  qp_selection_set_one (qp_project_session_selection (self->session), zone->id);
  return TRUE;
}

static void
on_toggle (QpScreenView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-cabinets", NULL);
}

static void
on_menu (QpElevationArea *area, double x, double y, QpScreenView *self)
{
  double px, py;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (area), GTK_WIDGET (self), x, y, &px, &py))
    return;
  const GdkRectangle place = { (int) px, (int) py, 1, 1 };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* -- switches -- */

static QpWiringMode
mode_of (guint id)
{
  return id == PROP_DATA ? QP_WIRING_DATA : QP_WIRING_POWER;
}

static gboolean
get_switch (QpScreenView *self, guint id)
{
  if (self->area == NULL) /* the buttons ask while the template is being built */
    return switches[id].initially;
  if (id == PROP_DATA || id == PROP_POWER)
    return qp_wiring_panel_mode (self->wiring) == mode_of (id);
  const QpElevationView *view = qp_elevation_area_view (self->area);
  return id == PROP_BACK ? view->back : (view->layers & switches[id].layer) != 0;
}

static void
set_switch (QpScreenView *self, guint id, gboolean on)
{
  if (get_switch (self, id) == !!on)
    return;
  if (id == PROP_DATA || id == PROP_POWER)
    {
      qp_wiring_panel_set_mode (self->wiring, on ? mode_of (id) : QP_WIRING_HIDDEN);
      g_object_notify_by_pspec (G_OBJECT (self), properties[id == PROP_DATA ? PROP_POWER : PROP_DATA]);
    }
  else if (id == PROP_BACK)
    qp_elevation_area_set_back (self->area, on);
  else
    qp_elevation_area_set_layer (self->area, switches[id].layer, on);
  if (self->session != NULL && screen_of (self) != NULL)
    show_words (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/**
 * qp_screen_view_switch:
 * @self: a screen view
 * @name: `back`, `cabinets`, `zones`, `dimensions`, `pixels`, `data` or `power`
 *
 * Turns a switch over.
 */
void
qp_screen_view_switch (QpScreenView *self, const char *name)
{
  for (guint id = PROP_BACK; id < N_PROPS; id++)
    if (strcmp (switches[id].name, name) == 0)
      set_switch (self, id, !get_switch (self, id));
}

static void
qp_screen_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_0 || id >= N_PROPS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else
    g_value_set_boolean (value, get_switch (QP_SCREEN_VIEW (object), id));
}

static void
qp_screen_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_0 || id >= N_PROPS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else
    set_switch (QP_SCREEN_VIEW (object), id, g_value_get_boolean (value));
}

static void
install_switches (GtkWidgetClass *klass)
{
  for (guint id = PROP_BACK; id < N_PROPS; id++)
    {
      g_autofree char *action = g_strdup_printf ("screen.%s", switches[id].name);
      properties[id] = g_param_spec_boolean (switches[id].name, NULL, NULL, switches[id].initially,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
      g_object_class_install_property (G_OBJECT_CLASS (klass), id, properties[id]);
      gtk_widget_class_install_property_action (klass, action, switches[id].name);
    }
}

/* -- the object -- */

static void
qp_screen_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qp_screen_view_parent_class)->map (widget);
  if (QP_SCREEN_VIEW (widget)->session != NULL)
    refresh (QP_SCREEN_VIEW (widget));
}

static void
qp_screen_view_dispose (GObject *object)
{
  QpScreenView *self = QP_SCREEN_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_screen_view_parent_class)->dispose (object);
}

static void
qp_screen_view_class_init (QpScreenViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QP_TYPE_ELEVATION_AREA);
  g_type_ensure (QP_TYPE_WIRING_PANEL);
  G_OBJECT_CLASS (klass)->dispose = qp_screen_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = qp_screen_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = qp_screen_view_set_property;
  widget_class->map = qp_screen_view_map;
  install_switches (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-screen-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, stack);
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, title);
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, area);
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, wiring);
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, chosen);
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, toggle);
  gtk_widget_class_bind_template_child (widget_class, QpScreenView, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_menu);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen);
}

static void
qp_screen_view_init (QpScreenView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qp_wiring_panel_connect (self->wiring, self->area);
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

/**
 * qp_screen_view_area:
 * @self: a screen view
 *
 * Returns: (transfer none): the drawing
 */
QpElevationArea *
qp_screen_view_area (QpScreenView *self)
{
  return self->area;
}

/**
 * qp_screen_view_wiring:
 * @self: a screen view
 *
 * Returns: (transfer none): the panel of data ports and power circuits
 */
QpWiringPanel *
qp_screen_view_wiring (QpScreenView *self)
{
  return self->wiring;
}
