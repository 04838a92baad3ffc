/* qp-verdict-model.c: verdicts as the rows of a table: which are shown, and in which order
 *
 * Ten thousand screens have more than a million verdicts. A row is eight bytes until it is looked at, and rows are put into
 * order by counting.
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "app/qp-verdict-model.h"

#include <string.h>

struct _QpVerdictRow
{
  GObject parent_instance;
  QpId screen;
  guint rule;
};

G_DEFINE_FINAL_TYPE (QpVerdictRow, qp_verdict_row, G_TYPE_OBJECT)

static void
qp_verdict_row_class_init (QpVerdictRowClass *klass)
{
}

static void
qp_verdict_row_init (QpVerdictRow *self)
{
}

/**
 * qp_verdict_row_screen:
 * @self: a row
 *
 * Returns: id of its screen
 */
QpId
qp_verdict_row_screen (QpVerdictRow *self)
{
  return self->screen;
}

/**
 * qp_verdict_row_rule:
 * @self: a row
 *
 * Returns: number of its rule in the book
 */
guint
qp_verdict_row_rule (QpVerdictRow *self)
{
  return self->rule;
}

/* a row that nobody looks at */
typedef struct
{
  guint32 screen; /* number in the order of names */
  guint16 rule;
  guint8 place; /* of its outcome: what fails comes first */
} Cell;

struct _QpVerdictModel
{
  GObject parent_instance;
  GArray *ids;   /* QpId, in the order of names */
  GArray *cells; /* Cell */
  guint counts[QP_N_RULE_OUTCOMES];
  guint n_waiting;
};

static GType
get_item_type (GListModel *model)
{
  return QP_TYPE_VERDICT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return QP_VERDICT_MODEL (model)->cells->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  QpVerdictModel *self = QP_VERDICT_MODEL (model);

  if (position >= self->cells->len)
    return NULL;
  const Cell *cell = &g_array_index (self->cells, Cell, position);
  QpVerdictRow *row = g_object_new (QP_TYPE_VERDICT_ROW, NULL);
  row->screen = g_array_index (self->ids, QpId, cell->screen);
  row->rule = cell->rule;
  return row;
}

static void
init_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QpVerdictModel, qp_verdict_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list))

/* --- screens by name --- */

typedef struct
{
  char *key; /* for comparison */
  char *folded;
  QpId id;
} Named;

static void
named_clear (gpointer data)
{
  Named *named = data;

  g_free (named->key);
  g_free (named->folded);
}

static int
compare_named (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Named *) a)->key, ((const Named *) b)->key);
}

static void
collect (QpNode *node, QpId only, GArray *out)
{
  QpNodeIter iter;

  if (node->kind == QP_KIND_SCREEN && (qp_id_is_none (only) || qp_id_equal (node->id, only)))
    {
      g_autofree char *name = qp_node_display_name (node);
      const Named named = { g_utf8_collate_key (name, -1), g_utf8_casefold (name, -1), node->id };
      g_array_append_val (out, named);
    }
  if (node->kind > QP_KIND_PLAN)
    return;
  qp_node_iter_init (&iter, node->children);
  for (QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    collect (child, only, out);
}

/* --- what is shown --- */

static gboolean *
matching_rules (const QpRuleBook *book, const QpVerdictFilter *filter, const char *text)
{
  gboolean *matching = g_new0 (gboolean, book->rules->len);

  for (guint i = 0; i < book->rules->len; i++)
    {
      const QpRule *rule = qp_rule_book_rule (book, i);
      g_autofree char *words = g_strdup_printf ("%s %s %s", rule->key, qp_rule_name (rule), qp_rules_title (qp_rule_book_set (book, i)));
      g_autofree char *folded = g_utf8_casefold (words, -1);
      matching[i] = text == NULL || strstr (folded, text) != NULL;
    }
  return matching;
}

static guint8
place_of (QpRuleOutcome outcome)
{
  static const guint8 places[QP_N_RULE_OUTCOMES] = {
    [QP_RULE_FAILS] = 0, [QP_RULE_NOT_KNOWN] = 1, [QP_RULE_MEETS] = 2, [QP_RULE_TOLD] = 3, [QP_RULE_ASIDE] = 4,
  };

  return places[outcome];
}

static void
add_screen (QpVerdictModel *self, const QpVerdictSummary *summary, const QpRuleBook *book, const QpVerdictFilter *filter,
            const gboolean *matching, gboolean named, GArray *cells)
{
  for (guint rule = 0; rule < book->rules->len; rule++)
    {
      const QpRuleOutcome outcome = summary->outcomes[rule];
      if ((filter->set >= 0 && (guint) filter->set != g_array_index (book->set_of, guint, rule)) || (!named && !matching[rule]))
        continue;
      self->counts[outcome]++;
      if ((filter->outcomes >> outcome & 1) == 0)
        continue;
      const Cell cell = { self->ids->len - 1, (guint16) rule, place_of (outcome) };
      g_array_append_val (cells, cell);
    }
}

/* --- order --- */

static guint
key_of (const Cell *cell, QpVerdictOrder order)
{
  return order == QP_ORDER_SCREEN ? cell->screen : order == QP_ORDER_RULE ? cell->rule : cell->place;
}

/* what is equal stays in its order */
static GArray *
sorted (GArray *cells, QpVerdictOrder order, guint n_keys, gboolean descending)
{
  g_autofree guint *starts = g_new0 (guint, n_keys + 1);
  GArray *out = g_array_sized_new (FALSE, FALSE, sizeof (Cell), cells->len);
  guint sum = 0;

  g_array_set_size (out, cells->len);
  for (guint i = 0; i < cells->len; i++)
    starts[key_of (&g_array_index (cells, Cell, i), order)]++;
  for (guint k = 0; k < n_keys; k++)
    {
      guint *start = &starts[descending ? n_keys - 1 - k : k];
      const guint n = *start;
      *start = sum;
      sum += n;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      g_array_index (out, Cell, starts[key_of (cell, order)]++) = *cell;
    }
  g_array_unref (cells);
  return out;
}

/* --- filling --- */

static gboolean
is_same (const Cell *a, const GArray *ids_a, const Cell *b, const GArray *ids_b)
{
  return a->rule == b->rule && a->place == b->place
         && qp_id_equal (g_array_index (ids_a, QpId, a->screen), g_array_index (ids_b, QpId, b->screen));
}

/* only what differs is told, so that the table stays where it was scrolled to */
static void
tell (QpVerdictModel *self, GArray *old_ids, GArray *old)
{
  guint head = 0, tail = 0;
  const guint least = MIN (old->len, self->cells->len);

  while (head < least
         && is_same (&g_array_index (old, Cell, head), old_ids, &g_array_index (self->cells, Cell, head), self->ids))
    head++;
  while (tail < least - head
         && is_same (&g_array_index (old, Cell, old->len - 1 - tail), old_ids,
                     &g_array_index (self->cells, Cell, self->cells->len - 1 - tail), self->ids))
    tail++;
  if (head + tail < MAX (old->len, self->cells->len))
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, self->cells->len - head - tail);
}

