/* qp-window-import.c: plans that come in: chosen, dropped or pasted
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compat.h"
#include "app/qp-import-dialog.h"
#include "app/qp-window-private.h"

/* Room between a plan that is there and the one that comes. */
#define GAP_M 5.0

/* Taking it over */

static QpNode *
new_named (QpKind kind, const char *name)
{
  QpNode *node = qp_node_new (kind, qp_id_new ());
  const QpKindInfo *info = qp_kind_info (kind);
  g_auto (QpValue) value = qp_value_text (name);
  qp_node_init_value (node, &info->fields[info->name_field], &value);
  return node;
}

static void
nest (QpNode *parent, QpNode *const *children, guint n)
{
  g_autoptr (QpNodeList) list = qp_node_list_new (children, n);
  qp_node_init_children (parent, list);
}

/* Where there is no plan yet, one is made for it, and a site around it. */
static void
add_with_plan (QpWindow *self, GPtrArray *nodes, GPtrArray *edits)
{
  QpNode *root = qp_project_session_root (self->session);
  QpNodeIter iter;
  qp_node_iter_init (&iter, root->children);
  QpNode *site = qp_node_iter_next_of (&iter, QP_KIND_SITE);
  g_autofree char *name = qp_node_display_name (nodes->pdata[0]);
  g_autoptr (QpNode) plan = new_named (QP_KIND_PLAN, name);
  nest (plan, (QpNode *const *) nodes->pdata, nodes->len);
  if (site != NULL)
    {
      g_ptr_array_add (edits, qp_edit_insert (site->id, -1, plan));
      return;
    }
  g_autofree char *site_name = g_strdup_printf ("%s 1", qp_kind_label (QP_KIND_SITE));
  g_autoptr (QpNode) new_site = new_named (QP_KIND_SITE, site_name);
  nest (new_site, &plan, 1);
  g_ptr_array_add (edits, qp_edit_insert (root->id, -1, new_site));
}

static void
add_to_plan (QpNode *plan, GPtrArray *nodes, GPtrArray *edits)
{
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (edits, qp_edit_insert (plan->id, -1, nodes->pdata[i]));
}

static void
tell_imported (QpWindow *self, QpNode *background, gboolean calibrate)
{
  g_autofree char *name = qp_node_display_name (background);
  g_autofree char *text = g_strdup_printf (calibrate ? _ ("“%s” is not to scale: set its scale")
                                                     : _ ("“%s” imported"),
                                           name);
  qp_window_show_toast (self, text, _ ("_Undo"), "win.undo");
}

/* A view of the whole plan takes the background in as soon as the canvas has read it. */
static void
on_imported (QpImportDialog *dialog, GPtrArray *nodes, gboolean calibrate, QpWindow *self)
{
  if (self->session == NULL)
    return;
  QpNode *plan = qp_project_session_plan (self->session);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  g_autoptr (GError) error = NULL;
  if (plan != NULL)
    add_to_plan (plan, nodes, edits);
  else
    add_with_plan (self, nodes, edits);
  if (!qp_project_session_run (self->session, _ ("Import a plan"), NULL, edits, &error))
    {
      qp_tell (GTK_WINDOW (self), _ ("The Plan Could Not Be Imported"), error->message);
      return;
    }
  QpNode *background = nodes->pdata[0];
  qp_selection_set_one (qp_project_session_selection (self->session), background->id);
  qp_window_set_view (self, "plan");
  qp_stage_fit (qp_plan_view_stage (self->plan_view));
  qp_plan_view_focus (self->plan_view);
  tell_imported (self, background, calibrate);
  if (calibrate)
    g_object_set (self, "tool", "calibrate", NULL);
}

static void
on_failed (QpImportDialog *dialog, const char *text, QpWindow *self)
{
  qp_tell (GTK_WINDOW (self), _ ("The Plan Could Not Be Imported"), text);
}

/* On an empty plan at its origin; otherwise beside what is there, so that nothing is buried. */
static QpVec
free_place (QpWindow *self)
{
  QpNode *plan = qp_project_session_plan (self->session);
  if (plan == NULL || qp_node_list_length (plan->children) == 0)
    return qp_vec (0, 0);
  const QpBox bounds = qp_scene_bounds (qp_stage_get_scene (qp_plan_view_stage (self->plan_view)));
  return bounds.x1 > bounds.x0 ? qp_vec (bounds.x1 + GAP_M, bounds.y0) : qp_vec (0, 0);
}

static QpImportDialog *
import_job (QpWindow *self, QpPlanJob *job)
{
  QpImportDialog *dialog = qp_import_dialog_new (GTK_WINDOW (self), free_place (self));
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported), self, 0);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (on_failed), self, 0);
  qp_import_dialog_read (dialog, job);
  return dialog;
}

/**
 * qp_window_import_file:
 * @self: a window
 * @file: what may be a plan
 *
 * Reads the file, asks what is to be known of it, and puts it on the plan.
 *
 * Returns: (transfer none): the dialog, to be seen or not
 */
