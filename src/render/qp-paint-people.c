/* qp-paint-people.c: how well the people of a plan see its screens, by part of the day
 *
 * A bar for each part of the day, as long as the time of its people, cut by grade: the best at the left, then who walks away, then
 * what nobody sees. Grades have the colours of the map; shares are written into the bars, so that it is read without colours.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "render/qp-paint-people.h"

#include "base/qp-number.h"
#include "render/qp-map-hatch.h"
#include "render/qp-sight-scale.h"
#include "render/qp-text.h"

#include <math.h>

#define BAR_EM 1.45
#define GAP_EM 0.35
#define HEAD_EM 1.9
#define BLOCK_GAP_EM 1.1
#define SWATCH_EM 1.0

/* from the left of a bar to its right */
static const guint order[QP_PEOPLE_COLUMNS] = { QP_LOOK_PIXEL_FREE, QP_LOOK_READABLE, QP_LOOK_NOTICED, QP_LOOK_SEEN,
                                                QP_PEOPLE_AWAY,     QP_LOOK_BLOCKED,  QP_LOOK_BEHIND,  QP_PEOPLE_OFF };

typedef struct
{
  cairo_t *cr; /* NULL while only the height is asked for */
  const QpPeople *people;
  const QpPlanStyle *style;
  QpText *text;
  QpMapScale scale;
  double x;
  double y;
  double width;
  double label_width;
  double value_width;
  double most; /* the longest bar */
} Pass;

static gboolean
is_grade (guint column)
{
  return column >= QP_LOOK_SEEN && column < QP_LOOK_GRADES;
}

/* --- what is told --- */

/**
 * qp_people_screen_summary:
 * @screen: what people have of a screen
 *
 * Returns: (transfer full): "57 % in view · 960 visitor-minutes a day"
 */
char *
qp_people_screen_summary (const QpPeopleScreen *screen)
{
  g_autofree char *minutes = isnan (screen->in_view_minutes) ? NULL : qp_number_display (screen->in_view_minutes, 0);
  g_autofree char *share = isnan (screen->in_view) ? NULL : qp_number_display (screen->in_view * 100, 0);

  if (share == NULL)
    return g_strdup (_ ("not known"));
  if (!screen->known)
    return g_strdup (_ ("not known: choose a cabinet"));
  if (minutes == NULL)
    return g_strdup_printf (_ ("%s %% of the ground in view"), share);
  return g_strdup_printf (_ ("%s %% in view · %s visitor-minutes a day"), share, minutes);
}

static double
part_sum (const QpPeopleScreen *screen, guint part)
{
  double sum = 0;

  for (guint column = 0; column < QP_PEOPLE_COLUMNS; column++)
    sum += screen->minutes[part][column];
  return sum;
}

static gboolean
is_used (const QpPeople *people, guint column)
{
  for (guint i = 0; i < people->screens->len; i++)
    if (qp_people_screen (people, i)->share[column] > 0)
      return TRUE;
  return FALSE;
}

/* --- bars --- */

static QpColour
colour_of (const Pass *self, guint column)
{
  if (column == QP_PEOPLE_OFF)
    return self->style->paper;
  if (column == QP_PEOPLE_AWAY)
    return qp_colour_mix (self->style->paper, self->style->ink_faint, 0.35);
  return qp_map_scale_colour (&self->scale, column, self->style->theme);
}

static QpColour
ink_on (const Pass *self, guint column)
{
  const QpColour colour = colour_of (self, column);
  const double light = 0.3 * colour.red + 0.59 * colour.green + 0.11 * colour.blue;

  if (!is_grade (column))
    return self->style->ink_soft;
  return light > 0.5 ? qp_colour (0x1c1c20, 1) : qp_colour (0xffffff, 1);
}

