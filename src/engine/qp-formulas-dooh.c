/* qp-formulas-dooh.c: loops, spots and plays
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define LOOP "Loop and creative length study (bdooh.com, after Broadsign)"
#define GEOPATH "Geopath definition of a spot (geopath.atlassian.net)"
#define PLAYS "How digital billboards work (lovelessdigital.com)"

/* clang-format off */
#define LOOP_S { "loop_s", "s", 1, 86400, NULL, N_("Loop") }
#define SLOTS { "slots", "", 1, 100000, NULL, N_("Slots in the loop") }
#define SLOT_S { "slot_s", "s", 0.1, 86400, NULL, N_("Slot") }
/* clang-format on */

static double
compute_slots_per_loop (const QpArgument *in)
{
  const double loop_s = in[0].number, spot_s = in[1].number;

  return floor (loop_s / spot_s * (1 + 1e-12));
}

static const QpFormula formula_slots_per_loop = {
  .name = "slots_per_loop",
  .topic = "dooh",
  .unit = "slots",
  .label = N_("Slots in a loop"),
  .expression = "whole part of loop_s ÷ spot_s",
  .source = LOOP,
  .validity = N_("Spots of equal length; what is left over at the end of the loop is not a slot."),
  .inputs = { LOOP_S, { "spot_s", "s", 0.1, 86400, NULL, N_("Spot") } },
  .evaluate = compute_slots_per_loop,
};

static double
compute_plays_per_loop (const QpArgument *in)
{
  const double slots = in[0].number, sov = in[1].number;

  return slots * sov;
}

static const QpFormula formula_plays_per_loop = {
  .name = "plays_per_loop",
  .topic = "dooh",
  .unit = "plays",
  .label = N_("Plays per loop"),
  .expression = "slots × sov",
  .source = LOOP,
  .inputs = { SLOTS, { "sov", "", 0, 1, NULL, N_("Share of voice") } },
  .evaluate = compute_plays_per_loop,
};

static double
compute_share_of_voice (const QpArgument *in)
{
  const double slots = in[0].number;

  return 1 / slots;
}

static const QpFormula formula_share_of_voice = {
  .name = "share_of_voice",
  .topic = "dooh",
  .unit = "1",
  .label = N_("Share of voice of one slot"),
  .expression = "1 ÷ slots",
  .source = GEOPATH,
  .inputs = { SLOTS },
  .evaluate = compute_share_of_voice,
};

static double
compute_share_of_voice_of_plays (const QpArgument *in)
{
  const double plays = in[0].number, slots = in[1].number;

  return plays / slots;
}

static const QpFormula formula_share_of_voice_of_plays = {
  .name = "share_of_voice",
  .topic = "dooh",
  .unit = "1",
  .label = N_("Share of voice"),
  .expression = "plays ÷ slots",
  .source = GEOPATH,
  .inputs = { { "plays", "", 0, 100000, NULL, N_("Plays per loop") }, SLOTS },
  .evaluate = compute_share_of_voice_of_plays,
};

static double
compute_plays_per_day (const QpArgument *in)
{
  const double loop_s = in[0].number, hours = in[1].number;

  return hours * 3600 / loop_s;
}

static const QpFormula formula_plays_per_day = {
  .name = "plays_per_day",
  .topic = "dooh",
  .unit = "plays",
  .label = N_("Plays a day of one slot"),
  .expression = "hours × 3600 ÷ loop_s",
  .source = PLAYS,
  .inputs = { LOOP_S, { "hours", "h", 0, 24, NULL, N_("Open hours a day") } },
  .evaluate = compute_plays_per_day,
};

static double
compute_time_on_screen_min (const QpArgument *in)
{
  const double plays = in[0].number, slot_s = in[1].number;

  return plays * slot_s / 60;
}

static const QpFormula formula_time_on_screen_min = {
  .name = "time_on_screen_min",
  .topic = "dooh",
  .unit = "min",
  .label = N_("Time on screen"),
  .expression = "plays × slot_s ÷ 60",
  .source = PLAYS,
  .inputs = { { "plays", "", 0, 1000000, NULL, N_("Plays") }, SLOT_S },
  .evaluate = compute_time_on_screen_min,
};

