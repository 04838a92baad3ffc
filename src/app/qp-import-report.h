/* qp-import-report.h: what was read of a plan and what was not, in plain words
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *qp_import_report_new (const QpPlanSource *source);

G_END_DECLS
