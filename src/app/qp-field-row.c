/* qp-field-row.c: one field of the selected nodes in the inspector
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-cabinet-button.h"
#include "app/qp-field-choice.h"
#include "app/qp-field-row-private.h"
#include "app/qp-field-text.h"
#include "app/qp-field-widgets.h"
#include "app/qp-shape-fields.h"

G_DEFINE_FINAL_TYPE (QpFieldRow, qp_field_row, ADW_TYPE_PREFERENCES_ROW)

/* From the editor to the document */

/* The same field of another kind, when nodes of several kinds are selected. */
static const QpField *
field_of (QpFieldRow *self, const QpNode *node)
{
  return node->kind == self->kind ? self->field : qp_kind_field (node->kind, self->field->name);
}

/* Inside: where cabinets are looked up. */
const QpCatalogue *
qp_field_row_catalogue (QpFieldRow *self)
{
  return qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
}

/* Inside: gives the selected nodes this value. Changes merge into one step until typing ends. */
void
qp_field_row_change (QpFieldRow *self, const QpValue *value)
{
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (GPtrArray) nodes = qp_project_session_selected_nodes (self->session);
  if (nodes->len == 0)
    g_ptr_array_add (nodes, qp_project_session_root (self->session));
  for (guint i = 0; i < nodes->len; i++)
    {
      const QpNode *node = nodes->pdata[i];
      const QpField *field = field_of (self, node);
      if (field == NULL)
        continue;
      const QpValue old = qp_node_get (node, field);
      if (qp_value_equal (&old, value))
        continue;
      g_ptr_array_add (edits, qp_edit_set (node->id, field, value));
      qp_shape_field_add_edits (edits, nodes->pdata[i], field, value, qp_field_row_catalogue (self));
    }
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), qp_field_label (self->field));
  g_autofree char *merge_key = g_strconcat ("field:", self->field->name, NULL);
  g_autoptr (GError) error = NULL;
  if (!qp_project_session_run (self->session, label, merge_key, edits, &error))
    gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

/* Inside: what the shown nodes have in common; @value stays theirs. */
gboolean
qp_field_row_common (QpFieldRow *self, QpValue *value)
{
  gboolean first = TRUE;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const QpField *field = field_of (self, self->nodes->pdata[i]);
      if (field == NULL)
        continue;
      const QpValue one = qp_node_get (self->nodes->pdata[i], field);
      if (!first && !qp_value_equal (&one, value))
        return FALSE;
      *value = one;
      first = FALSE;
    }
  return !first;
}

/* Inside: whether these are the nodes that are shown. */
gboolean
qp_field_row_shows (QpFieldRow *self, GPtrArray *nodes)
{
  if (nodes->len != self->nodes->len)
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    if (!qp_id_equal (((const QpNode *) nodes->pdata[i])->id, ((const QpNode *) self->nodes->pdata[i])->id))
      return FALSE;
  return TRUE;
}

/* Steps */

/* Inside: so many steps more, within the range of the field. */
void
qp_field_row_step (QpFieldRow *self, double steps)
{
  QpValue value = { 0 };
  if (!qp_field_row_common (self, &value))
    return;
  const double number = qp_field_number (self->field, &value);
  if (isnan (number))
    return;
  double next = number + steps * qp_field_step (self->field);
  next = isnan (self->field->min) ? next : MAX (next, self->field->min);
  next = isnan (self->field->max) ? next : MIN (next, self->field->max);
  QpValue stepped = qp_field_from_number (self->field, next);
  qp_field_row_change (self, &stepped);
}

static void
on_less (GtkButton *button, QpFieldRow *self)
{
  qp_field_row_step (self, -1);
}

static void
on_more (GtkButton *button, QpFieldRow *self)
{
  qp_field_row_step (self, 1);
}

static void
add_step_button (QpFieldRow *self, const char *icon, const char *format, GCallback callback)
{
  g_autofree char *label = g_strdup_printf (format, qp_field_label (self->field));
  GtkWidget *button = qp_step_button_new (icon, label);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (self->line, button);
}

/* Chosen fields */

static void
on_chosen (GtkWidget *editor, QpFieldRow *self)
{
  if (self->showing)
    return;
  g_auto (QpValue) value = { 0 };
  if (QP_IS_CABINET_BUTTON (editor))
    value = qp_value_text (qp_cabinet_button_get_key (QP_CABINET_BUTTON (editor)));
  else if (!qp_field_choice_get (QP_FIELD_CHOICE (editor), &value))
    return;
  qp_field_row_change (self, &value);
  qp_document_end_merge (qp_project_session_document (self->session));
}

static void
show_chosen (QpFieldRow *self)
{
  QpValue value = { 0 };
  const gboolean common = qp_field_row_common (self, &value);
  self->showing = TRUE;
  if (QP_IS_CABINET_BUTTON (self->editor))
    qp_cabinet_button_set_key (QP_CABINET_BUTTON (self->editor), common ? value.text : NULL, !common);
  else
    qp_field_choice_set (QP_FIELD_CHOICE (self->editor), common ? &value : NULL);
  self->showing = FALSE;
}

static gboolean
on_switched (GtkSwitch *editor, gboolean state, QpFieldRow *self)
{
  if (self->showing)
    return FALSE;
  QpValue value = qp_value_integer (state);
  qp_field_row_change (self, &value);
  qp_document_end_merge (qp_project_session_document (self->session));
  return FALSE;
}

static void
show_switch (QpFieldRow *self)
{
  QpValue value = { 0 };
  const gboolean common = qp_field_row_common (self, &value);
  self->showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->editor), common && value.integer == 1);
  self->showing = FALSE;
}

