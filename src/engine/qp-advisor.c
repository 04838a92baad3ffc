/* qp-advisor.c: candidate pitches of a screen against its audience
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-advisor.h"

#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

/* pitches that agree to this many micrometres are one candidate */
#define SAME_UM 10

static const struct
{
  const char *key;
  const char *label;
} rules[QP_N_ADVISOR_RULES] = {
  [QP_ADVISOR_NEAREST_GB] = { "nearest_gb50464", N_ ("nearest, GB 50464") },
  [QP_ADVISOR_NEAREST] = { "nearest_1_7", N_ ("nearest, 1.7 m per mm") },
  [QP_ADVISOR_COMFORTABLE] = { "comfortable_3", N_ ("comfortable, 3 m per mm") },
  [QP_ADVISOR_ACUITY] = { "acuity", N_ ("pixels vanish") },
  [QP_ADVISOR_FARTHEST_GB] = { "farthest_gb50464", N_ ("farthest, GB 50464") },
};

/**
 * qp_advisor_rule_label:
 * @rule: a rule
 *
 * Returns: (transfer none): its name, translated
 */
const char *
qp_advisor_rule_label (QpAdvisorRule rule)
{
  return _ (rules[rule].label);
}

/**
 * qp_advisor_rule_key:
 * @rule: a rule
 *
 * Returns: (transfer none): its key word in JSON
 */
const char *
qp_advisor_rule_key (QpAdvisorRule rule)
{
  return rules[rule].key;
}

/**
 * qp_advisor_options_init:
 * @self: (out caller-allocates): options
 *
 * Asks for what 90 % of the audience can see with 20/20 vision, of all pitches.
 */
void
qp_advisor_options_init (QpAdvisorOptions *self)
{
  *self = (QpAdvisorOptions){ .alpha_arcmin = 1, .share = 0.9, .from_mm = NAN, .to_mm = NAN };
  qp_day_init (&self->day, NULL);
}

/**
 * qp_advisor_is_stopped:
 * @options: options
 *
 * Returns: whether the work should end
 */
gboolean
qp_advisor_is_stopped (const QpAdvisorOptions *options)
{
  return options->stop != NULL && g_atomic_int_get (options->stop) != 0;
}

/* --- formulas --- */

/* the first formula of a name that takes two numbers, which all of these do */
static double
calculate (const char *name, double a, double b)
{
  const QpArgument in[QP_FORMULA_MAX_INPUTS] = { { a, NULL }, { b, NULL } };

  return qp_formula_evaluate (qp_formula_find (name), in);
}

/**
 * qp_advisor_rule_distance:
 * @rule: a rule
 * @pitch_mm: a pitch, mm
 * @alpha_arcmin: angle that the eye resolves, arc minutes
 *
 * Returns: the distance that the rule asks for, metres, by the registered formula
 */
double
qp_advisor_rule_distance (QpAdvisorRule rule, double pitch_mm, double alpha_arcmin)
{
  switch (rule)
    {
    case QP_ADVISOR_NEAREST_GB:
      return calculate ("gb50464_distance_m", pitch_mm, 1380);
    case QP_ADVISOR_NEAREST:
      return calculate ("distance_by_factor_m", pitch_mm, 1.7);
    case QP_ADVISOR_COMFORTABLE:
      return calculate ("distance_by_factor_m", pitch_mm, 3);
    case QP_ADVISOR_ACUITY:
      return calculate ("retina_distance_m", pitch_mm, alpha_arcmin);
    case QP_ADVISOR_FARTHEST_GB:
    default:
      return calculate ("gb50464_distance_m", pitch_mm, 5520);
    }
}

/* --- what is built into the present opening --- */

typedef struct
{
  QpAdvice *advice;
  const QpScreen *screen;
  const QpEngineContext *context;
  QpCell present; /* sizes are 0 when not known */
  double width_m;
  double height_m;
  double filled; /* cabinets that are there, of those of the grid: less with cells left out, 2 with two sides */
} Build;

