/* qp-paint-content-day.c: what a screen plays over a day
 *
 * A strip of 24 hours: the mix of the loop as stacked shares, what has the screen to itself as one block, hours at which it is off or
 * nothing may play as empty or hatched ground; above it the parts of the day, beneath it the clock and the minutes of each kind.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-content-day.h"

#include "base/qp-number.h"
#include "render/qp-chart.h"

#include <math.h>

#define HEAD_EM 3.6
#define PARTS_EM 1.8
#define PLOT_EM 9.0
#define TICKS_EM 2.6
#define ROW_EM 1.7
#define HOURS 24
#define DAY_MIN 1440

/* from the bottom of the strip upwards */
static const guint order[QP_CONTENT_COLUMNS]
    = { QP_SLOT_PUBLIC_SERVICE, QP_SLOT_LIVE_RELAY, QP_SLOT_PROGRAMME, QP_SLOT_ADVERTISING, QP_SLOT_IDENT, QP_CONTENT_UNFILLED, QP_CONTENT_UNKNOWN };

typedef struct
{
  QpChart chart;
  const QpContentDay *day;
  QpAxis across; /* minutes of the day */
} Pass;

static gboolean
is_plain (guint column)
{
  return column == QP_CONTENT_UNFILLED || column == QP_CONTENT_UNKNOWN;
}

/* what nobody filled or told is no colour, only an edge; dashed where it is not known */
static void
fill (const Pass *pass, QpBox box, guint column)
{
  const double u = pass->chart.style->unit, dashes[] = { 3 * u, 3 * u };
  cairo_t *cr = pass->chart.cr;

  if (!is_plain (column))
    {
      qp_chart_fill (&pass->chart, box, column);
      return;
    }
  cairo_rectangle (cr, box.x0 + u / 2, box.y0 + u / 2, fmax (box.x1 - box.x0 - u, 0), fmax (box.y1 - box.y0 - u, 0));
  qp_set_colour (cr, pass->chart.style->ink_faint);
  cairo_set_line_width (cr, u);
  qp_chart_dash (&pass->chart, dashes, column == QP_CONTENT_UNKNOWN ? 2 : 0);
  cairo_stroke (cr);
  qp_chart_dash (&pass->chart, NULL, 0);
}

static void
write_in (const Pass *pass, QpBox box, const char *words, QpColour colour)
{
  const double em = pass->chart.style->text_px;

  if (qp_text_width (pass->chart.text, words, QP_TEXT_SMALL) + 0.6 * em < box.x1 - box.x0 && box.y1 - box.y0 > 1.3 * em)
    qp_text_draw (pass->chart.text, pass->chart.cr, words, QP_TEXT_SMALL, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, QP_ALIGN_MIDDLE,
                  QP_ALIGN_MIDDLE, colour);
}

/* --- the strip --- */

