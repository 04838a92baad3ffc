/* qp-import-scale.h: how large the drawing of an imported plan is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QpImportScale:
 *
 * Emits `changed` when the user chose another scale.
 */
#define QP_TYPE_IMPORT_SCALE (qp_import_scale_get_type ())
G_DECLARE_FINAL_TYPE (QpImportScale, qp_import_scale, QP, IMPORT_SCALE, GtkWidget)

void qp_import_scale_set_source (QpImportScale *self, const QpPlanSource *source);
void qp_import_scale_choose (QpImportScale *self, double metres_per_unit);
void qp_import_scale_choose_calibration (QpImportScale *self);
double qp_import_scale_metres_per_unit (QpImportScale *self);
gboolean qp_import_scale_calibrates (QpImportScale *self);
gboolean qp_import_scale_is_valid (QpImportScale *self);
void qp_import_scale_show_size (QpImportScale *self, double width_m, double height_m);

G_END_DECLS
