/* qp-report.h: the planning report: what is planned, for whom, by which rules, at what cost
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/qp-catalogue.h"
#include "exchange/qp-pdf.h"

G_BEGIN_DECLS

/**
 * QpReportSection:
 * @key: its key, for the command line
 * @title: its heading, to be translated
 *
 * A section of the report, which can be left out.
 */
typedef struct
{
  const char *key;
  const char *title;
} QpReportSection;

guint qp_report_section_count (void);
const QpReportSection *qp_report_section_at (guint index);
int qp_report_section_find (const char *key);

/** QP_REPORT_MOST_DETAILED: with more screens, each is a row of tables and has no part and no drawing of its own */
#define QP_REPORT_MOST_DETAILED 40

/**
 * QpReport:
 * @root: the project
 * @catalogue: where cabinets, controllers and players are looked up
 * @rules: (nullable) (element-type QpRules): sets of rules; those that come with the program when %NULL
 * @date: the day of the report, "2026-11-28"; no clock is read for it
 * @paper: index of the size of its paper, see qp_paper_size_at()
 * @left_out: bit 1 << i: section i is left out
 * @told: (nullable): progress
 * @told_data: given to @told
 * @n_pages: (nullable): told how many pages it has
 * @probe: (nullable): told of each text
 * @probe_data: given to @probe
 *
 * A report to be written. Borrowed. Begin with qp_report_init(). Its language is the language of the process.
 */
typedef struct
{
  QpNode *root;
  QpCatalogue *catalogue;
  GPtrArray *rules;
  const char *date;
  guint paper;
  guint64 left_out;
  QpPagesTold told;
  gpointer told_data;
  guint *n_pages;
  QpPagesProbe probe;
  gpointer probe_data;
} QpReport;

void qp_report_init (QpReport *self, QpNode *root, QpCatalogue *catalogue, const char *date);
gboolean qp_report_write (const QpReport *self, const char *path, GCancellable *cancellable, GError **error);
GBytes *qp_report_to_bytes (const QpReport *self, GCancellable *cancellable, GError **error);
GPtrArray *qp_report_to_pages (const QpReport *self, GCancellable *cancellable, GError **error);

G_END_DECLS
