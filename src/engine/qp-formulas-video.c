/* qp-formulas-video.c: rates and storage of video
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define ACTIVE_PIXELS N_("definition: active pixels only, without blanking")
#define CHROMA_WORDS N_("The chroma sampling is 444, 422 or 420.")
#define DECIMAL_GB N_("Decimal gigabytes; 1 GB is 0.931 GiB.")

/* samples per pixel: 4:4:4 has three, 4:2:2 two, 4:2:0 one and a half */
static double
samples_per_pixel (double chroma)
{
  return chroma == 444 ? 3 : chroma == 422 ? 2 : chroma == 420 ? 1.5 : NAN;
}

/* what a line code such as "8b10b" leaves of the raw rate: 8 ÷ 10 */
static double
code_efficiency (const char *code)
{
  char *end;
  const guint64 data = g_ascii_strtoull (code, &end, 10);

  if (!g_ascii_isdigit (*code) || *end != 'b' || !g_ascii_isdigit (end[1]))
    return NAN;
  const guint64 sent = g_ascii_strtoull (end + 1, &end, 10);
  return *end == 'b' && end[1] == '\0' && data > 0 && data <= sent ? (double) data / (double) sent : NAN;
}

/* clang-format off */
#define W { "w", "px", 1, 1000000, NULL, N_("Pixels across") }
#define H { "h", "px", 1, 1000000, NULL, N_("Pixels down") }
#define FPS { "fps", "Hz", 1, 1000, NULL, N_("Frame rate") }
#define BITS { "bits", "bit", 1, 32, NULL, N_("Bit depth") }
#define BPP { "bpp", "bit", 1, 128, NULL, N_("Bits per pixel") }
#define RAW_GBPS { "raw_gbps", "Gbit/s", 0.001, 100000, NULL, N_("Raw rate of the link") }
#define CODE { "code", "word", QP_ANY, QP_ANY, NULL, N_("Line code, such as 8b10b") }
#define MBPS { "mbps", "Mbit/s", 0, 1000000, NULL, N_("Bit rate") }
/* clang-format on */

static double
compute_raw_rate_gbps (const QpArgument *in)
{
  const double w = in[0].number, h = in[1].number, fps = in[2].number, bits = in[3].number, chroma = in[4].number;

  return w * h * fps * bits * samples_per_pixel (chroma) / 1e9;
}

static const QpFormula formula_raw_rate_gbps = {
  .name = "raw_rate_gbps",
  .topic = "video",
  .unit = "Gbit/s",
  .label = N_("Uncompressed rate"),
  .expression = "w × h × fps × bits × samples ÷ 10⁹; samples by chroma: 444 3, 422 2, 420 1.5",
  .source = ACTIVE_PIXELS,
  .validity = CHROMA_WORDS,
  .inputs = { W, H, FPS, BITS, { "chroma", "", 420, 444, NULL, N_("Chroma sampling: 444, 422 or 420") } },
  .evaluate = compute_raw_rate_gbps,
};

static double
compute_raw_rate_gbps_of_bpp (const QpArgument *in)
{
  const double w = in[0].number, h = in[1].number, fps = in[2].number, bpp = in[3].number;

  return w * h * fps * bpp / 1e9;
}

static const QpFormula formula_raw_rate_gbps_of_bpp = {
  .name = "raw_rate_gbps",
  .topic = "video",
  .unit = "Gbit/s",
  .label = N_("Uncompressed rate"),
  .expression = "w × h × fps × bpp ÷ 10⁹",
  .source = ACTIVE_PIXELS,
  .inputs = { W, H, FPS, BPP },
  .evaluate = compute_raw_rate_gbps_of_bpp,
};

static double
compute_st2110_rate_bps (const QpArgument *in)
{
  const double w = in[0].number, h = in[1].number, fps = in[2].number, bits = in[3].number, comps = in[4].number;
  const double overhead = in[5].number;

  return w * h * fps * bits * comps * (1 + overhead);
}

static const QpFormula formula_st2110_rate_bps = {
  .name = "st2110_rate_bps",
  .topic = "video",
  .unit = "bit/s",
  .label = N_("Rate as SMPTE ST 2110"),
  .expression = "w × h × fps × bits × comps × (1 + overhead)",
  .source = "Megapixel HELIOS 2110 note (support.megapixelvr.com 103000267153)",
  .validity = N_("Packets add 5 % to 7 %; a second path after ST 2022-7 doubles the rate."),
  .inputs = { W,
              H,
              FPS,
              BITS,
              { "comps", "", 1, 4, "3", N_("Components per pixel") },
              { "overhead", "", 0, 1, "0.07", N_("Packet overhead") } },
  .evaluate = compute_st2110_rate_bps,
};

static double
compute_link_rate_gbps (const QpArgument *in)
{
  const double pixel_clock_hz = in[0].number, bpp = in[1].number;

  return pixel_clock_hz * bpp / 1e9;
}

