/* test-alternative.c: variants of a project: what a list of changes makes of it, and what makes the list
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "budget-help.h"

#include "engine/qp-alternative.h"

#include <math.h>
#include <string.h>

#define WALL "f81d4fae-7dec-11d0-a765-00a0c91e0012"
#define CHANGED(n, of, more) "<changed id='f81d4fae-7dec-11d0-a765-00a0c91e05" n "' of='" of "' " more "/>"
#define ALTERNATIVE(n, name, changes) "<alternative id='f81d4fae-7dec-11d0-a765-00a0c91e06" n "' name='" name "'>" changes "</alternative>"
#define SITE BUDGET_CABINET BUDGET_SITE ("price='10000' price_date='2026-10'", "")

static const QpNode *
alternative_at (const QpNode *root, guint index)
{
  QpNodeIter iter;
  const QpNode *node;

  qp_node_iter_init (&iter, root->children);
  while ((node = qp_node_iter_next_of (&iter, QP_KIND_ALTERNATIVE)) != NULL && index-- > 0)
    ;
  return node;
}

static const QpNode *
find (const QpNode *node, QpKind kind)
{
  QpNodeIter iter;

  if (node->kind == kind)
    return node;
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    {
      const QpNode *found = find (child, kind);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_apply (void)
{
  g_auto (BudgetFixture) f = { 0 };
  g_autoptr (QpFindings) findings = qp_findings_new ();

  budget_fixture_read (&f, "", SITE ALTERNATIVE ("01", "half", CHANGED ("01", WALL, "field='columns' value='4'")
                                                                 CHANGED ("02", WALL, "field='bottom_height_m'")));
  g_autoptr (QpNode) half = qp_alternative_apply (f.root, alternative_at (f.root, 0), findings);
  const QpScreen *screen = (const QpScreen *) find (half, QP_KIND_SCREEN);
  g_assert_cmpuint (qp_findings_length (findings), ==, 0);
  g_assert_cmpint (screen->columns, ==, 4);
  g_assert_cmpint (screen->rows, ==, 4);
  g_assert_cmpint (screen->bottom_height_m, ==, QP_UNSET);
  g_assert_cmpint (((const QpScreen *) find (f.root, QP_KIND_SCREEN))->columns, ==, 8); /* the project stays as it is */
  g_assert_true (find (half, QP_KIND_CABINET) == find (f.root, QP_KIND_CABINET));       /* what is the same is shared */
  g_assert_true (qp_id_equal (half->id, f.root->id));
}

static void
test_apply_nothing (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "", SITE ALTERNATIVE ("01", "none", ""));
  g_autoptr (QpNode) same = qp_alternative_apply (f.root, alternative_at (f.root, 0), NULL);
  g_assert_true (same == f.root);
}

/* what can't be changed is told and left; the rest is changed */
static void
test_problems (void)
{
  g_auto (BudgetFixture) f = { 0 };
  g_autoptr (QpFindings) findings = qp_findings_new ();
  static const char *const codes[] = { "alternative-field", "alternative-value", "alternative-object" };

  budget_fixture_read (&f, "",
                       SITE ALTERNATIVE ("01", "a", CHANGED ("01", WALL, "field='colums' value='4'") CHANGED ("02", WALL, "field='columns' value='x'")
                                                      CHANGED ("03", WALL, "field='rows' value='3'")
                                                        CHANGED ("04", "f81d4fae-7dec-11d0-a765-00a0c91e0503", "field='rows' value='3'")));
  g_autoptr (QpNode) changed = qp_alternative_apply (f.root, alternative_at (f.root, 0), findings);
  g_assert_cmpint (((const QpScreen *) find (changed, QP_KIND_SCREEN))->rows, ==, 3);
  g_assert_cmpint (((const QpScreen *) find (changed, QP_KIND_SCREEN))->columns, ==, 8);
  g_assert_cmpuint (qp_findings_length (findings), ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_test_message ("%s", qp_findings_get (findings, i)->message);
      g_assert_cmpstr (qp_findings_get (findings, i)->code, ==, codes[i]);
    }
}

/* from two projects an alternative, and from it the second project again */
static void
test_there_and_back (void)
{
  g_auto (BudgetFixture) f = { 0 };
  guint n_left_out;

  budget_fixture_read (&f, "",
                       SITE ALTERNATIVE ("01", "a", CHANGED ("01", WALL, "field='columns' value='4'") CHANGED ("02", WALL, "field='bottom_height_m'")
                                                      CHANGED ("03", "f81d4fae-7dec-11d0-a765-00a0c91e0000", "field='tax_percent' value='6'")));
  g_autoptr (QpNode) changed = qp_alternative_apply (f.root, alternative_at (f.root, 0), NULL);
  g_autoptr (QpNode) made = qp_alternative_from (f.root, changed, "made", &n_left_out);
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_cmpuint (qp_node_list_length (made->children), ==, 3);
  g_autoptr (QpNode) again = qp_alternative_apply (f.root, made, NULL);
  g_assert_true (qp_node_equal (again, changed));
}

/* half the screen: half the area and the display; the cents of the whole as the budget alone gives them */
static void
test_side_by_side (void)
{
  g_auto (BudgetFixture) f = { 0 };

  budget_fixture_read (&f, "horizon_years='10' discount_rate_percent='8' tariff_per_kwh='1'",
                       SITE ALTERNATIVE ("01", "half", CHANGED ("01", WALL, "field='columns' value='4'"))
                         ALTERNATIVE ("02", "dear", CHANGED ("02", "f81d4fae-7dec-11d0-a765-00a0c91e0000", "field='discount_rate_percent' value='0'")));
  g_autoptr (GPtrArray) variants = qp_variants_new (f.root, f.empty, "2026-11-28");
  g_assert_cmpuint (variants->len, ==, 3);
  const QpVariant *now = variants->pdata[0], *half = variants->pdata[1], *dear = variants->pdata[2];
  g_assert_cmpfloat (qp_variant_get (now, QP_VARIANT_AREA), ==, 16);
  g_assert_cmpfloat (qp_variant_get (half, QP_VARIANT_AREA), ==, 8);
  g_assert_cmpfloat (qp_variant_get (now, QP_VARIANT_FIRST), ==, 186450); /* with 13 % tax */
  g_assert_cmpfloat (qp_variant_get (half, QP_VARIANT_FIRST), ==, 96050); /* a spare cabinet in both */
  g_assert_cmpfloat (fabs (qp_variant_get (half, QP_VARIANT_ENERGY) - 7008), <, 1e-6);
  g_assert_cmpfloat (qp_variant_get (dear, QP_VARIANT_NPV), >, qp_variant_get (now, QP_VARIANT_NPV));
  for (QpVariantFigure figure = 0; figure < QP_N_VARIANT_FIGURES; figure++)
    g_assert_true (qp_variant_figure_key (figure) != NULL && qp_variant_figure_label (figure) != NULL);
  g_autofree char *name = qp_variant_name (half);
  g_assert_cmpstr (name, ==, "half");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alternative/apply", test_apply);
  g_test_add_func ("/alternative/apply-nothing", test_apply_nothing);
  g_test_add_func ("/alternative/problems", test_problems);
  g_test_add_func ("/alternative/there-and-back", test_there_and_back);
  g_test_add_func ("/alternative/side-by-side", test_side_by_side);
  return g_test_run ();
}
