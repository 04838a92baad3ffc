/* qp-estimate.c: all results of a screen, totals, and the answer to "how was this computed?"
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/qp-i18n.h"

#include "engine/qp-quantities.h"

#include <math.h>
#include <string.h>

/* inside the engine: whether the number is read and not calculated; an area that was stated counts before a formula */
gboolean
qp_step_is_read (const QpStep *step, const QpSources *sources)
{
  return step->reader != NULL && (step->formula == NULL || !isnan (step->reader->read (sources)));
}

static double
evaluate_step (const QpStep *step, const double *values)
{
  QpArgument arguments[QP_FORMULA_MAX_INPUTS];

  for (guint i = 0; i < step->n_feeds; i++)
    {
      const QpFeed *feed = &step->feeds[i];
      arguments[i] = (QpArgument){ feed->quantity < 0 ? feed->constant : values[feed->quantity], NULL };
      if (feed->word)
        arguments[i].word = qp_quantity_word ((guint) feed->quantity, values[feed->quantity]);
    }
  return qp_formula_evaluate (step->formula, arguments);
}

/**
 * qp_estimate_screen:
 * @self: (out caller-allocates): place for the results
 * @screen: a screen
 * @context: what else the calculation reads
 *
 * Calculates all quantities from top to bottom. Pure: the same nodes give the same numbers.
 */
void
qp_estimate_screen (QpEstimate *self, const QpScreen *screen, const QpEngineContext *context)
{
  const QpStep *steps = qp_steps ();
  const guint n = qp_quantity_count ();
  QpSources sources;

  qp_sources_init (&sources, screen, context);
  for (guint i = 0; i < n; i++)
    {
      self->values[i] = steps[i].reader != NULL ? steps[i].reader->read (&sources) : NAN;
      if (isnan (self->values[i]) && steps[i].formula != NULL)
        self->values[i] = evaluate_step (&steps[i], self->values);
    }
}

/**
 * qp_estimate_get:
 * @self: results
 * @key: key of a quantity
 *
 * Returns: its value; NaN when it is not known or there is no such quantity
 */
double
qp_estimate_get (const QpEstimate *self, const char *key)
{
  const int index = qp_quantity_index (key);
  return index < 0 ? NAN : self->values[index];
}

static char *
format_aspect (double ratio)
{
  static const struct
  {
    double ratio;
    const char *words;
  } known[] = { { 16.0 / 9, "16:9" }, { 32.0 / 9, "32:9" }, { 4.0 / 3, "4:3" }, { 9.0 / 16, "9:16" }, { 1, "1:1" } };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (fabs (ratio / known[i].ratio - 1) < 0.002)
      return g_strdup (known[i].words);
  g_autofree char *number = qp_number_display (ratio, 3);
  return g_strdup_printf ("%s:1", number);
}

static const QpEnumValue *
choice_of (guint index, double value)
{
  static const struct
  {
    const char *key;
    const QpEnumValue *values;
  } choices[] = { { "terrain", qp_values_terrain }, { "exposure", qp_values_exposure }, { "zone", qp_values_zone } };

  for (guint i = 0; !isnan (value) && i < G_N_ELEMENTS (choices); i++)
    if (strcmp (qp_quantity_at (index)->key, choices[i].key) == 0)
      return &choices[i].values[(guint) value];
  return NULL;
}

/**
 * qp_quantity_word:
 * @index: below qp_quantity_count()
 * @value: its value; NaN = not known
 *
 * Returns: (transfer none) (nullable): the key word that the value stands for, where the quantity is a choice and not a
 *   number; %NULL for numbers and what is not known
 */
const char *
qp_quantity_word (guint index, double value)
{
  const QpEnumValue *choice = choice_of (index, value);

  return choice == NULL ? NULL : choice->key;
}

