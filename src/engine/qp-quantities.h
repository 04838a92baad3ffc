/* qp-quantities.h: inside the engine: the calculation as a table, and where its inputs are read
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"
#include "engine/qp-shape-figures.h"
#include "engine/qp-wiring-figures.h"

G_BEGIN_DECLS

/* what a screen's inputs are read from, resolved once */
typedef struct
{
  const QpScreen *screen;
  const QpEngineContext *context;
  const QpCabinet *cabinet;       /* nullable */
  const QpController *controller; /* nullable */
  const QpContent *content;       /* nullable */
  const QpPrice *price;           /* nullable: evidence of the catalogue, when the screen has no price of its own */
  QpShapeFigures shape;
  QpWiringFigures wiring; /* routed when first asked for, see qp_sources_wiring() */
} QpSources;

const QpWiringFigures *qp_sources_wiring (const QpSources *self);
void qp_sources_init (QpSources *self, const QpScreen *screen, const QpEngineContext *context);

/**
 * QpReader:
 * @key: quantity that it reads
 * @read: the number; NaN = not known
 * @origin: where the number comes from, in words; transfer full
 *
 * Reads one input of the calculation from the document, the catalogue or a standing assumption.
 */
typedef struct
{
  const char *key;
  double (*read) (const QpSources *sources);
  char *(*origin) (const QpSources *sources);
} QpReader;

const QpReader *qp_reader_find (const char *key);
const QpReader *qp_depth_reader_find (const char *key);     /* qp-sources-depth.c */
const QpReader *qp_light_reader_find (const char *key);     /* qp-sources-light.c */
const QpPrice *qp_price_evidence (const QpCatalogue *catalogue, const char *currency, gint64 environment, double pitch_um);
const QpReader *qp_budget_reader_find (const char *key);    /* qp-sources-budget.c */
const QpReader *qp_structure_reader_find (const char *key); /* qp-sources-structure.c */
char *qp_origin_of_field (QpKind kind, const char *field);
char *qp_origin_of_cabinet (const QpSources *self, const char *own_field);

/* one input of a quantity's formula: a quantity, or a constant */
typedef struct
{
  int quantity; /* -1: constant */
  double constant;
  gboolean word; /* whether the formula wants a word */
} QpFeed;

/* a row with its formula and feeds looked up */
typedef struct
{
  const QpFormula *formula; /* NULL for an input */
  const QpReader *reader;   /* with a formula: what counts instead where it is known */
  guint n_feeds;
  QpFeed feeds[QP_FORMULA_MAX_INPUTS];
} QpStep;

const QpStep *qp_steps (void);
gboolean qp_step_is_read (const QpStep *step, const QpSources *sources);
char *qp_quantity_format_with_unit (guint index, double value);

G_END_DECLS
