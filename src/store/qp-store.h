/* qp-store.h: projects in and out of XML, and safely to disk
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-error.h"
#include "base/qp-finding.h"
#include "model/qp-kinds.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define QP_PROJECT_NAMESPACE "urn:qianping:project"
#define QP_CATALOGUE_NAMESPACE "urn:qianping:catalogue"
#define QP_RULES_NAMESPACE "urn:qianping:rules"
#define QP_FORMAT_MAJOR 1
#define QP_FORMAT_MINOR 3

QpNode *qp_store_read (GBytes *bytes, QpKind root_kind, QpFindings *findings, GError **error);
GBytes *qp_store_write (const QpNode *root);

/**
 * QpFileState:
 *
 * What the file looked like when it was read or written last; to notice that someone else changed it.
 */
typedef struct
{
  char *etag;
} QpFileState;

void qp_file_state_clear (QpFileState *self);

QpNode *qp_store_load (GFile *file, QpFindings *findings, QpFileState *state, GError **error);
gboolean qp_store_save (GFile *file, const QpNode *root, QpFileState *state, gboolean overwrite_changed, GError **error);

G_END_DECLS
