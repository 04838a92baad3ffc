/* qp-estimate-cache.c: the results of a document's screens, each computed once
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-estimate-cache.h"

#include <gio/gio.h>

/* With more screens than this a fresh start is computed in a thread: some 100 µs each would be felt. */
#define SCREENS_AT_ONCE 200

/* A drag leaves one entry a frame behind; they are swept when there are this many too many. */
#define SPARE_ENTRIES 512
/* Steps with more changes than this have their totals added up anew. */
#define CARRIED_AT_MOST 1000

/* The results of one screen. The node is held, so that its address can't be given to another one meanwhile. */
typedef struct
{
  QpNode *screen;
  QpEstimate estimate;
  QpMark mark;
  gboolean marked;
} Entry;

typedef struct
{
  QpNode *plan;
  QpTotals totals;
} PlanTotals;

struct _QpEstimateCache
{
  GObject parent_instance;
  QpDocument *document;
  QpCatalogue *builtin;
  QpCatalogue *catalogue;
  GHashTable *entries; /* screen node → Entry */
  GHashTable *plans;   /* plan node → PlanTotals */
  GCancellable *worker;
  guint n_screens;
};

G_DEFINE_FINAL_TYPE (QpEstimateCache, qp_estimate_cache, G_TYPE_OBJECT)

enum
{
  UPDATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  qp_node_unref (entry->screen);
  g_free (entry);
}

static void
plan_totals_free (gpointer data)
{
  PlanTotals *plan = data;
  qp_node_unref (plan->plan);
  g_free (plan);
}

static Entry *
entry_new (QpNode *screen, const QpEngineContext *context)
{
  Entry *entry = g_new0 (Entry, 1);
  entry->screen = qp_node_ref (screen);
  qp_estimate_screen (&entry->estimate, (const QpScreen *) screen, context);
  return entry;
}

static GHashTable *
entries_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, entry_free);
}

/* Everything in a thread */

typedef struct
{
  QpNode *root;
  QpCatalogue *catalogue;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;
  qp_node_unref (work->root);
  qp_catalogue_unref (work->catalogue);
  g_free (work);
}

static void
compute_tree (GHashTable *entries, QpNode *node, QpEngineContext *context, GCancellable *cancellable)
{
  if (node->kind == QP_KIND_SCREEN)
    g_hash_table_insert (entries, node, entry_new (node, context));
  if (node->kind == QP_KIND_SITE)
    context->site = (const QpSite *) node;
  if (node->kind > QP_KIND_PLAN || g_cancellable_is_cancelled (cancellable))
    return;
  QpNodeIter iter;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    compute_tree (entries, child, context, cancellable);
}

static void
compute_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  QpEngineContext context = { .project = (const QpProject *) work->root, .catalogue = work->catalogue };
  GHashTable *entries = entries_new ();
  compute_tree (entries, work->root, &context, cancellable);
  g_task_return_pointer (task, entries, (GDestroyNotify) g_hash_table_unref);
}

static void
on_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  QpEstimateCache *self = QP_ESTIMATE_CACHE (source);
  g_autoptr (GHashTable) entries = g_task_propagate_pointer (G_TASK (result), NULL);
  if (entries == NULL || g_task_get_cancellable (G_TASK (result)) != self->worker)
    return; /* something that all results lean on changed meanwhile: another worker is on its way */
  GHashTableIter iter;
  gpointer screen, entry;
  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &screen, &entry))
    {
      g_hash_table_iter_steal (&iter);
      if (g_hash_table_contains (self->entries, screen))
        entry_free (entry);
      else
        g_hash_table_insert (self->entries, screen, entry);
    }
  g_clear_object (&self->worker);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
cancel_worker (QpEstimateCache *self)
{
  if (self->worker != NULL)
    g_cancellable_cancel (self->worker);
  g_clear_object (&self->worker);
}

static void
start_worker (QpEstimateCache *self)
{
  self->worker = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->worker, on_computed, NULL);
  Work *work = g_new (Work, 1);
  *work = (Work){ qp_node_ref (qp_document_get_root (self->document)), qp_catalogue_ref (self->catalogue) };
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, compute_in_thread);
}

