/* qp-content-project.h: what a project has to produce: profiles, versions by shape, screens that share a master
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/qp-amount.h"
#include "engine/qp-content-needs.h"

G_BEGIN_DECLS

/** QP_CONTENT_ASPECT_TOLERANCE: screens whose aspect differs by no more share a master, as a fraction */
#define QP_CONTENT_ASPECT_TOLERANCE 0.02
/** QP_CONTENT_LEAST_SCALE: a master is not scaled down further than this: texts would become too small */
#define QP_CONTENT_LEAST_SCALE 0.5

/**
 * QpContentMember:
 * @screen: a screen
 * @site: (nullable): its site
 * @px_w: its pixels across
 * @px_h: its pixels down
 * @scale: scale of the master on it
 * @exact: whether each pixel of the master is one of the screen
 *
 * A screen of a group.
 */
typedef struct
{
  const QpScreen *screen;
  const QpSite *site;
  double px_w;
  double px_h;
  double scale;
  gboolean exact;
} QpContentMember;

/**
 * QpContentGroup:
 * @content: (nullable): their content profile
 * @w: width of the master; NaN when not known
 * @h: its height
 * @own: whether it is for one screen only, as naked-eye 3D is made for its shape and eye point
 * @members: (element-type QpContentMember): the screens
 *
 * Screens that can share one master.
 */
typedef struct
{
  const QpContent *content;
  double w;
  double h;
  gboolean own;
  GArray *members;
} QpContentGroup;

/**
 * QpContentTier:
 * @minutes: fresh minutes a month; 0 when there are none
 * @price: price of a minute
 * @year: cost of a year: minutes of twelve months × price
 * @cost: of a month: a twelfth of @year
 * @record: (nullable): record of the price books that the price is from, or would be if there were an exchange rate with a date
 * @source: (nullable): where the price comes from
 * @date: (nullable): of when it is
 *
 * What a way of producing costs.
 */
typedef struct
{
  double minutes;
  QpAmount price;
  QpAmount year;
  QpAmount cost;
  const QpPrice *record;
  const char *source;
  const char *date;
} QpContentTier;

/**
 * QpContentProfile:
 * @content: the profile
 * @screens: screens that play it
 * @versions: masters of different shape that are made of the same material
 * @fresh_minutes: fresh minutes a month, of one version; NaN when not known
 * @tiers: by #QpTier, and what nobody says the way of at last
 * @adapting: fresh minutes in the versions after the first, adapted to their shape
 * @year: cost of a year, of all versions: 0 as long as no screen plays it; not known as long as no price is
 * @cost: of a month: a twelfth of @year
 * @partial: whether a part of the cost is not known
 *
 * A content profile of a project.
 */
typedef struct
{
  const QpContent *content;
  guint screens;
  guint versions;
  double fresh_minutes;
  QpContentTier tiers[QP_N_TIERS + 1];
  QpContentTier adapting;
  QpAmount year;
  QpAmount cost;
  gboolean partial;
} QpContentProfile;

/**
 * QpContentSum:
 * @sum: sum over the screens of which it is known
 * @missing: screens of which it is not
 */
typedef struct
{
  double sum;
  guint missing;
} QpContentSum;

/**
 * QpContentProject:
 * @profiles: (element-type QpContentProfile): each profile
 * @groups: (element-type QpContentGroup): screens that share a master, by profile and shape
 * @screens: screens counted
 * @without: screens that have no content
 * @players: players, backup counted
 * @decoders: decoders
 * @kept_gb: storage
 *
 * What a project has to produce and hold. Borrows the project.
 */
typedef struct
{
  GArray *profiles;
  GArray *groups;
  guint screens;
  guint without;
  QpContentSum players;
  QpContentSum decoders;
  QpContentSum kept_gb;
} QpContentProject;

QpContentProject *qp_content_project_new (const QpNode *root, const QpEngineContext *context);
void qp_content_project_free (QpContentProject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QpContentProject, qp_content_project_free)

#define qp_content_profile(self, i) (&g_array_index ((self)->profiles, QpContentProfile, (i)))
#define qp_content_group(self, i) (&g_array_index ((self)->groups, QpContentGroup, (i)))
#define qp_content_member(group, i) (&g_array_index ((group)->members, QpContentMember, (i)))

const char *qp_content_tier_name (guint tier);
const char *qp_content_tier_key (guint tier);
GPtrArray *qp_content_project_assumptions (void);

G_END_DECLS
