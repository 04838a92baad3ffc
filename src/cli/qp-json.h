/* qp-json.h: writes one JSON text, value by value
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-finding.h"
#include "model/qp-node.h"

G_BEGIN_DECLS

/**
 * QpJson:
 *
 * A JSON text being written. Every call takes the key of the value, or %NULL inside an array and for the outermost
 * value. What is not known is written as `null`.
 */
typedef struct _QpJson QpJson;

QpJson *qp_json_new (void);
void qp_json_free (QpJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpJson, qp_json_free)

void qp_json_begin_object (QpJson *self, const char *key);
void qp_json_end_object (QpJson *self);
void qp_json_begin_array (QpJson *self, const char *key);
void qp_json_end_array (QpJson *self);
void qp_json_null (QpJson *self, const char *key);
void qp_json_string (QpJson *self, const char *key, const char *value);
void qp_json_number (QpJson *self, const char *key, double value);
void qp_json_integer (QpJson *self, const char *key, gint64 value);
void qp_json_boolean (QpJson *self, const char *key, gboolean value);
void qp_json_raw (QpJson *self, const char *key, const char *json);
void qp_json_print (QpJson *self);

/* nodes, by their field tables (qp-json-node.c) */
void qp_json_id (QpJson *self, const char *key, QpId id);
void qp_json_fields (QpJson *self, const QpNode *node);
void qp_json_tree (QpJson *self, const char *key, const QpNode *node);
void qp_json_finding (QpJson *self, const QpFinding *finding);

G_END_DECLS
