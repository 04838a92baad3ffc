/* qp-wiring-panel.c: data ports or power circuits of the screen that is shown, and drawing a data route by hand
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-wiring-panel.h"

#include "base/qp-error.h"
#include "engine/qp-data-draft.h"
#include "engine/qp-wiring-parts.h"
#include "render/qp-paint-wiring.h"

struct _QpWiringPanel
{
  GtkWidget parent_instance;
  GtkLabel *title;
  GtkLabel *headline;
  GtkLabel *findings;
  GtkLabel *hint;
  GtkToggleButton *draw;
  GtkButton *clear;
  GtkListView *list;
  GtkLabel *parts;
  GtkStringList *lines;
  QpElevationArea *area;
  QpProjectSession *session;
  QpWiringMode mode;
  gboolean drawing;
  QpDataDraft draft;
  QpDataRuns data;
  QpPowerRuns power;
};

G_DEFINE_FINAL_TYPE (QpWiringPanel, qp_wiring_panel, GTK_TYPE_WIDGET)

static const QpScreen *
screen_of (QpWiringPanel *self)
{
  return self->session != NULL ? (const QpScreen *) qp_project_session_screen (self->session) : NULL;
}

/* -- over the elevation -- */

static void
add_draft (QpWiringPanel *self, GArray *paths)
{
  const QpElevationPath path = { (const QpCellRef *) self->draft.cells->data, self->draft.cells->len,
                                 qp_colour (0x000000, 1), C_ ("data port", "new"), FALSE };

  if (self->draft.cells->len > 0)
    g_array_append_val (paths, path);
}

typedef struct
{
  QpWiringPaths *wiring;
  GArray *paths; /* QpElevationPath */
} Overlay;

static void
overlay_free (gpointer data)
{
  Overlay *self = data;

  qp_wiring_paths_free (self->wiring);
  g_array_unref (self->paths);
  g_free (self);
}

static void
show_paths (QpWiringPanel *self)
{
  Overlay *overlay;
  guint n;

  qp_elevation_area_set_layer (self->area, QP_SHOW_PATHS, self->mode != QP_WIRING_HIDDEN);
  if (self->mode == QP_WIRING_HIDDEN || screen_of (self) == NULL)
    {
      qp_elevation_area_set_paths (self->area, NULL, 0, NULL, NULL);
      return;
    }
  overlay = g_new0 (Overlay, 1);
  overlay->wiring = self->mode == QP_WIRING_DATA ? qp_wiring_paths_new_data (&self->data)
                                                 : qp_wiring_paths_new_power (&self->power);
  overlay->paths = g_array_new (FALSE, FALSE, sizeof (QpElevationPath));
  const QpElevationPath *paths = qp_wiring_paths_get (overlay->wiring, &n);
  g_array_append_vals (overlay->paths, paths, n);
  add_draft (self, overlay->paths);
  qp_elevation_area_set_paths (self->area, (const QpElevationPath *) overlay->paths->data, overlay->paths->len, overlay,
                               overlay_free);
}

/* -- the list -- */

static char *
markup_line (QpColour colour, const char *label, const char *line)
{
  const guint rgb = ((guint) (colour.red * 255 + 0.5) << 16) | ((guint) (colour.green * 255 + 0.5) << 8)
                    | (guint) (colour.blue * 255 + 0.5);

  return g_markup_printf_escaped ("<span foreground=\"#%06x\">■</span> <b>%s</b>  %s", rgb, label, line);
}

static void
show_lines (QpWiringPanel *self)
{
  const gboolean power = self->mode == QP_WIRING_POWER;
  const guint n = power ? self->power.circuits->len : self->data.runs->len;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = power ? qp_circuit_label (&self->power, i) : qp_data_run_label (&self->data, i);
      g_autofree char *line = power ? qp_circuit_line (&self->power, i) : qp_data_run_line (&self->data, i);
      const QpColour colour = power ? qp_circuit_colour (&self->power, i) : qp_data_run_colour (i);
      g_ptr_array_add (lines, markup_line (colour, label, line));
    }
  g_ptr_array_add (lines, NULL);
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          (const char *const *) lines->pdata);
}

static void
show_parts (QpWiringPanel *self)
{
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
  g_autoptr (GPtrArray) parts = qp_wiring_parts (&self->data, &self->power, screen_of (self), catalogue);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *name = qp_wiring_part_model (parts->pdata[i]);
      g_autofree char *amount = qp_wiring_part_amount (parts->pdata[i]);
      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", name, amount);
    }
  gtk_label_set_label (self->parts, text->str);
}

