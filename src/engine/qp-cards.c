/* qp-cards.c: the results as people look at them: one large number, one line, one verdict
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "base/qp-money.h"
#include "engine/qp-cards-shape.h"
#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

#define THIN "\u2009"
#define DASH "\u2013"
#define TIMES "\u2009×\u2009"

/* what the cards are made from */
typedef struct
{
  const QpScreen *screen;
  const QpEstimate *estimate;
  const QpEngineContext *context;
  GPtrArray *cards;
} Deck;

static double
get (const Deck *deck, const char *key)
{
  return qp_estimate_get (deck->estimate, key);
}

static char *
text (const Deck *deck, const char *key)
{
  return qp_quantity_format_with_unit ((guint) qp_quantity_index (key), get (deck, key));
}

/* takes value, line and chip; an unknown result says so and has an unknown verdict */
static QpCard *
deal (Deck *deck, const char *title, const char *quantity, char *value, const char *unit, char *line)
{
  QpCard *card = g_new0 (QpCard, 1);
  const int index = qp_quantity_index (quantity);
  const gboolean known = !isnan (deck->estimate->values[index]);

  card->title = g_strdup (title);
  card->quantity = (guint) index;
  card->value = known ? value : g_strdup (_ ("not known"));
  card->unit = g_strdup (known ? unit : "");
  card->line = known ? line : g_strdup ("");
  card->verdict = known ? QP_VERDICT_NONE : QP_VERDICT_UNKNOWN;
  card->chip = known ? NULL : g_strdup (_ ("not known"));
  if (!known)
    {
      g_free (value);
      g_free (line);
    }
  g_ptr_array_add (deck->cards, card);
  return card;
}

/* takes chip; an unknown result keeps its verdict */
static void
set_chip (QpCard *card, QpVerdict verdict, char *chip)
{
  g_autofree char *old = NULL;

  if (card->verdict == QP_VERDICT_UNKNOWN)
    {
      g_free (chip);
      return;
    }
  old = card->chip;
  card->verdict = verdict;
  card->chip = chip;
}

static void
deal_raster (Deck *deck)
{
  g_autofree char *w = qp_number_display (get (deck, "px_w"), 0);
  g_autofree char *h = qp_number_display (get (deck, "px_h"), 0);
  g_autofree char *width = qp_number_display (get (deck, "width_m"), 2);
  g_autofree char *height = qp_number_display (get (deck, "height_m"), 2);
  g_autofree char *aspect = text (deck, "aspect_ratio");
  QpCard *card = deal (deck, _ ("Raster"), "uhd_class", g_strdup_printf ("%s" TIMES "%s", w, h), "px",
                       g_strdup_printf ("%s" TIMES "%s" THIN "m · %s", width, height, aspect));
  const double uhd_class = get (deck, "uhd_class");
  g_autofree char *word = text (deck, "uhd_class");

  if (uhd_class >= 2)
    set_chip (card, QP_VERDICT_MEETS, g_strdup_printf (_ ("%s class"), word));
  else
    set_chip (card, QP_VERDICT_FAILS, g_strdup (_ ("below 4K")));
}

static const QpFact *
published (const QpScreen *screen, const char *quantity)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, screen->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_FACT)) != NULL;)
    if (((const QpFact *) node)->basis == QP_FACT_PUBLISHED && g_strcmp0 (((const QpFact *) node)->quantity, quantity) == 0)
      return (const QpFact *) node;
  return NULL;
}

static void
deal_area (Deck *deck)
{
  g_autofree char *mpx = qp_number_display_significant (get (deck, "pixels") / 1e6, 3);
  g_autofree char *cabinets = qp_number_display (get (deck, "cabinets"), 0);
  char *line = isnan (get (deck, "cabinets")) ? g_strdup ("") /* an area that was only stated */
               : isnan (get (deck, "pixels")) ? g_strdup_printf (_ ("%s cabinets"), cabinets)
                                              : g_strdup_printf (_ ("%s Mpx · %s cabinets"), mpx, cabinets);
  const double area = get (deck, "area_m2");
  QpCard *card = deal (deck, _ ("Area"), "area_m2", qp_number_display_significant (area, 4), "m²", line);
  const QpFact *fact = published (deck->screen, "area_m2");
  double claimed;

  if (fact == NULL || fact->value == NULL || qp_real_parse (fact->value, &claimed) != QP_PARSE_OK)
    return;
  const gboolean agrees = fabs (area / claimed - 1) <= 0.03;
  set_chip (card, agrees ? QP_VERDICT_MEETS : QP_VERDICT_NOTE,
            agrees ? g_strdup (_ ("matches source")) : g_strdup_printf (_ ("source: %s m²"), fact->value));
}

