/* qp-xml-problem.h: what libxml2 finds wrong with a text, in our words
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/**
 * QpXmlProblem:
 * @line: where the first problem was found; 0 when there was none
 * @words: (nullable): what is wrong
 *
 * The first thing that made a text malformed.
 */
typedef struct
{
  int line;
  char *words;
} QpXmlProblem;

void qp_xml_problem_watch (QpXmlProblem *self, xmlTextReader *reader);
void qp_xml_problem_clear (QpXmlProblem *self);

G_END_DECLS
