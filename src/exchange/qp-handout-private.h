/* qp-handout-private.h: inside exchange: the functions that make the documents of the list, and what they read
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"
#include "exchange/qp-handout.h"

G_BEGIN_DECLS

QpHandout *qp_handout_quantities (const QpHandoutSource *source);  /* qp-handout-quantities.c */
QpHandout *qp_handout_application (const QpHandoutSource *source); /* qp-handout-application.c */
QpHandout *qp_handout_siting (const QpHandoutSource *source);      /* qp-handout-siting.c */
QpHandout *qp_handout_acceptance (const QpHandoutSource *source);  /* qp-handout-acceptance.c */
QpHandout *qp_handout_delivery (const QpHandoutSource *source);    /* qp-handout-delivery.c */

/* a screen with all that a document may say of it */
typedef struct
{
  const QpScreen *screen;
  const QpEngineContext *context;
  const QpContent *content; /* nullable */
  const QpCabinet *cabinet; /* nullable */
  const QpPlayer *player;   /* nullable */
  QpEstimate estimate;
} QpHandoutSubject;

/* qp-handout-subject.c */
void qp_handout_subject_init (QpHandoutSubject *self, const QpScreen *screen, const QpEngineContext *context);
const QpFact *qp_handout_subject_fact (const QpHandoutSubject *self, const char *key);
char *qp_handout_label (const char *what);
char *qp_handout_subject_read (const QpHandoutSubject *self, const char *what, char **origin);
void qp_handout_each_screen (const QpHandoutSource *source, QpScreenVisitor visit, gpointer data);
void qp_handout_put_node (QpHandoutTable *table, const QpNode *node);

G_END_DECLS
