/* qp-budget-content.c: the lines of a budget for the material of content profiles
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many masters are made, of how many minutes and at which price is what qp-content-project.c says; here it becomes lines.
 */
#include "base/qp-i18n.h"

#include "engine/qp-content-private.h"

#include "base/qp-number.h"

#include <string.h>

/* --- what is charged --- */

/* the first year counts for all as long as one screen has none */
static void
take_member (QpBudgetContent *self, const QpContentMember *member, gboolean first)
{
  const int year = member->site == NULL || member->site->build_year == QP_UNSET ? 0 : (int) member->site->build_year;

  self->site = first || self->site == member->site ? member->site : NULL;
  self->starts = first ? year : MIN (self->starts, year);
}

/* by profile; a master only for screens that stand apart is in their lines */
static GHashTable *
find_material (const QpBudgetWork *work, const QpContentProject *project, GArray *charged)
{
  GHashTable *by_content = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < project->profiles->len; i++)
    {
      QpBudgetContent *it = &g_array_index (charged, QpBudgetContent, i);
      it->profile = qp_content_profile (project, i);
      g_hash_table_insert (by_content, (gpointer) it->profile->content, it);
    }
  for (guint i = 0; i < project->groups->len; i++)
    {
      const QpContentGroup *group = qp_content_group (project, i);
      QpBudgetContent *it = g_hash_table_lookup (by_content, group->content);
      gboolean any = FALSE;
      for (guint j = 0; j < group->members->len; j++)
        if (!g_hash_table_contains (work->apart, qp_content_member (group, j)->screen))
          {
            take_member (it, qp_content_member (group, j), it->versions == 0 && !any);
            any = TRUE;
          }
      it->versions += any;
    }
  return by_content;
}

/**
 * qp_budget_add_contents:
 * @work: a budget that is being made, in which all screens are
 * @root: the project
 *
 * Inside the engine. Adds the lines of the content profiles that screens play: fresh masters, and versions of them.
 */
void
qp_budget_add_contents (QpBudgetWork *work, const QpNode *root)
{
  g_autoptr (QpContentProject) project = qp_content_production_new (root, work->context, &work->book);
  g_autoptr (GArray) charged = g_array_new (FALSE, TRUE, sizeof (QpBudgetContent));

  g_array_set_size (charged, project->profiles->len);
  g_hash_table_unref (find_material (work, project, charged));
  for (guint i = 0; i < charged->len; i++)
    {
      const QpBudgetContent *it = &g_array_index (charged, QpBudgetContent, i);
      const QpContent *content = it->profile->content;
      QpBudgetOwner owner = { .work = work, .node = &content->node, .site = it->site, .content = content, .material = it };
      qp_budget_owner_calculate (&owner);
    }
}

/* --- lines --- */

static gboolean
is_versions (const QpBudgetItem *item)
{
  return strcmp (item->key, "versions") == 0;
}

static double
minutes_of (const QpBudgetContent *self, const QpBudgetItem *item)
{
  return self->profile->fresh_minutes * (is_versions (item) ? self->versions - 1 : 1);
}

/* inside the engine: minutes a year of a profile, of all its ways of producing, or of the versions after the first */
gint64
qp_budget_content_quantity (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  return qp_content_minutes_per_year (minutes_of (self->material, item));
}

static const QpContentTier *
own_tier (const QpContentProfile *profile)
{
  return &profile->tiers[profile->content->tier == QP_UNSET ? QP_N_TIERS : (guint) profile->content->tier];
}

static void
take_price (const QpBudgetOwner *self, const QpContentTier *tier, QpBudgetRow *row)
{
  if (tier->record != NULL)
    qp_budget_row_record_is (row, &self->work->book, tier->record);
  else
    qp_budget_row_price_is (row, QP_UNSET, tier->price.likely == QP_NO_AMOUNT ? QP_UNSET : tier->price.likely, QP_UNSET, tier->source, tier->date);
}

/* inside the engine: where a line stands for a profile and says no price, that of its way of producing; FALSE when it is no profile's */
gboolean
qp_budget_content_price (const QpBudgetOwner *self, QpBudgetRow *row)
{
  if (self->material == NULL || !qp_budget_item_is_content (row->item))
    return FALSE;
  const QpContentProfile *profile = self->material->profile;
  take_price (self, is_versions (row->item) ? &profile->adapting : own_tier (profile), row);
  return TRUE;
}

/* how the quantity is made: "2D: 12 months × 6.1 min" */
static char *
describe (const QpBudgetContent *self, const QpBudgetItem *item, double minutes, const char *way)
{
  g_autofree char *number = qp_number_display_shortest (round (minutes * 1000) / 1000);

  if (is_versions (item))
    return g_strdup_printf (ngettext ("12 months × %1$s\u2009min × %2$u further shape", "12 months × %1$s\u2009min × %2$u further shapes",
                                      self->versions - 1),
                            number, self->versions - 1);
  return way == NULL ? g_strdup_printf (_ ("12 months × %s\u2009min"), number) : g_strdup_printf (_ ("%1$s: 12 months × %2$s\u2009min"), way, number);
}

static void
add_row (const QpBudgetOwner *self, const QpBudgetItem *item, const QpContentTier *tier, double minutes, const char *way)
{
  QpBudgetRow row = qp_budget_owner_row (self, item, NULL);

  row.quantity = qp_content_minutes_per_year (is_versions (item) ? minutes * (self->material->versions - 1) : minutes);
  row.quantity_of = item->quantity[item->per];
  if (row.quantity != QP_NO_AMOUNT)
    row.specification = qp_budget_owner_keep (self, describe (self->material, item, minutes, way));
  take_price (self, tier, &row);
  if (row.quantity != 0)
    g_array_append_val (self->rows, row);
}

/* inside the engine: a line for each way of producing, as each has its price; or one for the versions */
void
qp_budget_content_rows (const QpBudgetOwner *self, const QpBudgetItem *item)
{
  const QpContentProfile *profile = self->material->profile;
  double told = 0;

  if (is_versions (item))
    {
      if (self->material->versions > 1)
        add_row (self, item, &profile->adapting, profile->fresh_minutes, NULL);
      return;
    }
  for (guint tier = 0; tier <= QP_N_TIERS; tier++)
    {
      told += profile->tiers[tier].minutes;
      if (profile->tiers[tier].minutes > 0)
        add_row (self, item, &profile->tiers[tier], profile->tiers[tier].minutes, tier < QP_N_TIERS ? qp_content_tier_name (tier) : NULL);
    }
  if (told == 0 && profile->fresh_minutes != 0)
    add_row (self, item, own_tier (profile), profile->fresh_minutes, NULL);
}
