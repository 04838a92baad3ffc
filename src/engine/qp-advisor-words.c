/* qp-advisor-words.c: the advice on a pitch in words
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-advisor.h"

#include "base/qp-money.h"
#include "base/qp-number.h"

#include <math.h>
#include <string.h>

#define THIN "\u2009"

/**
 * qp_advice_pitch_text:
 * @pitch_mm: a pitch, mm
 *
 * Returns: (transfer full): "P2.5", as the trade writes it
 */
char *
qp_advice_pitch_text (double pitch_mm)
{
  g_autofree char *number = qp_number_display_shortest (round (pitch_mm * 100) / 100);

  return g_strconcat ("P", number, NULL);
}

/**
 * qp_advice_share_text:
 * @share: 0…1; NaN = not known
 *
 * Returns: (transfer full): "93 %"; what is not quite all or none does not say 100 or 0
 */
char *
qp_advice_share_text (double share)
{
  if (isnan (share))
    return g_strdup (_ ("not known"));
  if (share > 0 && share < 0.005)
    return g_strdup ("< 1" THIN "%");
  if (share < 1 && share >= 0.995)
    return g_strdup ("> 99" THIN "%");
  return g_strdup_printf ("%.0f" THIN "%%", share * 100);
}

/**
 * qp_advice_basis_text:
 * @basis: how places count
 *
 * Returns: (transfer none): what shares are shares of, translated
 */
const char *
qp_advice_basis_text (QpAdvisorBasis basis)
{
  static const char *const texts[]
      = { N_ ("no audience"), N_ ("visitor-minutes"), N_ ("places, as people are not known") };

  return _ (texts[basis]);
}

/**
 * qp_advice_price_origin:
 * @self: an advice
 * @candidate: index of a candidate
 *
 * Returns: (transfer full): where its price comes from, with date and source, or why there is none
 */
char *
qp_advice_price_origin (const QpAdvice *self, guint candidate)
{
  const QpAdvisorCandidate *it = qp_advice_candidate (self, candidate);
  const QpScreen *screen = (const QpScreen *) self->screen;

  if (it->price != NULL)
    return g_strdup_printf (_ ("%s, evidence of %s: %s"), it->price->currency, it->price->date,
                            it->price->source == NULL ? _ ("no source") : it->price->source);
  if (it->own_price)
    return g_strdup_printf (_ ("the screen’s own price of %s: %s"),
                            screen->price_date == NULL ? _ ("no date") : screen->price_date,
                            screen->price_source == NULL ? _ ("no source") : screen->price_source);
  return g_strdup_printf (_ ("no dated price in %s for this environment and pitch"),
                          self->currency == NULL ? _ ("the currency of the project") : self->currency);
}

/* --- the sentence --- */

/* the next finer candidate, or the present one when it is finer still: what one would pay for nothing */
static int
finer_than (const QpAdvice *self, int candidate)
{
  return self->present >= 0 && self->present < candidate ? self->present : candidate - 1;
}

/* what the finer one costs more than the other, as a clause */
static char *
cost_clause (const QpAdvice *self, int finer, int enough)
{
  if (enough < 0)
    return g_strdup (_ ("the catalogue has no pitch that fine"));
  if (finer < 0)
    return g_strdup (_ ("the catalogue has nothing finer"));
  const QpAdvisorCandidate *a = qp_advice_candidate (self, finer), *b = qp_advice_candidate (self, enough);
  g_autofree char *fine = qp_advice_pitch_text (a->pitch_mm);
  g_autofree char *coarse = qp_advice_pitch_text (b->pitch_mm);
  const double low = a->total_low - b->total_low, high = a->total_high - b->total_high;

  if (isnan (low) || isnan (high))
    return g_strdup_printf (_ ("what %s costs more than %s is not known, as there is no dated price in %s for both"), fine, coarse,
                            self->currency == NULL ? _ ("the currency of the project") : self->currency);
  if (a->price != NULL && a->price == b->price)
    return g_strdup_printf (_ ("what %s costs more than %s is not known, as the one price of %s is for both"), fine, coarse,
                            a->price->date);
  const double least = fmin (low, high), most = fmax (low, high);
  g_autofree char *amount = most <= 0 ? qp_money_text (-most, -least, self->currency)
                                      : qp_money_text (least, most, self->currency);
  return g_strdup_printf (most <= 0 ? _ ("by the price evidence %s costs %s less than %s")
                                    : _ ("%s costs %s more than %s"),
                          fine, amount, coarse);
}

