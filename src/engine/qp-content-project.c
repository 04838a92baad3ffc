/* qp-content-project.c: groups of screens that share a master, and what the material of a project costs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-content-project.h"

#include "engine/qp-content-private.h"

#include <math.h>
#include <string.h>

/* a screen on its way into a group */
typedef struct
{
  QpContentMember member;
  const QpContent *content;
  guint order;  /* of its profile */
  double w;     /* of its master */
  double h;
  gboolean own;
} Found;

typedef struct
{
  QpContentProject *project;
  const QpNode *root;
  GHashTable *profiles; /* QpId → index + 1 */
  GArray *found;
  gboolean with_needs;
} Work;

/**
 * qp_content_tier_key:
 * @tier: a way of producing, or QP_N_TIERS for none
 *
 * Returns: its name for programs
 */
const char *
qp_content_tier_key (guint tier)
{
  return tier < QP_N_TIERS ? qp_values_tier[tier].key : "unknown";
}

/**
 * qp_content_tier_name:
 * @tier: a way of producing, or QP_N_TIERS for none
 *
 * Returns: its translated name
 */
const char *
qp_content_tier_name (guint tier)
{
  return tier < QP_N_TIERS ? _ (qp_values_tier[tier].label) : _ ("not said how");
}

/* --- the profiles --- */

static void
take_profiles (Work *work, const QpPriceBook *book)
{
  QpNodeIter iter;

  qp_node_iter_init (&iter, work->root->children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_CONTENT)) != NULL;)
    {
      QpContentProfile profile = { 0 };
      qp_content_profile_init (&profile, (const QpContent *) node, book);
      g_array_append_val (work->project->profiles, profile);
      g_hash_table_insert (work->profiles, &node->id, GUINT_TO_POINTER (work->project->profiles->len));
    }
}

/* --- the screens --- */

static void
add_sum (QpContentSum *sum, double value)
{
  if (isnan (value))
    sum->missing++;
  else
    sum->sum += value;
}

/* players, decoders and storage */
static void
add_needs (QpContentProject *self, const QpScreen *screen, const QpContent *content, const QpEngineContext *context)
{
  g_autoptr (QpContentDay) day = qp_content_day_new (content, screen, context->project);
  QpContentNeeds needs;

  qp_content_needs_init (&needs, screen, content, day, context);
  add_sum (&self->players, qp_content_need (&needs, "players"));
  add_sum (&self->decoders, qp_content_need (&needs, "decoders"));
  add_sum (&self->kept_gb, qp_content_need (&needs, "kept_gb"));
}

static void
take_screen (Work *work, const QpScreen *screen, const QpEngineContext *context)
{
  const guint index = qp_id_is_none (screen->content) ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (work->profiles, &screen->content));
  const QpContent *content = index == 0 ? NULL : qp_content_profile (work->project, index - 1)->content;
  QpContentRaster raster;
  gboolean known;

  work->project->screens++;
  work->project->without += content == NULL;
  if (work->with_needs)
    add_needs (work->project, screen, content, context);
  if (content == NULL)
    return;
  qp_content_profile (work->project, index - 1)->screens++;
  qp_content_raster_init (&raster, screen, content, context);
  Found found = { .member = { screen, context->site, raster.px_w, raster.px_h, NAN, FALSE },
                  .content = content,
                  .order = index,
                  .w = raster.w,
                  .h = raster.h,
                  .own = qp_slot_tier (NULL, content, &known) == QP_TIER_NAKED_EYE_3D && known };
  if (found.w != found.member.px_w || found.h != found.member.px_h)
    { /* scaled to it: the screen's own shape decides who shares, as long as it is known */
      found.w = isnan (found.member.px_w) ? found.w : found.member.px_w;
      found.h = isnan (found.member.px_h) ? found.h : found.member.px_h;
    }
  g_array_append_val (work->found, found);
}

static void
walk (Work *work, const QpNode *node, const QpEngineContext *context)
{
  QpEngineContext inner = *context;
  QpNodeIter iter;

  if (node->kind == QP_KIND_SCREEN)
    {
      if (((const QpScreen *) node)->status != QP_STATUS_RETIRED)
        take_screen (work, (const QpScreen *) node, context);
      return;
    }
  if (node->kind == QP_KIND_SITE)
    inner.site = (const QpSite *) node;
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    walk (work, child, &inner);
}

/* --- the groups --- */

static int
compare_doubles (double a, double b)
{
  return isnan (a) ? (isnan (b) ? 0 : 1) : isnan (b) ? -1 : (a > b) - (a < b);
}

/* by profile, then by shape, then the largest first */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *first = a, *second = b;

  if (first->order != second->order)
    return (int) first->order - (int) second->order;
  const int aspect = compare_doubles (first->w / first->h, second->w / second->h);
  return aspect != 0 ? aspect : -compare_doubles (first->w * first->h, second->w * second->h);
}

static int
compare_size (gconstpointer a, gconstpointer b)
{
  return -compare_doubles (((const Found *) a)->w * ((const Found *) a)->h, ((const Found *) b)->w * ((const Found *) b)->h);
}

