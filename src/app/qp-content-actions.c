/* qp-content-actions.c: actions about content: its page, and a slot more in a loop
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-window-private.h"
#include "engine/qp-estimate.h"

static void
content_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);

  qp_window_set_view (self, "figures");
  qp_window_make_view (self, "figures");
  qp_figures_view_show_page (self->figures_view, "content");
}

/* the profile that is selected, or that of the slot or of the screen */
static const QpNode *
content_now (QpWindow *self)
{
  const QpNode *node = qp_project_session_selected_node (self->session);
  const QpNode *screen = qp_project_session_screen (self->session);

  if (node != NULL && node->kind == QP_KIND_CONTENT)
    return node;
  if (node != NULL && node->kind == QP_KIND_SLOT)
    return qp_document_parent (qp_project_session_document (self->session), node->id);
  return screen == NULL ? NULL
                        : (const QpNode *) qp_screen_find_content ((const QpScreen *) screen,
                                                                   (const QpProject *) qp_project_session_root (self->session));
}

static guint
count_slots (const QpNode *content)
{
  QpNodeIter iter;
  guint n = 0;

  qp_node_iter_init (&iter, content->children);
  while (qp_node_iter_next_of (&iter, QP_KIND_SLOT) != NULL)
    n++;
  return n;
}

static void
add_slot_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  const QpNode *content = content_now (self);
  g_autoptr (GPtrArray) edits = qp_edits_new ();

  if (content == NULL)
    {
      qp_window_show_toast (self, _ ("Choose a content profile for the screen first."), NULL, NULL);
      return;
    }
  g_autoptr (QpNode) slot = qp_node_new (QP_KIND_SLOT, qp_id_new ());
  g_autofree char *title = g_strdup_printf ("%s %u", qp_kind_label (QP_KIND_SLOT), count_slots (content) + 1);
  g_auto (QpValue) value = qp_value_text (title);
  qp_node_init_value (slot, QP_FIELD (QP_KIND_SLOT, QpSlot, name), &value);
  g_ptr_array_add (edits, qp_edit_insert (content->id, -1, slot));
  if (!qp_project_session_run (self->session, _ ("Add a slot"), NULL, edits, NULL))
    return;
  qp_selection_set_one (qp_project_session_selection (self->session), slot->id);
  qp_window_set_show_inspector (self, TRUE);
  qp_inspector_focus (self->inspector);
}

/**
 * qp_window_install_content_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_content_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.content", NULL, content_action);
  gtk_widget_class_install_action (klass, "win.add-slot", NULL, add_slot_action);
}
