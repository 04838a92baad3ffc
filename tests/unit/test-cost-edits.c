/* test-cost-edits.c: typing over lines of a budget and back, and keeping alternatives
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-help.h"

#include "interact/qp-cost-edits.h"
#include "model/qp-document.h"

#include <string.h>

#define PRICE "<price id='f81d4fae-7dec-11d0-a765-00a0c91e0301' key='p' item='led display' per='m2' currency='CNY' date='2026-05' source='offer' " \
  "low='9000' likely='12000' high='18000'/>"
#define STEEL "<price id='f81d4fae-7dec-11d0-a765-00a0c91e0302' key='s' item='steel structure' per='m2' currency='CNY' date='2026-05' source='offer' " \
  "likely='1000'/>"

typedef struct
{
  BudgetFixture budget;
  QpDocument *document;
} Fixture;

static void
fixture_read_inside (Fixture *self, const char *inside)
{
  budget_fixture_read (&self->budget, "currency='CNY'", inside);
  self->document = qp_document_new (self->budget.root);
  qp_document_mark_saved (self->document, self->budget.root);
}

static void
fixture_read (Fixture *self)
{
  fixture_read_inside (self, BUDGET_CABINET PRICE STEEL BUDGET_SITE ("", ""));
}

static void
fixture_clear (Fixture *self)
{
  g_object_unref (self->document);
  budget_fixture_clear (&self->budget);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* the budget of the document as it is now */
static void
recompute (Fixture *self)
{
  BudgetFixture *it = &self->budget;

  qp_budget_free (it->budget);
  qp_catalogue_unref (it->catalogue);
  qp_node_unref (it->root);
  it->root = qp_node_ref (qp_document_get_root (self->document));
  it->catalogue = qp_catalogue_with_project (it->empty, it->root);
  it->context = (QpEngineContext){ (const QpProject *) it->root, NULL, it->catalogue };
  it->budget = qp_budget_new (it->root, &it->context, "2026-11-28");
}

static void
run (Fixture *self, GPtrArray *edits)
{
  g_autoptr (GPtrArray) owned = edits;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (owned);
  g_assert_true (qp_document_run (self->document, "Type", NULL, owned, &error));
  g_assert_no_error (error);
  recompute (self);
}

static void
type (Fixture *self, const char *item, const char *field, const char *text)
{
  run (self, qp_cost_edits_type (budget_fixture_row (&self->budget, item), field, text, "2026-11-28"));
}

/* 16 m² at 12 000; 20 m² typed; then at 10 000, dated and without the range that the book had; undone and computed again */
static void
test_type (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f);
  const QpBudgetRow *row = budget_fixture_row (&f.budget, "display");
  g_assert_cmpint (row->amount.likely, ==, 19200000);
  g_assert_null (qp_cost_own_line (row));
  type (&f, "display", "quantity", "20");
  row = budget_fixture_row (&f.budget, "display");
  g_assert_cmpint (row->amount.likely, ==, 24000000);
  g_assert_true (row->quantity_typed && row->record != NULL);
  g_assert_nonnull (qp_cost_own_line (row));
  type (&f, "display", "price", "10000");
  row = budget_fixture_row (&f.budget, "display");
  g_assert_cmpint (row->amount.high, ==, 20000000);
  g_assert_cmpstr (row->date, ==, "2026-11-28");
  qp_document_undo (f.document);
  recompute (&f);
  g_assert_cmpint (budget_fixture_row (&f.budget, "display")->amount.likely, ==, 24000000);
  run (&f, qp_cost_edits_reset (budget_fixture_row (&f.budget, "display")));
  g_assert_cmpint (budget_fixture_row (&f.budget, "display")->amount.likely, ==, 19200000);
  g_assert_null (qp_cost_edits_reset (budget_fixture_row (&f.budget, "display")));
}

/* the book has steel per m², the item is per kg: a typed price stays per m² */
static void
test_unit_stays (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f);
  g_assert_cmpint (budget_fixture_row (&f.budget, "steel")->amount.likely, ==, 1600000);
  type (&f, "steel", "price", "1100");
  g_assert_cmpint (budget_fixture_row (&f.budget, "steel")->amount.likely, ==, 1760000);
  g_assert_cmpint (budget_fixture_row (&f.budget, "steel")->per, ==, QP_PRICE_PER_M2);
}