static char *
format_word (const char *key, double value)
{
  static const char *const classes[] = { N_ ("below HD"), "HD", "4K", "8K" };

  if (strcmp (key, "uhd_class") == 0 && value >= 0 && value < G_N_ELEMENTS (classes))
    return g_strdup (_ (classes[(guint) value]));
  if (strcmp (key, "aspect_ratio") == 0)
    return format_aspect (value);
  if (strcmp (key, "on_min") == 0 || strcmp (key, "off_min") == 0)
    return g_strdup_printf ("%02d:%02d", (int) value / 60, (int) value % 60);
  if (strcmp (key, "redundant") == 0)
    return g_strdup (value > 0 ? _ ("yes") : _ ("no"));
  return NULL;
}

/**
 * qp_quantity_format:
 * @index: below qp_quantity_count()
 * @value: its value; NaN = not known
 *
 * Returns: (transfer full): the value for people, without its unit; "not known" for NaN
 */
char *
qp_quantity_format (guint index, double value)
{
  const QpQuantity *quantity = qp_quantity_at (index);

  if (isnan (value))
    return g_strdup (_ ("not known"));
  const QpEnumValue *choice = choice_of (index, value);
  if (choice != NULL)
    return g_strdup (_ (choice->label));
  char *word = format_word (quantity->key, value);
  return word != NULL ? word : qp_number_display (value, quantity->decimals);
}

char *
qp_quantity_format_with_unit (guint index, double value)
{
  const char *unit = qp_quantity_at (index)->unit;
  g_autofree char *number = qp_quantity_format (index, value);

  if (isnan (value) || *unit == '\0')
    return g_steal_pointer (&number);
  return g_strdup_printf (*unit == '/' ? "%s%s" : "%s\u2009%s", number, unit);
}

/**
 * qp_quantity_applies:
 * @index: below qp_quantity_count()
 * @value: its value
 *
 * Returns: whether a screen has it at all: a flat one has no radius, and "not known" would be wrong
 */
gboolean
qp_quantity_applies (guint index, double value)
{
  return qp_quantity_at (index)->group != QP_RESULT_SHAPE || !isnan (value);
}

/**
 * qp_totals_init:
 * @self: (out caller-allocates): totals of nothing
 */
void
qp_totals_init (QpTotals *self)
{
  memset (self, 0, sizeof *self);
}

/* the quantities that are added up, ended by -1: ten thousand screens are added at once while one is dragged */
static const int *
summed_quantities (void)
{
  static int *summed;

  if (g_once_init_enter (&summed))
    {
      int *made = g_new (int, qp_quantity_count () + 1);
      guint n = 0;
      for (guint i = 0; i < qp_quantity_count (); i++)
        if (qp_quantity_at (i)->total)
          made[n++] = (int) i;
      made[n] = -1;
      g_once_init_leave (&summed, made);
    }
  return summed;
}

static int
class_quantity (void)
{
  static gsize found;

  if (g_once_init_enter (&found))
    g_once_init_leave (&found, (gsize) qp_quantity_index ("uhd_class") + 1);
  return (int) found - 1;
}

/* `times` is 1 or −1 */
static void
count (QpTotals *self, const QpEstimate *estimate, int times)
{
  const double uhd_class = estimate->values[class_quantity ()];

  self->screens += (guint) times;
  self->at_4k += (guint) (times * (uhd_class >= 2));
  self->at_8k += (guint) (times * (uhd_class >= 3));
  for (const int *i = summed_quantities (); *i >= 0; i++)
    if (!isnan (estimate->values[*i]))
      {
        self->sums[*i] += times * estimate->values[*i];
        self->known[*i] += (guint) times;
      }
}

/**
 * qp_totals_add:
 * @self: totals
 * @estimate: results of one more screen
 */
void
qp_totals_add (QpTotals *self, const QpEstimate *estimate)
{
  count (self, estimate, 1);
}

/**
 * qp_totals_remove:
 * @self: totals
 * @estimate: results of a screen that was added to them
 *
 * So that totals of many screens follow a change of one without adding all of them again.
 */
void
qp_totals_remove (QpTotals *self, const QpEstimate *estimate)
{
  count (self, estimate, -1);
}