/* the master has the raster of the profile where it has one of this shape, or else that of the largest screen */
static void
set_master (QpContentGroup *group, const Found *largest)
{
  const QpContent *content = group->content;
  const gboolean typed = content->width_px != QP_UNSET && content->height_px != QP_UNSET;
  const double w = (double) content->width_px, h = (double) content->height_px;
  const gboolean shape = fabs (w / h / (largest->w / largest->h) - 1) <= QP_CONTENT_ASPECT_TOLERANCE;

  group->w = typed && (shape || isnan (largest->w)) ? w : largest->w;
  group->h = typed && (shape || isnan (largest->h)) ? h : largest->h;
}

static void
add_group (Work *work, const Found *members, guint n)
{
  QpContentGroup group = { .content = members->content, .own = members->own, .members = g_array_new (FALSE, FALSE, sizeof (QpContentMember)) };

  set_master (&group, members);
  for (guint i = 0; i < n; i++)
    {
      QpContentMember member = members[i].member;
      member.scale = fmin (member.px_w / group.w, member.px_h / group.h);
      member.exact = member.px_w == group.w && member.px_h == group.h;
      g_array_append_val (group.members, member);
    }
  g_array_append_val (work->project->groups, group);
  qp_content_profile (work->project, members->order - 1)->versions++;
}

/* of one shape, the largest first: cut where the next would be scaled down too far */
static void
cut_by_size (Work *work, Found *members, guint n)
{
  qsort (members, n, sizeof *members, compare_size);
  for (guint begin = 0, end; begin < n; begin = end)
    {
      for (end = begin + 1; end < n && !members[begin].own
                            && !(members[end].w < members[begin].w * QP_CONTENT_LEAST_SCALE) && isnan (members[end].w) == isnan (members[begin].w);
           end++)
        ;
      add_group (work, &members[begin], end - begin);
    }
}

static void
find_groups (Work *work)
{
  Found *found = (Found *) (gpointer) work->found->data;
  const guint n = work->found->len;

  g_array_sort (work->found, compare_found);
  for (guint begin = 0, end; begin < n; begin = end)
    {
      const double aspect = found[begin].w / found[begin].h;
      for (end = begin + 1; end < n && found[end].order == found[begin].order
                            && (isnan (aspect) ? isnan (found[end].w / found[end].h)
                                               : found[end].w / found[end].h <= aspect * (1 + QP_CONTENT_ASPECT_TOLERANCE));
           end++)
        ;
      cut_by_size (work, &found[begin], end - begin);
    }
}

static void
group_clear (gpointer data)
{
  g_array_unref (((QpContentGroup *) data)->members);
}

static QpContentProject *
find (const QpNode *root, const QpEngineContext *context, const QpPriceBook *book, gboolean with_needs)
{
  QpContentProject *self = g_new0 (QpContentProject, 1);
  Work work = { self, root, g_hash_table_new (qp_id_hash, qp_id_equal_p), g_array_new (FALSE, FALSE, sizeof (Found)), with_needs };

  self->profiles = g_array_new (FALSE, FALSE, sizeof (QpContentProfile));
  self->groups = g_array_new (FALSE, FALSE, sizeof (QpContentGroup));
  g_array_set_clear_func (self->groups, group_clear);
  take_profiles (&work, book);
  walk (&work, root, context);
  find_groups (&work);
  for (guint i = 0; i < self->profiles->len; i++)
    qp_content_profile_finish (qp_content_profile (self, i));
  g_hash_table_unref (work.profiles);
  g_array_unref (work.found);
  return self;
}

/* inside the engine: profiles and groups only, with the prices of a budget */
QpContentProject *
qp_content_production_new (const QpNode *root, const QpEngineContext *context, const QpPriceBook *book)
{
  return find (root, context, book, FALSE);
}

/**
 * qp_content_project_new:
 * @root: a project
 * @context: what is calculated with
 *
 * Retired screens do not count.
 *
 * Returns: (transfer full): what it has to produce and to hold; good as long as @root and the catalogue
 */
QpContentProject *
qp_content_project_new (const QpNode *root, const QpEngineContext *context)
{
  QpPriceBook book;

  qp_price_book_init (&book, context->project, context->catalogue);
  QpContentProject *self = find (root, context, &book, TRUE);
  qp_price_book_clear (&book);
  return self;
}

/**
 * qp_content_project_free:
 * @self: (transfer full) (nullable): what was found
 */
void
qp_content_project_free (QpContentProject *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->profiles);
  g_array_unref (self->groups);
  g_free (self);
}

/**
 * qp_content_project_assumptions:
 *
 * Returns: (transfer full) (element-type utf8): what is assumed, as sentences
 */
GPtrArray *
qp_content_project_assumptions (void)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (notes, g_strdup_printf (_ ("Screens of one profile share a master when their aspect differs by %g\u2009%% at most and the smaller has at least %g\u2009%% of its width (house assumption). Naked-eye 3D is made for one screen."),
                                           QP_CONTENT_ASPECT_TOLERANCE * 100, QP_CONTENT_LEAST_SCALE * 100));
  g_ptr_array_add (notes, g_strdup (_ ("Fresh masters are made once for each profile that a screen plays; each further shape is a version of them, at the price of “content version” in the price books. The budget has the same costs for a year.")));
  g_ptr_array_add (notes, g_strdup (_ ("A live feed takes a fifth more of the line than its bit rate (house assumption). Storage is in decimal gigabytes.")));
  return notes;
}
