/* qp-paint-wiring.c: sheets of an installer: the cabling over the elevation, with its lists
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-wiring.h"

#include "base/qp-number.h"
#include "engine/qp-wiring-parts.h"
#include "render/qp-text.h"

#include <math.h>

#define THIN "\u2009"

/* -- in words -- */

/**
 * qp_data_runs_headline:
 * @self: data ports
 *
 * Returns: (transfer full): the ports in a sentence, the bound beside what was routed
 */
char *
qp_data_runs_headline (const QpDataRuns *self)
{
  g_autofree char *bound = qp_number_display (self->bound, 0);
  g_autofree char *ports = qp_number_display (self->ports, 0);
  g_autofree char *capacity = qp_number_display (self->limits.port_px, 0);
  g_autofree char *drive = qp_data_limits_drive (&self->limits);
  g_autofree char *basis = qp_data_limits_describe (&self->limits);

  if (self->state == QP_DATA_NO_PIXELS)
    return g_strdup (_ ("Data ports are not known: choose a cabinet, or type its size and pixels."));
  if (self->state == QP_DATA_NO_PORT)
    return g_strdup_printf (_ ("Data ports are not known: %s."), basis);
  if (self->state == QP_DATA_TOO_MANY)
    return g_strdup_printf (_ ("At least %s ports; there are too many cabinets to route them."), bound);
  if (isnan (self->ports))
    /* Translators: ports drawn so far, least number by pixels, pixels, basis, bit depth and rate */
    return g_strdup_printf (_ ("%u ports so far, not all cabinets once (at least %s by pixels) · %s px each: %s · %s"),
                            self->runs->len, bound, capacity, basis, drive);
  if (self->limits.redundant)
    /* Translators: ports routed, ports without the way back by pixels alone, pixels, basis, bit depth and rate */
    return g_strdup_printf (_ ("%s ports routed with the way back (at least %s by pixels, one way) · %s px each: %s · %s"),
                            ports, bound, capacity, basis, drive);
  return g_strdup_printf (_ ("%s ports routed (at least %s by pixels) · %s px each: %s · %s"), ports, bound, capacity, basis,
                          drive);
}

static void
append_phases (const QpPowerRuns *self, GString *out)
{
  for (guint i = 0; i < self->supply.phases; i++)
    {
      g_autofree char *current = qp_number_display (self->phase_a[i], 1);
      if (self->supply.phases > 1)
        g_string_append_printf (out, " · L%u %s" THIN "A", i + 1, current);
      else
        g_string_append_printf (out, " · %s" THIN "A", current);
    }
  if (isnan (self->neutral_a))
    return;
  g_autofree char *neutral = qp_number_display (self->neutral_a, 1);
  g_string_append_printf (out, " · N %s" THIN "A", neutral);
}

/**
 * qp_power_runs_headline:
 * @self: power circuits
 *
 * Returns: (transfer full): circuits, phases and supply in a sentence
 */
char *
qp_power_runs_headline (const QpPowerRuns *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *supply = qp_supply_describe (&self->supply);

  if (self->state == QP_POWER_NO_SIZE || self->state == QP_POWER_NO_POWER)
    return g_strdup (_ ("Circuits are not known: choose a cabinet of the catalogue whose maximum power is known."));
  if (self->state == QP_POWER_TOO_MANY)
    return g_strdup (_ ("There are too many cabinets to route circuits."));
  g_autofree char *breaker = qp_number_display (ceil (self->feed_breaker_a), 0);
  g_autofree char *power = qp_number_display_significant (self->power_w / 1000, 3);
  g_string_append_printf (out, ngettext ("%u circuit", "%u circuits", self->circuits->len), self->circuits->len);
  g_string_append_printf (out, " · %s" THIN "kW", power);
  append_phases (self, out);
  g_string_append_printf (out, " · ");
  /* Translators: %s is a current in amperes */
  g_string_append_printf (out, _ ("feed of at least %s A"), breaker);
  g_string_append_printf (out, " · %s", supply);
  return g_strdup (out->str);
}

