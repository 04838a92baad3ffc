/* qp-sources-light.c: reads what luminance and contrast are calculated from
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

/* a black face with masks */
#define ASSUMED_REFLECTANCE 0.04

static gboolean
day_is_typed (const QpSources *self)
{
  return !isnan (self->screen->luminance_day_cdm2);
}

/* by day a screen shines as brightly as its cabinets can, unless it says otherwise */
static double
read_day (const QpSources *self)
{
  if (day_is_typed (self))
    return self->screen->luminance_day_cdm2;
  return self->cabinet == NULL ? NAN : self->cabinet->luminance_cdm2;
}

static char *
origin_day (const QpSources *self)
{
  return day_is_typed (self) || self->cabinet == NULL ? qp_origin_of_field (QP_KIND_SCREEN, "luminance_day_cdm2")
                                                      : qp_origin_of_cabinet (self, NULL);
}

static double
read_night (const QpSources *self)
{
  return self->screen->luminance_night_cdm2;
}

static char *
origin_night (const QpSources *self)
{
  return qp_origin_of_field (QP_KIND_SCREEN, "luminance_night_cdm2");
}

/* what shines indoors is no sign in a zone */
static gboolean
is_indoors (const QpSources *self)
{
  return self->screen->environment == QP_ENVIRONMENT_INDOOR;
}

static double
read_zone (const QpSources *self)
{
  const QpSite *site = self->context->site;

  return is_indoors (self) || site == NULL || site->zone == QP_UNSET ? NAN : (double) site->zone;
}

static char *
origin_zone (const QpSources *self)
{
  return is_indoors (self) ? g_strdup (_ ("limits of zones are for outdoor screens")) : qp_origin_of_field (QP_KIND_SITE, "zone");
}

static double
read_ambient_day (const QpSources *self)
{
  return self->context->site == NULL ? NAN : self->context->site->ambient_day_lx;
}

static char *
origin_ambient_day (const QpSources *self)
{
  return qp_origin_of_field (QP_KIND_SITE, "ambient_day_lx");
}

static double
read_ambient_night (const QpSources *self)
{
  return self->context->site == NULL ? NAN : self->context->site->ambient_night_lx;
}

static char *
origin_ambient_night (const QpSources *self)
{
  return qp_origin_of_field (QP_KIND_SITE, "ambient_night_lx");
}

static double
read_reflectance (const QpSources *self)
{
  return ASSUMED_REFLECTANCE;
}

static char *
origin_reflectance (const QpSources *self)
{
  return g_strdup (_ ("assumption: a black face with masks"));
}

static const QpReader readers[] = {
  { "luminance_day_cdm2", read_day, origin_day },
  { "luminance_night_cdm2", read_night, origin_night },
  { "zone", read_zone, origin_zone },
  { "ambient_day_lx", read_ambient_day, origin_ambient_day },
  { "ambient_night_lx", read_ambient_night, origin_ambient_night },
  { "face_reflectance", read_reflectance, origin_reflectance },
};

const QpReader *
qp_light_reader_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].key, key) == 0)
      return &readers[i];
  return NULL;
}
