/* qp-handout-private.h: inside exchange: the functions that make the documents of the list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-handout.h"

G_BEGIN_DECLS

QpHandout *qp_handout_quantities (const QpHandoutSource *source); /* qp-handout-quantities.c */

G_END_DECLS