static guint
count_screens (QpNode *node)
{
  if (node->kind == QP_KIND_SCREEN)
    return 1;
  guint n = 0;
  QpNodeIter iter;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    n += child->kind <= QP_KIND_PLAN || child->kind == QP_KIND_SCREEN ? count_screens (child) : 0;
  return n;
}

static void
start_afresh (QpEstimateCache *self)
{
  cancel_worker (self);
  g_hash_table_remove_all (self->entries);
  g_hash_table_remove_all (self->plans);
  self->n_screens = count_screens (qp_document_get_root (self->document));
  if (self->n_screens > SCREENS_AT_ONCE)
    start_worker (self);
}

static gboolean
is_outdated (gpointer key, gpointer value, gpointer data)
{
  QpEstimateCache *self = data;
  QpNode *node = key;
  return qp_document_find (self->document, node->id) != node;
}

static void
sweep (QpEstimateCache *self)
{
  self->n_screens = count_screens (qp_document_get_root (self->document));
  if (g_hash_table_size (self->entries) > self->n_screens + SPARE_ENTRIES)
    g_hash_table_foreach_remove (self->entries, is_outdated, self);
  g_hash_table_foreach_remove (self->plans, is_outdated, self);
}

/* what every result may lean on, besides the screen itself */
static gboolean
concerns_all (const QpChange *change)
{
  const QpNode *node = change->after != NULL ? change->after : change->before;
  switch (node->kind)
    {
    case QP_KIND_PROJECT:
    case QP_KIND_SITE:
      return change->type == QP_CHANGE_FIELDS;
    case QP_KIND_CONTENT:
    case QP_KIND_SLOT:
    case QP_KIND_CATALOGUE:
    case QP_KIND_CABINET:
    case QP_KIND_CONTROLLER:
    case QP_KIND_PLAYER:
    case QP_KIND_PRICE:
      return TRUE;
    case QP_KIND_PLAN: /* in another site, the same screen gives other results */
    case QP_KIND_SCREEN:
      return change->type == QP_CHANGE_MOVED;
    default:
      return FALSE;
    }
}

/* the totals of a plan that changed: those of the plan before, less the screens that changed, plus what they are now */
static void
carry_totals (QpEstimateCache *self, const GArray *changes, const QpChange *plan)
{
  const PlanTotals *before = g_hash_table_lookup (self->plans, plan->before);
  if (before == NULL || changes->len > CARRIED_AT_MOST)
    return;
  PlanTotals *after = g_new0 (PlanTotals, 1);
  after->plan = qp_node_ref ((QpNode *) plan->after);
  after->totals = before->totals;
  for (guint i = 0; i < changes->len; i++)
    {
      const QpChange *change = &g_array_index (changes, QpChange, i);
      const QpNode *node = change->after != NULL ? change->after : change->before;
      if (node->kind != QP_KIND_SCREEN || !qp_id_equal (change->parent, plan->after->id))
        continue;
      if (change->before != NULL)
        qp_totals_remove (&after->totals, qp_estimate_cache_get (self, (QpNode *) change->before));
      if (change->after != NULL)
        qp_totals_add (&after->totals, qp_estimate_cache_get (self, (QpNode *) change->after));
    }
  g_hash_table_replace (self->plans, after->plan, after);
}

static void
carry_all_totals (QpEstimateCache *self, const GArray *changes)
{
  for (guint i = 0; i < changes->len && self->worker == NULL; i++)
    {
      const QpChange *change = &g_array_index (changes, QpChange, i);
      if (change->after != NULL && change->before != NULL && change->after->kind == QP_KIND_PLAN)
        carry_totals (self, changes, change);
    }
}

static void
on_document_changed (QpDocument *document, GArray *changes, QpEstimateCache *self)
{
  gboolean all = FALSE;
  for (guint i = 0; i < changes->len && !all; i++)
    all = concerns_all (&g_array_index (changes, QpChange, i));
  if (!all)
    {
      carry_all_totals (self, changes);
      if (g_hash_table_size (self->entries) > self->n_screens + SPARE_ENTRIES || g_hash_table_size (self->plans) > 64)
        sweep (self);
      return;
    }
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  self->catalogue = qp_catalogue_with_project (self->builtin, qp_document_get_root (document));
  start_afresh (self);
}

