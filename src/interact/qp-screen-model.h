/* qp-screen-model.h: what new screens are made of
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"

G_BEGIN_DECLS

QpNode *qp_screen_model_new (const QpNode *like, const QpCatalogue *catalogue);

G_END_DECLS
