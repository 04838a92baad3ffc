/* qp-catalogue-browser.h: the cabinets of the catalogue, filtered, sorted, compared and used
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_CATALOGUE_BROWSER (qp_catalogue_browser_get_type ())
G_DECLARE_FINAL_TYPE (QpCatalogueBrowser, qp_catalogue_browser, QP, CATALOGUE_BROWSER, AdwWindow)

QpCatalogueBrowser *qp_catalogue_browser_new (GtkWindow *parent, QpProjectSession *session, GSettings *settings);
guint qp_catalogue_browser_n_shown (QpCatalogueBrowser *self);
void qp_catalogue_browser_select (QpCatalogueBrowser *self, const char *key, gboolean together);
void qp_catalogue_browser_use (QpCatalogueBrowser *self);

G_END_DECLS