static void
qp_estimate_cache_dispose (GObject *object)
{
  QpEstimateCache *self = QP_ESTIMATE_CACHE (object);
  cancel_worker (self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (qp_estimate_cache_parent_class)->dispose (object);
}

static void
qp_estimate_cache_finalize (GObject *object)
{
  QpEstimateCache *self = QP_ESTIMATE_CACHE (object);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->plans);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  g_clear_pointer (&self->builtin, qp_catalogue_unref);
  G_OBJECT_CLASS (qp_estimate_cache_parent_class)->finalize (object);
}

static void
qp_estimate_cache_class_init (QpEstimateCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_estimate_cache_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_estimate_cache_finalize;
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
qp_estimate_cache_init (QpEstimateCache *self)
{
  self->entries = entries_new ();
  self->plans = g_hash_table_new_full (NULL, NULL, NULL, plan_totals_free);
}

/**
 * qp_estimate_cache_new:
 * @document: the document
 * @builtin: the catalogue that comes with the program
 *
 * Makes a cache that follows @document. It emits `updated` when results that were computed in a thread are there.
 *
 * Returns: (transfer full): the cache
 */
QpEstimateCache *
qp_estimate_cache_new (QpDocument *document, QpCatalogue *builtin)
{
  QpEstimateCache *self = g_object_new (QP_TYPE_ESTIMATE_CACHE, NULL);
  self->document = g_object_ref (document);
  self->builtin = qp_catalogue_ref (builtin);
  self->catalogue = qp_catalogue_with_project (builtin, qp_document_get_root (document));
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed), self, 0);
  start_afresh (self);
  return self;
}

/**
 * qp_estimate_cache_catalogue:
 * @self: a cache
 *
 * Returns: (transfer none): the built-in catalogue and what the project adds to it
 */
QpCatalogue *
qp_estimate_cache_catalogue (QpEstimateCache *self)
{
  return self->catalogue;
}

/**
 * qp_estimate_cache_set_builtin:
 * @self: a cache
 * @builtin: the catalogue without what the project adds
 *
 * Computes with another catalogue from now on.
 */