static void
fill_box (const Pass *self, guint column, double x, double width, double height)
{
  cairo_t *cr = self->cr;
  const QpMapHatch hatch = column < QP_LOOK_SEEN ? qp_map_hatch (&self->scale, column) : (QpMapHatch){ 0 };

  cairo_rectangle (cr, x, self->y, width, height);
  qp_set_colour (cr, colour_of (self, column));
  cairo_fill (cr);
  if (hatch.lines > 0)
    {
      cairo_pattern_t *lines = qp_map_hatch_pattern (cr, hatch, self->style);
      cairo_rectangle (cr, x, self->y, width, height);
      cairo_set_source (cr, lines);
      cairo_fill (cr);
      cairo_pattern_destroy (lines);
    }
  const double line = self->style->unit, half = line / 2;
  cairo_rectangle (cr, x + half, self->y + half, fmax (width - line, 0), height - line);
  cairo_set_line_width (cr, line);
  qp_set_colour (cr, is_grade (column) ? self->style->paper : self->style->ink_faint);
  cairo_stroke (cr);
}

/* each share has its part of the bar, and its number where there is room */
static void
paint_bar (const Pass *self, const double *amounts, double whole, double x, double length)
{
  const double em = self->style->text_px, height = BAR_EM * em;
  double done = 0;

  for (guint i = 0; i < QP_PEOPLE_COLUMNS; i++)
    {
      const double amount = amounts[order[i]], from = x + length * done / whole, width = length * amount / whole;
      if (!(amount > whole * 1e-9))
        continue;
      done += amount;
      fill_box (self, order[i], from, width, height);
      g_autofree char *number = qp_number_display (amount / whole * 100, 0);
      g_autofree char *share = g_strdup_printf (_ ("%s %%"), number);
      if (qp_text_width (self->text, share, QP_TEXT_SMALL) + 0.6 * em < width)
        qp_text_draw (self->text, self->cr, share, QP_TEXT_SMALL, from + width / 2, self->y + height / 2, QP_ALIGN_MIDDLE, QP_ALIGN_MIDDLE,
                      ink_on (self, order[i]));
    }
}

static void
add_bar (Pass *self, const char *label, const char *value, const double *amounts, double whole, double longest)
{
  const double em = self->style->text_px, height = BAR_EM * em;
  const double room = self->width - self->label_width - self->value_width - 1.6 * em;

  if (self->cr != NULL)
    {
      const double length = fmax (room * whole / longest, 2 * self->style->unit), x = self->x + self->label_width + 0.8 * em;
      qp_text_draw (self->text, self->cr, label, QP_TEXT_SMALL, self->x, self->y + height / 2, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                    self->style->ink_soft);
      paint_bar (self, amounts, whole, x, length);
      if (value != NULL)
        qp_text_draw (self->text, self->cr, value, QP_TEXT_SMALL, x + length + 0.8 * em, self->y + height / 2, QP_ALIGN_START, QP_ALIGN_MIDDLE,
                      self->style->ink_soft);
    }
  self->y += height + GAP_EM * em;
}

static char *
minutes_text (double minutes)
{
  g_autofree char *number = qp_number_display (minutes, 0);

  return g_strdup_printf (_ ("%s min"), number);
}

/* --- a screen --- */

static void
add_head (Pass *self, const QpPeopleScreen *screen, gboolean chosen)
{
  const double em = self->style->text_px;
  g_autofree char *name = screen->node == NULL ? g_strdup (_ ("All screens together")) : qp_node_display_name (screen->node);
  g_autofree char *summary = qp_people_screen_summary (screen);
  const double told = qp_text_width (self->text, summary, QP_TEXT_PLAIN);
  const gboolean stacked = told + 10 * em > self->width;

  if (self->cr != NULL)
    {
      qp_text_draw_narrow (self->text, self->cr, name, QP_TEXT_STRONG, self->x, self->y, stacked ? self->width : self->width - told - em,
                           QP_ALIGN_START, chosen ? self->style->accent : self->style->ink);
      qp_text_draw (self->text, self->cr, summary, QP_TEXT_PLAIN, stacked ? self->x : self->x + self->width,
                    self->y + (stacked ? 1.6 * em : 0), stacked ? QP_ALIGN_START : QP_ALIGN_END, QP_ALIGN_START, self->style->ink_soft);
    }
  self->y += (HEAD_EM + (stacked ? 1.6 : 0)) * em;
}

