/* qp-facts.c: what was published about a screen, against itself and against the calculation
 *
 * Press figures contradict themselves often: a finding, never a silent pick of one of them.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-facts.h"

#include "engine/qp-cards-shape.h"
#include "engine/qp-data-runs.h"
#include "engine/qp-depth.h"
#include "engine/qp-power-runs.h"
#include "engine/qp-structure.h"

#include <math.h>
#include <string.h>

typedef struct
{
  QpFindings *findings;
  const char *name;
  double width_m, height_m, area_m2, pitch_mm, px_w, px_h, pixels, cabinets, cabinet_width_mm, cabinet_height_mm;
  double uhd_class, leds;
  guint compared;
} Facts;

static double *
slot (Facts *self, const char *quantity)
{
  const struct
  {
    const char *quantity;
    double *value;
  } slots[] = {
    { "width_m", &self->width_m },   { "height_m", &self->height_m },
    { "area_m2", &self->area_m2 },   { "pitch_mm", &self->pitch_mm },
    { "px_w", &self->px_w },         { "px_h", &self->px_h },
    { "pixels", &self->pixels },     { "cabinets", &self->cabinets },
    { "cabinet_width_mm", &self->cabinet_width_mm },
    { "cabinet_height_mm", &self->cabinet_height_mm },
    { "uhd_class", &self->uhd_class }, { "leds", &self->leds },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (quantity != NULL && strcmp (slots[i].quantity, quantity) == 0)
      return slots[i].value;
  return NULL;
}

static double
class_number (const char *word)
{
  return g_str_has_prefix (word, "8K") ? 3 : g_str_has_prefix (word, "4K") ? 2 : g_str_has_prefix (word, "HD") ? 1 : NAN;
}

static double
fact_number (const QpFact *fact)
{
  double number;

  if (fact->value == NULL)
    return NAN;
  if (g_strcmp0 (fact->quantity, "uhd_class") == 0)
    return class_number (fact->value);
  return qp_real_parse (fact->value, &number) == QP_PARSE_OK ? number : NAN;
}

/* slips that the press is known for, by the factor between two figures */
static const struct
{
  const char *quantity; /* NULL: any */
  double factor;
  double tolerance;
  const char *hint;
} slips[] = {
  { "area_m2", 10.7639, 0.01, N_ (" One of them looks like square feet written as square metres.") },
  { "width_m", 3.28084, 0.01, N_ (" One of them looks like feet written as metres.") },
  { "height_m", 3.28084, 0.01, N_ (" One of them looks like feet written as metres.") },
  { "width_m", 2, 0.06, N_ (" About a factor of two: one may count physical, the other logical pixels.") },
  { "height_m", 2, 0.06, N_ (" About a factor of two: one may count physical, the other logical pixels.") },
  { NULL, 10, 0.03, N_ (" About a factor of ten: a digit may be lost or too many.") },
  { NULL, 1000, 0.03, N_ (" About a factor of a thousand: a decimal sign or a unit may have slipped.") },
};

static const char *
slip_hint (const char *quantity, double ratio)
{
  const double factor = ratio < 1 ? 1 / ratio : ratio;

  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    if ((slips[i].quantity == NULL || strcmp (slips[i].quantity, quantity) == 0)
        && fabs (factor / slips[i].factor - 1) <= slips[i].tolerance)
      return _ (slips[i].hint);
  return "";
}

/* five digits are more than the press has, and no zero is made up */
static char *
figure (const char *unit, double value)
{
  const double step = pow (10, MIN (0, floor (log10 (fabs (value))) - 4));
  g_autofree char *number = qp_number_display_shortest (round (value / step) * step);
  return *unit == '\0' ? g_steal_pointer (&number) : g_strdup_printf ("%s\u2009%s", number, unit);
}

