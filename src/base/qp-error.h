/* qp-error.h: what can fail, as GError
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define QP_ERROR (qp_error_quark ())

/**
 * QpError:
 * @QP_ERROR_READ: the file can't be read
 * @QP_ERROR_NOT_XML: the text is not well-formed XML
 * @QP_ERROR_NOT_OURS: the file is XML, but no Qianping file
 * @QP_ERROR_TOO_NEW: a newer major format version
 * @QP_ERROR_LIMIT: larger or deeper than allowed, or with a document type
 * @QP_ERROR_INVALID: an argument or a value is not allowed
 * @QP_ERROR_NOT_FOUND: no such node, quantity, model, …
 * @QP_ERROR_CHANGED: the file was changed by someone else meanwhile
 * @QP_ERROR_WRITE: the file can't be written; the old file is untouched
 *
 * Codes of the %QP_ERROR domain.
 */
typedef enum
{
  QP_ERROR_READ,
  QP_ERROR_NOT_XML,
  QP_ERROR_NOT_OURS,
  QP_ERROR_TOO_NEW,
  QP_ERROR_LIMIT,
  QP_ERROR_INVALID,
  QP_ERROR_NOT_FOUND,
  QP_ERROR_CHANGED,
  QP_ERROR_WRITE,
} QpError;

GQuark qp_error_quark (void);

G_END_DECLS
