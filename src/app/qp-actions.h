/* qp-actions.h: every action of the program with its keys, in one table
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpActionScope:
 * @QP_ACTION_EVERYWHERE: the key works wherever the focus is
 * @QP_ACTION_OUTSIDE_TEXT: the focused widget has the key first, so that text can be typed, cut and pasted
 *
 * Where a key works.
 */
typedef enum
{
  QP_ACTION_EVERYWHERE,
  QP_ACTION_OUTSIDE_TEXT,
} QpActionScope;

/**
 * QpActionKeys:
 * @action: detailed action name, such as `win.view('plan')`
 * @keys: accelerators; ends with %NULL
 * @scope: where they work
 *
 * Keys of one action.
 */
typedef struct
{
  const char *action;
  const char *keys[4];
  QpActionScope scope;
} QpActionKeys;

guint qp_action_keys_count (void);
const QpActionKeys *qp_action_keys_at (guint index);
void qp_action_keys_install_application (GtkApplication *application);
void qp_action_keys_install_window (GtkWidget *window);

G_END_DECLS
