/* qp-finding-row.c: a finding as a row of a list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-finding-row.h"
#include "app/qp-mark.h"

/**
 * qp_finding_row_new:
 * @finding: what is wrong
 *
 * Shows a finding: its message, and its severity as a mark that has a name, too.
 *
 * Returns: (transfer floating): a row of a list box, which cannot be activated
 */
GtkWidget *
qp_finding_row_new (const QpFinding *finding)
{
  static const QpMark marks[] = { QP_MARK_NONE, QP_MARK_WARNING, QP_MARK_ERROR };
  const QpMark mark = marks[finding->severity];
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon
      = gtk_image_new_from_icon_name (mark != QP_MARK_NONE ? qp_mark_icon (mark) : "dialog-information-symbolic");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qp_severity_word (finding->severity), -1);
  if (mark != QP_MARK_NONE)
    gtk_widget_add_css_class (icon, qp_mark_css (mark));
  GtkWidget *label = gtk_label_new (finding->message);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "qp-finding");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}
