/* qp-pages-private.h: inside the layout of pages
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-pages.h"
#include "render/qp-text.h"

G_BEGIN_DECLS

#define QP_PAGES_BODY_PT 9.5    /* size of the texts */
#define QP_PAGES_HEADING_PT 11.5 /* of headings below the first level */

/* a heading, as it was met while the document was measured */
typedef struct
{
  guint level;
  guint page;
  char *number;
  char *text;
  char *target; /* name of the place in links */
} QpPagesHeading;

struct _QpPages
{
  const QpPageSink *sink;
  gpointer sink_data;
  GCancellable *cancellable;
  QpPagesTold told;
  gpointer told_data;
  QpPagesProbe probe;
  gpointer probe_data;

  QpPageSetup setup;
  QpPlanStyle style;
  QpText *text;
  QpText *heading_text;

  gboolean painting; /* whether this is the second time */
  cairo_t *cr;       /* of this page; NULL while it is measured or not wanted */
  guint page;        /* this one, from 1; 0 before the first */
  guint n_pages;     /* of all, once measured */
  gboolean open;
  gboolean bare; /* the page that comes has neither head nor foot */
  gboolean landscape;
  double width; /* of this page */
  double height;
  QpBox body; /* where its texts may stand */
  double y;   /* where the next one goes */

  GPtrArray *headings; /* QpPagesHeading, by measuring */
  guint n_headings;    /* met this time */
  GPtrArray *pending;  /* those that wait for what they head; borrowed */
  guint counters[3];
  guint tables;
  guint figures;
  guint contents_page;  /* where the contents begin; 0: none */
  guint contents_pages; /* how many pages they take */
  QpBox contents_body;  /* where they stand on their first page */
  double contents_y;
};

gboolean qp_pages_begin (QpPages *self);
void qp_pages_gap (QpPages *self, double height);
double qp_pages_pending_height (QpPages *self);
void qp_pages_put_pending (QpPages *self);
void qp_pages_settle_contents (QpPages *self);

/* lines of a layout at a place of the page; returns the height they take */
double qp_pages_put_lines (QpPages *self, PangoLayout *layout, int first, int n, double x, double y, QpColour colour);
void qp_pages_put (QpPages *self, PangoLayout *layout, double x, double y, QpColour colour);
int qp_pages_lines_within (PangoLayout *layout, int first, double height, double *taken);
PangoLayout *qp_pages_layout (QpText *text, const char *words, QpTextFlags flags, double width);

void qp_pages_begin_target (QpPages *self, const char *target);
void qp_pages_begin_link (QpPages *self, const char *target, const char *uri);
void qp_pages_end_link (QpPages *self, const char *tag);

G_END_DECLS