/* one comparison of two figures that ought to be the same */
static void
compare (Facts *self, const char *what, double published, double other, const char *other_what)
{
  if (isnan (published) || isnan (other) || other == 0)
    return;

  const double deviation = fabs (published / other - 1);
  const int index = qp_quantity_index (what);
  const QpQuantity *quantity = index < 0 ? NULL : qp_quantity_at ((guint) index);
  const char *label = quantity == NULL ? what : _ (quantity->label), *unit = quantity == NULL ? "" : quantity->unit;
  g_autofree char *a = figure (unit, published);
  g_autofree char *b = figure (unit, other);
  g_autofree char *percent = qp_number_display (deviation * 100, 1);
  self->compared++;
  if (deviation > QP_FACTS_NEARLY)
    qp_findings_add (self->findings, QP_SEVERITY_WARNING, "facts-contradict", 0, self->name, what,
                     _ ("Published figures contradict each other: “%s” is %s, but %s gives %s, which is %s\u2009%% off. Both are kept; say which one holds.%s"),
                     label, a, other_what, b, percent, slip_hint (what, published / other));
  else if (deviation > QP_FACTS_AGREE)
    qp_findings_add (self->findings, QP_SEVERITY_NOTE, "facts-differ", 0, self->name, what,
                     _ ("Published figures differ a little: “%s” is %s, and %s gives %s, which is %s\u2009%% off."), label, a,
                     other_what, b, percent);
}

static void
read_facts (Facts *self, const QpNode *node)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next_of (&iter, QP_KIND_FACT)) != NULL;)
    {
      const QpFact *fact = (const QpFact *) child;
      double *value = fact->basis == QP_FACT_PUBLISHED ? slot (self, fact->quantity) : NULL;
      if (value == NULL)
        continue;
      const double number = fact_number (fact);
      if (isnan (*value))
        *value = number;
      else
        compare (self, fact->quantity, number, *value, _ ("another source"));
    }
}

/* both sides count: a raster with the pixels of 4K in all may still miss one side of it */
static void
check_class (Facts *self)
{
  static const double least_w[] = { 0, 1920, 3840, 7680 }, least_h[] = { 0, 1080, 2160, 4320 };

  if (isnan (self->uhd_class))
    return;
  const guint wanted = (guint) self->uhd_class;
  if (!isnan (self->px_w) && !isnan (self->px_h))
    {
      self->compared++;
      if (self->px_w < least_w[wanted] || self->px_h < least_h[wanted])
        qp_findings_add (self->findings, QP_SEVERITY_WARNING, "class-not-reached", 0, self->name, "uhd_class",
                         _ ("It is published as %s, but %.0f\u2009×\u2009%.0f px is less than %.0f\u2009×\u2009%.0f px on at least one side."),
                         wanted == 3 ? "8K" : wanted == 2 ? "4K" : "HD", self->px_w, self->px_h, least_w[wanted], least_h[wanted]);
      return;
    }
  const double capacity = !isnan (self->pixels) ? self->pixels : self->area_m2 * 1e6 / (self->pitch_mm * self->pitch_mm);
  if (isnan (capacity))
    return;
  self->compared++;
  g_autofree char *held = qp_number_display (capacity / 1e6, 1);
  g_autofree char *needed = qp_number_display (least_w[wanted] * least_h[wanted] / 1e6, 1);
  if (capacity < least_w[wanted] * least_h[wanted] * (1 - QP_FACTS_NEARLY))
    qp_findings_add (self->findings, QP_SEVERITY_WARNING, "class-not-reached", 0, self->name, "uhd_class",
                     _ ("It is published as %s, but its area and pitch hold only %s million pixels of the %s million needed."),
                     wanted == 3 ? "8K" : wanted == 2 ? "4K" : "HD", held, needed);
}

static void
tell_pitch (Facts *self, const char *from, double pitch_mm)
{
  if (!isfinite (pitch_mm) || pitch_mm <= 0)
    return;
  g_autofree char *text = figure ("mm", pitch_mm);
  qp_findings_add (self->findings, QP_SEVERITY_NOTE, "facts-imply", 0, self->name, "pitch_mm",
                   _ ("The pitch was not published; %s gives %s."), from, text);
}

/* what follows from the figures that were published, where nobody printed it */
static void
tell_what_follows (Facts *self)
{
  const double pixels = !isnan (self->px_w * self->px_h) ? self->px_w * self->px_h : self->pixels;
  const double across = self->width_m * 1000 / self->px_w, down = self->height_m * 1000 / self->px_h;

  if (!isnan (self->pitch_mm))
    return;
  if (!isnan (across) && !isnan (down))
    compare (self, "pitch_mm", across, down, _ ("height ÷ pixels"));
  tell_pitch (self, _ ("width ÷ pixels"), across);
  tell_pitch (self, _ ("height ÷ pixels"), down);
  if (isnan (across) && isnan (down))
    tell_pitch (self, _ ("the square root of area ÷ pixels"), sqrt (self->area_m2 * 1e6 / pixels));
}

