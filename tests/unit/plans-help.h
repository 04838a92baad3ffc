/* plans-help.h: plan files made on the spot, and what tests of them need
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plans/qp-plan-source.h"

GBytes *bytes_of (const char *text);
QpPlanSource *open_text (const char *text, const char *file_name);
void refuse_bytes (GBytes *bytes, const char *file_name, int code, const char *word);
void refuse_text (const char *text, const char *file_name, int code, const char *word);
guint32 pixel_of (cairo_surface_t *surface, int x, int y);
cairo_surface_t *paint_source (const QpPlanSource *source, const char *hidden_layers, int side, QpPlanLook look);
GBytes *pdf_with_pages (guint n_pages);
