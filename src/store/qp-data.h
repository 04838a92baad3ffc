/* qp-data.h: the files that are built into the program: catalogue, schemas, sample projects
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *qp_data_file (const char *path, GError **error);
GBytes *qp_data_sample (const char *language, GError **error);
char **qp_data_list (const char *folder);

G_END_DECLS
