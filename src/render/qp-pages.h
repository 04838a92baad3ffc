/* qp-pages.h: a document of several pages laid out: headings, paragraphs, tables, figures, contents
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-geometry.h"
#include "render/qp-page-table.h"
#include "render/qp-paper.h"
#include "render/qp-style.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QpPages:
 *
 * A document while it is laid out. It is composed twice: measured, so that numbers of pages are known, then painted page
 * by page. Belongs to one thread.
 */
typedef struct _QpPages QpPages;

/**
 * QpPageSink:
 * @begin_page: a page begins, numbered from 1; size in points. Gives the context it is painted on, borrowed until
 *   @end_page; %NULL where nobody wants this page
 * @end_page: the page is done; only for pages that were wanted
 * @outline: (nullable): a heading for the outline; @level from 1, @target the name of a place that a link can lead to
 * @tagged: whether the contexts take tags of cairo: links and their targets
 *
 * Where pages go: a PDF, a printer, a test.
 */
typedef struct
{
  cairo_t *(*begin_page) (guint page, double width, double height, gpointer data);
  void (*end_page) (guint page, gpointer data);
  void (*outline) (guint level, const char *title, const char *target, gpointer data);
  gboolean tagged;
} QpPageSink;

/**
 * QpPageSetup:
 * @paper: index of the size of the paper, see qp_paper_size_at()
 * @landscape: whether pages lie on their long side, unless qp_pages_turn() says otherwise
 * @head: (nullable): text at the left of each head: the project
 * @head_end: (nullable): text at its right: what document it is
 * @foot: (nullable): text at the left of each foot: revision and date; the number of the page stands at its right
 *
 * What all pages have.
 */
typedef struct
{
  guint paper;
  gboolean landscape;
  const char *head;
  const char *head_end;
  const char *foot;
} QpPageSetup;

/**
 * QpPagesCompose:
 * @pages: the document
 * @data: as given
 *
 * Fills a document. Called twice, and has to do the same both times.
 */
typedef void (*QpPagesCompose) (QpPages *pages, gpointer data);

/**
 * QpPagesTold:
 * @page: pages done
 * @total: of how many; 0 while they are counted
 * @data: as given
 */
typedef void (*QpPagesTold) (guint page, guint total, gpointer data);

void qp_pages_paper_size (guint paper, gboolean landscape, double *width, double *height);
QpPages *qp_pages_new (const QpPageSetup *setup);
void qp_pages_free (QpPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPages, qp_pages_free)
void qp_pages_set_told (QpPages *self, QpPagesTold told, gpointer data);
gboolean qp_pages_measure (QpPages *self, QpPagesCompose compose, gpointer data, GCancellable *cancellable);
gboolean qp_pages_paint (QpPages *self, QpPagesCompose compose, gpointer data, const QpPageSink *sink, gpointer sink_data,
                         GCancellable *cancellable);
guint qp_pages_count (const QpPages *self);

/* what composing can ask and do */
gboolean qp_pages_is_painting (const QpPages *self);
gboolean qp_pages_is_cancelled (const QpPages *self);
const QpPlanStyle *qp_pages_style (const QpPages *self);
void qp_pages_room (QpPages *self, double *width, double *height);
double qp_pages_left (QpPages *self);
void qp_pages_break (QpPages *self);
void qp_pages_turn (QpPages *self, gboolean landscape);
void qp_pages_bare (QpPages *self);
void qp_pages_space (QpPages *self, double height);
void qp_pages_need (QpPages *self, double height);

/* texts (qp-pages-text.c) */
void qp_pages_title (QpPages *self, const char *text);
void qp_pages_subtitle (QpPages *self, const char *text);
void qp_pages_heading (QpPages *self, guint level, const char *text);
void qp_pages_paragraph (QpPages *self, const char *text);
void qp_pages_note (QpPages *self, const char *text);
void qp_pages_item (QpPages *self, const char *text);
void qp_pages_source (QpPages *self, const char *text, const char *uri);
void qp_pages_contents (QpPages *self, const char *title);

/* tables (qp-pages-table.c) */
void qp_pages_table (QpPages *self, const char *caption, const QpPageTable *table);

/**
 * QpPagePainter:
 * @cr: a context whose origin is the upper left corner of the figure
 * @width: width of the figure, points
 * @height: its height, points
 * @data: as given
 *
 * Paints a figure. Called while the page is painted, never while it is measured.
 */
typedef void (*QpPagePainter) (cairo_t *cr, double width, double height, gpointer data);

/* figures (qp-pages-figure.c) */
void qp_pages_figure (QpPages *self, const char *caption, double height, QpPagePainter painter, gpointer data);
void qp_pages_figure_pair (QpPages *self, double height, const char *caption_a, QpPagePainter painter_a, gpointer data_a,
                           const char *caption_b, QpPagePainter painter_b, gpointer data_b);

/**
 * QpPagesProbe:
 * @page: number of the page, from 1
 * @box: where a text stands, points
 * @text: the text
 * @data: as given
 *
 * Told of each text while a document is measured: tests look whether any two overlap.
 */
typedef void (*QpPagesProbe) (guint page, QpBox box, const char *text, gpointer data);
void qp_pages_set_probe (QpPages *self, QpPagesProbe probe, gpointer data);

G_END_DECLS
