/* qp-project-session.c: a project in a window: document, file, selection and results
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "app/qp-project-session.h"
#include "interact/qp-follow.h"
#include "model/qp-diff.h"

struct _QpProjectSession
{
  GObject parent_instance;
  QpDocument *document;
  QpEstimateCache *estimates;
  QpVerdicts *verdicts;
  GFile *file;
  QpFileState file_state;
  QpFindings *findings;
  QpSelection *selection;
  QpId plan;
  QpId screen;
  gboolean new_project;
  gboolean travelling; /* through the history */
};

G_DEFINE_FINAL_TYPE (QpProjectSession, qp_project_session, G_TYPE_OBJECT)

enum
{
  SELECTION_CHANGED,
  FILE_CHANGED,
  PLAN_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static QpNode *
first_of_kind (QpNode *node, QpKind kind)
{
  if (node->kind == kind)
    return node;
  QpNodeIter iter;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child = qp_node_iter_next (&iter); child != NULL; child = qp_node_iter_next (&iter))
    if (child->kind <= kind || child->kind <= QP_KIND_PLAN)
      {
        QpNode *found = first_of_kind (child, kind);
        if (found != NULL)
          return found;
      }
  return NULL;
}

/* The plan that belongs to a node: its own, or the first one of its site. */
static QpNode *
plan_for (QpProjectSession *self, QpId id)
{
  QpNode *node = qp_document_find (self->document, id);
  if (node == NULL || node->kind == QP_KIND_PROJECT)
    return NULL;
  if (node->kind == QP_KIND_PLAN)
    return node;
  if (node->kind == QP_KIND_SITE)
    return first_of_kind (node, QP_KIND_PLAN);
  return qp_document_ancestor (self->document, id, QP_KIND_PLAN);
}

static QpNode *
screen_for (QpProjectSession *self, QpId id)
{
  QpNode *node = qp_document_find (self->document, id);
  if (node == NULL || node->kind == QP_KIND_SCREEN)
    return node;
  QpNode *parent = qp_document_ancestor (self->document, id, QP_KIND_SCREEN);
  if (parent != NULL)
    return parent;
  return node->kind == QP_KIND_SITE || node->kind == QP_KIND_PLAN ? first_of_kind (node, QP_KIND_SCREEN) : NULL;
}

static void
follow_selection (QpProjectSession *self)
{
  const QpId primary = qp_selection_get_primary (self->selection);
  QpNode *plan = plan_for (self, primary);
  QpNode *screen = screen_for (self, primary);
  if (screen != NULL)
    self->screen = screen->id;
  if (plan == NULL || qp_id_equal (plan->id, self->plan))
    return;
  self->plan = plan->id;
  g_signal_emit (self, signals[PLAN_CHANGED], 0);
}

/* Typing into a field of one object and then of another are two steps. */
static void
on_selection_changed (QpProjectSession *self)
{
  if (!qp_document_in_transaction (self->document))
    qp_document_end_merge (self->document);
  follow_selection (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* What comes back after it was gone is what the user goes on with; what is in it comes with it. */
static void
select_returned (QpProjectSession *self, GArray *changes)
{
  g_autoptr (GHashTable) added = g_hash_table_new (qp_id_hash, qp_id_equal_p);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, QpChange, i).type == QP_CHANGE_ADDED)
      g_hash_table_add (added, (gpointer) &g_array_index (changes, QpChange, i).after->id);
  for (guint i = 0; i < changes->len; i++)
    {
      const QpChange *change = &g_array_index (changes, QpChange, i);
      if (change->type == QP_CHANGE_ADDED && !g_hash_table_contains (added, &change->parent))
        g_array_append_val (ids, change->after->id);
    }
  if (ids->len > 0)
    qp_selection_set (self->selection, (const QpId *) (gpointer) ids->data, ids->len);
}

/* What was removed can't stay selected. */
static void
on_document_changed (QpDocument *document, GArray *changes, QpProjectSession *self)
{
  self->new_project = FALSE;
  qp_selection_drop_vanished (self->selection, document);
  if (self->travelling && qp_selection_length (self->selection) == 0)
    select_returned (self, changes);
  if (!qp_id_is_none (self->plan) && qp_document_find (document, self->plan) == NULL)
    g_signal_emit (self, signals[PLAN_CHANGED], 0);
}

static void
qp_project_session_dispose (GObject *object)
{
  QpProjectSession *self = QP_PROJECT_SESSION (object);
  g_clear_object (&self->verdicts);
  g_clear_object (&self->estimates);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (qp_project_session_parent_class)->dispose (object);
}

