/* qp-cost-compare.c: alternatives of a project side by side
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "cli/qp-cost.h"
#include "cli/qp-table.h"

#include <math.h>

static char *
number_text (double value)
{
  return isnan (value) ? g_strdup (_ ("not known")) : qp_number_display (value, fabs (value) < 100 && value != floor (value) ? 2 : 0);
}

/* "+12.5 %" */
static char *
difference_text (double value, double first)
{
  if (isnan (value - first))
    return g_strdup ("");
  if (value == first)
    return g_strdup ("=");
  g_autofree char *number = first != 0 ? qp_number_display (fabs (value / first - 1) * 100, 1) : NULL;
  const char *sign = value > first ? "+" : "\u2212";
  return number == NULL ? g_strdup (sign) : g_strdup_printf ("%s%s\u202f%%", sign, number);
}

static void
print_variant (GPtrArray *variants, guint index)
{
  const QpVariant *variant = variants->pdata[index], *first = variants->pdata[0];
  g_autoptr (QpTable) table = qp_table_new (3, "lrr");
  g_autofree char *name = qp_variant_name (variant);

  g_print ("%s\n", name);
  for (QpVariantFigure figure = 0; figure < QP_N_VARIANT_FIGURES; figure++)
    {
      g_autofree char *value = number_text (qp_variant_get (variant, figure));
      g_autofree char *difference = index == 0 ? g_strdup ("") : difference_text (qp_variant_get (variant, figure), qp_variant_get (first, figure));
      qp_table_add (table, qp_variant_figure_label (figure), value, difference, NULL);
    }
  qp_table_print (table, 2);
}

static void
print_problems (GPtrArray *variants)
{
  const QpNode *root = ((const QpVariant *) variants->pdata[0])->root;

  for (guint i = 1; i < variants->len; i++)
    {
      g_autoptr (QpFindings) findings = qp_findings_new ();
      g_autoptr (QpNode) applied = qp_alternative_apply (root, ((const QpVariant *) variants->pdata[i])->alternative, findings);
      for (guint f = 0; f < qp_findings_length (findings); f++)
        g_print ("  %s\n", qp_findings_get (findings, f)->message);
    }
}

/* sums of money are in the currency of the project */
void
qp_cost_print_comparison (GPtrArray *variants, const char *currency)
{
  g_print (_ ("Money in %s; differences from the project as it stands.\n"), currency);
  for (guint i = 0; i < variants->len; i++)
    print_variant (variants, i);
  if (variants->len == 1)
    g_print ("%s\n", _ ("The project has no alternatives."));
  print_problems (variants);
}

void
qp_cost_write_comparison (QpJson *json, GPtrArray *variants, const char *currency)
{
  qp_json_begin_object (json, NULL);
  qp_json_string (json, "currency", currency);
  qp_json_begin_array (json, "variants");
  for (guint i = 0; i < variants->len; i++)
    {
      const QpVariant *variant = variants->pdata[i];
      qp_json_begin_object (json, NULL);
      qp_json_id (json, "alternative", variant->alternative == NULL ? QP_ID_NONE : variant->alternative->id);
      qp_json_string (json, "name", variant->alternative == NULL ? NULL : ((const QpAlternative *) variant->alternative)->name);
      for (QpVariantFigure figure = 0; figure < QP_N_VARIANT_FIGURES; figure++)
        qp_json_number (json, qp_variant_figure_key (figure), qp_variant_get (variant, figure));
      qp_json_end_object (json);
    }
  qp_json_end_array (json);
  qp_json_end_object (json);
}
