/* qp-recent.c: projects opened before
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-window-private.h"

#define MIME_TYPE "application/vnd.qianping+xml"
#define MAX_SHOWN 10

typedef struct
{
  GtkWidget *popover;
  GtkWidget *stack;
  GtkListBox *list;
} Recent;

/**
 * qp_recent_add:
 * @file: a project file that was opened or saved
 *
 * Remembers it.
 */
void
qp_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  char *groups[] = { (char *) "Qianping", NULL };
  GtkRecentData data = { .mime_type = (char *) MIME_TYPE,
                         .app_name = (char *) "Qianping",
                         .app_exec = (char *) "qianping %u",
                         .groups = groups };
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  GDateTime *time_a = gtk_recent_info_get_modified (*(GtkRecentInfo *const *) a);
  GDateTime *time_b = gtk_recent_info_get_modified (*(GtkRecentInfo *const *) b);
  return g_date_time_compare (time_b, time_a);
}

static GPtrArray *
our_files (void)
{
  GPtrArray *ours = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  for (GList *l = all; l != NULL; l = l->next)
    if (gtk_recent_info_has_group (l->data, "Qianping") && gtk_recent_info_exists (l->data))
      g_ptr_array_add (ours, l->data);
    else
      gtk_recent_info_unref (l->data);
  g_list_free (all);
  g_ptr_array_sort (ours, newest_first);
  return ours;
}

static GtkWidget *
row_new (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *place = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);
  g_autofree char *subtitle = g_markup_escape_text (place, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  return row;
}

static void
on_show (GtkWidget *popover, Recent *self)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_autoptr (GPtrArray) files = our_files ();
  for (guint i = 0; i < files->len && i < MAX_SHOWN; i++)
    gtk_list_box_append (self->list, row_new (files->pdata[i]));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), files->len > 0 ? "list" : "empty");
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, Recent *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-recent-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Recent Projects"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Open the Sa_mple"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-sample");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

/**
 * qp_recent_popover_new:
 * @window: the window in which it opens
 *
 * Returns: (transfer floating): a popover with the projects opened before
 */
GtkWidget *
qp_recent_popover_new (QpWindow *window)
{
  Recent *self = g_new0 (Recent, 1);
  self->popover = gtk_popover_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Recent projects"),
                                  -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->list), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), empty_new (), "empty");
  gtk_widget_set_size_request (self->stack, 340, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->stack);
  g_signal_connect (self->popover, "show", G_CALLBACK (on_show), self);
  g_object_set_data_full (G_OBJECT (self->popover), "qp-recent", self, g_free);
  return self->popover;
}