static void
build_init (Build *self, QpAdvice *advice, const QpScreen *screen, const QpEngineContext *context)
{
  QpEstimate estimate;

  *self = (Build){ .advice = advice, .screen = screen, .context = context };
  qp_estimate_screen (&estimate, screen, context);
  if (!qp_screen_cell (screen, context->catalogue, &self->present))
    self->present = (QpCell){ 0 };
  self->width_m = qp_estimate_get (&estimate, "width_m");
  self->height_m = qp_estimate_get (&estimate, "height_m");
  self->filled = qp_estimate_get (&estimate, "cabinets")
                 / (qp_estimate_get (&estimate, "columns") * qp_estimate_get (&estimate, "rows"));
}

static QpCell
cell_of (const QpCabinet *cabinet)
{
  return (QpCell){ cabinet->width_mm, cabinet->height_mm, cabinet->px_w, cabinet->px_h };
}

static gboolean
is_complete (const QpCell *cell)
{
  return cell->width_um > 0 && cell->height_um > 0 && cell->px_w > 0 && cell->px_h > 0;
}

/* pixels of the coarser direction are the first ones to be seen */
static double
pitch_of (const QpCell *cell)
{
  return fmax ((double) cell->width_um / (double) cell->px_w, (double) cell->height_um / (double) cell->px_h) / 1000;
}

static void
fit (const Build *build, const QpCell *cell, QpAdvisorCandidate *self)
{
  QpGrid below, above;

  qp_fit_size (cell, build->width_m, build->height_m, &below, &above);
  self->columns = self->present ? build->screen->columns : below.columns;
  self->rows = self->present ? build->screen->rows : below.rows;
  self->width_m = (double) (self->columns * cell->width_um) / 1e6;
  self->height_m = (double) (self->rows * cell->height_um) / 1e6;
  self->area_m2 = self->width_m * self->height_m * build->filled;
  self->px_w = (double) (self->columns * cell->px_w);
  self->px_h = (double) (self->rows * cell->px_h);
  self->uhd_class = calculate ("uhd_class", self->px_w, self->px_h);
}

static double
money (gint64 hundredths)
{
  return hundredths == QP_UNSET ? NAN : (double) hundredths / 100;
}

static gboolean
has_own_price (const QpScreen *screen)
{
  return screen->price_low != QP_UNSET || screen->price != QP_UNSET || screen->price_high != QP_UNSET;
}

/* one bound stands for both where the other is not known */
static void
set_price (QpAdvisorCandidate *self, double low, double likely, double high)
{
  self->price_low = !isnan (low) ? low : !isnan (likely) ? likely : high;
  self->price_high = !isnan (high) ? high : !isnan (likely) ? likely : low;
  self->total_low = calculate ("capex", self->area_m2, self->price_low);
  self->total_high = calculate ("capex", self->area_m2, self->price_high);
}

static void
read_price (const Build *build, QpAdvisorCandidate *self)
{
  const QpScreen *screen = build->screen;

  self->price_low = self->price_high = self->total_low = self->total_high = NAN;
  self->own_price = self->present && has_own_price (screen);
  if (self->own_price)
    {
      set_price (self, money (screen->price_low), money (screen->price), money (screen->price_high));
      return;
    }
  self->price = qp_price_evidence (build->context->catalogue, build->advice->currency, screen->environment,
                                   self->pitch_h_mm * 1000);
  if (self->price != NULL)
    set_price (self, money (self->price->low), NAN, money (self->price->high));
}

static void
read_load (const Build *build, QpAdvisorCandidate *self)
{
  const double cabinets = (double) (self->columns * self->rows) * build->filled;

  self->power_w = self->cabinet == NULL ? NAN : calculate ("total_of_cells", cabinets, self->cabinet->max_power_w);
  self->weight_kg = self->cabinet == NULL ? NAN : calculate ("total_of_cells", cabinets, self->cabinet->weight_kg);
}

/* --- which cabinet stands for a pitch --- */

static guint
n_published (const QpCabinet *cabinet)
{
  return !isnan (cabinet->max_power_w) + !isnan (cabinet->weight_kg);
}

