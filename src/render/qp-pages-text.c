/* qp-pages-text.c: headings, paragraphs and contents on pages
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-pages-private.h"

#include <math.h>

#define LEVELS 3
#define INDENT 12.0       /* of a list */
#define CHAPTER_ROOM 0.35 /* of a page that a heading of the first level wants beneath it */

/* -- lines -- */

/**
 * qp_pages_layout:
 * @text: a maker of texts
 * @words: a text
 * @flags: size and weight
 * @width: width at which its lines break
 *
 * Returns: (transfer full): the whole text, broken into lines between words, within a word where one is too long
 */
PangoLayout *
qp_pages_layout (QpText *text, const char *words, QpTextFlags flags, double width)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autoptr (GString) whole = g_string_new (valid);
  /* a thin space stands within a number or before its unit: no line ends there */
  g_string_replace (whole, "\u2009", "\u202f", 0);
  PangoLayout *layout = qp_text_layout (text, whole->str, flags);

  pango_layout_set_width (layout, MAX (1, (int) ceil (width * PANGO_SCALE)));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/**
 * qp_pages_lines_within:
 * @layout: a text
 * @first: its first line that counts
 * @height: points
 * @taken: (out): what those lines take
 *
 * Returns: how many of its lines fit into @height
 */
int
qp_pages_lines_within (PangoLayout *layout, int first, double height, double *taken)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int line = 0, n = 0;
  double top = 0;

  *taken = 0;
  do
    {
      int y0, y1;
      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (line == first)
        top = y0 / (double) PANGO_SCALE;
      if (line >= first && y1 / (double) PANGO_SCALE - top > height + 0.01)
        break;
      if (line >= first)
        {
          *taken = y1 / (double) PANGO_SCALE - top;
          n++;
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return n;
}

static void
tell_probe (QpPages *self, PangoLayout *layout, QpBox box)
{
  if (self->painting && self->probe != NULL && box.x1 > box.x0)
    self->probe (self->page, box, pango_layout_get_text (layout), self->probe_data);
}

/**
 * qp_pages_put_lines:
 * @self: a document
 * @layout: a text
 * @first: its first line to be placed
 * @n: how many lines
 * @x: left edge, points
 * @y: upper edge of the first line, points
 * @colour: colour
 *
 * Returns: the height that the lines take
 */
double
qp_pages_put_lines (QpPages *self, PangoLayout *layout, int first, int n, double x, double y, QpColour colour)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  QpBox box = QP_BOX_EMPTY;
  int line = 0, top = 0, bottom = 0;

  if (self->cr != NULL)
    qp_set_colour (self->cr, colour);
  do
    {
      int y0, y1;
      PangoRectangle extent;
      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (line == first)
        top = y0;
      if (line++ < first)
        continue;
      if (line > first + n)
        break;
      bottom = y1;
      pango_layout_iter_get_line_extents (iter, NULL, &extent);
      const double left = x + extent.x / (double) PANGO_SCALE;
      box = qp_box_union (box, (QpBox){ left, y + (y0 - top) / (double) PANGO_SCALE, left + extent.width / (double) PANGO_SCALE,
                                        y + (y1 - top) / (double) PANGO_SCALE });
      if (self->cr == NULL)
        continue;
      cairo_move_to (self->cr, left, y + (pango_layout_iter_get_baseline (iter) - top) / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  if (self->cr != NULL)
    cairo_new_path (self->cr);
  tell_probe (self, layout, box);
  return (bottom - top) / (double) PANGO_SCALE;
}

/**
 * qp_pages_put:
 * @self: a document
 * @layout: a text, all of whose lines are placed
 * @x: left edge, points
 * @y: upper edge, points
 * @colour: colour
 */
void
qp_pages_put (QpPages *self, PangoLayout *layout, double x, double y, QpColour colour)
{
  if (*pango_layout_get_text (layout) != '\0')
    qp_pages_put_lines (self, layout, 0, G_MAXINT / 2, x, y, colour);
}

/* -- links -- */

static gboolean
takes_tags (const QpPages *self)
{
  return self->cr != NULL && self->sink->tagged;
}

/**
 * qp_pages_begin_target:
 * @self: a document
 * @target: name of a place that links lead to; ends with qp_pages_end_link()
 */
void
qp_pages_begin_target (QpPages *self, const char *target)
{
  if (!takes_tags (self))
    return;
  g_autofree char *attributes = g_strdup_printf ("name='%s'", target);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
}

/**
 * qp_pages_begin_link:
 * @self: a document
 * @target: (nullable): name of a place in the document
 * @uri: (nullable): or an address outside of it
 */
void
qp_pages_begin_link (QpPages *self, const char *target, const char *uri)
{
  if (!takes_tags (self))
    return;
  g_autofree char *safe = uri != NULL ? g_uri_escape_string (uri, ":/?#[]@!$&()*+,;=%", FALSE) : NULL;
  g_autofree char *attributes = uri != NULL ? g_strdup_printf ("uri='%s'", safe) : g_strdup_printf ("dest='%s'", target);
  /* cairo 1.16 leaves a hole in the table of objects where a link stands in no paragraph */
  cairo_tag_begin (self->cr, "P", NULL);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

/**
 * qp_pages_end_link:
 * @self: a document
 * @tag: what was begun
 */
void
qp_pages_end_link (QpPages *self, const char *tag)
{
  if (!takes_tags (self))
    return;
  cairo_tag_end (self->cr, tag);
  if (g_str_equal (tag, CAIRO_TAG_LINK))
    cairo_tag_end (self->cr, "P");
}

/* -- titles and headings -- */

static void
put_whole (QpPages *self, QpText *text, const char *words, QpTextFlags flags, double gap, QpColour colour)
{
  double width, height;

  if (!qp_pages_begin (self))
    return;
  g_autoptr (PangoLayout) layout = qp_pages_layout (text, words, flags, self->body.x1 - self->body.x0);
  qp_layout_size (layout, &width, &height);
  qp_pages_need (self, gap + height);
  qp_pages_gap (self, gap);
  qp_pages_put (self, layout, self->body.x0, self->y, colour);
  self->y += height;
}

/**
 * qp_pages_title:
 * @self: a document
 * @text: its title
 */
void
qp_pages_title (QpPages *self, const char *text)
{
  put_whole (self, self->text, text, QP_TEXT_TITLE | QP_TEXT_STRONG, 8, self->style.ink);
}

/**
 * qp_pages_subtitle:
 * @self: a document
 * @text: what stands beneath its title
 */
void
qp_pages_subtitle (QpPages *self, const char *text)
{
  put_whole (self, self->text, text, QP_TEXT_LARGE, 6, self->style.ink_soft);
}

static const struct
{
  double above;
  double below;
} heading_gaps[LEVELS] = { { 24, 6 }, { 15, 3 }, { 10, 2 } };

static PangoLayout *
heading_layout (QpPages *self, const QpPagesHeading *heading)
{
  g_autofree char *words = g_strdup_printf ("%s\u2002%s", heading->number, heading->text);
  QpText *text = heading->level == 2 ? self->heading_text : self->text;

  return qp_pages_layout (text, words, heading->level == 1 ? QP_TEXT_LARGE | QP_TEXT_STRONG : QP_TEXT_STRONG,
                          self->body.x1 - self->body.x0);
}

static char *
next_number (QpPages *self, guint level)
{
  GString *number = g_string_new (NULL);

  self->counters[level - 1]++;
  for (guint i = level; i < LEVELS; i++)
    self->counters[i] = 0;
  for (guint i = 0; i < level; i++)
    g_string_append_printf (number, i == 0 ? "%u" : ".%u", self->counters[i]);
  return g_string_free (number, FALSE);
}

/* measuring makes it, painting finds it again */
static QpPagesHeading *
met_heading (QpPages *self, guint level, const char *text)
{
  g_autofree char *number = next_number (self, level);

  if (self->painting && self->n_headings < self->headings->len)
    return g_ptr_array_index (self->headings, self->n_headings++);
  QpPagesHeading *heading = g_new0 (QpPagesHeading, 1);
  heading->level = level;
  heading->number = g_steal_pointer (&number);
  heading->text = g_strdup (text);
  heading->target = g_strdup_printf ("section-%u", self->n_headings++);
  g_ptr_array_add (self->headings, heading);
  return heading;
}

/**
 * qp_pages_heading:
 * @self: a document
 * @level: 1 to 3
 * @text: the heading, without its number
 *
 * Adds a heading with its number. It is placed together with what comes after it.
 */
void
qp_pages_heading (QpPages *self, guint level, const char *text)
{
  if (!qp_pages_begin (self))
    return;
  if (level == 1 && self->pending->len == 0 && self->body.y1 - self->y < (self->body.y1 - self->body.y0) * CHAPTER_ROOM)
    qp_pages_break (self);
  if (qp_pages_begin (self))
    g_ptr_array_add (self->pending, met_heading (self, level, text));
}

/**
 * qp_pages_pending_height:
 * @self: a document
 *
 * Returns: what the headings need that wait for what comes after them
 */
double
qp_pages_pending_height (QpPages *self)
{
  double all = 0, width, height;

  for (guint i = 0; i < self->pending->len; i++)
    {
      const QpPagesHeading *heading = g_ptr_array_index (self->pending, i);
      g_autoptr (PangoLayout) layout = heading_layout (self, heading);
      qp_layout_size (layout, &width, &height);
      all += heading_gaps[heading->level - 1].above + height + heading_gaps[heading->level - 1].below;
    }
  return all;
}

static void
put_heading (QpPages *self, QpPagesHeading *heading)
{
  g_autoptr (PangoLayout) layout = heading_layout (self, heading);
  double width, height;

  qp_layout_size (layout, &width, &height);
  qp_pages_gap (self, heading_gaps[heading->level - 1].above);
  qp_pages_begin_target (self, heading->target);
  qp_pages_put (self, layout, self->body.x0, self->y, self->style.ink);
  qp_pages_end_link (self, CAIRO_TAG_DEST);
  self->y += height + heading_gaps[heading->level - 1].below;
  if (!self->painting)
    heading->page = self->page;
  else if (self->sink->outline != NULL)
    self->sink->outline (heading->level, pango_layout_get_text (layout), heading->target, self->sink_data);
}

/**
 * qp_pages_put_pending:
 * @self: a document with room for its waiting headings
 */
void
qp_pages_put_pending (QpPages *self)
{
  for (guint i = 0; i < self->pending->len; i++)
    put_heading (self, g_ptr_array_index (self->pending, i));
  g_ptr_array_set_size (self->pending, 0);
}

/* -- paragraphs -- */

/* no single line of a paragraph stands alone before or after the end of a page */
static void
flow (QpPages *self, const char *words, QpTextFlags flags, double indent, const char *bullet, double gap, QpColour colour)
{
  double taken;

  if (words == NULL || *words == '\0' || !qp_pages_begin (self))
    return;
  g_autoptr (PangoLayout) layout = qp_pages_layout (self->text, words, flags, self->body.x1 - self->body.x0 - indent);
  const int n = pango_layout_get_line_count (layout);
  const double line = qp_text_line (self->text, flags);
  qp_pages_need (self, gap + MIN (n, n <= 3 ? n : 2) * line);
  qp_pages_gap (self, gap);
  if (bullet != NULL)
    {
      g_autoptr (PangoLayout) mark = qp_pages_layout (self->text, bullet, flags, indent);
      qp_pages_put (self, mark, self->body.x0, self->y, colour);
    }
  for (int first = 0; first < n && qp_pages_begin (self);)
    {
      int fits = qp_pages_lines_within (layout, first, self->body.y1 - self->y, &taken);
      if (first + fits == n - 1 && fits > 2)
        fits--;
      if (fits == 0 && self->y > self->body.y0)
        {
          qp_pages_need (self, self->body.y1 - self->body.y0);
          continue;
        }
      fits = MAX (1, fits);
      self->y += qp_pages_put_lines (self, layout, first, fits, self->body.x0 + indent, self->y, colour);
      first += fits;
      if (first < n)
        qp_pages_need (self, self->body.y1 - self->body.y0);
    }
}

/**
 * qp_pages_paragraph:
 * @self: a document
 * @text: (nullable): a paragraph
 */
void
qp_pages_paragraph (QpPages *self, const char *text)
{
  flow (self, text, QP_TEXT_PLAIN, 0, NULL, 5, self->style.ink);
}

/**
 * qp_pages_note:
 * @self: a document
 * @text: (nullable): a remark in smaller letters: where a number is from, what is not in a sum
 */
void
qp_pages_note (QpPages *self, const char *text)
{
  flow (self, text, QP_TEXT_SMALL, 0, NULL, 4, self->style.ink_soft);
}

/**
 * qp_pages_item:
 * @self: a document
 * @text: (nullable): one of a list
 */
void
qp_pages_item (QpPages *self, const char *text)
{
  flow (self, text, QP_TEXT_PLAIN, INDENT, "•", 3, self->style.ink);
}

/**
 * qp_pages_source:
 * @self: a document
 * @text: what a source is called
 * @uri: (nullable): where it can be read
 *
 * Adds a source to a list of them.
 */
void
qp_pages_source (QpPages *self, const char *text, const char *uri)
{
  double width, height;

  if (uri == NULL || *uri == '\0' || !qp_pages_begin (self))
    {
      qp_pages_item (self, text);
      return;
    }
  qp_pages_item (self, text);
  g_autoptr (PangoLayout) layout = qp_pages_layout (self->text, uri, QP_TEXT_SMALL, self->body.x1 - self->body.x0 - INDENT);
  qp_layout_size (layout, &width, &height);
  qp_pages_need (self, height);
  qp_pages_begin_link (self, NULL, uri);
  qp_pages_put (self, layout, self->body.x0 + INDENT, self->y, self->style.audience_ink);
  qp_pages_end_link (self, CAIRO_TAG_LINK);
  self->y += height;
}
