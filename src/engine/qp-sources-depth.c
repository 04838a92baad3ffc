/* qp-sources-depth.c: reads what a picture with depth is calculated from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-depth.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

static char *
field_origin (const char *field)
{
  return g_strdup_printf (_ ("%s: %s"), qp_kind_label (QP_KIND_SCREEN),
                          qp_field_label (qp_kind_field (QP_KIND_SCREEN, field)));
}

/* most screens have no eye point, and are done with */
static double
read_eye_distance (const QpSources *self)
{
  g_auto (QpDepth) depth = { 0 };

  if (self->screen->eye_x_m == QP_UNSET)
    return NAN;
  qp_depth_init (&depth, self->screen, self->context->catalogue);
  return qp_depth_eye_distance (&depth);
}

static char *
origin_eye_distance (const QpSources *self)
{
  return g_strdup (_ ("from the design eye point to the middle of what it sees of the screen"));
}

static gboolean
find_reach (const QpSources *self, QpDepthReach *reach)
{
  g_auto (QpDepth) depth = { 0 };

  if (self->screen->eye_x_m == QP_UNSET)
    return FALSE;
  qp_depth_init (&depth, self->screen, self->context->catalogue);
  return qp_depth_reach (&depth, depth.good_deg, reach);
}

static double
read_across (const QpSources *self)
{
  QpDepthReach reach;

  return find_reach (self, &reach) ? reach.left + reach.right : NAN;
}

static double
read_along (const QpSources *self)
{
  QpDepthReach reach;

  return find_reach (self, &reach) ? reach.nearer + reach.further : NAN;
}

static char *
origin_zone (const QpSources *self)
{
  return g_strdup (_ ("searched on the plan, from the eye point outwards: as far as the corners and the middle of every face "
                      "that it sees appear within the error, at the depths of the content"));
}

static double
metres (gint64 um)
{
  return um == QP_UNSET || um == 0 ? NAN : (double) um / 1e6;
}

static double
read_behind (const QpSources *self)
{
  return metres (self->screen->depth_behind_m);
}

static char *
origin_behind (const QpSources *self)
{
  return field_origin ("depth_behind_m");
}

static double
read_before (const QpSources *self)
{
  return -metres (self->screen->depth_front_m);
}

static char *
origin_before (const QpSources *self)
{
  return field_origin ("depth_front_m");
}

static double
read_good (const QpSources *self)
{
  return isnan (self->screen->sweet_good_deg) ? 1 : self->screen->sweet_good_deg;
}

static char *
origin_good (const QpSources *self)
{
  return field_origin ("sweet_good_deg");
}

static const QpReader readers[] = {
  { "eye_distance_m", read_eye_distance, origin_eye_distance },
  { "content_behind_m", read_behind, origin_behind },
  { "content_before_m", read_before, origin_before },
  { "sweet_across_m", read_across, origin_zone },
  { "sweet_along_m", read_along, origin_zone },
  { "sweet_good_deg", read_good, origin_good },
};

const QpReader *
qp_depth_reader_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].key, key) == 0)
      return &readers[i];
  return NULL;
}
