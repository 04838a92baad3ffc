/* qp-loader.h: reading a project in a thread, so that the window goes on
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/qp-store.h"

G_BEGIN_DECLS

/**
 * QpLoaded:
 * @root: the project
 * @findings: what was wrong with the file
 * @state: what the file looked like
 * @file: (nullable): the file, %NULL for the built-in sample
 *
 * What came of reading a project.
 */
typedef struct
{
  QpNode *root;
  QpFindings *findings;
  QpFileState state;
  GFile *file;
} QpLoaded;

void qp_loaded_free (QpLoaded *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpLoaded, qp_loaded_free)

void qp_load_file_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void qp_load_sample_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
QpLoaded *qp_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
