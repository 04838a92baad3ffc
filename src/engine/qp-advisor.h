/* qp-advisor.h: which pixel pitch the audience of a screen can see, and what finer ones would cost
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-audience.h"
#include "engine/qp-estimate.h"
#include "engine/qp-shape.h"

G_BEGIN_DECLS

/** QP_ADVISOR_AT: who stands so much nearer or farther than a rule asks for is at its distance, neither below nor beyond */
#define QP_ADVISOR_AT 0.10
/** QP_ADVISOR_NEAR: part of the audience that is nearer than the near viewer */
#define QP_ADVISOR_NEAR 0.05

/**
 * QpAdvisorRule:
 * @QP_ADVISOR_NEAREST_GB: nearest viewer, GB 50464
 * @QP_ADVISOR_NEAREST: nearest viewer, 1.7 m per mm of pitch
 * @QP_ADVISOR_COMFORTABLE: comfortable, 3 m per mm of pitch
 * @QP_ADVISOR_ACUITY: pixels vanish, by the angle that the eye resolves
 * @QP_ADVISOR_FARTHEST_GB: farthest viewer, GB 50464
 *
 * The rules that a place is held against.
 */
typedef enum
{
  QP_ADVISOR_NEAREST_GB,
  QP_ADVISOR_NEAREST,
  QP_ADVISOR_COMFORTABLE,
  QP_ADVISOR_ACUITY,
  QP_ADVISOR_FARTHEST_GB,
  QP_N_ADVISOR_RULES,
} QpAdvisorRule;

const char *qp_advisor_rule_label (QpAdvisorRule rule);
const char *qp_advisor_rule_key (QpAdvisorRule rule);
double qp_advisor_rule_distance (QpAdvisorRule rule, double pitch_mm, double alpha_arcmin);

/**
 * QpAdvisorOptions:
 * @alpha_arcmin: angle that the eye resolves, arc minutes
 * @share: the advice is for at least this part of the audience, 0…1
 * @from_mm: least pitch of the candidates; NaN = no bound
 * @to_mm: greatest
 * @step_m: distance between the places looked at; 0 = chosen by the size of the audience
 * @day: the parts of the day; qp_advice_new() takes those of the project
 * @stop: (nullable): when it is set, from any thread, the work ends early; what is then there is of no use
 */
typedef struct
{
  double alpha_arcmin;
  double share;
  double from_mm;
  double to_mm;
  double step_m;
  QpDay day;
  const int *stop;
} QpAdvisorOptions;

void qp_advisor_options_init (QpAdvisorOptions *self);
gboolean qp_advisor_is_stopped (const QpAdvisorOptions *self);

/* who stands where (qp-advisor-people.c) */

/**
 * QpAdvisorBasis:
 * @QP_ADVISOR_NOBODY: the plan has no audience
 * @QP_ADVISOR_BY_PEOPLE: places count by visitor-minutes a day
 * @QP_ADVISOR_BY_GROUND: each place counts the same, as people or times are not known of all audiences
 */
typedef enum
{
  QP_ADVISOR_NOBODY,
  QP_ADVISOR_BY_PEOPLE,
  QP_ADVISOR_BY_GROUND,
} QpAdvisorBasis;

/**
 * QpAdvisorPlace:
 * @eye: where the eye is, metres
 * @weight: visitor-minutes a day, or m²
 * @nearest: to the nearest point of the faces that it is in front of, metres
 * @centre: to the middle of the face
 * @off_axis_deg: angle between where the face looks and the eye, degrees
 */
typedef struct
{
  QpVec3 eye;
  double weight;
  double nearest;
  double centre;
  double off_axis_deg;
} QpAdvisorPlace;

/**
 * QpAdvisorPeople:
 * @basis: how places count
 * @audiences: how many areas and paths there are
 * @unknown: of how many of them people or times are not known
 * @places: (element-type QpAdvisorPlace): all of them, before and behind
 * @whole: sum of their weights
 *
 * The audience of a plan as places.
 */
typedef struct
{
  QpAdvisorBasis basis;
  guint audiences;
  guint unknown;
  GArray *places;
  double whole;
} QpAdvisorPeople;

void qp_advisor_people_init (QpAdvisorPeople *self, const QpNode *plan, const QpScreen *screen,
                             const QpAdvisorOptions *options);
void qp_advisor_people_clear (QpAdvisorPeople *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpAdvisorPeople, qp_advisor_people_clear)

/* how they see the screen (qp-advisor-view.c) */

/**
 * QpAdvisorView:
 * @basis: how places count
 * @audiences: how many areas and paths there are
 * @unknown: of how many of them people or times are not known
 * @whole: visitor-minutes a day (or m²) of all places
 * @before: of those in front of a face
 * @nearest: (element-type double): distances to the nearest point, the nearest first, metres
 * @nearest_sums: (element-type double): weights up to and with each of them
 * @centre: (element-type double): distances to the middle of the face, the same way
 * @centre_sums: (element-type double): their weights
 * @beyond_angle: share of @before beyond the half-luminance angle of the cabinet; NaN when that is not known
 * @half_angle_deg: that angle from the axis, degrees; NaN when not known
 * @bottom_known: whether the height of the bottom edge is known; otherwise it is taken as 0
 *
 * What the places in front of a screen are away from it.
 */
