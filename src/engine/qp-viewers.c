/* qp-viewers.c: how many people a year have the screens of a project in view
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-viewers.h"

#include <math.h>

/**
 * qp_viewers_screens:
 * @root: a project, site or plan
 *
 * Returns: how many screens it has that are not retired
 */
guint
qp_viewers_screens (const QpNode *root)
{
  QpNodeIter iter;
  guint n = 0;

  qp_node_iter_init (&iter, root->children);
  for (const QpNode *node; (node = qp_node_iter_next (&iter)) != NULL;)
    if (node->kind == QP_KIND_SITE || node->kind == QP_KIND_PLAN)
      n += qp_viewers_screens (node);
    else
      n += node->kind == QP_KIND_SCREEN && ((const QpScreen *) node)->status != QP_STATUS_RETIRED;
  return n;
}

static gboolean
has_audience (const QpNode *plan)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, plan->children);
  return qp_audience_next (&iter) != NULL;
}

/* contacts a year of each screen of a plan; NaN when those of one are not known */
static double
viewers_of_plan (const QpNode *plan, const QpEngineContext *context, QpSightGoOn go_on, gpointer data)
{
  QpPeopleOptions options;
  double sum = 0;

  qp_people_options_init (&options, context->project);
  g_autoptr (QpPeople) people = qp_people_new (plan, context, &options, go_on, data);
  for (guint i = 0; people != NULL && i < people->screens->len; i++)
    {
      const QpPeopleScreen *it = qp_people_screen (people, i);
      const QpScreen *screen = (const QpScreen *) it->node;
      if (screen->status != QP_STATUS_RETIRED)
        sum += it->visitors * (screen->days_per_year == QP_UNSET ? 365 : (double) screen->days_per_year);
    }
  return people == NULL ? NAN : sum;
}

/**
 * qp_viewers_per_year:
 * @root: a project
 * @context: its catalogue
 * @go_on: (nullable): asked whether to go on
 * @data: for @go_on
 *
 * Adds up, over all screens, the visits that have the screen in view for long enough, past obstacles. Plans without an audience add
 * nothing.
 *
 * Returns: opportunities to see in a year; NaN when there is no audience, or those of one screen are not known
 */
double
qp_viewers_per_year (const QpNode *root, const QpEngineContext *context, QpSightGoOn go_on, gpointer data)
{
  double sum = NAN;
  QpNodeIter sites, plans;

  qp_node_iter_init (&sites, root->children);
  for (const QpNode *site; (site = qp_node_iter_next_of (&sites, QP_KIND_SITE)) != NULL;)
    {
      qp_node_iter_init (&plans, site->children);
      for (const QpNode *plan; (plan = qp_node_iter_next_of (&plans, QP_KIND_PLAN)) != NULL;)
        {
          QpEngineContext here = *context;
          if (!has_audience (plan) || qp_viewers_screens (plan) == 0)
            continue;
          here.site = (const QpSite *) site;
          here.plan = (const QpPlan *) plan;
          const double viewers = viewers_of_plan (plan, &here, go_on, data);
          if (isnan (viewers))
            return NAN;
          sum = isnan (sum) ? viewers : sum + viewers;
        }
    }
  return sum;
}
