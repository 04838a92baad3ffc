/* qp-catalogue.h: cabinets, controllers, players and prices that can be chosen
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-finding.h"
#include "model/qp-kinds.h"

G_BEGIN_DECLS

/**
 * QpCatalogue:
 *
 * An immutable, reference-counted set of catalogue documents with an index by key. Safe to read in any thread.
 */
typedef struct _QpCatalogue QpCatalogue;

QpCatalogue *qp_catalogue_new (QpNode *const *roots, guint n_roots);
QpCatalogue *qp_catalogue_ref (QpCatalogue *self);
void qp_catalogue_unref (QpCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpCatalogue, qp_catalogue_unref)

/* the built-in data/catalogue files, compiled in: nothing depends on where the program is installed */
QpCatalogue *qp_catalogue_load_builtin (QpFindings *findings, GError **error);
QpNode *qp_catalogue_read (GBytes *bytes, QpFindings *findings, GError **error);
QpCatalogue *qp_catalogue_with_project (QpCatalogue *self, const QpNode *project);

/* catalogues of one's own */
QpCatalogue *qp_catalogue_with_own (QpCatalogue *self, const QpNode *root);
GPtrArray *qp_catalogue_own_roots (const QpCatalogue *self);
QpNode *qp_catalogue_own_record (const QpCatalogue *self, QpKind kind, const char *key);
QpNode *qp_catalogue_read_sound (GBytes *bytes, QpFindings *findings, guint *n_refused, GError **error);
char *qp_catalogue_user_folder (void);
QpCatalogue *qp_catalogue_with_folder (QpCatalogue *self, const char *folder, QpFindings *findings);

const QpCabinet *qp_catalogue_cabinet (const QpCatalogue *self, const char *key);
const QpController *qp_catalogue_controller (const QpCatalogue *self, const char *key);
const QpPlayer *qp_catalogue_player (const QpCatalogue *self, const char *key);
GPtrArray *qp_catalogue_nodes (const QpCatalogue *self, QpKind kind); /* a new reference, sorted */

void qp_catalogue_check (const QpNode *root, QpFindings *findings);
void qp_catalogue_check_text (const QpNode *root, GBytes *bytes, QpFindings *findings);
void qp_catalogue_check_all (const QpCatalogue *self, QpFindings *findings);

/* effective pitch: cabinet size ÷ pixels, in mm; NaN when not known */
double qp_cabinet_pitch_h_mm (const QpCabinet *self);
double qp_cabinet_pitch_v_mm (const QpCabinet *self);
char *qp_cabinet_title (const QpCabinet *self); /* "Cinstar BT6 · P6.67 · 960×960 mm" */
gboolean qp_cabinet_has_words (const QpCabinet *self, const char *needle);

G_END_DECLS
