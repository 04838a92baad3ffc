/* qp-people.h: how many people of a plan see which screen, how well and for how long
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "engine/qp-estimate.h"
#include "engine/qp-sight-scene.h"

G_BEGIN_DECLS

/**
 * QpPeopleColumn:
 * @QP_PEOPLE_AWAY: they would see it, but walk away from it
 * @QP_PEOPLE_OFF: the screen is off
 *
 * Where the time of an audience goes: one of the grades of #QpLookGrade, or one of these.
 */
enum
{
  QP_PEOPLE_AWAY = QP_LOOK_GRADES,
  QP_PEOPLE_OFF,
  QP_PEOPLE_COLUMNS,
};

const char *qp_people_column_key (guint column);
const char *qp_people_column_name (guint column);

/**
 * QpPeopleOptions:
 * @day: the parts of the day
 * @walk_view_deg: who walks sees what lies within this angle, half of it to either side of the way ahead, degrees
 * @least_view_s: time in view that counts as a chance to see, seconds
 * @look: what the grades hang on
 * @span: how finely the ground is looked at
 * @parts: into about how many parts a screen is cut
 *
 * The assumptions; all of them can be changed.
 */
typedef struct
{
  QpDay day;
  double walk_view_deg;
  double least_view_s;
  QpLookOptions look;
  QpSightSpan span;
  guint parts;
} QpPeopleOptions;

void qp_people_options_init (QpPeopleOptions *self, const QpProject *project);

/**
 * QpPeopleRow:
 * @audience: (transfer none): an audience of the plan
 * @stay_s: how long somebody is there, seconds; NaN when not known
 * @hours: hours of each part of the day at which the screen is on
 * @zone: share of its places, and of the directions in which they are walked, by column; without QP_PEOPLE_OFF
 * @chance: share of its people who have the screen in view for long enough; NaN when @stay_s is not known
 * @visitors: people a day who do so; NaN when not known
 * @minutes: visitor-minutes a day with the screen in view; NaN when not known
 *
 * The factors of one audience for one screen.
 */
typedef struct
{
  const QpAudience *audience;
  double stay_s;
  double hours[QP_DAY_PARTS];
  double zone[QP_PEOPLE_COLUMNS];
  double chance;
  double visitors;
  double minutes;
} QpPeopleRow;

/**
 * QpPeopleScreen:
 * @node: (transfer none) (nullable): the screen; %NULL for all of them together
 * @known: whether the size of its cabinets is known, so that it can be seen
 * @minutes: visitor-minutes by part of the day and column; NaN when not known
 * @share: share of the time of the whole audience by column; NaN without an audience
 * @in_view: share that has it in view: noticed, readable or pixel-free
 * @in_view_minutes: visitor-minutes a day with it in view; NaN when not known
 * @visitors: opportunities to see it: visits a day that have it in view for long enough; NaN when not known
 * @view_s: mean time in view on such a visit, seconds
 * @loops: loops seen on it; NaN when the loop is not known
 * @spot_chance: chance to see a spot on it, 0 … 1: a house index
 * @per_play: opportunities to see for each play of a spot
 * @rows: (element-type QpPeopleRow): audience by audience; none for all screens together
 *
 * What an audience has of a screen, or of all screens of the plan: of several the one that is seen best counts.
 */
typedef struct
{
  const QpNode *node;
  gboolean known;
  double minutes[QP_DAY_PARTS][QP_PEOPLE_COLUMNS];
  double share[QP_PEOPLE_COLUMNS];
  double in_view;
  double in_view_minutes;
  double visitors;
  double view_s;
  double loops;
  double spot_chance;
  double per_play;
  GArray *rows;
} QpPeopleScreen;

/**
 * QpPeople:
 * @options: what was asked
 * @plan: (owned): the plan
 * @audiences: how many areas and paths there are
 * @uncounted: of how many of them people or times are not known
 * @by_people: whether shares are of visitor-minutes; else of the ground, all screens on
 * @gaps: audiences whose people are known for some parts of the day only; the others are left out
 * @unknown_tops: obstacles of unknown height, which hide all that is behind them
 * @minutes: visitor-minutes of everybody, by part of the day; NaN when not known
 * @visitors: people a day
 * @screens: (element-type QpPeopleScreen): each screen of the plan
 * @together: all of them
 *
 * The people of a plan and its screens. Immutable once made.
 */
typedef struct
{
  QpPeopleOptions options;
  QpNode *plan;
  guint audiences;
  guint uncounted;
  gboolean by_people;
  guint gaps;
  guint unknown_tops;
  double minutes[QP_DAY_PARTS];
  double visitors;
  GArray *screens;
  QpPeopleScreen together;
} QpPeople;

QpPeople *qp_people_new (const QpNode *plan, const QpEngineContext *context, const QpPeopleOptions *options, QpSightGoOn go_on,
                         gpointer data);
void qp_people_free (QpPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpPeople, qp_people_free)

#define qp_people_screen(self, i) (&g_array_index ((self)->screens, QpPeopleScreen, (i)))
#define qp_people_row(screen, i) (&g_array_index ((screen)->rows, QpPeopleRow, (i)))

const QpPeopleScreen *qp_people_find (const QpPeople *self, const QpNode *screen);
GPtrArray *qp_people_notes (const QpPeople *self);
GPtrArray *qp_people_assumptions (const QpPeopleOptions *options);

G_END_DECLS
