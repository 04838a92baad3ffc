/* qp-i18n.h: marking and translating of texts, for every layer
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "config.h"

#include "base/qp-language.h"

#include <glib/gi18n-lib.h>

/* by way of the thread, which may speak another language than the program */
#undef _
#undef C_
#undef ngettext
#define _(text) ((char *) qp_translate (text))
#define C_(context, text) qp_translate_context (context "\004" text, sizeof context)
#define ngettext(one, many, n) qp_translate_many (one, many, n)

G_BEGIN_DECLS

void qp_set_up_language (void);
const char *qp_locale_folder (void);

G_END_DECLS