static void
make_chooser (QpFieldRow *self)
{
  if (self->field == QP_SCREEN_FIELD (cabinet))
    self->editor = qp_cabinet_button_new (self->session);
  else
    self->editor = qp_field_choice_new (self->session, self->field);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
  g_signal_connect (self->editor, "chosen", G_CALLBACK (on_chosen), self);
}

static void
make_switch (QpFieldRow *self)
{
  self->editor = gtk_switch_new ();
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
  g_signal_connect (self->editor, "state-set", G_CALLBACK (on_switched), self);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

static void
make_label (QpFieldRow *self)
{
  self->editor = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->editor, "dim-label");
}

static void
show_label (QpFieldRow *self)
{
  QpValue value = { 0 };
  g_autofree char *text = qp_field_row_common (self, &value) ? qp_field_text_show (self->field, &value)
                                                      : g_strdup (_ ("various"));
  gtk_label_set_label (GTK_LABEL (self->editor), text);
}

static void
make_editor (QpFieldRow *self)
{
  if (qp_field_choice_is_for (self->kind, self->field) || self->field == QP_SCREEN_FIELD (cabinet))
    make_chooser (self);
  else if (qp_field_is_typed (self->field))
    qp_field_row_make_entry (self);
  else if (self->field->type == QP_FIELD_BOOL)
    make_switch (self);
  else
    make_label (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qp_field_label (self->field), -1);
  if (self->field->unit == QP_UNIT_COUNT && self->field->type == QP_FIELD_INT)
    add_step_button (self, "list-remove-symbolic", _ ("Less: %s"), G_CALLBACK (on_less));
  gtk_box_append (self->line, self->editor);
  if (self->field->unit == QP_UNIT_COUNT && self->field->type == QP_FIELD_INT)
    add_step_button (self, "list-add-symbolic", _ ("More: %s"), G_CALLBACK (on_more));
}

static void
add_unit (QpFieldRow *self)
{
  g_autofree char *unit
      = qp_field_text_unit (self->field, (const QpProject *) qp_project_session_root (self->session));
  if (*unit == '\0' || !qp_field_is_number (self->field))
    return;
  self->unit = GTK_LABEL (gtk_label_new (unit));
  gtk_widget_add_css_class (GTK_WIDGET (self->unit), "dim-label");
  gtk_box_append (self->line, GTK_WIDGET (self->unit));
}

static void
qp_field_row_dispose (GObject *object)
{
  QpFieldRow *self = QP_FIELD_ROW (object);
  g_clear_object (&self->session);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  qp_value_clear (&self->typed);
  qp_value_clear (&self->seen);
  qp_value_clear (&self->before);
  G_OBJECT_CLASS (qp_field_row_parent_class)->dispose (object);
}

static void
qp_field_row_class_init (QpFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_field_row_dispose;
}

/* Built by hand: a screen has more than forty of these, and reading a template for each would be felt. */
static void
qp_field_row_init (QpFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->name = qp_field_label_new ();
  self->problem = qp_field_label_new ();
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_label_set_natural_wrap_mode (self->name, GTK_NATURAL_WRAP_WORD);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_add_css_class (box, "qp-field-row");
  gtk_box_append (self->line, GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  self->hint = qp_field_label_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "warning");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
}

/**
 * qp_field_row_new:
 * @session: the session whose document is edited
 * @kind: kind that @field belongs to
 * @field: a field
 *
 * Makes a row in which the field of the selected nodes is seen and changed.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
qp_field_row_new (QpProjectSession *session, QpKind kind, const QpField *field)
{
  QpFieldRow *self = g_object_new (QP_TYPE_FIELD_ROW, "title", qp_field_label (field), NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  self->field = field;
  gtk_label_set_label (self->name, qp_field_label (field));
  make_editor (self);
  add_unit (self);
  return GTK_WIDGET (self);
}

/**
 * qp_field_row_field:
 * @self: a row
 *
 * Returns: (transfer none): its field
 */
const QpField *
qp_field_row_field (QpFieldRow *self)
{
  return self->field;
}

/**
 * qp_field_row_editor:
 * @self: a row
 *
 * Returns: (transfer none): the widget in which the value is typed or chosen
 */
GtkWidget *
qp_field_row_editor (QpFieldRow *self)
{
  return self->editor;
}

/**
 * qp_field_row_has_problem:
 * @self: a row
 *
 * Returns: whether what is typed is no value of the field
 */
gboolean
qp_field_row_has_problem (QpFieldRow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->problem));
}

/* what is odd about a value that is taken all the same */
static void
show_hint (QpFieldRow *self)
{
  g_autofree char *hint = self->nodes->len == 1 ? qp_shape_field_hint (self->nodes->pdata[0], self->field) : NULL;

  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

/**
 * qp_field_row_show:
 * @self: a row
 * @nodes: (element-type QpNode): the selected nodes as they are now
 *
 * Shows the value that they have in common.
 */
void
qp_field_row_show (QpFieldRow *self, GPtrArray *nodes)
{
  const gboolean others = !qp_field_row_shows (self, nodes);
  self->was_common &= !others;
  g_ptr_array_set_size (self->nodes, 0);
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (self->nodes, qp_node_ref (nodes->pdata[i]));
  show_hint (self);
  if (GTK_IS_ENTRY (self->editor))
    qp_field_row_show_text (self, others);
  else if (GTK_IS_SWITCH (self->editor))
    show_switch (self);
  else if (GTK_IS_LABEL (self->editor))
    show_label (self);
  else
    show_chosen (self);
}