/**
 * qp_data_run_line:
 * @self: data ports
 * @run: index of one
 *
 * Returns: (transfer full): what it carries: "5 cabinets · 648 000 px · 98 %"
 */
char *
qp_data_run_line (const QpDataRuns *self, guint run)
{
  const QpDataRun *one = qp_data_run (self, run);
  g_autofree char *px = qp_number_display (one->load_px, 0);
  g_autofree char *share = qp_number_display (100 * one->load_px / self->limits.port_px, 0);
  g_autofree char *cabinets = g_strdup_printf (ngettext ("%u cabinet", "%u cabinets", one->n), one->n);

  return g_strdup_printf ("%s · %s" THIN "px · %s" THIN "%%%s", cabinets, px, share,
                          one->side == 1 ? _ (" · second face") : "");
}

/**
 * qp_circuit_line:
 * @self: power circuits
 * @circuit: index of one
 *
 * Returns: (transfer full): what it carries: "5 cabinets · 3 000 W · 13.6 A"
 */
char *
qp_circuit_line (const QpPowerRuns *self, guint circuit)
{
  const QpCircuit *one = qp_circuit (self, circuit);
  g_autofree char *power = qp_number_display (one->power_w, 0);
  g_autofree char *current = qp_number_display (one->current_a, 1);
  g_autofree char *cabinets = g_strdup_printf (ngettext ("%u cabinet", "%u cabinets", one->n), one->n);

  return g_strdup_printf ("%s · %s" THIN "W · %s" THIN "A%s", cabinets, power, current,
                          one->side == 1 ? _ (" · second face") : "");
}

/* -- the sheet -- */

typedef struct
{
  cairo_t *cr;
  const QpPlanStyle *style;
  QpText *text;
  double x, y;      /* where the next line begins */
  double top;       /* where columns begin */
  double bottom;
  double column_w;
  double right;
} Column;

static double
line_step (const Column *self)
{
  return qp_text_line (self->text, QP_TEXT_SMALL) + 3 * self->style->unit;
}

/* a line of the list; FALSE when there is no more room */
static gboolean
put_line (Column *self, const QpColour *dot, const char *label, const char *line)
{
  const double u = self->style->unit, step = line_step (self);
  const double name_w = dot != NULL ? 52 * u : 0;

  if (self->y + step > self->bottom)
    {
      self->x += self->column_w;
      self->y = self->top;
      if (self->x + self->column_w > self->right + 1)
        return FALSE;
    }
  if (dot != NULL)
    {
      qp_path_rounded (self->cr, self->x, self->y + 2 * u, 10 * u, step - 5 * u, 2 * u);
      qp_set_colour (self->cr, *dot);
      cairo_fill (self->cr);
      qp_text_draw (self->text, self->cr, label, QP_TEXT_SMALL | QP_TEXT_STRONG, self->x + 14 * u, self->y, QP_ALIGN_START,
                    QP_ALIGN_START, self->style->ink);
    }
  qp_text_draw_narrow (self->text, self->cr, line, QP_TEXT_SMALL, self->x + name_w, self->y, self->column_w - name_w - 12 * u,
                       QP_ALIGN_START, self->style->ink);
  self->y += step;
  return TRUE;
}

static guint
list_length (const QpWiringSheet *sheet, gboolean power)
{
  return power ? sheet->power->circuits->len : sheet->data->runs->len;
}

static void
put_runs (Column *column, const QpWiringSheet *sheet, gboolean power)
{
  const guint n = list_length (sheet, power);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = power ? qp_circuit_label (sheet->power, i) : qp_data_run_label (sheet->data, i);
      g_autofree char *line = power ? qp_circuit_line (sheet->power, i) : qp_data_run_line (sheet->data, i);
      const QpColour dot = power ? qp_circuit_colour (sheet->power, i) : qp_data_run_colour (i);
      const gboolean last = column->x + 2 * column->column_w > column->right + 1
                            && column->y + 2 * line_step (column) > column->bottom;
      if (last && i + 1 < n)
        {
          g_autofree char *more = g_strdup_printf (_ ("… and %u more: see the list"), n - i);
          put_line (column, NULL, NULL, more);
          return;
        }
      put_line (column, &dot, label, line);
    }
}

