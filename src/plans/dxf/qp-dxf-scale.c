/* qp-dxf-scale.c: how large a drawing unit is
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "plans/dxf/qp-dxf-private.h"

/* A plan of a place is between these: smaller or larger is not believed. Most are about as large as the last, so a
 * unit that makes it that is the best guess. */
#define LEAST_PLAN_M 3.0
#define MOST_PLAN_M 20000.0
#define USUAL_PLAN_M 50.0
/* between these nothing is said */
#define SMALL_PLAN_M 8.0
#define LARGE_PLAN_M 5000.0
#define LARGE_SITE_M 600.0
#define LARGE_BUILDING_M 120.0
/* survey coordinates are in metres, though a whole district is wide */
#define SURVEY_FROM 100000.0
#define SURVEY_LIMIT 20000.0

enum
{
  UNIT_INCH = 1,
  UNIT_FOOT = 2,
  UNIT_MILLIMETRE = 4,
  UNIT_METRE = 6,
};

static const struct
{
  double metres;
  const char *name;
} units[] = {
  { NAN, NULL },
  { 0.0254, N_ ("inch") },
  { 0.3048, N_ ("foot") },
  { 1609.344, N_ ("mile") },
  { 1e-3, N_ ("millimetre") },
  { 1e-2, N_ ("centimetre") },
  { 1, N_ ("metre") },
  { 1e3, N_ ("kilometre") },
  { 2.54e-8, N_ ("microinch") },
  { 2.54e-5, N_ ("mil") },
  { 0.9144, N_ ("yard") },
  { 1e-10, N_ ("ångström") },
  { 1e-9, N_ ("nanometre") },
  { 1e-6, N_ ("micrometre") },
  { 0.1, N_ ("decimetre") },
  { 10, N_ ("decametre") },
  { 100, N_ ("hectometre") },
  { 1e9, N_ ("gigametre") },
  { NAN, NULL }, /* astronomical unit, light year, parsec: nobody's plan */
  { NAN, NULL },
  { NAN, NULL },
  { 1200.0 / 3937, N_ ("US survey foot") },
  { 100.0 / 3937, N_ ("US survey inch") },
  { 3600.0 / 3937, N_ ("US survey yard") },
  { 5280 * 1200.0 / 3937, N_ ("US survey mile") },
};

static double
side_of (const QpDxfReader *self)
{
  g_autofree char *hidden = qp_plan_drawing_default_hidden (self->drawing);
  QpBox box = qp_plan_drawing_bounds (self->drawing, hidden);

  if (qp_box_is_empty (box))
    box = qp_plan_drawing_bounds (self->drawing, NULL);
  return MAX (box.x1 - box.x0, box.y1 - box.y0);
}

static gboolean
is_known (int unit)
{
  return unit >= 1 && unit < (int) G_N_ELEMENTS (units) && units[unit].name != NULL;
}

/* $MEASUREMENT of 0 means inches, but many metric drawings have it too */
static gboolean
is_imperial (const QpDxfReader *self)
{
  return self->measurement == 0 || self->units == UNIT_INCH || self->units == UNIT_FOOT;
}

/* Templates say millimetres, whatever is drawn: what is of hundreds of metres in metres, and a building in inches, was
 * drawn in inches. Sites of up to so many metres are common and drawn in metres. */
static gboolean
is_in_inches (const QpDxfReader *self, double side)
{
  const double inches_m = side * units[UNIT_INCH].metres;

  return is_known (self->units) && side > LARGE_SITE_M && inches_m >= SMALL_PLAN_M && inches_m <= LARGE_BUILDING_M;
}

static guint
guess_unit (const QpDxfReader *self, double side)
{
  static const guint metric[] = { UNIT_MILLIMETRE, UNIT_METRE };
  static const guint imperial[] = { UNIT_INCH, UNIT_FOOT, UNIT_MILLIMETRE };
  const guint *candidates = is_imperial (self) ? imperial : metric;
  const guint n = is_imperial (self) ? G_N_ELEMENTS (imperial) : G_N_ELEMENTS (metric);
  const QpVec origin = qp_plan_drawing_origin (self->drawing);
  guint best = candidates[0];

  if (MAX (fabs (origin.x), fabs (origin.y)) > SURVEY_FROM && side < SURVEY_LIMIT)
    return UNIT_METRE;
  for (guint i = 1; i < n; i++)
    if (fabs (log (side * units[candidates[i]].metres / USUAL_PLAN_M))
        < fabs (log (side * units[best].metres / USUAL_PLAN_M)))
      best = candidates[i];
  return best == UNIT_METRE && is_in_inches (self, side) ? UNIT_INCH : best;
}

static char *
why_guessed (const QpDxfReader *self, double side, guint unit)
{
  g_autofree char *metres = qp_number_display_significant (side * units[unit].metres, 3);
  g_autofree char *size = qp_number_display_significant (side, 3);

  if (!is_known (self->units))
    return g_strdup_printf (
        _ ("The drawing does not say what its unit is. It is %s units large, so the unit is probably "
           "the %s, and the whole %s m: a guess. Measure a length that you know."),
        size, _ (units[unit].name), metres);
  g_autofree char *stated = qp_number_display_significant (side * units[self->units].metres, 3);
  return g_strdup_printf (
      _ ("By the unit that the drawing states, the %s, it is %s m large, which is hard to believe. "
         "The unit is probably the %s, and the whole %s m: a guess. Measure a length that you know."),
      _ (units[self->units].name), stated, _ (units[unit].name), metres);
}

static void
tell_guess (QpDxfReader *self, double side)
{
  QpDxfInfo *info = self->info;
  const guint unit = guess_unit (self, side);

  info->basis = QP_SCALE_GUESSED;
  info->metres_per_unit = units[unit].metres;
  info->why = why_guessed (self, side, unit);
  qp_findings_add (info->findings, QP_SEVERITY_WARNING, "unit-guessed", 0, NULL, NULL, "%s", info->why);
}

static void
tell_doubt (QpDxfReader *self, double metres)
{
  g_autofree char *size = qp_number_display_significant (metres, 3);

  if (metres < SMALL_PLAN_M || metres > LARGE_PLAN_M)
    qp_findings_add (
        self->info->findings, QP_SEVERITY_WARNING, "unit-doubtful", 0, NULL, NULL,
        _ ("By the unit that the drawing states, the %s, it is %s m large. Does that fit? Measure a length "
           "that you know."),
        _ (units[self->units].name), size);
}

/* finds the scale of a finished drawing, and says whether it is a guess */
void
qp_dxf_find_scale (QpDxfReader *self)
{
  const double side = side_of (self);
  const double metres = is_known (self->units) ? side * units[self->units].metres : NAN;

  /* a single point is no size to doubt */
  if (!(metres >= LEAST_PLAN_M && metres <= MOST_PLAN_M) && (side > 0 || !is_known (self->units)))
    {
      tell_guess (self, side);
      return;
    }
  self->info->basis = QP_SCALE_DRAWN;
  self->info->metres_per_unit = units[self->units].metres;
  self->info->why = g_strdup_printf (_ ("The drawing states its unit: %s."), _ (units[self->units].name));
  tell_doubt (self, metres);
}
