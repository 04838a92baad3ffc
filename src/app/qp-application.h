/* qp-application.h: the program
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_APPLICATION (qp_application_get_type ())
G_DECLARE_FINAL_TYPE (QpApplication, qp_application, QP, APPLICATION, AdwApplication)

QpApplication *qp_application_new (void);
void qp_application_set_catalogue (QpApplication *self, QpCatalogue *catalogue);

G_END_DECLS
