/* qp-studio.h: a folder with all that a content studio needs for a screen with depth
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"
#include "plans/qp-plan-source.h"

G_BEGIN_DECLS

gboolean qp_studio_check (const QpScreen *screen, const QpCatalogue *catalogue, GError **error);
gboolean qp_studio_write (GFile *folder, const QpScreen *screen, const QpNode *plan, const QpCatalogue *catalogue,
                          gboolean transparent, const QpPlanWatch *watch, GError **error);

G_END_DECLS
