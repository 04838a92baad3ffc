/* qp-pages.c: a document of several pages: measured once, then painted page by page
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-pages-private.h"

#include <math.h>

#define MM QP_POINTS_PER_MM
#define MARGIN_SIDE (20 * MM)
#define MARGIN_TOP (12 * MM)
#define MARGIN_FOOT (11 * MM)
#define HEAD_GAP 9.0 /* between head or foot and what is between them */
#define NEARLY 0.01  /* sums of lengths are no exact numbers */

/**
 * qp_pages_paper_size:
 * @paper: index of a size of paper, see qp_paper_size_at()
 * @landscape: whether it lies across
 * @width: (out): its width, points
 * @height: (out): its height, points
 */
void
qp_pages_paper_size (guint paper, gboolean landscape, double *width, double *height)
{
  const QpPaperSize *size = qp_paper_size_at (paper);

  *width = (landscape ? size->height_mm : size->width_mm) * MM;
  *height = (landscape ? size->width_mm : size->height_mm) * MM;
}

static void
heading_free (gpointer data)
{
  QpPagesHeading *self = data;

  g_free (self->number);
  g_free (self->text);
  g_free (self->target);
  g_free (self);
}

/**
 * qp_pages_new:
 * @setup: what all pages have; its texts are borrowed for as long as the document is
 *
 * Returns: (transfer full): a document without pages
 */
QpPages *
qp_pages_new (const QpPageSetup *setup)
{
  QpPages *self = g_new0 (QpPages, 1);

  self->setup = *setup;
  qp_plan_style_init_paper (&self->style, QP_PAGES_BODY_PT);
  self->text = qp_text_new (&self->style);
  QpPlanStyle larger = self->style;
  larger.text_px = QP_PAGES_HEADING_PT;
  self->heading_text = qp_text_new (&larger);
  self->headings = g_ptr_array_new_with_free_func (heading_free);
  self->pending = g_ptr_array_new ();
  return self;
}

/**
 * qp_pages_free:
 * @self: (transfer full) (nullable): a document
 */
void
qp_pages_free (QpPages *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->pending);
  qp_text_free (self->text);
  qp_text_free (self->heading_text);
  g_free (self);
}

/**
 * qp_pages_set_told:
 * @self: a document
 * @told: (nullable): called after each page, while measuring and while painting
 * @data: given to @told
 */
void
qp_pages_set_told (QpPages *self, QpPagesTold told, gpointer data)
{
  self->told = told;
  self->told_data = data;
}

/**
 * qp_pages_set_probe:
 * @self: a document
 * @probe: (nullable): told of each text that is placed while painting
 * @data: given to @probe
 */
void
qp_pages_set_probe (QpPages *self, QpPagesProbe probe, gpointer data)
{
  self->probe = probe;
  self->probe_data = data;
}

/* -- pages -- */

static double
put_furniture (QpPages *self, const char *words, double x, double y, double room, PangoAlignment align)
{
  double width, height;

  if (words == NULL || *words == '\0')
    return 0;
  g_autoptr (PangoLayout) layout = qp_pages_layout (self->text, words, QP_TEXT_SMALL, room);
  pango_layout_set_alignment (layout, align);
  qp_layout_size (layout, &width, &height);
  qp_pages_put (self, layout, x, y, self->style.ink_soft);
  return height;
}

static void
line_across (QpPages *self, double y)
{
  if (self->cr == NULL)
    return;
  qp_set_colour (self->cr, self->style.ink_faint);
  cairo_set_line_width (self->cr, 0.4);
  cairo_move_to (self->cr, self->body.x0, y);
  cairo_line_to (self->cr, self->body.x1, y);
  cairo_stroke (self->cr);
}

