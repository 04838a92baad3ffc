/* qp-store-private.h: limits and helpers that reader and writer share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/qp-store.h"

G_BEGIN_DECLS

/* What is read at most. The text of one attribute or element stays below libxml2's own limit of 10 000 000. */
#define QP_STORE_MAX_BYTES (1 << 30)
#define QP_STORE_MAX_TAGS 4000000
#define QP_STORE_MAX_DEPTH 64
#define QP_STORE_MAX_ATTRIBUTES 1000
#define QP_STORE_MAX_TEXT 9000000
#define QP_STORE_MAX_FINDINGS 1000

/* Embedded files: lines of 76 characters, chunks of at most 1 MiB of text. */
#define QP_STORE_CHUNK_ELEMENT "chunk"
#define QP_STORE_BYTES_PER_LINE 57
#define QP_STORE_LINES_PER_CHUNK 13600

#define QP_STORE_FORMAT_ATTRIBUTE "format"

const char *qp_store_namespace (QpKind root_kind);
gboolean qp_store_is_root (QpKind kind);
const QpField *qp_store_data_field (QpKind kind);

G_END_DECLS
