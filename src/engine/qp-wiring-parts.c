/* qp-wiring-parts.c: the list of what the cabling of a screen needs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-wiring-parts.h"

#include "base/qp-number.h"

#include <math.h>

#define THIN "\u202f" /* narrow, and no line ends in it */

typedef struct
{
  const QpDataRuns *data;
  const QpPowerRuns *power;
  const QpScreen *screen;
  const QpCatalogue *catalogue;
  GPtrArray *parts;
} List;

static void
part_free (gpointer data)
{
  QpWiringPart *self = data;

  g_free (self->what);
  g_free (self->model);
  g_free (self);
}

static void
add (const List *list, const char *what, char *model, double count)
{
  QpWiringPart *part = g_new0 (QpWiringPart, 1);

  *part = (QpWiringPart){ g_strdup (what), model, count, FALSE, NAN, NAN, FALSE };
  g_ptr_array_add (list->parts, part);
}

static void
add_cables (const List *list, const char *what, double count, double each_m, double all_m)
{
  QpWiringPart *part = g_new0 (QpWiringPart, 1);

  *part = (QpWiringPart){ g_strdup (what), NULL, count, TRUE, each_m, all_m, FALSE };
  g_ptr_array_add (list->parts, part);
}

static char *
title_of (const QpController *controller, const char *other)
{
  if (controller == NULL)
    return g_strdup (other);
  return g_strdup_printf ("%s %s", controller->manufacturer, controller->model);
}

/* --- jumpers: as many as there are hops, by length --- */

typedef struct
{
  double length;
  guint n;
} Length;

/* to the next 10 cm, as cables are cut */
static double
cut_length (double metres)
{
  return ceil (metres * 10 - 1e-6) / 10;
}

static void
count_length (GArray *lengths, double metres, guint times)
{
  const double length = cut_length (metres);

  for (guint i = 0; i < lengths->len; i++)
    if (fabs (g_array_index (lengths, Length, i).length - length) < 1e-6)
      {
        g_array_index (lengths, Length, i).n += times;
        return;
      }
  g_array_append_val (lengths, ((Length){ length, times }));
}

static int
by_length (gconstpointer a, gconstpointer b)
{
  const double x = ((const Length *) a)->length, y = ((const Length *) b)->length;

  return x < y ? -1 : x > y;
}

static void
add_lengths (const List *list, const char *what, GArray *lengths)
{
  g_array_sort (lengths, by_length);
  for (guint i = 0; i < lengths->len; i++)
    {
      const Length *one = &g_array_index (lengths, Length, i);
      add_cables (list, what, one->n, one->length, one->n * one->length);
    }
}

/* the hops of cabinets first … first + n − 1 */
static void
count_hops (const List *list, const QpRunPlace *place, const GArray *cells, guint first, guint n, GArray *lengths)
{
  const double spare = isnan (list->screen->cable_spare_percent) ? 1 : 1 + list->screen->cable_spare_percent / 100;

  for (guint i = first + 1; i < first + n; i++)
    count_length (lengths,
                  spare * qp_run_place_distance (place, g_array_index (cells, QpRunCell, i - 1), g_array_index (cells, QpRunCell, i)),
                  1);
}

/* --- data --- */

static void
add_controllers (const List *list)
{
  const QpDataRuns *data = list->data;
  const double n = data->devices->len > 0 && !isnan (data->ports) ? data->devices->len : NAN;

  add (list, _ ("Controllers"), title_of (data->limits.controller, list->screen->controller), n);
  add (list, data->limits.redundant ? _ ("Data ports, way back counted") : _ ("Data ports"), NULL, data->ports);
}

static void
add_cards (const List *list)
{
  const QpDataRuns *data = list->data;
  const QpController *card = qp_data_limits_find_card (&data->limits, list->catalogue);

  add (list, _ ("Receiving cards"), title_of (card, data->limits.card), qp_data_runs_cards (data, list->catalogue));
}