static const QpFormula formula_link_rate_gbps = {
  .name = "link_rate_gbps",
  .topic = "video",
  .unit = "Gbit/s",
  .label = N_("Rate on the cable, blanking included"),
  .expression = "pixel_clock_hz × bpp ÷ 10⁹",
  .source = "CTA-861 and VESA timings (beyond3d.com thread 60830)",
  .validity = N_("Broadcast (CTA) and reduced blanking differ by 14 %: say which timing is meant."),
  .inputs = { { "pixel_clock_hz", "Hz", 1, 1e12, NULL, N_("Pixel clock, blanking included") }, BPP },
  .evaluate = compute_link_rate_gbps,
};

static double
compute_hdmi_payload_gbps (const QpArgument *in)
{
  const double raw_gbps = in[0].number;
  const char *code = in[1].word;

  return raw_gbps * code_efficiency (code);
}

static const QpFormula formula_hdmi_payload_gbps = {
  .name = "hdmi_payload_gbps",
  .topic = "video",
  .unit = "Gbit/s",
  .label = N_("Payload of an HDMI link"),
  .expression = "raw_gbps × data bits ÷ sent bits of the code",
  .source = "HDMI 2.0: 8b10b; HDMI 2.1 FRL: 16b18b",
  .validity = N_("The code is written like 8b10b or 16b18b."),
  .inputs = { RAW_GBPS, CODE },
  .evaluate = compute_hdmi_payload_gbps,
};

static double
compute_dp_payload_gbps (const QpArgument *in)
{
  const double raw_gbps = in[0].number;
  const char *code = in[1].word;

  return raw_gbps * code_efficiency (code);
}

static const QpFormula formula_dp_payload_gbps = {
  .name = "dp_payload_gbps",
  .topic = "video",
  .unit = "Gbit/s",
  .label = N_("Payload of a DisplayPort link"),
  .expression = "raw_gbps × data bits ÷ sent bits of the code",
  .source = "VESA DisplayPort: HBR 8b10b, UHBR 128b132b",
  /* xgettext:no-c-format */
  .validity = N_("The code is written like 8b10b or 128b132b. For UHBR20 VESA quotes 77.37 Gbit/s, 0.27 % less."),
  .inputs = { RAW_GBPS, CODE },
  .evaluate = compute_dp_payload_gbps,
};

static double
compute_storage_gb_per_hour (const QpArgument *in)
{
  const double mbps = in[0].number;

  return mbps * 3600 / 8000;
}

static const QpFormula formula_storage_gb_per_hour = {
  .name = "storage_gb_per_hour",
  .topic = "video",
  .unit = "GB",
  .label = N_("Storage for an hour"),
  .expression = "mbps × 3600 ÷ 8000",
  .source = DECIMAL_GB,
  .validity = DECIMAL_GB,
  .inputs = { MBPS },
  .evaluate = compute_storage_gb_per_hour,
};

static double
compute_storage_gb_per_day (const QpArgument *in)
{
  const double mbps = in[0].number, hours = in[1].number;

  return mbps * 3600 * hours / 8000;
}

static const QpFormula formula_storage_gb_per_day = {
  .name = "storage_gb_per_day",
  .topic = "video",
  .unit = "GB",
  .label = N_("Storage for a day"),
  .expression = "mbps × 3600 × hours ÷ 8000",
  .source = DECIMAL_GB,
  .validity = DECIMAL_GB,
  .inputs = { MBPS, { "hours", "h", 0, 24, NULL, N_("Hours a day") } },
  .evaluate = compute_storage_gb_per_day,
};

static double
compute_storage_gb_per_loop (const QpArgument *in)
{
  const double mbps = in[0].number, loop_s = in[1].number;

  return mbps * loop_s / 8000;
}

static const QpFormula formula_storage_gb_per_loop = {
  .name = "storage_gb_per_loop",
  .topic = "video",
  .unit = "GB",
  .label = N_("Storage for a loop"),
  .expression = "mbps × loop_s ÷ 8000",
  .source = DECIMAL_GB,
  .validity = DECIMAL_GB,
  .inputs = { MBPS, { "loop_s", "s", 0, 86400, NULL, N_("Length of the loop") } },
  .evaluate = compute_storage_gb_per_loop,
};

static double
compute_storage_gb_per_month (const QpArgument *in)
{
  const double mbps = in[0].number, fresh_hours = in[1].number;

  return mbps * 3600 * fresh_hours / 8000;
}

static const QpFormula formula_storage_gb_per_month = {
  .name = "storage_gb_per_month",
  .topic = "video",
  .unit = "GB",
  .label = N_("Storage for the fresh material of a month"),
  .expression = "mbps × 3600 × fresh_hours ÷ 8000",
  .source = DECIMAL_GB,
  .validity = DECIMAL_GB,
  .inputs = { MBPS, { "fresh_hours", "h", 0, 744, NULL, N_("Fresh material a month") } },
  .evaluate = compute_storage_gb_per_month,
};

const QpFormula *const qp_formulas_video[] = {
  &formula_raw_rate_gbps,
  &formula_raw_rate_gbps_of_bpp,
  &formula_st2110_rate_bps,
  &formula_link_rate_gbps,
  &formula_hdmi_payload_gbps,
  &formula_dp_payload_gbps,
  &formula_storage_gb_per_hour,
  &formula_storage_gb_per_day,
  &formula_storage_gb_per_loop,
  &formula_storage_gb_per_month,
  NULL,
};
