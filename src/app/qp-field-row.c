/* qp-field-row.c: one field of the selected nodes in the inspector
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-cabinet-button.h"
#include "app/qp-field-choice.h"
#include "app/qp-field-row.h"
#include "app/qp-field-text.h"
#include "app/qp-field-widgets.h"
#include "app/qp-shape-fields.h"

struct _QpFieldRow
{
  AdwPreferencesRow parent_instance;
  GtkBox *line;
  GtkLabel *name;
  GtkLabel *problem;
  GtkLabel *hint;
  GtkWidget *editor;
  GtkLabel *unit;

  QpProjectSession *session;
  QpKind kind;
  const QpField *field;
  GPtrArray *nodes; /* as shown last */
  QpValue typed;    /* what typing gave them last */
  QpValue before;   /* what they had in common before the typing */
  gboolean was_common;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (QpFieldRow, qp_field_row, ADW_TYPE_PREFERENCES_ROW)

/* From the editor to the document */

/* The same field of another kind, when nodes of several kinds are selected. */
static const QpField *
field_of (QpFieldRow *self, const QpNode *node)
{
  return node->kind == self->kind ? self->field : qp_kind_field (node->kind, self->field->name);
}

static const QpCatalogue *
catalogue_of (QpFieldRow *self)
{
  return qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
}

static void
change (QpFieldRow *self, const QpValue *value)
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
      qp_shape_field_add_edits (edits, nodes->pdata[i], field, value, catalogue_of (self));
    }
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), qp_field_label (self->field));
  g_autofree char *merge_key = g_strconcat ("field:", self->field->name, NULL);
  g_autoptr (GError) error = NULL;
  if (!qp_project_session_run (self->session, label, merge_key, edits, &error))
    gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

/* Typed fields */

/* @why is a sentence of its own, or %NULL for what the field expects */
static void
show_problem (QpFieldRow *self, gboolean bad, const char *why)
{
  if (bad)
    {
      g_autofree char *expected = qp_field_expected (self->field);
      g_autofree char *text = why != NULL ? g_strdup (why) : g_strdup_printf (_ ("Expected: %s"), expected);
      gtk_label_set_label (self->problem, text);
      gtk_widget_add_css_class (self->editor, "error");
    }
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), bad);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               bad ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_text_changed (GtkEditable *editable, QpFieldRow *self)
{
  if (self->showing)
    return;
  g_auto (QpValue) value = { 0 };
  const QpFieldProblem problem = qp_field_text_parse (self->field, gtk_editable_get_text (editable), &value);
  g_autofree char *refusal = qp_shape_field_refusal (self->field, gtk_editable_get_text (editable));
  const gboolean bad = problem == QP_FIELD_NOT_A_VALUE || problem == QP_FIELD_OUT_OF_RANGE || refusal != NULL;
  show_problem (self, bad, refusal);
  if (bad)
    return;
  qp_value_clear (&self->typed);
  self->typed = qp_value_copy (&value);
  change (self, &value);
}

static gboolean
common_value (QpFieldRow *self, QpValue *value)
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

static void
show_text (QpFieldRow *self, gboolean anyway)
{
  QpValue value = { 0 };
  const gboolean common = common_value (self, &value);
  g_autofree char *text = common ? qp_field_text_show (self->field, &value) : g_strdup ("");
  g_auto (QpValue) typed = { 0 };
  const gboolean says_so
      = common && !anyway
        && qp_field_text_parse (self->field, gtk_editable_get_text (GTK_EDITABLE (self->editor)), &typed) <= QP_FIELD_ROUNDED
        && qp_value_equal (&typed, &value);
  g_autofree char *result
      = self->nodes->len == 1 ? qp_shape_field_result (self->nodes->pdata[0], self->field, catalogue_of (self)) : NULL;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor),
                                  result != NULL ? result
                                  : common       ? _ ("not known")
                                                 : _ ("various"));
  if (!anyway && common && qp_field_row_has_problem (self) && qp_value_equal (&self->typed, &value))
    return; /* an earlier key's value comes back late: typing has gone on */
  if (says_so && *gtk_editable_get_text (GTK_EDITABLE (self->editor)) != '\0')
    return; /* what is being typed stays as it is typed: "12." or "640 mm" */
  self->showing = TRUE;
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->editor)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  self->showing = FALSE;
  show_problem (self, FALSE, NULL);
}

static gboolean
are_shown (QpFieldRow *self, GPtrArray *nodes)
{
  if (nodes->len != self->nodes->len)
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    if (!qp_id_equal (((const QpNode *) nodes->pdata[i])->id, ((const QpNode *) self->nodes->pdata[i])->id))
      return FALSE;
  return TRUE;
}

