/* qp-verdicts.c: how the screens of a document stand to the rules, judged in a thread and kept
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-verdict-work.h"
#include "app/qp-verdicts.h"

#include <string.h>

/* Hands rest for this long before a thread judges anew. */
#define REST_MS 200
/* Screens judged in one go: the first few soon, then many at a time. */
#define FIRST_CHUNK 50
#define CHUNK 1000
/* Screens whose verdicts are kept with all their words. */
#define MOST_IN_WORDS 256

struct _QpVerdicts
{
  GObject parent_instance;
  QpDocument *document;
  QpEstimateCache *estimates;
  QpRuleBook *book;      /* NULL until it is asked for */
  GHashTable *entries;   /* id of a screen → QpVerdictEntry */
  GHashTable *words;     /* screen → its verdicts in words */
  QpRulesLight light;    /* for the next words */
  GHashTable *plans;     /* ids of plans in which something changed that verdicts of other screens lean on */
  GArray *places;        /* ids of the sites that count as near or far from each other */
  GCancellable *worker;
  guint timeout;
  guint generation; /* of what all verdicts lean on */
};

G_DEFINE_FINAL_TYPE (QpVerdicts, qp_verdicts, G_TYPE_OBJECT)

enum
{
  UPDATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- what is to be judged --- */

static gboolean
is_fresh (QpVerdicts *self, const QpNode *screen)
{
  const QpVerdictEntry *entry = g_hash_table_lookup (self->entries, &screen->id);

  return entry != NULL && entry->screen == screen && entry->generation == self->generation;
}

static void
collect (QpVerdicts *self, QpNode *node, QpVerdictItem *place, guint most, QpVerdictWork *work)
{
  QpNodeIter iter;

  place->site = node->kind == QP_KIND_SITE ? (const QpSite *) node : place->site;
  place->plan = node->kind == QP_KIND_PLAN ? (const QpPlan *) node : place->plan;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; !work->more && (child = qp_node_iter_next (&iter)) != NULL;)
    {
      if (child->kind <= QP_KIND_PLAN)
        collect (self, child, place, most, work);
      else if (child->kind == QP_KIND_SCREEN && !is_fresh (self, child))
        {
          const QpVerdictItem item = { child, place->site, place->plan };
          if (work->items->len < most)
            g_array_append_val (work->items, item);
          else
            work->more = TRUE;
        }
    }
}

static void on_judged (GObject *source, GAsyncResult *result, gpointer data);

static void
start (QpVerdicts *self, guint most)
{
  QpVerdictWork *work = g_new0 (QpVerdictWork, 1);
  QpVerdictItem place = { NULL };

  work->root = qp_node_ref (qp_document_get_root (self->document));
  work->catalogue = qp_catalogue_ref (qp_estimate_cache_catalogue (self->estimates));
  work->book = qp_rule_book_ref (qp_verdicts_book (self));
  work->items = g_array_new (FALSE, FALSE, sizeof (QpVerdictItem));
  work->generation = self->generation;
  collect (self, work->root, &place, most, work);
  if (work->items->len == 0)
    {
      qp_verdict_work_free (work);
      g_signal_emit (self, signals[UPDATED], 0);
      return;
    }
  self->worker = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->worker, on_judged, NULL);
  g_task_set_task_data (task, work, qp_verdict_work_free);
  g_task_run_in_thread (task, qp_verdict_work_run);
}

static void
on_judged (GObject *source, GAsyncResult *result, gpointer data)
{
  QpVerdicts *self = QP_VERDICTS (source);
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), NULL);

  if (entries == NULL || self->document == NULL || g_task_get_cancellable (G_TASK (result)) != self->worker)
    return; /* something changed meanwhile: another thread is on its way */
  const gboolean more = ((const QpVerdictWork *) g_task_get_task_data (G_TASK (result)))->more;
  while (entries->len > 0)
    {
      QpVerdictEntry *entry = g_ptr_array_steal_index_fast (entries, entries->len - 1);
      g_hash_table_replace (self->entries, &entry->id, entry);
    }
  g_clear_object (&self->worker);
  if (more)
    start (self, CHUNK);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
cancel (QpVerdicts *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->worker != NULL)
    g_cancellable_cancel (self->worker);
  g_clear_object (&self->worker);
}

