/* qp-data-runs-check.c: what is wrong with the data cabling of a screen, in plain words
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-data-runs.h"

#include "base/qp-number.h"

#include <math.h>

typedef struct
{
  const QpDataRuns *runs;
  const QpScreen *screen;
  const QpCatalogue *catalogue;
  const char *name;
  QpFindings *findings;
} Check;

static void
check_controller (const Check *self)
{
  const char *key = self->screen->controller;

  if (key != NULL && self->runs->limits.controller == NULL)
    qp_findings_add (self->findings, QP_SEVERITY_WARNING, "controller-unknown", 0, self->name, "controller",
                     _ ("The catalogue has no controller “%s”: data ports are reckoned with a 1 Gbit/s port that carries "
                        "936 Mbit/s."),
                     key);
}

static void
check_port (const Check *self)
{
  if (self->runs->limits.basis != QP_PORT_NONE)
    return;
  g_autofree char *words = qp_data_limits_describe (&self->runs->limits);
  qp_findings_add (self->findings, QP_SEVERITY_WARNING, "bit-depth-unsupported", 0, self->name, "drive_bits",
                   _ ("%s: choose fewer bits or another controller."), words);
}

static guint
count_runs (const QpDataRuns *self, gsize offset)
{
  guint n = 0;

  for (guint i = 0; i < self->runs->len; i++)
    n += G_STRUCT_MEMBER (gboolean, qp_data_run (self, i), offset) ? 1 : 0;
  return n;
}

static void
check_load (const Check *self)
{
  const QpDataRuns *runs = self->runs;
  const guint over = count_runs (runs, G_STRUCT_OFFSET (QpDataRun, over));
  const guint narrow = count_runs (runs, G_STRUCT_OFFSET (QpDataRun, narrow));
  g_autofree char *capacity = qp_number_display (runs->limits.port_px, 0);
  g_autofree char *width = qp_number_display (runs->limits.min_width_px, 0);

  if (over > 0 && runs->cell_px > runs->limits.port_px)
    qp_findings_add (self->findings, QP_SEVERITY_WARNING, "port-overloaded", 0, self->name, "controller",
                     _ ("One cabinet has more pixels than a port carries (%s\u2009px): choose another controller."), capacity);
  else if (over > 0)
    qp_findings_add (self->findings, QP_SEVERITY_WARNING, "port-overloaded", 0, self->name, "data_route",
                     ngettext ("%u port has more than it carries (%s\u2009px, or the most cabinets on a port).",
                               "%u ports have more than they carry (%s\u2009px each, or the most cabinets on a port).", over),
                     over, capacity);
  if (narrow > 0)
    qp_findings_add (self->findings, QP_SEVERITY_NOTE, "port-narrow", 0, self->name, "controller",
                     ngettext ("%u port feeds a strip narrower than %s\u2009px: it carries less than its full capacity; how "
                               "much less is not published.",
                               "%u ports feed strips narrower than %s\u2009px: they carry less than their full capacity; how "
                               "much less is not published.",
                               narrow),
                     narrow, width);
}

static void
check_devices (const Check *self)
{
  const QpDataLimits *limits = &self->runs->limits;

  for (guint i = 0; i < self->runs->devices->len; i++)
    if (qp_data_device (self->runs, i)->over)
      {
        qp_findings_add (self->findings, QP_SEVERITY_WARNING, "controller-overloaded", 0, self->name, "controller",
                         _ ("A single port needs more pixels, width or height than a %s can show."),
                         limits->controller->model);
        break;
      }
  if (limits->controller != NULL && limits->rate_hz > 60 && limits->controller->note != NULL)
    qp_findings_add (self->findings, QP_SEVERITY_NOTE, "controller-rate", 0, self->name, "drive_rate_hz",
                     _ ("The device capacity of a %s is reckoned as at 60\u2009Hz; what its sheet says: %s"),
                     limits->controller->model, limits->controller->note);
}

static void
check_route (const Check *self)
{
  const QpDataRuns *runs = self->runs;

  if (!runs->hand)
    return;
  if (runs->strange > 0)
    qp_findings_add (self->findings, QP_SEVERITY_WARNING, "route-strange", 0, self->name, "data_route",
                     ngettext ("The route drawn by hand has %u entry that is no cabinet of this screen; it is left out.",
                               "The route drawn by hand has %u entries that are no cabinets of this screen; they are left out.",
                               runs->strange),
                     runs->strange);
  if (runs->repeated > 0)
    qp_findings_add (self->findings, QP_SEVERITY_WARNING, "route-twice", 0, self->name, "data_route",
                     ngettext ("The route drawn by hand takes %u cabinet twice.",
                               "The route drawn by hand takes %u cabinets twice.", runs->repeated),
                     runs->repeated);
  if (runs->unrouted > 0)
    qp_findings_add (self->findings, QP_SEVERITY_WARNING, "route-incomplete", 0, self->name, "data_route",
                     ngettext ("The route drawn by hand leaves out %u cabinet: it stays dark.",
                               "The route drawn by hand leaves out %u cabinets: they stay dark.", runs->unrouted),
                     runs->unrouted);
  if (runs->far > 0)
    qp_findings_add (self->findings, QP_SEVERITY_NOTE, "route-far", 0, self->name, "data_route",
                     ngettext ("The route drawn by hand has %u hop that is no step to the next cabinet; it needs a longer cable.",
                               "The route drawn by hand has %u hops that are no steps to the next cabinet; they need longer cables.",
                               runs->far),
                     runs->far);
  if (runs->folds > 0)
    qp_findings_add (self->findings, QP_SEVERITY_NOTE, "route-fold", 0, self->name, "data_route",
                     ngettext ("The route drawn by hand crosses a fold or a gap between zones %u time.",
                               "The route drawn by hand crosses folds or gaps between zones %u times.", runs->folds),
                     runs->folds);
}

static char *
limit_in_words (gint64 limit)
{
  return limit == QP_UNSET ? g_strdup (_ ("not known")) : qp_number_display ((double) limit, 0);
}

static void
tell_of_card (const Check *self, const QpController *card)
{
  const QpDataRuns *runs = self->runs;
  g_autofree char *w = qp_number_display (runs->cell_px_w, 0);
  g_autofree char *h = qp_number_display (runs->cell_px_h, 0);
  g_autofree char *most_w = limit_in_words (card->max_width_px);
  g_autofree char *most_h = limit_in_words (card->max_height_px);

  qp_findings_add (self->findings, QP_SEVERITY_WARNING, "receiving-card-overloaded", 0, self->name, "receiving_card",
                   _ ("A cabinet has %s × %s\u2009px, a receiving card %s carries at most %s × %s\u2009px: it needs more than one, or "
                      "another."),
                   w, h, card->model, most_w, most_h);
}

static void
check_card (const Check *self)
{
  const QpDataRuns *runs = self->runs;
  const QpController *card = qp_data_limits_find_card (&runs->limits, self->catalogue);

  if (card == NULL || qp_receiving_cards_each (card, runs->cell_px_w, runs->cell_px_h) <= 1)
    return;
  if (card->capacity_px == QP_UNSET || runs->cell_px <= (double) card->capacity_px)
    {
      tell_of_card (self, card);
      return;
    }
  g_autofree char *cabinet = qp_number_display (runs->cell_px, 0);
  g_autofree char *capacity = qp_number_display ((double) card->capacity_px, 0);
  qp_findings_add (self->findings, QP_SEVERITY_WARNING, "receiving-card-overloaded", 0, self->name, "receiving_card",
                   _ ("A cabinet has %s\u2009px, a receiving card %s carries %s\u2009px: it needs more than one, or another."), cabinet,
                   card->model, capacity);
}

/**
 * qp_data_runs_check:
 * @self: runs
 * @screen: the screen that they were made for
 * @catalogue: (nullable): where the receiving card is looked up
 * @name: name of the screen in findings
 * @findings: where to tell
 *
 * Tells what is wrong with the data cabling: ports, controllers and cards that are overloaded, a route drawn by hand that
 * leaves something out.
 */
void
qp_data_runs_check (const QpDataRuns *self, const QpScreen *screen, const QpCatalogue *catalogue, const char *name,
                    QpFindings *findings)
{
  const Check check = { self, screen, catalogue, name, findings };

  check_controller (&check);
  if (self->state == QP_DATA_NO_PIXELS)
    return;
  check_port (&check);
  check_load (&check);
  check_devices (&check);
  check_route (&check);
  check_card (&check);
}
