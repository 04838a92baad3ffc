/* qp-reader-private.h: what the files of the reader share
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/qp-base64.h"
#include "store/qp-reader-findings.h"
#include "store/qp-store-private.h"
#include "store/qp-xml-problem.h"

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* an element that is being read */
typedef struct
{
  QpNode *node;
  GPtrArray *children; /* nodes, NULL until the first */
  QpForeign *foreign;  /* NULL until the first */
  GString *words;      /* text that should not be there, NULL until the first */
  guint64 tag;
  guint64 last_tag; /* the latest tag read in it */
  QpBase64 data;
  gboolean data_is_bad;
} QpReaderFrame;

/* a reference to another node, checked when all ids are known */
typedef struct
{
  guint64 tag;
  QpKind kind;
  const QpField *field;
  QpId id;
} QpReaderRef;

typedef struct
{
  GBytes *bytes;
  xmlTextReader *xml;
  QpXmlProblem problem;
  QpReaderFindings *findings;
  QpKind root_kind;
  guint minor; /* minor format version of the file */
  guint64 tag; /* number of the latest tag */
  gboolean too_deep;

  GArray *frames; /* QpReaderFrame, the root first */
  QpNode *root;
  GHashTable *ids; /* QpId in a node → its QpKind */
  GArray *refs;    /* QpReaderRef */

  /* names as the XML reader interns them, so that pointers can be compared */
  const xmlChar *elements[QP_N_KINDS];
  const xmlChar **fields[QP_N_KINDS];
  const xmlChar *id_name;
  const xmlChar *format_name;
  const xmlChar *chunk_name;
  xmlChar *value; /* text of an attribute that is not in one piece */
} QpReader;

static inline QpReaderFrame *
qp_reader_top (QpReader *self)
{
  return self->frames->len == 0 ? NULL : &g_array_index (self->frames, QpReaderFrame, self->frames->len - 1);
}

void qp_reader_count_tag (QpReader *self);
gboolean qp_reader_is_newer (const QpReader *self);
const xmlChar *qp_reader_intern (QpReader *self, const char *text);
char *qp_reader_excerpt (const char *text);
QpForeign *qp_reader_foreign (QpReaderFrame *frame);

void qp_reader_read_attributes (QpReader *self, QpReaderFrame *frame);
void qp_reader_check_refs (QpReader *self);

void qp_reader_keep_element (QpReader *self, QpReaderFrame *frame, QpKind known_as);
void qp_reader_keep_text (QpReader *self, QpReaderFrame *frame);
void qp_reader_finish_text (QpReaderFrame *frame);
void qp_reader_keep_comment (QpReader *self, QpReaderFrame *frame);
void qp_reader_read_chunk (QpReader *self, QpReaderFrame *frame);
void qp_reader_finish_data (QpReader *self, QpReaderFrame *frame);

G_END_DECLS
