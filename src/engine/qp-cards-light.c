/* qp-cards-light.c: luminance and contrast as people look at them
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-cards-light.h"

#include "base/qp-number.h"

#include <math.h>

/* takes line */
static QpCard *
card_new (const QpEstimate *estimate, const char *title, const char *key, const char *unit, guint digits, char *line)
{
  QpCard *card = g_new0 (QpCard, 1);
  const double value = qp_estimate_get (estimate, key);
  const gboolean known = !isnan (value);

  card->title = g_strdup (title);
  card->quantity = (guint) qp_quantity_index (key);
  card->value = !known ? g_strdup (_ ("not known")) : digits > 0 ? qp_number_display_significant (value, digits) : qp_number_display (value, 0);
  card->unit = g_strdup (known ? unit : "");
  card->line = line;
  card->verdict = known ? QP_VERDICT_NONE : QP_VERDICT_UNKNOWN;
  return card;
}

static char *
light_line (const QpEstimate *estimate, const char *luminance, const char *ambient)
{
  const guint l = (guint) qp_quantity_index (luminance), a = (guint) qp_quantity_index (ambient);
  g_autofree char *face = qp_quantity_format (l, estimate->values[l]), *around = qp_quantity_format (a, estimate->values[a]);

  if (isnan (estimate->values[l]))
    return g_strdup (_ ("type the luminance of the screen"));
  if (isnan (estimate->values[a]))
    return g_strdup (_ ("type the ambient light of the site"));
  return g_strdup_printf (_ ("%s\u2009cd/m² in %s\u2009lx of ambient light"), face, around);
}

static QpCard *
night_card (const QpEstimate *estimate)
{
  const double now = qp_estimate_get (estimate, "luminance_night_cdm2"), limit = qp_estimate_get (estimate, "night_limit_cdm2");
  g_autofree char *most = qp_number_display (limit, 0);
  char *line = isnan (limit) ? g_strdup (_ ("limit not known: type the zone of the site"))
               : limit == 0  ? g_strdup (_ ("no sign of this area is allowed in this zone"))
                             : g_strdup_printf (_ ("for zone and area at most %s\u2009cd/m²"), most);
  QpCard *card = card_new (estimate, _ ("Luminance by night"), "luminance_night_cdm2", "cd/m²", 0, line);

  card->verdict = isnan (now) || isnan (limit) ? QP_VERDICT_UNKNOWN : now > limit ? QP_VERDICT_FAILS : QP_VERDICT_MEETS;
  return card;
}

/**
 * qp_cards_for_light:
 * @estimate: results of a screen
 *
 * Returns: (transfer full) (element-type QpCard): contrast by day and by night, and luminance by night against its limit
 */
GPtrArray *
qp_cards_for_light (const QpEstimate *estimate)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) qp_card_free);

  g_ptr_array_add (cards, card_new (estimate, _ ("Contrast by day"), "contrast_day", ":1", 2,
                                    light_line (estimate, "luminance_day_cdm2", "ambient_day_lx")));
  g_ptr_array_add (cards, card_new (estimate, _ ("Contrast by night"), "contrast_night", ":1", 2,
                                    light_line (estimate, "luminance_night_cdm2", "ambient_night_lx")));
  g_ptr_array_add (cards, night_card (estimate));
  return cards;
}