static void
on_focus_enter (GtkEventControllerFocus *controller, QpFieldRow *self)
{
  QpValue value = { 0 };

  qp_value_clear (&self->before);
  self->was_common = common_value (self, &value);
  self->before = qp_value_copy (&value);
}

/* What can't be taken leaves nothing behind, neither itself nor the part of it that could be taken on the way. */
static void
on_focus_leave (GtkEventControllerFocus *controller, QpFieldRow *self)
{
  if (self->session == NULL)
    return;
  if (qp_field_row_has_problem (self) && self->was_common)
    {
      g_autoptr (GPtrArray) selected = qp_project_session_selected_nodes (self->session);
      if (are_shown (self, selected)) /* others may be selected by the same click */
        change (self, &self->before);
    }
  qp_document_end_merge (qp_project_session_document (self->session));
  show_text (self, TRUE);
}

static void
on_entry_activate (GtkEntry *entry, QpFieldRow *self)
{
  qp_document_end_merge (qp_project_session_document (self->session));
  if (!qp_field_row_has_problem (self))
    show_text (self, TRUE);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

static void
step (QpFieldRow *self, double steps)
{
  QpValue value = { 0 };
  if (!common_value (self, &value))
    return;
  const double number = qp_field_number (self->field, &value);
  if (isnan (number))
    return;
  double next = number + steps * qp_field_step (self->field);
  next = isnan (self->field->min) ? next : MAX (next, self->field->min);
  next = isnan (self->field->max) ? next : MIN (next, self->field->max);
  QpValue stepped = qp_field_from_number (self->field, next);
  change (self, &stepped);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, QpFieldRow *self)
{
  const double times = (state & GDK_SHIFT_MASK) != 0 ? 10 : 1;
  if (qp_history_action (key, state) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), qp_history_action (key, state), NULL);
  else if (key == GDK_KEY_Escape)
    show_text (self, TRUE);
  else if (key == GDK_KEY_Up && qp_field_is_number (self->field))
    step (self, times);
  else if (key == GDK_KEY_Down && qp_field_is_number (self->field))
    step (self, -times);
  else
    return FALSE;
  return TRUE;
}

static void
on_less (GtkButton *button, QpFieldRow *self)
{
  step (self, -1);
}

static void
on_more (GtkButton *button, QpFieldRow *self)
{
  step (self, 1);
}

static void
add_step_button (QpFieldRow *self, const char *icon, const char *format, GCallback callback)
{
  g_autofree char *label = g_strdup_printf (format, qp_field_label (self->field));
  GtkWidget *button = qp_step_button_new (icon, label);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (self->line, button);
}

static void
make_entry (QpFieldRow *self)
{
  const gboolean wide = self->field->type == QP_FIELD_STRING;
  self->editor = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->editor), FALSE); /* the document has its own */
  gtk_widget_add_css_class (self->editor, "qp-field");
  g_signal_connect (self->editor, "changed", G_CALLBACK (on_text_changed), self);
  g_signal_connect (self->editor, "activate", G_CALLBACK (on_entry_activate), self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_enter), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (self->editor, focus);
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->editor, keys);
  if (wide)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line), GTK_ORIENTATION_VERTICAL);
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
      return;
    }
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->editor), 11);
  gtk_widget_add_css_class (self->editor, "numeric");
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
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
  change (self, &value);
  qp_document_end_merge (qp_project_session_document (self->session));
}

static void
show_chosen (QpFieldRow *self)
{
  QpValue value = { 0 };
  const gboolean common = common_value (self, &value);
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
  change (self, &value);
  qp_document_end_merge (qp_project_session_document (self->session));
  return FALSE;
}

static void
show_switch (QpFieldRow *self)
{
  QpValue value = { 0 };
  const gboolean common = common_value (self, &value);
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
  g_autofree char *text = common_value (self, &value) ? qp_field_text_show (self->field, &value)
                                                      : g_strdup (_ ("various"));
  gtk_label_set_label (GTK_LABEL (self->editor), text);
}

static void
make_editor (QpFieldRow *self)
{
  if (qp_field_choice_is_for (self->kind, self->field) || self->field == QP_SCREEN_FIELD (cabinet))
    make_chooser (self);
  else if (qp_field_is_typed (self->field))
    make_entry (self);
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
  const gboolean others = !are_shown (self, nodes);
  self->was_common &= !others;
  g_ptr_array_set_size (self->nodes, 0);
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (self->nodes, qp_node_ref (nodes->pdata[i]));
  show_hint (self);
  if (GTK_IS_ENTRY (self->editor))
    show_text (self, others);
  else if (GTK_IS_SWITCH (self->editor))
    show_switch (self);
  else if (GTK_IS_LABEL (self->editor))
    show_label (self);
  else
    show_chosen (self);
}
