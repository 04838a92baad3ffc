/* qp-plan-panel.c: the backgrounds and the layers of a plan: shown, locked and in which order
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-background-row.h"
#include "app/qp-plan-panel.h"
#include "interact/qp-plan-visibility.h"

struct _QpPlanPanel
{
  GtkWidget parent_instance;
  GtkListBox *backgrounds;
  GtkWidget *no_background;
  GtkListBox *layers;
  GtkToggleButton *shown[QP_N_KINDS];
  GtkToggleButton *locked[QP_N_KINDS];
  QpStage *stage;
  QpProjectSession *session;
  gboolean showing; /* what is there is put into the controls */
};

G_DEFINE_FINAL_TYPE (QpPlanPanel, qp_plan_panel, GTK_TYPE_WIDGET)

/* What the kinds are called when there may be many. */
static const char *
layer_label (QpKind kind)
{
  switch (kind)
    {
    case QP_KIND_BACKGROUND:
      return _ ("Backgrounds");
    case QP_KIND_AUDIENCE:
      return _ ("Audiences and paths");
    case QP_KIND_OBSTACLE:
      return _ ("Obstacles");
    case QP_KIND_RECEPTOR:
      return _ ("Windows of neighbours");
    case QP_KIND_SCREEN:
      return _ ("Screens");
    case QP_KIND_DIMENSION:
      return _ ("Dimension lines");
    case QP_KIND_NOTE:
      return _ ("Notes");
    default:
      return qp_kind_label (kind);
    }
}

/* The layers */

static QpKind
kind_of (GtkToggleButton *button)
{
  return (QpKind) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));
}

static void
on_layer_shown (GtkToggleButton *button, QpPlanPanel *self)
{
  if (!self->showing)
    qp_stage_hide_layer (self->stage, kind_of (button), !gtk_toggle_button_get_active (button));
}

static void
on_layer_locked (GtkToggleButton *button, QpPlanPanel *self)
{
  if (!self->showing)
    qp_stage_lock_layer (self->stage, kind_of (button), gtk_toggle_button_get_active (button));
}

static GtkToggleButton *
toggle_new (QpPlanPanel *self, QpKind kind, const char *format, GCallback on_toggled)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *text = g_strdup_printf (format, layer_label (kind));
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "qp-quiet");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (button, "toggled", on_toggled, self);
  return GTK_TOGGLE_BUTTON (button);
}

static void
add_layer (QpPlanPanel *self, QpKind kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (layer_label (kind));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  self->shown[kind] = toggle_new (self, kind, _ ("Shown: %s"), G_CALLBACK (on_layer_shown));
  self->locked[kind] = toggle_new (self, kind, _ ("Locked: %s"), G_CALLBACK (on_layer_locked));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->shown[kind]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->locked[kind]));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_append (self->layers, box);
}

static void
show_layers (QpPlanPanel *self)
{
  guint n = 0;
  const QpKind *kinds = qp_plan_layer_kinds (&n);
  for (guint i = 0; i < n; i++)
    {
      const QpKind kind = kinds[i];
      const gboolean shown = !qp_stage_layer_is_hidden (self->stage, kind);
      const gboolean locked = qp_stage_layer_is_locked (self->stage, kind);
      gtk_toggle_button_set_active (self->shown[kind], shown);
      gtk_button_set_icon_name (GTK_BUTTON (self->shown[kind]),
                                shown ? "view-reveal-symbolic" : "view-conceal-symbolic");
      gtk_toggle_button_set_active (self->locked[kind], locked);
      gtk_button_set_icon_name (GTK_BUTTON (self->locked[kind]),
                                locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
    }
}

/* The backgrounds; the highest stands first, as it covers the others */

static GPtrArray *
backgrounds_of (QpNode *plan)
{
  GPtrArray *found = g_ptr_array_new ();
  QpNodeIter iter;
  QpNode *node;
  if (plan == NULL)
    return found;
  qp_node_iter_init (&iter, plan->children);
  while ((node = qp_node_iter_next_of (&iter, QP_KIND_BACKGROUND)) != NULL)
    g_ptr_array_insert (found, 0, node);
  return found;
}

static QpBackgroundRow *
row_at (QpPlanPanel *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->backgrounds, (int) index);
  return row != NULL ? QP_BACKGROUND_ROW (gtk_list_box_row_get_child (row)) : NULL;
}

/* A slider that is being dragged must stay: rows are only made anew when there are others. */
static void
make_rows (QpPlanPanel *self, GPtrArray *backgrounds)
{
  gboolean same = row_at (self, backgrounds->len) == NULL;
  for (guint i = 0; same && i < backgrounds->len; i++)
    {
      QpBackgroundRow *row = row_at (self, i);
      same = row != NULL && qp_id_equal (qp_background_row_id (row), ((QpNode *) backgrounds->pdata[i])->id);
    }
  if (same)
    return;
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->backgrounds))) != NULL)
    gtk_list_box_remove (self->backgrounds, row);
  for (guint i = 0; i < backgrounds->len; i++)
    gtk_list_box_append (self->backgrounds,
                         qp_background_row_new (self->session, ((QpNode *) backgrounds->pdata[i])->id));
}

static void
refresh (QpPlanPanel *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->session == NULL)
    return;
  g_autoptr (GPtrArray) backgrounds = backgrounds_of (qp_project_session_plan (self->session));
  self->showing = TRUE;
  make_rows (self, backgrounds);
  for (guint i = 0; i < backgrounds->len; i++)
    qp_background_row_refresh (row_at (self, i), i + 1 == backgrounds->len, i == 0);
  show_layers (self);
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->backgrounds), backgrounds->len > 0);
  gtk_widget_set_visible (self->no_background, backgrounds->len == 0);
}

static void
qp_plan_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qp_plan_panel_parent_class)->map (widget);
  refresh (QP_PLAN_PANEL (widget));
}

static void
forget_session (QpPlanPanel *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (qp_project_session_document (self->session), self);
  g_clear_object (&self->session);
}

static void
qp_plan_panel_dispose (GObject *object)
{
  QpPlanPanel *self = QP_PLAN_PANEL (object);
  forget_session (self);
  g_clear_object (&self->stage);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_plan_panel_parent_class)->dispose (object);
}

static void
qp_plan_panel_class_init (QpPlanPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_plan_panel_dispose;
  widget_class->map = qp_plan_panel_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-plan-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QpPlanPanel, backgrounds);
  gtk_widget_class_bind_template_child (widget_class, QpPlanPanel, no_background);
  gtk_widget_class_bind_template_child (widget_class, QpPlanPanel, layers);
}

static void
qp_plan_panel_init (QpPlanPanel *self)
{
  guint n = 0;
  const QpKind *kinds = qp_plan_layer_kinds (&n);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = n; i > 0; i--)
    add_layer (self, kinds[i - 1]);
}

/**
 * qp_plan_panel_new:
 * @stage: the view whose layers are shown and locked
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
qp_plan_panel_new (QpStage *stage)
{
  QpPlanPanel *self = g_object_new (QP_TYPE_PLAN_PANEL, NULL);
  self->stage = g_object_ref (stage);
  return GTK_WIDGET (self);
}

/**
 * qp_plan_panel_set_session:
 * @self: a panel
 * @session: the session
 *
 * Shows the plan in view of @session from now on.
 */
void
qp_plan_panel_set_session (QpPlanPanel *self, QpProjectSession *session)
{
  forget_session (self);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qp_project_session_document (session), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