static void
show_findings (QpWiringPanel *self)
{
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->mode == QP_WIRING_DATA)
    qp_data_runs_check (&self->data, screen_of (self), catalogue, NULL, findings);
  else
    qp_power_runs_check (&self->power, NULL, findings);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", qp_findings_get (findings, i)->message);
  gtk_label_set_label (self->findings, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), text->len > 0);
}

static void
show_buttons (QpWiringPanel *self)
{
  const gboolean data = self->mode == QP_WIRING_DATA && self->data.state == QP_DATA_ROUTED;

  gtk_widget_set_visible (GTK_WIDGET (self->draw), data);
  gtk_widget_set_visible (GTK_WIDGET (self->clear), data && self->data.hand);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), self->drawing);
  gtk_toggle_button_set_active (self->draw, self->drawing);
}

static void
show_words (QpWiringPanel *self)
{
  const gboolean power = self->mode == QP_WIRING_POWER;
  g_autofree char *headline = power ? qp_power_runs_headline (&self->power) : qp_data_runs_headline (&self->data);
  const char *title = power ? _ ("Power circuits") : self->data.hand ? _ ("Data ports, drawn by hand") : _ ("Data ports");

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->headline, headline);
  show_findings (self);
  show_lines (self);
  show_parts (self);
  show_buttons (self);
}

static void
clear_runs (QpWiringPanel *self)
{
  qp_data_runs_clear (&self->data);
  qp_power_runs_clear (&self->power);
}

static void
route (QpWiringPanel *self)
{
  const QpScreen *screen = screen_of (self);

  gtk_widget_set_visible (GTK_WIDGET (self), self->mode != QP_WIRING_HIDDEN && screen != NULL);
  if (self->mode != QP_WIRING_HIDDEN && screen != NULL)
    {
      const QpEngineContext context
          = { .project = (const QpProject *) qp_project_session_root (self->session),
              .catalogue = qp_estimate_cache_catalogue (qp_project_session_estimates (self->session)) };
      clear_runs (self);
      qp_data_runs_init (&self->data, screen, &context);
      qp_power_runs_init (&self->power, screen, &context);
      show_words (self);
    }
  show_paths (self);
}

/**
 * qp_wiring_panel_refresh:
 * @self: a panel that is connected
 * @session: the session
 *
 * Routes the screen of the session anew and tells of it; costs nothing while the panel is hidden.
 */
void
qp_wiring_panel_refresh (QpWiringPanel *self, QpProjectSession *session)
{
  const QpScreen *before = screen_of (self);
  const QpId id = before != NULL ? before->node.id : QP_ID_NONE;

  g_set_object (&self->session, session);
  const QpScreen *screen = screen_of (self);
  if (screen == NULL || !qp_id_equal (id, screen->node.id))
    {
      self->drawing = FALSE;
      g_array_set_size (self->draft.cells, 0);
    }
  route (self);
}

/**
 * qp_wiring_panel_mode:
 * @self: a panel
 *
 * Returns: what it tells of
 */
QpWiringMode
qp_wiring_panel_mode (QpWiringPanel *self)
{
  return self->mode;
}

/**
 * qp_wiring_panel_set_mode:
 * @self: a panel that is connected
 * @mode: what it shall tell of
 */
void
qp_wiring_panel_set_mode (QpWiringPanel *self, QpWiringMode mode)
{
  if (self->mode == mode)
    return;
  self->mode = mode;
  if (mode != QP_WIRING_DATA)
    qp_wiring_panel_draw_route (self, FALSE);
  route (self);
}

/* -- drawing a route -- */

/**
 * qp_wiring_panel_is_drawing:
 * @self: a panel
 *
 * Returns: whether a route is being drawn
 */
gboolean
qp_wiring_panel_is_drawing (QpWiringPanel *self)
{
  return self->drawing;
}

/**
 * qp_wiring_panel_draw_route:
 * @self: a panel
 * @draw: whether a route is drawn from now on
 */
void
qp_wiring_panel_draw_route (QpWiringPanel *self, gboolean draw)
{
  const gboolean can = self->mode == QP_WIRING_DATA && self->data.state == QP_DATA_ROUTED;

  if (self->drawing == (draw && can))
    {
      gtk_toggle_button_set_active (self->draw, self->drawing);
      return;
    }
  self->drawing = draw && can;
  g_array_set_size (self->draft.cells, 0);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->area), self->drawing ? "crosshair" : NULL);
  if (self->drawing)
    gtk_widget_grab_focus (GTK_WIDGET (self->area));
  show_buttons (self);
  show_paths (self);
}

