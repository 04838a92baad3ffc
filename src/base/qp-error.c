/* qp-error.c: the error domain
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-error.h"

G_DEFINE_QUARK (qp-error-quark, qp_error)
