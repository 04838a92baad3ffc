/* qp-pages-contents.c: the contents of a document, with the number of the page of each heading
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-pages-private.h"

#define DEEPEST 2        /* level that is listed */
#define NUMBER_ROOM 30.0 /* for the number of a page */
#define GAP_ABOVE 5.0    /* of an entry of the first level */
#define GAP 2.0
#define LEVEL_INDENT 14.0

static void
put_dots (QpPages *self, double x0, double x1, double y)
{
  static const double dash[] = { 0.1, 3 };

  if (self->cr == NULL || x1 - x0 < 6)
    return;
  cairo_save (self->cr);
  qp_set_colour (self->cr, self->style.ink_faint);
  cairo_set_line_width (self->cr, 0.8);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (self->cr, dash, 2, 0);
  cairo_move_to (self->cr, x0, y);
  cairo_line_to (self->cr, x1, y);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
put_entry (QpPages *self, const QpPagesHeading *heading, PangoLayout *layout, double x)
{
  const QpTextFlags flags = heading->level == 1 ? QP_TEXT_STRONG : QP_TEXT_PLAIN;
  g_autofree char *number = g_strdup_printf ("%u", heading->page);
  g_autoptr (PangoLayout) page = qp_pages_layout (self->text, number, flags, NUMBER_ROOM);
  const int last = pango_layout_get_line_count (layout) - 1;
  double width, height, taken;
  PangoRectangle extent;

  pango_layout_set_alignment (page, PANGO_ALIGN_RIGHT);
  qp_pages_begin_link (self, heading->target, NULL);
  qp_pages_put (self, layout, x, self->y, self->style.ink);
  qp_pages_end_link (self, CAIRO_TAG_LINK);
  qp_layout_size (layout, &width, &height);
  qp_pages_lines_within (layout, last, height, &taken);
  qp_pages_put (self, page, self->body.x1 - NUMBER_ROOM, self->y + height - taken, self->style.ink);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, last), NULL, &extent);
  put_dots (self, x + extent.width / (double) PANGO_SCALE + 4, self->body.x1 - NUMBER_ROOM + 8, self->y + height - taken * 0.3);
}

/* all entries, from where the title of the contents ends; returns how many pages they take */
static guint
lay_out (QpPages *self, gboolean put)
{
  guint pages = 1;

  for (guint i = 0; i < self->headings->len; i++)
    {
      const QpPagesHeading *heading = g_ptr_array_index (self->headings, i);
      const double indent = (heading->level - 1) * LEVEL_INDENT;
      double width, height;
      if (heading->level > DEEPEST)
        continue;
      g_autofree char *words = g_strdup_printf ("%s\u2002%s", heading->number, heading->text);
      g_autoptr (PangoLayout) layout
          = qp_pages_layout (self->text, words, heading->level == 1 ? QP_TEXT_STRONG : QP_TEXT_PLAIN,
                             self->body.x1 - self->body.x0 - indent - NUMBER_ROOM - 10);
      qp_layout_size (layout, &width, &height);
      const double gap = self->y > self->body.y0 ? heading->level == 1 ? GAP_ABOVE : GAP : 0;
      if (self->y + gap + height > self->body.y1)
        {
          pages++;
          if (put)
            qp_pages_need (self, self->body.y1 - self->body.y0);
          self->y = self->body.y0;
        }
      else
        self->y += gap;
      if (put && qp_pages_begin (self))
        put_entry (self, heading, layout, self->body.x0 + indent);
      self->y += height;
    }
  return pages;
}

/**
 * qp_pages_contents:
 * @self: a document
 * @title: what stands above them
 *
 * Adds the contents on pages of their own.
 */
void
qp_pages_contents (QpPages *self, const char *title)
{
  double width, height;

  qp_pages_break (self);
  if (!qp_pages_begin (self))
    return;
  self->contents_page = self->page;
  g_autoptr (PangoLayout) layout
      = qp_pages_layout (self->text, title, QP_TEXT_LARGE | QP_TEXT_STRONG, self->body.x1 - self->body.x0);
  qp_layout_size (layout, &width, &height);
  qp_pages_put (self, layout, self->body.x0, self->y, self->style.ink);
  self->y += height + 6;
  if (self->painting)
    lay_out (self, TRUE);
  else
    {
      self->contents_body = self->body;
      self->contents_y = self->y;
    }
  qp_pages_break (self);
}

/**
 * qp_pages_settle_contents:
 * @self: a document that was measured with one page of contents
 *
 * Makes room for as many pages as the contents take: what comes after them moves on.
 */
void
qp_pages_settle_contents (QpPages *self)
{
  if (self->contents_page == 0)
    return;
  self->body = self->contents_body;
  self->y = self->contents_y;
  self->contents_pages = lay_out (self, FALSE);
  self->n_pages += self->contents_pages - 1;
  for (guint i = 0; i < self->headings->len; i++)
    {
      QpPagesHeading *heading = g_ptr_array_index (self->headings, i);
      if (heading->page > self->contents_page)
        heading->page += self->contents_pages - 1;
    }
}
