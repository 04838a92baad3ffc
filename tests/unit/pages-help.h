/* pages-help.h: texts of a document where they stand on its pages
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-pages.h"

G_BEGIN_DECLS

typedef struct
{
  guint page;
  QpBox box;
  char *text;
} Placed;

#define placed_text(self, i) (&g_array_index ((self), Placed, i))

GArray *placed_new (void);
void placed_add (guint page, QpBox box, const char *text, gpointer placed);
void placed_assert_apart (const GArray *self);

G_END_DECLS