static void
deal_distance (Deck *deck)
{
  g_autofree char *near = qp_number_display (get (deck, "nearest_gb50464_m"), 1);
  g_autofree char *far = qp_number_display (get (deck, "farthest_gb50464_m"), 1);
  g_autofree char *vanish = text (deck, "pixels_vanish_m");
  QpCard *card = deal (deck, _ ("Viewing distance"), "nearest_gb50464_m", g_strdup_printf ("%s" DASH "%s", near, far), "m",
                       g_strdup (_ ("GB 50464, nearest to farthest")));

  set_chip (card, QP_VERDICT_NOTE, g_strdup_printf (_ ("pixels vanish at %s"), vanish));
}

/* 716 800 W → 717 kW */
static char *
kilo (double value, const char *unit, const char *kilo_unit, const char **shown)
{
  *shown = value >= 10000 ? kilo_unit : unit;
  return qp_number_display_significant (value >= 10000 ? value / 1000 : value, 3);
}

static void
deal_power (Deck *deck)
{
  const char *unit, *mean_unit;
  char *value = kilo (get (deck, "power_max_w"), "W", "kW", &unit);
  g_autofree char *mean = kilo (get (deck, "power_average_w"), "W", "kW", &mean_unit);

  deal (deck, _ ("Peak power"), "power_max_w", value, unit, g_strdup_printf (_ ("average %s\u2009%s"), mean, mean_unit));
}

static void
deal_weight (Deck *deck)
{
  const char *unit;
  char *value = kilo (get (deck, "weight_kg"), "kg", "t", &unit);
  g_autofree char *per_m2 = text (deck, "weight_kg_per_m2");

  deal (deck, _ ("Weight"), "weight_kg", value, unit, g_strdup_printf (_ ("cabinets only · %s"), per_m2));
}

static void
deal_ports (Deck *deck)
{
  g_autofree char *capacity = text (deck, "port_px");
  g_autofree char *controllers = text (deck, "controllers");
  g_autofree char *routed = text (deck, "ports_routed");
  /* Translators: number of ports, then the pixels that each carries */
  QpCard *card = deal (deck, _ ("Data ports"), "ports", qp_number_display (get (deck, "ports"), 0), _ ("ports at least"),
                       g_strdup_printf (_ ("%s routed · %s each"), routed, capacity));

  if (!isnan (get (deck, "controllers")))
    set_chip (card, QP_VERDICT_NOTE, g_strdup_printf (_ ("%s × %s"), controllers, deck->screen->controller));
  else
    set_chip (card, QP_VERDICT_NOTE, g_strdup (_ ("1 Gbit/s assumed")));
}

static char *
currency_unit (const Deck *deck, const char *scale)
{
  const QpProject *project = deck->context->project;
  const char *currency = project == NULL || project->currency == NULL ? "" : project->currency;
  return g_strstrip (g_strdup_printf ("%s %s", scale, currency));
}

static void
deal_capex (Deck *deck)
{
  const double low = get (deck, "capex_low"), likely = get (deck, "capex"), high = get (deck, "capex_high");
  const double main_value = !isnan (likely) ? likely : !isnan (high) ? high : low;
  const char *key = !isnan (likely) ? "capex" : !isnan (high) ? "capex_high" : "capex_low";
  g_autofree char *scale = NULL;
  const double divisor = qp_money_scale (main_value, &scale);
  QpSources sources;

  g_autofree char *from = qp_number_display_significant (low / divisor, 3);
  g_autofree char *to = qp_number_display_significant (high / divisor, 3);
  g_autofree char *range = g_strdup_printf ("%s" DASH "%s", from, to);
  const gboolean only_likely = isnan (low) && isnan (high);
  g_autofree char *unit = currency_unit (deck, scale);
  QpCard *card = deal (deck, _ ("First cost"), key,
                       isnan (likely) ? g_strdup (range) : qp_number_display_significant (likely / divisor, 3), unit,
                       only_likely      ? g_strdup (_ ("display only"))
                       : isnan (likely) ? g_strdup (_ ("display only, low to high"))
                                        : g_strdup_printf (_ ("display only · %s"), range));
  qp_sources_init (&sources, deck->screen, deck->context);
  const char *date = sources.price != NULL ? sources.price->date : deck->screen->price_date;
  set_chip (card, QP_VERDICT_NOTE, date == NULL ? g_strdup (_ ("price not dated")) : g_strdup_printf (_ ("price of %s"), date));
}