static gboolean
store_route (QpWiringPanel *self, const char *label, const char *text, GError **error)
{
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  const QpValue value = text != NULL ? qp_value_text (text) : qp_value_unset (QP_STORAGE_TEXT);

  g_ptr_array_add (edits, qp_edit_set (screen_of (self)->node.id, QP_SCREEN_FIELD (data_route), &value));
  return qp_project_session_run (self->session, label, NULL, edits, error);
}

/**
 * qp_wiring_panel_clear_route:
 * @self: a panel
 * @error: return location
 *
 * Forgets the route drawn by hand: the automatic one counts again; one step to undo.
 *
 * Returns: %FALSE with %QP_ERROR_INVALID when there is none
 */
gboolean
qp_wiring_panel_clear_route (QpWiringPanel *self, GError **error)
{
  if (screen_of (self) != NULL && screen_of (self)->data_route != NULL)
    return store_route (self, _ ("Route data automatically"), NULL, error);
  g_set_error_literal (error, QP_ERROR, QP_ERROR_INVALID, _ ("This screen has no data route drawn by hand"));
  return FALSE;
}

/* for the input: goes on to a cabinet */
void
qp_wiring_panel_take (QpWiringPanel *self, guint column, guint row)
{
  const QpElevation *elevation = qp_elevation_area_elevation (self->area);

  if (qp_data_draft_add (&self->draft, &elevation->shape.cells, (QpRunCell){ column, row }) > 0)
    show_paths (self);
}

/* for the input: the run becomes part of the route */
void
qp_wiring_panel_end_run (QpWiringPanel *self)
{
  if (self->draft.cells->len == 0)
    return;
  g_autofree char *text = qp_data_draft_store (&self->draft, screen_of (self)->data_route);
  store_route (self, _ ("Draw a data port"), text, NULL);
}

/* for the input: one cabinet back; from an empty run the last one is opened again */
void
qp_wiring_panel_step_back (QpWiringPanel *self)
{
  g_autofree char *rest = NULL;

  if (qp_data_draft_step_back (&self->draft))
    show_paths (self);
  else if (qp_data_draft_reopen (&self->draft, screen_of (self)->data_route, &rest))
    store_route (self, _ ("Go on with a data port"), rest, NULL);
}

/* for the input: first the run is given up, then drawing ends */
void
qp_wiring_panel_leave (QpWiringPanel *self)
{
  if (self->draft.cells->len == 0)
    {
      qp_wiring_panel_draw_route (self, FALSE);
      return;
    }
  g_array_set_size (self->draft.cells, 0);
  show_paths (self);
}

static void
on_draw (QpWiringPanel *self)
{
  qp_wiring_panel_draw_route (self, gtk_toggle_button_get_active (self->draw));
}

/* -- the object -- */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "use-markup", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "caption");
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

/**
 * qp_wiring_panel_connect:
 * @self: a panel
 * @area: where the paths are shown and routes are drawn; has to outlive @self
 */
void
qp_wiring_panel_connect (QpWiringPanel *self, QpElevationArea *area)
{
  self->area = area;
  qp_wiring_panel_add_input (self, area);
}

static void
qp_wiring_panel_dispose (GObject *object)
{
  QpWiringPanel *self = QP_WIRING_PANEL (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_wiring_panel_parent_class)->dispose (object);
}

static void
qp_wiring_panel_finalize (GObject *object)
{
  QpWiringPanel *self = QP_WIRING_PANEL (object);

  clear_runs (self);
  qp_data_draft_clear (&self->draft);
  G_OBJECT_CLASS (qp_wiring_panel_parent_class)->finalize (object);
}

static void
qp_wiring_panel_class_init (QpWiringPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qp_wiring_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_wiring_panel_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-wiring-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QpWiringPanel, title);
  gtk_widget_class_bind_template_child (widget_class, QpWiringPanel, headline);
  gtk_widget_class_bind_template_child (widget_class, QpWiringPanel, findings);
  gtk_widget_class_bind_template_child (widget_class, QpWiringPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, QpWiringPanel, draw);
  gtk_widget_class_bind_template_child (widget_class, QpWiringPanel, clear);
  gtk_widget_class_bind_template_child (widget_class, QpWiringPanel, list);
  gtk_widget_class_bind_template_child (widget_class, QpWiringPanel, parts);
  gtk_widget_class_bind_template_callback (widget_class, on_draw);
}

static void
qp_wiring_panel_init (QpWiringPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  qp_data_draft_init (&self->draft);
  self->lines = gtk_string_list_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->lines)));
  gtk_list_view_set_model (self->list, model);
  g_object_unref (model);
}
