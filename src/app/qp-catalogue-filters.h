/* qp-catalogue-filters.h: what the catalogue browser is narrowed by
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/qp-catalogue-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_CATALOGUE_FILTERS (qp_catalogue_filters_get_type ())
G_DECLARE_FINAL_TYPE (QpCatalogueFilters, qp_catalogue_filters, QP, CATALOGUE_FILTERS, GtkWidget)

GtkWidget *qp_catalogue_filters_new (void);
QpCatalogueFilter *qp_catalogue_filters_get (QpCatalogueFilters *self);
gboolean qp_catalogue_filters_only_favourites (QpCatalogueFilters *self);
void qp_catalogue_filters_set_environment (QpCatalogueFilters *self, int environment);

G_END_DECLS