static void
deal_energy (Deck *deck)
{
  const double kwh = get (deck, "energy_kwh_per_year"), cost = get (deck, "energy_cost_per_year");
  g_autofree char *scale = NULL;
  const double divisor = qp_money_scale (cost, &scale);
  g_autofree char *money = qp_number_display_significant (cost / divisor, 3);
  g_autofree char *unit = currency_unit (deck, scale);
  char *line = isnan (cost) ? g_strdup (_ ("tariff not known")) : g_strdup_printf (_ ("%s %s a year"), money, unit);
  deal (deck, _ ("Energy a year"), "energy_kwh_per_year", qp_number_display_significant (kwh >= 1e4 ? kwh / 1000 : kwh, 3),
        kwh >= 1e4 ? "MWh" : "kWh", line);
}

static void
deal_content (Deck *deck)
{
  g_autofree char *raw = text (deck, "raw_rate_gbps");
  QpSources sources;
  qp_sources_init (&sources, deck->screen, deck->context);
  const QpContent *content = sources.content;
  const char *codec = content == NULL || content->codec == QP_UNSET ? "" : qp_values_codec[content->codec].label;
  QpCard *card = deal (deck, _ ("Content rate"), "bit_rate_mbps", qp_number_display_significant (get (deck, "bit_rate_mbps"), 3),
                       "Mbit/s", g_strdup_printf (_ ("%s · raw %s"), codec, raw));

  if (content != NULL && content->bit_rate_source == NULL)
    set_chip (card, QP_VERDICT_NOTE, g_strdup (_ ("rate without source")));
}

/* only of a screen that has an eye point: across × along */
static void
deal_depth (Deck *deck)
{
  if (isnan (get (deck, "eye_distance_m")))
    return;
  g_autofree char *across = qp_number_display (get (deck, "sweet_across_m"), 1);
  g_autofree char *along = qp_number_display (get (deck, "sweet_along_m"), 1);
  g_autofree char *distance = text (deck, "eye_distance_m");
  g_autofree char *deg = qp_number_display_shortest (get (deck, "sweet_good_deg"));
  deal (deck, _ ("Sweet spot for 3D"), "sweet_across_m", g_strdup_printf ("%s × %s", across, along), "m",
        /* Translators: distance of the eye point, then an angle: "at 37.6 m, good up to 1°" */
        g_strdup_printf (_ ("at %s, good up to %s°"), distance, deg));
}

/**
 * qp_card_free:
 * @self: (transfer full) (nullable): a card
 */
void
qp_card_free (QpCard *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->value);
  g_free (self->unit);
  g_free (self->line);
  g_free (self->chip);
  g_free (self);
}

/**
 * qp_cards_for_screen:
 * @screen: a screen
 * @estimate: its results
 * @context: what they were calculated from
 *
 * Returns: (transfer full) (element-type QpCard): the results that people look at first
 */
GPtrArray *
qp_cards_for_screen (const QpScreen *screen, const QpEstimate *estimate, const QpEngineContext *context)
{
  Deck deck = { screen, estimate, context, g_ptr_array_new_with_free_func ((GDestroyNotify) qp_card_free) };

  deal_raster (&deck);
  deal_area (&deck);
  QpCard *shape = qp_card_for_shape (screen, estimate, context);
  if (shape != NULL)
    g_ptr_array_add (deck.cards, shape);
  deal_distance (&deck);
  deal_depth (&deck);
  deal_power (&deck);
  deal_weight (&deck);
  deal_ports (&deck);
  deal_capex (&deck);
  deal_energy (&deck);
  deal_content (&deck);
  return deck.cards;
}
