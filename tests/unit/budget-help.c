/* budget-help.c: projects for the tests of money, as text
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-help.h"

#include <string.h>

void
budget_fixture_read (BudgetFixture *self, const char *attributes, const char *inside)
{
  g_autofree char *text
      = g_strdup_printf ("<project xmlns='urn:qianping:project' format='1.3' id='f81d4fae-7dec-11d0-a765-00a0c91e0000' "
                         "tax_percent='13' %s>%s</project>",
                         attributes, inside);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (GError) error = NULL;

  self->root = qp_store_read (bytes, QP_KIND_PROJECT, findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < qp_findings_length (findings); i++)
    g_test_message ("%s", qp_findings_get (findings, i)->message);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  self->empty = qp_catalogue_new (NULL, 0);
  self->catalogue = qp_catalogue_with_project (self->empty, self->root);
  self->context = (QpEngineContext){ (const QpProject *) self->root, NULL, self->catalogue };
  self->budget = qp_budget_new (self->root, &self->context, "2026-11-28");
}

void
budget_fixture_clear (BudgetFixture *self)
{
  qp_budget_free (self->budget);
  qp_catalogue_unref (self->catalogue);
  qp_catalogue_unref (self->empty);
  qp_node_unref (self->root);
}

const QpBudgetRow *
budget_fixture_row (const BudgetFixture *self, const char *item)
{
  for (guint i = 0; i < self->budget->rows->len; i++)
    if (qp_budget_row (self->budget, i)->item == qp_budget_item_find (item))
      return qp_budget_row (self->budget, i);
  return NULL;
}
