/* pages-help.c: texts of a document where they stand on its pages
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pages-help.h"

static void
placed_clear (gpointer data)
{
  g_free (((Placed *) data)->text);
}

GArray *
placed_new (void)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (Placed));

  g_array_set_clear_func (self, placed_clear);
  return self;
}

/* a QpPagesProbe */
void
placed_add (guint page, QpBox box, const char *text, gpointer placed)
{
  const Placed one = { page, box, g_strdup (text) };

  g_array_append_val ((GArray *) placed, one);
}

static gboolean
overlap (const Placed *a, const Placed *b)
{
  const double slack = 0.3; /* lines stand close; leading is no ink */

  return a->page == b->page && a->box.x0 + slack < b->box.x1 && b->box.x0 + slack < a->box.x1 && a->box.y0 + slack < b->box.y1
         && b->box.y0 + slack < a->box.y1;
}

/* no two texts of a page lie over each other */
void
placed_assert_apart (const GArray *self)
{
  for (guint i = 0; i < self->len; i++)
    for (guint j = i + 1; j < self->len && placed_text (self, j)->page == placed_text (self, i)->page; j++)
      if (overlap (placed_text (self, i), placed_text (self, j)))
        g_error ("“%.60s” lies over “%.60s” on page %u", placed_text (self, i)->text, placed_text (self, j)->text, placed_text (self, i)->page);
}
