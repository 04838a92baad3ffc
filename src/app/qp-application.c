/* qp-application.c: the program
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-actions.h"
#include "app/qp-application.h"
#include "app/qp-compat.h"
#include "app/qp-own-catalogues.h"
#include "app/qp-window.h"

#include <stdlib.h>

struct _QpApplication
{
  AdwApplication parent_instance;
  QpCatalogue *catalogue;
  gboolean quit_after_first_frame;
};

G_DEFINE_FINAL_TYPE (QpApplication, qp_application, ADW_TYPE_APPLICATION)

/* A program without its catalogue still opens files: cabinets typed by hand go on working. */
static QpCatalogue *
catalogue_of (QpApplication *self)
{
  if (self->catalogue != NULL)
    return self->catalogue;
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;
  self->catalogue = qp_own_catalogues_load (findings, &error);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    if (qp_findings_get (findings, i)->severity == QP_SEVERITY_ERROR)
      g_printerr ("%s:%d: %s\n", qp_findings_get (findings, i)->element, qp_findings_get (findings, i)->line,
                  qp_findings_get (findings, i)->message);
  if (self->catalogue == NULL)
    {
      g_printerr ("%s\n", error->message);
      self->catalogue = qp_catalogue_new (NULL, 0);
    }
  return self->catalogue;
}

/* For tests and the bench: time from the start of the process to the first painted frame. */
static void
on_after_paint (GdkFrameClock *clock, QpWindow *window)
{
  if (qp_window_is_loading (window))
    return;
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, window);
  g_application_quit (g_application_get_default ());
}

static void
on_realize (GtkWidget *window, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), window);
}

static QpWindow *
window_new (QpApplication *self)
{
  return qp_window_new (GTK_APPLICATION (self), catalogue_of (self));
}

static void
qp_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window == NULL)
    window = GTK_WINDOW (window_new (QP_APPLICATION (application)));
  gtk_window_present (window);
}

static void
import (QpApplication *self, GtkWindow *window, GFile *file)
{
  if (!QP_IS_WINDOW (window))
    window = GTK_WINDOW (window_new (self));
  gtk_window_present (window);
  qp_window_import_file (QP_WINDOW (window), file);
}

static void
qp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  QpApplication *self = QP_APPLICATION (application);
  for (int i = 0; i < n_files; i++)
    {
      GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
      if (qp_plan_is_named_so (files[i]))
        import (self, window, files[i]);
      else if (QP_IS_WINDOW (window) && qp_window_may_be_replaced (QP_WINDOW (window)))
        qp_window_open_file (QP_WINDOW (window), files[i]);
      else
        qp_window_open_new (GTK_APPLICATION (application), catalogue_of (self), files[i]);
    }
}

static void
qp_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (qp_application_parent_class)->window_added (application, window);
  if (QP_APPLICATION (application)->quit_after_first_frame && QP_IS_WINDOW (window))
    g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
}

/* Actions */

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (window_new (data)));
}

/* Windows close one by one, each asking about its changes; a "cancel" stops there. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));
  for (GList *l = windows; l != NULL; l = l->next)
    if (QP_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  qp_show_about (gtk_application_get_active_window (data));
}

static const GActionEntry actions[] = {
  { "new", new_action, NULL, NULL, NULL, { 0 } },
  { "quit", quit_action, NULL, NULL, NULL, { 0 } },
  { "about", about_action, NULL, NULL, NULL, { 0 } },
};

static void
qp_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (qp_application_parent_class)->startup (application);
  g_set_application_name (_ ("Qianping"));
  gtk_window_set_default_icon_name (QP_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  qp_action_keys_install_application (GTK_APPLICATION (application));
}

/* Command line */

static int
qp_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", "qianping", QP_VERSION);
      return EXIT_SUCCESS;
    }
  QP_APPLICATION (application)->quit_after_first_frame = g_variant_dict_contains (options, "quit-after-first-frame");
  if (QP_APPLICATION (application)->quit_after_first_frame)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  if (g_variant_dict_contains (options, "new-window"))
    {
      if (!g_application_register (application, NULL, NULL))
        return EXIT_FAILURE;
      if (g_application_get_is_remote (application))
        {
          g_action_group_activate_action (G_ACTION_GROUP (application), "new", NULL);
          return EXIT_SUCCESS;
        }
    }
  return -1;
}

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { "new-window", 'w', 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
  { "quit-after-first-frame", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { NULL },
};

static void
qp_application_finalize (GObject *object)
{
  g_clear_pointer (&QP_APPLICATION (object)->catalogue, qp_catalogue_unref);
  G_OBJECT_CLASS (qp_application_parent_class)->finalize (object);
}

static void
qp_application_class_init (QpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = qp_application_finalize;
  application_class->startup = qp_application_startup;
  application_class->activate = qp_application_activate;
  application_class->open = qp_application_open;
  GTK_APPLICATION_CLASS (klass)->window_added = qp_application_window_added;
  application_class->handle_local_options = qp_application_handle_local_options;
}

static void
qp_application_init (QpApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

/**
 * qp_application_new:
 *
 * Returns: (transfer full): the program
 */
QpApplication *
qp_application_new (void)
{
  return g_object_new (QP_TYPE_APPLICATION, "application-id", QP_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/qianping/Qianping", NULL);
}

/**
 * qp_application_set_catalogue:
 * @self: the program
 * @catalogue: what windows opened from now on offer
 */
void
qp_application_set_catalogue (QpApplication *self, QpCatalogue *catalogue)
{
  qp_catalogue_ref (catalogue);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  self->catalogue = catalogue;
}