typedef struct
{
  QpAdvisorBasis basis;
  guint audiences;
  guint unknown;
  double whole;
  double before;
  GArray *nearest;
  GArray *nearest_sums;
  GArray *centre;
  GArray *centre_sums;
  double beyond_angle;
  double half_angle_deg;
  gboolean bottom_known;
} QpAdvisorView;

void qp_advisor_view_init (QpAdvisorView *self, const QpScreen *screen, const QpNode *plan, const QpCatalogue *catalogue,
                           const QpAdvisorOptions *options);
void qp_advisor_view_clear (QpAdvisorView *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QpAdvisorView, qp_advisor_view_clear)
double qp_advisor_view_nearer (const QpAdvisorView *self, double distance);
double qp_advisor_view_quantile (const QpAdvisorView *self, double share);
double qp_advisor_view_centre_quantile (const QpAdvisorView *self, double share);

/* the candidates and the advice (qp-advisor.c) */

/**
 * QpAdvisorCandidate:
 * @pitch_mm: the coarser of both pitches, mm
 * @pitch_h_mm: pitch across, by which prices are found, mm
 * @cabinet: (nullable): cabinet of the catalogue that stands for the pitch; %NULL for a present one of typed size
 * @n_cabinets: how many cabinets of the catalogue have the pitch
 * @present: whether the screen is made of it
 * @columns: cabinets across that fit into the present opening
 * @rows: cabinets down
 * @width_m: metres
 * @height_m: metres
 * @area_m2: m², with the cells that are left out now left out in proportion
 * @px_w: pixels across
 * @px_h: pixels down
 * @uhd_class: 0 below HD, 1 HD, 2 4K, 3 8K
 * @distance: of each rule, metres
 * @below: share of the audience that is nearer, by rule; NaN without an audience
 * @at: share that is at this distance
 * @beyond: share that is farther
 * @unseen: share that cannot see anything finer: as far as its acuity distance, or farther
 * @ppd_near: pixels per degree of the near viewer at the middle of the face; NaN when not known
 * @ppd_median: of the median viewer
 * @price: (nullable): evidence of the price; %NULL when there is none, or when it is the screen's own
 * @own_price: whether the price is the screen's own
 * @price_low: per m², in the currency of the project; NaN when not known
 * @price_high: per m²
 * @total_low: of the display
 * @total_high: of the display
 * @power_w: peak power, W; NaN when the maker publishes none
 * @weight_kg: of the cabinets, kg; NaN when the maker publishes none
 *
 * One pitch.
 */
typedef struct
{
  double pitch_mm;
  double pitch_h_mm;
  const QpCabinet *cabinet;
  guint n_cabinets;
  gboolean present;
  gint64 columns;
  gint64 rows;
  double width_m;
  double height_m;
  double area_m2;
  double px_w;
  double px_h;
  double uhd_class;
  double distance[QP_N_ADVISOR_RULES];
  double below[QP_N_ADVISOR_RULES];
  double at[QP_N_ADVISOR_RULES];
  double beyond[QP_N_ADVISOR_RULES];
  double unseen;
  double ppd_near;
  double ppd_median;
  const QpPrice *price;
  gboolean own_price;
  double price_low;
  double price_high;
  double total_low;
  double total_high;
  double power_w;
  double weight_kg;
} QpAdvisorCandidate;

/**
 * QpAdvice:
 * @screen: (owned): the screen
 * @catalogue: (owned): what the candidates point into
 * @options: what was asked
 * @view: the audience
 * @currency: (nullable): of all prices
 * @candidates: (element-type QpAdvisorCandidate): the finest first
 * @present: index of the present pitch, or -1
 * @enough: index of the coarsest pitch whose pixels nobody sees of those asked for, or -1
 * @enough_mm: pitch that is just not seen by them, mm; NaN without an audience
 * @enough_share: share of the audience that does not see it, 0…1
 *
 * The advice for a screen. Immutable; may be handed from thread to thread.
 */
typedef struct
{
  QpNode *screen;
  QpCatalogue *catalogue;
  QpAdvisorOptions options;
  QpAdvisorView view;
  char *currency;
  GArray *candidates;
  int present;
  int enough;
  double enough_mm;
  double enough_share;
} QpAdvice;

QpAdvice *qp_advice_new (const QpScreen *screen, const QpNode *plan, const QpEngineContext *context,
                         const QpAdvisorOptions *options);
void qp_advice_free (QpAdvice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpAdvice, qp_advice_free)

#define qp_advice_candidate(self, i) (&g_array_index ((self)->candidates, QpAdvisorCandidate, (i)))

double qp_advice_seen (const QpAdvice *self, double pitch_mm);

/* in words (qp-advisor-words.c) */

char *qp_advice_sentence (const QpAdvice *self);
char *qp_advice_sentence_for (const QpAdvice *self, guint candidate);
GPtrArray *qp_advice_notes (const QpAdvice *self);
char *qp_advice_pitch_text (double pitch_mm);
char *qp_advice_share_text (double share);
char *qp_advice_price_origin (const QpAdvice *self, guint candidate);
const char *qp_advice_basis_text (QpAdvisorBasis basis);

G_END_DECLS