static void
qp_project_session_finalize (GObject *object)
{
  QpProjectSession *self = QP_PROJECT_SESSION (object);
  qp_file_state_clear (&self->file_state);
  g_clear_pointer (&self->findings, qp_findings_free);
  G_OBJECT_CLASS (qp_project_session_parent_class)->finalize (object);
}

static guint
add_signal (QpProjectSessionClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qp_project_session_class_init (QpProjectSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qp_project_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = qp_project_session_finalize;
  signals[SELECTION_CHANGED] = add_signal (klass, "selection-changed");
  signals[FILE_CHANGED] = add_signal (klass, "file-changed");
  signals[PLAN_CHANGED] = add_signal (klass, "plan-changed");
}

static void
qp_project_session_init (QpProjectSession *self)
{
  self->selection = qp_selection_new ();
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
}

/**
 * qp_project_session_new:
 * @root: (transfer none): a project
 * @catalogue: the catalogue that comes with the program
 *
 * Starts working on @root. Emits `selection-changed`, `plan-changed` (another plan is drawn on) and `file-changed`.
 *
 * Returns: (transfer full): the session, without a file yet
 */
QpProjectSession *
qp_project_session_new (QpNode *root, QpCatalogue *catalogue)
{
  QpProjectSession *self = g_object_new (QP_TYPE_PROJECT_SESSION, NULL);
  self->document = qp_document_new (root);
  self->estimates = qp_estimate_cache_new (self->document, catalogue);
  self->verdicts = qp_verdicts_new (self->document, self->estimates);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (on_document_changed), self, 0);
  QpNode *plan = first_of_kind (root, QP_KIND_PLAN);
  self->plan = plan != NULL ? plan->id : QP_ID_NONE;
  QpNode *screen = first_of_kind (root, QP_KIND_SCREEN);
  self->screen = screen != NULL ? screen->id : QP_ID_NONE;
  return self;
}

static QpNode *
node_new_named (QpKind kind, const char *field, const char *name)
{
  QpNode *node = qp_node_new (kind, qp_id_new ());
  g_auto (QpValue) value = qp_value_text (name);
  qp_node_init_value (node, qp_kind_field (kind, field), &value);
  return node;
}

static void
take_only_child (QpNode *parent, QpNode *child)
{
  QpNode *const children[] = { child };
  g_autoptr (QpNodeList) list = qp_node_list_new (children, 1);
  qp_node_init_children (parent, list);
  qp_node_unref (child);
}

/**
 * qp_project_session_new_empty:
 * @catalogue: the catalogue that comes with the program
 *
 * Starts a new project with one site and one plan, so that a screen can be drawn at once.
 *
 * Returns: (transfer full): the session
 */
QpProjectSession *
qp_project_session_new_empty (QpCatalogue *catalogue)
{
  g_autoptr (QpNode) root = node_new_named (QP_KIND_PROJECT, "title", _("New Project"));
  QpNode *site = node_new_named (QP_KIND_SITE, "name", _("Site 1"));
  take_only_child (site, node_new_named (QP_KIND_PLAN, "name", _("Street level")));
  take_only_child (root, site);
  QpProjectSession *self = qp_project_session_new (root, catalogue);
  self->new_project = TRUE;
  return self;
}

/**
 * qp_project_session_document:
 * @self: a session
 *
 * Returns: (transfer none): its document
 */
QpDocument *
qp_project_session_document (QpProjectSession *self)
{
  return self->document;
}

/**
 * qp_project_session_root:
 * @self: a session
 *
 * Returns: (transfer none): the project as it is now
 */
QpNode *
qp_project_session_root (QpProjectSession *self)
{
  return qp_document_get_root (self->document);
}

/**
 * qp_project_session_verdicts:
 * @self: a session
 *
 * Returns: (transfer none): how its screens stand to the rules
 */
QpVerdicts *
qp_project_session_verdicts (QpProjectSession *self)
{
  return self->verdicts;
}

/**
 * qp_project_session_estimates:
 * @self: a session
 *
 * Returns: (transfer none): the results of its screens
 */
QpEstimateCache *
qp_project_session_estimates (QpProjectSession *self)
{
  return self->estimates;
}

/**
 * qp_project_session_title:
 * @self: a session
 *
 * Returns: (transfer full): title of the project
 */
char *
qp_project_session_title (QpProjectSession *self)
{
  const char *title = qp_node_name (qp_project_session_root (self));
  return g_strdup (title != NULL && *title != '\0' ? title : _("Untitled Project"));
}

/**
 * qp_project_session_is_pristine:
 * @self: a session
 *
 * Returns: whether this is a new project that nothing was done to, so that another may take its place
 */
gboolean
qp_project_session_is_pristine (QpProjectSession *self)
{
  return self->new_project && self->file == NULL;
}