static gboolean
is_gone (gpointer key, gpointer value, gpointer data)
{
  return qp_document_find (((QpVerdicts *) data)->document, *(const QpId *) key) == NULL;
}

static void
outdate_neighbours (QpVerdicts *self)
{
  GHashTableIter plans;
  gpointer id;

  g_hash_table_iter_init (&plans, self->plans);
  while (g_hash_table_iter_next (&plans, &id, NULL))
    {
      const QpNode *plan = qp_document_find (self->document, *(const QpId *) id);
      QpNodeIter iter;
      if (plan == NULL)
        continue;
      qp_node_iter_init (&iter, plan->children);
      for (const QpNode *screen; (screen = qp_node_iter_next_of (&iter, QP_KIND_SCREEN)) != NULL;)
        {
          QpVerdictEntry *entry = g_hash_table_lookup (self->entries, &screen->id);
          if (entry != NULL)
            entry->generation = self->generation - 1;
        }
    }
  g_hash_table_remove_all (self->plans);
}

/* the first screen of a site, or its last, makes all others nearer or further */
static void
follow_places (QpVerdicts *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (QpId));
  QpNodeIter iter;

  qp_node_iter_init (&iter, qp_document_get_root (self->document)->children);
  for (const QpNode *site; (site = qp_node_iter_next_of (&iter, QP_KIND_SITE)) != NULL;)
    if (qp_rules_site_counts ((const QpSite *) site))
      g_array_append_val (places, site->id);
  const gboolean same = places->len == self->places->len
                        && (places->len == 0 || memcmp (places->data, self->places->data, places->len * sizeof (QpId)) == 0);
  self->generation += same ? 0 : 2;
  g_array_unref (self->places);
  self->places = places;
}

static gboolean
on_timeout (gpointer data)
{
  QpVerdicts *self = data;

  self->timeout = 0;
  follow_places (self);
  outdate_neighbours (self);
  g_hash_table_foreach_remove (self->entries, is_gone, self);
  start (self, FIRST_CHUNK);
  return G_SOURCE_REMOVE;
}

static void
forget_words (QpVerdicts *self)
{
  g_hash_table_remove_all (self->words);
  qp_rules_light_clear (&self->light);
}

static void
queue (QpVerdicts *self)
{
  cancel (self);
  self->timeout = g_timeout_add (REST_MS, on_timeout, self); /* light, and a spinner would starve anything lower */
}

/* --- the document --- */

static gboolean
was_moved (const QpChange *change)
{
  const QpScreen *before = (const QpScreen *) change->before, *after = (const QpScreen *) change->after;

  return before == NULL || after == NULL || before->x_m != after->x_m || before->y_m != after->y_m
         || before->facing_deg != after->facing_deg;
}

/* light falls on windows from every screen, past every obstacle: all that is told of them counts */
static gboolean
has_windows (QpVerdicts *self, QpId id)
{
  const QpNode *plan = qp_document_find (self->document, id);
  QpNodeIter iter;

  if (plan == NULL)
    return FALSE;
  qp_node_iter_init (&iter, plan->children);
  return qp_node_iter_next_of (&iter, QP_KIND_RECEPTOR) != NULL;
}

static void
outdate_plan (QpVerdicts *self, QpId id)
{
  g_hash_table_add (self->plans, g_memdup2 (&id, sizeof id));
}

static void
take_change (QpVerdicts *self, const QpChange *change)
{
  const QpNode *node = change->after != NULL ? change->after : change->before;

  switch (node->kind)
    {
    case QP_KIND_SCREEN: /* itself is another node now; it is not told where it was moved from */
      if (change->type == QP_CHANGE_MOVED)
        self->generation += 2;
      else if (was_moved (change) || has_windows (self, change->parent))
        outdate_plan (self, change->parent);
      break;
    case QP_KIND_OBSTACLE:
      if (has_windows (self, change->parent))
        outdate_plan (self, change->parent);
      break;
    case QP_KIND_PROJECT:
    case QP_KIND_SITE: /* they are told of with whatever is in them, too */
      self->generation += change->type == QP_CHANGE_FIELDS ? 2 : 0;
      break;
    case QP_KIND_PLAN: /* of its fields none is asked for, but its site; its audience and windows are changes of their own */
      self->generation += change->type == QP_CHANGE_MOVED ? 2 : 0;
      break;
    case QP_KIND_BACKGROUND:
    case QP_KIND_NOTE:
    case QP_KIND_DIMENSION:
    case QP_KIND_ZONE:
    case QP_KIND_COST:
    case QP_KIND_FUNDING:
      break;
    default:
      self->generation += 2; /* one less is “outdated” in any case */
    }
}

