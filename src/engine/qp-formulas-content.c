/* qp-formulas-content.c: shares of a loop, fresh material, lines, and what video interfaces carry
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define ARITHMETIC N_("arithmetic")

/* clang-format off */
#define W { "w", "px", 1, 1000000, NULL, N_("Pixels across") }
#define H { "h", "px", 1, 1000000, NULL, N_("Pixels down") }
#define FPS { "fps", "Hz", 1, 1000, NULL, N_("Frame rate") }
#define MBPS { "mbps", "Mbit/s", 0, 1000000, NULL, N_("Bit rate") }
#define LOOP_S { "loop_s", "s", 0.1, 1000000, NULL, N_("Loop") }
#define FRESH { "fresh_hours", "h", 0, 744, NULL, N_("Fresh material a month") }
/* clang-format on */

static double
compute_loop_share (const QpArgument *in)
{
  const double duration_s = in[0].number, plays = in[1].number, loop_s = in[2].number;

  return duration_s * plays / loop_s;
}

static const QpFormula formula_loop_share = {
  .name = "loop_share",
  .topic = "dooh",
  .unit = "1",
  .label = N_("Share of the loop"),
  .expression = "duration_s × plays ÷ loop_s",
  .source = ARITHMETIC,
  .validity = N_("Slots may differ in length; where all are equally long it is the share of voice."),
  .inputs = { { "duration_s", "s", 0, 86400, NULL, N_("Length of a play") },
              { "plays", "", 0, 10000, "1", N_("Plays in a loop") },
              LOOP_S },
  .evaluate = compute_loop_share,
};

static double
compute_plays_per_hour (const QpArgument *in)
{
  const double plays = in[0].number, loop_s = in[1].number;

  return plays * 3600 / loop_s;
}

static const QpFormula formula_plays_per_hour = {
  .name = "plays_per_hour",
  .topic = "dooh",
  .unit = "1/h",
  .label = N_("Plays an hour"),
  .expression = "plays × 3600 ÷ loop_s",
  .source = ARITHMETIC,
  .inputs = { { "plays", "", 0, 10000, "1", N_("Plays in a loop") }, LOOP_S },
  .evaluate = compute_plays_per_hour,
};

static double
compute_share_minutes (const QpArgument *in)
{
  const double hours = in[0].number, percent = in[1].number;

  return hours * 60 * percent / 100;
}

static const QpFormula formula_share_minutes = {
  .name = "share_minutes_per_day",
  .topic = "dooh",
  .unit = "min",
  .label = N_("Minutes a day of a share"),
  .expression = "hours × 60 × percent ÷ 100",
  .source = ARITHMETIC,
  .inputs = { { "hours", "h", 0, 24, NULL, N_("Hours a day") }, { "percent", "%", 0, 100, NULL, N_("Share") } },
  .evaluate = compute_share_minutes,
};

static double
compute_fresh_hours (const QpArgument *in)
{
  const double masters = in[0].number, duration_s = in[1].number;

  return masters * duration_s / 3600;
}

static const QpFormula formula_fresh_hours = {
  .name = "fresh_hours_of_masters",
  .topic = "video",
  .unit = "h",
  .label = N_("Fresh material of a slot a month"),
  .expression = "masters × duration_s ÷ 3600",
  .source = ARITHMETIC,
  .inputs = { { "masters", "", 0, 10000, NULL, N_("New masters a month") },
              { "duration_s", "s", 0, 86400, NULL, N_("Length of a play") } },
  .evaluate = compute_fresh_hours,
};

static double
compute_storage_kept (const QpArgument *in)
{
  const double mbps = in[0].number, fresh_hours = in[1].number, months = in[2].number;

  return mbps * 3600 * fresh_hours * months / 8000;
}

static const QpFormula formula_storage_kept = {
  .name = "storage_kept_gb",
  .topic = "video",
  .unit = "GB",
  .label = N_("Storage for what is kept"),
  .expression = "mbps × 3600 × fresh_hours × months ÷ 8000",
  .source = N_("Decimal gigabytes; 1 GB is 0.931 GiB."),
  .validity = N_("At the rate of playing; camera originals and projects of the studio need far more."),
  .inputs = { MBPS, FRESH, { "months", "", 0, 240, NULL, N_("Months that material is kept") } },
  .evaluate = compute_storage_kept,
};

static double
compute_feed_mbps (const QpArgument *in)
{
  const double mbps = in[0].number, headroom = in[1].number;

  return mbps * (1 + headroom);
}

static const QpFormula formula_feed_mbps = {
  .name = "feed_mbps",
  .topic = "video",
  .unit = "Mbit/s",
  .label = N_("Line that a live feed needs, each path"),
  .expression = "mbps × (1 + headroom)",
  .source = N_("house assumption: a fifth on top for transport, error correction and control"),
  .inputs = { MBPS, { "headroom", "", 0, 2, "0.2", N_("Headroom of the line") } },
  .evaluate = compute_feed_mbps,
};

static double
compute_transfer_hours (const QpArgument *in)
{
  const double gb = in[0].number, line_mbps = in[1].number;

  return gb * 8000 / line_mbps / 3600;
}

static const QpFormula formula_transfer_hours = {
  .name = "transfer_hours",
  .topic = "video",
  .unit = "h",
  .label = N_("Time to bring files over a line"),
  .expression = "gb × 8000 ÷ line_mbps ÷ 3600",
  .source = ARITHMETIC,
  .validity = N_("The whole line, without pauses."),
  .inputs = { { "gb", "GB", 0, 1e9, NULL, N_("Files") }, { "line_mbps", "Mbit/s", 0.001, 1000000, NULL, N_("Rate of the line") } },
  .evaluate = compute_transfer_hours,
};

