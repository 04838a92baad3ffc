/* qp-own-catalogues.h: catalogues of one's own in the program: loaded at the start, added from the window
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-window.h"

G_BEGIN_DECLS

QpCatalogue *qp_own_catalogues_load (QpFindings *findings, GError **error);
void qp_own_catalogues_choose (QpWindow *window);
void qp_own_prices_choose (QpWindow *window);
gboolean qp_own_catalogues_add (QpWindow *window, GFile *file);
char *qp_own_key_new (void);

G_END_DECLS