QpImportDialog *
qp_window_import_file (QpWindow *self, GFile *file)
{
  g_autoptr (QpPlanJob) job = qp_plan_job_new_for_file (file);
  return import_job (self, job);
}

/* Chosen */

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  QpWindow *self = QP_WINDOW (source);
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);
  if (file != NULL && self->session != NULL)
    qp_window_import_file (self, file);
}

static void
import_plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_file_dialog_import (GTK_WINDOW (widget), on_chosen, NULL);
}

/* Dropped or pasted */

static gboolean
is_project (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  return g_str_has_suffix (name, ".qianping");
}

/* Several are asked about one after the other. */
#define TO_COME "qp-plans-to-come"

static void take_next (QpWindow *self);

static gboolean
on_next (gpointer data)
{
  take_next (data);
  return G_SOURCE_REMOVE;
}

static void
on_dialog_gone (QpImportDialog *dialog, QpWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_next, g_object_ref (self), g_object_unref);
}

static void
take_next (QpWindow *self)
{
  GQueue *files = g_object_get_data (G_OBJECT (self), TO_COME);
  g_autoptr (GFile) file = files != NULL && self->session != NULL ? g_queue_pop_head (files) : NULL;
  if (file == NULL)
    g_object_set_data (G_OBJECT (self), TO_COME, NULL);
  else
    g_signal_connect_object (qp_window_import_file (self, file), "destroy", G_CALLBACK (on_dialog_gone), self, 0);
}

static void
files_free (gpointer files)
{
  g_queue_free_full (files, g_object_unref);
}

static void
take_plans (QpWindow *self, GSList *plans)
{
  GQueue *files = g_object_get_data (G_OBJECT (self), TO_COME);
  const gboolean busy = files != NULL;
  if (!busy)
    g_object_set_data_full (G_OBJECT (self), TO_COME, files = g_queue_new (), files_free);
  for (GSList *l = plans; l != NULL; l = l->next)
    if (!is_project (l->data))
      g_queue_push_tail (files, g_object_ref (l->data));
  if (!busy)
    take_next (self);
}

/* A project takes the place of what is in the window, so that there is no plan to bring in besides. */
static gboolean
take_files (QpWindow *self, GSList *files)
{
  if (files == NULL)
    return FALSE;
  if (!is_project (files->data))
    take_plans (self, files);
  else
    qp_window_open_project (self, files->data);
  return TRUE;
}

/**
 * qp_window_take:
 * @self: a window
 * @value: a file, a list of files or a picture
 *
 * Takes what was dropped on the window or pasted: projects are opened, everything else may be a plan.
 *
 * Returns: whether it was something that can be taken
 */
gboolean
qp_window_take (QpWindow *self, const GValue *value)
{
  if (self->session == NULL || self->loading != NULL)
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return take_files (self, g_value_get_boxed (value));
  if (G_VALUE_HOLDS (value, G_TYPE_FILE) && g_value_get_object (value) != NULL)
    {
      g_autoptr (GSList) one = g_slist_append (NULL, g_value_get_object (value));
      return take_files (self, one);
    }
  if (!G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE) || g_value_get_object (value) == NULL)
    return FALSE;
  g_autoptr (QpPlanJob) job = qp_plan_job_new_for_texture (g_value_get_object (value));
  import_job (self, job);
  return TRUE;
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, QpWindow *self)
{
  gtk_widget_set_visible (self->drop_zone, FALSE);
  return qp_window_take (self, value);
}

static GdkDragAction
on_enter (GtkDropTarget *target, double x, double y, QpWindow *self)
{
  gtk_widget_set_visible (self->drop_zone, TRUE);
  return GDK_ACTION_COPY;
}

static void
on_leave (GtkDropTarget *target, QpWindow *self)
{
  gtk_widget_set_visible (self->drop_zone, FALSE);
}

/**
 * qp_window_init_drop:
 * @self: a window with its template
 *
 * Lets files and pictures be dropped anywhere on it.
 */
void
qp_window_init_drop (QpWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect (target, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self)), GTK_EVENT_CONTROLLER (target));
}

static void
on_value_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QpWindow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  if (self->session != NULL && (value == NULL || !qp_window_take (self, value)))
    qp_window_show_toast (self, _ ("There is nothing to paste"), NULL, NULL);
}

/**
 * qp_window_paste_plan:
 * @self: a window
 *
 * Takes a file or a picture from the clipboard, if there is one; our own objects are text.
 *
 * Returns: whether there is one
 */
gboolean
qp_window_paste_plan (QpWindow *self)
{
  static GType (*const types[]) (void) = { gdk_file_list_get_type, gdk_texture_get_type };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GdkContentFormats) formats
          = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
      if (!gdk_content_formats_contain_gtype (formats, types[i] ()))
        continue;
      gdk_clipboard_read_value_async (clipboard, types[i] (), G_PRIORITY_DEFAULT, NULL, on_value_read,
                                      g_object_ref (self));
      return TRUE;
    }
  return FALSE;
}

/**
 * qp_window_install_import_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_import_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import-plan", NULL, import_plan_action);
}