static double
compute_impressions_per_play (const QpArgument *in)
{
  const double daily = in[0].number, slot_s = in[1].number, hours = in[2].number;

  return daily * slot_s / (hours * 3600);
}

static const QpFormula formula_impressions_per_play = {
  .name = "impressions_per_play",
  .topic = "dooh",
  .unit = "impressions",
  .label = N_("Impressions per play"),
  .expression = "daily × slot_s ÷ (hours × 3600)",
  .source = "OOH impression calculation (lucit.cc)",
  .validity = N_("For a screen that is dark at night give its open hours, or the sum over the day falls short."),
  .inputs = { { "daily", "", 0, 1e9, NULL, N_("Impressions a day") },
              SLOT_S,
              { "hours", "h", 0.01, 24, "24", N_("Open hours a day") } },
  .evaluate = compute_impressions_per_play,
};

static double
compute_visitor_minutes (const QpArgument *in)
{
  const double people_per_h = in[0].number, hours = in[1].number, stay_s = in[2].number;

  return people_per_h * hours * stay_s / 60;
}

static const QpFormula formula_visitor_minutes = {
  .name = "visitor_minutes",
  .topic = "dooh",
  .unit = "min",
  .label = N_("Visitor-minutes"),
  .expression = "people_per_h × hours × stay_s ÷ 60",
  .source = N_("arithmetic: people × time"),
  .inputs = { { "people_per_h", "/h", 0, 1e6, NULL, N_("People an hour") },
              { "hours", "h", 0, 24, NULL, N_("Hours") },
              { "stay_s", "s", 0, 86400, NULL, N_("Time that each is there") } },
  .evaluate = compute_visitor_minutes,
};

static double
compute_loops_seen (const QpArgument *in)
{
  const double view_s = in[0].number, loop_s = in[1].number;

  return view_s / loop_s;
}

static const QpFormula formula_loops_seen = {
  .name = "loops_seen",
  .topic = "dooh",
  .unit = "loops",
  .label = N_("Loops seen on one visit"),
  .expression = "view_s ÷ loop_s",
  .source = N_("arithmetic: time in view ÷ loop"),
  .inputs = { { "view_s", "s", 0, 86400, NULL, N_("Time in view on one visit") }, LOOP_S },
  .evaluate = compute_loops_seen,
};

static double
compute_spot_chance (const QpArgument *in)
{
  const double view_s = in[0].number, spot_s = in[1].number, loop_s = in[2].number, least_s = in[3].number;

  return view_s < least_s || spot_s < least_s ? 0 : CLAMP ((view_s + spot_s - 2 * least_s) / loop_s, 0, 1);
}

static const QpFormula formula_spot_chance = {
  .name = "spot_chance",
  .topic = "dooh",
  .unit = "1",
  .label = N_("Chance to see a spot on one visit"),
  .expression = "min(1, (view_s + spot_s − 2 × least_s) ÷ loop_s)",
  .source = N_("house index: somebody comes at any moment of the loop, and sees at least least_s of the spot (1 s, Geopath)"),
  .validity = N_("A spot that plays once a loop. It is a chance to see, not attention: eyes are not tracked."),
  .inputs = { { "view_s", "s", 0, 86400, NULL, N_("Time in view on one visit") },
              { "spot_s", "s", 0.1, 86400, NULL, N_("Spot") },
              LOOP_S,
              { "least_s", "s", 0, 60, "1", N_("Least time in view that counts as seen") } },
  .evaluate = compute_spot_chance,
};

const QpFormula *const qp_formulas_dooh[] = {
  &formula_visitor_minutes, &formula_loops_seen, &formula_spot_chance,
  &formula_slots_per_loop, &formula_plays_per_loop,     &formula_share_of_voice,       &formula_share_of_voice_of_plays,
  &formula_plays_per_day,  &formula_time_on_screen_min, &formula_impressions_per_play, NULL,
};