static void
add_data_cables (const List *list, const QpRunPlace *place)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (Length));
  const QpDataRuns *data = list->data;
  double feed = 0, back = 0;

  for (guint i = 0; i < data->runs->len; i++)
    {
      const QpDataRun *run = qp_data_run (data, i);
      count_hops (list, place, data->cells, run->first, run->n, lengths);
      feed += run->feed_m;
      back += run->return_m;
    }
  add_lengths (list, _ ("Data cables from cabinet to cabinet"), lengths);
  add_cables (list, _ ("Data cables from the controller"), data->runs->len, NAN, feed);
  if (data->limits.redundant)
    add_cables (list, _ ("Data cables back to the controller"), data->runs->len, NAN, back);
}

/* --- power --- */

static void
add_power (const List *list, const QpRunPlace *place)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (Length));
  const QpPowerRuns *power = list->power;
  const guint before = list->parts->len;
  g_autofree char *rating = qp_number_display_shortest (power->supply.breaker_a);
  double feed = 0;

  for (guint i = 0; i < power->circuits->len; i++)
    {
      const QpCircuit *circuit = qp_circuit (power, i);
      count_hops (list, place, power->cells, circuit->first, circuit->n, lengths);
      feed += circuit->feed_m;
    }
  add (list, _ ("Circuits with a breaker"), g_strdup_printf ("%s" THIN "A", rating), power->circuits->len);
  add_lengths (list, _ ("Power cables from cabinet to cabinet"), lengths);
  add_cables (list, _ ("Power cables from the distribution board"), power->circuits->len, NAN, feed);
  for (guint i = before; i < list->parts->len; i++)
    ((QpWiringPart *) list->parts->pdata[i])->is_power = TRUE;
}

/**
 * qp_wiring_parts:
 * @data: data ports of a screen
 * @power: its power circuits
 * @screen: the screen
 * @catalogue: (nullable): where its cabinet and cards are looked up
 *
 * Cables from cabinet to cabinet are counted by length, rounded up to 10 cm. A cabinet has one receiving card, or as many
 * as its pixels need where the catalogue knows what the card carries.
 *
 * Returns: (transfer full) (element-type QpWiringPart): controllers, cards, cables and breakers; without rows for what
 *   can't be routed
 */
GPtrArray *
qp_wiring_parts (const QpDataRuns *data, const QpPowerRuns *power, const QpScreen *screen, const QpCatalogue *catalogue)
{
  const List list = { data, power, screen, catalogue, g_ptr_array_new_with_free_func (part_free) };
  g_auto (QpShape) shape = { 0 };
  g_auto (QpRunPlace) place = { 0 };

  if (!qp_shape_init (&shape, screen, catalogue))
    return list.parts;
  qp_run_place_init (&place, screen, &shape);
  if (data->state == QP_DATA_ROUTED)
    {
      add_controllers (&list);
      add_cards (&list);
      add_data_cables (&list, &place);
    }
  if (power->state == QP_POWER_ROUTED)
    add_power (&list, &place);
  return list.parts;
}

/**
 * qp_wiring_part_model:
 * @self: a part
 *
 * Returns: (transfer full): its name and which one: "Receiving cards, NovaStar A8s"
 */
char *
qp_wiring_part_model (const QpWiringPart *self)
{
  return self->model == NULL ? g_strdup (self->what) : g_strdup_printf ("%s, %s", self->what, self->model);
}

/**
 * qp_wiring_part_amount:
 * @self: a part
 *
 * Returns: (transfer full): how many and how long: "12 × 0.6 m", "52", "13, 412 m in all", "not known"
 */
char *
qp_wiring_part_amount (const QpWiringPart *self)
{
  g_autofree char *count = isnan (self->count) ? g_strdup (_ ("not known")) : qp_number_display (self->count, 0);
  g_autofree char *each = qp_number_display (self->each_m, 1);
  g_autofree char *all = qp_number_display (self->all_m, 0);

  if (!isnan (self->each_m))
    return g_strdup_printf ("%s" THIN "×" THIN "%s" THIN "m", count, each);
  if (!isnan (self->all_m))
    /* Translators: number of cables, their length together in metres */
    return g_strdup_printf (_ ("%s, %s m in all"), count, all);
  if (self->is_cable)
    return g_strdup_printf (_ ("%s, length not known"), count);
  return g_steal_pointer (&count);
}