/* total pixels of a frame and lines of CTA-861 for what is broadcast; clocks in Hz at 50 and 60 frames a second */
static const struct
{
  double w, h, clock_low, clock_high;
} cta[] = {
  { 1280, 720, 74.25e6, 74.25e6 },
  { 1920, 1080, 148.5e6, 148.5e6 },
  { 3840, 2160, 594e6, 594e6 },
  { 4096, 2160, 594e6, 594e6 },
  { 7680, 4320, 2376e6, 2376e6 },
};

static double
compute_cta_clock (const QpArgument *in)
{
  const double w = in[0].number, h = in[1].number, fps = in[2].number;

  for (gsize i = 0; i < G_N_ELEMENTS (cta); i++)
    if (cta[i].w == w && cta[i].h == h)
      return fps == 50 ? cta[i].clock_low : fps == 60 ? cta[i].clock_high : fps == 100 || fps == 120 ? 2 * cta[i].clock_high : NAN;
  return NAN;
}

static const QpFormula formula_cta_clock = {
  .name = "cta_pixel_clock_hz",
  .topic = "video",
  .unit = "Hz",
  .label = N_("Pixel clock, broadcast timing"),
  .expression = "table of w × h: 1280 × 720 74.25, 1920 × 1080 148.5, 3840 × 2160 594, 7680 × 4320 2376 MHz at fps 50 and 60; twice at 100 and 120",
  .source = "CTA-861",
  .validity = N_("Rasters and frame rates of broadcast only; for others reduced blanking counts."),
  .inputs = { W, H, FPS },
  .evaluate = compute_cta_clock,
};

/* The blanking below the picture lasts 460 µs at least and is 15 lines at least; 80 pixels beside it */
static double
compute_reduced_clock (const QpArgument *in)
{
  const double w = in[0].number, h = in[1].number, fps = in[2].number;
  const double line_us = (1e6 / fps - 460) / h;
  const double blank = fmax (floor (460 / line_us) + 1, 15);

  return line_us > 0 ? (w + 80) * (h + blank) * fps : NAN;
}

static const QpFormula formula_reduced_clock = {
  .name = "reduced_pixel_clock_hz",
  .topic = "video",
  .unit = "Hz",
  .label = N_("Pixel clock, reduced blanking"),
  .expression = "(w + 80) × (h + blank) × fps; blank = whole part of 460 µs ÷ line + 1, at least 15; line = (10⁶ ÷ fps − 460) ÷ h µs",
  .source = "VESA CVT 1.2, reduced blanking version 2",
  .validity = N_("Broadcast (CTA) and reduced blanking differ by 14 %: say which timing is meant."),
  .inputs = { W, H, FPS },
  .evaluate = compute_reduced_clock,
};

static double
compute_links (const QpArgument *in)
{
  const double gbps = in[0].number, payload_gbps = in[1].number;

  return qp_whole_units (gbps, payload_gbps);
}

static const QpFormula formula_links = {
  .name = "links_needed",
  .topic = "video",
  .unit = "1",
  .label = N_("Links for a picture"),
  .expression = "gbps ÷ payload_gbps, rounded up",
  .source = ARITHMETIC,
  .validity = N_("More than one link means as many pictures side by side, kept in step."),
  .inputs = { { "gbps", "Gbit/s", 0, 100000, NULL, N_("Rate on the cable") },
              { "payload_gbps", "Gbit/s", 0.001, 100000, NULL, N_("Payload of a link") } },
  .evaluate = compute_links,
};

static double
compute_sdi_links (const QpArgument *in)
{
  const double w = in[0].number, h = in[1].number, fps = in[2].number, bpp = in[3].number;

  return ceil (w / 4096) * ceil (h / 2160) * ceil (fps / 60) * ceil (bpp / 20);
}

static const QpFormula formula_sdi_links = {
  .name = "sdi_12g_links",
  .topic = "video",
  .unit = "1",
  .label = N_("12G-SDI links"),
  .expression = "⌈w ÷ 4096⌉ × ⌈h ÷ 2160⌉ × ⌈fps ÷ 60⌉ × ⌈bpp ÷ 20⌉",
  .source = "SMPTE ST 2082-10, ST 2082-12",
  .validity = N_("A link carries 2160 lines at up to 60 Hz as 4:2:2 10 bit, which is 20 bits a pixel; 8K takes four."),
  .inputs = { W, H, FPS, { "bpp", "bit", 1, 128, "20", N_("Bits per pixel") } },
  .evaluate = compute_sdi_links,
};

static double
compute_production_cost (const QpArgument *in)
{
  const double minutes = in[0].number, price = in[1].number;

  return minutes * price;
}

static const QpFormula formula_production_cost = {
  .name = "production_cost_per_month",
  .topic = "cost",
  .unit = "currency",
  .label = N_("Production of fresh material a month"),
  .expression = "minutes × price",
  .source = ARITHMETIC,
  .inputs = { { "minutes", "min", 0, 1e6, NULL, N_("Fresh minutes a month") },
              { "price", "currency", 0, 1e9, NULL, N_("Production cost per minute") } },
  .evaluate = compute_production_cost,
};

const QpFormula *const qp_formulas_content[] = {
  &formula_loop_share,   &formula_plays_per_hour, &formula_share_minutes, &formula_fresh_hours,
  &formula_storage_kept, &formula_feed_mbps,      &formula_transfer_hours, &formula_cta_clock,
  &formula_reduced_clock, &formula_links,         &formula_sdi_links,     &formula_production_cost,
  NULL,
};