/**
 * qp_verdict_model_fill:
 * @self: a model
 * @session: a session
 * @filter: what is shown
 *
 * Shows the verdicts that are known by now.
 */
void
qp_verdict_model_fill (QpVerdictModel *self, QpProjectSession *session, const QpVerdictFilter *filter)
{
  QpVerdicts *verdicts = qp_project_session_verdicts (session);
  const QpRuleBook *book = qp_verdicts_book (verdicts);
  g_autofree char *text = filter->text == NULL || *filter->text == '\0' ? NULL : g_utf8_casefold (filter->text, -1);
  g_autofree gboolean *matching = matching_rules (book, filter, text);
  g_autoptr (GArray) screens = g_array_new (FALSE, FALSE, sizeof (Named));
  g_autoptr (GArray) old_ids = self->ids;
  g_autoptr (GArray) old = self->cells;
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_array_set_clear_func (screens, named_clear);
  collect (qp_project_session_root (session), filter->only, screens);
  g_array_sort (screens, compare_named);
  self->ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  self->n_waiting = 0;
  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < screens->len; i++)
    {
      const Named *named = &g_array_index (screens, Named, i);
      QpVerdictSummary summary;
      g_array_append_val (self->ids, named->id);
      if (qp_verdicts_summary (verdicts, named->id, &summary))
        add_screen (self, &summary, book, filter, matching, text != NULL && strstr (named->folded, text) != NULL, cells);
      else
        self->n_waiting++;
    }
  if (filter->order != QP_ORDER_SCREEN || filter->descending)
    cells = sorted (cells, filter->order,
                    filter->order == QP_ORDER_SCREEN ? self->ids->len : filter->order == QP_ORDER_RULE ? book->rules->len : QP_N_RULE_OUTCOMES,
                    filter->descending);
  self->cells = cells;
  tell (self, old_ids, old);
}

static void
qp_verdict_model_finalize (GObject *object)
{
  QpVerdictModel *self = QP_VERDICT_MODEL (object);

  g_array_unref (self->ids);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (qp_verdict_model_parent_class)->finalize (object);
}

static void
qp_verdict_model_class_init (QpVerdictModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qp_verdict_model_finalize;
}

static void
qp_verdict_model_init (QpVerdictModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (QpId));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
}

/**
 * qp_verdict_model_new:
 *
 * Returns: (transfer full): a model without rows
 */
QpVerdictModel *
qp_verdict_model_new (void)
{
  return g_object_new (QP_TYPE_VERDICT_MODEL, NULL);
}

/**
 * qp_verdict_model_counts:
 * @self: a model
 *
 * Returns: (transfer none) (array fixed-size=5): verdicts of each outcome, of the screens, set and text that are shown
 */
const guint *
qp_verdict_model_counts (QpVerdictModel *self)
{
  return self->counts;
}

/**
 * qp_verdict_model_n_waiting:
 * @self: a model
 *
 * Returns: how many screens were not judged yet
 */
guint
qp_verdict_model_n_waiting (QpVerdictModel *self)
{
  return self->n_waiting;
}

/**
 * qp_verdict_model_find:
 * @self: a model
 * @screen: a screen
 * @rule: number of a rule
 *
 * Returns: the row, or %G_MAXUINT
 */
guint
qp_verdict_model_find (QpVerdictModel *self, QpId screen, guint rule)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      if (cell->rule == rule && qp_id_equal (g_array_index (self->ids, QpId, cell->screen), screen))
        return i;
    }
  return G_MAXUINT;
}