/* lines from lower left to upper right */
static void
hatch (const Pass *pass, QpBox box)
{
  const double step = 7 * pass->chart.style->unit, high = box.y1 - box.y0;
  cairo_t *cr = pass->chart.cr;

  cairo_save (cr);
  cairo_rectangle (cr, box.x0, box.y0, box.x1 - box.x0, high);
  cairo_clip (cr);
  for (double x = box.x0 - high; x < box.x1; x += step)
    {
      cairo_move_to (cr, x, box.y1);
      cairo_line_to (cr, x + high, box.y0);
    }
  cairo_set_line_width (cr, pass->chart.style->unit);
  qp_set_colour (cr, pass->chart.style->ink_faint);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_silent (const Pass *pass, QpBox box, QpContentState state)
{
  cairo_rectangle (pass->chart.cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  qp_set_colour (pass->chart.cr, pass->chart.style->grid);
  cairo_fill (pass->chart.cr);
  if (state == QP_CONTENT_CURFEW)
    hatch (pass, box);
  else
    write_in (pass, box, _ ("Off"), pass->chart.style->ink_faint);
}

static QpColour
ink_on (const Pass *pass, guint column)
{
  const QpColour colour = qp_chart_colour (pass->chart.style, column);
  const double light = 0.3 * colour.red + 0.59 * colour.green + 0.11 * colour.blue;

  if (is_plain (column))
    return pass->chart.style->ink_soft;
  return light > 0.5 ? qp_colour (0x1c1c20, 1) : qp_colour (0xffffff, 1);
}

static void
paint_shares (const Pass *pass, const QpContentSegment *segment, QpBox box)
{
  const double high = box.y1 - box.y0;
  double bottom = box.y1;

  for (guint i = 0; i < QP_CONTENT_COLUMNS; i++)
    {
      const double share = segment->shares[order[i]];
      if (!(share > 1e-9))
        continue;
      const QpBox part = { box.x0, bottom - high * share, box.x1, bottom };
      g_autofree char *number = qp_number_display (share * 100, 0), *words = g_strdup_printf (_ ("%s %%"), number);
      fill (pass, part, order[i]);
      write_in (pass, part, segment->slot != NULL && segment->slot->name != NULL ? segment->slot->name : words, ink_on (pass, order[i]));
      bottom = part.y0;
    }
}

/* what follows without a change of the mix is one box: parts of the day cut the day, not the picture */
static gboolean
is_same (const QpContentSegment *a, const QpContentSegment *b)
{
  gboolean same = a->state == b->state && a->slot == b->slot;

  for (guint column = 0; column < QP_CONTENT_COLUMNS; column++)
    same = same && fabs (a->shares[column] - b->shares[column]) < 1e-9;
  return same;
}

static void
paint_strip (const Pass *pass)
{
  const GArray *segments = pass->day->segments;

  for (guint i = 0, next; i < segments->len; i = next)
    {
      const QpContentSegment *first = qp_content_segment (pass->day, i);
      for (next = i + 1; next < segments->len && is_same (first, qp_content_segment (pass->day, next)); next++)
        ;
      const QpBox box = { qp_axis_place (&pass->across, first->from), pass->chart.plot.y0,
                          qp_axis_place (&pass->across, qp_content_segment (pass->day, next - 1)->to), pass->chart.plot.y1 };
      if (first->state < QP_CONTENT_LOOP)
        paint_silent (pass, box, first->state);
      else
        paint_shares (pass, first, box);
    }
}

/* --- around it --- */

/* the night goes on over midnight: it is named at the end of the day where it has more room */
static void
paint_parts (const Pass *pass)
{
  const QpPlanStyle *style = pass->chart.style;
  const double top = pass->chart.plot.y0 - PARTS_EM * style->text_px;

  for (guint part = 0; part < QP_DAY_PARTS; part++)
    {
      const double from = qp_axis_place (&pass->across, pass->day->parts.from[part]);
      const double to = part + 1 < QP_DAY_PARTS ? qp_axis_place (&pass->across, pass->day->parts.from[part + 1]) : pass->chart.plot.x1;
      const double line = qp_crisp (from, 1), morning = qp_axis_place (&pass->across, pass->day->parts.from[0]);
      qp_chart_line (&pass->chart, line, top, line, pass->chart.plot.y1, 1, style->ink_faint);
      write_in (pass, (QpBox){ from, top, to, pass->chart.plot.y0 }, qp_day_part_name (part), style->ink_soft);
      if (part + 1 == QP_DAY_PARTS)
        write_in (pass, (QpBox){ pass->chart.plot.x0, top, morning, pass->chart.plot.y0 }, qp_day_part_name (part), style->ink_soft);
    }
}

static void
paint_clock (const Pass *pass)
{
  const double wide = pass->chart.plot.x1 - pass->chart.plot.x0, em = pass->chart.style->text_px;
  const int step = wide / (HOURS / 2) > 4 * em ? 2 : wide / (HOURS / 3) > 4 * em ? 3 : 6;

  for (int hour = 0; hour <= HOURS; hour += step)
    {
      g_autofree char *name = qp_content_clock (hour * 60);
      qp_chart_tick (&pass->chart, qp_axis_place (&pass->across, hour * 60), name);
    }
}

/* Translators: a kind of slot, its minutes a day and its share of the time */
static char *
legend_text (const QpContentDay *day, guint column)
{
  g_autofree char *minutes = qp_number_display (day->minutes[column], 0);
  g_autofree char *share = qp_number_display (100 * day->minutes[column] / day->open_minutes, 0);

  return g_strdup_printf (_ ("%s: %s min a day, %s %%"), qp_content_column_name (column), minutes, share);
}

static char *
curfew_text (const QpContentDay *day)
{
  g_autofree char *minutes = qp_number_display (day->curfew_minutes, 0);

  return g_strdup_printf (_ ("Nothing may play: %s min a day"), minutes);
}

/* paints nothing without a context; returns how many rows it takes. What may not play stands behind all columns. */
static guint
legend (const Pass *pass, double x, double y, double width)
{
  const QpPlanStyle *style = pass->chart.style;
  const double u = style->unit, swatch = 12 * u;
  double at = x;
  guint rows = 1;

  for (guint i = 0; i <= QP_CONTENT_COLUMNS; i++)
    {
      const gboolean curfew = i == QP_CONTENT_COLUMNS;
      if (!((curfew ? pass->day->curfew_minutes : pass->day->minutes[order[i]]) > 0))
        continue;
      g_autofree char *words = curfew ? curfew_text (pass->day) : legend_text (pass->day, order[i]);
      const double wide = swatch + 5 * u + qp_text_width (pass->chart.text, words, QP_TEXT_SMALL);
      if (at > x && at + wide > x + width)
        {
          at = x;
          rows++;
        }
      const double middle = y + (rows - 0.5) * ROW_EM * style->text_px;
      if (pass->chart.cr != NULL)
        {
          const QpBox box = { at, middle - swatch / 2, at + swatch, middle + swatch / 2 };
          curfew ? hatch (pass, box) : fill (pass, box, order[i]);
          qp_text_draw (pass->chart.text, pass->chart.cr, words, QP_TEXT_SMALL, at + swatch + 5 * u, middle, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                        style->ink_soft);
        }
      at += wide + 14 * u;
    }
  return rows;
}

/**
 * qp_content_day_chart_height:
 * @day: a day
 * @width: width of the chart
 * @style: sizes
 *
 * Returns: the height that qp_paint_content_day_chart() takes
 */
double
qp_content_day_chart_height (const QpContentDay *day, double width, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  const Pass pass = { .chart = { NULL, style, text, { 0 } }, .day = day };

  return (HEAD_EM + PARTS_EM + PLOT_EM + TICKS_EM + ROW_EM * legend (&pass, 0, 0, width)) * style->text_px;
}

/**
 * qp_paint_content_day_chart:
 * @cr: where to
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @title: whose day it is
 * @day: the day
 * @style: colours and sizes
 *
 * Paints the strip of a day with its parts, clock and legend.
 */
void
qp_paint_content_day_chart (cairo_t *cr, double x, double y, double width, const char *title, const QpContentDay *day,
                            const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  g_autofree char *summary = qp_content_day_summary (day);
  const double em = style->text_px, inset = 1.6 * em; /* half of a name on the clock */
  Pass pass = { .chart = { cr, style, text, { 0 } }, .day = day };

  cairo_save (cr);
  qp_chart_head (&pass.chart, title, summary, x, y, width);
  pass.chart.plot = (QpBox){ x + inset, y + (HEAD_EM + PARTS_EM) * em, x + width - inset, y + (HEAD_EM + PARTS_EM + PLOT_EM) * em };
  pass.across = (QpAxis){ 0, DAY_MIN, FALSE, pass.chart.plot.x0, pass.chart.plot.x1 };
  paint_parts (&pass);
  paint_strip (&pass);
  paint_clock (&pass);
  if (day->open_minutes + day->curfew_minutes > 0)
    legend (&pass, x, pass.chart.plot.y1 + TICKS_EM * em, width);
  cairo_restore (cr);
}
