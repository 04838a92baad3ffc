/* qp-depth-actions.c: placing the eye point of a screen, and what its content studio gets
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compat.h"
#include "app/qp-window-private.h"
#include "base/qp-thread.h"
#include "engine/qp-depth.h"
#include "exchange/qp-studio.h"

/* The screen that is meant: the one selected last. */
static QpNode *
need_screen (QpWindow *self)
{
  QpNode *screen = qp_project_session_screen (self->session);
  if (screen == NULL)
    qp_window_show_toast (self, _ ("Select a screen first"), NULL, NULL);
  return screen;
}

static QpCatalogue *
catalogue_of (QpWindow *self)
{
  return qp_estimate_cache_catalogue (qp_project_session_estimates (self->session));
}

static QpNode *
plan_of (QpWindow *self, QpNode *screen)
{
  return qp_document_ancestor (qp_project_session_document (self->session), screen->id, QP_KIND_PLAN);
}

/* The eye point */

static void
set_metres (GPtrArray *edits, QpId id, const QpField *field, double metres)
{
  const QpValue value = qp_value_integer (qp_um_from_m (round (metres * 100) / 100));
  g_ptr_array_add (edits, qp_edit_set (id, field, &value));
}

static void
place_eye_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpNode *node = need_screen (self);
  if (node == NULL)
    return;
  const QpScreen *screen = (const QpScreen *) node;
  const QpId id = node->id;
  QpVec3 eye;
  const gboolean median = qp_depth_suggest_eye (screen, catalogue_of (self), plan_of (self, node), &eye);
  g_autoptr (GPtrArray) edits = qp_edits_new ();
  set_metres (edits, id, QP_SCREEN_FIELD (eye_x_m), eye.x);
  set_metres (edits, id, QP_SCREEN_FIELD (eye_y_m), eye.y);
  if (median || screen->eye_height_m == QP_UNSET)
    set_metres (edits, id, QP_SCREEN_FIELD (eye_height_m), eye.z);
  g_autoptr (GError) error = NULL;
  if (!qp_project_session_run (self->session, _ ("Place Eye Point"), NULL, edits, &error))
    {
      qp_window_show_toast (self, error->message, NULL, NULL);
      return;
    }
  qp_selection_set_one (qp_project_session_selection (self->session), id);
  qp_window_set_view (self, "plan");
  qp_window_show_toast (self,
                        median ? _ ("Eye point placed where the median of the audience stands")
                               : _ ("Eye point placed on the axis of the screen: no audience is before it"),
                        _ ("_Undo"), "win.undo");
}

/* What a studio gets: written by a thread, as large templates take seconds */

typedef struct
{
  QpNode *screen;
  QpNode *plan; /* nullable */
  QpCatalogue *catalogue;
  GFile *folder;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;
  qp_node_unref (order->screen);
  g_clear_pointer (&order->plan, qp_node_unref);
  g_clear_pointer (&order->catalogue, qp_catalogue_unref);
  g_object_unref (order->folder);
  g_free (order);
}

static void
write_order (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  g_autoptr (GError) error = NULL;
  qp_thread_stand_back ();
  if (qp_studio_write (order->folder, (const QpScreen *) order->screen, order->plan, order->catalogue, FALSE, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  QpWindow *self = QP_WINDOW (source);
  const Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gboolean fine = g_task_propagate_boolean (G_TASK (result), &error);
  if (self->session == NULL) /* closed meanwhile */
    return;
  g_autofree char *name = g_file_get_basename (order->folder);
  g_autofree char *text = fine ? g_strdup_printf (_ ("Frustum file and templates written to “%s”"), name)
                               : g_strdup_printf (_ ("Nothing could be exported to “%s”: %s"), name, error->message);
  qp_window_show_toast (self, text, NULL, NULL);
}

/**
 * qp_window_export_studio:
 * @self: a window
 * @folder: where to
 *
 * Writes frustum file and templates of the screen selected last in a thread, and tells when that is done.
 */
void
qp_window_export_studio (QpWindow *self, GFile *folder)
{
  QpNode *screen = need_screen (self);
  if (screen == NULL)
    return;
  QpNode *plan = plan_of (self, screen);
  Order *order = g_new0 (Order, 1);
  order->screen = qp_node_ref (screen);
  order->plan = plan == NULL ? NULL : qp_node_ref (plan);
  order->catalogue = catalogue_of (self) == NULL ? NULL : qp_catalogue_ref (catalogue_of (self));
  order->folder = g_object_ref (folder);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_written, NULL);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, write_order);
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) folder = qp_file_dialog_finish (result, NULL);
  if (folder != NULL && QP_WINDOW (source)->session != NULL)
    qp_window_export_studio (QP_WINDOW (source), folder);
}

static void
export_studio_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpNode *screen = need_screen (self);
  g_autoptr (GError) error = NULL;
  if (screen == NULL)
    return;
  if (!qp_studio_check ((const QpScreen *) screen, catalogue_of (self), &error))
    {
      qp_tell (GTK_WINDOW (self), _ ("Something Is Missing for the Content Studio"), error->message);
      return;
    }
  qp_file_dialog_folder (GTK_WINDOW (self), _ ("Folder for the Content Studio"), on_folder_chosen, NULL);
}

/**
 * qp_window_install_depth_actions:
 * @klass: class of the window
 *
 * Adds the actions of this file.
 */
void
qp_window_install_depth_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.place-eye", NULL, place_eye_action);
  gtk_widget_class_install_action (klass, "win.export-studio", NULL, export_studio_action);
}
