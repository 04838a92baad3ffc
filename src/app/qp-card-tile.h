/* qp-card-tile.h: one result as a card: large number, meaning, verdict
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *qp_verdict_icon (QpVerdict verdict);
const char *qp_verdict_css (QpVerdict verdict);
const char *qp_verdict_word (QpVerdict verdict);
GtkWidget *qp_verdict_chip_new (QpVerdict verdict);

#define QP_TYPE_CARD_TILE (qp_card_tile_get_type ())
G_DECLARE_FINAL_TYPE (QpCardTile, qp_card_tile, QP, CARD_TILE, GtkWidget)

/**
 * QpCardExplain:
 * @tile: a card that somebody asks about
 * @data: as given
 */
typedef void (*QpCardExplain) (QpCardTile *tile, gpointer data);

void qp_card_tiles_show (GtkFlowBox *box, GPtrArray *cards, QpCardExplain explain, gpointer data);
guint qp_card_tile_quantity (QpCardTile *self);
GtkWidget *qp_card_tile_button (QpCardTile *self);

G_END_DECLS
