/* qp-advisor-people.c: the audience of a plan as places with visitor-minutes
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-advisor.h"
#include "engine/qp-audience.h"

#include <math.h>

#define PLACES_IN_ALL 20000 /* of all audiences */
#define PLACES_MOST 2000    /* of one */
#define PLACES_LEAST 50
#define CELLS_MOST 400000   /* of the box around one: a thin strip askew has a coarser grid */

/* an audience too small for the grid has one place, its corner's */
static void
add_places (GArray *places, const QpAudience *audience, double step_m, guint most, double weight)
{
  g_autoptr (GArray) at = qp_audience_places (audience, step_m, most, CELLS_MOST);

  if (at->len == 0)
    {
      const QpVec corner = qp_vec_from_point (audience->outline->at[0]);
      g_array_append_val (at, corner);
    }
  for (guint i = 0; i < at->len; i++)
    {
      const QpAdvisorPlace made
          = { .eye = qp_audience_eye (audience, g_array_index (at, QpVec, i)), .weight = weight / at->len };
      g_array_append_val (places, made);
    }
}

static void
add_audience (QpAdvisorPeople *self, const QpAudience *audience, const QpScreen *screen, const QpAdvisorOptions *options)
{
  const guint most = CLAMP (PLACES_IN_ALL / self->audiences, PLACES_LEAST, PLACES_MOST);
  const double ground = qp_audience_ground (audience);
  const double automatic
      = audience->kind == QP_AUDIENCE_PATH ? ground / QP_AUDIENCE_PATH_M / most : sqrt (ground / most);
  const double step = options->step_m > 0 ? options->step_m : automatic;
  const double whole = self->basis == QP_ADVISOR_BY_PEOPLE ? qp_audience_minutes (audience, &options->day, screen) : ground;

  add_places (self->places, audience, step, most, whole);
  self->whole += whole;
}

static void
choose_basis (QpAdvisorPeople *self, const QpNode *plan, const QpScreen *screen, const QpAdvisorOptions *options)
{
  QpNodeIter iter;
  double minutes = 0;

  qp_node_iter_init (&iter, plan->children);
  for (const QpAudience *audience; (audience = qp_audience_next (&iter)) != NULL;)
    {
      const double own = qp_audience_minutes (audience, &options->day, screen);
      self->audiences++;
      self->unknown += isnan (own);
      minutes += isnan (own) ? 0 : own;
    }
  if (self->audiences > 0)
    self->basis = self->unknown == 0 && minutes > 0 ? QP_ADVISOR_BY_PEOPLE : QP_ADVISOR_BY_GROUND;
}

/**
 * qp_advisor_people_init:
 * @self: (out caller-allocates): place for the people
 * @plan: (nullable): a plan
 * @screen: (nullable): whose hours of operation count
 * @options: what is asked
 *
 * Places an audience: areas on a grid, paths along them, each audience with its visitor-minutes a day evenly over its places.
 * When these are not known of all audiences, every m² counts the same, a path as 1 m wide.
 */
void
qp_advisor_people_init (QpAdvisorPeople *self, const QpNode *plan, const QpScreen *screen, const QpAdvisorOptions *options)
{
  QpNodeIter iter;

  *self = (QpAdvisorPeople){ .places = g_array_new (FALSE, FALSE, sizeof (QpAdvisorPlace)) };
  if (plan == NULL)
    return;
  choose_basis (self, plan, screen, options);
  qp_node_iter_init (&iter, plan->children);
  for (const QpAudience *audience; !qp_advisor_is_stopped (options) && (audience = qp_audience_next (&iter)) != NULL;)
    add_audience (self, audience, screen, options);
}

/**
 * qp_advisor_people_clear:
 * @self: people
 */
void
qp_advisor_people_clear (QpAdvisorPeople *self)
{
  g_clear_pointer (&self->places, g_array_unref);
}
