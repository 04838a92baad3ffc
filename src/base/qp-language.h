/* qp-language.h: texts in another language than that of the program, for the thread that asks
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint qp_language_count (void);
const char *qp_language_at (guint index);
const char *qp_language_name (guint index);

gboolean qp_language_begin (const char *language, GError **error);
void qp_language_end (void);

/* what _(), C_() and ngettext() of qp-i18n.h are */
const char *qp_translate (const char *text) G_GNUC_FORMAT (1);
const char *qp_translate_context (const char *key, gsize text_at);
const char *qp_translate_many (const char *one, const char *many, gulong n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

G_END_DECLS
