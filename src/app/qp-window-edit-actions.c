/* qp-window-edit-actions.c: undo, clipboard, deleting and adding
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-node-clip.h"
#include "app/qp-window-private.h"

static QpStage *
stage_of (QpWindow *self)
{
  return qp_plan_view_stage (self->plan_view);
}

static QpDocument *
document_of (QpWindow *self)
{
  return qp_project_session_document (self->session);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  qp_stage_cancel (stage_of (self)); /* a drag that is under way is given up, not undone half */
  qp_project_session_travel (self->session, QP_HISTORY_UNDO);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  qp_stage_cancel (stage_of (self));
  qp_project_session_travel (self->session, QP_HISTORY_REDO);
}

/* Whether what is selected stands on the plan in view, so that the canvas knows best what to do with it. */
static gboolean
selection_is_on_plan (QpWindow *self)
{
  g_autoptr (GPtrArray) nodes = qp_project_session_selected_nodes (self->session);
  for (guint i = 0; i < nodes->len; i++)
    {
      const QpNode *node = nodes->pdata[i];
      if (!qp_kind_may_contain (QP_KIND_PLAN, node->kind) || node->kind == QP_KIND_FACT)
        return FALSE;
    }
  return nodes->len > 0;
}

/* Clipboard: a small project file as text, which any window and any editor takes */

static void
put_on_clipboard (QpWindow *self)
{
  g_autofree char *text = NULL;
  if (selection_is_on_plan (self))
    text = qp_stage_copy (stage_of (self));
  else
    {
      g_autoptr (GPtrArray) nodes = qp_project_session_selected_nodes (self->session);
      text = qp_node_clip_to_text (document_of (self), nodes);
    }
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  put_on_clipboard (QP_WINDOW (widget));
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QpWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (self->session == NULL)
    return;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  if (text != NULL && qp_node_clip_holds_places (text))
    done = qp_node_clip_paste (self->session, text, &error);
  else if (text != NULL)
    done = qp_stage_paste (stage_of (self), text, &error);
  if (!done)
    qp_window_show_toast (self, error != NULL ? error->message : _ ("There is nothing to paste"), NULL, NULL);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!qp_window_paste_plan (QP_WINDOW (widget)))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read, g_object_ref (widget));
}

/* Deleting */

static gboolean
parent_is_among (QpDocument *document, const QpNode *node, GPtrArray *nodes)
{
  for (QpNode *parent = qp_document_parent (document, node->id); parent != NULL;
       parent = qp_document_parent (document, parent->id))
    if (g_ptr_array_find (nodes, parent, NULL))
      return TRUE;
  return FALSE;
}

static void
tell_deleted (QpWindow *self, GPtrArray *nodes)
{
  g_autofree char *name = qp_node_display_name (nodes->pdata[0]);
  g_autofree char *text = nodes->len == 1
                              ? g_strdup_printf (_ ("“%s” deleted"), name)
                              : g_strdup_printf (ngettext ("%u object deleted", "%u objects deleted", nodes->len),
                                                 nodes->len);
  qp_window_show_toast (self, text, _ ("_Undo"), "win.undo");
}

static void
delete_selected (QpWindow *self, const char *label)
{
  QpDocument *document = document_of (self);
  g_autoptr (GPtrArray) nodes = qp_project_session_selected_nodes (self->session);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  for (guint i = 0; i < nodes->len; i++)
    {
      const QpNode *node = nodes->pdata[i];
      if (node->kind != QP_KIND_PROJECT && (nodes->len == 1 || !parent_is_among (document, node, nodes)))
        g_ptr_array_add (edits, qp_edit_remove (node->id));
    }
  if (edits->len == 0)
    return;
  for (guint i = 0; i < nodes->len; i++)
    qp_node_ref (nodes->pdata[i]);
  g_ptr_array_set_free_func (nodes, (GDestroyNotify) qp_node_unref);
  if (qp_project_session_run (self->session, label, NULL, edits, NULL))
    tell_deleted (self, nodes);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  delete_selected (QP_WINDOW (widget), _ ("Delete"));
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  put_on_clipboard (QP_WINDOW (widget));
  delete_selected (QP_WINDOW (widget), _ ("Cut"));
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  if (selection_is_on_plan (self))
    {
      qp_stage_duplicate (stage_of (self));
      return;
    }
  QpDocument *document = document_of (self);
  g_autoptr (GPtrArray) nodes = qp_project_session_selected_nodes (self->session);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  for (guint i = 0; i < nodes->len; i++)
    {
      const QpNode *node = nodes->pdata[i];
      QpNode *parent = qp_document_parent (document, node->id);
      if (parent == NULL || parent_is_among (document, node, nodes))
        continue;
      g_autoptr (QpNode) copy = qp_node_copy_as_new (node);
      g_array_append_val (ids, copy->id);
      g_ptr_array_add (edits, qp_edit_insert (parent->id, qp_document_position (document, node->id) + 1, copy));
    }
  if (edits->len > 0 && qp_project_session_run (self->session, _ ("Duplicate"), NULL, edits, NULL))
    qp_selection_set (qp_project_session_selection (self->session), (const QpId *) ids->data, ids->len);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_stage_select_all (stage_of (QP_WINDOW (widget)));
}

