/* qp-handout-pdf.c: documents made of tables as pages
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-file.h"

#include "exchange/qp-pdf.h"

#include <math.h>
#include <string.h>

#define WIDE 130      /* widths of columns together, from which pages lie on their long side */
#define A4 0 /* see qp_paper_size_at() */
#define A3 1
#define HAND_LETTERS 14 /* of a column that is written in by hand */
#define VERY_WIDE 200 /* and from which the paper is larger */

/* a document with its tables as the page flow takes them */
typedef struct
{
  const QpHandout *handout;
  GPtrArray *tables; /* QpPageTable */
} Job;

static double
width_of (const QpHandoutTable *table)
{
  double width = 0;

  for (guint i = 0; i < table->n_columns; i++)
    width += table->columns[i].grouping ? 0 : table->columns[i].width;
  return width;
}

static double
greatest_width (const QpHandout *handout)
{
  double width = 0;

  for (guint i = 0; i < handout->tables->len; i++)
    width = MAX (width, width_of (handout->tables->pdata[i]));
  return width;
}

static gboolean
is_number_column (const QpHandoutTable *table, guint column)
{
  const guint rows = MIN (qp_handout_n_rows (table), 50);

  for (guint row = 0; row < rows; row++)
    {
      const QpHandoutCell *cell = qp_handout_cell (table, row, column);
      if (!isnan (cell->number) || cell->unknown)
        return TRUE;
      if (cell->text != NULL)
        return FALSE;
    }
  return FALSE;
}

/* "Site · Screen" of a row, from the columns that make lines above rows */
static char *
group_of (const QpHandoutTable *table, guint row)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const QpHandoutCell *cell = qp_handout_cell (table, row, i);
      if (table->columns[i].grouping && cell->text != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", cell->text);
    }
  return g_string_free (words, FALSE);
}

/* columns that nothing stands in are to be written in by hand */
static gboolean
is_empty_column (const QpHandoutTable *table, guint column)
{
  for (guint row = 0; row < qp_handout_n_rows (table); row++)
    {
      const QpHandoutCell *cell = qp_handout_cell (table, row, column);
      if (cell->text != NULL || cell->unknown || !isnan (cell->number))
        return FALSE;
    }
  return qp_handout_n_rows (table) > 0;
}

/* with spaces that no line ends in, where the column needs room for a hand */
static char *
title_of (const QpHandoutTable *table, guint column)
{
  GString *title = g_string_new (_ (table->columns[column].title));

  for (glong n = g_utf8_strlen (title->str, -1); is_empty_column (table, column) && n < HAND_LETTERS; n++)
    g_string_append (title, "\u00a0");
  return g_string_free (title, FALSE);
}

static QpPageTable *
begin_table (const QpHandoutTable *table)
{
  char aligns[QP_PAGE_MAX_COLUMNS + 1] = "";
  char *titles[QP_PAGE_MAX_COLUMNS];
  guint n = 0;

  for (guint i = 0; i < table->n_columns && n < QP_PAGE_MAX_COLUMNS; i++)
    if (!table->columns[i].grouping)
      {
        aligns[n] = is_number_column (table, i) ? 'r' : 'l';
        titles[n++] = title_of (table, i);
      }
  QpPageTable *made = qp_page_table_new (aligns, NULL);
  for (guint i = 0; i < n; i++)
    made->titles[i] = titles[i];
  made->headed = TRUE;
  return made;
}

static void
add_row (QpPageTable *made, const QpHandoutTable *table, guint row)
{
  char *texts[QP_PAGE_MAX_COLUMNS] = { NULL };
  guint n = 0;

  for (guint i = 0; i < table->n_columns && n < QP_PAGE_MAX_COLUMNS; i++)
    if (!table->columns[i].grouping)
      texts[n++] = qp_handout_cell_text (qp_handout_cell (table, row, i));
  qp_page_table_add_texts (made, (const char *const *) texts, n);
  for (guint i = 0; i < n; i++)
    g_free (texts[i]);
}

static QpPageTable *
make_table (const QpHandoutTable *table)
{
  QpPageTable *made = begin_table (table);
  g_autofree char *before = g_strdup ("");

  for (guint row = 0; row < qp_handout_n_rows (table); row++)
    {
      g_autofree char *group = group_of (table, row);
      if (strcmp (group, before) != 0)
        {
          qp_page_table_group (made, group);
          g_free (before);
          before = g_strdup (group);
        }
      add_row (made, table, row);
    }
  return made;
}

static void
compose (QpPages *pages, gpointer data)
{
  const Job *job = data;
  const QpHandout *handout = job->handout;

  qp_pages_title (pages, handout->title);
  qp_pages_subtitle (pages, handout->subtitle);
  for (guint i = 0; i < handout->notes->len; i++)
    qp_pages_paragraph (pages, handout->notes->pdata[i]);
  for (guint i = 0; i < handout->tables->len; i++)
    {
      const QpHandoutTable *table = handout->tables->pdata[i];
      if (handout->tables->len > 1)
        qp_pages_heading (pages, 1, table->title);
      if (table->note != NULL)
        qp_pages_note (pages, table->note);
      if (qp_handout_n_rows (table) > 0)
        qp_pages_table (pages, NULL, job->tables->pdata[i]);
      else
        qp_pages_note (pages, _ ("Nothing of this is planned yet."));
    }
}

static void
on_page (guint page, guint total, gpointer data)
{
  const QpPlanWatch *watch = data;

  if (total > 0)
    watch->progress ((double) page / total, watch->data);
}

/**
 * qp_handout_to_pdf:
 * @self: a document
 * @watch: (nullable): told how far it is; may stop it
 * @error: return location
 *
 * Pages of A4, upright or across, or of A3 across where the columns ask for it; sites and screens are lines above their rows.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set
 */
GBytes *
qp_handout_to_pdf (const QpHandout *self, const QpPlanWatch *watch, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_page_table_free);
  const double width = greatest_width (self);
  Job job = { self, tables };

  for (guint i = 0; i < self->tables->len; i++)
    g_ptr_array_add (tables, make_table (self->tables->pdata[i]));
  const QpPdf document
      = { .setup = { .paper = width >= VERY_WIDE ? A3 : A4, .landscape = width >= WIDE, .head = self->subtitle, .head_end = self->title },
          .compose = compose,
          .compose_data = &job,
          .title = self->title,
          .subject = self->subtitle,
          .told = watch == NULL || watch->progress == NULL ? NULL : on_page,
          .told_data = (gpointer) watch };
  return qp_pdf_to_bytes (&document, watch == NULL ? NULL : watch->cancellable, error);
}
