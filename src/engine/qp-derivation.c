/* qp-derivation.c: in one line, how a result of a screen came about; and all screens, one after the other
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-quantities.h"

#include "base/qp-number.h"

static void
append_feed (GString *out, const QpInput *input, const QpFeed *feed, const QpEstimate *estimate)
{
  g_autofree char *value = feed->quantity < 0 ? qp_number_display_shortest (feed->constant)
                                              : qp_quantity_format_with_unit ((guint) feed->quantity, estimate->values[feed->quantity]);

  g_string_append_printf (out, "%s %s = %s", out->len == 0 ? "" : ",", input->name, value);
}

/**
 * qp_estimate_derivation:
 * @self: results of the screen
 * @quantity: index of a quantity
 * @screen: the screen
 * @context: what the calculation reads
 *
 * What qp_estimate_explain() says at length, for tables of many screens; nothing is calculated again.
 *
 * Returns: (transfer full): the formula with its inputs and their values; of what is read, where it was read
 */
char *
qp_estimate_derivation (const QpEstimate *self, guint quantity, const QpScreen *screen, const QpEngineContext *context)
{
  const QpStep *step = &qp_steps ()[quantity];
  g_autoptr (GString) inputs = g_string_new (NULL);
  QpSources sources;

  qp_sources_init (&sources, screen, context);
  if (qp_step_is_read (step, &sources))
    return step->reader->origin (&sources);
  for (guint i = 0; i < step->n_feeds; i++)
    append_feed (inputs, &step->formula->inputs[i], &step->feeds[i], self);
  return g_strdup_printf ("%s:%s", step->formula->expression, inputs->str);
}

/**
 * qp_each_screen:
 * @node: where to begin
 * @context: its surroundings
 * @visit: called for each screen, in the order of the file
 * @data: given to @visit
 */
void
qp_each_screen (const QpNode *node, const QpEngineContext *context, QpScreenVisitor visit, gpointer data)
{
  QpEngineContext inner = *context;
  QpNodeIter iter;

  if (node->kind == QP_KIND_SITE)
    inner.site = (const QpSite *) node;
  if (node->kind == QP_KIND_PLAN)
    inner.plan = (const QpPlan *) node;
  if (node->kind == QP_KIND_SCREEN)
    {
      visit ((const QpScreen *) node, &inner, data);
      return;
    }
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    qp_each_screen (child, &inner, visit, data);
}
