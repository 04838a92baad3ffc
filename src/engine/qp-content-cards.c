/* qp-content-cards.c: what a screen needs for its content, as cards: one large number, one line, one verdict
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-content-needs.h"

#include "base/qp-number.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const QpContentNeeds *needs;
  const QpContentDay *day;
  GPtrArray *cards;
} Deck;

static double
get (const Deck *deck, const char *key)
{
  return qp_content_need (deck->needs, key);
}

static guint
index_of (const char *key)
{
  for (guint i = 0; i < qp_content_need_count (); i++)
    if (strcmp (qp_content_need_key (i), key) == 0)
      return i;
  g_return_val_if_reached (0);
}

static char *
text (const Deck *deck, const char *key)
{
  return qp_content_need_text (deck->needs, index_of (key));
}

/* takes line; a figure that is not known says what to type */
static QpCard *
deal (Deck *deck, const char *title, const char *key, guint digits, char *line, const char *missing)
{
  const double value = get (deck, key);
  QpCard *card = g_new0 (QpCard, 1);

  card->title = g_strdup (title);
  card->quantity = index_of (key);
  card->value = isnan (value) ? g_strdup (_ ("not known")) : digits == 0 ? qp_number_display (value, 0) : qp_number_display_significant (value, digits);
  card->unit = g_strdup (isnan (value) ? "" : qp_content_need_unit (card->quantity));
  card->line = isnan (value) ? g_strdup (missing) : g_strdup (line);
  card->verdict = isnan (value) ? QP_VERDICT_UNKNOWN : QP_VERDICT_NONE;
  card->chip = isnan (value) ? g_strdup (_ ("not known")) : NULL;
  g_free (line);
  g_ptr_array_add (deck->cards, card);
  return card;
}

/* takes chip; what is not known keeps its chip */
static void
set_chip (QpCard *card, QpVerdict verdict, char *chip)
{
  if (card->verdict == QP_VERDICT_UNKNOWN)
    {
      g_free (chip);
      return;
    }
  g_free (card->chip);
  card->verdict = verdict;
  card->chip = chip;
}

static void
deal_raster (Deck *deck)
{
  const double scale = get (deck, "scale");
  g_autofree char *percent = qp_number_display (scale * 100, 0), *w = text (deck, "px_w"), *h = text (deck, "px_h");
  g_autofree char *pair = qp_number_display_pair (get (deck, "w"), get (deck, "h"));
  QpCard *card = deal (deck, _ ("Master"), "w", 0, g_strdup_printf (_ ("screen %s × %s"), w, h), _ ("Choose a content profile and a cabinet."));

  if (card->verdict == QP_VERDICT_UNKNOWN || isnan (get (deck, "h")))
    return;
  g_free (card->value);
  card->value = g_steal_pointer (&pair);
  const gboolean native = get (deck, "w") == get (deck, "px_w") && get (deck, "h") == get (deck, "px_h");
  if (!isnan (scale))
    set_chip (card, native ? QP_VERDICT_MEETS : QP_VERDICT_NOTE,
              native ? g_strdup (_ ("point by point")) : g_strdup_printf (_ ("scaled to %s %%"), percent));
}

static void
deal_rate (Deck *deck)
{
  const QpContent *content = deck->needs->content;
  g_autofree char *raw = text (deck, "raw_gbps");
  QpCard *card = deal (deck, _ ("Bit rate"), "mbps", 3, g_strdup_printf (_ ("uncompressed %s"), raw), _ ("Type the bit rate for the content profile."));

  if (content != NULL && content->bit_rate_source == NULL)
    set_chip (card, QP_VERDICT_NOTE, g_strdup (_ ("rate without source")));
}

static void
deal_fresh (Deck *deck)
{
  g_autofree char *files = text (deck, "gb_per_month");

  deal (deck, _ ("Fresh material a month"), "fresh_hours", 3, g_strdup_printf (_ ("files: %s"), files),
        _ ("Type new masters a month for the slots, or hours for the profile."));
}

static void
deal_storage (Deck *deck)
{
  g_autofree char *loop = text (deck, "gb_per_loop"), *months = text (deck, "kept_months");

  deal (deck, _ ("Storage"), "kept_gb", 3, g_strdup_printf (_ ("%s months kept · a loop %s"), months, loop),
        _ ("Needs bit rate, fresh material and the months that it is kept."));
}

static void
deal_feed (Deck *deck)
{
  const double line = get (deck, "line_mbps"), feed = get (deck, "feed_mbps");
  g_autofree char *paths = text (deck, "paths"), *hours = text (deck, "transfer_hours"), *has = text (deck, "line_mbps");
  char *words = isnan (get (deck, "transfer_hours")) ? g_strdup_printf (_ ("paths: %s"), paths)
                                                      : g_strdup_printf (_ ("paths: %s · fresh files take %s"), paths, hours);
  QpCard *card = deal (deck, _ ("Line for a live feed"), "feed_mbps", 3, words, _ ("Type the bit rate for the content profile."));

  if (!isnan (line))
    set_chip (card, line >= feed ? QP_VERDICT_MEETS : QP_VERDICT_FAILS, g_strdup_printf (_ ("line has %s"), has));
}

static void
deal_public (Deck *deck)
{
  g_autofree char *percent = text (deck, "public_percent");

  deal (deck, _ ("Public service a day"), "public_minutes", 0, g_strdup_printf (_ ("%s of the time"), percent),
        _ ("Needs the hours of operation, and slots or a typed share."));
}

static void
deal_devices (Deck *deck)
{
  g_autofree char *decoders = text (deck, "decoders");

  deal (deck, _ ("Players"), "players", 0, g_strdup_printf (_ ("decoders for live relays: %s"), decoders), _ ("Choose a content profile for the screen."));
}

/**
 * qp_content_cards:
 * @self: figures of a screen
 * @day: its day
 *
 * Returns: (transfer full) (element-type QpCard): the figures that people look at first; their quantity is an index for
 *   qp_content_need_explain()
 */
GPtrArray *
qp_content_cards (const QpContentNeeds *self, const QpContentDay *day)
{
  Deck deck = { self, day, g_ptr_array_new_with_free_func ((GDestroyNotify) qp_card_free) };

  deal_raster (&deck);
  deal_rate (&deck);
  deal_fresh (&deck);
  deal_storage (&deck);
  deal_feed (&deck);
  deal_public (&deck);
  deal_devices (&deck);
  return deck.cards;
}
