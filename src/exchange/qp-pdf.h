/* qp-pdf.h: a document of several pages as PDF, written page by page
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/qp-pages.h"

G_BEGIN_DECLS

/**
 * QpPdf:
 * @setup: paper, head and foot
 * @compose: fills the document; called twice
 * @compose_data: given to @compose
 * @title: (nullable): metadata
 * @author: (nullable): metadata
 * @subject: (nullable): metadata
 * @keywords: (nullable): metadata
 * @date: (nullable): when it was made, "2026-11-28" or with a time of day as in ISO 8601; no clock is read for it
 * @told: (nullable): progress
 * @told_data: given to @told
 * @n_pages: (nullable): told how many pages it has
 * @probe: (nullable): told of each text
 * @probe_data: given to @probe
 *
 * A document to be written. Borrowed.
 */
typedef struct
{
  QpPageSetup setup;
  QpPagesCompose compose;
  gpointer compose_data;
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *date;
  QpPagesTold told;
  gpointer told_data;
  guint *n_pages;
  QpPagesProbe probe;
  gpointer probe_data;
} QpPdf;

gboolean qp_pdf_write_stream (const QpPdf *self, GOutputStream *stream, GCancellable *cancellable, GError **error);
gboolean qp_pdf_write (const QpPdf *self, const char *path, GCancellable *cancellable, GError **error);
GBytes *qp_pdf_to_bytes (const QpPdf *self, GCancellable *cancellable, GError **error);
GPtrArray *qp_pdf_to_pages (const QpPdf *self, GCancellable *cancellable, GError **error);

G_END_DECLS
