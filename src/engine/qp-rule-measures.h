/* qp-rule-measures.h: inside the engine: the quantities that rules speak of
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-light.h"
#include "engine/qp-rules.h"
#include "engine/qp-shape.h"

G_BEGIN_DECLS

/* a screen with all that rules may look at */
typedef struct
{
  const QpScreen *screen;
  const QpEngineContext *context;
  const QpCabinet *cabinet; /* nullable */
  const QpContent *content; /* nullable */
  QpEstimate estimate;
  QpShape shape;
  gboolean has_shape;
  GHashTable *known; /* quantity → QpMeasure: what was found already */
  QpLight *light; /* found when first asked for, unless the context has it */
} QpRuleCase;

void qp_rule_case_init (QpRuleCase *self, const QpScreen *screen, const QpEngineContext *context);
void qp_rule_case_clear (QpRuleCase *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpRuleCase, qp_rule_case_clear)

/* a number, or a word; neither when it is not known */
typedef struct
{
  double number; /* NaN: none */
  double second; /* of a pair, as a raster or hours; NaN: none */
  char *word;    /* owned; NULL: none */
} QpMeasure;

void qp_measure_clear (QpMeasure *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpMeasure, qp_measure_clear)
gboolean qp_measure_is_known (const QpMeasure *self);

void qp_rule_measure (const QpRuleCase *self, const char *quantity, QpMeasure *measure);
char *qp_rule_missing (const char *quantity);

/* qp-rules.c: of two names the one in the language of the program */
const char *qp_in_rule_language (const char *name, const char *local_name);
/* qp-rule-demands.c: words of the lists of choices by their labels */
char *qp_rule_words_label (const char *words);

/* qp-rule-texts.c */
gboolean qp_rule_read_pair (const char *text, char sign, double *first, double *second);
gboolean qp_rule_read_hours (const char *text, double *from, double *to);
void qp_rule_read_fact (const QpNode *node, const char *quantity, QpMeasure *measure);

/* qp-rule-places.c: distances on the plan; NaN when there is nothing to measure */
double qp_rule_viewer_distance (const QpRuleCase *self, gboolean nearest);
double qp_rule_home_distance (const QpRuleCase *self);
double qp_rule_spacing (const QpRuleCase *self);

/* qp-rule-light.c: light at windows, lx; NaN when not known */
double qp_rule_window_lx (const QpRuleCase *self, gboolean after_curfew);

G_END_DECLS
