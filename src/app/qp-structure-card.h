/* qp-structure-card.h: weight, wind and hang points of a screen, as an estimate to be signed
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define QP_TYPE_STRUCTURE_CARD (qp_structure_card_get_type ())
G_DECLARE_FINAL_TYPE (QpStructureCard, qp_structure_card, QP, STRUCTURE_CARD, GtkWidget)

GtkWidget *qp_structure_card_new (QpProjectSession *session);
void qp_structure_card_show (QpStructureCard *self, QpNode *screen);
const char *qp_structure_card_sentence (QpStructureCard *self);
const char *qp_structure_card_value (QpStructureCard *self, const char *key);

G_END_DECLS
