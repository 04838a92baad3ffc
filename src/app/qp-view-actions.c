/* qp-view-actions.c: giving away the view from where somebody stands: copied or saved as a picture
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-compat.h"
#include "app/qp-window-private.h"
#include "exchange/qp-view-file.h"

/* The picture is worked out anew, larger than on the screen; the place may be left meanwhile. */
static gboolean
begin (QpWindow *self, GAsyncReadyCallback callback, gpointer data)
{
  QpProbeCard *card = qp_plan_view_probe_card (self->plan_view);
  QpViewWanted wanted;

  if (card == NULL || !qp_view_area_wanted (qp_probe_card_area (card), QP_VIEW_FILE_WIDTH, &wanted))
    {
      qp_window_show_toast (self, _ ("Stand somewhere on the plan first"), _ ("_Stand Here"), "win.tool::probe");
      return FALSE;
    }
  qp_view_job_run (G_OBJECT (self), &wanted, callback, data);
  return TRUE;
}

static GBytes *
finish (GAsyncResult *result, GError **error)
{
  g_autoptr (QpViewResult) made = qp_view_job_finish (result);

  return qp_view_to_png (made->picture, error);
}

/* -- copying -- */

static void
on_made_to_copy (GObject *source, GAsyncResult *result, gpointer data)
{
  QpWindow *self = QP_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = finish (result, &error);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (self->session == NULL) /* closed meanwhile */
    return;
  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  qp_window_show_toast (self, texture != NULL ? _ ("Picture copied") : error->message, NULL, NULL);
}

static void
copy_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (QP_WINDOW (widget), on_made_to_copy, NULL);
}

/* -- saving -- */

static void
on_made_to_save (GObject *source, GAsyncResult *result, gpointer data)
{
  QpWindow *self = QP_WINDOW (source);
  g_autoptr (GFile) file = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = finish (result, &error);
  g_autofree char *name = g_file_get_basename (file);

  if (self->session == NULL)
    return;
  const gboolean fine = bytes != NULL
                        && g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                                    NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_autofree char *text = fine ? g_strdup_printf (_ ("View saved as “%s”"), name)
                               : g_strdup_printf (_ ("The view can’t be saved as “%s”: %s"), name, error->message);
  qp_window_show_toast (self, text, NULL, NULL);
}

/**
 * qp_window_save_view:
 * @self: a window
 * @file: where to
 *
 * Writes the view from where somebody stands as PNG, made in a thread, and tells when that is done.
 */
void
qp_window_save_view (QpWindow *self, GFile *file)
{
  g_autoptr (GFile) kept = g_object_ref (file);

  if (begin (self, on_made_to_save, kept))
    (void) g_steal_pointer (&kept);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = qp_file_dialog_finish (result, NULL);

  if (file != NULL && QP_WINDOW (source)->session != NULL)
    qp_window_save_view (QP_WINDOW (source), file);
}

static void
save_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qp_file_dialog_export (GTK_WINDOW (widget), _ ("Save the View"), _ ("View.png"), NULL, on_file_chosen, NULL);
}

/* Only where somebody stands there is something to be given away. */
void
qp_window_follow_probe (QpWindow *self)
{
  const gboolean stands = qp_stage_get_probe (qp_plan_view_stage (self->plan_view))->stands;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-view", stands);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-view", stands);
}

/**
 * qp_window_install_look_actions:
 * @klass: class of the window
 *
 * Adds the actions of this file.
 */
void
qp_window_install_look_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.copy-view", NULL, copy_view_action);
  gtk_widget_class_install_action (klass, "win.save-view", NULL, save_view_action);
}
