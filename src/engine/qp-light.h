/* qp-light.h: the light of a plan's screens at the windows of its neighbours, against what is allowed there
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"
#include "engine/qp-light-face.h"

G_BEGIN_DECLS

/** minutes after midnight; what is taken where a site tells no curfew */
#define QP_LIGHT_USUAL_CURFEW (23 * 60)

/**
 * QpLightSource:
 * @screen: (transfer none): a screen of the plan
 * @known: whether it is known where it shines
 * @luminance: by night, cd/m²; NaN when not known
 * @after_curfew: whether it shines after the curfew; a screen whose hours are not known does
 * @alone: highest luminance by night with which every window passes when no other screen shines, cd/m²; infinite when it
 *   shines on none, NaN when no limit is known
 * @beside: the same beside the other screens as they are; 0 when they alone are too bright
 * @sign_limit: greatest luminance by night for its zone and area, cd/m²; NaN when not known
 * @face: where it shines
 */
typedef struct
{
  const QpScreen *screen;
  gboolean known;
  double luminance;
  gboolean after_curfew;
  double alone;
  double beside;
  double sign_limit;
  QpLightFace face;
} QpLightSource;

/**
 * QpLightSum:
 * @at: the place where it is brightest
 * @normal: where the surface looks there
 * @factors: illuminance there for 1 cd/m² of each screen, lx; NaN when not known; those that do not shine are 0
 * @lx: sum of all screens; NaN when the light of one that may shine there is not known
 * @known_lx: sum of those that are known
 * @limit: what is allowed, lx; NaN when not known or nothing is asked of such a place
 * @verdict: how it stands to the limit
 */
typedef struct
{
  QpVec3 at;
  QpVec3 normal;
  double *factors;
  double lx;
  double known_lx;
  double limit;
  QpVerdict verdict;
} QpLightSum;

/**
 * QpLightReceptor:
 * @receptor: (transfer none): a receptor of the plan
 * @placed: whether it has a place
 * @judged: whether it is a window that limits are made for
 * @facing_assumed: whether it says where it looks; if not, it looks to where most light comes from
 * @points: places that were looked at
 * @step: metres between them, at most
 * @before: before the curfew
 * @after: after the curfew
 * @highest: highest luminance of all screens alike with which it passes, cd/m²; infinite when none shines on it
 * @strongest: (element-type double): by screen, greatest illuminance for 1 cd/m² of that screen alone, lx
 */
typedef struct
{
  const QpReceptor *receptor;
  gboolean placed;
  gboolean judged;
  gboolean facing_assumed;
  guint points;
  double step;
  QpLightSum before;
  QpLightSum after;
  double highest;
  double *strongest;
} QpLightReceptor;

/**
 * QpLight:
 * @plan: (transfer none): the plan
 * @site: (transfer none) (nullable): its site
 * @zone: (nullable): its environmental zone, as "E3"
 * @curfew: minutes after midnight
 * @curfew_assumed: whether the site tells none
 * @n_sources: screens
 * @sources: (array length=n_sources): the screens that are not retired
 * @n_receptors: receptors
 * @receptors: (array length=n_receptors): all receptors of the plan
 * @highest: highest luminance of all screens alike with which every window passes, cd/m²; infinite when none is lit
 * @unknown_tops: obstacles without a known top; they hide whatever is behind
 * @walls: (element-type QpSightWall): what hides
 *
 * Light by night on a plan. Immutable once made; the nodes that it was made of must outlive it.
 */
typedef struct _QpLight
{
  const QpPlan *plan;
  const QpSite *site;
  const char *zone;
  int curfew;
  gboolean curfew_assumed;
  guint n_sources;
  QpLightSource *sources;
  guint n_receptors;
  QpLightReceptor *receptors;
  double highest;
  guint unknown_tops;
  GArray *walls;
} QpLight;

QpLight *qp_light_new (const QpEngineContext *context, const int *stop);
void qp_light_free (QpLight *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpLight, qp_light_free)

const QpLightReceptor *qp_light_receptor (const QpLight *self, QpId id);
const QpLightSource *qp_light_source (const QpLight *self, QpId id);
double qp_light_lx (const QpLight *self, const QpLightSum *sum, guint source);
const QpLightReceptor *qp_light_worst (const QpLight *self, gboolean after);
const QpLightReceptor *qp_light_worst_of (const QpLight *self, guint source, gboolean after, double *lx);

gboolean qp_light_shines_after (const QpScreen *screen, int curfew);
gboolean qp_light_is_retired (const QpScreen *screen);
double qp_light_dimmed (double night_cdm2, double day_cdm2, double night_lx, double day_lx, double ambient_lx);
double qp_light_window_limit (const char *zone, gboolean after);

/* qp-light-words.c: how a number was computed */
QpExplanation *qp_light_explain_lx (const QpLight *self, const QpLightReceptor *receptor, gboolean after);
QpExplanation *qp_light_explain_highest (const QpLight *self, const QpLightReceptor *receptor);
char *qp_light_number (double value, guint decimals, const char *unit);
char *qp_light_highest (double value);
char *qp_light_emission_words (const QpEmission *emission);

/**
 * QpLightSurface:
 * @QP_LIGHT_FACING: upright, facing each screen: the most that a window there can get
 * @QP_LIGHT_LEVEL: level, looking up
 */
typedef enum
{
  QP_LIGHT_FACING,
  QP_LIGHT_LEVEL,
} QpLightSurface;

/* qp-light-map.c */
float *qp_light_map (const QpLight *self, const QpSightGrid *grid, QpLightSurface surface, const QpScreen *only,
                     gboolean after, QpSightGoOn go_on, gpointer data);
float *qp_light_face_map (const QpLightFace *face, const GArray *walls, const QpSightGrid *grid, const guint8 *covered,
                          QpSightGoOn go_on, gpointer data);

G_END_DECLS