/* material is of a profile, so what is typed over it stands there, and is saved with it */
static void
test_content (void)
{
  static const char id[] = "f81d4fae-7dec-11d0-a765-00a0c91e0501";
  g_autofree char *inside = g_strdup_printf (BUDGET_CABINET "<content id='%1$s' cost_per_minute='5000' fresh_hours_per_month='0.1'/>"
                                             BUDGET_SITE ("content='%1$s'", ""), id);
  g_auto (Fixture) f = { 0 };

  fixture_read_inside (&f, inside);
  g_assert_cmpint (budget_fixture_row (&f.budget, "content")->amount.likely, ==, 36000000);
  type (&f, "content", "price", "4000");
  const QpBudgetRow *row = budget_fixture_row (&f.budget, "content");
  g_assert_cmpint (row->amount.likely, ==, 28800000);
  g_assert_cmpint (row->owner->kind, ==, QP_KIND_CONTENT);
  g_assert_true (qp_cost_own_line (row) == row->line && row->line != NULL);
  g_autoptr (GBytes) saved = qp_store_write (f.budget.root);
  g_autoptr (QpFindings) findings = qp_findings_new ();
  g_autoptr (QpNode) again = qp_store_read (saved, QP_KIND_PROJECT, findings, NULL);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  g_assert_true (qp_node_equal (again, f.budget.root));
  run (&f, qp_cost_edits_reset (row));
  g_assert_cmpint (budget_fixture_row (&f.budget, "content")->amount.likely, ==, 36000000);
}

static void
test_refused (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_read (&f);
  const QpBudgetRow *display = budget_fixture_row (&f.budget, "display"), *energy = budget_fixture_row (&f.budget, "energy");
  g_assert_null (qp_cost_edits_type (display, "price", "a lot", NULL));
  g_assert_null (qp_cost_edits_type (display, "price", "-5", NULL));
  g_assert_false (qp_cost_can_type (energy, "price")); /* follows the tariff */
  g_assert_false (qp_cost_can_type (budget_fixture_row (&f.budget, "contingency"), "quantity"));
}

/* what was changed since saving becomes an alternative, and goes back; applied it is there again */
static void
test_alternative (void)
{
  g_auto (Fixture) f = { 0 };
  guint n_left_out;

  fixture_read (&f);
  const QpNode *screen = budget_fixture_row (&f.budget, "display")->owner;
  g_autoptr (GPtrArray) none = qp_alternative_edits_keep (f.budget.root, f.budget.root, "None", &n_left_out);
  g_assert_cmpuint (none->len, ==, 0);
  const QpValue rows = qp_value_integer (2);
  GPtrArray *edits = qp_edits_new ();
  g_ptr_array_add (edits, qp_edit_set (screen->id, QP_SCREEN_FIELD (rows), &rows));
  run (&f, edits);
  g_assert_cmpint (budget_fixture_row (&f.budget, "display")->amount.likely, ==, 9600000);
  run (&f, qp_alternative_edits_keep (qp_document_get_saved (f.document), f.budget.root, "Half", &n_left_out));
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_cmpint (budget_fixture_row (&f.budget, "display")->amount.likely, ==, 19200000);
  QpNodeIter iter;
  qp_node_iter_init (&iter, f.budget.root->children);
  const QpNode *kept = qp_node_iter_next_of (&iter, QP_KIND_ALTERNATIVE);
  g_assert_cmpstr (((const QpAlternative *) kept)->name, ==, "Half");
  run (&f, qp_alternative_edits_apply (f.budget.root, kept));
  g_assert_cmpint (budget_fixture_row (&f.budget, "display")->amount.likely, ==, 9600000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cost-edits/type", test_type);
  g_test_add_func ("/cost-edits/unit-stays", test_unit_stays);
  g_test_add_func ("/cost-edits/content", test_content);
  g_test_add_func ("/cost-edits/refused", test_refused);
  g_test_add_func ("/cost-edits/alternative", test_alternative);
  return g_test_run ();
}
