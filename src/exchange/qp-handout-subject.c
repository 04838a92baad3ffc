/* qp-handout-subject.c: inside exchange: what documents say of a screen, by the names of fields and quantities
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "exchange/qp-handout-private.h"

#include "engine/qp-quantities.h"
#include "exchange/qp-field-words.h"
#include "plans/qp-plan-content.h"

#include <math.h>
#include <string.h>

/* looks up content and equipment, and calculates */
void
qp_handout_subject_init (QpHandoutSubject *self, const QpScreen *screen, const QpEngineContext *context)
{
  const QpCatalogue *catalogue = context->catalogue;

  *self = (QpHandoutSubject){ .screen = screen, .context = context };
  self->content = qp_screen_find_content (screen, context->project);
  self->cabinet = catalogue == NULL || screen->cabinet == NULL ? NULL : qp_catalogue_cabinet (catalogue, screen->cabinet);
  self->player = catalogue == NULL || screen->player == NULL ? NULL : qp_catalogue_player (catalogue, screen->player);
  qp_estimate_screen (&self->estimate, screen, context);
}

static const QpFact *
fact_of (const QpNode *node, const char *key)
{
  QpNodeIter iter;

  if (node == NULL)
    return NULL;
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next_of (&iter, QP_KIND_FACT)) != NULL;)
    if (g_strcmp0 (((const QpFact *) child)->quantity, key) == 0 && ((const QpFact *) child)->value != NULL)
      return (const QpFact *) child;
  return NULL;
}

/* what somebody noted under that name: of the screen, else of its site, else of the project */
const QpFact *
qp_handout_subject_fact (const QpHandoutSubject *self, const char *key)
{
  const QpFact *fact = fact_of (&self->screen->node, key);

  fact = fact != NULL ? fact : fact_of ((const QpNode *) self->context->site, key);
  return fact != NULL ? fact : fact_of ((const QpNode *) self->context->project, key);
}

/* what somebody noted, with who says it */
static char *
read_fact (const QpHandoutSubject *self, const char *key, char **origin)
{
  const QpFact *fact = qp_handout_subject_fact (self, key);

  *origin = g_strdup (fact != NULL && fact->source != NULL ? fact->source : _ ("noted in the project"));
  if (fact == NULL)
    return NULL;
  return fact->unit == NULL ? g_strdup (fact->value) : g_strdup_printf ("%s\u2009%s", fact->value, fact->unit);
}

/* by what begins the name of a field */
static const struct
{
  const char *name;
  QpKind kind;
} kinds[] = { { "screen.", QP_KIND_SCREEN },   { "site.", QP_KIND_SITE },       { "project.", QP_KIND_PROJECT },
              { "content.", QP_KIND_CONTENT }, { "cabinet.", QP_KIND_CABINET }, { "player.", QP_KIND_PLAYER } };

static const QpField *
find_field (const char *what, QpKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (what, kinds[i].name))
      {
        *kind = kinds[i].kind;
        return qp_kind_field (*kind, what + strlen (kinds[i].name));
      }
  g_error ("documents know nothing called %s", what);
}

static const QpNode *
node_of (const QpHandoutSubject *self, QpKind kind)
{
  switch (kind)
    {
    case QP_KIND_SCREEN: return &self->screen->node;
    case QP_KIND_SITE: return (const QpNode *) self->context->site;
    case QP_KIND_PROJECT: return (const QpNode *) self->context->project;
    case QP_KIND_CONTENT: return (const QpNode *) self->content;
    case QP_KIND_CABINET: return (const QpNode *) self->cabinet;
    default: return (const QpNode *) self->player;
    }
}

static char *
read_field (const QpHandoutSubject *self, const char *what, char **origin)
{
  if (g_str_has_prefix (what, "fact."))
    return read_fact (self, what + strlen ("fact."), origin);
  QpKind kind;
  const QpField *field = find_field (what, &kind);
  const QpNode *node = node_of (self, kind);

  *origin = qp_origin_of_field (kind, field->name);
  return node == NULL ? NULL : qp_field_words (node, field);
}

