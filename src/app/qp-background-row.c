/* qp-background-row.c: one background of a plan in the list: shown, locked, how strong, and what can be done with it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-background-row.h"
#include "render/qp-paint-furniture.h"

#define FIELD(member) QP_FIELD (QP_KIND_BACKGROUND, QpBackground, member)

struct _QpBackgroundRow
{
  GtkWidget parent_instance;
  GtkToggleButton *shown;
  GtkToggleButton *locked;
  GtkLabel *name;
  GtkLabel *basis;
  GtkScale *opacity;
  QpProjectSession *session;
  QpId id;
  gboolean showing; /* what is there is put into the controls */
};

G_DEFINE_FINAL_TYPE (QpBackgroundRow, qp_background_row, GTK_TYPE_WIDGET)

static const QpBackground *
background_of (QpBackgroundRow *self)
{
  return (const QpBackground *) qp_document_find (qp_project_session_document (self->session), self->id);
}

static void
set (QpBackgroundRow *self, const char *label, const char *merge_key, const QpField *field, QpValue value)
{
  if (self->showing || self->session == NULL || background_of (self) == NULL)
    return;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_set (self->id, field, &value));
  qp_project_session_run (self->session, label, merge_key, edits, NULL);
}

static void
on_shown (QpBackgroundRow *self)
{
  const gboolean shown = gtk_toggle_button_get_active (self->shown);
  set (self, shown ? _ ("Show a background") : _ ("Hide a background"), NULL, FIELD (visible), qp_value_integer (shown));
}

static void
on_locked (QpBackgroundRow *self)
{
  const gboolean locked = gtk_toggle_button_get_active (self->locked);
  set (self, locked ? _ ("Lock a background") : _ ("Unlock a background"), NULL, FIELD (locked),
       qp_value_integer (locked));
}

static void
on_opacity (QpBackgroundRow *self)
{
  set (self, _ ("Opacity of a background"), "opacity", FIELD (opacity_percent),
       qp_value_real (round (gtk_range_get_value (GTK_RANGE (self->opacity)))));
}

/* The menu. What concerns the whole window is done there: it knows the view and the dialogs. */

static void
grey_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpBackgroundRow *self = QP_BACKGROUND_ROW (widget);
  set (self, _ ("Grey tone"), NULL, FIELD (grey), qp_value_integer (background_of (self)->grey != TRUE));
}

static void
order_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpBackgroundRow *self = QP_BACKGROUND_ROW (widget);
  QpDocument *document = qp_project_session_document (self->session);
  QpNode *plan = qp_document_parent (document, self->id);
  const int step = strcmp (name, "background.raise") == 0 ? 1 : -1;
  const int here = qp_document_position (document, self->id);
  int there = here + step;
  while (there >= 0 && there < (int) qp_node_list_length (plan->children)
         && qp_node_list_get (plan->children, (guint) there)->kind != QP_KIND_BACKGROUND)
    there += step;
  if (there < 0 || there >= (int) qp_node_list_length (plan->children))
    return;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_move (self->id, plan->id, there));
  qp_project_session_run (self->session, step > 0 ? _ ("Raise a background") : _ ("Lower a background"), NULL, edits,
                          NULL);
}

static void
window_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpBackgroundRow *self = QP_BACKGROUND_ROW (widget);
  g_autofree char *action = g_strconcat ("win.background-", name + strlen ("background."), NULL);
  qp_selection_set_one (qp_project_session_selection (self->session), self->id);
  gtk_widget_activate_action (widget, action, NULL);
}

static void
crop_here_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpBackgroundRow *self = QP_BACKGROUND_ROW (widget);
  qp_selection_set_one (qp_project_session_selection (self->session), self->id);
  gtk_widget_activate_action (widget, "win.tool", "s", "crop");
}

static void
properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpBackgroundRow *self = QP_BACKGROUND_ROW (widget);
  qp_selection_set_one (qp_project_session_selection (self->session), self->id);
  gtk_widget_activate_action (widget, "win.edit-properties", NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpBackgroundRow *self = QP_BACKGROUND_ROW (widget);
  qp_selection_set_one (qp_project_session_selection (self->session), self->id);
  gtk_widget_activate_action (widget, "win.delete", NULL);
}

