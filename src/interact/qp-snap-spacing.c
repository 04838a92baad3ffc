/* qp-snap-spacing.c: as far from a neighbour as that is from the next one
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interact/qp-snap-private.h"

#define MAX_ITEMS 128
#define NONE (-1)

/* stretches that others take along the axis, beside what is moved */
typedef struct
{
  double low[MAX_ITEMS];
  double high[MAX_ITEMS];
  const QpItem *item[MAX_ITEMS];
  guint n;
} Stretches;

static gboolean
takes_room (const QpItem *item)
{
  switch (item->node->kind)
    {
    case QP_KIND_SCREEN:
    case QP_KIND_OBSTACLE:
    case QP_KIND_RECEPTOR:
    case QP_KIND_AUDIENCE:
    case QP_KIND_NOTE:
      return !qp_box_is_empty (item->bounds);
    default:
      return FALSE;
    }
}

static void
collect (QpSnapSearch *search, QpScene *scene, guint axis, QpBox box, Stretches *stretches)
{
  const QpItem *items[MAX_ITEMS];
  const QpBox across = qp_box_grown (box, search->tolerance);
  const QpBox strip = axis == 0 ? (QpBox){ search->view.x0, across.y0, search->view.x1, across.y1 }
                                : (QpBox){ across.x0, search->view.y0, across.x1, search->view.y1 };
  const guint n = qp_snap_look (search, scene, strip, axis, items, MAX_ITEMS);

  stretches->n = 0;
  for (guint i = 0; i < n; i++)
    if (takes_room (items[i]) && !qp_snap_ignores (search->query, items[i]))
      {
        stretches->low[stretches->n] = qp_box_low (items[i]->bounds, axis);
        stretches->high[stretches->n] = qp_box_high (items[i]->bounds, axis);
        stretches->item[stretches->n++] = items[i];
      }
}

/* the one that ends last before a place */
static int
last_before (const Stretches *stretches, double place)
{
  int found = NONE;

  for (guint i = 0; i < stretches->n; i++)
    if (stretches->high[i] <= place && (found == NONE || stretches->high[i] > stretches->high[found]))
      found = (int) i;
  return found;
}

/* the one that begins first after a place */
static int
first_after (const Stretches *stretches, double place)
{
  int found = NONE;

  for (guint i = 0; i < stretches->n; i++)
    if (stretches->low[i] >= place && (found == NONE || stretches->low[i] < stretches->low[found]))
      found = (int) i;
  return found;
}

typedef struct
{
  const QpSnapSearch *search;
  double low; /* of what is moved */
  double high;
  QpSnapAxis *found;
} Offer;

/* takes a place of the lower end of what is moved; the other gap is given, the own one lies from own_low to own_high */
static void
offer (const Offer *self, const QpItem *item, double new_low, double other_low, double other_high, double own_low,
       double own_high)
{
  const double shift = new_low - self->low;
  QpSnapAxis *found = self->found;

  if (fabs (shift) > self->search->tolerance || other_high - other_low <= 0)
    return;
  if (found->found && fabs (shift) >= fabs (found->shift))
    return;
  *found
      = (QpSnapAxis){ .found = TRUE, .shift = shift, .item = item, .is_spacing = TRUE, .gap = other_high - other_low };
  found->gaps[0][0] = other_low;
  found->gaps[0][1] = other_high;
  found->gaps[1][0] = own_low;
  found->gaps[1][1] = own_high;
}

static void
offer_after (const Offer *self, const Stretches *at, int left)
{
  const int next = last_before (at, at->low[left]);

  if (next == NONE)
    return;
  const double gap = at->low[left] - at->high[next];
  offer (self, at->item[left], at->high[left] + gap, at->high[next], at->low[left], at->high[left],
         at->high[left] + gap);
}

static void
offer_before (const Offer *self, const Stretches *at, int right)
{
  const int next = first_after (at, at->high[right]);
  const double size = self->high - self->low;

  if (next == NONE)
    return;
  const double gap = at->low[next] - at->high[right];
  offer (self, at->item[right], at->low[right] - gap - size, at->high[right], at->low[next], at->low[right] - gap,
         at->low[right]);
}

static void
offer_between (const Offer *self, const Stretches *at, int left, int right)
{
  const double size = self->high - self->low;
  const double gap = (at->low[right] - at->high[left] - size) / 2;

  offer (self, at->item[left], at->high[left] + gap, at->high[left], at->high[left] + gap, at->low[right] - gap,
         at->low[right]);
}

/**
 * qp_snap_spacing:
 * @search: a question
 * @scene: the plan, or another level
 * @axis: 0 from left to right, 1 from bottom to top
 * @box: what is moved, or a single place
 * @found: (inout): takes what is nearer than what it holds
 *
 * Looks for where the gap to a neighbour equals the one between that and the next, or the gaps on both sides are equal.
 */
void
qp_snap_spacing (QpSnapSearch *search, QpScene *scene, guint axis, QpBox box, QpSnapAxis *found)
{
  const Offer offer_to = { search, qp_box_low (box, axis), qp_box_high (box, axis), found };
  Stretches stretches;

  collect (search, scene, axis, box, &stretches);
  const int left = last_before (&stretches, offer_to.low + search->tolerance);
  const int right = first_after (&stretches, offer_to.high - search->tolerance);
  if (left != NONE)
    offer_after (&offer_to, &stretches, left);
  if (right != NONE)
    offer_before (&offer_to, &stretches, right);
  if (left != NONE && right != NONE && left != right)
    offer_between (&offer_to, &stretches, left, right);
}
