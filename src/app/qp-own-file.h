/* qp-own-file.h: files of one's own, catalogues, prices and rules: chosen, added, kept for the next time
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-window.h"

G_BEGIN_DECLS

/**
 * QpOwnFileAdd:
 * @window: a window
 * @file: a file of the user
 * @error: return location for a #GError
 *
 * Checks a file, keeps it, and uses what is in it in all windows.
 *
 * Returns: whether it was added
 */
typedef gboolean (*QpOwnFileAdd) (QpWindow *window, GFile *file, GError **error);

/**
 * QpOwnFileDialog:
 * @parent: window that the dialog belongs to
 * @callback: called when a choice was made; ends with qp_file_dialog_finish()
 * @user_data: for @callback
 *
 * Lets the user choose a file.
 */
typedef void (*QpOwnFileDialog) (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);

/**
 * QpOwnFileChosen:
 * @window: a window with a project
 * @file: what was chosen
 */
typedef void (*QpOwnFileChosen) (QpWindow *window, GFile *file);

gboolean qp_own_file_keep (GFile *file, const char *folder, GError **error);
gboolean qp_own_file_add (QpWindow *window, GFile *file, QpOwnFileAdd add, const char *failure);
void qp_own_file_choose (QpWindow *window, QpOwnFileDialog dialog, QpOwnFileChosen chosen);

G_END_DECLS