static char *
sentence (const QpAdvice *self, const char *pitch, double share, int enough)
{
  g_autofree char *percent = qp_advice_share_text (share);
  g_autofree char *cost = cost_clause (self, finer_than (self, enough), enough);

  /* Translators: a pitch, a share with its %, a clause about the cost that begins with a small letter or a pitch */
  return g_strdup_printf (self->view.basis == QP_ADVISOR_BY_PEOPLE
                              ? _ ("Finer than %s\u2009mm is not seen by %s of your audience; %s.")
                              : _ ("Finer than %s\u2009mm is not seen from %s of the places of your audience; %s."),
                          pitch, percent, cost);
}

/**
 * qp_advice_sentence:
 * @self: an advice
 *
 * Returns: (transfer full): the advice in a sentence, or what is missing for it
 */
char *
qp_advice_sentence (const QpAdvice *self)
{
  if (self->view.basis == QP_ADVISOR_NOBODY)
    return g_strdup (_ ("Nobody looks yet: draw the areas and paths of the audience on the plan."));
  if (!(self->view.before > 0) || isnan (self->enough_mm))
    return g_strdup (self->candidates->len == 0 ? _ ("Choose a cabinet for the screen first: its size is not known.")
                                                : _ ("Nobody of the audience is in front of the screen."));
  g_autofree char *pitch = qp_number_display_significant (self->enough_mm, 2);
  return sentence (self, pitch, self->enough_share, self->enough);
}

/**
 * qp_advice_sentence_for:
 * @self: an advice
 * @candidate: index of a candidate
 *
 * Returns: (transfer full): the same sentence about this pitch
 */
char *
qp_advice_sentence_for (const QpAdvice *self, guint candidate)
{
  const QpAdvisorCandidate *it = qp_advice_candidate (self, candidate);

  if (isnan (it->unseen))
    return qp_advice_sentence (self);
  g_autofree char *pitch = qp_number_display_shortest (round (it->pitch_mm * 100) / 100);
  return sentence (self, pitch, it->unseen, (int) candidate);
}

/* --- notes --- */

static void
note_audience (const QpAdvice *self, GPtrArray *notes)
{
  const QpAdvisorView *view = &self->view;

  if (view->basis == QP_ADVISOR_BY_PEOPLE)
    {
      g_autofree char *minutes = qp_number_display_significant (view->before, 3);
      g_ptr_array_add (notes, g_strdup_printf (_ ("%s visitor-minutes a day in front of the screen: people per hour × hours × time, "
                                                  "morning 6 to 10, day 10 to 17, evening 17 to 22, night 22 to 6 o’clock, while the screen is on."),
                                               minutes));
    }
  else if (view->basis == QP_ADVISOR_BY_GROUND)
    g_ptr_array_add (notes, view->unknown > 0
                                ? g_strdup_printf (_ ("People or times are not known of %u of %u audiences: each place weighs the same."),
                                                   view->unknown, view->audiences)
                                : g_strdup (_ ("Nobody comes while the screen is on: each place weighs the same.")));
  if (view->whole > 0 && view->before < view->whole * (1 - 1e-9))
    {
      g_autofree char *share = qp_advice_share_text (1 - view->before / view->whole);
      g_ptr_array_add (notes, g_strdup_printf (_ ("%s of the audience is behind the faces and is not counted."), share));
    }
}

static void
note_angle (const QpAdvice *self, GPtrArray *notes)
{
  const QpAdvisorView *view = &self->view;

  if (!(view->before > 0))
    return;
  if (isnan (view->beyond_angle))
    {
      g_ptr_array_add (notes, g_strdup (_ ("The half-luminance angle of the cabinet is not known.")));
      return;
    }
  g_autofree char *share = qp_advice_share_text (view->beyond_angle);
  g_autofree char *angle = qp_number_display (view->half_angle_deg, 0);
  g_ptr_array_add (notes, g_strdup_printf (_ ("%s of the audience stands more than %s° off the axis, where less than half of the luminance is left."),
                                           share, angle));
}

/**
 * qp_advice_notes:
 * @self: an advice
 *
 * Returns: (transfer full) (element-type utf8): what the advice stands on and what is missing, a sentence each
 */
GPtrArray *
qp_advice_notes (const QpAdvice *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  note_audience (self, notes);
  if (!self->view.bottom_known)
    g_ptr_array_add (notes, g_strdup (_ ("The height of the bottom edge is not known: taken as standing on the level of the plan.")));
  note_angle (self, notes);
  if (self->view.before > 0)
    g_ptr_array_add (notes, g_strdup (_ ("Distances run in space from the eye to the nearest point of the face; obstacles are not looked at.")));
  if (self->candidates->len == 0)
    g_ptr_array_add (notes, g_strdup (_ ("No pitch to compare: choose a cabinet, or widen the range.")));
  return notes;
}
