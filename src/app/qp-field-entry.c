/* qp-field-entry.c: a field of the inspector that is typed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-field-row-private.h"
#include "app/qp-field-text.h"
#include "app/qp-field-widgets.h"
#include "app/qp-shape-fields.h"

#include <string.h>

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
  qp_field_row_change (self, &value);
}

/* Inside: shows the value; over what is being typed only if @anyway. */
void
qp_field_row_show_text (QpFieldRow *self, gboolean anyway)
{
  QpValue value = { 0 };
  const gboolean common = qp_field_row_common (self, &value);
  g_autofree char *text = common ? qp_field_text_show (self->field, &value) : g_strdup ("");
  g_auto (QpValue) typed = { 0 };
  const gboolean says_so
      = common && !anyway
        && qp_field_text_parse (self->field, gtk_editable_get_text (GTK_EDITABLE (self->editor)), &typed) <= QP_FIELD_ROUNDED
        && qp_value_equal (&typed, &value);
  g_autofree char *result
      = self->nodes->len == 1 ? qp_shape_field_result (self->nodes->pdata[0], self->field, qp_field_row_catalogue (self)) : NULL;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor),
                                  result != NULL ? result
                                  : common       ? _ ("not known")
                                                 : _ ("various"));
  const gboolean is_old = common && (qp_value_equal (&self->typed, &value) || qp_value_equal (&self->seen, &value));
  if (!anyway && is_old && qp_field_row_has_problem (self))
    return; /* an earlier key's value comes back late, or something else was computed: typing has gone on */
  qp_value_clear (&self->seen);
  self->seen = qp_value_copy (&value);
  if (says_so && *gtk_editable_get_text (GTK_EDITABLE (self->editor)) != '\0')
    return; /* what is being typed stays as it is typed: "12." or "640 mm" */
  self->showing = TRUE;
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->editor)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  self->showing = FALSE;
  show_problem (self, FALSE, NULL);
}

static void
on_focus_enter (GtkEventControllerFocus *controller, QpFieldRow *self)
{
  QpValue value = { 0 };

  qp_value_clear (&self->before);
  self->was_common = qp_field_row_common (self, &value);
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
      if (qp_field_row_shows (self, selected)) /* others may be selected by the same click */
        qp_field_row_change (self, &self->before);
    }
  qp_document_end_merge (qp_project_session_document (self->session));
  qp_field_row_show_text (self, TRUE);
}

static void
on_entry_activate (GtkEntry *entry, QpFieldRow *self)
{
  qp_document_end_merge (qp_project_session_document (self->session));
  if (!qp_field_row_has_problem (self))
    qp_field_row_show_text (self, TRUE);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  gtk_widget_activate_action (GTK_WIDGET (entry), "win.field-done", NULL);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, QpFieldRow *self)
{
  const double times = (state & GDK_SHIFT_MASK) != 0 ? 10 : 1;
  if (qp_history_action (key, state) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), qp_history_action (key, state), NULL);
  else if (key == GDK_KEY_Escape)
    qp_field_row_show_text (self, TRUE);
  else if (key == GDK_KEY_Up && qp_field_is_number (self->field))
    qp_field_row_step (self, times);
  else if (key == GDK_KEY_Down && qp_field_is_number (self->field))
    qp_field_row_step (self, -times);
  else
    return FALSE;
  return TRUE;
}

/* Inside: makes the editor of a field that is typed. */
void
qp_field_row_make_entry (QpFieldRow *self)
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
