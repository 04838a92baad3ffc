/* qp-document.h: a project being worked on: its root, its history, and who is told
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/qp-diff.h"
#include "model/qp-edit.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define QP_TYPE_DOCUMENT (qp_document_get_type ())
G_DECLARE_FINAL_TYPE (QpDocument, qp_document, QP, DOCUMENT, GObject)

QpDocument *qp_document_new (QpNode *root);
QpNode *qp_document_get_root (QpDocument *self);
guint64 qp_document_get_serial (QpDocument *self);

QpNode *qp_document_find (QpDocument *self, QpId id);
QpNode *qp_document_parent (QpDocument *self, QpId id);
QpNode *qp_document_ancestor (QpDocument *self, QpId id, QpKind kind);
int qp_document_position (QpDocument *self, QpId id);

/* one writer: begin, apply, commit */
void qp_document_begin (QpDocument *self, const char *label, const char *merge_key);
gboolean qp_document_apply (QpDocument *self, const QpEdit *edit, GError **error);
gboolean qp_document_apply_all (QpDocument *self, GPtrArray *edits, GError **error);
void qp_document_commit (QpDocument *self);
void qp_document_rollback (QpDocument *self);
gboolean qp_document_in_transaction (QpDocument *self);
gboolean qp_document_run (QpDocument *self, const char *label, const char *merge_key, GPtrArray *edits, GError **error);
void qp_document_end_merge (QpDocument *self);

/* history */
gboolean qp_document_can_undo (QpDocument *self);
gboolean qp_document_can_redo (QpDocument *self);
const char *qp_document_undo_label (QpDocument *self);
const char *qp_document_redo_label (QpDocument *self);
void qp_document_undo (QpDocument *self);
void qp_document_redo (QpDocument *self);
void qp_document_mark_saved (QpDocument *self, QpNode *root);
QpNode *qp_document_get_saved (QpDocument *self);
gboolean qp_document_is_modified (QpDocument *self);
void qp_document_set_memory_limit (QpDocument *self, gsize bytes);
guint qp_document_n_undo (QpDocument *self);

G_END_DECLS
