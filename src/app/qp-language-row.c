/* qp-language-row.c: in which language a document is written
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-language-row.h"

#include <string.h>

/* what the project says, else as the program speaks */
static guint
usual_language (const QpProject *project)
{
  const gboolean chinese = strcmp (C_ ("language of rules", "en"), "zh") == 0;
  const char *language = project->language != NULL ? project->language : chinese ? "zh_CN" : "en";

  for (guint i = 0; i < qp_language_count (); i++)
    if (strncmp (qp_language_at (i), language, 2) == 0)
      return i;
  return 0;
}

/**
 * qp_language_row_fill:
 * @row: an empty row
 * @project: the project
 *
 * Offers the languages that documents can have, each by its own name; chosen is that of the project.
 */
void
qp_language_row_fill (AdwComboRow *row, const QpProject *project)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < qp_language_count (); i++)
    gtk_string_list_append (list, qp_language_name (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, usual_language (project));
}

/**
 * qp_language_row_get:
 * @row: a row that was filled
 *
 * Returns: (transfer none): the language that is chosen, for qp_language_begin()
 */
const char *
qp_language_row_get (AdwComboRow *row)
{
  return qp_language_at (adw_combo_row_get_selected (row));
}
