/* gui-help.h: a window in process, and hands to use it with
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-window.h"
#include "render/qp-style.h"

G_BEGIN_DECLS

int gui_main (int argc, char **argv, void (*add_tests) (void));
GtkApplication *gui_application (void);
void gui_settle (void);
void gui_wait_ms (guint ms);

QpWindow *gui_window_new (void);
void gui_window_gone (QpWindow *window);
QpNode *gui_add (QpWindow *window, QpId parent, QpKind kind);
QpNode *gui_first_plan (QpWindow *window);
QpNode *gui_select_new_screen (QpWindow *window);
QpScreen *gui_screen_now (QpWindow *window);
void gui_type_into (QpWindow *window, const char *field, const char *text);
guint gui_count_pixels (GtkWidget *widget, QpColour colour);
void gui_picture (GtkWindow *window, const char *name, const char *of);
const char *gui_shown_in (QpWindow *window, const char *field);

G_END_DECLS