/**
 * qp_facts_check:
 * @node: a screen (or a site) with facts
 * @findings: where to tell
 *
 * Compares the published facts of @node with each other: width × height with area, pixels × pitch with size,
 * cabinets with area, LED packages (three to a pixel) with pixels, raster with the class claimed. A contradiction is
 * a warning, with the slip it looks like where its factor is that of feet, of a lost digit or of doubled pixels; a
 * small difference, too few facts to compare anything, and what follows from the facts are notes.
 */
void
qp_facts_check (const QpNode *node, QpFindings *findings)
{
  g_autofree char *name = qp_node_display_name (node);
  Facts self = { findings, name, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0 };

  read_facts (&self, node);
  compare (&self, "area_m2", self.area_m2, self.width_m * self.height_m, _ ("width × height"));
  compare (&self, "width_m", self.width_m, self.px_w * self.pitch_mm / 1000, _ ("pixels × pitch"));
  compare (&self, "height_m", self.height_m, self.px_h * self.pitch_mm / 1000, _ ("pixels × pitch"));
  compare (&self, "pixels", self.pixels, self.px_w * self.px_h, _ ("pixels across × down"));
  compare (&self, "pixels", isnan (self.pixels) ? self.px_w * self.px_h : self.pixels, self.leds / 3, _ ("LEDs ÷ 3"));
  compare (&self, "area_m2", self.area_m2, self.cabinets * self.cabinet_width_mm * self.cabinet_height_mm / 1e6,
           _ ("cabinets × cabinet size"));
  if (isnan (self.px_w) || isnan (self.px_h))
    compare (&self, "area_m2", self.area_m2, self.pixels * self.pitch_mm * self.pitch_mm / 1e6, _ ("pixels × pitch²"));
  else if (isnan (self.width_m) || isnan (self.height_m))
    compare (&self, "area_m2", self.area_m2, self.px_w * self.px_h * self.pitch_mm * self.pitch_mm / 1e6, _ ("pixels × pitch²"));
  tell_what_follows (&self);
  check_class (&self);

  const gboolean any = !isnan (self.width_m) || !isnan (self.height_m) || !isnan (self.area_m2) || !isnan (self.pitch_mm)
                       || !isnan (self.px_w) || !isnan (self.pixels) || !isnan (self.uhd_class);
  if (any && self.compared == 0)
    qp_findings_add (findings, QP_SEVERITY_NOTE, "facts-insufficient", 0, name, NULL,
                     _ ("Too little was published to check it: no two figures can be compared."));
}

static void
check_cabinet (const QpScreen *screen, const QpEngineContext *context, const char *name, QpFindings *findings)
{
  if (screen->cabinet != NULL
      && (context->catalogue == NULL || qp_catalogue_cabinet (context->catalogue, screen->cabinet) == NULL))
    qp_findings_add (findings, QP_SEVERITY_WARNING, "cabinet-unknown", 0, name, "cabinet",
                     _ ("The catalogue has no cabinet “%s”. Size and raster are not known until one is chosen."), screen->cabinet);
  if (screen->controller != NULL
      && (context->catalogue == NULL || qp_catalogue_controller (context->catalogue, screen->controller) == NULL))
    qp_findings_add (findings, QP_SEVERITY_WARNING, "controller-unknown", 0, name, "controller",
                     _ ("The catalogue has no controller “%s”. A 1 Gbit/s port is assumed."), screen->controller);
}

/* a raster that has the columns of a class but not its rows, or the other way round */
static void
check_short_side (const QpEstimate *estimate, const char *name, QpFindings *findings)
{
  static const double sides[][2] = { { 7680, 4320 }, { 3840, 2160 } };
  const double w = qp_estimate_get (estimate, "px_w"), h = qp_estimate_get (estimate, "px_h");

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      if (w >= sides[i][0] && h >= sides[i][1])
        return;
      if ((w >= sides[i][0] && h >= sides[i][1] * 0.9) || (h >= sides[i][1] && w >= sides[i][0] * 0.9))
        {
          qp_findings_add (findings, QP_SEVERITY_WARNING, "one-side-short", 0, name, "uhd_class",
                           _ ("%.0f\u2009×\u2009%.0f px is just short of %s: %.0f\u2009×\u2009%.0f px are needed. One more row or column of cabinets would reach it."),
                           w, h, i == 0 ? "8K" : "4K", sides[i][0], sides[i][1]);
          return;
        }
    }
}