/* the one whose power and weight are known, then the one that fills the opening best, then by key */
static gboolean
is_better (const Build *build, const QpCabinet *one, const QpCabinet *other)
{
  const QpCell a = cell_of (one), b = cell_of (other);
  QpGrid below_a, below_b, above;

  if (n_published (one) != n_published (other))
    return n_published (one) > n_published (other);
  qp_fit_size (&a, build->width_m, build->height_m, &below_a, &above);
  qp_fit_size (&b, build->width_m, build->height_m, &below_b, &above);
  if (fabs (below_a.area_m2 - below_b.area_m2) > 1e-9)
    return below_a.area_m2 > below_b.area_m2;
  return g_strcmp0 (one->key, other->key) < 0;
}

static QpAdvisorCandidate *
find_candidate (GArray *candidates, double pitch_mm)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      QpAdvisorCandidate *candidate = &g_array_index (candidates, QpAdvisorCandidate, i);
      if (fabs (candidate->pitch_mm - pitch_mm) * 1000 < SAME_UM)
        return candidate;
    }
  return NULL;
}

static gboolean
suits (const Build *build, const QpCabinet *cabinet)
{
  const QpAdvisorOptions *options = &build->advice->options;
  const gint64 environment = build->screen->environment;
  const QpCell cell = cell_of (cabinet);

  if (!is_complete (&cell) || (environment != QP_UNSET && cabinet->environment != QP_UNSET && environment != cabinet->environment))
    return FALSE;
  return !(pitch_of (&cell) < options->from_mm) && !(pitch_of (&cell) > options->to_mm);
}

static void
add_present (const Build *build)
{
  const QpScreen *screen = build->screen;
  QpAdvisorCandidate made = { .present = TRUE };

  if (!is_complete (&build->present))
    return;
  made.pitch_mm = pitch_of (&build->present);
  made.pitch_h_mm = (double) build->present.width_um / (double) build->present.px_w / 1000;
  made.cabinet = screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (build->context->catalogue, screen->cabinet);
  g_array_append_val (build->advice->candidates, made);
}

static void
add_cabinet (const Build *build, const QpCabinet *cabinet)
{
  const QpCell cell = cell_of (cabinet);
  const double pitch_mm = pitch_of (&cell);
  QpAdvisorCandidate *same = find_candidate (build->advice->candidates, pitch_mm);

  if (same == NULL)
    {
      const QpAdvisorCandidate made = { .pitch_mm = pitch_mm, .cabinet = cabinet, .n_cabinets = 1,
                                        .pitch_h_mm = (double) cell.width_um / (double) cell.px_w / 1000 };
      g_array_append_val (build->advice->candidates, made);
      return;
    }
  same->n_cabinets++;
  if (same->present || !is_better (build, cabinet, same->cabinet))
    return;
  same->cabinet = cabinet;
  same->pitch_mm = pitch_mm;
  same->pitch_h_mm = (double) cell.width_um / (double) cell.px_w / 1000;
}

static int
by_pitch (gconstpointer a, gconstpointer b)
{
  const QpAdvisorCandidate *one = a, *other = b;

  return (one->pitch_mm > other->pitch_mm) - (one->pitch_mm < other->pitch_mm);
}

static void
find_candidates (const Build *build)
{
  if (!(build->width_m > 0) || !(build->height_m > 0))
    return;
  add_present (build);
  if (build->context->catalogue != NULL)
    {
      g_autoptr (GPtrArray) all = qp_catalogue_nodes (build->context->catalogue, QP_KIND_CABINET);
      for (guint i = 0; i < all->len; i++)
        if (suits (build, g_ptr_array_index (all, i)))
          add_cabinet (build, g_ptr_array_index (all, i));
    }
  g_array_sort (build->advice->candidates, by_pitch);
}

/* --- against the audience --- */