/**
 * qp_totals_add_tree:
 * @self: totals
 * @node: a screen, or anything that screens are in
 * @context: what the calculation reads; the site is filled in while walking
 *
 * Calculates and adds all screens in @node.
 */
void
qp_totals_add_tree (QpTotals *self, const QpNode *node, const QpEngineContext *context)
{
  QpEngineContext inner = *context;

  if (node->kind == QP_KIND_SCREEN)
    {
      QpEstimate estimate;
      qp_estimate_screen (&estimate, (const QpScreen *) node, context);
      qp_totals_add (self, &estimate);
      return;
    }
  if (node->kind == QP_KIND_SITE)
    inner.site = (const QpSite *) node;

  QpNodeIter iter;
  qp_node_iter_init (&iter, node->children);
  for (const QpNode *child; (child = qp_node_iter_next (&iter)) != NULL;)
    qp_totals_add_tree (self, child, &inner);
}

/**
 * qp_totals_get:
 * @self: totals
 * @index: index of a quantity that is summed up
 *
 * A low or high bound that only some of the screens have is not known: beside a likely value that counts more of them,
 * it would be no bound.
 *
 * Returns: the sum over the screens where it is known, or NaN
 */
double
qp_totals_get (const QpTotals *self, guint index)
{
  const char *key = qp_quantity_at (index)->key;
  const gboolean bound = g_str_has_suffix (key, "_low") || g_str_has_suffix (key, "_high");

  return self->known[index] > 0 && !(bound && self->known[index] < self->screens) ? self->sums[index] : NAN;
}

static void
explained_input_free (gpointer data)
{
  QpExplainedInput *input = data;

  g_free (input->label);
  g_free (input->value);
  g_free (input->origin);
  g_free (input->key);
  g_free (input);
}

static QpExplainedInput *
explain_constant (const QpInput *input, double constant)
{
  QpExplainedInput *explained = g_new0 (QpExplainedInput, 1);
  g_autofree char *number = qp_number_display_shortest (constant);
  const char *symbol = qp_formula_unit_symbol (input->unit);

  explained->label = g_strdup (_ (input->label));
  explained->value = g_strdup_printf (*symbol == '\0' ? "%s%s" : "%s\u2009%s", number, symbol);
  explained->origin = g_strdup (_ ("constant of the rule"));
  return explained;
}

static QpExplainedInput *
explain_quantity (guint index, double value, const QpSources *sources)
{
  const QpStep *step = &qp_steps ()[index];
  QpExplainedInput *explained = g_new0 (QpExplainedInput, 1);

  explained->label = g_strdup (_ (qp_quantity_at (index)->label));
  explained->value = qp_quantity_format_with_unit (index, value);
  explained->key = g_strdup (qp_quantity_at (index)->key);
  explained->origin
      = qp_step_is_read (step, sources) ? step->reader->origin (sources) : g_strdup (step->formula->expression);
  return explained;
}

typedef struct
{
  GHashTable *seen;    /* quantities */
  GHashTable *origins; /* nullable: what is read in one place is named once */
  GString *out;
} Gap;

static void
gap_init (Gap *self, gboolean once_each_origin)
{
  self->seen = g_hash_table_new (NULL, NULL);
  self->origins = once_each_origin ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;
  self->out = g_string_new (NULL);
}

