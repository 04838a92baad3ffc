/* qp-cabinet-list.h: the catalogue's cabinets, to be searched and chosen from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QP_TYPE_CABINET_LIST (qp_cabinet_list_get_type ())
G_DECLARE_FINAL_TYPE (QpCabinetList, qp_cabinet_list, QP, CABINET_LIST, GtkWidget)

GtkWidget *qp_cabinet_list_new (void);
void qp_cabinet_list_fill (QpCabinetList *self, QpCatalogue *catalogue, const char *current);
char *qp_cabinet_list_subtitle (const QpCabinet *cabinet);

G_END_DECLS