static void
on_document_changed (QpDocument *document, GArray *changes, QpVerdicts *self)
{
  for (guint i = 0; i < changes->len; i++)
    take_change (self, &g_array_index (changes, QpChange, i));
  forget_words (self);
  queue (self);
}

static void
on_estimates_updated (QpVerdicts *self)
{
  /* another catalogue, perhaps; results that only became known change nothing here and are judged anew in a thread */
  self->generation += 2;
  forget_words (self);
  queue (self);
}

/* --- the object --- */

static void
qp_verdicts_dispose (GObject *object)
{
  QpVerdicts *self = QP_VERDICTS (object);

  cancel (self);
  g_clear_object (&self->document);
  g_clear_object (&self->estimates);
  G_OBJECT_CLASS (qp_verdicts_parent_class)->dispose (object);
}

static void
qp_verdicts_finalize (GObject *object)
{
  QpVerdicts *self = QP_VERDICTS (object);

  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->words);
  qp_rules_light_clear (&self->light);
  g_hash_table_unref (self->plans);
  g_array_unref (self->places);
  g_clear_pointer (&self->book, qp_rule_book_unref);
  G_OBJECT_CLASS (qp_verdicts_parent_class)->finalize (object);
}

static void
qp_verdicts_class_init (QpVerdictsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_verdicts_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_verdicts_finalize;
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qp_verdicts_init (QpVerdicts *self)
{
  self->generation = 2;
  self->entries = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, NULL, qp_verdict_entry_free);
  self->words = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->plans = g_hash_table_new_full (qp_id_hash, qp_id_equal_p, g_free, NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (QpId));
}

/**
 * qp_verdicts_new:
 * @document: the document
 * @estimates: its results
 *
 * Judges the screens of @document by the rules, in a thread, and follows its edits. Emits `updated` when there are new verdicts.
 *
 * Returns: (transfer full): the verdicts
 */
QpVerdicts *
qp_verdicts_new (QpDocument *document, QpEstimateCache *estimates)
{
  QpVerdicts *self = g_object_new (QP_TYPE_VERDICTS, NULL);

  self->document = g_object_ref (document);
  self->estimates = g_object_ref (estimates);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed), self, 0);
  g_signal_connect_object (estimates, "updated", G_CALLBACK (on_estimates_updated), self, G_CONNECT_SWAPPED);
  queue (self);
  return self;
}

/**
 * qp_verdicts_book:
 * @self: verdicts
 *
 * Returns: (transfer none): the rules that are judged by
 */
QpRuleBook *
qp_verdicts_book (QpVerdicts *self)
{
  if (self->book == NULL)
    self->book = qp_rule_book_default ();
  return self->book;
}

/**
 * qp_verdicts_set_book:
 * @self: verdicts
 * @book: other rules
 *
 * Judges by other rules from now on.
 */
