/* qp-findings-dialog.c: what was wrong with a file, as a list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-window-private.h"

static GtkWidget *
row_new (const QpFinding *finding)
{
  static const QpMark marks[] = { QP_MARK_NONE, QP_MARK_WARNING, QP_MARK_ERROR };
  const QpMark mark = marks[finding->severity];
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (finding->message, -1);
  g_autofree char *subtitle
      = finding->line > 0 ? g_strdup_printf (_ ("Line %d · %s"), finding->line, qp_severity_word (finding->severity))
                          : g_strdup (qp_severity_word (finding->severity));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  GtkWidget *icon
      = gtk_image_new_from_icon_name (mark != QP_MARK_NONE ? qp_mark_icon (mark) : "dialog-information-symbolic");
  if (mark != QP_MARK_NONE)
    gtk_widget_add_css_class (icon, qp_mark_css (mark));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

/**
 * qp_findings_dialog_show:
 * @window: window that the list belongs to
 * @findings: what was found
 *
 * Lists each finding with its line in the file.
 */
void
qp_findings_dialog_show (QpWindow *window, const QpFindings *findings)
{
  GtkWidget *dialog = adw_preferences_window_new ();
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Findings of the File"));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 640, 480);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (dialog), FALSE);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  for (guint i = 0; i < qp_findings_length (findings); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (qp_findings_get (findings, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (dialog), ADW_PREFERENCES_PAGE (page));
  gtk_window_present (GTK_WINDOW (dialog));
}
