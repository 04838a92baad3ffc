/* qp-content-project.c: groups of screens that share a master, and what the material of a project costs
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-content-project.h"

#include "engine/qp-budget-private.h"

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
add_minutes (QpContentProfile *profile, const QpSlot *slot, double minutes)
{
  gboolean known;
  const QpTier tier = qp_slot_tier (slot, profile->content, &known);

  profile->tiers[known ? tier : QP_N_TIERS].minutes += minutes;
}

/* the slots say how much of which; without them all of it is of the profile's way */
static void
count_minutes (QpContentProfile *profile)
{
  QpNodeIter iter;
  gboolean any = FALSE;

  profile->fresh_minutes = qp_content_fresh_hours (profile->content) * 60;
  qp_node_iter_init (&iter, profile->content->node.children);
  for (const QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_SLOT)) != NULL;)
    {
      const QpSlot *slot = (const QpSlot *) node;
      const double minutes = slot->fresh_per_month * qp_slot_minutes (slot);
      if (isnan (minutes))
        continue;
      add_minutes (profile, slot, minutes);
      any = TRUE;
    }
  if (!any && !isnan (profile->fresh_minutes))
    add_minutes (profile, NULL, profile->fresh_minutes);
}

/* the typed price is of the profile's way of producing; for another way the price books count, where they name it as equipment */
static void
price_tier (const QpPriceBook *book, QpContentProfile *profile, guint tier)
{
  const QpContent *content = profile->content;
  QpContentTier *it = &profile->tiers[tier];
  const gboolean typed = content->cost_per_minute != QP_UNSET && (content->tier == QP_UNSET || (guint) content->tier == tier);
  const QpPriced what = { qp_budget_item_find ("content"), QP_UNSET, NAN, tier < QP_N_TIERS ? qp_values_tier[tier].key : NULL };
  const QpPrice *record = typed ? NULL : qp_price_book_find (book, &what);

  it->price = it->cost = QP_AMOUNT_NONE;
  if (typed)
    {
      it->price = qp_amount_range (QP_NO_AMOUNT, content->cost_per_minute, QP_NO_AMOUNT);
      it->source = content->name;
    }
  else if (record != NULL && g_strcmp0 (record->currency, book->project->currency) == 0)
    {
      it->price = qp_amount_range (record->low, record->likely, record->high);
      it->source = record->source;
      it->date = record->date;
    }
  if (!qp_amount_is_known (&it->price))
    return;
  const gint64 quantity = qp_amount_quantity (it->minutes, 6);
  it->cost = (QpAmount){ qp_amount_times (quantity, it->price.low), qp_amount_times (quantity, it->price.likely),
                         qp_amount_times (quantity, it->price.high) };
}

static void
price_profile (const QpPriceBook *book, QpContentProfile *profile)
{
  gboolean any = FALSE;

  profile->cost = (QpAmount){ 0, 0, 0 };
  profile->partial = isnan (profile->fresh_minutes);
  for (guint tier = 0; tier <= QP_N_TIERS; tier++)
    {
      price_tier (book, profile, tier);
      if (!(profile->tiers[tier].minutes > 0))
        continue;
      if (qp_amount_is_known (&profile->tiers[tier].cost))
        {
          qp_amount_add (&profile->cost, &profile->tiers[tier].cost);
          any = TRUE;
        }
      else
        profile->partial = TRUE;
    }
  if (!any && !(profile->fresh_minutes == 0))
    profile->cost = QP_AMOUNT_NONE;
}

static void
take_profiles (Work *work, const QpEngineContext *context)
{
  QpNodeIter iter;
  QpPriceBook book;

  qp_price_book_init (&book, context->project, context->catalogue);
  qp_node_iter_init (&iter, work->root->children);
  for (QpNode *node; (node = qp_node_iter_next_of (&iter, QP_KIND_CONTENT)) != NULL;)
    {
      QpContentProfile profile = { .content = (const QpContent *) node };
      count_minutes (&profile);
      price_profile (&book, &profile);
      g_array_append_val (work->project->profiles, profile);
      g_hash_table_insert (work->profiles, &node->id, GUINT_TO_POINTER (work->project->profiles->len));
    }
  qp_price_book_clear (&book);
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

static void
take_screen (Work *work, const QpScreen *screen, const QpEngineContext *context)
{
  const guint index = qp_id_is_none (screen->content) ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (work->profiles, &screen->content));
  const QpContent *content = index == 0 ? NULL : qp_content_profile (work->project, index - 1)->content;
  g_autoptr (QpContentDay) day = qp_content_day_new (content, screen, context->project);
  QpContentNeeds needs;
  gboolean known;

  qp_content_needs_init (&needs, screen, content, day, context);
  work->project->screens++;
  work->project->without += content == NULL;
  add_sum (&work->project->players, qp_content_need (&needs, "players"));
  add_sum (&work->project->decoders, qp_content_need (&needs, "decoders"));
  add_sum (&work->project->kept_gb, qp_content_need (&needs, "kept_gb"));
  if (content == NULL)
    return;
  qp_content_profile (work->project, index - 1)->screens++;
  Found found = { .member = { screen, context->site, qp_content_need (&needs, "px_w"), qp_content_need (&needs, "px_h"), NAN, FALSE },
                  .content = content,
                  .order = index,
                  .own = qp_slot_tier (NULL, content, &known) == QP_TIER_NAKED_EYE_3D && known };
  found.w = qp_content_need (&needs, "w");
  found.h = qp_content_need (&needs, "h");
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

/**
 * qp_content_project_new:
 * @root: a project
 * @context: what is calculated with
 *
 * Returns: (transfer full): what it has to produce and to hold; good as long as @root and the catalogue
 */
QpContentProject *
qp_content_project_new (const QpNode *root, const QpEngineContext *context)
{
  QpContentProject *self = g_new0 (QpContentProject, 1);
  Work work = { self, root, g_hash_table_new (qp_id_hash, qp_id_equal_p), g_array_new (FALSE, FALSE, sizeof (Found)) };

  self->profiles = g_array_new (FALSE, FALSE, sizeof (QpContentProfile));
  self->groups = g_array_new (FALSE, FALSE, sizeof (QpContentGroup));
  g_array_set_clear_func (self->groups, group_clear);
  take_profiles (&work, context);
  walk (&work, root, context);
  find_groups (&work);
  g_hash_table_unref (work.profiles);
  g_array_unref (work.found);
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
  g_ptr_array_add (notes, g_strdup (_ ("Production costs are of one version of each profile; adapting it to further shapes is not in them. The budget counts the material of each screen.")));
  g_ptr_array_add (notes, g_strdup (_ ("A live feed takes a fifth more of the line than its bit rate (house assumption). Storage is in decimal gigabytes.")));
  return notes;
}