static void
judge (const QpAdvice *advice, QpAdvisorCandidate *self)
{
  const QpAdvisorView *view = &advice->view;

  for (guint rule = 0; rule < QP_N_ADVISOR_RULES; rule++)
    {
      const double distance = qp_advisor_rule_distance (rule, self->pitch_mm, advice->options.alpha_arcmin);
      const double beyond = qp_advisor_view_nearer (view, distance * (1 + QP_ADVISOR_AT));
      self->distance[rule] = distance;
      self->below[rule] = qp_advisor_view_nearer (view, distance * (1 - QP_ADVISOR_AT));
      self->beyond[rule] = 1 - beyond;
      self->at[rule] = beyond - self->below[rule];
    }
  self->unseen = 1 - qp_advice_seen (advice, self->pitch_mm);
  self->ppd_near = calculate ("ppd_centre", self->pitch_mm, qp_advisor_view_centre_quantile (view, QP_ADVISOR_NEAR));
  self->ppd_median = calculate ("ppd_centre", self->pitch_mm, qp_advisor_view_centre_quantile (view, 0.5));
}

static void
complete (const Build *build, QpAdvisorCandidate *self)
{
  const QpCell cell = self->present ? build->present : cell_of (self->cabinet);

  fit (build, &cell, self);
  read_price (build, self);
  read_load (build, self);
  judge (build->advice, self);
}

/* what is just not seen by those asked for, and the coarsest candidate that is not coarser */
static void
conclude (QpAdvice *self)
{
  const double distance = qp_advisor_view_quantile (&self->view, 1 - self->options.share);

  self->enough_mm = calculate ("smallest_resolvable_mm", distance, self->options.alpha_arcmin);
  self->enough_share = 1 - qp_advisor_view_nearer (&self->view, distance);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      if (qp_advice_candidate (self, i)->present)
        self->present = (int) i;
      if (qp_advice_candidate (self, i)->pitch_mm <= self->enough_mm * (1 + 1e-9))
        self->enough = (int) i;
    }
}

/**
 * qp_advice_new:
 * @screen: a screen
 * @plan: (nullable): the plan that it is on
 * @context: project, site and catalogue
 * @options: what is asked
 *
 * Holds the pitches of the catalogue for the screen's environment, and its own, against the audience of the plan: where people
 * stand, how long, what of the pixels they see from there, and what each pitch would cost. Of the cabinets of one pitch the
 * one stands for all whose power and weight are published and that fills the present opening best without exceeding it.
 *
 * Returns: (transfer full): the advice; it may be made in any thread
 */
QpAdvice *
qp_advice_new (const QpScreen *screen, const QpNode *plan, const QpEngineContext *context, const QpAdvisorOptions *options)
{
  QpAdvice *self = g_new0 (QpAdvice, 1);
  Build build;

  self->screen = qp_node_ref ((QpNode *) &screen->node);
  self->catalogue = context->catalogue == NULL ? NULL : qp_catalogue_ref ((QpCatalogue *) context->catalogue);
  self->options = *options;
  qp_day_init (&self->options.day, context->project);
  self->currency = context->project == NULL ? NULL : g_strdup (context->project->currency);
  self->candidates = g_array_new (FALSE, TRUE, sizeof (QpAdvisorCandidate));
  self->present = self->enough = -1;
  qp_advisor_view_init (&self->view, screen, plan, context->catalogue, &self->options);
  build_init (&build, self, screen, context);
  find_candidates (&build);
  for (guint i = 0; i < self->candidates->len && !qp_advisor_is_stopped (options); i++)
    complete (&build, qp_advice_candidate (self, i));
  conclude (self);
  self->options.stop = NULL;
  return self;
}

/**
 * qp_advice_free:
 * @self: (transfer full) (nullable): an advice
 */
void
qp_advice_free (QpAdvice *self)
{
  if (self == NULL)
    return;
  qp_node_unref (self->screen);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  qp_advisor_view_clear (&self->view);
  g_free (self->currency);
  g_array_unref (self->candidates);
  g_free (self);
}

/**
 * qp_advice_seen:
 * @self: an advice
 * @pitch_mm: a pitch, mm
 *
 * Returns: share of the audience that sees single pixels of it, as it is nearer than its acuity distance, 0…1; NaN when there is
 *   nobody
 */
double
qp_advice_seen (const QpAdvice *self, double pitch_mm)
{
  return qp_advisor_view_nearer (&self->view, qp_advisor_rule_distance (QP_ADVISOR_ACUITY, pitch_mm, self->options.alpha_arcmin));
}