/* head and foot take what they need; the rest is for the texts */
static void
put_head_and_foot (QpPages *self)
{
  const double room = self->body.x1 - self->body.x0, half = room * 0.48;
  const double line = qp_text_line (self->text, QP_TEXT_SMALL);
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), self->page, MAX (self->n_pages, self->page));

  const double left = put_furniture (self, self->setup.head, self->body.x0, MARGIN_TOP, half, PANGO_ALIGN_LEFT);
  const double right = put_furniture (self, self->setup.head_end, self->body.x1 - half, MARGIN_TOP, half, PANGO_ALIGN_RIGHT);
  self->body.y0 = MARGIN_TOP + MAX (line, MAX (left, right)) + 3;
  line_across (self, self->body.y0);
  self->body.y0 += HEAD_GAP;

  const double foot = self->height - MARGIN_FOOT - line;
  put_furniture (self, self->setup.foot, self->body.x0, foot, room * 0.7, PANGO_ALIGN_LEFT);
  put_furniture (self, number, self->body.x1 - room * 0.28, foot, room * 0.28, PANGO_ALIGN_RIGHT);
  line_across (self, foot - 3);
  self->body.y1 = foot - 3 - HEAD_GAP;
}

/**
 * qp_pages_begin:
 * @self: a document
 *
 * Begins a page where none is open.
 *
 * Returns: whether texts can be placed; %FALSE once the document was cancelled
 */
gboolean
qp_pages_begin (QpPages *self)
{
  if (qp_pages_is_cancelled (self))
    return FALSE;
  if (self->open)
    return TRUE;
  self->open = TRUE;
  self->page++;
  qp_pages_paper_size (self->setup.paper, self->landscape, &self->width, &self->height);
  if (self->painting && self->sink->begin_page != NULL)
    self->cr = self->sink->begin_page (self->page, self->width, self->height, self->sink_data);
  self->body = (QpBox){ MARGIN_SIDE, MARGIN_TOP + 20, self->width - MARGIN_SIDE, self->height - MARGIN_FOOT - 20 };
  if (!self->bare)
    put_head_and_foot (self);
  self->bare = FALSE;
  self->y = self->body.y0;
  return TRUE;
}

static void
end_page (QpPages *self)
{
  if (!self->open)
    return;
  if (self->cr != NULL && self->sink->end_page != NULL)
    self->sink->end_page (self->page, self->sink_data);
  self->cr = NULL;
  self->open = FALSE;
  if (self->told != NULL)
    self->told (self->page, self->n_pages, self->told_data);
}

/**
 * qp_pages_break:
 * @self: a document
 *
 * What follows begins on a new page; nothing happens where a page has just begun.
 */
void
qp_pages_break (QpPages *self)
{
  if (self->pending->len > 0)
    qp_pages_need (self, 0);
  if (self->open && self->y > self->body.y0)
    end_page (self);
}

/**
 * qp_pages_turn:
 * @self: a document
 * @landscape: whether the pages that follow lie on their long side
 */
void
qp_pages_turn (QpPages *self, gboolean landscape)
{
  if (self->landscape == landscape)
    return;
  qp_pages_break (self);
  if (self->open) /* begun and empty: it is used as it is turned */
    return;
  self->landscape = landscape;
}

/**
 * qp_pages_bare:
 * @self: a document
 *
 * The page that comes next has neither head nor foot: a cover.
 */
void
qp_pages_bare (QpPages *self)
{
  self->bare = TRUE;
}

/**
 * qp_pages_gap:
 * @self: a document
 * @height: points
 *
 * Leaves room before what follows, except at the top of a page.
 */
void
qp_pages_gap (QpPages *self, double height)
{
  if (self->open && self->y > self->body.y0)
    self->y = fmin (self->y + height, self->body.y1);
}

/**
 * qp_pages_space:
 * @self: a document
 * @height: points
 *
 * Leaves room, at the top of a page too.
 */
void
qp_pages_space (QpPages *self, double height)
{
  if (qp_pages_begin (self))
    self->y = fmin (self->y + height, self->body.y1);
}

/**
 * qp_pages_need:
 * @self: a document
 * @height: points
 *
 * Begins a new page where less than @height is left for what follows and for the headings that wait for it, then places
 * those headings.
 */
