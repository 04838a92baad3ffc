/* qp-data-runs-limits.c: the limits on data ports that apply together
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-data-runs.h"

#include "base/qp-number.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

/* Standing assumptions, used where the document is silent and always named as such. */
#define ASSUMED_PAYLOAD_BPS 936e6
#define ASSUMED_RATE_HZ 60
#define ASSUMED_BITS 8

#define PUBLISHED_HZ 60 /* the rate for which capacities are published */

/* NovaStar MX30 manual V1.5.0: 0.95 Gbit/s; 10 bit takes 48 bits per pixel, 32 with the cards below */
#define COEX_PAYLOAD_BPS 0.95e9
#define COEX_PADDED_BITS 48
#define COEX_PACKED_BITS 32

static double
number_or_nan (gint64 value)
{
  return value == QP_UNSET ? NAN : (double) value;
}

static void
read_drive (QpDataLimits *self, const QpScreen *screen, const QpContent *content)
{
  self->bits = ASSUMED_BITS;
  self->rate_hz = ASSUMED_RATE_HZ;
  self->bits_origin = self->rate_origin = QP_DRIVE_ASSUMED;
  if (screen->drive_bits != QP_UNSET)
    {
      self->bits = screen->drive_bits;
      self->bits_origin = QP_DRIVE_SCREEN;
    }
  else if (content != NULL && content->bit_depth != QP_UNSET)
    {
      self->bits = content->bit_depth;
      self->bits_origin = QP_DRIVE_CONTENT;
    }
  if (!isnan (screen->drive_rate_hz))
    {
      self->rate_hz = screen->drive_rate_hz;
      self->rate_origin = QP_DRIVE_SCREEN;
    }
  else if (content != NULL && !isnan (content->frame_rate_hz))
    {
      self->rate_hz = content->frame_rate_hz;
      self->rate_origin = QP_DRIVE_CONTENT;
    }
}

/* bits per pixel on the wire at the least capacity that is known for all receivers: 10 and 12 bit padded to 16 */
static double
assumed_port_px (gint64 bits, double rate_hz)
{
  const QpFormula *formula = qp_formula_find ("port_capacity_bpp_px");
  const QpArgument in[QP_FORMULA_MAX_INPUTS] = { { ASSUMED_PAYLOAD_BPS, NULL }, { rate_hz, NULL },
                                                 { bits <= 8 ? 24 : 48, NULL } };
  return floor (qp_formula_evaluate (formula, in));
}

/* whether the card is one that takes 10 bit in 32 bits per pixel (NovaStar MX30 manual V1.5.0) */
static gboolean
card_packs (const char *card)
{
  g_autofree char *lower = card != NULL ? g_ascii_strdown (card, -1) : NULL;

  if (lower == NULL)
    return FALSE;
  g_strdelimit (lower, "-_", ' ');
  return strstr (lower, "a10s pro") != NULL || strstr (lower, "a8s pro") != NULL;
}

static gboolean
pads_ten_bits (const QpController *controller)
{
  const double bps = number_or_nan (controller->port_px_10bit) * COEX_PADDED_BITS * PUBLISHED_HZ;

  return fabs (bps / COEX_PAYLOAD_BPS - 1) < 1e-4;
}

static double
packed_px (void)
{
  const QpFormula *formula = qp_formula_find ("port_capacity_bpp_px");
  const QpArgument in[QP_FORMULA_MAX_INPUTS] = { { COEX_PAYLOAD_BPS, NULL }, { PUBLISHED_HZ, NULL },
                                                 { COEX_PACKED_BITS, NULL } };
  return floor (qp_formula_evaluate (formula, in));
}

/* pixels at 60 Hz; the bit depth that was asked for, or the next deeper one that is published */
static double
published_px (QpDataLimits *self)
{
  const QpController *controller = self->controller;
  const struct
  {
    guint bits;
    gint64 px;
  } rows[] = { { 8, controller->port_px_8bit }, { 10, controller->port_px_10bit }, { 12, controller->port_px_12bit } };
  gboolean exact = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (self->bits > rows[i].bits)
        continue;
      if (rows[i].px != QP_UNSET)
        {
          self->published_bits = rows[i].bits;
          self->basis = exact ? QP_PORT_PUBLISHED : QP_PORT_DEEPER;
          return (double) rows[i].px;
        }
      exact = FALSE;
    }
  self->basis = QP_PORT_NONE;
  return NAN;
}

static void
read_port (QpDataLimits *self)
{
  if (self->controller == NULL)
    {
      self->basis = QP_PORT_ASSUMED;
      self->port_px = assumed_port_px (self->bits, self->rate_hz);
      return;
    }
  double px = published_px (self);
  if (self->bits > 8 && self->bits <= 10 && self->basis == QP_PORT_PUBLISHED && card_packs (self->card)
      && pads_ten_bits (self->controller))
    {
      self->basis = QP_PORT_PACKED;
      px = packed_px ();
    }
  const QpArgument in[QP_FORMULA_MAX_INPUTS] = { { px, NULL }, { PUBLISHED_HZ, NULL }, { self->rate_hz, NULL } };
  self->port_px = qp_formula_evaluate (qp_formula_find ("port_px_at_rate"), in);
}

/* "copies" in the maker's words: a second set of outputs that carries the same, where a loop can come back */
static gboolean
has_copies (const QpController *controller)
{
  return controller->backup != NULL && strstr (controller->backup, "copies") != NULL;
}

