/* qp-page-table.h: the texts of a table before it is laid out on pages
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QpPageMark:
 * @QP_PAGE_MARK_NONE: a plain text
 * @QP_PAGE_MARK_GOOD: meets: a tick before it
 * @QP_PAGE_MARK_BAD: fails: a cross before it
 * @QP_PAGE_MARK_OPEN: not known: a ring before it
 * @QP_PAGE_MARK_NOTE: something to be told: a dot before it
 *
 * The verdict of a cell; told by shape and word, so that it is seen without colours too.
 */
typedef enum
{
  QP_PAGE_MARK_NONE,
  QP_PAGE_MARK_GOOD,
  QP_PAGE_MARK_BAD,
  QP_PAGE_MARK_OPEN,
  QP_PAGE_MARK_NOTE,
} QpPageMark;

/**
 * QpPageRowKind:
 * @QP_PAGE_ROW_PLAIN: a row
 * @QP_PAGE_ROW_GROUP: a heading across all columns for the rows after it; only its first text counts
 * @QP_PAGE_ROW_SUM: a sum of the rows before it
 *
 * What a row is.
 */
typedef enum
{
  QP_PAGE_ROW_PLAIN,
  QP_PAGE_ROW_GROUP,
  QP_PAGE_ROW_SUM,
} QpPageRowKind;

/**
 * QpPageCell:
 * @text: (nullable): its text
 * @mark: its verdict
 */
typedef struct
{
  char *text;
  QpPageMark mark;
} QpPageCell;

/** QP_PAGE_MAX_COLUMNS: most columns of a table */
#define QP_PAGE_MAX_COLUMNS 16

/**
 * QpPageTable:
 * @n_columns: columns
 * @aligns: of each: l, c or r; in capitals where its texts are strong
 * @titles: (nullable): head of each; %NULL for a table without a head
 * @rows: rows
 *
 * A table. Build it with the functions, read it through the struct.
 */
typedef struct
{
  guint n_columns;
  char aligns[QP_PAGE_MAX_COLUMNS + 1];
  char *titles[QP_PAGE_MAX_COLUMNS];
  gboolean headed;
  GArray *rows; /* QpPageRowKind of each */
  GArray *cells;
} QpPageTable;

QpPageTable *qp_page_table_new (const char *aligns, ...) G_GNUC_NULL_TERMINATED;
void qp_page_table_free (QpPageTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPageTable, qp_page_table_free)
void qp_page_table_add (QpPageTable *self, ...) G_GNUC_NULL_TERMINATED;
void qp_page_table_add_texts (QpPageTable *self, const char *const *texts, guint n);
void qp_page_table_group (QpPageTable *self, const char *text);
void qp_page_table_sum (QpPageTable *self, ...) G_GNUC_NULL_TERMINATED;
void qp_page_table_make_sum (QpPageTable *self);
void qp_page_table_mark (QpPageTable *self, guint column, QpPageMark mark);
guint qp_page_table_length (const QpPageTable *self);
QpPageRowKind qp_page_table_kind (const QpPageTable *self, guint row);
const QpPageCell *qp_page_table_cell (const QpPageTable *self, guint row, guint column);

G_END_DECLS