/* Adding */

static guint
count_children (const QpNode *parent, QpKind kind)
{
  guint n = 0;
  QpNodeIter iter;
  qp_node_iter_init (&iter, parent->children);
  while (qp_node_iter_next_of (&iter, kind) != NULL)
    n++;
  return n;
}

static QpNode *
node_new_numbered (QpKind kind, const QpNode *parent)
{
  QpNode *node = qp_node_new (kind, qp_id_new ());
  g_autofree char *name = g_strdup_printf ("%s %u", qp_kind_label (kind), count_children (parent, kind) + 1);
  g_auto (QpValue) value = qp_value_text (name);
  const QpKindInfo *info = qp_kind_info (kind);
  qp_node_init_value (node, &info->fields[info->name_field], &value);
  return node;
}

static void
insert (QpWindow *self, const QpNode *parent, QpNode *node, const char *label)
{
  const QpId id = node->id;
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_insert (parent->id, -1, node));
  g_autoptr (GError) error = NULL;
  if (qp_project_session_run (self->session, label, NULL, edits, &error))
    qp_selection_set_one (qp_project_session_selection (self->session), id);
  else
    qp_window_show_toast (self, error->message, NULL, NULL);
}

static void
add_site_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpNode *root = qp_project_session_root (self->session);
  g_autoptr (QpNode) site = node_new_numbered (QP_KIND_SITE, root);
  g_autoptr (QpNode) plan = node_new_numbered (QP_KIND_PLAN, site);
  g_autoptr (QpNodeList) plans = qp_node_list_new (&plan, 1);
  qp_node_init_children (site, plans);
  insert (self, root, site, _ ("Add a site"));
}

/* The site of what is selected, or of the plan in view, or the first. */
static QpNode *
site_now (QpWindow *self)
{
  QpNode *node = qp_project_session_selected_node (self->session);
  if (node->kind == QP_KIND_SITE)
    return node;
  QpNode *site = qp_document_ancestor (document_of (self), node->id, QP_KIND_SITE);
  QpNode *plan = qp_project_session_plan (self->session);
  if (site == NULL && plan != NULL)
    site = qp_document_ancestor (document_of (self), plan->id, QP_KIND_SITE);
  if (site != NULL)
    return site;
  QpNodeIter iter;
  qp_node_iter_init (&iter, qp_project_session_root (self->session)->children);
  return qp_node_iter_next_of (&iter, QP_KIND_SITE);
}

static void
add_plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpNode *site = site_now (self);
  if (site == NULL)
    {
      add_site_action (widget, name, parameter);
      return;
    }
  g_autoptr (QpNode) plan = node_new_numbered (QP_KIND_PLAN, site);
  insert (self, site, plan, _ ("Add a plan"));
}

static void
add_screen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  if (qp_project_session_plan (self->session) == NULL)
    add_plan_action (widget, name, parameter);
  qp_window_set_view (self, "plan");
  qp_plan_view_focus (self->plan_view);
  qp_stage_add_screen (stage_of (self));
}

static void
draw_screen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  if (qp_project_session_plan (self->session) == NULL)
    add_plan_action (widget, name, parameter);
  g_object_set (self, "tool", "screen", NULL);
}

static void
add_content_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpNode *root = qp_project_session_root (self->session);
  g_autoptr (QpNode) content = node_new_numbered (QP_KIND_CONTENT, root);
  insert (self, root, content, _ ("Add a content profile"));
}

static void
edit_properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  const gboolean from_plan = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->plan_view));
  qp_window_set_show_inspector (self, TRUE);
  qp_inspector_focus (self->inspector);
  g_set_weak_pointer (&self->asked_field, from_plan ? gtk_root_get_focus (GTK_ROOT (self)) : NULL);
}

/* Enter in a field that was gone to from the plan: on with drawing, or the next key of a tool would become text. */
static void
field_done_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  if (self->asked_field == NULL || self->asked_field != gtk_root_get_focus (GTK_ROOT (self)))
    return;
  g_clear_weak_pointer (&self->asked_field);
  qp_plan_view_focus (self->plan_view);
}

/**
 * qp_window_install_edit_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_edit_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (klass, "win.cut", NULL, cut_action);
  gtk_widget_class_install_action (klass, "win.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (klass, "win.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (klass, "win.delete", NULL, delete_action);
  gtk_widget_class_install_action (klass, "win.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (klass, "win.add-site", NULL, add_site_action);
  gtk_widget_class_install_action (klass, "win.add-plan", NULL, add_plan_action);
  gtk_widget_class_install_action (klass, "win.add-screen", NULL, add_screen_action);
  gtk_widget_class_install_action (klass, "win.draw-screen", NULL, draw_screen_action);
  gtk_widget_class_install_action (klass, "win.add-content", NULL, add_content_action);
  gtk_widget_class_install_action (klass, "win.edit-properties", NULL, edit_properties_action);
  gtk_widget_class_install_action (klass, "win.field-done", NULL, field_done_action);
}
