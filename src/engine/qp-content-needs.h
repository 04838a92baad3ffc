/* qp-content-needs.h: what a content profile asks of a screen's equipment, lines and storage, and which players can do it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-content.h"
#include "engine/qp-estimate.h"

G_BEGIN_DECLS

/** QP_CONTENT_NEEDS: most figures of a screen */
#define QP_CONTENT_NEEDS 40

/**
 * QpContentNeeds:
 * @screen: the screen
 * @content: (nullable): its content
 * @values: figures by index; NaN = not known
 *
 * What a screen needs for its content. The figures are a table, as those of an estimate are.
 */
typedef struct
{
  const QpScreen *screen;
  const QpContent *content;
  double values[QP_CONTENT_NEEDS];
} QpContentNeeds;

/**
 * QpContentRaster:
 * @px_w: pixels of the screen across; NaN when not known
 * @px_h: pixels down
 * @w: width of the master, of the profile or else of the screen; NaN when not known
 * @h: its height
 *
 * A screen and its master. The same figures are among its needs; these are quick to find for many screens.
 */
typedef struct
{
  double px_w;
  double px_h;
  double w;
  double h;
} QpContentRaster;

void qp_content_raster_init (QpContentRaster *self, const QpScreen *screen, const QpContent *content, const QpEngineContext *context);
void qp_content_needs_init (QpContentNeeds *self, const QpScreen *screen, const QpContent *content, const QpContentDay *day,
                            const QpEngineContext *context);
guint qp_content_need_count (void);
const char *qp_content_need_key (guint index);
const char *qp_content_need_label (guint index);
const char *qp_content_need_unit (guint index);
const QpFormula *qp_content_need_formula (guint index);
double qp_content_need (const QpContentNeeds *self, const char *key);
char *qp_content_need_text (const QpContentNeeds *self, guint index);
QpExplanation *qp_content_need_explain (const QpContentNeeds *self, guint index);
GPtrArray *qp_content_cards (const QpContentNeeds *self, const QpContentDay *day);

/**
 * QpContentLink:
 * @name: a video interface
 * @timing: which blanking is meant, translated
 * @gbps: rate of the picture on the cable
 * @payload_gbps: what one link carries
 * @links: links that are needed; NaN when not known
 *
 * A way to bring the picture from player to controller.
 */
typedef struct
{
  const char *name;
  const char *timing;
  double gbps;
  double payload_gbps;
  double links;
} QpContentLink;

GArray *qp_content_links (const QpContentNeeds *self);

/**
 * QpContentPlayer:
 * @player: a player of the catalogue
 * @verdict: whether it can play the content
 * @devices: how many in step; NaN when not known
 * @reasons: what it can't do, or what its maker does not state, as sentences in one text
 *
 * A player against the content of a screen.
 */
typedef struct
{
  const QpPlayer *player;
  QpVerdict verdict;
  double devices;
  char *reasons;
} QpContentPlayer;

GArray *qp_content_players (const QpContentNeeds *self, const QpCatalogue *catalogue);

G_END_DECLS
