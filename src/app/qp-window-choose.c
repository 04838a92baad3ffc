/* qp-window-choose.c: choosing cabinets: the catalogue, and fitting a screen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-catalogue-browser.h"
#include "app/qp-fit-dialog.h"
#include "app/qp-window-private.h"

static void
browse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (qp_catalogue_browser_new (GTK_WINDOW (self), self->session, self->settings)));
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QpWindow *self = QP_WINDOW (widget);
  QpFitDialog *dialog = qp_fit_dialog_new (GTK_WINDOW (self), self->session);

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
  else
    qp_window_show_toast (self, _ ("Select a screen whose cabinet and pixels are known"), NULL, NULL);
}

/**
 * qp_window_install_choose_actions:
 * @klass: class of the window
 *
 * Installs the actions of this file.
 */
void
qp_window_install_choose_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.browse-catalogue", NULL, browse_action);
  gtk_widget_class_install_action (klass, "win.fit-screen", NULL, fit_action);
}
