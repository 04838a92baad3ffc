/* qp-mark.h: the state of a screen as icon, word and colour
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpMark:
 * @QP_MARK_NONE: nothing to say
 * @QP_MARK_FINE: all that is checked is met
 * @QP_MARK_UNKNOWN: too little is known to say
 * @QP_MARK_WARNING: something should be looked at
 * @QP_MARK_ERROR: something can't be right
 *
 * The state of a screen as the tree shows it.
 */
typedef enum
{
  QP_MARK_NONE,
  QP_MARK_FINE,
  QP_MARK_UNKNOWN,
  QP_MARK_WARNING,
  QP_MARK_ERROR,
} QpMark;

const char *qp_mark_icon (QpMark mark);
const char *qp_mark_word (QpMark mark);
const char *qp_mark_css (QpMark mark);

G_END_DECLS
