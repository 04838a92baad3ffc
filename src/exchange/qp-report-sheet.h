/* qp-report-sheet.h: tables that several sections of the report have: overviews, pairs of values, calculation sheets
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/qp-report-private.h"
#include "exchange/qp-wiring-file.h"

G_BEGIN_DECLS

/**
 * QpReportPairs:
 *
 * A table that has two names with their values in a row, so that many short values take half the height.
 */
typedef struct
{
  QpPageTable *table;
  char *heading; /* of the rows to come, until there is one */
  char *label;   /* of a pair that waits for its neighbour */
  char *value;
  QpPageMark mark;
} QpReportPairs;

void qp_report_pairs_init (QpReportPairs *self, gboolean numbers);
void qp_report_pairs_heading (QpReportPairs *self, const char *heading);
void qp_report_pairs_add (QpReportPairs *self, const char *label, const char *value, QpPageMark mark);
void qp_report_pairs_put (QpReportPairs *self, QpPages *pages, const char *caption);

/**
 * QpReportSheet:
 * @pairs: the table
 * @sources: where its formulas are from, each once
 * @results: how many of its values are results, and no mere inputs
 *
 * A calculation sheet: all results that are known, and the texts that their formulas stand in.
 */
typedef struct
{
  QpReportPairs pairs;
  GPtrArray *sources;
  guint results;
} QpReportSheet;

void qp_report_sheet_init (QpReportSheet *self);
void qp_report_sheet_add (QpReportSheet *self, const QpReportScreen *screen, guint quantity);
void qp_report_sheet_put (QpReportSheet *self, QpPages *pages);

void qp_report_group_sheet (QpPages *pages, const QpReportScreen *screen, const QpResultGroup *groups, guint n);
void qp_report_overview (QpPages *pages, QpReportData *data, const char *caption, const char *const *keys, guint n);
void qp_report_wiring_parts (QpPages *pages, const QpWiring *wiring, gboolean power);
void qp_report_wiring_figure (QpPages *pages, const QpWiring *wiring, gboolean power);
QpPageMark qp_report_mark (QpVerdict verdict);

G_END_DECLS
