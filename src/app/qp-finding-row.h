/* qp-finding-row.h: a finding as a row of a list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-finding.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *qp_finding_row_new (const QpFinding *finding);

G_END_DECLS
