/* qp-pages-figure.c: figures on pages, with their captions
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-pages-private.h"

#include <math.h>

#define GAP 8.0     /* above a figure */
#define CAPTION 3.0 /* between a figure and its caption */
#define BETWEEN 12.0 /* two figures side by side */

static PangoLayout *
caption_layout (QpPages *self, const char *caption, double width)
{
  self->figures++;
  g_autofree char *words = g_strdup_printf (_ ("Figure %u: %s"), self->figures, caption);

  return qp_pages_layout (self->text, words, QP_TEXT_SMALL | QP_TEXT_STRONG, width);
}

static void
paint (QpPages *self, double x, double width, double height, QpPagePainter painter, gpointer data)
{
  if (self->cr == NULL)
    return;
  cairo_save (self->cr);
  cairo_translate (self->cr, x, self->y);
  cairo_rectangle (self->cr, 0, 0, width, height);
  cairo_clip (self->cr);
  cairo_new_path (self->cr);
  painter (self->cr, width, height, data);
  cairo_restore (self->cr);
}

static double
height_of (PangoLayout *layout)
{
  double width, height;

  qp_layout_size (layout, &width, &height);
  return height;
}

/**
 * qp_pages_figure:
 * @self: a document
 * @caption: (nullable): what it shows; it gets its number
 * @height: its height, points; less where a page has not so much
 * @painter: paints it, as wide as the texts
 * @data: given to @painter
 *
 * Adds a figure and its caption, together on one page.
 */
void
qp_pages_figure (QpPages *self, const char *caption, double height, QpPagePainter painter, gpointer data)
{
  if (!qp_pages_begin (self))
    return;
  const double width = self->body.x1 - self->body.x0;
  g_autoptr (PangoLayout) layout = caption != NULL ? caption_layout (self, caption, width) : NULL;
  const double beneath = layout != NULL ? CAPTION + height_of (layout) : 0;
  const double most = self->body.y1 - self->body.y0 - beneath - qp_pages_pending_height (self);

  height = fmin (height, most);
  qp_pages_need (self, GAP + height + beneath);
  if (!qp_pages_begin (self))
    return;
  qp_pages_gap (self, fmin (GAP, self->body.y1 - self->y - height - beneath));
  paint (self, self->body.x0, width, height, painter, data);
  if (layout != NULL)
    qp_pages_put (self, layout, self->body.x0, self->y + height + CAPTION, self->style.ink_soft);
  self->y += height + beneath;
}

/**
 * qp_pages_figure_pair:
 * @self: a document
 * @height: height of both, points
 * @caption_a: what the left one shows
 * @painter_a: paints it
 * @data_a: given to @painter_a
 * @caption_b: what the right one shows
 * @painter_b: paints it
 * @data_b: given to @painter_b
 *
 * Adds two figures side by side.
 */
void
qp_pages_figure_pair (QpPages *self, double height, const char *caption_a, QpPagePainter painter_a, gpointer data_a,
                      const char *caption_b, QpPagePainter painter_b, gpointer data_b)
{
  if (!qp_pages_begin (self))
    return;
  const double width = (self->body.x1 - self->body.x0 - BETWEEN) / 2;
  const double right = self->body.x0 + width + BETWEEN;
  g_autoptr (PangoLayout) a = caption_layout (self, caption_a, width), b = caption_layout (self, caption_b, width);
  const double beneath = CAPTION + fmax (height_of (a), height_of (b));

  qp_pages_need (self, GAP + height + beneath);
  if (!qp_pages_begin (self))
    return;
  qp_pages_gap (self, GAP);
  paint (self, self->body.x0, width, height, painter_a, data_a);
  paint (self, right, width, height, painter_b, data_b);
  qp_pages_put (self, a, self->body.x0, self->y + height + CAPTION, self->style.ink_soft);
  qp_pages_put (self, b, right, self->y + height + CAPTION, self->style.ink_soft);
  self->y += height + beneath;
}