static void
gap_clear (Gap *self)
{
  g_hash_table_unref (self->seen);
  g_clear_pointer (&self->origins, g_hash_table_unref);
  g_string_free (self->out, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gap, gap_clear)

/* the inputs at the bottom that are not known, each once */
static void
collect_missing (guint index, const double *values, const QpSources *sources, Gap *gap)
{
  const QpStep *step = &qp_steps ()[index];

  if (!isnan (values[index]) || !g_hash_table_add (gap->seen, GUINT_TO_POINTER (index + 1)))
    return;
  if (step->formula == NULL)
    {
      g_autofree char *origin = step->reader->origin (sources);
      if (gap->origins == NULL || g_hash_table_add (gap->origins, g_strdup (origin)))
        g_string_append_printf (gap->out, "%s%s (%s)", gap->out->len == 0 ? "" : "; ", _ (qp_quantity_at (index)->label), origin);
      return;
    }
  for (guint i = 0; i < step->n_feeds; i++)
    if (step->feeds[i].quantity >= 0)
      collect_missing ((guint) step->feeds[i].quantity, values, sources, gap);
}

static char *
missing_sentence (guint index, const double *values, const QpSources *sources)
{
  g_auto (Gap) gap;

  gap_init (&gap, FALSE);
  if (!isnan (values[index]))
    return NULL;
  collect_missing (index, values, sources, &gap);
  if (gap.out->len == 0)
    return g_strdup (_ ("These inputs give no result."));
  return g_strdup_printf (_ ("Not known, because this is missing: %s"), gap.out->str);
}

/**
 * qp_estimate_missing:
 * @self: results
 * @group: a group of them
 * @screen: the screen
 * @context: what they were calculated from
 *
 * What has to be entered for the results of a group to be known: the inputs at the bottom; of those that are
 * read in one place the first, as a cabinet that is not chosen hides many. Inputs that no result of the group needs are not
 * asked for.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL when nothing is missing
 */
char *
qp_estimate_missing (const QpEstimate *self, QpResultGroup group, const QpScreen *screen, const QpEngineContext *context)
{
  g_auto (Gap) gap;
  QpSources sources;

  gap_init (&gap, TRUE);
  qp_sources_init (&sources, screen, context);
  for (guint i = 0; i < qp_quantity_count (); i++)
    {
      const QpQuantity *quantity = qp_quantity_at (i);
      if (quantity->group == group && (quantity->formula != NULL || quantity->total) && qp_quantity_applies (i, self->values[i]))
        collect_missing (i, self->values, &sources, &gap);
    }
  return gap.out->len == 0 ? NULL : g_strdup_printf (_ ("Not known, because this is missing: %s"), gap.out->str);
}

/**
 * qp_estimate_explain:
 * @quantity: index of a quantity
 * @screen: the screen
 * @context: what the calculation reads
 *
 * Returns: (transfer full): value, formula, inputs with their origins, and source
 */
QpExplanation *
qp_estimate_explain (guint quantity, const QpScreen *screen, const QpEngineContext *context)
{
  const QpStep *step = &qp_steps ()[quantity];
  QpExplanation *self = g_new0 (QpExplanation, 1);
  QpSources sources;
  QpEstimate estimate;

  qp_sources_init (&sources, screen, context);
  qp_estimate_screen (&estimate, screen, context);
  self->label = g_strdup (_ (qp_quantity_at (quantity)->label));
  self->value = qp_quantity_format_with_unit (quantity, estimate.values[quantity]);
  self->missing = missing_sentence (quantity, estimate.values, &sources);
  self->inputs = g_ptr_array_new_with_free_func (explained_input_free);
  if (qp_step_is_read (step, &sources))
    {
      self->expression = g_strdup (_ ("read, not calculated"));
      self->source = step->reader->origin (&sources);
      return self;
    }
  self->expression = g_strdup (step->formula->expression);
  self->source = g_strdup (_ (step->formula->source));
  self->validity = step->formula->validity == NULL ? NULL : g_strdup (_ (step->formula->validity));
  for (guint i = 0; i < step->n_feeds; i++)
    {
      const QpFeed *feed = &step->feeds[i];
      g_ptr_array_add (self->inputs, feed->quantity < 0
                                         ? explain_constant (&step->formula->inputs[i], feed->constant)
                                         : explain_quantity ((guint) feed->quantity, estimate.values[feed->quantity], &sources));
    }
  return self;
}

/**
 * qp_explanation_free:
 * @self: (transfer full) (nullable): an explanation
 */
void
qp_explanation_free (QpExplanation *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->value);
  g_free (self->expression);
  g_free (self->source);
  g_free (self->validity);
  g_free (self->missing);
  g_ptr_array_unref (self->inputs);
  g_free (self);
}
