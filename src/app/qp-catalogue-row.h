/* qp-catalogue-row.h: a cabinet of the catalogue as the browser lists it
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-project-session.h"

G_BEGIN_DECLS

/**
 * QpCatalogueColumn:
 *
 * The columns of the browser, from left to right.
 */
typedef enum
{
  QP_CATALOGUE_NAME,
  QP_CATALOGUE_PITCH,
  QP_CATALOGUE_SIZE,
  QP_CATALOGUE_PIXELS,
  QP_CATALOGUE_LUMINANCE,
  QP_CATALOGUE_IP,
  QP_CATALOGUE_WEIGHT,
  QP_CATALOGUE_POWER,
  QP_CATALOGUE_PRICE,
  QP_CATALOGUE_DEPTH,
  QP_CATALOGUE_SERVICE,
  QP_CATALOGUE_GRADE,
  QP_N_CATALOGUE_COLUMNS,
} QpCatalogueColumn;

#define QP_TYPE_CATALOGUE_ROW (qp_catalogue_row_get_type ())
G_DECLARE_FINAL_TYPE (QpCatalogueRow, qp_catalogue_row, QP, CATALOGUE_ROW, GObject)

QpCatalogueRow *qp_catalogue_row_new (const QpCabinet *cabinet, const QpEngineContext *context);
const QpCabinet *qp_catalogue_row_cabinet (QpCatalogueRow *self);
double qp_catalogue_row_number (QpCatalogueRow *self, QpCatalogueColumn column);
char *qp_catalogue_row_text (QpCatalogueRow *self, QpCatalogueColumn column);
const char *qp_catalogue_column_title (QpCatalogueColumn column);

/**
 * QpCatalogueFilter:
 * @needle: words that must occur in maker, series or model, case folded
 * @environment: index of qp_values_environment, or −1 for all; so the other choices
 * @least_pitch: mm; NaN for no bound; so the other bounds
 * @only: (nullable): only cabinets whose keys are in here
 *
 * What the browser shows. A cabinet whose maker does not publish a figure does not pass a bound on it.
 */
typedef struct
{
  char *needle;
  int environment;
  int application;
  int technology;
  int service;
  double least_pitch;
  double most_pitch;
  double least_luminance;
  int least_ip;
  double most_weight;
  double most_price;
  double most_depth;
  GHashTable *only;
} QpCatalogueFilter;

void qp_catalogue_filter_init (QpCatalogueFilter *self);
void qp_catalogue_filter_clear (QpCatalogueFilter *self);
gboolean qp_catalogue_filter_passes (const QpCatalogueFilter *self, QpCatalogueRow *row);

G_END_DECLS