void
qp_verdicts_set_book (QpVerdicts *self, QpRuleBook *book)
{
  forget_words (self);
  g_hash_table_remove_all (self->entries);
  g_clear_pointer (&self->book, qp_rule_book_unref);
  self->book = qp_rule_book_ref (book);
  queue (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

/**
 * qp_verdicts_summary:
 * @self: verdicts
 * @screen: id of a screen
 * @summary: (out caller-allocates): what is known of it, perhaps from a moment ago
 *
 * Returns: %FALSE when it was not judged yet
 */
gboolean
qp_verdicts_summary (QpVerdicts *self, QpId screen, QpVerdictSummary *summary)
{
  const QpVerdictEntry *entry = g_hash_table_lookup (self->entries, &screen);

  memset (summary, 0, sizeof *summary);
  if (entry == NULL)
    return FALSE;
  summary->n_binding = entry->n_binding;
  summary->n_open = entry->n_open;
  summary->outcomes = entry->outcomes;
  for (guint i = 0; i < entry->n_rules; i++)
    summary->n[entry->outcomes[i]]++;
  return TRUE;
}

/**
 * qp_verdicts_judge:
 * @self: verdicts
 * @screen: a screen of the document as it is now
 *
 * Returns: (transfer none) (element-type QpRuleVerdict): its verdicts in words, judged now if they were not; good until the
 *   next call or change
 */
GPtrArray *
qp_verdicts_judge (QpVerdicts *self, QpNode *screen)
{
  GPtrArray *verdicts = g_hash_table_lookup (self->words, screen);
  QpEngineContext context;

  if (verdicts != NULL)
    return verdicts;
  if (g_hash_table_size (self->words) >= MOST_IN_WORDS)
    g_hash_table_remove_all (self->words);
  qp_estimate_cache_context (self->estimates, screen->id, &context);
  qp_rules_light_add (&self->light, &context);
  verdicts = qp_rules_judge (qp_verdicts_book (self)->sets, (const QpScreen *) screen, &context);
  g_hash_table_insert (self->words, screen, verdicts);
  return verdicts;
}

/**
 * qp_verdicts_conflicts:
 * @self: verdicts
 * @screen: a screen of the document as it is now
 *
 * Returns: (transfer full) (element-type QpConflictCase): the conflicts that it is in
 */
GPtrArray *
qp_verdicts_conflicts (QpVerdicts *self, QpNode *screen)
{
  GPtrArray *verdicts = qp_verdicts_judge (self, screen);
  QpEngineContext context;

  qp_estimate_cache_context (self->estimates, screen->id, &context);
  qp_rules_light_add (&self->light, &context);
  return qp_conflicts_find (self->book->conflicts, verdicts, (const QpScreen *) screen, &context);
}

/**
 * qp_verdicts_mark:
 * @self: verdicts
 * @node: a screen, or what holds some
 *
 * Returns: %QP_MARK_WARNING when a rule fails that qp_rule_warns() of, for a site the worst of its screens; %QP_MARK_NONE when
 *   nothing has to be said, or it was not judged yet
 */
QpMark
qp_verdicts_mark (QpVerdicts *self, QpNode *node)
{
  QpMark worst = QP_MARK_NONE;
  QpNodeIter iter;

  if (node->kind == QP_KIND_SCREEN)
    {
      const QpVerdictEntry *entry = g_hash_table_lookup (self->entries, &node->id);
      return entry != NULL && entry->n_warning > 0 ? QP_MARK_WARNING : QP_MARK_NONE;
    }
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; worst == QP_MARK_NONE && (child = qp_node_iter_next (&iter)) != NULL;)
    if (child->kind <= QP_KIND_PLAN || child->kind == QP_KIND_SCREEN)
      worst = qp_verdicts_mark (self, child);
  return worst;
}

/**
 * qp_verdicts_failed_names:
 * @self: verdicts
 * @screen: a screen
 * @most: how many names at most
 *
 * Returns: (transfer full): the rules that it fails and is marked for, one a line; empty when there are none
 */
char *
qp_verdicts_failed_names (QpVerdicts *self, QpNode *screen, guint most)
{
  const QpVerdictEntry *entry = g_hash_table_lookup (self->entries, &screen->id);
  GString *out = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; entry != NULL && i < entry->n_rules; i++)
    {
      const QpRule *rule = qp_rule_book_rule (self->book, i);
      if (entry->outcomes[i] == QP_RULE_FAILS && qp_rule_warns (rule) && n++ < most)
        g_string_append_printf (out, "\n• %s (%s)", qp_rule_name (rule), rule->key);
    }
  if (n > most)
    g_string_append_printf (out, ngettext ("\n… and %u more", "\n… and %u more", n - most), n - most);
  return g_string_free (out, FALSE);
}

/**
 * qp_verdicts_is_busy:
 * @self: verdicts
 *
 * Returns: whether screens are waiting to be judged
 */
gboolean
qp_verdicts_is_busy (QpVerdicts *self)
{
  return self->worker != NULL || self->timeout != 0;
}
