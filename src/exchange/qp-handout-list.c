/* qp-handout-list.c: the documents that can be made as tables
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-private.h"

#include <string.h>

/* a new document is one row, and a file qp-handout-….c */
static const QpHandoutInfo handouts[] = {
  { "quantities", N_ ("Quantities"), N_ ("How much of everything is needed, for each screen, site and the project, with the formulas"), qp_handout_quantities },
  { "application", N_ ("Fields of the Application"), N_ ("What an application for the campaign is likely to ask for, filled in from the project"), qp_handout_application },
  { "siting", N_ ("Siting Pack: Check List"), N_ ("Which papers a city asks for before it allows a screen, which are there, and who makes the others"), qp_handout_siting },
  { "acceptance", N_ ("Acceptance Tests"), N_ ("What is tested before a screen is accepted, and what is required by which standard"), qp_handout_acceptance },
  { "delivery", N_ ("Delivery Sheet for Studios"), N_ ("What a studio delivers: raster, safe areas, codec, colour, sound and names, for each group of screens that share a master"), qp_handout_delivery },
};

/**
 * qp_handout_count:
 *
 * Returns: how many documents can be made
 */
guint
qp_handout_count (void)
{
  return G_N_ELEMENTS (handouts);
}

/**
 * qp_handout_at:
 * @index: below qp_handout_count()
 *
 * Returns: (transfer none): the document
 */
const QpHandoutInfo *
qp_handout_at (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (handouts), NULL);
  return &handouts[index];
}

/**
 * qp_handout_find:
 * @key: name of a document
 *
 * Returns: (transfer none) (nullable): the document
 */
const QpHandoutInfo *
qp_handout_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (handouts); i++)
    if (strcmp (handouts[i].key, key) == 0)
      return &handouts[i];
  return NULL;
}