static void
qp_background_row_dispose (GObject *object)
{
  QpBackgroundRow *self = QP_BACKGROUND_ROW (object);
  g_clear_object (&self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qp_background_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "background.grey", NULL, grey_action);
  gtk_widget_class_install_action (klass, "background.raise", NULL, order_action);
  gtk_widget_class_install_action (klass, "background.lower", NULL, order_action);
  gtk_widget_class_install_action (klass, "background.layers", NULL, window_action);
  gtk_widget_class_install_action (klass, "background.crop-here", NULL, crop_here_action);
  gtk_widget_class_install_action (klass, "background.crop", NULL, window_action);
  gtk_widget_class_install_action (klass, "background.uncrop", NULL, window_action);
  gtk_widget_class_install_action (klass, "background.properties", NULL, properties_action);
  gtk_widget_class_install_action (klass, "background.delete", NULL, delete_action);
}

static void
qp_background_row_class_init (QpBackgroundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = qp_background_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/qianping/Qianping/ui/qp-background-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QpBackgroundRow, shown);
  gtk_widget_class_bind_template_child (widget_class, QpBackgroundRow, locked);
  gtk_widget_class_bind_template_child (widget_class, QpBackgroundRow, name);
  gtk_widget_class_bind_template_child (widget_class, QpBackgroundRow, basis);
  gtk_widget_class_bind_template_child (widget_class, QpBackgroundRow, opacity);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_locked);
  gtk_widget_class_bind_template_callback (widget_class, on_opacity);
  install_actions (widget_class);
}

static void
qp_background_row_init (QpBackgroundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_range_set_range (GTK_RANGE (self->opacity), 5, 100);
}

/**
 * qp_background_row_new:
 * @session: the session
 * @id: a background
 *
 * Returns: (transfer floating): a row for it, still empty
 */
GtkWidget *
qp_background_row_new (QpProjectSession *session, QpId id)
{
  QpBackgroundRow *self = g_object_new (QP_TYPE_BACKGROUND_ROW, NULL);
  self->session = g_object_ref (session);
  self->id = id;
  return GTK_WIDGET (self);
}

/**
 * qp_background_row_id:
 * @self: a row
 *
 * Returns: the background that it shows
 */
QpId
qp_background_row_id (QpBackgroundRow *self)
{
  return self->id;
}

/* How the scale of this background came about: "DXF drawing · guessed". */
static char *
basis_text (const QpBackground *background)
{
  const char *format = background->format != QP_UNSET ? _ (qp_values_background_format[background->format].label) : "";
  const gint64 basis = background->scale_basis;
  const char *scale = background->schematic == TRUE       ? qp_trust_word (QP_TRUST_SCHEMATIC)
                      : basis == QP_SCALE_CALIBRATED      ? qp_trust_word (QP_TRUST_CALIBRATED)
                      : basis == QP_SCALE_DRAWN           ? qp_trust_word (QP_TRUST_DRAWN)
                      : basis == QP_SCALE_GUESSED         ? qp_trust_word (QP_TRUST_GUESSED)
                                                          : qp_trust_word (QP_TRUST_NOT_TO_SCALE);
  return g_strdup_printf ("%s · %s", format, scale);
}

/**
 * qp_background_row_refresh:
 * @self: a row
 * @first: whether it is the lowest background
 * @last: whether it is the highest one
 *
 * Shows the background as it is now.
 */
void
qp_background_row_refresh (QpBackgroundRow *self, gboolean first, gboolean last)
{
  const QpBackground *background = background_of (self);
  if (background == NULL)
    return;
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean shown = background->visible != FALSE;
  const gboolean locked = background->locked != FALSE;
  const gboolean layered = background->format == QP_BACKGROUND_DXF || background->format == QP_BACKGROUND_GEOJSON
                           || background->format == QP_BACKGROUND_SVG;
  g_autofree char *name = qp_node_display_name (&background->node);
  g_autofree char *basis = basis_text (background);
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->shown, shown);
  gtk_button_set_icon_name (GTK_BUTTON (self->shown), shown ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_toggle_button_set_active (self->locked, locked);
  gtk_button_set_icon_name (GTK_BUTTON (self->locked), locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
  gtk_range_set_value (GTK_RANGE (self->opacity),
                       isnan (background->opacity_percent) ? 100 : background->opacity_percent);
  self->showing = FALSE;
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->basis, basis);
  gtk_widget_action_set_enabled (widget, "background.raise", !last);
  gtk_widget_action_set_enabled (widget, "background.lower", !first);
  gtk_widget_action_set_enabled (widget, "background.layers", layered);
  gtk_widget_action_set_enabled (widget, "background.uncrop", background->crop != NULL && background->crop->n > 0);
}
