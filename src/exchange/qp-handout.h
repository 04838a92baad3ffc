/* qp-handout.h: a document that is handed over as tables: quantities, application, siting pack, acceptance, …
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a document says is made once, as plain cells; the writers put it into CSV, XLSX and PDF (qp-handout-file.h). A new
 * document is one function that fills tables and one row in qp-handout-list.c.
 */
#pragma once

#include "catalogue/qp-catalogue.h"
#include "plans/qp-plan-source.h"

G_BEGIN_DECLS

/**
 * QpHandoutColumn:
 * @key: heading in CSV, the same in every language
 * @title: translatable heading for people
 * @width: how wide it is beside others, about the letters of an ordinary cell
 * @grouping: whether equal cells that follow each other become one line above their rows where people read it
 *
 * A column. Tables borrow them: they are static.
 */
typedef struct
{
  const char *key;
  const char *title;
  double width;
  gboolean grouping;
} QpHandoutColumn;

/**
 * QpHandoutCell:
 * @text: (nullable): words; %NULL for a number and for an empty cell
 * @number: the number; NaN for words, for an empty cell and for what is not known
 * @decimals: decimals shown of the number
 * @unknown: whether it is a number that is not known: words for people, empty for programs
 *
 * A cell. Words are borrowed from the document.
 */
typedef struct
{
  const char *text;
  double number;
  guint8 decimals;
  guint8 unknown;
} QpHandoutCell;

/**
 * QpHandoutTable:
 * @key: name in CSV, where a document has several
 * @title: heading, translated; owned
 * @note: (nullable): what stands under the heading, translated; owned
 * @columns: its columns
 * @n_columns: how many
 * @cells: (element-type QpHandoutCell): row after row
 *
 * A table.
 */
typedef struct
{
  const char *key;
  char *title;
  char *note;
  const QpHandoutColumn *columns;
  guint n_columns;
  GArray *cells;
  GStringChunk *texts; /* of the document */
} QpHandoutTable;

/**
 * QpHandout:
 * @title: what it is, translated; owned
 * @subtitle: of what and when; owned
 * @notes: (element-type utf8): sentences under the title: what it rests on, what has to be checked
 * @tables: (element-type QpHandoutTable): its tables
 *
 * A document.
 */
typedef struct
{
  char *title;
  char *subtitle;
  GPtrArray *notes;
  GPtrArray *tables;
  GStringChunk *texts;
} QpHandout;

QpHandout *qp_handout_new (const char *title, const QpNode *project, const char *today);
void qp_handout_free (QpHandout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpHandout, qp_handout_free)

void qp_handout_add_note (QpHandout *self, const char *note);
QpHandoutTable *qp_handout_add_table (QpHandout *self, const char *key, const char *title, const QpHandoutColumn *columns,
                                      guint n_columns);

void qp_handout_put (QpHandoutTable *self, const char *text);
void qp_handout_put_number (QpHandoutTable *self, double number, guint decimals);
void qp_handout_end_row (QpHandoutTable *self);

guint qp_handout_n_rows (const QpHandoutTable *self);
const QpHandoutCell *qp_handout_cell (const QpHandoutTable *self, guint row, guint column);
char *qp_handout_cell_text (const QpHandoutCell *self);

/* -- the documents (qp-handout-list.c) -- */

/**
 * QpHandoutSource:
 * @project: the project
 * @catalogue: where cabinets are looked up
 * @rules: (nullable) (element-type QpNode): sets of rules, for documents that quote them
 * @today: (nullable): the day, "2026-11-28"
 * @watch: (nullable): told how far it is; where it stops the work, the document is not whole
 *
 * What documents are made from. Borrowed; all of it immutable, so that a document can be made in a thread.
 */
typedef struct
{
  QpNode *project;
  QpCatalogue *catalogue;
  GPtrArray *rules;
  const char *today;
  const QpPlanWatch *watch;
} QpHandoutSource;

/**
 * QpHandoutInfo:
 * @key: name on the command line
 * @title: translatable title
 * @about: translatable sentence: what it is for
 * @make: makes it; transfer full
 *
 * A document that can be made.
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *about;
  QpHandout *(*make) (const QpHandoutSource *source);
} QpHandoutInfo;

guint qp_handout_count (void);
const QpHandoutInfo *qp_handout_at (guint index);
const QpHandoutInfo *qp_handout_find (const char *key);

G_END_DECLS
