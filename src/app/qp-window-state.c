/* qp-window-state.c: what the window says of the project: toasts, title, what can be undone and done
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-window-private.h"

#include <string.h>

/**
 * qp_window_show_toast:
 * @self: a window
 * @text: what is told
 * @button: (nullable): label of a button
 * @action: (nullable): action of the button
 *
 * Tells something that need not be answered.
 */
void
qp_window_show_toast (QpWindow *self, const char *text, const char *button, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
    }
  qp_toasts_add (self->toasts, toast);
}

static char *
file_text (QpWindow *self)
{
  GFile *file = qp_project_session_file (self->session);
  const gboolean modified = qp_window_is_modified (self);
  if (file == NULL)
    return g_strdup (modified ? _ ("not saved yet") : "");
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  return modified ? g_strdup_printf (_ ("%s — edited"), shown) : g_steal_pointer (&shown);
}

/**
 * qp_window_update_title:
 * @self: a window
 *
 * Shows the project's title, its file and whether there is something to save.
 */
void
qp_window_update_title (QpWindow *self)
{
  g_autofree char *title = qp_project_session_title (self->session);
  g_autofree char *subtitle = file_text (self);
  g_autofree char *whole = g_strdup_printf ("%s%s — %s", qp_window_is_modified (self) ? "• " : "", title, _ ("Qianping"));
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), whole);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), whole);
}

static void
set_step_tooltip (GtkButton *button, const char *word, const char *format, const char *label)
{
  g_autofree char *text = label != NULL ? g_strdup_printf (format, label) : g_strdup (word);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * qp_window_update_history:
 * @self: a window
 *
 * Offers to undo and redo what can be, by name.
 */
void
qp_window_update_history (QpWindow *self)
{
  QpDocument *document = qp_project_session_document (self->session);
  const gboolean can_undo = qp_document_can_undo (document);
  const gboolean can_redo = qp_document_can_redo (document);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
  set_step_tooltip (self->undo_button, _ ("Undo"), _ ("Undo: %s"), can_undo ? qp_document_undo_label (document) : NULL);
  set_step_tooltip (self->redo_button, _ ("Redo"), _ ("Redo: %s"), can_redo ? qp_document_redo_label (document) : NULL);
  qp_window_update_title (self);
}

/**
 * qp_window_update_actions:
 * @self: a window
 *
 * Offers only what can be done with what is selected.
 */
void
qp_window_update_actions (QpWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const guint n = qp_selection_length (qp_project_session_selection (self->session));
  const gboolean any = n > 0;
  const gboolean plan = qp_project_session_plan (self->session) != NULL;
  static const char *const of_selection[] = { "win.cut", "win.copy", "win.duplicate", "win.delete" };
  for (guint i = 0; i < G_N_ELEMENTS (of_selection); i++)
    gtk_widget_action_set_enabled (widget, of_selection[i], any);
  gtk_widget_action_set_enabled (widget, "win.zoom-selection", any || strcmp (qp_window_get_view (self), "screen") == 0);
  gtk_widget_action_set_enabled (widget, "win.select-all", plan);
  qp_window_update_arrange_actions (self, n);
  gtk_widget_action_set_enabled (widget, "win.show-findings",
                                 qp_project_session_findings (self->session) != NULL
                                     && qp_findings_length (qp_project_session_findings (self->session)) > 0);
}