/* the parts stand in the first column, the runs beside them */
static void
put_parts (Column *column, const QpWiringSheet *sheet)
{
  g_autoptr (GPtrArray) parts = qp_wiring_parts (sheet->data, sheet->power, sheet->screen, sheet->catalogue);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *name = qp_wiring_part_model (parts->pdata[i]);
      g_autofree char *amount = qp_wiring_part_amount (parts->pdata[i]);
      g_autofree char *line = g_strdup_printf ("%s: %s", name, amount);
      if (column->y + qp_text_line (column->text, QP_TEXT_SMALL) > column->bottom || !put_line (column, NULL, NULL, line))
        return;
    }
}

static double
list_height (const QpWiringSheet *sheet, gboolean power, double height, double step, guint columns)
{
  const double rows = fmax (ceil (list_length (sheet, power) / (double) (columns - 2)), 12);

  return fmin (rows * step, height * 0.4);
}

/**
 * qp_paint_wiring:
 * @cr: a context in pixels or points
 * @width: width of the sheet
 * @height: height of the sheet
 * @sheet: what is painted
 * @power: whether power circuits are shown; else data ports
 * @style: colours
 *
 * Paints the elevation with its ports or circuits, and under it the list of them and of what is needed. Lists that are
 * longer than the sheet end with its room; the file of the lists has all.
 */
void
qp_paint_wiring (cairo_t *cr, double width, double height, const QpWiringSheet *sheet, gboolean power,
                 const QpPlanStyle *style)
{
  const guint columns = MAX ((guint) (width / (190 * style->unit)), 3);
  g_autoptr (QpText) text = qp_text_new (style);
  g_autoptr (QpWiringPaths) paths
      = power ? qp_wiring_paths_new_power (sheet->power) : qp_wiring_paths_new_data (sheet->data);
  g_autofree char *headline = power ? qp_power_runs_headline (sheet->power) : qp_data_runs_headline (sheet->data);
  QpElevationView view = { .layers = QP_SHOW_DIMENSIONS | QP_SHOW_PATHS, .back = sheet->back };
  const double u = style->unit, margin = 24 * u, step = qp_text_line (text, QP_TEXT_SMALL) + 3 * u;
  const double list = list_height (sheet, power, height, step, columns);
  const double head = 2 * qp_text_line (text, QP_TEXT_PLAIN) + 14 * u;

  view.paths = qp_wiring_paths_get (paths, &view.n_paths);
  qp_paint_elevation (cr, width, height - list - head - margin, 0, sheet->elevation, &view, style);
  qp_set_colour (cr, style->paper);
  cairo_rectangle (cr, 0, height - list - head - margin, width, list + head + margin);
  cairo_fill (cr);
  const double y = height - list - head - margin + 6 * u;
  qp_text_draw (text, cr, power ? _ ("Power circuits") : _ ("Data ports"), QP_TEXT_PLAIN | QP_TEXT_STRONG, margin, y,
                QP_ALIGN_START, QP_ALIGN_START, style->ink);
  qp_text_draw_narrow (text, cr, headline, QP_TEXT_SMALL, margin, y + qp_text_line (text, QP_TEXT_PLAIN) + 2 * u,
                       width - 2 * margin, QP_ALIGN_START, style->ink_soft);
  const double column_w = (width - 2 * margin) / columns, top = height - list - margin;
  Column parts = { cr, style, text, margin, top, top, height - margin / 2, 2 * column_w, margin + 2 * column_w };
  Column runs = { cr, style, text, margin + 2 * column_w, top, top, height - margin / 2, column_w, width - margin };
  put_parts (&parts, sheet);
  put_runs (&runs, sheet, power);
}
