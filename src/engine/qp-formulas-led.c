/* qp-formulas-led.c: sender ports and controllers
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/qp-formula-private.h"

#define LOWER_BOUND N_("A lower bound: the shape of the wiring can need more.")

/* clang-format off */
#define PX_TOTAL { "px_total", "px", 0, 1e12, NULL, N_("Pixels in all") }
#define CAPACITY { "capacity", "px", 1, 1e10, NULL, N_("Pixels per port") }
#define PORTS { "ports", "", 0, 1000000, NULL, N_("Ports") }
#define DEVICE_PORTS { "device_ports", "", 1, 10000, NULL, N_("Ports per controller") }
/* clang-format on */

static double
compute_port_capacity_px (const QpArgument *in)
{
  const double payload_bps = in[0].number, fps = in[1].number, bits = in[2].number;

  return payload_bps / (fps * 3 * bits);
}

static const QpFormula formula_port_capacity_px = {
  .name = "port_capacity_px",
  .topic = "led",
  .unit = "px",
  .label = N_("Pixels that a port carries"),
  .expression = "payload_bps ÷ (fps × 3 × bits)",
  .source = "JC Musik, pixel capacity of a data cable (issuu.com): 936 Mbit/s on gigabit Ethernet",
  .validity = N_("Bits packed without padding; devices that pad 10 and 12 bit carry half to three quarters."),
  .inputs = { { "payload_bps", "bit/s", 1000, 1e13, NULL, N_("Payload of the port") },
              { "fps", "Hz", 1, 1000, NULL, N_("Frame rate") },
              { "bits", "bit", 1, 32, NULL, N_("Bit depth per colour") } },
  .evaluate = compute_port_capacity_px,
};

static double
compute_port_capacity_bpp_px (const QpArgument *in)
{
  const double payload_bps = in[0].number, fps = in[1].number, bits_per_px = in[2].number;

  return payload_bps / (fps * bits_per_px);
}

static const QpFormula formula_port_capacity_bpp_px = {
  .name = "port_capacity_bpp_px",
  .topic = "led",
  .unit = "px",
  .label = N_("Pixels that a port carries, bits per pixel as sent"),
  .expression = "payload_bps ÷ (fps × bits_per_px)",
  .source = "NovaStar MX30 manual V1.5.0: 0.95 Gbit/s; 24 bits per pixel at 8 bit, 32 or 48 at 10 bit",
  .validity = N_("Bits per pixel as the device sends them, padding counted."),
  .inputs = { { "payload_bps", "bit/s", 1000, 1e13, NULL, N_("Payload of the port") },
              { "fps", "Hz", 1, 1000, NULL, N_("Frame rate") },
              { "bits_per_px", "bit", 1, 96, NULL, N_("Bits per pixel as sent") } },
  .evaluate = compute_port_capacity_bpp_px,
};

static double
compute_port_px_at_rate (const QpArgument *in)
{
  const double port_px = in[0].number, published_hz = in[1].number, fps = in[2].number;

  return floor (port_px * published_hz / fps);
}

static const QpFormula formula_port_px_at_rate = {
  .name = "port_px_at_rate",
  .topic = "led",
  .unit = "px",
  .label = N_("Pixels that a port carries at another rate"),
  .expression = "port_px × published_hz ÷ fps, rounded down",
  .source = N_("definition: the same bits a second"),
  .validity = N_("What a whole controller carries does not grow with a lower rate."),
  .inputs = { { "port_px", "px", 1, 1e10, NULL, N_("Pixels per port as published") },
              { "published_hz", "Hz", 1, 1000, "60", N_("Frame rate for which it is published") },
              { "fps", "Hz", 1, 1000, NULL, N_("Frame rate") } },
  .evaluate = compute_port_px_at_rate,
};

static double
compute_ports_needed (const QpArgument *in)
{
  const double w = in[0].number, h = in[1].number, capacity = in[2].number;

  return qp_whole_units (w * h, capacity);
}

static const QpFormula formula_ports_needed = {
  .name = "ports_needed",
  .topic = "led",
  .unit = "ports",
  .label = N_("Ports needed"),
  .expression = "w × h ÷ capacity, rounded up",
  .source = N_("definition"),
  .validity = LOWER_BOUND,
  .inputs = { { "w", "px", 1, 1000000, NULL, N_("Pixels across") },
              { "h", "px", 1, 1000000, NULL, N_("Pixels down") },
              CAPACITY },
  .evaluate = compute_ports_needed,
};

static double
compute_ports_needed_px (const QpArgument *in)
{
  const double px_total = in[0].number, capacity = in[1].number;

  return qp_whole_units (px_total, capacity);
}

static const QpFormula formula_ports_needed_px = {
  .name = "ports_needed_px",
  .topic = "led",
  .unit = "ports",
  .label = N_("Ports needed"),
  .expression = "px_total ÷ capacity, rounded up",
  .source = N_("definition"),
  .validity = LOWER_BOUND,
  .inputs = { PX_TOTAL, CAPACITY },
  .evaluate = compute_ports_needed_px,
};

static double
compute_ports_with_backup (const QpArgument *in)
{
  const double ports = in[0].number, redundant = in[1].number;

  return ports * (1 + redundant);
}

static const QpFormula formula_ports_with_backup = {
  .name = "ports_with_backup",
  .topic = "led",
  .unit = "ports",
  .label = N_("Ports with the redundant loop"),
  .expression = "ports × (1 + redundant)",
  .source = N_("definition: each run is fed from both ends"),
  .inputs = { PORTS, { "redundant", "", 0, 1, NULL, N_("Redundant loop: 1 yes, 0 no") } },
  .evaluate = compute_ports_with_backup,
};

static double
compute_controllers_needed (const QpArgument *in)
{
  const double px_total = in[0].number, device_px = in[1].number, ports = in[2].number, device_ports = in[3].number;

  const double by_px = qp_whole_units (px_total, device_px);
  const double by_ports = qp_whole_units (ports, device_ports);

  return isnan (by_px) || isnan (by_ports) ? NAN : fmax (by_px, by_ports);
}

static const QpFormula formula_controllers_needed = {
  .name = "controllers_needed",
  .topic = "led",
  .unit = "1",
  .label = N_("Controllers needed"),
  .expression = "the greater of px_total ÷ device_px and ports ÷ device_ports, each rounded up",
  .source = N_("definition"),
  .validity = LOWER_BOUND,
  .inputs = { PX_TOTAL, { "device_px", "px", 1, 1e10, NULL, N_("Pixels per controller") }, PORTS, DEVICE_PORTS },
  .evaluate = compute_controllers_needed,
};

static double
compute_controllers_needed_for_ports (const QpArgument *in)
{
  const double ports = in[0].number, device_ports = in[1].number;

  return qp_whole_units (ports, device_ports);
}

static const QpFormula formula_controllers_needed_for_ports = {
  .name = "controllers_needed",
  .topic = "led",
  .unit = "1",
  .label = N_("Controllers needed for the ports"),
  .expression = "ports ÷ device_ports, rounded up",
  .source = N_("definition"),
  .validity = LOWER_BOUND,
  .inputs = { PORTS, DEVICE_PORTS },
  .evaluate = compute_controllers_needed_for_ports,
};

const QpFormula *const qp_formulas_led[] = {
  &formula_port_capacity_px,
  &formula_port_capacity_bpp_px,
  &formula_port_px_at_rate,
  &formula_ports_needed,
  &formula_ports_needed_px,
  &formula_ports_with_backup,
  &formula_controllers_needed,
  &formula_controllers_needed_for_ports,
  NULL,
};
