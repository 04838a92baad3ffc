/* qp-i18n.h: marking and translating of texts, for every layer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "config.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

void qp_set_up_language (void);

G_END_DECLS