static char *
read_quantity (const QpHandoutSubject *self, const char *key, char **origin)
{
  const guint index = (guint) qp_quantity_index (key);
  const double value = self->estimate.values[index];

  *origin = g_strdup_printf (_ ("computed: %s"), _ (qp_quantity_at (index)->label));
  return isnan (value) ? NULL : qp_quantity_format_with_unit (index, value);
}

/* parts of a size are all said; of an address only those that are known */
static char *
read_choice (const QpHandoutSubject *self, const char *choice, char **origin)
{
  g_auto (GStrv) parts = g_strsplit (choice, "&", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean known = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const gboolean quantity = *parts[i] == '=';
      g_autofree char *from = NULL;
      g_autofree char *part = quantity ? read_quantity (self, parts[i] + 1, &from) : read_field (self, parts[i], &from);
      if (*origin == NULL && (part != NULL || parts[i + 1] == NULL))
        *origin = g_steal_pointer (&from);
      if (part == NULL && !quantity)
        continue;
      known = known || part != NULL;
      g_string_append_printf (words, "%s%s", words->len == 0 ? "" : quantity ? " × " : ", ", part == NULL ? _ ("not known") : part);
    }
  return known ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/**
 * qp_handout_subject_read:
 * @self: a screen
 * @what: names of fields as "screen.name", of quantities as "=area_m2", of facts as "fact.contrast"; after "|" what is read
 *   where the one before is not known, after "&" what is added to it
 * @origin: (out) (nullable): where it is from, or where it would be from
 *
 * Inside exchange.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL when it is not known
 */
char *
qp_handout_subject_read (const QpHandoutSubject *self, const char *what, char **origin)
{
  g_auto (GStrv) choices = g_strsplit (what, "|", -1);

  *origin = NULL;
  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_clear_pointer (origin, g_free);
      char *words = read_choice (self, choices[i], origin);
      if (words != NULL)
        return words;
    }
  return NULL;
}

/**
 * qp_handout_label:
 * @what: as qp_handout_subject_read() takes it, not beginning with a fact
 *
 * Inside exchange.
 *
 * Returns: (transfer full): what is read first, by its name in the tables of fields and quantities
 */
char *
qp_handout_label (const char *what)
{
  g_autofree char *first = g_strndup (what, strcspn (what, "|&"));
  QpKind kind;

  if (*first == '=')
    return g_strdup (_ (qp_quantity_at ((guint) qp_quantity_index (first + 1))->label));
  return g_strdup (qp_field_label (find_field (first, &kind)));
}

/* the name of a node as the next cell */
void
qp_handout_put_node (QpHandoutTable *table, const QpNode *node)
{
  g_autofree char *name = node == NULL ? NULL : qp_node_display_name (node);

  qp_handout_put (table, name);
}

typedef struct
{
  const QpHandoutSource *source;
  QpScreenVisitor visit;
  gpointer data;
  guint done;
  guint total;
  gboolean stopped;
} Walk;

static void
count_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  ((Walk *) data)->total++;
}

static void
visit_screen (const QpScreen *screen, const QpEngineContext *context, gpointer data)
{
  Walk *walk = data;

  walk->stopped = walk->stopped || !qp_plan_watch_tell (walk->source->watch, (double) walk->done++ / walk->total, NULL);
  if (!walk->stopped)
    walk->visit (screen, context, walk->data);
}

/* all screens, unless the work is stopped */
void
qp_handout_each_screen (const QpHandoutSource *source, QpScreenVisitor visit, gpointer data)
{
  const QpEngineContext context = { .project = (const QpProject *) source->project, .catalogue = source->catalogue };
  Walk walk = { source, visit, data, 0, 0, FALSE };

  qp_each_screen (source->project, &context, count_screen, &walk);
  qp_each_screen (source->project, &context, visit_screen, &walk);
}