static void
check_against_facts (const QpScreen *screen, const QpEstimate *estimate, const char *name, QpFindings *findings)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, screen->node.children);
  for (const QpNode *child; (child = qp_node_iter_next_of (&iter, QP_KIND_FACT)) != NULL;)
    {
      const QpFact *fact = (const QpFact *) child;
      const int index = fact->basis != QP_FACT_PUBLISHED || fact->quantity == NULL ? -1 : qp_quantity_index (fact->quantity);
      const double published = index < 0 ? NAN : fact_number (fact);
      const double planned = index < 0 ? NAN : estimate->values[index];
      if (isnan (published) || isnan (planned))
        continue;
      const gboolean is_class = strcmp (fact->quantity, "uhd_class") == 0;
      const double deviation = fabs (planned / published - 1);
      if (is_class ? planned >= published : deviation <= QP_FACTS_AGREE)
        continue;
      g_autofree char *a = qp_quantity_format ((guint) index, planned);
      g_autofree char *b = qp_quantity_format ((guint) index, published);
      qp_findings_add (findings, is_class || deviation > QP_FACTS_NEARLY ? QP_SEVERITY_WARNING : QP_SEVERITY_NOTE,
                       "differs-from-source", 0, name, fact->quantity, _ ("%s: the plan has %s, the source says %s."),
                       _ (qp_quantity_at ((guint) index)->label), a, b);
    }
}

static void
check_wiring (const QpScreen *screen, const QpEngineContext *context, const char *name, QpFindings *findings)
{
  g_auto (QpDataRuns) data = { 0 };
  g_auto (QpPowerRuns) power = { 0 };

  qp_data_runs_init (&data, screen, context);
  qp_data_runs_check (&data, screen, context->catalogue, name, findings);
  qp_power_runs_init (&power, screen, context);
  qp_power_runs_check (&power, name, findings);
}

/**
 * qp_estimate_check:
 * @screen: a screen
 * @context: what the calculation reads
 * @findings: where to tell
 *
 * Looks for what a planner should know before trusting the results: equipment that the catalogue does not have,
 * a raster that misses a class by one side, published facts that contradict each other or the plan.
 */
void
qp_estimate_check (const QpScreen *screen, const QpEngineContext *context, QpFindings *findings)
{
  g_autofree char *name = qp_node_display_name (&screen->node);
  QpEstimate estimate;

  qp_estimate_screen (&estimate, screen, context);
  check_cabinet (screen, context, name, findings);
  check_short_side (&estimate, name, findings);
  qp_depth_check (screen, context, findings);
  qp_shape_check (screen, &estimate, context, name, findings);
  qp_structure_check (screen, &estimate, findings);
  check_wiring (screen, context, name, findings);
  qp_facts_check (&screen->node, findings);
  check_against_facts (screen, &estimate, name, findings);
}

/**
 * qp_fact_label:
 * @fact: a fact
 * @kind: kind of what it is about
 *
 * A fact is about a result, a field of what it stands under, an assumption of the whole project, or a word of the planner's.
 *
 * Returns: (transfer full): the name of its quantity, for people
 */
char *
qp_fact_label (const QpFact *fact, QpKind kind)
{
  const char *quantity = fact->quantity;
  const QpField *field = quantity == NULL ? NULL : qp_kind_field (kind, quantity);
  const int index = quantity == NULL ? -1 : qp_quantity_index (quantity);

  if (quantity == NULL)
    return g_strdup (_ ("Fact"));
  if (index >= 0)
    return g_strdup (_ (qp_quantity_at ((guint) index)->label));
  if (field == NULL)
    field = qp_kind_field (QP_KIND_PROJECT, quantity);
  return field != NULL ? g_strdup (qp_field_label (field)) : g_strdelimit (g_strdup (quantity), "_", ' ');
}