void
qp_estimate_cache_set_builtin (QpEstimateCache *self, QpCatalogue *builtin)
{
  g_autoptr (QpCatalogue) before = self->builtin;
  self->builtin = qp_catalogue_ref (builtin);
  g_clear_pointer (&self->catalogue, qp_catalogue_unref);
  self->catalogue = qp_catalogue_with_project (builtin, qp_document_get_root (self->document));
  start_afresh (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

/**
 * qp_estimate_cache_context:
 * @self: a cache
 * @id: a node of the document
 * @context: (out caller-allocates): what calculations for it read
 *
 * Returns: whether there is such a node in a site; @context is filled in any case
 */
gboolean
qp_estimate_cache_context (QpEstimateCache *self, QpId id, QpEngineContext *context)
{
  QpNode *site = qp_document_ancestor (self->document, id, QP_KIND_SITE);
  *context = (QpEngineContext){
    .project = (const QpProject *) qp_document_get_root (self->document),
    .site = (const QpSite *) site,
    .catalogue = self->catalogue,
    .plan = (const QpPlan *) qp_document_ancestor (self->document, id, QP_KIND_PLAN),
  };
  return site != NULL;
}

static Entry *
lookup (QpEstimateCache *self, QpNode *screen)
{
  Entry *entry = g_hash_table_lookup (self->entries, screen);
  if (entry != NULL)
    return entry;
  QpEngineContext context;
  qp_estimate_cache_context (self, screen->id, &context);
  entry = entry_new (screen, &context);
  g_hash_table_insert (self->entries, screen, entry);
  return entry;
}

/**
 * qp_estimate_cache_get:
 * @self: a cache
 * @screen: a screen of the document as it is now
 *
 * Returns: (transfer none): its results, computed now if they were not yet; good until the document changes
 */
const QpEstimate *
qp_estimate_cache_get (QpEstimateCache *self, QpNode *screen)
{
  return &lookup (self, screen)->estimate;
}

/**
 * qp_estimate_cache_findings:
 * @self: a cache
 * @screen: a screen of the document as it is now
 *
 * Returns: (transfer full): what is wrong with it
 */
QpFindings *
qp_estimate_cache_findings (QpEstimateCache *self, QpNode *screen)
{
  QpFindings *findings = qp_findings_new ();
  QpEngineContext context;
  qp_estimate_cache_context (self, screen->id, &context);
  qp_estimate_check ((const QpScreen *) screen, &context, findings);
  return findings;
}

/**
 * qp_estimate_cache_mark:
 * @self: a cache
 * @screen: a screen of the document as it is now
 *
 * Returns: the mark that the tree shows for it
 */
QpMark
qp_estimate_cache_mark (QpEstimateCache *self, QpNode *screen)
{
  Entry *entry = lookup (self, screen);
  if (entry->marked)
    return entry->mark;
  g_autoptr (QpFindings) findings = qp_estimate_cache_findings (self, screen);
  if (qp_findings_count (findings, QP_SEVERITY_ERROR) > 0)
    entry->mark = QP_MARK_ERROR;
  else if (qp_findings_count (findings, QP_SEVERITY_WARNING) > 0 || qp_estimate_get (&entry->estimate, "uhd_class") < 2)
    entry->mark = QP_MARK_WARNING; /* below 4K is no contradiction, but not what the programme asks for */
  else
    entry->mark = isnan (qp_estimate_get (&entry->estimate, "px_w")) ? QP_MARK_UNKNOWN : QP_MARK_FINE;
  entry->marked = TRUE;
  return entry->mark;
}

static void
add_totals (QpTotals *sum, const QpTotals *part)
{
  sum->screens += part->screens;
  sum->at_4k += part->at_4k;
  sum->at_8k += part->at_8k;
  for (guint i = 0; i < QP_MAX_QUANTITIES; i++)
    {
      sum->sums[i] += part->sums[i];
      sum->known[i] += part->known[i];
    }
}

static const QpTotals *
plan_totals (QpEstimateCache *self, QpNode *plan)
{
  PlanTotals *cached = g_hash_table_lookup (self->plans, plan);
  if (cached != NULL)
    return &cached->totals;
  cached = g_new0 (PlanTotals, 1);
  cached->plan = qp_node_ref (plan);
  qp_totals_init (&cached->totals);
  QpNodeIter iter;
  qp_node_iter_init (&iter, plan->children);
  for (QpNode *screen = qp_node_iter_next_of (&iter, QP_KIND_SCREEN); screen != NULL;
       screen = qp_node_iter_next_of (&iter, QP_KIND_SCREEN))
    qp_totals_add (&cached->totals, qp_estimate_cache_get (self, screen));
  g_hash_table_insert (self->plans, plan, cached);
  return &cached->totals;
}

static void
sum_up (QpEstimateCache *self, QpNode *node, QpTotals *totals)
{
  if (node->kind == QP_KIND_PLAN)
    add_totals (totals, plan_totals (self, node));
  else if (node->kind == QP_KIND_SCREEN)
    qp_totals_add (totals, qp_estimate_cache_get (self, node));
  if (node->kind >= QP_KIND_PLAN)
    return;
  QpNodeIter iter;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    sum_up (self, child, totals);
}

/**
 * qp_estimate_cache_totals:
 * @self: a cache
 * @node: the project, a site, a plan or a screen of the document as it is now
 * @totals: (out caller-allocates): the sums over its screens
 *
 * Returns: %FALSE while the results are still being computed
 */
gboolean
qp_estimate_cache_totals (QpEstimateCache *self, QpNode *node, QpTotals *totals)
{
  qp_totals_init (totals);
  if (self->worker != NULL)
    return FALSE;
  sum_up (self, node, totals);
  return TRUE;
}

/**
 * qp_estimate_cache_is_busy:
 * @self: a cache
 *
 * Returns: whether results are being computed in a thread
 */
gboolean
qp_estimate_cache_is_busy (QpEstimateCache *self)
{
  return self->worker != NULL;
}
