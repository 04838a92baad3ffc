/* qp-window-private.h: what the files of the window share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-banner.h"
#include "app/qp-city-view.h"
#include "app/qp-figures-view.h"
#include "app/qp-screen-view.h"
#include "app/qp-toasts.h"
#include "app/qp-window.h"

G_BEGIN_DECLS

struct _QpWindow
{
  AdwApplicationWindow parent_instance;

  QpToasts *toasts;
  AdwViewSwitcher *switcher;
  AdwWindowTitle *window_title;
  GtkMenuButton *recent_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkButton *undo_button;
  GtkButton *redo_button;
  QpBanner *banner;
  GtkStack *stack;
  GtkWidget *drop_zone;
  GtkSpinner *spinner;
  GtkLabel *loading_label;
  GtkPaned *outer;
  GtkPaned *inner;
  QpSidebar *sidebar;
  AdwViewStack *views;
  AdwBin *city_view_bin;
  AdwBin *screen_view_bin;
  AdwBin *figures_view_bin;
  QpPlanView *plan_view;
  QpCityView *city_view;       /* NULL until it is looked at */
  QpScreenView *screen_view;   /* the same */
  QpFiguresView *figures_view; /* the same */
  QpInspector *inspector;
  GtkLabel *status;
  GtkLabel *position;
  GtkWidget *asked_field;      /* the field that was gone to from the plan; weak */

  QpCatalogue *catalogue;
  QpProjectSession *session;
  GSettings *settings;      /* NULL when the schema is not installed */
  GCancellable *loading;    /* while a project is read */
  gboolean saving;
  GFile *save_next;      /* asked for while saving; NULL: nowhere */
  gboolean close_when_saved;
  gboolean show_sidebar;
  gboolean show_inspector;
  gboolean narrow;          /* too narrow for the side bar; see qp-window-panels.c */
  gboolean short_header;    /* too narrow for a header bar with a title */
  gboolean sidebar_when_wide;
};

/* qp-window.c */
QpWindow *qp_window_new_for (GtkApplication *application, QpCatalogue *catalogue, QpProjectSession *session);
void qp_window_set_session (QpWindow *self, QpProjectSession *session);
void qp_window_show_toast (QpWindow *self, const char *text, const char *button, const char *action);
void qp_window_update_title (QpWindow *self);
void qp_window_update_actions (QpWindow *self);
void qp_window_update_history (QpWindow *self);

/* qp-window-file-actions.c */
void qp_window_install_file_actions (GtkWidgetClass *klass);
void qp_window_save (QpWindow *self, gboolean then_close);
gboolean qp_window_ask_before_close (QpWindow *self);
void qp_window_open_project (QpWindow *self, GFile *file);

/* qp-window-import.c */
void qp_window_install_import_actions (GtkWidgetClass *klass);

/* qp-window-choose.c */
void qp_window_install_choose_actions (GtkWidgetClass *klass);

/* qp-money-actions.c */
void qp_window_install_content_actions (GtkWidgetClass *klass);
void qp_window_install_money_actions (GtkWidgetClass *klass);
void qp_window_init_drop (QpWindow *self);
gboolean qp_window_paste_plan (QpWindow *self);

/* qp-window-edit-actions.c */
void qp_window_install_edit_actions (GtkWidgetClass *klass);

/* qp-window-arrange-actions.c */
void qp_window_install_arrange_actions (GtkWidgetClass *klass);
void qp_window_update_arrange_actions (QpWindow *self, guint n_selected);

/* qp-window-plan-actions.c */
void qp_window_install_plan_actions (GtkWidgetClass *klass);

/* qp-depth-actions.c */
void qp_window_install_depth_actions (GtkWidgetClass *klass);

/* qp-view-actions.c */
void qp_window_install_look_actions (GtkWidgetClass *klass);
void qp_window_follow_probe (QpWindow *self);
void qp_window_save_view (QpWindow *self, GFile *file);
void qp_window_export_studio (QpWindow *self, GFile *folder);

/* qp-window-screen-actions.c */
void qp_window_install_screen_actions (GtkWidgetClass *klass);
void qp_window_install_wiring_actions (GtkWidgetClass *klass);

/* qp-paper-actions.c */
void qp_window_install_paper_actions (GtkWidgetClass *klass);

/* qp-window-view-actions.c */
void qp_window_init_menu (QpWindow *self);
void qp_window_install_view_actions (GtkWidgetClass *klass);
const char *qp_window_get_view (QpWindow *self);
void qp_window_set_view (QpWindow *self, const char *view);
void qp_window_make_view (QpWindow *self, const char *view);

/* qp-window-panels.c */
void qp_window_restore_state (QpWindow *self);
void qp_window_keep_state (QpWindow *self);
void qp_window_set_show_sidebar (QpWindow *self, gboolean show);
void qp_window_set_show_inspector (QpWindow *self, gboolean show);
void qp_window_follow_width (QpWindow *self, int width);

/* qp-recent.c */
GtkWidget *qp_recent_popover_new (QpWindow *window);
void qp_recent_add (GFile *file);

/* qp-findings-dialog.c */
void qp_findings_dialog_show (QpWindow *window, const QpFindings *findings);

G_END_DECLS
