/* qp-random-budget.c: random projects of cost lines and sources of funds
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "lib/qp-random-budget.h"

#include "lib/qp-random.h"

static void
set (QpNode *node, const char *name, char *text)
{
  g_auto (QpValue) value = { 0 };
  const QpField *field = qp_kind_field (node->kind, name);

  g_assert_cmpint (qp_field_parse (field, text, &value), <=, QP_FIELD_ROUNDED);
  qp_node_init_value (node, field, &value);
  g_free (text);
}

/* a line that makes sense: a price of something, or a share of groups before it; some with gaps */
static QpNode *
random_line (GRand *rand, const QpNode *funding)
{
  QpNode *line = qp_node_new (QP_KIND_COST, qp_random_id (rand));
  const gint32 group = g_rand_int_range (rand, 1, 14);
  const gboolean share = g_rand_boolean (rand);
  char id[QP_ID_TEXT_SIZE];

  set (line, "group", g_strdup_printf ("%c", 'A' + group));
  set (line, "unit", g_strdup (share ? "%" : "set"));
  set (line, "price", g_strdup_printf ("%d.%02d", g_rand_int_range (rand, 0, share ? 60 : 9000000), g_rand_int_range (rand, 0, 100)));
  if (g_rand_boolean (rand))
    set (line, "price_high", g_strdup_printf ("%d", g_rand_int_range (rand, 0, share ? 60 : 9000000)));
  if (share)
    set (line, "quantity_of", g_strdup_printf ("A-%c", 'A' + group - 1));
  else if (g_rand_int_range (rand, 0, 6) != 0)
    set (line, "quantity", g_strdup_printf ("%.6f", g_rand_double_range (rand, 0, 3000)));
  if (g_rand_boolean (rand))
    set (line, "tax_percent", g_strdup_printf ("%.3f", g_rand_double_range (rand, 0, 30)));
  if (g_rand_boolean (rand))
    set (line, "funding", g_strdup (qp_id_to_text (funding->id, id)));
  return line;
}

/**
 * qp_random_budget:
 * @rand: where chance comes from
 *
 * Returns: (transfer full): a project without screens, with sources of funds and lines that make sense
 */
QpNode *
qp_random_budget (GRand *rand)
{
  QpNode *project = qp_node_new (QP_KIND_PROJECT, qp_random_id (rand));
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_node_unref);
  QpNode *funding = NULL;

  for (gint32 i = g_rand_int_range (rand, 1, 5); i > 0; i--)
    {
      funding = qp_node_new (QP_KIND_FUNDING, qp_random_id (rand));
      set (funding, "percent", g_strdup_printf ("%.2f", g_rand_double_range (rand, 0, 40)));
      if (g_rand_boolean (rand))
        set (funding, "cap", g_strdup_printf ("%d", g_rand_int_range (rand, 0, 100000000)));
      g_ptr_array_add (children, funding);
    }
  for (gint32 i = g_rand_int_range (rand, 1, 40); i > 0; i--)
    g_ptr_array_add (children, random_line (rand, funding));
  g_autoptr (QpNodeList) list = qp_node_list_new ((QpNode *const *) children->pdata, children->len);
  qp_node_init_children (project, list);
  set (project, "tax_percent", g_strdup ("13"));
  return project;
}
