/* qp-compat.h: the few calls that newer GTK and libadwaita do differently
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* choose a file: finishes with the file, or NULL without an error when the user changed their mind */
void qp_file_dialog_open (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
void qp_file_dialog_import (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
void qp_file_dialog_export (GtkWindow *parent, const char *title, const char *name, GFile *folder,
                            GAsyncReadyCallback callback, gpointer user_data);
void qp_file_dialog_catalogue (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
void qp_file_dialog_prices (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
void qp_file_dialog_rules (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
void qp_file_dialog_save (GtkWindow *parent, const char *name, GFile *folder, GAsyncReadyCallback callback,
                          gpointer user_data);
void qp_file_dialog_folder (GtkWindow *parent, const char *title, GAsyncReadyCallback callback, gpointer user_data);
GFile *qp_file_dialog_finish (GAsyncResult *result, GError **error);

/**
 * QpAsk:
 * @id: id of the response
 * @label: its button
 * @appearance: how the button looks
 *
 * One answer that a question offers; the list ends with a %NULL id. The first one is what closing means.
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} QpAsk;

/* called once with the id of the answer */
typedef void (*QpAnswer) (const char *answer, gpointer user_data);

void qp_ask (GtkWindow *parent, const char *heading, const char *body, const QpAsk *answers, const char *preferred,
             QpAnswer answer, gpointer user_data);
void qp_tell (GtkWindow *parent, const char *heading, const char *body);
void qp_show_about (GtkWindow *parent);

G_END_DECLS