/**
 * qp_project_session_file:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the file, or %NULL when it was never saved
 */
GFile *
qp_project_session_file (QpProjectSession *self)
{
  return self->file;
}

/**
 * qp_project_session_set_file:
 * @self: a session
 * @file: (nullable): where it is saved from now on
 *
 * Sets the file and tells who shows its name.
 */
void
qp_project_session_set_file (QpProjectSession *self, GFile *file)
{
  g_set_object (&self->file, file);
  self->new_project = FALSE;
  g_signal_emit (self, signals[FILE_CHANGED], 0);
}

/**
 * qp_project_session_file_state:
 * @self: a session
 *
 * Returns: (transfer none): what the file looked like when it was read or written last
 */
QpFileState *
qp_project_session_file_state (QpProjectSession *self)
{
  return &self->file_state;
}

/**
 * qp_project_session_findings:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what was wrong with the file when it was read
 */
QpFindings *
qp_project_session_findings (QpProjectSession *self)
{
  return self->findings;
}

/**
 * qp_project_session_take_findings:
 * @self: a session
 * @findings: (transfer full) (nullable): what was wrong with the file
 *
 * Keeps the findings of reading.
 */
void
qp_project_session_take_findings (QpProjectSession *self, QpFindings *findings)
{
  g_clear_pointer (&self->findings, qp_findings_free);
  self->findings = findings;
}

/**
 * qp_project_session_selection:
 * @self: a session
 *
 * Returns: (transfer none): ids of the selected nodes; the plan and the screen in view follow its primary one
 */
QpSelection *
qp_project_session_selection (QpProjectSession *self)
{
  return self->selection;
}

/**
 * qp_project_session_selected_node:
 * @self: a session
 *
 * Returns: (transfer none): the primary selected node; the project when nothing is selected
 */
QpNode *
qp_project_session_selected_node (QpProjectSession *self)
{
  QpNode *node = qp_document_find (self->document, qp_selection_get_primary (self->selection));
  return node != NULL ? node : qp_project_session_root (self);
}

/**
 * qp_project_session_selected_nodes:
 * @self: a session
 *
 * Returns: (transfer container) (element-type QpNode): the selected nodes as they are now
 */
GPtrArray *
qp_project_session_selected_nodes (QpProjectSession *self)
{
  GPtrArray *nodes = g_ptr_array_new ();
  guint n = 0;
  const QpId *ids = qp_selection_ids (self->selection, &n);
  for (guint i = 0; i < n; i++)
    {
      QpNode *node = qp_document_find (self->document, ids[i]);
      if (node != NULL)
        g_ptr_array_add (nodes, node);
    }
  return nodes;
}

/**
 * qp_project_session_plan:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the plan that is drawn on
 */
QpNode *
qp_project_session_plan (QpProjectSession *self)
{
  QpNode *plan = qp_document_find (self->document, self->plan);
  if (plan == NULL)
    {
      plan = first_of_kind (qp_project_session_root (self), QP_KIND_PLAN);
      self->plan = plan != NULL ? plan->id : QP_ID_NONE;
    }
  return plan;
}

/**
 * qp_project_session_screen:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the screen selected last, or the first one of the project
 */
QpNode *
qp_project_session_screen (QpProjectSession *self)
{
  QpNode *screen = qp_document_find (self->document, self->screen);
  return screen != NULL ? screen : first_of_kind (qp_project_session_root (self), QP_KIND_SCREEN);
}

/**
 * qp_project_session_run:
 * @self: a session
 * @label: name of the step, translated
 * @merge_key: (nullable): steps with the same key become one
 * @edits: (element-type QpEdit): what is done
 * @error: return location for an error
 *
 * Does all of @edits and what follows from them, or nothing.
 *
 * Returns: whether it was done
 */
gboolean
qp_project_session_run (QpProjectSession *self, const char *label, const char *merge_key, GPtrArray *edits,
                        GError **error)
{
  QpCatalogue *catalogue = qp_estimate_cache_catalogue (self->estimates);
  return edits->len == 0 || qp_document_run_followed (self->document, catalogue, label, merge_key, edits, error);
}

/**
 * qp_project_session_travel:
 * @self: a session
 * @direction: undo or redo
 *
 * Takes the last step back or makes it again, if there is one; what comes back with it is selected.
 */
void
qp_project_session_travel (QpProjectSession *self, QpDirection direction)
{
  self->travelling = TRUE;
  if (direction == QP_HISTORY_UNDO && qp_document_can_undo (self->document))
    qp_document_undo (self->document);
  else if (direction == QP_HISTORY_REDO && qp_document_can_redo (self->document))
    qp_document_redo (self->document);
  self->travelling = FALSE;
}
