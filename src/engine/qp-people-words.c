/* qp-people-words.c: what is assumed of the people that see screens, and figures in words
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-people.h"

#include <math.h>

#define CELL_M 1.0
#define CELLS_MOST 40000
#define PARTS 24

/**
 * qp_people_column_key:
 * @column: a grade of #QpLookGrade, QP_PEOPLE_AWAY or QP_PEOPLE_OFF
 *
 * Returns: its name for programs
 */
const char *
qp_people_column_key (guint column)
{
  return column == QP_PEOPLE_AWAY ? "away" : column == QP_PEOPLE_OFF ? "off" : qp_look_grade_key (column);
}

/**
 * qp_people_column_name:
 * @column: the same
 *
 * Returns: its translated name
 */
const char *
qp_people_column_name (guint column)
{
  return column == QP_PEOPLE_AWAY ? _ ("Walking away") : column == QP_PEOPLE_OFF ? _ ("Screen off") : qp_look_grade_name (column);
}

static void
add_missing (GPtrArray *notes, const QpPeople *self)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, self->plan->children);
  for (const QpAudience *audience; (audience = qp_audience_next (&iter)) != NULL;)
    {
      g_autofree char *name = qp_node_display_name (&audience->node);
      guint known = 0;
      for (guint part = 0; part < QP_DAY_PARTS; part++)
        known += !isnan (qp_audience_people_per_h (audience, part));
      if (known == 0)
        g_ptr_array_add (notes, g_strdup_printf (_ ("%s: nobody counted its people yet. Type people per hour for the parts of the day."), name));
      else if (isnan (qp_audience_stay_s (audience)))
        g_ptr_array_add (notes, g_strdup_printf (audience->kind == QP_AUDIENCE_PATH
                                                     ? _ ("%s: the time on it is not known. Type the walking speed or the dwell time.")
                                                     : _ ("%s: the time there is not known. Type the dwell time."),
                                                 name));
    }
}

/**
 * qp_people_options_init:
 * @self: (out caller-allocates): options
 * @project: (nullable): whose assumptions count
 *
 * Who walks sees 90° to either side (only people who move towards a screen count: Geopath); a second in view counts (Geopath).
 */
void
qp_people_options_init (QpPeopleOptions *self, const QpProject *project)
{
  *self = (QpPeopleOptions){ .look = QP_LOOK_OPTIONS_INIT, .span = { CELL_M, FALSE, CELLS_MOST }, .parts = PARTS };
  qp_day_init (&self->day, project);
  self->walk_view_deg = project == NULL || isnan (project->walk_view_deg) ? 180 : project->walk_view_deg;
  self->least_view_s = project == NULL || isnan (project->least_view_s) ? 1 : project->least_view_s;
}

/**
 * qp_people_assumptions:
 * @options: options
 *
 * Returns: (transfer full) (element-type utf8): what is assumed, with whose idea it is, and where it can be changed
 */
GPtrArray *
qp_people_assumptions (const QpPeopleOptions *options)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  const int *from = options->day.from;

  g_ptr_array_add (notes, g_strdup_printf (_ ("Parts of the day begin at %02d:%02d, %02d:%02d, %02d:%02d and %02d:%02d (house assumption; project)."),
                                           from[0] / 60, from[0] % 60, from[1] / 60, from[1] % 60, from[2] / 60, from[2] % 60,
                                           from[3] / 60, from[3] % 60));
  g_ptr_array_add (notes, g_strdup_printf (_ ("Who walks sees what lies within %g° ahead (Geopath: only people who move towards a screen). A path is walked both ways by half of its people each, unless a walking direction is given (house assumption)."),
                                           options->walk_view_deg));
  g_ptr_array_add (notes, g_strdup_printf (_ ("In view is what is noticed or better: it fills %g° and is at most %g° aside (Geopath). %g s in view count as an opportunity to see (Geopath)."),
                                           options->look.notice_deg, options->look.notice_aside_deg, options->least_view_s));
  g_ptr_array_add (notes, g_strdup (_ ("Chance to see a spot is a house index: an opportunity, not attention. Eyes are not tracked, and no published adjustment is used.")));
  return notes;
}

/**
 * qp_people_notes:
 * @self: people
 *
 * Returns: (transfer full) (element-type utf8): what is missing, and what the figures lean on for it
 */
GPtrArray *
qp_people_notes (const QpPeople *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  if (self->audiences == 0)
    {
      g_ptr_array_add (notes, g_strdup (_ ("Nobody looks yet: draw audience areas or paths on the plan.")));
      return notes;
    }
  add_missing (notes, self);
  if (!self->by_people)
    g_ptr_array_add (notes, g_strdup (_ ("Shares are of the ground of all audiences, with the screens on, as people and times are not known of all of them.")));
  if (self->gaps > 0)
    g_ptr_array_add (notes, g_strdup_printf (ngettext ("%u audience is counted for some parts of the day only; the others are left out.",
                                                       "%u audiences are counted for some parts of the day only; the others are left out.",
                                                       self->gaps),
                                             self->gaps));
  if (self->unknown_tops > 0)
    g_ptr_array_add (notes, g_strdup_printf (ngettext ("%u obstacle has no height; it hides all that is behind it.",
                                                       "%u obstacles have no height; they hide all that is behind them.", self->unknown_tops),
                                             self->unknown_tops));
  return notes;
}