static void
add_screen (Pass *self, const QpPeopleScreen *screen, gboolean chosen)
{
  add_head (self, screen, chosen);
  if (screen->known && self->people->by_people)
    for (guint part = 0; part < QP_DAY_PARTS; part++)
      {
        const double whole = part_sum (screen, part);
        g_autofree char *value = minutes_text (whole);
        if (whole > 0)
          add_bar (self, qp_day_part_name (part), value, screen->minutes[part], whole, self->most);
      }
  else if (screen->known && self->people->audiences > 0)
    add_bar (self, _ ("Ground"), NULL, screen->share, 1, 1);
  self->y += BLOCK_GAP_EM * self->style->text_px;
}

static void
add_legend (Pass *self)
{
  const double em = self->style->text_px, line = 1.6 * em;
  double x = self->x;

  for (guint i = 0; i < QP_PEOPLE_COLUMNS; i++)
    {
      const char *name = qp_people_column_name (order[i]);
      const double width = SWATCH_EM * em + 0.4 * em + qp_text_width (self->text, name, QP_TEXT_SMALL) + 1.2 * em;
      if (!is_used (self->people, order[i]))
        continue;
      if (x > self->x && x + width - 1.2 * em > self->x + self->width)
        {
          x = self->x;
          self->y += line;
        }
      if (self->cr != NULL)
        {
          fill_box (self, order[i], x, SWATCH_EM * em, SWATCH_EM * em);
          qp_text_draw (self->text, self->cr, name, QP_TEXT_SMALL, x + (SWATCH_EM + 0.4) * em, self->y + SWATCH_EM * em / 2, QP_ALIGN_START,
                        QP_ALIGN_MIDDLE, self->style->ink);
        }
      x += width;
    }
  self->y += line + 0.6 * em;
}

static void
measure (Pass *self)
{
  for (guint part = 0; part < QP_DAY_PARTS; part++)
    {
      const double minutes = self->people->minutes[part];
      g_autofree char *value = minutes_text (isnan (minutes) ? 0 : minutes);
      self->most = fmax (self->most, isnan (minutes) ? 0 : minutes);
      self->label_width = fmax (self->label_width, qp_text_width (self->text, qp_day_part_name (part), QP_TEXT_SMALL));
      self->value_width = fmax (self->value_width, qp_text_width (self->text, value, QP_TEXT_SMALL));
    }
  self->label_width = fmax (self->label_width, qp_text_width (self->text, _ ("Ground"), QP_TEXT_SMALL));
  if (!self->people->by_people)
    self->value_width = 0;
}

static void
run (Pass *self, const QpNode *chosen)
{
  qp_sight_scale (&self->scale, qp_sight_measure_find ("grade"), NULL);
  measure (self);
  if (self->people->audiences > 0)
    add_legend (self);
  if (self->people->screens->len > 1)
    add_screen (self, &self->people->together, FALSE);
  for (guint i = 0; i < self->people->screens->len; i++)
    {
      const QpPeopleScreen *screen = qp_people_screen (self->people, i);
      add_screen (self, screen, screen->node == chosen);
    }
}

/**
 * qp_people_chart_height:
 * @people: people
 * @width: width of the chart
 * @style: sizes
 *
 * Returns: the height that the chart takes
 */
double
qp_people_chart_height (const QpPeople *people, double width, const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  Pass pass = { .people = people, .style = style, .text = text, .width = width };

  run (&pass, NULL);
  return pass.y;
}

/**
 * qp_paint_people_chart:
 * @cr: where to
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @people: people
 * @chosen: (nullable): a screen that is looked at
 * @style: colours and sizes
 *
 * Paints bars of time by grade and part of the day: all screens together, then each of them.
 */
void
qp_paint_people_chart (cairo_t *cr, double x, double y, double width, const QpPeople *people, const QpNode *chosen,
                       const QpPlanStyle *style)
{
  g_autoptr (QpText) text = qp_text_new (style);
  Pass pass = { .cr = cr, .people = people, .style = style, .text = text, .x = x, .y = y, .width = width };

  run (&pass, chosen);
}