void
qp_pages_need (QpPages *self, double height)
{
  if (!qp_pages_begin (self))
    return;
  if (self->y > self->body.y0 && self->y + qp_pages_pending_height (self) + height > self->body.y1 + NEARLY)
    {
      end_page (self);
      if (!qp_pages_begin (self))
        return;
    }
  qp_pages_put_pending (self);
}

/* -- what can be asked -- */

/**
 * qp_pages_is_painting:
 * @self: a document
 *
 * Returns: whether it is composed for the second time, when its figures are painted
 */
gboolean
qp_pages_is_painting (const QpPages *self)
{
  return self->painting;
}

/**
 * qp_pages_is_cancelled:
 * @self: a document
 *
 * Returns: whether nobody wants it any more
 */
gboolean
qp_pages_is_cancelled (const QpPages *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/**
 * qp_pages_style:
 * @self: a document
 *
 * Returns: (transfer none): colours and sizes of its texts, for figures that shall look like them
 */
const QpPlanStyle *
qp_pages_style (const QpPages *self)
{
  return &self->style;
}

/**
 * qp_pages_room:
 * @self: a document
 * @width: (out): width for texts, points
 * @height: (out): height for texts of a whole page, points
 */
void
qp_pages_room (QpPages *self, double *width, double *height)
{
  qp_pages_begin (self);
  *width = self->body.x1 - self->body.x0;
  *height = self->body.y1 - self->body.y0;
}

/**
 * qp_pages_left:
 * @self: a document
 *
 * Returns: height that is left on this page, points
 */
double
qp_pages_left (QpPages *self)
{
  qp_pages_begin (self);
  return self->body.y1 - self->y - qp_pages_pending_height (self);
}

/**
 * qp_pages_count:
 * @self: a document that was measured
 *
 * Returns: number of its pages
 */
guint
qp_pages_count (const QpPages *self)
{
  return self->n_pages;
}

/* -- composing -- */

static gboolean
compose_once (QpPages *self, gboolean painting, QpPagesCompose compose, gpointer data, GCancellable *cancellable)
{
  self->painting = painting;
  self->cancellable = cancellable;
  self->landscape = self->setup.landscape;
  self->page = self->n_headings = self->tables = self->figures = self->contents_page = 0;
  self->bare = self->open = FALSE;
  g_ptr_array_set_size (self->pending, 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->counters); i++)
    self->counters[i] = 0;
  compose (self, data);
  if (self->pending->len > 0)
    qp_pages_need (self, 0);
  end_page (self);
  const gboolean whole = !qp_pages_is_cancelled (self);
  self->cancellable = NULL;
  return whole;
}

/**
 * qp_pages_measure:
 * @self: a document
 * @compose: fills it
 * @data: given to @compose
 * @cancellable: (nullable): to give up
 *
 * Finds out how many pages there are and on which of them each heading stands.
 *
 * Returns: whether it was done, not cancelled
 */
gboolean
qp_pages_measure (QpPages *self, QpPagesCompose compose, gpointer data, GCancellable *cancellable)
{
  g_ptr_array_set_size (self->headings, 0);
  self->n_pages = 0;
  self->contents_pages = 0;
  if (!compose_once (self, FALSE, compose, data, cancellable))
    return FALSE;
  self->n_pages = self->page;
  qp_pages_settle_contents (self);
  return TRUE;
}

/**
 * qp_pages_paint:
 * @self: a document that was measured
 * @compose: fills it, with the same as before
 * @data: given to @compose
 * @sink: where the pages go
 * @sink_data: given to the functions of @sink
 * @cancellable: (nullable): to give up
 *
 * Paints the pages that @sink wants.
 *
 * Returns: whether it was done, not cancelled
 */
gboolean
qp_pages_paint (QpPages *self, QpPagesCompose compose, gpointer data, const QpPageSink *sink, gpointer sink_data,
                GCancellable *cancellable)
{
  self->sink = sink;
  self->sink_data = sink_data;
  const gboolean whole = compose_once (self, TRUE, compose, data, cancellable);
  self->sink = NULL;
  return whole;
}