static void
read_device (QpDataLimits *self)
{
  const QpController *controller = self->controller;

  self->device_px = self->device_ports = self->max_width_px = self->max_height_px = self->min_width_px = NAN;
  if (controller == NULL)
    return;
  self->device_px = number_or_nan (controller->capacity_px);
  self->device_ports = number_or_nan (controller->ports);
  self->max_width_px = number_or_nan (controller->max_width_px);
  self->max_height_px = number_or_nan (controller->max_height_px);
  self->min_width_px = number_or_nan (controller->port_min_width_px);
  self->rectangular = controller->rectangular_ports == 1;
  self->copies = has_copies (controller);
  if (self->redundant && !self->copies)
    self->device_ports = floor (self->device_ports / 2);
}

static guint
fewest (gint64 a, gint64 b)
{
  if (a == QP_UNSET || b == QP_UNSET)
    return a == QP_UNSET ? (b == QP_UNSET ? 0 : (guint) b) : (guint) a;
  return (guint) MIN (a, b);
}

/**
 * qp_data_limits_init:
 * @self: (out caller-allocates): place for the limits
 * @screen: a screen
 * @context: where its content, controller and cabinet are looked up
 *
 * Finds what limits the data ports of a screen. The rate scales what a port carries, not what a device carries.
 */
void
qp_data_limits_init (QpDataLimits *self, const QpScreen *screen, const QpEngineContext *context)
{
  const QpCatalogue *catalogue = context->catalogue;
  const QpCabinet *cabinet
      = catalogue == NULL || screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);

  *self = (QpDataLimits){ .redundant = screen->redundant == 1 };
  if (catalogue != NULL && screen->controller != NULL)
    self->controller = qp_catalogue_controller (catalogue, screen->controller);
  self->card = screen->receiving_card != NULL ? screen->receiving_card : cabinet != NULL ? cabinet->receiving_card : NULL;
  read_drive (self, screen, qp_screen_find_content (screen, context->project));
  read_port (self);
  read_device (self);
  self->port_cabinets = fewest (screen->cabinets_per_port,
                                self->controller != NULL ? self->controller->port_cabinets : QP_UNSET);
}

/**
 * qp_data_limits_find_card:
 * @self: limits
 * @catalogue: (nullable): a catalogue
 *
 * Returns: (transfer none) (nullable): the receiving card as the catalogue has it, by key or model
 */
const QpController *
qp_data_limits_find_card (const QpDataLimits *self, const QpCatalogue *catalogue)
{
  if (self->card == NULL || catalogue == NULL)
    return NULL;
  const QpController *found = qp_catalogue_controller (catalogue, self->card);
  g_autoptr (GPtrArray) all = qp_catalogue_nodes (catalogue, QP_KIND_CONTROLLER);
  for (guint i = 0; found == NULL && i < all->len; i++)
    {
      const QpController *card = g_ptr_array_index (all, i);
      g_autofree char *title = g_strdup_printf ("%s %s", card->manufacturer, card->model);
      if (g_strcmp0 (card->model, self->card) == 0 || strcmp (title, self->card) == 0)
        found = card;
    }
  return found;
}

/**
 * qp_data_limits_drive:
 * @self: limits
 *
 * Returns: (transfer full): bit depth and rate in words, assumptions named: "8 bit (assumed), 60 Hz (assumed)"
 */
char *
qp_data_limits_drive (const QpDataLimits *self)
{
  g_autofree char *rate = qp_number_display_shortest (self->rate_hz);
  const char *bits_mark = self->bits_origin == QP_DRIVE_ASSUMED ? _ (" (assumed)") : "";
  const char *rate_mark = self->rate_origin == QP_DRIVE_ASSUMED ? _ (" (assumed)") : "";

  /* Translators: bit depth, perhaps " (assumed)", frame rate, perhaps " (assumed)" */
  return g_strdup_printf (_ ("%d bit%s, %s Hz%s"), (int) self->bits, bits_mark, rate, rate_mark);
}

/**
 * qp_data_limits_describe:
 * @self: limits
 *
 * Returns: (transfer full): what the capacity of a port rests on, as a phrase
 */
char *
qp_data_limits_describe (const QpDataLimits *self)
{
  const char *model = self->controller != NULL ? self->controller->model : NULL;

  switch (self->basis)
    {
    case QP_PORT_PUBLISHED:
      /* Translators: model of a controller, bit depth */
      return g_strdup_printf (_ ("%s, published for %u bit"), model, self->published_bits);
    case QP_PORT_PACKED:
      /* Translators: model of a controller, model of a receiving card */
      return g_strdup_printf (_ ("%s, 10 bit in 32 bits per pixel, as %s cards take it"), model, self->card);
    case QP_PORT_DEEPER:
      return g_strdup_printf (_ ("%s, published for %u bit only; fewer bits take no more"), model, self->published_bits);
    case QP_PORT_ASSUMED:
      return g_strdup (self->bits <= 8 ? _ ("assumption: a 1 Gbit/s port that carries 936 Mbit/s")
                                       : _ ("assumption: a 1 Gbit/s port that carries 936 Mbit/s, 48 bits per pixel"));
    default:
      return g_strdup_printf (_ ("%s publishes no port capacity at %d bit"), model, (int) self->bits);
    }
}
